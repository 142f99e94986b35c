"""Where the words of a claim begin and end: without what only joins them to what stands before."""

from __future__ import annotations

import re

from nlp.passages import Draft, Passage

# What joins a clause to the one before it and carries neither its fact nor its stance.
_JOINS = {
    "en": re.compile(r"(?:and|but|while|whereas|although|though|where) (?!of\b|that\b)"),
    "sv": re.compile(r"(?:och|men|medan|däremot) (?!att\b)"),
}
# The same at the head of a sentence.
_OPENS = {
    "en": re.compile(
        r"(?:in addition|additionally|furthermore|moreover|likewise|similarly|however|therefore"
        r"|thus|consequently|accordingly|as a result|nonetheless|nevertheless|finally|specifically"
        r"|in particular|to (?:this|that) end|at all times|as such), "
        r"|(?:to (?:this|that) end|whilst) "
    ),
    "sv": re.compile(r"(?:dessutom|vidare|likaså|således|som en följd|till sist|till slut), "),
}
# The ground or the frame of what is said, up to its comma: "Based on this exercise, we ..."
_FRAMES = {
    "en": re.compile(
        r"(?:by \w+ing|through|based on|consistent with|in line with|in accordance with"
        r"|as part of|in addition to|in keeping with|together with|alongside) [^,.;:|]{2,90}, "
    ),
    "sv": re.compile(r"(?:utöver|i linje med|som en del av|tillsammans med) [^,.;:|]{2,90}, "),
}
_MOST = 2  # "and, in addition, ...": joins and frames that stand before one clause


def inner(passage: Passage, draft: Draft, cues: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """[start, end) of a draft without what joins it to the sentence before, its words and cues."""
    start, end = trim(passage.view.text, draft.start, draft.end)
    if not passage.unit.cells:
        kept = min((first for first, _ in (*draft.anchors, *cues)), default=end)
        for _ in range(_MOST):
            start = _behind_join(passage, start, min(kept, end))
    return start, end


def _behind_join(passage: Passage, start: int, last: int) -> int:
    """Where the clause at `start` begins that is joined or framed there; before `last`."""
    lower = passage.view.lower
    tables = (_JOINS, _OPENS, _FRAMES) if start > passage.start else (_OPENS, _FRAMES)
    for table in tables:
        if found := table[passage.language].match(lower, start, last):
            return found.end()
    return start


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without blanks, bullets and final stops at its edges."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:|!"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:|*"):
        start += 1
    return start, end
