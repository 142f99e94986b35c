"""Paragraphs and rows become pages of a bearable length: such files have no fixed ones."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from portal.domain.evidence import Limits, PageNote
from workers.reading.child import Message
from workers.reading.spelling import SPELT_OUT

PAGE_CHARS: Final = 6_000  # a page breaks behind these where the file names no break itself
CELL_MARK: Final = " | "
A4: Final = (595.0, 842.0)  # points; a file without pages has no size of its own

_CONTROLS: Final = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 0x0A}
_TIDY: Final = SPELT_OUT | _CONTROLS | {0x2028: "\n", 0x2029: "\n", 0xAD: None, 0xFFFE: None}
_BLANKS: Final = re.compile(r"[^\S\n]+")
_LINES: Final = re.compile(r" ?\n[ \n]*")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a row of a table. ``table`` counts the file's tables from 1; 0 is none.

    ``pictures`` are the parts of the large pictures that stand in it, "" where it has no part.
    """

    text: str
    notes: frozenset[PageNote] = frozenset()
    starts_page: bool = False
    table: int = 0
    pictures: tuple[str, ...] = ()


@dataclass(slots=True)
class Leaf:
    """A page made of blocks."""

    lines: list[str] = field(default_factory=list)
    notes: set[PageNote] = field(default_factory=set)
    tables: set[int] = field(default_factory=set)
    pictures: list[str] = field(default_factory=list)
    chars: int = 0

    @property
    def text(self) -> str:
        """The page's text."""
        return "\n".join(self.lines)

    def add(self, block: Block) -> None:
        """Put a block at the page's end."""
        if block.text:
            self.lines.append(block.text)
            self.chars += len(block.text) + 1
        self.notes |= block.notes
        self.pictures += block.pictures
        if block.table:
            self.tables.add(block.table)


@dataclass(slots=True)
class Draft:
    """A block that is being written. ``starts_page``: a break was met, for the next block.

    ``behind`` are blocks that hang on this one, as notes and boxes do.
    """

    starts_page: bool = False
    text: list[str] = field(default_factory=list)
    notes: set[PageNote] = field(default_factory=set)
    pictures: list[str] = field(default_factory=list)
    behind: list[Block] = field(default_factory=list)

    def flush(self) -> Iterator[Block]:
        """What was written until now, if anything was."""
        text = tidy("".join(self.text))
        if text or self.notes or self.pictures:
            shown = tuple(self.pictures)
            yield Block(text, frozenset(self.notes), self.starts_page, pictures=shown)
            self.starts_page = False
        self.text.clear()
        self.notes.clear()
        self.pictures.clear()

    def end(self) -> Iterator[Block]:
        """The same at a paragraph's end, and what hangs on it."""
        yield from self.flush()
        behind, self.behind = self.behind, []
        yield from behind


def tidy(text: str) -> str:
    """A text as it is kept: composed, no control signs, one blank between words."""
    shown = unicodedata.normalize("NFC", text.translate(_TIDY))
    return _LINES.sub("\n", _BLANKS.sub(" ", shown)).strip()


def row(cells: Iterable[str]) -> str:
    """The text of a table's row; empty where no cell holds anything."""
    shown = [" ".join(tidy(cell).split()) for cell in cells]
    return CELL_MARK.join(shown) if any(shown) else ""


def paginate(
    blocks: Iterable[Block], *, limits: Limits, page_chars: int = PAGE_CHARS
) -> list[Leaf]:
    """The pages of a file; at most one more than is read, to tell that there are too many."""
    leaves: list[Leaf] = []
    for block in _bounded(blocks, page_chars):
        full = leaves and leaves[-1].chars and leaves[-1].chars + len(block.text) > page_chars
        if not leaves or full or (block.starts_page and leaves[-1].lines):
            if len(leaves) > limits.pages:
                break
            leaves.append(Leaf())
        leaves[-1].add(block)
    return leaves


def _bounded(blocks: Iterable[Block], most: int) -> Iterator[Block]:
    """Blocks cut where one alone is longer than a page; at a blank, if there is one."""
    for block in blocks:
        rest = block.text
        first = block
        while len(rest) > most:
            cut = rest.rfind(" ", most // 2, most)
            cut = cut if cut > 0 else most
            yield replace(first, text=rest[:cut].rstrip())
            rest, first = rest[cut:].lstrip(), replace(block, starts_page=False)
        yield replace(first, text=rest)


def message(number: int, leaf: Leaf) -> Message:
    """A page without places, as it crosses the border."""
    width, height = A4
    return {
        "page": number,
        "method": "cells",
        "width": width,
        "height": height,
        "tables": len(leaf.tables),
        "objects": 0,
        "picture": 0,
        "notes": [note.value for note in PageNote if note in leaf.notes],
        "text": leaf.text,
        "words": [],
    }


@dataclass(frozen=True, slots=True)
class Flow:
    """A file that has been laid out into pages. See ``child.Readable``."""

    leaves: Sequence[Leaf]
    holds: Message

    @property
    def pages(self) -> int:
        """How many pages were made of it."""
        return len(self.leaves)

    def page(self, number: int) -> Message:
        """One page."""
        return message(number, self.leaves[number - 1])

    def inspect(self) -> Message:
        """What it holds beside its pages."""
        return self.holds

    def image(self, number: int, *, dpi: int, grey: bool) -> None:
        """Nothing: what a page looks like is not told by its text."""
