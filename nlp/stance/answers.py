"""Answers that stand beside their question: "Phthalates in the hose? | no"."""

from __future__ import annotations

import re

from nlp.passages import Passage

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


def answered(passage: Passage) -> str:
    """The stance that the cell behind a question gives: denied or hedged; "" for any other."""
    cells = passage.unit.cells
    lower = passage.view.lower
    for number, (start, end) in enumerate(cells[:-1]):
        if not lower[start:end].rstrip().endswith("?"):
            continue
        answer = lower[slice(*cells[number + 1])].strip()
        if _UNSURE.match(answer):
            return "hedged"
        return "denied" if _NO.match(answer) else ""
    return ""
