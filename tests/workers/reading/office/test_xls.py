"""Records of workbooks of the old kind: what they hide, and what broken ones cannot do."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.reading.office.hiding import Hidden
from workers.reading.office.xls import hidden_in_xls


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def row(number: int, *, hidden: bool) -> bytes:
    return record(0x208, struct.pack("<H10xI", number, 0x20 * hidden))


def columns(first: int, last: int, *, hidden: bool) -> bytes:
    return record(0x7D, struct.pack("<HHHHHH", first, last, 0, 0, int(hidden), 0))


BEGIN = record(0x809, bytes(16))


def book(*sheets: bytes) -> bytes:
    """A stream whose sheets are listed before they come."""
    length = len(BEGIN) + len(sheets) * len(record(0x85, bytes(8)))
    starts = [length]
    for sheet in sheets:
        starts.append(starts[-1] + len(BEGIN + sheet))
    listed = [record(0x85, struct.pack("<I4x", at)) for at in starts[: len(sheets)]]
    return BEGIN + b"".join(listed) + b"".join(BEGIN + sheet for sheet in sheets)


def test_each_sheet_hides_its_own_rows_and_columns() -> None:
    first = row(0, hidden=False) + row(3, hidden=True) + columns(9, 9, hidden=False)
    second = columns(1, 2, hidden=True) + columns(254, 60_000, hidden=True)
    assert hidden_in_xls(book(first, second)) == {
        0: Hidden(frozenset({3}), frozenset()),
        1: Hidden(frozenset(), frozenset({1, 2, 254, 255})),
    }


@pytest.mark.parametrize("cut", [0x85, 0x208, 0x7D])
def test_a_record_that_is_cut_off_is_told(cut: int) -> None:
    with pytest.raises(struct.error):
        hidden_in_xls(record(cut, b"x"))


@given(st.binary(max_size=400))
def test_any_bytes_end_in_an_answer_or_that_fault(data: bytes) -> None:
    try:
        found = hidden_in_xls(data)
    except struct.error:
        return
    assert all(max(hidden.columns, default=0) < 256 for hidden in found.values())
