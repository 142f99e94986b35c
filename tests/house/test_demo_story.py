"""The demonstration's story: told through the services, it holds every case there is to show."""

import ast
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest

from portal import embedded
from portal.data import tables
from portal.demo import story
from portal.demo.documents import DOCUMENTS
from portal.demo.story.answers import ANSWERS, papers_of
from portal.demo.story.campaigns import CAMPAIGNS, Asked, Campaign
from portal.demo.story.people import BUYERS, PASSWORD, SUPPLIERS, everyone
from portal.domain.access import ROLES_OF, OrganisationKind, Role
from portal.domain.answers import check, missing, shown
from portal.domain.assessment import AssessmentState, overdue
from portal.domain.questionnaire import read_context, read_definition
from portal.questionnaires import default_raw
from portal.services import audit, following, installation, passwords
from portal.settings import Settings, read_settings
from tests.database import Database
from tests.world import World

ROOT = Path(__file__).parents[2]
DEFINITION = read_definition(default_raw())
NOW = dt.datetime(2026, 11, 24, 12, 30, tzinfo=dt.UTC)
SUBMITTED = [
    pytest.param(campaign, asked, id=f"{campaign.title}-{asked.supplier.name}")
    for campaign in CAMPAIGNS
    for asked in campaign.asked
    if asked.submitted is not None
]


@dataclass(frozen=True)
class Told:
    """The story in a database of its own, and the moment it was told at."""

    world: World
    now: dt.datetime
    papers: Path
    settings: Settings


def told_at(now: dt.datetime, servers: embedded.Servers, database: Database, folder: Path) -> Told:
    files = folder / "files"
    files.mkdir()
    environment = servers.environment(
        files=files, base_url="http://testserver", database=database.name
    )
    settings = read_settings(environment | {"UNDERLAG_REDIS_URL": "unix:///nowhere"})
    installation.bring_up_to_date(database.owner_url)
    story.load(settings, now=now)
    return Told(World(database), now, folder / "papers", settings)


@pytest.fixture(scope="module")
def told(
    servers: embedded.Servers,
    new_database: Callable[[], Database],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Told]:
    """The story told on a weekday."""
    told = told_at(NOW, servers, new_database(), tmp_path_factory.mktemp("told"))
    yield told
    told.world.close()


def states(told: Told) -> dict[tuple[str, str], tables.Assessment]:
    """The assessments by campaign and supplier."""
    suppliers = {row.id: row.name for row in told.world.rows(tables.Organisation)}
    titles = {row.id: row.title for row in told.world.rows(tables.Campaign)}
    return {
        (titles[row.campaign_id], suppliers[row.supplier_id]): row
        for row in told.world.rows(tables.Assessment)
    }


def test_every_assessment_ends_as_the_story_says_and_every_state_is_there(told: Told) -> None:
    ended = {key: row.state for key, row in states(told).items()}
    assert ended == {
        (campaign.title, asked.supplier.name): asked.ends_as
        for campaign in CAMPAIGNS
        for asked in campaign.asked
    }
    assert set(ended.values()) == set(AssessmentState)


def test_three_buyers_and_six_suppliers_with_papers_take_part(told: Told) -> None:
    kinds = [row.kind for row in told.world.rows(tables.Organisation)]
    assert len(kinds) - kinds.count("supplier") == len(BUYERS) == 3
    owners = {row.supplier_id for row in told.world.rows(tables.Document)}
    assert len(owners) == len(ANSWERS) == 6
    assert kinds.count("supplier") == len(SUPPLIERS)


def test_some_are_late_and_one_was_not_reached(told: Told) -> None:
    late = [
        row
        for row in states(told).values()
        if overdue(AssessmentState(row.state), row.due_at, told.now)
    ]
    assert {row.state for row in late} == {"sent", "in_progress"}
    with told.world.as_owner() as db:
        unreached = [
            line.supplier
            for row in told.world.rows(tables.Campaign)
            for line in following.followed(db, row.id, now=told.now)
            if not line.reached
        ]
    assert unreached == [SUPPLIERS[-1].name]


def test_everyone_can_sign_in_with_the_password_that_is_told(told: Told) -> None:
    users = {row.email: row for row in told.world.rows(tables.User)}
    assert users.keys() == {person.email for person in everyone()}
    assert len({row.password_hash for row in users.values()}) == 1
    assert passwords.verify(next(iter(users.values())).password_hash, PASSWORD)
    for person in everyone():
        assert users[person.email].roles == [str(role) for role in person.roles]
        assert users[person.email].language == person.language
        assert users[person.email].shortcuts == (Role.REVIEWER in person.roles)


def test_there_is_a_sign_in_for_every_role_and_both_languages() -> None:
    people = {person.email: person for person in everyone()}
    shown_to = [people[sign_in.email] for sign_in in story.SIGN_INS]
    assert {role for person in shown_to for role in person.roles} == set(Role)
    assert {person.language for person in shown_to} == {"sv", "en"}
    assert all(sign_in.password == PASSWORD for sign_in in story.SIGN_INS)


