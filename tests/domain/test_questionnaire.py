"""Reading a definition: every fault is named with its place, in both languages, all at once."""

import copy
import json
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.questionnaire import (
    Fault,
    FaultyDefinition,
    definition_hash,
    read_definition,
)

Raw = dict[str, object]


def both(text: str) -> Raw:
    return {"sv": f"{text} på svenska", "en": text}


def question(question_id: str, **changes: object) -> Raw:
    plain: Raw = {
        "id": question_id,
        "text": both("Do you?"),
        "requirements": ["PR1"],
        "parts": [{"id": "does", "type": "yes_partly_no"}],
        "why_asked": both("Because."),
        "what_counts": both("Papers."),
    }
    return plain | changes


def definition(*questions: Raw) -> Raw:
    return {
        "id": "small",
        "version": 1,
        "title": both("Small"),
        "requirements": [{"code": "PR1", "title": both("Policies"), "text": both("Have them.")}],
        "evidence_kinds": [{"code": "POL", "title": both("Policy")}],
        "sections": [
            {"id": "A", "title": both("A"), "why": both("Why"), "questions": list(questions)}
        ],
    }


def faults_of(raw: object) -> dict[str, str]:
    with pytest.raises(FaultyDefinition) as caught:
        read_definition(raw)
    return dict(caught.value.fields)


def choices(*ids: str) -> list[Raw]:
    return [{"id": each, "label": both(each)} for each in ids]


