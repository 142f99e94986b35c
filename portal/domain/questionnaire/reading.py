"""Reads a raw definition into a questionnaire, or refuses it with every fault at once."""

import hashlib
import json
import re
from collections.abc import Sequence
from typing import Final

from portal.domain.questionnaire.conditions import (
    OPERATORS,
    All,
    Comparison,
    Condition,
    Either,
    Not,
    Source,
)
from portal.domain.questionnaire.definition import (
    CHOICE_TYPES,
    COLUMN_TYPES,
    INSTEAD,
    MAX_LENGTH,
    MAX_ROWS,
    NEEDS,
    PART_TYPES,
    Choice,
    Column,
    EvidenceKind,
    EvidenceRule,
    Part,
    Question,
    Questionnaire,
    Requirement,
    Section,
    Text,
)
from portal.domain.questionnaire.faults import Fault, FaultyDefinition, Node
from portal.domain.questionnaire.references import check_references
from portal.texts import N_

# Ids go into the names of form fields, where a hyphen divides part, row and column.
FIELD_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
QUESTION_ID: Final = re.compile(r"[A-Z][A-Z0-9]*-[0-9]{2,3}")
# "any" is a word of conditions; the others are words of `missing` and of the form.
RESERVED: Final = ("any", "answer", "evidence", "instead", "reason")
BAD_ID: Final = N_("This id cannot be used: small letters, digits and _; some words are taken.")
NOTHING: Final = Text("", "")
FIELD_KEYS: Final = (
    "id", "type", "label", "choices", "required", "max_length", "low", "high", "whole", "unit",
    "stale_months",
)  # fmt: skip


def read_definition(raw: object) -> Questionnaire:
    """A raw definition (parsed JSON) as values. Raises FaultyDefinition naming all its faults."""
    faults: list[Fault] = []
    root = Node(raw, "", faults)
    root.only("id", "version", "title", "requirements", "evidence_kinds", "sections")
    questionnaire = Questionnaire(
        id=root.string("id"),
        version=root.whole("version") or 0,
        title=_text(root, "title"),
        requirements=tuple(map(_requirement, root.items("requirements"))),
        evidence_kinds=tuple(map(_kind, root.items("evidence_kinds"))),
        sections=tuple(map(_section, root.items("sections"))),
    )
    if root.get("version") is None:
        root.fault("version", N_("A version number is missing here."))
    check_references(questionnaire, faults)
    if faults:
        raise FaultyDefinition(faults)
    return questionnaire


