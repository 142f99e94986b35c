"""Which regulated lists a substance stands on, as of a day, and how a list has grown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nlp.packs.entries import Entry
from nlp.rules import Rulebook, per_book

SHOWN = ("svhc", "annex_xiv", "annex_xvii", "rohs", "pops", "cmr", "pfas")
"""The lists in the order they are told of."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A substance's place on a list. `since` is None where the day is not known.

    `entry` is the name of the entry, which may be a group's; `pack` the version that tells it.
    """

    list: str
    since: date | None
    entry: str
    pack: str


@per_book
def _by_cas(book: Rulebook) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for one in book.entries:
        for cas in one.cas:
            found.setdefault(cas, []).append(one)
    return found


@per_book
def _by_list(book: Rulebook) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for one in book.entries:
        found.setdefault(one.list, []).append(one)
    return found


@per_book
def _packs(book: Rulebook) -> dict[str, tuple[str, date]]:
    """Label and day of each pack by its name."""
    return {pack.name: (pack.label, pack.effective) for pack in book.packs}


def memberships(cas: str, *, on: date) -> tuple[Membership, ...]:
    """The lists that a CAS number stands on at that day, each once, from the earliest entry.

    `cmr` is CLP Annex VI where it classifies as CMR of category 1A or 1B. Nothing is told of a
    day after that of the list's pack: what was added since is not known.
    """
    first: dict[str, Entry] = {}
    for one in _by_cas().get(cas, ()):
        there = first.get(one.list)
        if one.stands(on) and (there is None or _day(one) < _day(there)):
            first[one.list] = one
    return tuple(
        Membership(name, first[name].since, first[name].name, _packs()[first[name].pack][0])
        for name in SHOWN
        if name in first
    )


@dataclass(frozen=True, slots=True)
class Growth:
    """How many entries a list has got between two days; `until` is the day of the list we have."""

    list: str
    added: int
    until: date
    pack: str


def growth(name: str, *, after: date, on: date) -> Growth | None:
    """How a list has grown after a day, as far as its pack tells; None for a list without pack.

    A group is one entry, as the publisher counts.
    """
    entries = _by_list().get(name)
    if not entries:
        return None
    label, effective = _packs()[entries[0].pack]
    added = sum(one.since is not None and after < one.since <= on for one in entries)
    return Growth(name, added, min(on, effective), label)


def _day(one: Entry) -> date:
    return one.since or date.min
