"""Due dates on working days, and which reminder goes now: each once, also after an outage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Final, Literal

from holidays import country_holidays

from portal.domain.assessment import WITH_SUPPLIER, AssessmentState
from portal.errors import Invalid
from portal.texts import N_, SWEDEN

ANSWER_DAYS: Final = 28
"""How long a supplier has by default; the installation can set it."""

COMPLETION_DAYS: Final = 14
"""How long a supplier has by default to complete a returned assessment."""

REVIEW_DAYS: Final = 30
"""How long the reviewers have by default from the day a self-assessment was submitted."""

REMINDER_OFFSETS: Final = (-14, -7, -2, 1, 7)
"""Days from the due day on which a reminder goes by default; the installation can set them."""

REMINDER_HOUR: Final = 8
"""The hour, as in Sweden, at which a reminder's day begins: mail at midnight helps nobody."""


@cache
def _red_days(year: int) -> frozenset[date]:
    # One calendar per year, complete when it is handed out: the library's own fills itself
    # while it is read, which two threads would do at once. Its eves are "de facto".
    return frozenset(country_holidays("SE", years=year, categories=("public", "de_facto")))


def is_working_day(day: date) -> bool:
    """Whether offices are open in Sweden: no weekend, red day, or Christmas, New Year's or
    Midsummer Eve. (lagen om allmänna helgdagar 1989:253; semesterlagen 1977:480, 3 a §)
    """
    return day.weekday() < 5 and day not in _red_days(day.year)


def next_working_day(day: date) -> date:
    """The day itself where it is a working day, otherwise the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def default_due_day(today: date, *, days: int = ANSWER_DAYS) -> date:
    """The due day to suggest: so many days from today, on a working day."""
    return next_working_day(today + timedelta(days=days))


def settle_due_day(wanted: date, *, today: date) -> date:
    """The due day that a wish for one gives: the first working day from it on.

    Raises Invalid, on the field ``due_on``, where the day is not after today.
    """
    if wanted <= today:
        raise Invalid({"due_on": N_("Choose a day after today.")})
    return next_working_day(wanted)


def end_of_day(day: date) -> datetime:
    """The last second of a day in Sweden, in UTC: the moment at which a due day is over."""
    return datetime.combine(day, time(23, 59, 59), tzinfo=SWEDEN).astimezone(UTC)


def day_in_sweden(moment: datetime) -> date:
    """The calendar day that a moment (with its zone) falls on in Sweden."""
    return moment.astimezone(SWEDEN).date()


class ReminderState(StrEnum):
    """What has become of a reminder."""

    WAITING = "waiting"
    SENT = "sent"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of one due day. ``offset`` is in days: before it negative, after it positive.

    The due day and the offset name it: a row of each exists once.
    """

    due_on: date
    offset: int
    at: datetime
    state: ReminderState = ReminderState.WAITING


def plan_reminders(
    due_on: date, since: datetime, offsets: Iterable[int] = REMINDER_OFFSETS
) -> tuple[Reminder, ...]:
    """The reminders of a due day, the earliest first.

    Only those whose moment comes after ``since``, when the assessment was sent or the due
    day set: nobody is reminded at the moment of being asked.
    """
    opening = time(REMINDER_HOUR)
    days = ((offset, due_on + timedelta(days=offset)) for offset in sorted(set(offsets)))
    moments = (
        (offset, datetime.combine(day, opening, tzinfo=SWEDEN).astimezone(UTC))
        for offset, day in days
    )
    return tuple(Reminder(due_on, offset, at) for offset, at in moments if at > since)


def replan_reminders(
    rows: Iterable[Reminder],
    due_on: date,
    now: datetime,
    offsets: Iterable[int] = REMINDER_OFFSETS,
) -> tuple[Reminder, ...]:
    """The rows after the due day has changed, each due day and offset once.

    What went or was passed over stays as it is, what waited for the old day is cancelled, and
    the new day is planned. A day that is set back to an earlier one sends nothing twice.
    """
    fresh = {(row.due_on, row.offset): row for row in plan_reminders(due_on, now, offsets)}
    after = {(row.due_on, row.offset): _cancelled(row) for row in rows}
    for name, row in fresh.items():
        if name not in after or after[name].state == ReminderState.CANCELLED:
            after[name] = row
    return tuple(after.values())


def _cancelled(row: Reminder) -> Reminder:
    waiting = row.state == ReminderState.WAITING
    return replace(row, state=ReminderState.CANCELLED) if waiting else row


@dataclass(frozen=True, slots=True)
class Round:
    """What one look at the clock gives: the reminder to send, and those passed over for good."""

    send: Reminder | None
    skip: tuple[Reminder, ...]


def reminder_due(rows: Sequence[Reminder], state: AssessmentState, now: datetime) -> Round:
    """Which reminder goes now.

    A reminder is due when its moment has passed and it was not sent, however long ago: a
    clock that stood still for three days still reminds. Of several, only the one nearest to
    now goes; the older ones are passed over. Once the assessment has left the supplier's
    hands, those that have come due are passed over too and nothing is sent. The caller
    stamps the rows before the mail is made, so that none goes twice.
    """
    passed = sorted(
        (row for row in rows if row.state == ReminderState.WAITING and row.at <= now),
        key=lambda row: (row.at, row.offset),
    )
    if state not in WITH_SUPPLIER:
        return Round(None, tuple(passed))
    return Round(passed[-1] if passed else None, tuple(passed[:-1]))


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a due day is: so many calendar days left, today, or so many days late."""

    days: int
    direction: Literal["left", "today", "late"]


def distance(due_on: date, now: datetime) -> Distance:
    """The distance from now to the end of a due day, in calendar days as in Sweden."""
    days = (due_on - day_in_sweden(now)).days
    if days == 0:
        return Distance(0, "today")
    return Distance(abs(days), "left" if days > 0 else "late")
