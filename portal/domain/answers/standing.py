"""Which questions and parts are asked, what is handed over, and what is missing before that."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

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

# From part to value, as `check` makes it; and from question to answer.
Answer = Mapping[str, object]
Answers = Mapping[str, Answer]
EMPTY: Final[Answer] = {}


@dataclass(frozen=True, slots=True)
class Missing:
    """What is left to do at a question: ``answer``, ``evidence``, or the id of a part."""

    question_id: str
    section_id: str
    what: str


def asked(
    questionnaire: Questionnaire, answers: Answers, context: Context
) -> list[tuple[Question, Answer]]:
    """The questions that are asked, in order, each with its answer as given so far."""
    standing: list[tuple[Question, Answer]] = []
    seen: dict[str, tuple[Question, Answer]] = {}
    for question in questionnaire.questions():
        tests = comparisons(question.condition)
        values = {test.source: _look(test, seen, context) for test in tests}
        if holds(question.condition, values):
            answer = answers.get(question.id) or EMPTY
            standing.append((question, answer))
            if not is_set_aside(question, answer):
                seen[question.id] = (question, _handed(question, answer))
    return standing


def shown(questionnaire: Questionnaire, answers: Answers, context: Context) -> tuple[Question, ...]:
    """The questions that are asked, given the answers and the contract.

    A hidden question counts as unanswered for the conditions that come after it.
    """
    return tuple(question for question, _ in asked(questionnaire, answers, context))


def is_set_aside(question: Question, answer: Answer) -> bool:
    """Whether "cannot" or "not applicable" stands, with its reason, in place of the parts."""
    return answer.get("instead") in question.instead and bool(answer.get("reason"))


def asked_parts(question: Question, answer: Answer) -> tuple[Part, ...]:
    """The parts that are asked, given the question's own answer; none if it was set aside."""
    if is_set_aside(question, answer):
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
        for question, answer in asked(questionnaire, answers, context)
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
        for question, answer in asked(questionnaire, answers, context)
        for what in lacks(question, answer, has_evidence=question.id in evidence)
    )


def lacks(question: Question, answer: Answer, *, has_evidence: bool) -> Iterator[str]:
    """What a question that is asked still lacks, in the words of `Missing`."""
    lacking = list(_lacking_parts(question, answer))
    if lacking and not _handed(question, answer):
        yield "answer"
    else:
        yield from lacking
    if not has_evidence and evidence_required(question, answer):
        yield "evidence"


def is_answered(question: Question, answer: Answer | None) -> bool:
    """Whether nothing but evidence is left to do at a question that is asked."""
    return not list(_lacking_parts(question, answer or EMPTY))


def evidence_required(question: Question, answer: Answer | None) -> bool:
    """Whether the question, answered so, must have evidence before submitting."""
    rule, given = question.evidence, answer or EMPTY
    if rule.need != "required" or is_set_aside(question, given):
        return False
    return _own(rule.condition, _handed(question, given))


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


def _handed(question: Question, answer: Answer) -> dict[str, object]:
    if is_set_aside(question, answer):
        return {"instead": answer["instead"], "reason": answer["reason"]}
    ids = [part.id for part in asked_parts(question, answer)]
    return {part: answer[part] for part in ids if answer.get(part) not in (None, "", [])}


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
