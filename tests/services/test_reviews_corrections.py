"""Correcting flags: the flag stays, what the person says counts from then on."""

import json

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from portal.data import tables
from portal.domain.flags import DecisionKind
from portal.errors import Conflict, Denied, Invalid, NotFound
from portal.services import reviews
from portal.services.reviews import Filters, Kind
from tests.desk import (
    DEHP,
    HOURS,
    LATER,
    PASSPORTS,
    TRACES,
    Says,
    Scene,
    correct,
    decide,
    decisions,
    stands,
    undo,
)
from tests.world import NOW


def test_what_the_person_says_counts_and_the_flag_stays_as_it_was_made(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (before,) = scene.flags(paper)
    correct(
        scene, scene.karin, before, stance="denied", bearing="support",
        value={"indicator": "documents_kept"},
    )  # fmt: skip
    (after,) = scene.flags(paper)
    assert (after.stance, after.bearing, after.value) == ("affirmed", "risk", PASSPORTS.value)
    (flag,) = stands(scene, scene.omar, paper)
    assert (flag.stance, flag.bearing, flag.severe) == ("denied", "support", False)
    assert flag.value == {"indicator": "documents_kept"}
    assert flag.decision is not None
    assert (flag.decision.kind, flag.decision.by) == (DecisionKind.CORRECTED, "Karin Ek")
    assert flag.read is not None
    assert (flag.read.stance, flag.read.value) == ("affirmed", PASSPORTS.value)


def test_a_corrected_flag_is_decided_in_the_queue_and_the_assessment(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS])
    scene.submit()
    correct(scene, scene.karin, scene.flags(paper)[0], stance="hedged")
    with scene.world.as_(scene.karin) as db:
        (line,) = reviews.queue(db, scene.karin, Filters(), now=NOW).lines
        laid = reviews.assessed(db, scene.karin, scene.assessment)
    assert (line.load.open, line.load.severe) == (1, 0)
    (proof,) = [each for _, asked in laid.sections for one in asked for each in one.proofs]
    assert (proof.flags, proof.open, proof.risk) == (2, 1, 1)
    correct(scene, scene.karin, scene.flags(paper)[1], topic="LAB.WAGE", value={})
    with scene.world.as_(scene.karin) as db:
        (line,) = reviews.queue(db, scene.karin, Filters(), now=NOW).lines
    assert line.kind == Kind.ASSESSMENT


def test_a_list_stands_still_while_its_flags_are_corrected(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [HOURS, TRACES, PASSPORTS])
    scene.submit()

    def order() -> list[str]:
        with scene.world.as_(scene.karin) as db:
            return [flag.quote for flag in reviews.marked(db, scene.karin, paper).flags]

    before = order()
    passports = scene.flags(paper)[2]
    assert before[0] == passports.quote
    correct(scene, scene.karin, passports, bearing="neutral", stance="hedged")
    assert order() == before


