"""A supplier's requests: what is asked by whom and until when, and one of them opened."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy import Row, Select, select, update
from sqlalchemy.orm import Session

from portal.data.tables import Answer, Assessment, Campaign, Evidence, Organisation, User
from portal.data.tables.base import Json
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.answers import Answer as Value
from portal.domain.answers import Answers, Progress, is_answered, progress, shown
from portal.domain.assessment import SUBMITTED_STATES, WITH_SUPPLIER, AssessmentState, move
from portal.domain.deadlines import day_in_sweden
from portal.domain.questionnaire import Context, Questionnaire, read_context
from portal.domain.questionnaire.conditions import comparisons
from portal.errors import NotFound
from portal.services import audit
from portal.services.questionnaires import definition

NOTHING: Final[Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAnswer:
    """An answer as it stands: its version is sent along with the next save."""

    value: Value
    version: int
    saved_at: dt.datetime
    saved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one buyer asks, as the supplier sees it."""

    id: UUID
    buyer_id: UUID
    supplier_id: UUID
    questionnaire_id: UUID
    buyer: str
    title: str
    state: AssessmentState
    observation: str
    due_at: dt.datetime
    submitted_at: dt.datetime | None
    context: Context

    @property
    def open(self) -> bool:
        """Whether the supplier may write in it."""
        return self.state in WITH_SUPPLIER

    def days_left(self, now: dt.datetime) -> int:
        """Days to the due day, in Sweden; below 0 when it has passed."""
        return (day_in_sweden(self.due_at) - day_in_sweden(now)).days

    def thing(self) -> Thing:
        """What the permission table looks at."""
        return Thing(self.supplier_id, self.buyer_id, submitted=self.state in SUBMITTED_STATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A request with its questions, answers and which questions have evidence."""

    request: Request
    definition: Questionnaire
    answers: Mapping[str, SavedAnswer]
    evidence: frozenset[str]

    @property
    def values(self) -> Answers:
        """The answers as the domain takes them."""
        return {question: saved.value for question, saved in self.answers.items()}

    def value(self, question_id: str) -> Value:
        """One answer, empty where there is none."""
        saved = self.answers.get(question_id)
        return saved.value if saved else NOTHING

    def version(self, question_id: str) -> int:
        """The version of one answer, 0 where there is none."""
        saved = self.answers.get(question_id)
        return saved.version if saved else 0

    def progress(self) -> Progress:
        """How far it has come, for the supplier's own eyes."""
        return progress(self.definition, self.values, self.evidence, self.request.context)


@dataclass(frozen=True, slots=True)
class Standing:
    """A request in the list, with how far it has come."""

    request: Request
    progress: Progress


def requests(db: Session, actor: Actor, *, now: dt.datetime) -> list[Standing]:
    """All that is asked of the actor's organisation, the first due first."""
    check(actor, Action.SEE_ASSESSMENT, Thing(supplier_id=actor.organisation_id))
    rows = db.execute(
        _asked()
        .where(Assessment.supplier_id == actor.organisation_id)
        .order_by(Assessment.due_at, Assessment.id)
    ).all()
    asked = [_request(row, now) for row in rows]
    ids = [request.id for request in asked]
    answers, evidence = _answers(db, ids), _evidence(db, ids)
    return [
        Standing(
            request,
            Sheet(
                request=request,
                definition=definition(db, request.questionnaire_id),
                answers=answers.get(request.id, {}),
                evidence=evidence.get(request.id, frozenset()),
            ).progress(),
        )
        for request in asked
    ]


def sheet(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> Sheet:
    """One request with everything in it, for the supplier.

    Raises NotFound for a stranger, Denied where the buyer has withdrawn it.
    """
    request = _one(db, actor, assessment_id, now=now)
    if request.state == AssessmentState.WITHDRAWN:
        move(request.state, Action.OPEN_ASSESSMENT)
    return _filled(db, request)


def draft(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> Sheet:
    """One request to write in. Raises NotFound, and Denied once it has been submitted."""
    request = _one(db, actor, assessment_id, now=now)
    check(actor, Action.READ_DRAFT, request.thing())
    if not request.open:
        move(request.state, Action.ANSWER)
    return _filled(db, request)


def locked(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> Sheet:
    """One request, held until the transaction ends: two editors save one after the other.

    Raises NotFound for a stranger.
    """
    found = db.execute(
        select(Assessment.id).where(Assessment.id == assessment_id).with_for_update()
    ).scalar_one_or_none()
    if found is None:
        raise NotFound
    return _filled(db, _one(db, actor, assessment_id, now=now))


def open_first(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> None:
    """Note that the supplier has opened what was sent. Later openings change nothing."""
    request = _one(db, actor, assessment_id, now=now)
    check(actor, Action.OPEN_ASSESSMENT, request.thing())
    if request.state != AssessmentState.SENT:
        return
    opened = db.execute(
        update(Assessment)
        .where(Assessment.id == assessment_id, Assessment.state == AssessmentState.SENT)
        .values(state=move(request.state, Action.OPEN_ASSESSMENT), opened_at=now)
        .returning(Assessment.id)
    ).one_or_none()
    if opened is not None:
        keep_count(db, _filled(db, request))
        audit.record(db, actor, "open", thing="assessment", thing_id=assessment_id, now=now)


def keep_count(db: Session, sheet: Sheet) -> None:
    """Keep on the row how far the draft has come: all that its buyer learns of it.

    Only questions that everyone is asked are counted. A total that grows by one would tell
    that a certain answer was given (promise 2).
    """
    asked, answered = told(sheet.definition, sheet.values, sheet.request.context)
    db.execute(
        update(Assessment)
        .where(Assessment.id == sheet.request.id)
        .values(asked=asked, answered=answered)
    )


def told(questionnaire: Questionnaire, answers: Answers, context: Context) -> tuple[int, int]:
    """How many questions are asked whatever is answered, and how many of them are answered."""
    common = [
        question
        for question in shown(questionnaire, {}, context)
        if all(test.source.kind == "context" for test in comparisons(question.condition))
    ]
    return len(common), sum(is_answered(each, answers.get(each.id)) for each in common)


def _asked() -> Select[Assessment, str, str, Json]:
    return (
        select(Assessment, Organisation.name, Campaign.title, Campaign.context)
        .join(Organisation, Organisation.id == Assessment.buyer_id)
        .join(Campaign, Campaign.id == Assessment.campaign_id)
    )


def _one(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> Request:
    row = db.execute(_asked().where(Assessment.id == assessment_id)).one_or_none()
    if row is None:
        raise NotFound
    request = _request(row, now)
    # A buyer's rows are seen by the database, but its pages are others.
    check(actor, Action.OPEN_ASSESSMENT, Thing(request.supplier_id, None))
    return request


def _request(row: Row[Assessment, str, str, Json], now: dt.datetime) -> Request:
    assessment, buyer, title, context = row
    return Request(
        id=assessment.id,
        buyer_id=assessment.buyer_id,
        supplier_id=assessment.supplier_id,
        questionnaire_id=assessment.questionnaire_id,
        buyer=buyer,
        title=title,
        state=AssessmentState(assessment.state),
        observation=assessment.observation,
        due_at=assessment.due_at,
        submitted_at=assessment.submitted_at,
        context=read_context(context, today=day_in_sweden(now)),
    )


def _filled(db: Session, request: Request) -> Sheet:
    return Sheet(
        request=request,
        definition=definition(db, request.questionnaire_id),
        answers=_answers(db, [request.id]).get(request.id, {}),
        evidence=_evidence(db, [request.id]).get(request.id, frozenset()),
    )


def _answers(db: Session, ids: Sequence[UUID]) -> dict[UUID, dict[str, SavedAnswer]]:
    found: dict[UUID, dict[str, SavedAnswer]] = {}
    rows = db.execute(
        select(Answer, User.name)
        .outerjoin(User, User.id == Answer.saved_by)
        .where(Answer.assessment_id.in_(ids))
    )
    for answer, name in rows:
        found.setdefault(answer.assessment_id, {})[answer.question_id] = SavedAnswer(
            value=MappingProxyType(answer.value),
            version=answer.version,
            saved_at=answer.saved_at,
            saved_by=name or "",
        )
    return found


def _evidence(db: Session, ids: Sequence[UUID]) -> dict[UUID, frozenset[str]]:
    found: dict[UUID, frozenset[str]] = {}
    rows = db.execute(
        select(Evidence.assessment_id, Evidence.question_id).where(Evidence.assessment_id.in_(ids))
    )
    for assessment_id, question_id in rows:
        found[assessment_id] = found.get(assessment_id, frozenset()) | {question_id}
    return found
