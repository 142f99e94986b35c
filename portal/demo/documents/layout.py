"""From the blocks of a paper to what is set on its pages."""

import math
import re
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Drawing, Line, Path, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, KeepTogether, PageBreak, Paragraph, Spacer, Table

from .blocks import (
    Block,
    Box,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Photo,
    Points,
    Signature,
    Space,
    Text,
)
from .pen import stroke

# reportlab carries no types: what it makes is Any from here to the finished bytes.
Flowable = Any

INK: Final = HexColor("#1d2126")
GREY: Final = HexColor("#6b7078")
RULE: Final = HexColor("#9aa1a9")


def fonts(paper: Paper) -> tuple[str, str]:
    """The regular and the bold face; both are built into every reader of PDF."""
    return ("Times-Roman", "Times-Bold") if paper.serif else ("Helvetica", "Helvetica-Bold")


def markup(text: str) -> str:
    """Text as reportlab reads it; refuses letters that the built-in faces lack."""
    text.encode("cp1252")
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))


def style(paper: Paper, size: float = 9.5, **changes: Any) -> ParagraphStyle:
    """A paragraph style of the paper; leading follows size."""
    regular, _bold = fonts(paper)
    values: dict[str, Any] = {
        "fontName": regular,
        "fontSize": size,
        "leading": size * 1.33,
        "textColor": INK,
        "spaceAfter": size * 0.45,
    }
    return ParagraphStyle("demo", **(values | changes))


def flow(paper: Paper, width: float) -> list[Flowable]:
    """Everything that stands in the frame of a paper, ``width`` points wide."""
    return [part for block in paper.blocks for part in _block(paper, block, width)]


def _block(paper: Paper, block: Block, width: float) -> list[Flowable]:
    match block:
        case Space():
            return [Spacer(0, block.points)]
        case NewPage():
            return [PageBreak()]
        case Heading():
            return _heading(paper, block, width)
        case Text():
            return [Paragraph(markup(block.text), _text_style(paper, block.look))]
        case Points():
            return _points(paper, block)
        case _:
            return _drawn(paper, block, width)


def _drawn(
    paper: Paper, block: Grid | Fields | Box | Photo | Signature, width: float
) -> list[Flowable]:
    match block:
        case Grid():
            return [_grid(paper, block, width), Spacer(0, 7)]
        case Fields():
            return [_fields(paper, block, width), Spacer(0, 5)]
        case Box():
            return [_box(paper, block, width), Spacer(0, 8)]
        case Photo():
            return [KeepTogether([_photo(block, width), _caption(paper, block.caption)])]
        case Signature():
            return [_signature(paper, block, width)]


def _text_style(paper: Paper, look: str) -> ParagraphStyle:
    _regular, bold = fonts(paper)
    centred = {"alignment": TA_CENTER}
    match look:
        case "small":
            return style(paper, 7.5, textColor=GREY)
        case "centre":
            return style(paper, 10.5, **centred)
        case "large":
            return style(paper, 25, fontName=bold, textColor=HexColor(paper.firm.colour), **centred)
        case "name":
            return style(paper, 16, fontName=bold, **centred)
        case "quote":
            return style(paper, 9.5, leftIndent=16, rightIndent=16, textColor=GREY)
        case _:
            return style(paper)


def _heading(paper: Paper, heading: Heading, width: float) -> list[Flowable]:
    _regular, bold = fonts(paper)
    colour = HexColor(paper.firm.colour)
    if paper.look == "sheet" and heading.level == 1:
        text = Paragraph(
            markup(heading.text), style(paper, 9.5, fontName=bold, textColor=HexColor("#ffffff"))
        )
        bar = Table([[text]], colWidths=[width])
        bar.setStyle(
            [("BACKGROUND", (0, 0), (-1, -1), colour), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
        )
        return [CondPageBreak(70), Spacer(0, 5), bar, Spacer(0, 5)]
    size = {1: 14.0, 2: 11.0}.get(heading.level, 9.5)
    look = style(
        paper,
        size,
        fontName=bold,
        textColor=colour if heading.level < 3 else INK,
        spaceBefore=size * 0.6,
        keepWithNext=1,
    )
    return [Paragraph(markup(heading.text), look)]


def _points(paper: Paper, points: Points) -> list[Flowable]:
    look = style(paper, leftIndent=15, bulletIndent=3, spaceAfter=2.5)
    signs = [f"{n}." if points.numbered else "–" for n in range(1, len(points.items) + 1)]
    items = [
        Paragraph(markup(item), look, bulletText=sign)
        for item, sign in zip(points.items, signs, strict=True)
    ]
    return [*items, Spacer(0, 4)]


def _grid(paper: Paper, grid: Grid, width: float) -> Flowable:
    _regular, bold = fonts(paper)
    cell = style(paper, grid.size, spaceAfter=0)
    head = style(paper, grid.size, spaceAfter=0, fontName=bold)
    cells = [
        [Paragraph(markup(text), head if row < grid.head else cell) for text in texts]
        for row, texts in enumerate(grid.rows)
    ]
    share = width / sum(grid.widths)
    table = Table(cells, colWidths=[part * share for part in grid.widths], repeatRows=grid.head)
    rules = [
        ("GRID", (0, 0), (-1, -1), 0.5, RULE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ]
    if grid.head:
        rules.append(("BACKGROUND", (0, 0), (-1, grid.head - 1), HexColor("#e6e9ed")))
    rules += [
        ("BACKGROUND", (column, row), (column, row), HexColor(colour))
        for (row, column), colour in grid.fills.items()
    ]
    table.setStyle(rules)
    return table


def _fields(paper: Paper, fields: Fields, width: float) -> Flowable:
    _regular, bold = fonts(paper)
    label = style(paper, 9, fontName=bold, spaceAfter=0)
    value = style(paper, 9, spaceAfter=0)
    rows = [[Paragraph(markup(a), label), Paragraph(markup(b), value)] for a, b in fields.rows]
    table = Table(rows, colWidths=[width * fields.label, width * (1 - fields.label)])
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
        ]
    )
    return table


