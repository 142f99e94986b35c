"""Reading a document's flags for a reviewer: a few queries, however many flags there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.data.tables import (
    Assessment,
    Campaign,
    Finding,
    Flag,
    FlagDecision,
    Page,
    Submission,
    SubmissionEvidence,
)
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.assessment import AssessmentState
from portal.domain.evidence import Box
from portal.domain.findings import FindingKind
from portal.domain.flags import (
    Bearing,
    DecisionKind,
    Stance,
    Topic,
    at_risk,
    correction,
    hint,
    rank,
    severe,
    standing,
    to_look_at_again,
)
from portal.services import documents, questionnaires
from portal.services.corrected import Chosen, chosen_words
from portal.services.reviews.anew import flagged_anew
from portal.services.reviews.marks import Laid, Marked, Marks, Met, Standing, Wording
from portal.services.reviews.weighing import last_submissions
from portal.services.standing import standing_decisions


def marked(db: Session, actor: Actor, document_id: UUID, *, by_page: bool = False) -> Marks:
    """The flags of a document in the order of reading, or of its pages. Raises NotFound, Denied.

    For a document that the actor may not see there are none: the database hides them.
    """
    check(actor, Action.SEE_QUEUE, Thing(buyer_id=actor.organisation_id))
    laid = places(db, document_id)
    return Marks(
        flags=_flags(db, actor, document_id, laid, by_page=by_page),
        laid=laid,
        anew=flagged_anew(db, actor, document_id),
        language=documents.languages(db, [document_id]).get(document_id, ""),
    )


def places(db: Session, document_id: UUID) -> tuple[Laid, ...]:
    """Where the document lies in the last submissions to the actor's buyer, by due date."""
    last = last_submissions()
    rows = db.execute(
        select(
            Assessment.id,
            Campaign.title,
            Assessment.state,
            Assessment.questionnaire_id,
            last.c.id.label("submission_id"),
            SubmissionEvidence.question_id,
        )
        .join(last, last.c.id == SubmissionEvidence.submission_id)
        .join(Assessment, Assessment.id == last.c.assessment_id)
        .join(Campaign, Campaign.id == Assessment.campaign_id)
        .where(SubmissionEvidence.document_id == document_id)
        .order_by(Assessment.due_at, Assessment.id, SubmissionEvidence.question_id)
    ).all()
    questions: dict[UUID, list[str]] = {}
    for row in rows:
        questions.setdefault(row.id, []).append(row.question_id)
    first = {row.id: row for row in reversed(rows)}
    return tuple(
        Laid(
            assessment_id=assessment_id,
            title=first[assessment_id].title,
            state=AssessmentState(first[assessment_id].state),
            questionnaire_id=first[assessment_id].questionnaire_id,
            submission_id=first[assessment_id].submission_id,
            question_ids=tuple(ids),
        )
        for assessment_id, ids in questions.items()
    )


def _flags(
    db: Session, actor: Actor, document_id: UUID, laid: Sequence[Laid], *, by_page: bool
) -> tuple[Marked, ...]:
    """In an order that no decision changes: the list stands still under who works through it."""
    flags = list(db.execute(select(Flag).where(Flag.document_id == document_id)).scalars())
    made = standing_decisions(db, actor.organisation_id, {document_id}).get(document_id, [])
    stands = standing(flags, made)
    former = to_look_at_again(flags, [each for each in made if each.said])
    met = _met(db, document_id, laid)
    texts = _texts(db, document_id, flags)
    words = chosen_words(db, [(each, stands[each.key]) for each in flags if each.key in stands])
    marks = [
        _marked(
            flag,
            _standing(stands.get(flag.key), actor),
            _standing(former.get(flag.key), actor),
            met.get(flag.id, ()),
            texts,
        )
        for flag in flags
    ]
    order = _page_order if by_page else _reading_order
    return tuple(_corrected(flag, words.get(flag.id)) for flag in sorted(marks, key=order))


def _page_order(flag: Marked) -> tuple[object, ...]:
    return flag.page, flag.start, flag.key


def _reading_order(flag: Marked) -> tuple[object, ...]:
    return (*rank(flag, at_risk=at_risk(flag.hints)), flag.key)


