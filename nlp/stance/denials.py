"""The words of denial that bear on a draft, and what turns them round."""

from __future__ import annotations

import re
from itertools import pairwise

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.scope import DENY
from nlp.text import has_verb

LACKING = frozenset(("cue.lack", "cue.lackl"))
_GRAMMATICAL = frozenset(("cue.not", "cue.no", "cue.nol", "cue.neither"))


def doubled(passage: Passage, denials: list[Hit]) -> bool:
    """Does a small word of denial stand before a word of lack ("not missing", "no one without")?"""
    for first, second in pairwise(denials):
        turned = first.rule.id in _GRAMMATICAL and second.rule.id not in _GRAMMATICAL
        between = passage.view.lower[first.end : second.start]
        far = second.rule.id == "cue.without" or (
            second.rule.id == "cue.lack" and not _PARTED.search(between)
        )
        if turned and len(between) <= (_FAR if far else _NEAR):
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


def freed(passage: Passage, draft: Draft) -> bool:
    """ "barnarbetsfri": the end of the word denies its beginning."""
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
_FAR = 30  # the same for "no worker went without"


def denials_of(passage: Passage, cues: list[Hit], draft: Draft) -> list[Hit]:
    """The denials that bear on the draft, each word once."""
    found: list[Hit] = []
    for cue in cues:
        if cue.rule.name == "denycert" and draft.topic != "CERT":
            continue
        if cue.rule.name == "denychem" and not draft.topic.startswith(("CHEM.", "ORIGIN.")):
            continue
        if cue.rule.name not in (DENY, "denycert", "denychem") or not reaches(passage, cue, draft):
            continue
        if _excepted(passage, cue, draft):
            continue
        if found and cue.start < found[-1].end:
            continue
        if draft.topic.startswith("LAB.") and _LATE.match(passage.view.lower, cue.end, passage.end):
            continue  # "not paid until August": it was, and late
        if draft.topic == "LAB.CONTRACT" and _undeclared(passage, cue):
            continue  # "a workshop not listed": the work is there, undeclared
        inside = any(a <= cue.start and cue.end <= b for a, b in draft.anchors)
        if inside and draft.topic == "LAB.FORCED":
            continue  # the thing itself: "cannot leave"
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


_LATE = re.compile(r"(?: [^\s.;:|]+){0,5} (?:until|förrän)\b")
_NOUNS = 4  # words before "utan" that can be a noun alone: "Tre inhyrda städare utan avtal"
# "Dyes that may release amines are not used": the denial at the end is of the first words.
_CLOSES = re.compile(
    r"\b(?:(?:används|förekommer|ingår|finns|tillsätts|anlitas|tillåts) (?:inte|ej|aldrig)"
    r"|(?:is|are) (?:not|never) (?:used|present|added|allowed|found))\W*$"
)
_RUN = re.compile(r"(?<!inga )(?<!no )\b(?:\w*dagar|veckor|days|weeks|\w*days) (?:\w+ ){0,3}$")
_WHO = re.compile(r"\b(?:who|som)\b")
_TURNS = re.compile(r"\b(?:som|där|vars|that|which|who|whose|if|unless|so that|so|så att)\b")


def reaches(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does the cue bear on the anchors? One in a relative clause behind them does not."""
    if not draft.anchors:
        return True
    if cue.rule.id == "cue.without" and draft.topic.startswith("LAB"):
        return _lacks(passage, cue, draft)
    last = max(end for _, end in draft.anchors)
    between = passage.view.lower[last : max(last, cue.start)]
    if re.search(r"\b(?:and|och)\s$", between):
        return False  # "toxic and not degradable": the denial is of what follows
    if _TURNS.search(between) and not _CLOSES.search(passage.view.lower, last, passage.end):
        return False
    if draft.topic.startswith("LAB.") and _BUT.search(between):
        return False  # "deducted but not paid in": the denial is of the second
    if cue.rule.id == "cue.no" and between.rstrip().endswith(":"):
        return _is_bad(draft) or not _FAULTS.match(passage.view.lower, cue.start)
    if cue.rule.reach == "both":
        return True
    if cue.rule.reach == "right":
        return any(start >= cue.start for start, _ in draft.anchors)
    return any(end <= cue.end for _, end in draft.anchors)


_COPULA = re.compile(r"\b(?:is|are|was|were|be|been|är|var|varit) $")


_WORKED = re.compile(
    r"\b(?:work(?:s|ed|ing)?|employed|hired|arbeta\w*|jobba\w*|anställ\w*) (?:\w+ )?$"
)


def _lacks(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does "without" tell what lacks ("städare utan avtal"), and not how a thing was done?"""
    lower, first = passage.view.lower, passage.clause_of(cue.start)[0]
    if draft.topic == "LAB.HOURS" and _RUN.search(lower, first, cue.start):
        return False  # "femton dagar utan vila": days of work
    if _WHO.search(lower, first, cue.start):
        return False  # "workers who resign without notice lose": of those who do
    if _COPULA.search(lower, first, cue.start):
        return True
    if draft.topic == "LAB.CONTRACT" and _WORKED.search(lower, first, cue.start):
        return True
    short = len(lower[first : cue.start].split()) <= _NOUNS
    return short and not has_verb(lower, first, cue.start)


_BUT = re.compile(r"\b(?:but|men)\b")
_FAULTS = re.compile(
    r"(?:no|inga) (?:findings?|issues?|remarks?|deviations?|avvikelser|brister|anmärkningar)"
)
_BAD_TOPICS = frozenset(("LAB.FORCED", "LAB.CHILD", "LAB.DISCRIMINATION"))


def _is_bad(draft: Draft) -> bool:
    """Is the thing one whose faults are the thing itself ("forced labour: no findings")?"""
    return draft.tone == "bad" or draft.topic in _BAD_TOPICS
