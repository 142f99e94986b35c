"""Substances and groups as they are named: by name, by number, by both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp import identifiers
from nlp.chemicals.codes import is_of_goods
from nlp.chemicals.naming import name_beside
from nlp.layout.sections import COMPOSITION
from nlp.passages import Passage
from nlp.rules import Rule, Rulebook, per_book

PACK = "substances"
SUBSTANCE, GROUP = "CHEM.SUBSTANCE", "CHEM.GROUP"
_APART = 60  # characters between a name and the number that belongs to it, at most


@dataclass(frozen=True, slots=True)
class Thing:
    """A substance or group found at [start, end). `suffix` is "free" or "holds" in a compound.

    `listed` tells that it stands on a list of the packs; `number` that a CAS number is part of it.
    """

    start: int
    end: int
    topic: str
    value: dict[str, str]
    rule: str
    pack: str
    listed: bool
    suffix: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the packs know of one CAS number."""

    ec: str
    lists: frozenset[str]


@per_book
def known(book: Rulebook) -> dict[str, Known]:
    """All substances of the packs by CAS number."""
    found: dict[str, Known] = {}
    for rule in book.of("substance"):
        earlier = found.get(rule.name, Known("", frozenset()))
        found[rule.name] = Known(earlier.ec or rule.ec, earlier.lists | frozenset(rule.lists))
    for entry in book.entries:
        lists = frozenset() if entry.list == "clp" else frozenset((entry.list,))
        for cas in entry.cas:
            earlier = found.get(cas, Known("", frozenset()))
            found[cas] = Known(earlier.ec, earlier.lists | lists)
    return found


@per_book
def _by_ec(book: Rulebook) -> dict[str, str]:
    """CAS numbers by EC numbers, of what has one of each."""
    found = {rule.ec: rule.name for rule in book.of("substance") if rule.ec}
    for entry in book.entries:
        if len(entry.cas) == len(entry.ec) == 1:
            found.setdefault(entry.ec[0], entry.cas[0])
    return found


def is_listed(cas: str) -> bool:
    """Is the substance on a list of the packs (candidate, XIV, XVII, RoHS, POP, CMR, PFAS)?"""
    found = known().get(cas)
    return bool(found and found.lists)


def things(passage: Passage, start: int, end: int) -> list[Thing]:
    """Substances and groups in [start, end); a name with its number is one thing."""
    named = list(_named(passage, start, end))
    for first, last, number, valid in identifiers.cas_numbers(passage.view.text, start, end):
        if not is_of_goods(passage, first, last):
            _join(named, passage, (first, last), number, valid=valid)
    for first, last, number, valid in identifiers.ec_numbers(passage.view.text, start, end):
        if not _near(named, first, last) and _is_ec(passage, first, number):
            named.append(_by_number(passage, first, last, number, valid=valid))
    return sorted(named, key=lambda thing: thing.start)


def _near(named: list[Thing], first: int, last: int) -> bool:
    """Is there a substance so near that a number is its own?"""
    substances = (thing for thing in named if thing.topic == SUBSTANCE)
    return any(first - thing.end < _APART and thing.start - last < _APART for thing in substances)


_EC = re.compile(r"\b(?:ec|eg|einecs|elincs)\b")
_CALLED = re.compile(_EC.pattern + r"[^\d\n]{0,12}$")


def _is_ec(passage: Passage, first: int, number: str) -> bool:
    """Is what is written like an EC number one: of a known substance, or called so?

    In the composition of a sheet it stands with a substance of another line, unless the table
    has a column for it and none for CAS numbers.
    """
    if any(map(_EC.search, passage.columns)):
        return not any("cas" in head for head in passage.columns)
    if passage.unit.cells or passage.unit.section == COMPOSITION:
        return False
    return number in _by_ec() or bool(_CALLED.search(passage.view.lower, max(0, first - 24), first))


def _by_number(passage: Passage, first: int, last: int, number: str, *, valid: bool) -> Thing:
    """The thing that an EC number names alone."""
    cas = _by_ec().get(number, "")
    numbers = ({"ec": number} | ({"cas": cas} if cas else {})) if valid else {}
    value = _with_name(passage, (first, last), number, numbers)
    listed = bool(cas) and is_listed(cas)
    return Thing(first, last, SUBSTANCE, value, "chem.ec", PACK, listed, number=True)


def _named(passage: Passage, start: int, end: int) -> Iterator[Thing]:
    text, lower = passage.view.text, passage.view.lower
    done = start
    for hit in passage.hits:
        rule = hit.rule
        if rule.kind not in ("substance", "group") or hit.start < max(start, done) or hit.end > end:
            continue
        if hit.language not in ("any", passage.language) or not spelt(
            rule, text[hit.start : hit.end]
        ):
            continue
        if _of_longer(text, start, hit.start, hit.end) or _is_item(text, hit.start, hit.end):
            continue
        if rule.kind == "group" and _LOCANT.search(text, max(0, hit.start - _PREFIX), hit.start):
            continue  # "difenylmetan-4,4'-diisocyanat" is a substance by its name
        done = _word_end(lower, hit.end)
        locants = _LOCANTS.search(text, max(start, hit.start - _LONGEST), hit.start)
        written = " ".join(text[locants.start() if locants else hit.start : hit.end].split())
        suffix = _suffix(lower[hit.start : done])
        stem = _STEM.match(written) if suffix else None
        yield named_thing(rule, hit.start, done, stem[1] if stem else written, suffix=suffix)