def _corrected(flag: Marked, words: Chosen | None) -> Marked:
    """The flag as a person says that it is, with what the program had read beside it."""
    says = flag.decision.correction if flag.decision else None
    if says is None:
        return flag
    stands = replace(
        flag,
        topic=says.topic,
        stance=says.stance,
        bearing=says.bearing,
        value=says.value,
        read=Wording(
            topic=flag.topic,
            stance=flag.stance,
            bearing=flag.bearing,
            page=flag.page,
            quote=flag.quote,
            value=flag.value,
        ),
        # What lists tell is of the thing that the program named.
        hints=flag.hints if says.names(flag.topic, flag.value) else (),
    )
    if words is not None:
        stands = replace(
            stands, start=words.start, end=words.end, quote=words.quote, boxes=words.boxes
        )
    return replace(stands, severe=severe(stands))


def _met(db: Session, document_id: UUID, laid: Sequence[Laid]) -> dict[UUID, list[Met]]:
    """The answers that flags of the document were held against, by flag."""
    found: dict[UUID, list[Met]] = {}
    where = {each.submission_id: each for each in laid}
    rows = db.execute(
        select(Finding, Submission.answers)
        .join(Submission, Submission.id == Finding.submission_id)
        .where(Finding.document_id == document_id, Finding.submission_id.in_(where))
        .order_by(Finding.question_id, Finding.rule)
    )
    for finding, answers in rows:
        if finding.flag_id is None or finding.submission_id is None:
            continue  # a gap has no flag
        place = where[finding.submission_id]
        definition = questionnaires.definition(db, place.questionnaire_id)
        found.setdefault(finding.flag_id, []).append(
            Met(
                assessment_id=place.assessment_id,
                title=place.title,
                kind=FindingKind(finding.kind),
                sentence=str(finding.values.get("sentence", "")),
                question=definition.question(finding.question_id),
                answer=answers.get(finding.question_id, {}),
            )
        )
    return found


def _texts(db: Session, document_id: UUID, flags: Iterable[Flag]) -> dict[int, str]:
    """The texts of the pages on which a cue stands outside its quote, as a list's lead-in does."""
    pages = {
        flag.page
        for flag in flags
        if any(start < flag.start or end > flag.end for start, end in flag.cues)
    }
    if not pages:
        return {}
    rows = db.execute(
        select(Page.number, Page.text).where(
            Page.document_id == document_id, Page.number.in_(sorted(pages))
        )
    )
    return {row.number: row.text for row in rows}


def _cues(flag: Flag, texts: Mapping[int, str]) -> tuple[str, ...]:
    """The words that decided the stance, in the order they stand, each once."""
    words = [
        flag.quote[start - flag.start : end - flag.start]
        if flag.start <= start and end <= flag.end
        else texts.get(flag.page, "")[start:end]
        for start, end in sorted(tuple(cue) for cue in flag.cues)
    ]
    return tuple(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))


def _marked(
    flag: Flag,
    decision: Standing | None,
    former: Standing | None,
    met: Sequence[Met],
    texts: Mapping[int, str],
) -> Marked:
    return Marked(
        id=flag.id,
        key=flag.key,
        page=flag.page,
        start=flag.start,
        end=flag.end,
        quote=flag.quote,
        topic=Topic(flag.topic),
        stance=Stance(flag.stance),
        bearing=Bearing(flag.bearing),
        severe=flag.severe,
        value=flag.value,
        score=flag.score,
        rule=flag.rule,
        rules_version=flag.rules_version,
        boxes=tuple(Box(*box) for box in flag.boxes),
        cues=_cues(flag, texts),
        decision=decision,
        former=None if decision else former,
        read=None,
        flagged=(flag.start, flag.end),
        hints=tuple(hint(kept) for kept in flag.hints),
        met=tuple(met),
    )


def _standing(row: FlagDecision | None, actor: Actor) -> Standing | None:
    if row is None:
        return None
    return Standing(
        id=row.id,
        kind=DecisionKind(row.decision),
        reason=row.reason,
        by=row.reviewer_name,
        mine=row.reviewer_id == actor.user_id,
        at=row.decided_at,
        correction=correction(row.correction) if row.correction else None,
    )
