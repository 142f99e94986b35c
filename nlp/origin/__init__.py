"""Claims about where a product, its parts and its raw materials come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.lines import HEADING, ROW
from nlp.origin import countries, materials, minerals, sites
from nlp.passages import Draft, Passage

_KINDS = frozenset(("country", "material", "mineral"))
_SAID = frozenset(("made", "origin", "rawmaterial", "smelter", "site", "siteword"))
_TELLING = frozenset((0, 1, 3, 15, 16))  # sections of a safety data sheet that may tell an origin


# A line of a product's sheet without a full stop: "Överdraget sys i Portugal".
_DONE_IN = re.compile(
    r"(?:[\w-]+ ){1,4}(?:\w{3,}as|sys|görs|(?:is|are|was|were) \w+|comes?|kommer)"
    r" (?:i|in|från|from|at|hos) (?:the )?[A-ZÅÄÖ]"
)


def _declares(passage: Passage) -> bool:
    return passage.unit.kind == HEADING and bool(_DONE_IN.match(passage.words))


def read(passage: Passage) -> Iterator[Draft]:
    """Drafts of site, material, mineral and country; the more special keeps the others out."""
    told = _KINDS & passage.kinds or _SAID & passage.names or passage.unit.header or passage.earlier
    if passage.unit.section not in _TELLING or not told:
        return
    if passage.taught or sites.is_letterhead(passage):
        return
    if passage.asked and not _declares(passage):
        return
    found = list(sites.read(passage))
    sourced = list(materials.read(passage))
    placed = any("country" in draft.value for draft in sourced)
    yield from found
    yield from sourced
    if not placed:
        yield from minerals.read(passage)
    row = passage.unit.kind == ROW
    named = [draft for draft in found if row or draft.value.get("site")]
    taken = {draft.value.get("country", "") for draft in (*named, *sourced)}
    for draft in countries.read(passage):
        at = draft.anchors[0][0] if draft.anchors else draft.start
        inside = any(site.start <= at < site.end for site in named)
        hidden = draft.rule == "origin.unsure" and (found or sourced)
        if not inside and not hidden and draft.value.get("country") not in taken:
            yield draft
