"""What was handed in, laid out for a reviewer: questions with answers, papers, findings, grades."""

import datetime as dt
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from portal.domain.access import Action
from portal.domain.answers import Answer
from portal.domain.assessment import AssessmentState, Grade, Proposal
from portal.domain.evidence import DocumentState
from portal.domain.findings import FindingKind
from portal.domain.questionnaire import Question, Questionnaire, Requirement, Section

# The order in which findings are shown: the gravest kind first.
GRAVEST: Final = tuple(FindingKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """One submission of the assessment."""

    id: UUID
    number: int
    at: dt.datetime
    by: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A paper at a question, and how many flags are open in it."""

    document_id: UUID
    name: str
    state: DocumentState
    flags: int
    open: int
    risk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An answer and the words of a paper that meet it. A gap has no flag. ``corrected_by`` is who
    says that the words say it, where a program read them otherwise; ``language`` the code of the
    one that the paper is in, "" where it is not known."""

    kind: FindingKind
    sentence: str
    question_id: str
    quote: str
    document_id: UUID | None
    document: str
    flag_id: UUID | None
    page: int | None
    more: int
    corrected_by: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that was asked, with what was handed in."""

    question: Question
    answer: Answer
    proofs: tuple[Proof, ...]
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """How a reviewer graded a requirement, and why. ``number`` is of the submission."""

    grade: Grade
    motivation: str
    by: str
    at: dt.datetime
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """A requirement with what its answers propose and the grades it was given, newest first."""

    requirement: Requirement
    proposal: Proposal | None
    questions: tuple[str, ...]
    grades: tuple[Graded, ...]
    grade: Graded | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A submission laid out; ``actions`` are what may be done with the assessment now."""

    id: UUID
    supplier_id: UUID
    buyer_id: UUID
    supplier: str
    title: str
    state: AssessmentState
    due_at: dt.datetime
    observation: str
    submissions: tuple[Handed, ...]
    submission: Handed
    definition: Questionnaire
    sections: tuple[tuple[Section, tuple[Asked, ...]], ...]
    requirements: tuple[Required, ...]
    actions: frozenset[Action]

    @property
    def last(self) -> bool:
        """Whether the last submission is the one that is laid out."""
        return self.submission == self.submissions[0]

    @property
    def found(self) -> tuple[Found, ...]:
        """All findings, the gravest kind first."""
        every = (one for _, asked in self.sections for each in asked for one in each.found)
        return tuple(sorted(every, key=lambda one: GRAVEST.index(one.kind)))
