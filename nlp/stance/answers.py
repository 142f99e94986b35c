"""Answers that stand beside their question: "Phthalates in the hose? | no"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from nlp.denying import asks_absence, denies
from nlp.passages import Draft, Passage
from nlp.verbs import has_predicate

_NO = re.compile(
    r"(?:no|none|never|not (?:all|used|present|added|needed|any)|nej|ingen|inga|inget|aldrig|ej"
    r"|inte alla"
    r"|false|disagree|incorrect|(?:in)?stämmer (?:inte|ej)|not (?:true|correct)"
    r"|(?:finns|används|förekommer|ingår) (?:inte|ej)|saknas)\b(?!\.? ?\d)"
)
_UNSURE = re.compile(
    r"(?:no,? )?(?:don't know|do not know|not known|unknown|not sure|unsure|maybe|perhaps|probably"
    r"|not that we|not to our|none that we|none to our|to be |tbc|pending|await|in progress"
    r"|started|vet (?:ej|inte|vi)|okän|oklar|osäker|kanske|troligen|inte vad vi|ej vad vi"
    r"|inget vi vet|inte som vi vet|såvitt|påbörja|pågår|utreds|inväntar|väntar)"
    r"|[^|]{0,20}\b(?:possibly|möjligen)\b"
)


_PARTLY = re.compile(
    r"(?:partly|partially|mostly|usually|sometimes|occasionally|in part|to some extent|not always"
    r"|delvis|oftast|ibland|vanligen|till viss del|till en del|inte alltid)\b[^.;|]{0,30}\W*$"
)
_DOUBTED_NO = re.compile(r"no\b|not that|none|inte vad|ej vad|inget vi|inte som vi")


@dataclass(frozen=True, slots=True)
class Answer:
    """The stance an answer gives; `absent` where it says no, be it in doubt."""

    stance: str
    absent: bool


_YES = re.compile(
    r"(?:yes|ja|jo|jadå|true|agreed?|confirmed|correct|(?:in)?stämmer|korrekt|bekräftas)\b"
)
_TICKED = re.compile(r"(?:[☒☑✓✔]|\[x\]|\(x\)) ?(?P<label>[^☐☒☑\[|(]{1,30})")
_TICK = re.compile(r"(?:x|[☒☑✓✔•]|\[x\]|\(x\))")


def verdict(answer: str, asked: str = "") -> Answer | None:
    """What an answer in lower case says; None where it tells more than yes, no or not known.

    Where what is `asked` is whether a thing is not there ("PFAS-free?"), a no says that it is.
    """
    if _UNSURE.match(answer):
        return Answer("hedged", absent=bool(_DOUBTED_NO.match(answer)))
    if _PARTLY.match(answer):
        return Answer("hedged", absent=False)
    no = bool(_NO.match(answer)) or denies(answer)
    if not (no or _YES.match(answer)):
        return None
    return _ABSENT if no != asks_absence(asked) else _THERE


_ABSENT, _THERE = Answer("denied", absent=True), Answer("affirmed", absent=False)


def answered(passage: Passage, draft: Draft) -> Answer | None:
    """What was ticked, or what the cell behind a question says; None where it tells more.

    A plain yes in a cell is None too: what was asked is read as it stands, be it a rule.
    """
    if ticked := _column(passage) or _box(passage):
        return ticked
    lettered = _LETTERED.fullmatch(passage.lower)
    if lettered and (lettered["no"] or draft.topic.startswith("CHEM.")):
        return verdict("no", lettered["asked"])
    cells = passage.unit.cells
    lower = passage.view.lower
    for number, (start, end) in enumerate(cells[:-1]):
        answer = lower[slice(*cells[number + 1])].strip()
        asked = lower[start:end].rstrip().endswith("?") or (
            draft.start < end and _is_put(passage, number, answer)
        )
        if asked or (len(cells) == 2 and denies(answer)):
            found = verdict("no" if answer == "n" else answer)
            return found if found and found.stance != "affirmed" else None
    return None


_LETTERED = re.compile(r"(?P<asked>[^:;|]{3,80}?) ?: ?(?:(?P<no>n)|neg|negative|negativt?)\.?")
_LETTER = re.compile(r"n|no|nej")
_ANSWER = re.compile(r"answer|response|svar|y/n|yes|j/n|ja\b|status")


def _is_put(passage: Passage, number: int, answer: str) -> bool:
    """ "Workers hand in their papers | N | remark": is a statement put to who answers N?"""
    start, end = passage.unit.cells[number]
    if number > 1 or not _LETTER.fullmatch(answer):
        return False
    head = passage.columns[number + 1] if len(passage.columns) > number + 1 else "answer"
    put = len(passage.view.lower[start:end].split()) >= _STATED
    return put and bool(_ANSWER.search(head))


_STATED = 4  # words of a statement


_NAUGHT = re.compile(r"(?:0|noll|zero|nil)(?: ?(?:of|av|/|out of) \d+| ?%| st\.?| cases?| fall)?")
_LEADS = re.compile(r"[^:;|]{3,80}: (?=\S)")


def counted_none(passage: Passage, draft: Draft) -> bool:
    """ "Fatal accidents: 0", "Child labour | 0 of 11 | 0": of what is counted there is none."""
    if not draft.topic.startswith("LAB.") or draft.stance:
        return False
    lower, cells = passage.view.lower, passage.unit.cells
    if cells:
        counts = [
            lower[a:b].strip() for a, b in cells if a >= draft.start and lower[a:b][:1].isdigit()
        ]
        named = any(letter.isalpha() for letter in lower[slice(*cells[0])])
        return named and bool(counts) and all(map(_NAUGHT.fullmatch, counts))
    label = _LEADS.match(lower, passage.start, passage.end)
    told = lower[label.end() : passage.end].strip(" .!") if label else ""
    return bool(_NAUGHT.fullmatch(told))


def turned_about(passage: Passage) -> Answer | None:
    """ "PFAS-free: no": what a label asks the absence of, by the bare answer behind it."""
    cells = [passage.view.lower[a:b].strip() for a, b in passage.unit.cells]
    pairs = list(pairwise(cells)) or _LABELLED.findall(passage.lower)
    found = (
        verdict(answer, asked)
        for asked, answer in pairs
        if _BARE.fullmatch(answer) and asks_absence(asked)
    )
    return next((answer for answer in found if answer), None)


_LABELLED = re.compile(r"^([^|:?]{3,80}?)(?:\?|:| [-–]) *([^|:?]+)$")
_BARE = re.compile(
    r"(?:no|nej|none|yes|ja|jo|true|false|agreed?|disagree|confirmed|(?:in)?correct|korrekt"
    r"|(?:in)?stämmer(?: (?:inte|ej))?|bekräftas|not true|unknown|not known|okänt"
    r"|vet (?:ej|inte))\W*"
)


def _column(passage: Passage) -> Answer | None:
    """ "Question | Yes | No" over "Are fees charged? | | X": the head of the cell with a cross."""
    cells = [passage.view.lower[a:b].strip() for a, b in passage.unit.cells]
    asked = next((cell for cell in cells if re.search(r"[^\W\d]{3}", cell)), "")
    for head, cell in zip(passage.columns, cells, strict=False):
        if _TICK.fullmatch(cell) and (found := verdict(head.strip(), asked)):
            return found
    return None


def _box(passage: Passage) -> Answer | None:
    """The word at the box that was ticked: "☐ Yes ☒ No"."""
    lower = passage.lower
    boxes = _TICKED.finditer(lower)
    found = (verdict(one["label"].strip(), asked_before(lower[: one.start()])) for one in boxes)
    return next((answer for answer in found if answer), None)


def asked_before(lower: str) -> str:
    """What the boxes of a line answer, of what stands before one of them: up to the first."""
    return _BOXES.split(lower, maxsplit=1)[0]


_BOXES = re.compile(r"[☐☒☑✓✔\[(|]")


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
