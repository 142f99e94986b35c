"""Claims about where a product, its parts and its raw materials come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nlp.layout.lines import HEADING, ROW
from nlp.origin import asked, bases, countries, listed, materials, minerals, replies, shares, sites
from nlp.passages import Draft, Passage

_SITE, _MATERIAL = "ORIGIN.SITE", "ORIGIN.MATERIAL"
_KINDS = frozenset(("country", "material", "mineral"))
_SAID = frozenset(("made", "origin", "rawmaterial", "smelter", "site", "siteword"))
_TELLING = frozenset((0, 1, 3, 15, 16))  # sections of a safety data sheet that may tell an origin


# A line of a product's sheet without a full stop: "Överdraget sys i Portugal".
_DONE_IN = re.compile(
    r"(?:[\w-]+ ){1,4}(?:\w{3,}as|sys|görs|(?:is|are|was|were) \w+|comes?|kommer)"
    r" (?:i|in|från|from|at|hos) (?:the )?[A-ZÅÄÖ]"
    r"|(?:[Pp]rodu(?:cts?|ce) of|[Pp]rodukt(?:er)? från) [A-ZÅÄÖ]"
)


def _declares(passage: Passage) -> bool:
    return passage.unit.kind == HEADING and bool(_DONE_IN.match(passage.words))


def read(passage: Passage) -> Iterator[Draft]:
    """Drafts of site, material, mineral and country; the more special keeps the others out."""
    if passage.unit.section not in _TELLING or passage.taught or sites.is_letterhead(passage):
        return
    if told := list(shares.read(passage)):
        yield from told
        return
    if answered := list(asked.read(passage)) or list(replies.read(passage)):
        yield from answered
        return
    if passage.asked and not _declares(passage):
        # "We buy lamps from vendors in Italy": a verb that no list knows makes a line no title.
        if passage.unit.kind == HEADING:
            yield from list(listed.in_list(passage)) or bases.read(passage)
        return
    if _KINDS & passage.kinds or _SAID & passage.names or passage.unit.header or passage.earlier:
        yield from _read(passage)
    else:
        yield from bases.read(passage)


def _read(passage: Passage) -> Iterator[Draft]:
    found = list(sites.read(passage))
    based = list(bases.read(passage))
    sourced = _settled(materials.read(passage), based)
    placed = any("country" in draft.value for draft in sourced)
    based = _besides(based, [*found, *sourced])
    yield from found
    yield from sourced
    yield from based
    if not placed:
        yield from minerals.read(passage)
    row = passage.unit.kind == ROW
    named = [draft for draft in found if row or draft.rule == "origin.site"]
    taken = {draft.value.get("country", "") for draft in (*named, *sourced, *based)}
    for draft in countries.read(passage):
        at = draft.anchors[0][0] if draft.anchors else draft.start
        inside = any(site.start <= at < site.end for site in named)
        hidden = draft.rule == "origin.unsure" and (found or sourced or based)
        if not inside and not hidden and draft.value.get("country") not in taken:
            yield draft


def _besides(drafts: Iterable[Draft], others: list[Draft]) -> list[Draft]:
    """The drafts whose place none of the others tells; a site tells the country of its state."""
    taken = {draft.value.get("country", "") for draft in others}
    sited = {draft.value.get("country", "") for draft in others if draft.topic == _SITE}
    return [
        draft
        for draft in drafts
        if (there := draft.value.get("country", "")) not in taken and there[:2] not in sited
    ]


def _settled(sourced: Iterable[Draft], based: list[Draft]) -> list[Draft]:
    """The materials without those in doubt whose wider region is told as a plain fact."""
    told = {
        draft.value.get("material")
        for draft in based
        if draft.topic == _MATERIAL and not draft.stance and "country" not in draft.value
    }
    return [
        draft
        for draft in sourced
        if draft.stance != "hedged" or draft.value.get("material") not in told
    ]
