"""How a passage speaks: what asks, bids, explains or lays down says nothing of this supplier."""

from __future__ import annotations

import re

from nlp.lines import CAPTION, HEADING, QUESTION
from nlp.matching import Hit
from nlp.passages import Passage

# Boxes that nobody ticked and lines that nobody wrote on.
_BLANK = re.compile(r"☐|\[ ?\](?!.*\[x\])|_{4,}|\((?:y/n|yes/no|ja/nej|j/n)\)", re.IGNORECASE)
_SILENT = frozenset((HEADING, QUESTION, CAPTION))
# "Tvångsarbete är allt arbete som ...", up to the word that tells a kind
_IS_A = re.compile(r"[^.:;]{2,60}?(?:\b(?:är|is|are)|:)\s(?:\w+\s){0,2}")
# “Living wage” is a wage that covers ...
_TERM = re.compile(r"""["“”«»'](?:[^\s"“”«»']+ ?){1,3}["“”«»'] [a-zåäö]+\b""")
# What an act does, with the act as its subject or its ground.
_ACTS = re.compile(
    r"(?:(?:enligt|under|according to) )?(?:[^\s.;:]+ ){0,4}?"
    r"(?:\w{3,}(?:lagen|förordningen|direktivet|konventionen)|\w+ish law|\w+ lag"
    r"|(?:act|regulation|directive|convention)(?: (?:no\. )?\d+)?)(?: \([^)]*\))?(?: [\d/]+)?"
    r"(?: [^\s.;:]+){0,4}? (?:bans?|limits?|caps?|puts?|appl(?:y|ies)|requires?|sets?|allows?"
    r"|permits?|protects?|concerns?|ska|kräver|förbjuder|tillåter|skyddar|reglerar|begränsar|gäller|anger|är"
    r"|is)\b"
    r"|[^.;:]{3,60} (?:regleras|is regulated|are regulated) (?:\S+ ){0,2}?(?:av|i|by|in) "
)
_CODES = frozenset(("policy", "code_of_conduct", "supplier_contract", "delivery_terms"))
_SUBJECT = 70  # characters from the start within which the subject of a sentence is named
_OPENING = 14  # characters: "Enligt FN:s ..." opens with its law
_REASON = re.compile(
    r"\b(?:enligt|where|as|som|if|under|when|where the|as the|local|med|by)\s+(?:\w+\s)?$"
)


def asks(passage: Passage) -> bool:
    """A question, a heading, a head of columns, an address line or a box nobody ticked."""
    if passage.unit.kind in _SILENT or _BLANK.search(passage.words):
        return True
    if passage.unit.cells and passage.unit.cells == passage.unit.header:
        return True
    if any(hit.rule.name == "examples" for hit in passage.lead_hits):
        return True
    return any(_is_blank(passage, hit) for hit in _of(passage, "addressed", "bid", "blank"))


def _is_blank(passage: Passage, hit: Hit) -> bool:
    """ "Contact: ...", "State ...", "... - yes or no": words that leave the saying to another."""
    lower = passage.view.lower
    if hit.rule.name == "blank":
        return lower[: hit.start].endswith(" - ")
    after = lower[hit.end : hit.end + 1]
    return hit.start == passage.start and after == (":" if hit.rule.name == "addressed" else " ")


def teaches(passage: Passage) -> bool:
    """A definition, a law or a trade at large, which says nothing of this supplier."""
    names = passage.names
    ours = "ours" in names
    if passage.columns and any(hit.rule.name == "legend" for hit in passage.head_hits):
        return True
    if "general" in names and not ours:
        return True
    if "definition" in names and (not ours or passage.words[:1] in "\"'"):
        return True
    if any(hit.rule.name == "definition" for hit in (*passage.head_hits, *passage.title_hits)):
        return True
    if _TERM.match(passage.lower) or _explains_words(passage):
        return True
    if not ours and (_ACTS.match(passage.lower) or _tells_a_kind(passage)):
        return True
    law = "law" in names or "list" in passage.kinds
    return law and "lawverb" in names and not ours and _law_speaks(passage)


def prescribes(passage: Passage) -> bool:
    """A code or policy, whose plain sentences are rules for others and not reports."""
    return passage.kind in _CODES or any(hit.rule.name == "code" for hit in passage.title_hits)


def _of(passage: Passage, *names: str) -> list[Hit]:
    if passage.manners.isdisjoint(names):
        return []
    return [hit for hit in passage.of("manner") if hit.rule.name in names]


def _explains_words(passage: Passage) -> bool:
    """Does it stand under "Words" or "3. Ord och begrepp", and nothing more?"""
    title = passage.unit.heading.strip(" 0123456789.:)").lower()
    return any(
        hit.rule.name == "words" and hit.end - hit.start == len(title) for hit in passage.head_hits
    )


def _tells_a_kind(passage: Passage) -> bool:
    lower = passage.view.lower
    return any(_IS_A.fullmatch(lower, passage.start, hit.start) for hit in _of(passage, "kind"))


def _law_speaks(passage: Passage) -> bool:
    """Is the law what the sentence is about ("Article 33 obliges"), and no mere reason?"""
    laws = [hit for hit in passage.hits if hit.rule.name == "law" or hit.rule.kind == "list"]
    verbs = [hit for hit in passage.hits if hit.rule.name == "lawverb"]
    return any(
        law.end <= verb.start
        and law.start - passage.start < _SUBJECT
        and not _is_reason(passage, law)
        for law in laws
        for verb in verbs
    )


def _is_reason(passage: Passage, law: Hit) -> bool:
    """ "as the law allows", "where the law so requires": but not at the head of a sentence."""
    before = max(passage.start, law.start - 16)
    found = _REASON.search(passage.view.lower, before, law.start)
    return bool(found) and law.start - passage.start > _OPENING
