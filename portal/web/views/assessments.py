"""The supplier's requests: the home page, the task list, the check before sending, the receipt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response
from starlette.routing import Route

from portal.domain.answers import Missing, display, shown
from portal.domain.assessment import SUBMITTED_STATES, WITH_SUPPLIER, AssessmentState
from portal.domain.deadlines import day_in_sweden
from portal.domain.findings import FindingKind
from portal.domain.questionnaire import Question
from portal.services import assessments, checking, documents, submissions
from portal.services.assessments import Sheet, Standing
from portal.services.checking import Met
from portal.services.documents import Paper
from portal.services.submissions import Incomplete
from portal.texts import N_
from portal.web.endpoint import Call, endpoint
from portal.web.questions import words_of

# Days before the last day from which a request stands first.
SOON: Final = 30

SECTION_STATES: Final = {
    "not_started": (N_("Not started"), "open"),
    "in_progress": (N_("In progress"), "part"),
    "completed": (N_("Completed"), "plain"),
}

ANSWER_LEFT: Final = N_("Answer the question.")
PART_LEFT: Final = N_("Fill in what is left of the answer: %(part)s.")
ROWS_LEFT: Final = N_("Fill in what is left of the answer.")
EVIDENCE_LEFT: Final = N_("Attach a paper that shows it.")


@dataclass(frozen=True, slots=True)
class Left:
    """One thing to do before sending: the question, what to do, and where."""

    question_id: str
    question: str
    sentence: str
    url: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One question on the page for checking: what was answered, its papers, where to change it."""

    id: str
    text: str
    lines: Sequence[tuple[str, str]]
    papers: Sequence[Paper]
    change: str


@dataclass(frozen=True, slots=True)
class Beside:
    """An answer and a paper's words, to be set side by side."""

    met: Met
    question: str
    said: str
    url: str


def requests(call: Call) -> Response:
    """The supplier's home: what is asked by whom and until when."""
    standings = assessments.requests(call.db, call.actor, now=call.now)
    today = day_in_sweden(call.now)
    return call.page(
        "assessments/home.html",
        groups=_groups(call, standings),
        lapsing=documents.lapsing(call.db, call.actor, today=today),
        today=today,
    )


def _groups(call: Call, standings: Sequence[Standing]) -> list[tuple[str, str, list[Standing]]]:
    groups: dict[str, list[Standing]] = {"soon": [], "later": [], "reviewer": [], "finished": []}
    for standing in standings:
        groups[_group(call, standing)].append(standing)
    titles = {
        "soon": N_("Due soon"),
        "later": N_("Later"),
        "reviewer": N_("With the reviewer"),
        "finished": N_("Finished"),
    }
    return [(key, call.text(titles[key]), listed) for key, listed in groups.items() if listed]


def _group(call: Call, standing: Standing) -> str:
    request = standing.request
    if request.state in WITH_SUPPLIER:
        return "soon" if request.days_left(call.now) <= SOON else "later"
    if request.state in (AssessmentState.SUBMITTED, AssessmentState.ACCEPTED):
        return "reviewer"
    return "finished"


def tasks(call: Call) -> Response:
    """The sections of one request, each with its state."""
    assessment_id = call.id("assessment")
    assessments.open_first(call.db, call.actor, assessment_id, now=call.now)
    sheet = assessments.sheet(call.db, call.actor, assessment_id, now=call.now)
    if sheet.request.state in SUBMITTED_STATES:
        return call.redirect("receipt", assessment=assessment_id)
    progress = sheet.progress()
    return call.page(
        "assessments/tasks.html",
        request=sheet.request,
        progress=progress,
        sections=[
            (sheet.definition.section(each.section_id), each, *SECTION_STATES[each.state])
            for each in progress.sections
        ],
        left=len(submissions.left(sheet)),
        say=call.text,
    )


def check(call: Call) -> Response:
    """All answers, what is missing, and what the papers say, before it is sent."""
    sheet = assessments.draft(call.db, call.actor, call.id("assessment"), now=call.now)
    return _check_page(call, sheet)


