"""The default questionnaire: all 68 questions, whole in both languages, tied to requirements."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from portal.domain.answers import Answer, missing, progress, shown
from portal.domain.questionnaire import Context, definition_hash
from portal.questionnaires import default_questionnaire, default_raw

QUESTIONNAIRE = default_questionnaire()
TODAY = dt.date(2027, 1, 15)
EVERYTHING = Context(
    today=TODAY,
    chemical_product=True,
    buyer_asks_sites=True,
    transparency_depth=4,
    labour_risk="high",
    chem_req=True,
    env_req=True,
)
# Answers that open every question that rests on another.
OPENING: dict[str, Answer] = {
    "GEN-05": {"followed_up": "yes"},
    "P1-01": {"areas": ["environment"]},
    "P1-10": {"functions": ["purchasing"]},
    "P2-01": {"identified": "partly"},
    "P2-03": {"risk": 2, "all": 9},
    "P2-05": {"analysis": "yes"},
    "P2-08": {"with": ["not_possible"]},
    "P3-01": {"caused": "yes"},
    "P3-03": {"plans": "partly"},
    "P5-02": {"audits": 1, "unannounced": 0},
    "P6-01": {"channel": "yes"},
    "RD-01": {"known": "yes"},
    "TR-04": {"contains": "yes", "materials": [{"material": "wood", "model": "segregated"}]},
    "CH-01": {"over_limit": "yes"},
}
STARRED = {
    "P1-01", "P1-02", "P1-04", "P1-06", "P1-08", "P1-09", "P2-01", "P2-04", "P2-05",
    "P2-06", "P2-08", "P3-03", "P4-01", "P4-02", "P4-04", "P4-06", "P5-01", "P6-01",
    "P7-01", "TR-01", "TR-02", "CH-03",
}  # fmt: skip
REQUIRED_EVIDENCE = {
    "GEN-06", "P1-01", "P1-02", "P1-05", "P1-08", "P1-09", "P2-01", "P2-04", "P2-05",
    "P3-02", "P3-03", "P4-01", "P4-04", "P4-06", "P5-01", "P5-05", "P6-01", "P7-02",
    "RD-02", "TR-02", "TR-04", "LAB-02", "CH-01", "CH-03", "CH-06", "EN-01",
}  # fmt: skip


def test_it_has_68_questions_in_ten_sections() -> None:
    counts = {section.id: len(section.questions) for section in QUESTIONNAIRE.sections}
    assert counts == dict(zip("ABCDEFGHIJ", (7, 11, 11, 5, 7, 5, 5, 7, 3, 7), strict=True))
    assert len({question.id for question in QUESTIONNAIRE.questions()}) == 68


def test_ids_run_without_gaps() -> None:
    numbers: dict[str, list[int]] = {}
    for question in QUESTIONNAIRE.questions():
        prefix, number = question.id.split("-")
        numbers.setdefault(prefix, []).append(int(number))
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


def texts(raw: object, place: str = "$") -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(raw, dict):
        if raw.keys() & {"sv", "en"}:
            yield place, raw
        else:
            for key, value in raw.items():
                yield from texts(value, f"{place}.{key}")
    if isinstance(raw, list):
        for at, value in enumerate(raw):
            yield from texts(value, f"{place}[{at}]")


def test_every_text_is_in_both_languages_and_typed_cleanly() -> None:
    for place, text in texts(default_raw()):
        assert set(text) == {"sv", "en"}, place
        for said in text.values():
            assert said == said.strip(), place
            assert "  " not in said, place
            assert not re.search(r"TODO|lorem|[–—]$", said), place


def test_longer_texts_are_really_translated() -> None:
    for place, text in texts(default_raw()):
        # Names and words such as "Risk" are alike in both; sentences never are.
        assert text["sv"] != text["en"] or len(text["sv"].split()) <= 4, place


def test_questions_and_help_end_as_sentences() -> None:
    for question in QUESTIONNAIRE.questions():
        for language in ("sv", "en"):
            assert question.text[language][-1] in ".?", question.id
            for text in (question.why_asked, question.what_counts, question.how_assessed):
                assert text is None or text[language][-1] == ".", question.id


def test_every_requirement_has_questions() -> None:
    used = Counter(code for each in QUESTIONNAIRE.questions() for code in each.requirements)
    assert {f"PR{number}" for number in range(1, 8)} <= set(used)
    assert {requirement.code for requirement in QUESTIONNAIRE.requirements} == set(used)


def test_questions_on_a_process_requirement_belong_to_it() -> None:
    for question in QUESTIONNAIRE.questions():
        found = re.fullmatch(r"P([1-7])-..", question.id)
        assert not found or f"PR{found[1]}" in question.requirements, question.id


def test_stars_diamonds_and_secrets_are_where_the_field_has_them() -> None:
    questions = list(QUESTIONNAIRE.questions())
    assert {each.id for each in questions if each.star} == STARRED
    assert {each.id for each in questions if each.diamond} == {"P3-01", "RD-01", "CH-01"}
    assert {each.id for each in questions if each.secret_default} == {"TR-02", "TR-03"}
    required = {each.id for each in questions if each.evidence.need == "required"}
    assert required == REQUIRED_EVIDENCE


def test_every_starred_question_can_be_answered_with_no() -> None:
    for question in QUESTIONNAIRE.questions():
        options = [option for part in question.parts for option in part.field.options]
        none = any(choice.none for part in question.parts for choice in part.choices)
        if question.star:
            assert "no" in options or none or "cannot" in question.instead, question.id


def test_a_no_is_never_asked_to_be_proved() -> None:
    for question in QUESTIONNAIRE.questions():
        first = question.parts[0]
        nos = [choice.id for choice in first.choices if choice.none]
        if first.type in ("yes_no", "yes_partly_no") and not question.diamond:
            nos.append("no")
        for no in nos:
            answer: Answer = {first.id: [no] if first.type == "many" else no}
            answers = OPENING | {question.id: answer}
            left = missing(QUESTIONNAIRE, answers, (), EVERYTHING)
            assert (question.id, "evidence") not in {(each.question_id, each.what) for each in left}


def test_all_68_are_asked_when_everything_applies() -> None:
    assert len(shown(QUESTIONNAIRE, OPENING, EVERYTHING)) == 68


@pytest.mark.parametrize(
    ("question_id", "opener"),
    [
        ("GEN-06", "GEN-05"), ("P1-02", "P1-01"), ("P1-07", "P1-01"), ("P1-11", "P1-10"),
        ("P2-03", "P2-01"), ("P2-06", "P2-05"), ("P2-09", "P2-08"), ("P2-11", "P2-05"),
        ("P3-02", "P3-01"), ("P3-04", "P3-03"), ("P4-01", "P2-03"), ("P4-06", "P2-03"),
        ("P5-02", "P2-03"), ("P5-04", "P5-02"), ("P6-03", "P6-01"), ("P7-02", "P3-01"),
        ("RD-02", "RD-01"), ("TR-05", "TR-04"), ("CH-02", "CH-01"),
    ],
)  # fmt: skip
def test_a_follow_up_question_waits_for_its_opener(question_id: str, opener: str) -> None:
    without = {key: value for key, value in OPENING.items() if key != opener}
    asked = {question.id for question in shown(QUESTIONNAIRE, without, EVERYTHING)}
    assert question_id not in asked


@pytest.mark.parametrize(
    ("context", "gone"),
    [
        (Context(TODAY, goods=False), {"TR-01", "TR-04", "CH-01", "CH-04", "CH-05"}),
        (Context(TODAY), {"TR-02", "TR-03", "LAB-01", "LAB-02", "LAB-03", "CH-03", "CH-06"}),
        (Context(TODAY), {"EN-01"}),
        (Context(dt.date(2026, 12, 29)), {"TR-05"}),
    ],
)
def test_the_contract_decides_which_questions_are_asked(context: Context, gone: set[str]) -> None:
    asked = {question.id for question in shown(QUESTIONNAIRE, OPENING, context)}
    assert not asked & gone
    everything = {question.id for question in shown(QUESTIONNAIRE, OPENING, EVERYTHING)}
    assert gone <= everything


def test_the_whole_takes_about_four_hours_at_most() -> None:
    whole = progress(QUESTIONNAIRE, OPENING, (), EVERYTHING)
    start = progress(QUESTIONNAIRE, {}, (), Context(TODAY))
    assert 0 < start.minutes_left < whole.minutes_left <= 240


def test_its_content_hash_is_stable() -> None:
    assert definition_hash(default_raw()) == definition_hash(default_raw())
    assert re.fullmatch(r"[0-9a-f]{64}", definition_hash(default_raw()))
