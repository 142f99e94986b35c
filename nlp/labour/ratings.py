"""Rows that rate, count or answer a topic: the claim is the row up to its result, not its label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.denying import denies
from nlp.labour import parts
from nlp.labour.answers import lays_down
from nlp.passages import Draft, Passage
from nlp.rules import Rulebook, per_book
from nlp.statements import states

_FINDINGS = re.compile(
    r"finding|observation|\bbrist(?:en)?\b|avvikelse\b|iakttagelse|action|åtgärd|issue|deviation"
    r"|non-?conformity\b|corrective"
)
_RATING = re.compile(
    r"rating|result|betyg|bedömning|verdict|outcome|score|status|grade|omdöme|conclusion|slutsats"
)
_SEVERITY = re.compile(
    r"critical|major|minor|kritisk|allvarlig|större|mindre|avvikelser|non-?conformities|findings"
    r"|\bncs?\b"
)
_GOAL = re.compile(r"\bmål\b(?!grupp)|\bgoals?\b|\btargets?\b|objective|målvärde")
_LEVEL = re.compile(r"critical|major|minor|kritisk\w*|allvarlig\w*|större|mindre", re.IGNORECASE)
_GRADE = re.compile(r"[a-f][+-]?")
_COUNT = re.compile(r"\d{1,4}(?: (?:of|av|/) \d{1,4})?(?: ?%| ?st| ?years?| ?år| ?h)?")
_NONE = re.compile(r"0|none|inga?|inget|nil|noll|-")
_POINTER = re.compile(r"(?:see|se|avsnitt|section|page|sida|p\.|s\.|annex|bilaga|chapter)?[\s\d.]+")
_WIDE = 4  # cells: in a wider row without a result a figure is no answer to the first cell


# "PA 8 No child labour: A": the grade is a certificate's, and the area is only named; behind it
# findings may be counted.
_GRADES = frozenset("ABCDEFabcdef0123456789")
_GRADED = re.compile(
    r"[^.:|\t]{3,75}?"
    r"(?:\s*[|:\t]\s*(?:(?:grade|rating|betyg):? )?|\s[-–] (?:grade|rating|betyg):? )[A-F]"
    r"(?:\s*[|\t]\s*\d{1,3})?",
    re.IGNORECASE,
)


def is_grade(passage: Passage) -> bool:
    """Is it a line that grades an area by a lone letter and says nothing of it?"""
    graded = passage.words[-1:] in _GRADES  # asked first: hardly any line ends so
    return graded and bool(_GRADED.fullmatch(passage.words))


def read(passage: Passage) -> Iterator[Draft]:
    """The drafts of a row that rates what its first words name; none for any other row."""
    heads = " ".join(passage.columns)
    label = _label(passage)
    if label is None or _FINDINGS.search(heads):
        return
    found = _result(passage, label, rated=bool(_RATING.search(heads)))
    if found is None:
        return
    end, verdict = found
    aimed = bool(_GOAL.search(heads))
    for draft in named(passage, label, by_head=bool(verdict) or aimed):
        if aimed or (verdict == "yes" and lays_down(passage.view.lower[slice(*label)])):
            yield replace(draft, start=passage.start, end=end, stance="required")
            continue
        yield _judged(
            draft, passage.start if label == passage.clauses[0] else label[0], end, verdict
        )


def _label(passage: Passage) -> tuple[int, int] | None:
    """The first cell that is words and no number or reference; not the last of the row."""
    for a, b in passage.clauses[:2]:
        if re.search(r"[^\W\d]{4}", passage.view.lower[a:b]):
            return (a, b) if (a, b) != passage.clauses[-1] else None
    return None


def named(passage: Passage, label: tuple[int, int], *, by_head: bool = True) -> list[Draft]:
    """What the label names, each topic once; `by_head`: also by the words that head sections."""
    drafts: dict[str, Draft] = {}
    for draft in parts.read(passage, *label, parts.under(passage)):
        drafts.setdefault(draft.topic, draft)
    if not drafts and by_head:
        for hit in passage.within(*label):
            if hit.rule.kind == "head" and passage.in_language(hit):
                if hit.rule.weight == "weak" and (hit.start, hit.end) != label:
                    continue
                anchor = ((hit.start, hit.end),)
                drafts[hit.rule.name] = Draft(
                    hit.rule.name, *label, anchor, hit.rule.id, hit.rule.pack, tone="good"
                )
                break
    return list(drafts.values())


def _judged(draft: Draft, start: int, end: int, verdict: str) -> Draft:
    """The draft with the stance and bearing its verdict gives: what is bad and well is absent."""
    bad = draft.tone == "bad"
    stance, bearing = {
        "good": ("denied" if bad else "affirmed", "support"),
        "bad": ("affirmed", "risk"),
        "yes": ("affirmed", "risk" if bad else "support"),
        "no": ("denied", "support" if bad else "risk"),
    }.get(verdict, ("", ""))
    return Draft(
        draft.topic, start, end, draft.anchors, draft.rule, draft.pack, draft.value,
        tone=draft.tone, weight=draft.weight, stance=stance, bearing=bearing,
    )  # fmt: skip


def _result(passage: Passage, label: tuple[int, int], *, rated: bool) -> tuple[int, str] | None:
    """Where the result of a row ends, and what it is: good, bad, yes, no, "" for an answer."""
    cells = [cell for cell in passage.clauses if cell[0] >= label[1]]
    lower = passage.view.lower
    for a, b in cells:
        verdict = _word(lower[a:b])
        if verdict and (rated or not _LEVEL.fullmatch(lower[a:b])):
            return b, verdict
        if rated and _GRADE.fullmatch(lower[a:b]):
            return None  # a grade of the audit, told as such
    counted = _counted(passage)
    if counted:
        return counted
    if len(passage.clauses) >= _WIDE or states(passage, *label):
        return None
    return _answered(passage, cells)


def _counted(passage: Passage) -> tuple[int, str] | None:
    """The faults counted under heads of severity: any is bad, none is good."""
    columns, cells = passage.columns, passage.unit.cells
    counts = [
        cell
        for head, cell in zip(columns, cells, strict=False)
        if _SEVERITY.search(head) and passage.view.lower[slice(*cell)].isdigit()
    ]
    if not counts:
        return None
    total = sum(int(passage.view.lower[slice(*cell)]) for cell in counts)
    return counts[-1][1], "bad" if total else "good"


def _answered(passage: Passage, cells: list[tuple[int, int]]) -> tuple[int, str] | None:
    """A plain answer to a bare label: a count, or in a row of two cells any words."""
    if not cells:
        return None
    a, b = cells[0]
    answer = passage.view.lower[a:b]
    if _NONE.fullmatch(answer) or denies(answer):
        return b, "no"
    if _COUNT.fullmatch(answer):
        return b, ""
    if len(passage.clauses) == 2 and not passage.unit.header and not _POINTER.fullmatch(answer):
        return b, ""
    return None


@per_book
def _verdicts(book: Rulebook) -> dict[str, str]:
    """The words of result of the packs and what each tells."""
    found: dict[str, str] = {}
    for rule in book.of("set"):
        if rule.name.startswith("result."):
            found |= {term.lower(): rule.name.removeprefix("result.") for _, term in rule.terms}
    return found


def _word(cell: str) -> str:
    """What a cell tells that is a word of result, or begins with one and a stop; "" for another."""
    head = re.split(r"[,;.(:]| - ", cell, maxsplit=1)[0].strip()
    return _verdicts().get(head, "")
