"""Due dates and reminders: planned with the assessment, each sent once, also after an outage."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Row, insert, select, update
from sqlalchemy.orm import Session

from portal.data.calendar import DueDate, entry
from portal.data.tables import Assessment, Campaign, Notification, Organisation, Reminder, User
from portal.domain import deadlines
from portal.domain.assessment import WITH_SUPPLIER, AssessmentState
from portal.domain.deadlines import Reminder as Planned
from portal.domain.deadlines import ReminderState, day_in_sweden, end_of_day
from portal.services import notifications
from portal.services.notifications import About, Letter, Recipient
from portal.texts import N_, translate

MOST: Final = 50

_TODAY: Final = N_("Today is the last day to answer %(buyer)s.")
LEFT: Final = {
    "left": (
        N_("There is one day left to answer %(buyer)s."),
        N_("There are %(days)s days left to answer %(buyer)s."),
    ),
    "today": (_TODAY, _TODAY),
    "late": (
        N_("The last day to answer %(buyer)s was yesterday. You can still answer."),
        N_("The last day to answer %(buyer)s was %(days)s days ago. You can still answer."),
    ),
}
CALENDAR_TITLE: Final = N_("Self-assessment for %(buyer)s: last day to answer")
CALENDAR_TEXT: Final = N_("Send your answers to %(buyer)s in Underlag before the end of the day.")


def plan(db: Session, assessment: Assessment, *, now: dt.datetime) -> None:
    """Write the reminders of an assessment that is being sent."""
    due_on = day_in_sweden(assessment.due_at)
    rows = deadlines.plan_reminders(due_on, now)
    if rows:
        db.execute(insert(Reminder), [_row(assessment, row) for row in rows])


def _row(assessment: Assessment, planned: Planned) -> dict[str, object]:
    return {
        "assessment_id": assessment.id,
        "supplier_id": assessment.supplier_id,
        "buyer_id": assessment.buyer_id,
        "offset_days": planned.offset,
        "due_on": planned.due_on,
        "at": planned.at,
        "state": planned.state,
    }


def replan(db: Session, assessment: Assessment, due_on: dt.date, *, now: dt.datetime) -> None:
    """Move an assessment's due date: sent reminders stay, waiting ones follow the new day.

    The caller has checked the right and holds the row's lock.
    """
    assessment.due_at = end_of_day(due_on)
    before = _planned(_rows(db, [assessment.id]))
    known = {(row.due_on, row.offset): row for row in before}
    for row in deadlines.replan_reminders(before, due_on, now):
        if (row.due_on, row.offset) not in known:
            db.execute(insert(Reminder).values(_row(assessment, row)))
        elif known[row.due_on, row.offset] != row:
            db.execute(
                update(Reminder)
                .where(
                    Reminder.assessment_id == assessment.id,
                    Reminder.due_on == row.due_on,
                    Reminder.offset_days == row.offset,
                )
                .values(state=row.state, at=row.at)
            )


def _rows(db: Session, assessment_ids: Sequence[UUID]) -> list[Reminder]:
    return list(
        db.execute(
            select(Reminder).where(Reminder.assessment_id.in_(assessment_ids)).order_by(Reminder.at)
        ).scalars()
    )


def _planned(rows: Iterable[Reminder]) -> list[Planned]:
    return [Planned(r.due_on, r.offset_days, r.at, ReminderState(r.state)) for r in rows]


def remind(db: Session, *, base_url: str, now: dt.datetime) -> int:
    """Write the reminders that are due, at most a batch; the clock's work.

    The rows are locked (another clock skips them) and stamped before the mail is written, in
    one transaction with it: a crash leaves both or neither.
    """
    due = select(Reminder.assessment_id).where(
        Reminder.state == ReminderState.WAITING, Reminder.at <= now
    )
    assessments = db.execute(
        select(Assessment)
        .where(Assessment.id.in_(due))
        .order_by(Assessment.id)
        .limit(MOST)
        .with_for_update(skip_locked=True)
    ).scalars()
    return sum(_remind(db, assessment, base_url=base_url, now=now) for assessment in assessments)


def _remind(db: Session, assessment: Assessment, *, base_url: str, now: dt.datetime) -> int:
    rows = _rows(db, [assessment.id])
    turn = deadlines.reminder_due(_planned(rows), AssessmentState(assessment.state), now)
    for skipped in turn.skip:
        _stamp(db, assessment.id, skipped, ReminderState.SKIPPED, now)
    if turn.send is None:
        return 0
    _stamp(db, assessment.id, turn.send, ReminderState.SENT, now)
    slot = f"reminder:{turn.send.due_on}:{turn.send.offset}"
    _tell(db, assessment, kind="reminder", slot=slot, base_url=base_url, now=now)
    return 1


def _stamp(
    db: Session, assessment_id: UUID, row: Planned, state: ReminderState, now: dt.datetime
) -> None:
    db.execute(
        update(Reminder)
        .where(
            Reminder.assessment_id == assessment_id,
            Reminder.due_on == row.due_on,
            Reminder.offset_days == row.offset,
            Reminder.state == ReminderState.WAITING,
        )
        .values(state=state, sent_at=now if state == ReminderState.SENT else None)
    )


def tell_of(db: Session, assessment_id: UUID, *, kind: str, base_url: str, now: dt.datetime) -> int:
    """Write the mails of a new, returned or moved request; a worker's job, may run twice."""
    assessment = db.execute(
        select(Assessment).where(Assessment.id == assessment_id)
    ).scalar_one_or_none()
    if assessment is None or AssessmentState(assessment.state) not in WITH_SUPPLIER:
        return 0
    slot = f"{kind}:{day_in_sweden(assessment.due_at)}"
    if assessment.submitted_at is not None:
        # Returned twice in a day is told twice: the submission that came back names the mail.
        slot += f":{assessment.submitted_at.isoformat()}"
    if kind == "due_changed":
        # A day that is moved back to an earlier one is told again; the same job twice is not.
        last = _last_told(db, assessment_id)
        if last is not None and last.slot.startswith(f"{slot}:"):
            return 0
        slot += f":after-{last.id}" if last is not None else ""
    return _tell(db, assessment, kind=kind, slot=slot, base_url=base_url, now=now)


