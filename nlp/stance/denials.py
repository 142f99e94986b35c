"""The words of denial that bear on a draft, and what turns them round."""

from __future__ import annotations

import re
from itertools import pairwise

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.reach import DENYING, FAR, reaches

LACKING = frozenset(("cue.lack", "cue.lackl"))
UNTRUE = "cue.untrue"
_GRAMMATICAL = frozenset(("cue.not", "cue.no", "cue.nol", "cue.neither"))


def doubled(passage: Passage, denials: list[Hit], cues: list[Hit], draft: Draft) -> bool:
    """Does a small word of denial stand before a word of lack ("not missing", "no one without")?

    "Without" counts among the cues of work also where it only tells how a thing was done.
    """
    at_work = draft.topic.startswith("LAB.") and draft.topic != "LAB.WAGE"
    both = [
        cue
        for cue in cues
        if any(cue is one for one in denials) or (at_work and cue.rule.id == "cue.without")
    ]
    for first, second in pairwise(both):
        turned = first.rule.id in _GRAMMATICAL and second.rule.id not in _GRAMMATICAL
        between = passage.view.lower[first.end : second.start]
        far = second.rule.id == "cue.without" or (
            second.rule.id == "cue.lack" and not _PARTED.search(between)
        )
        if turned and len(between) <= (FAR if far else _NEAR):
            return True
    return False


_PARTED = re.compile(r"[,;:.]|\b(?:and|or|och|eller|samt)\b")
_AFFIX = re.compile(r"(?:(?<=[\w-])|(?<=\s))(?:fri(?:tt|a)?|free|obehandlad\w*)\b")


def affix(passage: Passage, draft: Draft) -> tuple[tuple[int, int], ...]:
    """The end of a word that denies its beginning, or those of a list: "PVC- och ftalatfri"."""
    first = min((start for start, _ in draft.anchors), default=draft.start)
    found = _AFFIX.search(passage.view.lower, first, draft.end)
    return (found.span(),) if found else ()


_FREED = re.compile(r"(?!toll-|kostnads|avgifts)\w{3,}(?:fri|fritt|fria|-free)\b")


_GRATIS = re.compile(
    r"\bgratis\b|utan (?:kostnad|avgift)|kostnadsfri|free of (?:charge|cost)|at no (?:charge|cost)"
)


def freed(passage: Passage, draft: Draft) -> bool:
    """ "barnarbetsfri": the end of the word denies its beginning; a job that is free of charge."""
    if draft.topic == "LAB.FEES" and _GRATIS.search(passage.view.lower, draft.start, draft.end):
        return True
    return draft.topic.startswith("LAB") and any(
        _FREED.fullmatch(passage.view.lower[start : end + 6].split(" ")[0].rstrip(".,"))
        for start, end in draft.anchors
    )


def unfreed(passage: Passage, draft: Draft, denials: list[Hit]) -> bool:
    """ "Not PVC-free": a small word of denial before a word that ends in "free"."""
    at = min((start for start, _ in draft.anchors), default=draft.start)
    return any(
        denial.rule.id == "cue.not"
        and 0 <= at - denial.end <= _NEAR
        and passage.view.lower[denial.start : denial.end] in _PLAIN
        for denial in denials
    )


_PLAIN = frozenset(("not", "inte", "ej", "isn't", "aren't"))
_LESS = re.compile(r"mindre än|lägre än|less than|lower than|\bunder\b|\bbelow\b")


def least(passage: Passage, draft: Draft, denials: list[Hit]) -> bool:
    """ "Ingen fick mindre än minimilönen": nobody below it is all above it."""
    if draft.topic != "LAB.WAGE":
        return False
    last = max((end for _, end in draft.anchors), default=draft.end)
    return any(_LESS.search(passage.view.lower, denial.end, last) for denial in denials)


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


def _undeclared(passage: Passage, cue: Hit) -> bool:
    lower = passage.view.lower
    if cue.rule.id == "cue.without":
        return not _PAPERS.match(lower, cue.end)
    return bool(_UNLISTED.match(lower, cue.end) or _UNHEARD.search(lower, cue.start - 24, cue.end))


# "en verkstad som vi inte kände till": a workshop that nobody had told of
_UNHEARD = re.compile(r"\b(?:vi|kunden|köparen|we|the buyer) (?:inte|ej|did not)$")
_NEAR = 14  # characters: room for one word between


def denials_of(passage: Passage, cues: list[Hit], draft: Draft) -> list[Hit]:
    """The denials that bear on the draft, each word once."""
    found: list[Hit] = []
    for cue in cues:
        if cue.rule.name not in DENYING or not _in_its_room(cue, draft):
            continue
        if cue.rule.id == "cue.no" and _is_no_denial(passage, cue):
            continue
        if not reaches(passage, cue, draft) or (found and cue.start < found[-1].end):
            continue
        if not (_excepted(passage, cue, draft) or _of_how_it_is(passage, cue, draft)):
            found.append(cue)
    return found


