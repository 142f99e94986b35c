"""Answers that come in: a whole section at once, or one by one from a script."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from portal.domain.answers import from_form
from portal.domain.questionnaire import Question, Section
from portal.errors import Invalid, NotFound
from portal.services import answers, assessments, documents
from portal.services.answers import Clash, Outcome, Typed
from portal.services.assessments import Sheet
from portal.services.documents import Laid, Received, Refused
from portal.texts import time_of_day
from portal.web.endpoint import Call, endpoint
from portal.web.forms import id_of
from portal.web.questions import Clock, question_view
from portal.web.steps import step
from portal.web.views import evidence, sections


def save(call: Call) -> Response:
    """Save a whole section at once, without script: what is right of it, the rest comes back."""
    assessment_id = call.id("assessment")
    with step(call) as db:
        sheet = assessments.draft(db, call.actor, assessment_id, now=call.now)
        here = sections.section_of(call, sheet)
    # Files that were chosen come with whatever button was pressed: a chosen file is not lost.
    taken = {each.id: evidence.take(call, each.id) for each in here.questions if _came(call, each)}
    with step(call) as db:
        typed = [_typed(call, question) for question in here.questions if _sent(call, question)]
        outcome = answers.save(db, call.actor, assessment_id, typed, now=call.now)
        laid = {
            question_id: [
                evidence.lay(call, db, question_id, file)
                for file in files
                if isinstance(file, Received)
            ]
            for question_id, files in taken.items()
        }
        done = _move_papers(call, db, here)
        trouble = _trouble(call, here, outcome, taken)
        if trouble.errors or trouble.sides:
            status = 422 if trouble.errors else 409
            return sections.page(call, db, outcome.sheet, trouble, status=status)
    return _onward(call, here, outcome, laid.get(call.form.text("attach"), []), done)


def _came(call: Call, question: Question) -> bool:
    """Whether files came for a question; or none where that was asked for, which is said."""
    return call.form.text("attach") == question.id or f"files-{question.id}" in call.form.files


def _sent(call: Call, question: Question) -> bool:
    """Whether the form held this question: a hidden one sends nothing and is left as it was."""
    keeps_theirs = call.form.text(f"keep-{question.id}") == "theirs"
    return call.form.has(f"version-{question.id}") and not keeps_theirs


def _typed(call: Call, question: Question) -> Typed:
    value = from_form(question, call.form.fields, prefix=f"{question.id}.")
    return Typed(question.id, value, sections.version_sent(call, question))


def _known(here: Section, question_id: str) -> str:
    """The id of a question of this section, or nothing."""
    return question_id if any(each.id == question_id for each in here.questions) else ""


def _move_papers(call: Call, db: Session, here: Section) -> tuple[str, str]:
    """Remove a paper where that was pressed, else lay those that are chosen from one's papers.

    Returns the question whose button was pressed, and what to say; nothing for another button.
    """
    assessment_id = call.id("assessment")
    question_id, _, written = call.form.text("remove").partition(":")
    if _known(here, question_id):
        paper = _paper(written)
        documents.remove(db, call.actor, assessment_id, question_id, paper, now=call.now)
        return question_id, "removed"
    chosen = {each.id: call.form.text(f"paper-{each.id}") for each in here.questions}
    for question_id, written in chosen.items():
        if written:
            paper = _paper(written)
            documents.choose(db, call.actor, assessment_id, question_id, paper, now=call.now)
    pressed = call.form.text("choose")
    return (pressed, "saved") if chosen.get(pressed) else ("", "")


def _paper(written: str) -> UUID:
    """The paper that was chosen. Raises NotFound for what is no id."""
    paper = id_of(written)
    if paper is None:
        raise NotFound
    return paper


def _trouble(
    call: Call,
    here: Section,
    outcome: Outcome,
    taken: Mapping[str, Sequence[Received | Refused]],
) -> sections.Trouble:
    errors: dict[str, str] = {}
    labels: dict[str, str] = {}
    for question in here.questions:
        for field, sentence in outcome.faults.get(question.id, {}).items():
            name = f"{question.id}.{field}"
            errors[name] = call.text(sentence)
            labels[name] = question.text[call.language]
    for question_id, files in taken.items():
        refused = [each for each in files if isinstance(each, Refused)]
        if refused:
            words = (evidence.refusal_words(call, each) for each in refused)
            errors[f"files-{question_id}"] = " ".join(words)
    return sections.Trouble(
        errors=errors,
        labels=labels,
        sides={
            clash.question_id: sections.sides_of(call, outcome.sheet, clash)
            for clash in outcome.clashes
        },
        faulty=frozenset(outcome.faults),
    )


def _onward(
    call: Call, here: Section, outcome: Outcome, laid: Sequence[Laid], moved: tuple[str, str]
) -> Response:
    """Where the person goes after a save: the same question, what appeared, or the next section."""
    assessment_id, back = call.id("assessment"), call.form.text("back")
    stay: dict[str, Any] = {"assessment": assessment_id, "section": here.id}
    if back == "check":
        stay["back"] = back
    if laid:
        notice = "attached" if not all(each.before for each in laid) else "attached-before"
        question = call.form.text("attach")
        return call.redirect("section", anchor=f"q-{question}", notice=notice, **stay)
    question, notice = moved
    if question:
        return call.redirect("section", anchor=f"q-{question}", notice=notice, **stay)
    name = call.form.text("add")
    if name in _names(here):
        return call.redirect("section", anchor=f"f-{name}", add=name, **stay)
    if call.form.has("attach") or call.form.has("choose") or _kept(call):
        return call.redirect("section", **stay)
    ids = {question.id for question in here.questions}
    appeared = [name for name in outcome.appeared if name.partition(".")[0] in ids]
    if appeared:
        first = appeared[0].partition(".")[0]
        return call.redirect("section", anchor=f"q-{first}", more=len(appeared), **stay)
    if back == "check":
        return call.redirect("check", assessment=assessment_id)
    return _next(call, outcome.sheet, here)


def _names(here: Section) -> set[str]:
    """The names of all fields of a section."""
    return {f"{question.id}.{part.id}" for question in here.questions for part in question.parts}


def _kept(call: Call) -> bool:
    return any(name.startswith("keep-") for name in call.form.fields)


def _next(call: Call, sheet: Sheet, here: Section) -> Response:
    every = [each.id for each in sheet.definition.sections]
    asked = sections.order(sheet)
    later = [each for each in every[every.index(here.id) + 1 :] if each in asked]
    if later:
        return call.redirect("section", assessment=sheet.request.id, section=later[0])
    return call.redirect("check", assessment=sheet.request.id)


def answer(call: Call) -> Response:
    """Save one answer for a script; says what is shown and hidden now."""
    sheet = assessments.draft(call.db, call.actor, call.id("assessment"), now=call.now)
    question = _question(call, sheet)
    outcome = answers.save(
        call.db, call.actor, sheet.request.id, [_typed(call, question)], now=call.now
    )
    if outcome.faults:
        fields = outcome.faults[question.id]
        raise Invalid({f"{question.id}.{name}": each for name, each in fields.items()})
    if outcome.clashes:
        return _clash(call, outcome.sheet, outcome.clashes[0])
    return JSONResponse(_saved(call, outcome, question))


def _question(call: Call, sheet: Sheet) -> Question:
    try:
        return sheet.definition.question(str(call.request.path_params["question"]))
    except KeyError:
        raise NotFound from None


def _clash(call: Call, sheet: Sheet, clash: Clash) -> Response:
    html = call.page("assessments/_conflict.html", sides=sections.sides_of(call, sheet, clash)).body
    reply = {"version": clash.theirs.version, "html": bytes(html).decode()}
    return JSONResponse(reply, 409)


def _saved(call: Call, outcome: Outcome, question: Question) -> dict[str, object]:
    now = frozenset(answers.asked(outcome.sheet))
    changed = now ^ outcome.before
    view = question_view(outcome.sheet, question, Clock(call.now, call.language), shown=True)
    turned = [each for each in view.fields if f"{question.id}.{each.id}" in changed]
    html = call.page("assessments/_turned.html", question=view, turned=turned, errors={}).body
    return {
        "version": outcome.sheet.version(question.id),
        "saved": time_of_day(call.now),
        "shown": sorted(name for name in changed & now if "." not in name),
        "hidden": sorted(name for name in changed - now if "." not in name),
        "parts": bytes(html).decode().strip(),
    }


_ANSWER: Final = "/assessments/{assessment:uuid}/answers/{question}"


def routes(upload_bytes: int) -> list[Route]:
    """The routes; those that take files accept a body of ``upload_bytes``."""
    return [
        Route(
            sections.SECTION,
            endpoint(save, door=True),
            methods=["POST"],
            name="save_section",
            max_body_size=upload_bytes,
        ),
        Route(_ANSWER, endpoint(answer), methods=["POST"], name="answer"),
    ]