def _last_told(db: Session, assessment_id: UUID) -> Row[UUID, str] | None:
    """The last mail that told of a moved day: its id and its slot."""
    return db.execute(
        select(Notification.id, Notification.slot)
        .where(Notification.assessment_id == assessment_id, Notification.kind == "due_changed")
        .order_by(Notification.id.desc())
        .limit(1)
    ).one_or_none()


def _tell(
    db: Session,
    assessment: Assessment,
    *,
    kind: str,
    slot: str,
    base_url: str,
    now: dt.datetime,
) -> int:
    """A mail about a due date to each person at the supplier; how many were written.

    Where nobody there has an account yet, it goes to the address the planner gave.
    """
    title, buyer = db.execute(
        select(Campaign.title, Organisation.name)
        .join(Organisation, Organisation.id == Campaign.buyer_id)
        .where(Campaign.id == assessment.campaign_id)
    ).one()
    about = About(
        supplier_id=assessment.supplier_id,
        buyer_id=assessment.buyer_id,
        assessment_id=assessment.id,
    )
    facts = _facts(assessment, base_url) | {"buyer": buyer, "title": title}
    letters = [
        Letter(
            kind=kind,
            slot=f"{slot}:{assessment.id}:{to.address.lower()}",
            to=to,
            about=about,
            values=facts | {"left": _left(assessment, buyer, to.language, now)},
            calendar=due_entry(assessment, buyer, to.language, base_url=base_url, now=now),
        )
        for to in _recipients(db, assessment)
    ]
    return sum(notifications.write(db, one, base_url=base_url, now=now) for one in letters)


def _facts(assessment: Assessment, base_url: str) -> dict[str, object]:
    return {
        "due_at": assessment.due_at,
        "answered": assessment.answered,
        "asked": assessment.asked,
        "observation": assessment.observation,
        "link": _address(assessment, base_url),
    }


def _address(assessment: Assessment, base_url: str) -> str:
    return f"{base_url}/assessments/{assessment.id}"


def _left(assessment: Assessment, buyer: str, language: str, now: dt.datetime) -> str:
    """How long is left, in words."""
    distance = deadlines.distance(day_in_sweden(assessment.due_at), now)
    one, many = LEFT[distance.direction]
    values = {"buyer": buyer, "days": distance.days}
    return translate(language, one if distance.days == 1 else many, values)


def _recipients(db: Session, assessment: Assessment) -> list[Recipient]:
    users = db.execute(
        select(User.id, User.email, User.language)
        .where(User.organisation_id == assessment.supplier_id, User.disabled_at.is_(None))
        .order_by(User.created_at)
    ).all()
    people = [Recipient(address=u.email, language=u.language, user_id=u.id) for u in users]
    return people or [Recipient(address=assessment.contact_email, language="sv")]


def due_entry(
    assessment: Assessment, buyer: str, language: str, *, base_url: str, now: dt.datetime
) -> str:
    """The calendar entry of an assessment's due date, in a language."""
    due = DueDate(
        assessment_id=assessment.id,
        title=translate(language, CALENDAR_TITLE, {"buyer": buyer}),
        text=translate(language, CALENDAR_TEXT, {"buyer": buyer}),
        url=_address(assessment, base_url),
        due_at=assessment.due_at,
        # Seconds since the request was sent: grows with each later mail, as RFC 5545 wants.
        sequence=max(0, int((now - assessment.sent_at).total_seconds())),
    )
    return entry(due, host=notifications.host_of(base_url), now=now)
