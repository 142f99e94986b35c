"""The standards a passage names, and whether somebody has, had or seeks what it names."""

from __future__ import annotations

import re

from nlp.certificates import details
from nlp.chemicals.things import spelt
from nlp.matching import Hit, outermost
from nlp.passages import Passage

ANSWERED = r"(?::| -)\s*(?:nej|no|none|ja|yes)\b"
"""A pattern of an answer right behind its label, in lower case."""
_COPY = re.compile(r"copy|kopia|on request|på begäran|bifogas|enclosed|attached|see annex")


def standards_of(passage: Passage) -> list[Hit]:
    """The standards of a passage, each once; KRAV is one, and no "krav"."""
    kept: list[Hit] = []
    text = passage.view.text
    found = outermost(passage.of("standard"))
    audited = any(hit.rule.name == "SMETA" for hit in found)
    for hit in found:
        if audited and hit.rule.name == "Sedex":
            continue  # where the report of that audit is kept
        inside = kept and _IN_NUMBER.search(text, passage.start, hit.start)
        if inside or not spelt(hit.rule, text[hit.start : hit.end]):
            continue
        if not any(hit.rule.name == other.rule.name or hit.start < other.end for other in kept):
            kept.append(hit)
    return kept


_IN_NUMBER = re.compile(r"\w[-/]$")  # "certificate 1000-MSC-SWEDAC": no standard of its own


def is_held(passage: Passage) -> bool:
    """Does the sentence say that somebody has, had or seeks it, and not only name it?"""
    if _METHOD.search(passage.lower) or _FOOTING.search(passage.lower):
        return False
    if _is_explained(passage):
        return False
    dated = details.number(passage) or details.days(passage) or details.grade(passage)
    standards = passage.of("standard")
    if not dated and _BOOKED.search(passage.lower):
        return False
    if dated or "certverb" in passage.names or _COPY.search(passage.lower):
        return True
    if any(_NONE_OF.search(passage.view.lower, passage.start, h.start) for h in standards):
        return True
    return bool(_CLAIMED.search(passage.lower))


def _is_explained(passage: Passage) -> bool:
    """ "SA8000 is a standard that ...", "SMETA has no overall grade": what all of a kind are."""
    if "own" in passage.manners:
        return False
    lower = passage.view.lower
    return any(
        _EXPLAINED.match(lower, hit.end)
        and (
            _LISTED.fullmatch(lower, passage.start, hit.start)
            or not _AS_SUBJECT.fullmatch(lower, passage.start, hit.start)
        )
        for hit in passage.of("standard")
    )


# "SMETA, BSCI and SA8000 have different ...": several of a kind are a subject too.
_LISTED = re.compile(r"(?:\w+(?: \w+)?, )*\w+(?: \w+)? (?:och|and|or|eller) ")
_AS_SUBJECT = re.compile(r".*[^\s\w(\"'“”].*|(?:\S+ ){5,}")  # more than leads up to a subject
_KIND = (
    r"(?:standards?|schemes?|certifications?|modules?|programmes?|initiatives?|databases?"
    r"|platforms?|method(?:ology)?|labels?|system|modul|standard|metod|märkning|certifiering"
    r"|databas|plattform|program|initiativ|organisation|organization)"
)
_EXPLAINED = re.compile(
    r"(?:[®™]| (?:label|standard|programme|scheme|mark|märket|märkningen))?\s+(?:"
    r"(?:is|are|är|utgör) (?:not |inte |ingen |inget )?(?:an? |en |ett )?"
    rf"(?:[\w-]+ ){{0,3}}{_KIND}\b"
    r"|(?:has|have|har) (?:no|two|three|four|five|several|inget|två|tre|fyra|fem) (?:\w+ )?"
    r"(?:grade|systems?|levels?|grades|models?|nivåer|betyg|modeller|system)\b"
    r"|(?:gives?|awards?|ger|sätter) (?:grades?|ratings?|betyg)\b"
    r"|(?:has|have|har) (?:different|olika)\b"
    r"|(?:may|får) (?:only |bara |endast )?(?:be used|användas)\b"
    r"|(?:shows|tells|means|visar|innebär) (?:only |bara |endast )?(?:that|att)\b"
    r")"
)
# Had, not had, or meant to be had: "SA8000 is not held", "Möblerna ska ha EU Ecolabel".
_CLAIMED = re.compile(
    r"\b(?:har|ha|hade|saknar|saknas|finns|fanns|innehar|bär|bära|\w*märkt\w*|märkning|godkänd\w*"
    r"|krävs"
    r"|skaffa|på gång|revision\w*|has|have|had|held|hold|carr(?:y|ies)|carried|bears?|lacks?"
    r"|(?:is|are) (?:\w+ )?(?:required|encouraged|planned|promised|considered)|aim for|need|must"
    r"|promised|preparing for|reports?(?! from)|labelled|\w*certifi\w+|approved"
    r"|took place|declined|withdrawn|revoked|lost|requires?|insist|recognition|in progress|begär\w*"
    r"|begärt|pågår|innehas|undated|plaque|\w*medlem\w*|part of|issued"
    r"|förnya\w*|återkalla\w*|drogs in|indragen|tillhör|avser|belongs?|refused|avböj\w*|nekade?"
    r"|assessed|audited|undergo\w*|underwent|take part|participat\w+|awarded|rated"
    r"|gain|possess\w*|avstå\w*|diss?associated"
    r"|obtain|väntas|taget|föll igenom|fick [A-F]|summary|sammandrag|expect|condition|claimed)\b"
    rf"|{ANSWERED}"
    r"|\b(?:är|is|are) (?:fairtrade|krav|fsc|msc|gots|eu ecolabel|better cotton|bluesign|rspo)\b"
    r"|\b(?:members? of|membership|verified to|accredited|anslut\w+|besökt\w*|revidera\w+"
    r"|(?:som|who|that|which) (?:följer|follow))\b"
)
# "No SA8000 at either place", "Ingen SMETA för gjuteriet": the sentence begins with the lack.
_NONE_OF = re.compile(r"^(?:no|inget|ingen|inga) (?:[\w-]+ )?$")
_BOOKED = re.compile(r"\b(?:bokad|inbokad|planerad|booked|scheduled) (?:till|to|for|in)\b")
_FOOTING = re.compile(r"\b(?:page|sida) \d+ (?:of|av) \d+\b")
_METHOD = re.compile(r"methodology|metodik|\bis an? \w+ and not|är en \w*(?:standard|metod)")
