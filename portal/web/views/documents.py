"""The supplier's papers: the list, one opened at a page, its state as it is read, its bytes."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from portal.domain.answers import country_name
from portal.domain.deadlines import day_in_sweden
from portal.domain.evidence import Box, Proposal, blocks_at
from portal.domain.flags import CODE_NAMES, TOPIC_NAMES, code_name
from portal.errors import NotFound
from portal.services import documents
from portal.services.documents import About, Leaf, Opened, Paper, Statement
from portal.texts import translate
from portal.web.endpoint import Call, endpoint
from portal.web.facts import fact_lines, notice_sentences, spoken
from portal.web.forms import number_of
from portal.web.steps import step
from portal.web.views.evidence import limits
from portal.web.views.leaves import told
from portal.web.views.pictures import SANDBOX, larger_of, parts, url_of


def listing(call: Call) -> Response:
    """All papers of the organisation."""
    return call.page(
        "documents/list.html",
        papers=documents.papers(call.db, call.actor),
        limits=limits(call),
        say=call.text,
    )


def document(call: Call) -> Response:
    """One paper at a page: what it says, with its own words."""
    if call.actor.side != "supplier":
        # The reviewer has a page of its own for this, with decisions.
        raise NotFound
    with step(call) as db:
        opened = documents.opened(db, call.actor, call.id("document"), page=_page_number(call))
        places = documents.places(db, call.actor, opened.paper.id)
        about = documents.about(db, opened.paper, today=day_in_sweden(call.now))
    return call.page(
        "documents/document.html",
        opened=opened,
        places=places,
        about=about,
        lines=fact_lines(call, about, lambda words: _words_url(call, opened.paper, words)),
        noticed=notice_sentences(call, about),
        view=_page_view(call, opened, opened.leaf, about) if opened.leaf else None,
        topics=TOPIC_NAMES,
        limits=limits(call),
        say=call.text,
    )


def _page_number(call: Call) -> int | None:
    """The page that is wanted; None leaves it to the first that says something."""
    written = call.request.query_params.get("page")
    if written is None:
        return None
    number = number_of(written)
    if number is None:
        raise NotFound
    return number


def _words_url(call: Call, paper: Paper, words: Proposal) -> str:
    """The place of a fact's words: its page, with a box around them."""
    url = call.url("document", document=paper.id, page=words.page, fact=words.name)
    return f"{url}#page-view"


def _fact_box(call: Call, about: About, page: int) -> list[dict[str, object]]:
    """The box of the fact that was pressed, where it stands on this page."""
    asked = call.request.query_params.get("fact")
    return [
        _drawn(f"fact-{name}", "FACT", "#about-paper", call.text(name.label), about.boxes[name])
        for name, fact in about.known.items()
        if name == asked and fact.proposal and fact.proposal.page == page
    ]


def _page_view(call: Call, opened: Opened, leaf: Leaf, about: About) -> dict[str, object]:
    """What the page shows of one page: its picture where it is drawn, its statements, its place."""
    place = opened.numbers.index(leaf.number)
    around = (
        ("previous", opened.numbers[place - 1] if place else None),
        ("next", opened.numbers[place + 1] if place + 1 < len(opened.numbers) else None),
    )
    here = [each for each in opened.statements if each.page == leaf.number]
    return {
        name: call.url("document", document=opened.paper.id, page=number) if number else None
        for name, number in around
    } | {
        "image": url_of(call, opened.paper.id, opened.paper.sha256, leaf.number),
        "larger": larger_of(call, opened.paper.id, leaf.number, leaf.larger),
        "notes": told(call, leaf),
        "here": here,
        "counts": sorted(Counter(each.page for each in opened.statements).items()),
        "named": {each.id: _named(each, call.language) for each in here},
        "language": spoken(about.language),
        "blocks": blocks_at(leaf.text, [(each.start, each.end) for each in here]),
        "boxes": [_box(call, each) for each in here] + _fact_box(call, about, leaf.number),
        "selected": f"fact-{call.request.query_params.get('fact')}",
    }


def _box(call: Call, statement: Statement) -> dict[str, object]:
    label = call.text(TOPIC_NAMES[statement.topic])
    return _drawn(str(statement.id), statement.topic, f"#s-{statement.id}", label, statement.boxes)


def _drawn(key: str, topic: str, url: str, label: str, boxes: Iterable[Box]) -> dict[str, object]:
    return {
        "flag": key,
        "topic": topic,
        # A supplier is shown what is said, never which way it is held to speak.
        "bearing": "neutral",
        "decided": False,
        "url": url,
        "label": label,
        "rects": [(b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0) for b in boxes],
    }


def _named(statement: Statement, language: str) -> dict[str, str]:
    """What a statement is about, as far as it has a name: a substance, a list, a country.

    ``own`` stands in the paper's words, ``ours`` in the person's language.
    """
    value = statement.value
    own = [value[key] for key in ("name", "site") if value.get(key)]
    ours = [value[key] for key in ("cas", "standard") if value.get(key)]
    codes = [code_name(key, value[key]) for key in CODE_NAMES if value.get(key)]
    ours += [translate(language, name) for name in codes]
    if value.get("country"):
        ours.append(country_name(value["country"], language))
    return {"own": ", ".join(own), "ours": ", ".join(ours)}


def state(call: Call) -> Response:
    """What a script follows until a paper is read: the inside of its row, or its standing."""
    paper = documents.paper(call.db, call.actor, call.id("document"))
    question = call.request.query_params.get("question", "")
    response = call.page(
        "documents/_state.html",
        paper=paper,
        part=call.request.query_params.get("part", "row"),
        remove=f"{question}:{paper.id}" if question else "",
        limits=limits(call),
        say=call.text,
    )
    if paper.done:
        response.headers["X-Done"] = "1"
    return response


def original(call: Call) -> Response:
    """The file as it was uploaded, to be saved."""
    with step(call) as db:
        paper = documents.paper(db, call.actor, call.id("document"))
    scanning = call.house.settings.clamd is not None
    stream = documents.original(call.house.files, paper, scanning=scanning)
    if stream is None:
        raise NotFound
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(paper.name, safe='')}",
        "Content-Security-Policy": SANDBOX,
        "Content-Length": str(paper.size),
    }
    return StreamingResponse(parts(stream), media_type="application/octet-stream", headers=headers)


_ONE = "/documents/{document:uuid}"

ROUTES = [
    Route("/documents", endpoint(listing), name="documents"),
    Route(_ONE, endpoint(document, door=True), name="document"),
    Route(f"{_ONE}/state", endpoint(state), name="document_state"),
    Route(f"{_ONE}/original", endpoint(original, door=True), name="original"),
]
