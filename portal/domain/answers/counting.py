"""How far an assessment has come, by section and as a whole, and how long is left."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from portal.domain.answers.standing import EMPTY, Answer, Answers, asked, asked_parts, lacks
from portal.domain.questionnaire import Context, Question, Questionnaire

# Rough minutes to answer a part with one's papers at hand, and to find and attach a document.
# Estimates of ours: all 68 questions come to about four hours, the span people are told.
MINUTES: Final = {
    "yes_no": 1, "yes_no_unknown": 1, "yes_partly_no": 1, "one": 1, "date": 1, "countries": 1,
    "many": 2, "number": 2, "percentage": 2, "text": 4, "table": 8,
}  # fmt: skip
EVIDENCE_MINUTES: Final = 3
ROUND_TO: Final = 5


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """``state`` is not_started, in_progress or completed; questions are those asked just now."""

    section_id: str
    answered: int
    of: int
    state: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the questions asked are answered; sections without questions are left out.

    Evidence counts for a section's state but not for ``answered``.
    """

    answered: int
    of: int
    sections: tuple[SectionProgress, ...]
    minutes_left: int


@dataclass(frozen=True, slots=True)
class _Left:
    """A question that is asked, with what it still lacks."""

    question: Question
    what: tuple[str, ...]
    touched: bool

    @property
    def answered(self) -> bool:
        return not set(self.what) - {"evidence"}

    @property
    def minutes(self) -> int:
        minutes = 0
        for what in self.what:
            if what == "evidence":
                minutes += EVIDENCE_MINUTES
            elif what == "answer":
                minutes += sum(MINUTES[part.type] for part in asked_parts(self.question, EMPTY))
            else:
                minutes += MINUTES[self.question.part(what).type]
        return minutes


def progress(
    questionnaire: Questionnaire,
    answers: Answers,
    evidence: Container[str],
    context: Context,
) -> Progress:
    """Counts for the whole and for each section, and a rough time that is left.

    ``evidence``: ids of questions that have a document. The time is a weight by type for each
    missing part and each missing document, rounded up to five minutes.
    """
    left = [
        _left(question, answer, has_evidence=question.id in evidence)
        for question, answer in asked(questionnaire, answers, context)
    ]
    sections = tuple(
        _section(section.id, here)
        for section in questionnaire.sections
        if (here := [each for each in left if each.question.section_id == section.id])
    )
    minutes = sum(each.minutes for each in left)
    return Progress(
        answered=sum(section.answered for section in sections),
        of=len(left),
        sections=sections,
        minutes_left=ceil(minutes / ROUND_TO) * ROUND_TO,
    )


def section_state(
    questionnaire: Questionnaire,
    section_id: str,
    answers: Answers,
    evidence: Container[str],
    context: Context,
) -> str:
    """not_started, in_progress or completed; a section with nothing to ask is completed."""
    for section in progress(questionnaire, answers, evidence, context).sections:
        if section.section_id == section_id:
            return section.state
    return "completed"


def minutes_left(
    questionnaire: Questionnaire,
    answers: Answers,
    evidence: Container[str],
    context: Context,
) -> int:
    """Rough minutes left, as `progress` reckons them."""
    return progress(questionnaire, answers, evidence, context).minutes_left


def _left(question: Question, answer: Answer, *, has_evidence: bool) -> _Left:
    what = tuple(lacks(question, answer, has_evidence=has_evidence))
    return _Left(question, what, touched=has_evidence or bool(answer))


def _section(section_id: str, left: Sequence[_Left]) -> SectionProgress:
    answered = sum(each.answered for each in left)
    state = "completed"
    if any(each.what for each in left):
        state = "in_progress" if any(each.touched for each in left) else "not_started"
    return SectionProgress(section_id, answered, len(left), state)
