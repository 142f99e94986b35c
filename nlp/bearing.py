"""For a careful reviewer: does a claim speak against the requirement, for it, or neither?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from nlp.passages import Draft, Passage
from nlp.stance import Decision

_WATCHED = frozenset(("CN-XJ", "RU", "BY", "KP", "TM", "UZ", "MM"))  # origins buyers ask about
_GRADES_BAD = frozenset(("D", "E", "F"))
_SHORT = re.compile(
    r"\b(?:overtime is (?:compulsory|mandatory)|övertid\w* är obligatorisk"
    r"|light work|tolerated|is permitted|are permitted|save in|exceptional"
    r"|not needed|referred to|lätt arbete|tillåts|tillåtet"
    r"|undantagsfall|tas inte upp|när det behövs|when needed|at most one month|12 år"
    r"|13 år|age of 1[0-3]|encourage direct)\b"
)
# Whose papers are kept by themselves: "workers hold their own passports".
_THEIR_OWN = re.compile(
    r"(?:workers|employees|migrants|they|arbetarna|arbetstagarna|de anställda) (?:themselves )?"
    r"(?:hold|keep|retain|behåller|har|förvarar)\b|\b(?:own|sina egna|sitt eget) (?:pass|id)"
    r"|handed back|returned|återlämna|in the hands of the (?:workers|employees)"
    r"|(?:personal|own|individual) lockers?|only the worker|egna skåp|eget skåp|bara arbetaren"
)
_FORBIDDEN = re.compile(
    r"\b(?:inte|ej|aldrig|not|never) (?:\w+ )?(?:tillåt\w*|tolerated|permitted)"
    r"|(?:is|are) not (?:tolerated|permitted)"
)
# "No complaints were received": of a channel nobody used this tells neither good nor bad.
_NO_CASES = re.compile(
    r"\b(?:no|zero) (?:complaint|report|case|grievance)s?\b"
    r"|\b(?:inga|inget) (?:klagomål|anmälning|ärende)"
)
_CHANNEL = re.compile(r"channel|procedure|system|mechanism|box|kanal|rutin|låda")
# Hours that keep to a bound: "did not exceed 12", "inom 48 timmar".
_WITHIN = re.compile(
    r"(?P<denied>not|never|inte|ej|aldrig) (?:exceed|översti|above|more than|over|mer än)"
    r"|\b(?:within|below|inom|under|at most|högst) (?:\d|the limit|gränsen|the legal)"
)
_HARM = re.compile(r"H3|EUH|H4")


def weigh(passage: Passage, draft: Draft, decision: Decision, value: Mapping[str, str]) -> str:
    """The bearing of a draft whose stance is decided."""
    if draft.bearing:
        return draft.bearing
    if decision.stance == "hedged":
        return "neutral" if decision.absent else "risk"
    room = draft.topic.partition(".")[0]
    if room == "LAB":
        return _labour(passage, draft, decision)
    if room == "CHEM":
        return _chemical(draft, decision, value)
    if draft.topic == "CERT":
        return _certificate(decision, value, passage.today)
    return _origin(passage, draft, decision, value)


def _labour(passage: Passage, draft: Draft, decision: Decision) -> str:
    clause = passage.view.lower[draft.start : draft.end]
    if decision.stance == "required":
        return "risk" if _SHORT.search(_FORBIDDEN.sub("", clause)) else "support"
    if decision.lacking:
        return "risk"
    if draft.topic == "LAB.GRIEVANCE" and _NO_CASES.search(clause) and not _CHANNEL.search(clause):
        return "neutral"
    own = draft.value.get("indicator") == "documents_kept" and _THEIR_OWN.search(clause)
    if own and decision.stance == "affirmed":
        return "support"
    if draft.topic == "LAB.WAGE" and decision.stance == "affirmed" and decision.cues:
        return "support"  # nobody below the minimum
    bad = _is_bad(passage, draft, clause)
    if decision.stance == "denied":
        return "support" if bad else "risk"
    return "risk" if bad else "support"


def _is_bad(passage: Passage, draft: Draft, clause: str) -> bool:
    """Is what the clause names something a worker is better off without?"""
    names = {
        hit.rule.name for hit in passage.within(draft.start, draft.end) if hit.rule.kind == "set"
    }
    kept = _WITHIN.search(clause) if draft.topic == "LAB.HOURS" else None
    if kept and (kept["denied"] or "bad" not in names):
        return False
    hours = re.search(r"\b([6-9]\d|1[01]\d)\b\s*(?:tim|hours|h\b)", clause)
    if draft.topic == "LAB.HOURS" and hours:
        return True
    if "bad" in names and "good" not in names:
        return True
    if "good" in names or ("measure" in names and "bad" not in names):
        return False
    return draft.tone == "bad"


def _chemical(draft: Draft, decision: Decision, value: Mapping[str, str]) -> str:
    if draft.topic == "CHEM.LIST":
        good = (draft.tone == "good") == (decision.stance == "affirmed")
        return "support" if good or decision.stance == "required" else "risk"
    if decision.stance in ("denied", "required"):
        return "support"
    if draft.topic == "CHEM.HAZARD":
        return hazard(value.get("h_code", ""), draft.tone)
    return "risk" if draft.tone == "bad" else "neutral"


def hazard(code: str, tone: str = "plain") -> str:
    """Statements of health and of the environment are a risk, physical ones are not."""
    if not code:
        return "risk" if tone == "bad" else "neutral"
    return "risk" if _HARM.match(code) else "neutral"


def _certificate(decision: Decision, value: Mapping[str, str], today: date) -> str:
    if decision.stance == "required":
        return "support"
    if decision.stance == "denied":
        return "neutral"
    if value.get("grade", "") in _GRADES_BAD:
        return "risk"
    if value.get("grade") == "C":
        return "neutral"
    if "valid_to" in value:
        return "risk" if value["valid_to"] < today.isoformat() else "support"
    return "support" if "valid_from" in value or value.get("grade") else "neutral"


def _origin(passage: Passage, draft: Draft, decision: Decision, value: Mapping[str, str]) -> str:
    clause = passage.view.lower[draft.start : draft.end]
    if draft.topic == "ORIGIN.MINERALS" and decision.stance == "denied" and _TRACED.search(clause):
        return "risk"
    if decision.stance in ("denied", "required"):
        return "support"
    if draft.topic == "ORIGIN.MINERALS":
        return _mineral(clause)
    model = value.get("model", "")
    if model:
        return {"mass_balance": "neutral", "book_and_claim": "risk"}.get(model, "support")
    return (
        "risk"
        if draft.topic == "ORIGIN.MATERIAL" and value.get("country") in _WATCHED
        else "neutral"
    )


_TRACED = re.compile(r"trace|spår|conform|identif|granska|audited|mapped|kartlag|disclos")


def _mineral(clause: str) -> str:
    if re.search(r"not conformant|inte granskade|non-conformant|refused|vägra", clause):
        return "risk"
    if re.search(
        r"conformant|conform\b|granskade|rmap|received|conflict-free|konfliktfri|removed"
        r"|asked|traceab|cmrt",
        clause,
    ):
        return "support"
    return "neutral"
