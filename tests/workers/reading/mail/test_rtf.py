"""Rich text of messages: its words as a reader of rich text sees them, whatever is fed."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.reading.mail.rtf import text_of_rtf, unpacked


@pytest.mark.parametrize(
    ("rich", "shown"),
    [
        (rb"{\rtf1 Inga ftalater\par i varan}", "Inga ftalater\ni varan"),
        (rb"{\rtf1{\*\htmltag64 <p>}A{\*\htmltag72 </p>}\htmlrtf\par\htmlrtf0 Tv\'e5}", "A\nTvå"),
        (rb"{\rtf1 DEHP {\*\htmltag84 &lt;}\htmlrtf <\htmlrtf0  0,1 %}", "DEHP < 0,1 %"),
        (rb"{\rtf1\uc1 m\u8805?n \u-3902?}", "m≥n \uf0c2"),
        (rb"{\rtf1\uc1 \u-10179?\u-8704?!}", "\U0001f600!"),
        (rb"{\rtf1\uc1 \u-10179?!}", "\ufffd!"),
        (rb"{\rtf1\uc2 \u20013\'d6\'d0x{\uc0 \u25991y}z}", "中x文yz"),
        (rb"{\rtf1{\fonttbl{\f0 A;}{\f1\fcharset238 B;}}\f0\'b3{\f1\'b3}\'b3}", "³ł³"),
        (rb"{\rtf1{\fonttbl{\f2\fcharset134 S;}}\f2\'d6\'d0\'ce\'c4}", "中文"),
        (rb"{\rtf1\ansicpg1250\'b3 \ansicpg99999\'b3}", "ł ³"),
        (rb"{\rtf1 Inneh{\deleted bly}\'e5ller {\deleted0 tenn}}", "Innehåller tenn"),
        (rb"{\rtf1{\pict\bin6 }}}{{{ }bild}", "bild"),
        (rb"{\rtf1{\field{\*\fldinst HYPERLINK x}{\fldrslt l\'e4nk}}}", "länk"),
        (rb"{\rtf1 a\cell b\cell\row c}", "a | b | \nc"),
        (rb"slut\ ", "slut"),
        (b"slut\\", "slut"),
    ],
)  # fmt: skip
def test_what_is_shown_is_read(rich: bytes, shown: str) -> None:
    assert text_of_rtf(rich) == shown


def test_groups_deeper_than_any_writer_makes_end_where_they_began() -> None:
    down, up = b"{" * 5_000, b"}" * 5_000
    assert text_of_rtf(b"{\\rtf1 a" + down + b"x" + up + b"b}") == "axb"
    assert text_of_rtf(b"{\\rtf1 a" + down + rb"{\*\hidden x}" + up + b"b}") == "ab"


ORDERS = st.sampled_from(
    [b"{", b"}", rb"\*", rb"\u-10179", rb"\u9", rb"\uc3", rb"\'e5", rb"\bin9", rb"\f1", b"\\", b"x",
     rb"\fcharset134", rb"\ansicpg932", rb"\deleted", rb"\par", b"\n", b"\x00", b"\xff", rb"\bin-5"]
)  # fmt: skip


@given(st.lists(ORDERS, max_size=60).map(b"".join))
def test_any_text_that_comes_out_can_be_stored(rich: bytes) -> None:
    text_of_rtf(rich).encode()


@given(st.binary(max_size=300), st.integers(0, 50))
def test_any_bytes_unpack_to_no_more_than_is_asked_for(data: bytes, most: int) -> None:
    head = struct.pack("<IIII", 0, 1 << 31, 0x75465A4C, 0)
    assert len(unpacked(head + data, most=most)) <= most
    try:
        assert len(unpacked(data, most=most)) <= most
    except ValueError:
        return


def test_a_body_that_was_not_packed_is_taken_as_it_is() -> None:
    head = struct.pack("<IIII", 0, 5, 0x414C454D, 0)
    assert unpacked(head + b"{\\rtf1}", most=100) == b"{\\rtf"


def test_a_place_to_copy_from_may_reach_into_what_it_writes() -> None:
    """An a, then sixteen signs from the a on; the window holds 207 signs before it."""
    copied, end = (207 << 4 | 14).to_bytes(2, "big"), (224 << 4).to_bytes(2, "big")
    steps = bytes([0b110]) + b"a" + copied + end
    head = struct.pack("<IIII", len(steps) + 12, 17, 0x75465A4C, 0)
    assert unpacked(head + steps, most=100) == b"a" * 17