# The places in a molecule, before its name: "1,2-propylene glycol".
_LOCANTS = re.compile(r"(?<![\w-])(?:\d{1,2}(?:,\d{1,2})*-)+$")
_LONGEST = 12  # characters of them
# What a shorter name follows in a longer one ("dimethylbenzyl ammonium chloride", "e]pyrene").
_BEFORE = re.compile(r"(?:\]|\w(?:yl|oxy|oxi)[ -]|\b[Pp]oly ?[(\[]{1,2}|-co-\s?)$")
# What a shorter name leads in to in a longer one: "bisphenol A diglycidyl", "diphenyl ethers".
_BEHIND = re.compile(
    r"\)?[ -](?:(?:di|tri)?glycidyl|(?:di)?(?:meth)?acrylate|polymers?\b|copolymers?\b|ethers\b"
    r"|etrar\b|ethoxylates?\b|etoxilat)",
    re.IGNORECASE,
)
_PREFIX = 8  # characters of it
# A labelled standard of a laboratory ("DBP-d4"), or the number of a certificate ("BPF-COC-11920").
_LABELLED = re.compile(
    r"-(?:d\d|\d+C\d|[A-Z]{2,}-?\d|[A-Z]{2,5}-[A-Z0-9]|\d{2,4}-\d{3})"
    r"|/m[²2]|[ -](?:eq|ekv)\b"  # candela, and what all else is reckoned as: "kg Sb eq."
)
_LOCANT = re.compile(r"\d['′’]?-$")
# "D4", a point of a paper that has a D1 and a D7 as well, and no siloxane
_SILOXANE = re.compile(r"D[456]")
_POINT = re.compile(r"(?m)(?:^|[.;:] )D[1278]\b")
_LISTED = 4000  # characters on both sides in which the other points stand


def _is_item(text: str, start: int, end: int) -> bool:
    """Is what is written like a siloxane the number of a point, among other such?"""
    if not _SILOXANE.fullmatch(text, start, end):
        return False
    if not _POINT.search(text, max(0, start - _LISTED), end + _LISTED):
        return False
    before = text[max(0, start - 2) : start].rstrip(" ")[-1:]
    return before in ("", "\n", ".", ";")


def _of_longer(text: str, first: int, start: int, end: int) -> bool:
    """Is a name only the end of a longer one that no pack has, or the beginning of a code?"""
    if _LABELLED.match(text, end) or _BEHIND.match(text, end):
        return True
    return bool(_BEFORE.search(text[max(first, start - _PREFIX) : start]))


def named_thing(rule: Rule, start: int, end: int, written: str, *, suffix: str = "") -> Thing:
    """The thing that a rule names at [start, end), where it is `written` so."""
    if rule.kind == "group":
        value = {"group": rule.name}
        return Thing(start, end, GROUP, value, rule.id, rule.pack, rule.tone == "bad", suffix)
    value = {"name": written.rstrip(" ,;:")}
    if rule.name[0].isdigit():
        value["cas"] = rule.name
    listed = is_listed(rule.name) or bool(rule.lists)
    return Thing(start, end, SUBSTANCE, value, rule.id, rule.pack, listed, suffix)


def spelt(rule: Rule, written: str) -> bool:
    """An abbreviation counts in capitals only: DEP, not dep."""
    if len(written) > 6 or not written.isascii():
        return True
    bare = (term.strip("*") for _, term in rule.terms)
    shouted = [term for term in bare if term.lower() == written.lower()]
    if shouted and all(term.isupper() for term in shouted):
        return written.isupper()
    if written.islower() and shouted and all(map(_SYMBOL.fullmatch, shouted)):
        return False
    if shouted and all(sum(c.isupper() for c in term) > 1 for term in shouted):
        return sum(c.isupper() for c in written) > 1
    return True


_SYMBOL = re.compile(r"[A-Z][a-z]")  # of an element


def _word_end(lower: str, at: int) -> int:
    while at < len(lower):
        joins = lower[at] == "-" and lower[at + 1 : at + 2].isalpha()
        if not (lower[at].isalnum() or joins):
            return at
        at += 1
    return at


_FREE = re.compile(r"(?:fri|fritt|fria|free|obehandlad\w*)$")
_HOLDS = re.compile(r"(?:haltig\w*|behandla\w*|baserad\w*|impregnerad\w*|förorenad\w*)$")


_STEM = re.compile(
    r"(.{2,}?)[- ]?(?:fri|free|haltig|behandla|baserad|impregnerad)\w*$", re.IGNORECASE
)


def _suffix(word: str) -> str:
    if _FREE.search(word):
        return "free"
    return "holds" if _HOLDS.search(word) else ""


def _join(
    named: list[Thing], passage: Passage, span: tuple[int, int], number: str, *, valid: bool
) -> None:
    """Add a number to the name before it, or as a thing of its own."""
    first, last = span
    if any(thing.start <= first < thing.end for thing in named):
        return
    before = [t for t in named if t.topic == SUBSTANCE and t.end <= first and not t.number]
    name = max(before, key=lambda thing: thing.end, default=None)
    if name and (first - name.end > _APART or ";" in passage.view.lower[name.end : first]):
        name = None
    numbers = {"cas": number} if valid else {}
    listed = is_listed(number) if valid else bool(name and name.listed)
    if name:
        value = {"name": name.value["name"]} | numbers
        changed = replace(name, end=last, value=value, listed=listed, number=True)
        named[named.index(name)] = changed
    else:
        value = _with_name(passage, (first, last), number, numbers)
        named.append(Thing(first, last, SUBSTANCE, value, "chem.cas", PACK, listed, number=True))


def _with_name(
    passage: Passage, span: tuple[int, int], number: str, checked: dict[str, str]
) -> dict[str, str]:
    """The numbers that check, with the name beside them; a number that does not names itself."""
    name = name_beside(passage, *span)
    return checked | ({"name": name or number} if name or not checked else {})
