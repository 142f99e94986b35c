"""Rules, permissions, questions and hearsay that are heard by the shape of a sentence."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.scope import DENY

# What was seen or counted, and what we do ourselves, is a report in a code of conduct too.
_REPORTED = re.compile(
    r"\b(?:was|were|had|did|found|recorded|reported|received|we|our|us|during 20\d\d|in 20\d\d"
    r"|var|hade|blev|fick|hölls|togs|gjordes|fanns|saknades|vi|vår|våra|vårt|oss|under 20\d\d)\b"
)


def prescribed(passage: Passage, draft: Draft) -> bool:
    """ "Normal working week: 48 hours" in a code of conduct is a rule without saying so."""
    if not passage.prescribes or not draft.topic.startswith("LAB."):
        return False
    return not _REPORTED.search(passage.view.lower, draft.start, draft.end)


# "Whether the committee is elected could not be told", "Om övertiden är frivillig framgår inte".
_ASKS = re.compile(r"(?:om|huruvida|whether|if|how|hur|vem|vilken|vilka|which|who)\b")
_UNTOLD = re.compile(
    r"\b(?:framgår|framgick|vet|visste|svar\w*|räkna\w*|besked|uppgift\w*|redovis\w*|klar\w*|säga"
    r"|known?|knew|told|tell|say|stated?|seen?|asked|answer\w*|checked|certain|evident|shown?"
    r"|established|recorded|documented|undersökt\w*|frågat|sett|dokumentera\w*|kontrollera\w*)\b"
)


def asks(passage: Passage, draft: Draft) -> bool:
    """Does the sentence open as an indirect question that nobody answers?"""
    if not _ASKS.match(passage.lower) or draft.stance or draft.default:
        return False
    last = max((end for _, end in draft.anchors), default=draft.start)
    untold = [hit for hit in passage.of("cue") if hit.rule.name == DENY and hit.start >= last]
    return bool(untold) and bool(_UNTOLD.search(passage.view.lower, last, passage.end))


_SAID_TO_HAVE = re.compile(r"\bska ha \w{3,}(?:ats|its|at|it)\b")
_ONLY = re.compile(r"\bonly\b.{0,60}\bmay be\b|\bmay (?:only|no longer) be\b")
_NEEDED = frozenset(
    ("is required", "are required", "krävs", "kravet", "förväntas", "is compulsory")
)
_MAY = re.compile(
    r"\bfår\b.{0,60}\b(?:hjälpa|göras|hållas|uppgå|anställas|anlitas|förekomma|användas|diskrimineras"
    r"|understiga|överstiga"
    r"|utföra|utföras|ske|tas ut|läggas ut|behandlas|straffas|tillämpas|hindras|sys|arbeta)\b"
)


def reported(passage: Passage, draft: Draft) -> bool:
    """ "Förskott ska ha dragits av": hearsay, no duty."""
    return bool(_SAID_TO_HAVE.search(passage.view.lower, draft.start, draft.end))


def allowed(passage: Passage, draft: Draft) -> bool:
    """ "Övertiden får uppgå till": a permission is a rule."""
    words = _MAY if passage.language == "sv" else _ONLY
    return bool(words.search(passage.view.lower, draft.start, draft.end))


def unneeded(passage: Passage, duty: Hit, denials: list[Hit]) -> bool:
    """ "No deposits are required", "graviditetstest krävs inte": there is no such duty."""
    if passage.view.lower[duty.start : duty.end] not in _NEEDED:
        return False
    return any(
        denial.end <= duty.start
        if denial.rule.id == "cue.no"
        else 0 <= denial.start - duty.end <= 2
        for denial in denials
    )


_PERMITS = re.compile(r"\b(?:får|may|should)\b(?! (?:de|vi|contain|be present|have|occur|carry))")


def forbids(passage: Passage, denials: list[Hit]) -> bool:
    """ "Ingen får sägas upp", "nothing may be placed": a denial before a permission is a rule."""
    return any(
        denial.rule.id in ("cue.no", "cue.neither") or denial.end - denial.start > 6
        for denial in denials
        if _PERMITS.search(passage.view.lower, denial.end, min(passage.end, denial.end + 120))
        and denial.rule.id in ("cue.no", "cue.not", "cue.neither")
    )
