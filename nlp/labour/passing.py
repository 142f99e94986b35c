"""Topics named only in passing: who sat in a meeting, whom to turn to, what a wage goes by."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nlp.labour.evidence import Evidence
from nlp.matching import Hit

# Rules of words for collective agreements.
_AGREED = frozenset(("lab.union.agreement", "lab.union.trade", "lab.union.covered"))
_PARTY = 6  # characters between an agreement and the union with which it was made: " with "
# The ground on which a wage is paid: "in accordance with trade union agreements".
_BY_UNION = re.compile(
    r"\b(?:pa(?:y|ys|id)|wages?|salar(?:y|ies))\b[^.;:|]*?"
    r" (?:in accordance with|according to|under|by|in line with) (?:[^\s.;:|]+ ){0,5}"
    r"(?:trade |labou?r )?union (?:agreements?|rates?|scales?)\b"
)
# The ground on which wages are set and hours are counted.
_BY_AGREEMENT = re.compile(
    r"\b(?:enligt|följer|according to|in accordance with|in line with|as per|under|follows?)"
    r" (?:[^\s.;:|]+ ){0,3}"
    r"(?:kollektivavtal|\w+avtalet|collective (?:labour |bargaining )?agreement)"
)
_NO_AGREEMENT = re.compile(
    r"\b(?:no|without an?y?|lacks? an?y?|not (?:covered|bound)|inget|inte något|utan|saknar|saknas"
    r"|något)\b[^.;:]{0,24}(?:kollektivavtal|avtalet|agreement)"
    r"|(?:kollektivavtal|avtalet|agreement)\w*[^.;:,]{0,24}\b(?:saknas|finns (?:inte|ej)"
    r"|is lacking)"
)
# Who sat there when an audit was opened or closed.
_ATTENDED = re.compile(
    r"\b(?:opening|closing|exit|kick-?off|introductory) meeting\b[^;]{0,60}?\b(?:attend|present"
    r"|took part|participa)"
    r"|\bpresent at the (?:opening|closing|exit) meeting\b"
    r"|\battended by (?:the |our |mr |ms )?(?:[\w-]+ ){0,2}(?:managers?|directors?|management)\b"
    r"|\b(?:öppnings|inlednings|avslutnings|slut|start|uppstarts)möte\w*[^;]{0,60}?"
    r"\b(?:delt[ao]g|närvar|med vid)"
)
_KEPT_OUT = re.compile(
    r"\b(?:no|not|never|nobody|without|refus\w+|denied|barred|excluded|ingen|inga|inget|inte|ej"
    r"|aldrig|utan|nekad\w*|vägrad\w*|uteslut\w+)\b"
)
# With whom a survey of pay was done: it is told of pay.
_SURVEYED = re.compile(
    r"\b(?:lönekartlägg|pay (?:survey|audit|review|mapping|analys)|wage (?:survey|mapping))\w*"
    r"[^.;]*\b(?:with|together with|tillsammans med|samverkan med|i samråd med|med)"
    r" (?:the |våra |our )?(?:local |lokala |fackliga )?(?:trade )?(?:union|fack)"
)
# Whom to turn to: the channel is told of, and nothing of who answers.
_TURN_TO = re.compile(
    r"\b(?:vända? (?:dig|sig|er) till|vänder (?:du dig|man sig|ni er) till"
    r"|(?:tala|prata) med (?:din|sin|er)\b|rapportera till|turn to"
    r"|(?:talk|speak|report) (?:to|with) (?:your|their|a)\b|contact your)"
)
_BODY = re.compile(
    r"skyddsombud|(?:fack|arbetsplats|arbetsmiljö)ombud|facklig|facket|klubb|förtroende"
    r"|safety rep|shop steward|union|welfare committee|works council|worker rep"
)


def in_passing(
    topic: str, evidence: Mapping[str, Evidence], lower: str, start: int, end: int
) -> bool:
    """Is `topic` named in `lower` [start, end) only as a party to what is told of another thing?"""
    if topic not in ("LAB.UNION", "LAB.SAFETY"):
        return False
    hits = [hit for _, found in evidence[topic] for hit in found]
    words = lower[start:end]
    if turned := _TURN_TO.search(lower, start, end):
        return all(hit.start >= turned.end() and _BODY.match(lower, hit.start, end) for hit in hits)
    if topic == "LAB.SAFETY":
        return False
    if _ATTENDED.search(words) and not _KEPT_OUT.search(words):
        return True
    if "LAB.DISCRIMINATION" in evidence and _SURVEYED.search(words):
        return True
    return _is_the_ground(evidence, words)


def _is_the_ground(evidence: Mapping[str, Evidence], words: str) -> bool:
    """Is a collective agreement only what a wage or a week of work goes by?"""
    if "LAB.WAGE" in evidence and _BY_UNION.search(words):
        return True
    if not {"LAB.WAGE", "LAB.HOURS"} & evidence.keys() or _NO_AGREEMENT.search(words):
        return False
    if {rule.id for rule, _ in evidence["LAB.UNION"]} <= _AGREED and "LAB.WAGE" in evidence:
        return True
    agreed = [hit for rule, hits in evidence["LAB.UNION"] if rule.id in _AGREED for hit in hits]
    return bool(_BY_AGREEMENT.search(words)) and all(
        any(_belongs(hit, other) for other in agreed)
        for _, hits in evidence["LAB.UNION"]
        for hit in hits
    )


def _belongs(hit: Hit, agreement: Hit) -> bool:
    """Is it part of the agreement's name, or the union named right behind it?"""
    if agreement.start <= hit.start and hit.end <= agreement.end:
        return True
    return 0 <= hit.start - agreement.end <= _PARTY
