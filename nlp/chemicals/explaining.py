"""Sentences that explain a substance, a list or a method, and say nothing of these goods."""

from __future__ import annotations

import re

from nlp.layout.lines import ITEM
from nlp.passages import Passage
from nlp.verbs import has_predicate

_NAME = r"[^\W_][\w()-]{1,30}"
_COUNT = r"(?:en|ett|an?|the|två|tre|fyra|fem|sex|two|three|four|five|six)"
# What substances are of, as a kind: "DINP is a plasticiser", "DEHP och DBP är två ftalater som".
_KIND = (
    r"(?:\w*mjukgörare|\w*medel|\w*siloxan(?:er)?|\w*ftalat(?:er)?|\w*metall(?:er)?|\w*ämnen?"
    r"|kemikalier?|bisfenol(?:er)?|förkortning|beteckning|förorening|grundämnen?|polymer(?:er)?"
    r"|plastici[sz]ers?|preservatives?|flame retardants?|solvents?|siloxanes?|phthalates?"
    r"|\w*metals?|substances?|chemicals?|bisphenols?|abbreviation|acronym|elements?|polymers?"
    r"|biocides?|short for|samlingsnamn|familj|grupp|ämnesgrupp|umbrella term|family|class"
    r"|group)\b"
)
_IS_A = re.compile(
    rf"{_NAME}(?:, {_NAME})*(?:,? (?:och|and|samt|eller|or) {_NAME})? (?:är|is|are)"
    rf" {_COUNT} (?:\w+ ){{0,2}}{_KIND}(?P<rest>.*)",
    re.DOTALL,
)
# Where a sentence comes back to the goods: "a preservative in our glue", "used in the lock".
_GOODS = re.compile(
    r"\b(?:vår|våra|vårt|vi|our|we|this|these|den här|detta|denna|produkt\w*|products?|varan?|varor"
    r"|ingår|används|used|present|contained|tillsatt\w*|added|here|här|finns|found"
    r"|in the|of the|i \w+(?:en|et|an|na))\b|\d ?(?:%|mg|µg|ppm)"
)
# On what ground anything is put on a list: "A substance is added to the list if it is ..."
_PUT_ON = re.compile(
    r"(?:ett ämne|ämnen|a substance|substances) (?:(?:can|may|is|are|be|kan|ska|normally|only"
    r"|endast|bara) )*(?:tas upp|förs upp|upptas|läggs till|hamnar|added|included|placed|put"
    r"|identified|listed)\b.*\b(?:om|if|when|när|because|eftersom)\b",
    re.DOTALL,
)
# What such goods hold as a rule: "A chrome-tanned hide normally contains trivalent chromium".
_AS_A_RULE = re.compile(
    r"(?:an?|en|ett) (?:[\w-]+ ){1,4}(?:(?:innehåller|har|contains|holds|has) (?:normalt|oftast"
    r"|vanligen|vanligtvis|ofta|typiskt|normally|usually|typically|often)"
    r"|(?:normally|usually|typically|often) (?:contains|holds|has))\b"
)
# How a thing is looked for: "Vid bestämning av krom(VI) enligt ISO 17075 separeras kromat".
_METHOD = re.compile(
    r"(?:vid|för|for|in|during) (?:the )?(?:bestämning(?:en)?|analys(?:en)?|provning(?:en)?"
    r"|mätning(?:en)?|determination|analysis|measurement|testing) (?:av|of) [^.:;]{2,60}?"
    r"\b(?:separeras|extraheras|används|löses|späds|kokas|skakas|bestäms|mäts|analyseras|tillsätts"
    r"|(?:is|are) (?:separated|extracted|used|dissolved|diluted|boiled|shaken|measured|analy[sz]ed"
    r"|determined|added|ground|digested))\b"
)
_FOUND = re.compile(r"påvis|hittad|uppmät|found|detected|\d ?(?:mg|µg|ppm|%)")


# A paper that is asked for, and nothing that it says: "– statement on PFAS and phthalates".
_PAPER = re.compile(
    r"(?:an? |the |ett |en )?(?:\w+ )?(?:statements?|declarations?|information|particulars|intyg"
    r"|försäkran|uppgift(?:er)?|redovisning|deklaration|underlag|dokumentation|documentation)"
    r" (?:on|about|regarding|concerning|for|om|av|för|avseende)\b(?P<what>.*)",
    re.DOTALL,
)
_PAPER_SAYS = re.compile(r"\b(?:no|not|none|inga|inget|inte|ej|saknas|missing|that|att)\b|[:;|]")


def _is_paper(passage: Passage) -> bool:
    paper = _PAPER.match(passage.lower)
    if paper is None or _PAPER_SAYS.search(paper["what"]):
        return False
    return not has_predicate(passage.view.lower, passage.start, passage.end)


def explains(passage: Passage) -> bool:
    """Does it tell of a kind, a ground, a trade or a method, and of none of these goods?"""
    lower = passage.lower
    if passage.unit.cells:
        return False
    if passage.unit.kind == ITEM and _is_paper(passage):
        return True
    if _PUT_ON.match(lower) or _AS_A_RULE.match(lower):
        return True
    if _METHOD.match(lower):
        return not _FOUND.search(lower)
    kind = _IS_A.match(lower)
    return kind is not None and not _GOODS.search(kind["rest"])
