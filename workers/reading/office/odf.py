"""The text of OpenDocument texts, and what sheets share with them (``ods``): what is shown."""

import mmap
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Final

from portal.domain.evidence import ActiveContent, FailureCode, Limits, PageNote
from workers.reading.child import Message, Unopened
from workers.reading.office import package
from workers.reading.office.flow import Block, Draft, paginate, row, tidy
from workers.reading.office.package import Element, Package, child, local, value
from workers.reading.office.paged import Paged
from workers.reading.office.pictures import large_frame

CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_META: Final = "meta.xml"
_MANIFEST: Final = "META-INF/manifest.xml"

_LEFT_OUT: Final = frozenset(
    {"tracked-changes", "note-citation", "forms", "sequence-decls", "variable-decls",
     "user-field-decls", "dde-connection-decls", "tabstop", "index-title-template"}
)  # fmt: skip
_HIDDEN: Final = frozenset({"hidden-text", "hidden-paragraph"})
_PARAGRAPHS: Final = frozenset({"p", "h"})
ROW_GROUPS: Final = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_REPEATED: Final = 1_000  # columns that one cell stands for; more are the empty rest of a sheet
_BLANKS: Final = 100

_HOLDS: Final = (
    ("basic/", ActiveContent.SCRIPT),
    ("scripts/", ActiveContent.SCRIPT),
    ("meta-inf/documentsignatures.xml", ActiveContent.SIGNATURE),
    ("object 1/", ActiveContent.EMBEDDED_FILE),
)
# Elements that show what their address leads to, and addresses that lead out of the package.
_SHOWING: Final = tuple(
    f"{{*}}{name}"
    for name in (
        "image", "fill-image", "background-image", "object", "object-ole", "plugin",
        "floating-frame", "section-source", "table-source", "cell-range-source", "dde-source",
        "dde-link", "dde-connection-decl",
    )
)  # fmt: skip
_OUTSIDE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\.\./")
_SAID: Final[Mapping[str, str]] = {
    "title": "title", "initial-creator": "author", "creator": "author",
    "creation-date": "created", "date": "modified", "generator": "producer",
}  # fmt: skip


@contextmanager
def open_odt(data: mmap.mmap, limits: Limits) -> Iterator[Paged]:
    """A text to read. Raises Unopened."""
    with opened(data, limits) as parts:
        styles = Styles()
        leaves = paginate(_text_blocks(parts, styles), limits=limits)
        yield Paged(leaves, inspect(parts, styles), parts, limits)


@contextmanager
def opened(data: mmap.mmap, limits: Limits) -> Iterator[Package]:
    """A package that is not locked. Raises Unopened."""
    with package.opened(data, limits) as parts:
        manifest = parts.parsed(_MANIFEST)
        if manifest is not None and any(local(e) == "encryption-data" for e in manifest.iter()):
            raise Unopened(FailureCode.ENCRYPTED)
        yield parts


def _text_blocks(parts: Package, styles: "Styles") -> Iterator[Block]:
    """All paragraphs and rows of a text; page headers first, footers last."""
    heads, feet = _page_furniture(parts)
    yield from heads
    for style in parts.blocks(_STYLES, ("styles",)):
        styles.learn(style)
    starts = False
    for element in parts.blocks(CONTENT, ("automatic-styles", "text")):
        styles.fetch |= fetches(element)
        if local(element) == "style":
            styles.learn(element)
        else:
            writer = Writer(styles, Draft(starts))
            yield from writer.block(element)
            starts = writer.draft.starts_page
    yield from feet


def _page_furniture(parts: Package) -> tuple[list[Block], list[Block]]:
    heads: list[Block] = []
    feet: list[Block] = []
    for page in parts.blocks(_STYLES, ("master-styles",)):
        for each in page:
            kind = local(each)
            if kind in ("header", "header-first", "header-left"):
                heads += Writer(Styles()).inside(each)
            elif kind in ("footer", "footer-first", "footer-left"):
                feet += Writer(Styles()).inside(each)
    return list(dict.fromkeys(heads)), list(dict.fromkeys(feet))


@dataclass(slots=True)
class Styles:
    """The styles of a text that break the page or hide what they are laid on.

    With them what was met on the way: how many tables, and whether something is fetched.
    """

    breaking: set[str] = field(default_factory=set)
    hiding: set[str | None] = field(default_factory=set)
    tables: int = 0
    fetch: bool = False

    def learn(self, style: Element) -> None:
        """Note what a style does to what it is laid on."""
        name = value(style, "name") or ""
        # A style stands behind the one it rests on, and says itself what it does otherwise.
        shown = "none" if value(style, "parent-style-name") in self.hiding else None
        for each in style:
            if value(each, "break-before") == "page":
                self.breaking.add(name)
            if local(each) == "text-properties":
                shown = value(each, "display") or shown
        if shown == "none":
            self.hiding.add(name)


