"""The assessment: states and moves, what a buyer sees of it, grades, lights."""

from portal.domain.assessment.grades import (
    GRADE_NAMES,
    Grade,
    Proposal,
    StarredAnswer,
    propose,
    propose_for,
)
from portal.domain.assessment.lights import (
    LIGHT_NAMES,
    Deviation,
    DeviationState,
    Light,
    light,
)
from portal.domain.assessment.states import (
    MOVES,
    STAGE_NAMES,
    STATE_NAMES,
    SUBMITTED_STATES,
    WITH_SUPPLIER,
    AssessmentState,
    BuyerView,
    Stage,
    buyer_view,
    move,
    moves_from,
    overdue,
)

__all__ = [
    "GRADE_NAMES",
    "LIGHT_NAMES",
    "MOVES",
    "STAGE_NAMES",
    "STATE_NAMES",
    "SUBMITTED_STATES",
    "WITH_SUPPLIER",
    "AssessmentState",
    "BuyerView",
    "Deviation",
    "DeviationState",
    "Grade",
    "Light",
    "Proposal",
    "Stage",
    "StarredAnswer",
    "buyer_view",
    "light",
    "move",
    "moves_from",
    "overdue",
    "propose",
    "propose_for",
]
