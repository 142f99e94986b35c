"""Doubt about work that is none: a risk that is dealt with, a case that is provided for."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.scope import DUTIES

_RISK = r"\brisks?\b|\brisker(?:na)?\b|\brisken\b"
_FEARED = re.compile(_RISK)
_FOUGHT = re.compile(
    r"reduc|mitigat|prevent|address|manag|against|minska|förebygg|hantera|motverka"
)


def feared(passage: Passage, draft: Draft) -> bool:
    """Is it an item of a list of risks: "Our most salient risks are:"?"""
    if not passage.lead or not draft.topic.startswith("LAB."):
        return False
    return bool(_FEARED.search(passage.lead)) and not _FOUGHT.search(passage.lead)


_DEALT_WITH = re.compile(
    r"safeguard\w*|\bdeal(?:s|t|ing)? with\b"
    r"|\b(?:train(?:s|ed|ing|ings)?|educat\w+|awareness|utbild\w*)\b"
    r"|\b(?:reduc|mitigat|minimi[sz]|eliminat|combat|tackl|prevent|address|minsk|minimer|förebygg"
    r"|hanter|motverk|motarbet)\w*"
    r"|\b(?:identified|assessed|mapped|identifieras|bedöms|kartläggs)[^.;]{0,40}?"
    r" (?:through|by|using|genom|med)\b"
)
# "We assess the risks": who looks for risks has found none yet; "identified a risk" is a find.
_LOOKED_INTO = re.compile(
    r"\b(?:(?:assess|evaluat|review|analy[sz]|monitor|map|manag|track|screen|survey|examin|check"
    r"|bedöm|utvärder|kartlägg|gransk|övervak|analyser)\w*|identif(?:y|ies|ying)|understand(?:ing)?"
    r"|identifiera)\b"
    r"(?:(?!\b(?:which|that|who|where|but|as|to have|to be|found|finds?|show\w*|identified"
    r"|reveal\w*|som|där|men|visa\w*|identifierade)\b)[^.;:|])*?"
    rf"(?:{_RISK})"
)
# How great it is: "the assessed risk of forced labour is high"
_LEVEL = re.compile(
    r"\b(?:is|are|was|were|remains?|been|have|has|had|as|är|var|blev|ha|har|hade|som) (?:an? |en )?"
    r"(?:\w+ )?(?:high|higher|highest|elevated"
    r"|great\w*|significant|real|severe|present|hög|högre|högst|stor|större|störst|förhöjd)\b"
    r"|\brisk\w*\b[^.;:|]*? (?:varies|vary|differs?|varierar|skiljer)\b"
)


def is_dealt_with(clause: str) -> bool:
    """ "We prevent the risk of child labour": does it tell of a measure that there is?"""
    if not _FEARED.search(clause):
        return False
    if _DEALT_WITH.search(clause):
        return True
    return bool(_LOOKED_INTO.search(clause)) and not _LEVEL.search(clause)


_LOW = re.compile(
    r"\b(?:risk(?:s|en|er|erna)?|likelihood|probability|sannolikhet(?:en)?)\b[^.;:|]{0,80}?"
    r" (?:is|are|was|were|as|to be|remains?|är|var|som|bedöms|anses)"
    r" (?:(?:considered|deemed|judged|assessed|believed|therefore|thus|bedömd|mycket|därför) ){0,2}"
    r"(?:to be |as |som )?(?:very |relatively )?"
    r"(?:low|minimal|negligible|remote|låg|liten|försumbar)\b(?! in\b| i\b)"
)


def is_low(passage: Passage, draft: Draft) -> bool:
    """ "The risk of forced labour is considered low": who says so fears it not."""
    return draft.topic.startswith("LAB.") and bool(
        _LOW.search(passage.view.lower, draft.start, draft.end)
    )


_POSSIBLE_RISK = re.compile(
    rf"(?:potential|possible|eventuella|möjliga) (?:\S+ ){{0,4}}?(?:{_RISK})"
)


def dealt_with(passage: Passage, doubt: Hit, draft: Draft) -> bool:
    """Is it a risk at work that something is done about, and no doubt?"""
    lower = passage.view.lower
    if doubt.rule.id != "cue.traces" and not _POSSIBLE_RISK.match(lower, doubt.start, draft.end):
        return False
    return draft.topic.startswith("LAB.") and is_dealt_with(lower[draft.start : draft.end])


_IN_CASE = re.compile(
    r"\b(?:if|where|when|unless|in case|in the event|should|who|that are|which are|om|ifall|när"
    r"|i händelse av)\b[^.;:|]*$"
)


def provided_for(passage: Passage, doubt: Hit, draft: Draft) -> bool:
    """ "We will end the contract if we suspect child labour": a rule for a case that may come.

    So are those a rule speaks of: "There must be nobody who could be held to have been trafficked".
    """
    rules = passage.named_cues(DUTIES) if draft.topic.startswith("LAB.") else []
    if not rules:
        return False
    case = _IN_CASE.search(passage.view.lower, draft.start, doubt.start)
    return case is not None and any(rule.end <= case.start() for rule in rules)


_EITHER_WAY = re.compile(r"whether\b[^.;:|]*\bor\b")


_SPARED = re.compile(r"\b(?:without|utan)(?: any| någon| the)? $")


def spared(passage: Passage, doubt: Hit, draft: Draft) -> bool:
    """ "Without risk of retaliation", "utan risk för repressalier": nothing is feared."""
    lower = passage.view.lower
    if doubt.rule.id != "cue.traces" or not draft.topic.startswith("LAB."):
        return False
    return bool(_SPARED.search(lower, passage.start, doubt.start))


_SHOULD = re.compile(r"(?: \S+){1,8}? (?:should|must|shall|deserves?|ska|måste|bör)\b")


def is_creed(passage: Passage, doubt: Hit) -> bool:
    """ "We believe that everyone should earn a living wage": what is held right, and no doubt."""
    words = passage.view.lower[doubt.start : doubt.end]
    held = words in _CREEDS
    return held and bool(_SHOULD.match(passage.view.lower, doubt.end, passage.end))


_CREEDS = frozenset(("we believe", "believes", "we think", "vi tror", "anses"))


def of_any_kind(passage: Passage, doubt: Hit) -> bool:
    """ "No forced labour, whether bonded or trafficked": of all kinds, and nothing is asked."""
    lower = passage.view.lower
    if not _EITHER_WAY.match(lower, doubt.start, passage.end):
        return False
    return lower[: doubt.start].rstrip().endswith(",")


def ruled_for(passage: Passage, draft: Draft) -> bool:
    """ "If child labour is found, the contract ends": of the case nothing is told but its rule."""
    if not draft.topic.startswith("LAB.") or not draft.anchors:
        return False
    start, end = passage.clauses[0]
    if not _CASE.match(passage.lower) or not all(start <= at < end for at, _ in draft.anchors):
        return False
    return any(duty.start >= end for duty in passage.named_cues(DUTIES))


_CASE = re.compile(r"(?:if|should|in case|in the event|where|om|ifall|i händelse av)\b")


def at_risk(passage: Passage, draft: Draft) -> bool:
    """ "Cotton carries slavery risks": what is named as a risk alone is feared."""
    lower = passage.view.lower
    if not draft.topic.startswith("LAB.") or "diligence" in passage.manners or passage.unit.cells:
        return False
    last = max((end for _, end in draft.anchors), default=draft.end)
    return bool(_RISKS.match(lower, last)) and not is_dealt_with(lower[draft.start : draft.end])


_RISKS = re.compile(r" risks?\b(?! (?:assess|analys|survey|tool|map|manag))")
