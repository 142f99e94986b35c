"""What a demonstration paper is made of: values that hold text, apart from how it is drawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from portal.domain.evidence import DocumentKind

Language = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the largest."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``**words**`` stand bold."""

    text: str
    look: Literal["body", "small", "centre", "large", "name", "quote"] = "body"


@dataclass(frozen=True, slots=True)
class Points:
    """A list, with dashes or with numbers."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: rows of cells, column widths as shares of the frame.

    ``head`` rows stand on top of every page; ``fills`` colours single cells (row, column).
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    head: int = 1
    size: float = 8
    fills: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fields:
    """Label and value in two columns, without rules."""

    rows: tuple[tuple[str, str], ...]
    label: float = 0.32


@dataclass(frozen=True, slots=True)
class Box:
    """A tinted box that stands out from the text."""

    text: str
    colour: str = "#eef1f4"


@dataclass(frozen=True, slots=True)
class Photo:
    """A drawn stand-in for a photograph, with its caption."""

    caption: str
    motif: Literal["exit", "line", "store"]


@dataclass(frozen=True, slots=True)
class Signature:
    """Place and date, a drawn signature, name and role; with a seal if it has words.

    An empty name leaves the line unsigned.
    """

    place: str
    name: str
    role: str
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Space:
    """An upright gap in points."""

    points: float = 8


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Text | Points | Grid | Fields | Box | Photo | Signature | Space | NewPage
Look = Literal["letter", "sheet", "report", "certificate", "plain"]


@dataclass(frozen=True, slots=True)
class Firm:
    """Who writes the paper; all firms are invented."""

    name: str
    lines: tuple[str, ...]
    colour: str
    mark: Literal["bars", "ring", "wave", "diamond", "leaf", "cross"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper: sender, title, the small print of its pages and its blocks."""

    firm: Firm
    language: Language
    title: str
    blocks: tuple[Block, ...]
    look: Look = "letter"
    margin_notes: tuple[str, ...] = ()
    columns: int = 1
    landscape: bool = False
    serif: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What a reader must find: topic, stance and the exact words on a page (from 1).

    Words of a table row stand as its cells divided by `` | ``.
    """

    topic: str
    stance: Literal["affirmed", "denied", "required", "hedged"]
    words: str
    page: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A question whose answer the paper speaks against, and the words that do.

    The answer stands in ``answers.ANSWERS``. No words: what should stand in the paper is missing.
    """

    question: str
    words: str
    page: int


@dataclass(frozen=True, slots=True)
class DemoDocument:
    """A demonstration document: whose, what, for which questions, and what stands in it."""

    name: str
    supplier: str
    kind: DocumentKind
    language: Language
    title: str
    questions: tuple[str, ...]
    expected: tuple[Fact, ...]
    make: Callable[[], bytes]
    contradictions: tuple[Contradiction, ...] = ()
    scanned: bool = False
