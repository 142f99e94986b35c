"""Tin, tantalum, tungsten, gold, cobalt and mica: where used, and what is known of smelters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.matching import Hit, outermost
from nlp.passages import Draft, Passage

PACK = "origin"
_USED = re.compile(
    r"used|använd\w*|innehåll\w*|contain\w*|present|occurs?|förekom\w*|ingår|finns"
    r"|source\w*|ursprung"
    r"|origin\w*|traced|spår\w*|redovisa\w*|finance|information|available|inquiry|buys?|köper"
)


_CONFLICT = frozenset(("tin", "tantalum", "tungsten", "gold"))


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each mineral of each clause; smelters without a mineral stand for 3TG."""
    head = {hit.rule.name for hit in passage.head_hits if hit.rule.kind == "set"}
    around = (*passage.head_hits, *passage.title_hits)
    titled = any(hit.rule.kind == "mineral" or hit.rule.name == "minecontext" for hit in around)
    hits = [hit for hit in passage.of("mineral") if hit.language in ("any", passage.language)]
    hits = [hit for hit in outermost(hits) if not _named_otherwise(passage, hit)]
    context = {"minecontext", "smelter"} & (passage.names | head)
    if hits and (context or (titled and _USED.search(passage.lower))):
        yield from _minerals(passage, hits)
    elif not hits and "ORIGIN.MINERALS" in passage.earlier and _REMAINING.search(passage.lower):
        span = (passage.start, passage.end)
        yield Draft("ORIGIN.MINERALS", *span, (), "origin.smelter", PACK, {"mineral": "3tg"})
    elif "smelter" in passage.names and not hits and passage.unit.kind != "row":
        start, end = _clause(passage)
        yield Draft("ORIGIN.MINERALS", start, end, (), "origin.smelter", PACK, {"mineral": "3tg"})


_REMAINING = re.compile(
    r"\b(?:remaining|of these|of them|the rest|resten|övriga|av dessa|av dem)\b"
)


def _minerals(passage: Passage, hits: list[Hit]) -> Iterator[Draft]:
    if {hit.rule.name for hit in hits} >= _CONFLICT:
        start, end = passage.clause_of(hits[0].start)
        anchor = (hits[0].start, hits[0].end)
        yield Draft(
            "ORIGIN.MINERALS", start, end, (anchor,), "mineral.3tg", PACK, {"mineral": "3tg"}
        )
        return
    done: set[tuple[str, int]] = set()
    for hit in hits:
        start, end = passage.clause_of(hit.start)
        if passage.unit.cells:
            start, end = passage.start, passage.end
        if (hit.rule.name, start) not in done:
            done.add((hit.rule.name, start))
            yield Draft(
                "ORIGIN.MINERALS", start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack,
                {"mineral": hit.rule.name},
            )  # fmt: skip


def _clause(passage: Passage) -> tuple[int, int]:
    at = next(hit.start for hit in passage.hits if hit.rule.name == "smelter")
    return passage.clause_of(at)


def _named_otherwise(passage: Passage, hit: Hit) -> bool:
    return bool(
        re.match(r"\s*(?:medal|standard|status|level)", passage.view.lower[hit.end : hit.end + 12])
    )
