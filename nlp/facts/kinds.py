"""What kind a document is, by its title, or by a scheme and the word certificate or audit."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nlp.facts.face import Face, Line
from nlp.facts.fact import Fact
from nlp.facts.words import matcher
from nlp.layout.text import fold
from nlp.matching import Hit

_TITLES = 18  # lines of the head among which a title stands
_FIRST = 4  # lines of the head in which "Policy" alone is a title
_FACE = 40  # lines in which a certificate names its standard
_TITLE_WORDS = 14
_NEAR_START = 45  # characters before a title in its line: a firm's name, a number
_HEADING = 60  # characters that begin a page, in which a scheme heads a paper of its own
_SAMPLES = 3  # different words of a laboratory that make a report one of tests
_AUDITS = frozenset({"audit_bsci", "audit_smeta"})
_OF_ANOTHER = re.compile(
    r"(?:enligt|see|se|according to|our|vår|våra|med|with|of|har|and|och)\s+(?:\w+\s)?$"
)
_REST_BEFORE, _REST_AFTER = re.compile(r"[^\W_]+$"), re.compile(r"[^\W_]+")
NO_KIND = "other"
"""The name of titles that tell that a document is none of the kinds."""


def is_certificate(kind: str) -> bool:
    """Is it a kind that certifies a holder: a certificate, a licence or a registration?"""
    return kind.startswith(("cert_", "iso", "licence_")) or kind == "emas"


@dataclass(frozen=True, slots=True)
class _Sign:
    """A word that speaks for a kind, and how far down and how surely it stands."""

    kind: str
    line: Line
    hit: Hit
    row: int
    strong: bool


def kind(face: Face) -> Fact | None:
    """The kind and the words that tell it; None where they are none, or tell two."""
    signs = [*_titles(face.head[:_TITLES]), *_schemes(face), *_laboratory(face)]
    strong = [sign for sign in signs if sign.strong] or signs
    if not strong:
        return None
    first = min(strong, key=lambda sign: (sign.row, sign.hit.start))
    if first.kind == NO_KIND:
        return None
    rule = f"{first.hit.rule.kind}.{first.kind}"
    return first.line.fact("kind", first.kind, word(first.line, first.hit), rule)


def _titles(lines: Sequence[Line]) -> list[_Sign]:
    """Titles in lines that are short and begin with them, or nearly."""
    return [
        _Sign(hit.rule.name, line, hit, row, hit.rule.weight == "strong")
        for row, line in enumerate(lines)
        for hit in line.of("title")
        if is_title(line, hit, row) and not _of_audit(line, hit)
    ]


def _of_audit(line: Line, hit: Hit) -> bool:
    """Is it the plan of action that a scheme of audits hands out as its report?"""
    schemes = line.of("scheme", *_AUDITS)
    return hit.rule.name == NO_KIND and any(scheme.end <= hit.start for scheme in schemes)


def is_title(line: Line, hit: Hit, row: int) -> bool:
    """Does the word stand in its line as a title does, and not inside a sentence?"""
    if line.text.startswith(":", hit.end):
        return False  # a field
    if hit.rule.weight == "weak" and is_within(line, row):
        return False
    if hit.rule.name == NO_KIND and line.text[0].isdigit():
        return False
    return _heads(line, hit) and line.text[word(line, hit)[0]].isupper()


def is_within(line: Line, row: int) -> bool:
    """Is it one word, further down than titles stand: the heading of a part?"""
    return row >= _FIRST and " " not in line.text.strip()


def word(line: Line, hit: Hit) -> tuple[int, int]:
    """The hit with the rest of the words that it is a part of."""
    before = _REST_BEFORE.search(line.text, 0, hit.start)
    after = _REST_AFTER.match(line.text, hit.end)
    return before.start() if before else hit.start, after.end() if after else hit.end


def _heads(line: Line, hit: Hit) -> bool:
    if hit.start > _NEAR_START or len(line.text.split()) > _TITLE_WORDS:
        return False
    if line.text.rstrip().endswith((".", ",", ";")) or " | " in line.text:
        return False
    return not _OF_ANOTHER.search(line.lower, 0, hit.start)


def _schemes(face: Face) -> list[_Sign]:
    """The one scheme that the face names, where a title says certificate, or audit."""
    found = [
        (row, line, hit) for row, line in enumerate(face.head[:_FACE]) for hit in line.of("scheme")
    ]
    audited = _headed(face.head[:_TITLES], "audit")  # a report of an audit for a certificate
    signs = []
    for word, wanted in (("certificate", False), ("audit", True)):
        of_word = [each for each in found if (each[2].rule.name in _AUDITS) is wanted]
        kinds = {hit.rule.name for _, _, hit in of_word}
        row = _headed(face.head[:_TITLES], word)
        if row is None or (not wanted and audited is not None and audited < row):
            continue
        if len(kinds) == 1 and not _others(face, kinds):
            _, line, hit = of_word[0]
            signs.append(_Sign(hit.rule.name, line, hit, row, strong=True))
    return signs


def _laboratory(face: Face) -> list[_Sign]:
    """A report without more of a title, in which a laboratory speaks of its samples."""
    row = _headed(face.head[:_TITLES], "report")
    hits = [hit for line in face.head[:_FACE] for hit in line.of("set", "laboratory")]
    if row is None or len({(hit.rule.name, hit.end - hit.start) for hit in hits}) < _SAMPLES:
        return []
    line = face.head[row]
    return [_Sign("test_report", line, line.of("set", "report")[0], row, strong=False)]


def _headed(lines: Sequence[Line], word: str) -> int | None:
    """The first row in which the word of a set stands as a title."""
    for row, line in enumerate(lines):
        if any(_heads(line, hit) for hit in line.of("set", word)):
            return row
    return None


def _others(face: Face, kinds: Collection[str]) -> bool:
    """Does another page begin with a paper of another scheme? Then it is a bundle."""
    return any(
        hit.rule.kind == "scheme" and hit.rule.name not in kinds
        for head in (matcher().find(fold(beginning).lower) for beginning in face.beginnings)
        for hit in head
        if hit.start < _HEADING or any(other.rule.name == "certificate" for other in head)
    )
