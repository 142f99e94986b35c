"""Shadows taken from a page, and pictures that hold letters told from photos."""

import io

import numpy as np
import pytest
from PIL import Image

from portal.domain.evidence import Box
from tests.workers.scans import photo
from workers.reading.light import Grey, is_blank, lit_evenly, pictures_alone

ALL = Box(0.0, 0.0, 1.0, 1.0)


def letters() -> Grey:
    return np.asarray(Image.open(io.BytesIO(photo(media=(0, 0, 420, 300)))))


def shaded(grey: Grey) -> Grey:
    """As photographed by a window on the right."""
    light = np.linspace(0.45, 0.95, grey.shape[1])
    return np.asarray(grey * light, np.uint8)


def trees(high: int = 600, wide: int = 900) -> Grey:
    """Greys as a photo has them: dark and bright places of all sizes, and all between."""
    noise = np.fft.fft2(np.random.default_rng(7).normal(size=(high, wide)))
    waves = np.hypot(np.fft.fftfreq(high)[:, None], np.fft.fftfreq(wide)[None])
    waves[0, 0] = 1.0
    smooth = np.fft.ifft2(noise / waves).real
    spread = (smooth - smooth.min()) / (smooth.max() - smooth.min())
    return np.asarray(spread * 255, np.uint8)


def test_paper_in_a_shadow_becomes_white_and_ink_stays_dark() -> None:
    lit = lit_evenly(shaded(letters()))
    assert lit is not None
    paper = letters() == 255
    assert np.percentile(lit[paper], 5) > 230
    assert lit[letters() < 50].max() < 120


def test_a_page_in_even_light_is_left_as_it_is() -> None:
    assert lit_evenly(letters()) is None
    assert lit_evenly(np.full((400, 400), 255, np.uint8)) is None


def test_a_dark_picture_is_not_taken_for_paper() -> None:
    night = trees() // 4
    assert lit_evenly(night) is None


def test_what_lies_beside_the_pictures_is_left_out() -> None:
    page = np.concatenate([letters(), letters()])
    alone = pictures_alone(page, [Box(0.0, 0.5, 1.0, 1.0)])
    assert alone is not None
    assert (alone[: len(letters())] == 255).all()
    assert (alone[len(letters()) :] == letters()).all()


def test_a_scan_in_a_shadow_is_written_on() -> None:
    assert pictures_alone(shaded(letters()), [ALL]) is not None


def test_photos_and_empty_pictures_are_not() -> None:
    gradient = np.tile(np.linspace(0, 255, 800).astype(np.uint8), (500, 1))
    for picture in (trees(), gradient, np.full((500, 500), 128, np.uint8)):
        assert pictures_alone(picture, [ALL]) is None


def test_boxes_without_extent_hold_nothing() -> None:
    point = Box(0.5, 0.5, 0.5, 0.5)
    assert pictures_alone(letters(), [point]) is None
    assert pictures_alone(np.zeros((1, 1), np.uint8), [ALL]) is None


def bare_sheet() -> Grey:
    """An empty A4 as scanned: its grain, some dust, a dark edge."""
    grey = np.random.default_rng(3).normal(228, 6, (2339, 1654)).clip(0, 255).astype(np.uint8)
    for at in range(200, 1500, 400):
        grey[at : at + 3, at : at + 3] = 60
    grey[:40] = 30
    return grey


def test_bare_paper_is_blank_in_any_light() -> None:
    assert is_blank(bare_sheet())
    assert is_blank(shaded(bare_sheet()))
    assert is_blank(np.zeros((1, 1), np.uint8))


@pytest.mark.parametrize(
    "ink",
    [(slice(900, 924), slice(800, 860)), (slice(2000, 2004), slice(400, 700))],
    ids=["a word", "a stroke"],
)
def test_paper_with_anything_on_it_is_not_blank(ink: tuple[slice, slice]) -> None:
    grey = bare_sheet()
    grey[ink] = 40
    assert not is_blank(grey)


def test_a_page_of_letters_is_not_blank() -> None:
    assert not is_blank(letters())
