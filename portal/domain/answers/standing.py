"""How far an assessment has come: which questions are asked, what is missing, how long is left."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from portal.domain.answers.checking import Answer
from portal.domain.questionnaire import (
    Comparison,
    Condition,
    Context,
    Part,
    Question,
    Questionnaire,
    Source,
)
from portal.domain.questionnaire.conditions import comparisons, found, holds

Answers = Mapping[str, Answer]
EMPTY: Final[Answer] = {}
# Rough minutes to answer a part with one's papers at hand, and to find and attach a document.
# Estimates of ours: all 68 questions come to about four hours, the span people are told.
MINUTES: Final = {
    "yes_no": 1, "yes_no_unknown": 1, "yes_partly_no": 1, "one": 1, "date": 1, "countries": 1,
    "many": 2, "number": 2, "percentage": 2, "text": 4, "table": 8,
}  # fmt: skip
EVIDENCE_MINUTES: Final = 3
ROUND_TO: Final = 5


@dataclass(frozen=True, slots=True)
class Missing:
    """What is left to do at a question: ``answer``, ``evidence``, or the id of a part."""

    question_id: str
    section_id: str
    what: str


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


def shown(questionnaire: Questionnaire, answers: Answers, context: Context) -> tuple[Question, ...]:
    """The questions that are asked, given the answers and the contract.

    A hidden question counts as unanswered for the conditions that come after it.
    """
    return tuple(question for question, _ in _asked(questionnaire, answers, context))


def asked_parts(question: Question, answer: Answer) -> tuple[Part, ...]:
    """The parts that are asked, given the question's own answer; none if it was set aside."""
    if _set_aside(question, answer):
        return ()
    parts: list[Part] = []
    for part in question.parts:
        said = {each.id: answer.get(each.id) for each in parts}
        if _own(part.condition, said):
            parts.append(part)
    return tuple(parts)


def to_submit(
    questionnaire: Questionnaire, answers: Answers, context: Context
) -> dict[str, dict[str, object]]:
    """The answers that are handed over: hidden questions and parts stay behind."""
    return {
        question.id: handed
        for question, answer in _asked(questionnaire, answers, context)
        if (handed := _handed(question, answer))
    }


def missing(
    questionnaire: Questionnaire,
    answers: Answers,
    evidence: Container[str],
    context: Context,
) -> tuple[Missing, ...]:
    """What must be done before submitting. ``evidence``: ids of questions that have a document."""
    return tuple(
        Missing(question.id, question.section_id, what)
        for question, answer in _asked(questionnaire, answers, context)
        for what in _lacks(question, answer, has_evidence=question.id in evidence)
    )


def is_answered(question: Question, answer: Answer | None) -> bool:
    """Whether nothing but evidence is left to do at a question that is asked."""
    return not list(_lacking_parts(question, answer or EMPTY))


def evidence_required(question: Question, answer: Answer | None) -> bool:
    """Whether the question, answered so, must have evidence before submitting."""
    rule, given = question.evidence, answer or EMPTY
    if rule.need != "required" or _set_aside(question, given):
        return False
    return _own(rule.condition, _handed(question, given))