def _box(paper: Paper, box: Box, width: float) -> Flowable:
    table = Table([[Paragraph(markup(box.text), style(paper, spaceAfter=0))]], colWidths=[width])
    table.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, -1), HexColor(box.colour)),
            ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(paper.firm.colour)),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ]
    )
    return table


def _caption(paper: Paper, text: str) -> Flowable:
    return Paragraph(markup(text), style(paper, 8, textColor=GREY, spaceBefore=3, spaceAfter=9))


def _photo(photo: Photo, width: float) -> Drawing:
    """A grey picture with the outline of its motif: enough to be an image on the page."""
    wide, high = min(width, 250.0), 120.0
    drawing = Drawing(wide, high)
    drawing.add(Rect(0, 0, wide, high, fillColor=HexColor("#c9ccd0"), strokeColor=None))
    drawing.add(Rect(0, 0, wide, high * 0.3, fillColor=HexColor("#aeb2b8"), strokeColor=None))
    dark = HexColor("#70767e")
    crates = [(0.05 + 0.12 * n, 30.0, 40.0 + 11 * (n % 3)) for n in range(7)]
    if photo.motif == "line":
        crates = [(0.08 + 0.15 * n, 38.0, 22.0 + 3 * (n % 2)) for n in range(6)]
    elif photo.motif == "exit":
        crates = [(0.33, 20.0, 44.0), (0.44, 24.0, 38.0), (0.55, 18.0, 30.0)]
        sign = HexColor("#4f7d62")
        drawing.add(Rect(wide * 0.4, high * 0.3, 46, 72, fillColor=dark, strokeColor=None))
        drawing.add(Rect(wide * 0.4 + 8, 105, 30, 9, fillColor=sign, strokeColor=None))
    for left, bottom, high_part in crates:
        fill = HexColor("#8d939b")
        drawing.add(Rect(wide * left, bottom, 30, high_part, fillColor=fill, strokeColor=dark))
    return drawing


def _signature(paper: Paper, signature: Signature, width: float) -> Flowable:
    drawing = Drawing(width, 62)
    if signature.name:
        drawing.add(_scrawl(signature.name))
    drawing.add(Line(0, 12, 190, 12, strokeColor=RULE, strokeWidth=0.7))
    if signature.seal:
        _seal(drawing, width - 60, 32, signature.seal, paper.firm.colour)
    look = style(paper, 9, spaceAfter=1)
    lines = [Paragraph(markup(text), look) for text in (signature.name, signature.role) if text]
    return KeepTogether([Spacer(0, 10), Paragraph(markup(signature.place), look), drawing, *lines])


def _scrawl(name: str) -> Path:
    """A pen stroke that belongs to the name: the same each time, unlike any other."""
    path = Path(fillColor=None, strokeColor=HexColor("#24396e"), strokeWidth=1.3)
    for n, (x, y) in enumerate(stroke(name)):
        (path.lineTo if n else path.moveTo)(12 + 130 * x, 34 + 24 * y)
    return path


def _seal(drawing: Drawing, x: float, y: float, words: str, colour: str) -> None:
    ink = HexColor(colour)
    drawing.add(Circle(x, y, 31, fillColor=None, strokeColor=ink, strokeWidth=1.6))
    drawing.add(Circle(x, y, 21, fillColor=None, strokeColor=ink, strokeWidth=0.6))
    for n in range(24):
        turn = n * math.pi / 12
        cos, sin = math.cos(turn), math.sin(turn)
        spoke = (x + 23 * cos, y + 23 * sin, x + 29 * cos, y + 29 * sin)
        drawing.add(Line(*spoke, strokeColor=ink, strokeWidth=0.8))
    drawing.add(
        String(
            x,
            y - 3,
            words,
            textAnchor="middle",
            fontName="Helvetica-Bold",
            fontSize=7,
            fillColor=ink,
        )
    )
