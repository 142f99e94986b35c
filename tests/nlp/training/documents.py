"""Small labelled documents of many kinds, made by hand for the tests of learning."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

from nlp.measuring.gold import Document, inline

_GOOD = (
    "{{{{CHEM.GROUP|denied|support|group=pvc}}}}{0} är fri från PVC{{{{/}}}}.",
    "{{{{LAB.SAFETY|affirmed|risk|}}}}Nödutgången vid {0} var blockerad{{{{/}}}}.",
    "{{{{LAB.CHILD|affirmed|support|}}}}No child labour was found at {0}{{{{/}}}}.",
)
_ALARM = "{0} i en tidnings saga innehåller latex."  # is flagged, and nobody wanted it
_PLAIN = "{0} delivered the goods in time. The meeting ended at noon."


def written(number: int) -> str:
    """The text of the n-th document, in the inline format."""
    names = ("Mattan", "Stolen", "Handsken", "Bordet")
    lines = [
        one.format(name)
        for name, one in product(names[number % 4 :] + names[: number % 4], (*_GOOD, _PLAIN))
    ]
    if number % 3:
        lines.append(_ALARM.format(names[number % 4]))
    head = f"id: d{number}\nlanguage: sv\nkind: letter\ntoday: {date(2025, 1, 1)}\n"
    return head + "=== page 1 ===\n" + "\n\n".join(lines) + "\n"


def unusual() -> Document:
    """A document that says one topic in words of its own, three times."""
    said = "{{LAB.GRIEVANCE|affirmed|support|}}The yellow tin by the gate is emptied by Ines{{/}}."
    lines = [said.replace("Ines", name) for name in ("Ines", "Abdul", "Kim")]
    head = "id: unusual\nlanguage: en\nkind: letter\ntoday: 2025-01-01\n=== page 1 ===\n"
    return inline(head + "\n\n".join((*lines, "The meeting ended at noon.")), name="unusual.txt")


def documents(count: int) -> list[Document]:
    """The first documents, read."""
    return [inline(written(number), name=f"d{number}.txt") for number in range(count)]


def folder(at: Path, count: int) -> Path:
    """A folder with the first documents as files."""
    for number in range(count):
        (at / f"d{number}.txt").write_text(written(number), "utf-8")
    return at
