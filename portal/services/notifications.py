"""Mails as rows: written in the person's language when something happens, sent by a worker."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import Row, Select, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from portal import templates
from portal.data import outbox
from portal.data.tables import Notification
from portal.domain.access import Action, Actor, Thing, check, may
from portal.domain.mails import MailState
from portal.errors import NotFound
from portal.texts import N_, translate

SEND: Final = "workers.jobs.send_mail"

# Of what a mail server says, so much is kept.
LONGEST_ERROR: Final = 500

# Stands in a text where the mail worker puts the secret link.
LINK: Final = "[[link]]"

SUBJECTS: Final[Mapping[str, str]] = {
    "invitation": N_("%(organisation)s invites you to Underlag"),
    "request": N_("%(buyer)s asks you to answer: %(title)s"),
    "reminder": N_("Reminder: %(title)s for %(buyer)s"),
    "due_changed": N_("New last day to answer: %(title)s for %(buyer)s"),
    "receipt": N_("Receipt: %(title)s has been sent to %(buyer)s"),
    "returned": N_("%(buyer)s asks you to complete: %(title)s"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who gets the mail, in which language."""

    address: str
    language: str
    user_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whose matter the mail is: decides who sees it in the mail list."""

    supplier_id: UUID | None = None
    buyer_id: UUID | None = None
    assessment_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail to write. ``slot`` makes it go once; ``secret`` is a link only the worker reads."""

    kind: str
    slot: str
    to: Recipient
    about: About
    values: Mapping[str, object]
    secret: str | None = None
    calendar: str | None = None


_environment = cache(templates.environment)


def write(db: Session, letter: Letter, *, base_url: str, now: dt.datetime) -> bool:
    """Write a mail and ask for it to be sent; False where its slot has been used.

    The slot's unique key, not the code, makes a second one impossible.
    """
    env, language = _environment(letter.to.language), letter.to.language
    subject = translate(language, SUBJECTS[letter.kind], letter.values)
    values = {"subject": subject, **letter.values}
    statement = (
        insert(Notification)
        .values(
            id=func.uuidv7(),
            slot=letter.slot,
            kind=letter.kind,
            address=letter.to.address,
            user_id=letter.to.user_id,
            supplier_id=letter.about.supplier_id,
            buyer_id=letter.about.buyer_id,
            assessment_id=letter.about.assessment_id,
            language=language,
            subject=subject,
            text=env.get_template(f"mail/{letter.kind}.txt").render(values),
            html=env.get_template(f"mail/{letter.kind}.html").render(values),
            calendar=letter.calendar,
            secret=letter.secret,
            message_id=_message_id(letter.slot, host_of(base_url)),
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=[Notification.slot])
        .returning(Notification.id)
    )
    written = db.execute(statement).scalar_one_or_none()
    if written is None:
        return False
    outbox.post(db, SEND, written)
    return True


def host_of(base_url: str) -> str:
    """The host that mails and calendar entries are named after."""
    return urlsplit(base_url).hostname or "localhost"


def _message_id(slot: str, host: str) -> str:
    """The same id on every try, so that a mail server can drop a second copy."""
    name = "".join(c if c.isalnum() else "-" for c in slot)
    return f"<{name}@{host}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A mail that this worker, and no other, now sends."""

    notification_id: UUID
    address: str
    language: str
    subject: str
    text: str
    html: str
    calendar: str | None
    message_id: str


def claim(db: Session, notification_id: UUID, *, now: dt.datetime) -> Outgoing | None:
    """Take a waiting mail to send; None where it has gone or another has it.

    Claimed and committed before it is sent: a worker that dies in between leaves it in doubt,
    and the clock decides, so that no reminder goes twice by itself.
    """
    row = db.execute(
        update(Notification)
        .where(Notification.id == notification_id, Notification.state == MailState.WAITING)
        .values(state=MailState.SENDING, claimed_at=now, attempts=Notification.attempts + 1)
        .returning(Notification)
    ).scalar_one_or_none()
    if row is None:
        return None
    link = row.secret or ""
    return Outgoing(
        notification_id=row.id,
        address=row.address,
        language=row.language,
        subject=row.subject,
        text=row.text.replace(LINK, link),
        html=row.html.replace(LINK, link),
        calendar=row.calendar,
        message_id=row.message_id,
    )


def mark(
    db: Session, notification_id: UUID, state: MailState, *, now: dt.datetime, error: str = ""
) -> None:
    """Note what became of a mail. A link that has left with it is forgotten here."""
    values: dict[str, object] = {"state": state, "error": error[:LONGEST_ERROR]}
    if state is MailState.SENT:
        values |= {"sent_at": now, "secret": None}
    if state is MailState.KEPT:
        values |= {"sent_at": now}
    db.execute(update(Notification).where(Notification.id == notification_id).values(values))


def secret_link(db: Session, notification_id: UUID) -> str | None:
    """The link of a mail that has not left; for the worker's role, which alone may read it."""
    return db.execute(
        select(Notification.secret).where(Notification.id == notification_id)
    ).scalar_one_or_none()


def mark_bounced(db: Session, message_id: str, *, error: str) -> bool:
    """Note that a mail came back; the planner sees the supplier as not reached."""
    found = db.execute(
        update(Notification)
        .where(Notification.message_id == message_id)
        .values(state=MailState.BOUNCED, error=error[:LONGEST_ERROR])
        .returning(Notification.id)
    ).one_or_none()
    return found is not None


# All that the web role may read of a mail: the secret link is not among it.
_SHOWN: Final = (
    Notification.id,
    Notification.kind,
    Notification.address,
    Notification.language,
    Notification.subject,
    Notification.text,
    Notification.calendar,
    Notification.state,
    Notification.error,
    Notification.created_at,
    Notification.sent_at,
)
PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Mails:
    """One page of the mail list, and where the next one begins."""

    lines: Sequence[Row[Any]]
    older: str | None


def listing(db: Session, actor: Actor, *, before: str | None) -> Mails:
    """The mails that this person may see, the newest first; keyset pages.

    ``before`` is the id that the page before ended with; anything else begins at the top.
    """
    query = _visible(actor).order_by(Notification.id.desc()).limit(PAGE + 1)
    if before is not None and _is_id(before):
        query = query.where(Notification.id < UUID(before))
    rows = db.execute(query).all()
    return Mails(rows[:PAGE], str(rows[PAGE - 1].id) if len(rows) > PAGE else None)


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def _visible(actor: Actor) -> Select[*tuple[Any, ...]]:
    """A supplier sees what went to its people, a planner or administrator all of its buyer's."""
    check(actor, Action.CHANGE_OWN_SETTINGS)
    if may(actor, Action.SEE_MAIL, Thing(buyer_id=actor.organisation_id)):
        return select(*_SHOWN)
    return select(*_SHOWN).where(
        or_(
            Notification.user_id == actor.user_id,
            Notification.supplier_id == actor.organisation_id,
        )
    )


def one(db: Session, actor: Actor, notification_id: UUID) -> Row[Any]:
    """One mail. Raises NotFound where it is not for this person to see."""
    row = db.execute(_visible(actor).where(Notification.id == notification_id)).one_or_none()
    if row is None:
        raise NotFound
    return row
