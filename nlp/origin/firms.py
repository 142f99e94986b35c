"""A firm or a works by its name, and the place that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.matching import Hit
from nlp.origin.places import named
from nlp.passages import Passage
from nlp.verbs import has_verb

LEGAL = (
    r"AB|Ltd|Limited|Inc|GmbH|KG|AG|Sdn\.? ?Bhd|Bhd|Co\.?,? ?Ltd|\(?Pvt\.?\)?,? Ltd|Pvt"
    r"|[Ss]p\. ?z ?o\. ?o|S\.A|SA|S\.?A\.?S|SARL|S\.?r\.?l|SRL|S\.?p\.?A|A/S|AS|ApS|Oy|Oyj|BV|B\.V"
    r"|NV|LLC|JSC|PLC|plc|Corp|Corporation|Lda|Kft|Zrt|EOOD|EAD|OOD|OÜ|SIA|UAB|d\.?o\.?o|a\.s"
    r"|s\.r\.o|A\.?Ş|Tic|San|S\.?A\. de C\.V|Pte\.? Ltd|Tbk|JV|LLP|K\.K"
)
_WORKS = (
    r"works|mills?|factory|plant|foundry|dyehouse|spinning|tannery|fabrik|bruk|verk|spinneri"
    r"|väveri|garveri|gjuteri|tvätteri|snickeri|rosteri|sågverk|konfektion|färgeri|verkstad"
    r"|bageri|slakteri|mejeri|tryckeri|tegelbruk"
)
WORD = r"[A-ZÅÄÖÉÜÇŞĐŁŚŽČŠİÓÁØÆÝŻŐŰĀĒĪŪĢĶĻŅ][\w.'’-]*"
_BRACKETS = r"\((?:Pvt\.?|Private|Unit \w+|[A-Z][\w.& -]{1,20})\)"
_JOIN = r"(?:&|och|and|of|de|do|da|del|e|y|ve|und)"
_GAP = r"(?: |\n(?![^\n:]{2,30}:\s))"  # a name may be broken, but the next line of a form is none
_WITH_TOWN = r"i(?= [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:AB|HB|KB)\b)"  # "Kemi i Kalmar AB"
NAME = re.compile(
    rf"(?:PT |CV |UAB |SIA |OÜ )?{WORD}"
    rf"(?:{_GAP}(?:{_JOIN}(?={_GAP}[A-ZÅÄÖ])|{_WITH_TOWN}|(?!Sp\. ?z ?o){WORD}|{_BRACKETS}"
    r"|\d{1,4}(?=[ ,])))*"
    rf"(?:{_GAP}(?:{_WORKS})\b)?(?:,? ?(?:{LEGAL})\b\.?)*"
)
HAS_LEGAL = re.compile(rf"(?:\b|\()(?:{LEGAL}|PT)(?:\b|\.|\))")
_HAS_WORKS = re.compile(
    rf"\b(?:{_WORKS}|Mills?|Works|Industr\w+|Garments?|Apparels?|Textiles?|Tekstil|Tex|Knit\w*"
    r"|Weaving|Spinning|Ginning|Dyeing|Looms|Iplik|İplik|Plastics?|Electronics?|Precision|Metal\w*"
    r"|Manufactur\w+|Factory|Foundry|Tannery|Steel|Rubber|Gloves?|Footwear|Shoes|Furniture|Foods?"
    r"|Seafood|Packers|Exports?|Enterprises?|Company|Werk|Hygiene|Surgicals?|Medical|Ceramics?"
    r"|Moulding|Print\w*"
    r"|Board|Components|Technolog\w+|Tech|Solar|Lighting|Confec\w+|Confex|Tissue|Paper|Fabrik|Bruk"
    r"|Snickeri|Konfektion|Spinneri|Väveri)\b"
)
# Capitals that open a sentence or a list, and belong to no name.
_OPENING = re.compile(
    r"(?:The|Our|All|In|At|From|By|An?|This|That|These|Its|Their|Some|Every|Each|As|And|For|Where"
    r"|When|If|We|It|They|Also|Only|Both|Part|Removed|Added|Vår|Våra|Den|Det|De|Dess|Hos|Vid|Av"
    r"|Från|Alla|En|Ett|Som|Även|Där|När|Om|Vi|I|På|Enligt|Messrs)[ \n]+(?=[A-ZÅÄÖ])"
    r"|(?:Company|Firm|Factory|Site|Plant|Mill|Supplier|Fabriken|Anläggningen|Tillverkaren"
    r"|Leverantören)[ \n]+(?=[A-ZÅÄÖ][\w'’-]*[ \n][A-ZÅÄÖ])"
)
_STREET = re.compile(
    r"(?:Road|Street|Avenue|Park|Lane|Quay|Way|Square|vägen|gatan|gränd|Zone|Estate|District"
    r"|Province"
    r"|County|Region|Sea|Ocean|River|Islands?|Union|Act|Convention|Directive|Regulation|Council"
    r"|Standard|Initiative|Code|Agreement|Law|lagen)$"
)
_LISTED = re.compile(
    r"^(?:p\.?o\.? box|fråga|question|table|tabell|annex|bilaga|avsnitt|section|european|region"
    r"|customs|article|artikel|kapitel|chapter|figure|photo|bild|page|sida)\b",
    re.IGNORECASE,
)
_NAMELESS = re.compile(r"(?i:site|factory|supplier|plant|fabrik|leverantör|anläggning|enhet) [A-Z]")
_NUMBERED = re.compile(r"(?:Unit|Plant|Hall|Factory|Building|Fabrik|Enhet|Hus) \d+")
_GENERIC = re.compile(
    rf"(?:The|Our|Every|Each|All|Any|This|That|One|No|Another|Main|Vår|Den|En|Ett|Ingen|Varje)"
    rf"(?: \w+)? (?:{_WORKS})"
)
# The parts of an address between a name and its town, divided by commas.
_PIECE = r"[A-ZÅÄÖİŞÇ0-9][^\n,;:|]{0,40}?"
_MAKES = (
    r"\s(?:makes|manufactures|produces|sews|knits|weaves|spins|assembles|tillverkar|syr|stickar"
    r"|väver|producerar|monterar)"
)
_TO_PLACE = re.compile(
    r"(?:,?\s(?:och |and |som |which )?(?:is |are )?"
    r"(?:ligger|located|situated|based|belägen|beläget))?"
    r"(?:,?\s(?:in|i|at|near|outside|utanför|vid|nära)\s|,\s?|\s?\()"
    rf"(?:{_PIECE}(?:,\s|\si\s|\sin\s|\()){{0,5}}$"
    rf"|{_MAKES}\s[^.;,:]{{2,60}}?\s(?:in|at|i|på|vid)\s(?:{_PIECE}(?:,\s|\sin\s|\si\s)){{0,2}}$"
    rf"|(?P<apposed>,\s(?:an?|the|one of|our|en|ett|vår)\s[a-zåäö\s-]{{3,50}}?)"
    rf"\s(?:in|i|at|near|of)\s(?:{_PIECE},\s)?$"
)
_ON = re.compile(r"(?:,\s?|\s?\(|\si\s|\sin\s)(?:(?:södra|norra|östra|västra|\w+ern) )?$")
_REACH = 110  # characters from a name to the last of its places


@dataclass(frozen=True, slots=True)
class Firm:
    """A name at [start, end) with its place up to `last`; `place` is the country, or a town."""

    name: str
    start: int
    end: int
    last: int
    place: Hit


def firms(passage: Passage, start: int, end: int) -> Iterator[Firm]:
    """The firms named in [start, end) that a place stands behind, there or just after."""
    found = named(passage, start, min(passage.end, end + _REACH), cities=True)
    if not found:
        return
    at = start
    while match := NAME.search(passage.view.text, at, end):
        first = match.start()
        while opening := _OPENING.match(passage.view.text, first, match.end()):
            first = opening.end()
        firm = _placed(passage, first, match.end(), found)
        at = firm.last if firm else match.end()
        if firm:
            yield firm


def _placed(passage: Passage, start: int, stop: int, found: list[Hit]) -> Firm | None:
    text = passage.view.text
    name = clean(text[start:stop])
    alone = _ALONE.search(text, max(passage.start, start - 6), stop)
    if not (is_name(name) or (alone and alone.span("name") == (start, stop))):
        return None
    if not is_works(name) and _is_place(text, start, stop, found):
        return None
    behind = [hit for hit in found if hit.start >= stop and hit.start - stop <= _REACH]
    to_place = behind and _TO_PLACE.fullmatch(text, stop, behind[0].start)
    if not to_place or (
        to_place["apposed"] and has_verb(passage.view.lower, *to_place.span("apposed"))
    ):
        return _of_land(passage, name, (start, stop), found)
    run = [behind[0]]
    for hit in behind[1:]:
        if not _ON.fullmatch(text, run[-1].end, hit.start):
            break
        run.append(hit)
    place = next((hit for hit in run if hit.rule.weight == "strong"), run[0])
    direct = place is run[0] and text[stop : place.start].strip() in (",", "(")
    town = any(start <= hit.start < stop for hit in found)
    agent = _BY.search(passage.view.lower, max(passage.start, start - 12), start)
    if direct and place.rule.weight == "strong" and not (town or agent or is_works(name)):
        return None  # "Cotton Towels, Pakistan": goods, and no firm
    return Firm(name, start, stop, run[-1].end, place)


def _of_land(passage: Passage, name: str, span: tuple[int, int], found: list[Hit]) -> Firm | None:
    """ "Rowan Apparel Honduras", "Alder Vietnam factory": a works with its country in its name."""
    start, stop = span
    within = [hit for hit in found if start < hit.start and hit.end <= stop]
    if within and _IN_TOWN.search(name) and _BY.search(passage.view.lower, start - 12, start):
        return Firm(name, start, stop, stop, within[-1])
    inside = [hit for hit in within if hit.rule.weight == "strong"]
    if not inside or not is_works(name) or HAS_LEGAL.search(name):
        return None
    if _is_place(passage.view.text, start, stop, found):
        return None
    return Firm(name, start, stop, stop, inside[-1])


def in_firm(passage: Passage, hit: Hit) -> bool:
    """Is a place part of a firm's own name: "Kemi i Kalmar AB", "Clearwater Sweden AB"?"""
    return any(
        name.start() <= hit.start < name.end() and HAS_LEGAL.search(name.group())
        for name in NAME.finditer(passage.view.text, passage.start, passage.end)
    )


