"""The ground of a measurement: servers of its own, a supplier that has been asked, a session."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from portal import embedded
from portal.data import tables
from portal.data.session import connect, transaction
from portal.domain.access import Role
from portal.services import sessions
from portal.services.installation import bring_up_to_date

COOKIE: Final = "underlag"  # the session's name where pages are served without TLS


@contextmanager
def servers_in_a_folder(*, durable: bool) -> Iterator[tuple[embedded.Servers, Path]]:
    """Running servers with our schema, and the folder they are in; nothing is left of either."""
    folder = Path(tempfile.mkdtemp(prefix="underlag-bench-"))
    try:
        with embedded.servers(folder, durable=durable) as servers:
            bring_up_to_date(servers.owner_url)
            yield servers, folder
    finally:
        embedded.erase(folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A supplier with a request: by whom, who answers there, and what."""

    buyer: UUID
    supplier: UUID
    editor: UUID
    questionnaire: UUID
    assessment: UUID


def ask(db: Session, *, state: str, **more: Any) -> Asked:  # Any: columns of the assessment
    """Make a buyer, a supplier and a request of the default questionnaire; ``more`` is of that."""
    buyer = one(db, tables.Organisation, kind="region", name="Region Bänk")
    supplier = one(db, tables.Organisation, kind="supplier", name="Leverantör AB")
    editor = one(
        db,
        tables.User,
        organisation_id=supplier,
        email="bench@example.se",
        name="Anna Bänk",
        roles=[Role.SUPPLIER_EDITOR],
    )
    questionnaire = db.execute(select(tables.Questionnaire.id)).scalars().one()
    due_at = datetime.now(UTC) + timedelta(days=30)
    request = {"buyer_id": buyer, "questionnaire_id": questionnaire, "due_at": due_at}
    campaign = one(db, tables.Campaign, title="Bänk", created_by=editor, **request)
    assessment = one(
        db,
        tables.Assessment,
        campaign_id=campaign,
        supplier_id=supplier,
        contact_email="bench@example.se",
        state=state,
        **request,
        **more,
    )
    return Asked(
        buyer=buyer,
        supplier=supplier,
        editor=editor,
        questionnaire=questionnaire,
        assessment=assessment,
    )


def one(db: Session, table: type[tables.Base], **values: Any) -> UUID:  # Any: its columns
    """Insert a row, and return its id."""
    row = db.execute(insert(table).values(**values).returning(table.__table__.c.id))
    return UUID(str(row.scalar_one()))


def token_of(app_url: str, user: UUID, *, key: str) -> str:
    """The token of a session of an hour that is opened for a person."""
    engine = connect(app_url, pool_size=1)
    with transaction(engine, door="sign-in") as db:
        token = sessions.begin(db, user, key=key, now=datetime.now(UTC), hours=1, agent="bench")
    engine.dispose()
    return token
