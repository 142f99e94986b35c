"""Invitations: written by one who may let people in, mailed as a link, accepted once."""

import datetime as dt
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session as Db

from portal.data.tables import Invitation, User
from portal.domain.access import Action, Actor, Role, Thing, check
from portal.domain.addresses import checked_email
from portal.errors import Invalid, NotFound
from portal.services import audit, notifications, sessions
from portal.services.notifications import LINK, About, Letter, Recipient
from portal.services.tokens import new_token, token_hash
from portal.texts import N_

DAYS: Final = 7

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
TAKEN: Final = N_("This e-mail address already has an account. Sign in with it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """Whom to invite, where to, as what."""

    organisation_id: UUID
    buyer_id: UUID | None
    email: str
    name: str
    roles: tuple[Role, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Sender:
    """What an invitation needs of the installation: the key for its token, where its link leads."""

    key: str
    base_url: str


def invite(
    db: Db,
    actor: Actor,
    new: NewInvitation,
    sender: Sender,
    *,
    now: dt.datetime,
    assessment_id: UUID | None = None,
) -> None:
    """Write an invitation and the mail with its link; ``assessment_id`` is what it comes with.

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
    invitation_id, token = keep(db, new, invited_by=actor.user_id, key=sender.key, now=now)
    audit.record(db, actor, "invite", thing="invitation", thing_id=invitation_id, now=now)
    letter = _letter(
        actor, new, link=f"{sender.base_url}/invitation/{token}", now=now,
        assessment_id=assessment_id,
    )  # fmt: skip
    notifications.write(db, letter, base_url=sender.base_url, now=now)


def keep(
    db: Db, new: NewInvitation, *, invited_by: UUID | None, key: str, now: dt.datetime
) -> tuple[UUID, str]:
    """Keep an invitation; its id, and its token for the link alone. The caller checks the right.

    Raises Invalid for an address that is none.
    """
    token = new_token()
    invitation_id = db.execute(
        insert(Invitation)
        .values(
            token_hash=token_hash(token, key),
            organisation_id=new.organisation_id,
            buyer_id=new.buyer_id,
            email=checked_email(new.email),
            name=new.name.strip(),
            roles=[str(role) for role in new.roles],
            language=new.language,
            invited_by=invited_by,
            created_at=now,
            ends_at=now + dt.timedelta(days=DAYS),
        )
        .returning(Invitation.id)
    ).scalar_one()
    return invitation_id, token


def _letter(
    actor: Actor,
    new: NewInvitation,
    *,
    link: str,
    now: dt.datetime,
    assessment_id: UUID | None,
) -> Letter:
    """The mail; the link goes where only the mail worker reads it."""
    return Letter(
        kind="invitation",
        slot=f"invitation:{new.email.lower()}:{now.isoformat()}",
        to=Recipient(address=new.email.strip(), language=new.language),
        about=About(
            supplier_id=actor.supplier_id,
            buyer_id=new.buyer_id,
            assessment_id=assessment_id,
        ),
        values={
            "name": new.name,
            "inviter": actor.name,
            "organisation": actor.organisation_name,
            "link": LINK,
            "days": DAYS,
        },
        secret=link,
    )


def _inviting(actor: Actor, new: NewInvitation) -> Action:
    if actor.side == "supplier":
        return Action.INVITE_COLLEAGUE
    return Action.INVITE_STAFF if new.organisation_id == new.buyer_id else Action.INVITE_SUPPLIER


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
    if sessions.credentials(db, claimed.email) is not None:
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
