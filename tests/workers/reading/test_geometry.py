"""Boxes sit on their words, however a page is turned and cut."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from portal.domain.evidence import Box, Limits, Word, boxes_for
from tests.workers.reading.made import A4, Sheet, grid, pdf, plain, text
from workers.reading.document import draw_page, read_document
from workers.reading.events import PageRead
from workers.reading.geometry import Sheet as Shown
from workers.reading.geometry import after, place, turn_back

WORDS = ("Produkten", "innehåller", "inga", "ftalater", "117-81-7", "över", "0,1", "viktprocent.")
CROPS = (None, (50, 100, 500, 800), (-20, -20, 700, 900), (30, 30, 300, 842))

lines = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), min_size=1, max_size=12)


def turned(content: bytes, turns: int) -> bytes:
    """Content that runs upwards, leftwards or downwards on the sheet."""
    matrix = ("1 0 0 1 0 0", "0 1 -1 0 595 0", "-1 0 0 -1 595 842", "0 -1 1 0 0 842")[turns % 4]
    return b"q %s cm\n%s Q\n" % (matrix.encode(), content)


def page_of(folder: Path, data: bytes) -> PageRead:
    path = folder / "made.pdf"
    path.write_bytes(data)
    (page,) = (
        event
        for event in read_document(path, limits=Limits(), recognise=False)
        if isinstance(event, PageRead)
    )
    return page


def words_under(words: Sequence[Word], boxes: Sequence[Box]) -> list[Word]:
    """The words whose middle lies in one of the boxes."""
    return [
        word
        for word in words
        if any(
            box.x0 <= (word.x0 + word.x1) / 2 <= box.x1
            and box.y0 <= (word.y0 + word.y1) / 2 <= box.y1
            for box in boxes
        )
    ]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("flow", [0, 1, 2, 3])
@settings(max_examples=5, deadline=None)
@given(
    lines=lines,
    crop=st.sampled_from(CROPS),
    unit=st.sampled_from(("", "/UserUnit 2.5")),
    part=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_the_words_under_the_boxes_of_a_quote_are_its_words(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[list[str]],
    rotate: int,
    flow: int,
    crop: Box | None,
    unit: str,
    part: tuple[float, float],
) -> None:
    written = b"".join(
        text(" ".join(line), 60, 560 - 30 * number) for number, line in enumerate(lines)
    )
    sheet = Sheet(content=turned(written, flow), rotate=rotate, crop=crop, extra=unit)
    page = page_of(tmp_path_factory.getbasetemp(), pdf(sheet))
    for word in page.words:
        assert " " not in page.text[word.start : word.end]
        assert 0 <= word.x0 <= word.x1 <= 1
        assert 0 <= word.y0 <= word.y1 <= 1
    if crop is None:
        assert page.text == "\n".join(" ".join(line) for line in lines)
    if page.words:
        first, last = sorted(int(share * (len(page.words) - 1)) for share in part)
        quote = list(page.words[first : last + 1])
        ratio = page.width / page.height
        boxes = boxes_for(page.words, quote[0].start, quote[-1].end, ratio=ratio)
        assert words_under(page.words, boxes) == quote


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("flow", [0, 1, 2, 3])
@pytest.mark.parametrize("crop", [None, (40, 60, 560, 800)])
def test_the_ink_of_a_drawn_page_lies_under_the_boxes_of_its_words(
    tmp_path: Path, rotate: int, flow: int, crop: Box | None
) -> None:
    written = b"".join(text("Intyg om kandidatämnen", 120, 200 + 90 * n, size=20) for n in range(3))
    sheet = Sheet(content=turned(written, flow), rotate=rotate, crop=crop)
    page = page_of(tmp_path, pdf(sheet))
    assert len(page.words) == 9
    image = drawn(tmp_path / "made.pdf")
    assert abs(image.width / image.height - page.width / page.height) < 0.02
    for word in page.words:
        assert ink(image.crop(_pixels(image, word, margin=0))) > 20
    for word in page.words:
        image.paste(255, _pixels(image, word, margin=2))
    assert ink(image) == 0


def drawn(path: Path) -> Image.Image:
    """The first page in grey."""
    data = draw_page(path, 1, limits=Limits(), dpi=72)
    assert data is not None
    return Image.open(io.BytesIO(data)).convert("L")


def ink(image: Image.Image) -> int:
    """How many pixels are clearly not paper."""
    dark = ImageChops.invert(image).point(lambda value: 255 if value > 100 else 0)
    return sum(dark.histogram()[1:])


def _pixels(image: Image.Image, word: Word, *, margin: int) -> tuple[int, int, int, int]:
    return (
        int(word.x0 * image.width) - margin,
        int(word.y0 * image.height) - margin,
        int(word.x1 * image.width) + 1 + margin,
        int(word.y1 * image.height) + 1 + margin,
    )


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40, 560, 500, 760), (-50, -50, 700, 900)])
@pytest.mark.parametrize("unit", ["", "/UserUnit 2"])
def test_the_words_of_a_cell_are_boxed_where_the_table_is_drawn(
    tmp_path: Path, rotate: int, crop: Box | None, unit: str
) -> None:
    content = grid((60, 220, 320), (630, 660, 690)) + text("Bly", 65, 670) + text("12", 225, 670)
    page = page_of(tmp_path, pdf(Sheet(content=content, rotate=rotate, crop=crop, extra=unit)))
    assert page.text.splitlines() == ["Bly | 12"]
    image = drawn(tmp_path / "made.pdf")
    for word in page.words:
        assert ink(image.crop(_pixels(image, word, margin=0))) > 10


@pytest.mark.parametrize("dpi", [72, 110, 200])
def test_a_page_is_drawn_as_large_as_it_is_asked_for(tmp_path: Path, dpi: int) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(plain("x")))
    data = draw_page(path, 1, limits=Limits(), dpi=dpi)
    assert data is not None
    image = Image.open(io.BytesIO(data))
    assert image.size == (int(595 * dpi / 72), int(842 * dpi / 72))


def test_a_drawing_sheet_as_large_as_a_table_is_drawn_at_200_dpi_within_its_pixels(
    tmp_path: Path,
) -> None:
    path = tmp_path / "made.pdf"
    a0 = (0, 0, 2384, 3370)
    path.write_bytes(pdf(Sheet(content=text("x", 60, 60), media=a0)))
    data = draw_page(path, 1, limits=Limits(), dpi=200)
    assert data is not None
    image = Image.open(io.BytesIO(data))
    assert 0.95 * Limits().pixels < image.width * image.height <= Limits().pixels


def test_what_lies_outside_the_crop_box_is_not_read(tmp_path: Path) -> None:
    content = text("inne", 100, 400) + text("ute", 100, 820)
    page = page_of(tmp_path, pdf(Sheet(content=content, crop=(0, 0, 595, 800))))
    assert page.text == "inne"
    assert (page.width, page.height) == (595, 800)


def test_a_page_too_large_to_draw_is_drawn_smaller(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(Sheet(content=text("x", 60, 60), media=(0, 0, 100_000, 100_000))))
    data = draw_page(path, 1, limits=Limits(pixels=1_000_000))
    assert data is not None
    image = Image.open(io.BytesIO(data))
    assert image.width * image.height <= 1_000_000


def test_a_page_that_is_not_there_is_not_drawn(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(plain("x")))
    assert draw_page(path, 2, limits=Limits()) is None
    path.write_bytes(b"%PDF-1.7 torn")
    assert draw_page(path, 1, limits=Limits()) is None
    path.write_bytes(b"")
    assert draw_page(path, 1, limits=Limits()) is None


def test_a_page_that_takes_too_long_to_draw_is_not_drawn(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    tiles = b"<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep .01"
    tiles += b"/YStep .01/Resources<<>>/Length 12>>stream\n0 0 9 9 re f\nendstream"
    sheet = Sheet(content=b"/Pattern cs /P scn 0 0 595 842 re f")
    data = pdf(sheet, objects=[tiles]).replace(b"/XObject<<", b"/Pattern<</P 4 0 R>>/XObject<<")
    path.write_bytes(data)
    assert draw_page(path, 1, limits=Limits(draw_seconds=0.2)) is None


corners = st.floats(-500, 1500)


@given(left=corners, bottom=corners, turns=st.integers(0, 3), x=st.floats(0, 1), y=st.floats(0, 1))
def test_turning_back_undoes_the_turn(
    left: float, bottom: float, turns: int, x: float, y: float
) -> None:
    flat, turned_sheet = (Shown(left, bottom, left + 400, bottom + 600, t) for t in (0, turns))
    point = (left + x * 400, bottom + y * 600)
    u, v = place(turned_sheet.matrix(), *point)
    u, v = u / turned_sheet.width, v / turned_sheet.height
    x0, y0, _, _ = turn_back((u, v, u, v), turns)
    expected = place(flat.matrix(), *point)
    assert (x0 * 400, y0 * 600) == pytest.approx(expected, abs=1e-6)


def test_one_matrix_after_another_is_their_product() -> None:
    scale, shift = (2.0, 0.0, 0.0, 3.0, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 5.0, 7.0)
    assert place(after(scale, shift), 1, 1) == (7, 10)
    assert place(after(shift, scale), 1, 1) == (12, 24)


def test_every_corner_of_a_page_is_found_again(
    read_page: Callable[..., PageRead],
) -> None:
    corner = {"NV": (5, 820), "NO": (560, 820), "SV": (5, 5), "SO": (560, 5)}
    content = b"".join(text(name, x, y) for name, (x, y) in corner.items())
    for rotate, order in ((0, "NV NO SV SO"), (90, "SV NV SO NO"), (180, "SO SV NO NV")):
        page = read_page(pdf(Sheet(content=content, rotate=rotate, media=A4)))
        found = sorted(page.words, key=lambda word: (round(word.y0), round(word.x0)))
        assert [page.text[word.start : word.end] for word in found] == order.split()
