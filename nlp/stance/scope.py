"""Which cues stand where they can bear on a draft."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.doubts import NONE_FOUND, goes_without, is_own_work, is_their_want, set_up
from nlp.verbs import has_verb

DENY, HEDGE, HEDGE_FREE, REQUIRE = "deny", "hedge", "hedgefree", "require"
DUTIES = frozenset((REQUIRE,))


def scoped(passage: Passage, draft: Draft) -> list[Hit]:
    """The cues whose words stand where they can bear on the draft, false friends left out."""
    first, last = _scope(passage, draft)
    cues = [hit for hit in passage.decisive if first <= hit.start and hit.end <= last]
    cues += [
        hit for hit in passage.lead_hits if hit.rule.kind == "cue" and passage.in_language(hit)
    ]
    cues += _laid_down(passage, draft)
    if not cues:
        return []
    # "Report 24-11, SVHC not detected": the "not" of a word of another room is no denial by itself.
    masks = [(cue.start, cue.end) for cue in cues if cue.rule.id == "cue.nd"]
    cues = [cue for cue in cues if draft.topic.startswith(_ROOMS.get(cue.rule.id, ""))]
    cues = [cue for cue in cues if not is_own_work(passage, cue, draft)]
    if draft.topic.startswith("LAB."):
        cues = [cue for cue in cues if cue.rule.name == DENY or not _is_plain(passage, cue, draft)]
    masks = [] if draft.topic.startswith(_ROOMS["cue.nd"]) else masks
    masks += [(cue.start, cue.end) for cue in cues if cue.rule.name in ("pseudo", "double")]
    strong = [cue for cue in cues if cue.rule.name in (HEDGE, HEDGE_FREE)]
    masks += [(cue.start, cue.end) for cue in strong if cue.end - cue.start > 3]
    if draft.topic in ("CHEM.SUBSTANCE", "CHEM.GROUP"):  # "ej klassificerad" is the hazard's
        masks += [(hit.start, hit.end) for hit in passage.of("hazard")]
    kept = []
    for cue in cues:
        inside = any(a <= cue.start and cue.end <= b for a, b in masks)
        if cue.rule.name in _ASIDE or _numbers(passage, cue):
            continue
        if inside and cue.rule.name not in (HEDGE, HEDGE_FREE):
            continue
        kept.append(cue)
    kept.sort(key=lambda cue: (cue.start, -cue.end))
    return kept


def _is_plain(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Is it no doubt of the paper's own, though it is a word of doubt elsewhere?"""
    return set_up(passage, cue) or goes_without(passage, cue) or is_their_want(passage, cue, draft)


def _laid_down(passage: Passage, draft: Draft) -> list[Hit]:
    """The words of duty before a colon whose list goes on in the same sentence, for its items."""
    duties = passage.named_cues(DUTIES)
    if not duties or not draft.topic.startswith("LAB.") or passage.unit.cells:
        return []
    lower = passage.view.lower
    colon = lower.rfind(": ", passage.start, draft.start)
    listed = colon > 0 and ";" in lower[colon : passage.end]
    return [duty for duty in duties if listed and duty.end <= colon]


def doubles(passage: Passage, draft: Draft) -> list[Hit]:
    """The words that deny a denial where they bear on the draft: "not free from"."""
    first, last = _scope(passage, draft)
    return [hit for hit in passage.named_cues(_DOUBLE) if first <= hit.start and hit.end <= last]


_DOUBLE = frozenset(("double",))
_ASIDE = frozenset(("pseudo", "double", "end", "past", "knowing", "looking", "learnt", "source"))
# A limit of a substance is no duty; what was taken out of a product is absent, and a working
# condition that ended was there.
_ROOMS: dict[str, str | tuple[str, ...]] = {
    "cue.avoids": ("CHEM.", "ORIGIN.MATERIAL", "ORIGIN.COUNTRY"),
    "cue.ended": ("CHEM.", "ORIGIN."),
    "cue.nofault": "CHEM.LIST",
    "cue.unpaid": "LAB.WAGE",
    "cue.dissolved": "LAB.UNION",
    "cue.abolished": ("LAB.F", "LAB.WAGE", "LAB.DISCRIMINATION"),
    "cue.nd": ("CHEM.", "LAB.", "ORIGIN."),
    "cue.usedup": "LAB.SAFETY",
    "cue.empty": "LAB.SAFETY",
    "cue.takenoff": "LAB.SAFETY",
    "cue.notrenewed": ("LAB.UNION", "LAB.DISCRIMINATION", "LAB.GRIEVANCE"),
    "cue.freely": "CHEM.",
    "cue.barred": ("CHEM.", "ORIGIN."),
    "cue.disputes": ("LAB.F", "LAB.C", "LAB.D", "LAB.W"),
    "cue.demand": ("LAB.", "ORIGIN.", "CERT"),
    "cue.kept": ("CHEM.", "ORIGIN.", "CERT"),
    "cue.unnamed": "ORIGIN.",
    "cue.knowingly": "CHEM.",
    "cue.shouldbe": "CHEM.",
    "cue.rumour": ("LAB.FORCED", "LAB.CHILD"),
}


