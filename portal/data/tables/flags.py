"""What documents say, what persons decided of it, and where it meets the answers."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from portal.data.tables.base import Base, Id, Json, Moment, Now


class Flag(Base):
    """What a page says, pinned to its words.

    ``place`` names the same words across re-runs, ``said`` what they are taken to say."""

    __tablename__ = "flag"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "supplier_id"],
            ["document.id", "document.supplier_id"],
            ondelete="CASCADE",
        ),
        UniqueConstraint("document_id", "key"),
        Index("flag_reading_order_idx", "document_id", "page", "start"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    document_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    key: Mapped[str]
    page: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str]
    topic: Mapped[str]
    stance: Mapped[str]
    bearing: Mapped[str]
    severe: Mapped[bool] = mapped_column(server_default="false")
    value: Mapped[Json]
    score: Mapped[float]
    rule: Mapped[str]
    pack: Mapped[str]
    cues: Mapped[list[Any]]
    boxes: Mapped[list[Any]]
    rules_version: Mapped[str]
    flagged_at: Mapped[Now]
    place: Mapped[str]
    said: Mapped[str] = mapped_column(server_default="")
    hints: Mapped[list[Any]] = mapped_column(server_default="[]")


class Reflagging(Base):
    """One time that a document's flags were made anew and came out otherwise.

    ``changes`` holds at most some hundred of them, in the order of the pages."""

    __tablename__ = "reflagging"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "supplier_id"],
            ["document.id", "document.supplier_id"],
            ondelete="CASCADE",
        ),
        Index("reflagging_of_idx", "document_id", "made_at"),
    )

    id: Mapped[Id]
    document_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    former_version: Mapped[str]
    version: Mapped[str]
    new: Mapped[int]
    gone: Mapped[int]
    changed: Mapped[int]
    changes: Mapped[list[Any]]
    made_at: Mapped[dt.datetime]


class FlagDecision(Base):
    """A reviewer's decision, kept by the document's bytes and what the flag said, so that a re-run
    loses none. Only ``undone_at`` is ever changed. Without ``said`` it stands for whatever the
    words are taken to say: so were decisions kept at first. ``correction`` is what the reviewer
    says that they say."""

    __tablename__ = "flag_decision"
    __table_args__ = (
        CheckConstraint(
            "decision in ('confirmed','rejected','unsure','corrected')", name="decision"
        ),
        CheckConstraint("(decision = 'corrected') = (correction is not null)", name="correction"),
        CheckConstraint("decision <> 'rejected' or reason <> ''", name="reason"),
        Index("flag_decision_of_idx", "buyer_id", "sha256", "place"),
        # One standing decision a flag and buyer: two quick clicks cannot make two.
        Index(
            "flag_decision_standing_key",
            "buyer_id",
            "sha256",
            "key",
            unique=True,
            postgresql_where="undone_at is null",
        ),
    )

    id: Mapped[Id]
    buyer_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    sha256: Mapped[str]
    key: Mapped[str]
    decision: Mapped[str]
    reason: Mapped[str] = mapped_column(server_default="")
    score: Mapped[float]
    rule: Mapped[str]
    rules_version: Mapped[str]
    reviewer_id: Mapped[UUID]
    reviewer_name: Mapped[str]
    decided_at: Mapped[dt.datetime]
    undone_at: Mapped[Moment | None]
    place: Mapped[str]
    said: Mapped[str] = mapped_column(server_default="")
    topic: Mapped[str] = mapped_column(server_default="")
    page: Mapped[int] = mapped_column(server_default="0")
    start: Mapped[int] = mapped_column(server_default="0")
    end: Mapped[int] = mapped_column(server_default="0")
    correction: Mapped[Json | None] = mapped_column(JSONB(none_as_null=True))


class Finding(Base):
    """Where an answer and a document meet. Without ``submission_id`` it is a draft's own."""

    __tablename__ = "finding"
    __table_args__ = (
        ForeignKeyConstraint(
            ["assessment_id", "supplier_id", "buyer_id"],
            ["assessment.id", "assessment.supplier_id", "assessment.buyer_id"],
        ),
        Index("finding_of_idx", "assessment_id", "submission_id"),
    )

    id: Mapped[Id]
    assessment_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    submission_id: Mapped[UUID | None] = mapped_column(ForeignKey("submission.id"))
    rule: Mapped[str]
    kind: Mapped[str]
    question_id: Mapped[str]
    document_id: Mapped[UUID | None]
    flag_id: Mapped[UUID | None]
    page: Mapped[int | None]
    quote: Mapped[str] = mapped_column(server_default="")
    values: Mapped[Json] = mapped_column(server_default="{}")
    found_at: Mapped[Now]
