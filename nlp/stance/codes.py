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
    lower, (start, end) = passage.view.lower, passage.clause_of(first)
    named = (_NAMED.match(lower, at, end) for at, _ in draft.anchors)
    if any(named) or _ON.search(lower, start, first):
        return not (_NONE.search(lower, start, first) or _MISSING.search(lower, first, end))
    found = _HELD.search(lower, passage.start, first)
    return found is not None and passage.clause_of(found.end() - 1) == (start, end)


# "a whistleblowing policy", "policies on bribery, child labour and safety"
_POLICY = r"(?:polic(?:y|ies)|\w*polic(?:yn?|yer))"
_NAMED = re.compile(
    rf"[\w-]+(?: (?!of\b|with\b|our\b|these\b|this\b|the\b)[\w-]+){{0,3}} {_POLICY}\b"
)
_NONE = re.compile(r"\b(?:no|not|without|lacks?|ingen|inga|inget|inte|ej|saknar|utan)\b")
_MISSING = re.compile(
    r"\b(?:saknas|ingen|inget|inga|none|missing|lacking|not (?:in place|written|adopted)"
    r"|finns (?:inte|ej))\b"
)
_ON = re.compile(
    rf"\b{_POLICY} (?:on|against|for|regarding|concerning|relating to|about|mot|om|för) [^.;:]*$"
)
