"""Rows whose cells tell for themselves: "PVC: no", a question with its answer and a remark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.chemicals.sentences import told_of
from nlp.chemicals.things import Thing, things
from nlp.denying import turned
from nlp.passages import Draft, Passage

_COLON = re.compile(r"\s*:\s")


def keyed(passage: Passage) -> list[Draft]:
    """Keys with their answers: "Foley F2 | PVC: no | DEHP: < 0.01 % | latex: yes"."""
    found: list[Draft] = []
    for start, end in passage.unit.cells:
        first = next(iter(things(passage, start, end)), None)
        if first and first.start == start and _COLON.match(passage.view.text, first.end, end):
            draft = told_of(passage, first)
            found += [_stated(passage, draft)] if draft else []
    return found


def repeated(passage: Passage) -> list[Draft]:
    """A thing named again in the column of each product: "PVC | free of PVC | PVC in the cord"."""
    (start, end), *others = passage.unit.cells or [(0, 0)]
    found = things(passage, start, end) if len(others) > 1 else []
    if len(found) != 1 or (found[0].start, found[0].end) != (start, end):
        return []
    again = [thing for cell in others for thing in things(passage, *cell)[:1]]
    alike = [thing for thing in again if _named(thing) == _named(found[0])]
    if len(alike) < _COLUMNS:
        return []
    told = (told_of(passage, thing) for thing in alike)
    return [_stated(passage, draft) for draft in told if draft]


_COLUMNS = 2  # in which a thing is named again, at least


def _named(thing: Thing) -> str:
    return thing.value.get("group", thing.rule)


_ANSWER = re.compile(r"(?:no|none|yes|nej|ja|inga?|inget|aldrig|never)\b.{0,40}")
_YES = re.compile(r"yes|ja\b")
_OPEN = re.compile(
    r"(?:still )?(?:under (?:utredning|investigation|review|examination)|unknown|not (?:known"
    r"|tested)"
    r"|pending|okän[dt]|vet (?:ej|inte)|oklart|(?:ej|inte) (?:känt|testa\w*|analysera\w*|klart)"
    r"|awaiting"
    r"|inväntar|väntar|no (?:reply|answer|data)|inget svar|uppgift saknas|to be confirmed"
    r"|tbc)\b.{0,40}"
)


def questioned(passage: Passage) -> Iterator[Draft]:
    """A question, its answer and what stands behind: "PAH? | Yes | benzo[a]pyrene 0.3 mg/kg"."""
    cells, lower = passage.unit.cells, passage.view.lower
    asked = next((i for i, (a, b) in enumerate(cells) if b > a and lower[b - 1] == "?"), None)
    if asked is None or asked + 2 >= len(cells):
        return
    start, end = cells[asked][0], cells[asked + 1][1]
    answer = cells[asked + 1]
    open_still = _OPEN.fullmatch(lower, *answer)
    if not (open_still or _ANSWER.fullmatch(lower, *answer)):
        return
    named = [draft for one in things(passage, *cells[asked]) if (draft := told_of(passage, one))]
    told = turned(
        "affirmed" if _YES.match(lower, *answer) else "denied", lower[start : cells[asked][1]]
    )
    for draft in named:
        stance = "hedged" if open_still else told
        yield replace(draft, start=start, end=end, stance=stance, bearing="")
    for first, last in cells[asked + 2 :] if named else ():
        for thing in things(passage, first, last):
            if draft := told_of(passage, thing):
                yield _stated(passage, draft)


def _stated(passage: Passage, draft: Draft) -> Draft:
    """The draft with the stance that its own cell gives."""
    denied = any(hit.rule.name == "deny" for hit in passage.within(draft.start, draft.end))
    doubted = any(hit.rule.name == "hedge" for hit in passage.within(draft.start, draft.end))
    plain = "hedged" if doubted else "denied" if denied else "affirmed"
    return replace(draft, stance=draft.stance or draft.default or plain)
