"""Recognises characters in a page's pixels with tesseract, itself run behind walls."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Final

import numpy as np

from portal.domain.evidence import DOUBTED_BELOW, Limits, Word
from workers import programs, sandbox
from workers.reading.geometry import turn_back
from workers.reading.light import Grey, lit_evenly

DPI: Final = 200  # fewest errors for the least time, measured on degraded scans
_LANGUAGES: Final = ("swe", "eng")
_MIB: Final = 1024 * 1024
_MOST_PRINTED: Final = 16 * _MIB


@dataclass(frozen=True, slots=True)
class Recognised:
    """The text found in a picture. ``quality`` is how far its words are trusted, 0 to 1.

    ``trusts`` tells it of each word.
    """

    text: str
    words: tuple[Word, ...]
    quality: float
    trusts: tuple[float, ...]


@cache
def program() -> str | None:
    """Where tesseract is, or None. Asked once in a process."""
    return shutil.which("tesseract", path="/usr/local/bin:/usr/bin:/bin")


@cache
def languages() -> str | None:
    """Which of Swedish and English tesseract has learnt, as it wants them named; or None."""
    printed = _tesseract(("--list-langs",), b"", seconds=10.0)
    known = set((printed or b"").decode(errors="replace").split())
    return "+".join(name for name in _LANGUAGES if name in known) or None


def recognise(grey: Grey, *, limits: Limits) -> Recognised | None:
    """The words in grey pixels, or None where tesseract is missing, fails or takes too long.

    A page that is partly in a shadow, or hard to read and maybe on its side, is lit or turned and
    read again, and the better reading is kept. Places are those of the page as it lay.
    """
    found, lit = _read(grey, limits), lit_evenly(grey)
    # Of what lies in the shadow nothing may be found, and the rest be read without a doubt.
    better = None if found is None or lit is None else _read(lit, limits)
    if found and better and lit is not None and sum(better.trusts) > sum(found.trusts):
        grey, found = lit, better
    return _turned(grey, found, limits) if found and found.quality < DOUBTED_BELOW else found


def _turned(grey: Grey, upright: Recognised, limits: Limits) -> Recognised:
    turns = _turns_needed(grey, limits)
    if not turns:
        return upright
    turned = _read(np.rot90(grey, -turns), limits)
    if turned is None or turned.quality <= upright.quality:
        return upright
    words = (Word(w.start, w.end, *turn_back(w[2:], turns)) for w in turned.words)
    return replace(turned, words=tuple(words))


def _read(grey: Grey, limits: Limits) -> Recognised | None:
    spoken = languages()
    if spoken is None:
        return None
    asked = ("-l", spoken, "--psm", "3", "tsv")
    printed = _on_picture(asked, grey, limits)
    if printed is None:
        return None
    height, width = grey.shape
    return parse_tsv(printed.decode(errors="replace"), width=width, height=height, limits=limits)


def _turns_needed(grey: Grey, limits: Limits) -> int:
    """Quarters clockwise that would set the page upright, as far as tesseract can tell."""
    printed = _on_picture(("-l", "osd", "--psm", "0"), grey, limits)
    found = re.search(rb"^Rotate: (90|180|270)$", printed or b"", re.MULTILINE)
    return int(found[1]) // 90 if found else 0


def _on_picture(asked: tuple[str, ...], grey: Grey, limits: Limits) -> bytes | None:
    height, width = grey.shape
    picture = b"P5 %d %d 255\n" % (width, height) + grey.tobytes()
    arguments = ("stdin", "stdout", "--dpi", str(DPI), *asked)
    return _tesseract(arguments, picture, seconds=limits.ocr_seconds)


def _tesseract(arguments: tuple[str, ...], picture: bytes, *, seconds: float) -> bytes | None:
    path = program()
    if path is None:
        return None
    bounds = sandbox.Bounds(cpu_seconds=int(seconds) + 5)
    fd = os.memfd_create("picture", os.MFD_CLOEXEC)
    try:
        with os.fdopen(fd, "wb", closefd=False) as file:
            file.write(picture)
        os.lseek(fd, 0, os.SEEK_SET)
        return programs.run_program(
            (path, *arguments), stdin=fd, bounds=bounds, seconds=seconds, most=_MOST_PRINTED
        )
    finally:
        os.close(fd)


@dataclass(frozen=True, slots=True)
class _Found:
    line: tuple[int, int, int]
    text: str
    trust: float
    place: tuple[float, float, float, float]


def parse_tsv(printed: str, *, width: int, height: int, limits: Limits) -> Recognised:
    """Tesseract's table of words as a page's text: a line for each line, a blank between words."""
    parts: list[str] = []
    words: list[Word] = []
    trust: list[float] = []
    length = 0
    found = list(_found(printed, width=width, height=height))[: limits.chars // 2]
    for _, line in groupby(found, key=lambda word: word.line):
        for index, word in enumerate(line):
            mark = " " if index else "\n" if parts else ""
            start = length + len(mark)
            length = start + len(word.text)
            parts += (mark, word.text)
            words.append(Word(start, length, *word.place))
            trust.append(word.trust)
    quality = sum(trust) / len(trust) if trust else 0.0
    return Recognised("".join(parts), tuple(words), round(quality, 3), tuple(trust))


def _found(printed: str, *, width: int, height: int) -> Iterator[_Found]:
    for row in printed.splitlines():
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != "5":
            continue
        text = "".join(char for char in cells[11] if char.isprintable() and not char.isspace())
        if not text:
            continue
        try:
            _, block, paragraph, line, _, left, top, wide, high = map(int, cells[1:10])
            trust = float(cells[10])
        except ValueError:
            continue
        place = (
            _within(left / width),
            _within(top / height),
            _within((left + wide) / width),
            _within((top + high) / height),
        )
        if wide > 0 < high:
            yield _Found((block, paragraph, line), text, min(max(trust / 100, 0.0), 1.0), place)


def _within(share: float) -> float:
    return round(min(max(share, 0.0), 1.0), 5)
