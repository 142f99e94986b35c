"""Limits of substances that are laid down, and tell nothing of what is in a product."""

from __future__ import annotations

import re

from nlp.denying import UNDETECTED
from nlp.passages import Draft, Passage

_CHEMICAL = ("CHEM.SUBSTANCE", "CHEM.GROUP", "CHEM.HAZARD", "CHEM.LIST")
_LIMITS = re.compile(r"\b(?:gräns\w*|limits?|krav|requirements?|max(?:imum|halt|\.)?|högsta \w+)\b")
_RESULTS = re.compile(
    r"result|utfall|uppmät|measured|found|halt\b|content|value|värde|analys"
    r"|test(?!\w* ?(?:method|met))|prov(?!\w*metod)|status|verdict|bedömning|pass|godkän"
    r"|conform|answer|svar|kommentar|remark|declared|in product|i produkt|%"
)
_BOUND = re.compile(
    r"(?:\bmax(?:imum|\.)?|\bhögst|\b(?:not|inte|ej) (?:above|over|more than|över|mer än)|\bat most"
    r"|[<≤]|\bunder|\bbelow) ?[\d.,]+ ?(?:mg|µg|ppm|%)"
)
_SEEN = re.compile(
    r"\b(?:was|were|found|measured|tested|detected|results?|contains?|has|have|is|are"
    r"|var|uppmät\w*|testa\w*|påvisa\w*|innehåller|har|är)\b"
)
# "Lead must be under 90 ppm", "Produkter med H350 får inte köpas in"
_DUTY = re.compile(
    r"\b(?:must|shall|is to|are to|får (?:inte|ej)|ska(?:ll)? (?!ha\b))"
    r"(?! (?:be (?:washed|stored|worn|kept away|disposed|handled|used)|avoid|förvaras|hanteras"
    r"|bäras))"
)
_OF_USE = re.compile(
    r"\b(?:label\w*|märk\w*|wash|wear|gloves|handskar|glasögon|ventilat\w*|waste|avfall)\b"
)


def laid_down(passage: Passage, draft: Draft) -> bool:
    """Is it a limit or a ban that a paper sets for what is bought, and no word of a product?"""
    if draft.topic not in _CHEMICAL:
        return False
    if passage.unit.cells:
        return _is_limit(passage)
    words = passage.view.lower[draft.start : draft.end]
    if passage.prescribes and _BOUND.search(words) and not _SEEN.search(words):
        return True
    duty = _DUTY.search(passage.view.lower, *passage.clause_of(draft.start))
    return bool(draft.stance and duty) and not _OF_USE.search(passage.lower)


def _is_limit(passage: Passage) -> bool:
    """A policy's row of one figure, under a column of limits and none of results."""
    if not passage.prescribes:
        return False
    cells = [passage.view.lower[a:b] for a, b in passage.unit.cells]
    if sum(1 for cell in cells if _FIGURE.match(cell)) != 1 or any(map(_NONE.fullmatch, cells)):
        return False
    heads = " | ".join(passage.columns)
    if heads:
        return bool(_LIMITS.search(heads)) and not _RESULTS.search(heads)
    return bool(_BOUND.search(passage.lower))


_FIGURE = re.compile(r"(?:max\w*\.? |högst |[<≤] ?)?\d+(?:[.,]\d+)? ?(?:$|%|mg|µg|ppm|g/)")
_NONE = re.compile(rf"\s*(?:{UNDETECTED}|-|<? ?lo[dq])\s*")
