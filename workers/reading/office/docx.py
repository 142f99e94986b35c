"""The text of a Word file: all of it, also what stands in boxes, fields, notes and comments."""

import mmap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from portal.domain.evidence import Limits, PageNote
from workers.reading.office import ooxml
from workers.reading.office.charts import chart_blocks, diagram_blocks
from workers.reading.office.fields import FIELD_MARKS, Fields
from workers.reading.office.flow import Block, Draft, paginate, row, tidy
from workers.reading.office.hiding import hiding_styles, is_on
from workers.reading.office.package import Element, Package, child, local, value
from workers.reading.office.paged import Paged
from workers.reading.office.pictures import large_pictures

MAIN: Final = "word/document.xml"

_LEFT_OUT: Final = frozenset(
    {"pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "delText",
     "instrText", "delInstrText", "rt"}
)  # fmt: skip
_DELETED: Final = frozenset({"del", "moveFrom"})
_SIGNS: Final[Mapping[str, str]] = {
    "tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-",
}  # fmt: skip
_REFERRED: Final[Mapping[str, str]] = {
    "footnoteReference": "footnotes",
    "endnoteReference": "endnotes",
    "commentReference": "comments",
}
_DRAWN: Final = frozenset({"chart", "relIds"})
_HOLDING: Final = frozenset({"drawing", "pict", "object"})
_PRIVATE: Final = 0xF000  # where the signs of symbol fonts stand


@contextmanager
def open_docx(data: mmap.mmap, limits: Limits) -> Iterator[Paged]:
    """A Word file to read. Raises Unopened."""
    with ooxml.opened(data, limits, main=MAIN) as parts:
        story = _Story(parts)
        leaves = paginate(_blocks(parts, story), limits=limits)
        held = ooxml.inspect(parts, fetches=story.fields.fetch)
        yield Paged(leaves, held, parts, limits)


def _blocks(parts: Package, story: "_Story") -> Iterator[Block]:
    """All paragraphs and rows: headers first, footers last, notes behind what refers to them."""
    for name in ooxml.targets(parts, MAIN, "header"):
        yield from story.read(name, under=("hdr",))
    yield from story.read(MAIN, under=("body",))
    for name in ooxml.targets(parts, MAIN, "footer"):
        yield from story.read(name, under=("ftr",))


class _Story:
    """The main text with what hangs on it."""

    def __init__(self, parts: Package) -> None:
        self._parts = parts
        self.named: Mapping[str, ooxml.Relation] = {}
        self.hidden_styles = hiding_styles(parts)
        self.fields = Fields()
        self.tables = 0
        self.referred: dict[tuple[str, str], str] = {}
        for kind in _REFERRED.values():
            for name in ooxml.targets(parts, MAIN, kind):
                self._refer(kind, name)

    def _refer(self, kind: str, name: str) -> None:
        for note in self._parts.blocks(name, (kind,)):
            text = " ".join(block.text for block in _Writer(self).inside(note)).strip()
            author = value(note, "author") if kind == "comments" else None
            if text:
                said = f"{tidy(author)}: {text}" if author else text
                self.referred[kind, value(note, "id") or ""] = f"[{said}]"

    def drawn(self, element: Element) -> Iterator[Block]:
        """What a chart or a diagram says that the text refers to."""
        is_chart = local(element) == "chart"
        relation = self.named.get(value(element, "id" if is_chart else "dm") or "")
        if relation is None or relation.outside:
            return
        root = self._parts.parsed(relation.target)
        if is_chart:
            self.tables += 1
            yield from chart_blocks(root, table=self.tables)
        else:
            yield from diagram_blocks(root)

    def read(self, name: str, *, under: tuple[str, ...]) -> Iterator[Block]:
        self.named = ooxml.relations(self._parts, name)
        starts = False
        for element in self._parts.blocks(name, under):
            writer = _Writer(self, Draft(starts))
            yield from writer.block(element)
            starts = writer.draft.starts_page


