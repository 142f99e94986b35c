"""Steps of a material: where it grows or is dug, and where it is worked on its way."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.origin.unnamed import MADE
from nlp.passages import Passage

SOURCED = re.compile(
    r"kommer|come|ursprung|origin|köp\w*|\bbuy|bought|sourc\w+|odla\w*|grown|import"
    r"|harvest|skörda\w*"
    r"|mined|bryts|is from|are from|är från|avverka\w*|forest|skogar|farm\w*|fångas|caught"
    r"|plockas|picked|tappas|tapped|föds upp|reared|raised|landed|landas|utvinns|extracted|quarried"
    r"|fiskas|fished|hämtas|obtained|levereras|supplied|purchased|används|raffineras|refined"
)
"""What is done to a material at its source."""
_IN = re.compile(r"\s(?:[\w-]+\s){0,3}?(?:in|i|at|på)\s(?:the )?")


def of_sources(passage: Passage, found: list[Hit]) -> list[Hit]:
    """The places but for those of a next step: "grown in Peru and roasted in Italy"."""
    return [place for place in found if not _is_next_step(passage, found, place)]


def _is_next_step(passage: Passage, found: list[Hit], place: Hit) -> bool:
    before = max((hit.end for hit in found if hit.end <= place.start), default=-1)
    if before < 0:
        return False
    lower = passage.view.lower
    return bool(
        MADE.search(lower, before, place.end) and not SOURCED.search(lower, before, place.start)
    )


def is_of_making(passage: Passage, place: Hit) -> bool:
    """Is it right behind a word of making: "woven in Pakistan"?"""
    lower = passage.view.lower
    made = (hit.end for hit in passage.hits if hit.rule.name == "made")
    return any(end < place.start and _IN.fullmatch(lower, end, place.start) for end in made)
