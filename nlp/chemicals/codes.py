"""Numbers of goods and papers that are written like those of substances and hazards."""

from __future__ import annotations

import re

from nlp.passages import Passage

# Heads of columns in which goods have their numbers.
_ARTICLE = re.compile(
    r"\b(?:art|artikel\w*|article|item|sku|part|order\w*|beställning\w*|catalogue|katalog\w*|ref"
    r"|model|modell)\b"
)
_CODE = re.compile(r"\b(?:code|kod|nr|no|number|nummer)\b")
_SUBSTANCE = re.compile(r"\bcas|\bämne|substance|\bec\b|\beg\b|chemical|hazard|\bfar|\bh-")
# "invoice 80-05-7", "Lokal H317", "MODEL H302": what a number is told to be of.
_NAMED = re.compile(
    r"\b(?:invoices?|faktura\w*|(?:purchase |inköps|arbets)?orders?|ordernummer|consignment"
    r"|fraktsedel\w*|följesedel\w*|waybill|försäkringsnummer|policy|error|felkod|fel|ticket"
    r"|ärende(?:nummer)?|complaint|reklamation|serial|serienummer|dnr|diarienummer|tel|telefon"
    r"|phone|ref|referens|reference|models?|modell(?:en)?|series|serien?|type|typ|lokal|rum|room"
    r"|sal|hylla|shelf|bay|aisle|gate|port|hiss|dock)"
    r"(?:\.|:)?(?: ?(?:no|nr|number|nummer)\b\.?:?)?\s{1,3}$"
)
_TEST = re.compile(
    r"\b(?:tests?|testing|samples?|screening|analys[ei]s|prov|provning|analys|\w+paket)\b"
    r"|\b(?:[gl]c-ms|icp-?\w+|hplc|xrf|ftir|gc-\w{2,4})\b|\b(?:en|iso|astm)(?: iso)? \w?\d{3,5}\b"
)
_BEFORE = 32  # characters in which it is told


def is_offered(passage: Passage) -> bool:
    """Is it a row that tells what a test costs: "Azo dyes, 24 amines | sample | 96"?"""
    return passage.priced and bool(_TEST.search(passage.lower))


def is_of_goods(passage: Passage, start: int, end: int) -> bool:
    """Is the number at [start, end) one of goods, a paper or a place, and of no substance?"""
    if _NAMED.search(passage.view.lower, max(passage.start, start - _BEFORE), start):
        return True
    head = _head(passage, start, end)
    if not head or _SUBSTANCE.search(head):
        return False
    return bool(_ARTICLE.search(head) or (_CODE.search(head) and passage.priced))


def _head(passage: Passage, start: int, end: int) -> str:
    """The head of the column whose cell is the number and nothing else; "" for any other."""
    cells, lower = passage.unit.cells, passage.view.lower
    if len(passage.columns) != len(cells):
        return ""
    heads = zip(cells, passage.columns, strict=True)
    number = lower[start:end]
    return next((head for (a, b), head in heads if lower[a:b].strip() == number), "")