@dataclass(slots=True)
class _Writer:
    """Writes blocks from elements."""

    story: _Story
    draft: Draft = field(default_factory=Draft)

    def inside(self, element: Element) -> Iterator[Block]:
        """The blocks of an element that holds some."""
        for each in element:
            yield from self.block(each)

    def block(self, element: Element) -> Iterator[Block]:
        """The blocks of a paragraph, a table or what wraps them."""
        match local(element):
            case "p":
                yield from self._paragraph(element)
            case "tbl":
                yield from self._table(element)
            case "AlternateContent":
                yield from self.inside(_chosen(element))
            case name if name in _DELETED:
                self.draft.notes.add(PageNote.DELETED_TEXT)
            case name if name not in _LEFT_OUT:
                yield from self.inside(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        properties = child(paragraph, "pPr")
        ends_section = False
        if properties is not None:
            if is_on(child(properties, "pageBreakBefore")):
                self.draft.starts_page = True
            ends_section = _breaks_page(child(properties, "sectPr"))
            if _is_listed(properties):
                self.draft.text.append("• ")
            if self._hides(properties):
                self.draft.notes.add(PageNote.HIDDEN_TEXT)
        yield from self._pieces(paragraph)
        yield from self.draft.end()
        self.draft.starts_page |= ends_section

    def _pieces(self, element: Element) -> Iterator[Block]:
        """Collects text; a block comes out before each break of the page."""
        for each in element:
            name = local(each)
            self._notice(name, each)
            if name == "t":
                self.draft.text.append(each.text or "")
            elif name == "lastRenderedPageBreak" or _is_page_break(each):
                yield from self.draft.flush()
                self.draft.starts_page = True
            elif name == "AlternateContent":
                yield from self._pieces(_chosen(each))
            elif name == "txbxContent":
                self.draft.behind += _Writer(self.story).inside(each)
            elif name in _DRAWN:
                self.draft.behind += self.story.drawn(each)
            elif not self._sign(name, each):
                yield from self._pieces(each)

    def _notice(self, name: str, element: Element) -> None:
        """Note what the reader of the page should know of an element."""
        if name in _HOLDING:
            self.draft.pictures += large_pictures(element, self.story.named)
        if name == "docPr" and value(element, "hidden") in ("1", "true"):
            self.draft.notes.add(PageNote.HIDDEN_TEXT)
        if name == "r" and self._hides(child(element, "rPr")):
            self.draft.notes.add(PageNote.HIDDEN_TEXT)

    def _sign(self, name: str, element: Element) -> bool:
        """Whether an element was dealt with as something that holds no text of its own."""
        if name in FIELD_MARKS:
            self.story.fields.meet(name, element)
        if name in _SIGNS:
            self.draft.text.append(_SIGNS[name])
        elif name == "br":
            self.draft.text.append("\n")
        elif name == "sym":
            self.draft.text.append(_symbol(value(element, "char")))
        elif name == "checkBox":
            ticked = child(element, "checked")
            self.draft.text.append(
                "☒" if is_on(child(element, "default") if ticked is None else ticked) else "☐"
            )
        elif name in _REFERRED:
            self._refer(name, element)
        elif name in _DELETED:
            self.draft.notes.add(PageNote.DELETED_TEXT)
        else:
            return name in _LEFT_OUT
        return True

    def _refer(self, name: str, element: Element) -> None:
        text = self.story.referred.get((_REFERRED[name], value(element, "id") or ""))
        if text:
            is_comment = name == "commentReference"
            notes = frozenset({PageNote.COMMENTS} if is_comment else ())
            self.draft.behind.append(Block(text, notes))

    def _table(self, table: Element) -> Iterator[Block]:
        self.story.tables += 1
        number = self.story.tables
        for line in _rows(table):
            properties = child(line, "trPr")
            if properties is not None and child(properties, "del") is not None:
                self.draft.notes.add(PageNote.DELETED_TEXT)
                continue
            if properties is not None and is_on(child(properties, "hidden")):
                self.draft.notes.add(PageNote.HIDDEN_TEXT)
            inner = _Writer(self.story)
            cells = [list(inner.inside(cell)) for cell in _cells(line)]
            held = [block for cell in cells for block in cell]
            text = row("\n".join(block.text for block in cell) for cell in cells)
            notes = self.draft.notes.union(*(block.notes for block in held))
            shown = tuple(chain.from_iterable(block.pictures for block in held))
            self.draft.notes = set()
            starts = self.draft.starts_page or any(block.starts_page for block in held)
            if text or notes or shown:
                yield Block(text, frozenset(notes), starts, table=number, pictures=shown)
                self.draft.starts_page = False

    def _hides(self, properties: Element | None) -> bool:
        if properties is None:
            return False
        if is_on(child(properties, "vanish")):
            return True
        named = (child(properties, "rStyle"), child(properties, "pStyle"))
        return any(
            style is not None and value(style, "val") in self.story.hidden_styles for style in named
        )


def _rows(element: Element) -> Iterator[Element]:
    """A table's own rows, also those wrapped in content controls."""
    for each in element:
        if local(each) == "tr":
            yield each
        elif local(each) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(each)


def _cells(element: Element) -> Iterator[Element]:
    for each in element:
        if local(each) == "tc":
            yield each
        elif local(each) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(each)


def _chosen(element: Element) -> Element:
    """What of two ways to show the same is read: the older one only where the newer says nothing.

    Text boxes stand in both.
    """
    choice, fallback = child(element, "Choice"), child(element, "Fallback")
    if choice is None:
        return element if fallback is None else fallback
    if fallback is None or any(local(each) == "t" for each in choice.iter()):
        return choice
    return fallback


def _is_page_break(element: Element) -> bool:
    return local(element) == "br" and value(element, "type") == "page"


def _breaks_page(section: Element | None) -> bool:
    if section is None:
        return False
    kind = child(section, "type")
    return kind is None or value(kind, "val") != "continuous"


def _is_listed(properties: Element) -> bool:
    listed = child(properties, "numPr")
    number = child(listed, "numId") if listed is not None else None
    return number is not None and value(number, "val") != "0"


def _symbol(code: str | None) -> str:
    """A sign of a symbol font, where the next step knows what it looks like."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    return chr(number | _PRIVATE if number < 0x100 else number) if 0x20 < number < 0xFFFE else ""
