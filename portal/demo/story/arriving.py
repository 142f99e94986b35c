"""How people come in: buyers are set up, the others accept an invitation that came by mail."""

import datetime as dt

from sqlalchemy import insert, select

from portal.data.session import transaction
from portal.data.tables import Notification, Organisation, User
from portal.domain.access import Role
from portal.services import accounts, invitations, sessions
from portal.services.invitations import NewInvitation, Sender

from .people import Buyer, Person, Supplier
from .stage import Stage

AGENT = "demonstration"


def set_up(stage: Stage, buyer: Buyer, now: dt.datetime) -> None:
    """A buyer with its first administrator, as an installation begins; then the staff."""
    with transaction(stage.owner) as db:
        organisation_id = db.execute(
            insert(Organisation)
            .values(kind=buyer.kind, name=buyer.name, number=buyer.number, created_at=now)
            .returning(Organisation.id)
        ).scalar_one()
        administrator = buyer.administrator
        db.execute(
            insert(User).values(
                organisation_id=organisation_id,
                email=administrator.email,
                name=administrator.name,
                roles=[str(role) for role in administrator.roles],
                language=administrator.language,
                password_hash=stage.password_hash,
                created_at=now,
            )
        )
    sign_in(stage, administrator, now)
    for person in buyer.staff:
        invite(stage, administrator, person, now)
        come_in(stage, person, now)


def sign_in(stage: Stage, person: Person, now: dt.datetime) -> None:
    """A person signs in and acts from now on."""
    key, hours = stage.settings.secret_key, stage.settings.session_hours
    with stage.at_the_door() as db:
        known = sessions.credentials(db, person.email)
        if known is None:
            raise LookupError(person.email)
        token = sessions.begin(db, known.user_id, key=key, now=now, hours=hours, agent=AGENT)
        signed_in = sessions.who_is(db, token, key=key, now=now, hours=hours)
    if signed_in is None:
        raise LookupError(person.email)
    stage.actors[person.email] = signed_in.actor


def invite(stage: Stage, host: Person, guest: Person, now: dt.datetime) -> None:
    """Someone invites a colleague."""
    with stage.acting(host) as (db, actor):
        new = NewInvitation(
            organisation_id=actor.organisation_id,
            buyer_id=actor.buyer_id,
            email=guest.email,
            name=guest.name,
            roles=guest.roles,
            language=guest.language,
        )
        sender = Sender(stage.settings.secret_key, stage.settings.base_url)
        invitations.invite(db, actor, new, sender, now=now)
    stage.ring(now)


def come_in(stage: Stage, person: Person, now: dt.datetime) -> None:
    """An invited person opens the link in the mail, chooses a password and signs in."""
    with stage.work() as db:
        link = db.execute(
            select(Notification.secret)
            .where(Notification.kind == "invitation", Notification.address == person.email)
            .order_by(Notification.id.desc())
            .limit(1)
        ).scalar_one()
    token = str(link).rpartition("/")[2]
    with stage.at_the_door() as db:
        found = invitations.invitation(db, token, key=stage.settings.secret_key, now=now)
        invitations.accept(
            db, found.id, name=person.name, password_hash=stage.password_hash, now=now
        )
    sign_in(stage, person, now)
    with stage.acting(person) as (db, actor):
        accounts.choose_language(db, actor, person.language)
        # Who reviews all day turns the keys on; for everybody else they wait (WCAG 2.1.4).
        accounts.choose_shortcuts(db, actor, on=Role.REVIEWER in person.roles)


def arrive(stage: Stage, supplier: Supplier, now: dt.datetime) -> None:
    """A supplier's contact comes in, and after it the colleagues; those who are in stay so."""
    contact = supplier.contact
    if contact is None or contact.email in stage.actors:
        return
    come_in(stage, contact, now)
    for colleague in supplier.colleagues:
        invite(stage, contact, colleague, now)
        come_in(stage, colleague, now)
