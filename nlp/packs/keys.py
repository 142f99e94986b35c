"""Keys of a line, each checked as it is read; a wrong one raises `Faulty`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from nlp.packs.faults import Faulty


def check(found: dict[str, Any], keys: Collection[str], needed: Collection[str]) -> None:
    """Has the object of a line no other keys than `keys`, and texts for all of `needed`?"""
    for key in found:
        if key not in keys:
            raise Faulty(key, "unknown key")
    for key in needed:
        if not isinstance(found.get(key), str) or not found[key].strip():
            raise Faulty(key, "missing")


def words(found: dict[str, Any], key: str) -> tuple[str, ...]:
    """The words of a key; none where it is left out."""
    told = found.get(key, [])
    if not isinstance(told, list) or not all(isinstance(word, str) and word for word in told):
        raise Faulty(key, "a list of words")
    return tuple(told)


def day(found: dict[str, Any], key: str) -> date | None:
    """The day of a key; None where it is left out."""
    told = found.get(key)
    if told is None:
        return None
    try:
        return date.fromisoformat(told)
    except (TypeError, ValueError) as error:
        raise Faulty(key, f"{told} is no day") from error
