"""A message as a document: its own pages first, then those of each attachment, numbered on."""

import mmap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from PIL import Image

from portal.domain.evidence import ActiveContent, FileType, Limits, PageNote, clean_name, sniff
from workers.reading import magic
from workers.reading.begun import Begun
from workers.reading.child import Message, Opener, Readable, Unopened
from workers.reading.mail.eml import parse_eml
from workers.reading.mail.letter import Attachment, Letter
from workers.reading.mail.msg import parse_msg
from workers.reading.office.flow import Flow, Leaf, paginate

Openers = Mapping[FileType, Opener]


@contextmanager
def open_eml(
    data: mmap.mmap, limits: Limits, *, openers: Openers, begun: Begun
) -> Iterator["Mail"]:
    """A message as it goes over the net. Raises Unopened."""
    with _opened(parse_eml(data, limits), limits, openers, begun) as mail:
        yield mail


@contextmanager
def open_msg(
    data: mmap.mmap, limits: Limits, *, openers: Openers, begun: Begun
) -> Iterator["Mail"]:
    """A message as Outlook saves it. Raises Unopened."""
    with _opened(parse_msg(data, limits), limits, openers, begun) as mail:
        yield mail


@contextmanager
def _opened(letter: Letter, limits: Limits, openers: Openers, begun: Begun) -> Iterator["Mail"]:
    letter = replace(letter, attachments=tuple(map(_named, letter.attachments)))
    with ExitStack() as stack:
        parts, unread = [], False
        for number, attachment in enumerate(letter.attachments[: limits.attachments]):
            opened = None
            if not begun.is_left(number):
                with begun.opening(number):
                    opened = _read(attachment, limits, openers, stack)
            unread |= opened is None
            parts += [_Part(attachment.name, opened)] if opened else []
        unread |= len(letter.attachments) > limits.attachments
        leaves = paginate(letter.blocks(), limits=limits) or [Leaf()]
        if unread:
            leaves[0].notes.add(PageNote.ATTACHMENT_UNREAD)
        own = Flow(leaves, {"active": [], "properties": letter.properties()})
        yield Mail([_Part("", own), *parts], unread=unread)


def _named(attachment: Attachment) -> Attachment:
    return replace(attachment, name=clean_name(attachment.name))


def _read(
    attachment: Attachment, limits: Limits, openers: Openers, stack: ExitStack
) -> Readable | None:
    """An attachment's own reader; None for what is not read here: messages, archives, damage."""
    if not attachment.data:
        return None
    data = mmap.mmap(-1, len(attachment.data))
    data.write(attachment.data)
    sniffed = sniff(data)
    opener = openers.get(sniffed.type)
    if opener is None or not magic.agrees(data, sniffed.type, second=sniffed.second):
        return None
    try:
        return stack.enter_context(opener(data, limits))
    except Unopened:
        return None


@dataclass(frozen=True, slots=True)
class _Part:
    """One file of a message; the message itself has no name."""

    name: str
    document: Readable


class Mail:
    """An opened message. See ``child.Readable``."""

    def __init__(self, parts: Sequence[_Part], *, unread: bool) -> None:
        self._parts = parts
        self._unread = unread
        self.pages = sum(part.document.pages for part in parts)

    def page(self, number: int) -> Message:
        """A page of the message or of an attachment, numbered through."""
        part, own = self._place(number)
        message = part.document.page(own)
        if "lost" in message:
            return {**message, "lost": number}
        return {**message, "page": number, "part": part.name}

    def image(self, number: int, *, dpi: int, grey: bool) -> Image.Image | None:
        """A page of an attachment as pixels."""
        part, own = self._place(number)
        return part.document.image(own, dpi=dpi, grey=grey)

    def inspect(self) -> Message:
        """What the message says of itself, and what it and its attachments hold."""
        held = [part.document.inspect() for part in self._parts]
        active = {code for each in held for code in each["active"]}
        if self._unread:
            active.add(ActiveContent.EMBEDDED_FILE.value)
        return {"active": sorted(active), "properties": held[0]["properties"]}

    def _place(self, number: int) -> tuple[_Part, int]:
        for part in self._parts:
            if number <= part.document.pages:
                return part, number
            number -= part.document.pages
        raise IndexError(number)
