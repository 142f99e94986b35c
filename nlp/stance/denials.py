"""The words of denial that bear on a draft, and what turns them round."""

from __future__ import annotations

import re
from itertools import pairwise

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.reach import DENYING, FAR, reaches
from nlp.stance.there import only_tells_how

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


_BEFORE_NAME = re.compile(r"(?<![\w-])(?:non-|icke-)$")
_BEHIND_NAME = re.compile(r"[\w.-]*-(?:ni|non-intent)\b")


def nameless(passage: Passage, draft: Draft) -> bool:
    """ "Non-PVC", "BPA-NI" (not intended): a part of the word that denies the rest of it."""
    if draft.topic not in ("CHEM.SUBSTANCE", "CHEM.GROUP") or not draft.anchors:
        return False
    lower = passage.view.lower
    return all(
        _BEFORE_NAME.search(lower, max(0, start - 6), start)
        or _BEHIND_NAME.match(lower, start, end + 12)
        for start, end in draft.anchors
    )


def unfreed(passage: Passage, draft: Draft, denials: list[Hit]) -> bool:
    """ "Not PVC-free", "that it is PVC-free is wrong": a word that ends in "free", turned down."""
    lower = passage.view.lower
    at = min((start for start, _ in draft.anchors), default=draft.start)
    if affix(passage, draft) and _turned_down(lower, draft, passage.end):
        return True
    return any(
        denial.rule.id == "cue.not"
        and 0 <= at - denial.end <= _NEAR
        and lower[denial.start : denial.end] in _PLAIN
        for denial in denials
    )


def _turned_down(lower: str, draft: Draft, end: int) -> bool:
    """Do the words before or behind the anchors tell that the name is not borne rightly?"""
    first = min((start for start, _ in draft.anchors), default=draft.start)
    last = max((end for _, end in draft.anchors), default=draft.start)
    before = lower[max(0, first - FAR) : first]
    told = _NOT_NEARLY.search(before) or _NOT_SO.match(lower, last, end)
    return bool(told or _HELD_IT.search(lower, last, draft.end))


_NOT_NEARLY = re.compile(
    r"\b(?:far from|anything but|nowhere near|by no means|hardly"
    r"|(?:cannot|can't) be (?:called|sold as)"
    r"|(?:wrong|false|incorrect|misleading) to call"
    r"|långt (?:ifrån|från)|allt annat än|knappast|kan (?:inte|ej) kallas"
    r"|(?:fel|felaktigt|missvisande) att kalla)\b[^.,;:|]*$"
)
# "Sold as BPA-free, it turned out to contain BPA"
_HELD_IT = re.compile(
    r"\b(?:turned out|proved|were found|was found|visade sig|befanns|konstaterades)"
    r" (?:to )?(?:contain|hold|have|innehålla|ha)\b"
)
# Of the name itself ("Halogen-free it is not", "är fel"), and no verb of use between.
_NOT_SO = re.compile(
    r"[\w-]*(?: [\w-]+){0,2}? (?:stämmer(?: \w+)? (?:inte|ej)"
    r"|är (?:fel|felaktigt?|osant?|falskt?|oriktigt?)"
    r"|(?:is|are) (?:wrong|false|untrue|incorrect|not (?:true|correct|so|the case)))\b"
    r"|[\w-]*(?: [\w-]+){0,2}? (?:är|var|is|are|was|were)(?: [\w-]+){0,4}? (?:inte|ej|not)"
    r"(?=\W*(?:$|[.,;:!?]))"
)
_PLAIN = frozenset(("not", "inte", "ej", "isn't", "aren't"))
_LESS = re.compile(r"mindre än|lägre än|less than|lower than|\bunder\b|\bbelow\b")


def least(passage: Passage, draft: Draft, denials: list[Hit]) -> bool:
    """ "Ingen fick mindre än minimilönen": nobody below it is all above it."""
    if draft.topic != "LAB.WAGE":
        return False
    last = max((end for _, end in draft.anchors), default=draft.end)
    return any(_LESS.search(passage.view.lower, denial.end, last) for denial in denials)


_NEAR = 14  # characters: room for one word between