Q = "sections[0].questions[0]"
Q2 = "sections[0].questions[1]"
ONE = {"id": "which", "type": "one", "choices": choices("red", "blue")}
TABLE = {
    "id": "rows",
    "type": "table",
    "columns": [{"id": "colour", "type": "one", "label": both("C"), "choices": choices("red")}],
}


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        ({"text": {"en": "Only English"}}, f"{Q}.text.sv", "translation is missing"),
        ({"text": None}, f"{Q}.text", "Swedish and English"),
        ({"why_asked": {"sv": "x", "en": "y", "de": "z"}}, f"{Q}.why_asked.de", "not known"),
        ({"id": "hello"}, f"{Q}.id", "P1-01"),
        ({"id": 7}, f"{Q}.id", "missing"),
        ({"strar": True}, f"{Q}.strar", "not known"),
        ({"star": "yes"}, f"{Q}.star", "True or false"),
        ({"star": True}, f"{Q}.how_assessed", "how it is assessed"),
        ({"requirements": ["PR9"]}, f"{Q}.requirements", "PR9"),
        ({"requirements": []}, f"{Q}.requirements", "no requirement"),
        ({"requirements": "PR1"}, f"{Q}.requirements", "list"),
        ({"instead": ["maybe"]}, f"{Q}.instead", "cannot"),
        ({"parts": []}, f"{Q}.parts", "at least one"),
        ({"parts": [{"id": "a", "type": "essay"}]}, f"{Q}.parts[0].type", "essay"),
        ({"parts": [{"id": "a-b", "type": "text"}]}, f"{Q}.parts[0].id", "cannot be used"),
        ({"parts": [{"id": "evidence", "type": "text"}]}, f"{Q}.parts[0].id", "cannot be used"),
        ({"parts": [{"id": "a", "type": "one"}]}, f"{Q}.parts[0].choices", "at least one"),
        (
            {"parts": [{"id": "a", "type": "one", "choices": [{"label": both("x")}]}]},
            f"{Q}.parts[0].choices[0].id",
            "missing",
        ),
        (
            {"parts": [{"id": "a", "type": "one", "choices": choices("any")}]},
            f"{Q}.parts[0].choices[0].id",
            "cannot be used",
        ),
        (
            {"parts": [{"id": "a", "type": "one", "choices": choices("x", "x")}]},
            f"{Q}.parts[0].choices",
            "twice",
        ),
        (
            {"parts": [{"id": "a", "type": "text", "choices": choices("x")}]},
            f"{Q}.parts[0].choices",
            "Only the types",
        ),
        ({"parts": [{"id": "a", "type": "table"}]}, f"{Q}.parts[0].columns", "at least one"),
        (
            {"parts": [{"id": "a", "type": "text", "columns": TABLE["columns"]}]},
            f"{Q}.parts[0].columns",
            "Only a table",
        ),
        (
            {"parts": [{"id": "a", "type": "table", "columns": [{"id": "x", "type": "table"}]}]},
            f"{Q}.parts[0].columns[0].type",
            "table",
        ),
        (
            {"parts": [{"id": "a", "type": "table", "columns": [{"id": "x", "type": "text"}]}]},
            f"{Q}.parts[0].columns[0].label",
            "heading",
        ),
        (
            {"parts": [{"id": "a", "type": "number", "low": 3, "high": 1}]},
            f"{Q}.parts[0].low",
            "above the upper",
        ),
        ({"parts": [{"id": "a", "type": "number", "low": "0"}]}, f"{Q}.parts[0].low", "number"),
        (
            {"parts": [{"id": "a", "type": "text", "max_length": 0}]},
            f"{Q}.parts[0].max_length",
            "above zero",
        ),
        (
            {"parts": [{"id": "a", "type": "text", "required": False}]},
            f"{Q}.parts",
            "always be asked",
        ),
        (
            {"parts": [{"id": "a", "type": "text"}, {"id": "a", "type": "date"}]},
            f"{Q}.parts",
            "twice",
        ),
        (
            {"parts": [{"id": "a", "type": "text"}, {"id": "b", "type": "date"}]},
            f"{Q}.parts[1].label",
            "label",
        ),
        ({"evidence": {"need": "required"}}, f"{Q}.evidence.codes", "no code"),
        ({"evidence": {"need": "must", "codes": ["POL"]}}, f"{Q}.evidence.need", "must"),
        (
            {"evidence": {"need": "optional", "codes": ["POX"]}},
            f"{Q}.evidence.codes",
            "POX",
        ),
        ({"what_counts": None}, f"{Q}.what_counts", "Swedish and English"),
        (
            {"parts": [{"id": "a", "type": "number", "at_most": "a"}]},
            f"{Q}.parts[0].at_most",
            "another number",
        ),
        ({"condition": {"question": "P1-09", "is": "yes"}}, f"{Q}.condition", "no question"),
        ({"condition": {"question": "P1-01", "is": "yes"}}, f"{Q}.condition", "this very"),
        ({"condition": {"question": "P1-02", "is": "yes"}}, f"{Q}.condition", "comes later"),
        ({"condition": {"part": "does", "is": "yes"}}, f"{Q}.condition", "other questions"),
        ({"condition": {"context": "goods"}}, f"{Q}.condition", "one way"),
        ({"condition": {}}, f"{Q}.condition", "one thing"),
        ({"condition": []}, f"{Q}.condition", "object"),
        ({"condition": {"all": []}}, f"{Q}.condition.all", "at least one"),
        (
            {"condition": {"not": {"context": "moon", "is": True}}},
            f"{Q}.condition",
            "no fact",
        ),
        ({"condition": {"context": "goods", "is": "yes"}}, f"{Q}.condition", "never has"),
        ({"condition": {"context": "goods", "above": 1}}, f"{Q}.condition", "compared"),
        ({"condition": {"context": "today", "from": "soon"}}, f"{Q}.condition", "day"),
        ({"condition": {"context": "goods", "is": []}}, f"{Q}.condition.is", "value"),
    ],
)
def test_a_fault_in_a_question_is_named_with_its_place(
    changes: Raw, place: str, words: str
) -> None:
    raw = definition(question("P1-01", **changes), question("P1-02"))
    found = faults_of(raw)
    assert place in found
    assert words in found[place]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"question": "P1-01", "is": "red"}, "cannot be answered"),
        ({"question": "P1-01", "part": "wing", "is": "yes"}, "no part"),
        ({"question": "P1-01", "above": 2}, "cannot be compared"),
        ({"question": "P1-01", "from": "2026-01-01"}, "cannot be compared"),
        ({"question": "P1-01", "part": "does", "column": "x", "is": "yes"}, "no column"),
    ],
)
def test_a_condition_must_fit_the_question_it_looks_at(condition: Raw, words: str) -> None:
    raw = definition(question("P1-01"), question("P1-02", condition=condition))
    assert words in faults_of(raw)[f"{Q2}.condition"]