def definition_hash(raw: object) -> str:
    """SHA-256 (hex) of the definition's content, whatever the order of its keys."""
    canonical = json.dumps(raw, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _text(node: Node, key: str) -> Text:
    child = node.child(key)
    if child.raw is None:
        node.fault(key, N_("A text in Swedish and English is missing here."))
        return NOTHING
    child.only("sv", "en")
    for language in ("sv", "en"):
        said = child.get(language)
        if not (isinstance(said, str) and said.strip()):
            child.fault(language, N_("The translation is missing."))
    return Text(str(child.get("sv") or ""), str(child.get("en") or ""))


def _text_or_none(node: Node, key: str) -> Text | None:
    return None if node.get(key) is None else _text(node, key)


def _requirement(node: Node) -> Requirement:
    node.only("code", "title", "text")
    return Requirement(node.string("code"), _text(node, "title"), _text(node, "text"))


def _kind(node: Node) -> EvidenceKind:
    node.only("code", "title")
    return EvidenceKind(node.string("code"), _text(node, "title"))


def _section(node: Node) -> Section:
    node.only("id", "title", "why", "questions")
    section_id = node.string("id")
    return Section(
        id=section_id,
        title=_text(node, "title"),
        why=_text(node, "why"),
        questions=tuple(_question(each, section_id) for each in node.items("questions")),
    )


def _question(node: Node, section_id: str) -> Question:
    node.only(
        "id", "text", "parts", "requirements", "evidence", "why_asked", "what_counts",
        "how_assessed", "condition", "star", "diamond", "secret_default", "instead",
    )  # fmt: skip
    question_id = node.string("id")
    if question_id and not QUESTION_ID.fullmatch(question_id):
        node.fault("id", N_("An id looks like P1-01: capitals, a hyphen, digits."))
    star = node.flag("star")
    evidence = _evidence(node.child("evidence"))
    if star and node.get("how_assessed") is None:
        node.fault("how_assessed", N_("A question with a star must say how it is assessed."))
    parts = tuple(map(_part, node.items("parts")))
    if parts and not any(part.required and part.condition is None for part in parts):
        node.fault("parts", N_("One part at least must always be asked and required."))
    return Question(
        id=question_id,
        section_id=section_id,
        text=_text(node, "text"),
        parts=parts,
        requirements=node.words("requirements"),
        evidence=evidence,
        why_asked=_text(node, "why_asked"),
        what_counts=_text(node, "what_counts"),
        how_assessed=_text_or_none(node, "how_assessed"),
        condition=_condition_at(node, "condition"),
        star=star,
        diamond=node.flag("diamond"),
        secret_default=node.flag("secret_default"),
        instead=_instead(node),
    )


def _instead(node: Node) -> tuple[str, ...]:
    words = node.words("instead")
    if not set(words) <= set(INSTEAD):
        node.fault("instead", N_("Allowed here: %(allowed)s."), allowed=", ".join(INSTEAD))
    return words


def _evidence(node: Node) -> EvidenceRule:
    if node.raw is None:
        return EvidenceRule()
    node.only("need", "codes", "condition")
    need, codes = node.word("need", NEEDS), node.words("codes")
    if need in ("optional", "required") and not codes:
        node.fault("codes", N_("Evidence is taken here, but no code says which."))
    return EvidenceRule(need, codes, _condition_at(node, "condition"))


def _part(node: Node) -> Part:
    node.only(*FIELD_KEYS, "hint", "condition", "columns", "max_rows", "at_most")
    field = _field(node, PART_TYPES)
    columns = node.items("columns", needed=field.type == "table")
    if columns and field.type != "table":
        node.fault("columns", N_("Only a table has columns."))
    return Part(
        field=field,
        hint=_text_or_none(node, "hint"),
        condition=_condition_at(node, "condition"),
        columns=tuple(_column(each) for each in columns),
        max_rows=node.whole("max_rows", MAX_ROWS) or MAX_ROWS,
        at_most=None if node.get("at_most") is None else node.string("at_most"),
    )


def _column(node: Node) -> Column:
    node.only(*FIELD_KEYS)
    if node.get("label") is None:
        node.fault("label", N_("A column needs a heading."))
    return _field(node, COLUMN_TYPES)


def _field(node: Node, types: Sequence[str]) -> Column:
    field_id, kind = node.string("id"), node.word("type", types)
    if field_id and (not FIELD_ID.fullmatch(field_id) or field_id in RESERVED):
        node.fault(
            "id",
            BAD_ID,
        )
    choices = tuple(map(_choice, node.items("choices", needed=kind in CHOICE_TYPES)))
    if choices and kind not in CHOICE_TYPES:
        node.fault("choices", N_("Only the types one and many have choices."))
    low, high = node.bound("low"), node.bound("high")
    if low is not None and high is not None and low > high:
        node.fault("low", N_("The lower bound is above the upper bound."))
    return Column(
        id=field_id,
        type=kind,
        label=_text_or_none(node, "label"),
        choices=choices,
        required=node.flag("required", default=True),
        max_length=node.whole("max_length", MAX_LENGTH) or MAX_LENGTH,
        low=low,
        high=high,
        whole=node.flag("whole"),
        unit=_text_or_none(node, "unit"),
        stale_months=node.whole("stale_months"),
    )


def _choice(node: Node) -> Choice:
    node.only("id", "label", "none")
    choice_id = node.string("id")
    if choice_id and (not FIELD_ID.fullmatch(choice_id) or choice_id in RESERVED):
        node.fault(
            "id",
            BAD_ID,
        )
    return Choice(choice_id, _text(node, "label"), node.flag("none"))


def _condition_at(node: Node, key: str) -> Condition | None:
    return None if node.get(key) is None else _condition(node.child(key))


def _condition(node: Node) -> Condition:
    if node.get("not") is not None:
        node.only("not")
        return Not(_condition(node.child("not")))
    for key, make in (("all", All), ("any", Either)):
        if node.get(key) is not None:
            node.only(key)
            return make(tuple(map(_condition, node.items(key))))
    return _comparison(node)


def _comparison(node: Node) -> Comparison:
    kinds = [kind for kind in ("question", "part", "context") if node.get(kind) is not None]
    operators = [operator for operator in OPERATORS if node.get(operator) is not None]
    if kinds == ["question", "part"]:
        kinds = ["question"]
    node.only("question", "part", "column", "context", *OPERATORS)
    if len(kinds) != 1 or len(operators) != 1:
        node.fault("", N_("A condition names one thing to look at and one way to compare it."))
        # Without an operand it is skipped by the checks that follow; its fault is noted.
        return Comparison(Source("none", ""), "is", ())
    source = Source(kinds[0], node.string(kinds[0]))
    if kinds[0] == "question":
        source = Source("question", source.name, _given(node, "part"), _given(node, "column"))
    elif kinds[0] == "part":
        source = Source("part", source.name, source.name, _given(node, "column"))
    return Comparison(source, operators[0], _operand(node, operators[0]))


def _given(node: Node, key: str) -> str:
    return "" if node.get(key) is None else node.string(key)


def _operand(node: Node, operator: str) -> tuple[object, ...]:
    value = node.get(operator)
    if operator == "above":
        return (node.bound(operator) or 0,)
    if operator == "from":
        return (node.string(operator),)
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(each, str | int | bool) for each in values):
        node.fault(operator, N_("A value or a list of values is expected here."))
        return ()
    return tuple(values)