def denials_of(passage: Passage, cues: list[Hit], draft: Draft) -> list[Hit]:
    """The denials that bear on the draft, each word once."""
    found: list[Hit] = []
    for cue in cues:
        if cue.rule.name not in DENYING or not _in_its_room(cue, draft):
            continue
        if cue.rule.id == "cue.no" and _is_no_denial(passage, cue):
            continue
        if draft.topic == "CERT" and _is_beside(passage, cue, draft):
            continue
        if not reaches(passage, cue, draft) or (found and cue.start < found[-1].end):
            continue
        if _is_sought(passage, cue, draft):
            continue
        if not (_excepted(passage, cue, draft) or only_tells_how(passage, cue, draft)):
            found.append(cue)
    return found


_KINDS = frozenset(("substance", "group", "hazard", "list", "topic"))
_STOP = re.compile(r"[^\W_][.] \S")


def _is_beside(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """ "Cups: no PFAS; FSC certified": is it denied of something else beside the certificate?"""
    if cue.rule.name != "deny" or not draft.anchors:
        return False
    lower = passage.view.lower
    first, last = draft.anchors[0][0], max(end for _, end in draft.anchors)
    if _STOP.search(lower, min(last, cue.end), max(first, cue.start)):
        return True
    start, end = passage.clause_of(cue.start)
    if start <= first < end:
        return False
    if passage.unit.cells:
        return cue.start < first
    return any(hit.rule.kind in _KINDS for hit in passage.within(start, end))


_EXCEPT = re.compile(
    r"\b(?:with the exception of|apart from|other than|except(?:ing)?(?: for)?|save for"
    r"|med undantag (?:för|av)|förutom|utom|bortsett från)\b[^,;.]*$"
)


def _excepted(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """ "No phthalates, with the exception of DINP": the one that is named last is there."""
    first = min((start for start, _ in draft.anchors), default=draft.start)
    return bool(_EXCEPT.search(passage.view.lower, cue.end, max(cue.end, first)))


# "Screening for partners that do not use child labour": of those who are looked for.
_SOUGHT = re.compile(
    r"\b(?:screen\w*|select\w*|vetting|due diligence|välj\w*|urval\w*|gransk\w*)\b[^.;:|]*"
    r"\b(?:that|which|who|som) (?:do |does |did )?$"
)


# "We check each year that no children work there": of what is looked for, and not yet of what is.
_CHECKED = re.compile(
    r"\b(?:checks?|verif(?:y|ies)|monitors?|kontrollerar|granskar|följer upp)"
    r"(?: [\w-]+){0,3}? (?:that|att)(?: [\w-]+){0,3} $"
)
_PLAINLY = frozenset(("cue.not", "cue.no"))


def _is_sought(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Is it denied of those a firm looks for, so that the looking is what is told?"""
    if draft.topic not in ("LAB.FORCED", "LAB.CHILD") or cue.rule.id not in _PLAINLY:
        return False
    if _CHECKED.search(passage.view.lower, passage.start, cue.start):
        return True
    return cue.rule.id == "cue.not" and bool(
        _SOUGHT.search(passage.view.lower, passage.start, cue.start)
    )


# "CAS-No 98-55-5", "Report no. 4711": short for number
_OF_WHAT = re.compile(
    r"\b(?:cas|e[cg]|einecs|index|un|fema|reg\w*|art\w*|item|part|order|report|cert\w*|licen[cs]e"
    r"|batch|lot|serial|phone|tel|fax|ref\w*|doc\w*|product|customer)[. -]{1,2}$"
)
_DIGITS = re.compile(r"[.:] ?#?\d")


# "A zero-fee clause": a rule of that name
_NO_FEE_RULE = re.compile(
    r"[ -](?:recruitment[ -])?(?:fees?|cost|charge)[ -](?:clause|rule|policy|principle|agreement"
    r"|model|commitment)"
)


def _is_no_denial(passage: Passage, cue: Hit) -> bool:
    """Is "no" short for number, or "zero" part of a name ("zero-hours")?"""
    lower = passage.view.lower
    if _NO_FEE_RULE.match(lower, cue.end):
        return True
    if lower[cue.start : cue.end] == "zero":
        return lower.startswith(("-hour", " discharge of"), cue.end)
    if lower[cue.start : cue.end] != "no":
        return False
    before = lower[max(0, cue.start - 16) : cue.start]
    return bool(_OF_WHAT.search(before) or _DIGITS.match(lower, cue.end))


def _in_its_room(cue: Hit, draft: Draft) -> bool:
    if cue.rule.id == "cue.takenoff" and not draft.anchors:
        return False  # "a burn when a coupling was taken off": what was, is no guard
    if cue.rule.name == "denycert":
        return draft.topic == "CERT"
    return cue.rule.name != "denychem" or draft.topic.startswith(("CHEM.", "ORIGIN."))
