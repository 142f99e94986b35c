"""A document's title, number and version."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nlp import values
from nlp.certificates.details import NUMBER, is_number
from nlp.facts.face import Face, Line
from nlp.facts.fact import Fact
from nlp.facts.kinds import NO_KIND, is_certificate, is_title, is_within, word
from nlp.facts.names import firm_in
from nlp.matching import Hit
from nlp.verbs import has_verb

_NAMING = ("document", "certificate", "audit")
_LETTERHEAD = 3  # lines in which a firm that stands alone has the title beside it
_HEADED = 6  # lines in which a title that no word tells stands
_TITLED = 14  # lines of the head among which the title stands
_ROWS = 25  # lines of the head among which a version, or the number of a certificate, stands
_WORDS = range(2, 15)  # of a title that no word of the pack tells
_UNSURE = 6  # characters that a number behind a bare "report" has at least
_SURE = 4  # characters that a number behind "report no" has at least
_CUT = re.compile(r"\t| \| |\s{2,}")
_LETTERS = 0.6  # of the characters of a title
_NO_TITLE = re.compile(r"[@\[\]_<>]|\.{4}|\b\d{3} ?\d\d\b|\b(?:page|sida|sid)\b \d", re.IGNORECASE)
_DAY = len("2025-01-31")
_ADDRESS = re.compile(r"\w+(?: \w+)? \d{1,3} ?[A-Za-z]?(?:,|$)")
_OPEN = re.compile(r"\b(?:to|for|of|by|with|till|för|av|med|på|i)$")
_WORDY = re.compile(r"[^\W\d_]{3}")
_SENTENCE = re.compile(
    r"(?:Detta|Denna|Den|Det|Vi|This|The|These|We|Our|Vår|I|In|Enligt|Why|What|How|Varför|Vad|Hur)\b"
)
_VERSION = re.compile(
    r"[\s.:]*(?:(?i:no|nr)\b[\s.:]*)?(?P<it>\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z])(?![\w/-]|[.,]\d)"
)
_NUMBER = re.compile(rf"[\s.:#]*(?:(?i:no|nr)\b[\s.:]*)?(?P<it>(?:[A-ZÅÄÖ]{{1,4}}\s)?{NUMBER})")
_OF = re.compile(r"\s(?:of|av)\b")
_MORE = re.compile(r",\s*[A-Z]{1,4}-?\d")  # numbers of a list, as those of goods
_STANDARD = re.compile(
    r"(?:ISO|IEC|EN|SS|REG|EC)\b.*|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d\d?[./]\d{4}"
)


# What a message or a letter writes before its title.
_LABEL = re.compile(
    r"\s*(?:subject|re|ämne|angående|rubrik|title|titel)\s*:\s*(?=\S)", re.IGNORECASE
)


def title(face: Face, kind: str, properties: Mapping[str, str]) -> Fact | None:
    """The line that heads the document: by its words, or as its file names it."""
    named = " ".join(properties.get("title", "").split()).casefold()
    for line in face.head[:_TITLED]:
        bare = line.lower[_unlabelled(line) :].strip()
        if named and bare == named and len(named.split()) in _WORDS:
            return _titled(line, 0, "title.property")
    for row, line in enumerate(face.head[:_TITLED]):
        for hit in line.of("title"):
            if is_title(line, hit, row) and hit.rule.name in (kind, NO_KIND):
                return _titled(line, _begin(line, hit), "title.word")
    first = enumerate(face.head[:_HEADED])
    if heads := [line for row, line in first if _heads(line) and not is_within(line, row)]:
        return _titled(min(heads, key=_figured), 0, "title.line")
    return _by_letterhead(face)


def _by_letterhead(face: Face) -> Fact | None:
    """The line above or below a firm that stands alone in the first lines."""
    first = face.head[:_LETTERHEAD]
    firms = [row for row, line in enumerate(first) if _is_firm(line)]
    beside = [first[at] for row in firms[:1] for at in (row - 1, row + 1) if 0 <= at < len(first)]
    titles = (line for line in beside if _may_title(line) and _is_apart(line))
    return next((_titled(line, 0, "title.letterhead") for line in titles), None)


def _is_apart(line: Line) -> bool:
    """All in capitals, or words of which some have none: no address, and no name of a place."""
    if _ADDRESS.match(line.text):
        return False
    words = line.text.split()
    return line.text.isupper() or (len(words) in _WORDS and not all(w[0].isupper() for w in words))


def _is_firm(line: Line) -> bool:
    span = firm_in(line)
    return span is not None and span[1] - span[0] >= len(line.text.strip())


def _figured(line: Line) -> bool:
    return any(character.isdigit() for character in line.text)


def _begin(line: Line, hit: Hit) -> int:
    """Where the title begins in its line: behind a firm's name or a cut before its word."""
    firm = firm_in(line)
    parted = _CUT.search(line.text, _unlabelled(line), hit.start)
    return word(line, hit)[0] if parted or (firm and firm[0] < hit.start) else 0


