"""The register of suppliers: who can be asked, and who is new in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from portal.data.sorting import by_name
from portal.data.tables import Assessment, Organisation
from portal.domain.access import Action, Actor, OrganisationKind, Thing, check
from portal.domain.firms import organisation_number
from portal.errors import Invalid
from portal.services.asking import Asked, named
from portal.texts import N_


@dataclass(frozen=True, slots=True)
class Known:
    """A supplier that can be asked again, with the address it was last asked at by this buyer."""

    id: UUID
    name: str
    number: str | None
    email: str


def known(db: Session, actor: Actor) -> list[Known]:
    """The whole register, by name. Raises Denied for one who may not plan."""
    check(actor, Action.PLAN_CAMPAIGN, Thing(buyer_id=actor.organisation_id))
    last = (
        select(Assessment.supplier_id, Assessment.contact_email)
        .ext(distinct_on(Assessment.supplier_id))
        .order_by(Assessment.supplier_id, Assessment.sent_at.desc())
        .subquery()
    )
    rows = db.execute(
        select(Organisation.id, Organisation.name, Organisation.number, last.c.contact_email)
        .outerjoin(last, last.c.supplier_id == Organisation.id)
        .where(Organisation.kind == OrganisationKind.SUPPLIER)
        .order_by(by_name(Organisation.name))
    ).all()
    return [Known(row.id, row.name, row.number, row.contact_email or "") for row in rows]


def registered(db: Session, suppliers: Sequence[Asked]) -> dict[UUID, str]:
    """Each supplier, known or made here, with the address to ask at. Raises Invalid for one that
    is asked twice, and for one that is no supplier."""
    register = set(
        db.execute(
            select(Organisation.id).where(Organisation.kind == OrganisationKind.SUPPLIER)
        ).scalars()
    )
    found: dict[UUID, str] = {}
    faults: dict[str, str] = {}
    for field, one in named(suppliers):
        supplier_id = one.organisation_id or _register(db, one)
        if one.organisation_id and supplier_id not in register:
            faults["suppliers"] = N_("Choose suppliers from the register.")
        elif supplier_id in found:
            faults[field if one.organisation_id else f"{field}-number"] = N_(
                "This supplier is in the list already. Ask it once."
            )
        found[supplier_id] = one.email.strip()
    if faults:
        raise Invalid(faults)
    return found


def _register(db: Session, one: Asked) -> UUID:
    """A new supplier; one with the same organisation number is the same supplier."""
    number = organisation_number(one.number)
    if number is not None:
        namesake = db.execute(
            select(Organisation.id).where(
                Organisation.number == number, Organisation.kind == OrganisationKind.SUPPLIER
            )
        ).scalar_one_or_none()
        if namesake is not None:
            return namesake
    return db.execute(
        insert(Organisation)
        .values(kind=OrganisationKind.SUPPLIER, name=one.name.strip(), number=number)
        .returning(Organisation.id)
    ).scalar_one()
