"""Templates and what they know: texts, dates and addresses in the person's language."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.routing import Router

from portal import templates
from portal.texts import LANGUAGES, N_

STATIC: Final = Path(__file__).parent.parent / "static"

# What a page says after a change; the address carries only the key.
NOTICES: Final = {
    "saved": N_("Saved."),
    "signed-out": N_("You have signed out."),
    "settings": N_("Your settings are saved."),
    "invited": N_("The invitation is on its way."),
    "disabled": N_("The access has been taken away. What the person wrote is kept."),
    "attached": N_("The paper is attached. It is being read."),
    "attached-before": N_("You have uploaded this file before, so the same paper is used."),
    "facts": N_("What you say of the paper is kept."),
    "removed": N_("The paper is no longer attached. It is kept among your papers."),
    "submitted": N_("Your answers have been sent."),
    "campaign-sent": N_("The self-assessment has been sent."),
    "due-changed": N_("The due date is changed and the suppliers are told."),
    "withdrawn": N_("The request has been withdrawn. The supplier keeps its answers."),
    "decided": N_("Your decision is kept."),
    "undone": N_("Your decision is undone."),
    "returned": N_("The assessment has been returned to the supplier."),
    "accepted": N_("The assessment is accepted."),
    "graded": N_("Your assessment of the requirement is kept."),
}


@cache
def environment(language: str) -> Environment:
    """The pages' templates in one language."""
    return templates.environment(language, {"static": static})


@cache
def static(path: str) -> str:
    """The address of a static file, with its content's hash so that it can be kept for long."""
    digest = hashlib.sha256((STATIC / path).read_bytes()).hexdigest()[:12]
    return f"/static/{path}?v={digest}"


def address(router: Router, name: str, /, **params: Any) -> str:
    """The path of a named route. Parameters that the path does not take become a query."""
    route = next(r for r in router.routes if getattr(r, "name", None) == name)
    wanted = set(getattr(route, "param_convertors", ()))
    path = str(router.url_path_for(name, **{k: v for k, v in params.items() if k in wanted}))
    query = "&".join(f"{k}={v}" for k, v in params.items() if k not in wanted)
    return f"{path}?{query}" if query else path


def language_of(request: Request) -> str:
    """The language of one who is not signed in: chosen before, else the browser's, else Swedish."""
    chosen = request.cookies.get("language")
    if chosen in LANGUAGES:
        return str(chosen)
    return _preferred(request.headers)


def _preferred(headers: Headers) -> str:
    for part in headers.get("accept-language", "").split(","):
        tag = part.split(";")[0].strip().lower()[:2]
        if tag in LANGUAGES:
            return tag
    return "sv"
