"""What the clock finds left behind and asks for again, a bounded number at a time."""

import datetime as dt
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Session as Db

from portal.data import outbox
from portal.data.files import PICTURES
from portal.data.tables import (
    Document,
    LargerPicture,
    Notification,
    Outbox,
    Session,
    WorkerReport,
)
from portal.domain.evidence import ENDED, DocumentState, FailureCode, Limits, Malware, WishState
from portal.domain.mails import MailState
from portal.services.flagging import FLAGGABLE
from portal.services.notifications import SEND
from portal.services.pictures import LARGER
from portal.services.reading import DRAW, FLAG, READ, RECOGNISE
from portal.services.recognition import lease
from portal.services.scanning import SCAN, UNJUDGED

MOST: Final = 20
TRIES: Final = 5

# What nobody has touched for so long was forgotten: the queue was emptied, or a worker died.
SILENCE: Final = dt.timedelta(seconds=90)

# A reader commits a page every few seconds, and a page may take a minute at most, however the
# limits are set. A reader that is silent for longer is dead.
READING: Final = dt.timedelta(minutes=3)

# What an older reader read is read again so many at a time, and only while nobody waits.
AGAIN: Final = 5

# A mail that was being sent when its worker died: perhaps it left. One retry with the same
# Message-ID, so that a mail server can drop the second copy.
DOUBT: Final = dt.timedelta(minutes=15)

# A server that takes no mail now is asked after 3 minutes, then after twice as long each time,
# at most every 6 hours, for about four days in all (RFC 5321, 4.5.4.1).
DOUBLINGS: Final = 8
MAIL_TRIES: Final = 20

# Rung bells are kept a while, to look at; a machine not heard of for so long is gone.
KEPT_BELLS: Final = dt.timedelta(days=7)
KEPT_REPORTS: Final = dt.timedelta(days=7)


def put_back_stuck(db: Db, *, now: dt.datetime) -> int:
    """Documents whose reader died go back to be read; the pages that were kept stay.

    One that has ended its reader again and again is given up with a sentence to its supplier.
    """
    db.execute(
        update(Document)
        .where(
            Document.state == DocumentState.READING,
            Document.changed_at < now - READING,
            Document.attempts >= TRIES,
        )
        .values(state=DocumentState.FAILED, failure=FailureCode.UNEXPECTED, changed_at=now)
    )
    return _ring_for(
        db,
        READ,
        Document.state == DocumentState.READING,
        silent_since=now - READING,
        values={"state": DocumentState.RECEIVED, "changed_at": now},
    )


def ring_for_forgotten(db: Db, *, now: dt.datetime) -> int:
    """Received documents that nobody takes: the queue was emptied."""
    return _ring_for(
        db,
        READ,
        Document.state == DocumentState.RECEIVED,
        silent_since=now - SILENCE,
        values={"changed_at": now},
    )


def ring_for_pictures(db: Db, *, limits: Limits, now: dt.datetime) -> int:
    """Documents whose pictures nobody recognises: the queue was emptied, or a worker died."""
    return _ring_for(
        db,
        RECOGNISE,
        Document.state == DocumentState.RECOGNISING,
        silent_since=now - lease(limits),
        values={"changed_at": now},
    )


def ring_for_undrawn(db: Db, *, now: dt.datetime) -> int:
    """Documents that have been read and not drawn, or drawn in another way, and larger wishes."""
    wished = select(LargerPicture.document_id).where(
        LargerPicture.state == WishState.WAITING, LargerPicture.asked_at < now - SILENCE
    )
    larger = _ring_for(
        db,
        LARGER,
        Document.id.in_(wished),
        silent_since=now - SILENCE,
        values={"changed_at": now},
    )
    return larger + _ring_for(
        db,
        DRAW,
        Document.state.in_(FLAGGABLE),
        or_(Document.drawn_version.is_(None), Document.drawn_version != PICTURES),
        silent_since=now - SILENCE,
        values={"changed_at": now},
    )


