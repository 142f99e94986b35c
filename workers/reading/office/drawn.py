"""What a workbook says beside its cells: comments on them, and text in boxes drawn over them."""

from collections.abc import Iterator

from portal.domain.evidence import PageNote
from workers.reading.office import ooxml
from workers.reading.office.flow import Block, tidy
from workers.reading.office.package import Element, Package, local
from workers.reading.office.percent import sheets
from workers.reading.office.pictures import large_pictures


def beside_cells(parts: Package) -> dict[str, list[Block]]:
    """Such text by the sheet's name, in the order it stands in the file."""
    return {name: list(_beside(parts, part)) for name, part in sheets(parts).items()}


def _beside(parts: Package, sheet: str) -> Iterator[Block]:
    for name in ooxml.targets(parts, sheet, "drawing"):
        named = ooxml.relations(parts, name)
        for shape in parts.blocks(name, ("wsDr",)):
            if shown := tuple(large_pictures(shape, named)):
                yield Block("", pictures=shown)
            paragraphs = [each for each in shape.iter() if local(each) == "p"]
            for paragraph in paragraphs:
                if text := tidy("".join(_texts(paragraph))):
                    yield Block(text)
    for name in ooxml.targets(parts, sheet, "comments"):
        for comment in parts.blocks(name, ("commentList",)):
            if text := tidy("".join(_texts(comment))):
                yield Block(f"[{text}]", frozenset({PageNote.COMMENTS}))


def _texts(element: Element) -> Iterator[str]:
    for each in element.iter():
        if local(each) == "t":
            yield each.text or ""
