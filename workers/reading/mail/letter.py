"""A message that has been taken apart, however it was packed: what it says and what it brings."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from portal.domain.evidence import PageNote
from workers.reading.office.flow import CELL_MARK, Block, tidy

# Charsets of messages. A codec is a file, which the child has not: all are loaded here.
_CHARSETS: Final = (
    "ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-7", "mac-roman",
    *(f"iso8859-{number}" for number in (*range(1, 12), *range(13, 17))),
    *(f"cp{number}" for number in (437, 850, *range(1250, 1259))),
    "koi8-r", "koi8-u", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc_jp",
    "iso2022_jp", "euc_kr", "tis-620",
)  # fmt: skip
for _charset in _CHARSETS:
    codecs.lookup(_charset)

MOST_CHARS: Final = 2_000_000  # of what is written; more is no letter
_HEADERS: Final = ("From", "To", "Cc", "Date", "Subject")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a message brings; ``data`` is None for another message."""

    name: str
    data: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message. ``headers`` by the names above; ``html`` stands for a missing ``text``."""

    headers: dict[str, str]
    text: str
    html: str
    attachments: tuple[Attachment, ...]

    def blocks(self) -> Iterator[Block]:
        """What the message says, from its head to its last line."""
        for name in _HEADERS:
            if said := tidy(self.headers.get(name, "").replace("\n", " ")):
                yield Block(f"{name}: {said}")
        for attachment in self.attachments:
            yield Block(f"Attachment: {attachment.name}")
        body = self.text if self.text.strip() else text_of_html(self.html[:MOST_CHARS])
        cut = len(body) > MOST_CHARS or (not self.text.strip() and len(self.html) > MOST_CHARS)
        notes = frozenset({PageNote.TEXT_CUT} if cut else ())
        for line in tidy(body[:MOST_CHARS]).split("\n"):
            yield Block(line, notes)

    def properties(self) -> dict[str, str]:
        """What the message says of itself."""
        named = {"title": "Subject", "author": "From", "created": "Date"}
        return {key: self.headers[name] for key, name in named.items() if self.headers.get(name)}


_UNSEEN: Final = frozenset({"script", "style", "head", "template", "noscript"})
_LINES: Final = frozenset(
    {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "hr"}
)
_CELLS: Final = frozenset({"td", "th"})


def text_of_html(html: str) -> str:
    """The words that a page shows: lines for blocks, cells divided; nothing is fetched or run."""
    words = _Words()
    words.feed(html)
    words.close()
    return "".join(words.parts)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0
        self._in_row = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 (the library's)
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _LINES:
            self.parts.append("\n")
            self._in_row = False
        elif tag in _CELLS:
            self.parts.append(CELL_MARK if self._in_row else "")
            self._in_row = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in _LINES:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            # A line's end in the source is a blank to whoever looks at the page.
            self.parts.append(data.replace("\n", " "))
