"""The furniture of a paper's pages, and the finished PDF."""

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from .blocks import Firm, Language, Look, Paper
from .layout import GREY, INK, RULE, flow, fonts

Canvas = Any  # reportlab carries no types

SIDE: Final = 56.0
GAP: Final = 18.0
INVENTED: Final[dict[Language, str]] = {
    "sv": "Demonstrationsdokument. Alla firmor, personer och uppgifter är påhittade.",
    "en": "Demonstration document. All firms, persons and figures are invented.",
}
# Space kept free at the top and at the bottom, in points.
ROOM: Final[dict[Look, tuple[float, float]]] = {
    "letter": (96, 84),
    "sheet": (112, 56),
    "report": (74, 62),
    "certificate": (92, 84),
    "plain": (64, 56),
}


def page_number(language: Language, page: int, total: int) -> str:
    """The page and how many there are, as papers print it."""
    return f"Sida {page} av {total}" if language == "sv" else f"Page {page} of {total}"


def render(paper: Paper) -> bytes:
    """The paper as PDF; the same paper gives the same bytes."""
    total = _build(paper, 0)[1]
    return _build(paper, total)[0]


def page_size(paper: Paper) -> tuple[float, float]:
    """Width and height in points."""
    wide, high = landscape(A4) if paper.landscape else A4
    return float(wide), float(high)


def _build(paper: Paper, total: int) -> tuple[bytes, int]:
    out = BytesIO()
    wide, high = page_size(paper)
    top, bottom = ROOM[paper.look]
    column = (wide - 2 * SIDE - GAP * (paper.columns - 1)) / paper.columns
    frames = [
        Frame(
            SIDE + n * (column + GAP),
            bottom,
            column,
            high - top - bottom,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        for n in range(paper.columns)
    ]
    furnish = FURNITURE[paper.look]

    def on_page(canvas: Canvas, document: Any) -> None:
        canvas.saveState()
        furnish(canvas, paper, document.page, total)
        _line(canvas, wide / 2, 18, INVENTED[paper.language], size=6.5, align="centre", paper=paper)
        canvas.restoreState()

    document = BaseDocTemplate(
        out,
        pagesize=(wide, high),
        pageTemplates=[PageTemplate(frames=frames, onPage=on_page)],
        title=paper.title,
        author=paper.firm.name,
        creator="Underlag",
        lang=paper.language,
        invariant=1,
    )
    document.build(flow(paper, column))
    return out.getvalue(), int(document.page)


def _line(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    *,
    paper: Paper,
    size: float = 8,
    bold: bool = False,
    align: str = "left",
    colour: Any = GREY,
) -> None:
    text.encode("cp1252")
    canvas.setFont(fonts(paper)[bold], size)
    canvas.setFillColor(colour)
    draw = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }
    draw[align](x, y, text)


def _rule(canvas: Canvas, y: float, wide: float, colour: Any = RULE) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.6)
    canvas.line(SIDE, y, wide - SIDE, y)


def _mark(canvas: Canvas, x: float, y: float, firm: Firm) -> None:
    """The firm's sign, 24 points square with its lower left corner at x, y."""
    canvas.setFillColor(HexColor(firm.colour))
    canvas.setStrokeColor(HexColor(firm.colour))
    canvas.setLineWidth(3)
    match firm.mark:
        case "bars":
            for n, high in enumerate((10, 17, 24)):
                canvas.rect(x + 8.5 * n, y, 6, high, stroke=0, fill=1)
        case "ring":
            canvas.circle(x + 12, y + 12, 10, stroke=1, fill=0)
            canvas.circle(x + 12, y + 12, 4, stroke=0, fill=1)
        case "wave":
            for n in range(3):
                low = y + 3 + 8 * n
                canvas.bezier(x, low, x + 8, low + 9, x + 16, low - 9, x + 24, low)
        case "diamond":
            path = canvas.beginPath()
            for n, (dx, dy) in enumerate(((12, 0), (24, 12), (12, 24), (0, 12))):
                (path.lineTo if n else path.moveTo)(x + dx, y + dy)
            path.close()
            canvas.drawPath(path, stroke=0, fill=1)
        case "leaf":
            canvas.ellipse(x + 5, y, x + 19, y + 24, stroke=0, fill=1)
            canvas.setStrokeColor(HexColor("#ffffff"))
            canvas.setLineWidth(1.4)
            canvas.line(x + 12, y - 1, x + 12, y + 18)
        case "cross":
            canvas.rect(x + 8, y, 8, 24, stroke=0, fill=1)
            canvas.rect(x, y + 8, 24, 8, stroke=0, fill=1)


