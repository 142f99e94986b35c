"""The reviewer's assessment page: what was handed in, side by side, and what comes of it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.responses import Response
from starlette.routing import Route

from portal.domain.access import Action
from portal.domain.answers import display
from portal.domain.assessment import GRADE_NAMES, STATE_NAMES
from portal.domain.findings import FINDING_KIND_NAMES
from portal.domain.questionnaire import Question
from portal.errors import Invalid
from portal.services import reviews
from portal.services.reviews import Asked, Assessed, Found, Required
from portal.texts import N_
from portal.web.endpoint import Call, endpoint
from portal.web.facts import spoken
from portal.web.forms import id_of, number_of

GRADE_LABEL: Final = N_("How the requirement is met")
WHY_LABEL: Final = N_("What the grade rests on")
OBSERVATION_LABEL: Final = N_("What the supplier shall complete")


def show(call: Call) -> Response:
    """An assessment as it was handed in, the last time or an earlier one."""
    assessed = reviews.assessed(
        call.db,
        call.actor,
        call.id("assessment"),
        number=number_of(call.request.query_params.get("submission")),
    )
    return _page(call, assessed)


def grade(call: Call) -> Response:
    """Keep a grade of one requirement, or show again what could not be kept."""
    assessment_id, code = call.id("assessment"), str(call.request.path_params["requirement"])
    try:
        reviews.grade(
            call.db,
            call.actor,
            assessment_id,
            code,
            submission_id=id_of(call.form.text("submission")),
            chosen=call.form.text("grade"),
            motivation=call.form.text("motivation"),
            now=call.now,
        )
    except Invalid as problem:
        return _again(call, problem, prefix=f"{code}-")
    return call.redirect(
        "review_assessment", anchor=f"r-{code}", assessment=assessment_id, notice="graded"
    )


def send_back(call: Call) -> Response:
    """Return the assessment to be completed."""
    assessment_id = call.id("assessment")
    try:
        reviews.send_back(
            call.db,
            call.actor,
            assessment_id,
            observation=call.form.text("observation"),
            now=call.now,
        )
    except Invalid as problem:
        return _again(call, problem)
    return call.redirect("review_assessment", assessment=assessment_id, notice="returned")


def accept(call: Call) -> Response:
    """Accept the submission as complete."""
    reviews.accept(call.db, call.actor, call.id("assessment"), now=call.now)
    return call.redirect("review_assessment", assessment=call.id("assessment"), notice="accepted")


def conclude(call: Call) -> Response:
    """Finish the assessment."""
    try:
        reviews.conclude(call.db, call.actor, call.id("assessment"), now=call.now)
    except Invalid as problem:
        return _again(call, problem)
    return call.redirect("review_assessment", assessment=call.id("assessment"), notice="saved")


def _again(call: Call, problem: Invalid, *, prefix: str = "") -> Response:
    """The page with what is wrong at its fields, and everything that was typed."""
    errors = {prefix + field: words for field, words in call.faults(problem).items()}
    if not errors:
        errors = {"": call.sentence(problem)}
    typed = {prefix + name: call.form.text(name) for name in call.form.fields}
    assessed = reviews.assessed(call.db, call.actor, call.id("assessment"))
    return _page(call, assessed, errors=errors, typed=typed, status=422)


def _page(
    call: Call,
    assessed: Assessed,
    *,
    errors: Mapping[str, str] | None = None,
    typed: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    return call.page(
        "reviews/assessment.html",
        status=status,
        errors=errors or {},
        typed=typed or {},
        labels=_labels(call, assessed),
        assessed=assessed,
        state=call.text(STATE_NAMES[assessed.state]),
        kinds={kind: call.text(name) for kind, name in FINDING_KIND_NAMES.items()},
        sections=[
            {
                "title": section.title[call.language],
                "id": section.id,
                "questions": [_question(call, each) for each in asked],
            }
            for section, asked in assessed.sections
        ],
        found=_by_question(call, assessed.found),
        requirements=[_requirement(call, each) for each in assessed.requirements],
        grades=[(grade, call.text(name)) for grade, name in GRADE_NAMES.items()],
        may={str(action) for action in assessed.actions},
        completion_day=reviews.completion_day(call.now),
    )


def _labels(call: Call, assessed: Assessed) -> dict[str, str]:
    """The fields' labels, for the summary of what is wrong."""
    labels = {"observation": call.text(OBSERVATION_LABEL)}
    for each in assessed.requirements:
        code = each.requirement.code
        labels[f"{code}-grade"] = f"{code}: {call.text(GRADE_LABEL)}"
        labels[f"{code}-motivation"] = f"{code}: {call.text(WHY_LABEL)}"
    return labels


