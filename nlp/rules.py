"""The rules of the packs in use: read once, and refused whole when a line is faulty."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from nlp.packs import shelf
from nlp.packs.entries import Entry, Good, Limit, Norm, entry, good, limit, norm
from nlp.packs.faults import PackError
from nlp.packs.hazards import HazardLine, HazardStatement, hazard
from nlp.packs.lines import Rule, parsed
from nlp.packs.shelf import HOME, Pack

__all__ = [
    "PackError",
    "Rule",
    "Rulebook",
    "factbook",
    "load",
    "per_book",
    "rulebook",
    "using",
]

Line = Rule | Entry | Good | Limit | Norm | HazardLine
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """Every line of some packs, in the order of the packs.

    A book equals itself alone, so that what is made of one can be kept by it.
    """

    packs: tuple[Pack, ...]
    rules: tuple[Rule, ...]
    entries: tuple[Entry, ...] = ()
    goods: tuple[Good, ...] = ()
    limits: tuple[Limit, ...] = ()
    hazards: tuple[HazardLine, ...] = ()
    norms: tuple[Norm, ...] = ()
    labels: dict[str, str] = field(init=False)
    """The label of each pack by its name."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", {pack.name: pack.label for pack in self.packs})

    def of(self, kind: str) -> list[Rule]:
        """The rules of one kind, in order."""
        return [rule for rule in self.rules if rule.kind == kind]


def load(packs: Sequence[Pack], home: Path = HOME) -> Rulebook:
    """Read packs from their shelf.

    Raises `PackError` at the first faulty line, so that no half of a pack is ever used.
    """
    with _unswept():
        return _loaded(packs, home)


@contextmanager
def _unswept() -> Iterator[None]:
    """Without the collector of garbage: what packs are made to is kept.

    To walk over all of it, again and again as it grows, took a third of the time.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _loaded(packs: Sequence[Pack], home: Path) -> Rulebook:
    found: list[Line] = []
    seen: dict[str, tuple[str, int]] = {}
    for pack in packs:
        parse = _PARSERS[pack.holds]
        for file, number, line in shelf.lines(home, pack):
            one = parse(pack.name, file, number, line)
            if one.id in seen:
                first, at = seen[one.id]
                raise PackError(file, number, "id", f"{one.id} is already in {first}, line {at}")
            seen[one.id] = file, number
            found.append(one)
    rules = [one for one in found if isinstance(one, Rule)]
    _check_sets(rules, seen)
    hazards = tuple(one for one in found if isinstance(one, HazardLine))
    norms = tuple(one for one in found if isinstance(one, Norm))
    _check_once("statement", _coded(hazards), seen)
    _check_once("norm", ((one.id, one.name) for one in norms), seen)
    return Rulebook(
        tuple(packs),
        tuple(rules),
        tuple(one for one in found if isinstance(one, Entry)),
        tuple(one for one in found if isinstance(one, Good)),
        tuple(one for one in found if isinstance(one, Limit)),
        hazards,
        norms,
    )


_PARSERS: Mapping[str, Callable[[str, str, int, str], Line]] = {
    "rules": parsed,
    "facts": parsed,
    "entries": entry,
    "limits": limit,
    "hazards": hazard,
    "norms": norm,
    "goods": good,
}
_IN_USE: ContextVar[Rulebook | None] = ContextVar("rulebook", default=None)


def rulebook() -> Rulebook:
    """The rules in use: the newest packs, but for what `using` names."""
    return _IN_USE.get() or _newest()


@contextmanager
def using(labels: Sequence[str], home: Path = HOME) -> Iterator[None]:
    """Use the packs of these labels, as ("stance 0.1.0", …), inside. Raises `PackError`."""
    token = _IN_USE.set(_named(tuple(labels), home))
    try:
        yield
    finally:
        _IN_USE.reset(token)


def per_book(make: Callable[[Rulebook], Made]) -> Callable[[], Made]:
    """Make a thing of the rules in use, once for each book: what is asked for after is kept."""

    @lru_cache(maxsize=2)
    def kept(book: Rulebook) -> Made:
        with _unswept():
            return make(book)

    @wraps(make)
    def made() -> Made:
        return kept(rulebook())

    return made


@lru_cache(maxsize=1)
def _newest() -> Rulebook:
    return load(_for_claims(shelf.newest()))


@lru_cache(maxsize=1)
def factbook() -> Rulebook:
    """The words that the facts of a document are found by; claims know nothing of them."""
    return load([pack for pack in shelf.newest() if pack.holds == "facts"])


def _for_claims(packs: Sequence[Pack]) -> list[Pack]:
    return [pack for pack in packs if pack.holds != "facts"]


@lru_cache(maxsize=1)
def _named(labels: tuple[str, ...], home: Path) -> Rulebook:
    if home == HOME and labels == tuple(pack.label for pack in _newest().packs):
        return _newest()
    return load(_for_claims(shelf.chosen(labels, home)), home)


def _check_sets(rules: list[Rule], seen: dict[str, tuple[str, int]]) -> None:
    sets = {rule.name for rule in rules if rule.kind == "set"}
    for rule in rules:
        for name in (*rule.unless, *(name for group in rule.all for name in group)):
            if name not in sets:
                key = "unless" if name in rule.unless else "all"
                raise PackError(*seen[rule.id], key, f"no set is called {name}")


def _coded(hazards: Sequence[HazardLine]) -> Iterator[tuple[str, str]]:
    return ((one.id, one.code) for one in hazards if isinstance(one, HazardStatement))


def _check_once(
    key: str, named: Iterable[tuple[str, str]], seen: Mapping[str, tuple[str, int]]
) -> None:
    """Is each name told by one id alone? Raises `PackError`, by `key`, at the first that is not."""
    told: dict[str, str] = {}
    for one, name in named:
        if name in told:
            raise PackError(*seen[one], key, f"{name} is already told by {told[name]}")
        told[name] = one
