"""Rows of findings, actions, risks and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.labour import parts
from nlp.passages import Draft, Passage

# A cell that only tells the state or the date of an action says nothing of the conditions.
_STATE = re.compile(
    r"(?:klar|closed|open|öppen|stängd|pågår|ongoing|done|försenad|ej påbörjad|in progress|omgående"
    r"|immediate|major|minor|critical|hög|låg|medel|high|low|medium|yes|no|ja|nej|n/a|-|pending)\b"
    r"[^|]{0,24}|[\d\s.,:/%-]+(?:days?|dagar)?|\d{1,2} \w{3,9}(?: \d{4})?"
)
_LIKELIHOOD = re.compile(r"sannolikhet|likelihood|probability")
_RATED = re.compile(r"\brating\b|betyg|\bgrade\b(?!.*finding)")


def read(passage: Passage) -> Iterator[Draft]:
    """Findings and actions: each cell a part; what one cell is about, the next ones go on about."""
    heads = " ".join(passage.columns)
    if _RATED.search(heads) and len(passage.unit.cells) == 2:
        return
    about = frozenset[str]()
    count = 0
    for a, b in passage.clauses:
        cell = passage.view.lower[a:b]
        if _STATE.fullmatch(cell) or b - a < 6:
            continue
        found = list(parts.read(passage, a, b, about or parts.under(passage)))
        found = _most_likely(found, about)
        if _LIKELIHOOD.search(heads):
            found = [replace(draft, stance="hedged", bearing="risk") for draft in found]
        if not found and about and len(cell.split()) > 1:
            found = [parts.goes_on(topic, a, b) for topic in sorted(about)[:1]]
        yield from found
        count += len(found)
        about = about or frozenset(draft.topic for draft in found)
    if not count:
        yield from _measured(passage)


def _most_likely(found: list[Draft], about: frozenset[str]) -> list[Draft]:
    """In a row about one topic, a cell's other topics count only where the row's own is absent."""
    same = [draft for draft in found if draft.topic in about]
    return same or found


def _measured(passage: Passage) -> Iterator[Draft]:
    """A row of figures under heads that name a topic: "Line | Net pay | Living wage"."""
    header = passage.unit.header
    if not header or len(passage.unit.cells) != len(header) or not re.search(r"\d", passage.lower):
        return
    hits = [h for h in passage.head_hits if header[0][0] <= h.start and h.end <= header[-1][1]]
    for hit in hits:
        if (
            hit.rule.kind == "topic"
            and hit.rule.weight == "strong"
            and hit.rule.name.startswith("LAB.")
        ):
            low = re.findall(r"(\d{2,3})\s*%", passage.lower)
            bad = bool(low) and int(low[-1]) < 100
            yield Draft(
                hit.rule.name, passage.start, passage.end, (), hit.rule.id, hit.rule.pack,
                tone="bad" if bad else "good", stance="affirmed", weight="weak",
            )  # fmt: skip
            return
