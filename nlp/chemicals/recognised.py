"""Substances that no pack names, found by the optional recogniser where content is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp import values
from nlp.chemicals import limits, running
from nlp.chemicals.sentences import told_of
from nlp.chemicals.things import SUBSTANCE, Thing
from nlp.passages import Draft, Passage
from nlp.recogniser import Recogniser

RULE = "chem.recognised"
# Our labelled documents have next to none of it, so how often it is right is not measured: its
# flags are read after all that is heard (`nlp.hearing.BAR`).
CHANCE = 0.3
_SHORTEST = 3  # characters of a name
# Words by which something is said to be, or not to be, in what is sold, or to be looked for there.
_HELD = re.compile(
    r"\bcontain(?:s|ed|ing)?\b|\bfree (?:of|from)\b|-free\b|\bcompos(?:ed of|ition)\b"
    r"|\bconsists? of\b|\bcontents? of\b|\bpresence of\b|\b(?:residues?|traces?) of\b"
    r"|\bwithout (?:added|any|using)\b|\b(?:tested|analy[sz]ed|screened|checked) for\b"
    r"|\bdetected\b|\b(?:treated|preserved) with\b"
    r"|\b(?:is|are|was|were|been) (?:not |never )?(?:present|found|added)\b"
)
# Kinds of rule that know a word: where they make no claim of it, none is to be made.
_KNOWING = frozenset(("substance", "group", "list", "hazard", "material", "mineral", "standard"))
_BLANKS = str.maketrans("\n\r\t\f\v", "     ")


def drafts(
    passages: Iterable[Passage], recogniser: Recogniser, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[Passage, Draft]]:
    """A draft of each name that stands in none of `taken`, the places of claims on chemicals."""
    telling = [passage for passage in passages if _tells(passage)]
    found = recogniser.names([passage.words.translate(_BLANKS) for passage in telling])
    for passage, names in zip(telling, found, strict=True):
        for first, last in names:
            start, end = passage.start + first, passage.start + last
            if any(start < b and a < end for a, b in taken) or not _unknown(passage, start, end):
                continue
            if draft := _draft(passage, start, end, recogniser.label):
                yield passage, draft


def _tells(passage: Passage) -> bool:
    """English running text that may say what something holds; a list may say it in its lead."""
    if passage.language != "en" or not running(passage):
        return False
    return _held(passage, passage.start, passage.end)


def _held(passage: Passage, start: int, end: int) -> bool:
    """Do [start, end) or the lead tell of content: in words, or by a figure per weight?"""
    if _HELD.search(passage.view.lower, start, end) or _HELD.search(passage.lead):
        return True
    figures = values.amounts(passage.view.text, start, end)
    return any(limits.per_million(one.high, one.unit) is not None for one in figures)


def _unknown(passage: Passage, start: int, end: int) -> bool:
    written = passage.view.text[start:end]
    if end - start < _SHORTEST or not any(map(str.isalpha, written)):
        return False
    return not any(
        hit.start < end and start < hit.end for hit in passage.hits if hit.rule.kind in _KNOWING
    )


def _draft(passage: Passage, start: int, end: int, label: str) -> Draft | None:
    if not _held(passage, *passage.clause_of(start)):
        return None
    value = {"name": " ".join(passage.view.text[start:end].split())}
    draft = told_of(passage, Thing(start, end, SUBSTANCE, value, RULE, label, listed=False))
    # Of a name that no list has, a figure or a number beside it is as uncertain as the name.
    return replace(draft, value=value, weight="weak") if draft else None
