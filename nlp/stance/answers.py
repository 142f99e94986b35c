"""Answers that stand beside their question: "Phthalates in the hose? | no"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.passages import Draft, Passage
from nlp.text import has_predicate

_NO = re.compile(
    r"(?:no|none|never|not (?:used|present|added|needed|any)|nej|ingen|inga|inget|aldrig|ej"
    r"|(?:finns|används|förekommer|ingår) (?:inte|ej)|saknas)\b(?!\.? ?\d)"
)
_UNSURE = re.compile(
    r"(?:no,? )?(?:don't know|do not know|not known|unknown|not sure|unsure|maybe|perhaps|probably"
    r"|not that we|not to our|none that we|none to our|to be |tbc|pending|await|in progress"
    r"|started|vet (?:ej|inte|vi)|okän|oklar|osäker|kanske|troligen|inte vad vi|ej vad vi"
    r"|inget vi vet|inte som vi vet|såvitt|påbörja|pågår|utreds|inväntar|väntar)"
    r"|[^|]{0,20}\b(?:possibly|möjligen)\b"
)


_DOUBTED_NO = re.compile(r"no\b|not that|none|inte vad|ej vad|inget vi|inte som vi")


@dataclass(frozen=True, slots=True)
class Answer:
    """The stance an answer gives; `absent` where it says no, be it in doubt."""

    stance: str
    absent: bool


def answered(passage: Passage) -> Answer | None:
    """What the cell behind a question says; None where it says yes or tells more."""
    cells = passage.unit.cells
    lower = passage.view.lower
    for number, (start, end) in enumerate(cells[:-1]):
        if not lower[start:end].rstrip().endswith("?"):
            continue
        answer = lower[slice(*cells[number + 1])].strip()
        if _UNSURE.match(answer):
            return Answer("hedged", absent=bool(_DOUBTED_NO.match(answer)))
        return Answer("denied", absent=True) if _NO.match(answer) else None
    return None


_SCORED = re.compile(r"\brisk|likelihood|probability|sannolikhet|troligt")
_SCORES = 2  # cells of one figure


def scored(passage: Passage, draft: Draft) -> bool:
    """Is it the thing of a row of a table of risks, and no remark on it with a verb of its own?"""
    cells = passage.unit.cells
    if not cells or not _SCORED.search(" | ".join(passage.columns)):
        return False
    words = [passage.view.lower[a:b].strip() for a, b in cells]
    if sum(1 for cell in words if cell.isdigit() and len(cell) <= _SCORES) < _SCORES:
        return False
    named = next((end for start, end in cells if passage.view.lower[start:end].islower()), 0)
    return draft.start < named or not has_predicate(passage.view.lower, draft.start, draft.end)
