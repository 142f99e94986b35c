"""Where those who make and supply are based: "Our suppliers are located in China and India"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.lines import HEADING, ITEM, SENTENCE
from nlp.matching import Hit, outermost
from nlp.origin.places import named
from nlp.origin.untold import UNSURE
from nlp.passages import Draft, Passage
from nlp.text import has_verb

RULE = "origin.base"
_PACK = "origin"
MAKERS = frozenset(("maker", "works", "sourcing", "acquire"))
"""Words of the pack for those who make, what they make in, and for buying."""
_WIDE = frozenset(("world", "riskland"))
_FAR = 160  # characters from a maker to the first of its places

_MOSTLY = (
    r"(?:all|both|each|most|mostly|mainly|primarily|predominantly|largely|principally|chiefly"
    r"|generally|currently|also|only|almost|entirely|exclusively|solely|especially|particularly"
    r"|in particular|främst|huvudsakligen|mest|i huvudsak|framför allt|också|samtliga|alla"
    r"|in large part|for example|for instance|for the most part)"
)
# What may stand between those who make and where they are: a verb of being there, and how many.
_BEING = (
    rf"(?:{_MOSTLY}|is|are|was|were|be|have|has|been|majority|half|third|quarters?|of|the|which|that"
    r"|them|whom|who|these|located|based|situated|found|spread|operating|operates?|operated"
    r"|concentrated|comes?|coming|extends?|extending|reach(?:es)?|stretch(?:es)?|rang(?:es?|ing)"
    r"|established|sourced|originat\w+|sites?|facilit(?:y|ies)|operations|base|predominately|are"
    r"|we|use|used|work|with|finns|ligger|är|som|sker|kommer|har|vi|\d+ ?%?|approximately|about|but"
    r"|worldwide|globally|around the world)"
)
_AT = (
    r"(?P<at>(?:extends?|extending|stretch(?:es)?) to|in|across|throughout|within|from|spans?"
    r"|spanning|covers?|covering|includes?|including|included|outside(?: of)?|i|från|inom"
    r"|utanför|över)"
)
_NAMELY = (
    r"(?:such as|like|including|includes?|include|namely|e\.?g\.?|for example|as|däribland"
    r"|bland annat|såsom|till exempel)"
)
_COUNTRIES = (
    r"(?:(?:[\w-]+ ){0,5}?(?:countr(?:y|ies)|regions?|locations?|jurisdictions?|places|länder|parts"
    r" of(?: the world)?|continents?|world))"
)
_SIDES = r"(?:(?:north|south|east|west|central|southeast|south-east)(?:ern)?)"
_LEAD = rf"(?:{_MOSTLY}|{_NAMELY}|the|both|{_COUNTRIES})"
# "suppliers of our packaging": what of, and for whom, is no place.
_OF_WHAT = (
    r"(?:\s(?:of|for|to)(?! (?:services?|it\b|labou?r\b))(?:\s(?!offices?\b|customers?\b|stores?\b"
    r"|shops?\b|markets?\b|teams?\b|staff\b|workers?\b|employees?\b)[\w’'&/-]+){1,5}?)"
)
_BASED = re.compile(
    rf"[\w’']*(?:\s?\([^()]*\))?{_OF_WHAT}?(?:[\s,(]+{_BEING})*[\s,(]+{_AT}"
    rf"(?:[\s,:(]+{_LEAD})*[\s,:(]+"
)
_ARE = re.compile(
    rf"\w*(?:\s(?:in|for|of) [^,.;]{{3,100}})?(?:[\s,(]+(?:{_MOSTLY}|are|is|were|was|include[sd]?"
    rf"|including|remain|continue to be|är|var|{_NAMELY}|the|and"
    rf"|{_SIDES}))*[\s,:(]+"
)
_FROM = re.compile(
    rf"\w*(?:[\s,]+(?!and\b|or\b|och\b)[\w’'&/-]+){{0,9}}?[\s,]+(?:from|through|via|från)"
    rf"(?:(?:\s(?!offices?\b|agents?\b|stores?\b)[\w’'&-]+){{1,5}}?\s(?:in|across|throughout|within|i))?"
    rf"(?:[\s,:(]+{_LEAD})*[\s,:(]+"
)
_GRAMMAR = {"maker": _BASED, "works": _BASED, "sourcing": _ARE, "acquire": _FROM}
_LIST = re.compile(
    rf"(?:[\s,;:()&/+]|\d|%|\band\b|\bor\b|\bas well as\b|\bplus\b|\bthe\b|\bin\b|\bfrom\b|\balso\b"
    rf"|\bto a (?:lesser|smaller) extent\b|\b(?:other )?(?:parts|countries|regions) (?:of|in)\b"
    rf"|\bother\b|\bboth\b|\b{_MOSTLY}\b|\boch\b|\bsamt\b|\bi\b|\bfrån\b|\b\w+-risk countries\b"
    rf"|\b{_SIDES}\b)*"
)
# Houses that make nothing, by the word before: "our retail operations", "service suppliers".
_NO_MAKING = re.compile(
    r"\b(?:retail|sales|distribution|services?|logistics?|storage|warehous\w+|office|research|r&d"
    r"|development|medical|care|training|banking|it|software|customer|transport\w*|shipping|data"
    r"|cloud|insurance|recruitment|labou?r|cleaning|catering|utility|power|commercial|testing|test"
    r"|support|repair|store|marketing|design|other)[\s-]$"
)
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
    if "smelter" in passage.names:
        return
    for start, end in passage.clauses:
        yield from _clause(passage, start, end)


def _clause(passage: Passage, start: int, end: int) -> Iterator[Draft]:
    there = _there(passage, start, passage.end)
    for number, head in enumerate(there):
        if head.start >= end:
            return
        first = passage.start if _goes_on(passage, start, head.start) else start
        if found := _linked(passage, head, first):
            listed = _listed(passage, there[number:])
            yield from _drafts(passage, found[0], listed, (first, end), found[1])
            return


def _linked(passage: Passage, head: Hit, start: int) -> tuple[Hit, re.Match[str]] | None:
    """The nearest maker or purchase that a place is told of, and the words between them."""
    for maker in reversed(_makers(passage, start, head.start)):
        link = _GRAMMAR[maker.rule.name].fullmatch(passage.view.lower, maker.end, head.start)
        if link and _is_said(passage, start, maker, link):
            return maker, link
    return None


def _goes_on(passage: Passage, start: int, at: int) -> bool:
    """Does a clause go on with what is before it: "suppliers, most of which are in Asia"?"""
    lower = passage.view.lower
    if _OF_WHOM.match(lower, start, at):
        return True
    return not (has_verb(lower, start, at) and has_verb(lower, passage.start, start))


_OF_WHOM = re.compile(
    rf"(?:[\w%-]+ ){{0,5}}(?:of which|of whom|of them|which|who)\b"
    rf"|(?:{_MOSTLY} )*(?:located|based|situated)\b"
)


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
    return hit.rule.name == "riskland" or not passage.view.text[hit.start : hit.end].islower()


def _makers(passage: Passage, start: int, end: int) -> list[Hit]:
    """The makers and purchases that are named in [start, end), near enough to its end."""
    found = [hit for hit in passage.of("manner") if hit.rule.name in MAKERS]
    first = max(start, end - _FAR)
    return [hit for hit in outermost(found) if first <= hit.start < end and _makes(passage, hit)]


def _makes(passage: Passage, maker: Hit) -> bool:
    """Is it a house that makes goods, and not "our retail operations"?"""
    if maker.language not in ("any", passage.language):
        return False
    lower = passage.view.lower
    if _NO_MAKING.search(lower, max(passage.start, maker.start - 20), maker.start):
        return False
    return maker.rule.name != "works" or bool(_PRODUCTION.search(lower))


# "visited suppliers in Gujarat" tells of a visit; "we work with suppliers in Gujarat" of origin.
_HELD = re.compile(
    r"\b(?:have|has|had|own(?:s|ed)?|operat\w+|runs?|work(?:s|ed|ing)? with|buys?|bought|purchas\w+"
    r"|sourc\w+|procur\w+|import\w*|us(?:es?|ed|ing)|includ\w+|compris\w+|consists?|maintains?|engag\w+"
    r"|rel(?:y|ies) on|partner\w*|contract\w*|made|manufactured|produced|suppl(?:y|ies|ied)|grown"
    r"|come|comes|from|har|köper|köps|äger|driver|arbetar med|anlitar|från)\b"
)
_BEING_THERE = re.compile(
    r"\b(?:is|are|was|were|located|based|situated|found|spread|concentrated|operat\w+|comes?|coming"
    r"|extend\w*|reach\w*|stretch\w*|rang\w+|originat\w+|span\w*|cover\w*|includ\w+|finns|ligger"
    r"|är|kommer)\b"
)


def _is_said(passage: Passage, start: int, maker: Hit, link: re.Match[str]) -> bool:
    """Does a verb say where they are, or that they are had, and are they not only spoken of?"""
    if _GRAMMAR[maker.rule.name] is not _BASED or _BEING_THERE.search(link.group()):
        return True
    lower = passage.view.lower
    if _MADE_IN.search(lower, start, maker.start):
        return True
    chain = _CHAIN.match(lower, maker.start) and _OURS.search(lower, start, maker.start)
    held = chain or _HELD.search(lower, start, maker.start)
    return bool(held) and not _WITHIN.search(lower, start, maker.start)


_CHAIN = re.compile(
    r"(?:supply|value) chain|supplier base|supply base|leverantörskedj|leveranskedj"
)
_OURS = re.compile(r"(?<!in )(?<!of )(?<!within )\b(?:our|its|the|their|vår) (?:[\w-]+ ){0,2}$")
_MADE_IN = re.compile(
    r"\b(?:made|produced|manufactured|assembled|sewn|grown|spend (?:is |was )?with)"
    r" (?:in |at |by )?(?:\w+ ){0,2}$"
)
_WITHIN = re.compile(r"\b(?:in|i|at|to|for|på|till|för|during|under|vid) (?:the |our |vår )?$")


def _listed(passage: Passage, there: list[Hit]) -> list[Hit]:
    """The first place, and those that are listed right behind it."""
    kept = there[:1]
    for hit in there[1:]:
        if hit.start < kept[-1].end:
            continue
        if not _LIST.fullmatch(passage.view.lower, kept[-1].end, hit.start):
            break
        kept.append(hit)
    return kept


def _drafts(
    passage: Passage,
    maker: Hit,
    listed: list[Hit],
    span: tuple[int, int],
    link: re.Match[str],
) -> Iterator[Draft]:
    start, end = span[0], max(span[1], listed[-1].end)
    topic, raw = _sourced(passage, maker, listed[0].start, (start, end))
    at = link.groupdict().get("at") or ""
    outside = at.startswith(("outside", "utanför"))
    ended = _ENDED.search(passage.view.lower, start, maker.start)
    told: set[str] = set()
    for place in listed:
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
    if any(hit.rule.name in ("rawmaterial", "raw") for hit in passage.within(start, end)):
        return "ORIGIN.MATERIAL", {}
    named = [
        hit for hit in before
        if hit.rule.kind == "material" and hit.language in ("any", passage.language)
    ]  # fmt: skip
    grown = _GROWS.match(passage.view.lower, maker.start)
    if named and (grown or any(hit.rule.name == "acquire" for hit in before)):
        return "ORIGIN.MATERIAL", {"material": named[0].rule.name}
    return "ORIGIN.COUNTRY", {}


_GROWS = re.compile(
    r"farm|plantation|orchard|vineyard|estate|mine|grower|outgrower|smallholder|odlar|gård|plantage"
)
