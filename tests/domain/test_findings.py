"""Where answers and documents meet, rule by rule, and what holds for all rules."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import portal
from portal.domain.days import last_day
from portal.domain.findings import (
    FINDING_KIND_NAMES,
    MEETINGS,
    SUPPORTS,
    AnswerFact,
    Finding,
    FindingKind,
    FlagFact,
    find,
)
from portal.domain.findings.conditions import Blank, LeftOut
from portal.domain.findings.rules import ANY_QUESTION
from portal.domain.firms import same_name
from portal.domain.flags import Bearing, Stance, Topic

TODAY = date(2026, 11, 22)
PAPER, OTHER_PAPER = UUID(int=100), UUID(int=101)
NO_VALUE: Mapping[str, str] = {}

AFFIRMED, DENIED = Stance.AFFIRMED, Stance.DENIED
REQUIRED, HEDGED = Stance.REQUIRED, Stance.HEDGED
RISK, SUPPORT, NEUTRAL = Bearing.RISK, Bearing.SUPPORT, Bearing.NEUTRAL


def answer(question_id: str, *papers: UUID, **value: object) -> AnswerFact:
    return AnswerFact(question_id, value, frozenset(papers))


def flag(
    topic: Topic, stance: Stance, bearing: Bearing, quote: str = "the words", **value: str
) -> FlagFact:
    return FlagFact(UUID(int=7), topic, stance, bearing, value, quote, PAPER, page=4)


def rules(answers: list[AnswerFact], *flags: FlagFact) -> set[str]:
    return {finding.rule for finding in find(answers, flags, TODAY)}


CERTIFIED = answer("EN-01", PAPER, system="iso14001")
MADE_IN_VIETNAM = answer("TR-01", products=[{"product": "Handduk", "countries": ["VN"]}])
SITES = answer("TR-02", sites=[{"name": "Vinh Phuc Textile Co., Ltd", "country": ["VN"]}])
CASES: list[tuple[str, AnswerFact, FlagFact]] = [
    (
        "FC-01",
        answer("CH-01", over_limit="no"),
        flag(Topic.CHEM_LIST, AFFIRMED, RISK, list="svhc"),
    ),
    (
        "FC-02",
        answer("CH-01", over_limit="no"),
        flag(Topic.CHEM_SUBSTANCE, AFFIRMED, RISK, cas="117-81-7", pct_max="0.25"),
    ),
    (
        "FC-03",
        answer("CH-01", over_limit="yes"),
        flag(Topic.CHEM_LIST, DENIED, SUPPORT, list="svhc"),
    ),
    (
        "FC-04",
        answer("CH-02", substances=[{"substance": "Bly", "cas": "7439-92-1"}]),
        flag(Topic.CHEM_SUBSTANCE, AFFIRMED, RISK, cas="117-81-7"),
    ),
    ("FC-05", answer("CH-03", meets="yes"), flag(Topic.CHEM_GROUP, HEDGED, RISK, group="pfas")),
    ("FC-06", answer("CH-03", meets="yes"), flag(Topic.CHEM_HAZARD, AFFIRMED, RISK)),
    (
        "FC-07",
        answer("CH-01", over_limit="no"),
        flag(Topic.CHEM_LIST, DENIED, SUPPORT, list="svhc", date="2024-06-27"),
    ),
    ("FC-08", answer("CH-01"), flag(Topic.CHEM_LIST, DENIED, SUPPORT, list="svhc")),
    ("FL-01", answer("RD-01", known="no"), flag(Topic.LAB_FORCED, AFFIRMED, RISK)),
    ("FL-02", answer("P3-01", caused="no"), flag(Topic.LAB_HOURS, AFFIRMED, RISK)),
    ("FL-03", answer("LAB-01", who_pays="employer"), flag(Topic.LAB_FEES, AFFIRMED, RISK)),
    ("FL-04", answer("LAB-01", used="no"), flag(Topic.LAB_FEES, AFFIRMED, SUPPORT)),
    ("FL-05", answer("P6-01", channel="yes"), flag(Topic.LAB_GRIEVANCE, DENIED, RISK)),
    ("FL-06", answer("P6-01", channel="no"), flag(Topic.LAB_GRIEVANCE, AFFIRMED, SUPPORT)),
    ("FL-07", answer("LAB-03", compared="yes"), flag(Topic.LAB_WAGE, AFFIRMED, RISK)),
    (
        "FL-08",
        answer("P1-01", areas=["workers_rights"]),
        flag(Topic.LAB_CHILD, REQUIRED, RISK, age="13"),
    ),
    (
        "FL-09",
        answer("P1-01", areas=["workers_rights"]),
        flag(Topic.LAB_HOURS, REQUIRED, RISK, hours_per_week="72"),
    ),
    ("FL-10", answer("P1-01", areas=["environment"]), flag(Topic.LAB_CHILD, REQUIRED, SUPPORT)),
    ("FL-11", answer("P6-02", qualities=["anonymous"]), flag(Topic.LAB_GRIEVANCE, AFFIRMED, RISK)),
    ("FO-01", MADE_IN_VIETNAM, flag(Topic.ORIGIN_COUNTRY, AFFIRMED, NEUTRAL, country="CN-XJ")),
    ("FO-02", SITES, flag(Topic.ORIGIN_SITE, AFFIRMED, NEUTRAL, site="Hai Duong Dyeing")),
    ("FO-03", MADE_IN_VIETNAM, flag(Topic.ORIGIN_COUNTRY, HEDGED, RISK)),
    ("FO-04", answer("TR-04", contains="no"), flag(Topic.ORIGIN_MATERIAL, AFFIRMED, NEUTRAL)),
    (
        "FO-05",
        answer("TR-04", materials=[{"material": "cotton", "model": "segregated"}]),
        flag(Topic.ORIGIN_MATERIAL, AFFIRMED, NEUTRAL, model="mass_balance"),
    ),
    ("FO-06", answer("TR-01"), flag(Topic.ORIGIN_COUNTRY, AFFIRMED, NEUTRAL, country="VN")),
    ("FK-01", CERTIFIED, flag(Topic.CERT, AFFIRMED, RISK, valid_to="2026-11-21")),
    ("FK-02", CERTIFIED, flag(Topic.CERT, AFFIRMED, SUPPORT, valid_to="2027-01-21")),
    ("FK-03", CERTIFIED, flag(Topic.CERT, DENIED, RISK, standard="ISO 14001")),
    ("FK-04", answer("EN-01"), flag(Topic.CERT, AFFIRMED, SUPPORT, standard="iso 14001")),
    (
        "FK-05",
        answer("P4-07", initiatives=["none"]),
        flag(Topic.CERT, AFFIRMED, RISK, standard="BSCI"),
    ),
    (
        "FK-06",
        answer("P5-01", PAPER, methods=["audit"]),
        flag(Topic.CERT, AFFIRMED, RISK, grade="E"),
    ),
]


def test_every_rule_has_a_case_and_a_name_of_its_own() -> None:
    assert [case[0] for case in CASES] == [rule.id for rule in MEETINGS]
    names = [rule.id for rule in MEETINGS] + [rule.id for rule in SUPPORTS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("rule", "said", "spoken"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_meets(rule: str, said: AnswerFact, spoken: FlagFact) -> None:
    assert rule in rules([said], spoken)


@pytest.mark.parametrize(
    ("rule", "said", "spoken"),
    [
        ("FC-01", answer("CH-01"), flag(Topic.CHEM_LIST, AFFIRMED, RISK, list="svhc")),
        (
            "FC-01",
            answer("CH-01", over_limit="no"),
            flag(Topic.CHEM_LIST, AFFIRMED, RISK, list="rohs"),
        ),
        (
            "FC-02",
            answer("CH-01", over_limit="no"),
            flag(Topic.CHEM_SUBSTANCE, AFFIRMED, RISK, pct_max="0,05"),
        ),
        (
            "FC-04",
            answer("CH-02", substances=[{"cas": "117-81-7"}]),
            flag(Topic.CHEM_SUBSTANCE, AFFIRMED, RISK, cas="117-81-7"),
        ),
        (
            "FC-07",
            answer("CH-01", over_limit="no"),
            flag(Topic.CHEM_LIST, DENIED, SUPPORT, list="svhc", date="2026-06"),
        ),
        ("FL-01", answer("RD-01", known="yes"), flag(Topic.LAB_FORCED, AFFIRMED, RISK)),
        ("FL-01", answer("RD-01", known="no"), flag(Topic.LAB_FORCED, REQUIRED, SUPPORT)),
        ("FL-06", answer("P6-01", channel="yes"), flag(Topic.LAB_GRIEVANCE, AFFIRMED, SUPPORT)),
        (
            "FL-08",
            answer("P1-01", areas=["workers_rights"]),
            flag(Topic.LAB_CHILD, REQUIRED, SUPPORT, age="15"),
        ),
        (
            "FL-09",
            answer("P1-01", areas=["workers_rights"]),
            flag(Topic.LAB_HOURS, REQUIRED, RISK, hours_per_week="60"),
        ),
        ("FO-01", MADE_IN_VIETNAM, flag(Topic.ORIGIN_COUNTRY, AFFIRMED, NEUTRAL, country="VN-HN")),
        ("FO-01", MADE_IN_VIETNAM, flag(Topic.ORIGIN_COUNTRY, DENIED, SUPPORT, country="CN")),
        ("FO-02", SITES, flag(Topic.ORIGIN_SITE, AFFIRMED, NEUTRAL, site="VINH PHÚC TEXTILE")),
        ("FK-01", CERTIFIED, flag(Topic.CERT, AFFIRMED, SUPPORT, valid_to="2026-11")),
        ("FK-01", CERTIFIED, flag(Topic.CERT, AFFIRMED, SUPPORT, valid_to="2026-13-40")),
        ("FK-02", CERTIFIED, flag(Topic.CERT, AFFIRMED, SUPPORT, valid_to="2027-01-22")),
        ("FK-01", answer("EN-01"), flag(Topic.CERT, AFFIRMED, RISK, valid_to="2020-01-01")),
    ],
)
def test_a_rule_keeps_quiet(rule: str, said: AnswerFact, spoken: FlagFact) -> None:
    assert rule not in rules([said], spoken)


@pytest.mark.parametrize(
    ("rule", "said", "support"),
    [
        ("FG-01", answer("P1-01", PAPER, areas=["human_rights"]), Topic.LAB_CHILD),
        ("FG-02", answer("P6-01", PAPER, channel="partly"), Topic.LAB_GRIEVANCE),
        ("FG-03", answer("CH-01", PAPER, over_limit="no"), Topic.CHEM_LIST),
        ("FG-04", answer("CH-03", PAPER, meets="yes"), Topic.CHEM_GROUP),
        ("FG-05", replace(MADE_IN_VIETNAM, documents=frozenset({PAPER})), Topic.ORIGIN_COUNTRY),
        ("FG-06", CERTIFIED, Topic.CERT),
        ("FG-07", answer("LAB-02", PAPER, methods=["payroll"]), Topic.LAB_WAGE),
    ],
)
def test_evidence_that_says_nothing_of_the_matter_is_a_gap(
    rule: str, said: AnswerFact, support: Topic
) -> None:
    beside = flag(support, AFFIRMED, SUPPORT, standard="ISO 14001")
    assert rule in rules([said])
    assert rule not in rules([said], beside)
    assert rule in rules([said], replace(beside, document_id=OTHER_PAPER))
    assert rule not in rules([replace(said, documents=frozenset())])


def test_a_finding_quotes_both_sides() -> None:
    said = answer("RD-01", known="no")
    spoken = flag(Topic.LAB_FORCED, AFFIRMED, RISK, "the agency keeps the passports")
    (finding,) = find([said], [spoken], TODAY)
    assert finding.kind == FindingKind.CONTRADICTION
    assert (finding.question_id, finding.said) == ("RD-01", {"known": "no"})
    assert (finding.quote, finding.page, finding.document_id) == (spoken.quote, 4, PAPER)


def test_a_document_gives_one_finding_at_its_gravest_words() -> None:
    mild = flag(Topic.LAB_HOURS, AFFIRMED, RISK, "72 hours")
    grave = replace(mild, id=UUID(int=8), topic=Topic.LAB_FORCED, quote="passports kept", page=9)
    (finding,) = find([answer("P3-01", caused="no")], [mild, grave], TODAY)
    assert (finding.quote, finding.more) == ("passports kept", 1)


def test_a_lapsed_certificate_is_named_at_each_answer_that_rests_on_it() -> None:
    lapsed = flag(Topic.CERT, AFFIRMED, RISK, "until 2023", standard="SA8000", valid_to="2023")
    asked = [
        answer("P4-02", PAPER, methods=["certificate"]),
        answer("P5-01", PAPER, methods=["audit"]),
        answer("P7-01", OTHER_PAPER, procedure="yes"),
    ]
    found = [each for each in find(asked, [lapsed], TODAY) if each.rule == "FK-01"]
    assert [each.question_id for each in found] == ["P4-02", "P5-01"]


def test_a_question_that_is_not_asked_gives_nothing() -> None:
    every = [spoken for _, _, spoken in CASES]
    assert find([], every, TODAY) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Vinh Phuc Textile Co., Ltd", "VINH PHÚC TEXTILE", True),
        ("Lindmark Textil AB", "Lindmark Textil", True),
        ("Hai Duong Dyeing", "Hai Phong Dyeing", False),
        ("AB Ltd", "Co", False),
    ],
)
def test_names_of_firms_are_compared_by_their_telling_words(
    one: str, other: str, same: object
) -> None:
    assert same_name(one, other) is same_name(other, one) is same


def test_a_month_or_a_year_lasts_until_its_last_day() -> None:
    assert last_day("2024-02") == date(2024, 2, 29)
    assert last_day("2024") == date(2024, 12, 31)
    assert last_day("2024-02-30") is last_day("May 2024") is last_day("") is None


# What the default questionnaire offers, read apart from the code that reads it.
DEFINITION: dict[str, Any] = json.loads(  # Any: a document as it stands in the file
    (Path(portal.__file__).parent / "questionnaires/sustainable-supply-chains-1.json").read_text(
        encoding="utf-8"
    )
)
PARTS = {
    (question["id"], part["id"]): part
    for section in DEFINITION["sections"]
    for question in section["questions"]
    for part in question["parts"]
}
YES_WORDS = {
    "yes_no": {"yes", "no"},
    "yes_no_unknown": {"yes", "no", "unknown"},
    "yes_partly_no": {"yes", "partly", "no"},
}


def fields() -> Iterator[tuple[str, str, str, str, tuple[str, ...]]]:
    for rule in (*MEETINGS, *SUPPORTS):
        said = rule.answer
        if isinstance(said, Blank):
            yield rule.id, rule.question_id, said.part, "", ()
        elif said is not None:
            words = said.any_of + said.none_of
            yield rule.id, rule.question_id, said.part, said.column, words
        for test in rule.flag.tests:
            for place in test.places if isinstance(test, LeftOut) else ():
                yield rule.id, place.question_id, place.part, place.column, ()


@pytest.mark.parametrize(("rule", "question", "part", "column", "words"), list(fields()))
def test_every_rule_asks_for_what_the_default_questionnaire_has(
    rule: str, question: str, part: str, column: str, words: tuple[str, ...]
) -> None:
    field = PARTS[question, part]
    if column:
        field = next(each for each in field["columns"] if each["id"] == column)
    choices = {choice["id"] for choice in field.get("choices", ())}
    assert set(words) <= YES_WORDS.get(field["type"], choices)


def test_every_rule_has_a_sentence_a_source_and_a_question() -> None:
    assert set(FINDING_KIND_NAMES) == set(FindingKind)
    assert {rule.kind for rule in MEETINGS} | {FindingKind.GAP} == set(FindingKind)
    for rule in (*MEETINGS, *SUPPORTS):
        assert rule.sentence.endswith(".")
        assert rule.source
        assert (rule.question_id == ANY_QUESTION) is (rule.answer is None)


some_answers = st.lists(
    st.sampled_from([said for _, said, _ in CASES]), unique_by=lambda each: each.question_id
)
some_flags = st.lists(
    st.builds(
        FlagFact,
        id=st.uuids(),
        topic=st.sampled_from(Topic),
        stance=st.sampled_from(Stance),
        bearing=st.sampled_from(Bearing),
        value=st.sampled_from([NO_VALUE, *(spoken.value for _, _, spoken in CASES)]),
        quote=st.sampled_from(["one", "two"]),
        document_id=st.sampled_from([PAPER, OTHER_PAPER]),
        page=st.integers(1, 3),
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)


@given(answers=some_answers, flags=some_flags, data=st.data())
def test_the_same_facts_give_the_same_findings_in_any_order(
    answers: list[AnswerFact], flags: list[FlagFact], data: st.DataObject
) -> None:
    found = find(answers, flags, TODAY)
    assert find(answers, data.draw(st.permutations(flags)), TODAY) == found
    places = [(each.rule, each.question_id, each.document_id, each.flag_id) for each in found]
    assert len(set(places)) == len(places)


@given(answers=some_answers, flags=some_flags)
def test_a_machine_only_quotes(answers: list[AnswerFact], flags: list[FlagFact]) -> None:
    words = {each.id: (each.quote, each.page, each.document_id) for each in flags}
    given_values = {each.question_id: each.value for each in answers}

    def quotes(finding: Finding) -> bool:
        said = finding.said.items() <= given_values[finding.question_id].items()
        if finding.flag_id is None:
            return said and finding.kind == FindingKind.GAP and not finding.quote
        return said and words[finding.flag_id] == (
            finding.quote,
            finding.page,
            finding.document_id,
        )

    assert all(quotes(finding) for finding in find(answers, flags, TODAY))
