"""Words by columns: what is done for all at once gives what one by one would."""

import re
import sys
import unicodedata

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workers.reading.spans import find_spans
from workers.reading.spelling import HYPHEN, clean, clean_all
from workers.reading.words import Part, Words
from workers.reading.written import Writer

SIGNS = "aB1-å\u0301ﬁ\u00ad\uf0b7\U0001f600"
chars = st.text(st.sampled_from(SIGNS + " \n\r\t\u00a0\u2028\u3000" + HYPHEN))

TEXTS = ("bly", "117-81-", "7", "50-00-0", "och", "halv-")
written = st.tuples(st.sampled_from(TEXTS), st.booleans(), st.sampled_from((0.0, 20.0, 40.0)))


def columns(texts: list[str], lines: list[int], lefts: list[float]) -> Words:
    """Words on lines as given, none of them broken, each ten points wide and high."""
    places = [(x, 20 * line, x + 10, 20 * line + 10) for x, line in zip(lefts, lines, strict=True)]
    broken = np.zeros(len(texts), bool)
    return Words(texts, np.array(lines, np.int64), np.reshape(places, (-1, 4)), broken)


@given(chars)
def test_the_runs_of_characters_without_a_blank_are_found(text: str) -> None:
    spans = find_spans(text)
    found = list(re.finditer(rf"[^\s{HYPHEN}]+", text))
    assert spans.runs == [one.group() for one in found]
    assert spans.starts.tolist() == [one.start() for one in found]
    assert spans.ends.tolist() == [one.end() for one in found]
    assert spans.lines.tolist() == [text.count("\n", 0, one.start()) for one in found]
    assert spans.broken.tolist() == [text.startswith(HYPHEN, one.end()) for one in found]


def test_every_blank_there_is_parts_words() -> None:
    blanks = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isspace()]
    assert len(blanks) > 20
    assert find_spans("x".join(blanks)).ends.size == len(blanks) - 1


@given(st.lists(st.text(st.sampled_from(SIGNS), min_size=1)))
def test_words_cleaned_all_at_once_are_each_as_clean_as_alone(words: list[str]) -> None:
    assert clean_all(words) == list(map(clean, words))


def test_a_letter_and_its_accent_in_two_words_stay_two() -> None:
    words = ["e", "\u0301tat", unicodedata.normalize("NFD", "é")]
    assert clean_all(words) == ["e", "\u0301tat", "é"]


def test_a_word_in_parts_is_replaced_by_them_and_the_others_stay() -> None:
    words = columns(["en", "tvåtre", "", "fyra"], [0, 0, 1, 1], [0, 20, 0, 20])
    words.broken[1] = True
    two, three = Part("två", (1, 2, 3, 4)), Part("tre", (5, 6, 7, 8))
    parted, origin = words.in_parts({1: [two, three], 2: []})
    assert parted.texts == ["en", "två", "tre", "fyra"]
    assert origin.tolist() == [0, 1, 1, 3]
    assert parted.lines.tolist() == [0, 0, 0, 1]
    assert parted.places[1:3].tolist() == [list(two.box), list(three.box)]
    assert parted.broken.tolist() == [False, False, True, False]


@given(st.lists(written), st.data())
def test_lines_written_many_at_once_read_as_each_written_alone(
    page: list[tuple[str, bool, float]], data: st.DataObject
) -> None:
    lines = np.cumsum([begins for _, begins, _ in page]).tolist()
    words = columns([text for text, *_ in page], lines, [left for *_, left in page])
    first = data.draw(st.integers(0, len(page)))
    last = data.draw(st.integers(first, len(page)))
    together, alone = Writer(words), Writer(words)
    if first < last:
        together.lines(first, last)
    for line in dict.fromkeys(lines[first:last]):
        alone.line([index for index in range(first, last) if lines[index] == line])
    assert together.laid == alone.laid
