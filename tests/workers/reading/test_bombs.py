"""Each bomb ends in its code or its note, costs one child, and leaves the worker alive."""

from pathlib import Path

import pytest

from portal.domain.evidence import ActiveContent, DocumentState, FailureCode, Limits
from tests.workers.reading.bombs import BOMBS, Bomb, late_in_the_file
from tests.workers.reading.conftest import Read
from tests.workers.reading.made import pdf, plain
from workers.reading.document import draw_page
from workers.reading.events import Ended, Inspected, PageLost, PageRead


def test_there_are_bombs_enough_each_small_and_unlike_the_others() -> None:
    assert len(BOMBS) >= 25
    made = {bomb.make() for bomb in BOMBS.values()}
    assert len(made) == len(BOMBS)
    assert all(len(data) < 200_000 for data in made)


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_ends_where_its_limit_says(read: Read, bomb: Bomb, tmp_path: Path) -> None:
    events = read(bomb.make(), limits=bomb.limits)
    ended = events[-1]
    assert isinstance(ended, Ended)
    assert ended.code == bomb.ends
    assert (ended.state is DocumentState.READ) == (bomb.ends is None)
    lost = {event.code for event in events if isinstance(event, PageLost)}
    assert lost == ({bomb.loses} if bomb.loses else set())
    notes = {note for event in events if isinstance(event, PageRead) for note in event.notes}
    assert notes == bomb.notes
    active = [event.inspection.active for event in events if isinstance(event, Inspected)]
    assert any(ActiveContent.UNCHECKED in one for one in active) == bomb.unchecked
    if bomb.drawn is not None:
        picture = draw_page(tmp_path / "made.pdf", 1, limits=bomb.limits)
        assert (picture is not None) == bomb.drawn
    # The parent goes on as if nothing had been.
    assert [e.text for e in read(pdf(plain("nästa"))) if isinstance(e, PageRead)] == ["nästa"]


def test_two_bombs_in_two_hundred_pages_cost_two_pages(read: Read) -> None:
    events = read(late_in_the_file(), limits=Limits(memory_bytes=120 << 20))
    lost = {event.number: event.code for event in events if isinstance(event, PageLost)}
    assert lost == {90: FailureCode.PAGE_TOO_COMPLEX, 180: FailureCode.PAGE_TOO_COMPLEX}
    kept = [event.number for event in events if isinstance(event, PageRead)]
    assert kept == [number for number in range(1, 201) if number not in lost]
    assert events[-1] == Ended(state=DocumentState.PARTIAL, code=None, kept=198, lost=2)


@pytest.mark.parametrize(
    ("said", "kept", "active"),
    [(2, 2, ()), (1500, 2, ()), (1, 1, (ActiveContent.UNCOUNTED_PAGES,))],
    ids=["true", "too high", "too low"],
)
def test_a_number_of_pages_that_is_not_true_is_found_out(
    read: Read, said: int, kept: int, active: tuple[ActiveContent, ...]
) -> None:
    data = pdf(plain("ett"), plain("två")).replace(b"/Count 2/", b"/Count %d/" % said)
    events = read(data)
    assert [e.text for e in events if isinstance(e, PageRead)] == ["ett", "två"][:kept]
    assert [e.inspection.active for e in events if isinstance(e, Inspected)] == [active]
    assert events[-1] == Ended(state=DocumentState.READ, code=None, kept=kept, lost=0)


def test_a_last_page_that_is_damaged_is_still_counted(read: Read) -> None:
    data = pdf(plain("ett"), plain("två")).replace(b" 6 0 R]", b" 9 0 R]")
    events = read(data)
    lost = [event for event in events if isinstance(event, PageLost)]
    assert lost == [PageLost(2, FailureCode.PAGE_DAMAGED)]
