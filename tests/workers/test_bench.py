"""The measuring of reading: figures and what they are beside each other."""

from pathlib import Path

import pytest

from tests.workers.reading.made import pdf, plain
from workers import bench
from workers.bench import Figure, measure, report


def test_a_report_sets_ours_beside_each_peer() -> None:
    ours = Figure("ours", pages=300, lost=0, seconds=2.0, processor=2.0)
    quick = Figure("quick", pages=300, lost=0, seconds=1.0, processor=1.0)
    slow = Figure("slow", pages=300, lost=1, seconds=20.0, processor=30.0)
    lines = list(report([ours, quick, slow], files=3))
    assert "300 pages in 3 files" in lines[0]
    assert any("0.50 x quick (0.50 x per core)" in line for line in lines)
    assert any("10.00 x slow (15.00 x per core)" in line for line in lines)


def test_every_reader_reads_every_page(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(plain("en"), plain("två")))
    figures = measure([path])
    assert [figure.pages for figure in figures] == [2] * len(figures)
    assert figures[0].name.startswith("this reader")


def test_a_folder_without_documents_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", str(tmp_path)])
    assert bench.main() == 2
    assert "no PDFs" in capsys.readouterr().err
