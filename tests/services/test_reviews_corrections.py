"""Correcting flags: the flag stays, what the person says counts from then on."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from portal.data import tables
from portal.domain.access import Actor
from portal.domain.flags import DecisionKind, Written, hint
from portal.errors import Conflict, Denied, Invalid, NotFound
from portal.services import findings, reviews
from portal.services.reviews import Filters, Kind, Marked
from tests.desk import HOURS, LATER, PASSPORTS, TRACES, Says, Scene, decide, undo
from tests.world import NOW, World

DEHP = Says(
    "DEHP 117-81-7 12 %", "CHEM.SUBSTANCE", value={"cas": "117-81-7", "pct_max": "12"}, page=1
)


@pytest.fixture
def scene(world: World) -> Scene:
    """A supplier that has answered and not submitted."""
    return Scene(world)


def written(flag: tables.Flag | Marked, **otherwise: Any) -> Written:
    """The form as it is filled in for a flag, with what the person changes."""
    given: dict[str, Any] = {"topic": flag.topic, "stance": flag.stance, "bearing": flag.bearing}
    given |= {"value": dict(flag.value)} | otherwise
    return Written(**({"fields_of": given["topic"]} | given))


def correct(
    scene: Scene,
    actor: Actor,
    flag: tables.Flag,
    *,
    shown: UUID | None = None,
    now: Any = NOW,
    **otherwise: Any,
) -> None:
    """Save the form of a flag with something changed."""
    with scene.world.as_(actor) as db:
        reviews.correct_flag(
            db, actor, flag.document_id, flag.id, written(flag, **otherwise), shown=shown, now=now
        )


def stands(scene: Scene, actor: Actor, paper: UUID) -> list[Marked]:
    with scene.world.as_(actor) as db:
        return list(reviews.marked(db, actor, paper, by_page=True).flags)


def decisions(scene: Scene) -> list[tables.FlagDecision]:
    return sorted(scene.world.rows(tables.FlagDecision), key=lambda each: each.decided_at)


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
    paper = scene.paper("report.pdf", [replace(DEHP, words="DEHP 117-81-7 12 %"), HOURS])
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
    # They are found again where the program reads the same, and are the flag's where it agrees.
    reread(scene, paper, DEHP)
    assert stands(scene, scene.omar, paper)[0].quote == "DEHP 117-81-7"
    reread(scene, paper, replace(DEHP, words="DEHP 117-81-7"))
    (flag,) = stands(scene, scene.omar, paper)
    assert (flag.open, flag.quote) == (False, "DEHP 117-81-7")


# What a later reading makes of it


def reread(scene: Scene, paper: UUID, *said: Says) -> None:
    scene.flag(paper, said, version="2.0", now=LATER)


def test_no_later_reading_opens_a_corrected_flag_again(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    correct(scene, scene.karin, scene.flags(paper)[0], stance="hedged", bearing="neutral")
    readings = (
        DEHP,
        replace(DEHP, stance="denied"),
        replace(DEHP, value=DEHP.value | {"pct_max": "1.2"}),
        replace(DEHP, stance="hedged", bearing="neutral"),
    )
    for reading in readings:
        reread(scene, paper, reading)
        (flag,) = stands(scene, scene.karin, paper)
        assert (flag.open, flag.stance, flag.bearing) == (False, "hedged", "neutral")
        with scene.world.as_(scene.karin) as db:
            (line,) = reviews.queue(db, scene.karin, Filters(), now=NOW).lines
        assert line.kind == Kind.ASSESSMENT


OTHERWISE: tuple[Mapping[str, Any], ...] = (
    {"value": {"cas": "84-74-2", "pct_max": "12"}},
    {"topic": "CHEM.GROUP", "value": {"group": "phthalates"}},
)


@pytest.mark.parametrize("otherwise", OTHERWISE, ids=["thing", "topic"])
def test_rules_that_come_to_agree_with_a_person_open_nothing(
    scene: Scene, otherwise: Mapping[str, Any]
) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    correct(scene, scene.karin, scene.flags(paper)[0], **otherwise)
    reread(scene, paper, replace(DEHP, **otherwise))
    (flag,) = stands(scene, scene.karin, paper)
    assert not flag.open
    assert flag.value == otherwise["value"]
    with scene.world.as_(scene.karin) as db:
        (line,) = reviews.queue(db, scene.karin, Filters(), now=NOW).lines
    assert line.kind == Kind.ASSESSMENT
    # It is taken back, and decided anew, like any other.
    assert undo(scene, scene.karin, paper) == flag.id
    assert stands(scene, scene.karin, paper)[0].open


def test_a_decision_on_what_a_person_foresaw_is_undone_to_the_correction(scene: Scene) -> None:
    otherwise: dict[str, Any] = {"topic": "CHEM.GROUP", "value": {"group": "phthalates"}}
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    correct(scene, scene.karin, scene.flags(paper)[0], **otherwise)
    reread(scene, paper, replace(DEHP, **otherwise))
    (made,) = decisions(scene)
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed", shown=made.id, now=LATER)
    assert undo(scene, scene.karin, paper) == scene.flags(paper)[0].id
    (flag,) = stands(scene, scene.karin, paper)
    assert flag.decision is not None
    assert flag.decision.kind == DecisionKind.CORRECTED


def test_another_thing_in_the_same_words_is_looked_at_again(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    correct(scene, scene.karin, scene.flags(paper)[0], value={"cas": "84-74-2"})
    reread(scene, paper, replace(DEHP, value={"cas": "85-68-7"}))
    (flag,) = stands(scene, scene.karin, paper)
    assert flag.open
    assert flag.former is not None
    assert flag.former.kind == DecisionKind.CORRECTED


def test_lists_tell_nothing_of_a_thing_that_is_not_named(scene: Scene) -> None:
    listed = hint({"kind": "listed", "list": "svhc", "pack": "svhc 1"})
    paper = scene.paper("report.pdf", [replace(DEHP, hints=(listed,))])
    scene.submit()
    (flag,) = scene.flags(paper)
    correct(scene, scene.karin, flag, stance="denied")
    assert stands(scene, scene.karin, paper)[0].hints == (listed,)
    (made,) = decisions(scene)
    correct(scene, scene.karin, flag, shown=made.id, now=LATER, value={"cas": "84-74-2"})
    assert stands(scene, scene.karin, paper)[0].hints == ()


# What the findings make of it


def found(scene: Scene, *, submitted: bool) -> set[str]:
    """The kinds of the findings that rest on a flag, made by the worker."""
    with scene.world.as_worker() as db:
        findings.refresh(db, scene.assessment, now=NOW)
    return {
        row.kind
        for row in scene.world.rows(tables.Finding)
        if row.flag_id and (row.submission_id is not None) == submitted
    }


LONG_VALID = Says(
    "SA8000 certificate, valid until 2031-05-31", "CERT", bearing="support",
    value={"standard": "SA8000", "valid_to": "2031-05-31"},
)  # fmt: skip
LAPSED = {"standard": "SA8000", "valid_to": "2021-05-31"}


def test_the_findings_hold_what_was_corrected_against_the_answers(scene: Scene) -> None:
    paper = scene.paper("certificate.pdf", [LONG_VALID])
    scene.submit()
    (flag,) = scene.flags(paper)
    assert found(scene, submitted=True) == set()
    rung = len(scene.world.rows(tables.Outbox, job="workers.jobs.find"))
    shorter = (0, len("SA8000 certificate") - len(LONG_VALID.words))
    correct(scene, scene.karin, flag, bearing="risk", value=LAPSED, shift=shorter)
    assert len(scene.world.rows(tables.Outbox, job="workers.jobs.find")) == rung + 1
    assert found(scene, submitted=True) == {"lapsed_proof"}
    with scene.world.as_(scene.omar) as db:
        (one,) = reviews.assessed(db, scene.omar, scene.assessment).found
    assert (one.flag_id, one.corrected_by) == (flag.id, "Karin Ek")
    assert one.quote == "SA8000 certificate"
    undo(scene, scene.karin, paper)
    assert len(scene.world.rows(tables.Outbox, job="workers.jobs.find")) == rung + 2
    assert found(scene, submitted=True) == set()


def test_a_buyer_s_correction_says_nothing_in_the_supplier_s_draft(scene: Scene) -> None:
    paper = scene.paper("certificate.pdf", [LONG_VALID])
    scene.submit()
    correct(scene, scene.karin, scene.flags(paper)[0], bearing="risk", value=LAPSED)
    with scene.world.as_(scene.karin) as db:
        reviews.send_back(db, scene.karin, scene.assessment, observation="A newer one.", now=NOW)
    assert found(scene, submitted=True) == {"lapsed_proof"}
    assert found(scene, submitted=False) == set()
