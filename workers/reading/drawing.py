"""Draws a page of any document as pixels. Runs in the child, behind walls."""

import io
import mmap
import struct
from contextlib import suppress
from typing import Final

from PIL import Image, WebPImagePlugin

from portal.domain.evidence import Limits
from workers.reading.begun import Begun
from workers.reading.child import FileOpener, Unopened
from workers.sandbox import Send

GREY_HEADER: Final = struct.Struct(">II")  # width and height, before the pixels

# Loaded here, before the fork: the child has no files to load a picture format from.
Image.preinit()
WEBP: Final = WebPImagePlugin.WebPImageFile.format

_QUALITY: Final = 75


def draw_webp(
    send: Send,
    data: mmap.mmap,
    begun: Begun,
    *,
    opener: FileOpener,
    number: int,
    dpi: int,
    limits: Limits,
) -> None:
    """Send one page as WebP, empty for a page without looks; nothing when it cannot be drawn."""
    with suppress(Unopened), opener(data, limits, begun) as document:
        image = document.image(number, dpi=dpi, grey=False)
        packed = io.BytesIO()
        if image is not None:
            image.save(packed, WEBP, quality=_QUALITY, method=2)
        send(packed.getvalue())


def draw_grey(
    send: Send,
    data: mmap.mmap,
    begun: Begun,
    *,
    opener: FileOpener,
    number: int,
    dpi: int,
    limits: Limits,
) -> None:
    """Send one page as bare grey pixels behind their width and height."""
    with suppress(Unopened), opener(data, limits, begun) as document:
        image = document.image(number, dpi=dpi, grey=True)
        if image is not None:
            send(GREY_HEADER.pack(*image.size) + image.tobytes())
