"""Who someone is: signing in and out, sessions, invitations, own settings."""

import datetime as dt
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session as Db

from portal.data.tables import Invitation, Organisation, Session, User
from portal.domain.access import Action, Actor, OrganisationKind, Role, Thing, check
from portal.errors import Invalid, NotFound
from portal.services import audit
from portal.texts import LANGUAGES, N_

INVITATION_DAYS: Final = 7
LONGEST_SESSION: Final = dt.timedelta(days=7)
# A session's row is touched this often at most, so that reading a page rarely writes.
TOUCH: Final = dt.timedelta(minutes=5)

USED: Final = N_("This invitation has been used. Sign in with your e-mail address and password.")
EXPIRED: Final = N_(
    "This invitation has expired. Ask the person who invited you for a new one;"
    " nothing has been lost."
)
COLLEAGUES: Final = N_(
    "Your company already has people here. Ask one of them to invite you; they have been told"
    " of the request."
)
UNKNOWN: Final = N_("This invitation is not known here. Check that the whole link was copied.")
# One plain address: no list, no brackets, no name around it, as a mail server would take it.
_ADDRESS: Final = re.compile(
    r"""[^\s@<>()\[\]\\,;:"]+@[^\s@<>()\[\]\\,;:".]+(\.[^\s@<>()\[\]\\,;:".]+)+"""
)
TAKEN: Final = N_("This e-mail address already has an account. Sign in with it.")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """Whom to invite, where to, as what."""

    organisation_id: UUID
    buyer_id: UUID | None
    email: str
    name: str
    roles: tuple[Role, ...]
    language: str


def token_hash(token: str, key: str) -> bytes:
    """What is kept of a token: a keyed hash, so that a planted row opens nothing."""
    return hmac.digest(key.encode(), token.encode(), "sha256")


def credentials(db: Db, email: str) -> Credentials | None:
    """The user behind a mail address, if one may sign in. Needs the door."""
    row = db.execute(
        select(User.id, User.password_hash).where(
            func.lower(User.email) == email.strip().lower(), User.disabled_at.is_(None)
        )
    ).one_or_none()
    return Credentials(row.id, row.password_hash) if row else None


