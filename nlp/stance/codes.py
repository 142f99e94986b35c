"""Rules that are told as what a code or policy holds: "Our code covers forced labour"."""

from __future__ import annotations

import re

from nlp.passages import Draft, Passage

_CODE = (
    r"(?:codes?|polic(?:y|ies)|standards|principles|guidelines|charter|requirements|expectations"
    r"|(?:\w*uppförande)?kod(?:en|er|erna)?|\w*polic(?:y|yn|ies|yer)|riktlinjer(?:na)?|\w*krav(?:en)?)"
)
_HOLDS = (
    r"(?:covers?|sets? out|sets? forth|address(?:es)?|includes?|contains?|deals? with|lays? down"
    r"|covering|outlines?|stipulates?|details?|encompass(?:es)?|relates? to"
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
    if _leads_in(passage.lead):
        return True
    first = draft.anchors[0][0]
    lower, (start, end) = passage.view.lower, passage.clause_of(first)
    named = (_NAMED.match(lower, at, end) for at, _ in draft.anchors)
    if any(named) or _ON.search(lower, start, first):
        return not (_NONE.search(lower, start, first) or _MISSING.search(lower, first, end))
    if _COVERED.search(lower, first, end):
        return True
    told = _SET_OUT.search(lower, passage.start, passage.end)
    if told and told.start() <= first < told.end():
        return True
    found = _HELD.search(lower, passage.start, first)
    return found is not None and passage.clause_of(found.end() - 1) == (start, end)


# "Barnarbete omfattas av vår kod", "Wages are covered by our standards"
_COVERED = re.compile(
    rf"\b(?:omfattas av|ingår i|regleras i|behandlas i|(?:is|are) (?:covered by|addressed (?:in|by)"
    rf"|part of|included in|governed by)) (?:[\w'-]+ ){{0,3}}?{_CODE}\b"
)
# "Our standards on wages are set out in the manual", "våra krav på löner framgår av koden"
_SET_OUT = re.compile(
    r"\b(?:standards|expectations|requirements|rules|principles|\w*krav(?:en)?|\w*regler(?:na)?)"
    r" (?:on|for|covering|regarding|concerning|about|på|om|kring|avseende)\b[^.;|]*?"
    r"\b(?:set out|described|detailed|laid down|stated|defined|specified|listed|beskrivs|anges"
    r"|framgår|fastställs|regleras|specificeras)\b"
)
# The lead-in of a list: "Our code has the following principles", "Samtliga ingår i vår kod"
_LIST_OF = re.compile(
    rf"\b{_CODE}\b.*\b(?:are|is|includes?|including|covers?|following|as follows|säger|är|ingår"
    r"|omfattar|innehåller|följande|innebär)\b"
    rf"|\b(?:ingår|included|följande|following)\b.*\b{_CODE}\b"
    rf"|\b{_CODE}\W*$"
)
_REPORTS = re.compile(
    r"found|breach|violat|deviat|non-?compl|non-?conf|risk|avvik|brist|brott|överträd|fann|audit"
    r"|revision|missing|saknas|not (?:met|in place)|uppfylls inte|training|utbildning"
)


def _leads_in(lead: str) -> bool:
    """Does the lead-in of a list name it as what a code holds?"""
    return bool(lead) and bool(_LIST_OF.search(lead)) and not _REPORTS.search(lead)


# "a whistleblowing policy", "policies on bribery, child labour and safety"
_POLICY = r"(?:polic(?:y|ies)|\w*polic(?:yn?|yer)|codes? of conduct|\w*uppförandekod(?:en)?)"
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