def test_a_correction_is_corrected_again_and_both_are_kept(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (flag,) = scene.flags(paper)
    correct(scene, scene.karin, flag, value={"cas": "117-81-7", "pct_max": "1,2"})
    (first,) = decisions(scene)
    again = {"cas": "117-81-7", "pct_max": "0.12"}
    correct(scene, scene.omar, flag, shown=first.id, now=LATER, value=again)
    (marked,) = stands(scene, scene.karin, paper)
    assert marked.value == again
    first, second = decisions(scene)
    assert first.correction is not None
    assert first.correction["value"]["pct_max"] == "1.2"
    assert (first.undone_at, second.undone_at) == (LATER, None)
    # The same once more, as a double click sends it, is nothing new.
    correct(scene, scene.omar, flag, shown=first.id, now=LATER, value=again)
    correct(scene, scene.omar, flag, shown=second.id, now=LATER, value=again)
    assert len(decisions(scene)) == 2


def test_undo_brings_back_what_was_before_the_correction(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (flag,) = scene.flags(paper)
    decide(scene, scene.karin, flag, "unsure")
    (unsure,) = decisions(scene)
    other = {"topic": "CHEM.GROUP", "value": {"group": "phthalates"}}
    correct(scene, scene.karin, flag, shown=unsure.id, now=LATER, **other)
    assert stands(scene, scene.karin, paper)[0].topic == "CHEM.GROUP"
    assert undo(scene, scene.karin, paper) == flag.id
    (marked,) = stands(scene, scene.karin, paper)
    assert (marked.topic, marked.value, marked.read) == ("CHEM.SUBSTANCE", DEHP.value, None)
    assert marked.decision is not None
    assert marked.decision.kind == DecisionKind.UNSURE
    assert undo(scene, scene.karin, paper) == flag.id
    assert stands(scene, scene.karin, paper)[0].open


def test_a_corrected_flag_that_is_confirmed_is_as_the_program_read_it(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (flag,) = scene.flags(paper)
    correct(scene, scene.karin, flag, stance="denied")
    decide(scene, scene.karin, flag, "confirmed", shown=decisions(scene)[0].id, now=LATER)
    (marked,) = stands(scene, scene.karin, paper)
    assert (marked.stance, marked.read) == ("affirmed", None)


def test_the_slower_of_two_reviewers_loses_nothing_and_is_told(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (flag,) = scene.flags(paper)
    correct(scene, scene.karin, flag, stance="denied")
    for bearing in ("support", "neutral"):
        with pytest.raises(Conflict):
            correct(scene, scene.omar, flag, stance="denied", bearing=bearing)
    with pytest.raises(Conflict):
        decide(scene, scene.omar, flag, "confirmed")
    assert stands(scene, scene.omar, paper)[0].stance == "denied"


def test_what_is_wrong_is_told_and_nothing_is_kept(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (flag,) = scene.flags(paper)
    with pytest.raises(Invalid) as refused:
        correct(scene, scene.karin, flag, value={"cas": "117-81-8", "pct_max": "120"})
    assert set(refused.value.fields) == {"cas", "pct_max"}
    with pytest.raises(Invalid):
        correct(scene, scene.karin, flag)
    assert decisions(scene) == []


def test_only_who_may_decide_may_correct(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    (flag,) = scene.flags(paper)
    # Of a draft nobody at the buyer learns that the flag exists.
    for actor in (scene.karin, *scene.others()):
        with pytest.raises((NotFound, Denied)):
            correct(scene, actor, flag, stance="denied")
    scene.submit()
    for actor in scene.others():
        with pytest.raises((NotFound, Denied)), scene.world.as_(actor) as db:
            reviews.check_correctable(db, actor, paper, flag.id)
        with pytest.raises((NotFound, Denied)):
            correct(scene, actor, flag, stance="denied")
    assert decisions(scene) == []
    correct(scene, scene.karin, flag, stance="denied")
    with scene.world.as_(scene.stranger) as db:
        assert db.query(tables.FlagDecision).count() == 0
    with scene.world.as_(scene.anna) as db:
        assert db.query(tables.FlagDecision).count() == 0


def test_a_finished_assessment_takes_no_correction(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    with scene.world.as_owner() as db:
        db.execute(text("update assessment set state = 'assessed'"))
    with pytest.raises(Denied):
        correct(scene, scene.karin, scene.flags(paper)[0], stance="denied")


def test_the_audit_tells_codes_and_no_words_of_the_paper(scene: Scene) -> None:
    site = Says("The sewing unit is Long Hai 2", "ORIGIN.SITE", bearing="neutral")
    paper = scene.paper("report.pdf", [site])
    scene.submit()
    (flag,) = scene.flags(paper)
    correct(scene, scene.karin, flag, stance="hedged", value={"site": "Long Hai 2"})
    lines = [json.loads(row.entry) for row in scene.world.rows(tables.AuditEntry)]
    (line,) = [each for each in lines if each["action"] == "decide"]
    assert line["detail"] | {"rule": "", "rules_version": ""} == {
        "decision": "corrected", "topic": "ORIGIN.SITE", "stance": "hedged", "bearing": "neutral",
        "rule": "", "rules_version": "",
    }  # fmt: skip
    assert "Long Hai" not in json.dumps(lines)


def test_the_database_keeps_decision_and_correction_together(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP, HOURS])
    scene.submit()
    correct(scene, scene.karin, scene.flags(paper)[0], stance="denied")
    decide(scene, scene.karin, scene.flags(paper)[1], "confirmed")
    for change in ("decision = 'confirmed'", "decision = 'corrected'", "decision = 'other'"):
        with pytest.raises(IntegrityError), scene.world.as_owner() as db:
            db.execute(text(f"update flag_decision set {change}"))


def test_the_words_are_those_that_the_person_chose(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP, HOURS])
    scene.submit()
    dehp, _ = scene.flags(paper)
    span = (dehp.start, dehp.end - len(" 12 %"))
    correct(scene, scene.karin, dehp, shift=(0, -len(" 12 %")))
    (made,) = decisions(scene)
    assert "DEHP" not in json.dumps(made.correction)
    flag = stands(scene, scene.omar, paper)[0]
    assert (flag.quote, flag.start, flag.end) == ("DEHP 117-81-7", *span)
    assert flag.flagged == (dehp.start, dehp.end)
    assert flag.read is not None
    assert flag.read.quote == dehp.quote
    assert flag.boxes


def test_nobody_changes_a_correction_that_was_kept(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    correct(scene, scene.karin, scene.flags(paper)[0], stance="denied")
    for change in ("correction = '{}'", "decision = 'confirmed'", "reviewer_name = 'Omar'"):
        with pytest.raises(ProgrammingError), scene.world.as_(scene.karin) as db:
            db.execute(text(f"update flag_decision set {change}"))
    (made,) = decisions(scene)
    assert made.correction is not None
    assert made.correction["stance"] == "denied"
