"""A small world for tests: organisations, people, a questionnaire, a campaign, an assessment.

``World`` writes what other nouns' services would write as the role ``owner`` (which row-level
security does not hold back) and gives back actors; what a test is about it does itself, as the
role ``app``, through ``World.as_(actor)``. Every name is made up.

    world = World(database)
    buyer = world.buyer("Region Mälarbygden")
    anna = world.person(world.supplier("Lindmark Textil AB"), Role.SUPPLIER_EDITOR)
    asked = world.assessment(buyer, anna.organisation_id)
    with world.as_(anna) as db:
        assessments.sheet(db, anna, asked, now=NOW)
"""

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from portal.data import tables
from portal.data.session import connect, transaction
from portal.domain.access import Actor, OrganisationKind, Role
from portal.domain.questionnaire.reading import definition_hash
from portal.questionnaires import default_raw
from portal.services import passwords, sessions
from portal.settings import DEMO_SECRET
from tests.database import Database

NOW: Final = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)
DUE: Final = dt.datetime(2026, 12, 18, 22, 59, tzinfo=dt.UTC)
# Counted over all worlds, for several may stand on one database.
_NUMBERS: Final = itertools.count(1)
PASSWORD: Final = "korrekt häst batteri klammer"


def text(words: str) -> dict[str, str]:
    """A text in both languages that tells which is which."""
    return {"sv": f"{words} (sv)", "en": f"{words} (en)"}


def _question(number: int, parts: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "id": f"T-{number:02}",
        "text": text(f"Question {number}"),
        "requirements": ["PR1"],
        "parts": parts,
        "why_asked": text("Why"),
        "what_counts": text("What counts"),
        **more,
    }


def _choices(*ids: str) -> list[dict[str, Any]]:
    return [{"id": each, "label": text(each)} for each in ids]


def small_raw() -> dict[str, Any]:
    """A definition with one question of every type, two conditions and required evidence.

    Section ``S1``: T-01 yes/no, whose yes shows its part ``since``, T-02 (yes/partly/no, asked
    after a yes to T-01) and T-03 one; ``S2``: all other types.
    """
    rows = [
        {"id": "site", "type": "text", "label": text("Site")},
        {"id": "country", "type": "countries", "high": 1, "label": text("Country")},
        {"id": "workers", "type": "number", "whole": True, "low": 0, "label": text("Workers")},
    ]
    policy = {"need": "required", "codes": ["POL"], "condition": {"part": "adopted", "is": "yes"}}
    first = [
        _question(
            1,
            [
                {"id": "adopted", "type": "yes_no"},
                {
                    "id": "since",
                    "type": "date",
                    "label": text("Since"),
                    "condition": {"part": "adopted", "is": "yes"},
                },
            ],
            evidence=policy,
            star=True,
            how_assessed=text("Assessed"),
        ),
        _question(
            2,
            [{"id": "chain", "type": "yes_partly_no"}],
            condition={"question": "T-01", "is": "yes"},
            evidence={"need": "optional", "codes": ["POL"]},
        ),
        _question(3, [{"id": "scope", "type": "one", "choices": _choices("all", "some")}]),
    ]
    second = [
        _question(4, [{"id": "areas", "type": "many", "choices": _choices("a", "b", "c")}]),
        _question(5, [{"id": "how", "type": "text"}], instead=["cannot", "not_applicable"]),
        _question(6, [{"id": "share", "type": "percentage"}]),
        _question(7, [{"id": "made_in", "type": "countries"}]),
        _question(8, [{"id": "sites", "type": "table", "columns": rows, "max_rows": 5}]),
        _question(9, [{"id": "count", "type": "number", "label": text("Count")}]),
    ]
    requirement = {"code": "PR1", "title": text("Policies"), "text": text("Adopt policies.")}
    return {
        "id": "small",
        "version": 1,
        "title": text("Small questionnaire"),
        "requirements": [requirement],
        "evidence_kinds": [{"code": "POL", "title": text("Policy")}],
        "sections": [
            {"id": "S1", "title": text("First"), "why": text("Why first"), "questions": first},
            {"id": "S2", "title": text("Second"), "why": text("Why second"), "questions": second},
        ],
    }


def complete_small() -> dict[str, dict[str, object]]:
    """Answers to all questions of ``small_raw`` that are asked; T-01 then needs evidence."""
    return {
        "T-01": {"adopted": "yes", "since": "2025-03-01"},
        "T-02": {"chain": "partly"},
        "T-03": {"scope": "all"},
        "T-04": {"areas": ["a", "c"]},
        "T-05": {"how": "Genom årlig genomgång."},
        "T-06": {"share": 80},
        "T-07": {"made_in": ["SE", "VN"]},
        "T-08": {"sites": [{"site": "Vinh Phuc", "country": ["VN"], "workers": 120}]},
        "T-09": {"count": 3},
    }


