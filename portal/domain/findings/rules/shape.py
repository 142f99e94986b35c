"""The shape of a finding rule, and the words that several rules share."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from portal.domain.findings.conditions import Blank, Says, Speaks
from portal.domain.findings.facts import FindingKind
from portal.domain.flags import Bearing, Family, Stance, Topic

TERMS: Final = (
    "Contract terms for sustainable supply chains, process requirements (https://husr.se/en)"
)
REPORTING: Final = "Contract terms for sustainable supply chains, duty to report severe deviations"
TRANSPARENCY: Final = "Contract terms for sustainable supply chains, transparency and traceability"
AUDITORS: Final = "Guidance for auditors: evidence is dated, current and supports the statement"
REACH_33: Final = "Regulation (EC) No 1907/2006, articles 33 and 59(10)"
ILO_138: Final = "ILO Minimum Age Convention, 1973 (No. 138), article 2"
ILO_1: Final = (
    "ILO Hours of Work Convention, 1919 (No. 1): 48 hours; at most 12 of overtime by SA8000"
)

CHEM = tuple(topic for topic in Topic if topic.family == Family.CHEM)
LAB = tuple(topic for topic in Topic if topic.family == Family.LAB)
ORIGIN = tuple(topic for topic in Topic if topic.family == Family.ORIGIN)
RISK, SUPPORT = (Bearing.RISK,), (Bearing.SUPPORT,)
SO, SO_OR_PERHAPS = (Stance.AFFIRMED,), (Stance.AFFIRMED, Stance.HEDGED)
SO_OR_RULE = (Stance.AFFIRMED, Stance.REQUIRED)
SVHC = MappingProxyType({"list": ("svhc",)})
CONTRADICTION, LEFT_OUT = FindingKind.CONTRADICTION, FindingKind.LEFT_OUT
SHORTFALL, LAPSED = FindingKind.SHORTFALL, FindingKind.LAPSED_PROOF
DECLARATION = FindingKind.DECLARATION_GAP


ANY_QUESTION: Final = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A rule that gives a finding where an answer says one thing and a flag another.

    ``question_id`` may be ``ANY_QUESTION``: every question the flag's document is laid to.
    ``each`` keeps different things apart that one document names; otherwise a document gives
    one finding by the rule, at its gravest statement.
    """

    id: str
    kind: FindingKind
    question_id: str
    answer: Says | Blank | None
    flag: Speaks
    sentence: str
    source: str
    each: bool = False
    dated: date = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Support:
    """A rule that gives a gap where a question has read documents and none speaks of it."""

    id: str
    question_id: str
    answer: Says
    flag: Speaks
    sentence: str
    source: str
    dated: date = date(2026, 11, 24)
