"""How a requirement is met: the grade a person sets, and the one its answers propose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.domain.answers import Answers, is_answered, proposes_deviation
from portal.domain.questionnaire import Question
from portal.texts import N_


class Grade(StrEnum):
    """How a requirement is met. A person sets it, with a motivation."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NOT_ASSESSABLE = "not_assessable"


GRADE_NAMES: Final[Mapping[Grade, str]] = MappingProxyType(
    {
        Grade.MET: N_("Met"),
        Grade.PARTLY: N_("Partly met"),
        Grade.NOT_MET: N_("Not met"),
        Grade.NOT_ASSESSABLE: N_("Not assessable"),
    }
)

_WORST_FIRST: Final = (Grade.NOT_MET, Grade.NOT_ASSESSABLE, Grade.PARTLY, Grade.MET)


@dataclass(frozen=True, slots=True)
class StarredAnswer:
    """What the supplier itself says to a question whose "no" proposes a deviation.

    ``says`` is what the answer alone would give; None where it was left blank.
    """

    question_id: str
    says: Grade | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A grade to start from and the answers it rests on; nobody is graded by it."""

    grade: Grade
    because: tuple[str, ...]


def propose(starred: Sequence[StarredAnswer]) -> Proposal | None:
    """The worst of the starred answers that were shown, or None where the requirement has none.

    Evidence may confirm more than the answers say; that is for the reviewer to see. A blank
    is not a "no", but it weighs more than "partly": it may hide one.
    """
    if not starred:
        return None
    said = {answer.question_id: answer.says or Grade.NOT_ASSESSABLE for answer in starred}
    grade = min(said.values(), key=_WORST_FIRST.index)
    return Proposal(grade, tuple(question for question, says in said.items() if says == grade))


def propose_for(requirement: str, asked: Sequence[Question], answers: Answers) -> Proposal | None:
    """The grade that the answers to a requirement's starred questions propose.

    ``asked`` are the questions that are shown. Yes proposes met, partly partly, and whatever
    proposes a deviation not met.
    """
    return propose(
        [
            StarredAnswer(question.id, _says(question, answers))
            for question in asked
            if question.star and requirement in question.requirements
        ]
    )


def _says(question: Question, answers: Answers) -> Grade | None:
    answer = answers.get(question.id)
    if proposes_deviation(question, answer):
        return Grade.NOT_MET
    if answer is None or not is_answered(question, answer):
        return None
    return Grade.PARTLY if "partly" in answer.values() else Grade.MET
