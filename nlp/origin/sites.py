"""A named factory with its place, and a factory whose name is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.layout.lines import ROW
from nlp.matching import Hit
from nlp.origin import listed, makers
from nlp.origin.acts import PROCESS, is_made
from nlp.origin.firms import NAME, WORD, Firm, clean, firms, is_works
from nlp.origin.makers import NO_SITE, country_of, draft, hedged
from nlp.origin.places import named, places
from nlp.origin.untold import UNSURE
from nlp.passages import Draft, Passage

_KEY = re.compile(
    r"^(?:(?:granskad |besökt |producerande )?(?:anläggning(?:ar)?|fabrik(?:er)?"
    r"|produktionsställen?|tillverkare"
    r"|(?:tillverkarens |fabrikens )namn(?: och adress)?|underleverantör(?:er)?|enhet"
    r"|produktionsplats|arbetsplats)(?: \d| [A-E]\b)?"
    r"|(?:audited |covered |production |manufacturing |second |third |other )?"
    r"(?:sites?|factor(?:y|ies)|facilit(?:y|ies)|plants?|unit)(?: covered| included| \d)?"
    r"|place of production|covers"
    r"|(?:name and address|name|address) of (?:the )?(?:factory|plant|site|mill|manufacturer)"
    r"|sub-?contractors?|auditee|producer"
    r"|manufacturer|produced by|tillverkad av|made by)(?: name)?\s*(?::\s*"
    r"|(?=\s[A-ZÅÄÖ][\w.&'-]* ?[^.:;]*,)\s)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\bi (?:vår )?(?:egen |eget )?(?:fabrik|verkstad|bruk|spinneri|väveri)\b"
    r"|\b(?:vår|vårt|våra|eget|egen|egna) (?:egen |eget |egna )?(?:fabrik|anläggning|verkstad|kök"
    r"|verk\b|ateljé|hall\b|(?:gjut|spinn|väv|färg|garv|tryck|stick|bag|tvätt|mej|rost|snick|slakt"
    r"|sömm|såg|bygg|glasbruk)eri)"
    r"|\bav oss\b"
    r"|\b(?:görs|sker|sys|monteras|tillverkas|rostas|packas|fylls) hos oss\b"
    r"|\b(?:gör|syr|monterar|rostar|packar|blandar|stickar|väver) vi själva\b"
    r"|\bi egen regi\b"
    r"|\bour (?:own )?(?:\w+ )?(?:factor(?:y|ies)|plants?|mills?|works|workshops?|kitchens?|foundry"
    r"|tannery|dyehouse|bakery|roastery|joinery|sawmill|halls?|repair centre|units?|sites?"
    r"|branch factory|studio|(?:production )?lines?(?: \d+(?: (?:and|&) \d+)?)?)\b"
    r"|\bown (?:\w+ )?(?:factory|plant|mill|works|workshop|unit|establishment|halls?|roastery)\b"
    r"|\bwith us in\b|\bin-house\b|\bby ourselves\b"
    r"|tillverkar vi själva|vi tillverkar själva"
)
# "at the mill in Oulu", "i fabriken i Tibro": a works by its town, whosever it is.
_AT_WORKS = re.compile(
    r"\b(?:(?:på|vid|i|hos) (?:\w+s |den egna )?(?:fabriken|\w*bruket|verkstaden|ateljén"
    r"|anläggningen|\w{3,}eriet) i|(?:at|in) the (?:company['’]s )?"
    r"(?:factory|plant|mill|workshop|foundry|works|tannery) (?:in|at)) (?=(?-i:[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
_PLACE_OF_WORK = (
    r"(?:fabrik|(?:gjut|spinn|väv|färg|garv|tryck|frys|slakt|bag|tvätt|mej|rost|snick|stick)eri"
    r"|anläggning|tillverkar|leverantör)e[nt]"
)
_NAMING = re.compile(
    r"namn(?:et|en)?\b|\b(?:namn\w*|identitet\w*|names?|identity|vem som"
    rf"|(?<!vid )(?<!hos )(?<!på ){_PLACE_OF_WORK} är|{_PLACE_OF_WORK}s"
    r"|which (?:plant|factory|mill|works)"
    r"|factory (?:is )?(?:not|un)|to name (?:it|them|him)|(?:firm|maker|supplier) that)\b"
)
_VISITED = re.compile(
    r"\b(?:visit\w*|assess\w*|complaints? (?:\w+ ){0,3}(?:by|from|at|of)|investigat\w+"
    r"|(?:workers|employees|violations|strike) (?:at|of|from)|klagomål\w*"
    r"|(?:arbetare|anställda) (?:på|vid|hos)|audit\w*|inspect\w*|interview\w*|payroll"
    r"|worked at|works at|issued to"
    r"|certif\w+|management system of|besök\w*|granska\w*|revider\w*|revision\w*|utfärda\w*"
    r"|arbetat (?:på|hos))"
)
# "Our main supplier is ...", "the factory, ...": what a name that follows is told to be.
_IS_MAKER = re.compile(
    r"\b(?:supplier|manufacturer|factory|mill|producer|maker|leverantör\w*|fabrik\w*|tillverkare\w*"
    r"|producent\w*)(?:,| (?:is|are|är|heter)(?: called)?) $"
)
_ENDS_IN_WORKS = re.compile(r" (?:factory|plant|mill|works|fabrik(?:en)?|väveri|spinneri)$")
_NOT_MAKING = re.compile(
    r"\b(?:offices?|headquarters|customers?|laborator\w+|lab\b|distributor|importer|bank"
    r"|court|warehouse|port of|agents?\b|agency|embassy|kontor\w*|kund\w*|laborator\w+|ombud\w*"
    r"|agent\w*|grossist\w*|importör\w*|lager\b|lagret|hamn\w*|tingsrätt\w*|säte|säljbolag"
    r"|subsidiar\w+|dotterbolag\w*|certification body|certifieringsorgan|trader|trading house"
    r"|details of|designed|formges|registered|union|recruit\w*|broker)\b"
)


def read(passage: Passage) -> Iterator[Draft]:
    """Sites in key lines, rows and sentences."""
    if passage.unit.kind == ROW:
        yield from makers.read(passage)
    elif found := list(listed.above(passage)):
        yield from found
    elif key := _KEY.match(passage.words):
        yield from _keyed(passage, passage.start + key.end())
    else:
        found = list(_told(passage)) or list(listed.in_list(passage))
        yield from found
        if not found:
            yield from _withheld(passage)


def _keyed(passage: Passage, start: int) -> Iterator[Draft]:
    unsure = UNSURE.search(passage.view.lower, start, passage.end)
    if unsure and unsure.start() - start <= _LEAD:
        yield hedged(passage, passage.start, passage.end)
        return
    several = list(firms(passage, start, passage.end))
    if len(several) > 1:
        for firm in several:
            yield draft(firm.start, firm.last, firm.place, firm.name)
        return
    name = NAME.match(passage.view.text, start, passage.end)
    found = places(passage, name.end() if name else start, passage.end, cities=True)
    if name and not found:
        found = places(passage, start, passage.end, cities=True)
    if name and found:
        first = several[0] if several else None
        written = first.name if first and first.start == start else clean(name.group())
        yield draft(start, _answer_end(passage, found[-1].end), country_of(found), written)
    elif name and listed.names_works(passage):
        end, last, country = listed.below(passage, start)
        if country or (is_works(name.group()) and _CALLED.match(passage.lower)):
            yield draft(start, last, None, clean(passage.view.text[start:end]), country)


_LEAD = 8  # characters of an answer within which it says that it tells nothing
_CALLED = re.compile(r"[\w ]+ (?:name|namn) ?:")
_NEXT_KEY = re.compile(r"\n[^\n:]{2,30}:\s")


def _answer_end(passage: Passage, at: int) -> int:
    """Where the lines of a form that tell of a works end: before the key behind its place."""
    key = _NEXT_KEY.search(passage.view.text, at, passage.end)
    return key.start() if key else passage.end


def is_letterhead(passage: Passage) -> bool:
    """The firm whose paper it is, named as manufacturer: who it is, and not where it makes."""
    key = _MAKER_KEY.match(passage.lower)
    return bool(key and passage.issuer and passage.words[key.end() :].startswith(passage.issuer))


_MAKER_KEY = re.compile(
    r"(?:\d[\d. )]*)?(?:name and address of )?(?:the )?(?:manufacturer|tillverkare|producer)"
    r"[^:]{0,12}:\s*"
)


def _told(passage: Passage) -> Iterator[Draft]:
    """A firm before its place, in a clause that speaks of making or of a visit; we ourselves."""
    for start, end in passage.clauses:
        found = list(firms(passage, start, end)) if "country" in passage.kinds else []
        made = bool(found) and _makes(passage, start, end)
        for firm in found:
            before = _before(passage, start, firm)
            told = made or bool(_MADE_KEY.fullmatch(before))
            if _NOT_MAKING.search(before) or _is_issuer_only(passage, firm, made=told):
                continue
            if _ANY_KEY.fullmatch(before):
                if not NO_SITE.search(before):
                    yield draft(firm.start, firm.last, firm.place, firm.name)
            elif made:
                more = named(passage, firm.last, end, cities=True)
                yield draft(
                    start, firm.last if more else max(end, firm.last), firm.place, firm.name
                )
            elif (
                _VISITED.search(before)
                or _IS_MAKER.search(before)
                or _ENDS_IN_WORKS.search(firm.name)
            ):
                yield draft(firm.start, firm.last, firm.place, firm.name)
        if not found and {"made", "site"} & passage.names:
            yield from _by_ourselves(passage, start, end)


# "Final assembly: Rowan Chairs Ltd, Leeds": told of goods, though it is whose paper it is.
_MADE_KEY = re.compile(
    r"(?:[\w -]+ )?\w*(?:montering|montage|tillverkning|produktion|sömnad|packning|production"
    r"|assembly|sewing|packing|manufacture): "
)


def _makes(passage: Passage, start: int, end: int) -> bool:
    named_so = any(hit.rule.name in ("made", "site") for hit in passage.within(start, end))
    return named_so or bool(PROCESS.search(passage.view.lower, start, end))


def _is_issuer_only(passage: Passage, firm: Firm, *, made: bool) -> bool:
    return firm.name == passage.issuer and not made


def _before(passage: Passage, start: int, firm: Firm) -> str:
    """What stands before a firm in its clause, or the key it is the answer to."""
    key = passage.view.lower[passage.start : firm.start]
    return key if _ANY_KEY.fullmatch(key) else passage.view.lower[start : firm.start]


# "Gloves: Banting Rubber Works, Banting, Malaysia": a key of goods, or of the audited.
_ANY_KEY = re.compile(r"[^:|.;]{2,48}(?::| -)\s")


def _by_ourselves(passage: Passage, start: int, end: int) -> Iterator[Draft]:
    """ "in our own plant in Leeds": the maker is whose paper it is."""
    found = places(passage, start, end, cities=True)
    if not found:
        yield from _in_small_town(passage, start, end)
    elif _BY_US_IN.search(passage.view.lower, start, found[0].start) and _is_country(found[0]):
        return  # "av oss i Sverige" tells a country, and no works
    elif "notmade" in passage.names and not _MAKES.search(passage.view.lower, start, end):
        return
    elif _own_works(passage, start, end, found[0]):
        yield draft(start, end, country_of(found), passage.issuer)
    elif _is_at_works(passage, start, end, found[0]):
        yield draft(start, end, country_of(found), "")


def _is_at_works(passage: Passage, start: int, end: int, place: Hit) -> bool:
    """Is it made at a works that is told by its town? A country alone would be no place of it."""
    at = _AT_WORKS.search(passage.view.text, start, end)
    away = any(hit.rule.name == "notmade" for hit in passage.within(start, end))
    if at is None or away or place.start < at.end() or not _makes_there(passage, start, end):
        return False
    return all(hit.start != at.end() or not _is_country(hit) for hit in passage.of("country"))


def _makes_there(passage: Passage, start: int, end: int) -> bool:
    return is_made(passage, start, end) or bool(PROCESS.search(passage.view.lower, start, end))


def _own_works(passage: Passage, start: int, end: int, place: Hit) -> bool:
    """Is it a works of ours? Several works in a country have no place that is told."""
    own = _OWN.search(passage.view.lower, start, end)
    if own and _SOME_PLACE.search(own.group()) and not _makes_there(passage, start, end):
        return False
    if own is None or not _SEVERAL.search(own.group()):
        return own is not None
    return not _is_country(place) or bool(
        _TOWN_BEFORE.search(passage.view.text, own.end(), place.start)
    )


_SOME_PLACE = re.compile(r"(?:sites?|units?|studio|lines?[^a-z]*)$")  # at which one may do anything
_SEVERAL = re.compile(r"(?:factories|plants|mills|workshops|halls|units|sites)$")
_TOWN_BEFORE = re.compile(r"[A-ZÅÄÖ][\w'’-]+(?:,| in| i) $")


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
        yield draft(start, end, None, clean(named["name"]))
    elif _OWN_AT.search(text, start, end):
        yield draft(start, end, None, passage.issuer)
    elif _AT_WORKS.search(text, start, end) and _makes_there(passage, start, end):
        yield draft(start, end, None, "")


def _withheld(passage: Passage) -> Iterator[Draft]:
    """A maker whose name or identity is kept back."""
    for start, end in passage.clauses:
        words = passage.view.lower[start:end]
        kept = _NAMING.search(words) and UNSURE.search(words) and not _RULED.search(words)
        if kept and all(hit.rule.kind != "material" for hit in passage.within(start, end)):
            yield hedged(passage, start, end)
            return


# Who may be named to whom, and whose papers are kept, is a rule for people and no origin.
_RULED = re.compile(
    r"\b(?:workers?\b|employees?\b|arbetstagar\w*|anställda|interviewe\w*|intervjuade\w*"
    r"|avsändar\w*|senders?\b|representatives?|names? need not|behöver (?:inte|ej) (?:uppge|ange)"
    r"|without a name|utan namn|får (?:inte|ej)|must not|shall|ska\b|may not|should"
    r"|identitetshandling\w*|id-handling\w*"
    r"|identity documents?|anmäl\w*|whistle\w*|complain\w*|klagomål\w*|reporter)"
)
