"""A named factory with its place, and a factory whose name is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nlp.lines import ROW
from nlp.matching import Hit
from nlp.origin.places import UNSURE, places
from nlp.passages import Draft, Passage

PACK = "origin"
_LEGAL = (
    r"AB|Ltd|Limited|Inc|GmbH|Sdn\.? Bhd|Co\.?,? ?Ltd|Pvt\.? Ltd|Pvt|sp\. z o\.o|S\.A|SA|S\.?r\.?l"
    r"|SRL|S\.p\.A|A/S|AS|ApS|Oy|Oyj|BV|B\.V|NV|LLC|JSC|PLC|plc|Corp|Corporation|Lda"
    r"|Kft|OÜ|SIA|d\.o\.o"
    r"|A\.?Ş|Tic|San"
)
_WORD = r"[A-ZÅÄÖÉÜÇŞĐŁŚŽ][\w.'’-]*"
_NAME = re.compile(
    rf"(?:UAB |PT |CV |SIA )?{_WORD}(?:[ \n](?:&|och|and|of|de|do|{_WORD}))*"
    rf"(?:,? ?(?:{_LEGAL})\b\.?)*"
)
_HAS_LEGAL = re.compile(rf"\b(?:{_LEGAL}|UAB|PT)\b")
_KEY = re.compile(
    r"^(?:(?:granskad |besökt |producerande )?(?:anläggning|fabrik|produktionsställe|tillverkare"
    r"|enhet|produktionsplats|arbetsplats)(?: \d| [A-E]\b)?"
    r"|(?:audited |covered |production |manufacturing |second |third |other )?"
    r"(?:sites?|factory|facility|plant|unit)(?: covered| included| \d)?|place of production|covers"
    r"|auditee|producer"
    r"|manufacturer|produced by|tillverkad av|made by)(?: name)?\s*(?::\s*"
    r"|(?=\s[A-ZÅÄÖ][\w.&'-]* ?[^.:;]*,)\s)",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:hos|av|vid|heter|by|at|from|plant|factory|mill|fabriken|fabrik|väveriet"
    r"|spinneriet|called"
    r"|named|tillverkaren|supplier|leverantören|anläggningen|facility|site|partner)[ \n]+"
    r"(?:the |our |vår )?$"
)
_COLUMN = re.compile(
    r"tillverkare|anläggning|fabrik|factory|site\b|facility|supplier|manufacturer|unit|producer"
    r"|leverantör|företag|company|namn|name"
)
_PLACED = re.compile(r"\bort|land|country|adress|address|location|plats|stad|city|place")
_OWN = re.compile(
    r"\bi (?:vår )?(?:egen |eget )?(?:fabrik|verkstad|bruk|spinneri|väveri)\b"
    r"|\b(?:vår|egen) (?:egen )?(?:fabrik|anläggning|verkstad)|\bav oss själva"
    r"|our (?:own )?(?:\w+ )?(?:factory|plant|mill|works|workshop|kitchens)\b"
    r"|tillverkar vi själva|vi tillverkar själva"
)
_WITHHELD = re.compile(
    r"\b(?:namn\w*|identitet\w*|name|names|identity|tillverkare\w*|leverantör\w*"
    r"|fabrik\w*|sliperi\w*"
    r"|factor\w*|supplier|co-packer|producer)\b"
)
_NO_FACTORY = re.compile(
    r"^(?:fråga|question|table|tabell|annex|bilaga|avsnitt|section|european|region|customs)\b",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Draft]:
    """Sites in key lines, rows and sentences."""
    if passage.unit.kind == ROW:
        yield from _row(passage)
    elif key := _KEY.match(passage.words):
        yield from _keyed(passage, passage.start + key.end())
    else:
        found = list(_told(passage))
        yield from found
        if not found:
            yield from _withheld(passage)


def _draft(start: int, end: int, place: Hit | None, name: str) -> Draft:
    value = {"country": place.rule.name[:2]} if place else {}
    if name:
        value["site"] = re.sub(r"\s+", " ", name)
    anchors = ((place.start, place.end),) if place else ()
    return Draft("ORIGIN.SITE", start, end, anchors, "origin.site", PACK, value)


def _keyed(passage: Passage, start: int) -> Iterator[Draft]:
    name = _NAME.match(passage.view.text, start, passage.end)
    found = places(passage, name.end() if name else start, passage.end, cities=True)
    if name and found:
        yield _draft(start, passage.end, _country(found), _clean(name.group()))


def _country(found: list[Hit]) -> Hit:
    """The country where one is named, else what the city tells."""
    return next((hit for hit in found if hit.rule.weight == "strong"), found[0])


def _row(passage: Passage) -> Iterator[Draft]:
    cells, text = passage.unit.cells, passage.view.text
    if firm := _firm_row(passage):
        yield firm
        return
    if not _COLUMN.search(" ".join(passage.columns)) or re.search(
        r"certifi|standard|giltig|valid", " ".join(passage.columns)
    ):
        return
    found = places(passage, passage.start, passage.end, cities=True)
    index = next((i for i, head in enumerate(passage.columns) if _COLUMN.search(head)), 0)
    if index >= len(cells) or not found:
        if _WITHHELD.search(passage.lower) and UNSURE.search(passage.lower):
            yield _hedged(passage, passage.start, passage.end)
        return
    a, b = cells[index]
    if UNSURE.search(passage.view.lower, a, b):
        yield _hedged(passage, passage.start, _cell_end(passage, found[-1]))
    elif b - a > 2 and text[a].isupper() and places(passage, a, b)[:1] != found[:1]:
        yield _draft(
            min(a, found[0].start), _cell_end(passage, _country(found)), _country(found), text[a:b]
        )


_TOWNS = re.compile(r"[^\d|]{2,40}, ?[^\d|]{3,30}")


def _firm_row(passage: Passage) -> Draft | None:
    """A firm by its legal name, and in the next cell its town and country; heads or none."""
    text, cells = passage.view.text, passage.unit.cells
    for (a, b), (c, d) in pairwise(cells):
        found = places(passage, c, d, cities=True)
        firm = _HAS_LEGAL.search(text, a, b) or _FIRM.fullmatch(text, a, b)
        if found and firm and _TOWNS.fullmatch(text, c, d) and not re.search(r"\d", text[a:b]):
            return _draft(a, d, _country(found), text[a:b])
    return None


_FIRM = re.compile(rf"{_WORD}(?: (?:&|och|and|of|{_WORD})){{1,4}}")


def _cell_end(passage: Passage, hit: Hit) -> int:
    return next((b for a, b in passage.unit.cells if a <= hit.start < b), passage.end)


def _told(passage: Passage) -> Iterator[Draft]:
    """A name of two words or more before its place, in a sentence about making."""
    if not ({"made", "site"} & passage.names):
        return
    for start, end in passage.clauses:
        found = places(passage, start, end, cities=True)
        if not found:
            yield from _in_small_town(passage, start, end)
            continue
        if "notmade" in passage.names and not re.search(
            r"tillverk|made|manufactur|fabrik|factory|plant", passage.view.lower[start:end]
        ):
            continue
        place = _country(found)
        name = _name_before(passage, start, end)
        if name:
            yield _draft(start, end, place, name)
            return
        if _OWN.search(passage.view.lower, start, end):
            yield _draft(start, end, place, passage.issuer)
            return


_AGENT_AT = re.compile(
    rf"\b(?:av|hos|by|at) (?:the )?(?P<name>{_NAME.pattern}) (?:i|in|at) (?P<town>{_WORD})"
)
_OWN_AT = re.compile(rf"(?:{_OWN.pattern}) (?:i|in|at) (?P<town>{_WORD})")


def _in_small_town(passage: Passage, start: int, end: int) -> Iterator[Draft]:
    """A maker by name, or we ourselves, in a town that no pack knows."""
    if "made" not in passage.names or "notmade" in passage.names:
        return
    text = passage.view.text
    named = _AGENT_AT.search(text, start, end)
    if named and len(named["name"].split()) > 1:
        yield _draft(start, end, None, _clean(named["name"]))
    elif _OWN_AT.search(text, start, end):
        yield _draft(start, end, None, passage.issuer)


def _name_before(passage: Passage, start: int, end: int) -> str:
    text = passage.view.text
    for match in _NAME.finditer(text, start, end):
        if any(hit.start == match.start() for hit in passage.of("country")):
            continue
        name = _clean(match.group())
        opening = match.start() == start
        named = bool(_AT.search(passage.view.lower[max(start, match.start() - 30) : match.start()]))
        words = name.split()
        if _NO_FACTORY.match(name) or (len(words) < 2 and not _HAS_LEGAL.search(name)):
            continue
        if re.search(r"(?:Road|Street|Avenue|Park|vägen|gatan|Zone|District)$", name):
            continue
        if _HAS_LEGAL.search(name) or (named and not opening):
            return name
    return ""


def _clean(name: str) -> str:
    return re.sub(r"(?:\s(?:och|and|of|de|i|in))+$", "", re.sub(r"\s+", " ", name).strip(" ,."))


def _withheld(passage: Passage) -> Iterator[Draft]:
    """A maker whose name or identity is kept back."""
    for start, end in passage.clauses:
        words = passage.view.lower[start:end]
        kept = re.search(
            r"\b(?:\w*namn(?:et|en)?|namn\w*|identitet\w*|name|names|identity|vem som"
            r"|fabriken är|gjuteriets|leverantören är)\b",
            words,
        )
        if kept and UNSURE.search(words) and not passage.of("material"):
            yield _hedged(passage, start, end)
            return


def _hedged(passage: Passage, start: int, end: int) -> Draft:
    found = places(passage, passage.start, passage.end, cities=True)
    value = {"country": found[0].rule.name[:2]} if found else {}
    return Draft(
        "ORIGIN.SITE", start, end, (), "origin.site.withheld", PACK, value, stance="hedged",
        bearing="risk",
    )  # fmt: skip
