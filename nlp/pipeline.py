"""Pages in, claims out: the readers in their order, on a spaCy pipeline of our own components."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from types import MappingProxyType

from nlp import bearing, certificates, chemicals, labour, origin, stance
from nlp.claims import Claim
from nlp.matching import Hit, matcher
from nlp.passages import Draft, Passage
from nlp.text import View, fold, language
from nlp.units import Carried, Unit, cut

_READERS = (chemicals.read, labour.read, origin.read, certificates.read)


def find_claims(pages: Sequence[str], *, today: date, kind: str | None = None) -> list[Claim]:
    """What the pages of one document say about chemicals, labour and origin.

    `pages` are the page texts in order, rows of tables as lines with cells divided by " | ".
    Offsets of the claims are into these very strings, end exclusive. `today` is the day lapsed
    certificates are told by. Same pages, day and packs: the same claims. Nothing is raised for
    any text.
    """
    about = _About(today, kind, _issuer(pages[0]) if pages else "")
    about.furniture = furniture(pages)
    found: list[Claim] = []
    carried = Carried()
    for number, text in enumerate(pages, 1):
        view = fold(text)
        units, carried = cut(view, carried)
        hits = matcher().find(view.lower)
        if number == 1 and units:
            about.title = _between(hits, 0, units[min(2, len(units) - 1)].end)
        earlier: tuple[str, ...] = ()
        for passage in _passages(about, view, units, hits):
            passage.earlier = earlier
            claims = list(_claims(passage, number))
            earlier = tuple(claim.topic for claim in claims)
            found.extend(claims)
    return sorted(set_of(found), key=_order)


def _order(claim: Claim) -> tuple[object, ...]:
    return claim.page, claim.start, claim.end, claim.topic, tuple(sorted(claim.value.items()))


@dataclass
class _About:
    """What holds for the whole document."""

    today: date
    kind: str | None
    issuer: str
    title: Sequence[Hit] = ()
    furniture: frozenset[str] = frozenset()


_EDGE_LINES = 3  # lines at the head and foot of a page among which furniture stands


def furniture(pages: Sequence[str]) -> frozenset[str]:
    """Lines that head or foot more than one page and half of them, figures left out."""
    counts: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip()]
        edges = lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]
        counts.update({_without_figures(line) for line in edges})
    least = max(2, len(pages) // 2)
    return frozenset(line for line, count in counts.items() if count >= least and line)


def _without_figures(line: str) -> str:
    return " ".join(re.sub(r"\d+", "", line).split()).casefold()


def set_of(claims: list[Claim]) -> Iterator[Claim]:
    """The claims, each once."""
    seen: set[tuple[object, ...]] = set()
    for claim in claims:
        key = (claim.page, claim.start, claim.end, claim.topic, tuple(sorted(claim.value.items())))
        if key not in seen:
            seen.add(key)
            yield claim


def _issuer(page: str) -> str:
    """The firm a first page is headed by, whose "our factory" it is."""
    found = _FIRM.search(page[:600])
    return " ".join(found.group().split()) if found else ""


_FIRM = re.compile(
    r"[A-ZÅÄÖ][\w&.-]*(?:[ ](?:&|och|and|[A-ZÅÄÖ][\w&.-]*)){0,4}[ ](?:AB|Ltd|Oy|A/S|ApS|GmbH|BV|B\.V\.|Inc|plc)\b"
)


def _passages(about: _About, view: View, units: list[Unit], hits: list[Hit]) -> Iterator[Passage]:
    heads: dict[str, list[Hit]] = {}
    spoken = language(view.lower[:4000])
    at = 0
    for unit in units:
        while at < len(hits) and hits[at].start < unit.start:
            at += 1
        own = list(takewhile(lambda hit, unit=unit: hit.start < unit.end, hits[at:]))
        if (
            about.furniture
            and _without_figures(view.text[unit.start : unit.end]) in about.furniture
        ):
            continue
        if not own and not any(map(str.isdigit, view.text[unit.start : unit.end])):
            continue
        if unit.heading not in heads:
            heads[unit.heading] = matcher().find(unit.heading.lower())
        head = heads[unit.heading]
        if unit.header:
            head = head + _between(hits, unit.header[0][0], unit.header[-1][1])
        yield Passage(
            view, unit, own, language(view.lower[unit.start : unit.end], spoken), about.today,
            kind=about.kind, lead_hits=_between(hits, *unit.lead) if unit.lead else (),
            head_hits=head, title_hits=about.title, page_hits=hits, issuer=about.issuer,
        )  # fmt: skip


def _between(hits: list[Hit], start: int, end: int) -> list[Hit]:
    return [hit for hit in hits if start <= hit.start < end]


def _code_like(view: View, unit: Unit) -> bool:
    return any(character.isdigit() for character in view.text[unit.start : unit.end])


def _claims(passage: Passage, page: int) -> Iterator[Claim]:
    for reader in _READERS:
        for draft in reader(passage):
            yield _claim(passage, draft, page)


def _claim(passage: Passage, draft: Draft, page: int) -> Claim:
    decision = stance.decide(passage, draft)
    weighed = bearing.weigh(passage, draft, decision, draft.value)
    start, end = trim(passage.view.text, draft.start, draft.end)
    first, last = passage.view.span(start, end)
    return Claim(
        page=page, start=first, end=last, topic=draft.topic, stance=decision.stance, bearing=weighed,
        value=MappingProxyType(dict(sorted(draft.value.items()))),
        score=0.9 if draft.weight == "strong" else 0.6,
        rule=draft.rule, pack=draft.pack,
        cues=tuple(passage.view.span(a, b) for a, b in decision.cues),
    )  # fmt: skip


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without blanks, bullets and final stops at its edges."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:|!"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:|*"):
        start += 1
    return start, end
