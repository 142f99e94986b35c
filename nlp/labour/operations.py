"""Whose operations a claim about work is of: the firm's own, its suppliers', or those behind them.

It is told where the words tell it, the nearest first, and left open where they name two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nlp.layout.lines import ROW
from nlp.matching import Hit, outermost
from nlp.passages import BEFORE, Draft, Passage

OWN, FIRST = "own", "first_tier"
_NAMED, _SUPPLIED, _ASIDE, _AUDITED = "operations", "supplied", "aside", "audited"
_WORDS = frozenset((_NAMED, _SUPPLIED, _ASIDE))
# Of contracts "Subcontractors" is what a section is about, and not whose people work there.
_SUBCONTRACTING = "LAB.CONTRACT"
_AUDITS = frozenset(("audit_smeta", "audit_bsci", "audit_sa8000", "audit_report"))
# Words by which a sentence goes on about the place or the people of the one before it.
_GOES_ON = re.compile(
    r"(?:they|these|both|all of them|none of them|here"
    r"|the (?:workers?|sites?|factory|mill|plant|farm)"
    r"|de (?!som\b)|dessa|båda|ingen av dem|alla|här|arbetarna|fabriken|bruket|anläggningen)\b"
    r"|.*\b(?:where they|at these|där|dit|there(?! (?:is|are|was|were|will|has|have|shall|must)))\b"
)
_STOP = re.compile(r"[.!?]\s+(?=\S)")


def operations(passage: Passage, draft: Draft) -> str:
    """ "own", "first_tier" or "chain"; "" where nothing tells it, or two are named at once."""
    for hits in _places(passage, draft):
        if (told := _told(passage, hits)) is not None:
            return told
    return OWN if _is_audit(passage) else ""


def _places(passage: Passage, draft: Draft) -> Iterator[list[Hit]]:
    """Where to look, the nearest first: words that name the thing itself tell not whose it is."""
    own = _words(passage, passage.hits)
    own = [hit for hit in own if not any(a <= hit.start and hit.end <= b for a, b in draft.anchors)]
    if passage.unit.kind != ROW:
        yield [hit for hit in own if draft.start <= hit.start < draft.end]
    yield own
    yield _words(passage, passage.lead_hits)
    yield _words(passage, _sentence_before(passage))
    if not passage.unit.heading.endswith("?") and draft.topic != _SUBCONTRACTING:
        yield _strong(_words(passage, passage.head_hits))
    if passage.prescribes:  # a code of conduct for suppliers; other titles name what they list
        yield _strong(_words(passage, passage.title_hits))


def _words(passage: Passage, hits: Iterable[Hit]) -> list[Hit]:
    """The words among `hits` that tell whose operations, the longest where they overlap."""
    named = [hit for hit in hits if hit.rule.kind == "manner" and hit.rule.name in _WORDS]
    return outermost([hit for hit in named if passage.in_language(hit)])


def _strong(hits: list[Hit]) -> list[Hit]:
    """Those that stand for a place by themselves: a title names the chain for much else."""
    return [hit for hit in hits if hit.rule.weight == "strong"]


def _told(passage: Passage, hits: list[Hit]) -> str | None:
    """What the words tell together: "" where they differ, None where they tell nothing."""
    strong, weak = set[str](), set[str]()
    for hit in hits:
        if whose := _whose(passage, hit):
            (strong if hit.rule.weight == "strong" else weak).add(whose)
    found = strong | weak if OWN in strong else strong or weak
    return (found.pop() if len(found) == 1 else "") if found else None


def _whose(passage: Passage, hit: Hit) -> str:
    """Whose operations a word names: "the supplier" is who a code binds, or whom an audit saw."""
    if hit.rule.name != _SUPPLIED:
        return hit.rule.value.get(_NAMED, "")
    if passage.prescribes:
        return FIRST
    return OWN if _is_audit(passage) else ""


def _sentence_before(passage: Passage) -> list[Hit]:
    """The hits of the sentence before, where the passage goes on about its place or people."""
    if not _GOES_ON.match(passage.lower):
        return []
    lower = passage.view.lower
    first = max(passage.start - BEFORE, lower.rfind("\f", 0, passage.start) + 1)
    stops = _STOP.finditer(lower[first : passage.start].rstrip())
    begin = max((first + stop.end() for stop in stops), default=first)
    return [hit for hit in passage.hits_before if hit.start >= begin]


def _is_audit(passage: Passage) -> bool:
    """Is the paper the report of an audit of one place?"""
    titled = any(hit.rule.name == _AUDITED for hit in passage.title_hits)
    return passage.kind in _AUDITS or titled