def _question(call: Call, asked: Asked) -> dict[str, Any]:
    question = asked.question
    return {
        "id": question.id,
        "text": question.text[call.language],
        "star": question.star,
        "counts": question.what_counts[call.language],
        "assessed": question.how_assessed[call.language] if question.how_assessed else "",
        "answers": _said(call, question, asked.answer),
        "proofs": asked.proofs,
        "proof_wanted": question.evidence.wanted,
        "found": _findings(call, asked.found),
    }


def _said(call: Call, question: Question, answer: Mapping[str, object]) -> list[tuple[str, str]]:
    """The answer in words; a part that carries the question's own text needs no label."""
    pairs = display(question, answer, call.language)
    own = question.text[call.language]
    return [("" if label == own else label, text) for label, text in pairs]


def _findings(call: Call, found: Sequence[Found]) -> list[dict[str, Any]]:
    """What was found at a question: each sentence once, with the words of every paper."""
    together: dict[tuple[Any, str], list[Found]] = {}
    for one in found:
        together.setdefault((one.kind, one.sentence), []).append(one)
    return [
        {
            "kind": kind,
            "name": call.text(FINDING_KIND_NAMES[kind]),
            "sentence": call.text(sentence),
            "quotes": [_quote(call, one) for one in ones if one.quote],
        }
        for (kind, sentence), ones in together.items()
    ]


def _quote(call: Call, found: Found) -> dict[str, Any]:
    url = None
    if found.document_id and found.flag_id:
        url = call.url(
            "review_document", document=found.document_id, page=found.page, flag=found.flag_id
        )
    return {
        "words": found.quote,
        "language": spoken(found.language),
        "document": found.document,
        "page": found.page,
        "more": found.more,
        "corrected_by": found.corrected_by,
        "url": url,
    }


def _by_question(call: Call, found: Sequence[Found]) -> list[dict[str, Any]]:
    """The findings in short, for the top of the page: kind, and the questions they stand at."""
    questions: dict[Any, list[str]] = {}
    for one in found:
        at = questions.setdefault(one.kind, [])
        if one.question_id not in at:
            at.append(one.question_id)
    return [
        {"kind": kind, "name": call.text(FINDING_KIND_NAMES[kind]), "questions": ids}
        for kind, ids in questions.items()
    ]


def _requirement(call: Call, each: Required) -> dict[str, Any]:
    return {
        "code": each.requirement.code,
        "title": each.requirement.title[call.language],
        "text": each.requirement.text[call.language],
        "proposal": call.text(GRADE_NAMES[each.proposal.grade]) if each.proposal else None,
        "because": each.proposal.because if each.proposal else (),
        "questions": each.questions,
        "grade": each.grade,
        "grade_word": call.text(GRADE_NAMES[each.grade.grade]) if each.grade else None,
        "history": [
            (one, call.text(GRADE_NAMES[one.grade])) for one in each.grades if one is not each.grade
        ],
    }


_ASSESSMENT: Final = "/review/assessments/{assessment:uuid}"
_MOVES: Final = (
    (Action.RETURN_ASSESSMENT, "return", send_back),
    (Action.ACCEPT_ASSESSMENT, "accept", accept),
    (Action.CONCLUDE_ASSESSMENT, "conclude", conclude),
)
ROUTES: Final = [
    Route(_ASSESSMENT, endpoint(show), name="review_assessment"),
    Route(
        _ASSESSMENT + "/requirements/{requirement}",
        endpoint(grade),
        methods=["POST"],
        name="grade_requirement",
    ),
    *(
        Route(f"{_ASSESSMENT}/{word}", endpoint(view), methods=["POST"], name=action)
        for action, word, view in _MOVES
    ),
]
