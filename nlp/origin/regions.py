"""Wider regions, "80 % in Europe", and towns by their land, "the Pakistani city of Sialkot"."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.origin.custody import TOPIC
from nlp.origin.places import reads_as_name
from nlp.origin.untold import REGION, UNSURE
from nlp.passages import Draft, Passage

_PACK = "origin"


def share(passage: Passage, start: int, end: int) -> Draft | None:
    """ "80 % of our clothes are made in Europe": a share is a plain fact, and has no code."""
    lower = passage.view.lower
    for wide in passage.of("manner"):
        if wide.rule.name != "world" or not start <= wide.start < end:
            continue
        if _SHARE_IN.search(lower, start, wide.start) and reads_as_name(passage, wide):
            return Draft(
                "ORIGIN.COUNTRY", start, end, ((wide.start, wide.end),), "origin.country", _PACK,
                stance="affirmed", bearing="neutral",
            )  # fmt: skip
    return None


_SHARE_IN = re.compile(
    r"(?:%|\bper ?cent|\bprocent)(?: [\w-]+){0,8} (?:in|i|within|inom) (?:the )?$"
)


def source(passage: Passage, material: Hit) -> Draft | None:
    """ "The cocoa comes from Ghana and West Africa": a wider region told as a plain fact."""
    lower = passage.view.lower
    for wide in passage.of("manner"):
        if wide.rule.name != "world" or wide.start < material.end:
            continue
        clause = passage.clause_of(material.start)[0], passage.clause_of(wide.start)[1]
        doubts = UNSURE.finditer(lower, passage.start, passage.end)
        if any(not REGION.match(doubt.group()) for doubt in doubts):
            return None
        comes = _COMES.search(lower, material.end, wide.start)
        if comes and reads_as_name(passage, wide):
            return Draft(
                TOPIC, *clause, ((wide.start, wide.end),), material.rule.id, material.rule.pack,
                {"material": material.rule.name}, stance="affirmed", bearing="neutral",
            )  # fmt: skip
    return None


_COMES = re.compile(
    r"\b(?:comes?|is sourced|are sourced|is grown|are grown|kommer|odlas|hämtas) (?:\w+ ){0,2}?"
    r"(?:from|in|från|i)\s(?:(?:the |[\w-]+(?:, | and | och )){0,8})$"
)


def of_town(passage: Passage, at: int) -> bool:
    """ "in the Pakistani city of Sialkot", "i den polska staden Olsztyn"."""
    return bool(_TOWN_BEHIND.match(passage.view.lower, at))


_TOWN_BEHIND = re.compile(
    r"\w*\s(?:staden|stad|byn|provinsen|regionen|delstaten|city|town|village|province|region)\b"
)