@dataclass(slots=True)
class Writer:
    """Writes blocks from elements."""

    styles: Styles
    draft: Draft = field(default_factory=Draft)

    def inside(self, element: Element) -> Iterator[Block]:
        """The blocks of an element that holds some."""
        for each in element:
            yield from self.block(each)

    def block(self, element: Element) -> Iterator[Block]:
        """The blocks of a paragraph, a table or what wraps them."""
        name = local(element)
        if name == "tracked-changes" and next(element.iter("{*}deletion"), None) is not None:
            yield Block("", frozenset({PageNote.DELETED_TEXT}))
        if name == "frame" and (shown := tuple(large_frame(element))):
            yield Block("", pictures=shown)
        if name in _PARAGRAPHS:
            yield from self._paragraph(element)
        elif name == "table":
            yield from self._table(element)
        elif name == "soft-page-break":
            self.draft.starts_page = True
        elif name == "section" and value(element, "display") == "none":
            for held in self.inside(element):
                yield replace(held, notes=held.notes | {PageNote.HIDDEN_TEXT})
        elif name == "list-item":
            first, *rest = [*self.inside(element)] or [Block("")]
            yield Block(f"• {first.text}", first.notes, first.starts_page, first.table)
            yield from rest
        elif name not in _LEFT_OUT:
            yield from self.inside(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        style = value(paragraph, "style-name") or ""
        self.draft.starts_page |= style in self.styles.breaking
        if style in self.styles.hiding:
            self.draft.notes.add(PageNote.HIDDEN_TEXT)
        yield from self._pieces(paragraph)
        yield from self.draft.end()

    def _pieces(self, element: Element) -> Iterator[Block]:
        self.draft.text.append(element.text or "")
        for each in element:
            name = local(each)
            if name == "frame":
                self.draft.pictures += large_frame(each)
            if name == "soft-page-break":
                yield from self.draft.flush()
                self.draft.starts_page = True
            elif not self._apart(name, each):
                if value(each, "style-name") in self.styles.hiding or name in _HIDDEN:
                    self.draft.notes.add(PageNote.HIDDEN_TEXT)
                yield from self._pieces(each)
            self.draft.text.append(each.tail or "")

    def _apart(self, name: str, element: Element) -> bool:
        """Whether an element was dealt with as something beside the running text."""
        if name == "s":
            self.draft.text.append(" " * count(element, "c", _BLANKS))
        elif name == "tab":
            self.draft.text.append(" ")
        elif name == "line-break":
            self.draft.text.append("\n")
        elif name == "note":
            self._put_behind(child(element, "note-body"), PageNote.COMMENTS, comment=False)
        elif name == "annotation":
            self._put_behind(element, PageNote.COMMENTS, comment=True)
        elif name in ("text-box", "table"):
            self.draft.behind += Writer(self.styles).block(element)
        else:
            return name in _LEFT_OUT
        return True

    def _put_behind(self, element: Element | None, note: PageNote, *, comment: bool) -> None:
        if element is None:
            return
        author = child(element, "creator") if comment else None
        paragraphs = (each for each in element if local(each) in ("p", "list"))
        said = " ".join(tidy("".join(each.itertext())) for each in paragraphs)
        if author is not None and author.text:
            said = f"{tidy(author.text)}: {said}"
        if said:
            self.draft.behind.append(Block(f"[{said}]", frozenset({note} if comment else ())))

    def _table(self, table: Element) -> Iterator[Block]:
        self.styles.tables += 1
        number = self.styles.tables
        for line in _rows(table):
            made = row_block(line, self.styles, number)
            if made.text or made.notes or made.pictures:
                yield made


def _rows(table: Element) -> Iterator[Element]:
    for each in table:
        if local(each) == "table-row":
            yield each
        elif local(each) in ROW_GROUPS:
            yield from _rows(each)


def row_block(line: Element, styles: Styles, table: int) -> Block:
    """A table's row with the text that its cells show."""
    cells: list[str] = []
    notes: set[PageNote] = set()
    pictures: list[str] = []
    for cell in line:
        if local(cell) not in _CELLS:
            continue
        held = list(Writer(styles).inside(cell))
        notes.update(*(block.notes for block in held))
        pictures += chain.from_iterable(block.pictures for block in held)
        shown = "\n".join(block.text for block in held)
        cells += [shown] * count(cell, "number-columns-repeated", _REPEATED if shown else 1)
    while cells and not cells[-1]:
        del cells[-1]
    return Block(row(cells), frozenset(notes), table=table, pictures=tuple(pictures))


def count(element: Element, name: str, most: int) -> int:
    """A whole number that an attribute holds, from 1 to ``most``; 1 for whatever else it says."""
    try:
        return min(max(int(value(element, name) or 1), 1), most)
    except ValueError:
        return 1


def fetches(element: Element) -> bool:
    """Whether a part of a file shows what lies outside it; a link waits to be followed."""
    return any(
        _OUTSIDE.match(value(each, "href") or "") or "dde" in local(each)
        for each in element.iter(*_SHOWING)
    )


def inspect(parts: Package, styles: Styles) -> Message:
    """What a package holds beside its text, and what it says of itself."""
    found = {code for mark, code in _HOLDS if any(name.startswith(mark) for name in parts.names)}
    if styles.fetch:
        found.add(ActiveContent.EXTERNAL_LINK)
    active = [code.value for code in ActiveContent if code in found]
    root = parts.parsed(_META)
    said: dict[str, str] = {}
    for each in islice(root.iter(), 1000) if root is not None else ():
        key = _SAID.get(local(each))
        if key and each.text:
            said.setdefault(key, str(each.text))
    return {"active": active, "properties": said}