def test_roles_are_those_of_the_side_and_addresses_lead_nowhere() -> None:
    for buyer in BUYERS:
        assert OrganisationKind(buyer.kind).side == "buyer"
        assert {role for person in buyer.staff for role in person.roles} <= ROLES_OF["buyer"]
    for person in everyone():
        assert person.email.endswith(".example")
    for organisation in (*BUYERS, *SUPPLIERS):
        digits = organisation.number.replace("-", "")
        doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits[:9]))
        assert -sum(value // 10 + value % 10 for value in doubled) % 10 != int(digits[9])


def test_nothing_in_it_lies_in_the_future(told: Told) -> None:
    for row in told.world.rows(tables.Assessment):
        moments = [row.sent_at, row.opened_at, row.submitted_at, row.closed_at]
        passed = [moment for moment in moments if moment is not None]
        assert passed == sorted(passed)
        assert passed[-1] <= told.now
    for mail in told.world.rows(tables.Notification):
        assert mail.created_at <= told.now
    for paper in told.world.rows(tables.Document):
        assert paper.received_at < told.now


def test_papers_wait_to_be_read_and_no_other_bell_is_left(told: Told) -> None:
    papers = told.world.rows(tables.Document)
    assert {row.name for row in papers} == {document.name for document in DOCUMENTS}
    assert {row.state for row in papers} == {"received"}
    assert all(bell.rung_at is not None for bell in told.world.rows(tables.Outbox))


def test_reminders_went_once_and_their_mails_are_kept(told: Told) -> None:
    mails = told.world.rows(tables.Notification)
    assert {mail.kind for mail in mails} >= {"invitation", "request", "reminder", "receipt"}
    assert {mail.state for mail in mails} == {"kept", "bounced"}
    due = [r for r in told.world.rows(tables.Reminder) if r.at <= told.now]
    assert due
    assert not [reminder for reminder in due if reminder.state == "waiting"]


def test_mails_are_listed_in_the_order_they_were_written(told: Told) -> None:
    written = [mail.created_at for mail in told.world.rows(tables.Notification)]
    by_id = sorted(told.world.rows(tables.Notification), key=lambda mail: mail.id)
    assert [mail.created_at for mail in by_id] == sorted(written)


def test_some_requirements_are_graded_with_a_reason(told: Told) -> None:
    grades = told.world.rows(tables.RequirementReview)
    assert {row.grade for row in grades} == {"met", "partly", "not_met", "not_assessable"}
    assert all(row.motivation for row in grades)


def test_nobody_decides_flags_before_the_papers_are_flagged(told: Told) -> None:
    stop = Event()
    stop.set()
    story.decide(told.settings, stop)
    assert told.world.rows(tables.FlagDecision) == []


def test_the_audit_log_holds(told: Told) -> None:
    verdict = audit.verify(told.world.owner)
    assert verdict.broken_at is None
    assert verdict.lines > 100


def test_the_papers_lie_in_a_folder_to_try_things_with(told: Told) -> None:
    assert {path.name for path in told.papers.iterdir()} == {each.name for each in DOCUMENTS}
    assert all(path.read_bytes().startswith(b"%PDF") for path in told.papers.iterdir())


def test_it_can_be_told_on_a_sunday_after_the_forest_rules_begin(
    servers: embedded.Servers, database: Database, tmp_path: Path
) -> None:
    told = told_at(dt.datetime(2027, 3, 7, 6, 0, tzinfo=dt.UTC), servers, database, tmp_path)
    assert {row.state for row in states(told).values()} == set(AssessmentState)
    told.world.close()


@pytest.mark.parametrize("supplier", ANSWERS)
def test_answers_are_such_as_the_questionnaire_takes(supplier: str) -> None:
    for question, answer in ANSWERS[supplier].items():
        assert check(DEFINITION.question(question), answer) == answer


@pytest.mark.parametrize(("campaign", "asked"), SUBMITTED)
@pytest.mark.parametrize("today", [dt.date(2026, 6, 1), dt.date(2027, 6, 1)])
def test_what_is_handed_in_is_complete_on_any_day(
    campaign: Campaign, asked: Asked, today: dt.date
) -> None:
    answers = ANSWERS[asked.supplier.name]
    context = read_context(campaign.context, today=today)
    laid = papers_of(asked.supplier.name)
    assert missing(DEFINITION, answers, laid.keys(), context) == ()
    asked_for = {question.id for question in shown(DEFINITION, answers, context)}
    assert len(asked_for) > 25


def test_a_paper_lies_only_where_its_supplier_has_a_question_for_it() -> None:
    owners = {document.name: document.supplier for document in DOCUMENTS}
    known = {question.id for question in DEFINITION.questions()}
    for supplier in ANSWERS:
        for question, names in papers_of(supplier).items():
            assert question in known
            assert {owners[name] for name in names} == {supplier}


def test_nothing_but_the_demonstration_knows_the_story() -> None:
    knowing = []
    for folder in ("portal", "workers", "nlp"):
        for path in (ROOT / folder).rglob("*.py"):
            if "demo" in path.relative_to(ROOT).parts:
                continue
            tree = ast.parse(path.read_text("utf-8"))
            named = [
                node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
            ]
            if any(name.startswith("portal.demo.story") for name in named):
                knowing.append(path)
            assert PASSWORD not in path.read_text("utf-8")
    assert knowing == []
