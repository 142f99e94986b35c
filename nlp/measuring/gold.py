"""Labelled documents in both formats: marks in the text, and marks beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from nlp.claims import BEARINGS, STANCES, TOPICS, Claim
from nlp.facts import NAMES
from nlp.measuring.extraction import Pages, Reader, pdftotext
from nlp.measuring.quotes import place

_PAGE = re.compile(r"^=== page \d+ ===\n", re.MULTILINE)
_MARK = re.compile(r"\{\{([^}\n]*)\}\}")
_FIELD = re.compile(r"^(\w+):[ ]*(.*)$", re.MULTILINE)
_HEAD = ("id", "language", "kind", "today")
_DATES = ("issued", "signed", "valid_from", "valid_to", "revised")
_FACTS = tuple(name for name in NAMES if name not in ("kind", "language", "template_left"))


class GoldError(Exception):
    """A labelled document is faulty; the sentence names the file, the line and what is wrong.

    Line 0 tells of the file as a whole.
    """

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(f"{file}, line {line}: {why}" if line else f"{file}: {why}")
        self.file, self.line = file, line


@dataclass(frozen=True, slots=True)
class Document:
    """One document. `labelled` are the page numbers on which every claim is marked.

    `lost` are the quotes, with their pages, that do not stand on the page as it was read; their
    claims have no place and count as missed. `qualities` tell how well each page was read.
    `facts` are what the head labels, by name: every value that is right, "" where none is.
    """

    id: str
    language: str
    kind: str
    today: date
    pages: tuple[str, ...]
    labelled: tuple[int, ...]
    claims: tuple[Claim, ...]
    lost: tuple[tuple[int, str], ...] = ()
    qualities: tuple[float, ...] | None = None
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read(folder: Path, *, reader: Reader = pdftotext) -> Iterator[Document]:
    """Every labelled document of a folder, inline (`*.txt`) and standoff (`*.json`), by name.

    Texts without a line `=== page 1 ===` carry no labels and are passed over. `reader` reads the
    PDFs that marks refer to. Raises `GoldError` for faulty marks, `ExtractionError` for a PDF
    that gives no text.
    """
    for path in sorted(folder.glob("*.txt")):
        written = path.read_text("utf-8")
        if is_inline(written):
            yield inline(written, name=path.name)
    for path in sorted(folder.glob("*.json")):
        yield standoff(path, reader=reader)


def is_inline(written: str) -> bool:
    """Is it a text of the inline format, and no plain one?"""
    return bool(_PAGE.search(written))


def inline(written: str, *, name: str) -> Document:
    """A document whose claims stand in its text as {{TOPIC|stance|bearing|values}}words{{/}}.

    Its head is lines `key: value`. A fact that two careful people would tell differently has its
    values divided by `|`; an empty one says that somebody looked and the paper tells none.
    """
    first = _PAGE.search(written)
    head = dict(_FIELD.findall(written, 0, first.start() if first else 0))
    for key in _HEAD:
        if key not in head:
            raise GoldError(name, 1, f"the head of the document has no {key!r}")
    pages: list[str] = []
    claims: list[Claim] = []
    lines = list(_PAGE.finditer(written))
    starts = [line.end() for line in lines]
    ends = [*(line.start() for line in lines[1:]), len(written)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        marks = _Marks(name, number, written.count("\n", 0, start) + 1)
        pages.append(marks.taken_off(written[start:end]))
        claims.extend(marks.claims)
    return Document(
        head["id"], head["language"], head["kind"], _day(head["today"], name),
        tuple(pages), tuple(range(1, len(pages) + 1)), tuple(claims), facts=_facts(head, name),
    )  # fmt: skip


def _facts(head: Mapping[str, str], name: str) -> dict[str, tuple[str, ...]]:
    labelled = {fact: head[fact] for fact in _FACTS if fact in head}
    facts = {fact: tuple(map(str.strip, told.split("|"))) for fact, told in labelled.items()}
    for fact in _DATES:
        for told in filter(None, facts.get(fact, ())):
            _day(told, name, key=fact)
    return facts


class _Marks:
    """Takes the marks off one page and keeps the claims they stood for."""

    def __init__(self, name: str, page: int, line: int) -> None:
        self.name, self.page, self.line = name, page, line
        self.claims: list[Claim] = []

    def taken_off(self, marked: str) -> str:
        text: list[str] = []
        length = done = 0
        opened: list[tuple[int, str, int]] = []
        for mark in _MARK.finditer(marked):
            plain = self._plain(marked, done, mark.start())
            text.append(plain)
            length += len(plain)
            done = mark.end()
            line = self.line + marked.count("\n", 0, mark.start())
            if mark.group(1) != "/":
                opened.append((length, mark.group(1), line))
            elif opened:
                self._close(length, *opened.pop())
            else:
                raise GoldError(self.name, line, "{{/}} closes nothing")
        if opened:
            raise GoldError(self.name, opened[-1][2], "the mark is not closed on its page")
        text.append(self._plain(marked, done, len(marked)))
        return "".join(text)

    def _plain(self, marked: str, start: int, end: int) -> str:
        if (at := marked.find("{{", start, end)) >= 0:
            line = self.line + marked.count("\n", 0, at)
            raise GoldError(self.name, line, "the mark has no end }} on its line")
        return marked[start:end]

    def _close(self, end: int, start: int, label: str, line: int) -> None:
        parts = label.split("|", 3)
        if len(parts) < 4:
            raise GoldError(self.name, line, "a mark is TOPIC|stance|bearing|values")
        values = [pair for pair in parts[3].split(";") if pair.strip()]
        if any("=" not in pair for pair in values):
            raise GoldError(self.name, line, f"no key=value: {parts[3]!r}")
        pairs = (pair.partition("=") for pair in values)
        value = {key.strip(): found.strip() for key, _, found in pairs}
        topic, stance, bearing, _ = parts
        _check(self.name, line, topic, stance, bearing)
        if end <= start:
            raise GoldError(self.name, line, "the mark is about no words")
        self.claims.append(Claim(self.page, start, end, topic, stance, bearing, value))


def _check(name: str, line: int, topic: str, stance: str, bearing: str) -> None:
    for word, allowed in ((topic, TOPICS), (stance, STANCES), (bearing, BEARINGS)):
        if word not in allowed:
            raise GoldError(name, line, f"{word!r} is none of {', '.join(allowed)}")


def _day(written: object, name: str, *, key: str = "today") -> date:
    try:
        return date.fromisoformat(str(written).strip())
    except ValueError as error:
        raise GoldError(name, 1, f"{key!r} is no day like 2025-01-31: {written!r}") from error


def standoff(path: Path, *, reader: Reader = pdftotext) -> Document:
    """A document whose claims are quotes beside the text; quotes have their blanks folded."""
    try:
        marks: dict[str, Any] = json.loads(path.read_text("utf-8"))  # Any: JSON not yet checked
    except ValueError as error:
        raise GoldError(path.name, getattr(error, "lineno", 1), str(error)) from error
    try:
        copy = path.parent / str(marks["source"]["copy"])
        labelled = tuple(int(page) for page in marks["pages"])
        head = {key: str(marks[key]) for key in _HEAD}
        wanted = list(marks["claims"])
    except (KeyError, TypeError, ValueError) as error:
        raise GoldError(path.name, 1, f"missing or faulty: {error}") from error
    if not copy.is_file():
        raise GoldError(path.name, 1, f"its copy {copy} is not there")
    pages = reader(copy) if copy.suffix == ".pdf" else Pages(tuple(text_pages(copy)))
    claims = [_placed(path.name, mark, pages.texts) for mark in wanted]
    lost = [
        (claim.page, str(mark["quote"]))
        for claim, mark in zip(claims, wanted, strict=True)
        if claim.end == 0
    ]
    return Document(
        head["id"], head["language"], head["kind"], _day(head["today"], path.name),
        pages.texts, labelled, tuple(claims), tuple(lost), pages.qualities,
    )  # fmt: skip


def _placed(name: str, mark: Mapping[str, Any], pages: tuple[str, ...]) -> Claim:
    """The claim of one mark; at 0 to 0 where its words are not on the page (Any: JSON)."""
    try:
        number, quote = int(mark["page"]), str(mark["quote"])
        value = {str(key): str(found) for key, found in mark["value"].items()}
        labels = (str(mark["topic"]), str(mark["stance"]), str(mark["bearing"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GoldError(name, 1, f"a claim's key is missing or faulty: {error}") from error
    _check(name, 1, *labels)
    page = pages[number - 1] if 0 < number <= len(pages) else ""
    span = place(page, quote, int(mark.get("occurrence", 1)))
    return Claim(number, *span, *labels, value)


def text_pages(path: Path) -> list[str]:
    """The pages of a text file, divided by lines `=== page N ===` or by form feeds."""
    text = path.read_text("utf-8", errors="replace")
    parts = _PAGE.split(text)
    return parts[1:] if len(parts) > 1 else text.split("\f")
