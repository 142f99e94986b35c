"""One file by hand: JSON lines through the same sandbox."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from portal.domain.evidence import FailureCode
from tests.packages import docx, docx_with_picture, p, shown_picture
from tests.workers.reading.made import Sheet, grid, pdf, plain, text
from tests.workers.scans import SAID, photo
from workers.reading.byhand import as_line, main, tables_in
from workers.reading.events import PageLost


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_file_is_told_in_one_line_and_each_page_in_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(plain("Första sidan"), plain("Andra")))
    assert main(path) == 0
    told, first, second = lines_of(capsys)
    assert (told["type"], told["pages"], told["failure"]) == ("pdf", 2, None)
    assert (told["active"], told["properties"], told["state"]) == ([], {}, "read")
    assert isinstance(told["facts"], list)
    assert [line["event"] for line in (told, first, second)] == ["document", "page", "page"]
    assert (first["page"], first["text"], first["method"]) == (1, "Första sidan", "text")
    assert second["words"] == [[0, 5, *second["words"][0][2:]]]  # type: ignore[index]  # JSON


def test_a_word_file_is_told_with_its_facts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "intyg"
    path.write_bytes(docx(p("Leverantörsintyg") + p("Utfärdat 2026-03-01 av Norrek AB")))
    assert main(path, lay_out=False) == 0
    told, page = lines_of(capsys)
    assert (told["type"], told["pages"]) == ("docx", 1)
    assert any("2026" in str(fact) for fact in told["facts"])  # type: ignore[attr-defined]  # JSON
    assert (page["method"], page["words"]) == ("cells", [])


def test_a_word_file_is_told_by_the_pages_a_worker_makes_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "intyg"
    turned = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    path.write_bytes(docx(p("Leverantörsintyg") + turned + p("Inga ftalater i varan")))
    assert main(path) == 0
    told, first, second = lines_of(capsys)
    assert (told["pages"], first["text"], second["text"]) == (
        2,
        "Leverantörsintyg",
        "Inga ftalater i varan",
    )
    words = second["words"]
    assert isinstance(words, list)
    assert [word[:2] for word in words] == [[0, 4], [5, 13], [14, 15], [16, 21]]
    assert all(0 < side < 1 for word in words for side in word[2:])


def test_a_scan_in_a_word_file_is_recognised_by_hand_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "intyg"
    scan = photo(media=(0, 0, 420, 600))
    path.write_bytes(docx_with_picture(shown_picture("scan", 420, 600), scan))
    assert main(path) == 0
    _, page = lines_of(capsys)
    assert (page["method"], page["text"]) == ("ocr", SAID)


def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "made.pdf"
    for data, why in ((b"hello", "not_taken"), (b"", "empty")):
        path.write_bytes(data)
        assert main(path) == 1
        (told,) = lines_of(capsys)
        assert (told["failure"], told["type"], told["pages"]) == (why, None, None)


def test_a_file_that_will_not_open_is_told_by_its_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "made"
    path.write_bytes(b"%PDF-1.7\nnothing else")
    assert main(path) == 1
    (told,) = lines_of(capsys)
    assert (told["failure"], told["type"], told["pages"]) == ("damaged", "pdf", None)


def test_tables_are_told_row_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "made.pdf"
    cells = (("Bly", 110, 710), ("12", 210, 710), ("Kadmium", 110, 690), ("2", 210, 690))
    table = grid((100, 200, 300), (680, 700, 720)) + b"".join(text(*cell) for cell in cells)
    path.write_bytes(pdf(Sheet(content=text("Halter", 100, 760) + table)))
    assert main(path) == 0
    _, page = lines_of(capsys)
    assert page["text"] == "Halter\nBly | 12\nKadmium | 2"
    assert page["tables"] == [[["Bly", "12"], ["Kadmium", "2"]]]


def test_a_page_without_rows_has_no_tables() -> None:
    assert tables_in("") == []
    assert tables_in("En rad\nOch en") == []
    assert tables_in("a | b\n | d\nText\ne | f | ") == [[["a", "b"], ["", "d"]], [["e", "f", ""]]]


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path / "away.pdf") == 2
    assert "away.pdf" in capsys.readouterr().err


def test_a_lost_page_has_its_line() -> None:
    line = as_line(PageLost(7, FailureCode.PAGE_TIMEOUT))
    assert line == {"event": "lost", "page": 7, "lost": "page_timeout"}


def test_who_stops_listening_gets_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(*(plain("ord " * 15, "och " * 15) for _ in range(200))))
    order = [sys.executable, "-m", "workers", "read-file", str(path)]
    with subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.read(1) == b"{"
        running.stdout.close()
        said = running.stderr.read()
    assert b"Traceback" not in said
    assert b"BrokenPipe" not in said
    assert running.returncode == 0
