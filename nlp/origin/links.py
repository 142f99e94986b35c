"""The words that tie those who make, supply or are bought from to the places behind them."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.verbs import has_verb

_MOSTLY = (
    r"(?:all|both|each|most|mostly|mainly|primarily|predominantly|largely|principally|chiefly"
    r"|generally|currently|also|only|almost|entirely|exclusively|solely|especially|particularly"
    r"|in particular|främst|huvudsakligen|mest|i huvudsak|framför allt|också|samtliga|alla"
    r"|in large part|for example|for instance|for the most part)"
)
# What may stand between those who make and where they are: a verb of being there, and how many.
_BEING = (
    rf"(?:{_MOSTLY}|is|are|was|were|be|have|has|been|majority|half|third|quarters?|of|the|which"
    rf"|that"
    r"|them|whom|who|these|located|based|situated|found|spread|operating|operates?|operated"
    r"|concentrated|comes?|coming|extends?|extending|reach(?:es)?|stretch(?:es)?|rang(?:es?|ing)"
    r"|established|manufacture[ds]?|produce[ds]?|sourced|originat\w+|sites?|facilit(?:y|ies)"
    r"|operations|base|predominately"
    r"|we|use|used|work|with|finns|ligger|är|som|sker|kommer|har|vi|\d+ ?%?|approximately|about|but"
    r"|worldwide|globally|around the world|today|now|idag|nu|numera)"
)
_AT = (
    r"(?P<at>(?:extends?|extending|stretch(?:es)?) to|in|across|throughout|within|over|from|spans?"
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
# "goods, including when a broker buys them, from": what stands between commas.
_INSERTED = r"(?:,\s(?:including|when|where|both|either|inklusive|bland annat)\s[^.;]{3,80}?,)"
_FROM = re.compile(
    rf"(?<!ate)(?<!ates)(?<!ating)\w*(?:\s{_MOSTLY})*\s(?:in|i)\s(?:the\s)?"
    rf"|\w*(?:[\s,]+(?!and\b|or\b|och\b)[\w’'&/-]+){{0,9}}?{_INSERTED}?[\s,]+(?:from|through|via"
    rf"|från)"
    rf"(?:(?:\s(?!offices?\b|agents?\b|stores?\b)[\w’'&-]+){{1,5}}?"
    rf"\s(?:in|across|throughout|within|i))?"
    rf"(?:[\s,:(]+{_LEAD})*[\s,:(]+"
)
_GRAMMAR = {"maker": _BASED, "works": _BASED, "sourcing": _ARE, "acquire": _FROM}
MAKERS = frozenset(_GRAMMAR)
"""Words of the pack for those who make, what they make in, where and that goods are bought."""
_LIST = re.compile(
    rf"(?:[\s,;:()&/+]|\d|%|\band\b|\bor\b|\bas well as\b|\bplus\b|\bthe\b|\bin\b|\bfrom\b|\balso\b"
    rf"|\bto a (?:lesser|smaller) extent\b|\b(?:other )?(?:parts|countries|regions) (?:of|in)\b"
    rf"|\bother\b|\bboth\b|\b{_MOSTLY}\b|\boch\b|\bsamt\b|\bi\b|\bfrån\b|\b\w+-risk countries\b"
    rf"|\b{_SIDES}\b|\bfollowed by\b|\bföljt av\b"
    rf"|\bresten\b|\båterstoden\b|\b(?:rest|remainder)\b)*"
)


def tied(lower: str, start: int, maker: Hit, place: Hit) -> str | None:
    """The preposition before a place of a maker, or of what is bought; None where it is of neither.

    `start` is where the clause begins; "" where a verb alone ties them.
    """
    grammar = _GRAMMAR[maker.rule.name]
    link = grammar.fullmatch(lower, maker.end, place.start)
    if link is None:
        return None
    if grammar is _BASED and not _is_said(lower, start, maker.start, link.group()):
        return None
    return link.groupdict().get("at") or ""


def tied_before(lower: str, start: int, place: Hit, maker: Hit) -> bool:
    """ "We buy from Austria-based suppliers": a place before its maker, where they are had."""
    based = _BASED_THERE.fullmatch(lower, place.end, maker.start)
    return bool(based and _HELD.search(lower, start, place.start))


_BASED_THERE = re.compile(r"[- ]based,? (?:[\w-]+,? ){0,2}")


def listed(lower: str, start: int, end: int) -> bool:
    """Do the words in [start, end) put one place behind another in a list?"""
    return bool(_LIST.fullmatch(lower, start, end))


def goes_on(lower: str, first: int, start: int, at: int) -> bool:
    """Does a clause at `start` go on with what its sentence began: "suppliers, most of which"?"""
    if _OF_WHOM.match(lower, start, at):
        return True
    return not (has_verb(lower, start, at) and has_verb(lower, first, start))


_OF_WHOM = re.compile(
    rf"(?:[\w%-]+ ){{0,5}}(?:of which|of whom|of them|which|who)\b"
    rf"|(?:{_MOSTLY} )*(?:located|based|situated)\b|including (?:when|where)\b"
)


# "visited suppliers in Gujarat" tells of a visit; "we work with suppliers in Gujarat" of origin.
_HELD = re.compile(
    r"\b(?:have|has|had|own(?:s|ed)?|operat\w+|runs?|work(?:s|ed|ing)? with|spend|buys?|bought"
    r"|purchas\w+|sourc\w+|procur\w+|import\w*|us(?:es?|ed|ing)|includ\w+|compris\w+|consists?"
    r"|maintains?|engag\w+|rel(?:y|ies) on|partner\w*|contract\w*|made|manufactured|produced"
    r"|suppl(?:y|ies|ied)|grown|come|comes|from|har|köper|köps|äger|driver|arbetar med"
    r"|anlitar|från)\b"
)
_BEING_THERE = re.compile(
    r"\b(?:is|are|was|were|located|based|situated|found|spread|concentrated|operat\w+|comes?|coming"
    r"|sker|äger rum|takes? place|manufactures?|produces?|extend\w*|reach\w*|stretch\w*"
    r"|rang\w+|originat\w+|span\w*"
    r"|cover\w*|includ\w+|finns|ligger|är|kommer)\b"
)


def _is_said(lower: str, start: int, maker: int, between: str) -> bool:
    """Does a verb say where they are, or that they are had, and are they not only spoken of?"""
    if _BEING_THERE.search(between) or _MADE_IN.search(lower, start, maker):
        return True
    chain = _CHAIN.match(lower, maker) and _OURS.search(lower, start, maker)
    held = chain or _HELD.search(lower, start, maker)
    return bool(held) and not _WITHIN.search(lower, start, maker)


_CHAIN = re.compile(
    r"(?:supply|value) chain|supplier base|supply base|leverantörskedj|leveranskedj"
)
_OURS = re.compile(r"(?<!in )(?<!of )(?<!within )\b(?:our|its|the|their|vår) (?:[\w-]+ ){0,2}$")
_MADE_IN = re.compile(
    r"\b(?:made|produced|manufactured|assembled|sewn|grown|spend (?:is |was )?with)"
    r" (?:in |at |by )?(?:\w+ ){0,2}$"
)
_WITHIN = re.compile(r"\b(?:in|i|at|to|for|på|till|för|during|under|vid) (?:the |our |vår )?$")
