"""What waits for a buyer's reviewers and what it weighs, as one expression of SQL."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Select, exists, func, literal, select, union_all
from sqlalchemy.dialects.postgresql import distinct_on

from portal.data.tables import (
    Assessment,
    Campaign,
    Document,
    Flag,
    Submission,
    SubmissionEvidence,
)
from portal.domain.assessment import AssessmentState
from portal.domain.deadlines import REVIEW_DAYS
from portal.domain.evidence import DocumentState
from portal.domain.flags import Bearing, Family, Stance
from portal.services.standing import undecided

WITH_REVIEWER: Final = (AssessmentState.SUBMITTED, AssessmentState.ACCEPTED)


class Kind(StrEnum):
    """What a line of the queue leads to."""

    DOCUMENT = "document"
    ASSESSMENT = "assessment"


class Due(StrEnum):
    """Which due days to show, counted from now."""

    PASSED = "passed"
    WEEK = "week"
    MONTH = "month"


class Order(StrEnum):
    """What comes first."""

    WORST = "worst"
    DUE = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What of the queue is shown. ``family`` counts flags of that family only."""

    supplier: UUID | None = None
    family: Family | None = None
    due: Due | None = None
    order: Order = Order.WORST


# The reviewer's own day, not the supplier's: that one has passed when the work begins.
_REVIEW_DUE: Final = Assessment.submitted_at + dt.timedelta(days=REVIEW_DAYS)

_WEIGHTS: Final = ("severe", "risk", "hedged", "open", *Family)


def last_submissions() -> CTE:
    """The last submission of each assessment that the caller may see."""
    return (
        select(Submission.id, Submission.assessment_id)
        .ext(distinct_on(Submission.assessment_id))
        .order_by(Submission.assessment_id, Submission.number.desc())
        .cte("last_submission")
    )


def _waiting(buyer_id: UUID, filters: Filters, now: dt.datetime) -> CTE:
    """The assessments that are with the reviewers, each with its last submission."""
    last = last_submissions()
    query = (
        select(
            Assessment.id,
            Assessment.campaign_id,
            Assessment.supplier_id,
            _REVIEW_DUE.label("due_at"),
            last.c.id.label("submission_id"),
        )
        .join(last, last.c.assessment_id == Assessment.id)
        .where(
            Assessment.buyer_id == buyer_id,
            Assessment.state.in_(WITH_REVIEWER),
        )
    )
    if filters.supplier is not None:
        query = query.where(Assessment.supplier_id == filters.supplier)
    if filters.due is not None:
        query = query.where(_is_due(filters.due, now))
    return query.cte("waiting")


def _is_due(due: Due, now: dt.datetime) -> ColumnElement[bool]:
    if due == Due.PASSED:
        return now > _REVIEW_DUE
    days = 7 if due == Due.WEEK else 30
    return _REVIEW_DUE.between(now, now + dt.timedelta(days=days))


def waiting_lines(buyer_id: UUID, filters: Filters, now: dt.datetime) -> CTE:
    """What waits for a buyer's reviewers: documents with open flags, assessments without any."""
    waiting = _waiting(buyer_id, filters, now)
    laid = (
        select(
            waiting.c.id.label("assessment_id"), waiting.c.due_at, SubmissionEvidence.document_id
        )
        .join(SubmissionEvidence, SubmissionEvidence.submission_id == waiting.c.submission_id)
        .distinct()
        .cte("laid")
    )
    weighed = _weighed(buyer_id, filters, laid)
    return union_all(_documents(laid, weighed), _assessments(filters, waiting, laid, weighed)).cte(
        "line"
    )


def _weighed(buyer_id: UUID, filters: Filters, laid: CTE) -> CTE:
    """What the open flags of each document weigh: the columns of ``Load``."""
    query = (
        select(
            Flag.document_id,
            func.count().filter(Flag.severe).label("severe"),
            func.count().filter(Flag.bearing == Bearing.RISK).label("risk"),
            func.count().filter(Flag.stance == Stance.HEDGED).label("hedged"),
            func.count().label("open"),
            *(func.count().filter(_of(family)).label(family) for family in Family),
        )
        .join(Document, Document.id == Flag.document_id)
        .where(Flag.document_id.in_(select(laid.c.document_id)), undecided(buyer_id))
        .group_by(Flag.document_id)
    )
    if filters.family is not None:
        query = query.where(_of(filters.family))
    return query.cte("weighed")


def _of(family: Family) -> ColumnElement[bool]:
    return func.split_part(Flag.topic, ".", 1) == family


def _documents(laid: CTE, weighed: CTE) -> Select[Any]:
    earliest = (
        select(laid.c.document_id, func.min(laid.c.due_at).label("due_at"))
        .group_by(laid.c.document_id)
        .subquery()
    )
    return (
        select(
            literal(Kind.DOCUMENT.value).label("kind"),
            Document.id,
            Document.name,
            Document.supplier_id,
            earliest.c.due_at,
            *(weighed.c[name] for name in _WEIGHTS),
            literal(0).label("unread"),
        )
        .join(weighed, weighed.c.document_id == Document.id)
        .join(earliest, earliest.c.document_id == Document.id)
    )


def _assessments(filters: Filters, waiting: CTE, laid: CTE, weighed: CTE) -> Select[Any]:
    """The assessments without open flags; none where only one family's flags are asked for."""
    unread = (
        select(func.count())
        .select_from(laid)
        .join(Document, Document.id == laid.c.document_id)
        .where(
            laid.c.assessment_id == waiting.c.id,
            Document.flagged_at.is_(None),
            Document.state != DocumentState.FAILED,
        )
        .correlate(waiting)
        .scalar_subquery()
    )
    open_flags = exists().where(
        laid.c.assessment_id == waiting.c.id, weighed.c.document_id == laid.c.document_id
    )
    return (
        select(
            literal(Kind.ASSESSMENT.value),
            waiting.c.id,
            Campaign.title,
            waiting.c.supplier_id,
            waiting.c.due_at,
            *(literal(0) for _ in _WEIGHTS),
            unread,
        )
        .join(Campaign, Campaign.id == waiting.c.campaign_id)
        .where(~open_flags, literal(filters.family is None))
    )
