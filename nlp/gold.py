"""Labelled documents in both formats: marks in the text, and marks beside it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import which

from nlp.claims import Claim

_PDFTOTEXT = which("pdftotext") or "/usr/bin/pdftotext"
_PAGE = re.compile(r"^=== page \d+ ===\n", re.MULTILINE)
_MARK = re.compile(r"\{\{(/|[A-Z][^}]*)\}\}")


@dataclass(frozen=True, slots=True)
class Document:
    """One labelled document. `labelled` are the page numbers on which every claim is marked."""

    id: str
    language: str
    kind: str
    today: date
    pages: tuple[str, ...]
    labelled: tuple[int, ...]
    claims: tuple[Claim, ...]


def read(folder: Path) -> Iterator[Document]:
    """Every document of a folder, inline (`*.txt`) and standoff (`*.json`), in order of name."""
    for path in sorted(folder.glob("*.txt")):
        yield inline(path.read_text("utf-8"))
    for path in sorted(folder.glob("*.json")):
        yield standoff(json.loads(path.read_text("utf-8")), folder)


def inline(written: str) -> Document:
    """A document whose claims stand in its text as {{TOPIC|stance|bearing|values}}words{{/}}."""
    parts = _PAGE.split(written)
    head = dict(re.findall(r"^(\w+): (.*)$", parts[0], re.MULTILINE))
    pages: list[str] = []
    claims: list[Claim] = []
    for number, marked in enumerate(parts[1:], 1):
        text, found = _unmarked(marked, number)
        pages.append(text)
        claims.extend(found)
    return Document(
        head["id"], head["language"], head["kind"], date.fromisoformat(head["today"]),
        tuple(pages), tuple(range(1, len(pages) + 1)), tuple(claims),
    )  # fmt: skip


def _unmarked(marked: str, page: int) -> tuple[str, list[Claim]]:
    text: list[str] = []
    length = done = 0
    open_marks: list[tuple[int, str]] = []
    claims: list[Claim] = []
    for mark in _MARK.finditer(marked):
        plain = marked[done : mark.start()]
        text.append(plain)
        length += len(plain)
        done = mark.end()
        if mark.group(1) != "/":
            open_marks.append((length, mark.group(1)))
            continue
        start, label = open_marks.pop()
        topic, stance, bearing, values = label.split("|", 3)
        claims.append(Claim(page, start, length, topic, stance, bearing, _values(values)))
    text.append(marked[done:])
    return "".join(text), claims


def _values(written: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in written.split(";") if pair.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}


def standoff(marks: Mapping[str, object], folder: Path) -> Document:
    """A document whose claims are quotes beside the text; quotes have their blanks folded."""
    source = marks["source"]
    copy = folder / str(source["copy"])  # type: ignore[index] # the format is ours
    labelled: tuple[int, ...] = tuple(marks["pages"])  # type: ignore[arg-type] # the format is ours
    pages = _pdf_pages(copy) if copy.suffix == ".pdf" else _text_pages(copy)
    claims = []
    for mark in marks["claims"]:  # type: ignore[attr-defined] # the format is ours
        span = _place(pages[mark["page"] - 1], mark["quote"], mark.get("occurrence", 1))
        value = {key: str(found) for key, found in mark["value"].items()}
        claims.append(
            Claim(mark["page"], *span, mark["topic"], mark["stance"], mark["bearing"], value)
        )
    return Document(
        str(marks["id"]), str(marks["language"]), str(marks["kind"]),
        date.fromisoformat(str(marks["today"])), tuple(pages), labelled, tuple(claims),
    )  # fmt: skip


def _pdf_pages(path: Path) -> list[str]:
    """The pages of a PDF as laid out, by poppler's pdftotext."""
    done = subprocess.run(  # noqa: S603 # the labelled set's own files
        [_PDFTOTEXT, "-layout", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8").split("\f")


def _text_pages(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    parts = _PAGE.split(text)
    if len(parts) > 1:
        return parts[1:]
    return text.split("\f")


def _place(page: str, quote: str, occurrence: int) -> tuple[int, int]:
    """Where the n-th such quote stands on the page; (0, 0) where it does not."""
    loose = r"\s+".join(re.escape(word) for word in quote.split())
    for count, match in enumerate(re.finditer(loose, page), 1):
        if count == occurrence:
            return match.span()
    return 0, 0
