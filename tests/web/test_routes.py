"""Every route as every role: owner, colleague and stranger.

``OPEN`` was written by hand from the issue, apart from the permission table: it names, for each
route, the only people who get in. Everybody else must get a 403 or a 404, and one who is not
signed in is led to the sign-in page.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.data import tables
from portal.data.files import Files, files_at, picture_key
from portal.domain.access import Actor, Role
from portal.settings import Settings
from tests.web.conftest import Browser
from tests.world import NOW, World, complete_small, small_raw

OWNER = frozenset({"editor", "supplier_administrator"})
SUPPLIERS = OWNER | {"other_supplier"}
REVIEWER, PLANNER, ADMINISTRATOR = {"reviewer"}, {"planner"}, {"administrator"}
STAFF = frozenset({"reviewer", "planner", "administrator"})
OTHER_STAFF = frozenset({"other_reviewer", "other_planner", "other_administrator"})
EVERYBODY = SUPPLIERS | STAFF | OTHER_STAFF

# Routes that need no session.
PUBLIC: Final = frozenset(
    {"alive", "ready", "accessibility", "sign_in", "sign_out", "language", "static", "invitation"}
)

# A setting of one's own that is pressed on a reviewer's page; it leads back to that page.
OWN_SETTINGS: Final = frozenset({"review_shortcuts"})

OPEN: Final[Mapping[str, frozenset[str] | set[str]]] = {
    # Everybody's own.
    "home": EVERYBODY,
    "settings": EVERYBODY,
    "colleagues": EVERYBODY,
    "mail": EVERYBODY,
    "review_shortcuts": EVERYBODY,
    # Things of the house.
    "health": {"administrator", "other_administrator"},
    "disable": {"supplier_administrator"},
    # A draft, or what was handed in: the supplier's own.
    "assessment": OWNER,
    "section": OWNER,
    "save_section": OWNER,
    "answer": OWNER,
    "evidence": OWNER,
    "check": OWNER,
    "submit": OWNER,
    "receipt": OWNER,
    "documents": SUPPLIERS,
    "document": OWNER,
    "facts": OWNER,
    "say_facts": OWNER,
    "document_state": OWNER | REVIEWER,
    "picture": OWNER | REVIEWER,
    "larger_picture": OWNER | REVIEWER,
    "ask_larger": OWNER | REVIEWER,
    "original": OWNER | REVIEWER,
    # The reviewer's, after it was handed in.
    "queue": {"reviewer", "other_reviewer"},
    "queue_next": {"reviewer", "other_reviewer"},
    "review_document": REVIEWER,
    "decide_flag": REVIEWER,
    "correction": REVIEWER,
    "correct_flag": REVIEWER,
    "undo_decision": REVIEWER,
    "review_assessment": REVIEWER,
    "grade_requirement": REVIEWER,
    "accept_assessment": REVIEWER,
    "return_assessment": REVIEWER,
    "conclude_assessment": REVIEWER,
    # The planner's.
    "campaigns": {"planner", "other_planner"},
    "new_campaign": {"planner", "other_planner"},
    "campaign": PLANNER,
    "due_date": PLANNER,
    "withdraw": PLANNER,
    "one_mail": OWNER | PLANNER | ADMINISTRATOR,
    "mail_calendar": OWNER | PLANNER | ADMINISTRATOR,
}


class House:
    """One of everything, handed in, and a person for every word of ``EVERYBODY``."""

    def __init__(self, world: World, files: Files) -> None:
        self.world = world
        self.sha256 = files.put(BytesIO(b"%PDF-1.7")).sha256
        for larger in (False, True):
            files.put_derived(picture_key(self.sha256, 1, larger=larger), b"RIFF0000WEBP")
        self.buyer, self.other_buyer = world.buyer(), world.buyer("Norrsunda kommun")
        self.supplier = world.supplier()
        other_supplier = world.supplier("Nordhav Kemi AB")
        self.people: dict[str, Actor] = {
            "editor": world.person(self.supplier, Role.SUPPLIER_EDITOR),
            "supplier_administrator": world.person(self.supplier, Role.SUPPLIER_ADMINISTRATOR),
            "other_supplier": world.person(
                other_supplier, Role.SUPPLIER_EDITOR, Role.SUPPLIER_ADMINISTRATOR
            ),
        }
        for name, role in (
            ("reviewer", Role.REVIEWER),
            ("planner", Role.PLANNER),
            ("administrator", Role.ADMINISTRATOR),
        ):
            self.people[name] = world.person(self.buyer, role)
            self.people[f"other_{name}"] = world.person(self.other_buyer, role)
        self.assessment = world.assessment(
            self.buyer, self.supplier, raw=small_raw(), state="in_progress"
        )
        self.document = self._document()
        self.flag = self._flag()
        self.notification = self._notification()
        [assessment] = world.rows(tables.Assessment)
        self.campaign = assessment.campaign_id

    def _insert(self, table: type[tables.Base], **values: Any) -> UUID:
        with self.world.as_owner() as db:
            row = db.execute(insert(table).values(**values).returning(table.__table__.c.id))
            return UUID(str(row.scalar_one()))

    def _document(self) -> UUID:
        document_id = self._insert(
            tables.Document,
            supplier_id=self.supplier,
            sha256=self.sha256,
            name="papper.pdf",
            size=1,
            state="read",
            pages=1,
            pages_read=1,
            uploaded_by=self.people["editor"].user_id,
        )
        with self.world.as_owner() as db:
            db.execute(
                insert(tables.Page).values(
                    document_id=document_id,
                    number=1,
                    supplier_id=self.supplier,
                    method="text",
                    quality=1,
                    text="The agency keeps the passports.",
                    words=[],
                    width=595,
                    height=842,
                    reader_version="v",
                )
            )
            db.execute(
                insert(tables.Evidence).values(
                    assessment_id=self.assessment,
                    supplier_id=self.supplier,
                    buyer_id=self.buyer,
                    question_id="T-01",
                    document_id=document_id,
                    attached_by=self.people["editor"].user_id,
                )
            )
        return document_id

    def _flag(self) -> UUID:
        return self._insert(
            tables.Flag,
            id=uuid4(),
            document_id=self.document,
            supplier_id=self.supplier,
            key="k",
            place="k",
            page=1,
            start=0,
            end=31,
            quote="The agency keeps the passports.",
            topic="LAB.FORCED",
            stance="affirmed",
            bearing="risk",
            severe=True,
            value={},
            score=0.9,
            rule="r",
            pack="p",
            cues=[],
            boxes=[],
            rules_version="v",
        )

    def _notification(self) -> UUID:
        return self._insert(
            tables.Notification,
            slot="s",
            kind="reminder",
            address="anna@example.se",
            supplier_id=self.supplier,
            buyer_id=self.buyer,
            language="sv",
            subject="Påminnelse",
            text="Text",
            html="<p>Text</p>",
            calendar="BEGIN:VCALENDAR",
            message_id="<m@x>",
        )

    def hand_in(self) -> None:
        """As if the supplier had submitted."""
        with self.world.as_owner() as db:
            submission_id = db.execute(
                insert(tables.Submission)
                .values(
                    assessment_id=self.assessment,
                    supplier_id=self.supplier,
                    buyer_id=self.buyer,
                    number=1,
                    answers=complete_small(),
                    content_hash="h",
                    submitted_by=self.people["editor"].user_id,
                    submitted_by_name="Anna Lindmark",
                    submitted_at=NOW,
                    late=False,
                )
                .returning(tables.Submission.id)
            ).scalar_one()
            db.execute(
                insert(tables.SubmissionEvidence).values(
                    submission_id=submission_id,
                    supplier_id=self.supplier,
                    buyer_id=self.buyer,
                    question_id="T-01",
                    document_id=self.document,
                )
            )
            row = db.get_one(tables.Assessment, self.assessment)
            row.state, row.submitted_at = "submitted", NOW

    def params(self, route: Route) -> dict[str, Any]:
        """What stands in the path: always the owner's thing."""
        known = {
            "assessment": self.assessment,
            "document": self.document,
            "flag": self.flag,
            "campaign": self.campaign,
            "notification": self.notification,
            "user": self.people["editor"].user_id,
            "section": "S1",
            "question": "T-01",
            "requirement": "PR1",
            "number": 1,
        }
        return {name: known[name] for name in route.param_convertors}