def _numbers(passage: Passage, cue: Hit) -> bool:
    """ "No. 600", "EC No 204-211-0": a number, no denial."""
    if cue.rule.id != "cue.no":
        return False
    before = passage.view.lower[max(0, cue.start - 14) : cue.start]
    called = _CALLED.search(before) and _DIGIT.match(passage.view.text, cue.end)
    return bool(called or _NUMBER.match(passage.view.text, cue.start))


_CALLED = re.compile(r"\b(?:ec|cas|index|certificate|report|licence|license|batch|lot|article) $")
_DIGIT = re.compile(r" [A-Z]{0,5}[ -]?\d")


_NUMBER = re.compile(r"[Nn]o\. ?(?:[A-Z]{1,6}[-/][\w-]*)?\d")


def _scope(passage: Passage, draft: Draft) -> tuple[int, int]:
    """The draft's clauses, and what leads in to them without a thing of its own."""
    clauses = passage.clauses
    inside = [c for c in clauses if c[1] > draft.start and c[0] < draft.end]
    if not inside:
        return draft.start, draft.end
    first, last = min(inside[0][0], draft.start), max(inside[-1][1], draft.end)
    if passage.unit.cells:
        alone = draft.topic.startswith("LAB.") and not draft.anchors
        return first, _first_telling(passage, inside, last) if alone else last
    last = _found_out(passage, draft, _answered(passage, draft, last))
    before = [c for c in clauses if c[1] <= first]
    if not before:
        return first, last
    if draft.topic.startswith("CHEM.") and (announcement := _announcement(passage, first)):
        return announcement[0], last
    ends = {hit.start for hit in passage.named_cues(_ENDS)}
    for start, end in reversed(before):
        there = (hit for hit in passage.hits if start <= hit.start < end)
        own = any(_is_thing(hit, draft) for hit in there)
        broken = any(first - 2 <= at <= first + 1 for at in ends)
        broken = broken or any(mark in passage.view.text[end:first] for mark in ":;")
        if own or broken:
            break
        first = start
    return first, last


_ENDS = frozenset(("end",))
# "Följande ämnen ingår inte: PFAS; bly", "Free from: ...": it is said of each behind the colon.
_ANNOUNCED = re.compile(
    r"\b(?:följande|nedanstående|dessa|the following|following|these|listed)\b[^:]*$"
    r"|\b(?:free (?:of|from)|fria? från|fritt från|utan|without|none of|inget av|inga av"
    r"|(?:contains?|contain|innehåller|använder|used?|used) (?:no|none|inga|inget|inte|ej))\W*$"
)


def _announcement(passage: Passage, first: int) -> tuple[int, int] | None:
    """The clause before a colon that leads in to a list of which [first ...) is an item."""
    lower = passage.view.lower
    colon = lower.rfind(":", passage.start, first)
    if colon < 0 or has_verb(lower, colon + 1, first):
        return None
    announced = _ANNOUNCED.search(lower, passage.start, colon)
    return passage.clause_of(colon - 1) if announced else None


def _first_telling(passage: Passage, cells: list[tuple[int, int]], last: int) -> int:
    """The end of the first cell of words of a row that is heard: the next ones tell of more."""
    for start, end in cells:
        if len(passage.view.lower[start:end].split()) > _LABEL:
            return end
    return last


_LABEL = 3  # words that may be a mere name


def _answered(passage: Passage, draft: Draft, last: int) -> int:
    """The end of the clause behind a colon that answers the draft: "PAH: analysis pending"."""
    for start, end in passage.clauses:
        if start >= last and passage.view.text[last:start].strip() == ":":
            own = any(start <= hit.start < end and _is_thing(hit, draft) for hit in passage.hits)
            return last if own else end
    return last


_SO_FOUND = re.compile(rf"(?:, )?(?:and|och) {NONE_FOUND.pattern}")


def _found_out(passage: Passage, draft: Draft, last: int) -> int:
    """The end of the clause behind the draft's: "Fluorine was measured and nothing was found"."""
    behind = next((clause for clause in passage.clauses if clause[0] >= last), None)
    if behind is None or not draft.topic.startswith("CHEM."):
        return last
    return (
        behind[1]
        if _SO_FOUND.match(passage.view.lower, last, behind[1])
        or _SO_FOUND.match(passage.view.lower, behind[0], behind[1])
        else last
    )


def _is_thing(hit: Hit, draft: Draft) -> bool:
    if hit.rule.kind == "topic" and hit.rule.weight == "weak":
        return False
    if (hit.start, hit.end) in draft.anchors:
        return False
    return hit.rule.kind in _THINGS


_THINGS = frozenset(("topic", "substance", "group", "hazard", "list", "mineral", "standard"))
