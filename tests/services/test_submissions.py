"""Handing in on the real database: what is missing, the snapshot, twice, late, returned."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import insert, update

from portal.data import tables
from portal.domain.access import Actor, Role
from portal.errors import Denied, NotFound
from portal.services import answers, checking, documents, submissions
from portal.services.answers import Typed
from portal.services.documents import Received
from portal.services.submissions import Incomplete, Receipt
from tests.world import DUE, NOW, World, complete_small

BASE = "https://underlag.example"


@pytest.fixture
def anna(world: World) -> Actor:
    return world.person(world.supplier(), Role.SUPPLIER_EDITOR)


@pytest.fixture
def asked(world: World, anna: Actor) -> UUID:
    return world.assessment(world.buyer(), anna.organisation_id, state="opened")


def fill_in(world: World, actor: Actor, asked: UUID) -> None:
    typed = [Typed(question, value, 0) for question, value in complete_small().items()]
    with world.as_(actor) as db:
        answers.save(db, actor, asked, typed, now=NOW)


def lay(world: World, actor: Actor, asked: UUID, question: str, letter: str) -> UUID:
    with world.as_(actor) as db:
        paper = Received(f"{letter}.pdf", letter * 64, 100)
        return documents.attach(db, actor, asked, question, paper, now=NOW).document_id


def submit(world: World, actor: Actor, asked: UUID, now: dt.datetime = NOW) -> Receipt:
    with world.as_(actor) as db:
        return submissions.submit(db, actor, asked, base_url=BASE, now=now)


def test_what_is_missing_is_named_question_by_question(
    world: World, anna: Actor, asked: UUID
) -> None:
    fill_in(world, anna, asked)
    with pytest.raises(Incomplete) as problem:
        submit(world, anna, asked)
    assert [(left.question_id, left.what) for left in problem.value.missing] == [
        ("T-01", "evidence")
    ]
    assert world.rows(tables.Submission) == []


def test_a_submission_is_a_snapshot_with_its_papers_and_a_receipt_by_mail(
    world: World, anna: Actor, asked: UUID
) -> None:
    fill_in(world, anna, asked)
    document = lay(world, anna, asked, "T-01", "a")
    receipt = submit(world, anna, asked)
    (row,) = world.rows(tables.Submission)
    assert row.answers == complete_small()
    assert (receipt.number, receipt.late, receipt.papers) == (1, False, 1)
    assert receipt.content_hash == row.content_hash
    assert len(row.content_hash) == 64
    assert [each.document_id for each in world.rows(tables.SubmissionEvidence)] == [document]
    (assessment,) = world.rows(tables.Assessment)
    assert (assessment.state, assessment.submitted_at) == ("submitted", NOW)
    (mail,) = world.rows(tables.Notification)
    assert (mail.kind, mail.address) == ("receipt", world.email(anna))
    assert "Region Mälarbygden" in mail.subject
    assert f"{BASE}/assessments/{asked}/receipt" in mail.text


def test_pressed_twice_it_is_sent_once(world: World, anna: Actor, asked: UUID) -> None:
    fill_in(world, anna, asked)
    lay(world, anna, asked, "T-01", "a")
    first, second = submit(world, anna, asked), submit(world, anna, asked)
    assert first == second
    assert len(world.rows(tables.Submission)) == len(world.rows(tables.Notification)) == 1


def test_pressed_twice_at_the_same_moment_it_is_sent_once(
    world: World, anna: Actor, asked: UUID
) -> None:
    fill_in(world, anna, asked)
    lay(world, anna, asked, "T-01", "a")
    with ThreadPoolExecutor(3) as hands:
        receipts = list(hands.map(lambda _: submit(world, anna, asked), range(3)))
    assert len({receipt.id for receipt in receipts}) == 1
    assert len(world.rows(tables.Submission)) == len(world.rows(tables.Notification)) == 1


def test_after_the_last_day_it_can_be_sent_and_is_marked_late(
    world: World, anna: Actor, asked: UUID
) -> None:
    fill_in(world, anna, asked)
    lay(world, anna, asked, "T-01", "a")
    assert submit(world, anna, asked, DUE + dt.timedelta(seconds=1)).late


def test_hidden_answers_and_their_papers_stay_behind(
    world: World, anna: Actor, asked: UUID
) -> None:
    fill_in(world, anna, asked)
    lay(world, anna, asked, "T-02", "b")
    with world.as_(anna) as db:
        answers.save(db, anna, asked, [Typed("T-01", {"adopted": "no"}, 1)], now=NOW)
    submit(world, anna, asked)
    (row,) = world.rows(tables.Submission)
    assert row.answers["T-01"] == {"adopted": "no"}
    assert "T-02" not in row.answers
    assert world.rows(tables.SubmissionEvidence) == []
    # Kept for the day the answer is changed back.
    assert len(world.rows(tables.Evidence)) == 1
    assert {each.question_id for each in world.rows(tables.Answer)} >= {"T-02"}


def test_a_returned_assessment_is_changed_and_sent_again(
    world: World, anna: Actor, asked: UUID
) -> None:
    fill_in(world, anna, asked)
    lay(world, anna, asked, "T-01", "a")
    first = submit(world, anna, asked)
    with world.as_owner() as db:
        db.execute(update(tables.Assessment).values(state="returned"))
    with world.as_(anna) as db:
        answers.save(db, anna, asked, [Typed("T-05", {"how": "Nytt"}, 1)], now=NOW)
    second = submit(world, anna, asked)
    assert (first.number, second.number) == (1, 2)
    assert first.content_hash != second.content_hash
    with world.as_(anna) as db:
        listed = submissions.receipts(db, anna, asked, now=NOW)
    assert [receipt.number for receipt in listed] == [2, 1]


def test_nothing_is_sent_of_what_was_withdrawn_or_never_opened(
    world: World, anna: Actor, asked: UUID
) -> None:
    for state in ("withdrawn", "sent"):
        with world.as_owner() as db:
            db.execute(update(tables.Assessment).values(state=state))
        with pytest.raises(Denied):
            submit(world, anna, asked)


def test_strangers_and_buyers_send_nothing(world: World, anna: Actor, asked: UUID) -> None:
    buyer = world.rows(tables.Assessment)[0].buyer_id
    strangers = [
        world.person(world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_ADMINISTRATOR),
        world.person(buyer, Role.REVIEWER),
    ]
    for stranger in strangers:
        with pytest.raises(NotFound):
            submit(world, stranger, asked)
        with world.as_(stranger) as db, pytest.raises(NotFound):
            submissions.receipts(db, stranger, asked, now=NOW)


def test_a_receipt_before_anything_was_sent_is_not_there(
    world: World, anna: Actor, asked: UUID
) -> None:
    with world.as_(anna) as db, pytest.raises(NotFound):
        submissions.receipts(db, anna, asked, now=NOW)


def finding(world: World, asked: UUID, question: str, kind: str, submission: object = None) -> None:
    (assessment,) = world.rows(tables.Assessment, id=asked)
    with world.as_owner() as db:
        db.execute(
            insert(tables.Finding).values(
                assessment_id=asked,
                supplier_id=assessment.supplier_id,
                buyer_id=assessment.buyer_id,
                submission_id=submission,
                rule="FX-1",
                kind=kind,
                question_id=question,
                quote="the words",
                values={"sentence": "They differ.", "said": {"adopted": "yes"}, "more": 1},
            )
        )


def test_a_draft_shows_its_own_findings_the_gravest_first(
    world: World, anna: Actor, asked: UUID
) -> None:
    for question, kind in (("T-01", "gap"), ("T-02", "contradiction"), ("T-01", "contradiction")):
        finding(world, asked, question, kind)
    with world.as_(anna) as db:
        found = checking.met(db, anna, asked, now=NOW)
    assert [(each.question_id, str(each.kind)) for each in found] == [
        ("T-01", "contradiction"),
        ("T-02", "contradiction"),
        ("T-01", "gap"),
    ]
    assert (found[0].sentence, found[0].said, found[0].more) == (
        "They differ.",
        {"adopted": "yes"},
        1,
    )


def test_the_buyer_reads_no_finding_of_a_draft(world: World, anna: Actor, asked: UUID) -> None:
    finding(world, asked, "T-01", "gap")
    reviewer = world.person(world.rows(tables.Assessment)[0].buyer_id, Role.REVIEWER)
    with world.as_(reviewer) as db, pytest.raises(NotFound):
        checking.met(db, reviewer, asked, now=NOW)
    with world.as_(reviewer) as db:
        assert db.query(tables.Finding).all() == []
