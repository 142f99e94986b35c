"""Saving answers: each by itself, with its version, so that no hand overwrites another."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, insert, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Answer, AnswerVersion, Assessment
from portal.domain.access import Action, Actor, check
from portal.domain.answers import asked_parts, shown
from portal.domain.answers import check as check_answer
from portal.domain.assessment import move
from portal.domain.questionnaire import Question
from portal.errors import Invalid, NotFound
from portal.services import assessments, audit
from portal.services.assessments import SavedAnswer, Sheet
from portal.services.flagging import FIND


@dataclass(frozen=True, slots=True)
class Typed:
    """One answer as it came: its question, what was written, the version it was read at."""

    question_id: str
    value: Mapping[str, object]
    version: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Two hands on one answer: what this one wrote, and what stands since."""

    question_id: str
    mine: Mapping[str, object]
    theirs: SavedAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a save.

    ``faults``: for each question that could not be saved the sentences by field, without
    prefix. ``sheet`` is the draft as it stands afterwards.
    """

    sheet: Sheet
    before: frozenset[str]
    faults: Mapping[str, Mapping[str, str]]
    clashes: tuple[Clash, ...]

    @property
    def appeared(self) -> tuple[str, ...]:
        """The questions and parts (``P1-02.date``) that are asked now and were not before."""
        return tuple(name for name in asked(self.sheet) if name not in self.before)


def asked(sheet: Sheet) -> tuple[str, ...]:
    """The names of all questions and their parts (``P1-02``, ``P1-02.date``) that are asked."""
    names: list[str] = []
    for question in shown(sheet.definition, sheet.values, sheet.request.context):
        names.append(question.id)
        names += [
            f"{question.id}.{part.id}" for part in asked_parts(question, sheet.value(question.id))
        ]
    return tuple(names)


def save(
    db: Session, actor: Actor, assessment_id: UUID, typed: Iterable[Typed], *, now: dt.datetime
) -> Outcome:
    """Save what is right of what was typed; the rest comes back with its sentences.

    Raises NotFound for a stranger or an unknown question, Denied once it was submitted.
    """
    sheet = assessments.locked(db, actor, assessment_id, now=now)
    check(actor, Action.ANSWER, sheet.request.thing())
    state = move(sheet.request.state, Action.ANSWER)
    before = frozenset(asked(sheet))
    kept: dict[str, SavedAnswer] = {}
    faults: dict[str, Mapping[str, str]] = {}
    clashes: list[Clash] = []
    for each in typed:
        stands = sheet.answers.get(each.question_id)
        try:
            value = check_answer(_question(sheet, each.question_id), each.value)
        except Invalid as problem:
            faults[each.question_id] = problem.fields
            continue
        if dict(sheet.value(each.question_id)) == value:
            continue  # also a repeated save, whose first reply was lost on the way
        if stands and stands.version != each.version:
            clashes.append(Clash(each.question_id, value, stands))
            continue
        kept[each.question_id] = _keep(db, actor, sheet, each.question_id, value, now=now)
    after = replace(sheet, answers={**sheet.answers, **kept})
    if kept:
        db.execute(update(Assessment).where(Assessment.id == assessment_id).values(state=state))
        assessments.keep_count(db, after)
        _look_again(db, after)
    return Outcome(sheet=after, before=before, faults=faults, clashes=tuple(clashes))


def _question(sheet: Sheet, question_id: str) -> Question:
    try:
        return sheet.definition.question(question_id)
    except KeyError:
        raise NotFound from None


def _keep(
    db: Session,
    actor: Actor,
    sheet: Sheet,
    question_id: str,
    value: Mapping[str, object],
    *,
    now: dt.datetime,
) -> SavedAnswer:
    """Write an answer and its history. The caller holds the assessment's row."""
    request = sheet.request
    version = sheet.version(question_id) + 1
    row = {
        "assessment_id": request.id,
        "supplier_id": request.supplier_id,
        "buyer_id": request.buyer_id,
        "question_id": question_id,
        "value": dict(value),
        "version": version,
        "saved_by": actor.user_id,
        "saved_at": now,
    }
    changed = {name: row[name] for name in ("value", "version", "saved_by", "saved_at")}
    db.execute(
        upsert(Answer)
        .values(id=func.uuidv7(), **row)
        .on_conflict_do_update(index_elements=["assessment_id", "question_id"], set_=changed)
    )
    db.execute(insert(AnswerVersion).values(**row))
    audit.record(
        db,
        actor,
        "answer",
        thing="assessment",
        thing_id=request.id,
        now=now,
        question=question_id,
        version=version,
    )
    return SavedAnswer(value=value, version=version, saved_at=now, saved_by=actor.name)


def _look_again(db: Session, sheet: Sheet) -> None:
    """Ask for the findings anew; without papers there is nothing to find."""
    if sheet.evidence:
        outbox.post(db, FIND, sheet.request.id)