def _check_page(call: Call, sheet: Sheet, *, pressed: bool = False) -> Response:
    left = [_left(call, sheet, each) for each in submissions.left(sheet)]
    assessment_id = sheet.request.id
    beside = [
        _beside(call, sheet, met)
        for met in checking.met(call.db, call.actor, assessment_id, now=call.now)
    ]
    papers = _papers(call, sheet)
    return call.page(
        "assessments/check.html",
        status=422 if pressed else 200,
        request=sheet.request,
        sections=answered(call, sheet, back="check"),
        left=left,
        errors={each.question_id: each.sentence for each in left} if pressed else {},
        contradictions=[each for each in beside if each.met.quote and not _offered(each)],
        gaps=[each for each in beside if not each.met.quote],
        offered=[each for each in beside if each.met.quote and _offered(each)],
        reading=sum(not paper.done for paper in papers),
        hard=[paper for paper in papers if paper.hard_to_read or paper.waiting],
        say=call.text,
    )


def _offered(beside: Beside) -> bool:
    """Whether the paper says more good than the answer claims."""
    return beside.met.kind == FindingKind.DECLARATION_GAP


def _papers(call: Call, sheet: Sheet) -> list[Paper]:
    """The papers laid to a request, each once."""
    attached = documents.attached(call.db, call.actor, sheet.request.id)
    return list({paper.id: paper for papers in attached.values() for paper in papers}.values())


def answered(call: Call, sheet: Sheet, *, back: str = "") -> list[tuple[str, str, list[Answered]]]:
    """The questions asked by section (id, title, questions), with answers and papers in words."""
    attached = documents.attached(call.db, call.actor, sheet.request.id)
    by_section: dict[str, list[Answered]] = {}
    for question in shown(sheet.definition, sheet.values, sheet.request.context):
        lines = display(question, sheet.value(question.id), call.language)
        by_section.setdefault(question.section_id, []).append(
            Answered(
                question.id,
                question.text[call.language],
                [("" if text == question.text[call.language] else text, said)
                 for text, said in lines],
                attached.get(question.id, []),
                _place(call, sheet, question, back=back),
            )
        )  # fmt: skip
    return [
        (section_id, sheet.definition.section(section_id).title[call.language], questions)
        for section_id, questions in by_section.items()
    ]


def _place(call: Call, sheet: Sheet, question: Question, *, back: str) -> str:
    wanted = {"back": back} if back else {}
    section = question.section_id
    url = call.url("section", assessment=sheet.request.id, section=section, **wanted)
    return f"{url}#q-{question.id}"


def _left(call: Call, sheet: Sheet, missing: Missing) -> Left:
    question = sheet.definition.question(missing.question_id)
    return Left(
        question.id,
        question.text[call.language],
        _todo(call, question, missing.what),
        _place(call, sheet, question, back="check"),
    )


def _todo(call: Call, question: Question, what: str) -> str:
    if what == "answer":
        return call.text(ANSWER_LEFT)
    if what == "evidence":
        return call.text(EVIDENCE_LEFT)
    label = question.part(what).label
    if label is None:
        return call.text(ROWS_LEFT)
    return call.text(PART_LEFT, part=label[call.language])


def _beside(call: Call, sheet: Sheet, met: Met) -> Beside:
    question = sheet.definition.question(met.question_id)
    said = words_of(question, met.said, call.language)
    return Beside(
        met, question.text[call.language], said, _place(call, sheet, question, back="check")
    )


def submit(call: Call) -> Response:
    """Send the answers; a second press shows the receipt of the first."""
    assessment_id = call.id("assessment")
    try:
        submissions.submit(
            call.db,
            call.actor,
            assessment_id,
            base_url=call.house.settings.base_url,
            now=call.now,
        )
    except Incomplete:
        sheet = assessments.draft(call.db, call.actor, assessment_id, now=call.now)
        return _check_page(call, sheet, pressed=True)
    return call.redirect("receipt", assessment=assessment_id, notice="submitted")


def receipt(call: Call) -> Response:
    """What was sent, when and by whom, and what happens next."""
    assessment_id = call.id("assessment")
    found = submissions.receipts(call.db, call.actor, assessment_id, now=call.now)
    sheet = assessments.sheet(call.db, call.actor, assessment_id, now=call.now)
    return call.page(
        "assessments/receipt.html",
        request=sheet.request,
        receipts=found,
        sections=() if sheet.request.open else answered(call, sheet),
    )


_ONE = "/assessments/{assessment:uuid}"

ROUTES = [
    Route(_ONE, endpoint(tasks), name="assessment"),
    Route(f"{_ONE}/check", endpoint(check), name="check"),
    Route(f"{_ONE}/submit", endpoint(submit), methods=["POST"], name="submit"),
    Route(f"{_ONE}/receipt", endpoint(receipt), name="receipt"),
]
