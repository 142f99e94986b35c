"""Words of duty that bind nobody here: another's aim, a shared commitment, a broken prohibition."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Draft, Passage

# "Suppliers that share our commitment to": of what they are like.
_SHARED = re.compile(r"\b(?:shares?|sharing|delar) (?:[\w'-]+ ){1,2}$")
# "A member of a scheme that aims to": what the scheme is for, and the membership is there.
_JOINED = re.compile(
    r"\b(?:members?|signator(?:y|ies)|part|partners?|participants?|joined|signed|medlem\w*|anslut\w+"
    r"|deltar|ingår) (?:[^\s;:|]+ ){0,14}?(?:that|which|who|som|vars syfte)(?: is| are| har| är)? $"
)
# "7 nonconformances with the prohibition of forced labour": it was broken.
_BROKEN = re.compile(
    r"\b(?:non-?conform\w+|non-?complian\w+|violations?|breach(?:es)?|findings?|avvikelser?"
    r"|överträdelser?|brott) (?:[^\s;:|]+ ){0,3}?"
    r"(?:for|of|with|against|mot|av|från)(?: the| our)? $"
)
# "Processes for identifying, addressing and prohibiting": what a measure that is there is for.
_PURPOSE = re.compile(
    r"\b(?:process(?:es)?|procedures?|systems?|measures?|programmes?|programs?)"
    r" (?:for|of) (?:\w+ing(?:,| and|, and)? )+$"
)

# "Our due diligence aims to identify forced labour": it is there, and that is its aim.
_MEASURE = re.compile(
    r"\b(?:due diligence|process(?:es)?|programmes?|programs?|training|audits?|assessments?"
    r"|granskning\w*|utbildning\w*|program(?:met)?|process(?:en)?|revision\w*)(?: [\w-]+){0,3} $"
)
# "With many workers required to work every day": what they have to bear is there.
_MADE_TO = re.compile(
    r"\b(?:workers|employees|operators|women|migrants|they|staff) (?:(?:are|were) )?(?:often )?$"
)
# "Whoever meets with prohibited treatment can call the line": what befalls somebody.
_WRONGS = re.compile(r"prohibited (?:treatment|conduct|behaviou?r|practices?|acts?)\b")
_AIMS = ("aim", "seeks to", "strive", "syftar")


def lies_aside(passage: Passage, duty: Hit, draft: Draft) -> bool:
    """Does a word of duty only tell of others, or of what a thing is for?"""
    if not draft.topic.startswith("LAB."):
        return False
    lower, start, end = passage.view.lower, passage.start, duty.start
    word = lower[duty.start : duty.end]
    if word.endswith("required to") and _MADE_TO.search(lower, start, end):
        return lower.startswith(" work", duty.end)
    if word.startswith("prohibit") and _WRONGS.match(lower, duty.start):
        return True
    if word.startswith("prohibit"):
        return bool(_BROKEN.search(lower, start, end) or _PURPOSE.search(lower, start, end))
    if word.startswith(("commitment", "åtagande")):
        return bool(_SHARED.search(lower, start, end))
    if word.startswith(_AIMS) and _MEASURE.search(lower, start, end):
        return True
    return bool(_JOINED.search(lower, start, end))
