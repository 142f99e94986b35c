"""Rows that name a maker with its place, or keep the name back; what a claim of a site is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nlp.matching import Hit
from nlp.origin.firms import HAS_LEGAL, WORD, firms
from nlp.origin.places import adjectives, named, places
from nlp.origin.untold import UNSURE
from nlp.passages import Draft, Passage

PACK = "origin"
_COLUMN = re.compile(
    r"tillverkare|anläggning|fabrik|factory|site\b|facility|supplier|manufacturer|unit|producer"
    r"|leverantör|företag|company|namn|name|\bmill\b|\bfirm\b|\bbolag\b|\bmaker\b"
)
_PLACED = re.compile(r"\bort|land|country|adress|address|location|plats|stad|city|place")
_WITHHELD = re.compile(
    r"\b(?:\w*namn(?:et|en)?|namn\w*|identitet\w*|names?|identity|vem som|tillverkare\w*|fabrik\w*"
    r"|leverantör\w*|\w+er(?:iet|iets)|factor(?:y|ies)|supplier|co-packer|producer|plant|firm|maker"
    r"|mould?er|foundry|which (?:plant|factory|mill))\b"
)
_PAY = re.compile(r"\bwages?\b|lön|\bpaid\b|minimum|nationalit|medborgarskap")
_PAPERS = re.compile(r"certifi|standard|giltig|valid")
NO_SITE = re.compile(
    r"address|phone|contact|court|law\b|applicant|prepared|author|signed|client|buyer|legal"
    r"|issue[rd]"
    r"|retailer|brand|linked|supplier|sender|adress|telefon|kontakt|tvist|sökande|beställare"
    r"|utfärda|undertecknat|avsändare|leverantör|upprättad|company|företag|bolag|import|export"
    r"|seller|consignee|represent|återförsäljare|reseller|venue|\bplats\b|meeting|distribut"
    r"|notified|payment|account|insur|betal|konto|försäkr|comments|assisted"
    r"|respondent|editor|redakt|questions?\b|frågor|customer|\bkund|köpare|\bsvar\b|lämna"
    r"|\bdesign|letterhead|brevhuvud|anbud|bidder|tenderer|\bgroup\b|koncern"
    r"|ansvarig|responsible|säljare|mottagare|möte|lokal|stored"
)
"""Keys whose answer is a firm that makes nothing, or is not said to."""


def draft(start: int, end: int, place: Hit | None, name: str, country: str = "") -> Draft:
    """A claim of a site; its `country` where another line than its own tells it."""
    country = place.rule.name[:2] if place else country
    value = {"country": country} if country else {}
    if name:
        value["site"] = re.sub(r"\s+", " ", name)
    anchors = ((place.start, place.end),) if place else ()
    return Draft("ORIGIN.SITE", start, end, anchors, "origin.site", PACK, value)


def country_of(found: list[Hit]) -> Hit:
    """The country where one is named, else what the city tells."""
    return next((hit for hit in found if hit.rule.weight == "strong"), found[0])


def hedged(passage: Passage, start: int, end: int) -> Draft:
    """A maker who is not told; of "our Turkish partners" the country is."""
    end, whole = end if end > start else passage.end, (passage.start, passage.end)
    found = places(passage, *whole, cities=True) or adjectives(passage, *whole)
    value = {"country": found[0].rule.name[:2]} if found else {}
    return Draft(
        "ORIGIN.SITE", start, end, (), "origin.site.withheld", PACK, value, stance="hedged",
        bearing="risk",
    )  # fmt: skip


def read(passage: Passage) -> Iterator[Draft]:
    heads = " ".join(passage.columns)
    if _PAY.search(heads):
        return
    if firm := _firm_row(passage):
        yield firm
    elif _COLUMN.search(heads) and (_lists_sites(passage) or not _PAPERS.search(heads)):
        yield from _column_row(passage)


def _column_row(passage: Passage) -> Iterator[Draft]:
    """A row of a list of makers, by the column that names them."""
    cells, text = passage.unit.cells, passage.view.text
    found = named(passage, passage.start, passage.end, cities=True)
    index = next((i for i, head in enumerate(passage.columns) if _COLUMN.search(head)), 0)
    withheld = index < len(cells) and UNSURE.search(passage.view.lower, *cells[index])
    if withheld and found and index and not text[slice(*cells[0])].isdigit():
        return  # a part, its nameless maker and their country: that is told by the country
    if withheld and (found or _lists_sites(passage)):
        yield hedged(passage, passage.start, _cell_end(passage, found[-1]) if found else -1)
        return
    if index >= len(cells) or not found:
        if _WITHHELD.search(passage.lower) and UNSURE.search(passage.lower):
            yield hedged(passage, passage.start, passage.end)
        return
    a, b = cells[index]
    elsewhere = [hit for hit in found if not a <= hit.start < b]
    if not elsewhere and _lists_sites(passage) and (shed := _WITH_TOWN.fullmatch(text, a, b)):
        yield draft(a, b, country_of(found), shed[1])
        return
    if b - a > 2 and text[a].isupper() and elsewhere and not _NAMELESS.fullmatch(text, a, b):
        place = country_of(elsewhere)
        name = text[a:b].rpartition(", ")[2] if HAS_LEGAL.search(text, a, b) else text[a:b]
        yield draft(min(a, found[0].start), _cell_end(passage, place), place, name)


_WITH_TOWN = re.compile(r"([A-ZÅÄÖ][\w &'’.-]{2,30}), [A-ZÅÄÖ][\w '’.-]+")  # "Shed A, Izmir"
_NAMELESS = re.compile(r"(?:Site|Factory|Supplier|Plant|Fabrik|Leverantör|Anläggning|Enhet) [A-Z]")


def _lists_sites(passage: Passage) -> bool:
    """Has the table a column of makers, and another of their places or of what they do?"""
    return any(_SITES.search(head) for head in passage.columns) and any(
        _PLACED.search(head) or _DOES.search(head) for head in passage.columns
    )


_SITES = re.compile(
    r"tillverkare|anläggning|fabrik|factory|facility|\bfirm|mill\b|\bnamn|\bname\b|producer"
    r"|\bsite\b"
)
_DOES = re.compile(
    r"\bwork\b|arbete|process|\bsteg\b|\bstep\b|stage|led\b|tier|moment|produkt|product|gör\b"
)


_TOWNS = re.compile(r"[^\d|]{2,40}, ?[^\d|]{3,30}")


def _firm_row(passage: Passage) -> Draft | None:
    """A firm with its place in one cell, or in two beside each other; heads or none."""
    text, cells = passage.view.text, passage.unit.cells
    for index, (a, b) in enumerate(cells):
        if index < len(passage.columns) and _ADDRESS.search(passage.columns[index]):
            continue  # the name stands in a column of its own
        firm = next(firms(passage, a, b), None)
        keyed = firm and NO_SITE.search(passage.view.lower, a, firm.start)
        if firm and not keyed and firm.last == b and b > firm.end:
            return draft(passage.start, b, firm.place, firm.name)
    for (a, b), (c, d) in pairwise(cells):
        found = places(passage, c, d, cities=True)
        firm_like = HAS_LEGAL.search(text, a, b) or _FIRM.fullmatch(text, a, b)
        if found and firm_like and _TOWNS.fullmatch(text, c, d) and not re.search(r"\d", text[a:b]):
            name = text[a:b].rpartition(", ")[2] if HAS_LEGAL.search(text, a, b) else text[a:b]
            return draft(a, d, country_of(found), name)
    return None


_ADDRESS = re.compile(r"^(?:adress|address|ort|location|city|stad|plats|place)\b")
_FIRM = re.compile(rf"{WORD}(?: (?:&|och|and|of|{WORD})){{1,4}}")


def _cell_end(passage: Passage, hit: Hit) -> int:
    return next((b for a, b in passage.unit.cells if a <= hit.start < b), passage.end)
