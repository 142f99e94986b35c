"""The life of an assessment: its states and moves, and what a buyer sees of its outside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.domain.access import Action
from portal.errors import Denied
from portal.texts import N_


class AssessmentState(StrEnum):
    """Where an assessment stands. Whether it is late is not a state: see ``overdue``."""

    SENT = "sent"
    OPENED = "opened"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    ASSESSED = "assessed"
    WITHDRAWN = "withdrawn"


STATE_NAMES: Final[Mapping[AssessmentState, str]] = MappingProxyType(
    {
        AssessmentState.SENT: N_("Not opened"),
        AssessmentState.OPENED: N_("Opened"),
        AssessmentState.IN_PROGRESS: N_("In progress"),
        AssessmentState.SUBMITTED: N_("Submitted"),
        AssessmentState.RETURNED: N_("Returned to be completed"),
        AssessmentState.ACCEPTED: N_("Accepted for assessment"),
        AssessmentState.ASSESSED: N_("Assessed"),
        AssessmentState.WITHDRAWN: N_("Withdrawn"),
    }
)

WITH_SUPPLIER: Final = frozenset(
    {
        AssessmentState.SENT,
        AssessmentState.OPENED,
        AssessmentState.IN_PROGRESS,
        AssessmentState.RETURNED,
    }
)
"""The states in which the supplier's pen is free. The deadline does not take it away."""

SUBMITTED_STATES: Final = frozenset(
    {AssessmentState.SUBMITTED, AssessmentState.ACCEPTED, AssessmentState.ASSESSED}
)
"""The states in which what lies on the table is a submission."""


def _moves() -> dict[tuple[AssessmentState, Action], AssessmentState]:
    state = AssessmentState
    moves = {
        (state.SENT, Action.OPEN_ASSESSMENT): state.OPENED,
        (state.SUBMITTED, Action.RETURN_ASSESSMENT): state.RETURNED,
        (state.SUBMITTED, Action.ACCEPT_ASSESSMENT): state.ACCEPTED,
        (state.ACCEPTED, Action.CONCLUDE_ASSESSMENT): state.ASSESSED,
        (state.SUBMITTED, Action.ASSESS_REQUIREMENT): state.SUBMITTED,
        (state.ACCEPTED, Action.ASSESS_REQUIREMENT): state.ACCEPTED,
        (state.SUBMITTED, Action.WITHDRAW_ASSESSMENT): state.WITHDRAWN,
    }
    # Looking again changes nothing; a withdrawn assessment is closed to look at as well.
    for there in set(state) - {state.SENT, state.WITHDRAWN}:
        moves[there, Action.OPEN_ASSESSMENT] = there
    for there in WITH_SUPPLIER:
        for work in (Action.ANSWER, Action.ATTACH_EVIDENCE, Action.REMOVE_EVIDENCE):
            moves[there, work] = state.IN_PROGRESS
        moves[there, Action.CHANGE_DUE_DATE] = there
        moves[there, Action.WITHDRAW_ASSESSMENT] = state.WITHDRAWN
    for there in WITH_SUPPLIER - {state.SENT}:
        moves[there, Action.SUBMIT] = state.SUBMITTED
    return moves


MOVES: Final = MappingProxyType(_moves())
"""Every allowed move. Who may make it is the permission table's matter: ``access.may``."""

_REFUSALS: Final[Mapping[AssessmentState, str]] = MappingProxyType(
    {
        AssessmentState.SENT: N_("The supplier has not opened the assessment yet."),
        AssessmentState.OPENED: N_("The supplier has not submitted the assessment yet."),
        AssessmentState.IN_PROGRESS: N_("The supplier has not submitted the assessment yet."),
        AssessmentState.SUBMITTED: N_(
            "The assessment has been submitted and is locked. "
            "It can be changed again only if the buyer returns it."
        ),
        AssessmentState.RETURNED: N_("The supplier is completing the assessment."),
        AssessmentState.ACCEPTED: N_("The assessment has been accepted and is being assessed."),
        AssessmentState.ASSESSED: N_("The assessment is finished. Nothing in it changes any more."),
        AssessmentState.WITHDRAWN: N_(
            "The buyer has withdrawn the assessment. What was written and uploaded is kept."
        ),
    }
)
_ALREADY_SUBMITTED = N_("The assessment has been submitted already. Nothing was sent twice.")


def move(state: AssessmentState, action: Action) -> AssessmentState:
    """The state after an action. Raises Denied, with the reason, where it cannot be done now."""
    try:
        return MOVES[state, action]
    except KeyError:
        twice = action == Action.SUBMIT and state in SUBMITTED_STATES
        raise Denied(_ALREADY_SUBMITTED if twice else _REFUSALS[state]) from None


def moves_from(state: AssessmentState) -> frozenset[Action]:
    """The actions that a state allows, to decide which buttons a page has."""
    return frozenset(action for there, action in MOVES if there == state)


def overdue(state: AssessmentState, due_at: datetime, now: datetime) -> bool:
    """Whether the supplier still owes an answer after the deadline. It may still submit."""
    return state in WITH_SUPPLIER and now > due_at


class Stage(StrEnum):
    """How far an assessment has come, in as many words as a buyer may know."""

    NOT_STARTED = "not_started"
    STARTED = "started"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    FINISHED = "finished"
    WITHDRAWN = "withdrawn"


STAGE_NAMES: Final[Mapping[Stage, str]] = MappingProxyType(
    {
        Stage.NOT_STARTED: N_("Not started"),
        Stage.STARTED: N_("Started"),
        Stage.SUBMITTED: N_("Submitted"),
        Stage.RETURNED: N_("Returned"),
        Stage.FINISHED: N_("Finished"),
        Stage.WITHDRAWN: N_("Withdrawn"),
    }
)

_STAGES: Final[Mapping[AssessmentState, Stage]] = MappingProxyType(
    {
        AssessmentState.SENT: Stage.NOT_STARTED,
        AssessmentState.OPENED: Stage.NOT_STARTED,
        AssessmentState.IN_PROGRESS: Stage.STARTED,
        AssessmentState.SUBMITTED: Stage.SUBMITTED,
        AssessmentState.RETURNED: Stage.RETURNED,
        AssessmentState.ACCEPTED: Stage.SUBMITTED,
        AssessmentState.ASSESSED: Stage.FINISHED,
        AssessmentState.WITHDRAWN: Stage.WITHDRAWN,
    }
)


@dataclass(frozen=True, slots=True)
class BuyerView:
    """All that a buyer learns of an assessment that is still the supplier's own."""

    stage: Stage
    opened: bool
    answered: int | None
    asked: int | None
    overdue: bool


def buyer_view(
    state: AssessmentState, *, answered: int, asked: int, due_at: datetime, now: datetime
) -> BuyerView:
    """The outside of an assessment.

    ``answered`` and ``asked`` count only the questions that everyone is asked: a total
    that grows by one tells that a certain answer was given, and a draft tells nothing.
    """
    started = state == AssessmentState.IN_PROGRESS
    return BuyerView(
        stage=_STAGES[state],
        opened=state != AssessmentState.SENT,
        answered=min(answered, asked) if started else None,
        asked=asked if started else None,
        overdue=overdue(state, due_at, now),
    )
