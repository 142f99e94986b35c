"""Rule packs: facts and words as data, read once and refused whole when a line is faulty."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent / "rules"
MANIFEST = "pack.json"

# The key that says what a line is; its value is the name the rule goes by.
KINDS = frozenset(
    [
        "set",
        "topic",
        "cue",
        "head",
        "skip",
        "substance",
        "group",
        "hazard",
        "list",
        "country",
        "material",
        "mineral",
        "standard",
    ]
)
_TERMS = ("any", "sv", "en")
_FREE = frozenset({"id", "all", "unless", "tone", "weight", "value", "reach", "ec", "lists", "in"})
_MANIFEST_KEYS = {"file", "name", "version", "source", "date", "sha256"}
TONES = frozenset({"bad", "good", "plain"})
WEIGHTS = frozenset({"strong", "weak"})


class PackError(Exception):
    """A rule pack is faulty; the sentence names the file, the line and the key."""

    def __init__(self, file: str, line: int, key: str, why: str) -> None:
        super().__init__(f"{file}, line {line}, key {key!r}: {why}")
        self.file, self.line, self.key = file, line, key


@dataclass(frozen=True, slots=True)
class Pack:
    """One file of rules: `version` of ours, `date` on which the facts of `source` were so."""

    file: str
    name: str
    version: str
    source: str
    date: str
    sha256: str

    @property
    def label(self) -> str:
        """Name and version, as a claim carries them."""
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a pack. `terms` are words to find, each with the language it belongs to."""

    id: str
    kind: str
    name: str
    pack: str
    terms: tuple[tuple[str, str], ...] = ()
    all: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()
    tone: str = "plain"
    weight: str = "strong"
    reach: str = "both"
    ec: str = ""
    value: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule of every pack, in the order of the manifest."""

    packs: tuple[Pack, ...]
    rules: tuple[Rule, ...]

    def of(self, kind: str) -> list[Rule]:
        """The rules of one kind, in order."""
        return [rule for rule in self.rules if rule.kind == kind]


def load(home: Path = HOME) -> Rulebook:
    """Read the packs named by the manifest in `home`.

    Raises `PackError` at the first faulty line, so that no half of a pack is ever used.
    """
    packs = _manifest(home)
    rules: list[Rule] = []
    seen: dict[str, str] = {}
    for pack in packs:
        for number, rule in _pack(home, pack):
            if rule.id in seen:
                raise PackError(pack.file, number, "id", f"{rule.id} is already in {seen[rule.id]}")
            seen[rule.id] = f"{pack.file}, line {number}"
            rules.append(rule)
    _check_sets(rules, seen)
    return Rulebook(tuple(packs), tuple(rules))


def digest(home: Path = HOME) -> str:
    """A short hash of all packs, by the manifest alone."""
    return hashlib.sha256("".join(p.sha256 for p in _manifest(home)).encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """The packs shipped with the library, read once."""
    return load()


def seal(home: Path = HOME) -> None:
    """Write the hash of every pack's file into the manifest, after the rules were changed."""
    path = home / MANIFEST
    entries = json.loads(path.read_text("utf-8"))
    for entry in entries:
        entry["sha256"] = hashlib.sha256((home / entry["file"]).read_bytes()).hexdigest()
    path.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _manifest(home: Path) -> list[Pack]:
    try:
        entries = json.loads((home / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise PackError(MANIFEST, 1, "", str(error)) from error
    for number, entry in enumerate(entries, 1):
        wrong = set(entry) ^ _MANIFEST_KEYS
        if wrong:
            raise PackError(MANIFEST, number, min(wrong), "missing or unknown")
    return [Pack(**entry) for entry in entries]


def _pack(home: Path, pack: Pack) -> Iterator[tuple[int, Rule]]:
    try:
        raw = (home / pack.file).read_bytes()
    except OSError as error:
        raise PackError(pack.file, 0, "file", str(error)) from error
    if hashlib.sha256(raw).hexdigest() != pack.sha256:
        raise PackError(MANIFEST, 0, "sha256", f"{pack.file} is not the file that was sealed")
    for number, line in enumerate(raw.decode("utf-8").splitlines(), 1):
        if line.strip():
            yield number, _rule(pack, number, line)


def _rule(pack: Pack, number: int, line: str) -> Rule:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise PackError(pack.file, number, "", str(error)) from error
    if not isinstance(found, dict):
        raise PackError(pack.file, number, "", "not an object")
    kinds = [key for key in found if key in KINDS]
    for key in found:
        if key not in KINDS and key not in _FREE and key not in _TERMS:
            raise PackError(pack.file, number, key, "unknown key")
    if len(kinds) != 1:
        raise PackError(pack.file, number, "", f"exactly one of {', '.join(sorted(KINDS))}")
    if not isinstance(found.get("id"), str) or not found["id"]:
        raise PackError(pack.file, number, "id", "missing")
    _check(pack, number, found)
    return Rule(
        id=found["id"],
        kind=kinds[0],
        name=found[kinds[0]],
        pack=pack.label,
        terms=tuple((language, term) for language in _TERMS for term in found.get(language, ())),
        all=tuple(tuple(group) for group in found.get("all", ())),
        unless=tuple(found.get("unless", ())),
        tone=found.get("tone", "plain"),
        weight=found.get("weight", "strong"),
        reach=found.get("reach", "both"),
        ec=found.get("ec", ""),
        value=found.get("value", {}),
        lists=found.get("lists", {}),
        groups=tuple(found.get("in", ())),
    )


def _check(pack: Pack, number: int, found: dict[str, Any]) -> None:
    """Types and closed vocabularies of one line (`Any`: the line is JSON not yet checked)."""
    for key in (*_TERMS, "unless", "in"):
        if not _strings(found.get(key, [])):
            raise PackError(pack.file, number, key, "a list of words")
    if not all(_strings(group) and group for group in found.get("all", [])):
        raise PackError(pack.file, number, "all", "a list of lists of set names")
    for key in ("value", "lists"):
        table = found.get(key, {})
        if not isinstance(table, dict) or not _strings(list(table.values())):
            raise PackError(pack.file, number, key, "a table of words")
    for key, allowed in (
        ("tone", TONES),
        ("weight", WEIGHTS),
        ("reach", {"left", "right", "both"}),
    ):
        if key in found and found[key] not in allowed:
            raise PackError(pack.file, number, key, f"one of {', '.join(sorted(allowed))}")


def _strings(found: object) -> bool:
    return isinstance(found, list) and all(isinstance(word, str) and word for word in found)


def _check_sets(rules: list[Rule], seen: dict[str, str]) -> None:
    sets = {rule.name for rule in rules if rule.kind == "set"}
    for rule in rules:
        for name in (*rule.unless, *(name for group in rule.all for name in group)):
            if name not in sets:
                file, _, line = seen[rule.id].partition(", line ")
                raise PackError(file, int(line), "all", f"no set is called {name}")
