"""Questionnaires, what is asked of whom, the answers, and what was handed in."""

import datetime as dt
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from portal.data.tables.base import Base, Id, Json, Moment, Now

_PARTIES = ("assessment_id", "supplier_id", "buyer_id")
_OF_ASSESSMENT = ("assessment.id", "assessment.supplier_id", "assessment.buyer_id")


class Questionnaire(Base):
    """One version of a questionnaire; never changed once it is here."""

    __tablename__ = "questionnaire"
    __table_args__ = (UniqueConstraint("code", "version"),)

    id: Mapped[Id]
    code: Mapped[str]
    version: Mapped[str]
    definition: Mapped[Json]
    content_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[Now]


class Campaign(Base):
    """One sending of a questionnaire by a buyer to suppliers, with a due date."""

    __tablename__ = "campaign"
    __table_args__ = (UniqueConstraint("id", "buyer_id"),)

    id: Mapped[Id]
    buyer_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    questionnaire_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire.id"))
    title: Mapped[str]
    context: Mapped[Json] = mapped_column(server_default="{}")
    due_at: Mapped[dt.datetime]
    created_by: Mapped[UUID]
    created_at: Mapped[Now]


class Assessment(Base):
    """What one buyer asks of one supplier. Progress is counted here so that a buyer can see it
    without reading an answer (promise 2)."""

    __tablename__ = "assessment"
    __table_args__ = (
        ForeignKeyConstraint(["campaign_id", "buyer_id"], ["campaign.id", "campaign.buyer_id"]),
        UniqueConstraint("id", "supplier_id", "buyer_id"),
        UniqueConstraint("campaign_id", "supplier_id"),
        CheckConstraint(
            "state in ('sent','opened','in_progress','submitted','returned','accepted',"
            "'assessed','withdrawn')",
            name="state",
        ),
        Index("assessment_supplier_due_idx", "supplier_id", "due_at"),
        Index("assessment_buyer_due_idx", "buyer_id", "due_at"),
    )

    id: Mapped[Id]
    campaign_id: Mapped[UUID]
    buyer_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    supplier_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    questionnaire_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire.id"))
    contact_email: Mapped[str]
    state: Mapped[str] = mapped_column(server_default="sent")
    due_at: Mapped[dt.datetime]
    answered: Mapped[int] = mapped_column(server_default="0")
    asked: Mapped[int] = mapped_column(server_default="0")
    observation: Mapped[str] = mapped_column(server_default="")
    sent_at: Mapped[Now]
    opened_at: Mapped[Moment | None]
    submitted_at: Mapped[Moment | None]
    closed_at: Mapped[Moment | None]


class Answer(Base):
    """A supplier's own answer, a draft until it is handed in: no buyer reads this table."""

    __tablename__ = "answer"
    __table_args__ = (
        ForeignKeyConstraint(_PARTIES, _OF_ASSESSMENT),
        UniqueConstraint("assessment_id", "question_id"),
    )

    id: Mapped[Id]
    assessment_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    question_id: Mapped[str]
    value: Mapped[Json]
    version: Mapped[int] = mapped_column(server_default="1")
    saved_by: Mapped[UUID]
    saved_at: Mapped[Now]


class AnswerVersion(Base):
    """Every text an answer has had, so that no hand overwrites another for good."""

    __tablename__ = "answer_version"
    __table_args__ = (
        ForeignKeyConstraint(_PARTIES, _OF_ASSESSMENT),
        Index("answer_version_of_idx", "assessment_id", "question_id", "version"),
    )

    id: Mapped[Id]
    assessment_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    question_id: Mapped[str]
    value: Mapped[Json]
    version: Mapped[int]
    saved_by: Mapped[UUID]
    saved_at: Mapped[Now]


class Evidence(Base):
    """A document laid to a question of a draft."""

    __tablename__ = "evidence"
    __table_args__ = (
        ForeignKeyConstraint(_PARTIES, _OF_ASSESSMENT),
        ForeignKeyConstraint(
            ["document_id", "supplier_id"], ["document.id", "document.supplier_id"]
        ),
        UniqueConstraint("assessment_id", "question_id", "document_id"),
        Index("evidence_document_idx", "document_id"),
    )

    id: Mapped[Id]
    assessment_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    question_id: Mapped[str]
    document_id: Mapped[UUID]
    attached_by: Mapped[UUID]
    attached_at: Mapped[Now]


class Submission(Base):
    """What was handed in: a snapshot with a hash, never changed."""

    __tablename__ = "submission"
    __table_args__ = (
        ForeignKeyConstraint(_PARTIES, _OF_ASSESSMENT),
        UniqueConstraint("assessment_id", "number"),
        UniqueConstraint("id", "supplier_id", "buyer_id"),
    )

    id: Mapped[Id]
    assessment_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    number: Mapped[int]
    answers: Mapped[Json]
    content_hash: Mapped[str]
    submitted_by: Mapped[UUID]
    submitted_by_name: Mapped[str]
    submitted_at: Mapped[dt.datetime]
    late: Mapped[bool]


class SubmissionEvidence(Base):
    """A document that was handed in with a question: the one door for a buyer to a document."""

    __tablename__ = "submission_evidence"
    __table_args__ = (
        ForeignKeyConstraint(
            ["submission_id", "supplier_id", "buyer_id"],
            ["submission.id", "submission.supplier_id", "submission.buyer_id"],
        ),
        ForeignKeyConstraint(
            ["document_id", "supplier_id"], ["document.id", "document.supplier_id"]
        ),
        UniqueConstraint("submission_id", "question_id", "document_id"),
        Index("submission_evidence_document_idx", "document_id", "buyer_id"),
    )

    id: Mapped[Id]
    submission_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    question_id: Mapped[str]
    document_id: Mapped[UUID]


class RequirementReview(Base):
    """A reviewer's grade of one requirement of one submission, with the reason."""

    __tablename__ = "requirement_review"
    __table_args__ = (
        ForeignKeyConstraint(
            ["submission_id", "supplier_id", "buyer_id"],
            ["submission.id", "submission.supplier_id", "submission.buyer_id"],
        ),
        CheckConstraint("grade in ('met','partly','not_met','not_assessable')", name="grade"),
        Index("requirement_review_of_idx", "submission_id", "requirement"),
    )

    id: Mapped[Id]
    submission_id: Mapped[UUID]
    supplier_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    requirement: Mapped[str]
    grade: Mapped[str]
    motivation: Mapped[str]
    reviewer_id: Mapped[UUID]
    reviewed_at: Mapped[Now]
