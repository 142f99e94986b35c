"""Files for a question: taken one by one with a script, or with the whole section without."""

from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from portal.domain.evidence import FailureCode, Limits
from portal.errors import Problem
from portal.services import documents
from portal.services.documents import Laid, Received, Refused
from portal.web.endpoint import Call, endpoint, problem_page
from portal.web.security import UPLOAD
from portal.web.steps import step


def limits(call: Call) -> Limits:
    """What a file may cost in this house."""
    return call.house.settings.limits


def take(call: Call, question_id: str) -> list[Received | Refused]:
    """The files that came for a question, judged and stored. No connection is held meanwhile."""
    with step(call) as db:
        documents.check_place(db, call.actor, call.id("assessment"), question_id, now=call.now)
    taken = []
    for file in call.form.files.get(f"files-{question_id}", ()):
        call.house.gate.count(UPLOAD, "upload", str(call.actor.user_id))
        name = file.filename or ""
        taken.append(documents.receive(call.house.files, name, file.file, limits=limits(call)))
    return taken


def lay(call: Call, db: Session, question_id: str, file: Received) -> Laid:
    """Lay a stored file to a question of the request that the address names."""
    return documents.attach(db, call.actor, call.id("assessment"), question_id, file, now=call.now)


def refusal_words(call: Call, refused: Refused) -> str:
    """Why a file was not taken, with its name."""
    return f"{refused.name}: {why(call, refused)}"


def why(call: Call, refused: Refused) -> str:
    """Why a file was not taken; a script that sends one file knows its name."""
    return _words(call, refused.code)


def too_large(call: Call) -> str:
    """What a script tells of a file that was turned away before it had come."""
    return _words(call, FailureCode.TOO_LARGE)


def _words(call: Call, code: FailureCode) -> str:
    return call.text(code.sentence, **limits(call).values())


def upload(call: Call) -> Response:
    """Take one file for a question from a script; replies the question's list of papers."""
    try:
        return _upload(call)
    except Problem as problem:
        if not call.wants_fragment or call.person is None:
            raise
        sentence = call.sentence(problem)
        status = problem_page(call, problem).status_code
        return JSONResponse({"sentence": sentence}, status)


def _upload(call: Call) -> Response:
    assessment_id = call.id("assessment")
    question_id = str(call.request.path_params["question"])
    files = take(call, question_id)
    refused = [file for file in files if isinstance(file, Refused)]
    if refused:
        away = any(file.code is FailureCode.NOT_STORED for file in refused)
        words = " ".join(why(call, file) for file in refused)
        return JSONResponse({"sentence": words}, 503 if away else 422)
    with step(call) as db:
        laid = [lay(call, db, question_id, file) for file in files if isinstance(file, Received)]
    with step(call) as db:
        attached = documents.attached(db, call.actor, assessment_id)
    return call.page(
        "assessments/_papers.html",
        request_id=assessment_id,
        question_id=question_id,
        papers=attached.get(question_id, []),
        before=any(each.before for each in laid),
        limits=limits(call),
        say=call.text,
    )


def routes(upload_bytes: int) -> list[Route]:
    """The route for scripts; it accepts a body of ``upload_bytes``."""
    path = "/assessments/{assessment:uuid}/evidence/{question}"
    return [
        Route(
            path,
            endpoint(upload, door=True),
            methods=["POST"],
            name="evidence",
            max_body_size=upload_bytes,
        )
    ]