_IN_TOWN = re.compile(r" i [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:AB|HB|KB)$")
# A maker of one word, where it is said by whom: "svetsas hos Velomax i Taichung".
_ALONE = re.compile(r"\b(?:hos|by|av|på)\s(?P<name>[A-ZÅÄÖ][\w&'’-]{3,})$")
_BY = re.compile(r"\b(?:by|at|hos|av|vid|from|från)\s(?:the )?$")


def _is_place(text: str, start: int, stop: int, found: list[Hit]) -> bool:
    """Is nothing left of the name when its places are taken out: "Tamil Nadu and Kerala"?"""
    left, at = "", start
    for hit in found:
        if start <= hit.start < stop:
            left += text[at : hit.start]
            at = max(at, hit.end)
    return at > start and not any(map(str.isupper, left + text[at:stop]))


# Houses that make nothing, and parts of a firm.
_NO_MAKER = re.compile(
    r"\b(?:Bank\w*|Insurance|Försäkring\w*|Universit\w+|Ministry|Institut\w*|Chamber|Court|Hotell?"
    r"|Church|School|College|Department|Avdelning\w*|Kommun|Association|Federation|Embassy"
    r"|Excellence|Authority|Myndighet\w*)\b"
)


def is_name(name: str) -> bool:
    """Can it be the name of a firm: two words or a legal form, and no street or heading?"""
    if _LISTED.match(name) or _STREET.search(name):
        return False
    if _NO_MAKER.search(name) and not HAS_LEGAL.search(name):
        return False
    if _NAMELESS.fullmatch(name) or _GENERIC.fullmatch(name):
        return False
    words = [word for word in name.split() if any(map(str.isalpha, word))]
    return len(words) > 1 or bool(HAS_LEGAL.search(name) or _NUMBERED.fullmatch(name))


def is_works(name: str) -> bool:
    """Does a name have a legal form, or a word for a works or its trade?"""
    return bool(HAS_LEGAL.search(name) or _HAS_WORKS.search(name))


def clean(name: str) -> str:
    """A name without line breaks, and the small words and stops behind it."""
    name = re.sub(r"\s+", " ", name).strip(" ,")
    name = re.sub(rf"(?:\s{_JOIN})+$|\s\([A-Z]{{2,6}}\)$", "", name)
    return name if HAS_LEGAL.search(name) else name.rstrip(".")