class World:
    """Makes rows as the owner, and transactions as anyone."""

    def __init__(self, database: Database) -> None:
        self.app = connect(database.app_url, pool_size=5)
        self.owner = connect(database.owner_url, pool_size=2)
        self.worker = connect(database.worker_url, pool_size=2)

    def close(self) -> None:
        """Give back the connections."""
        for engine in (self.app, self.owner, self.worker):
            engine.dispose()

    def as_(self, actor: Actor) -> AbstractContextManager[Session]:
        """One transaction of the web application as this person; commits at the end."""
        return transaction(self.app, actor)

    def as_worker(self) -> AbstractContextManager[Session]:
        """One transaction as the role of the workers."""
        return transaction(self.worker)

    @contextmanager
    def as_owner(self) -> Iterator[Session]:
        """One transaction as the role that sees all."""
        with Session(self.owner, expire_on_commit=False) as db, db.begin():
            yield db

    def _insert(self, table: type[tables.Base], **values: Any) -> UUID:
        with self.as_owner() as db:
            made = db.execute(insert(table).values(**values).returning(table.__table__.c.id))
            return UUID(str(made.scalar_one()))

    def buyer(
        self, name: str = "Region Mälarbygden", *, kind: OrganisationKind = OrganisationKind.REGION
    ) -> UUID:
        """A buyer."""
        return self._insert(tables.Organisation, kind=kind, name=name)

    def supplier(self, name: str = "Lindmark Textil AB") -> UUID:
        """A supplier."""
        return self._insert(tables.Organisation, kind=OrganisationKind.SUPPLIER, name=name)

    def person(
        self,
        organisation: UUID,
        *roles: Role,
        name: str = "Anna Lindmark",
        language: str = "en",
        password: bool = False,
    ) -> Actor:
        """A person at an organisation; ``password`` lets them sign in with ``PASSWORD``."""
        with self.as_owner() as db:
            kind, organisation_name = db.execute(
                select(tables.Organisation.kind, tables.Organisation.name).where(
                    tables.Organisation.id == organisation
                )
            ).one()
        user_id = self._insert(
            tables.User,
            organisation_id=organisation,
            email=f"person{next(_NUMBERS)}@example.se",
            name=name,
            roles=[str(role) for role in roles],
            language=language,
            password_hash=passwords.hashed(PASSWORD) if password else None,
        )
        return Actor(
            user_id=user_id,
            organisation_id=organisation,
            side=OrganisationKind(kind).side,
            roles=frozenset(roles),
            name=name,
            organisation_name=organisation_name,
            language=language,
        )

    def email(self, actor: Actor) -> str:
        """A person's mail address."""
        with self.as_owner() as db:
            query = select(tables.User.email).where(tables.User.id == actor.user_id)
            return db.execute(query).scalar_one()

    def session(self, actor: Actor, *, now: dt.datetime | None = None) -> str:
        """Sign a person in; the value for the cookie ``underlag``."""
        with transaction(self.app, door="sign-in") as db:
            return sessions.begin(
                db,
                actor.user_id,
                key=DEMO_SECRET,
                now=now or dt.datetime.now(dt.UTC),
                hours=12,
                agent="tests",
            )

    def questionnaire(self, raw: Any = None) -> UUID:
        """A questionnaire: the default one, or this raw definition."""
        raw = default_raw() if raw is None else raw
        found = definition_hash(raw)
        with self.as_owner() as db:
            known = db.execute(
                select(tables.Questionnaire.id).where(tables.Questionnaire.content_hash == found)
            ).scalar_one_or_none()
        return known or self._insert(
            tables.Questionnaire,
            code=raw["id"],
            version=str(raw["version"]),
            definition=raw,
            content_hash=found,
        )

    def campaign(
        self,
        buyer: UUID,
        questionnaire: UUID,
        *,
        title: str = "Hållbara leveranskedjor 2026",
        context: Mapping[str, object] | None = None,
        due_at: dt.datetime = DUE,
    ) -> UUID:
        """A campaign of a buyer, sent by nobody in particular."""
        return self._insert(
            tables.Campaign,
            buyer_id=buyer,
            questionnaire_id=questionnaire,
            title=title,
            context=dict(context or {}),
            due_at=due_at,
            created_by=uuid4(),
        )

    def assessment(
        self,
        buyer: UUID,
        supplier: UUID,
        *,
        raw: Any = None,
        state: str = "sent",
        due_at: dt.datetime = DUE,
        title: str = "Hållbara leveranskedjor 2026",
        context: Mapping[str, object] | None = None,
    ) -> UUID:
        """A campaign with one assessment for one supplier, of the small questionnaire."""
        questionnaire = self.questionnaire(small_raw() if raw is None else raw)
        campaign = self.campaign(buyer, questionnaire, due_at=due_at, title=title, context=context)
        return self._insert(
            tables.Assessment,
            campaign_id=campaign,
            buyer_id=buyer,
            supplier_id=supplier,
            questionnaire_id=questionnaire,
            contact_email="contact@example.se",
            state=state,
            due_at=due_at,
            sent_at=NOW,
        )

    def rows(self, table: type[tables.Base], **where: Any) -> list[Any]:
        """The rows of a table as the owner sees them, in order of their id."""
        with self.as_owner() as db:
            return list(db.execute(select(table).filter_by(**where)).scalars())
