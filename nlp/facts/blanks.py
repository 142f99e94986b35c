"""Places of a template that nobody has filled in: brackets, rows of X, empty lines to write on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nlp.facts.fact import Fact
from nlp.facts.words import any_of

_MOST = 5  # places that are told; more say no more
_LABEL = 60  # characters before an empty line that say what is to be written on it

# What marks such places, in the order in which it is tried where two stand at one place. Finding
# words is ten times as quick as a pattern, and most pages hold none of these.
_MARKS = (
    *("[", "<", "{{", "____", "......", "………"),
    *("YYYY", "yyyy", "ÅÅÅÅ", "åååå", "20XX", "20xx", "X" * 4, "x" * 4),
    *("Lorem ipsum", "lorem ipsum", "LOREM IPSUM"),
)
_LINE = re.compile(r"_+|\.+|…+")
_DAY_FIRST = len("DD-MM-")
_DATE = re.compile(
    r"\b(?:X{4}|20XX|ÅÅÅÅ|YYYY)[-/.](?:XX|MM)(?:[-/.](?:XX|DD))?\b"
    r"|\b(?:DD|XX)[-/.](?:MM|XX)[-/.](?:YYYY|ÅÅÅÅ|X{4})\b",
    re.IGNORECASE,
)
_CROSSES = re.compile(r"\b(?:X{4,}|x{4,})\b")
_BEFORE = re.compile(r"[^\W\d_][^\n:_|.]*:[ \t]*$")
_AFTER = re.compile(r"[ \t]*(?:\n|$)")  # in a table of contents a page number follows


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    """Brackets around words that ask for something: a name, a date, a company."""
    word = rf"(?<![^\W\d_])(?:{any_of('blank')})(?![^\W\d_])"
    within = rf"(?=[^\[\]<>{{}}\n]{{0,60}}?{word})[^\[\]<>{{}}@\n]{{2,60}}"
    return re.compile(rf"\[{within}\]|<{within}>|\{{\{{{within}\}}\}}", re.IGNORECASE)


def left(pages: Sequence[str]) -> Iterator[Fact]:
    """The first places left, at most five, each with its words."""
    found = 0
    for number, page in enumerate(pages, 1):
        for start, end, rule in _places(page):
            words = " ".join(page[start:end].split())
            yield Fact("template_left", words, number, start, end, f"left.{rule}")
            found += 1
            if found == _MOST:
                return


def _places(page: str) -> Iterator[tuple[int, int, str]]:
    done = 0
    for at in sorted({at for mark in _MARKS for at in _finds(page, mark)}):
        place = _place(page, at) if at >= done else None
        if place:
            done = place[1]
            yield place


def _finds(page: str, mark: str) -> Iterator[int]:
    at = page.find(mark)
    while at >= 0:
        yield at
        at = page.find(mark, at + len(mark))


def _place(page: str, at: int) -> tuple[int, int, str] | None:
    mark = page[at]
    if mark in "_.…":
        return _empty_line(page, at)
    if mark in "lL":
        return at, at + len("lorem ipsum"), "filler"
    if mark in "[<{":
        found = _bracket().match(page, at)
        return (at, found.end(), "bracket") if found else None
    for begin in (max(0, at - _DAY_FIRST), at):
        if found := _DATE.match(page, begin):
            return begin, found.end(), "date"
    found = _CROSSES.match(page, at)
    return (at, found.end(), "crosses") if found else None


def _empty_line(page: str, at: int) -> tuple[int, int, str] | None:
    """A line to write on behind a word and a colon; one of dots ends its line."""
    run = _LINE.match(page, at)
    label = _BEFORE.search(page, max(page.rfind("\n", 0, at) + 1, at - _LABEL), at)
    if not run or not label or not (page[at] == "_" or _AFTER.match(page, run.end())):
        return None
    return label.start(), run.end(), "line"