def open_session(
    db: Db, user_id: UUID, *, key: str, now: dt.datetime, hours: int, agent: str
) -> str:
    """Begin a session and return the token for the cookie. Needs the door."""
    token = secrets.token_urlsafe(32)
    db.execute(
        insert(Session).values(
            token_hash=token_hash(token, key),
            user_id=user_id,
            created_at=now,
            seen_at=now,
            ends_at=now + dt.timedelta(hours=hours),
            agent=agent[:200],
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
        session.ends_at = min(now + dt.timedelta(hours=hours), session.created_at + LONGEST_SESSION)
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


def close_session(db: Db, token: str, *, key: str) -> None:
    """End a session at once, also for a copied cookie. Needs the door."""
    db.execute(delete(Session).where(Session.token_hash == token_hash(token, key)))


def invite(db: Db, actor: Actor, new: NewInvitation, *, key: str, now: dt.datetime) -> str:
    """Write an invitation and return its token, for the mail alone.

    Raises Denied for one who may not invite there, Invalid for an address that is none.
    """
    check(
        actor,
        _inviting(actor, new),
        Thing(
            supplier_id=new.organisation_id if new.organisation_id != new.buyer_id else None,
            buyer_id=new.buyer_id,
        ),
    )
    email = checked_email(new.email)
    token = secrets.token_urlsafe(32)
    invitation_id = db.execute(
        insert(Invitation)
        .values(
            token_hash=token_hash(token, key),
            organisation_id=new.organisation_id,
            buyer_id=new.buyer_id,
            email=email,
            name=new.name.strip(),
            roles=[str(role) for role in new.roles],
            language=new.language,
            invited_by=actor.user_id,
            created_at=now,
            ends_at=now + dt.timedelta(days=INVITATION_DAYS),
        )
        .returning(Invitation.id)
    ).scalar_one()
    audit.record(db, actor, "invite", thing="invitation", thing_id=invitation_id, now=now)
    return token


def _inviting(actor: Actor, new: NewInvitation) -> Action:
    if actor.side == "supplier":
        return Action.INVITE_COLLEAGUE
    return Action.INVITE_STAFF if new.organisation_id == new.buyer_id else Action.INVITE_SUPPLIER


def checked_email(email: str) -> str:
    """A mail address that could be one. Raises Invalid on the field ``email``."""
    address = email.strip()
    if not _ADDRESS.fullmatch(address):
        raise Invalid({"email": N_("Write an e-mail address, like name@firm.se.")})
    return address


def invitation(db: Db, token: str, *, key: str, now: dt.datetime) -> Invitation:
    """The open invitation behind a token. Needs the door.

    Raises NotFound with a sentence that tells an unknown, a used and an expired one apart:
    who holds the token has been invited, so nothing is given away.
    """
    found = db.execute(
        select(Invitation).where(Invitation.token_hash == token_hash(token, key))
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(UNKNOWN)
    if found.used_at is not None:
        raise NotFound(USED)
    if found.ends_at <= now:
        raise NotFound(EXPIRED)
    if _lets_a_buyer_in(db, found):
        raise NotFound(COLLEAGUES)
    return found


def _lets_a_buyer_in(db: Db, found: Invitation) -> bool:
    """Whether a buyer's invitation leads to a supplier that has people of its own.

    A buyer opens a supplier's door once, to the first person there. Were it more, any planner
    could invite its own address and read what is being written to another buyer (promise 2).
    """
    if found.buyer_id is None or found.buyer_id == found.organisation_id:
        return False
    there = select(User.id).where(
        User.organisation_id == found.organisation_id, User.disabled_at.is_(None)
    )
    return bool(db.execute(there.limit(1)).all())


def accept(db: Db, invitation_id: UUID, *, name: str, password_hash: str, now: dt.datetime) -> UUID:
    """Make the invited person a user. Needs the door.

    The UPDATE names the expected state, so that two quick clicks make one user.
    Raises NotFound where the invitation was used meanwhile, Invalid where the address is taken.
    """
    claimed = db.execute(
        update(Invitation)
        .where(Invitation.id == invitation_id, Invitation.used_at.is_(None))
        .values(used_at=now)
        .returning(
            Invitation.organisation_id, Invitation.email, Invitation.roles, Invitation.language
        )
    ).one_or_none()
    if claimed is None:
        raise NotFound(USED)
    if credentials(db, claimed.email) is not None:
        raise Invalid({"email": TAKEN})
    user_id = db.execute(
        insert(User)
        .values(
            organisation_id=claimed.organisation_id,
            email=claimed.email,
            name=name,
            roles=claimed.roles,
            language=claimed.language,
            password_hash=password_hash,
        )
        .returning(User.id)
    ).scalar_one()
    audit.record(db, None, "accept_invitation", thing="user", thing_id=user_id, now=now)
    return user_id


def made_up(db: Db) -> bool:
    """Whether accounts of the demonstration are here: their addresses end in ``.example``, which
    no real one does (RFC 2606). Needs the door."""
    return bool(db.execute(select(User.id).where(User.email.ilike("%.example")).limit(1)).all())


def choose_language(db: Db, actor: Actor, language: str) -> None:
    """Keep the person's language. An unknown one changes nothing."""
    if language in LANGUAGES:
        db.execute(update(User).where(User.id == actor.user_id).values(language=language))


def choose_shortcuts(db: Db, actor: Actor, *, on: bool) -> None:
    """Switch the reviewer's single keys on or off (WCAG 2.1.4)."""
    db.execute(update(User).where(User.id == actor.user_id).values(shortcuts=on))


def colleagues(db: Db, actor: Actor) -> list[User]:
    """The users of the actor's own organisation, by name."""
    check(actor, Action.CHANGE_OWN_SETTINGS)
    return list(
        db.execute(
            select(User)
            .where(User.organisation_id == actor.organisation_id)
            .order_by(func.translate(func.lower(User.name), "åäö", "{|}").collate("C"))
        ).scalars()
    )


def disable(db: Db, actor: Actor, user_id: UUID, *, now: dt.datetime) -> None:
    """Take a colleague's access away; what they wrote stays. Raises NotFound, Denied."""
    own = Thing(
        supplier_id=actor.organisation_id if actor.side == "supplier" else None,
        buyer_id=actor.organisation_id if actor.side == "buyer" else None,
    )
    check(actor, Action.MANAGE_USERS, own)
    if user_id == actor.user_id:
        raise Invalid(sentence=N_("You cannot take away your own access."))
    changed = db.execute(
        update(User)
        .where(
            User.id == user_id,
            User.organisation_id == actor.organisation_id,
            User.disabled_at.is_(None),
        )
        .values(disabled_at=now)
        .returning(User.id)
    ).one_or_none()
    if changed is None:
        raise NotFound
    audit.record(db, actor, "disable", thing="user", thing_id=user_id, now=now)
