"""Findings as rows: made anew by a worker when an answer, a document or a decision changes."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from portal.data.tables import (
    Answer,
    Assessment,
    Campaign,
    Document,
    Evidence,
    Finding,
    Flag,
    FlagDecision,
    Submission,
    SubmissionEvidence,
)
from portal.domain import findings as domain
from portal.domain.answers import shown
from portal.domain.assessment import WITH_SUPPLIER
from portal.domain.deadlines import day_in_sweden
from portal.domain.flags import Bearing, DecisionKind, Stance, Topic, correction
from portal.domain.questionnaire import read_context
from portal.services import questionnaires
from portal.services.corrected import Chosen, chosen_words
from portal.services.documents.validity import Validity, validity
from portal.services.standing import decided

Answers = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class _Papers:
    """Which documents lie at which question, and which of them have been flagged."""

    at: Mapping[str, frozenset[UUID]]
    flagged: frozenset[UUID]


def refresh(db: Session, assessment_id: UUID, *, now: dt.datetime) -> None:
    """Make the findings of an assessment anew: of the draft, and of what was last handed in.

    The row is locked, so that two runs end one after the other and none leaves half of it.
    """
    assessment = db.execute(
        select(Assessment).where(Assessment.id == assessment_id).with_for_update()
    ).scalar_one_or_none()
    if assessment is None:
        return
    db.execute(delete(Finding).where(Finding.assessment_id == assessment_id))
    if assessment.state in WITH_SUPPLIER:
        _replace(db, assessment, _draft(db, assessment_id), None, now)
    submission = db.execute(
        select(Submission)
        .where(Submission.assessment_id == assessment_id)
        .order_by(Submission.number.desc())
        .limit(1)
    ).scalar_one_or_none()
    if submission is not None:
        _replace(db, assessment, submission.answers, submission.id, now)


def _draft(db: Session, assessment_id: UUID) -> Answers:
    rows = db.execute(
        select(Answer.question_id, Answer.value).where(Answer.assessment_id == assessment_id)
    ).all()
    return {row.question_id: row.value for row in rows}


def _replace(
    db: Session,
    assessment: Assessment,
    answers: Answers,
    submission_id: UUID | None,
    now: dt.datetime,
) -> None:
    papers = _papers(db, assessment.id, submission_id)
    flags = _flag_facts(db, assessment.buyer_id if submission_id else None, papers)
    if submission_id is None:
        flags = _as_said(flags, validity(db, papers.flagged))
    found = domain.find(
        _answer_facts(db, assessment, answers, papers, now), flags, day_in_sweden(now)
    )
    rows = [_row(assessment, submission_id, one, now) for one in found]
    if rows:
        db.execute(insert(Finding), rows)


def _papers(db: Session, assessment_id: UUID, submission_id: UUID | None) -> _Papers:
    if submission_id is None:
        laid = select(Evidence.question_id, Evidence.document_id).where(
            Evidence.assessment_id == assessment_id
        )
    else:
        laid = select(SubmissionEvidence.question_id, SubmissionEvidence.document_id).where(
            SubmissionEvidence.submission_id == submission_id
        )
    at: dict[str, set[UUID]] = {}
    for question_id, document_id in db.execute(laid):
        at.setdefault(question_id, set()).add(document_id)
    every = {document_id for ids in at.values() for document_id in ids}
    flagged = db.execute(
        select(Document.id).where(Document.id.in_(every), Document.flagged_at.is_not(None))
    ).scalars()
    return _Papers({key: frozenset(ids) for key, ids in at.items()}, frozenset(flagged))


def _answer_facts(
    db: Session, assessment: Assessment, answers: Answers, papers: _Papers, now: dt.datetime
) -> list[domain.AnswerFact]:
    definition = questionnaires.definition(db, assessment.questionnaire_id)
    facts = db.execute(
        select(Campaign.context).where(Campaign.id == assessment.campaign_id)
    ).scalar_one()
    context = read_context(facts, today=day_in_sweden(now))
    return [
        domain.AnswerFact(
            question.id,
            answers.get(question.id, {}),
            papers.at.get(question.id, frozenset()) & papers.flagged,
        )
        for question in shown(definition, answers, context)
    ]


def _flag_facts(db: Session, buyer_id: UUID | None, papers: _Papers) -> list[domain.FlagFact]:
    """What the papers say, as this buyer's reviewers have corrected it; what they have rejected
    says nothing more."""
    rows = db.execute(select(Flag).where(Flag.document_id.in_(papers.flagged))).scalars().all()
    made = decided(db, buyer_id, rows)
    words = chosen_words(db, [(row, made[row.id]) for row in rows if row.id in made])
    return [
        _fact(row, made.get(row.id), words.get(row.id))
        for row in rows
        if row.id not in made or made[row.id].decision != DecisionKind.REJECTED
    ]


def _fact(flag: Flag, made: FlagDecision | None, words: Chosen | None) -> domain.FlagFact:
    says = correction(made.correction) if made and made.correction else flag
    return domain.FlagFact(
        id=flag.id,
        topic=Topic(says.topic),
        stance=Stance(says.stance),
        bearing=Bearing(says.bearing),
        value=says.value,
        quote=words.quote if words else flag.quote,
        document_id=flag.document_id,
        page=flag.page,
        score=flag.score,
        start=words.start if words else flag.start,
    )


def _as_said(
    flags: Iterable[domain.FlagFact], said: Mapping[UUID, Validity]
) -> list[domain.FlagFact]:
    """The flags with the last day that the supplier says, where the paper was read otherwise.

    In a draft only: what was handed in speaks to the reviewer with its own words.
    """
    return [
        replace(flag, value={**flag.value, "valid_to": said[flag.document_id].said})
        if flag.document_id in said and flag.value.get("valid_to") == said[flag.document_id].read
        else flag
        for flag in flags
    ]


def _row(
    assessment: Assessment, submission_id: UUID | None, found: domain.Finding, now: dt.datetime
) -> dict[str, object]:
    return {
        "assessment_id": assessment.id,
        "supplier_id": assessment.supplier_id,
        "buyer_id": assessment.buyer_id,
        "submission_id": submission_id,
        "rule": found.rule,
        "kind": found.kind,
        "question_id": found.question_id,
        "document_id": found.document_id,
        "flag_id": found.flag_id,
        "page": found.page,
        "quote": found.quote,
        "values": {
            "sentence": found.sentence,
            "said": dict(found.said),
            "value": dict(found.value),
            "more": found.more,
        },
        "found_at": now,
    }
