"""The claim: the one value the language library gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

TOPICS = (
    "CHEM.SUBSTANCE",
    "CHEM.LIST",
    "CHEM.GROUP",
    "CHEM.HAZARD",
    "LAB.FORCED",
    "LAB.FEES",
    "LAB.CHILD",
    "LAB.WAGE",
    "LAB.HOURS",
    "LAB.UNION",
    "LAB.DISCRIMINATION",
    "LAB.SAFETY",
    "LAB.GRIEVANCE",
    "LAB.CONTRACT",
    "ORIGIN.COUNTRY",
    "ORIGIN.SITE",
    "ORIGIN.MATERIAL",
    "ORIGIN.MINERALS",
    "CERT",
)
STANCES = ("affirmed", "denied", "required", "hedged")
BEARINGS = ("risk", "support", "neutral")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one page says about one fact, pinned to its words.

    `start` and `end` are offsets in the page's own text, end exclusive; `page` counts from 1.
    `score` (0 to 1) orders reading and is no verdict. `cues` are the offsets of the words that
    decided the stance. `rule` and `pack` name what made the claim.
    """

    page: int
    start: int
    end: int
    topic: str
    stance: str
    bearing: str
    value: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    score: float = 0.5
    rule: str = ""
    pack: str = ""
    cues: tuple[tuple[int, int], ...] = ()
