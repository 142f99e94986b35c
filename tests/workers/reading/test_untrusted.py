"""What comes out of the sandbox is believed only within bounds."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.evidence import (
    ActiveContent,
    Box,
    FailureCode,
    Inspection,
    Limits,
    PageNote,
    Word,
)
from workers.reading.untrusted import (
    PACKED,
    Fault,
    PageCount,
    RawPage,
    Unloadable,
    Untrusted,
    parse_answer,
)

LIMITS = Limits(chars=1000)
GOOD: dict[str, Any] = {
    "page": 1,
    "width": 595.0,
    "height": 842,
    "text": "två ord",
    "words": [0, 3, 0, 0, 50_000, 100_000, 4, 7, 50_000, 0, 100_000, 100_000],
    "tables": 0,
    "objects": 3,
    "picture": 0.5,
    "notes": ["hidden_text"],
}


def answer(**changed: object) -> object:
    message = {**GOOD, **changed}
    words = message.pop("words")
    packed = words if isinstance(words, bytes) else np.array(words, PACKED).tobytes()
    return parse_answer(json.dumps(message).encode() + b"\n" + packed, LIMITS)


def test_a_good_page_is_taken() -> None:
    page = answer()
    assert isinstance(page, RawPage)
    assert page.words == (Word(0, 3, 0.0, 0.0, 0.5, 1.0), Word(4, 7, 0.5, 0.0, 1.0, 1.0))
    assert page.notes == (PageNote.HIDDEN_TEXT,)


def test_places_of_pictures_are_taken_as_those_of_words_are() -> None:
    page = answer(bare=[[0, 0, 50_000, 100_000]])
    assert isinstance(page, RawPage)
    assert page.bare == (Box(0.0, 0.0, 0.5, 1.0),)


@pytest.mark.parametrize(
    "odd",
    [
        "x",
        [[0, 0, 1]],
        [[0, 0, 1, 100_001]],
        [[-1, 0, 1, 1]],
        [[2, 0, 1, 1]],
        [[0, 2, 1, 1]],
        [[0, 0, 1, 1.5]],
        [[0, 0, 1, True]],
        [None],
        [[0, 0, 1, 1]] * 41,
    ],
)
def test_places_of_pictures_that_are_none_are_not_taken(odd: object) -> None:
    with pytest.raises(Untrusted):
        answer(bare=odd)


def test_the_other_answers_are_taken() -> None:
    assert parse_answer(b'{"pages":3}', LIMITS) == PageCount(3)
    assert parse_answer(b'{"lost":2}', LIMITS) == Unloadable(2)
    assert parse_answer(b'{"failed":"encrypted"}', LIMITS) is FailureCode.ENCRYPTED
    assert parse_answer(b'{"failed":"whatever"}', LIMITS) is FailureCode.DAMAGED
    fault = parse_answer(b'{"fault":"%s"}' % (b"x\\n" * 999), LIMITS)
    assert isinstance(fault, Fault)
    assert len(fault.text) <= 300
    assert "\n" not in fault.text


def test_what_a_file_holds_is_taken_from_closed_lists_and_on_one_line() -> None:
    sent = {
        "active": ["signature", "script", "made up"],
        "properties": {"title": "Två\n rader\u202e" + "x" * 999, "author": " ", "password": "no"},
    }
    taken = parse_answer(json.dumps(sent).encode(), LIMITS)
    assert isinstance(taken, Inspection)
    assert taken.active == (ActiveContent.SCRIPT, ActiveContent.SIGNATURE)
    assert list(taken.properties) == ["title"]
    assert taken.properties["title"].startswith("Två rader x")
    assert len(taken.properties["title"]) <= 300


@pytest.mark.parametrize("sent", [{"active": 1, "properties": {}}, {"active": []}])
def test_a_file_s_holdings_of_another_shape_are_not_taken(sent: object) -> None:
    with pytest.raises(Untrusted):
        parse_answer(json.dumps(sent).encode(), LIMITS)


@pytest.mark.parametrize(
    "changed",
    [
        {"page": 0},
        {"page": 2001},
        {"page": True},
        {"page": "1"},
        {"width": 0},
        {"width": float("nan")},
        {"width": float("inf")},
        {"height": -1},
        {"text": 5},
        {"text": "x" * 6001},
        {"text": "noll\x00"},
        {"text": "sid\x0cbyte"},
        {"text": "halv \ud800"},
        {"words": b"x" * 23},
        {"words": [0, 3, 0, 0, 1]},
        {"words": [0, 3, 0, 0, 1, 1] * 1001},
        {"words": [3, 3, 0, 0, 1, 1]},
        {"words": [-1, 3, 0, 0, 1, 1]},
        {"words": [0, 8, 0, 0, 1, 1]},
        {"words": [4, 7, 0, 0, 1, 1, 0, 3, 0, 0, 1, 1]},
        {"words": [0, 3, 5, 0, 1, 1]},
        {"words": [0, 3, 0, 0, 1, 100_001]},
        {"words": [0, 3, -1, 0, 1, 1]},
        {"tables": -1},
        {"objects": 10**9},
        {"picture": 2},
        {"notes": "hidden_text"},
    ],
    ids=str,
)
def test_a_page_out_of_bounds_is_not_taken(changed: dict[str, object]) -> None:
    with pytest.raises(Untrusted):
        answer(**changed)


def test_unknown_notes_are_dropped() -> None:
    page = answer(notes=["approved", ["x"], 5, "text_cut"])
    assert isinstance(page, RawPage)
    assert page.notes == (PageNote.TEXT_CUT,)


@pytest.mark.parametrize(
    "frame", [b"", b"{", b"[]", b"5", b"\xff", b"[" * 100_000, b'{"pages":-1}']
)
def test_what_is_no_answer_is_not_taken(frame: bytes) -> None:
    with pytest.raises(Untrusted):
        parse_answer(frame, LIMITS)


jsons = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


told = [*(key for key in GOOD if key != "words"), "pages", "lost", "failed", "fault"]


@given(st.dictionaries(st.sampled_from(told), jsons), st.binary(max_size=60))
def test_anything_at_all_is_taken_within_bounds_or_not_taken(
    message: dict[str, object], packed: bytes
) -> None:
    try:
        answer(**{"words": packed, **message})
    except Untrusted:
        return
