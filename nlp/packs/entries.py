"""Lines of regulated lists, of limits, norms and goods: facts of a publisher, in our own form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from nlp.identifiers import is_cas, is_ec
from nlp.packs import keys
from nlp.packs.faults import Faulty, PackError, json_object

LISTS = frozenset({"svhc", "annex_xiv", "annex_xvii", "rohs", "pops", "cmr", "clp", "pfas"})
"""`cmr`: classified in CLP Annex VI as carcinogenic, mutagenic or toxic for reproduction, category
1A or 1B; `clp`: classified there otherwise."""
_CAS = re.compile(r"\d{2,7}-\d{2}-\d")
_EC = re.compile(r"\d{3}-\d{3}-\d")
_ENTRY = {"id", "entry", "name", "cas", "ec", "since", "until"}
_GOOD = {"id", "good", "country", "by", "materials", "words"}
_LIMIT = {"id", "limit", "mg_per_kg", "cas", "since"}
_NORM = {"id", "norm", "figure", "law", "since"}
BY = frozenset({"child", "forced"})
NORMS = frozenset({"working_week", "longest_week", "working_age", "adult_age"})
"""Of work: hours of a week without and with overtime, and the years from which one may work at
all and may do any work."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a regulated list, with the numbers of its members.

    `since` is the day from which it stands there, `until` the first on which it does not; None
    where that is not known, or has no end.
    """

    id: str
    list: str
    name: str
    cas: tuple[str, ...] = ()
    ec: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    pack: str = ""

    def stands(self, on: date) -> bool:
        """Does it stand on the list on that day?"""
        begun = self.since is None or self.since <= on
        return begun and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Good:
    """A good from a country that a list names, for labour `by` children or by force.

    `materials` are the raw materials, by our words, that the good is or is made of; `words` the
    beginnings of words by which a made good is told.
    """

    id: str
    name: str
    country: str
    by: tuple[str, ...]
    materials: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """How much of a substance a law allows in a material or an article, in mg per kg.

    `name` is the law; without a number the limit is that of every substance that has no own.
    """

    id: str
    name: str
    mg_per_kg: float
    cas: tuple[str, ...] = ()
    since: date | None = None
    pack: str = ""

    def holds(self, on: date) -> bool:
        """Does it apply on that day?"""
        return self.since is None or self.since <= on


@dataclass(frozen=True, slots=True)
class Norm:
    """What a convention or a code sets for work since a day: hours of a week, or years of age."""

    id: str
    name: str
    figure: int
    law: str
    since: date
    pack: str = ""


def entry(pack: str, file: str, number: int, line: str) -> Entry:
    """The entry of a line. Raises `PackError` at the first fault."""
    try:
        return _entry(pack, _object(line, _ENTRY, ("id", "entry", "name")))
    except Faulty as fault:
        raise PackError(file, number, fault.key, fault.why) from fault


def good(pack: str, file: str, number: int, line: str) -> Good:
    """The good of a line. Raises `PackError` at the first fault."""
    try:
        return _good(pack, _object(line, _GOOD, ("id", "good", "country")))
    except Faulty as fault:
        raise PackError(file, number, fault.key, fault.why) from fault


def limit(pack: str, file: str, number: int, line: str) -> Limit:
    """The limit of a line. Raises `PackError` at the first fault."""
    try:
        return _limit(pack, _object(line, _LIMIT, ("id", "limit")))
    except Faulty as fault:
        raise PackError(file, number, fault.key, fault.why) from fault


def norm(pack: str, file: str, number: int, line: str) -> Norm:
    """The norm of a line. Raises `PackError` at the first fault."""
    try:
        return _norm(pack, _object(line, _NORM, ("id", "norm", "law")))
    except Faulty as fault:
        raise PackError(file, number, fault.key, fault.why) from fault


def _entry(pack: str, found: dict[str, Any]) -> Entry:
    if found["entry"] not in LISTS:
        raise Faulty("entry", f"no list is called {found['entry']}")
    return Entry(
        id=found["id"],
        list=found["entry"],
        name=found["name"],
        cas=_numbers(found, "cas"),
        ec=_numbers(found, "ec"),
        since=keys.day(found, "since"),
        until=keys.day(found, "until"),
        pack=pack,
    )


def _limit(pack: str, found: dict[str, Any]) -> Limit:
    amount = found.get("mg_per_kg")
    if isinstance(amount, bool) or not isinstance(amount, int | float) or amount <= 0:
        raise Faulty("mg_per_kg", "a number above 0")
    return Limit(
        id=found["id"],
        name=found["limit"],
        mg_per_kg=float(amount),
        cas=_numbers(found, "cas"),
        since=keys.day(found, "since"),
        pack=pack,
    )


def _norm(pack: str, found: dict[str, Any]) -> Norm:
    figure, since = found.get("figure"), keys.day(found, "since")
    if found["norm"] not in NORMS:
        raise Faulty("norm", f"one of {', '.join(sorted(NORMS))}")
    if isinstance(figure, bool) or not isinstance(figure, int) or figure <= 0:
        raise Faulty("figure", "a whole number above 0")
    if since is None:
        raise Faulty("since", "missing")
    return Norm(found["id"], found["norm"], figure, found["law"], since, pack)


def _good(pack: str, found: dict[str, Any]) -> Good:
    by, materials = keys.words(found, "by"), keys.words(found, "materials")
    if not by or not BY.issuperset(by):
        raise Faulty("by", f"some of {', '.join(sorted(BY))}")
    if not re.fullmatch(r"[A-Z]{2}", found["country"]):
        raise Faulty("country", f"{found['country']} is no country of ISO 3166-1")
    return Good(
        id=found["id"],
        name=found["good"],
        country=found["country"],
        by=by,
        materials=materials,
        words=keys.words(found, "words"),
        pack=pack,
    )


def line_of(one: Entry | Good) -> str:
    """An entry or a good as a line of its pack."""
    told: dict[str, object]
    if isinstance(one, Good):
        told = {"id": one.id, "good": one.name, "country": one.country, "by": one.by}
        more = (("materials", one.materials), ("words", one.words))
        told |= {key: found for key, found in more if found}
    else:
        told = {"id": one.id, "entry": one.list, "name": one.name}
        told |= {key: found for key, found in (("cas", one.cas), ("ec", one.ec)) if found}
        days = (("since", one.since), ("until", one.until))
        told |= {key: day.isoformat() for key, day in days if day}
    return json.dumps(told, ensure_ascii=False)


def _object(line: str, allowed: set[str], needed: tuple[str, ...]) -> dict[str, Any]:
    found = json_object(line)
    keys.check(found, allowed, needed)
    return found


def _numbers(found: dict[str, Any], key: str) -> tuple[str, ...]:
    for number in keys.words(found, key):
        fault = wrong_cas(number) if key == "cas" else wrong_ec(number)
        if fault:
            raise Faulty(key, fault)
    return keys.words(found, key)


def wrong_cas(number: str) -> str:
    """What is wrong with a CAS number; "" for a good one."""
    if not _CAS.fullmatch(number):
        return f"{number} is no CAS number"
    return "" if is_cas(number) else f"{number} is no CAS number: its check digit is wrong"


def wrong_ec(number: str) -> str:
    """What is wrong with an EC number; "" for a good one."""
    if not _EC.fullmatch(number):
        return f"{number} is no EC number"
    return "" if is_ec(number) else f"{number} is no EC number: its check digit is wrong"
