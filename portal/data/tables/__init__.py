"""The tables, one module per group of nouns."""

from portal.data.tables.assessments import (
    Answer,
    AnswerVersion,
    Assessment,
    Campaign,
    Evidence,
    Questionnaire,
    RequirementReview,
    Submission,
    SubmissionEvidence,
)
from portal.data.tables.base import Base
from portal.data.tables.documents import (
    Document,
    DocumentFact,
    FactStatement,
    LargerPicture,
    Page,
)
from portal.data.tables.flags import Finding, Flag, FlagDecision, Reflagging
from portal.data.tables.notices import AuditEntry, Notification, Outbox, Reminder
from portal.data.tables.people import Invitation, Organisation, Session, User
from portal.data.tables.workers import ReadingPace, WorkerReport

__all__ = [
    "Answer",
    "AnswerVersion",
    "Assessment",
    "AuditEntry",
    "Base",
    "Campaign",
    "Document",
    "DocumentFact",
    "Evidence",
    "FactStatement",
    "Finding",
    "Flag",
    "FlagDecision",
    "Invitation",
    "LargerPicture",
    "Notification",
    "Organisation",
    "Outbox",
    "Page",
    "Questionnaire",
    "ReadingPace",
    "Reflagging",
    "Reminder",
    "RequirementReview",
    "Session",
    "Submission",
    "SubmissionEvidence",
    "User",
    "WorkerReport",
]
