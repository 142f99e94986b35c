"""Does a piece of text say something, or does it only name a thing: a heading, a label, a field?"""

from __future__ import annotations

import re

from nlp.passages import Passage
from nlp.verbs import has_predicate

_SAYING = frozenset(("deny", "hedge", "hedgefree", "require"))
_SHOWING = frozenset(("bad", "good", "measure"))
# Figures that only date, number or time a thing: "Accidents 2025", "Photo 7", "10:40".
_PLACED = re.compile(
    r"\d{4}\s*[-/]\s*\d{2,4}(?:-\d\d)?|\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)\w*"
    r"|^\W*(?:\w{1,3}[. ]?)?\d+(?:\.\d+)*[.:)]?\s"
)


def states(passage: Passage, start: int, end: int) -> bool:
    """Is there a predicate, a figure, a word of denial, doubt or duty, or a fault in [start, end)?

    What has none of them names a thing and says nothing of it, be it a heading, a label of a row,
    a form field or a caption.
    """
    lower = passage.view.lower
    if has_predicate(lower, start, end):
        return True
    for hit in passage.within(start, end):
        if hit.language not in ("any", passage.language):
            continue
        if hit.rule.kind == "cue" and hit.rule.name in _SAYING:
            return True
        if hit.rule.kind == "set" and hit.rule.name in _SHOWING:
            return True
    return any(map(str.isdigit, _PLACED.sub("", lower[start:end])))
