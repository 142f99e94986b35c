"""Flags as a reviewer sees them: with their decision, and the answers they were held against."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from portal.domain.answers import Answer
from portal.domain.assessment import SUBMITTED_STATES, AssessmentState
from portal.domain.evidence import Box
from portal.domain.findings import FindingKind
from portal.domain.flags import (
    Bearing,
    Correction,
    DecisionKind,
    Hint,
    How,
    Span,
    Stance,
    Topic,
)
from portal.domain.questionnaire import Question

# Submitted again or not: a reviewer may still decide what the returned submission held.
OPEN_STATES: Final = (SUBMITTED_STATES - {AssessmentState.ASSESSED}) | {
    AssessmentState.RETURNED,
    AssessmentState.IN_PROGRESS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A decision that stands, and whose it is. ``correction`` is what the words say by it."""

    id: UUID
    kind: DecisionKind
    reason: str
    by: str
    mine: bool
    at: dt.datetime
    correction: Correction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An answer that a flag was held against, in the assessment of that ``title``."""

    assessment_id: UUID
    title: str
    kind: FindingKind
    sentence: str
    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A statement as a program had it."""

    topic: Topic
    stance: Stance
    bearing: Bearing
    page: int
    quote: str
    value: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A flag as the reviewer sees it. ``cues`` are the words that decided its stance.

    Words, topic, stance, bearing and value are what a person has corrected them to; ``read`` is
    then what the program made of its words, which stand at ``flagged``.

    ``former`` is what was decided while the words were taken to say something else: the flag is
    open, and to be looked at again.
    """

    id: UUID
    key: str
    page: int
    start: int
    end: int
    quote: str
    topic: Topic
    stance: Stance
    bearing: Bearing
    severe: bool
    value: Mapping[str, str]
    score: float
    rule: str
    rules_version: str
    boxes: tuple[Box, ...]
    cues: tuple[str, ...]
    decision: Standing | None
    former: Standing | None
    read: Wording | None
    flagged: Span
    hints: tuple[Hint, ...]
    met: tuple[Met, ...]

    @property
    def open(self) -> bool:
        """Whether nobody at this buyer has decided it."""
        return self.decision is None

    @property
    def shown(self) -> UUID | None:
        """The decision that the page shows at it: one that stands, or one to look at again."""
        decision = self.decision or self.former
        return decision.id if decision else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """A statement that one run had otherwise than the run before."""

    how: How
    before: Wording | None
    after: Wording | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anew:
    """One time that the document was flagged anew after somebody had decided in it."""

    at: dt.datetime
    new: int
    gone: int
    changed: int
    changes: tuple[Altered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """An assessment that the document is evidence in, and at which questions."""

    assessment_id: UUID
    title: str
    state: AssessmentState
    questionnaire_id: UUID
    submission_id: UUID
    question_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The flags of a document, and the assessments whose last submission holds it.

    ``language`` is the code of the one that the document is in; "" where it is not known.
    """

    flags: tuple[Marked, ...]
    laid: tuple[Laid, ...]
    anew: tuple[Anew, ...]
    language: str

    @property
    def decided(self) -> int:
        """How many flags have a decision."""
        return sum(not flag.open for flag in self.flags)

    @property
    def workable(self) -> bool:
        """Whether flags can be decided: an assessment that holds the document is not finished."""
        return any(each.state in OPEN_STATES for each in self.laid)

    @property
    def undoable(self) -> Marked | None:
        """The flag of this reviewer's last decision, to take it back."""
        mine = [
            (flag.decision.at, flag.decision.id, flag)
            for flag in self.flags
            if flag.decision is not None and flag.decision.mine
        ]
        return max(mine, key=lambda one: one[:2])[2] if mine and self.workable else None

    def flag(self, flag_id: UUID | None) -> Marked | None:
        """The flag of that id, if the last reading has it."""
        return next((flag for flag in self.flags if flag.id == flag_id), None)

    def next_open(self, after: UUID | None = None) -> Marked | None:
        """The next flag to decide, from the top again at the end."""
        at = next((n for n, flag in enumerate(self.flags) if flag.id == after), -1) + 1
        return next((flag for flag in (*self.flags[at:], *self.flags[:at]) if flag.open), None)
