"""Setting an installation up: schema, the questionnaires that come with it, the first person."""

import datetime as dt

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from portal.data.session import connect, migrate, transaction
from portal.data.tables import Organisation
from portal.domain.access import OrganisationKind, Role
from portal.errors import Invalid
from portal.questionnaires import default_raw
from portal.services import audit, invitations, questionnaires
from portal.services.invitations import NewInvitation


def bring_up_to_date(owner_url: str) -> None:
    """Migrate, and keep the default questionnaire, as the owner. Twice does nothing more."""
    migrate(owner_url)
    owner = connect(owner_url, pool_size=1)
    with transaction(owner) as db:
        questionnaires.publish(db, default_raw())
    owner.dispose()


def invite_first(
    db: Session, *, organisation: str, kind: str, email: str, key: str, now: dt.datetime
) -> str:
    """Invite the first administrator of a buyer, which is made where it is new; the token.

    Called from the command line as the owner, for there is nobody yet who may invite. Raises
    Invalid for a kind that does not buy and for an address that is none.
    """
    if kind not in set(OrganisationKind) - {OrganisationKind.SUPPLIER}:
        raise Invalid(
            # For the command line alone, which speaks English.
            sentence="The kind must be region, municipality, company or central_purchasing_body."
        )
    known = db.execute(
        select(Organisation.id).where(Organisation.name == organisation, Organisation.kind == kind)
    ).scalar_one_or_none()
    organisation_id = (
        known
        or db.execute(
            insert(Organisation).values(kind=kind, name=organisation).returning(Organisation.id)
        ).scalar_one()
    )
    new = NewInvitation(
        organisation_id=organisation_id,
        buyer_id=organisation_id,
        email=email,
        name="",
        roles=(Role.ADMINISTRATOR, Role.PLANNER, Role.REVIEWER),
        language="sv",
    )
    invitation_id, token = invitations.keep(db, new, invited_by=None, key=key, now=now)
    audit.record(db, None, "invite_first", thing="invitation", thing_id=invitation_id, now=now)
    return token
