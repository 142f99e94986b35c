"""Which line is a title: by its number, its brevity, and that it tells nothing."""

from __future__ import annotations

import re

from nlp.denying import NO_AT_ALL
from nlp.verbs import has_verb, tells

SECTION = re.compile(r"^(?:avsnitt|avsn\.|section|sect\.)\s+(\d{1,2})\b(?!\s*[)\]])", re.IGNORECASE)
MOST_WORDS = 9  # words; roughly chosen: no heading of the labelled documents is longer
NUMBERING = re.compile(
    r"^(?:§\s*\d+|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[A-Z]\d{0,2}[.)]|(?:avsnitt|section"
    r"|del|part)\s+\w+|(?:appendix|annex|attachment|chapter|bilaga|kapitel)\s+(?:\d{1,2}|[A-H])"
    r"(?:\s[-–—])?)[:.]?\s",
    re.IGNORECASE,
)
_NO_HEADING = re.compile(
    r"^(?:ja|nej|yes|no|none)(?:[.!]?$|, )"
    r"|[.;!,:]$|:\s|SA ?8000,|ISO \d{4,5},|OEKO-TEX.*\d{4}|\b(?:FSC|PEFC|GOTS|BSCI"
    r"|RSPO|MSC)\b.*\d|\bH\d{3}|\bEUH\d|\bR\d\d|\d{2,7}-\d{2}-\d\b"
    r"|\b(?:är|har|ska|innehåller|finns|saknas|is|are|has|have|shall|must|contains"
    r"|not|inte|made in|certifi\w+)\b|\d{4}-\d\d-\d\d"
    # What a product's sheet says line by line.
    r"|\d ?%|^(?:contains|innehåller|uppfyller|vi|we)\b"
    r"|^(?:tillverka[dt]|producera[dt]|sydd|monterad|vävd|gjuten|made|manufactured|produced|sewn"
    r"|assembled|woven|knitted) (?:i|in|av|from|by)\b",
    re.IGNORECASE,
)
# A result of a laboratory, or what a product is free from, in a line without a number.
_TOLD = re.compile(
    r"[<≤>≥]\s?\d|\d \((?:limit|gräns|max)|\d ?(?:mg/|µg/|ppm\b)|\bn\.d\.|\bej påvisa"
    r"|^(?:fri|fritt|fria|free) (?:från|from|of)\b|^(?:utan|without)\b|\w[- ]?(?:fri|fritt|free)$",
    re.IGNORECASE,
)
# A line in capitals that tells something: "DEHP 117-81-7 0.25 %", "MADE IN VIETNAM".
_SHOUTED = re.compile(
    r"\bH\d{3}|\d{2,7}-\d{2}-\d\b|\d ?%|\bN\.?D\b\.?$|\b(?:NOT DETECTED|EJ PÅVISA[DT]|CONTAINS"
    r"|INNEHÅLLER|MADE IN|TILLVERKA[DT] I)\b"
)
_BELOW = re.compile(r"[^\n\f]+")


def tops_text(text: str, start: int, end: int) -> bool:
    """A line without a full stop: numbered, over one that has it, or over the heads of a table.

    "4 Child labour is not used", "Hours worked in May".
    """
    line = text[start:end]
    if len(line.split()) > MOST_WORDS or line[-1] in ".:;,!":
        return False
    below = _BELOW.match(text, end + 1)
    if NUMBERING.match(line):
        below = below or _BELOW.search(text, end + 1)
        return bool(below and below.group().rstrip()[-1:] in ".!?")
    heads = below.group() if below else ""
    over = " | " in heads and not any(map(str.isdigit, heads))
    return over and line[0].isupper() and not _NO_HEADING.search(line)


# "3. What may not be there" by itself over a line that counts nothing
_SECTION_OF = re.compile(r"\d{1,2}\. [A-ZÅÄÖ]")


def counts_sections(text: str, start: int, end: int) -> bool:
    """A numbered line with nothing above it, over text of its own: it heads a section."""
    line, below = text[start:end], text[end + 1 : end + 4]
    alone = start == 0 or text[start - 1] == "\f" or text[max(0, start - 2) : start] == "\n\n"
    if not alone or not _SECTION_OF.match(line) or line[-1] in ".:;,!?":
        return False
    return len(line.split()) <= MOST_WORDS and below[:1].isupper()


_CUT_OFF = re.compile(
    r"\b(?:i|av|på|och|eller|för|som|att|en|ett|med|till|från|of|in|the|and|or|a|an|by|with|to|from"
    r"|for|at|on)$"
)
_ASKED_MAX = 7  # words of "Where the minerals are used"
_ASKING = re.compile(
    r"(?:var|vad|vem|hur|vilk\w+|när|varför|så|om|where|what|how|who|why|when|which|about)\b",
    re.IGNORECASE,
)


# A field of a form whose answer stands behind it without a mark: "Site Mill Ltd, Hanoi, Vietnam".
FIELD = re.compile(
    r"(?:(?i:(?:audited |production )?site|factory|facility|producer|manufacturer|auditee|plant"
    r"|(?:granskad )?anläggning|fabrik|tillverkare|produktionsställe)(?: name)?[ \t]+[A-ZÅÄÖ][^:]*,"
    r"|(?i:valid (?:from|until|to|through)|expir\w+|giltigt?\b|certifikatet gäller"
    r"|overall (?:rating|result|grade)|helhetsbetyg|slutbetyg)[ \t:].*[\dA-F]$)"
    r"|[^.:|]{3,60}: [A-F]$"
)


# What is answered to the question over it.
_BARE_ANSWER = re.compile(
    r"(?:yes|no|ja|nej|vet (?:ej|inte)|don't know|not known|unknown|okänt)(?:, [^,.]{1,20})?\.?",
    re.IGNORECASE,
)


# "Forced labour - none": a label, a mark and a bare answer.
_ANSWERED = re.compile(rf"[,=–—-] {NO_AT_ALL}$", re.IGNORECASE)


def is_heading(line: str) -> bool:
    """Does a line by itself head what stands below it?"""
    if line[-1] == "." and not line.isupper():
        return False  # as most lines end: a title that does is in capitals
    words = line.split()
    if SECTION.match(line):
        return len(words) < 2 * MOST_WORDS and line[-1] != "."
    marked = NUMBERING.match(line)
    if len(words) > MOST_WORDS + (2 if marked else 0):
        return False
    if not (marked or line[0].isupper() or line[0] == "["):
        return False
    if FIELD.match(line) or _BARE_ANSWER.fullmatch(line):
        return False
    if line.isupper() and len(words) < 8:
        return not _SHOUTED.search(line)
    rest = line[marked.end() :] if marked else line
    if _ASKING.match(rest) and not marked and line[-1].isalnum() and len(words) <= _ASKED_MAX:
        return True
    if (
        "? " in rest
        or _NO_HEADING.search(rest)
        or _CUT_OFF.search(rest)
        or (not marked and _TOLD.search(rest))
    ):
        return False
    if marked or _ASKING.match(rest):
        return True
    lower = rest.lower()
    return not (has_verb(lower, 0, len(lower)) or tells(lower))
