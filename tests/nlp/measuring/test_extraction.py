"""Page texts by pdftotext or by a reader that is named; each failure is a sentence."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from nlp.measuring.extraction import ExtractionError, by_command, pdftotext

READER = """
import json, sys
print(json.dumps({"event": "opened", "pages": 3}))
for page in (1, 3):
    told = {"event": "page", "page": page, "text": f"{sys.argv[1]} {page}", "quality": 0.5}
    print(json.dumps(told))
"""


def command(folder: Path, source: str) -> str:
    (folder / "reader.py").write_text(source, "utf-8")
    return shlex.join([sys.executable, str(folder / "reader.py")])


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for words in ("first page", "second page"):
        canvas.drawString(72, 720, words)
        canvas.showPage()
    canvas.save()
    assert [page.strip() for page in pdftotext(tmp_path / "a.pdf").texts][:2] == [
        "first page",
        "second page",
    ]


def test_a_reader_tells_pages_and_what_it_does_not_tell_of_is_empty(tmp_path: Path) -> None:
    pages = by_command(command(tmp_path, READER))(Path("f.pdf"))
    assert pages.texts == ("f.pdf 1", "", "f.pdf 3")
    assert pages.qualities == (0.5, 0.0, 0.5)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("import sys; sys.exit('no such luck')", "no such luck"),
        ("print('{}')", "told of no page"),
        ("print('page one')", "line 1"),
        ("""print('{"event": "page", "page": 1}')""", "line 1"),
        ("print('[]')", "line 1"),
    ],
)
def test_a_reader_that_fails_is_told(tmp_path: Path, source: str, why: str) -> None:
    with pytest.raises(ExtractionError, match=why):
        by_command(command(tmp_path, source))(tmp_path / "f.pdf")


def test_a_reader_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match="cannot be started"):
        by_command(str(tmp_path / "nowhere"))(tmp_path / "f.pdf")


def test_a_missing_pdftotext_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ExtractionError, match="Install poppler-utils, or name a reader"):
        pdftotext(tmp_path / "a.pdf")


def test_a_damaged_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    with pytest.raises(ExtractionError, match="was not read"):
        pdftotext(tmp_path / "a.pdf")
