"""Grey pixels before characters are looked for in them: shadows taken away, photos told. Pure.

Tesseract parts ink from paper by one grey for the whole picture: of a sheet that was photographed
by a window it finds no word at all.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from portal.domain.evidence import Box

Grey = NDArray[np.uint8]  # rows of pixels, 0 is black

_SHRINK: Final = 8  # letters become dots, and the paper around them stays
_UNEVEN: Final = 30  # greys between paper in the light and in the shade
_DARKEST: Final = 60  # paper that is darker is no paper
_BLOCK: Final = 40  # pixels: at 200 dpi a letter or two
_CONTRAST: Final = 60
_INK: Final = (0.03, 0.45)  # of a block with letters
_BETWEEN: Final = 0.15  # of a block: neither ink nor paper; a photo has far more
_EDGE: Final = 0.04  # of the page
_GRAIN: Final = 4  # pixels: dust is smaller, a letter is not
_TOLD_APART: Final = 24  # greys from that of the paper
_DUST: Final = 0.00005  # of the page: a dozen grains of an A4
_WRITTEN: Final = 4  # blocks: the shortest word that matters


def lit_evenly(grey: Grey) -> Grey | None:
    """The picture with its paper white everywhere; None where its light is even."""
    high, wide = grey.shape
    small = Image.fromarray(grey).reduce(_SHRINK)
    blurred = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.BoxBlur(3))
    shade, light = np.percentile(np.asarray(blurred), (5, 95))
    if light - shade < _UNEVEN or shade < _DARKEST:
        return None
    paper = np.asarray(blurred.resize((wide, high), Image.Resampling.BILINEAR), np.float32)
    return np.minimum(grey * (255 / np.maximum(paper, 1)), 255).astype(np.uint8)


def is_blank(grey: Grey) -> bool:
    """Whether it shows bare paper, as the back of a printed sheet does.

    Its edges are left out, where scanners cast shadows; a spot of dust is nothing to see, a
    short word or a stroke of a pen is.
    """
    down, across = (int(side * _EDGE) for side in grey.shape)
    inner = grey[down : grey.shape[0] - down, across : grey.shape[1] - across]
    lit = lit_evenly(inner)
    seen = np.asarray(Image.fromarray(inner if lit is None else lit).reduce(_GRAIN), np.int16)
    return bool(np.mean(np.abs(seen - np.median(seen)) > _TOLD_APART) <= _DUST)


def pictures_alone(grey: Grey, boxes: Sequence[Box]) -> Grey | None:
    """The page with nothing but these pictures on it; None where none looks written on."""
    alone = np.full_like(grey, 255)
    high, wide = grey.shape
    is_written = False
    for x0, y0, x1, y1 in boxes:
        place = (slice(int(y0 * high), int(y1 * high)), slice(int(x0 * wide), int(x1 * wide)))
        picture = grey[place]
        if min(picture.shape) < _BLOCK:
            continue
        shown = lit_evenly(picture)
        alone[place] = picture if shown is None else shown
        is_written |= _looks_written(alone[place])
    return alone if is_written else None


def _looks_written(grey: Grey) -> bool:
    """Whether parts of it are of two greys, a little ink on paper, as letters are."""
    down, across = (side // _BLOCK for side in grey.shape)
    cut = grey[: down * _BLOCK, : across * _BLOCK].reshape(down, _BLOCK, across, _BLOCK)
    blocks = np.sort(cut.swapaxes(1, 2).reshape(-1, _BLOCK * _BLOCK), axis=1).astype(np.int16)
    ink, paper = blocks[:, _BLOCK * _BLOCK // 50], blocks[:, _BLOCK * _BLOCK * 9 // 10]
    span = paper - ink
    dark = (blocks <= (ink + span * 0.35)[:, None]).mean(axis=1)
    bright = (blocks >= (ink + span * 0.75)[:, None]).mean(axis=1)
    low, most = _INK
    letters = (span > _CONTRAST) & (dark > low) & (dark < most) & (1 - dark - bright < _BETWEEN)
    return int(letters.sum()) >= _WRITTEN
