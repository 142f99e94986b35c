"""What is done with goods that is no making of them: design, repairs, tests, sales."""

from __future__ import annotations

import re

from nlp.origin.rows import TOLD_OF
from nlp.passages import Passage

NO_MAKING = re.compile(
    r"(?:all |the |these )?(?:repar|repair|service|underhåll|maintenance"
    r"|utveckling|development|design|research|forskning|försäljning|sales|lagring|storage"
    r"|kalibrer|calibration|batteribyte|utbildning"
    r"|registrering|translation|översättning|konfiguration|configuration|provtagning|sampling"
    r"|utvärdering|evaluation|betalning|payment|fakturering|invoicing|rekrytering|recruitment"
    r"|revision|granskning|audit|inspection"
    r"|training|test(?:s|ing|erna)?\b|samples?\b|prover\w*|analys|provning)\w*"
)
"""How a clause begins that tells of something else than making."""
_DESIGNED = re.compile(
    r"(?:we |vi )?(?:design(?:ed)?|develop(?:ed)?|formg[ie][vr]\w*|design\w+|utveckla\w+"
    r"|konstruera\w+)\b[^,;]{2,40}(?:,|\sand|\soch)\s"
    r"(?=(?:made?|make|manufactured?|produced?|assembled?|sewn?|tillverka\w+|producera\w+"
    r"|sydd\w*|syr|montera\w+)\b)"
)
_SERVICE = re.compile(
    r"\b(?:service|repairs?|reparation\w*|underhåll|maintenance|offices?|kontor\w*|warehous\w*"
    r"|lager"
    r"|support|garanti\w*)\b"
)


def behind_design(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """ "Designed in Sweden, made in China": the part of the clause that tells of making."""
    design = _DESIGNED.match(passage.view.lower, start, end)
    return (design.end() if design else start), end


def is_serviced(passage: Passage) -> bool:
    """Does the heading speak of offices, stores or repairs, and of no making?"""
    made = any(hit.rule.name in TOLD_OF for hit in passage.head_hits)
    return not made and bool(_SERVICE.search(passage.unit.heading.lower()))
