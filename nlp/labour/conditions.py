"""For a careful reviewer: does a claim about conditions of work speak for them or against?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.labour.diligence import is_found, is_measure, is_taken_in
from nlp.labour.figures import without_hours_of
from nlp.labour.lacks import missed
from nlp.labour.lengths import overdue
from nlp.labour.norms import grown, lax, long_hours, norm, peak
from nlp.labour.telling import told
from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance import Decision
from nlp.stance.risks import is_dealt_with

_SHORT = re.compile(
    r"\b(?:overtime is (?:compulsory|mandatory)|övertid\w* är obligatorisk"
    r"|light work|tolerated|is permitted|are permitted|save in|exceptional"
    r"|får göra löneavdrag|avdrag\b.{0,40} får göras|deductions? (?:are|is) limited"
    r"|vilodag\w* skjutas|(?<!or )not to (?:join|organise|organize)|prior consent|not needed"
    r"|referred to|lätt arbete|tillåts|tillåtet|undantagsfall|tas inte upp|när det behövs"
    r"|when needed|at most one month|encourage direct"
    r"|(?:can|may|får|kan) (?:\w+ )?(?:be )?(?:cancel(?:led)? the|be cancelled|shortened"
    r"|förkortas|ställas in)|overtime (?:of )?up to (?:3[6-9]|[4-9]\d)|ersätts genom löneavdrag)\b"
)
# Whose papers are kept by themselves: "workers hold their own passports".
_THEIR_OWN = re.compile(
    r"(?:workers|employees|migrants|they|arbetarna|arbetstagarna|de anställda) (?:themselves )?"
    r"(?:hold|keep|retain|behåller|har|förvarar)\b|\b(?:own|sina egna|sitt eget) (?:pass|id)"
    r"|handed back|returned|återlämna|in the hands of the (?:workers|employees)"
    r"|\bown (?:custody|pockets?|hands)\b"
    r"|\beach (?:worker|employee) (?:keeps|holds)\b|\bvar och en (?:har|behåller)\b"
    r"|(?:personal|own|individual) (?:lockers?|safes?)|only the worker"
    r"|egna skåp|eget skåp|bara arbetaren|(?:arbetarna|dem|sig|de anställda) själva|hos (?:sig"
    r"|dem)\b"
    r"|på sig|(?:stay|remain|are|were) with (?:their|the) (?:owners?|workers?)|own possession"
    r"|deras egna"
)
_FORBIDDEN = re.compile(
    r"\b(?:inte|ej|aldrig|not|never) (?:\w+ )?(?:tillåt\w*|tolerated|permitted)"
    r"|(?:is|are) not (?:tolerated|permitted)"
)
# A good that is waited for has not come: papers are kept "until the loan is repaid".
_AWAITED = re.compile(r"\b(?:until|tills|förrän|unless)\b[^.,;|]*")
# What one side denies is neither good nor bad until it is looked into.
_DISPUTED = re.compile(r"\b(?:denies|denied|disputes|förnekar|förnekade|bestrider|bestred)\b")
_UNGUARDED = re.compile(
    r"\b(?:without|utan) (?!(?:\w+ )?(?:cost|charge|absence|injur|accident|incident|remark|delay"
    r"|kostnad|avgift|frånvaro|olyck|skad|tillbud|anmärk|avvik|att))"
)
# Cases counted: of a channel that was used, or by nobody, this tells neither good nor bad.
_CASES = re.compile(
    r"\b(?:no|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d ]*"
    r"|\w+ty-\w+|\w+teen)"
    r" (?:\w+ )?"
    r"(?:complaint|report|case|grievance|contact|call|message)s?\b"
    r"|\b(?:inga|inget|noll|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv"
    r"|\d[\d ]*|\w+ton) (?:\w+ )?(?:klagomål|anmälning|ärende|samtal|meddelande)"
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


def weigh(passage: Passage, draft: Draft, decision: Decision) -> str:
    """The bearing of a claim about work that is affirmed, denied or required."""
    if decision.untrue:
        return _REVERSE[weigh(passage, _behind(draft, decision), _without(decision))]
    clause = passage.view.lower[draft.start : draft.end]
    if decision.stance == "required":
        return _ruled(draft, clause)
    if decision.lacking:
        return "risk"
    affirmed = decision.stance == "affirmed"
    known = _affirmed(passage, draft, decision, clause) if affirmed else _denied(draft, clause)
    if known := known or _figured(draft, decision, clause):
        return known
    if not affirmed:
        return missed(draft.topic, clause)
    return "risk" if _is_bad(passage, draft, clause) else "support"


_REVERSE = {"risk": "support", "support": "risk", "neutral": "neutral"}


def _behind(draft: Draft, decision: Decision) -> Draft:
    """The draft behind the words that deny all of it."""
    return replace(draft, start=max(draft.start, decision.untrue))


def _without(decision: Decision) -> Decision:
    """What would be decided without the words that deny the whole statement."""
    spans = tuple(span for span in decision.cues if span[0] >= decision.untrue)
    denied = decision.stance == "affirmed"
    return Decision(
        "denied" if denied else "affirmed", spans, absent=denied, lacking=decision.lacking
    )


def _ruled(draft: Draft, clause: str) -> str:
    """The bearing of a rule: for what it rules, unless it falls short."""
    if draft.topic == "LAB.CHILD" and 0 < int(draft.value.get("age") or 0) < norm("working_age"):
        return "risk"
    ruled = without_hours_of(_FORBIDDEN.sub("", clause), "month", "year")
    return "risk" if _SHORT.search(ruled) or lax().search(ruled) else "support"


def _affirmed(passage: Passage, draft: Draft, decision: Decision, clause: str) -> str:
    """The bearing that an affirmed clause has by its words; "" where they leave it open."""
    if is_dealt_with(clause) or is_measure(passage, draft):
        return "support"
    if draft.topic == "LAB.SAFETY" and _UNGUARDED.search(clause):
        return "risk"
    if draft.topic == "LAB.GRIEVANCE" and _counts_cases(clause):
        return "neutral"
    kept = draft.value.get("indicator") == "documents_kept"
    if kept and _THEIR_OWN.search(_AWAITED.sub("", clause)):
        return "support"
    if draft.topic != "LAB.WAGE":
        return ""
    if not decision.cues and _BELOW.search(clause):
        return "risk"
    if _ABOVE.search(clause):
        return "risk" if _TAKEN.search(clause) else "support"
    return "support" if decision.cues else ""


# "Wages far below the legal minimum", "löner långt under lagstadgad nivå"
_BELOW = re.compile(
    r"\b(?:wages?|pay|paid|salar(?:y|ies)|lön(?:er|en|erna)?)\b[^.;|]{0,30}?"
    r"(?<!not )(?<!inte )\b(?:below|under) (?:the |den )?"
    r"(?:legal|statutory|national|lagstadga\w*|laglig\w*|lagens)\b"
)
# "Wages that exceed all legal requirements"; of deductions that do it is bad.
_ABOVE = re.compile(
    r"\b(?:exceed(?:s|ed|ing)?|above|överst(?:iger|eg)|över) (?:\w+ ){0,2}?"
    r"(?:legal|statutory|laws?|lagkrav\w*|lagstadga\w*|laglig\w*|lagens)\b"
)
_TAKEN = re.compile(r"deduct|withh|fine[sd]?\b|avdrag|böter|innehåll")


def _denied(draft: Draft, clause: str) -> str:
    """The same of a denied clause."""
    counted = draft.topic == "LAB.GRIEVANCE" and _counts_cases(clause)
    return "neutral" if counted or _DISPUTED.search(clause) else ""


def _counts_cases(clause: str) -> bool:
    """Does it count the cases of a channel and tell nothing of what came of them?"""
    if _NONE_CAME.search(clause):
        return True
    return bool(_CASES.search(clause)) and not (_CHANNEL.search(clause) or _HANDLED.search(clause))


_NONE_CAME = re.compile(
    r"\bno (?:\w+ ){0,2}(?:complaints?|reports?|cases?|grievances?|concerns?|calls?|disclosures?)"
    r" (?:\w+ ){0,3}(?:raised|received|reported|made|lodged|filed|submitted)"
    r" (?:through|via|by|to|on)\b"
)


_EASED = re.compile(
    r"\b(?:down to|fell to|reduced|lowered|average|snitt|genomsnitt|including overtime|within|below"
    r"|sänkt\w*|sjönk|ner till|minskat|limit|tak|ceiling|no more|inte mer|med övertid)\b"
)
_MINORS = re.compile(r"\b(?:barn|children|child|minors?|minderårig\w*|underage)\b")
_SYSTEM = re.compile(
    r"\b(?:polic(?:y|ies)|procedures?|audits?|training|process|system|policy|utbildning"
    r"|(?:risk )?assessments?|\w*bedömning(?:ar)?|kartläggning(?:ar)?)\b"
)
_PROOF = re.compile(r"check|proof|record|document|\bage\b|\bages\b|ålder|register|kontroll|rutin")


def _figured(draft: Draft, decision: Decision, clause: str) -> str:
    """The bearing that a figure or a share gives by itself; "" where there is none."""
    if draft.topic == "LAB.CHILD" and decision.stance == "affirmed":
        return _young(draft, clause)
    wanted = _PROOF.search(clause) or _SYSTEM.search(clause)
    if draft.topic == "LAB.CHILD" and _MINORS.search(clause) and not wanted:
        return "support"
    if draft.topic == "LAB.HOURS" and decision.stance == "affirmed":
        hours = float(draft.value.get("hours_per_week") or 0)
        week = norm("working_week")
        long = (hours > week and not _EASED.search(clause)) or bool(peak().search(clause))
        long = long or (not decision.cues and bool(_RESTLESS.search(clause)))
        return "risk" if long else "support" if 0 < hours <= week else told(draft.topic, clause)
    late = overdue(clause) and not _ON_TIME.search(clause)
    if draft.topic == "LAB.WAGE" and decision.stance == "affirmed" and late:
        return "risk"
    if draft.topic == "LAB.WAGE" and (share := _SHARE.search(clause)):
        return "risk" if int(share["share"]) < _WHOLE else "support"
    return told(draft.topic, clause) if decision.stance == "affirmed" else ""


_ON_TIME = re.compile(r"\bi tid\b|\bon time\b")
_RESTLESS = re.compile(
    r"\b(?:utan|without|no|inga|ingen)\b.{0,30}\b(?:vila|vilodag\w*|ledig\w*|rest|days? off)\b"
    r"|\b(?:dagar|days|veckor|weeks|timmar|hours) (?:i sträck|i rad|in a row|on end|running)"
    r"|consecutive|every sunday|varje söndag|fewer than .{0,20}\brest|in excess of|bara en rast"
)
_MET = re.compile(
    r"\b(?:child|children|girls?|boys?|barn|flick\w+|pojk\w+|elever|pupils|minors|minderåriga)\b"
    r".{0,40}\b(?:work\w*|arbet\w*|carry\w*|carrying|bar|hazard\w*|farligt|loads|employed|at the)\b"
)
_RESCUED = re.compile(
    r"school|skola|skolg|enrol|withdrawn|removed|returned|transferred|remed|stipend|tog\w* ur"
)


def _young(draft: Draft, clause: str) -> str:
    """The bearing of young people who are there, by their age and what they were seen at."""
    age = int(draft.value.get("age") or 0)
    if age >= norm("adult_age") or grown().search(clause):
        return "support"
    if 0 < age < norm("working_age") and not _RESCUED.search(clause):
        return "risk"
    return "risk" if _MET.search(clause) and not _RESCUED.search(clause) else ""


_WHOLE = 100
_SHARE = re.compile(
    r"\b(?P<share>\d{2,3})(?:[.,]\d+)? ?(?:%|per cent|percent|procent) (?:of|av) (?:\w+ ){0,3}"
    r"(?:living wage|levnadslön|living income|minimum wage|minimilön|benchmark|riktvärde)"
)


def _is_bad(passage: Passage, draft: Draft, clause: str) -> bool:
    """Is what the clause names something a worker is better off without?"""
    awaited = [
        (draft.start + wait.start(), draft.start + wait.end()) for wait in _AWAITED.finditer(clause)
    ]
    names = {
        hit.rule.name
        for hit in passage.within(draft.start, draft.end)
        if hit.rule.kind == "set"
        and not (hit.rule.name == "good" and _lies_in(hit, awaited))
        and not (hit.rule.name == "bad" and is_taken_in(passage, hit, draft))
    }
    kept = _WITHIN.search(clause) if draft.topic == "LAB.HOURS" else None
    if kept and (kept["denied"] or "bad" not in names):
        return False
    if draft.topic == "LAB.HOURS" and long_hours().search(without_hours_of(clause, "year")):
        return True
    if "bad" in names and "good" not in names:
        return True
    measured = "measure" in names and "bad" not in names and not is_found(passage, draft)
    if "good" in names or measured:
        return False
    return draft.tone == "bad"


def _lies_in(hit: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)
