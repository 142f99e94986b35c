"""The values of what is heard: told by its words, its heading and the lines before it."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.passages import Passage
from nlp.pipeline import read_pages
from nlp.told import told


def _last(page: str, kind: str | None = None) -> Passage:
    (read,) = read_pages([page], today=date(2026, 4, 1), kind=kind)
    return list(read.passages(every=True))[-1]


def _values(page: str, topic: str, kind: str | None = None) -> list[dict[str, str]]:
    passage = _last(page, kind)
    return told(passage, topic, passage.start, passage.end)


@pytest.mark.parametrize(
    ("page", "topic", "value"),
    [
        ("In peak season they worked 66 a week.", "LAB.HOURS", {"hours_per_week": "66"}),
        ("Sixty hours is not unusual.", "LAB.HOURS", {"hours_per_week": "60"}),
        ("The youngest helper was 14.", "LAB.CHILD", {"age": "14"}),
        ("Den yngste hjälparen hade fyllt 17.", "LAB.CHILD", {"age": "17"}),
        ("Their passports lie in the safe.", "LAB.FORCED", {"indicator": "documents_kept"}),
        ("Grinden stängs klockan nio.", "LAB.FORCED", {"indicator": "movement_restricted"}),
        ("Han arbetar av ett lån.", "LAB.FORCED", {"indicator": "debt_bondage"}),
        ("One month's pay is held back.", "LAB.FORCED", {"indicator": "wages_withheld"}),
        ("Varor från fängelser köps inte.", "LAB.FORCED", {"indicator": "prison_labour"}),
        ("Nordisk svanenlicens 5055 0001.", "CERT", {"standard": "Svanen"}),
        ("RoHS is fulfilled.", "CHEM.LIST", {"list": "rohs"}),
        (
            "Reports come from Tibet in China. Nothing is bought from this region.",
            "ORIGIN.COUNTRY",
            {"country": "CN-XZ"},
        ),
        (
            "Rapporten gäller Tibet i Kina. Inget köps från detta land.",
            "ORIGIN.COUNTRY",
            {"country": "CN"},
        ),
        (
            "They sew at Green Delta Knit in Gazipur, Bangladesh.",
            "ORIGIN.SITE",
            {"site": "Green Delta Knit", "country": "BD"},
        ),
        (
            "Uzbek fibre is believed to be in the blend.",
            "ORIGIN.MATERIAL",
            {"country": "UZ", "material": "cotton"},
        ),
    ],
)
def test_the_words_tell_the_value(page: str, topic: str, value: dict[str, str]) -> None:
    (found,) = _values(page, topic)
    assert value.items() <= found.items()


@pytest.mark.parametrize(
    ("page", "topic"),
    [
        ("17 workers were interviewed about the holidays.", "LAB.CHILD"),
        ("On 12 May the boy left.", "LAB.CHILD"),
        ("The overtime of 30 % of the workers was checked.", "LAB.HOURS"),
        ("The shift ends at 22.00.", "LAB.HOURS"),
    ],
)
def test_shares_dates_and_counts_are_no_ages_nor_hours(page: str, topic: str) -> None:
    assert _values(page, topic) == [{}]


def test_what_a_sentence_goes_on_about_stands_before_it() -> None:
    page = "All passports lay in the office safe. They were handed back in June.\n"
    assert _values(page, "LAB.FORCED") == [{"indicator": "documents_kept"}]


def test_two_places_of_a_material_are_two_claims() -> None:
    found = _values("Fibern är från Sverige och Finland.", "ORIGIN.MATERIAL")
    assert [one["country"] for one in found] == ["SE", "FI"]


def test_the_kind_of_an_audit_tells_its_standard_and_a_lone_letter_its_grade() -> None:
    found = _values("PA 3 Freedom of association: B", "CERT", kind="audit_bsci")
    assert found == [{"grade": "B", "standard": "BSCI"}]


def test_a_topic_without_values_has_one_claim_without_them() -> None:
    assert _values("The exits were locked from outside.", "LAB.SAFETY") == [{}]
