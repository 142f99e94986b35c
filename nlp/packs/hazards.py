"""Lines of a pack of hazards: the parts, the statements and the classes of a law (CLP)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nlp.claims import BEARINGS
from nlp.packs import keys
from nlp.packs.faults import Faulty, PackError, json_object

_CODE = re.compile(r"(?:EUH\d|H[2-4])\d\d")
_PART = re.compile(r"EUH|H[2-4]")
_CATEGORY = re.compile(r"[1-4]")
_SHORT = re.compile(r"[A-Z].*")
_SHARED = ("id", "law")
_PART_KEYS = {*_SHARED, "part", "bearing"}
_STATEMENT_KEYS = {*_SHARED, "statement", "bearing", "en", "sv", "words", "absent"}
_CLASS_KEYS = {*_SHARED, "class", "short", "categories", "words", "beside"}


@dataclass(frozen=True, slots=True)
class HazardPart:
    """A part of the law's list of statements: all codes that begin with `prefix`."""

    id: str
    prefix: str
    bearing: str
    law: str
    pack: str = ""


@dataclass(frozen=True, slots=True)
class HazardStatement:
    """A hazard statement: its code and, in lower case, the wordings that the law gives it.

    `bearing` is "" where it is that of its part. `words` tell it beside its wordings, in a text
    that speaks of hazards; `absent` tell it where such a text denies its class.
    """

    id: str
    code: str
    law: str
    wordings: tuple[str, ...]
    bearing: str = ""
    words: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    pack: str = ""


@dataclass(frozen=True, slots=True)
class HazardClass:
    """A hazard class: the code of the statement that each of its categories (1 to 4) is given.

    `short` is what the law writes for it before a category ("Skin Corr."). One of `words` tells
    it, together with one of `beside` where there are any; no words, where it is told by `short`
    alone.
    """

    id: str
    name: str
    law: str
    short: tuple[str, ...]
    categories: Mapping[str, str]
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    pack: str = ""


HazardLine = HazardPart | HazardStatement | HazardClass


def hazard(pack: str, file: str, number: int, line: str) -> HazardLine:
    """The part, statement or class of a line. Raises `PackError` at the first fault."""
    try:
        return _hazard(pack, json_object(line))
    except Faulty as fault:
        raise PackError(file, number, fault.key, fault.why) from fault


def _hazard(pack: str, found: dict[str, Any]) -> HazardLine:
    if "part" in found:
        keys.check(found, _PART_KEYS, (*_SHARED, "part", "bearing"))
        return _part(pack, found)
    if "class" in found:
        keys.check(found, _CLASS_KEYS, (*_SHARED, "class"))
        return _class(pack, found)
    keys.check(found, _STATEMENT_KEYS, (*_SHARED, "statement", "en"))
    return _statement(pack, found)


def _part(pack: str, found: dict[str, Any]) -> HazardPart:
    if not _PART.fullmatch(found["part"]):
        raise Faulty("part", f"no code begins with {found['part']}")
    return HazardPart(found["id"], found["part"], _bearing(found), found["law"], pack)


def _statement(pack: str, found: dict[str, Any]) -> HazardStatement:
    return HazardStatement(
        id=found["id"],
        code=_code("statement", found["statement"]),
        law=found["law"],
        wordings=tuple(_wording(found, key) for key in ("en", "sv") if key in found),
        bearing=_bearing(found) if "bearing" in found else "",
        words=_spoken(found, "words"),
        absent=_spoken(found, "absent"),
        pack=pack,
    )


def _class(pack: str, found: dict[str, Any]) -> HazardClass:
    categories, words = _categories(found), _spoken(found, "words")
    short = keys.words(found, "short")
    if not all(_SHORT.fullmatch(one) for one in short):
        raise Faulty("short", "words that begin with a capital letter")
    if bool(words) != bool(categories):
        raise Faulty("categories" if words else "words", "missing")
    return HazardClass(
        id=found["id"],
        name=found["class"],
        law=found["law"],
        short=short,
        categories=categories,
        words=words,
        beside=_spoken(found, "beside"),
        pack=pack,
    )


def _categories(found: dict[str, Any]) -> dict[str, str]:
    told = found.get("categories", {})
    if not isinstance(told, dict) or not all(_CATEGORY.fullmatch(category) for category in told):
        raise Faulty("categories", "a table of categories, 1 to 4, and codes")
    return {category: _code("categories", code) for category, code in told.items()}


def _spoken(found: dict[str, Any], key: str) -> tuple[str, ...]:
    """Words that are looked for in a text in lower case."""
    words = keys.words(found, key)
    if any(word != word.lower() for word in words):
        raise Faulty(key, "words in lower case")
    return words


def _bearing(found: dict[str, Any]) -> str:
    if found["bearing"] not in BEARINGS:
        raise Faulty("bearing", f"one of {', '.join(BEARINGS)}")
    return str(found["bearing"])


def _code(key: str, told: object) -> str:
    if not isinstance(told, str) or not _CODE.fullmatch(told):
        raise Faulty(key, f"{told} is no hazard statement")
    return told


def _wording(found: dict[str, Any], key: str) -> str:
    told = found[key]
    if not isinstance(told, str) or not told.strip():
        raise Faulty(key, "a text")
    return told.lower()
