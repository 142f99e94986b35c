"""Documents whose pages are pictures, and mixed ones; small, so that each is recognised quickly."""

import io
import tempfile
import zlib
from functools import cache
from pathlib import Path

from PIL import Image

from portal.domain.evidence import Limits
from tests.workers.reading.made import Box, Sheet, pdf, stream, text
from workers.reading.document import draw_page

CARD: Box = (0, 0, 420, 120)
ABOVE = ("Report of our visit to the factory", "What we found stands in the table below.")
SAID = "The agency keeps the passports of the workers."


def printed(line: str) -> Sheet:
    """A small page with a line of text."""
    return Sheet(content=text(line, 20, 60), media=CARD)


def pictured() -> Sheet:
    """The same page scanned: nothing but pixels."""
    return Sheet(content=b"q 420 0 0 120 0 0 cm /X0 Do Q", media=CARD)


def pasted(*, turned: int = 0) -> Sheet:
    """Lines of text above the scanned one, which lies on the page as a picture."""
    lines = b"".join(text(line, 20, 260 - 20 * at) for at, line in enumerate(ABOVE))
    scan = b"q 420 0 0 120 0 0 cm /X0 Do Q"
    return Sheet(content=lines + scan, media=(0, 0, 420, 300), rotate=turned)


def document(*pages: Sheet, mark: str = "") -> bytes:
    """A file of such pages; another mark makes another file of the same pages."""
    return pdf(*pages, objects=[_picture()], catalog=f"/Marked({mark})")


@cache
def photo(*lines: str, media: Box = CARD) -> bytes:
    """Lines of text from the bottom up, as the pixels of a PNG."""
    content = b"".join(text(line, 20, 60 + 30 * at) for at, line in enumerate(lines or (SAID,)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "printed.pdf"
        path.write_bytes(pdf(Sheet(content=content, media=media)))
        drawn = draw_page(path, 1, limits=Limits(), dpi=200)
    assert drawn is not None
    out = io.BytesIO()
    Image.open(io.BytesIO(drawn)).convert("L").save(out, "PNG")
    return out.getvalue()


def _picture() -> bytes:
    image = Image.open(io.BytesIO(photo()))
    packed = stream(zlib.compress(image.tobytes()), "/FlateDecode")
    head = f"<</Subtype/Image/Width {image.width}/Height {image.height}"
    kind = "/ColorSpace/DeviceGray/BitsPerComponent 8"
    return packed.replace(b"<<", f"{head}{kind}".encode(), 1)
