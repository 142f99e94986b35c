"""Whatever the text, each claim quotes it, nothing crashes, and the same text gives the same."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nlp
from nlp.claims import BEARINGS, STANCES, TOPICS, Claim
from nlp.layout.text import fold

TODAY = date(2025, 6, 1)

# Words that set many rules off, thrown together without sense and broken in every way.
WORDS = st.sampled_from(
    [
        *("Produkten", "innehåller", "inga", "ftalater", "DEHP", "117-81-7", "<", "0,1 %", "bly"),
        *("barnarbete", "nödutgång", "blockerad", "passports", "kept", "overtime", "72 hours"),
        *("SA8000", "valid until", "2024-01-01", "cotton", "Xinjiang", "made in China", "utan"),
        *("inte", "shall", "may", "om", "H350", "Carc.", "|", "\n", ";", ":", "(", ")", "☐", "?"),
        *("-", "\u00ad", "–", "ﬁ", "İ", "1.", "AVSNITT", "3:", "ska", "får"),
    ]
)
PAGES = st.lists(
    st.one_of(
        st.lists(WORDS, max_size=60).map(" ".join),
        st.text(max_size=300),
        st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=40).map("".join),
    ),
    max_size=3,
)


def as_bytes(claims: list[Claim]) -> bytes:
    rows = [
        {field.name: str(getattr(claim, field.name)) for field in fields(claim)} for claim in claims
    ]
    return json.dumps(rows, ensure_ascii=False).encode()


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_every_claim_quotes_its_page(pages: list[str]) -> None:
    for claim in nlp.find_claims(pages, today=TODAY):
        page = pages[claim.page - 1]
        assert 0 <= claim.start < claim.end <= len(page)
        quote = page[claim.start : claim.end]
        assert quote == quote.strip()
        assert claim.topic in TOPICS
        assert claim.stance in STANCES
        assert claim.bearing in BEARINGS
        assert 0 <= claim.score <= 1
        assert claim.rule
        assert all(0 <= a < b <= len(page) for a, b in claim.cues)


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_the_same_text_gives_the_same_bytes(pages: list[str]) -> None:
    once = nlp.find_claims(pages, today=TODAY)
    assert as_bytes(once) == as_bytes(nlp.find_claims(list(pages), today=TODAY))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_the_view_knows_the_way_back(raw: str) -> None:
    view = fold(raw)
    assert len(view.text) == len(view.lower)
    places = [view.raw(at) for at in range(len(view.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(raw) for place in places)


HOSTILE = {
    "a page of 1 MB without a blank": "a" * 1_000_000,
    "a million zeroes": "0" * 1_000_000,
    "right to left": "العمل القسري ممنوع " * 5_000,
    "Chinese": "本产品不含邻苯二甲酸酯。" * 5_000,
    "control characters": "".join(map(chr, range(32))) * 5_000,
    "nothing but bars": "|" * 50_000,
    "nothing but brackets": "(" * 50_000,
    "hyphens at the end of every line": "a-\n" * 50_000,
    "one sentence without an end": "inga ftalater och ingen barnarbetskraft " * 5_000,
    "surrogates and marks": "e\u0301\u0327\ufe0f\u200d" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_come_back(text: str) -> None:
    for claim in nlp.find_claims([text], today=TODAY):
        assert claim.end - claim.start <= 2_000
        assert text[claim.start : claim.end].strip()


def test_a_table_of_ten_thousand_rows_gives_a_claim_for_each() -> None:
    head = "Ämne | CAS-nr | Resultat, mg/kg\n"
    rows = "\n".join(f"Bly | 7439-92-1 | {number}" for number in range(10_000))
    assert len(nlp.find_claims([head + rows], today=TODAY)) == 10_000
