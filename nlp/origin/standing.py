"""What is told of smelters and their minerals: for the firm, against it, or neither; and doubt."""

from __future__ import annotations

import re

# What was done about smelters that are not as they should be.
_MENDED = re.compile(
    r"\b(?:asked|told|required|bad|uppmana\w*|bett|krävt) [^.;]{0,40}\b(?:remove|drop|replace"
    r"|leave|ta bort|byta)\b"
    r"|\bdropped the \w*[- ]?(?:delisted|conformant)\b|\bleft our (?:supply )?chain\b"
    r"|\b(?:switched|changed|replaced|bytt(?: ut)?|ersatt)\b [^.;]{0,40}?"
    r"(?:smelter|refiner|source|smältverk|raffinaderi|supplier|leverantör)"
    r"|\b(?:do|does|did) not (?:buy|source) from|\bköper (?:inte|ej) från"
)
_FAILED = re.compile(
    r"delisted|sanctioned|incomplete|ofullständig|not (?:\w+ )?conform|inte granskade"
    r"|non-conformant"
    r"|refused|vägra|declined|failed (?:its|the|their) |unaudited|unassessed"
    r"|(?:removed|dropped|struck|ströks|strukits|avförts|avförda) (?:from|från"
    r"|ur) (?:\S+ ){0,3}(?:list|program)"
    r"|(?:not|never|inte|ej|aldrig) (?:\w+ ){0,2}(?:godkän|granska|revidera|approved|audited"
    r"|assessed)"
    r"|utanför (?:\w+ ){0,2}\w*program"
    r"|(?:lost|förlorat|förlorade) (?:its|their|sin|sina|the|his) "
)
_SOUND = re.compile(
    r"conformant|conform\b|granska(?:de|d|t|ts)\b|godkän(?:da|d|t)\b|rmap|received|conflict-free"
    r"|konfliktfri"
    r"|removed|asked|traceab|cmrt|emrt|recycled|återvunn\w*|tagged"
    r"|\b(?:replies|responses?) (?:from|came|were|covering)|\b(?:replied|answered|responded"
    r"|svarat|svarade)\b"
    r"|identified all|identifierat (?:alla|samtliga)|mineralrapport\w* bifogas|oecd"
)
_MAY_BE = re.compile(
    r"\b(?:may|might|could|perhaps|possibly|kan|kanske|troligen|möjligen)\b[^.;:|]{0,30}?"
    r"\b(?:be (?:present|found|used|contained)|occur|contain|förekomma|ingå|finnas|innehålla)\b"
)
_OF_SOURCE = re.compile(
    r"smelt|smält|origin|ursprung|source|mine[ds]?\b|gruv|refine|raffin|bryts|child|barn"
)
_BELIEVED = re.compile(
    r"\b(?:believes?|think|tror|såvitt|uppges|as far as|to the best|to our knowledge|enligt uppgift"
    r"|reportedly|supposedly)\b"
)
_PARTLY = re.compile(
    r"\bonly (?:partly|partially|in part) |\bdelvis okän|\bpartly known|\bincomplete\b"
    r"|\bofullständig"
    r"|\bvisibility\b[^.;]{0,40}\blimited\b|\bin only (?:a|one) |\bonly (?:a|one) (?:third|half"
    r"|quarter|part)"
    r"|\b(?:inte|ej|not) (?:\w+ )?(?:kän[dt]a?|angiv\w*|angett|known|stated|identified"
    r"|identifiera\w*|mapped"
    r"|kartlag\w*)\b|\bundeterminable\b|\bpågår\b|\bunder way\b|\bongoing\b|går inte att fastställa"
)


def weigh(clause: str) -> str:
    """The bearing of what a clause in lower case affirms of smelters or minerals."""
    if is_mended(clause):
        return "support"
    if _FAILED.search(clause):
        return "risk"
    return "support" if _SOUND.search(clause) else "neutral"


def is_mended(clause: str) -> bool:
    """ "We told the maker to drop the two delisted smelters": was something done about them?"""
    return bool(_MENDED.search(clause))


def is_open(clause: str) -> bool:
    """ "The smelters are only partly known", "smältverken är inte kända": is more not known?"""
    return bool(_PARTLY.search(clause))


def doubt(clause: str) -> str:
    """The bearing of a doubt: neutral where a mineral may be there, or is believed to be sound."""
    if _MAY_BE.search(clause) and not _OF_SOURCE.search(clause):
        return "neutral"
    return "neutral" if _BELIEVED.search(clause) and weigh(clause) == "support" else "risk"
