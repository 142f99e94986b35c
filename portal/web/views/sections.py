"""A section's page: its questions, the papers under each, and what stopped a save."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session
from starlette.responses import Response
from starlette.routing import Route

from portal.domain.answers import shown
from portal.domain.evidence import ENDINGS
from portal.domain.questionnaire import Question, Section
from portal.errors import NotFound
from portal.services import assessments, documents
from portal.services.answers import Clash
from portal.services.assessments import Sheet
from portal.texts import time_of_day
from portal.web.endpoint import Call, endpoint
from portal.web.questions import Clock, Fields, QuestionView, question_view, words_of
from portal.web.views import evidence

SECTION: Final = "/assessments/{assessment:uuid}/sections/{section}"
ACCEPT: Final = ",".join(ENDINGS)


@dataclass(frozen=True, slots=True)
class Sides:
    """Two texts of one answer, to be set side by side."""

    question_id: str
    mine: str
    theirs: str
    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What stops a save: sentences by field, texts side by side, what was typed."""

    errors: Mapping[str, str]
    labels: Mapping[str, str]
    sides: Mapping[str, Sides]
    faulty: frozenset[str]


NO_TROUBLE: Final = Trouble(errors={}, labels={}, sides={}, faulty=frozenset())


def section(call: Call) -> Response:
    """The page of one section."""
    assessment_id = call.id("assessment")
    assessments.open_first(call.db, call.actor, assessment_id, now=call.now)
    sheet = assessments.draft(call.db, call.actor, assessment_id, now=call.now)
    return page(call, call.db, sheet)


def page(
    call: Call, db: Session, sheet: Sheet, trouble: Trouble = NO_TROUBLE, *, status: int = 200
) -> Response:
    """The page of one section, with what stopped a save of it."""
    here = section_of(call, sheet)
    asked = order(sheet)
    place = asked.index(here.id) if here.id in asked else 0
    return call.page(
        "assessments/section.html",
        status=status,
        request=sheet.request,
        section=here,
        questions=_views(call, sheet, here, trouble),
        errors=trouble.errors,
        labels=trouble.labels,
        sides=trouble.sides,
        attached=documents.attached(db, call.actor, sheet.request.id),
        own=documents.papers(db, call.actor),
        previous=asked[place - 1] if place else None,
        number=place + 1,
        total=len(asked),
        back=_asked(call, "back"),
        more=_asked(call, "more"),
        add=_asked(call, "add"),
        accept=ACCEPT,
        limits=evidence.limits(call),
        too_large=evidence.too_large(call),
        say=call.text,
    )


def _asked(call: Call, name: str) -> str:
    return call.form.text(name) or call.request.query_params.get(name, "")


def section_of(call: Call, sheet: Sheet) -> Section:
    """The section that the address names. Raises NotFound."""
    try:
        return sheet.definition.section(str(call.request.path_params["section"]))
    except KeyError:
        raise NotFound from None


def order(sheet: Sheet) -> list[str]:
    """The sections that ask anything just now."""
    asked = shown(sheet.definition, sheet.values, sheet.request.context)
    return list(dict.fromkeys(question.section_id for question in asked))


def _views(call: Call, sheet: Sheet, here: Section, trouble: Trouble) -> list[QuestionView]:
    asked = {
        question.id for question in shown(sheet.definition, sheet.values, sheet.request.context)
    }
    clock = Clock(call.now, call.language)
    views = []
    for question in here.questions:
        again = question.id in trouble.faulty or question.id in trouble.sides
        views.append(
            question_view(
                sheet,
                question,
                clock,
                shown=question.id in asked,
                typed=_typed_fields(call, question) if again else None,
                # A clash was shown: what is sent next is sent knowingly. A fault was not.
                version=version_sent(call, question) if question.id in trouble.faulty else None,
            )
        )
    return views


def _typed_fields(call: Call, question: Question) -> Fields:
    prefix = f"{question.id}."
    return {name: each for name, each in call.form.fields.items() if name.startswith(prefix)}


def version_sent(call: Call, question: Question) -> int:
    """The version of an answer that the form was filled from; 0 for none."""
    sent = call.form.text(f"version-{question.id}")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0


def sides_of(call: Call, sheet: Sheet, clash: Clash) -> Sides:
    """What two people wrote to one question, in the words of the page."""
    question = sheet.definition.question(clash.question_id)
    theirs = clash.theirs
    return Sides(
        clash.question_id,
        words_of(question, clash.mine, call.language),
        words_of(question, theirs.value, call.language),
        theirs.saved_by,
        time_of_day(theirs.saved_at),
    )


ROUTES: Final = [Route(SECTION, endpoint(section), methods=["GET"], name="section")]
