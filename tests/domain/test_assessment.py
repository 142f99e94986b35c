"""The moves of an assessment, what its outside shows, and what is only proposed."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import portal
from portal.domain.access import PERMISSIONS, Action, Relation
from portal.domain.assessment import (
    GRADE_NAMES,
    LIGHT_NAMES,
    MOVES,
    STAGE_NAMES,
    STATE_NAMES,
    SUBMITTED_STATES,
    WITH_SUPPLIER,
    AssessmentState,
    Deviation,
    DeviationState,
    Grade,
    Light,
    Stage,
    StarredAnswer,
    buyer_view,
    light,
    move,
    moves_from,
    overdue,
    propose,
    propose_for,
)
from portal.domain.questionnaire import read_definition
from portal.errors import Denied

DUE = datetime(2026, 12, 18, 22, 59, 59, tzinfo=UTC)
states = st.sampled_from(AssessmentState)
actions = st.sampled_from(Action)


def walk(*steps: Action) -> AssessmentState:
    state = AssessmentState.SENT
    for step in steps:
        state = move(state, step)
    return state


def test_the_usual_way_from_sent_to_assessed() -> None:
    assert (
        walk(
            Action.OPEN_ASSESSMENT,
            Action.ANSWER,
            Action.ATTACH_EVIDENCE,
            Action.SUBMIT,
            Action.ACCEPT_ASSESSMENT,
            Action.ASSESS_REQUIREMENT,
            Action.CONCLUDE_ASSESSMENT,
        )
        == AssessmentState.ASSESSED
    )


def test_a_returned_assessment_is_completed_and_submitted_again() -> None:
    returned = walk(Action.OPEN_ASSESSMENT, Action.ANSWER, Action.SUBMIT, Action.RETURN_ASSESSMENT)
    assert returned == AssessmentState.RETURNED
    assert move(returned, Action.ANSWER) == AssessmentState.IN_PROGRESS
    assert move(returned, Action.SUBMIT) == AssessmentState.SUBMITTED


def test_submitting_twice_is_answered_kindly() -> None:
    with pytest.raises(Denied, match="already"):
        move(AssessmentState.SUBMITTED, Action.SUBMIT)


@given(state=states, action=actions)
def test_a_move_is_listed_or_refused_with_a_sentence_of_its_own(
    state: AssessmentState, action: Action
) -> None:
    if action in moves_from(state):
        assert move(state, action) == MOVES[state, action]
    else:
        with pytest.raises(Denied) as refused:
            move(state, action)
        assert refused.value.sentence != Denied.sentence


@given(state=states, action=st.sampled_from([Action.ANSWER, Action.ATTACH_EVIDENCE]))
def test_what_is_submitted_or_withdrawn_is_locked(state: AssessmentState, action: Action) -> None:
    assert ((state, action) in MOVES) is (state in WITH_SUPPLIER)


@given(steps=st.lists(actions, max_size=30))
def test_nothing_leaves_the_last_states(steps: list[Action]) -> None:
    for last in (AssessmentState.ASSESSED, AssessmentState.WITHDRAWN):
        state = last
        for step in steps:
            if step in moves_from(state):
                state = move(state, step)
        assert state == last


@given(steps=st.lists(actions, max_size=40))
def test_no_buyer_gets_an_assessment_submitted(steps: list[Action]) -> None:
    suppliers = {Relation.OWN_SUPPLIER, Relation.OWN_SUPPLIER_DRAFT}
    state = AssessmentState.IN_PROGRESS
    for step in steps:
        by_buyer = all(grant.relation not in suppliers for grant in PERMISSIONS[step])
        if by_buyer and step in moves_from(state):
            state = move(state, step)
    assert state not in SUBMITTED_STATES


@given(state=states, days=st.integers(-60, 60))
def test_overdue_is_only_what_the_supplier_still_owes(state: AssessmentState, days: int) -> None:
    now = DUE + timedelta(days=days)
    assert overdue(state, DUE, now) is (state in WITH_SUPPLIER and days > 0)


def test_an_overdue_assessment_can_still_be_answered_and_submitted() -> None:
    state = AssessmentState.IN_PROGRESS
    assert overdue(state, DUE, DUE + timedelta(days=90))
    assert move(move(state, Action.ANSWER), Action.SUBMIT) == AssessmentState.SUBMITTED


@given(state=states, answered=st.integers(0, 70), asked=st.integers(0, 68))
def test_the_outside_counts_only_while_the_supplier_is_at_work(
    state: AssessmentState, answered: int, asked: int
) -> None:
    view = buyer_view(state, answered=answered, asked=asked, due_at=DUE, now=DUE)
    counted = state == AssessmentState.IN_PROGRESS
    assert (view.answered is not None) is counted
    assert view.asked == (asked if counted else None)
    assert view.answered is None or view.answered <= asked


def test_the_outside_in_words() -> None:
    def stage(state: AssessmentState) -> Stage:
        return buyer_view(state, answered=3, asked=9, due_at=DUE, now=DUE).stage

    assert stage(AssessmentState.SENT) == stage(AssessmentState.OPENED) == Stage.NOT_STARTED
    assert stage(AssessmentState.IN_PROGRESS) == Stage.STARTED
    assert stage(AssessmentState.SUBMITTED) == stage(AssessmentState.ACCEPTED) == Stage.SUBMITTED


def test_the_worst_starred_answer_is_proposed_with_its_reason() -> None:
    proposal = propose(
        [
            StarredAnswer("P1-01", Grade.MET),
            StarredAnswer("P1-02", Grade.NOT_MET),
            StarredAnswer("P1-04", Grade.PARTLY),
        ]
    )
    assert proposal is not None
    assert (proposal.grade, proposal.because) == (Grade.NOT_MET, ("P1-02",))


def test_a_blank_is_no_answer_and_no_starred_question_no_proposal() -> None:
    blank = propose([StarredAnswer("P1-01", None), StarredAnswer("P1-04", Grade.PARTLY)])
    assert blank is not None
    assert blank.grade == Grade.NOT_ASSESSABLE
    assert propose([]) is None


@given(st.lists(st.sampled_from(Grade), min_size=1), st.sampled_from(Grade))
def test_one_more_answer_never_betters_a_proposal(said: list[Grade], more: Grade) -> None:
    order = [Grade.NOT_MET, Grade.NOT_ASSESSABLE, Grade.PARTLY, Grade.MET]
    before = propose([StarredAnswer(str(n), says) for n, says in enumerate(said)])
    after = propose([StarredAnswer(str(n), says) for n, says in enumerate([*said, more])])
    assert before is not None
    assert after is not None
    assert order.index(after.grade) <= order.index(before.grade)


DEFINITION = read_definition(
    json.loads(
        (
            Path(portal.__file__).parent / "questionnaires/sustainable-supply-chains-1.json"
        ).read_text(encoding="utf-8")
    )
)


@pytest.mark.parametrize(
    ("answers", "grade", "because"),
    [
        ({"P6-01": {"channel": "yes"}}, Grade.MET, ("P6-01",)),
        ({"P6-01": {"channel": "partly"}}, Grade.PARTLY, ("P6-01",)),
        ({"P6-01": {"channel": "no"}}, Grade.NOT_MET, ("P6-01",)),
        ({}, Grade.NOT_ASSESSABLE, ("P6-01",)),
    ],
)
def test_the_default_questionnaire_proposes_by_its_starred_answers(
    answers: dict[str, dict[str, object]], grade: Grade, because: tuple[str, ...]
) -> None:
    asked = [DEFINITION.question("P6-01"), DEFINITION.question("P6-03")]
    (requirement, *_) = asked[0].requirements
    proposal = propose_for(requirement, asked, answers)
    assert proposal is not None
    assert (proposal.grade, proposal.because) == (grade, because)
    assert propose_for("RD", asked, answers) is None


def test_the_light_follows_the_deviations() -> None:
    today = date(2026, 11, 22)
    later, before = date(2027, 1, 15), date(2026, 11, 21)
    assert light([], today) == Light.GREEN
    assert light([Deviation(DeviationState.PROPOSED, before)], today) == Light.GREEN
    assert light([Deviation(DeviationState.CLOSED, before)], today) == Light.GREEN
    assert light([Deviation(DeviationState.HANDLED, today)], today) == Light.YELLOW
    assert light([Deviation(DeviationState.HANDLED, before)], today) == Light.RED
    short = [Deviation(DeviationState.HANDLED, later)]
    short.append(Deviation(DeviationState.PROOF_NOT_ENOUGH, later))
    assert light(short, today) == Light.RED


def test_everything_shown_has_a_name() -> None:
    assert set(STATE_NAMES) == set(AssessmentState)
    assert set(STAGE_NAMES) == set(Stage)
    assert set(GRADE_NAMES) == set(Grade)
    assert set(LIGHT_NAMES) == set(Light)
