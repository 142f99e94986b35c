"""Rows that count smelters: "Tin | 71 | 66 | 1 | 4" under "Listed | Conformant | Active | Not"."""

from __future__ import annotations

import re

from nlp.origin.untold import UNSURE
from nlp.passages import Passage

_COUNT = re.compile(r"\d{1,4}")
_ABSENT = re.compile(
    r"(?:no|none|nej|inga|not used|not present|används (?:ej|inte)|ingår (?:ej|inte)) *"
)
_OF_SMELTERS = re.compile(
    r"smelt|smält|refine|raffin|conform|rmap|godkän|granska|audit|assess|active|removed|delist"
    r"|listed"
    r"|reported|rapporter|enrolled"
)
_FEWEST = 2  # counts in a row that sets one beside another


def told(passage: Passage) -> tuple[str, str]:
    """Stance and bearing of a row by its counts; ("", "") where it has none.

    All smelters conformant speak for the firm, others against it; those whose standing alone is
    unknown leave it open. The first count is of all, or, where none is, of the conformant ones.
    """
    second = passage.unit.cells[1:2]
    if second and _ABSENT.fullmatch(passage.view.lower, *second[0]):
        return "denied", "support"
    counted = _counts(passage)
    if len(counted) < _FEWEST or not any(_OF_SMELTERS.search(head) for head in passage.columns):
        return "", ""
    (first, _), (sound, _), *rest = counted
    waiting = sum(number for number, head in rest if _UNDER_WAY.search(head))
    others = [head for number, head in rest if number and not _UNDER_WAY.search(head)]
    alone = bool(rest) and first > 0 and sound == 0
    if not others and (alone or first == sound + waiting):
        return "affirmed", "support"
    if others and all(UNSURE.search(head) or _OPEN.search(head) for head in others):
        return "hedged", "risk"
    return "affirmed", "risk"


_UNDER_WAY = re.compile(r"\bunder (?:audit|granskning|revision)|in progress|pågå")
_OPEN = re.compile(r"unidentified|unclear|not identified|oklar|ej identifierad")


def _counts(passage: Passage) -> list[tuple[int, str]]:
    """The counts of a row behind its first cell, each with the head of its column."""
    heads = passage.columns if len(passage.columns) == len(passage.unit.cells) else []
    found: list[tuple[int, str]] = []
    for index, (start, end) in enumerate(passage.unit.cells[1:], 1):
        cell = passage.view.text[start:end].strip()
        if _COUNT.fullmatch(cell):
            found.append((int(cell), heads[index] if heads else ""))
        elif UNSURE.search(cell.lower()):
            return []
    return found
