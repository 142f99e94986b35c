"""Pictures of papers: each frame is a page, to be read by recognition. Runs in the child."""

import io
import mmap
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

import pi_heif
from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from portal.domain.evidence import FailureCode, Limits
from workers.reading.child import Message, Unopened
from workers.reading.render import pixel_size

# All decoders are loaded here, by the parent: the child has no files to load them from. Tiles of
# a photo are unpacked one after the other; the decoder works in one thread of its own all the same.
pi_heif.register_heif_opener(thumbnails=False)
pi_heif.options.DECODE_THREADS = 0
_FORMATS: Final = (
    JpegImagePlugin.JpegImageFile.format,
    PngImagePlugin.PngImageFile.format,
    TiffImagePlugin.TiffImageFile.format,
    pi_heif.HeifImageFile.format,
)

_A4_LONG: Final = 842.0  # points; a photo is of a sheet of paper, unless it says how large it is
_RESOLUTIONS: Final = (100.0, 1_200.0)  # per inch, of scanners; cameras and screens say 72 or 96
_DEEP: Final = ("I", "F")
_WITH_ALPHA: Final = frozenset({"RGBA", "LA", "PA", "RGBa", "La"})


@contextmanager
def open_picture(data: mmap.mmap | bytes, limits: Limits) -> Iterator["Picture"]:
    """A picture to read. Raises Unopened."""
    Image.MAX_IMAGE_PIXELS = None  # our own bound is told, and holds before anything is unpacked
    with _readable():
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    with image:
        yield Picture(image, limits)


def pixels_of(data: bytes, limits: Limits) -> int:
    """How many pixels a picture has; 0 for what cannot be opened as one."""
    try:
        with open_picture(data, limits) as picture:
            return picture.pixels
    except Unopened:
        return 0


@contextmanager
def _readable() -> Iterator[None]:
    """What Pillow says of a broken file becomes one answer. Raises Unopened."""
    try:
        yield
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise Unopened(FailureCode.DAMAGED) from error


class Picture:
    """An opened picture. See ``child.Readable``."""

    def __init__(self, image: Image.Image, limits: Limits) -> None:
        self._image = image
        self.pixels = image.width * image.height
        self._limits = limits
        self.pages = _frames(image, most=limits.pages + 1)
        if self.pages == 1 and _is_too_large(image, limits):
            raise Unopened(FailureCode.PICTURE_TOO_LARGE)

    def page(self, number: int) -> Message:
        """A page without text: what is on it, recognition must tell."""
        if not _sought(self._image, number):
            return {"lost": number}
        if _is_too_large(self._image, self._limits):
            return {"lost": number, "code": FailureCode.PICTURE_TOO_LARGE.value}
        width, height = _points(self._image)
        return {
            "page": number,
            "width": width,
            "height": height,
            "tables": 0,
            "objects": 0,
            "picture": 1,
            "notes": [],
            "text": "",
            "words": [],
        }

    def inspect(self) -> Message:
        """What the camera or the scanner wrote of itself."""
        exif = _exif(self._image)
        named = {"producer": _SOFTWARE, "author": _ARTIST, "created": _TAKEN, "title": _ABOUT}
        said = {key: str(exif[tag]) for key, tag in named.items() if exif.get(tag)}
        return {"active": [], "properties": said}

    def image(self, number: int, *, dpi: int, grey: bool) -> Image.Image:
        """A page's pixels, upright, on white. Raises Unopened where they cannot be unpacked."""
        if not _sought(self._image, number) or _is_too_large(self._image, self._limits):
            raise Unopened(FailureCode.PAGE_DAMAGED)
        width, height = _points(self._image)
        with _readable():
            upright = ImageOps.exif_transpose(self._image)
        plain = _on_white(upright)
        shown = plain.convert("L" if grey else "RGB")
        wanted = pixel_size(width, height, dpi=dpi, most=self._limits.pixels)
        # Letters of a small picture are found only when it is enlarged; to look at, it is not.
        if grey or wanted[0] < shown.width:
            shown = shown.resize(wanted, Image.Resampling.LANCZOS)
        return shown


_ABOUT: Final = 0x010E
_ORIENTATION: Final = 0x0112
_SOFTWARE: Final = 0x0131
_TAKEN: Final = 0x0132
_ARTIST: Final = 0x013B
_ON_ITS_SIDE: Final = 5  # and above


def _frames(image: Image.Image, *, most: int) -> int:
    """How many frames there are, counted no further than needed to tell that there are too many."""
    if image.format != TiffImagePlugin.TiffImageFile.format:
        return 1  # of a moving picture, the first
    count = 1
    while count < most and _sought(image, count + 1):
        count += 1
    return count


def _sought(image: Image.Image, number: int) -> bool:
    try:
        image.seek(number - 1)
    except (EOFError, OSError, ValueError, SyntaxError):
        return False
    return True


def _is_too_large(image: Image.Image, limits: Limits) -> bool:
    return image.width * image.height > limits.picture_pixels


def _exif(image: Image.Image) -> Image.Exif:
    """What a camera wrote beside the pixels; a PNG may hold it behind them, and is not unpacked."""
    is_png = image.format == PngImagePlugin.PngImageFile.format
    with suppress(OSError, ValueError, SyntaxError, EOFError):
        return Image.Exif() if is_png and "exif" not in image.info else image.getexif()
    return Image.Exif()


def _points(image: Image.Image) -> tuple[float, float]:
    """The size of the paper, upright, in points: as the file says, else as if it were an A4."""
    low, high = _RESOLUTIONS
    told = image.info.get("dpi") or (0, 0)
    across, down = (float(part) for part in told)
    if not low <= across <= high or not low <= down <= high:
        across = down = 72 * max(image.size) / _A4_LONG
    width, height = 72 * image.width / across, 72 * image.height / down
    if _exif(image).get(_ORIENTATION, 1) >= _ON_ITS_SIDE:
        width, height = height, width
    return round(max(width, 1), 2), round(max(height, 1), 2)


def _on_white(image: Image.Image) -> Image.Image:
    """Any kind of pixels as plain ones, what is transparent as white paper."""
    if image.mode.startswith(_DEEP):
        deep = image if image.mode == "F" else image.convert("I")
        low, high = (float(end) for end in deep.getextrema())  # type: ignore[arg-type]  # one band
        span = max(high - low, 1.0)
        return deep.point(lambda value: value * (255 / span) + (-low * 255 / span)).convert("L")
    if image.mode in _WITH_ALPHA or "transparency" in image.info:
        shown = image.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        return Image.alpha_composite(paper, shown)
    return image