def progress(
    questionnaire: Questionnaire,
    answers: Answers,
    evidence: Container[str],
    context: Context,
) -> Progress:
    """Counts for the whole and for each section, and a rough time that is left."""
    asked = _asked(questionnaire, answers, context)
    sections = tuple(
        _section_progress(section.id, here, evidence)
        for section in questionnaire.sections
        if (here := [pair for pair in asked if pair[0].section_id == section.id])
    )
    return Progress(
        answered=sum(section.answered for section in sections),
        of=len(asked),
        sections=sections,
        minutes_left=minutes_left(questionnaire, answers, evidence, context),
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
    """Rough minutes left: a weight by type for each missing part, rounded up to five."""
    minutes = 0
    for left in missing(questionnaire, answers, evidence, context):
        question = questionnaire.question(left.question_id)
        if left.what == "evidence":
            minutes += EVIDENCE_MINUTES
        elif left.what == "answer":
            minutes += sum(MINUTES[part.type] for part in asked_parts(question, EMPTY))
        else:
            minutes += MINUTES[question.part(left.what).type]
    return ceil(minutes / ROUND_TO) * ROUND_TO


def proposes_deviation(question: Question, answer: Answer | None) -> bool:
    """Whether a starred question was answered with no, nothing, 0 per cent or "cannot".

    It is a proposal: only a person decides on a deviation.
    """
    given = answer or EMPTY
    if not question.star:
        return False
    if _set_aside(question, given):
        return given.get("instead") == "cannot"
    return any(_says_no(part, given.get(part.id)) for part in asked_parts(question, given))


def needs_follow_up(question: Question, answer: Answer | None) -> bool:
    """Whether a question with a diamond was answered with yes or unknown."""
    given = answer or EMPTY
    return question.diamond and given.get(question.parts[0].id) in ("yes", "unknown")


def _asked(
    questionnaire: Questionnaire, answers: Answers, context: Context
) -> list[tuple[Question, Answer]]:
    """The questions asked, in order, each with its answer as given so far."""
    asked: list[tuple[Question, Answer]] = []
    seen: dict[str, tuple[Question, Answer]] = {}
    for question in questionnaire.questions():
        tests = comparisons(question.condition)
        values = {test.source: _look(test, seen, context) for test in tests}
        if holds(question.condition, values):
            answer = answers.get(question.id) or EMPTY
            asked.append((question, answer))
            if not _set_aside(question, answer):
                seen[question.id] = (question, _handed(question, answer))
    return asked


def _look(
    test: Comparison, seen: Mapping[str, tuple[Question, Answer]], context: Context
) -> tuple[object, ...]:
    source = test.source
    if source.kind == "context":
        return (context.fact(source.name),)
    if source.name not in seen:
        return ()
    question, answer = seen[source.name]
    return found(answer, source.part or question.parts[0].id, source.column)


def _own(condition: Condition | None, said: Answer) -> bool:
    """Whether a condition over the question's own parts holds."""
    values: dict[Source, tuple[object, ...]] = {
        test.source: found(said, test.source.name, test.source.column)
        for test in comparisons(condition)
    }
    return holds(condition, values)


def _set_aside(question: Question, answer: Answer) -> bool:
    return answer.get("instead") in question.instead and bool(answer.get("reason"))


def _handed(question: Question, answer: Answer) -> dict[str, object]:
    if _set_aside(question, answer):
        return {"instead": answer["instead"], "reason": answer["reason"]}
    ids = [part.id for part in asked_parts(question, answer)]
    return {part: answer[part] for part in ids if answer.get(part) not in (None, "", [])}


def _lacks(question: Question, answer: Answer, *, has_evidence: bool) -> Iterator[str]:
    lacking = list(_lacking_parts(question, answer))
    if lacking and not _handed(question, answer):
        yield "answer"
    else:
        yield from lacking
    if not has_evidence and evidence_required(question, answer):
        yield "evidence"


def _lacking_parts(question: Question, answer: Answer) -> Iterator[str]:
    for part in asked_parts(question, answer):
        value = answer.get(part.id)
        empty = value in (None, "", [])
        if (part.required and empty) or (not empty and not _full_rows(part, value)):
            yield part.id


def _full_rows(part: Part, value: object) -> bool:
    needed = [column.id for column in part.columns if column.required]
    rows = value if isinstance(value, list) else []
    return all(
        isinstance(row, Mapping) and row.get(column) not in (None, "", [])
        for row in rows
        for column in needed
    )


def _section_progress(
    section_id: str, asked: list[tuple[Question, Answer]], evidence: Container[str]
) -> SectionProgress:
    answered = sum(is_answered(question, answer) for question, answer in asked)
    touched = any(answer or question.id in evidence for question, answer in asked)
    left = any(
        True
        for question, answer in asked
        for _ in _lacks(question, answer, has_evidence=question.id in evidence)
    )
    state = ("in_progress" if touched else "not_started") if left else "completed"
    return SectionProgress(section_id, answered, len(asked), state)


def _says_no(part: Part, value: object) -> bool:
    if part.type == "percentage":
        return value == 0 and value is not None
    said = value if isinstance(value, list) else [value]
    return "no" in said or any(choice.none and choice.id in said for choice in part.choices)
