"""Tables of the hours of a week: a site or month to each row, the average and the longest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.labour.figures import LEAST, MOST
from nlp.labour.norms import norm
from nlp.labour.parts import PACK
from nlp.passages import Draft, Passage

_HOURS = re.compile(r"\b(?:hours?|overtime|working time|h)\b|timm|\btim\b|arbetstid|övertid")
_WEEK = re.compile(r"week|veck")
_LONGEST = re.compile(r"\b(?:peak|max\w*|longest|highest|most|längsta?|högsta?|mest|topp\w*)\b")
# Columns whose figures count something else.
_OTHERS = re.compile(
    r"overtime|övertid|number|\bno\b|antal|workers|anställda|arbetare|year|\bår\b|month|månad"
    r"|age|ålder|days|dagar|dygn|%|percent|procent|share|andel"
)
_FIGURE = re.compile(r"(\d{2,3})(?:[.,]\d{1,2})?(?: ?(?:h|hours|tim|timmar))?")


def read(passage: Passage) -> Iterator[Draft]:
    """A row of such a table, with the most hours it tells; nothing for any other row."""
    if not passage.columns or len(passage.unit.cells) != len(passage.columns):
        return
    heads = " | ".join((passage.unit.heading.lower(), *passage.columns))
    if not (_HOURS.search(heads) and _WEEK.search(heads)):
        return
    hours = [
        int(figure[1])
        for head, (a, b) in zip(passage.columns, passage.unit.cells, strict=True)
        if (_WEEK.search(head) or _LONGEST.search(head) or _HOURS.search(head))
        and not _OTHERS.search(head)
        and (figure := _FIGURE.fullmatch(passage.view.lower[a:b].strip()))
    ]
    hours = [figure for figure in hours if LEAST <= figure <= MOST]
    if hours:
        most, week = max(hours), norm("working_week")
        yield Draft(
            "LAB.HOURS", passage.start, passage.end, (), "labour.weeks", PACK,
            {"hours_per_week": str(most)}, stance="affirmed",
            bearing="risk" if most > week else "support" if most <= week else "",
        )  # fmt: skip