_EXCEPT = re.compile(
    r"\b(?:with the exception of|apart from|other than|except(?:ing)?(?: for)?|save for"
    r"|med undantag (?:för|av)|förutom|utom|bortsett från)\b[^,;.]*$"
)


def _excepted(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """ "No phthalates, with the exception of DINP": the one that is named last is there."""
    first = min((start for start, _ in draft.anchors), default=draft.start)
    return bool(_EXCEPT.search(passage.view.lower, cue.end, max(cue.end, first)))


# "CAS-No 98-55-5", "Report no. 4711": short for number
_OF_WHAT = re.compile(
    r"\b(?:cas|e[cg]|einecs|index|un|fema|reg\w*|art\w*|item|part|order|report|cert\w*|licen[cs]e"
    r"|batch|lot|serial|phone|tel|fax|ref\w*|doc\w*|product|customer)[. -]{1,2}$"
)
_DIGITS = re.compile(r"[.:] ?#?\d")


def _is_no_denial(passage: Passage, cue: Hit) -> bool:
    """Is "no" short for number, or "zero" the first half of "zero-hours"?"""
    lower = passage.view.lower
    if lower[cue.start : cue.end] == "zero":
        return lower.startswith("-hour", cue.end)
    if lower[cue.start : cue.end] != "no":
        return False
    before = lower[max(0, cue.start - 16) : cue.start]
    return bool(_OF_WHAT.search(before) or _DIGITS.match(lower, cue.end))


def _in_its_room(cue: Hit, draft: Draft) -> bool:
    if cue.rule.name == "denycert":
        return draft.topic == "CERT"
    return cue.rule.name != "denychem" or draft.topic.startswith(("CHEM.", "ORIGIN."))


def _of_how_it_is(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does the word only tell how a thing is that is there?"""
    lower = passage.view.lower
    if draft.topic.startswith("LAB.") and _LATE.match(lower, cue.end, passage.end):
        return True  # "not paid until August": it was, and late
    if draft.topic == "LAB.CONTRACT":
        return _undeclared(passage, cue)  # "a workshop not listed": the work is there, undeclared
    if draft.topic == "LAB.FORCED":  # the thing itself: "cannot leave"
        return any(
            a <= cue.start and cue.end <= b and _HELD_BACK.search(lower, a, b)
            for a, b in draft.anchors
        )
    if draft.topic == "LAB.DISCRIMINATION":  # "Women over 40 are not hired": they are kept out
        before = lower[max(0, cue.start - FAR) : cue.start]
        return bool(_NOT_TAKEN.match(lower, cue.end) or _TAKEN.search(before))
    if draft.topic == "CHEM.SUBSTANCE" and _UNRATED.match(lower, cue.end):
        return True  # "Water | 7732-18-5 | not listed": it is there
    if draft.topic in _CONTENT:  # "DEHP does not comply with RoHS": of too much of it
        before = lower[max(0, cue.start - FAR) : cue.start]
        return bool(_FALLS_SHORT.match(lower, cue.end) or _MEETING.search(before))
    if draft.topic == "CERT":  # "No child labour | A": the area that was graded
        return bool(passage.unit.cells and _GRADED.search(passage.lower))
    if draft.topic == "ORIGIN.MINERALS":  # "Two smelters are not conformant"
        return bool(_STATUS.search(passage.lower))
    return cue.rule.id == "cue.unpaid" and bool(_WORKED_FOR.match(lower, cue.end))


_CONTENT = frozenset(("CHEM.SUBSTANCE", "CHEM.GROUP"))
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
_WORKED_FOR = re.compile(r" (?:overtime|work|hours|leave|labour|övertid|arbete|timmar)")
_GRADED = re.compile(r"\| ?[a-f][+-]?(?= ?(?:\||$))")
_STATUS = re.compile(
    r"(?:smelters?|refiners?|smältverk\w*|raffinader\w*|\bthem|seven|six|five|four|three"
    r"|two)\b.{0,60}"
    r"(?:(?:not|inte|ej|never|no longer|utanför) (?:\w+ ){0,3}(?:conform\w*|rmap|approved"
    r"|audited|listed"
    r"|godkän\w*|granska\w*|revidera\w*|program\w*|revisionsprogram)"
    r"|(?:removed|dropped|delisted|ströks|strukits|tagits bort|utesl\w+) (?:from|från|ur)\b)"
)
_LATE = re.compile(r"(?: [^\s.;:|]+){0,5} (?:until|förrän)\b")
