"""Findings: where an answer and a document meet; contradictions, gaps, proof that lapses."""

from portal.domain.findings.facts import (
    FINDING_KIND_NAMES,
    AnswerFact,
    Finding,
    FindingKind,
    FlagFact,
)
from portal.domain.findings.finding import find
from portal.domain.findings.rules import MEETINGS, SUPPORTS

__all__ = [
    "FINDING_KIND_NAMES",
    "MEETINGS",
    "SUPPORTS",
    "AnswerFact",
    "Finding",
    "FindingKind",
    "FlagFact",
    "find",
]
