"""From a publisher's export to a new version of a pack, and what differs from the one before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from nlp.packs import exports, goods, shelf, towns
from nlp.packs.entries import Entry, Good, line_of
from nlp.packs.exports import ExportError
from nlp.packs.publishers import KINDS, entries
from nlp.rules import load

Line = Entry | Good | towns.Town
ALL = (*KINDS, "goods", "towns")


@dataclass(frozen=True, slots=True)
class Import:
    """What is to be a new version of a pack, and the lines of the version before it."""

    pack: str
    holds: str
    source: str
    licence: str
    effective: date
    retrieved: date
    lines: tuple[Line, ...]
    before: tuple[Line, ...]


def read(
    kind: str,
    path: Path,
    *,
    home: Path,
    retrieved: date,
    effective: date | None = None,
    words: Iterable[Path] = (),
) -> Import:
    """Read an export of that kind. Raises `ExportError`, `PackError`.

    `effective` is the day of the list, where it is not that of its latest entry. An entry that
    names no number keeps those of the version before: some exports leave out a group's members.
    `words` are lists of words and given names that no town is to be called as.
    """
    if kind == towns.PACK:
        avoided = towns.lexicon(words)
        return _towns(path, avoided, home=home, retrieved=retrieved, effective=effective)
    if kind == "goods":
        return _goods(path, home=home, retrieved=retrieved, effective=effective)
    known = KINDS[kind]
    export = exports.read(path, known.columns)
    found = entries(known, export.rows, effective=effective)
    day = effective or max((one.since for one in found if one.since), default=None)
    if day is None:
        raise ExportError(f"{path.name} tells no day; name the day of the list with --effective")
    before = _before(home, known.pack)
    numbers = {one.id: one for one in before if isinstance(one, Entry)}
    return Import(
        pack=known.pack,
        holds="entries",
        source=known.source,
        licence=known.licence,
        effective=day,
        retrieved=export.exported or retrieved,
        lines=tuple(_with_members(one, numbers) for one in found),
        before=before,
    )


def _goods(path: Path, *, home: Path, retrieved: date, effective: date | None) -> Import:
    if effective is None:
        raise ExportError(f"{path.name} tells no day; name the day of the list with --effective")
    sheet = goods.SHEET if path.suffix.lower() == ".xlsx" else ""
    export = exports.read(path, goods.COLUMNS, sheet=sheet)
    return Import(
        pack=goods.PACK,
        holds="goods",
        source=goods.SOURCE,
        licence=goods.LICENCE,
        effective=effective,
        retrieved=retrieved,
        lines=goods.goods(export.rows, _countries()),
        before=_before(home, goods.PACK),
    )


def _towns(
    path: Path, avoided: towns.Lexicon, *, home: Path, retrieved: date, effective: date | None
) -> Import:
    found = towns.places(path)
    others = [pack for pack in shelf.newest() if pack.name != towns.PACK]
    known = {term.strip("*").lower() for rule in load(others).rules for _, term in rule.terms}
    return Import(
        pack=towns.PACK,
        holds="rules",
        source=towns.SOURCE,
        licence=towns.LICENCE,
        effective=effective or max(place.changed for place in found),
        retrieved=retrieved,
        lines=towns.towns(found, avoided, known),
        before=_before(home, towns.PACK),
    )


def _countries() -> Mapping[str, str]:
    """Codes by the names of the shipped packs, in small letters."""
    book = load(shelf.newest())
    return {term.casefold(): rule.name for rule in book.of("country") for _, term in rule.terms}


def _before(home: Path, pack: str) -> tuple[Line, ...]:
    every = shelf.versions(home).get(pack)
    if not every:
        return ()
    book = load([shelf.manifest(home, pack, every[-1])], home)
    named = (
        towns.Town(f"{rule.id}.{term}", term, rule.name)
        for rule in book.of("country")
        for _, term in rule.terms
    )
    return (*book.entries, *book.goods, *named)


def _with_members(one: Entry, before: Mapping[str, Entry]) -> Entry:
    former = before.get(one.id)
    if former is None or one.cas or not former.cas:
        return one
    return replace(one, cas=former.cas, ec=one.ec or former.ec)


def differences(made: Import) -> Iterator[str]:
    """A line for each that is added (+), removed (-) or changed (~), by id, and a last one."""
    before = {one.id: one for one in made.before}
    after = {one.id: one for one in made.lines}
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name), after.get(name)
        if was is None and now is not None:
            yield f"+ {name}\t{_told(now)}"
        elif now is None and was is not None:
            yield f"- {name}\t{_told(was)}"
        elif was is not None and now is not None and _facts(was) != _facts(now):
            yield f"~ {name}\t{_changed(_facts(was), _facts(now))}"
    added, removed = len(after.keys() - before.keys()), len(before.keys() - after.keys())
    same = sum(_facts(before[name]) == _facts(after[name]) for name in before.keys() & after.keys())
    changed = len(before.keys() & after.keys()) - same
    yield f"{added} added, {removed} removed, {changed} changed, {same} as before"


def _facts(one: Line) -> dict[str, object]:
    if isinstance(one, towns.Town):
        return {"name": one.name, "country": one.country}
    if isinstance(one, Good):
        return {
            "name": one.name,
            "country": one.country,
            "by": one.by,
            "materials": one.materials,
            "words": one.words,
        }
    return {
        "name": one.name,
        "list": one.list,
        "cas": one.cas,
        "ec": one.ec,
        "since": one.since,
        "until": one.until,
    }


def _told(one: Line) -> str:
    facts = _facts(one)
    shown = (f"{key} {_words(found)}" for key, found in facts.items() if found and key != "name")
    return "; ".join((one.name, *shown))


def _changed(was: Mapping[str, object], now: Mapping[str, object]) -> str:
    return "; ".join(
        f"{key} {_words(was[key])} → {_words(now[key])}" for key in now if was[key] != now[key]
    )


def _words(found: object) -> str:
    if isinstance(found, tuple):
        return ", ".join(found) or "-"
    return str(found) if found else "-"


def write(made: Import, *, home: Path) -> str:
    """Write a new version beside the former ones, and return its label."""
    version = _version(made, home)
    folder = home / made.pack / version
    text = "".join(f"{line}\n" for line in _lines(made.lines))
    folder.mkdir(parents=True)
    name = f"{made.pack if made.pack == towns.PACK else made.holds}.jsonl"
    (folder / name).write_text(text, "utf-8")
    manifest: dict[str, object] = {
        "name": made.pack,
        "version": version,
        "holds": made.holds,
        "source": made.source,
        "effective": made.effective.isoformat(),
        "retrieved": made.retrieved.isoformat(),
        "licence": made.licence,
        "files": {name: hashlib.sha256(text.encode()).hexdigest()},
    }
    shelf.write(folder, manifest)
    return f"{made.pack} {version}"


def _lines(made: Sequence[Line]) -> Iterator[str]:
    yield from towns.lines(one for one in made if isinstance(one, towns.Town))
    yield from (line_of(one) for one in made if not isinstance(one, towns.Town))


def _version(made: Import, home: Path) -> str:
    """The day of the list as a version; a second import of that day gets a number behind it."""
    day = made.effective
    version = f"{day.year}.{day.month}.{day.day}"
    there: Sequence[str] = shelf.versions(home).get(made.pack, ())
    again = sum(one == version or one.startswith(f"{version}.") for one in there)
    return f"{version}.{again}" if again else version
