"""Countries, regions and cities in a passage, and words for an origin nobody tells."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Passage

UNSURE = re.compile(
    r"okän\w*|okla\w*|varierande|varierar|växlar|skiftar|konfidentiell\w*|unknown|various|varies|varying|vary\b"
    r"|mixed origins?|confidential|undisclosed|vet vi inte|inte säga|inte fått besked|uppges inte"
    r"|not (?:been )?stated|not (?:been )?disclosed|undetermin\w*|obestäm\w*|sydostasien|asien\b"
    r"|southeast asia|south-east asia|\basia\b|baltic region|ej angiv\w*|uppgift saknas|ej känt"
    r"|not traceable|inte spårbar\w*|cannot (?:be traced|say|tell)|ingen (?:säker )?uppgift"
    r"|no information|not known|inte känt|flera länder|olika länder|different countries"
    r"|several countries|lämnar vi .{0,40}inte ut|sekretess|trade secret"
    r"|not specified|annat ursprung|ej namngiven|not named|unnamed|blandat ursprung"
    r"|vägrat lämna ut"
)


def places(passage: Passage, start: int, end: int, *, cities: bool = False) -> list[Hit]:
    """Countries and regions in [start, end), each once; cities too where asked for.

    A region stands for its country: "Xinjiang, China" is CN-XJ.
    """
    kept: list[Hit] = []
    for hit in passage.of("country"):
        if hit.start < start or hit.end > end or not passage.view.text[hit.start].isupper():
            continue
        if hit.rule.weight == "weak" and not (cities and hit.rule.id.startswith("city")):
            continue
        if any(hit.start < other.end or hit.rule.name == other.rule.name for other in kept):
            continue
        kept.append(hit)
    regions = {hit.rule.name[:2] for hit in kept if "-" in hit.rule.name}
    return [hit for hit in kept if "-" in hit.rule.name or hit.rule.name not in regions]


def adjectives(passage: Passage, start: int, end: int) -> list[Hit]:
    """Words like "kinesisk" and "Chinese" in [start, end)."""
    return [
        hit
        for hit in passage.of("country")
        if start <= hit.start < end and hit.rule.id.startswith("demonym")
        and hit.language in ("any", passage.language)
    ]  # fmt: skip