def _unlabelled(line: Line) -> int:
    label = _LABEL.match(line.text)
    return label.end() if label else 0


def _titled(line: Line, start: int, rule: str) -> Fact:
    start = max(start, _unlabelled(line))
    cut = _CUT.search(line.text, start)
    words = line.text[start : cut.start() if cut else len(line.text)].rstrip(" .,:;-")
    return line.fact("title", words, (start, start + len(words)), rule)


def _heads(line: Line) -> bool:
    """A line that names a document, and may be a title."""
    return _names(line, line.text.strip()) and _may_title(line)


def _may_title(line: Line) -> bool:
    """A line that is no sentence, field, row, address, day or firm."""
    text = line.text.strip()
    if len(text.split()) > _WORDS[-1] or " | " in text or text.count("\t") > 1:
        return False
    if not text[0].isalpha() or _SENTENCE.match(text) or text[-1] in ".,;!?:":
        return False
    if _OPEN.search(line.lower.rstrip()) or not _WORDY.search(text):
        return False
    if _NO_TITLE.search(text) or firm_in(line) or _is_field(line):
        return False
    if any(len(moment.iso) == _DAY for moment in values.moments(line.text, 0, len(line.text))):
        return False
    letters = sum(character.isalpha() or character == " " for character in text)
    return letters >= _LETTERS * len(text) and not has_verb(line.lower, 0, len(line.lower))


def _names(line: Line, text: str) -> bool:
    """Does it begin or end with what a document is called, or shout it?"""
    called = line.of("set", *_NAMING)
    begins = any(hit.start == 0 for hit in (*called, *line.of("scheme")))
    return bool(called) and (begins or called[-1].end >= len(text) or text.isupper())


def _is_field(line: Line) -> bool:
    """Does it begin with a label, or with a word for a document that a colon follows later?"""
    colon = line.text.find(":")
    if any(hit.start == 0 and hit.end < colon for hit in line.of("set", *_NAMING)):
        return True
    begun = [hit for hit in line.of("label") if not hit.start and hit.rule.weight == "strong"]
    return any(hit.rule.name != "audit" or colon == hit.end for hit in begun)


def number(face: Face, kind: str) -> Fact | None:
    """The document's own number, behind a word that says so."""
    rows = _ROWS if is_certificate(kind) else _TITLED
    return _marked(face.head[:rows], "number", "strong") or _marked(
        face.head[:_TITLED], "number", "weak"
    )


def version(face: Face) -> Fact | None:
    """Version, issue or revision; not of the document that this one replaces."""
    return _marked(face.head[:_ROWS], "version", "strong")


def _marked(lines: Sequence[Line], name: str, weight: str) -> Fact | None:
    pattern = _VERSION if name == "version" else _NUMBER
    for line in lines:
        for hit in line.of("label", name, "letter"):
            found = pattern.match(line.text, hit.end)
            if not found or not _said(line, hit, name, weight) or _replaced(line, hit):
                continue
            if name == "version":
                own = not _is_of_standard(line, hit, found)
            else:
                own = not _MORE.match(line.text, found.end()) and _is_own(found["it"], weight)
            if own:
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


def _is_of_standard(line: Line, hit: Hit, found: re.Match[str]) -> bool:
    """Is it the version of a scheme that the line names, or is the figure that of a day?"""
    if any(scheme.end <= hit.start for scheme in line.of("scheme")):
        return True
    if _OF.match(line.lower, found.end()):
        return True
    days = values.moments(line.text, found.start("it"), len(line.text))
    return any(day.start == found.start("it") for day in days)


def _replaced(line: Line, hit: Hit) -> bool:
    return any(other.end <= hit.start for other in line.of("label", "other_date"))


def _is_own(written: str, weight: str) -> bool:
    if _STANDARD.fullmatch(written):
        return False
    if weight == "strong":
        return len(written) >= _SURE
    return len(written) >= _UNSURE and is_number(written)
