"""Deciding flags: kept, replaced, taken back, and never twice."""

import datetime as dt
import threading

import pytest
from sqlalchemy import insert, text

from portal.data import tables
from portal.errors import Conflict, Denied, Invalid, NotFound, Problem
from portal.services import findings, reviews
from portal.services.reviews import Choice, Filters, Kind
from tests.desk import HOURS, LATER, PASSPORTS, Scene, decide, standing, undo
from tests.world import NOW


def test_a_decision_is_kept_with_what_it_was_made_on(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    decide(scene, scene.karin, flag, "rejected", "  It is   another firm. ")
    (kept,) = scene.world.rows(tables.FlagDecision)
    document = scene.world.rows(tables.Document)[0]
    assert (kept.sha256, kept.key, kept.buyer_id) == (document.sha256, flag.key, scene.buyer)
    assert (kept.decision, kept.reason) == ("rejected", "It is another firm.")
    assert (kept.score, kept.rule, kept.rules_version) == (0.8, "T-00", "1.0")
    assert (kept.reviewer_id, kept.reviewer_name) == (scene.karin.user_id, "Karin Ek")
    assert kept.decided_at == NOW
    assert kept.undone_at is None


def test_a_rejection_needs_a_reason(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    for reason in ("", "  \n "):
        with pytest.raises(Invalid) as refused:
            decide(scene, scene.karin, scene.flags(paper)[0], "rejected", reason)
        assert "reason" in refused.value.fields
    with pytest.raises(Invalid):
        decide(scene, scene.karin, scene.flags(paper)[0], "perhaps")
    assert scene.world.rows(tables.FlagDecision) == []


def test_pressing_twice_decides_once(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    decide(scene, scene.karin, flag, "confirmed")
    decide(scene, scene.karin, flag, "confirmed", now=LATER)
    assert len(scene.world.rows(tables.FlagDecision)) == 1


def test_two_clicks_at_the_same_moment_decide_once(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    together = threading.Barrier(2)
    failures: list[Problem] = []

    def click() -> None:
        try:
            with scene.world.as_(scene.karin) as db:
                choice = Choice(kind="confirmed")
                together.wait()
                reviews.decide_flag(db, scene.karin, paper, flag.id, choice, now=NOW)
        except Problem as problem:
            failures.append(problem)

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for each in clicks:
        each.start()
    for each in clicks:
        each.join()
    assert failures == []
    assert len(scene.world.rows(tables.FlagDecision)) == 1


def test_the_slower_of_two_reviewers_is_told(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    decide(scene, scene.karin, flag, "confirmed")
    with pytest.raises(Conflict):
        decide(scene, scene.omar, flag, "unsure")
    assert standing(scene, scene.omar, paper) == {PASSPORTS.words: "confirmed"}


def test_a_decision_that_was_seen_can_be_replaced(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    decide(scene, scene.karin, flag, "confirmed")
    (first,) = scene.world.rows(tables.FlagDecision)
    decide(scene, scene.omar, flag, "unsure", shown=first.id, now=LATER)
    assert standing(scene, scene.karin, paper) == {PASSPORTS.words: "unsure"}
    # Pressed once more on the same page: nothing new.
    decide(scene, scene.omar, flag, "unsure", shown=first.id, now=LATER)
    assert len(scene.world.rows(tables.FlagDecision)) == 2


def test_undo_goes_back_step_by_step(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS])
    scene.submit()
    passports, hours = scene.flags(paper)
    decide(scene, scene.karin, passports, "confirmed", now=NOW)
    decide(scene, scene.karin, hours, "unsure", now=NOW + dt.timedelta(seconds=1))
    (first, _) = scene.world.rows(tables.FlagDecision)
    decide(
        scene, scene.karin, passports, "rejected", "No.", shown=first.id,
        now=NOW + dt.timedelta(seconds=2),
    )  # fmt: skip
    assert undo(scene, scene.karin, paper) == passports.id
    both = {PASSPORTS.words: "confirmed", HOURS.words: "unsure"}
    assert standing(scene, scene.karin, paper) == both
    assert undo(scene, scene.karin, paper) == hours.id
    assert undo(scene, scene.karin, paper) == passports.id
    assert standing(scene, scene.karin, paper) == {}
    assert len(scene.world.rows(tables.FlagDecision)) == 3


def test_nobody_takes_back_the_decision_of_another(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed")
    (kept,) = scene.world.rows(tables.FlagDecision)
    with scene.world.as_(scene.omar) as db:
        assert reviews.marked(db, scene.omar, paper).undoable is None
        with pytest.raises(NotFound):
            reviews.undo(db, scene.omar, paper, kept.id, now=LATER)


def test_a_new_reading_loses_no_decision_and_opens_none_again(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed")
    decide(scene, scene.karin, scene.flags(paper)[1], "rejected", "No.")
    # A later version no longer finds the hours, and finds the passports again.
    scene.flag(paper, [PASSPORTS], version="2.0")
    assert standing(scene, scene.karin, paper) == {PASSPORTS.words: "confirmed"}
    scene.flag(paper, [PASSPORTS, HOURS], version="3.0")
    both = {PASSPORTS.words: "confirmed", HOURS.words: "rejected"}
    assert standing(scene, scene.karin, paper) == both
    with scene.world.as_(scene.karin) as db:
        (line,) = reviews.queue(db, scene.karin, Filters(), now=NOW).lines
    assert line.kind == Kind.ASSESSMENT


def test_a_rejection_asks_for_the_findings_anew(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    before = len(scene.world.rows(tables.Outbox, job="workers.jobs.find"))
    decide(scene, scene.karin, flag, "confirmed")
    assert len(scene.world.rows(tables.Outbox, job="workers.jobs.find")) == before
    (kept,) = scene.world.rows(tables.FlagDecision)
    decide(scene, scene.karin, flag, "rejected", "No.", shown=kept.id, now=LATER)
    rung = scene.world.rows(tables.Outbox, job="workers.jobs.find")
    assert len(rung) == before + 1
    assert rung[-1].subject_id == scene.assessment
    undo(scene, scene.karin, paper)
    assert len(scene.world.rows(tables.Outbox, job="workers.jobs.find")) == before + 2


def test_a_finished_assessment_changes_no_more(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    with scene.world.as_owner() as db:
        db.execute(text("update assessment set state = 'assessed'"))
    with pytest.raises(Denied):
        decide(scene, scene.karin, scene.flags(paper)[0], "confirmed")
    with scene.world.as_(scene.karin) as db:
        assert not reviews.marked(db, scene.karin, paper).workable


def test_two_buyers_decide_the_same_paper_apart(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed")
    other = scene.stranger.organisation_id
    asked = scene.world.assessment(other, scene.supplier, state="in_progress")
    with scene.world.as_owner() as db:
        db.execute(
            insert(tables.Submission).values(
                assessment_id=asked, supplier_id=scene.supplier, buyer_id=other, number=1,
                answers={}, content_hash="x", submitted_by=scene.anna.user_id,
                submitted_by_name="Anna", submitted_at=NOW, late=False,
            )
        )  # fmt: skip
        db.execute(
            text(
                "insert into submission_evidence (submission_id, supplier_id, buyer_id,"
                " question_id, document_id) select id, supplier_id, buyer_id, 'T-01', :paper"
                " from submission where buyer_id = :buyer"
            ),
            {"paper": paper, "buyer": other},
        )
    assert standing(scene, scene.stranger, paper) == {}
    decide(scene, scene.stranger, scene.flags(paper)[0], "unsure")
    assert standing(scene, scene.stranger, paper) == {PASSPORTS.words: "unsure"}
    assert standing(scene, scene.karin, paper) == {PASSPORTS.words: "confirmed"}


def test_rejected_words_say_nothing_more_in_the_findings(scene: Scene) -> None:
    """Through the worker's own way of making findings."""
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "rejected", "No.")
    with scene.world.as_worker() as db:
        findings.refresh(db, scene.assessment, now=NOW)
    flagged = [row.flag_id for row in scene.world.rows(tables.Finding) if row.flag_id]
    assert scene.flags(paper)[0].id not in flagged