@pytest.mark.parametrize(
    "condition",
    [
        {"all": [{"question": "P1-01", "is": "yes"}, {"question": "P1-01", "is": "no"}]},
        {"all": [{"question": "P1-02", "is": "red"}, {"question": "P1-01", "is": "no"}]},
        {
            "all": [
                {"question": "P1-02", "is": "red"},
                {"not": {"question": "P1-01", "is": "yes"}},
            ]
        },
        {"all": [{"context": "goods", "is": True}, {"context": "goods", "is": False}]},
        {"context": "transparency_depth", "above": 4},
        {"all": [{"question": "P1-01", "is": "yes"}, {"not": {"question": "P1-01", "is": "any"}}]},
    ],
)
def test_a_question_that_no_answers_lead_to_is_refused(condition: Raw) -> None:
    raw = definition(
        question("P1-01"),
        question("P1-02", parts=[ONE], condition={"question": "P1-01", "is": "yes"}),
        question("P1-03", condition=condition),
    )
    assert faults_of(raw) == {
        "sections[0].questions[2].condition": "No answers ever lead to this question."
    }


@pytest.mark.parametrize(
    "condition",
    [
        {"question": "P1-01", "is": ["yes", "partly"]},
        {"question": "P1-01", "is_not": "no"},
        {"question": "P1-02", "is": "any"},
        {"question": "P1-03", "column": "colour", "is": "red"},
        {"question": "P1-04", "above": 0},
        {"question": "P1-05", "from": "2026-01-01"},
        {"not": {"question": "P1-02", "is": "red"}},
        {"any": [{"context": "goods", "is": True}, {"context": "today", "from": "2026-12-30"}]},
        {"all": [{"question": "P1-06", "is": "red"}, {"question": "P1-06", "is": "blue"}]},
    ],
)
def test_a_question_that_some_answers_lead_to_is_taken(condition: Raw) -> None:
    raw = definition(
        question("P1-01"),
        question("P1-02", parts=[ONE]),
        question("P1-03", parts=[TABLE]),
        question("P1-04", parts=[{"id": "n", "type": "number"}]),
        question("P1-05", parts=[{"id": "d", "type": "date"}]),
        question("P1-06", parts=[ONE | {"type": "many"}]),
        question("P1-07", condition=condition),
    )
    assert read_definition(raw).question("P1-07").condition is not None


def test_a_question_asked_because_another_is_hidden_is_taken() -> None:
    hidden = {"not": {"question": "P1-02", "is": "any"}}
    raw = definition(
        question("P1-01"),
        question("P1-02", parts=[ONE], condition={"question": "P1-01", "is": "yes"}),
        question("P1-03", condition={"all": [{"question": "P1-01", "is": "no"}, hidden]}),
    )
    assert read_definition(raw).question("P1-03").condition is not None


def test_bounds_are_read_as_written_and_have_defaults() -> None:
    columns = [{"id": "note", "type": "text", "label": both("Note"), "max_length": 20}]
    bounded = {"id": "rows", "type": "table", "columns": columns, "max_rows": 3}
    labelled = TABLE | {"label": both("Rows")}
    number = {"id": "n", "type": "number", "low": 0, "high": 9.5, "whole": True, "unit": both("kg")}
    raw = definition(
        question("P1-01", parts=[bounded]), question("P1-02", parts=[number, labelled])
    )
    read = read_definition(raw)
    assert read.question("P1-01").parts[0].max_rows == 3
    assert read.question("P1-01").parts[0].columns[0].max_length == 20
    field = read.question("P1-02").part("n").field
    assert (field.low, field.high, field.whole) == (0, 9.5, True)
    assert field.max_length == 2000
    assert read.question("P1-02").part("rows").max_rows == 50


