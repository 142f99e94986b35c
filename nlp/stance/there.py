"""Words of denial that only tell how a thing is that is there, by what the claim is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.reach import FAR
from nlp.verbs import has_predicate

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
    r"(?:(?:not|inte|ej|never|no longer|utanför|neither|none|inget|inga|ingen)"
    r" (?:[\w-]+ ){0,3}(?:(?:non-|icke-)?(?:conform\w*|konform\w*)|rmap|approved"
    r"|audited|listed"
    r"|godkän\w*|granska\w*|revidera\w*|program\w*|revisionsprogram)"
    r"|(?:removed|dropped|delisted|ströks|strukits|tagits bort|utesl\w+)"
    r" (?:from|från|ur|this|last|in|during|i|under)\b)"
)


def only_tells_how(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does the word only tell how a thing is that is there?"""
    lower = passage.view.lower
    if draft.topic.startswith("LAB.") and _LATE.match(lower, cue.end, passage.end):
        return True  # "not paid until August": it was, and late
    if draft.topic.startswith("LAB.") and (
        _in_case(passage, cue, draft) or _apart(passage, cue, draft)
    ):
        return True
    if draft.topic == "LAB.FORCED":
        return _is_held_back(passage, cue, draft)
    return _BY_TOPIC.get(draft.topic, _is_unpaid)(passage, cue)


# "Meals are charged when the worker does not eat", "lönen sänks om de inte når målet"
_IN_CASE = re.compile(
    r"\b(?:when|whenever|even if|if|när|(?:även )?om (?=(?:de|den|man|en|ett|någon|hon|han|du"
    r"|arbetar\w*|anställda|de anställda|leverantör\w*|mål\w*|kvot\w*)\b))"
    r"[^.,;:|]*$"
)


def _in_case(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Is it denied of the case in which something happens, which is told before it?"""
    lower = passage.view.lower
    case = _IN_CASE.search(lower, draft.start, cue.start)
    if case is None:
        return False
    told = lower[draft.start : case.start()]
    swedish = passage.language == "sv" and len(told.split()) > 1  # of verbs in -s few are known
    return swedish or has_predicate(lower, draft.start, case.start())


# "Wages are paid by bank, not in cash": how it is done, and how it is not
_CONTRAST = re.compile(
    r"(?:not|inte|ej) (?:by|in|to|at|on|with|through|via|per|i|på|vid|av|hos|till|med|genom"
    r"|kontant\w*)\b[^.,;:|]*[.!]?$"
)
_PLAIN_WORK = frozenset(
    ("LAB.WAGE", "LAB.HOURS", "LAB.GRIEVANCE", "LAB.SAFETY", "LAB.CONTRACT", "LAB.UNION")
)


def _apart(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does it end a whole sentence with a way or a place that is not the one told?"""
    if draft.topic not in _PLAIN_WORK or passage.unit.cells:
        return False
    lower = passage.view.lower
    parted = lower.endswith(", ", passage.start, cue.start)
    contrast = parted and _CONTRAST.match(lower, cue.start, passage.end)
    return bool(contrast) and has_predicate(lower, passage.start, cue.start)


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


# "The audit had not reported any of the points": it was made all the same
_AUDIT = re.compile(
    r"\b(?:\w*audit\w*|inspections?|assessment|\w*revision(?:en|er|erna)?)\b[^.;|]*$"
)
_NOTICED = re.compile(
    r" (?:been )?(?:report|f[io]und?|not(?:e|ic)|identif|mention|reveal|record|detect|rapporter"
    r"|noter|hitta|fann|upptäck|nämn|konstater|visa[dt]?\b)"
)


def _is_blind(passage: Passage, cue: Hit) -> bool:
    """Is it only what an audit did not see, or the grade of what it saw?"""
    lower = passage.view.lower
    seen = _NOTICED.match(lower, cue.end) and _AUDIT.search(lower, passage.start, cue.start)
    named = any(hit.rule.kind == "standard" for hit in passage.within(cue.end, passage.end))
    return bool(seen and not named) or _is_graded(passage, cue)


_TOLD_OFF = re.compile(
    r"\b(?:told|warned|ordered|instructed|urged|advised|pressed|pressured|forced|asked|threatened"
    r"|uppmana\w*|varna\w*|beordra\w*|råd(?:de|er)|tvinga\w*|hota\w*|(?:sa|sade|säger) (?:åt|till))"
    r" [^.,;:|]{0,40}?(?:att )?$"
)


def _is_told_off(passage: Passage, cue: Hit) -> bool:
    """ "Workers were told not to join the union": they were hindered."""
    lower = passage.view.lower
    told = _TOLD_OFF.search(lower, passage.start, cue.start)
    swedish = told is not None and told.group().endswith("att ")
    return bool(told) and (swedish or lower.startswith(" to ", cue.end))


# "You need not give your name", "the form does not store numbers": it takes in what is nameless
_NAMELESS = re.compile(
    r" (?:(?:have|need|required|obliged) to )?(?:give|state|leave|store|save|record|show|log|trace"
    r"|track|uppge|ange|lämna|spara|sparar|lagra|lagrar|spåra|spårar|registrerar|visar)"
    r"(?: [\w-]+){0,2} (?:names?|numbers?|identity|ip|namn|namnet|nummer|numret|identitet)\b"
)


def _is_nameless(passage: Passage, cue: Hit) -> bool:
    """Does it tell only that a channel asks for no name, or that workers were kept from it?"""
    return bool(_NAMELESS.match(passage.view.lower, cue.end)) or _is_told_off(passage, cue)


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
    "CERT": _is_blind,
    "LAB.GRIEVANCE": _is_nameless,
    "LAB.UNION": _is_told_off,
    "ORIGIN.MINERALS": _is_off_the_list,
}
