"""A named factory with its place, and a factory whose name is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nlp.lines import ROW
from nlp.matching import Hit
from nlp.origin.firms import HAS_LEGAL, NAME, WORD, Firm, clean, firms
from nlp.origin.places import named, places
from nlp.origin.untold import UNSURE
from nlp.passages import Draft, Passage

PACK = "origin"
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
_COLUMN = re.compile(
    r"tillverkare|anläggning|fabrik|factory|site\b|facility|supplier|manufacturer|unit|producer"
    r"|leverantör|företag|company|namn|name|\bmill\b|\bfirm\b|\bbolag\b|\bmaker\b"
)
_PLACED = re.compile(r"\bort|land|country|adress|address|location|plats|stad|city|place")
_OWN = re.compile(
    r"\bi (?:vår )?(?:egen |eget )?(?:fabrik|verkstad|bruk|spinneri|väveri)\b"
    r"|\b(?:vår|egen) (?:egen )?(?:fabrik|anläggning|verkstad)|\bav oss\b"
    r"|our (?:own )?(?:\w+ )?(?:factory|plant|mill|works|workshop|kitchens)\b"
    r"|tillverkar vi själva|vi tillverkar själva"
)
_WITHHELD = re.compile(
    r"\b(?:\w*namn(?:et|en)?|namn\w*|identitet\w*|names?|identity|vem som|tillverkare\w*|fabrik\w*"
    r"|leverantör\w*|\w+er(?:iet|iets)|factor(?:y|ies)|supplier|co-packer|producer|plant|firm|maker"
    r"|mould?er|foundry|which (?:plant|factory|mill))\b"
)
_PLACE_OF_WORK = (
    r"(?:fabrik|(?:gjut|spinn|väv|färg|garv|tryck|frys|slakt|bag|tvätt|mej|rost|snick|stick)eri"
    r"|anläggning|tillverkar|leverantör)e[nt]"
)
_NAMING = re.compile(
    r"\b(?:\w*namn(?:et|en)?|namn\w*|identitet\w*|names?|identity|vem som"
    rf"|(?<!vid )(?<!hos )(?<!på ){_PLACE_OF_WORK} är|{_PLACE_OF_WORK}s"
    r"|which (?:plant|factory|mill|works)"
    r"|factory (?:is )?(?:not|un)|to name (?:it|them|him)|(?:firm|maker|supplier) that)\b"
)
_VISITED = re.compile(
    r"\b(?:visit\w*|audit\w*|inspect\w*|interview\w*|payroll|worked at|works at|issued to"
    r"|certif\w+|management system of|besök\w*|granska\w*|revider\w*|revision\w*|utfärda\w*"
    r"|arbetat (?:på|hos))"
)
_NOT_MAKING = re.compile(
    r"\b(?:offices?|headquarters|customers?|laborator\w+|lab\b|distributor|importer|bank"
    r"|court|warehouse|port of|agents?\b|agency|embassy|kontor\w*|kund\w*|laborator\w+|ombud\w*"
    r"|agent\w*|grossist\w*|importör\w*|lager\b|lagret|hamn\w*|tingsrätt\w*|säte|säljbolag"
    r"|subsidiar\w+|dotterbolag\w*|certification body|certifieringsorgan|trader|trading house"
    r"|details of|designed|formges|registered|union|recruit\w*|broker)\b"
)
_PAY = re.compile(r"\bwages?\b|lön|\bpaid\b|minimum")
_PAPERS = re.compile(r"certifi|standard|giltig|valid")
# "Shelling is carried out in Vietnam", "Rostningen sker i Kivik": making, by a noun.
PROCESS = re.compile(
    r"\b\w{3,}(?:ing|ning|ningen|ling|lingen) (?:is|are|was)? ?(?:all )?(?:carried out|done"
    r"|performed"
    r"|takes? place|sker|utförs|görs|äger rum|ligger|låg)\b"
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
    several = list(firms(passage, start, passage.end))
    if len(several) > 1:
        for firm in several:
            yield _draft(firm.start, firm.last, firm.place, firm.name)
        return
    name = NAME.match(passage.view.text, start, passage.end)
    found = places(passage, name.end() if name else start, passage.end, cities=True)
    if name and not found:
        found = places(passage, start, passage.end, cities=True)
    if name and found:
        first = several[0] if several else None
        written = first.name if first and first.start == start else clean(name.group())
        yield _draft(start, passage.end, _country(found), written)


def is_letterhead(passage: Passage) -> bool:
    """The firm whose paper it is, named as manufacturer: who it is, and not where it makes."""
    key = _MAKER_KEY.match(passage.lower)
    return bool(key and passage.issuer and passage.words[key.end() :].startswith(passage.issuer))


_MAKER_KEY = re.compile(
    r"(?:\d[\d. )]*)?(?:name and address of )?(?:the )?(?:manufacturer|tillverkare|producer)"
    r"[^:]{0,12}:\s*"
)


def _country(found: list[Hit]) -> Hit:
    """The country where one is named, else what the city tells."""
    return next((hit for hit in found if hit.rule.weight == "strong"), found[0])


def _row(passage: Passage) -> Iterator[Draft]:
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
        yield _hedged(passage, passage.start, _cell_end(passage, found[-1]) if found else -1)
        return
    if index >= len(cells) or not found:
        if _WITHHELD.search(passage.lower) and UNSURE.search(passage.lower):
            yield _hedged(passage, passage.start, passage.end)
        return
    a, b = cells[index]
    elsewhere = [hit for hit in found if not a <= hit.start < b]
    if b - a > 2 and text[a].isupper() and elsewhere and not _NAMELESS.fullmatch(text, a, b):
        place = _country(elsewhere)
        name = text[a:b].rpartition(", ")[2] if HAS_LEGAL.search(text, a, b) else text[a:b]
        yield _draft(min(a, found[0].start), _cell_end(passage, place), place, name)


_NAMELESS = re.compile(r"(?:Site|Factory|Supplier|Plant|Fabrik|Leverantör|Anläggning|Enhet) [A-Z]")


def _lists_sites(passage: Passage) -> bool:
    """Has the table a column of makers, and another of their places or of what they do?"""
    return any(_SITES.search(head) for head in passage.columns) and any(
        _PLACED.search(head) or _DOES.search(head) for head in passage.columns
    )


_SITES = re.compile(
    r"tillverkare|anläggning|fabrik|factory|facility|\bfirm|mill\b|\bnamn|\bname\b|producer"
)
_DOES = re.compile(r"process|\bsteg\b|\bstep\b|stage|led\b|tier|moment|produkt|product|gör\b")


_TOWNS = re.compile(r"[^\d|]{2,40}, ?[^\d|]{3,30}")


def _firm_row(passage: Passage) -> Draft | None:
    """A firm with its place in one cell, or in two beside each other; heads or none."""
    text, cells = passage.view.text, passage.unit.cells
    for a, b in cells:
        firm = next(firms(passage, a, b), None)
        keyed = firm and _NO_SITE.search(passage.view.lower, a, firm.start)
        if firm and not keyed and firm.last == b and b > firm.end:
            return _draft(passage.start, b, firm.place, firm.name)
    for (a, b), (c, d) in pairwise(cells):
        found = places(passage, c, d, cities=True)
        firm_like = HAS_LEGAL.search(text, a, b) or _FIRM.fullmatch(text, a, b)
        if found and firm_like and _TOWNS.fullmatch(text, c, d) and not re.search(r"\d", text[a:b]):
            name = text[a:b].rpartition(", ")[2] if HAS_LEGAL.search(text, a, b) else text[a:b]
            return _draft(a, d, _country(found), name)
    return None


_FIRM = re.compile(rf"{WORD}(?: (?:&|och|and|of|{WORD})){{1,4}}")


def _cell_end(passage: Passage, hit: Hit) -> int:
    return next((b for a, b in passage.unit.cells if a <= hit.start < b), passage.end)


def _told(passage: Passage) -> Iterator[Draft]:
    """A firm before its place, in a clause that speaks of making or of a visit; we ourselves."""
    for start, end in passage.clauses:
        found = list(firms(passage, start, end)) if "country" in passage.kinds else []
        made = bool(found) and _makes(passage, start, end)
        for firm in found:
            before = _before(passage, start, firm)
            if _NOT_MAKING.search(before) or _is_issuer_only(passage, firm, made=made):
                continue
            if _ANY_KEY.fullmatch(before):
                if not _NO_SITE.search(before):
                    yield _draft(firm.start, firm.last, firm.place, firm.name)
            elif made:
                more = named(passage, firm.last, end, cities=True)
                yield _draft(
                    start, firm.last if more else max(end, firm.last), firm.place, firm.name
                )
            elif _VISITED.search(before):
                yield _draft(firm.start, firm.last, firm.place, firm.name)
        if not found and {"made", "site"} & passage.names:
            yield from _by_ourselves(passage, start, end)


def _makes(passage: Passage, start: int, end: int) -> bool:
    named_so = any(hit.rule.name in ("made", "site") for hit in passage.within(start, end))
    return named_so or bool(PROCESS.search(passage.view.lower, start, end))


def _own_start(passage: Passage, start: int, firm: Firm) -> int:
    """Where what is said of the firm begins, behind what is said of another place."""
    others = named(passage, start, firm.start)
    cut = passage.view.text.find(", ", others[-1].end, firm.start) if others else -1
    return cut + 2 if cut >= 0 else start


def _is_issuer_only(passage: Passage, firm: Firm, *, made: bool) -> bool:
    return firm.name == passage.issuer and not made


def _before(passage: Passage, start: int, firm: Firm) -> str:
    """What stands before a firm in its clause, or the key it is the answer to."""
    key = passage.view.lower[passage.start : firm.start]
    return key if _ANY_KEY.fullmatch(key) else passage.view.lower[start : firm.start]


# "Gloves: Banting Rubber Works, Banting, Malaysia": a key of goods, or of the audited.
_ANY_KEY = re.compile(r"[^:|.;]{2,48}(?::| -)\s")
_NO_SITE = re.compile(
    r"address|phone|contact|court|law\b|applicant|prepared|author|signed|client|buyer|legal"
    r"|issue[rd]"
    r"|retailer|brand|linked|supplier|sender|adress|telefon|kontakt|tvist|sökande|beställare"
    r"|utfärda|undertecknat|avsändare|leverantör|upprättad|company|företag|bolag|import|export"
    r"|seller|consignee|represent|återförsäljare|reseller|venue|\bplats\b|meeting|distribut"
    r"|notified"
    r"|ansvarig|responsible|säljare|mottagare|möte|lokal|stored"
)


def _by_ourselves(passage: Passage, start: int, end: int) -> Iterator[Draft]:
    """ "in our own plant in Leeds": the maker is whose paper it is."""
    found = places(passage, start, end, cities=True)
    if not found:
        yield from _in_small_town(passage, start, end)
    elif _BY_US_IN.search(passage.view.lower, start, found[0].start) and _is_country(found[0]):
        return  # "av oss i Sverige" tells a country, and no works
    elif _OWN.search(passage.view.lower, start, end) and not (
        "notmade" in passage.names and not _MAKES.search(passage.view.lower, start, end)
    ):
        yield _draft(start, end, _country(found), passage.issuer)


def _is_country(place: Hit) -> bool:
    return place.rule.weight == "strong"


_BY_US_IN = re.compile(r"\b(?:av oss|by us) (?:i|in)\s(?:the )?$")
_MAKES = re.compile(r"tillverk|made|manufactur|fabrik|factory|plant")
_AGENT_AT = re.compile(
    rf"\b(?:av|hos|by|at) (?:the )?(?P<name>{NAME.pattern}) (?:i|in|at) (?P<town>{WORD})"
)
_OWN_AT = re.compile(rf"(?:{_OWN.pattern}) (?:i|in|at) (?P<town>{WORD})")


def _in_small_town(passage: Passage, start: int, end: int) -> Iterator[Draft]:
    """A maker by name, or we ourselves, in a town that no pack knows."""
    if "made" not in passage.names or "notmade" in passage.names:
        return
    text = passage.view.text
    named = _AGENT_AT.search(text, start, end)
    if named and len(named["name"].split()) > 1:
        yield _draft(start, end, None, clean(named["name"]))
    elif _OWN_AT.search(text, start, end):
        yield _draft(start, end, None, passage.issuer)


def _withheld(passage: Passage) -> Iterator[Draft]:
    """A maker whose name or identity is kept back."""
    for start, end in passage.clauses:
        words = passage.view.lower[start:end]
        kept = _NAMING.search(words) and UNSURE.search(words) and not _RULED.search(words)
        if kept and not passage.of("material"):
            yield _hedged(passage, start, end)
            return


# Who may be named to whom, and whose papers are kept, is a rule for people and no origin.
_RULED = re.compile(
    r"\b(?:får (?:inte|ej)|must not|shall|ska\b|may not|should|identitetshandling\w*|id-handling\w*"
    r"|identity documents?|anmäl\w*|whistle\w*|complain\w*|klagomål\w*|reporter)"
)


def _hedged(passage: Passage, start: int, end: int) -> Draft:
    end = end if end > start else passage.end
    found = places(passage, passage.start, passage.end, cities=True)
    value = {"country": found[0].rule.name[:2]} if found else {}
    return Draft(
        "ORIGIN.SITE", start, end, (), "origin.site.withheld", PACK, value, stance="hedged",
        bearing="risk",
    )  # fmt: skip
