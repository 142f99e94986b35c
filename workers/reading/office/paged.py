"""A file as pages: those of its text, and behind each the large pictures that stand on it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from PIL import Image

from portal.domain.evidence import Limits, PageNote, ReadingMethod
from workers.reading.child import Message, Unopened
from workers.reading.office.flow import Leaf, message
from workers.reading.office.package import Package, readable
from workers.reading.picture import Picture, open_picture


@dataclass(frozen=True, slots=True)
class _Face:
    """A page: of text, of the picture of a part, or of a picture that is all there is of a text."""

    leaf: Leaf | None
    picture: str = ""


class Paged:
    """A file that has been laid out into pages. See ``child.Readable``."""

    def __init__(
        self, leaves: Sequence[Leaf], holds: Message, parts: Package, limits: Limits
    ) -> None:
        self._parts = parts
        self._limits = limits
        self._holds = holds
        self._faces = list(islice(self._all(leaves), limits.pages + 1))
        self.pages = len(self._faces)

    def page(self, number: int) -> Message:
        """One page; that of a picture is to be read by recognition."""
        face = self._faces[number - 1]
        told = message(number, face.leaf) if face.leaf else {}
        if not face.picture:
            return told
        with self._opened(face.picture) as picture:
            shown = picture.page(1)
        kept = {"method": ReadingMethod.CELLS.value, "notes": told["notes"]} if told else {}
        return {**shown, **kept, "page": number}

    def image(self, number: int, *, dpi: int, grey: bool) -> Image.Image | None:
        """The pixels of a picture; none for text, whose looks nobody knows. Raises Unopened."""
        face = self._faces[number - 1]
        if not face.picture:
            return None
        with self._opened(face.picture) as picture:
            return picture.image(1, dpi=dpi, grey=grey)

    def inspect(self) -> Message:
        """What it holds beside its pages."""
        return self._holds

    def _all(self, leaves: Sequence[Leaf]) -> Iterator[_Face]:
        """Each leaf with its pictures, each picture once, however often it is shown."""
        seen = set[str]()
        for leaf in leaves:
            shown = [name for name in dict.fromkeys(leaf.pictures) if name not in seen]
            seen.update(shown)
            pictures = [name for name in shown if self._can_open(name)]
            if len(pictures) < len(shown):
                leaf.notes.add(PageNote.PICTURE_UNREAD)
            if pictures and not leaf.lines and len(pictures) == len(shown):
                yield _Face(leaf, pictures.pop(0))
            else:
                yield _Face(leaf)
            if pictures:
                leaf.notes.add(PageNote.PICTURE_BEHIND)
            yield from (_Face(None, name) for name in pictures)

    def _can_open(self, name: str) -> bool:
        try:
            with self._opened(name):
                return True
        except Unopened:
            return False

    @contextmanager
    def _opened(self, name: str) -> Iterator[Picture]:
        with readable():
            data = self._parts.read(name)
        with open_picture(data, self._limits) as picture:
            yield picture
