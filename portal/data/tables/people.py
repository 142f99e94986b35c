"""Organisations, their users, and how those come in."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from portal.data.tables.base import Base, Id, Moment, Now


class Organisation(Base):
    """A public buyer or a supplier. ``kind`` is ``supplier`` or one of the buyers' kinds."""

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint(
            "kind in ('supplier','region','municipality','company','central_purchasing_body')",
            name="kind",
        ),
    )

    id: Mapped[Id]
    kind: Mapped[str]
    name: Mapped[str]
    number: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[Now]


class User(Base):
    """A person at one organisation. ``roles`` are those of ``portal.domain.access.Role``."""

    __tablename__ = "user"
    __table_args__ = (
        Index("user_email_key", func.lower(text("email")), unique=True),
        UniqueConstraint("id", "organisation_id"),
    )

    id: Mapped[Id]
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    email: Mapped[str]
    name: Mapped[str]
    roles: Mapped[list[Any]]
    language: Mapped[str] = mapped_column(server_default="sv")
    shortcuts: Mapped[bool] = mapped_column(server_default="false")
    password_hash: Mapped[str | None]
    disabled_at: Mapped[Moment | None]
    created_at: Mapped[Now]


class Session(Base):
    """A signed-in browser; the cookie's value is kept only as a keyed hash."""

    __tablename__ = "session"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[Now]
    seen_at: Mapped[Now]
    ends_at: Mapped[dt.datetime]
    agent: Mapped[str] = mapped_column(server_default="")


class Invitation(Base):
    """A way in by mail: single use, short-lived; the token is kept only as a keyed hash."""

    __tablename__ = "invitation"

    id: Mapped[Id]
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    buyer_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    email: Mapped[str]
    name: Mapped[str] = mapped_column(server_default="")
    roles: Mapped[list[Any]]
    language: Mapped[str] = mapped_column(server_default="sv")
    invited_by: Mapped[UUID | None]
    created_at: Mapped[Now]
    ends_at: Mapped[dt.datetime]
    used_at: Mapped[Moment | None]
