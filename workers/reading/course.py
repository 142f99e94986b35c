"""The course of one reading: children one after the other, until each page is read or lost."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

import structlog

from portal.domain.evidence import (
    UNINSPECTED,
    DocumentState,
    FailureCode,
    FileType,
    Inspection,
    Limits,
)
from workers import nest, sandbox
from workers.reading import child as life
from workers.reading.begun import Begun
from workers.reading.events import Ended, Inspected, Opened, PageLost
from workers.reading.untrusted import (
    PAGE_BYTES,
    Answer,
    Fault,
    PageCount,
    RawPage,
    Unloadable,
    Untrusted,
    parse_answer,
)

_log: Final = structlog.get_logger(__name__)

# A child that dies before it could even open the document.
_UNOPENED: Final = {
    FailureCode.PAGE_TOO_COMPLEX: FailureCode.OUT_OF_MEMORY,
    FailureCode.PAGE_TIMEOUT: FailureCode.OPENING_TIMEOUT,
}


@dataclass(frozen=True, slots=True)
class _Death:
    """A child ended, or had to be ended, before its work was done."""

    code: FailureCode


class Course:
    """One document's way through as many children as it needs."""

    def __init__(
        self,
        file: int,
        *,
        kind: FileType,
        opener: life.FileOpener,
        begun: Begun,
        limits: Limits,
        start: int,
    ) -> None:
        self._file = file
        self._kind = kind
        self._opener = opener
        self._begun = begun
        self._left_out = 0
        self._limits = limits
        self._start = start
        self._next = start
        self._count: int | None = None
        self._seconds_left = limits.document_seconds
        self._opening = True  # each child opens the document anew
        self._orphaned_at = 0
        self._deaths = 0
        self._failure: FailureCode | None = None
        self._inspected = False
        self._kept = 0
        self._lost = 0

    def events(self) -> Iterator[Opened | RawPage | PageLost | Inspected | Ended]:
        """What the children say, each page once and in order, what is beside them, and the end."""
        while not self._over():
            yield from self._one_child()
        yield self._ended()

    def _over(self) -> bool:
        return self._inspected or self._failure is not None

    def _all_tried(self) -> bool:
        return self._count is not None and self._next > self._count

    def _one_child(self) -> Iterator[Opened | RawPage | PageLost | Inspected]:
        work = partial(life.read, opener=self._opener, start=self._next, limits=self._limits)
        bounds = sandbox.Bounds(
            memory_bytes=self._limits.memory_bytes,
            cpu_seconds=int(self._limits.document_seconds) + 1,
        )
        self._opening = True
        with nest.start(work, file=self._file, begun=self._begun, bounds=bounds) as child:
            while not self._over():
                answer = self._listen(child)
                if isinstance(answer, _Death):
                    if not self._begins_again(child.kill()):
                        yield from self._bury(answer)
                    return
                if event := self._take(answer):
                    yield event

    def _listen(self, child: sandbox.Child) -> Answer | _Death:
        """The child's next answer. Only the time spent waiting for it counts."""
        asked = time.monotonic()
        own = self._limits.opening_seconds if self._opening else self._limits.page_seconds
        try:
            frame = child.receive(seconds=min(own, self._seconds_left), most=PAGE_BYTES)
            self._opening = False
            if frame is not None:
                answer = parse_answer(frame, self._limits)
                return self._expected(answer)
        except sandbox.Late:
            return _Death(FailureCode.PAGE_TIMEOUT)
        except (sandbox.Spilled, Untrusted) as odd:
            _log.warning("reader_untrusted", page=self._next, why=repr(odd))
            return _Death(FailureCode.PAGE_UNEXPECTED)
        finally:
            self._seconds_left -= time.monotonic() - asked
        return _Death(_cause(child.kill()))

    def _expected(self, answer: Answer) -> Answer | _Death:
        """The answer, if it is one to what was asked. Raises Untrusted."""
        match answer:
            case Fault(text=text):
                _log.error("reader_fault", page=self._next, fault=text)
                return _Death(FailureCode.PAGE_UNEXPECTED)
            case Inspection():
                if not self._all_tried():
                    raise Untrusted("inspection out of turn")
            case RawPage(number=number) | Unloadable(number=number):
                if self._count is None or number != self._next:
                    raise Untrusted("page out of turn")
            case PageCount(pages=pages):
                if self._count not in (None, pages):
                    raise Untrusted("page count changed")
            case _:
                if self._count is not None:
                    raise Untrusted("failure after the opening")
        return answer

    def _take(self, answer: Answer) -> Opened | RawPage | PageLost | Inspected | None:
        match answer:
            case Inspection():
                return self._inspect(answer)
            case PageCount(pages=pages):
                return self._open(pages)
            case Unloadable(code=code):
                return self._lose(code)
            case RawPage():
                self._kept += 1
                self._next += 1
                return answer
            case FailureCode():
                self._failure = answer
        return None

    def _open(self, pages: int) -> Opened | None:
        if self._count is not None:
            return None
        self._count = pages
        if pages == 0:
            self._failure = FailureCode.NO_PAGES
        elif pages > self._limits.pages:
            self._failure = FailureCode.TOO_MANY_PAGES
        else:
            return Opened(pages, self._kind)
        return None

    def _inspect(self, inspection: Inspection) -> Inspected:
        self._inspected = True
        return Inspected(inspection)

    def _bury(self, death: _Death) -> Iterator[PageLost | Inspected]:
        if self._all_tried():
            # The pages are safe; only what is beside them stays unknown.
            yield self._inspect(UNINSPECTED)
            return
        if self._count is None:
            if self._leaves_out_another():
                return
            self._failure = _UNOPENED.get(death.code, FailureCode.DAMAGED)
            return
        if self._seconds_left <= 0:
            self._failure = FailureCode.DOCUMENT_TIMEOUT
            return
        self._deaths += 1
        yield self._lose(death.code)
        if self._deaths >= self._limits.losses and not self._all_tried():
            self._failure = FailureCode.TOO_MANY_LOST

    def _begins_again(self, ended: sandbox.Exit) -> bool:
        """Whether the next child goes on with the same page: once, where the nest ended with it."""
        if not ended.orphaned or self._orphaned_at == self._next:
            return False
        self._orphaned_at = self._next
        return True

    def _leaves_out_another(self) -> bool:
        """Whether the next child can open a message without the part that ended this one."""
        before, self._left_out = self._left_out, self._begun.count()
        return before < self._left_out <= self._limits.losses and self._seconds_left > 0

    def _lose(self, code: FailureCode) -> PageLost:
        lost = PageLost(self._next, code)
        self._lost += 1
        self._next += 1
        return lost

    def _ended(self) -> Ended:
        state, code = self._outcome()
        return Ended(state=state, code=code, kept=self._kept, lost=self._lost)

    def _outcome(self) -> tuple[DocumentState, FailureCode | None]:
        untried = (None, FailureCode.NO_PAGES, FailureCode.TOO_MANY_PAGES)
        if self._count is None or (self._failure in untried and self._failure is not None):
            return DocumentState.FAILED, self._failure
        whole = self._failure is None and not self._lost
        if whole:
            return DocumentState.READ, None
        if not self._kept and self._start == 1:
            return DocumentState.FAILED, FailureCode.NO_PAGE_READ
        return DocumentState.PARTIAL, self._failure


def _cause(end: sandbox.Exit) -> FailureCode:
    if end.out_of_time:
        return FailureCode.PAGE_TIMEOUT
    if end.out_of_memory:
        return FailureCode.PAGE_TOO_COMPLEX
    return FailureCode.PAGE_UNEXPECTED
