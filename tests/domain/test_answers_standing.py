"""What is asked, what is missing and how far it has come; forms there and back; for any answers."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.domain.answers import (
    Answer,
    Missing,
    asked_parts,
    check,
    display,
    evidence_required,
    from_form,
    is_answered,
    minutes_left,
    missing,
    needs_follow_up,
    progress,
    proposes_deviation,
    section_state,
    shown,
    to_form,
    to_submit,
)
from portal.domain.questionnaire import Column, Context, Question, read_context
from portal.errors import Invalid
from portal.questionnaires import default_questionnaire

QUESTIONNAIRE = default_questionnaire()
QUESTIONS = {question.id: question for question in QUESTIONNAIRE.questions()}
PLAIN = Context(dt.date(2026, 11, 24))

contexts = st.builds(
    Context,
    today=st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1)),
    goods=st.booleans(),
    chemical_product=st.booleans(),
    buyer_asks_sites=st.booleans(),
    transparency_depth=st.integers(1, 4),
    labour_risk=st.sampled_from(["low", "medium", "high"]),
    chem_req=st.booleans(),
    env_req=st.booleans(),
)
loose = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["yes", "no", "", "wood"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)


def values(field: Column) -> st.SearchStrategy[object]:
    """Checked values of a field."""
    if field.type == "many":
        alone = [[choice.id] for choice in field.choices if choice.none]
        ids = [choice.id for choice in field.choices if not choice.none]
        some = st.sets(st.sampled_from(ids), min_size=1).map(lambda s: [i for i in ids if i in s])
        return st.one_of(some, st.sampled_from(alone)) if alone else some
    if field.options:
        return st.sampled_from(field.options)
    if field.type == "percentage":
        return st.integers(0, 100) | st.sampled_from([12.5, 0.25, 99.99])
    if field.type == "number":
        whole = st.integers(0, 10**9)
        return whole if field.whole else whole | st.sampled_from([0.5, 1234.25, 1e-7])
    if field.type == "date":
        return st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)).map(dt.date.isoformat)
    if field.type == "countries":
        codes = st.lists(st.sampled_from(["SE", "VN", "CN"]), min_size=1, unique=True)
        return codes.map(lambda found: found[: int(field.high or 9)])
    return st.from_regex(r"[a-zåäö0-9](?:[a-zåäö,; -]*[a-zåäö0-9])?(\n[a-z])?", fullmatch=True).map(
        lambda text: text[: field.max_length].strip()
    )


@st.composite
def answers_to(draw: st.DrawFn, question: Question) -> dict[str, object]:
    answer: dict[str, object] = {}
    for part in question.parts:
        if draw(st.booleans()):
            continue
        if part.type == "table":
            row = st.fixed_dictionaries({}, optional={c.id: values(c) for c in part.columns})
            rows = draw(st.lists(row.filter(bool), min_size=1, max_size=min(3, part.max_rows)))
            answer[part.id] = rows
        else:
            answer[part.id] = draw(values(part.field))
    for part in question.parts:
        share, whole = answer.get(part.id), answer.get(part.at_most or "")
        if isinstance(share, int) and isinstance(whole, int):
            answer[part.id] = min(share, whole)
    return answer


@st.composite
def whole_answers(draw: st.DrawFn) -> dict[str, Answer]:
    ids = draw(st.sets(st.sampled_from(sorted(QUESTIONS)), max_size=25))
    return {question_id: draw(answers_to(QUESTIONS[question_id])) for question_id in sorted(ids)}


@given(st.sampled_from(sorted(QUESTIONS)), st.data(), st.sampled_from(["sv", "en"]))
def test_an_answer_survives_the_form_and_the_check(
    question_id: str, data: st.DataObject, language: str
) -> None:
    question = QUESTIONS[question_id]
    answer = data.draw(answers_to(question))
    assert check(question, answer) == answer
    fields = to_form(question, answer, prefix=f"{question_id}.", language=language)
    assert all(name.startswith(f"{question_id}.") for name in fields)
    assert check(question, from_form(question, fields, prefix=f"{question_id}.")) == answer
    for label, text in display(question, answer, language):
        assert label
        assert text


@given(st.sampled_from(sorted(QUESTIONS)), st.dictionaries(st.text(max_size=9), loose), st.data())
def test_any_value_at_all_is_taken_or_refused_with_fields(
    question_id: str, value: dict[str, object], data: st.DataObject
) -> None:
    question = QUESTIONS[question_id]
    for part in question.parts:
        value[part.id] = data.draw(loose)
    try:
        answer = check(question, value)
    except Invalid as problem:
        fields = problem.fields
        assert fields
    else:
        assert check(question, answer) == answer


@given(
    st.dictionaries(
        st.sampled_from(sorted(QUESTIONS)), st.dictionaries(st.text(max_size=9), loose)
    ),
    st.sets(st.sampled_from(sorted(QUESTIONS))),
    contexts,
)
def test_no_answers_whatever_make_it_crash(
    answers: dict[str, Answer], evidence: set[str], context: Context
) -> None:
    for question_id, answer in answers.items():
        first = QUESTIONS[question_id].parts[0].id
        answers[question_id] = {first: next(iter(answer.values()), None), **answer}
    asked = {question.id for question in shown(QUESTIONNAIRE, answers, context)}
    assert {
        left.question_id for left in missing(QUESTIONNAIRE, answers, evidence, context)
    } <= asked
    assert progress(QUESTIONNAIRE, answers, evidence, context).of == len(asked)


@settings(max_examples=60)
@given(whole_answers(), st.sets(st.sampled_from(sorted(QUESTIONS))), contexts)
def test_hidden_answers_are_never_required_nor_handed_over(
    answers: dict[str, Answer], evidence: set[str], context: Context
) -> None:
    asked = {question.id: question for question in shown(QUESTIONNAIRE, answers, context)}
    for left in missing(QUESTIONNAIRE, answers, evidence, context):
        question = asked[left.question_id]
        if left.what not in ("answer", "evidence"):
            assert question.part(left.what) in asked_parts(question, answers[question.id])
        if left.what == "evidence":
            assert left.question_id not in evidence
    for question_id, handed in to_submit(QUESTIONNAIRE, answers, context).items():
        parts = {part.id for part in asked_parts(asked[question_id], answers[question_id])}
        assert set(handed) <= parts


@settings(max_examples=60)
@given(whole_answers(), contexts)
def test_hidden_answers_change_nothing(answers: dict[str, Answer], context: Context) -> None:
    asked = shown(QUESTIONNAIRE, answers, context)
    visible = {each.id: answers[each.id] for each in asked if each.id in answers}
    assert shown(QUESTIONNAIRE, visible, context) == asked
    handed = to_submit(QUESTIONNAIRE, answers, context)
    assert shown(QUESTIONNAIRE, handed, context) == asked


@settings(max_examples=60)
@given(whole_answers(), st.sets(st.sampled_from(sorted(QUESTIONS))), contexts)
def test_the_counts_agree_with_each_other(
    answers: dict[str, Answer], evidence: set[str], context: Context
) -> None:
    found = progress(QUESTIONNAIRE, answers, evidence, context)
    left = missing(QUESTIONNAIRE, answers, evidence, context)
    assert found.of == sum(section.of for section in found.sections)
    unanswered = {each.question_id for each in left if each.what != "evidence"}
    assert found.of - found.answered == len(unanswered)
    undone = {each.section_id for each in left}
    for section in found.sections:
        assert (section.state == "completed") == (section.section_id not in undone)
    assert (found.minutes_left == 0) == (not left)


def answered(question_id: str, **parts: object) -> dict[str, Answer]:
    return {question_id: parts}


def left_at(question_id: str, answer: Answer, *, evidence: tuple[str, ...] = ()) -> list[str]:
    found = missing(QUESTIONNAIRE, {question_id: answer}, evidence, PLAIN)
    return [each.what for each in found if each.question_id == question_id]


@pytest.mark.parametrize(
    ("question_id", "answer", "left"),
    [
        ("GEN-05", {}, ["answer"]),
        ("GEN-05", {"followed_up": "no"}, []),
        ("GEN-03", {"employees": 0}, ["turnover"]),
        ("GEN-03", {"employees": 9, "turnover": 0}, []),
        ("P1-08", {}, ["answer", "evidence"]),
        ("P1-08", {"decision": "We chose another mill."}, ["date", "evidence"]),
        ("P1-08", {"instead": "not_applicable", "reason": "We have no board."}, []),
        ("P1-08", {"instead": "not_applicable"}, ["answer", "evidence"]),
        ("P3-03", {}, ["answer"]),
        ("P3-03", {"plans": "no"}, []),
        ("P3-03", {"plans": "partly"}, ["evidence"]),
        ("P2-05", {"analysis": "no", "date": ""}, []),
        ("P2-05", {"analysis": "yes"}, ["date", "evidence"]),
        ("TR-01", {"products": [{"product": "Glove"}]}, ["products"]),
        ("TR-01", {"products": [{"product": "Glove", "countries": ["MY"]}]}, []),
        ("TR-04", {"contains": "yes"}, ["materials", "evidence"]),
        ("TR-04", {"contains": "yes", "materials": [{"model": "unknown", "material": "tin"}]},
         ["evidence"]),
    ],
)  # fmt: skip
def test_what_is_left_at_a_question(question_id: str, answer: Answer, left: list[str]) -> None:
    assert left_at(question_id, answer) == left
    assert left_at(question_id, answer, evidence=(question_id,)) == [
        what for what in left if what != "evidence"
    ]
    question = QUESTIONS[question_id]
    assert is_answered(question, answer) == (not set(left) - {"evidence"})
    assert evidence_required(question, answer) == ("evidence" in left)


def test_missing_names_question_and_section() -> None:
    first = missing(QUESTIONNAIRE, {}, (), PLAIN)[0]
    assert first == Missing("GEN-01", "A", "answer")


def test_a_hidden_question_counts_as_unanswered_for_those_after_it() -> None:
    answers: dict[str, Answer] = {
        "P2-01": {"identified": "yes"},
        "P2-03": {"risk": 2, "all": 5},
        "P5-02": {"audits": 1, "unannounced": 0},
    }
    assert "P5-04" in {each.id for each in shown(QUESTIONNAIRE, answers, PLAIN)}
    answers["P2-01"] = {"identified": "no"}
    asked = {each.id for each in shown(QUESTIONNAIRE, answers, PLAIN)}
    assert not asked & {"P2-03", "P4-01", "P5-02", "P5-04"}


def test_a_question_set_aside_counts_as_unanswered_for_those_after_it() -> None:
    aside = {"contains": "yes", "materials": [{"material": "wood"}], "instead": "cannot"}
    answers: dict[str, Answer] = {"TR-04": aside}
    later = Context(dt.date(2027, 1, 1))
    assert QUESTIONS["TR-05"] in shown(QUESTIONNAIRE, answers, later)
    answers["TR-04"] = aside | {"reason": "The mill will not say."}
    assert QUESTIONS["TR-05"] not in shown(QUESTIONNAIRE, answers, later)
    assert to_submit(QUESTIONNAIRE, answers, later)["TR-04"] == {
        "instead": "cannot",
        "reason": "The mill will not say.",
    }


def test_a_section_goes_from_not_started_to_completed() -> None:
    high = Context(PLAIN.today, labour_risk="high")
    answers: dict[str, Answer] = {}

    def state(evidence: tuple[str, ...] = ()) -> str:
        return section_state(QUESTIONNAIRE, "I", answers, evidence, high)

    assert state() == "not_started"
    assert state(("LAB-02",)) == "in_progress"
    answers |= answered("LAB-01", used="no")
    assert state() == "in_progress"
    answers |= answered("LAB-02", methods=["payroll"], how="Each year.")
    answers |= answered("LAB-03", compared="no")
    assert state() == "in_progress"
    assert state(("LAB-02",)) == "completed"
    assert section_state(QUESTIONNAIRE, "I", {}, (), PLAIN) == "completed"
    assert "I" not in {each.section_id for each in progress(QUESTIONNAIRE, {}, (), PLAIN).sections}


def test_the_minutes_fall_as_answers_come() -> None:
    before = minutes_left(QUESTIONNAIRE, {}, (), PLAIN)
    answers = answered("P1-08", decision="Another mill.", date="2026-01-01")
    after = minutes_left(QUESTIONNAIRE, answers, ("P1-08",), PLAIN)
    assert after < before
    assert before % 5 == 0


@pytest.mark.parametrize(
    ("question_id", "answer", "proposed"),
    [
        ("P3-03", {}, False),
        ("P3-03", {"plans": "no"}, True),
        ("P3-03", {"plans": "partly"}, False),
        ("P1-01", {"areas": ["no_policy"]}, True),
        ("P1-01", {"areas": ["environment"]}, False),
        ("P2-04", {"depth": "not_mapped"}, True),
        ("P4-01", {"share": 0}, True),
        ("P4-01", {"share": 40}, False),
        ("P1-06", {"instead": "cannot", "reason": "They are internal."}, True),
        ("P1-08", {"instead": "not_applicable", "reason": "We have no board."}, False),
        ("GEN-05", {"followed_up": "no"}, False),
    ],
)
def test_only_a_no_to_a_starred_question_proposes_a_deviation(
    question_id: str, answer: Answer, *, proposed: bool
) -> None:
    assert proposes_deviation(QUESTIONS[question_id], answer) is proposed


@pytest.mark.parametrize(
    ("question_id", "said", "needed"),
    [("P3-01", "unknown", True), ("P3-01", "yes", True), ("P3-01", "no", False)],
)
def test_yes_or_unknown_at_a_diamond_needs_a_person(
    question_id: str, said: str, *, needed: bool
) -> None:
    assert needs_follow_up(QUESTIONS[question_id], {"caused": said}) is needed
    assert not needs_follow_up(QUESTIONS["P3-03"], {"plans": "yes"})


def test_a_date_is_read_from_three_fields_or_one() -> None:
    question = QUESTIONS["P1-03"]
    three = {"revised-day": ["1"], "revised-month": ["2"], "revised-year": ["2026"]}
    assert check(question, from_form(question, three)) == {"revised": "2026-02-01"}
    one = {"revised": ["2026-02-01"]}
    assert check(question, from_form(question, one)) == {"revised": "2026-02-01"}


def test_fields_of_other_questions_and_empty_forms_are_left_alone() -> None:
    question = QUESTIONS["TR-01"]
    fields = {"TR-02.sites-0-name": ["x"], "products-0-product": ["x"], "csrf": ["y"]}
    assert check(question, from_form(question, fields, prefix="TR-01.")) == {}
    assert check(question, from_form(question, {})) == {}


def test_rows_may_have_gaps_and_hostile_numbers() -> None:
    question = QUESTIONS["TR-01"]
    fields = {
        "products-7-product": ["Glove"],
        "products-2-countries": ["MY", "Thailand"],
        "products-99999999999-product": ["x"],
        "products-x-product": ["x"],
    }
    assert check(question, from_form(question, fields)) == {
        "products": [{"countries": ["MY", "TH"]}, {"product": "Glove"}]
    }


def test_facts_of_a_contract_are_read_back_as_written() -> None:
    context = Context(PLAIN.today, goods=False, transparency_depth=3, labour_risk="high")
    assert read_context(context.facts(), today=PLAIN.today) == context
    assert read_context({}, today=PLAIN.today) == PLAIN


@pytest.mark.parametrize(
    "facts", [{"moon": True}, {"goods": 1}, {"transparency_depth": 5}, {"today": "2026-01-01"}]
)
def test_unknown_facts_of_a_contract_are_refused(facts: dict[str, object]) -> None:
    with pytest.raises(Invalid) as caught:
        read_context(facts, today=PLAIN.today)
    assert set(caught.value.fields) == set(facts)


@given(contexts)
def test_any_context_is_read_back(context: Context) -> None:
    assert read_context(context.facts(), today=context.today) == context
