"""Sentences on minerals that explain, ask or tell of a paper, and say nothing of this supplier."""

from __future__ import annotations

import re

from nlp.passages import Passage

_THING = (
    r"(?:(?!our\b|vår|outside|in\b|under|within|utanför|i\b|med|part)[\w-]+ ){0,2}"
    r"(?:mall(?:en)?|program(?:me)?|standard|template|facility|tool|initiative|anläggning|verktyg|initiativ|scheme|organi[sz]ation|metall?)\b"
)
# A template or a programme is said to be one: "RMAP is a programme".
_EXPLAINED = re.compile(
    rf"(?:[\w ]{{3,30}}: )?(?:an? |the |ett |en )?[\w/ -]{{2,40}}(?: is| are| är|:)"
    rf" (?:an? |en |ett |the )?{_THING}"
    r"|.{0,40}\b(?:outside|utanför) (?:the (?:scope of the )?)?(?:regulation|förordning)"
)
_ASKED = re.compile(
    r"(?:om ja|if (?:yes|so|applicable)|frågor om|questions (?:about|on))\b"
    r"|\w+ (?:frågade|asked) (?:om|whether|if)\b"
)
# A template that is sent, used, learnt or had, with no word of what came back.
_HANDLED = re.compile(
    r"\b(?:använd\w*|using|use[sd]?|skicka\w*|sent|sends?|switch\w*|byter|utbildning\w*|training"
    r"|läsa|hämta\w*|download\w*|aid of|mallen|mallar|cover page)\b"
)
_RESULT = re.compile(
    r"smelter|smält|raffin|refiner|receiv|return|ifyll|complet|fyllt|svar|repl|respon|conform"
    r"|granska|\d ?%|per ?cent|procent|attach|bifog|bilag|\d+ (?:of|av) \d+|not |inte |ej |ingen"
    r"|(?:vår|our) [ce]mrt|upprätta|updated?\b|uppdater|dated|require|kräv|shall"
    r"|ska\b|must|måste|provide|lämna"
)
_TEMPLATE = re.compile(r"\b[ce]mrt\b")
# "Anyone who works at a mine or a smelter can write to us"
_CHANNEL = re.compile(
    r"\b(?:kan|may|can) (?:\w+ )?(?:skriva|höra av sig|anmäla|write|report|contact|complain)\b"
)
_TITLE = re.compile(
    r"(?:[\w.]{1,4} )?(?:responsible|conflict|ansvarsfulla?) minerals?(?: and [\w ]{3,30})?\.?"
    r"|(?:\w{1,3} )?konfliktmineral(?:er)?\.?"
)
_HAZARD = re.compile(
    r"\bclassified as\b|\bklassificera\w* som\b|\bcarc\.|\b(?:h|euh)\d{3}|kandidatförteckning"
    r"|candidate list"
)


def says_nothing(passage: Passage) -> bool:
    """Does a sentence explain a word, ask, head a section, or tell of a form that is used?"""
    lower = passage.lower
    if passage.unit.cells:
        return False
    if _EXPLAINED.match(lower) or _ASKED.match(lower) or _TITLE.fullmatch(lower):
        return True
    if _CHANNEL.search(lower) or _HAZARD.search(lower):
        return True
    return bool(_TEMPLATE.search(lower) and _HANDLED.search(lower)) and not _RESULT.search(lower)
