"""Pictures of papers: each frame a page, upright, on white, bounded before it is unpacked."""

import io
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from portal.domain.evidence import FailureCode, FileType, Limits, ReadingMethod
from tests.workers.reading.conftest import Read, ReadPage
from workers.reading import ocr
from workers.reading.document import draw_page
from workers.reading.events import Ended, Inspected, Opened, PageLost, PageRead

LINES = ("Arbetsgivaren förvarar passen", "Bis(2-etylhexyl)ftalat 117-81-7")
ORIENTATION = 0x0112


def paper(mode: str = "L", size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    """A sheet with two lines of print."""
    image = Image.new("L", size, 255)
    font = ImageFont.load_default(size=44)
    for number, line in enumerate(LINES):
        ImageDraw.Draw(image).text((100, 150 + 120 * number), line, font=font, fill=0)
    return image.convert(mode)


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def drawn(folder: Path, data: bytes, number: int = 1) -> Image.Image:
    path = folder / "picture"
    path.write_bytes(data)
    picture = draw_page(path, number, limits=Limits())
    assert picture
    return Image.open(io.BytesIO(picture))


def darkest(image: Image.Image) -> int:
    return min(image.convert("L").tobytes())


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_a_picture_is_one_page_that_waits_for_recognition(read_page: ReadPage, form: str) -> None:
    page = read_page(saved(paper(), form, dpi=(150, 150)))
    assert (page.method, page.quality, page.text) == (ReadingMethod.PICTURE, 0.0, "")
    assert (round(page.width), round(page.height)) == (595, 842)


def test_a_photo_without_a_size_is_taken_for_a_sheet_of_paper(read_page: ReadPage) -> None:
    page = read_page(saved(paper(size=(3000, 4000)), "JPEG", dpi=(72, 72)))
    assert (page.width, page.height) == (631.5, 842.0)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_is_read_the_way_it_was_held(read: Read, orientation: int) -> None:
    if ocr.languages() is None:
        pytest.fail("install the packages tesseract-ocr and tesseract-ocr-swe")
    turned = {1: 0, 3: 180, 6: 90, 8: 270}[orientation]
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    data = saved(paper().rotate(turned, expand=True), "JPEG", exif=exif)
    (page,) = (e for e in read(data, recognise=True) if isinstance(e, PageRead))
    assert page.method is ReadingMethod.OCR
    assert "117-81-7" in page.text
    assert page.height > page.width
    assert page.words[0].y0 < 0.2


def test_each_frame_of_a_fax_is_a_page_of_its_own(read: Read, tmp_path: Path) -> None:
    frames = [paper("1"), Image.new("1", (1240, 1754), 1), paper("1")]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="group4")
    events = read(data)
    assert [e.number for e in events if isinstance(e, PageRead)] == [1, 2, 3]
    assert darkest(drawn(tmp_path, data, 2)) == 255
    assert darkest(drawn(tmp_path, data, 3)) < 50


@pytest.mark.parametrize("mode", ["1", "P", "RGB", "RGBA", "CMYK", "I;16", "LA"])
def test_all_kinds_of_pixels_are_drawn_dark_on_white(tmp_path: Path, mode: str) -> None:
    image = paper()
    if mode == "I;16":
        deep = image.convert("I").point(lambda value: value * 200)
        whole = deep.convert("I;16")
    elif mode in ("RGBA", "LA"):
        whole = Image.new(mode, image.size)  # all transparent, the letters alone are not
        whole.putalpha(image.point(lambda value: 255 - value))
    else:
        whole = image.convert(mode)
    seen = drawn(tmp_path, saved(whole, "TIFF" if mode == "CMYK" else "PNG"))
    assert darkest(seen.crop((0, 0, 40, 40))) > 240
    assert darkest(seen) < 60


def huge_png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(100_000), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def test_a_picture_of_too_many_pixels_is_refused_by_its_header(read: Read) -> None:
    (ended,) = read(huge_png(50_000, 50_000))
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.PICTURE_TOO_LARGE


def test_a_frame_of_too_many_pixels_is_lost_alone(read: Read) -> None:
    frames = [Image.new("1", (100, 100)), Image.new("1", (900, 900)), Image.new("1", (100, 100))]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    events = read(data, limits=Limits(picture_pixels=100_000))
    assert [e for e in events if isinstance(e, PageLost)] == [
        PageLost(2, FailureCode.PICTURE_TOO_LARGE)
    ]
    assert [e.number for e in events if isinstance(e, PageRead)] == [1, 3]


