"""What is done against an ill, or may be reported of it: told apart from what was found."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Draft, Passage

_DILIGENCE, _FINDING = "diligence", "finding"
_ILLS = frozenset(("LAB.FORCED", "LAB.CHILD"))
_NAMED = frozenset(("", "trafficking"))  # an indicator is seen, and not worked against


def is_measure(passage: Passage, draft: Draft) -> bool:
    """ "We train buyers on forced labour": is the ill named only as what is worked against?"""
    told = _told(passage, draft)
    return _DILIGENCE in told and _FINDING not in told


def is_found(passage: Passage, draft: Draft) -> bool:
    """ "The audit found forced labour": is the ill what a measure brought to light?"""
    return _FINDING in _told(passage, draft)


def _told(passage: Passage, draft: Draft) -> frozenset[str]:
    """The names of the manners in which a draft speaks of an ill as a whole."""
    if draft.topic not in _ILLS or passage.manners.isdisjoint((_DILIGENCE, _FINDING)):
        return frozenset()
    if draft.value.get("indicator", "") not in _NAMED or "age" in draft.value:
        return frozenset()
    return frozenset(
        hit.rule.name
        for hit in passage.within(draft.start, draft.end)
        if hit.rule.kind == "manner" and passage.in_language(hit)
        if hit.rule.name != _FINDING or not _is_for(passage, hit)
    )


# "How to report and address instances of forced labour": of any that may come.
_IS_FOR = re.compile(
    r"\b(?:address|report|prevent|identify|detect|handl|respond(?:ing)? to|manag|recogni[sz]|remed"
    r"|hantera|rapportera|förebygga|upptäcka|anmäla)(?:ing|e|iate|iating|y|ying)?"
    r" (?:any |potential |possible |suspected |eventuella |misstänkta )?$"
)


def _is_for(passage: Passage, hit: Hit) -> bool:
    return bool(_IS_FOR.search(passage.view.lower, max(0, hit.start - _NEAR), hit.start))


# What a channel is there for, and what whoever uses it need not fear.
_TAKEN_IN = re.compile(
    r"(?:\breport\w*|\braise\w*|\bdisclos\w*|\bcomplain\w* (?:of|about)|rapportera\w*|anmäl\w*)"
    r" (?:\S+ ){0,5}$"
    r"|\b(?:aware of|experienc\w+|witness\w*|suspects?|meets? with|concerning|regarding|drabba\w*"
    r"|bevittna\w*|misstänk\w*) (?:\S+ ){0,3}$"
    r"|\b(?:without(?: any)?(?: fear of)?|free from|protect\w* \w+|against|non|anti"
    r"|utan(?: risk för)?|mot)[ -]$"
)
_RULED_OUT = re.compile(
    r"[\w-]* (?:policy|protection)\b|\w*(?:policy|skydd)\b"
    r"|[\w-]* [^.;:|]{0,60}?\b(?:can|may|could|kan|får) (?:also |även )?"
    r"(?:be (?:reported|raised|disclosed)|anmälas|rapporteras)\b"
)


def is_taken_in(passage: Passage, hit: Hit, draft: Draft) -> bool:
    """ "Report violations", "without fear of retaliation": an ill that a channel is against?"""
    if draft.topic != "LAB.GRIEVANCE":
        return False
    lower = passage.view.lower
    before = _TAKEN_IN.search(lower, max(draft.start, hit.start - _NEAR), hit.start)
    return bool(before or _RULED_OUT.match(lower, hit.start, draft.end))


_NEAR = 60  # characters before a word of an ill in which its verb stands
