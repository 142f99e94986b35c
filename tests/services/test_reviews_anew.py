"""A document flagged anew: what stands, what is to be looked at again, and what is told."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from portal.data import tables
from portal.domain.flags import DecisionKind, How
from portal.errors import Conflict
from portal.services import findings, reviews
from portal.services.reviews import Filters, Marked
from tests.desk import HOURS, LATER, PASSPORTS, TRACES, Says, Scene, decide, standing, undo
from tests.world import NOW

MORE_HOURS = replace(HOURS, value={"hours_per_week": "60"})
DENIED = replace(PASSPORTS, stance="denied", bearing="support")
EVEN_LATER = LATER + dt.timedelta(minutes=5)


def shown(scene: Scene, paper: UUID) -> dict[str, Marked]:
    with scene.world.as_(scene.karin) as db:
        return {flag.quote: flag for flag in reviews.marked(db, scene.karin, paper).flags}


def test_the_same_words_that_say_the_same_keep_their_decision(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed")
    scene.flag(paper, [replace(PASSPORTS, score=0.2, bearing="neutral"), HOURS])
    assert standing(scene, scene.karin, paper) == {PASSPORTS.words: "confirmed"}


@pytest.mark.parametrize(
    ("before", "after"), [(HOURS, MORE_HOURS), (PASSPORTS, DENIED)], ids=["value", "stance"]
)
def test_words_that_say_something_else_are_open_and_show_the_old_decision(
    scene: Scene, before: Says, after: Says
) -> None:
    paper = scene.paper("report.pdf", [before])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "rejected", "No.")
    scene.flag(paper, [after], version="2.0")
    flag = shown(scene, paper)[after.words]
    assert flag.open
    assert flag.former is not None
    assert (flag.former.kind, flag.former.reason) == (DecisionKind.REJECTED, "No.")
    with scene.world.as_(scene.karin) as db:
        (line,) = reviews.queue(db, scene.karin, Filters(), now=NOW).lines
    assert line.load.open == 1
    # Back to the first rules: the decision stands as it stood.
    scene.flag(paper, [before], version="1.0")
    assert standing(scene, scene.karin, paper) == {before.words: "rejected"}


def test_words_that_were_cut_otherwise_show_the_old_decision(scene: Scene) -> None:
    whole = replace(TRACES, words="To our knowledge it may contain traces of PFOA")
    paper = scene.paper("report.pdf", [whole])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed")
    shorter = replace(whole, words="may contain traces of PFOA")
    scene.flag(paper, [shorter], version="2.0")
    flag = shown(scene, paper)[shorter.words]
    assert flag.open
    assert flag.former is not None


def test_a_decision_with_its_own_flag_is_none_for_another(scene: Scene) -> None:
    lead = replace(HOURS, words="Lead and cadmium below 2 mg/kg", topic="CHEM.SUBSTANCE",
                   value={"name": "lead"})  # fmt: skip
    paper = scene.paper("report.pdf", [lead])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed")
    scene.flag(paper, [lead, replace(lead, value={"name": "cadmium"})], version="2.0")
    with scene.world.as_(scene.karin) as db:
        flags = reviews.marked(db, scene.karin, paper).flags
    told = {flag.value["name"]: (flag.decision is not None, flag.former) for flag in flags}
    assert told == {"lead": (True, None), "cadmium": (False, None)}


def test_looking_again_replaces_the_old_decision_and_undo_brings_it_back(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [HOURS])
    scene.submit()
    decide(scene, scene.omar, scene.flags(paper)[0], "confirmed")
    scene.flag(paper, [MORE_HOURS], version="2.0")
    former = shown(scene, paper)[HOURS.words].former
    assert former is not None
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed", shown=former.id, now=LATER)
    assert standing(scene, scene.karin, paper) == {HOURS.words: "confirmed"}
    assert shown(scene, paper)[HOURS.words].former is None
    undo(scene, scene.karin, paper)
    flag = shown(scene, paper)[HOURS.words]
    assert flag.open
    assert flag.former is not None
    assert flag.former.by == "Omar Haddad"


def test_who_decides_without_having_seen_the_old_decision_is_told(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [HOURS])
    scene.submit()
    decide(scene, scene.omar, scene.flags(paper)[0], "confirmed")
    scene.flag(paper, [MORE_HOURS], version="2.0")
    with pytest.raises(Conflict):
        decide(scene, scene.karin, scene.flags(paper)[0], "confirmed", now=LATER)


def test_a_rejection_of_other_words_hides_no_finding(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [HOURS])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "rejected", "No.")
    scene.flag(paper, [MORE_HOURS], version="2.0")
    with scene.world.as_worker() as db:
        findings.refresh(db, scene.assessment, now=LATER)
    with_open = {row.quote for row in scene.world.rows(tables.Finding)}
    scene.flag(paper, [HOURS], version="1.0")
    with scene.world.as_worker() as db:
        findings.refresh(db, scene.assessment, now=LATER)
    without = {row.quote for row in scene.world.rows(tables.Finding)}
    assert HOURS.words not in without
    assert with_open >= without


def test_a_run_that_came_out_otherwise_is_told_since_the_last_decision(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS, TRACES])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed", now=NOW)
    scene.flag(paper, [PASSPORTS, MORE_HOURS], version="2.0", now=LATER)
    with scene.world.as_(scene.omar) as db:
        (run,) = reviews.marked(db, scene.omar, paper).anew
    assert (run.at, run.new, run.gone, run.changed) == (LATER, 0, 1, 1)
    told = {each.how: each for each in run.changes}
    gone, changed = told[How.GONE].before, told[How.CHANGED]
    assert gone is not None
    assert gone.quote == TRACES.words
    assert changed.before is not None
    assert changed.after is not None
    assert (changed.before.value, changed.after.value) == (HOURS.value, MORE_HOURS.value)
    decide(scene, scene.omar, scene.flags(paper)[0], "confirmed", now=EVEN_LATER)
    decide(scene, scene.omar, scene.flags(paper)[1], "unsure", shown=_former(scene, paper),
           now=EVEN_LATER)  # fmt: skip
    with scene.world.as_(scene.omar) as db:
        assert reviews.marked(db, scene.omar, paper).anew == ()


def _former(scene: Scene, paper: UUID) -> UUID | None:
    former = shown(scene, paper)[HOURS.words].former
    return former.id if former else None


def test_the_same_flags_again_are_no_run_to_tell_of(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS])
    before = scene.flags(paper)
    scene.flag(paper, [HOURS, PASSPORTS], version="2.0", now=LATER)
    assert scene.world.rows(tables.Reflagging) == []
    assert [flag.id for flag in scene.flags(paper)] == [flag.id for flag in before]


def test_who_has_not_decided_here_is_told_of_no_run(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS])
    scene.submit()
    scene.flag(paper, [PASSPORTS], version="2.0", now=LATER)
    assert len(scene.world.rows(tables.Reflagging)) == 1
    with scene.world.as_(scene.karin) as db:
        assert reviews.marked(db, scene.karin, paper).anew == ()


def test_runs_of_a_draft_are_read_by_no_buyer(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS])
    scene.flag(paper, [PASSPORTS], version="2.0", now=LATER)
    for actor in (*scene.others(), scene.karin):
        with scene.world.as_(actor) as db:
            assert db.query(tables.Reflagging).all() == []
