"""Checks what a definition's pieces say of each other: ids, order, codes, conditions, reach."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from portal.domain.questionnaire.conditions import (
    ANSWERED,
    CONTEXT_VALUES,
    Comparison,
    Condition,
    comparisons,
)
from portal.domain.questionnaire.definition import Column, Part, Question, Questionnaire
from portal.domain.questionnaire.faults import Fault
from portal.domain.questionnaire.reach import ancestors, can_be_asked
from portal.texts import N_

TWICE = N_("“%(id)s” stands twice; an id is used once.")


def check_references(questionnaire: Questionnaire, faults: list[Fault]) -> None:
    """Add a fault for everything that points nowhere, twice, forward, or can never come true."""
    faults += _twice(each.code for each in questionnaire.requirements)
    faults += _twice(each.code for each in questionnaire.evidence_kinds)
    faults += _twice(each.id for each in questionnaire.sections)
    faults += _twice(each.id for each in questionnaire.questions())
    earlier: dict[str, Question] = {}
    unsound: set[str] = set()
    known = {each.id for each in questionnaire.questions()}
    for place, question in _placed(questionnaire):
        faults += _codes(questionnaire, place, question)
        faults += _inside(place, question)
        wrong = [
            *_condition_faults(f"{place}.condition", question.condition, earlier, known),
            *_part_condition_faults(place, question),
        ]
        resting = {each.id for each in ancestors(question.condition, earlier)}
        if wrong or any(not test.operand for test in comparisons(question.condition)):
            unsound.add(question.id)
        elif resting.isdisjoint(unsound) and not can_be_asked(question, earlier):
            wrong = [Fault(f"{place}.condition", N_("No answers ever lead to this question."))]
        faults += wrong
        earlier.setdefault(question.id, question)


def _placed(questionnaire: Questionnaire) -> Iterator[tuple[str, Question]]:
    for at, section in enumerate(questionnaire.sections):
        for number, question in enumerate(section.questions):
            yield f"sections[{at}].questions[{number}]", question


def _twice(ids: Iterable[str], place: str = "$") -> list[Fault]:
    return [
        Fault(place, TWICE, {"id": each})
        for each, count in Counter(ids).items()
        if count > 1 and each
    ]


def _codes(questionnaire: Questionnaire, place: str, question: Question) -> Iterator[Fault]:
    requirements = {each.code for each in questionnaire.requirements}
    kinds = {each.code for each in questionnaire.evidence_kinds}
    if not question.requirements:
        yield Fault(f"{place}.requirements", N_("The question belongs to no requirement."))
    for code in question.requirements:
        if code not in requirements:
            yield Fault(f"{place}.requirements", N_("“%(id)s” is no requirement."), {"id": code})
    for code in question.evidence.codes:
        if code not in kinds:
            yield Fault(
                f"{place}.evidence.codes", N_("“%(id)s” is no kind of evidence."), {"id": code}
            )


def _inside(place: str, question: Question) -> Iterator[Fault]:
    yield from _twice((part.id for part in question.parts), f"{place}.parts")
    for at, part in enumerate(question.parts):
        inside = f"{place}.parts[{at}]"
        yield from _twice((choice.id for choice in part.choices), f"{inside}.choices")
        yield from _twice((column.id for column in part.columns), f"{inside}.columns")
        for number, column in enumerate(part.columns):
            choices = (choice.id for choice in column.choices)
            yield from _twice(choices, f"{inside}.columns[{number}].choices")
        numbers = {each.id for each in question.parts if each.type == "number"} - {part.id}
        if part.at_most and (part.at_most not in numbers or part.type != "number"):
            yield Fault(f"{inside}.at_most", N_("A number is compared with another number."))
        if len(question.parts) > 1 and part.label is None and at:
            yield Fault(f"{inside}.label", N_("The second and later parts need a label."))


def _condition_faults(
    place: str,
    condition: Condition | None,
    earlier: Mapping[str, Question],
    known: set[str],
) -> list[Fault]:
    faults: list[Fault] = []
    for test in comparisons(condition):
        source = test.source
        if source.kind == "context":
            faults += _context_faults(place, test)
        elif source.kind == "part":
            faults.append(Fault(place, N_("Here a condition looks at other questions.")))
        elif source.kind == "question":
            target = earlier.get(source.name)
            if target is None:
                later = N_("“%(id)s” comes later, or is this very question.")
                unknown = N_("There is no question “%(id)s”.")
                sentence = later if source.name in known else unknown
                faults.append(Fault(place, sentence, {"id": source.name}))
            else:
                faults += _comparison_faults(place, test, target.parts)
    return faults


def _part_condition_faults(place: str, question: Question) -> list[Fault]:
    faults: list[Fault] = []
    for at, part in enumerate(question.parts):
        faults += _own_faults(f"{place}.parts[{at}].condition", part.condition, question.parts[:at])
    own = question.evidence.condition
    return faults + _own_faults(f"{place}.evidence.condition", own, question.parts)


def _own_faults(place: str, condition: Condition | None, parts: Sequence[Part]) -> list[Fault]:
    faults: list[Fault] = []
    for test in comparisons(condition):
        if test.source.kind == "none":
            continue
        if test.source.kind != "part":
            faults.append(Fault(place, N_("Here a condition looks at parts of its question.")))
        elif test.source.name not in {part.id for part in parts}:
            sentence = N_("There is no earlier part “%(id)s” in this question.")
            faults.append(Fault(place, sentence, {"id": test.source.name}))
        else:
            faults += _comparison_faults(place, test, parts)
    return faults


def _context_faults(place: str, test: Comparison) -> Iterator[Fault]:
    name = test.source.name
    if name not in CONTEXT_VALUES:
        yield Fault(place, N_("“%(id)s” is no fact of the contract."), {"id": name})
    elif name == "today":
        if test.operator != "from" or not _iso(test.operand):
            yield Fault(place, N_("The day is compared by from and a date such as 2026-12-30."))
    elif test.operator in ("is", "is_not"):
        values = CONTEXT_VALUES[name]
        for value in test.operand:
            if not any(value == each and type(value) is type(each) for each in values):
                yield Fault(place, N_("“%(id)s” never has this value."), {"id": name})
    elif test.operator != "above" or name != "transparency_depth":
        yield Fault(place, N_("“%(id)s” cannot be compared in this way."), {"id": name})


def _comparison_faults(place: str, test: Comparison, parts: Sequence[Part]) -> Iterator[Fault]:
    named = test.source.part or (parts[0].id if parts else "")
    part = next((each for each in parts if each.id == named), None)
    if part is None:
        yield Fault(place, N_("The question has no part “%(id)s”."), {"id": named})
        return
    field: Column | None = part.field
    if test.source.column:
        field = next((each for each in part.columns if each.id == test.source.column), None)
    if field is None:
        yield Fault(place, N_("The table has no column “%(id)s”."), {"id": test.source.column})
        return
    if test.operator == "above":
        if field.type not in ("number", "percentage"):
            yield Fault(place, N_("“%(id)s” cannot be compared in this way."), {"id": named})
    elif test.operator == "from":
        if field.type != "date" or not _iso(test.operand):
            yield Fault(place, N_("“%(id)s” cannot be compared in this way."), {"id": named})
    else:
        for value in test.operand:
            if value != ANSWERED and value not in field.options:
                sentence = N_("“%(id)s” cannot be answered with “%(value)s”.")
                yield Fault(place, sentence, {"id": named, "value": value})


def _iso(operand: tuple[object, ...]) -> bool:
    try:
        return bool(dt.date.fromisoformat(str(operand[0])))
    except (ValueError, IndexError):
        return False
