"""What goes into a comparison of answers and documents, and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from uuid import UUID

from portal.domain.flags import Bearing, Stance, Topic
from portal.texts import N_


class FindingKind(StrEnum):
    """How an answer and a document meet."""

    CONTRADICTION = "contradiction"
    LEFT_OUT = "left_out"
    SHORTFALL = "shortfall"
    LAPSED_PROOF = "lapsed_proof"
    GAP = "gap"
    DECLARATION_GAP = "declaration_gap"


FINDING_KIND_NAMES: Final[Mapping[FindingKind, str]] = MappingProxyType(
    {
        FindingKind.CONTRADICTION: N_("Answer and document differ"),
        FindingKind.LEFT_OUT: N_("Not in the answer"),
        FindingKind.SHORTFALL: N_("Falls short in the document"),
        FindingKind.LAPSED_PROOF: N_("Proof that lapses"),
        FindingKind.GAP: N_("Evidence says nothing of it"),
        FindingKind.DECLARATION_GAP: N_("The documents say more than the answer"),
    }
)


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """One question that is asked, and its answer as parts to values; empty where blank.

    ``documents`` are the documents laid to it whose flags stand: what is still being read
    says nothing yet, and shall not look like a gap.
    """

    question_id: str
    value: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    documents: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class FlagFact:
    """One flag of a document that is evidence in the assessment, unless a person rejected it."""

    id: UUID
    topic: Topic
    stance: Stance
    bearing: Bearing
    value: Mapping[str, str]
    quote: str
    document_id: UUID
    page: int
    score: float = 0.5
    start: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer and the words that meet it. It quotes both sides and judges neither.

    ``said`` holds the parts of the answer that were compared, and is empty where the answer
    is blank. A gap has no flag. ``more`` counts further statements of the same document that
    gave the same finding.
    """

    rule: str
    kind: FindingKind
    sentence: str
    question_id: str
    said: Mapping[str, object]
    flag_id: UUID | None = None
    document_id: UUID | None = None
    page: int | None = None
    quote: str = ""
    value: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    more: int = 0
