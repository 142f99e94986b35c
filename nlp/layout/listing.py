"""Lines that only those around them tell apart: entries of contents, items that are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from nlp.denying import NO_AT_ALL, UNDETECTED
from nlp.verbs import has_verb

Line = tuple[int, int]
_CONTENTS = re.compile(r"table of contents|innehållsförteckning", re.IGNORECASE)
_CONTENT = re.compile(r"contents?|innehåll", re.IGNORECASE)  # also of what a product holds
_PAGED = re.compile(r"\S.*?[\s.…_|]+\d{1,3}$")
_LEADERS = re.compile(r"(?:\. ?){4,}|…{2,}|_{4,}")
_LONGEST = 200  # characters of an entry: to search a longer line is slow
_MOST = 200  # lines in which the entries below a title stand
_LEAST, _SURE = 2, 3  # entries: a lone line that ends in a number is none
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_LETTER = re.compile(r"\(?([a-z])\)\s+(?=\S)")


def contents(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The starts of the lines that tell on which page something is to be found.

    Such are lines with leaders before a number, and those that follow a title like "Contents" as
    long as each ends in a number that is no smaller than the one before.
    """
    found = {a for a, b in lines if _is_paged(text, a, b) and _LEADERS.search(text, a, b)}
    for index, (start, end) in enumerate(lines):
        title = text[start:end].strip(" :\t")
        if _CONTENTS.fullmatch(title) or _CONTENT.fullmatch(title):
            below = lines[index + 1 : index + _MOST]
            entries = _entries(text, [line for line in below if line[1] > line[0]])
            least = _LEAST if _CONTENTS.fullmatch(title) else _SURE
            found.update(entries if len(entries) >= least else ())
    return frozenset(found)


def _is_paged(text: str, start: int, end: int) -> bool:
    """Does a line of an entry's length end in the number of a page?"""
    if end - start > _LONGEST or not text[end - 1 : end].isdecimal():
        return False
    return bool(_PAGED.fullmatch(text, start, end))


def _entries(text: str, lines: Sequence[Line]) -> list[int]:
    starts: list[int] = []
    last = 0
    for start, end in takewhile(lambda line: _is_paged(text, *line), lines):
        page = int(re.split(r"\D", text[start:end])[-1])
        if page < last:
            break
        last = page
        starts.append(start)
    return starts


def lettered(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The starts of the lines that count a), b), … below each other: items, and no headings."""
    found: set[int] = set()
    run: list[int] = []
    for start, end in lines:
        letter = _LETTER.match(text, start, end)
        if letter and ord(letter[1]) - ord("a") == len(run):
            run.append(start)
        elif end > start and not (run and text[start].islower()):  # an item may go on
            found.update(run if len(run) >= _LEAST else ())
            run = [start] if letter and letter[1] == "a" else []
    return frozenset((*found, *(run if len(run) >= _LEAST else ())))


def numbered(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The starts of the lines that count 1, 2, … right below a line that ends in a colon."""
    found: set[int] = set()
    run: list[int] = []
    wanted = 0
    for start, end in lines:
        if end <= start:
            continue
        number = _NUMBER.match(text, start, end)
        if number and int(number[1]) == wanted:
            run.append(start)
            wanted += 1
            continue
        found.update(run if len(run) >= _LEAST else ())
        run, wanted = [], 1 if text[end - 1] == ":" else 0
    return frozenset((*found, *(run if len(run) >= _LEAST else ())))


# "Working hours - one point, since closed": a topic and a remark on it
_REMARK = re.compile(r"[A-ZÅÄÖ][^.:;?!,|\n-]{2,40} - (?=[^\W\d])")


def remarked(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The starts of three lines or more below each other that remark each on a topic of theirs."""
    found: set[int] = set()
    run: list[int] = []
    for start, end in lines:
        if end > start and _REMARK.match(text, start, end):
            run.append(start)
            continue
        found.update(run if len(run) >= _SURE else ())
        run = []
    return frozenset((*found, *(run if len(run) >= _SURE else ())))


# A field of a form with its answer on the same line, and a name with the number of a substance.
_FIELD = re.compile(r"[A-ZÅÄÖ][^.:;|,\n]{2,50}:[ \t]+\S")
_NUMBERED_NAME = re.compile(r"[^\n;?!]{2,70}?(?<![\d-])\d{2,7}-\d\d-\d(?![\d-])")
_ADDRESS = 60  # characters: a works is placed by the next field, in lines no longer than these
# "PVC - Nej", "Lead ND": a thing and its answer
_ANSWERED = re.compile(
    rf"[^.:;?!\n]{{2,50}}(?:\s-|:)?\s(?:ja|yes|{NO_AT_ALL}|{UNDETECTED})", re.IGNORECASE
)
_LABELLED = 80  # characters of a thing with its answer


def each_alone(text: str, line: Line, start: int) -> bool:
    """Do a line and the one that begins at `start` each fill a field, or each name a substance?

    Such lines go on in no other, however full they are.
    """
    long = line[1] - line[0] > _ADDRESS
    if long and _FIELD.match(text, *line) and _FIELD.match(text, start):
        return True
    if text[line[1] - 1] in ",;(-" or text[start] == "(" or text[start].islower():
        return False
    if line[1] - line[0] <= _LABELLED and _ANSWERED.fullmatch(text, *line):
        return True
    if text.count("-", *line) < 2:  # asked first: quicker than to look for a number
        return False
    end = text.find("\n", start)
    spans = line, (start, end if end >= 0 else len(text))
    names = (_NUMBERED_NAME.match(text, *span) for span in spans)
    return all(name and not has_verb(name[0].lower(), 0, len(name[0])) for name in names)
