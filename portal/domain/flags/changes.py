"""What another run made of a document: which statements are new, gone or changed; old decisions."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, TypeVar

from portal.texts import N_


class How(StrEnum):
    """What became of a statement."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


HOW_NAMES: Final = {
    How.NEW: N_("New"),
    How.GONE: N_("Gone"),
    How.CHANGED: N_("Changed"),
}


class Pinned(Protocol):
    """What finds words again. ``place`` is a hash of the words, ``key`` of words and thing,
    ``said`` of what they are taken to say.
    """

    @property
    def key(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def said(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def page(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Stated(Pinned, Protocol):
    """A flag, of one run or of another."""

    @property
    def stance(self) -> str: ...
    @property
    def bearing(self) -> str: ...
    @property
    def value(self) -> Mapping[str, str]: ...
    @property
    def quote(self) -> str: ...


Old = TypeVar("Old", bound=Pinned)
New = TypeVar("New", bound=Pinned)


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that is new (without ``before``), gone (without ``after``) or changed."""

    how: How
    before: Stated | None
    after: Stated | None


def changes(before: Sequence[Stated], after: Sequence[Stated]) -> tuple[Change, ...]:
    """What differs between the flags of two runs over one document, in the order of its pages.

    Equal words that say the same, with the same bearing, are one statement. Of the others those
    of one key, of one place, or of one topic whose words overlap are one that has changed.
    """
    same = {_told(flag) for flag in before} & {_told(flag) for flag in after}
    old = sorted((flag for flag in before if _told(flag) not in same), key=_order)
    new = sorted((flag for flag in after if _told(flag) not in same), key=_order)
    pairs = _paired(old, new)
    paired = {id(flag) for pair in pairs for flag in pair}
    found = [(_order(now), Change(How.CHANGED, was, now)) for was, now in pairs]
    found += [(_order(now), Change(How.NEW, None, now)) for now in new if id(now) not in paired]
    found += [(_order(was), Change(How.GONE, was, None)) for was in old if id(was) not in paired]
    return tuple(change for _, change in sorted(found, key=lambda each: each[0]))


def to_look_at_again(flags: Sequence[New], decisions: Iterable[Old]) -> dict[str, Old]:
    """By the key of a flag the decision made on its words while they were taken otherwise.

    ``decisions`` are those that stand. One whose words still say the same stands for its own
    flag, and is none for another.
    """
    decisions = list(decisions)
    kept = {(each.place, each.said) for each in decisions}
    told = {(flag.place, flag.said) for flag in flags}
    left = sorted((each for each in decisions if (each.place, each.said) not in told), key=_order)
    opened = sorted((flag for flag in flags if (flag.place, flag.said) not in kept), key=_order)
    return {flag.key: decision for decision, flag in _paired(left, opened)}


def _paired(old: Sequence[Old], new: Sequence[New]) -> list[tuple[Old, New]]:
    """Former and later statements on the same matter, the closest first, each once; both sorted."""
    by_key, old, new = _matched(old, new, lambda each: each.key)
    by_place, old, new = _matched(old, new, lambda each: each.place)
    return [*by_key, *by_place, *_overlapping(old, new)]


def _matched(
    old: Sequence[Old], new: Sequence[New], by: Callable[[Pinned], str]
) -> tuple[list[tuple[Old, New]], list[Old], list[New]]:
    """Pairs that agree in something, and what is left of both."""
    waiting: dict[str, deque[Old]] = {}
    for was in old:
        waiting.setdefault(by(was), deque()).append(was)
    pairs, left = [], []
    for now in new:
        if found := waiting.get(by(now)):
            pairs.append((found.popleft(), now))
        else:
            left.append(now)
    taken = {id(was) for was, _ in pairs}
    return pairs, [was for was in old if id(was) not in taken], left


def _overlapping(old: Sequence[Old], new: Sequence[New]) -> list[tuple[Old, New]]:
    """Pairs of one page and topic whose words overlap, by one walk along the page."""
    waiting: dict[tuple[int, str], list[Old]] = {}
    for was in old:
        waiting.setdefault((was.page, was.topic), []).append(was)
    pairs = []
    for now in new:
        there = waiting.get((now.page, now.topic), [])
        # Those that ended before this one began overlap none that comes after it either.
        there[:] = [was for was in there if was.end > now.start]
        if there and there[0].start < now.end:
            pairs.append((there.pop(0), now))
    return pairs


def _told(flag: Stated) -> tuple[str, str, str]:
    return flag.place, flag.said, flag.bearing


def _order(flag: Pinned) -> tuple[int, int, int, str, str]:
    return flag.page, flag.start, flag.end, flag.topic, flag.key
