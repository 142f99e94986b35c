"""Saving answers on the real database: versions, two editors, history, what the buyer learns."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import update

from portal.data import tables
from portal.domain.access import Actor, Role
from portal.errors import Denied, NotFound
from portal.services import answers
from portal.services.answers import Outcome, Typed
from tests.world import NOW, World


@pytest.fixture
def anna(world: World) -> Actor:
    return world.person(world.supplier(), Role.SUPPLIER_EDITOR)


@pytest.fixture
def asked(world: World, anna: Actor) -> object:
    return world.assessment(world.buyer(), anna.organisation_id, state="opened")


def save(world: World, actor: Actor, asked: object, *typed: Typed) -> Outcome:
    with world.as_(actor) as db:
        return answers.save(db, actor, asked, typed, now=NOW)  # type: ignore[arg-type]  # a fixture's id


YES = Typed("T-01", {"adopted": "yes"}, 0)


def test_a_first_answer_is_kept_with_its_version_and_history(
    world: World, anna: Actor, asked: object
) -> None:
    outcome = save(world, anna, asked, YES)
    assert outcome.sheet.version("T-01") == 1
    (row,) = world.rows(tables.Answer)
    (past,) = world.rows(tables.AnswerVersion)
    assert row.value == past.value == {"adopted": "yes"}
    assert (row.version, row.saved_by, row.saved_at) == (1, anna.user_id, NOW)


def test_a_first_answer_moves_the_assessment_on_and_counts_what_everyone_is_asked(
    world: World, anna: Actor, asked: object
) -> None:
    save(world, anna, asked, YES, Typed("T-02", {"chain": "yes"}, 0))
    (assessment,) = world.rows(tables.Assessment)
    assert assessment.state == "in_progress"
    # T-02 hangs on an answer: that it is asked would tell the buyer what was answered.
    assert (assessment.asked, assessment.answered) == (8, 0)
    save(world, anna, asked, Typed("T-03", {"scope": "all"}, 0))
    assert world.rows(tables.Assessment)[0].answered == 1


def test_the_same_answer_again_is_no_new_version(world: World, anna: Actor, asked: object) -> None:
    save(world, anna, asked, YES)
    outcome = save(world, anna, asked, YES)
    assert not outcome.clashes
    assert len(world.rows(tables.AnswerVersion)) == 1


def test_a_second_editor_overwrites_nothing(world: World, anna: Actor, asked: object) -> None:
    bo = world.person(anna.organisation_id, Role.SUPPLIER_ADMINISTRATOR, name="Bo Berg")
    save(world, anna, asked, Typed("T-05", {"how": "Anna"}, 0))
    outcome = save(world, bo, asked, Typed("T-05", {"how": "Bo"}, 0))
    (clash,) = outcome.clashes
    assert clash.mine == {"how": "Bo"}
    assert dict(clash.theirs.value) == {"how": "Anna"}
    assert (clash.theirs.saved_by, clash.theirs.version) == ("Anna Lindmark", 1)
    assert world.rows(tables.Answer)[0].value == {"how": "Anna"}
    knowingly = save(world, bo, asked, Typed("T-05", {"how": "Bo"}, 1))
    assert knowingly.sheet.version("T-05") == 2
    assert [row.value["how"] for row in world.rows(tables.AnswerVersion)] == ["Anna", "Bo"]


def test_two_saves_at_the_same_moment_end_one_after_the_other(
    world: World, anna: Actor, asked: object
) -> None:
    texts = [Typed("T-05", {"how": f"Text {number}"}, 0) for number in range(4)]
    with ThreadPoolExecutor(4) as hands:
        outcomes = list(hands.map(lambda typed: save(world, anna, asked, typed), texts))
    assert sorted(len(outcome.clashes) for outcome in outcomes) == [0, 1, 1, 1]
    assert len(world.rows(tables.AnswerVersion)) == 1


def test_a_wrong_value_is_told_by_its_field_and_the_others_are_saved(
    world: World, anna: Actor, asked: object
) -> None:
    outcome = save(
        world,
        anna,
        asked,
        Typed("T-06", {"share": "180"}, 0),
        Typed("T-09", {"count": "1 200,5"}, 0),
    )
    assert list(outcome.faults) == ["T-06"]
    assert list(outcome.faults["T-06"]) == ["share"]
    assert world.rows(tables.Answer)[0].value == {"count": 1200.5}


def test_an_answer_that_brings_more_questions_names_them(
    world: World, anna: Actor, asked: object
) -> None:
    assert save(world, anna, asked, YES).appeared == ("T-01.since", "T-02", "T-02.chain")


def test_nothing_typed_leaves_no_row(world: World, anna: Actor, asked: object) -> None:
    save(world, anna, asked, Typed("T-05", {"how": "  "}, 0))
    assert world.rows(tables.Answer) == []
    assert world.rows(tables.Assessment)[0].state == "opened"


def test_an_answer_can_be_taken_back(world: World, anna: Actor, asked: object) -> None:
    save(world, anna, asked, Typed("T-03", {"scope": "all"}, 0))
    outcome = save(world, anna, asked, Typed("T-03", {"scope": ""}, 1))
    assert dict(outcome.sheet.value("T-03")) == {}
    assert world.rows(tables.Assessment)[0].answered == 0


@pytest.mark.parametrize("state", ["submitted", "accepted", "assessed", "withdrawn"])
def test_what_was_handed_in_is_locked(world: World, anna: Actor, asked: object, state: str) -> None:
    with world.as_owner() as db:
        db.execute(update(tables.Assessment).values(state=state))
    with pytest.raises(Denied):
        save(world, anna, asked, YES)
    assert world.rows(tables.Answer) == []


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PLANNER])
def test_the_buyer_cannot_answer_or_see_that_there_is_something(
    world: World, anna: Actor, asked: object, role: Role
) -> None:
    buyer = world.rows(tables.Assessment)[0].buyer_id
    with pytest.raises(NotFound):
        save(world, world.person(buyer, role), asked, YES)


def test_a_stranger_meets_nothing(world: World, asked: object) -> None:
    stranger = world.person(world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_EDITOR)
    with pytest.raises(NotFound):
        save(world, stranger, asked, YES)


def test_an_unknown_question_is_not_there(world: World, anna: Actor, asked: object) -> None:
    with pytest.raises(NotFound):
        save(world, anna, asked, Typed("T-99", {"x": "y"}, 0))


def test_a_forged_version_without_a_row_does_no_harm(
    world: World, anna: Actor, asked: object
) -> None:
    outcome = save(world, anna, asked, Typed("T-03", {"scope": "all"}, 7))
    assert outcome.sheet.version("T-03") == 1


def test_what_is_saved_is_noted_without_its_text(world: World, anna: Actor, asked: object) -> None:
    save(world, anna, asked, Typed("T-05", {"how": "hemligt"}, 0))
    with world.as_owner() as db:
        entry = db.query(tables.AuditEntry).one().entry
    assert '"answer"' in entry
    assert "T-05" in entry
    assert "hemligt" not in entry
