"""What a planner wants to send, checked before anything is written: every fault at its field."""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from portal.domain import deadlines
from portal.domain.addresses import checked_email
from portal.domain.deadlines import day_in_sweden
from portal.errors import Invalid
from portal.texts import N_

LONGEST_TITLE: Final = 120
MOST_SUPPLIERS: Final = 200
LONGEST_TIME: Final = dt.timedelta(days=731)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One supplier to ask: known by its id, or new by its name and number."""

    organisation_id: UUID | None
    name: str
    number: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCampaign:
    """What a planner wants to send, as typed; checked by :func:`checked`."""

    title: str
    questionnaire_id: UUID | None
    due_on: dt.date | None
    context: Mapping[str, object]
    suppliers: Sequence[Asked]


def checked(new: NewCampaign, *, now: dt.datetime) -> tuple[dt.date, UUID]:
    """The due day, a working day, and the questionnaire, once everything has been looked at.

    Raises Invalid, with the faults in the order of the page.
    """
    faults: dict[str, str] = {}
    if not new.title.strip():
        faults["title"] = N_("Give the campaign a name that the suppliers will recognise.")
    elif len(new.title) > LONGEST_TITLE:
        faults["title"] = N_("Shorten the name to 120 characters.")
    if new.questionnaire_id is None:
        faults["questionnaire"] = N_("Choose a questionnaire.")
    due_on = None
    try:
        due_on = settle_day(new.due_on, now=now)
    except Invalid as problem:
        faults |= problem.fields
    if not new.suppliers:
        faults["suppliers"] = N_("Choose at least one supplier, or write in a new one.")
    elif len(new.suppliers) > MOST_SUPPLIERS:
        faults["suppliers"] = N_("Send to at most 200 suppliers at a time.")
    faults |= _supplier_faults(new.suppliers)
    if faults or due_on is None or new.questionnaire_id is None:
        raise Invalid(faults)
    return due_on, new.questionnaire_id


def settle_day(due_on: dt.date | None, *, now: dt.datetime) -> dt.date:
    """The working day that a wish for a last day gives. Raises Invalid on ``due_on``."""
    today = day_in_sweden(now)
    if due_on is None:
        raise Invalid({"due_on": N_("Choose the last day to answer.")})
    if due_on > today + LONGEST_TIME:
        raise Invalid({"due_on": N_("Choose a day within two years.")})
    return deadlines.settle_due_day(due_on, today=today)


def named(suppliers: Iterable[Asked]) -> Iterator[tuple[str, Asked]]:
    """Each supplier under the name of its fields: the new ones are numbered by themselves."""
    numbers = itertools.count()
    for one in suppliers:
        yield (
            f"known-email-{one.organisation_id}"
            if one.organisation_id
            else (f"new-{next(numbers)}"),
            one,
        )


def _supplier_faults(suppliers: Iterable[Asked]) -> dict[str, str]:
    faults = {}
    for field, one in named(suppliers):
        if not one.organisation_id and not one.name.strip():
            faults[f"{field}-name"] = N_("Write the name of the supplier.")
        try:
            checked_email(one.email)
        except Invalid as problem:
            faults[field if one.organisation_id else f"{field}-email"] = problem.fields["email"]
    return faults
