"""Accounts: a person's own settings, and the colleagues who have one beside it."""

import datetime as dt
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session as Db

from portal.data.sorting import by_name
from portal.data.tables import User
from portal.domain.access import Action, Actor, Thing, check
from portal.errors import Invalid, NotFound
from portal.services import audit
from portal.texts import LANGUAGES, N_


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
            .order_by(by_name(User.name))
        ).scalars()
    )


def disable(db: Db, actor: Actor, user_id: UUID, *, now: dt.datetime) -> None:
    """Take a colleague's access away; what they wrote stays.

    Raises Denied for one who may not, Invalid for oneself, NotFound for a stranger.
    """
    check(actor, Action.MANAGE_USERS, Thing(actor.supplier_id, actor.buyer_id))
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
