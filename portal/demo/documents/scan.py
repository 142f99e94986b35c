"""A paper certificate as it comes out of an office scanner: grey, skewed, speckled, no text."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import reportlab
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .pen import stroke

DPI: Final = 200
WIDE: Final = int(8.27 * DPI)
HIGH: Final = int(11.69 * DPI)
PAPER_GREY: Final = 244
SKEW_DEGREES: Final = 0.9
# reportlab brings two faces with å ä ö, so nothing depends on what the machine has installed.
FACES: Final = Path(reportlab.__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print: text, size in points, upper edge in parts of the page, left or centred."""

    text: str
    size: float
    top: float
    bold: bool = False
    left: float | None = None


def scanned_page(lines: Sequence[Line]) -> Image.Image:
    """The grey picture of a page, the same each time."""
    page = Image.new("L", (WIDE, HIGH), PAPER_GREY)
    draw = ImageDraw.Draw(page)
    for inset, thick in ((70, 5), (84, 2)):
        draw.rectangle((inset, inset, WIDE - inset, HIGH - inset), outline=90, width=thick)
    for line in lines:
        _print(draw, line)
    _sign(draw)
    _stamp(draw)
    turned = page.rotate(SKEW_DEGREES, Image.Resampling.BICUBIC, fillcolor=PAPER_GREY)
    return _speckle(turned.filter(ImageFilter.GaussianBlur(0.7)))


def as_pdf(pages: Sequence[Image.Image], *, title: str, author: str) -> bytes:
    """Pictures as the only content of A4 pages."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for page in pages:
        picture = BytesIO()
        page.save(picture, "JPEG", quality=62, dpi=(DPI, DPI))
        picture.seek(0)
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _print(draw: ImageDraw.ImageDraw, line: Line) -> None:
    face = FACES / ("VeraBd.ttf" if line.bold else "Vera.ttf")
    font = ImageFont.truetype(face, size=line.size * DPI / 72)
    wide = draw.textlength(line.text, font=font)
    left = (WIDE - wide) / 2 if line.left is None else WIDE * line.left
    draw.text((left, HIGH * line.top), line.text, fill=38, font=font)


def _sign(draw: ImageDraw.ImageDraw) -> None:
    points = [(250 + 430 * x, 1960 - 78 * y) for x, y in stroke("Vilgot Tranemark")]
    draw.line(points, fill=70, width=5, joint="curve")


def _stamp(draw: ImageDraw.ImageDraw) -> None:
    for radius, thick in ((120, 6), (92, 3)):
        box = (1270 - radius, 1960 - radius, 1270 + radius, 1960 + radius)
        draw.ellipse(box, outline=120, width=thick)
    font = ImageFont.truetype(FACES / "VeraBd.ttf", size=26)
    draw.text((1270, 1960), "KVISTRUM", fill=120, font=font, anchor="mm")


def _speckle(page: Image.Image) -> Image.Image:
    """Grain from a hash, so that the same scan comes out again."""
    small = (WIDE // 2, HIGH // 2)
    grain = hashlib.shake_256(b"scanner glass").digest(small[0] * small[1])
    noise = Image.frombytes("L", small, grain).point(lambda value: value // 14)
    darker = ImageChops.subtract(page, noise.resize(page.size, Image.Resampling.BILINEAR))
    fold = ImageDraw.Draw(darker)
    fold.line((0, HIGH // 2 + 6, WIDE, HIGH // 2 - 9), fill=214, width=2)
    return darker
