"""Documents from suppliers, what was read in them, and what persons decided about it."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from portal.data.tables.base import Base, Id, Json, Moment, Now


class Document(Base):
    """One file of one supplier; its bytes lie in object storage under ``sha256``.

    ``pages_pictured`` counts the pages that had to be recognised, ``pages_recognised`` those that
    have been since; ``active`` and ``properties`` are what the file holds beside its pages.
    ``drawn_version`` is how its pages were drawn, once they have been.
    """

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("id", "supplier_id"),
        UniqueConstraint("supplier_id", "sha256"),
        CheckConstraint(
            "state in ('received','reading','recognising','read','partial','failed')", name="state"
        ),
        CheckConstraint("malware in ('unscanned','waiting','clean','infected')", name="malware"),
        Index("document_state_idx", "state", "changed_at"),
    )

    id: Mapped[Id]
    supplier_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    sha256: Mapped[str]
    name: Mapped[str]
    size: Mapped[int]
    kind: Mapped[str | None]
    state: Mapped[str] = mapped_column(server_default="received")
    failure: Mapped[str | None]
    pages: Mapped[int | None]
    pages_read: Mapped[int] = mapped_column(server_default="0")
    pages_pictured: Mapped[int] = mapped_column(server_default="0")
    pages_recognised: Mapped[int] = mapped_column(server_default="0")
    type: Mapped[str | None]
    active: Mapped[list[Any]] = mapped_column(server_default="[]")
    properties: Mapped[Json] = mapped_column(server_default="{}")
    malware: Mapped[str] = mapped_column(server_default="unscanned")
    drawn_version: Mapped[str | None]
    reader_version: Mapped[str | None]
    rules_version: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(server_default="0")
    uploaded_by: Mapped[UUID]
    received_at: Mapped[Now]
    changed_at: Mapped[Now]
    read_at: Mapped[Moment | None]
    flagged_at: Mapped[Moment | None]


class Page(Base):
    """One page as it was read. ``words`` are ``[start, end, x0, y0, x1, y1]``: offsets in the
    text and fractions of the page. The text is never changed for a reader version. ``part`` names
    the attachment that a page of a mail belongs to. A picture that is ``waiting`` is claimed by
    the worker that recognises it; a claim that has stood too long is taken over."""

    __tablename__ = "page"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "supplier_id"],
            ["document.id", "document.supplier_id"],
            ondelete="CASCADE",
        ),
        CheckConstraint("method in ('text','cells','ocr','picture','lost')", name="method"),
        Index("page_waiting_idx", "document_id", "number", postgresql_where="waiting"),
    )

    document_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    supplier_id: Mapped[UUID]
    part: Mapped[str] = mapped_column(server_default="")
    method: Mapped[str]
    quality: Mapped[float]
    text: Mapped[str]
    words: Mapped[list[Any]]
    width: Mapped[float]
    height: Mapped[float]
    notes: Mapped[list[Any]] = mapped_column(server_default="[]")
    reader_version: Mapped[str]
    read_at: Mapped[Now]
    waiting: Mapped[bool] = mapped_column(server_default="false")
    claimed_at: Mapped[Moment | None]
    tries: Mapped[int] = mapped_column(server_default="0")


class LargerPicture(Base):
    """A person's wish for a larger picture of a page, and what has become of it."""

    __tablename__ = "larger_picture"
    __table_args__ = (CheckConstraint("state in ('waiting','drawn','failed')", name="state"),)

    document_id: Mapped[UUID] = mapped_column(
        ForeignKey("document.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(server_default="waiting")
    asked_at: Mapped[Now]


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


class DocumentFact(Base):
    """What a program takes a document to say of itself, with the words it rests on.

    Made anew with the flags; what persons say stands in ``fact_statement``."""

    __tablename__ = "document_fact"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "supplier_id"],
            ["document.id", "document.supplier_id"],
            ondelete="CASCADE",
        ),
        Index("document_fact_of_idx", "document_id"),
    )

    id: Mapped[Id]
    document_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    name: Mapped[str]
    value: Mapped[str]
    page: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    words: Mapped[str]
    boxes: Mapped[list[Any]]
    rule: Mapped[str]
    rules_version: Mapped[str]
    proposed_at: Mapped[dt.datetime]


class FactStatement(Base):
    """What a person at the supplier says of its document, and what was proposed at the time.

    Never changed: the latest of a name counts. An empty value says that the document does not
    tell. A buyer sees what was said before the document was handed in to it."""

    __tablename__ = "fact_statement"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "supplier_id"],
            ["document.id", "document.supplier_id"],
            ondelete="CASCADE",
        ),
        Index("fact_statement_of_idx", "document_id", "name", "said_at"),
    )

    id: Mapped[Id]
    document_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    name: Mapped[str]
    value: Mapped[str]
    proposed: Mapped[str]
    said_by: Mapped[UUID]
    said_at: Mapped[dt.datetime]


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
