"""Results of samples under a title that names what was looked for: "A: 31 mg/kg"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp import values
from nlp.chemicals import limits
from nlp.chemicals.results import NOT_DETECTED, NOT_TESTED
from nlp.chemicals.things import SUBSTANCE, Thing, named_thing, spelt
from nlp.layout.lines import ROW
from nlp.matching import outermost
from nlp.passages import Draft, Passage

_SAMPLE = re.compile(
    r"(?:(?:sample|specimen|item|part|prov|objekt|del|detalj) ?)?(?:[a-h]|[a-z]?\d{1,3})"
    r"(?:[,/ ][^:|]{2,30})?:\s+"
)


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for a line that gives a sample's result and names no substance itself."""
    lower = passage.view.lower
    sample = _SAMPLE.match(lower, passage.start, passage.end)
    if sample is None or passage.unit.kind == ROW or {"substance", "group"} & passage.kinds:
        return
    thing = _titled(passage)
    if thing is None:
        return
    told = lower[sample.end() : passage.end]
    figure = next(values.amounts(told, 0, len(told), english=passage.language == "en"), None)
    absent = NOT_DETECTED.match(told)
    if not (absent or NOT_TESTED.match(told) or (figure and figure.start <= 1)):
        return
    yield _drafted(passage, thing, figure, denied=bool(absent or (figure and figure.upper)))


def _titled(passage: Passage) -> Thing | None:
    """The one substance that the title names; None where there are several or none."""
    heading = passage.unit.heading
    named = [
        hit
        for hit in outermost([hit for hit in passage.head_hits if hit.rule.kind == "substance"])
        if spelt(hit.rule, heading[hit.start : hit.end])
    ]
    if len({hit.rule.name for hit in named}) != 1:
        return None
    written = heading[named[0].start : named[0].end]
    return named_thing(named[0].rule, passage.start, passage.start, written)


def _drafted(
    passage: Passage, thing: Thing, figure: values.Amount | None, *, denied: bool
) -> Draft:
    unit = (figure.unit if figure else "") or values.unit_in(passage.unit.heading)
    found = {} if figure is None else figure.values(unit)
    draft = Draft(
        SUBSTANCE, passage.start, passage.end, (), thing.rule, thing.pack, thing.value | found,
        tone="bad" if thing.listed else "plain",
    )  # fmt: skip
    if figure is None:
        return replace(draft, stance="denied" if denied else "hedged")
    heading = passage.unit.heading.lower()
    against = limits.stated(figure, heading, english=passage.language == "en")
    return replace(
        draft, stance="denied" if denied else "affirmed", bearing="" if denied else against
    )
