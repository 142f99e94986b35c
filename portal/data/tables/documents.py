"""Documents from suppliers, their pages, and what each says of itself."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
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
