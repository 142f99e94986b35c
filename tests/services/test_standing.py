"""What becomes of a correction when a paper is read anew, and what the findings make of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from portal.data import tables
from portal.domain.flags import DecisionKind, hint
from portal.services import findings, reviews
from portal.services.reviews import Filters, Kind
from tests.desk import DEHP, LATER, Says, Scene, correct, decide, decisions, stands, undo
from tests.world import NOW


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


def test_chosen_words_are_found_again_and_are_the_flag_s_where_it_agrees(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    correct(scene, scene.karin, scene.flags(paper)[0], shift=(0, -len(" 12 %")))
    for reading in (DEHP, replace(DEHP, words="DEHP 117-81-7")):
        reread(scene, paper, reading)
        (flag,) = stands(scene, scene.omar, paper)
        assert (flag.open, flag.quote) == (False, "DEHP 117-81-7")


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
