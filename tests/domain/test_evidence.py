"""Evidence documents: states, sentences, names, what comes in, and the boxes of a quote."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.evidence import (
    Box,
    DocumentKind,
    DocumentState,
    FailureCode,
    Limits,
    PageNote,
    Word,
    boxes_for,
    clean_name,
    may_move,
)
from portal.texts import translate, translations

LIMITS = Limits()


def test_a_reading_goes_forward_and_may_be_taken_up_again_from_everywhere() -> None:
    assert may_move(DocumentState.RECEIVED, DocumentState.READING)
    for ended in DocumentState:
        if ended.ended:
            assert may_move(DocumentState.READING, ended)
            assert may_move(ended, DocumentState.RECEIVED)
            assert not may_move(ended, DocumentState.READING)
    assert may_move(DocumentState.READING, DocumentState.RECEIVED)
    assert not may_move(DocumentState.RECEIVED, DocumentState.READ)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_failure_has_a_sentence_whose_places_the_limits_fill(language: str) -> None:
    for code in FailureCode:
        sentence = translate(language, code.sentence, LIMITS.values())
        assert "%" not in sentence
        assert len(sentence.split(". ")) >= 2, "what happened, what was kept or what to do"


def test_every_text_is_there_in_swedish() -> None:
    swedish = translations("sv")
    texts = [thing.label for group in (DocumentState, DocumentKind) for thing in group]
    texts += [thing.sentence for group in (FailureCode, PageNote) for thing in group]
    missing = [text for text in texts if swedish.ugettext(text) == text]
    assert missing == []


def test_the_two_languages_fill_the_same_places() -> None:
    places = re.compile(r"%\(\w+\)s")
    for code in FailureCode:
        swedish = translations("sv").ugettext(code.sentence)
        assert set(places.findall(swedish)) == set(places.findall(code.sentence))


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("Säkerhetsdatablad.pdf", "Säkerhetsdatablad.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Anna\\intyg.pdf", "intyg.pdf"),
        ("..", "document"),
        ("", "document"),
        ("\x00\x1b[31m\r\n.pdf", "[31m .pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("a\u200bb\u2066c.pdf", "abc.pdf"),
        ("Sa\u0308kerhet.pdf", "Säkerhet.pdf"),
        ("  .dold.pdf ", "dold.pdf"),
        ("\ud800.pdf", "pdf"),
        ("en\trad\u2028två.pdf", "en rad två.pdf"),
    ],
)
def test_a_name_is_cleaned_before_it_is_shown(given_name: str, shown: str) -> None:
    assert clean_name(given_name) == shown


def test_a_long_name_keeps_its_ending() -> None:
    assert clean_name("å" * 400 + ".pdf") == "å" * 116 + ".pdf"
    assert len(clean_name("x" * 50 + "." + "y" * 400)) == 120


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=300))
def test_a_clean_name_is_harmless_and_cleaning_it_again_changes_nothing(name: str) -> None:
    shown = clean_name(name)
    assert clean_name(shown) == shown
    assert 1 <= len(shown) <= 120
    assert not set("/\\") & set(shown)
    assert not shown.startswith((".", " "))
    kinds = {unicodedata.category(char) for char in shown}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    shown.encode()


def _line(text: str, y: float, x: float = 0.1) -> list[Word]:
    """Words of equal width on one line, in a page as wide as high."""
    words, at = [], 0
    for index, part in enumerate(text.split(" ")):
        left = x + index * 0.1
        words.append(Word(at, at + len(part), left, y, left + 0.09, y + 0.02))
        at += len(part) + 1
    return words


def test_a_quote_on_one_line_has_one_box() -> None:
    words = _line("the agency keeps the passports", 0.2)
    assert boxes_for(words, 4, 16) == (Box(0.2, 0.2, 0.39, 0.22),)


def test_a_quote_over_two_lines_has_two_boxes() -> None:
    first, second = _line("keeps the", 0.2, x=0.7), _line("passports until", 0.25)
    words = first + [word._replace(start=word.start + 10, end=word.end + 10) for word in second]
    assert [box.y0 for box in boxes_for(words, 0, 19)] == [0.2, 0.25]


def test_words_far_apart_on_a_line_are_marked_one_by_one() -> None:
    words = [Word(0, 3, 0.1, 0.2, 0.2, 0.22), Word(6, 9, 0.7, 0.2, 0.8, 0.22)]
    assert len(boxes_for(words, 0, 9)) == 2


def test_a_quote_that_touches_no_word_has_no_box() -> None:
    words = _line("ett två", 0.2)
    assert boxes_for(words, 3, 4) == ()
    assert boxes_for(words, 4, 4) == ()
    assert boxes_for([], 0, 10) == ()