def test_a_fax_of_ten_thousand_frames_is_counted_no_further_than_needed(read: Read) -> None:
    tags = (256, 257, 258, 259, 262, 273, 279)  # a picture of one pixel
    directory = struct.pack("<H", len(tags)) + b"".join(
        struct.pack("<HHII", tag, 4, 1, 1) for tag in tags
    )
    size = len(directory) + 4
    frames = b"".join(
        directory + struct.pack("<I", 8 + size * (n + 1) if n < 9_999 else 0) for n in range(10_000)
    )
    (ended,) = read(b"II*\x00" + struct.pack("<I", 8) + frames)
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.TOO_MANY_PAGES


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_a_picture_that_is_cut_off_is_told(read: Read, form: str) -> None:
    data = saved(paper("RGB"), form)
    *_, ended = read(data[: len(data) // 3], recognise=True)
    assert isinstance(ended, Ended)
    pages = [e for e in read(data[: len(data) // 3]) if isinstance(e, PageRead)]
    assert ended.code is FailureCode.DAMAGED or pages[0].method is ReadingMethod.PICTURE


def photo(folder: Path, image: Image.Image, **options: object) -> bytes:
    """A picture as a phone saves it (HEIC), packed by the system's own program."""
    program = shutil.which("heif-enc")
    if program is None:
        pytest.fail("install the package libheif-examples")
    taken, packed = folder / "taken.jpg", folder / "taken.heic"
    image.save(taken, quality=95, **options)  # type: ignore[arg-type]  # as given
    subprocess.run([program, "-q", "90", "-o", packed, taken], check=True, capture_output=True)
    return packed.read_bytes()


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_photo_from_a_phone_is_read_and_not_turned_twice(
    read: Read, tmp_path: Path, orientation: int
) -> None:
    exif = Image.Exif()
    # In HEIC the file's own turn holds; what the camera notes beside it is for information.
    exif[ORIENTATION], exif[0x0131] = orientation, "Telefon 7"
    events = read(photo(tmp_path, paper("RGB"), exif=exif), recognise=True)
    (page,) = (e for e in events if isinstance(e, PageRead))
    assert events[0] == Opened(1, FileType.HEIC)
    assert page.method is ReadingMethod.OCR
    assert "117-81-7" in page.text
    assert page.height > page.width
    assert page.words[0].y0 < 0.2
    (seen,) = (e for e in events if isinstance(e, Inspected))
    assert seen.inspection.properties == {"producer": "Telefon 7"}


def turned(packed: bytes, quarters: int) -> bytes:
    """The same file with a turn of its own, anticlockwise, in place of the depth of its colours.

    Both are properties of one size; another size would move all that is told by its place.
    """
    depth = b"pixi" + bytes([0, 0, 0, 0])
    assert packed.count(depth) == 1
    return packed.replace(depth, b"irot" + bytes([quarters, 0, 0, 0]))


@pytest.mark.parametrize("noted", [1, 6, 8])
@pytest.mark.parametrize("lying", [1, 2, 3])
def test_a_photo_that_its_file_turns_is_upright_whatever_the_camera_notes(
    tmp_path: Path, lying: int, noted: int
) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = noted
    on_its_side = paper("RGB").rotate(90 * lying, expand=True)
    data = turned(photo(tmp_path, on_its_side, exif=exif), 4 - lying)
    seen, upright = drawn(tmp_path, data), drawn(tmp_path, photo(tmp_path, paper("RGB")))
    assert seen.size == upright.size
    top = (0, 0, seen.width, seen.height // 4)
    assert darkest(seen.crop(top)) < 60, "the print stands at the top"
    assert darkest(seen.crop((0, seen.height // 4, *seen.size))) > 200
    beside = ImageChops.difference(seen.convert("L"), upright.convert("L"))
    assert ImageStat.Stat(beside).mean[0] < 2, "and is not mirrored"


def test_a_photo_that_its_file_turns_is_recognised_where_it_stands(
    read_page: ReadPage, tmp_path: Path
) -> None:
    lying = paper("RGB").rotate(90, expand=True)
    page = read_page(turned(photo(tmp_path, lying), 3), recognise=True)
    assert "117-81-7" in page.text
    assert (page.height > page.width, page.words[0].y0 < 0.2) == (True, True)


def test_a_photo_from_a_phone_is_drawn(tmp_path: Path) -> None:
    seen = drawn(tmp_path, photo(tmp_path, paper("RGB")))
    assert darkest(seen.crop((0, 0, 40, 40))) > 240
    assert darkest(seen) < 60


def test_a_photo_from_a_phone_of_too_many_pixels_is_refused(read: Read, tmp_path: Path) -> None:
    (ended,) = read(photo(tmp_path, paper("RGB")), limits=Limits(picture_pixels=1_000_000))
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.PICTURE_TOO_LARGE


def test_a_photo_from_a_phone_that_is_damaged_is_told(read: Read) -> None:
    (ended,) = read(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(500))
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.DAMAGED


def test_what_a_scanner_wrote_of_itself_is_told(read: Read) -> None:
    exif = Image.Exif()
    exif[0x0131], exif[0x013B] = "Skanner 3", "Anna"
    (seen,) = (e for e in read(saved(paper(), "JPEG", exif=exif)) if isinstance(e, Inspected))
    assert seen.inspection.properties == {"producer": "Skanner 3", "author": "Anna"}
