"""Text made to be hard: work grows with its length, quotes stay exact, a rule moves no other's."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nlp
from nlp import matching, rules
from nlp.packs.lines import Rule
from nlp.pipeline import read_pages
from nlp.rules import Rulebook

TODAY = date(2025, 6, 1)
_SMALL, _TIMES = 15_000, 4

# Each repeated without an end; some are of one character, some set many rules off.
PIECES = {
    "no blank": "a",
    "zeroes": "0",
    "thousands": "1 000 ",
    "right to left": "العمل القسري ممنوع ",
    "Chinese": "本产品不含邻苯二甲酸酯。",
    "control characters": "".join(map(chr, range(32))),
    "bars": "|",
    "brackets": "(",
    "marks on marks": "e\u0301\u0327\ufe0f\u200d",
    "lines of one hyphen": "a-\n",
    "numbers of substances": "7439-92-1 ",
    "numbers run together": "7439-92-1",
    "one row without an end": "Bly | 7439-92-1 | 3 | ",
    "rows": "DEHP | 117-81-7 | ej påvisat (< 0,005 %)\n",
    "certificates": "SA8000 valid until 2024-01-01. ",
    "numbers of certificates that never come": "Certificate no: \n",
    "definitions": "PFAS means ",
    "laws": "Article 33 of REACH requires ",
    "doubts": "may ",
    "sections": "SECTION ",
    "titles of contents": "Contents\n",
    "leaders": "Wages . . . . . ",
    "leads": "The supplier shall not:\n",
    "sites": "Factory: Mill Ltd, Hanoi, Vietnam\n",
    "a sentence without an end": "inga ftalater och ingen barnarbetskraft ",
}


def spent(text: str) -> float:
    """Seconds of the processor's time, the least of two."""
    times = []
    for _ in range(2):
        started = process_time()
        nlp.find_claims([text], today=TODAY)
        times.append(process_time() - started)
    return min(times)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_work_grows_with_the_length_of_a_page(piece: str) -> None:
    nlp.find_claims(["Varm.", "Warm."], today=TODAY)
    small = spent(piece * (_SMALL // len(piece)))
    large = spent(piece * (_TIMES * _SMALL // len(piece)))
    # Four times the text: were the work its square, sixteen times the time. What is too short to
    # be measured is no trouble.
    assert large < 10 * max(small, 0.02)


LANGUAGES = st.sampled_from(
    [
        *("Produkten innehåller inga ftalater", "The exits were blocked", "made in China"),
        *("العمل القسري ممنوع", "本产品不含邻苯二甲酸酯", "Продукт не содержит свинца"),
        *("Tuote ei sisällä lyijyä", "DEHP 117-81-7 < 0,1 %", "\u202eسليب\u202c", "🧪 bly 5 %"),
        *("\u00ad", "\u200b", "ﬁ", "İ", "\x00", "\x0b", "\r\n", "\f", "|", "\t\t\t", ". ", "\n\n"),
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(LANGUAGES, st.text(max_size=12)), max_size=40).map(" ".join))
def test_words_of_any_language_are_quoted_exactly(page: str) -> None:
    for claim in nlp.find_claims([page, page], today=TODAY):
        quote = page[claim.start : claim.end]
        assert quote
        assert quote == quote.strip()
        assert claim.end <= len(page)


WORDS = st.sampled_from(
    [
        *("Produkten", "innehåller", "inga", "ftalater", "DEHP", "0,1 %", "bly", "och", "men"),
        *("The", "exit", "was", "blocked.", "Workers", "hold", "passports.", "made in", "Portugal"),
        *("SA8000", "valid until", "2024-01-01.", "cotton", "Matbordet", "lackas", "grönt."),
    ]
)


def found(text: str) -> set[tuple[int, int, str]]:
    """Where each rule claims something, before it is weighed by what stands beside."""
    claims = [one.claim for page in read_pages([text], today=TODAY) for one in page.grounds]
    return {(one.start, one.end, one.rule) for one in claims}


def wider_book() -> Rulebook:
    """The rules in use and one more, whose words stand all over the pages below."""
    terms = ("matbordet", "grönt", "lackas", "workers", "the")
    added = Rule(
        id="added", kind="mineral", name="mica", pack="origin",
        terms=tuple(("any", term) for term in terms),
    )  # fmt: skip
    book = rules.rulebook()
    return Rulebook(book.packs, (*book.rules, added))


WIDER = wider_book()


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_a_rule_that_is_added_moves_no_other(text: str) -> None:
    before = found(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "_newest", lambda: WIDER)
        assert "added" in {hit.rule.id for hit in matching.matcher().find("the end")}
        assert before <= found(text)
