"""Rows in which a country would be an origin: by their heads, a key, a share or a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nlp.matching import Hit
from nlp.origin.places import named
from nlp.origin.untold import UNSURE
from nlp.passages import Passage

KEY = re.compile(
    r"[^:|]*(?:tillverkningsland|produktionsland|ursprungsland|\bursprung\b|\bcountry"
    r"|\borigin|made in|tillverkas i"
    r"|producerad i|\bland)\b[^:|]{0,40}:"
)
"""A line that asks for a country and tells it behind a colon."""
OTHERWISE = re.compile(
    r"destination|deliver|leverans|market|marknad|residence|registra|incorporat|of import|of export"
    r"|invoice"
    r"|\bsales?\b|\bsold\b|revenue|turnover|försälj|omsättning|customers?|kunder|employees"
    r"|anställda|nationalit|birth|citizen|\bbuyer|bemanning|\buse\b|användning|issu|utfärda"
    r"|service|faktur"
)
"""What else than origin a country is asked of: "Country of destination: Poland"."""
_COLUMN = re.compile(
    r"land\b|country|ursprung|origin|tillverkad|made in|tillverkningsort|plats|\bplace\b|\bort\b"
    r"|\blocation\b|\bcoo\b"
)
_NOT_COLUMN = re.compile(r"marknad|market|kontor|office|kund|customer|leverans|delivery|\blag\b")
_RISKS = re.compile(
    r"sannolikhet|likelihood|probability|allvarlighet|severity|\bwages?\b|lön|\bpaid\b"
)
_CONTACTS = re.compile(
    r"\b(?:tele)?(?:phone|fon)\b|\be-?mail\b|\be-?post\b|\bspråk\b|\blanguages?\b"
)
_COUNTED = re.compile(
    r"\b(?:besök|visits?|avvikelser|findings|klagomål|complaints?|ärenden|cases|anmälningar|reports)\b"
)
TOLD_OF = frozenset(("made", "origin"))
"""Sets of words that speak of making or of origin."""


def spans(passage: Passage) -> Iterator[tuple[int, int]]:
    """The row, or the part of it that tells, where it tells an origin."""
    heads = " ".join(passage.columns)
    if _RISKS.search(heads) or _CONTACTS.search(heads) or _is_no_product(passage):
        return
    if _COUNTED.search(heads) and _counts(passage):
        return
    if answer := _answered(passage):
        yield answer
        return
    key = KEY.match(passage.lower) or (
        len(passage.unit.cells) == _PAIR
        and _COLUMN.search(passage.view.lower[slice(*passage.unit.cells[0])])
    )
    headed = _COLUMN.search(heads) and not _NOT_COLUMN.search(heads)
    if key or headed or _is_share(passage):
        yield passage.start, passage.end
    else:
        yield from _steps(passage)


def _counts(passage: Passage) -> bool:
    """Is all that stands beside the place a number: "China | 2 | 11", of visits and findings?"""
    texts = [passage.view.text[a:b].strip() for a, b in passage.unit.cells]
    return all(_FIGURE.fullmatch(text) for text in texts[1:])


_FIGURE = re.compile(r"[\d ,.]*|[-–]")


def stance(passage: Passage, place: Hit) -> str:
    """Affirmed, where what is not told stands in another cell than the place; else unknown yet."""
    for a, b in passage.unit.cells:
        if UNSURE.search(passage.view.lower, a, b):
            return "" if a <= place.start < b else "affirmed"
    return ""


def _steps(passage: Passage) -> Iterator[tuple[int, int]]:
    """Cells that each tell of a step of their own: "knitted in Peru | dyed in Chile"."""
    for a, b in passage.unit.cells:
        made = any(hit.rule.name == "made" for hit in passage.within(a, b))
        if made and named(passage, a, b) and _STEP.match(passage.view.lower, a, b):
            yield a, b


_STEP = re.compile(r"(?!.*(?:fabrik|factory|plant\b|works\b)).*(?: (?:in|i) |:)")


def untold(passage: Passage) -> Iterator[tuple[int, int]]:
    """From the part to the cell of its country's column that says it is not known."""
    for index, head in enumerate(passage.columns):
        if _MADE_COLUMN.search(head) and index < len(passage.unit.cells):
            a, b = passage.unit.cells[index]
            if UNSURE.search(passage.view.lower, a, b):
                yield passage.start, b


_MADE_COLUMN = re.compile(
    r"tillverkningsland|country of (?:manufacture|origin)|made in|produced in|ursprungsland"
    r"|^land$|^country$|^place$|^ursprung$|^origin$"
)


def _is_no_product(passage: Passage) -> bool:
    """ "Design | Bergen", "Warehouse | Hamburg": no part of the goods is made there."""
    first = next((cell for cell in passage.unit.cells if cell[1] > cell[0]), None)
    names = {hit.rule.name for hit in passage.within(*first)} if first else set()
    return "notmade" in names and "made" not in names


def _is_share(passage: Passage) -> bool:
    """ "Vietnam | 34 %" under a heading about where things are made."""
    about = any(hit.rule.name in TOLD_OF for hit in (*passage.head_hits, *passage.lead_hits))
    share = any(_SHARE.fullmatch(passage.view.lower, a, b) for a, b in passage.unit.cells)
    return about and share and len(passage.unit.cells) == _PAIR


_SHARE = re.compile(r"\d{1,2}(?:[.,]\d)? ?(?:%|per ?cent|procent)")
_PAIR = 2  # cells of a row that tells one thing of another


_ASKS = re.compile(
    r"(?!.*\b(?:name|namn)\b).*(?:land\b|country|tillverkas|tillverkad|made\b|assembl|monteras"
    r"|sys\b|produced|manufactured)"
)


def _answered(passage: Passage) -> tuple[int, int] | None:
    """A question for the country in one cell of a form, its answer in the next."""
    for (a, b), (c, d) in pairwise(passage.unit.cells):
        asked = b > a and passage.view.text[b - 1] == "?"
        if asked and _ASKS.match(passage.view.lower, a, b) and named(passage, c, d):
            return a, d
    return None
