"""Who signs a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from nlp import values
from nlp.facts.face import Face, Line
from nlp.facts.fact import Fact
from nlp.facts.names import UPPER, firm_in
from nlp.verbs import has_verb

_BELOW = 3  # lines below place and date, or a greeting, in which the name may stand
_PLACE_WORDS = 12  # of a line that tells where and when it is signed
_LAST = 5  # lines of a document in which a name with a role signs it
_ROLE_WORDS = 5  # of a line that tells a role
_WORD = rf"[{UPPER}][^\W\d_]*\.?(?:[-'][^\W\d_]+)*"
_NAME = rf"(?P<name>{_WORD}(?: (?:(?:af|von|van|de|da|al|bin|binti) )?{_WORD}){{1,3}})"
_NO_SIGNING = re.compile(r"[@\t|\d]")  # rows of tables, and whom to ask
_THING = re.compile(rf"\b[{UPPER}](?:[{UPPER}]+\b|\s|$)")
_PERSON = re.compile(rf"{_NAME}\.?\s*(?:[,\t(|]|$)")
# What stands between a label and the name: a place, by whom, and the role that it is signed in.
_BETWEEN = re.compile(
    rf"(?:\s(?:i|in|at)\s{_WORD})?[\s:]*(?:(?:av|by)\s)?"
    r"(?:(?:[a-zåäö]+\s){0,4}[a-zåäö]+,\s)?"
)


def signature(face: Face) -> Fact | None:
    """Who signs at the foot: behind a label, below place and date or a greeting, or by a role."""
    return next(_signers(face), None)


def _signers(face: Face) -> Iterator[Fact]:
    for row, line in enumerate(face.foot):
        yield from _labelled(line)
        if line.of("label", "closing") or _asks_for_name(line) or _is_dated(line):
            for below in face.foot[row + 1 : row + 1 + _BELOW]:
                yield from _person(below, 0)
    last = face.foot[-_LAST:]
    for line, below in zip_longest(last, last[1:]):
        yield from _in_role(line, below)


def _asks_for_name(line: Line) -> bool:
    """Does "signed" begin the line or end it, so that the name stands below?"""
    hits = line.of("label", "signer")
    return any(not hit.start or not line.text[hit.end :].strip(" .:_") for hit in hits)


def _labelled(line: Line) -> Iterator[Fact]:
    for hit in line.of("label", "signer"):
        between = _BETWEEN.match(line.text, hit.end)
        yield from _person(line, between.end() if between else hit.end)


def _in_role(line: Line, below: Line | None) -> Iterator[Fact]:
    """A name before its role, in its line or on the one below, or behind it and a colon."""
    if _NO_SIGNING.search(line.text) or line.of("label", "letter"):
        return
    roles = line.of("set", "role")
    before, colon, behind_colon = line.text.partition(":")
    if colon and _is_role(line, len(before)):
        yield from _person(line, len(line.text) - len(behind_colon.lstrip()))
    for fact in _person(line, 0):
        end = len(fact.value)
        if line.text[end:].strip(" ."):
            signs = any(hit.start > end for hit in roles)
        else:
            signs = below is not None and _is_role(below, len(below.text))
        if signs:
            yield fact


def _is_role(line: Line, end: int) -> bool:
    """Does the line as far as there tell a role, and is no sentence?"""
    if len(line.text[:end].split()) > _ROLE_WORDS or has_verb(line.lower, 0, end):
        return False
    return any(hit.end <= end for hit in line.of("set", "role"))


def _is_dated(line: Line) -> bool:
    if len(line.text.split()) > _PLACE_WORDS or " | " in line.text:
        return False
    last = list(values.moments(line.text, 0, len(line.text)))
    return bool(last) and not line.text[last[-1].end :].strip(" .") and last[-1].start > 0


def _person(line: Line, start: int) -> Iterator[Fact]:
    found = _PERSON.match(line.text, start)
    if not found or _THING.search(found["name"]) or firm_in(line):
        return
    if any(start <= hit.start < found.end("name") for hit in line.of("label")):
        return
    name = found["name"].rstrip(".")
    span = (found.start("name"), found.start("name") + len(name))
    yield line.fact("signature", name, span, "signature.name")
