"""A bare place that answers what stands before it: "Where is it made?", and below it "Poland"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.layout.lines import HEADING, ROW
from nlp.matching import Hit
from nlp.origin.codes import ASKS, coded
from nlp.origin.places import named
from nlp.passages import Draft, Passage

_LONGEST = 60  # characters of an answer that is a place, or a few of them
_BEFORE = 140  # characters in which the question or the label ends
_LABEL = re.compile(
    rf"(?:[\d.)]+\s+)?(?:{ASKS}|origin|ursprung)[^:?.\n]{{0,40}}[:?]?", re.IGNORECASE
)
_FIELD = re.compile(rf"(?:[\d.)]+\s+)?{ASKS}(?:\s\([^()]*\))?:?\s+(?=\S)", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:where|(?:which|what) countr\w+|var|varifrån|vilket land|vilka länder)\b")
_STEP = re.compile(r"(?P<step>[^\W\d][^:|.;\n]{2,40}?)(?:\s[–-]|:)\s+(?=\S)")
# What is left of an answer when its places are taken out.
_REST = re.compile(
    r"(?:[\s,;.()/&+-]|\b(?:a|svar|answer):|\b(?:in|from|the|and|or|also|i|från|och|eller|samt)\b)*"
)
_PAIR = 2  # cells of a row that tells one thing of another
_BREAK = re.compile(r"[\n\f]|[.?]\s")


def read(passage: Passage) -> Iterator[Draft]:
    """A draft for each place of a unit that is nothing but the answer to where things are made."""
    start = passage.start
    if passage.end - start > 2 * _LONGEST:
        return
    if passage.unit.kind == HEADING:
        yield from (_draft(passage, *code) for code in coded(passage))
    if "country" not in passage.kinds:
        return
    if passage.unit.kind == ROW:
        yield from _pair(passage)
        return
    if field := _FIELD.match(passage.view.text, start, passage.end):
        yield from _answer(passage, field.end(), "")
    elif passage.unit.kind == HEADING and (
        step := _STEP.match(passage.view.text, start, passage.end)
    ):
        if (told := _told_of(passage.within(start, step.end("step")))) is not None:
            yield from _answer(passage, step.end(), told)
    elif (told := _asked_for(passage)) is not None:
        yield from _answer(passage, start, told)


def _pair(passage: Passage) -> Iterator[Draft]:
    """ "Country of manufacture | Poland": a table that is this one row has no heads."""
    cells = passage.unit.cells
    alone = len(cells) == _PAIR and cells == passage.unit.header
    if alone and _LABEL.fullmatch(passage.view.text, *cells[0]):
        yield from _answer(passage, cells[1][0], _told_of(passage.within(*cells[0])) or "")


def _told_of(hits: list[Hit]) -> str | None:
    """The material a question or label is about, "" of goods that are made; None of else."""
    names = {hit.rule.name for hit in hits if hit.rule.kind == "set"}
    raw = {hit.rule.name for hit in hits if hit.rule.kind == "material"}
    if raw:
        return raw.pop() if len(raw) == 1 and "notmade" not in names else None
    return "" if "made" in names and "notmade" not in names else None


def _asked_for(passage: Passage) -> str | None:
    """What the question or the label right before the passage asks the place of; None if none."""
    text = passage.view.text
    first = max(0, passage.start - _BEFORE)
    end = first + len(text[first : passage.start].rstrip())
    start = max((one.end() for one in _BREAK.finditer(text, first, end)), default=first)
    if passage.page_hits is None:
        return None
    hits = passage.page_hits.between(start, end)
    if _LABEL.fullmatch(text, start, end):
        return _told_of(hits) or ""
    asked = text[end - 1 : end] == "?" and _WHERE.search(passage.view.lower, start, end)
    origin = any(hit.rule.name in _MAKING for hit in hits)
    return _told_of(hits) if asked and origin else None


_MAKING = frozenset(("made", "origin"))


def _answer(passage: Passage, start: int, material: str) -> Iterator[Draft]:
    """The places in [start, the end), where nothing else stands there."""
    found = named(passage, start, passage.end, cities=True)
    rest, at = "", start
    for hit in found:
        rest += passage.view.lower[at : hit.start]
        at = hit.end
    if not found or passage.end - start > _LONGEST:
        return
    if not _REST.fullmatch(rest + passage.view.lower[at : passage.end]):
        return
    strong = [hit for hit in found if hit.rule.weight == "strong"]
    for hit in strong or found[:1]:
        draft = _draft(passage, hit.start, hit.end, hit.rule.name)
        raw = {"material": material, **draft.value}
        yield replace(draft, topic="ORIGIN.MATERIAL", value=raw) if material else draft


def _draft(passage: Passage, start: int, end: int, country: str) -> Draft:
    return Draft(
        "ORIGIN.COUNTRY", passage.start, passage.end, ((start, end),), "origin.country", "origin",
        {"country": country}, default="affirmed",
    )  # fmt: skip
