"""A bound that tells of absence: "TCEP is below 0.01 %", and no range of a recipe."""

from __future__ import annotations

import re

from nlp.passages import Draft, Passage

_TRACE = 0.1  # weight per cent; what is told to be below it is told not to be there
_BELOW = re.compile(
    r"(?:[()\w -])*?(?::|\b(?:is|was|are|were|stays?|stayed|remains?|lies|ligger|låg|är|var))"
    r" ?(?:\w+ ){0,2}(?:<|below|under|less than|mindre än|lägre än) ?"
    r"(?P<figure>\d+(?:[.,]\d+)?) ?(?P<unit>%|per cent|procent|vikt|mg/kg|ppm|µg)"
)
_PART = re.compile(r"contain|consist|innehåll|består|ingår|preserved|konserver|cas|\d ?- ?\d+ ?%|,")


def trifling(passage: Passage, draft: Draft) -> bool:
    """Is all that is said of a substance that it keeps below a trace?"""
    if draft.topic not in ("CHEM.SUBSTANCE", "CHEM.GROUP") or passage.unit.cells:
        return False
    if passage.unit.section or not draft.anchors:
        return False
    lower = passage.view.lower
    found = _BELOW.match(lower, min(start for start, _ in draft.anchors), passage.end)
    if not found or _PART.search(lower, draft.start, found.start("figure")):
        return False
    figure = float(found["figure"].replace(",", "."))
    share = found["unit"] not in ("mg/kg", "ppm", "µg")
    return figure <= _TRACE if share else True
