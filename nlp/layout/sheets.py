"""Where a safety data sheet that lost its line breaks had them: its sections tell by their titles.

The titles are those of Annex II of REACH, in English and Swedish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_SECTION = re.compile(r"\b(?:AVSNITT|SECTION|Avsnitt|Section) (?:1[0-6]|[1-9])\s?[:.]\s")
_LEAST = 2  # sections on one line: a single one may be named in a sentence
_SHORT = 100  # characters of a line that has not lost its breaks
_PART = r"(?<![\d.])(?:1[0-6]|[1-9])\.[1-9]\.? "
# "2.3 Other hazards ", over what stands under it; other titles end where the next one begins.
_TITLED = re.compile(
    _PART + r"(?:Classification of the substance or mixture|Label elements|Other hazards|Substances"
    r"|Mixtures|Information on (?:toxicological effects|other hazards)|Toxicity"
    r"|Other adverse effects"
    r"|Persistence and degradability|Bioaccumulative potential|Mobility in soil"
    r"|Results of PBT and vPvB assessment|Endocrine disrupting properties"
    r"|Chemical safety assessment"
    r"|Klassificering av ämnet(?:/| eller )blandningen|Märkningsuppgifter|Andra faror|Ämnen"
    r"|Blandningar|Information om (?:de toxikologiska effekterna|andra faror)|Toxicitet"
    r"|Persistens och nedbrytbarhet|Bioackumuleringsförmåga|Rörlighet i jord"
    r"|Resultat av PBT- och vPvB-bedömningen|Hormonstörande egenskaper|Andra skadliga effekter"
    r"|Kemikaliesäkerhetsbedömning) "
)
_NUMBERED = re.compile(_PART + r"(?=[A-ZÅÄÖ])")


def begins_section(text: str, start: int) -> bool:
    """Does the line at `start` begin a section by its word, number and colon?"""
    return bool(_SECTION.match(text, start))


def broken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines that text[start:end] would be, where it has sections that run on; else itself."""
    marks: list[int] = []
    if end - start > _SHORT:
        marks += [found.start() for found in _SECTION.finditer(text, start, end)]
    if len(marks) < _LEAST:
        yield start, end
        return
    marks += [found.start() for found in _NUMBERED.finditer(text, start, end)]
    marks += [found.end() for found in _TITLED.finditer(text, start, end)]
    edges = sorted({start, end, *marks})
    yield from pairwise(edges)
