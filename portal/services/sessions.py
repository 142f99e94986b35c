"""Sessions: signing in and out, and who stands behind a cookie."""

import datetime as dt
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session as Db

from portal.data.tables import Organisation, Session, User
from portal.domain.access import Actor, OrganisationKind, Role
from portal.services import audit
from portal.services.tokens import new_token, token_hash

LONGEST: Final = dt.timedelta(days=7)
# What a browser calls itself is kept this long at most.
LONGEST_AGENT: Final = 200
# A session's row is touched this often at most, so that reading a page rarely writes.
TOUCH: Final = dt.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What signing in needs of a user."""

    user_id: UUID
    password_hash: str | None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person with a live session."""

    actor: Actor
    shortcuts: bool
    ends_at: dt.datetime


def credentials(db: Db, email: str) -> Credentials | None:
    """The user behind a mail address, if one may sign in. Needs the door."""
    row = db.execute(
        select(User.id, User.password_hash).where(
            func.lower(User.email) == email.strip().lower(), User.disabled_at.is_(None)
        )
    ).one_or_none()
    return Credentials(row.id, row.password_hash) if row else None


def begin(db: Db, user_id: UUID, *, key: str, now: dt.datetime, hours: int, agent: str) -> str:
    """Begin a session and return the token for the cookie. Needs the door."""
    token = new_token()
    db.execute(
        insert(Session).values(
            token_hash=token_hash(token, key),
            user_id=user_id,
            created_at=now,
            seen_at=now,
            ends_at=now + dt.timedelta(hours=hours),
            agent=agent[:LONGEST_AGENT],
        )
    )
    audit.record(db, None, "sign_in", thing="user", thing_id=user_id, now=now)
    return token


def who_is(db: Db, token: str, *, key: str, now: dt.datetime, hours: int) -> SignedIn | None:
    """The person behind a cookie, or None. Prolongs the session, up to a week. Needs the door."""
    row = db.execute(
        select(Session, User, Organisation)
        .join(User, User.id == Session.user_id)
        .join(Organisation, Organisation.id == User.organisation_id)
        .where(
            Session.token_hash == token_hash(token, key),
            Session.ends_at > now,
            User.disabled_at.is_(None),
        )
    ).one_or_none()
    if row is None:
        return None
    session, user, organisation = row
    if now - session.seen_at > TOUCH:
        session.seen_at = now
        session.ends_at = min(now + dt.timedelta(hours=hours), session.created_at + LONGEST)
    return SignedIn(_actor(user, organisation), user.shortcuts, session.ends_at)


def _actor(user: User, organisation: Organisation) -> Actor:
    return Actor(
        user_id=user.id,
        organisation_id=organisation.id,
        side=OrganisationKind(organisation.kind).side,
        roles=frozenset(Role(role) for role in user.roles),
        name=user.name,
        organisation_name=organisation.name,
        language=user.language,
    )


def end(db: Db, token: str, *, key: str) -> None:
    """End a session at once, also for a copied cookie. Needs the door."""
    db.execute(delete(Session).where(Session.token_hash == token_hash(token, key)))
