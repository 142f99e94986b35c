"""Rows held against what lies in storage, both ways: is every paper there, whole, and ours?"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import Final

from sqlalchemy import Engine, func, select

from portal.data.files import Files, hashed, original_key
from portal.data.session import transaction
from portal.data.tables import Document

BATCH: Final = 10_000
HASH: Final = re.compile(r"[0-9a-f]{64}")


class Flaw(StrEnum):
    """What does not fit between the rows and the storage. The list is closed."""

    MISSING = "missing"
    SIZE = "size"
    CHANGED = "changed"
    NO_ROW = "no_row"
    STRANGE = "strange"

    @property
    def grave(self) -> bool:
        """Whether a paper is lost. An object without a row is what a broken upload leaves."""
        return self in (Flaw.MISSING, Flaw.SIZE, Flaw.CHANGED)


SENTENCES: Final = {
    Flaw.MISSING: "missing: the paper is not in storage",
    Flaw.SIZE: "wrong size: the paper was cut short or replaced",
    Flaw.CHANGED: "changed: the bytes are not those that were uploaded",
    Flaw.NO_ROW: "no document: left by an upload that broke off, or by one under way; harmless",
    Flaw.STRANGE: "not from the portal: its name is none of ours; harmless",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that does not fit; ``key`` is where it lies or should lie."""

    flaw: Flaw
    key: str

    def __str__(self) -> str:
        return f"{self.key}: {SENTENCES[self.flaw]}"


@dataclass(slots=True)
class Verdict:
    """How many there are of everything, and how many flaws of each kind."""

    originals: int = 0
    bytes: int = 0
    derived: int = 0
    flaws: Counter[Flaw] = field(default_factory=Counter)

    def __str__(self) -> str:
        counts = (
            f"{self.originals} papers ({self.bytes} bytes) and {self.derived} files made of them"
        )
        if not self.flaws:
            return f"{counts}: all there, and nothing else."
        flaws = ", ".join(f"{count} {flaw}" for flaw, count in sorted(self.flaws.items()))
        end = "every paper is there" if self.holds else "NOT every paper is there"
        return f"{counts}: {flaws}; {end}."

    @property
    def holds(self) -> bool:
        """Whether every paper is there as it was uploaded."""
        return not any(flaw.grave for flaw in self.flaws)


@dataclass(frozen=True, slots=True)
class _Thing:
    """A row (without a key) or an object, by the hash it belongs to."""

    sha256: str
    size: int
    key: str = ""


class _Comparison:
    """One walk through all rows and objects, in the order of their hashes."""

    def __init__(self, files: Files, *, deep: bool, tell: Callable[[Found], object]) -> None:
        self.verdict = Verdict()
        self._files = files
        self._deep = deep
        self._tell = tell

    def note(self, flaw: Flaw, key: str) -> None:
        """Count a flaw, and tell it."""
        self.verdict.flaws[flaw] += 1
        self._tell(Found(flaw, key))

    def objects(self, prefix: str, *, part: int) -> Iterator[_Thing]:
        """The objects below a prefix, whose hash is that part of their key."""
        for key, size in self._files.keys(prefix):
            parts = key.split("/")
            if len(parts) > part and HASH.fullmatch(parts[part]):
                yield _Thing(parts[part], size, key)
            else:
                self.note(Flaw.STRANGE, key)

    def compare(self, sha256: str, things: list[_Thing]) -> None:
        """Hold together what is known under one hash."""
        place = original_key(sha256)
        sizes = {each.size for each in things if not each.key}
        here = [each for each in things if each.key == place]
        self.verdict.originals += len(here)
        self.verdict.bytes += sum(each.size for each in here)
        self.verdict.derived += sum(1 for each in things if each.key not in ("", place))
        if not sizes:
            for each in things:
                self.note(Flaw.NO_ROW, each.key)
            return
        flaw = self._flaw(sha256, sizes, here)
        if flaw is not None:
            self.note(flaw, place)

    def _flaw(self, sha256: str, sizes: set[int], here: list[_Thing]) -> Flaw | None:
        if here and sizes != {here[0].size}:
            return Flaw.SIZE
        if here and not self._deep:
            return None
        # One that was put after its place in the list had passed is there all the same.
        found = self._files.open(original_key(sha256))
        if found is None:
            return Flaw.MISSING
        with found:
            return Flaw.CHANGED if self._deep and hashed(found).sha256 != sha256 else None


def verify(engine: Engine, files: Files, *, deep: bool, tell: Callable[[Found], object]) -> Verdict:
    """Compare all rows and all objects; nothing is changed.

    ``deep`` reads every original and holds it against its hash. Memory is bounded: rows come
    10,000 at a time, keys as storage lists them. Raises Unavailable where storage is away.
    """
    comparison = _Comparison(files, deep=deep, tell=tell)
    things = merge(
        _rows(engine),
        comparison.objects("derived/", part=1),
        comparison.objects("sha256/", part=3),
        key=attrgetter("sha256"),
    )
    for sha256, known in groupby(things, key=attrgetter("sha256")):
        comparison.compare(sha256, list(known))
    return comparison.verdict


def _rows(engine: Engine) -> Iterator[_Thing]:
    """The hashes of all documents in order; one of two sizes comes twice."""
    hashes, last = Document.sha256.collate("C"), ""
    while True:
        with transaction(engine) as db:
            rows = db.execute(
                select(Document.sha256, func.min(Document.size), func.max(Document.size))
                .where(hashes > last)
                .group_by(Document.sha256)
                .order_by(hashes)
                .limit(BATCH)
            ).all()
        for sha256, least, most in rows:
            yield from (_Thing(sha256, size) for size in sorted({least, most}))
        if not rows:
            return
        last = rows[-1][0]
