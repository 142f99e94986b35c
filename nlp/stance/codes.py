"""Rules that are told as what a code or policy holds: "Our code covers forced labour"."""

from __future__ import annotations

import re

from nlp.passages import Draft, Passage

_CODE = (
    r"(?:codes?|polic(?:y|ies)|standards|principles|guidelines|charter|requirements"
    r"|\w*uppförandekod(?:en|er|erna)?|\w*polic(?:y|yn|ies|yer)|riktlinjer(?:na)?|\w*krav(?:en)?)"
)
_HOLDS = (
    r"(?:covers?|sets? out|sets? forth|address(?:es)?|includes?|contains?|deals? with|lays? down"
    r"|outlines?|stipulates?|details?|encompass(?:es)?|relates? to"
    r"|omfattar|täcker|behandlar|slår fast|innehåller|tar upp|rör)"
)
_HELD = re.compile(
    rf"\b{_CODE}\b(?: (?!and\b|or\b|och\b|that\b|som\b)[^\s.,;:|]+){{0,5}}?"
    rf"(?:,? (?:which|that|som))? {_HOLDS}\b"
)


def held_by_code(passage: Passage, draft: Draft) -> bool:
    """Is the thing named as what a code, policy or standards hold, which is a rule on it?"""
    if not draft.topic.startswith("LAB.") or not draft.anchors or passage.unit.cells:
        return False
    first = draft.anchors[0][0]
    found = _HELD.search(passage.view.lower, passage.start, first)
    return found is not None and passage.clause_of(found.end() - 1) == passage.clause_of(first)
