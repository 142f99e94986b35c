"""Hazards that are asked for, spelt out, in food or kept from the young: none of the goods."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Passage

# Where the wordings of codes are given: "Relevanta faroangivelser", "Full text of H-phrases"
_GLOSSARY = re.compile(
    r"\b(?:relevanta?|fullständig\w*|fulltext|full text|(?:ordal|l)ydelse\w*|wording)\b[^.;]{0,40}"
    r"\b(?:faroangivelse\w*|h-?fraser\w*|h-?(?:phrases|statements|texts?)|hazard statements?)\b"
    r"|\b(?:faroangivelse\w*|h-?fraser\w*|h-?phrases|hazard statements?)\b[^.;:]{0,30}"
    r"\b(?:fulltext|in full|klartext|full text)\b"
)
# "H317 means that ...": what a code stands for
_MEANS = re.compile(r"\bh\d{3}[a-z]{0,2},? (?:betyder|innebär|står för|means?|stands? for)\b")


def spells_out(passage: Passage) -> bool:
    """Does it tell the wording of statements, and none of what they are given to?"""
    around = f"{passage.lead} {passage.lower[:_OPENING]}"
    return bool(_GLOSSARY.search(around) or _MEANS.search(passage.lower))


_OPENING = 100  # characters in which a list of statements is called one
_AGREED = re.compile(r"(?:[\s|:]|\b(?:svar|answer)\b)*(?:☒ ?)?(?:ja|yes)\b")
_UNTICKED = re.compile(r"(?:\W|☐ ?[^\W\d]+)*")


def asked_to(passage: Passage) -> int:
    """Where the question ends that the passage is, where nothing in it answers."""
    mark = passage.lower.rfind("?")
    if mark < 0 or not _UNTICKED.fullmatch(passage.lower, mark + 1):
        return passage.start
    if _AGREED.match(passage.view.lower, passage.end):
        return passage.start
    return passage.start + mark


_BOX = re.compile(r"[☐☒☑✓✔]|\[[ x]?\]|\([ x]?\)")
_EMPTY_BOX = re.compile(r"☐|[\[(] ?[\])]")
_ANSWER = re.compile(r"\b(?:ja|nej|yes|no)\b|\n")
_BOXED = 90  # characters between a box and the last statement that stands behind it


def unticked(passage: Passage, at: int) -> bool:
    """Does an empty box stand before the statement: "☐ H317 May cause an allergic reaction"?"""
    lower = passage.view.lower
    boxes = list(_BOX.finditer(lower, max(0, at - _BOXED), at))
    if not boxes or not _EMPTY_BOX.fullmatch(boxes[-1].group()):
        return False
    return not _ANSWER.search(lower, boxes[-1].end(), at)


# Of food and of those who eat it: "Allergens are printed in bold".
_EATEN = re.compile(r"allergen(?:er(?:na)?|s)?$|allergisk mot$")
_ON_SKIN = re.compile(r"hud|kontakt|parfym|doft|skin|contact|fragran|perfum|\bh317|sensib|sensit")
# Of work that the young are kept from: "Apprentices under 18 do not handle corrosive agents".
_YOUNG = re.compile(
    r"\b(?:1[5-8]|unga|minderårig\w*|lärling\w*|young|minors?|juveniles?|apprentices?|trainees?)\b"
)
_WORKS = re.compile(
    r"\b(?:arbet(?:a|ar|e|en)|hantera[r]?|rör(?:a)?|work(?:s|ing)?|handl(?:e|es|ing))\b[^.;:]{0,40}$"
)


def of_others(passage: Passage, hit: Hit) -> bool:
    """Is it harm in food, or in work that is kept from the young, and none of the goods?"""
    lower = passage.view.lower
    if _EATEN.match(lower[hit.start : hit.end]):
        return not _ON_SKIN.search(passage.lower)
    worked = _WORKS.search(lower, passage.start, hit.start)
    return bool(worked and _YOUNG.search(passage.lower))
