"""How many pages the tree of a PDF holds, whatever the file says of their number. In the child."""

import io
import mmap
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Pdf

_DEPTH: Final = 60
_NODES: Final = 200_000


def leaves_in(pdf: Pdf, *, most: int) -> int:
    """The leaves of a file's tree of pages, counted up to ``most``; a leaf may be damaged.

    A branch that grows out of itself is no page and is not followed.
    """
    count = nodes = 0
    above: list[tuple[object, frozenset[tuple[int, int]]]] = [(pdf.Root.get("/Pages"), frozenset())]
    while above and count < most and nodes < _NODES:
        node, path = above.pop()
        nodes += 1
        kids = node.get("/Kids") if isinstance(node, Dictionary) else None
        if not isinstance(node, Dictionary) or not isinstance(kids, Array):
            count += 1
        elif node.objgen not in path and len(path) < _DEPTH:
            within = path | {node.objgen}
            above += ((kid, within) for kid in list(kids)[: most - count])
    return count


def count_leaves(data: bytes | mmap.mmap, *, most: int) -> int | None:
    """As ``leaves_in``, from the bytes of a file; None where its tree cannot be gone through."""
    try:
        with pikepdf.open(io.BytesIO(data), inherit_page_attributes=False) as pdf:
            return leaves_in(pdf, most=most)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        return None