def put_back_older(db: Db, *, version: str, now: dt.datetime) -> int:
    """Documents that an older reader ended go to be read again, while no other is read.

    What was found infected stays shut, also where there is no scanner any more.
    """
    busy = select(Document.id).where(
        Document.state.in_(
            [DocumentState.RECEIVED, DocumentState.READING, DocumentState.RECOGNISING]
        )
    )
    if db.execute(select(busy.exists())).scalar_one():
        return 0
    return _ring_for(
        db,
        READ,
        Document.state.in_(ENDED),
        Document.reader_version != version,
        Document.malware != Malware.INFECTED,
        silent_since=now - SILENCE,
        values={"state": DocumentState.RECEIVED, "attempts": 0, "changed_at": now},
        most=AGAIN,
    )


def ring_for_unjudged(db: Db, *, now: dt.datetime) -> int:
    """Documents that were read before there was a scanner, or while it was away."""
    return _ring_for(
        db,
        SCAN,
        Document.state.in_(ENDED | {DocumentState.RECOGNISING}),
        Document.malware.in_(UNJUDGED),
        silent_since=now - SILENCE,
        values={"changed_at": now},
    )


def ring_for_stale(db: Db, *, version: str, now: dt.datetime) -> int:
    """Read documents without flags, or with flags of another rules version."""
    return _ring_for(
        db,
        FLAG,
        Document.state.in_(FLAGGABLE),
        or_(Document.rules_version.is_(None), Document.rules_version != version),
        silent_since=now - SILENCE,
        values={"changed_at": now},
    )


def _ring_for(
    db: Db,
    job: str,
    *conditions: ColumnElement[bool],
    silent_since: dt.datetime,
    values: dict[str, object],
    most: int = MOST,
) -> int:
    # SKIP LOCKED leaves a row alone that a living worker is just writing. Touching the row
    # keeps the next tick from ringing for it again at once.
    found = (
        select(Document.id)
        .where(*conditions, Document.changed_at < silent_since)
        .order_by(Document.changed_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    ids: list[UUID] = list(
        db.execute(
            update(Document)
            .where(Document.id.in_(found.scalar_subquery()))
            .values(values)
            .returning(Document.id)
        ).scalars()
    )
    for document_id in ids:
        outbox.post(db, job, document_id)
    return len(ids)


def ring_for_mail(db: Db, *, now: dt.datetime) -> int:
    """Mails that wait without a bell, and those whose worker died while sending, once.

    One that no server took, however often it was asked, is given up.
    """
    doubtful = update(Notification).where(
        Notification.state == MailState.SENDING,
        Notification.claimed_at < now - DOUBT,
    )
    db.execute(doubtful.where(Notification.attempts > 1).values(state=MailState.UNKNOWN))
    db.execute(
        doubtful.where(Notification.attempts <= 1).values(state=MailState.WAITING, claimed_at=now)
    )
    db.execute(
        update(Notification)
        .where(Notification.state == MailState.WAITING, Notification.attempts >= MAIL_TRIES)
        .values(state=MailState.FAILED)
    )
    pause = SILENCE * func.power(2, func.least(Notification.attempts, DOUBLINGS))
    waiting = list(
        db.execute(
            select(Notification.id)
            .where(
                Notification.state == MailState.WAITING,
                Notification.created_at < now - SILENCE,
                or_(Notification.claimed_at.is_(None), Notification.claimed_at + pause < now),
            )
            .limit(MOST)
            .with_for_update(skip_locked=True)
        ).scalars()
    )
    for notification_id in waiting:
        outbox.post(db, SEND, notification_id)
    if waiting:
        db.execute(update(Notification).where(Notification.id.in_(waiting)).values(claimed_at=now))
    return len(waiting)


def sweep_out(db: Db, *, now: dt.datetime) -> None:
    """Delete ended sessions, bells that rang long ago and reports of machines that are gone."""
    db.execute(delete(Session).where(Session.ends_at < now))
    db.execute(delete(WorkerReport).where(WorkerReport.told_at < now - KEPT_REPORTS))
    db.execute(delete(Outbox).where(Outbox.rung_at < now - KEPT_BELLS))