@pytest.fixture
def house(world: World, settings: Settings) -> House:
    return House(world, files_at(settings.files))


def _routes(app: Starlette) -> Iterator[Route]:
    for route in app.routes:
        if isinstance(route, Route) and route.name not in PUBLIC:
            yield route


def _asked(client: TestClient, app: Starlette, route: Route, params: dict[str, Any]) -> Any:
    path = app.url_path_for(route.name, **params)
    if route.methods and "GET" in route.methods:
        return client.get(path)
    return client.post(path, data={"nothing": "1"})


def test_the_table_names_every_route(app: Starlette) -> None:
    names = {route.name for route in _routes(app)}
    assert names - set(OPEN) == set()
    assert set(OPEN) - names == set()


def test_nobody_gets_in_unasked(app: Starlette, browser: Browser, house: House) -> None:
    client = browser(None)
    for route in _routes(app):
        reply = _asked(client, app, route, house.params(route))
        led = reply.headers.get("location", "").startswith("/sign-in")
        assert led or reply.status_code == 401, (route.name, reply.status_code)


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_what_was_handed_in_is_open_to_those_alone_who_are_named(
    who: str, app: Starlette, browser: Browser, house: House
) -> None:
    house.hand_in()
    client = browser(house.people[who])
    wrong = {}
    for route in _routes(app):
        reply = _asked(client, app, route, house.params(route))
        if reply.status_code >= 500:
            wrong[route.name] = f"broken: {reply.status_code}"
        elif who not in OPEN[route.name] and reply.status_code not in (403, 404):
            wrong[route.name] = f"open: {reply.status_code}"
        elif who in OPEN[route.name] and reply.status_code == 404:
            wrong[route.name] = "shut"
    assert wrong == {}


@pytest.mark.parametrize("who", sorted(STAFF | OTHER_STAFF))
def test_a_draft_s_words_reach_no_buyer_role_on_any_page(
    who: str, app: Starlette, browser: Browser, house: House
) -> None:
    client = browser(house.people[who])
    for route in _routes(app):
        reply = _asked(client, app, route, house.params(route))
        assert reply.status_code < 500, route.name
        assert "passports" not in reply.text, route.name
        assert "papper.pdf" not in reply.text, route.name
        if route.name.startswith("review_") and route.name not in OWN_SETTINGS:
            assert reply.status_code in (403, 404), (route.name, reply.status_code)
