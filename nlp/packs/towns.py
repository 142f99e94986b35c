"""Towns of the world from GeoNames' export of cities: names that stand for one country alone."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from nlp.packs.exports import ExportError

PACK = "towns"
SOURCE = (
    "Populated places of GeoNames (geonames.org): names that stand for one country and are no word"
    " or given name of Swedish or English"
)
LICENCE = "CC BY 4.0"
# The columns of GeoNames' cities500.txt, which has no header.
_COLUMNS = 19
_NAME, _COUNTRY, _PEOPLE, _CHANGED = 1, 8, 14, 18
# The least people of a town, by country: all where we live, many where goods are made.
_BARS: Mapping[int, Sequence[str]] = {
    5_000: ("SE", "NO", "DK", "FI", "EE", "LV", "LT", "IS"),
    15_000: (
        "PL", "CZ", "SK", "HU", "RO", "BG", "PT", "IT", "ES", "DE", "AT", "CH", "FR", "BE", "NL",
        "IE", "GR", "HR", "SI", "RS", "BA", "MK", "AL", "UA", "BY", "MD",
    ),
    30_000: (
        "CN", "IN", "BD", "PK", "VN", "TR", "TH", "MY", "ID", "LK", "KH", "MM", "TW", "KR", "JP",
        "PH", "NP",
    ),
    40_000: (
        "GB", "MA", "TN", "EG", "ET", "KE", "MG", "MU", "LS", "CD", "GH", "CI", "MX", "BR", "HN",
        "SV", "GT", "NI", "CO", "PE", "EC", "CL", "AR", "DO", "HT",
    ),
}  # fmt: skip
_BAR_OF = {country: bar for bar, countries in _BARS.items() for country in countries}
_ELSEWHERE = 100_000
_SMALLEST = 5_000  # people of a place whose name is told apart from others'
_SHARE = 5  # another country's place counts with more than a fifth of a town's people
_GREAT = 300_000  # people of a town that keeps a given name or a short name
_SHORT = 5  # letters below which a name is short
_LEAST = 4
_SETTLED = frozenset(("US", "CA", "AU", "NZ", "ZA", "JM"))  # whose towns are called as British ones
_BRITISH = frozenset(("GB", "IE"))
_LATIN = re.compile(r"[A-Za-zÀ-ɏ' .\-]+")
_STROKED = str.maketrans("łŁøØđĐı’‘`", "lLoOdDi'''")
_QUOTES = str.maketrans("’‘`", "'''")


@dataclass(frozen=True, slots=True)
class Town:
    """One name of a town and the country it stands for."""

    id: str
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the export."""

    name: str
    country: str
    people: int
    changed: date


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a town may not be called: words, and names of people, in small letters."""

    words: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


def places(path: Path) -> list[Place]:
    """The rows of an export. Raises `ExportError` at the first that is not of its form."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"{path.name} cannot be read: {error}") from error
    found = [_place(path.name, n, row) for n, row in enumerate(text.split("\n"), 1) if row.strip()]
    if not found:
        raise ExportError(f"{path.name} has no rows")
    return found


def _place(file: str, number: int, row: str) -> Place:
    cells = row.rstrip("\r").split("\t")
    if len(cells) != _COLUMNS:
        told = f"{len(cells)} columns where GeoNames' cities have {_COLUMNS}"
        raise ExportError(f"{file}, row {number}: {told}")
    try:
        people, changed = int(cells[_PEOPLE]), date.fromisoformat(cells[_CHANGED])
    except ValueError as error:
        raise ExportError(f"{file}, row {number}: {error}") from error
    return Place(cells[_NAME], cells[_COUNTRY], people, changed)


def lexicon(paths: Iterable[Path]) -> Lexicon:
    """Lists of one word a line; those with a capital are names of people. Raises `ExportError`."""
    words: set[str] = set()
    people: set[str] = set()
    for path in paths:
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise ExportError(f"{path.name} cannot be read: {error}") from error
        for line in _decoded(raw).splitlines():
            if word := line.strip():
                (people if word[0].isupper() else words).add(word.lower())
    return Lexicon(frozenset(words), frozenset(people))


def _decoded(raw: bytes) -> str:
    """Word lists of distributions are in UTF-8 or, older ones, in Latin-1."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def towns(found: Iterable[Place], avoided: Lexicon, known: Collection[str]) -> tuple[Town, ...]:
    """The names to keep, by country and name; none that is one of `known`, in small letters."""
    rows = list(found)
    largest = _largest(rows)
    british = {row.name.lower() for row in rows if row.country in _BRITISH}
    kept: set[tuple[str, str]] = set()
    for row in rows:
        if row.people < _BAR_OF.get(row.country, _ELSEWHERE):
            continue
        for name in map(_written, (row.name, plain(row.name))):
            low = name.lower()
            named = row.country in _SETTLED and low in british
            if named or low in known or not _is_clear(name, row, avoided):
                continue
            if not _is_shared(row, largest.get(low, {})):
                kept.add((row.country, name))
    return tuple(Town(f"town.{country}.{name}", name, country) for country, name in sorted(kept))


def _written(name: str) -> str:
    """A name with straight quotes and without what is in brackets."""
    return re.sub(r"\s*\(.*\)", "", name).translate(_QUOTES).strip()


def plain(name: str) -> str:
    """A name in the letters of English: "Łódź" is "Lodz"."""
    parted = unicodedata.normalize("NFKD", name.translate(_STROKED))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def _largest(rows: Iterable[Place]) -> Mapping[str, Mapping[str, int]]:
    """The most people of a place of each name, by country."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row.people < _SMALLEST:
            continue
        for low in {row.name.lower(), plain(row.name).lower()}:
            found[low][row.country] = max(found[low].get(row.country, 0), row.people)
    return found


def _is_clear(name: str, row: Place, avoided: Lexicon) -> bool:
    """Is it written as a name, and no word, given name or abbreviation?"""
    if not _LATIN.fullmatch(name) or not name[0].isupper() or len(name) < _LEAST:
        return False
    if " " in name:
        return True
    north = _BAR_OF.get(row.country) == _SMALLEST
    if len(name) < _SHORT and row.people < _GREAT and not north:
        return False
    if "-" in name:
        return True
    called = name.lower() in avoided.people and row.people < _GREAT
    return name.lower() not in avoided.words and not called


def _is_shared(row: Place, people: Mapping[str, int]) -> bool:
    """Has another country a place of that name that is not much smaller?"""
    own = people.get(row.country, row.people)
    return any(
        country != row.country and others * _SHARE > own for country, others in people.items()
    )


def lines(kept: Iterable[Town]) -> Iterator[str]:
    """The lines of the pack: one for each country, its towns in order."""
    for country, group in groupby(kept, key=lambda town: town.country):
        rule = {
            "id": f"town.{country}",
            "country": country,
            "any": [town.name for town in group],
            "weight": "weak",
        }
        yield json.dumps(rule, ensure_ascii=False)
