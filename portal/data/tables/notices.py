"""What goes out and what is kept of it: bells, mails, reminders, the audit log."""

import datetime as dt
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKeyConstraint,
    Identity,
    Index,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from portal.data.tables.base import Base, Id, Moment, Now


class Outbox(Base):
    """A bell to ring after commit. Holds a job's name and a row's id, nothing else."""

    __tablename__ = "outbox"
    __table_args__ = (Index("outbox_waiting_idx", "id", postgresql_where="rung_at is null"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    job: Mapped[str]
    subject_id: Mapped[UUID]
    created_at: Mapped[Now]
    rung_at: Mapped[Moment | None]


class Notification(Base):
    """One mail to one person. ``slot`` makes it go once; ``secret`` is a link that only the
    mail worker may read, and that is wiped once the mail has left."""

    __tablename__ = "notification"
    __table_args__ = (
        CheckConstraint(
            "state in ('waiting','sending','sent','kept','unknown','failed','bounced')",
            name="state",
        ),
        Index("notification_state_idx", "state", "created_at"),
    )

    id: Mapped[Id]
    slot: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    address: Mapped[str]
    user_id: Mapped[UUID | None]
    supplier_id: Mapped[UUID | None]
    buyer_id: Mapped[UUID | None]
    assessment_id: Mapped[UUID | None]
    language: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    calendar: Mapped[str | None]
    secret: Mapped[str | None]
    message_id: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(server_default="waiting")
    error: Mapped[str] = mapped_column(server_default="")
    attempts: Mapped[int] = mapped_column(server_default="0")
    created_at: Mapped[Now]
    claimed_at: Mapped[Moment | None]
    sent_at: Mapped[Moment | None]


class Reminder(Base):
    """A mail that shall go at a time: ``offset_days`` from the due date, each once."""

    __tablename__ = "reminder"
    __table_args__ = (
        ForeignKeyConstraint(
            ["assessment_id", "supplier_id", "buyer_id"],
            ["assessment.id", "assessment.supplier_id", "assessment.buyer_id"],
        ),
        UniqueConstraint("assessment_id", "offset_days", "due_on"),
        CheckConstraint("state in ('waiting','sent','skipped','cancelled')", name="state"),
        Index("reminder_waiting_idx", "at", postgresql_where="state = 'waiting'"),
    )

    id: Mapped[Id]
    assessment_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    offset_days: Mapped[int]
    due_on: Mapped[dt.date]
    at: Mapped[dt.datetime]
    state: Mapped[str] = mapped_column(server_default="waiting")
    sent_at: Mapped[Moment | None]


class AuditEntry(Base):
    """One line of the audit log: its hash covers the line and the hash before it."""

    __tablename__ = "audit_entry"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    entry: Mapped[str]
    hash: Mapped[bytes]
