"""Pages in, claims out: the readers in their order, on a spaCy pipeline of our own components."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from types import MappingProxyType

from nlp import bearing, certificates, chemicals, labour, origin, stance
from nlp.claims import Claim
from nlp.matching import Hit, matcher
from nlp.passages import Draft, Passage
from nlp.text import View, fold, language
from nlp.units import Carried, Unit, cut

_READERS = (chemicals.read, labour.read, origin.read, certificates.read)
_THINGS = frozenset(
    (
        "topic",
        "set",
        "substance",
        "group",
        "hazard",
        "list",
        "country",
        "material",
        "mineral",
        "standard",
    )
)


def find_claims(pages: Sequence[str], *, today: date, kind: str | None = None) -> list[Claim]:
    """What the pages of one document say about chemicals, labour and origin.

    `pages` are the page texts in order, rows of tables as lines with cells divided by " | ".
    Offsets of the claims are into these very strings, end exclusive. `today` is the day lapsed
    certificates are told by. Same pages, day and packs: the same claims. Nothing is raised for
    any text.
    """
    found: list[Claim] = []
    carried = Carried()
    title: list[Hit] = []
    for number, text in enumerate(pages, 1):
        view = fold(text)
        units, carried = cut(view, carried)
        hits = matcher().find(view.lower)
        if number == 1:
            first = units[min(2, len(units) - 1)].end if units else 0
            title = [hit for hit in hits if hit.end <= first]
        spoken = language(view.lower[:4000])
        for passage in _passages(view, units, hits, spoken, today, kind, title):
            found.extend(_claims(passage, number))
    return sorted(
        set_of(found), key=lambda c: (c.page, c.start, c.end, c.topic, sorted(c.value.items()))
    )


def set_of(claims: list[Claim]) -> Iterator[Claim]:
    """The claims, each once."""
    seen: set[tuple[object, ...]] = set()
    for claim in claims:
        key = (claim.page, claim.start, claim.end, claim.topic, tuple(sorted(claim.value.items())))
        if key not in seen:
            seen.add(key)
            yield claim


def _passages(
    view: View,
    units: list[Unit],
    hits: list[Hit],
    spoken: str,
    today: date,
    kind: str | None,
    title: list[Hit],
) -> Iterator[Passage]:
    head_cache: dict[str, list[Hit]] = {}
    at = 0
    for unit in units:
        while at < len(hits) and hits[at].start < unit.start:
            at += 1
        own: list[Hit] = []
        last = at
        while last < len(hits) and hits[last].start < unit.end:
            own.append(hits[last])
            last += 1
        if not own and not _code_like(view, unit):
            continue
        words = unit.heading
        if words not in head_cache:
            head_cache[words] = matcher().find(words.lower())
        lead = _between(hits, *unit.lead) if unit.lead else []
        head = head_cache[words]
        if unit.header:
            head = head + [
                hit for hit in hits if unit.header[0][0] <= hit.start < unit.header[-1][1]
            ]
        yield Passage(
            view,
            unit,
            own,
            language(view.lower[unit.start : unit.end], spoken),
            today,
            kind,
            lead,
            head,
            title,
        )


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
