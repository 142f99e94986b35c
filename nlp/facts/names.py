"""Who a document is from and whom it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from nlp.facts.face import Face, Line
from nlp.facts.fact import Fact
from nlp.facts.kinds import is_certificate
from nlp.facts.words import any_of
from nlp.matching import Hit

_LETTERHEAD = 14  # lines in which a firm names itself
_BELOW = 3  # lines below a label in which its name may stand
_NUMBERED = 6  # characters before a label: the number of a field
UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f"
_FREE = re.compile(
    rf"(?:[ \t]*[:|\t]\s*(?P<marked>[{UPPER}][^|\t,;:()]{{3,60}})"
    rf"|\s(?P<listed>[{UPPER}][^|\t,;:()]{{3,60}})(?=,))"
)
_FOR = re.compile(r"\b(?:for|för|åt|till|to|on behalf of|på uppdrag av)\b")


@lru_cache(maxsize=1)
def _firm() -> re.Pattern[str]:
    """A firm's name: words with capitals before a legal form, or after one."""
    word = rf"(?:[{UPPER}][\w.&'-]*|\d+[^\W\d_][\w.&'-]*|\([{UPPER}][\w.]*\))"
    joined = rf"(?:{word}|&|och|and|of|i|de)"
    after = any_of("firm_after")
    return re.compile(
        rf"{word}(?: {joined}){{0,6}}?,? (?:{after}|{after.upper()})(?:\.? (?:{after}))?(?![\w-])"
        rf"|\b(?:{any_of('firm_before')}) {word}(?: {word}){{0,3}}"
    )


@lru_cache(maxsize=1)
def _has_form() -> re.Pattern[str]:
    """A quick look whether a line can hold a firm at all."""
    forms = any_of("firm_after")
    return re.compile(rf"\b(?:{forms}|{forms.upper()}|{any_of('firm_before')})(?![\w-])")


def firm_in(line: Line, start: int = 0) -> tuple[int, int] | None:
    """Where the first firm with its legal form is named behind `start`; None where none is."""
    if not _has_form().search(line.text, start):
        return None
    found = _firm().search(line.text, start)
    if not found or (line.text.isupper() and found.group().endswith(" AS")):
        return None  # in capitals the legal form and the English word are one
    return found.span()


def holder(face: Face, kind: str) -> Fact | None:
    """Whom a certificate, audit or report is about; None for kinds that are about nobody."""
    if kind.startswith("audit_"):
        return _labelled(face.head, "holder") or _under_title(face.head)
    if kind == "test_report":
        return _labelled(face.head, "client") or _labelled(face.head, "holder")
    if is_certificate(kind) or (not kind and _certifies(face)):
        return _labelled(face.head, "certified") or _labelled(face.head, "holder")
    return None


def _certifies(face: Face) -> bool:
    """Is it headed as certificates are, as a bundle of them is that is of no one kind?"""
    return any(line.of("set", "certificate") for line in face.head[:_LETTERHEAD])


def issuer(face: Face, about: Fact | None) -> Fact | None:
    """Whom a document is from: whom a label names, or the firm of the letterhead."""
    holder = _plain(about.value) if about else ""
    found = (
        _labelled(face.lines, "issuer", weight="strong"),
        _labelled(face.head, "body"),
        _letterhead(face.head, holder),
        _labelled(face.head, "issuer", weight="weak"),
    )
    return next((fact for fact in found if fact and _plain(fact.value) != holder), None)


def _letterhead(lines: Sequence[Line], holder: str) -> Fact | None:
    for line in lines[:_LETTERHEAD]:
        span = firm_in(line)
        if span and not span[0] and _plain(line.text[slice(*span)]) != holder:
            return line.fact("issuer", line.text[slice(*span)], span, "issuer.letterhead")
    return None


def _plain(name: str) -> str:
    return name.casefold().rstrip(".")


def _under_title(lines: Sequence[Line]) -> Fact | None:
    """The firm that a line below the title of an audit names, and nothing else."""
    for above, line in pairwise(lines[:_LETTERHEAD]):
        span = firm_in(line)
        if span and span[1] - span[0] >= len(line.text.strip()) and above.of("set", "audit"):
            return line.fact("holder", line.text[slice(*span)], span, "holder.title")
    return None


def _labelled(lines: Sequence[Line], label: str, *, weight: str = "") -> Fact | None:
    """The name that follows a label, in its line or below it."""
    for row, line in enumerate(lines):
        for hit in line.of("label", label):
            if (weight and hit.rule.weight != weight) or line.text.count(" | ") > 1:
                continue
            if hit.start > _NUMBERED and label not in ("certified", "issuer", "body"):
                continue
            name = "issuer" if label in ("issuer", "body") else "holder"
            if found := _after(lines[row : row + _BELOW + 1], hit):
                at, span = found
                return at.fact(name, at.text[slice(*span)], span, f"{name}.{label}")
    return None


def _after(lines: Sequence[Line], hit: Hit) -> tuple[Line, tuple[int, int]] | None:
    """The name that follows a label in the first line, or else begins a line below it."""
    line, end = lines[0], hit.end
    if (span := firm_in(line, end)) and not _FOR.search(line.lower, end, span[0]):
        return line, span
    if (found := _FREE.match(line.text, end)) and _may_be_free(found, hit):
        start, last = found.span(found.lastgroup or 0)
        name = line.text[start:last].partition(". ")[0].rstrip(" .")
        return line, (start, start + len(name))
    if hit.rule.name == "certified" or not line.text[end:].strip(" :"):
        for below in lines[1:]:
            span = firm_in(below)
            if span and not span[0]:
                return below, span
    return None


def _may_be_free(found: re.Match[str], hit: Hit) -> bool:
    """May a name without a legal form stand there: behind a colon, or for a site a comma?"""
    if hit.rule.name == "issuer":
        return found.lastgroup == "marked" and hit.rule.weight == "weak"
    return found.lastgroup == "marked" or hit.rule.name == "holder"