def test_parts_and_evidence_look_only_at_parts_of_their_own_question() -> None:
    other = {"question": "P1-01", "is": "yes"}
    parts = [
        {"id": "does", "type": "yes_no", "condition": {"part": "how", "is": "any"}},
        {"id": "how", "type": "text", "label": both("How?"), "condition": other},
    ]
    evidence = {"need": "required", "codes": ["POL"], "condition": {"part": "when", "is": "any"}}
    raw = definition(
        question("P1-01"),
        question("P1-02", parts=parts, evidence=evidence),
    )
    found = faults_of(raw)
    assert "no earlier part" in found[f"{Q2}.parts[0].condition"]
    assert "parts of its question" in found[f"{Q2}.parts[1].condition"]
    assert "no earlier part" in found[f"{Q2}.evidence.condition"]


def test_every_fault_is_named_at_once_in_both_languages() -> None:
    raw = definition(
        question("P1-01", text={"sv": "Bara svenska"}, requirements=["PR9"]),
        question("P1-01", parts=[{"id": "a", "type": "essay"}]),
    )
    raw["version"] = "one"
    with pytest.raises(FaultyDefinition) as caught:
        read_definition(raw)
    places = {fault.place for fault in caught.value.faults}
    assert {"version", "$", f"{Q}.text.en", f"{Q}.requirements", f"{Q2}.parts[0].type"} <= places
    assert f"{Q}.text.en: The translation is missing." in caught.value.said("en")
    assert f"{Q}.text.en: Översättningen saknas." in caught.value.said("sv")


def test_ids_of_sections_and_codes_stand_once() -> None:
    raw = definition(question("P1-01"))
    for name in ("sections", "requirements", "evidence_kinds"):
        listed = raw[name]
        assert isinstance(listed, list)
        listed += copy.deepcopy(listed)
    with pytest.raises(FaultyDefinition) as caught:
        read_definition(raw)
    said = [fault.values.get("id") for fault in caught.value.faults]
    assert {"A", "PR1", "POL", "P1-01"} <= set(said)


@pytest.mark.parametrize("raw", [None, 3, "text", [], {}, {"sections": "x"}, {"sections": [None]}])
def test_what_is_no_definition_at_all_is_refused(raw: object) -> None:
    assert faults_of(raw)


def test_the_hash_is_of_the_content_and_not_of_its_order() -> None:
    raw = definition(question("P1-01"))
    turned = dict(reversed(raw.items()))
    assert definition_hash(raw) == definition_hash(turned)
    assert definition_hash(raw) != definition_hash(raw | {"version": 2})


json_values: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def places(raw: object) -> list[Callable[[object], None]]:
    """Setters for every value anywhere in a raw definition."""
    found: list[Callable[[object], None]] = []
    if isinstance(raw, dict):
        for key, value in raw.items():
            found.append(partial(raw.__setitem__, key))
            found += places(value)
    if isinstance(raw, list):
        for at, value in enumerate(raw):
            found.append(partial(raw.__setitem__, at))
            found += places(value)
    return found


WHOLE = definition(
    question("P1-01", parts=[ONE, TABLE | {"label": both("Rows")}], instead=["cannot"]),
    question("P1-02", condition={"question": "P1-01", "is": "red"}),
    question(
        "P1-03",
        condition={
            "all": [{"not": {"question": "P1-02", "is": "no"}}, {"context": "goods", "is": True}]
        },
        evidence={"need": "required", "codes": ["POL"], "condition": {"part": "does", "is": "yes"}},
    ),
)


@given(data=st.data())
def test_any_damage_is_either_harmless_or_refused_with_a_place(data: st.DataObject) -> None:
    raw = copy.deepcopy(WHOLE)
    spot = data.draw(st.sampled_from(places(raw)))
    spot(data.draw(json_values))
    faults: tuple[Fault, ...] = ()
    try:
        read_definition(raw)
    except FaultyDefinition as problem:
        faults = problem.faults
    else:
        return
    assert faults
    assert all(fault.place and fault.said("sv") for fault in faults)


@given(json_values)
def test_any_json_at_all_is_refused_without_a_crash(raw: object) -> None:
    assert faults_of(json.loads(json.dumps(raw)))
