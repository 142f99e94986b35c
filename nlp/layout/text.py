"""A page as it is matched: a folded view of the text that knows the way back to every character."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

# One character for one: dashes, quotation marks and blanks that mean the same.
_SAME = {ord(c): "-" for c in "‐‑‒–—―−\u00ad"}
_SAME |= {ord(c): "'" for c in "’‘‚′´`"} | {ord(c): '"' for c in "“”„″«»"}
_SAME |= {ord(c): " " for c in "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t"}
_SAME |= {c: " " for c in range(32) if c not in (9, 10, 13)} | {ord("μ"): "µ"}

_VARIANT = re.compile(f"[{re.escape(''.join(map(chr, _SAME)))}]")

# What changes length: runs of blanks, line breaks, soft and line-end hyphens, compound characters.
# Each begins with a sign, looked back at, and no letter does: so a search for one is quick.
_SOFT, _WIDE = (
    r"\u00ad\u200b-\u200f\u2060\ufeff",
    r"\ufb00-\ufb06\u2026\u2460-\u24ff\uff01-\uff5e\u00bd\u00bc\u2153",
)
_SPECIAL = (
    rf"[-‐\s{_SOFT}{_WIDE}](?:"
    r"(?P<hyphen>(?<=[a-zåäöéü][-‐\u00ad])[ \t]*\r?\n[ \t]*"
    r"(?=[a-zåäöéü])(?!(?:och|eller|and|or|samt|resp)\b))"
    r"|(?P<break>(?<=[^\S\n])[^\S\n]*\n\s*|(?<=\n)\s+)"
    r"|(?P<gap>(?<=[^\S\n])[^\S\n]+)"
    rf"|(?P<soft>(?<=[{_SOFT}])[{_SOFT}]*)"
    rf"|(?P<wide>(?<=[{_WIDE}])))"
)
_CHANGED = re.compile(_SPECIAL)
# Hardly any page has an accent that is a character of its own.
_ACCENT = re.compile(r"[\u0300-\u036f]")
_CHANGED_OR_ACCENTED = re.compile(rf"{_SPECIAL}|(?P<accented>[\u0041-\u024f][\u0300-\u036f]+)")
GAP = "\t"  # in the view: a gap of three blanks or more, the edge of a column


@dataclass(frozen=True, slots=True)
class View:
    """The folded text of a page. `text` keeps case, `lower` does not; both have one length.

    In `text` a line feed is one line break and a form feed a blank line; runs of blanks are one
    blank, or a tab where a column ends.
    """

    text: str
    lower: str
    _view_starts: array[int]
    _raw_starts: array[int]

    def raw(self, at: int) -> int:
        """The place in the page's own text of the character at `at` in the view."""
        index = bisect_right(self._view_starts, at) - 1
        return self._raw_starts[index] + at - self._view_starts[index]

    def at(self, raw: int) -> int:
        """The first place in the view of what stands at an offset of the page's text, or behind."""
        return bisect_left(range(len(self.text)), raw, key=self.raw)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the page's own text of the view's [start, end)."""
        return self.raw(start), self.raw(end - 1) + 1 if end > start else self.raw(start)


def _alike(match: re.Match[str]) -> str:
    return _SAME[ord(match.group())]


def _folded(match: re.Match[str]) -> str:
    kind, found = match.lastgroup, match.group()
    if kind == "break":
        return "\f" if found.count("\n") > 1 else "\n"
    if kind == "gap":
        return GAP if len(found) > 2 or "\t" in found else " "
    if kind in ("wide", "accented"):
        return unicodedata.normalize("NFKC", found)
    return ""


_LONGER = "İ"  # the one letter whose small form is of two characters: it stays as it is


def _lowered(text: str) -> str:
    return _LONGER.join([part.lower() for part in text.split(_LONGER)])


def fold(raw: str) -> View:
    """The view of one page; every character of it has a place in `raw`."""
    parts: list[str] = []
    view_starts, raw_starts = array("l", [0]), array("l", [0])
    done = length = 0
    same = _VARIANT.sub(_alike, raw)
    changed = _CHANGED_OR_ACCENTED if _ACCENT.search(raw) else _CHANGED
    for match in changed.finditer(raw):
        plain = same[done : match.start()]
        parts.append(plain)
        length += len(plain)
        for character in _folded(match):
            parts.append(character)
            view_starts.append(length)
            raw_starts.append(match.start())
            length += 1
        done = match.end()
        view_starts.append(length)
        raw_starts.append(done)
    parts.append(same[done:])
    text = _unscanned("".join(parts))
    return View(text, _lowered(text), view_starts, raw_starts)


# Each begins with the sign itself: a search for one of four characters is quick.
_SCANNED = re.compile(
    r"1(?<=[a-zåäö]1)[a-zåäö]|1(?<=[a-zåäö]{3}1)\b|l(?<=[A-Z]l)(?<![a-zåäö][A-Z]l)[A-Z]"
    r"|O(?<=\dO)\d|Q(?<=\dQ)\d|l(?<=\bl)[A-ZÅÄÖ]{2}"
)
_MISREAD = 3  # signs on a page by which it is told from one that was written
_DIGIT_O = re.compile(r"(?<=\d)[OQ]+|(?<![A-Za-z])O+(?=[.,]?\d)")
_DIGIT_L = re.compile(r"(?<=\d[-.,])l(?=\d)|(?<=\d)l(?=[\d.,-])|(?<![A-Za-z])l(?=[.,]\d)")
_LETTER_1 = re.compile(
    r"(?<=[a-zåäöA-ZÅÄÖ])1(?=[a-zåäö])|(?<=[a-zåäö])1+(?![0-9])|\b1(?=[a-zåäö]{2})"
)
_CAPITAL_L = re.compile(
    r"(?<=[A-ZÅÄÖ])l(?=[A-ZÅÄÖ])|\bl(?=[A-ZÅÄÖ]{2})|(?<=\b[A-ZÅÄÖ])l\b|(?<=\bX[VI])l+\b"
)


# What is never written so: a figure within a word, a letter within a figure, "lndia".
_SURELY = re.compile(
    r"1(?<=[a-zåäö]1)(?=[a-zåäö]{2})|O(?=O*\d)(?:(?<=[\dO]O)|(?<=\d[./-]O))"
    r"|l(?=[bcdfgkmnpqrstvxz][a-zåäö]{2})(?<!\wl)"
)
_READ = {"1": "l", "l": "I", "O": "0"}
# A figure before its unit, or a number of a substance, in which letters stand for digits:
# "l2 mg/kg", "9O %", "ll7-8l-7". No word is written so.
_FIGURE = re.compile(
    r"[\dOl](?<![\w.,-][\dOl])(?:"
    r"(?:(?<=\d)|(?=[Ol.,]*\d))[\dOl]*(?:[.,][\dOl]+)?"
    r"(?=\s?(?:%|(?:mg|[µu]g|g)/|pp[mb]\b|år\b|years?\b|timmar\b|hours?\b))"
    r"|[\dOl]{1,6}-[\dOl]{2}-[\dOl](?![\w-])|[\dOl]{2}-[\dOl]{3}-[\dOl](?![\w-]))"
)
_DIGITS = str.maketrans("Ol", "01")


def _figured(match: re.Match[str]) -> str:
    return match.group().translate(_DIGITS)


def _reread(match: re.Match[str]) -> str:
    return _READ[match.group()]


def _unscanned(text: str) -> str:
    """Undo, one character for one, what reading a scanned page mistakes.

    The surest everywhere, the rest where a page shows that it was read so.
    """
    text = _FIGURE.sub(_figured, text)
    signs = zip(range(_MISREAD), _SCANNED.finditer(text), strict=False)
    if sum(1 for _ in signs) < _MISREAD:
        return _SURELY.sub(_reread, text)
    text = _DIGIT_O.sub(lambda found: "0" * len(found.group()), text)
    text = _DIGIT_L.sub("1", text)
    text = _LETTER_1.sub(lambda found: "l" * len(found.group()), text)
    return _CAPITAL_L.sub(lambda found: "I" * len(found.group()), text)


_SMALL_WORDS = {
    "sv": "och att är av för som med den inte till på ska eller har ej vi från enligt alla hos kan"
    " inga ingen vid ett en våra vår om över efter mot utan vara blir även samt dock där det de"
    " kom fjol",
    "en": "the and of to is for that with not are shall or has we from in by be all at an on our"
    " their this which can no none it have had been will must than also only was were",
}
SMALL_WORDS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_SV, _EN = SMALL_WORDS["sv"], SMALL_WORDS["en"]
_WORD = re.compile(r"[^\W\d_]+")


def language(lower: str, default: str = "en") -> str:
    """`sv` or `en`, by the small words; `default` where there are none or as many."""
    words = _WORD.findall(lower)
    swedish = sum(map(_SV.__contains__, words))
    english = sum(map(_EN.__contains__, words))
    if swedish == english:
        return "sv" if swedish == 0 and any(c in lower for c in "åäö") else default
    return "sv" if swedish > english else "en"
