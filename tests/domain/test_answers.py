"""Checking what was written, each type by its table; and answers in words."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.answers import (
    check,
    country_name,
    country_names,
    display,
    is_stale,
    options,
    table_texts,
)
from portal.domain.questionnaire import (
    Choice,
    Column,
    Comparison,
    EvidenceRule,
    Part,
    Question,
    Source,
    Text,
)
from portal.errors import Invalid
from portal.texts import translate

RED = Choice("red", Text("Röd", "Red"))
BLUE = Choice("blue", Text("Blå", "Blue"))
NEITHER = Choice("neither", Text("Ingen", "Neither"), none=True)
COLOURS = (RED, BLUE, NEITHER)
WORDS = Text("Ord", "Words")


def asks(*parts: Part, instead: tuple[str, ...] = ()) -> Question:
    return Question(
        id="P1-01",
        section_id="A",
        text=Text("Vad?", "What?"),
        parts=parts,
        requirements=("PR1",),
        evidence=EvidenceRule(),
        why_asked=WORDS,
        what_counts=WORDS,
        instead=instead,
    )


def part(
    kind: str,
    part_id: str = "it",
    *,
    choices: tuple[Choice, ...] = (),
    max_length: int = 2000,
    low: float | None = None,
    high: float | None = None,
    whole: bool = False,
    unit: Text | None = None,
) -> Part:
    field = Column(part_id, kind, None, choices, max_length=max_length, low=low, high=high)
    return Part(replace(field, whole=whole, unit=unit))


TABLE = Part(
    Column("rows", "table", Text("Rad", "Row")),
    columns=(
        Column("name", "text", Text("Namn", "Name"), max_length=20),
        Column("count", "number", Text("Antal", "Count"), whole=True, low=0, required=False),
        Column("from", "countries", Text("Land", "Country"), high=1, required=False),
        Column("when", "date", Text("När", "When"), required=False),
    ),
    max_rows=2,
)


@pytest.mark.parametrize(
    ("asked", "written", "expected"),
    [
        (part("yes_no"), "yes", "yes"),
        (part("yes_no_unknown"), " unknown ", "unknown"),
        (part("yes_partly_no"), "partly", "partly"),
        (part("one", choices=COLOURS), "blue", "blue"),
        (part("many", choices=COLOURS), ["blue", "red", "red"], ["red", "blue"]),
        (part("many", choices=COLOURS), "neither", ["neither"]),
        (part("text"), "  Hej\r\ndå\rnu \x00", "Hej\ndå\nnu"),
        (part("text"), "a\u0308r", "är"),
        (part("number"), "12,5", 12.5),
        (part("number"), "12.5", 12.5),
        (part("number"), "1 234", 1234),
        (part("number"), "1\u00a0234,50", 1234.5),
        (part("number"), "1.234.567,8", 1234567.8),
        (part("number"), "1,234.5", 1234.5),
        (part("number"), "−3", -3),
        (part("number"), 7.0, 7),
        (part("number", whole=True), "12,0", 12),
        (part("percentage"), "12,5 %", 12.5),
        (part("percentage"), "100", 100),
        (part("date"), "2026-12-18", "2026-12-18"),
        (part("date"), {"day": "1", "month": "2", "year": "2026"}, "2026-02-01"),
        (part("countries"), "Sverige, vietnam; KR", ["SE", "VN", "KR"]),
        (part("countries"), ["cn", "Kina", "China"], ["CN"]),
        (part("countries"), "Bosnia & Herzegovina", ["BA"]),
        (part("countries"), ["Turkiet", "UK", "Czech Republic"], ["TR", "GB", "CZ"]),
    ],
)
def test_what_is_written_is_brought_to_one_form(
    asked: Part, written: object, expected: object
) -> None:
    question = asks(asked)
    answer = check(question, {"it": written})
    assert answer == {"it": expected}
    assert check(question, answer) == answer


@pytest.mark.parametrize(
    ("asked", "written", "sentence"),
    [
        (part("yes_no"), "partly", "Choose one of the alternatives shown."),
        (part("yes_no"), True, "Choose one of the alternatives shown."),
        (part("one", choices=COLOURS), "green", "Choose one of the alternatives shown."),
        (part("one", choices=COLOURS), ["red"], "Choose one of the alternatives shown."),
        (part("many", choices=COLOURS), ["green"], "Choose among the alternatives shown."),
        (part("many", choices=COLOURS), {"red": 1}, "This could not be read."),
        (part("many", choices=COLOURS), ["red", "neither"], "together with other"),
        (part("text"), 7, "This could not be read."),
        (part("text", max_length=3), "fyra", "longer than this field takes"),
        (part("number"), "tolv", "Write a number in figures"),
        (part("number"), "NaN", "Write a number in figures"),
        (part("number"), "1e5", "Write a number in figures"),
        (part("number"), "1,234,567", "Write a number in figures"),
        (part("number"), True, "This could not be read."),
        (part("number"), "9" * 5000, "too large"),
        (part("number"), 10**4000, "too large"),
        (part("number"), float("inf"), "too large"),
        (part("number", whole=True), "1,5", "whole number"),
        (part("number", low=0), "-1", "0 or more"),
        (part("number", low=5), "4", "too small"),
        (part("number", high=5), "6", "too large"),
        (part("percentage"), "100,1", "from 0 to 100"),
        (part("percentage"), "-1", "from 0 to 100"),
        (part("percentage"), float("nan"), "from 0 to 100"),
        (part("date"), "2026-02-30", "no date in the calendar"),
        (part("date"), "18 dec 2026", "no date in the calendar"),
        (part("date"), {"day": "18", "month": "", "year": "2026"}, "a day, a month and a year"),
        (part("date"), {"day": "18", "month": "12", "year": "26"}, "four figures"),
        (part("date"), {"day": "x", "month": "12", "year": "2026"}, "no date"),
        (part("date"), 20261218, "This could not be read."),
        (part("countries"), "Sverige, Atlantis", "A country was not recognised."),
        (part("countries"), [7], "This could not be read."),
        (part("countries", high=1), "SE, NO", "more countries"),
    ],
)
def test_what_cannot_be_taken_gets_a_sentence_at_its_field(
    asked: Part, written: object, sentence: str
) -> None:
    with pytest.raises(Invalid) as caught:
        check(asks(asked), {"it": written})
    assert list(caught.value.fields) == ["it"]
    assert sentence in caught.value.fields["it"]
    assert translate("sv", caught.value.fields["it"]) != caught.value.fields["it"]


@pytest.mark.parametrize("kind", ["yes_no", "text", "number", "percentage", "date", "countries"])
@pytest.mark.parametrize("nothing", [None, "", "   "])
def test_a_blank_stays_blank(kind: str, nothing: object) -> None:
    assert check(asks(part(kind)), {"it": nothing}) == {}


@pytest.mark.parametrize(
    ("asked", "nothing"),
    [
        (part("many", choices=COLOURS), []),
        (part("many", choices=COLOURS), [""]),
        (part("countries"), []),
        (part("date"), {"day": "", "month": "", "year": " "}),
        (part("text"), "\x00"),
    ],
)
def test_an_empty_group_of_fields_is_no_answer(asked: Part, nothing: object) -> None:
    assert check(asks(asked), {"it": nothing}) == {}


def test_empty_rows_are_dropped_and_the_others_kept_in_order() -> None:
    rows = [{"name": ""}, {"name": "Nam Dinh", "count": "1 200", "from": "Vietnam"}, {}]
    assert check(asks(TABLE), {"rows": rows}) == {
        "rows": [{"name": "Nam Dinh", "count": 1200, "from": ["VN"]}]
    }
    assert check(asks(TABLE), {"rows": [{}, {"name": " "}]}) == {}


def test_a_fault_in_a_row_is_named_by_row_and_column_as_typed() -> None:
    rows = [{}, {"name": "A", "count": "many"}, {"name": "x" * 21, "when": "soon"}]
    with pytest.raises(Invalid) as caught:
        check(asks(TABLE), {"rows": rows})
    assert set(caught.value.fields) == {"rows-1-count", "rows-2-name", "rows-2-when"}


@pytest.mark.parametrize("rows", [[{"name": each} for each in "abc"], "x", [1]])
def test_a_table_out_of_bounds_or_shape_is_refused(rows: object) -> None:
    with pytest.raises(Invalid) as caught:
        check(asks(TABLE), {"rows": rows})
    assert set(caught.value.fields) == {"rows"}


def test_every_faulty_part_is_named_at_once() -> None:
    question = asks(part("number", "a"), part("date", "b"), part("text", "c"))
    with pytest.raises(Invalid) as caught:
        check(question, {"a": "x", "b": "y", "c": "fine", "d": "stranger"})
    assert set(caught.value.fields) == {"a", "b", "d"}


@pytest.mark.parametrize(
    ("share", "whole", "fits"), [(2, 2, True), (3, 2, False), (0, None, True), (None, 2, True)]
)
def test_a_share_is_at_most_the_number_it_is_a_share_of(
    share: int | None, whole: int | None, *, fits: bool
) -> None:
    question = asks(replace(part("number", "some"), at_most="all"), part("number", "all"))
    value: dict[str, object] = {"some": share, "all": whole}
    if fits:
        assert check(question, value).get("some") == share
    else:
        with pytest.raises(Invalid) as caught:
            check(question, value)
        assert set(caught.value.fields) == {"some"}


def test_a_share_that_is_no_longer_asked_for_does_not_stand_in_the_way() -> None:
    above = Comparison(Source("part", "all", "all"), "above", (0,))
    some = replace(part("number", "some"), at_most="all", condition=above)
    assert check(asks(part("number", "all"), some), {"all": 0, "some": 3}) == {"all": 0, "some": 3}


def test_a_question_may_be_set_aside_with_a_reason_where_it_allows() -> None:
    question = asks(part("text"), instead=("cannot",))
    answer = check(question, {"it": "draft", "instead": "cannot", "reason": " Ny ägare. "})
    assert answer == {"it": "draft", "instead": "cannot", "reason": "Ny ägare."}
    assert display(question, answer, "sv") == [("Vi kan inte svara, därför att", "Ny ägare.")]
    assert check(question, {"instead": "", "it": "x"}) == {"it": "x"}


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ({"instead": "cannot"}, "instead-reason"),
        ({"instead": "cannot", "reason": "x" * 2001}, "instead-reason"),
        ({"instead": "not_applicable", "reason": "We make none."}, "instead"),
    ],
)
def test_setting_aside_needs_a_reason_and_leave(value: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as caught:
        check(asks(part("text"), instead=("cannot",)), value)
    assert set(caught.value.fields) == {field}


def test_answers_are_shown_in_the_words_of_each_language() -> None:
    unit = Text("miljoner kronor", "million SEK")
    question = asks(
        part("yes_partly_no", "a"),
        part("many", "b", choices=COLOURS),
        part("number", "c", unit=unit),
        part("percentage", "d"),
        part("date", "e"),
        part("countries", "f"),
        TABLE,
    )
    answer: dict[str, object] = {
        "a": "partly",
        "b": ["red", "blue"],
        "c": 1234.5,
        "d": 12.5,
        "e": "2026-12-18",
        "f": ["DE", "SE"],
        "rows": [{"name": "Nam Dinh", "from": ["VN"]}, {"name": "Huế", "count": 3}],
    }
    assert display(question, answer, "sv") == [
        ("Vad?", "Delvis"),
        ("Vad?", "Röd, Blå"),
        ("Vad?", "1\u00a0234,5\u00a0miljoner kronor"),
        ("Vad?", "12,5\u00a0%"),
        ("Vad?", "fre 18 dec 2026"),
        ("Vad?", "Tyskland, Sverige"),
        ("Rad 1", "Namn: Nam Dinh; Land: Vietnam"),
        ("Rad 2", "Namn: Huế; Antal: 3"),
    ]
    assert display(question, answer, "en")[2] == ("What?", "1,234.5\u00a0million SEK")
    assert table_texts(TABLE, answer["rows"], "en")[0] == ["Nam Dinh", "", "Vietnam", ""]


def test_parts_that_are_not_asked_are_not_shown() -> None:
    if_yes = Comparison(Source("part", "a", "a"), "is", ("yes",))
    question = asks(part("yes_no", "a"), Part(Column("b", "text", WORDS), condition=if_yes))
    assert display(question, {"a": "no", "b": "kept"}, "sv") == [("Vad?", "Nej")]
    assert display(question, {"a": "yes", "b": "kept"}, "sv")[1] == ("Ord", "kept")


def test_options_carry_labels_in_the_language() -> None:
    assert options(part("yes_no_unknown").field, "sv") == [
        ("yes", "Ja"),
        ("no", "Nej"),
        ("unknown", "Vet inte"),
    ]
    assert options(part("one", choices=COLOURS).field, "en")[0] == ("red", "Red")


@pytest.mark.parametrize(
    ("value", "stale"), [("2024-10-31", True), ("2024-11-01", False), ("2026-01-01", False)]
)
def test_a_date_is_stale_when_its_months_have_passed(value: str, *, stale: bool) -> None:
    field = Column("it", "date", None, stale_months=24)
    assert is_stale(field, value, dt.date(2026, 11, 24)) is stale
    assert not is_stale(Column("it", "date", None), value, dt.date(2026, 11, 24))


def test_countries_are_named_and_sorted_by_the_language() -> None:
    swedish, english = country_names("sv"), country_names("en")
    assert set(swedish) == set(english)
    assert len(swedish) == 250  # 249 of ISO 3166-1, and Kosovo
    assert not {"EU", "UN", "ZZ"} & set(swedish)
    names = list(swedish.values())
    assert names.index("Zimbabwe") < names.index("Åland") < names.index("Österrike")
    assert list(english.values()).index("Åland Islands") < list(english.values()).index("Zambia")
    assert country_name("XX", "sv") == "XX"
    assert country_name("XX-01", "sv") == "XX-01"


def test_a_part_of_a_country_is_told_by_its_country_and_its_code() -> None:
    assert country_name("CN-XJ", "sv") == "Kina (CN-XJ)"
    assert country_name("CN-XJ", "en") == "China (CN-XJ)"


@given(st.sampled_from(sorted(country_names("en"))), st.sampled_from(["sv", "en"]))
def test_every_country_is_understood_by_its_name(code: str, language: str) -> None:
    answer = check(asks(part("countries")), {"it": country_name(code, language)})
    assert answer == {"it": [code]}
