"""Where those who make and supply are based: "Our suppliers are located in China and India"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.layout.lines import HEADING, ITEM, SENTENCE
from nlp.matching import Hit, outermost
from nlp.origin.links import MAKERS, goes_on, listed, tied, tied_before
from nlp.origin.places import is_left, named, reads_as_name
from nlp.origin.unnamed import spoken_of
from nlp.origin.untold import UNSURE
from nlp.passages import Draft, Passage

RULE = "origin.base"
_PACK = "origin"
_WIDE = frozenset(("world", "riskland"))
_NEAR = 40  # characters from a place to the makers that are based there
_FAR = 160  # characters from a maker to the first of its places

# Houses that make nothing, by the word before: "our retail operations", "service suppliers".
_NO_MAKING = re.compile(
    r"\b(?:retail|sales|distribution|services?|logistics?|storage|warehous\w+|office|research|r&d"
    r"|development|medical|care|training|banking|it|software|customer|transport\w*|shipping|data"
    r"|cloud|insurance|recruitment|labou?r|cleaning|catering|utility|power|commercial|testing|test"
    r"|support|repair|store|marketing|design|other)[\s-]$"
)
_IN_TRANSIT = re.compile(r"\b(?:cleared|customs|förtull\w*)\b")  # where goods pass, by a broker
_PRODUCTION = re.compile(
    r"\b(?:manufactur|produc(?:e|ing|tion)|grow(?:n|ing|ers?)\b|harvest|assembl|factor(?:y|ies)\b"
    r"|plants?\b|farm|mills?\b|mines?\b|mining|agricultur|processing|fabricat)"
)


def read(passage: Passage) -> Iterator[Draft]:
    """A draft for each country that suppliers, works or purchases are told to be in, and one
    without a country where a wider region is told."""
    if passage.manners.isdisjoint(MAKERS) or passage.unit.kind not in (SENTENCE, ITEM, HEADING):
        return
    if "country" not in passage.kinds and passage.manners.isdisjoint(_WIDE):
        return
    if (
        "smelter" in passage.names
        or "mineral" in passage.kinds
        or _IN_TRANSIT.search(passage.lower)
    ):
        return
    for start, end in passage.clauses:
        yield from _clause(passage, start, end)


def _clause(passage: Passage, start: int, end: int) -> Iterator[Draft]:
    there = _there(passage, start, passage.end)
    while there and there[0].start < end:
        places = there[:1]
        left = is_left(passage, passage.start, there[0])
        if not left and (found := _maker_of(passage, start, there[0])):
            maker, first, at = found
            places = _listed(passage, there) if at is not None else places
            yield from _drafts(passage, maker, places, (first, end), at or "")
            start = places[-1].end  # "mills in Italy, with spinners in Egypt": others begin here
        there = [hit for hit in there if hit.start >= places[-1].end]


def _maker_of(passage: Passage, start: int, place: Hit) -> tuple[Hit, int, str | None] | None:
    """The maker or purchase a place is told of, where that begins, and the preposition between.

    The preposition is None where the place stands before its maker.
    """
    lower = passage.view.lower
    clause = passage.clause_of(place.start)[0]
    if start <= clause and goes_on(lower, passage.start, clause, place.start):
        start = passage.start
    for maker in _makers(passage, start, place):
        at = tied(lower, start, maker, place)
        if at is not None or tied_before(lower, start, place, maker):
            return maker, start, at
    return None


def _there(passage: Passage, start: int, end: int) -> list[Hit]:
    """Countries, their states and wider regions, in order; towns where nothing else is named."""
    wide = [
        hit
        for hit in outermost([one for one in passage.of("manner") if one.rule.name in _WIDE])
        if start <= hit.start and hit.end <= end and _is_named(passage, hit)
    ]
    known = named(passage, start, end, cities=True)
    states = {hit.rule.name[:2] for hit in known if "-" in hit.rule.name}
    found = [
        hit
        for hit in known
        if "-" in hit.rule.name or (hit.rule.weight == "strong" and hit.rule.name not in states)
    ]
    return sorted(found + wide or known, key=lambda hit: hit.start)


def _is_named(passage: Passage, hit: Hit) -> bool:
    """Is a region written as a name? Countries at risk have none."""
    return hit.rule.name == "riskland" or reads_as_name(passage, hit)


def _makers(passage: Passage, start: int, place: Hit) -> list[Hit]:
    """The makers and purchases near a place: those before it, the nearest first, then others."""
    found = outermost([hit for hit in passage.of("manner") if hit.rule.name in MAKERS])
    first, last = max(start, place.start - _FAR), place.end + _NEAR
    near = [hit for hit in found if first <= hit.start < last and _makes(passage, hit)]
    return sorted(near, key=lambda hit: (hit.start > place.start, -hit.start))


def _makes(passage: Passage, maker: Hit) -> bool:
    """Is it a house that makes goods, and not "our retail operations"?"""
    if maker.language not in ("any", passage.language):
        return False
    lower = passage.view.lower
    if _NO_MAKING.search(lower, max(passage.start, maker.start - 20), maker.start):
        return False
    return maker.rule.name != "works" or bool(_PRODUCTION.search(lower))


def _listed(passage: Passage, there: list[Hit]) -> list[Hit]:
    """The first place, and those that are listed right behind it."""
    kept, view = there[:1], passage.view.text
    for hit in there[1:]:
        if hit.start < kept[-1].end:
            continue
        between = kept[-1].end, hit.start
        if not (listed(passage.view.lower, *between) or _UNKNOWN.fullmatch(view, *between)):
            break
        kept.append(hit)
    return kept


# A place in the list that no pack knows, or that is misspelt: "Peru, Cte d'Ivoire, Ghana".
_UNKNOWN = re.compile(r",\s[A-Z][\w'’]+(?:\s[\w'’]*[A-Z][\w'’]+)?,\s(?:and\s|och\s)?(?:the\s)?")


def _drafts(
    passage: Passage,
    maker: Hit,
    places: list[Hit],
    span: tuple[int, int],
    at: str,
) -> Iterator[Draft]:
    start, end = span[0], max(span[1], places[-1].end)
    topic, raw = _sourced(passage, maker, places[0].start, (start, end))
    outside = at.startswith(("outside", "utanför"))
    ended = _ENDED.search(passage.view.lower, start, maker.start)
    told: set[str] = set()
    for place in places:
        country = place.rule.name if place.rule.kind == "country" else ""
        if country in told:
            continue
        told.add(country)
        unsure = not country and _unsure(passage, place, start, end)
        risky = unsure or place.rule.name == "riskland"
        yield Draft(
            topic, start, end, ((place.start, place.end),), RULE, _PACK,
            {**raw, **({"country": country} if country else {})},
            stance="denied" if outside or ended else "hedged" if unsure else "",
            bearing="risk" if risky else "",
        )  # fmt: skip


def _unsure(passage: Passage, place: Hit, start: int, end: int) -> bool:
    """Is more than the region asked for, and not known? "From Asia" alone is a plain fact."""
    found = UNSURE.finditer(passage.view.lower, start, end)
    return any(
        one.end() <= place.start or one.start() >= place.end or not _PLAIN.match(one.group())
        for one in found
    )


_PLAIN = re.compile(r"(?:from|in|across|within|i|från|inom)\b")
_ENDED = re.compile(r"\b(?:ceased|stopped|ended|discontinued|exited|no longer|slutat|upphört)\b")


def _sourced(
    passage: Passage, maker: Hit, at: int, span: tuple[int, int]
) -> tuple[str, dict[str, str]]:
    """The topic, and the material where it is one that is bought, or grown there."""
    start, end = span
    before = passage.within(start, at)
    raw = [
        hit for hit in before
        if hit.rule.kind == "material" and passage.in_language(hit)
    ]  # fmt: skip
    if any(hit.rule.name in ("rawmaterial", "raw") for hit in passage.within(start, end)):
        told = raw[0] if raw else spoken_of(passage)
        return "ORIGIN.MATERIAL", {"material": told.rule.name} if told else {}
    grown = _GROWS.match(passage.view.lower, maker.start)
    if raw and (grown or any(hit.rule.name == "acquire" for hit in before)):
        return "ORIGIN.MATERIAL", {"material": raw[0].rule.name}
    return "ORIGIN.COUNTRY", {}


_GROWS = re.compile(
    r"farm|plantation|orchard|vineyard|estate|mine|grower|outgrower|smallholder|odlar|gård|plantage"
)
