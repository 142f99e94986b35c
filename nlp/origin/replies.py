"""Bare answers to what a form asks about minerals and smelters: "CMRT? | Yes", "3TG? No."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.denying import turned
from nlp.layout.lines import ROW
from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.questions import question_before

_TOPIC, _PACK = "ORIGIN.MINERALS", "origin"
_PAIR = 2  # cells of a row that tells one thing of another
_ANSWER = re.compile(
    r"(?:(?:a|svar|answer): )?(?:(?P<no>no|nej|none|inga|ingen|saknas|missing|not available)"
    r"|(?P<yes>yes|ja|jo|attached|enclosed|bifogas|bifogad|available)"
    r"|(?P<doubt>unknown|not known|okänt|vet ej|vet inte|don't know|pågår|under way|ongoing))"
    r"(?:,? (?:attached|enclosed|bifogas|se bilaga|see annex))?[\s.!]*"
)


def read(passage: Passage) -> Iterator[Draft]:
    """A draft for each mineral asked for, or one for the smelters that are."""
    if passage.unit.kind == ROW:
        cells = passage.unit.cells
        if len(cells) == _PAIR and (answer := _ANSWER.fullmatch(passage.view.lower, *cells[1])):
            label = passage.view.lower[slice(*cells[0])]
            yield from _drafts(passage, passage.within(*cells[0]), label, answer)
        return
    if not passage.unit.heading.endswith("?") or question_before(passage) is None:
        return
    if answer := _ANSWER.fullmatch(passage.lower):
        yield from _drafts(passage, list(passage.head_hits), passage.unit.heading.lower(), answer)


_SOUGHT = re.compile(r"(?:conflict[ -]|konflikt)(?:free|fri)")  # what speaks for the firm


def _drafts(
    passage: Passage, asked: list[Hit], question: str, answer: re.Match[str]
) -> Iterator[Draft]:
    smelters = any(hit.rule.name == "smelter" for hit in asked)
    minerals = list(dict.fromkeys(hit.rule.name for hit in asked if hit.rule.kind == "mineral"))
    if not minerals and not smelters:
        return
    given = "affirmed" if answer["yes"] else "denied" if answer["no"] else "hedged"
    stance = turned(given, question)
    sought = smelters or _SOUGHT.search(question)
    weighed = ("support", "risk") if sought else ("neutral", "support")
    bearing = dict(zip(("affirmed", "denied"), weighed, strict=True)).get(stance, "risk")
    for mineral in minerals or ["3tg"]:
        yield Draft(
            _TOPIC, passage.start, passage.end, (), "origin.reply", _PACK, {"mineral": mineral},
            stance=stance, bearing=bearing,
        )  # fmt: skip
