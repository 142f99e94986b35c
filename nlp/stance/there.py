"""Words of denial that only tell how a thing is that is there, by what the claim is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.reach import FAR

_LATE = re.compile(r"(?: [^\s.;:|]+){0,5} (?:until|förrän)\b")
_WORKED_FOR = re.compile(r" (?:overtime|work|hours|leave|labour|övertid|arbete|timmar)")
# Whose work is hidden is there; whose contract is missing has none.
_UNLISTED = re.compile(
    r"\s(?:been |är |har |upptagen |finns |med |i |på ){0,3}(?:listan|\w*registret|listed"
    r"|declared|approved|disclosed|reported|anmäl\w*|godkän\w*|redovisa\w*)"
    # Whoever is not declared to an insurance lacks it.
    r"(?!\w* (?:till|hos|for|to|with) (?:the )?(?:social|provident|pension|försäkring))"
)
# A contract is what is lacked; a permit, a consent, a word to the buyer is how it was done.
_PAPERS = re.compile(
    r"\s(?:\w+ ){0,3}(?:\w*contracts?|agreements?|letters?|appointment|terms"
    r"|\w*avtal\w*|\w*kontrakt\w*|anställnings\w+)\b"
)
# "en verkstad som vi inte kände till": a workshop that nobody had told of
_UNHEARD = re.compile(r"\b(?:vi|kunden|köparen|we|the buyer) (?:inte|ej|did not)$")
_FALLS_SHORT = re.compile(r" (?:comply|conform|fulfil|meet|satisfy|uppfyll\w*|följ\w*|klara\w*)\b")
_MEETING = re.compile(r"\b(?:uppfyller|följer|klarar) $")
_TAKEN = re.compile(r"\b(?:anställs|rekryteras|befordras) $")
_NOT_TAKEN = re.compile(r" (?:hired|employed|recruited|taken on|promoted|anställ(?:s|da?s?)\b)")
_UNRATED = re.compile(
    r" (?:data|information|uppgift|listed|classified|regulated|established|assigned"
    r"|upptage\w*|klassificera\w*|klassad\w*)\b"
)
_HELD_BACK = re.compile(
    r"cannot|can't|(?:can|could|may|dare|do|did) not|not (?:allowed|free|able|permitted|have)"
    r"|(?:kan|kunde|får|fick|vågar) (?:inte|ej)|(?:inte|ej) (?:kan|får|lämna|fri)|without|utan"
    r"|no contact|ingen kontakt"
)
_NO_LEAVE = re.compile(
    r"(?: \w+){0,3}? (?:is|are|was|were|can|could|may|får|fick|kan|kunde)(?: (?:allowed|permitted"
    r"|free))?(?: to)? (?:leave|go out|go home|resign|quit|lämna|gå ut|åka hem|sluta|säga upp)\b"
)
_GRADED = re.compile(r"\| ?[a-f][+-]?(?= ?(?:\||$))")
_STATUS = re.compile(
    r"(?:smelters?|refiners?|smältverk\w*|raffinader\w*|\bthem|seven|six|five|four|three"
    r"|two)\b.{0,60}"
    r"(?:(?:not|inte|ej|never|no longer|utanför) (?:\w+ ){0,3}(?:conform\w*|rmap|approved"
    r"|audited|listed"
    r"|godkän\w*|granska\w*|revidera\w*|program\w*|revisionsprogram)"
    r"|(?:removed|dropped|delisted|ströks|strukits|tagits bort|utesl\w+) (?:from|från|ur)\b)"
)


def only_tells_how(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does the word only tell how a thing is that is there?"""
    if draft.topic.startswith("LAB.") and _LATE.match(passage.view.lower, cue.end, passage.end):
        return True  # "not paid until August": it was, and late
    if draft.topic == "LAB.FORCED":
        return _is_held_back(passage, cue, draft)
    return _BY_TOPIC.get(draft.topic, _is_unpaid)(passage, cue)


def _is_unpaid(passage: Passage, cue: Hit) -> bool:
    """ "Unpaid overtime": it was worked."""
    return cue.rule.id == "cue.unpaid" and bool(_WORKED_FOR.match(passage.view.lower, cue.end))


def _is_undeclared(passage: Passage, cue: Hit) -> bool:
    """ "A workshop not listed": the work is there, undeclared."""
    lower = passage.view.lower
    if cue.rule.id == "cue.without":
        return not _PAPERS.match(lower, cue.end)
    return bool(_UNLISTED.match(lower, cue.end) or _UNHEARD.search(lower, cue.start - 24, cue.end))


def _is_held_back(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """ "Cannot leave", "no worker is allowed to leave": the thing itself."""
    if cue.rule.id == "cue.no" and _NO_LEAVE.match(passage.view.lower, cue.end):
        return True
    return any(
        a <= cue.start and cue.end <= b and _HELD_BACK.search(passage.view.lower, a, b)
        for a, b in draft.anchors
    )


def _is_kept_out(passage: Passage, cue: Hit) -> bool:
    """ "Women over 40 are not hired": they are kept out."""
    return bool(
        _NOT_TAKEN.match(passage.view.lower, cue.end) or _TAKEN.search(_before(passage, cue))
    )


def _falls_short(passage: Passage, cue: Hit) -> bool:
    """ "DEHP does not comply with RoHS": there is too much of it."""
    return bool(
        _FALLS_SHORT.match(passage.view.lower, cue.end) or _MEETING.search(_before(passage, cue))
    )


def _is_unrated(passage: Passage, cue: Hit) -> bool:
    """ "Water | 7732-18-5 | not listed": it is there, as one that falls short is."""
    unrated = _UNRATED.match(passage.view.lower, cue.end)
    return bool(unrated) or _falls_short(passage, cue)


def _is_graded(passage: Passage, _: Hit) -> bool:
    """ "No child labour | A": the area that was graded."""
    return bool(passage.unit.cells and _GRADED.search(passage.lower))


def _is_off_the_list(passage: Passage, _: Hit) -> bool:
    """ "Two smelters are not conformant"."""
    return bool(_STATUS.search(passage.lower))


def _before(passage: Passage, cue: Hit) -> str:
    return passage.view.lower[max(0, cue.start - FAR) : cue.start]


_BY_TOPIC: Final[Mapping[str, Callable[[Passage, Hit], bool]]] = {
    "LAB.CONTRACT": _is_undeclared,
    "LAB.DISCRIMINATION": _is_kept_out,
    "CHEM.SUBSTANCE": _is_unrated,
    "CHEM.GROUP": _falls_short,
    "CERT": _is_graded,
    "ORIGIN.MINERALS": _is_off_the_list,
}
