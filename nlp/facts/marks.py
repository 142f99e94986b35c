"""A document's title, number and version."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nlp.certificates.details import TOKEN, is_number
from nlp.facts.face import Face, Line
from nlp.facts.fact import Fact
from nlp.facts.kinds import NO_KIND, is_title
from nlp.facts.names import firm_in
from nlp.matching import Hit
from nlp.text import has_verb

_NAMING = ("document", "certificate", "audit")
_TITLED = 14  # lines of the head among which the title stands
_ROWS = 25  # lines of the head among which number and version stand
_WORDS = range(2, 15)  # of a title that no word of the pack tells
_UNSURE = 6  # characters that a number behind a bare "report" has at least
_CUT = re.compile(r"\t| \| |\s{2,}")
_LETTERS = 0.6  # of the characters of a title
_NO_TITLE = re.compile(r"[@\[\]_<>]|\.{4}|\b\d{3} ?\d\d\b|\b(?:page|sida|sid)\b \d", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:Detta|Denna|Den|Det|Vi|This|The|These|We|Our|Vår|I|In|Enligt)\b")
_VERSION = re.compile(
    r"[\s.:]*(?:(?i:no|nr)\b[\s.:]*)?(?P<it>\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z])(?![\w/-]|[.,]\d)"
)
_NUMBER = re.compile(rf"[\s.:#]*(?:(?i:no|nr)\b[\s.:]*)?(?P<it>(?:[A-ZÅÄÖ]{{1,4}}\s)?{TOKEN})")
_STANDARD = re.compile(
    r"(?:ISO|IEC|EN|SS|REG|EC)\b.*|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d\d?[./]\d{4}"
)


def title(face: Face, kind: str, properties: Mapping[str, str]) -> Fact | None:
    """The line that heads the document: by its words, or as its file names it."""
    named = " ".join(properties.get("title", "").split()).casefold()
    for line in face.head[:_TITLED]:
        if named and line.lower.strip() == named and len(named.split()) in _WORDS:
            return _titled(line, 0, "title.property")
    for line in face.head[:_TITLED]:
        for hit in line.of("title"):
            if is_title(line, hit) and hit.rule.name in (kind, NO_KIND):
                return _titled(line, _begin(line, hit), "title.word")
    heads = [line for line in face.head[:_TITLED] if _heads(line)]
    return _titled(min(heads, key=_figured), 0, "title.line") if heads else None


def _figured(line: Line) -> bool:
    return any(character.isdigit() for character in line.text)


def _begin(line: Line, hit: Hit) -> int:
    """Where the title begins in its line: behind a firm's name, where one stands before it."""
    firm = firm_in(line)
    return hit.start if firm and firm[0] < hit.start else 0


def _titled(line: Line, start: int, rule: str) -> Fact:
    cut = _CUT.search(line.text, start)
    words = line.text[start : cut.start() if cut else len(line.text)].rstrip(" .,:;-")
    return line.fact("title", words, (start, start + len(words)), rule)


def _heads(line: Line) -> bool:
    """A line that names a document, and is no sentence, field, row, address or firm."""
    text = line.text.strip()
    if not _names(line, text) or len(text.split()) > _WORDS[-1] or " | " in text:
        return False
    if not text[0].isalpha() or _SENTENCE.match(text) or text[-1] in ".,;!?:":
        return False
    if _NO_TITLE.search(text) or firm_in(line) or _is_field(line):
        return False
    letters = sum(character.isalpha() or character == " " for character in text)
    return letters >= _LETTERS * len(text) and not has_verb(line.lower, 0, len(line.lower))


def _names(line: Line, text: str) -> bool:
    """Does it begin or end with what a document is called, or shout it?"""
    called = line.of("set", *_NAMING)
    begins = any(hit.start == 0 for hit in (*called, *line.of("scheme")))
    return bool(called) and (begins or called[-1].end >= len(text) or text.isupper())


def _is_field(line: Line) -> bool:
    return any(hit.start == 0 and hit.rule.weight == "strong" for hit in line.of("label"))


def number(face: Face) -> Fact | None:
    """The document's own number, behind a word that says so."""
    return _marked(face, "number", "strong") or _marked(face, "number", "weak")


def version(face: Face) -> Fact | None:
    """Version, issue or revision; not of the document that this one replaces."""
    return _marked(face, "version", "strong")


def _marked(face: Face, name: str, weight: str) -> Fact | None:
    pattern = _VERSION if name == "version" else _NUMBER
    for line in face.head[: _ROWS if weight == "strong" else _TITLED]:
        for hit in line.of("label", name, "letter"):
            found = pattern.match(line.text, hit.end)
            if not found or not _said(line, hit, name, weight) or _replaced(line, hit):
                continue
            if name == "version" or _is_own(found["it"], weight):
                return line.fact(
                    name, found["it"].rstrip("."), found.span("it"), f"{name}.{weight}"
                )
    return None


def _said(line: Line, hit: Hit, name: str, weight: str) -> bool:
    """Is it the label looked for; a weak one in a line that is no sentence, a bare "no" first?"""
    if hit.rule.name != name or hit.rule.weight != weight:
        return False
    if weight == "strong":
        return True
    bare = hit.end - hit.start == len("no")
    return not (bare and hit.start) and not has_verb(line.lower, 0, len(line.lower))


def _replaced(line: Line, hit: Hit) -> bool:
    return any(other.end <= hit.start for other in line.of("label", "other_date"))


def _is_own(written: str, weight: str) -> bool:
    if _STANDARD.fullmatch(written):
        return False
    return weight == "strong" or (len(written) >= _UNSURE and is_number(written))
