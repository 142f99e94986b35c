"""The course of a reading, with children of the test's own making."""

import mmap
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from portal.domain.evidence import (
    UNINSPECTED,
    ActiveContent,
    DocumentState,
    FailureCode,
    FileType,
    Inspection,
    Limits,
)
from tests.workers.within import InTheChild, end_nest, given
from workers import nest
from workers.reading.begun import Begun, shared
from workers.reading.child import FileOpener
from workers.reading.course import Course
from workers.reading.events import Ended, Inspected, Opened, PageLost
from workers.reading.untrusted import RawPage

PAGE: dict[str, Any] = {
    "width": 1,
    "height": 1,
    "text": "",
    "words": [],
    "tables": 0,
    "objects": 0,
    "picture": 0,
    "notes": [],
}


@dataclass
class Made:
    """A document of as many pages as wanted, some of which end their child."""

    pages: int
    deadly: tuple[int, ...] = ()
    text: str = ""
    inspecting: Callable[[], object] = dict

    def page(self, number: int) -> dict[str, Any]:
        if number in self.deadly:
            os.abort()
        return {"page": number, **PAGE, "text": self.text}

    def inspect(self) -> dict[str, Any]:
        self.inspecting()
        return {"active": ["form"], "properties": {"title": "Intyg"}}

    def image(self, number: int, *, dpi: int, grey: bool) -> None:
        """Nothing."""


@contextmanager
def opening(
    _data: mmap.mmap, _limits: Limits, _begun: Begun, *, made: Made | InTheChild
) -> Iterator[Made]:
    assert isinstance(made, Made)
    yield made


def course(made: Made, *, start: int = 1) -> list[object]:
    return list(events(partial(opening, made=made), start=start))


def events(opener: FileOpener, *, start: int = 1) -> Iterator[object]:
    with given() as file, shared() as begun:
        yield from Course(
            file,
            kind=FileType.PDF,
            opener=opener,
            begun=begun,
            limits=Limits(),
            start=start,
        ).events()


def test_what_a_file_holds_comes_after_its_pages_and_before_the_end() -> None:
    opened, one, two, inspected, ended = course(Made(2))
    assert opened == Opened(2, FileType.PDF)
    assert isinstance(one, RawPage)
    assert isinstance(two, RawPage)
    assert inspected == Inspected(Inspection((ActiveContent.FORM,), {"title": "Intyg"}))
    assert ended == Ended(state=DocumentState.READ, code=None, kept=2, lost=0)


def test_a_child_that_dies_while_it_inspects_loses_no_page() -> None:
    *_, inspected, ended = course(Made(2, inspecting=os.abort))
    assert inspected == Inspected(UNINSPECTED)
    assert ended == Ended(state=DocumentState.READ, code=None, kept=2, lost=0)


def test_a_last_page_that_kills_is_lost_alone_and_the_file_is_inspected_all_the_same() -> None:
    _, _, lost, inspected, ended = course(Made(2, deadly=(2,)))
    assert lost == PageLost(2, FailureCode.PAGE_TOO_COMPLEX)
    assert isinstance(inspected, Inspected)
    assert inspected.inspection.active == (ActiveContent.FORM,)
    assert ended == Ended(state=DocumentState.PARTIAL, code=None, kept=1, lost=1)


def test_a_reading_that_resumes_behind_the_last_page_inspects_only() -> None:
    opened, inspected, ended = course(Made(2), start=3)
    assert opened == Opened(2, FileType.PDF)
    assert isinstance(inspected, Inspected)
    assert ended == Ended(state=DocumentState.READ, code=None, kept=0, lost=0)


def test_a_page_whose_nest_ends_is_read_out_of_another_one() -> None:
    first, found = nest.stand_by(), []
    for event in events(partial(opening, made=Made(40, text="x" * 100_000))):
        found.append(event)
        if isinstance(event, RawPage) and event.number == 2:  # its child cannot be done by now
            os.kill(first, signal.SIGKILL)
    assert [event.number for event in found if isinstance(event, RawPage)] == list(range(1, 41))
    assert found[-1] == Ended(state=DocumentState.READ, code=None, kept=40, lost=0)
    assert nest.stand_by() != first


def test_a_document_that_ends_one_nest_after_the_other_is_not_tried_for_ever() -> None:
    """As where a machine is too short of memory for it."""
    (ended,) = events(partial(opening, made=InTheChild(end_nest)))
    assert ended == Ended(state=DocumentState.FAILED, code=FailureCode.DAMAGED, kept=0, lost=0)
