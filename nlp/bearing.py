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
    r"|får göra löneavdrag|avdrag\b.{0,40} får göras|deductions? (?:are|is) limited"
    r"|(?:6[1-9]|[78]\d) (?:timmar|hours)|vilodag\w* skjutas"
    r"|not needed|referred to|lätt arbete|tillåts|tillåtet"
    r"|undantagsfall|tas inte upp|när det behövs|when needed|at most one month|12 år"
    r"|13 år|age of 1[0-3]|encourage direct)\b"
)
# Whose papers are kept by themselves: "workers hold their own passports".
_THEIR_OWN = re.compile(
    r"(?:workers|employees|migrants|they|arbetarna|arbetstagarna|de anställda) (?:themselves )?"
    r"(?:hold|keep|retain|behåller|har|förvarar)\b|\b(?:own|sina egna|sitt eget) (?:pass|id)"
    r"|handed back|returned|återlämna|in the hands of the (?:workers|employees)"
    r"|\beach (?:worker|employee) (?:keeps|holds)\b|\bvar och en (?:har|behåller)\b"
    r"|(?:personal|own|individual) (?:lockers?|safes?)|only the worker"
    r"|egna skåp|eget skåp|bara arbetaren"
)
_FORBIDDEN = re.compile(
    r"\b(?:inte|ej|aldrig|not|never) (?:\w+ )?(?:tillåt\w*|tolerated|permitted)"
    r"|(?:is|are) not (?:tolerated|permitted)"
)
# Cases counted: of a channel that was used, or by nobody, this tells neither good nor bad.
_CASES = re.compile(
    r"\b(?:no|zero|one|two|\d[\d ]*|\w+ty-\w+) (?:\w+ )?"
    r"(?:complaint|report|case|grievance|contact|call)s?\b"
    r"|\b(?:inga|inget|noll|ett|två|\d[\d ]*) (?:\w+ )?(?:klagomål|anmälning|ärende|samtal)"
    r"|^(?:complaints|reports|calls|grievances|klagomål|anmälningar|ärenden)\b[^|]*\|[\s\d|.,-]+$"
)
_HANDLED = re.compile(
    r"\b(?:closed|resolved|settled|answered|upheld|unanswered|open|late|without|avslut|löst|besvara"
    r"|obesvarad|öppna|utan|remed|lost|ignored|lett|led to|blacklist|retaliat|repress)"
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
        clause = passage.view.lower[draft.start : draft.end]
        return _certificate(clause, decision, value, passage.today)
    return _origin(passage, draft, decision, value)


def _labour(passage: Passage, draft: Draft, decision: Decision) -> str:
    clause = passage.view.lower[draft.start : draft.end]
    if decision.stance == "required":
        return "risk" if _SHORT.search(_FORBIDDEN.sub("", clause)) else "support"
    if decision.lacking:
        return "risk"
    if draft.topic == "LAB.GRIEVANCE" and _counts_cases(clause):
        return "neutral"
    own = draft.value.get("indicator") == "documents_kept" and _THEIR_OWN.search(clause)
    if own and decision.stance == "affirmed":
        return "support"
    if draft.topic == "LAB.WAGE" and decision.stance == "affirmed" and decision.cues:
        return "support"  # nobody below the minimum
    if figured := _figured(draft, decision, clause):
        return figured
    bad = _is_bad(passage, draft, clause)
    if decision.stance == "denied":
        return "support" if bad else "risk"
    return "risk" if bad else "support"


def _counts_cases(clause: str) -> bool:
    """Does it count the cases of a channel and tell nothing of what came of them?"""
    return bool(_CASES.search(clause)) and not (_CHANNEL.search(clause) or _HANDLED.search(clause))


_ADULT = 18  # years
_LONG, _NORMAL = 60, 48  # hours of a week
_MINORS = re.compile(r"\b(?:barn|children|child|minors?|minderårig\w*|underage)\b")
_PROOF = re.compile(r"check|proof|record|document|\bage\b|\bages\b|ålder|register|kontroll|rutin")


def _figured(draft: Draft, decision: Decision, clause: str) -> str:
    """The bearing that a figure or a share gives by itself; "" where there is none."""
    if draft.topic == "LAB.CHILD" and decision.stance == "affirmed":
        return "support" if int(draft.value.get("age") or 0) >= _ADULT else ""
    if draft.topic == "LAB.CHILD" and _MINORS.search(clause) and not _PROOF.search(clause):
        return "support"
    if draft.topic == "LAB.HOURS" and decision.stance == "affirmed":
        hours = int(draft.value.get("hours_per_week") or 0)
        long = hours > _LONG or bool(_PEAK.search(clause))
        long = long or (not decision.cues and bool(_RESTLESS.search(clause)))
        return "risk" if long else "support" if 0 < hours <= _NORMAL else ""
    if draft.topic == "LAB.UNION" and decision.stance == "affirmed" and _SACKED.search(clause):
        return "risk"
    if draft.topic == "LAB.WAGE" and (share := _SHARE.search(clause)):
        return "risk" if int(share["share"]) < _WHOLE else "support"
    return ""


_RESTLESS = re.compile(
    r"\b(?:utan|without|no|inga|ingen)\b.{0,30}\b(?:vila|vilodag\w*|ledig\w*|rest|days? off)\b"
    r"|\b(?:dagar|days|veckor|weeks) (?:i sträck|i rad|in a row|on end|running)"
)
# The week of the longest hours, told without the word hours behind its figure.
_PEAK = re.compile(
    r"(?:peak\w*|maximum|longest|highest|at most|up to|högst|längsta|som mest"
    r"|toppa\w*)\b[^|]{0,40}?\b(?:6[1-9]|[7-9]\d)\b(?! ?%)"
)
_SACKED = re.compile(
    r"\b(?:dismiss\w*|sacked|fired|avskedad\w*|uppsagd\w*|fått sparken|sparkad\w*)\b"
)
_WHOLE = 100
_SHARE = re.compile(
    r"\b(?P<share>\d{2,3})(?:[.,]\d+)? ?(?:%|per cent|percent|procent) (?:of|av) (?:\w+ ){0,3}"
    r"(?:living wage|levnadslön|minimum wage|minimilön)"
)


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
    if decision.stance == "denied" and value.get("group") == "hazardous_chemicals":
        return "neutral"  # absolute words without proof
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


_LAPSED = re.compile(
    r"\b(?:expired|ended on|ran out|lapsed|löpte ut|utgång\w*|gick ut|har gått ut"
    r"|critical|kritisk\w*|zero tolerance|nolltolerans)\b"
)
_NOBODYS = re.compile(
    r"different company|another (?:company|firm)|separate company|withdrawn|revoked|suspended"
    r"|annat (?:bolag|företag)|annan firma|återkalla|indragen|indraget|återtag"
)


def _certificate(clause: str, decision: Decision, value: Mapping[str, str], today: date) -> str:
    if decision.stance == "required":
        return "support"
    if decision.stance == "denied":
        return "risk" if _NOBODYS.search(clause) else "neutral"
    if _LAPSED.search(clause) or value.get("grade", "") in _GRADES_BAD:
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


_TRACED = re.compile(r"trace|spår|conform|identif|granska|audited|mapped|kartlag|disclos|[ce]mrt")


def _mineral(clause: str) -> str:
    if re.search(
        r"delisted|sanctioned|incomplete|not (?:\w+ )?conform|inte granskade|non-conformant"
        r"|refused|vägra",
        clause,
    ):
        return "risk"
    if re.search(
        r"conformant|conform\b|granskade|rmap|received|conflict-free|konfliktfri|removed"
        r"|asked|traceab|cmrt",
        clause,
    ):
        return "support"
    return "neutral"
