"""Whether any answers at all lead to a question: tries every case that can make a difference."""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product
from typing import Final

from portal.domain.questionnaire.conditions import (
    ANSWERED,
    CONTEXT_VALUES,
    Comparison,
    Condition,
    Source,
    comparisons,
    holds,
)
from portal.domain.questionnaire.definition import Column, Question

# Past this many cases the question is taken as reachable: a guess must never refuse.
MOST_CASES: Final = 50_000
SINGLE: Final = ("one", "yes_no", "yes_no_unknown", "yes_partly_no")

Case = Mapping[Source, tuple[object, ...]]


def can_be_asked(question: Question, earlier: Mapping[str, Question]) -> bool:
    """Whether some answers to earlier questions make the question's condition hold.

    Only the values that conditions name matter, plus one other and no answer: so the cases are
    few, and going through them decides the matter. The conditions of the question and of
    its ancestors must be sound.
    """
    if question.condition is None:
        return True
    needed = ancestors(question.condition, earlier)
    named: dict[Source, list[Comparison]] = {}
    for condition in (question.condition, *(each.condition for each in needed)):
        for test in comparisons(condition):
            named.setdefault(test.source, []).append(test)
    domains = [list(_values(source, tests, earlier)) for source, tests in named.items()]
    cases = 1
    for domain in domains:
        cases *= len(domain)
    if cases > MOST_CASES:
        return True
    return any(
        holds(question.condition, _as_asked(dict(zip(named, case, strict=True)), needed))
        for case in product(*domains)
    )


def ancestors(condition: Condition | None, earlier: Mapping[str, Question]) -> list[Question]:
    """The questions a condition rests on, and those they rest on, in the order asked."""
    wanted: set[str] = set()
    waiting = [condition]
    while waiting:
        for test in comparisons(waiting.pop()):
            name = test.source.name
            if test.source.kind == "question" and name in earlier and name not in wanted:
                wanted.add(name)
                waiting.append(earlier[name].condition)
    return [question for question in earlier.values() if question.id in wanted]


def _as_asked(case: dict[Source, tuple[object, ...]], needed: list[Question]) -> Case:
    """The case with the answers of hidden questions taken away, first questions first."""
    for question in needed:
        if not holds(question.condition, case):
            for source in case:
                if source.kind == "question" and source.name == question.id:
                    case[source] = ()
    return case


def _values(
    source: Source, tests: list[Comparison], earlier: Mapping[str, Question]
) -> Iterator[tuple[object, ...]]:
    if source.kind == "context":
        yield from _context_values(source.name, tests)
        return
    yield ()
    question = earlier[source.name]
    part = question.part(source.part) if source.part else question.parts[0]
    field = part.field
    if source.column:
        field = next(column for column in part.columns if column.id == source.column)
    mentioned = {value for test in tests for value in test.operand if value != ANSWERED}
    if not field.options:
        yield from _typed_values(field, tests, mentioned)
        return
    others = [value for value in field.options if value not in mentioned][:1]
    some = [*sorted(map(str, mentioned)), *others]
    if field.type in SINGLE and not source.column:
        yield from ((value,) for value in some)
    else:
        yield from chain.from_iterable(combinations(some, n) for n in range(1, len(some) + 1))


def _typed_values(
    field: Column, tests: list[Comparison], mentioned: set[object]
) -> Iterator[tuple[object, ...]]:
    bounds = [test.operand[0] for test in tests if test.operator == "above"]
    numbers = [float(str(bound)) for bound in bounds]
    for number in (*numbers, *(number + 1 for number in numbers)):
        if field.high is None or number <= field.high:
            yield (number,)
    if field.type == "date":
        yield from (("0001-01-01",), *((value,) for value in mentioned))
    yield (ANSWERED,)


def _context_values(name: str, tests: list[Comparison]) -> Iterator[tuple[object, ...]]:
    if name == "today":
        yield from (("0001-01-01",), *((test.operand[0],) for test in tests))
    else:
        yield from ((value,) for value in CONTEXT_VALUES[name])
