"""The text of slides: one page for each, with its tables, its notes and its comments."""

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Final

from portal.domain.evidence import Limits, PageNote
from workers.reading.office import ooxml
from workers.reading.office.charts import chart_blocks, diagram_blocks
from workers.reading.office.flow import Block, Leaf, paginate, row, tidy
from workers.reading.office.package import Element, Package, child, local, value
from workers.reading.office.paged import Paged
from workers.reading.office.pictures import large_pictures

MAIN: Final = "ppt/presentation.xml"
_SLIDE_CHARS: Final = 50_000  # a slide is one page, however much stands on it
_YES: Final = frozenset({"1", "true"})
_NO: Final = frozenset({"0", "false"})
_NUMBERS: Final = frozenset({"sldNum", "dt", "hdr", "ftr", "sldImg"})


@contextmanager
def open_pptx(data: mmap.mmap, limits: Limits) -> Iterator[Paged]:
    """Slides to read. Raises Unopened."""
    with ooxml.opened(data, limits, main=MAIN) as parts:
        yield Paged(slides(parts, limits), ooxml.inspect(parts), parts, limits)


def slides(parts: Package, limits: Limits) -> list[Leaf]:
    """A page for each slide, in the order they are shown; an empty one is a page too."""
    leaves = []
    for name in _slides(parts)[: limits.pages + 1]:
        made = paginate(_slide(parts, name), limits=limits, page_chars=_SLIDE_CHARS)
        leaves.append(made[0] if made else Leaf())
    return leaves


def _slides(parts: Package) -> list[str]:
    root = parts.parsed(MAIN)
    listed = child(root, "sldIdLst") if root is not None else None
    named = ooxml.relations(parts, MAIN)
    ids = [_relation(each) for each in listed] if listed is not None else []
    return [named[each].target for each in ids if each in named]


def _relation(element: Element) -> str:
    """The relation's id: ``r:id`` beside a plain ``id``."""
    return next((str(held) for key, held in element.items() if key.endswith("}id")), "")


def _slide(parts: Package, name: str) -> Iterator[Block]:
    slide = parts.parsed(name)
    if slide is None:
        return
    named = ooxml.relations(parts, name)
    shown = chain.from_iterable(large_pictures(each, named) for each in slide.iter("{*}pic"))
    yield Block("", frozenset(_notes(slide)), pictures=tuple(shown))
    yield from _shapes(slide)
    for chart in ooxml.targets(parts, name, "chart"):
        yield from chart_blocks(parts.parsed(chart), table=1)
    for diagram in ooxml.targets(parts, name, "diagramData"):
        yield from diagram_blocks(parts.parsed(diagram))
    for notes in ooxml.targets(parts, name, "notesSlide"):
        yield from _shapes(parts.parsed(notes))
    for comments in ooxml.targets(parts, name, "comments"):
        yield from _comments(parts.parsed(comments))


def _notes(slide: Element) -> Iterator[PageNote]:
    if value(slide, "show") in _NO:
        yield PageNote.HIDDEN_PART
    if any(value(each, "hidden") in _YES for each in slide.iter("{*}cNvPr")):
        yield PageNote.HIDDEN_TEXT


def _shapes(element: Element | None) -> Iterator[Block]:
    """The texts of all shapes in the order they lie, those in groups too."""
    for each in element if element is not None else ():
        name = local(each)
        if name == "tbl":
            yield from _rows(each)
        elif name == "p":
            if text := tidy(_text(each)):
                yield Block(text)
        elif name == "AlternateContent":
            choice = child(each, "Choice")
            yield from _shapes(choice if choice is not None else child(each, "Fallback"))
        elif not (name == "sp" and _is_furniture(each)):
            yield from _shapes(each)


def _is_furniture(shape: Element) -> bool:
    """Whether a shape holds a number or a date that repeats on each slide."""
    marks = [each for each in shape.iter() if local(each) == "ph"]
    return bool(marks) and value(marks[0], "type") in _NUMBERS


def _rows(table: Element) -> Iterator[Block]:
    for line in table:
        if local(line) == "tr":
            cells = [each for each in line if local(each) == "tc"]
            if text := row(" ".join(_paragraphs(cell)) for cell in cells):
                yield Block(text, table=1)


def _paragraphs(cell: Element) -> list[str]:
    return [_text(each) for each in cell.iter() if local(each) == "p"]


def _text(paragraph: Element) -> str:
    marks = {"br": "\n", "tab": " "}
    return "".join(
        each.text or "" if local(each) == "t" else marks.get(local(each), "")
        for each in paragraph.iter()
    )


def _comments(root: Element | None) -> Iterator[Block]:
    for each in root.iter() if root is not None else ():
        if local(each) in ("text", "txBody") and (text := tidy("".join(each.itertext()))):
            yield Block(f"[{text}]", frozenset({PageNote.COMMENTS}))
