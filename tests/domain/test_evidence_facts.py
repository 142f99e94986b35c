"""Facts of papers: proposals with words, what a person may say, what is to be noticed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.days import last_day, months_before
from portal.domain.evidence import (
    DATES,
    SAYABLE,
    FactName,
    Known,
    Notice,
    NoticeKind,
    Proposal,
    Source,
    Statement,
    checked,
    notices,
    proposals,
)
from portal.domain.firms import same_name
from portal.errors import Invalid

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Fact:
    name: str
    value: str
    page: int = 1
    start: int = 0
    end: int = 4
    rule: str = "r"


def known(**values: str) -> dict[FactName, Known]:
    return {
        FactName(name): Known(FactName(name), Proposal(FactName(name), value, 1, 0, 4, "w", "r"))
        for name, value in values.items()
    }


def told(*left: str, **values: str) -> list[Notice]:
    return list(notices(known(**values), left, supplier="Lindmark Textil AB", today=TODAY))


# Proposals ------------------------------------------------------------------------------------


def test_a_proposal_carries_its_words_folded_and_bounded() -> None:
    page = "Giltigt  till\n2027-01-31 " + "x" * 400
    (made,) = proposals([page], [Fact("valid_to", "2027-01-31", end=len(page))])
    assert made.words.startswith("Giltigt till 2027-01-31 x")
    assert len(made.words) == 300


@pytest.mark.parametrize(
    "fact",
    [
        Fact("colour", "red"),
        Fact("kind", "spaceship"),
        Fact("language", "de"),
        Fact("issued", "2026-13-01"),
        Fact("title", "  "),
    ],
)
def test_what_the_house_has_no_word_for_is_left_out(fact: Fact) -> None:
    assert proposals(["text"], [fact]) == ()


@pytest.mark.parametrize(
    ("page", "start", "end"), [(2, 0, 4), (0, 0, 4), (1, 0, 5), (1, 4, 4), (1, -1, 4)]
)
def test_words_outside_the_page_are_refused(page: int, start: int, end: int) -> None:
    with pytest.raises(Invalid):
        proposals(["text"], [Fact("title", "A", page, start, end)])


def test_a_persons_word_counts_before_a_programs() -> None:
    proposal = Proposal(FactName.HOLDER, "Alm AB", 1, 0, 4, "Alm AB", "r")
    alone = Known(FactName.HOLDER, proposal)
    agreed = Known(FactName.HOLDER, proposal, Statement("Alm AB", "Alm AB", NOON))
    changed = Known(FactName.HOLDER, proposal, Statement("Björk AB", "Alm AB", NOON))
    denied = Known(FactName.HOLDER, proposal, Statement("", "Alm AB", NOON))
    added = Known(FactName.HOLDER, None, Statement("Alm AB", "", NOON))
    every = (alone, agreed, changed, denied, added)
    assert [fact.value for fact in every] == ["Alm AB", "Alm AB", "Björk AB", "", "Alm AB"]
    assert [fact.source for fact in every] == [
        Source.PROPOSED,
        Source.CONFIRMED,
        Source.CORRECTED,
        Source.CORRECTED,
        Source.ADDED,
    ]
    assert [fact.otherwise for fact in every] == [None, None, proposal, proposal, None]


def test_a_confirmation_stays_one_when_a_later_run_reads_otherwise() -> None:
    later = Proposal(FactName.VERSION, "4", 1, 0, 4, "4", "r")
    fact = Known(FactName.VERSION, later, Statement("3", "3", NOON))
    assert (fact.value, fact.source, fact.otherwise) == ("3", Source.CONFIRMED, later)


# What a person says ---------------------------------------------------------------------------


def test_only_what_was_sent_is_said() -> None:
    assert checked({"holder": "  Alm \n AB ", "colour": "red", "template_left": "x"}) == {
        FactName.HOLDER: "Alm AB"
    }


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-12-18", "2026-12-18"),
        ({"day": "8", "month": "2", "year": "2026"}, "2026-02-08"),
        ({"day": "", "month": "12", "year": "2026"}, "2026-12"),
        ({"day": "", "month": "", "year": "2026"}, "2026"),
        ({"day": "", "month": "", "year": ""}, ""),
        ("", ""),
    ],
)
def test_a_date_is_as_exact_as_the_paper(written: object, iso: str) -> None:
    assert checked({"valid_to": written}) == {FactName.VALID_TO: iso}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "spaceship"),
        ("language", "de"),
        ("title", "x" * 301),
        ("issued", "2026-02-30"),
        ("issued", {"day": "1", "month": "", "year": "2026"}),
        ("issued", {"day": "1", "month": "2", "year": ""}),
        ("issued", {"day": "1", "month": "2", "year": "26"}),
        ("issued", {"day": "-1", "month": "2", "year": "2026"}),
        ("issued", {"day": "1", "month": "13", "year": "2026"}),
        ("issued", "in May"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(name: str, value: object) -> None:
    with pytest.raises(Invalid) as caught:
        checked({name: value, "holder": "Alm AB"})
    assert list(caught.value.fields) == [name]


def test_validity_that_ends_before_it_begins_is_told_at_its_end() -> None:
    with pytest.raises(Invalid) as caught:
        checked({"valid_from": "2026-05", "valid_to": "2026-04-30"})
    assert list(caught.value.fields) == ["valid_to"]
    assert checked({"valid_from": "2026-05-01", "valid_to": "2026"})


@given(
    st.dictionaries(
        st.sampled_from([str(name) for name in SAYABLE]),
        st.one_of(
            st.text(max_size=320),
            st.fixed_dictionaries(
                {piece: st.text(max_size=4) for piece in ("day", "month", "year")}
            ),
        ),
    )
)
def test_whatever_is_written_is_said_or_told_to_be_wrong(written: dict[str, object]) -> None:
    try:
        said = checked(written)
    except Invalid as problem:
        wrong = problem.fields
        said = checked({name: value for name, value in written.items() if name not in wrong})
    assert set(said) <= set(written)
    assert all(len(value) <= 300 and "\x00" not in value for value in said.values())
    assert all(last_day(said[name]) for name in DATES if said.get(name))


# What is to be noticed ------------------------------------------------------------------------


def test_a_paper_in_order_gives_no_notice() -> None:
    assert told(holder="LINDMARK TEXTIL", issued="2026-01-15", kind="code_of_conduct") == []


def test_another_holder_is_told_by_name() -> None:
    assert told(holder="Minh Sao Co., Ltd", issued="2026-01-15") == [
        Notice(NoticeKind.OTHER_HOLDER, "Minh Sao Co., Ltd")
    ]


@pytest.mark.parametrize(
    ("values", "kinds"),
    [
        ({}, [NoticeKind.NO_DATE]),
        ({"issued": "2024-11-23"}, [NoticeKind.OLD]),
        ({"issued": "2024-11-24"}, []),
        ({"issued": "2024"}, []),
        ({"issued": "2023"}, [NoticeKind.OLD]),
        ({"issued": "2020-01-01", "revised": "2026-01-01"}, []),
        ({"signed": "2020-01-01"}, [NoticeKind.OLD]),
        ({"valid_from": "2020-01-01"}, [NoticeKind.OLD]),
        ({"issued": "2020-01-01", "valid_to": "2027-01-01"}, []),
        ({"issued": "2020-01-01", "valid_to": "2026-11-23"}, [NoticeKind.LAPSED]),
        ({"valid_to": "2026-11-24"}, []),
        ({"issued": "2020-01-01", "kind": "doc"}, []),
        ({"issued": "2020-01-01", "kind": "cert_fsc"}, []),
        ({"issued": "2020-01-01", "kind": "sds"}, [NoticeKind.OLD]),
    ],
)
def test_age_and_validity_are_counted_to_today(
    values: dict[str, str], kinds: list[NoticeKind]
) -> None:
    assert [notice.kind for notice in told(**values)] == kinds


def test_places_left_are_told_with_their_words() -> None:
    assert told("[befattning]", issued="2026-01-01") == [
        Notice(NoticeKind.TEMPLATE_LEFT, words=("[befattning]",))
    ]


def test_a_persons_word_ends_a_notice() -> None:
    denied = Known(FactName.HOLDER, None, Statement("", "Alm AB", NOON))
    dated = Known(FactName.ISSUED, None, Statement("2026-05", "", NOON))
    facts = {FactName.HOLDER: denied, FactName.ISSUED: dated}
    assert notices(facts, (), supplier="Lindmark Textil AB", today=TODAY) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lindmark Textil AB", "LINDMARK TEXTIL AKTIEBOLAG (publ)", True),
        ("Stadsmöbler i Tranås AB", "Stadsmobler i Tranas AB", True),
        ("Stadsmöbler i Tranås AB", "Stadsmoebler i Tranaas", True),
        ("Nordhav Kemi AB", "Nord Hav Kemi", True),
        ("Lindmark Textil AB", "Lindmark Group", True),
        ("Østerbro Tekstil ApS", "Osterbro Tekstil A/S", True),
        ("Groß Textil GmbH", "Gross Textil", True),
        ("Lindmark Textil AB", "Minh Sao Workwear Co., Ltd", False),
        ("Nordhav Kemi AB", "Nordhav Bygg AB", False),
        ("AB", "Lindmark AB", False),
        ("", "", False),
    ],
)
def test_firms_are_the_same_by_their_telling_words(one: str, other: str, same: object) -> None:
    assert same_name(one, other) is same_name(other, one) is same


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 24), 24, date(2024, 11, 24)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 5), 1, date(2025, 12, 5)),
    ],
)
def test_months_are_counted_back_to_a_day_that_is(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before