def _letter(canvas: Canvas, paper: Paper, page: int, total: int) -> None:
    wide, high = page_size(paper)
    _mark(canvas, SIDE, high - 66, paper.firm)
    _line(
        canvas, SIDE + 33, high - 60, paper.firm.name, paper=paper, size=14, bold=True, colour=INK
    )
    number = page_number(paper.language, page, total)
    for n, text in enumerate((*paper.margin_notes, number)):
        _line(canvas, wide - SIDE, high - 46 - 11 * n, text, paper=paper, align="right")
    _rule(canvas, 66, wide)
    step = (wide - 2 * SIDE) / 3
    for n, text in enumerate(paper.firm.lines[:6]):
        _line(canvas, SIDE + step * (n // 2), 54 - 10 * (n % 2), text, paper=paper, size=7)


def _sheet(canvas: Canvas, paper: Paper, page: int, total: int) -> None:
    wide, high = page_size(paper)
    _mark(canvas, SIDE, high - 62, paper.firm)
    _line(
        canvas, SIDE + 33, high - 56, paper.firm.name, paper=paper, size=11, bold=True, colour=INK
    )
    sheet = "SÄKERHETSDATABLAD" if paper.language == "sv" else "SAFETY DATA SHEET"
    _line(
        canvas,
        wide - SIDE,
        high - 48,
        sheet,
        paper=paper,
        size=14,
        bold=True,
        align="right",
        colour=INK,
    )
    _line(canvas, wide - SIDE, high - 60, paper.margin_notes[0], paper=paper, size=7, align="right")
    _rule(canvas, high - 72, wide)
    _line(canvas, SIDE, high - 85, paper.title, paper=paper, size=9, bold=True, colour=INK)
    _line(canvas, wide - SIDE, high - 85, paper.margin_notes[1], paper=paper, align="right")
    _rule(canvas, high - 93, wide)
    _rule(canvas, 44, wide)
    _line(canvas, SIDE, 32, paper.margin_notes[2], paper=paper, size=7.5)
    number = page_number(paper.language, page, total)
    _line(canvas, wide - SIDE, 32, number, paper=paper, size=7.5, align="right")


def _report(canvas: Canvas, paper: Paper, page: int, total: int) -> None:
    wide, high = page_size(paper)
    canvas.setFillColor(HexColor(paper.firm.colour))
    canvas.rect(0, high - 13, wide, 13, stroke=0, fill=1)
    _mark(canvas, SIDE, high - 50, paper.firm)
    _line(
        canvas, SIDE + 33, high - 42, paper.firm.name, paper=paper, size=10, bold=True, colour=INK
    )
    for n, text in enumerate(paper.margin_notes[:2]):
        _line(canvas, wide - SIDE, high - 36 - 10 * n, text, paper=paper, size=7.5, align="right")
    _rule(canvas, high - 58, wide)
    _rule(canvas, 48, wide)
    _line(canvas, SIDE, 36, "  ·  ".join(paper.firm.lines[:2]), paper=paper, size=7)
    number = page_number(paper.language, page, total)
    _line(canvas, wide - SIDE, 36, number, paper=paper, size=7.5, align="right")


def _certificate(canvas: Canvas, paper: Paper, page: int, total: int) -> None:
    wide, high = page_size(paper)
    canvas.setStrokeColor(HexColor(paper.firm.colour))
    for inset, thick in ((30, 2.4), (36, 0.7)):
        canvas.setLineWidth(thick)
        canvas.rect(inset, inset, wide - 2 * inset, high - 2 * inset, stroke=1, fill=0)
    _mark(canvas, SIDE, high - 78, paper.firm)
    _line(
        canvas, SIDE + 34, high - 71, paper.firm.name, paper=paper, size=12, bold=True, colour=INK
    )
    for n, text in enumerate(paper.margin_notes):
        _line(canvas, wide - SIDE, high - 60 - 11 * n, text, paper=paper, align="right")
    _line(canvas, wide / 2, 58, "  ·  ".join(paper.firm.lines), paper=paper, size=7, align="centre")
    number = page_number(paper.language, page, total)
    _line(canvas, wide / 2, 47, number, paper=paper, size=7, align="centre")


def _plain(canvas: Canvas, paper: Paper, page: int, total: int) -> None:
    wide, high = page_size(paper)
    _line(canvas, SIDE, high - 40, paper.firm.name, paper=paper)
    _line(canvas, wide - SIDE, 36, f"{page} ({total})", paper=paper, align="right")


FURNITURE: Final[dict[Look, Callable[[Canvas, Paper, int, int], None]]] = {
    "letter": _letter,
    "sheet": _sheet,
    "report": _report,
    "certificate": _certificate,
    "plain": _plain,
}
