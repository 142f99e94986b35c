"""A submitted assessment for its reviewer: questions, answers, evidence and findings by section."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from portal.data.tables import (
    Assessment,
    Campaign,
    Document,
    Finding,
    Flag,
    Organisation,
    RequirementReview,
    Submission,
    SubmissionEvidence,
    User,
)
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.answers import Answer, shown
from portal.domain.assessment import AssessmentState, Grade, moves_from, propose_for
from portal.domain.deadlines import day_in_sweden
from portal.domain.evidence import DocumentState
from portal.domain.findings import FindingKind
from portal.domain.questionnaire import Question, Questionnaire, Section, read_context
from portal.errors import NotFound
from portal.services import documents, questionnaires
from portal.services.reviews.submitted import (
    GRAVEST,
    Asked,
    Assessed,
    Found,
    Graded,
    Handed,
    Proof,
    Required,
)
from portal.services.standing import decided, undecided


def assessed(
    db: Session, actor: Actor, assessment_id: UUID, *, number: int | None = None
) -> Assessed:
    """An assessment as it was handed in, the last time or the ``number``-th.

    Raises NotFound for a stranger's and for a submission that is none, Denied before the
    first submission: until then it is the supplier's own.
    """
    assessment, supplier, campaign = held(db, actor, assessment_id)
    rows = list(
        db.execute(
            select(Submission)
            .where(Submission.assessment_id == assessment_id)
            .order_by(Submission.number.desc())
        ).scalars()
    )
    check(
        actor,
        Action.READ_SUBMISSION,
        Thing(assessment.supplier_id, assessment.buyer_id, submitted=bool(rows)),
    )
    chosen = next((row for row in rows if number in (None, row.number)), None)
    if chosen is None:
        raise NotFound
    definition = questionnaires.definition(db, assessment.questionnaire_id)
    context = read_context(campaign.context, today=day_in_sweden(chosen.submitted_at))
    questions = shown(definition, chosen.answers, context)
    state = AssessmentState(assessment.state)
    newest = chosen is rows[0]
    return Assessed(
        id=assessment.id,
        supplier_id=assessment.supplier_id,
        buyer_id=assessment.buyer_id,
        supplier=supplier,
        title=campaign.title,
        state=state,
        due_at=assessment.due_at,
        observation=assessment.observation,
        submissions=tuple(_handed(row) for row in rows),
        submission=_handed(chosen),
        definition=definition,
        sections=_sections(
            definition,
            questions,
            chosen.answers,
            _proofs(db, actor, chosen.id),
            _found(db, actor, chosen.id),
        ),
        requirements=_requirements(db, assessment_id, chosen, definition, questions),
        actions=moves_from(state) if newest else frozenset(),
    )


def held(db: Session, actor: Actor, assessment_id: UUID) -> tuple[Assessment, str, Campaign]:
    """An assessment of the reviewer's own buyer with its supplier's name. Raises NotFound."""
    check(actor, Action.SEE_QUEUE, Thing(buyer_id=actor.organisation_id))
    row = db.execute(
        select(Assessment, Organisation.name, Campaign)
        .join(Organisation, Organisation.id == Assessment.supplier_id)
        .join(Campaign, Campaign.id == Assessment.campaign_id)
        .where(Assessment.id == assessment_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return row[0], row[1], row[2]


def _handed(row: Submission) -> Handed:
    return Handed(
        id=row.id,
        number=row.number,
        at=row.submitted_at,
        by=row.submitted_by_name,
        late=row.late,
    )


def _sections(
    definition: Questionnaire,
    questions: Sequence[Question],
    answers: Mapping[str, Answer],
    proofs: Mapping[str, Sequence[Proof]],
    found: Mapping[str, Sequence[Found]],
) -> tuple[tuple[Section, tuple[Asked, ...]], ...]:
    asked = [
        Asked(
            question=question,
            answer=answers.get(question.id, {}),
            proofs=tuple(proofs.get(question.id, ())),
            found=tuple(found.get(question.id, ())),
        )
        for question in questions
    ]
    by_section = (
        (section, tuple(each for each in asked if each.question.section_id == section.id))
        for section in definition.sections
    )
    return tuple((section, each) for section, each in by_section if each)


def _proofs(db: Session, actor: Actor, submission_id: UUID) -> dict[str, list[Proof]]:
    """The papers at each question, with how many of their flags this buyer has left open."""
    left = undecided(actor.organisation_id)
    counted = (
        select(
            Flag.document_id,
            func.count().label("flags"),
            func.count().filter(left).label("open"),
            func.count().filter(left, Flag.bearing == "risk").label("risk"),
        )
        .join(Document, Document.id == Flag.document_id)
        .where(
            Flag.document_id.in_(
                select(SubmissionEvidence.document_id).where(
                    SubmissionEvidence.submission_id == submission_id
                )
            )
        )
        .group_by(Flag.document_id)
        .subquery()
    )
    rows = db.execute(
        select(
            SubmissionEvidence.question_id,
            Document.id,
            Document.name,
            Document.state,
            func.coalesce(counted.c.flags, 0).label("flags"),
            func.coalesce(counted.c.open, 0).label("open"),
            func.coalesce(counted.c.risk, 0).label("risk"),
        )
        .join(Document, Document.id == SubmissionEvidence.document_id)
        .outerjoin(counted, counted.c.document_id == Document.id)
        .where(SubmissionEvidence.submission_id == submission_id)
        .order_by(SubmissionEvidence.question_id, Document.name, Document.id)
    )
    at: dict[str, list[Proof]] = {}
    for row in rows:
        at.setdefault(row.question_id, []).append(
            Proof(
                document_id=row.id,
                name=row.name,
                state=DocumentState(row.state),
                flags=row.flags,
                open=row.open,
                risk=row.risk,
            )
        )
    return at


def _found(db: Session, actor: Actor, submission_id: UUID) -> dict[str, list[Found]]:
    rows = db.execute(
        select(Finding, Document.name)
        .outerjoin(Document, Document.id == Finding.document_id)
        .where(Finding.submission_id == submission_id)
        .order_by(Finding.question_id, Finding.page, Finding.id)
    ).all()
    corrected = _corrected_by(db, actor, submission_id)
    spoken = documents.languages(db, {row.document_id for row, _ in rows if row.document_id})
    at: dict[str, list[Found]] = {}
    for row, document in rows:
        at.setdefault(row.question_id, []).append(
            Found(
                kind=FindingKind(row.kind),
                sentence=str(row.values.get("sentence", "")),
                question_id=row.question_id,
                quote=row.quote,
                document_id=row.document_id,
                document=document or "",
                flag_id=row.flag_id,
                page=row.page,
                more=int(row.values.get("more", 0)),
                corrected_by=corrected.get(row.flag_id, ""),
                language=spoken.get(row.document_id, "") if row.document_id else "",
            )
        )
    for found in at.values():
        found.sort(key=lambda one: GRAVEST.index(one.kind))
    return at


def _corrected_by(db: Session, actor: Actor, submission_id: UUID) -> dict[UUID | None, str]:
    """Who corrected the flags that were held against the answers, by flag."""
    found = select(Finding.flag_id).where(Finding.submission_id == submission_id)
    flags = db.execute(select(Flag).where(Flag.id.in_(found))).scalars()
    made = decided(db, actor.organisation_id, flags)
    return {flag_id: each.reviewer_name for flag_id, each in made.items() if each.correction}


def _requirements(
    db: Session,
    assessment_id: UUID,
    chosen: Submission,
    definition: Questionnaire,
    questions: Sequence[Question],
) -> tuple[Required, ...]:
    given: dict[str, list[Graded]] = {}
    for row, number, name in _grades(db, assessment_id):
        given.setdefault(row.requirement, []).append(
            Graded(
                grade=Grade(row.grade),
                motivation=row.motivation,
                by=name or "",
                at=row.reviewed_at,
                number=number,
            )
        )
    return tuple(
        Required(
            requirement=requirement,
            proposal=propose_for(requirement.code, questions, chosen.answers),
            questions=tuple(q.id for q in questions if requirement.code in q.requirements),
            grades=tuple(given.get(requirement.code, ())),
            grade=next(
                (one for one in given.get(requirement.code, ()) if one.number == chosen.number),
                None,
            ),
        )
        for requirement in definition.requirements
    )


def _grades(db: Session, assessment_id: UUID) -> Sequence[Row[RequirementReview, int, str]]:
    return db.execute(
        select(RequirementReview, Submission.number, User.name)
        .join(Submission, Submission.id == RequirementReview.submission_id)
        .outerjoin(User, User.id == RequirementReview.reviewer_id)
        .where(Submission.assessment_id == assessment_id)
        .order_by(RequirementReview.reviewed_at.desc(), RequirementReview.id.desc())
    ).all()
