"""One line of a pack of rules: words to find, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Any

from nlp.claims import TOPICS
from nlp.packs.entries import LISTS, wrong_cas, wrong_ec
from nlp.packs.faults import Faulty, PackError, json_object

# The key that says what a line is; its value is the name the rule goes by.
KINDS = frozenset(
    [
        "set",
        "manner",
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
        "title",
        "scheme",
        "label",
        "word",
    ]
)
_NAMED_LISTS = frozenset({"phase_out", "mrsl", "other", "cmr", "pfas"})  # told of, not kept
_TERMS = ("any", "sv", "en")
_FREE = frozenset({"id", "all", "unless", "tone", "weight", "value", "reach", "ec", "lists", "in"})
TONES = frozenset({"bad", "good", "plain"})
WEIGHTS = frozenset({"strong", "weak"})
REACHES = frozenset({"left", "right", "both"})
_UNKNOWN_SINCE = "-"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a pack. `terms` are words to find, each with the language it belongs to.

    What is written once for several in a pack, "(is|was) gone", is a term for each of them here.
    """

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


def parsed(pack: str, file: str, number: int, line: str) -> Rule:
    """The rule of a line in the pack of that name. Raises `PackError` at the first fault."""
    try:
        return _rule(pack, json_object(line))
    except Faulty as fault:
        raise PackError(file, number, fault.key, fault.why) from fault


def _rule(pack: str, found: dict[str, Any]) -> Rule:
    kind = _kind(found)
    _check(found)
    name = found[kind]
    _check_name(kind, name)
    return Rule(
        id=found["id"],
        kind=kind,
        name=name,
        pack=pack,
        terms=tuple(
            (language, wording)
            for language in _TERMS
            for term in found.get(language, ())
            for wording in _wordings(term)
        ),
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


# "(is|was) out of (the|our) recipe": parentheses of a name hold no bar.
_CHOICE = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")


def _wordings(term: str) -> Iterator[str]:
    """The words that a term stands for, one from each of its choices."""
    if "|" not in term:  # as in nearly all terms
        return iter((term,))
    parts = _CHOICE.split(term)  # choices at the odd places
    choices = (part.split("|") if at % 2 else [part] for at, part in enumerate(parts))
    return map("".join, product(*choices))


def _kind(found: dict[str, Any]) -> str:
    for key in found:
        if key not in KINDS and key not in _FREE and key not in _TERMS:
            raise Faulty(key, "unknown key")
    kinds = [key for key in found if key in KINDS]
    if len(kinds) != 1:
        raise Faulty("", f"exactly one of {', '.join(sorted(KINDS))}")
    for key in ("id", kinds[0]):
        if not isinstance(found.get(key), str) or not found[key]:
            raise Faulty(key, "missing")
    return kinds[0]


def _check(found: dict[str, Any]) -> None:
    for key in (*_TERMS, "unless", "in"):
        if not _are_words(found.get(key, [])):
            raise Faulty(key, "a list of words")
    groups = found.get("all", [])
    if not isinstance(groups, list) or not all(_are_words(group) and group for group in groups):
        raise Faulty("all", "a list of lists of set names")
    for key in ("value", "lists"):
        table = found.get(key, {})
        if not isinstance(table, dict) or not _are_words(list(table.values())):
            raise Faulty(key, "a table of words")
    for key, allowed in (("tone", TONES), ("weight", WEIGHTS), ("reach", REACHES)):
        if key in found and found[key] not in allowed:
            raise Faulty(key, f"one of {', '.join(sorted(allowed))}")
    if "ec" in found and (fault := wrong_ec(str(found["ec"]))):
        raise Faulty("ec", fault)
    for name, since in found.get("lists", {}).items():
        _check_list(name, since)


def _check_list(name: str, since: str) -> None:
    if name not in LISTS:
        raise Faulty("lists", f"no list is called {name}: one of {', '.join(sorted(LISTS))}")
    if since == _UNKNOWN_SINCE:
        return
    try:
        date.fromisoformat(since)
    except ValueError as error:
        raise Faulty("lists", f"{since} is no day") from error


def _check_name(kind: str, name: str) -> None:
    if kind in ("topic", "head") and name not in TOPICS:
        raise Faulty(kind, f"no topic is called {name}")
    if kind == "list" and name not in LISTS | _NAMED_LISTS:
        raise Faulty(kind, f"no list is called {name}")
    if kind == "substance" and name[0].isdigit() and (fault := wrong_cas(name)):
        raise Faulty(kind, fault)


def _are_words(found: object) -> bool:
    return isinstance(found, list) and all(isinstance(word, str) and word for word in found)
