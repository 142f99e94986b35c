"""The measuring of reading: figures, and what they are beside each other and beside their aim."""

from pathlib import Path

import pytest

from tests.workers.reading.made import Sheet, grid, pdf, plain, text
from workers.bench import harm, scans, speed, tables
from workers.bench.__main__ import main
from workers.bench.figures import Figure
from workers.bench.made import files_in
from workers.bench.speed import Pace
from workers.bench.tables import Agreement, agreement


def test_a_figure_tells_whether_it_is_reached() -> None:
    assert "0.7 x   at least 0.65 x: reached" in str(
        Figure(name="pace", value=0.7, reach=0.65, unit=" x")
    )
    assert "NOT reached" in str(Figure(name="pace", value=0.6, reach=0.65))
    assert "at most 2: reached" in str(Figure(name="lost", value=2, reach=2, at_most=True))
    assert "NOT reached" in str(Figure(name="lost", value=3, reach=2, at_most=True))


def test_ours_is_set_beside_each_peer_for_each_core() -> None:
    ours = Pace("ours", 300, 0, seconds=(2.0, 2.0, 2.0), processor=(2.0, 1.0, 4.0))
    quick = Pace("pdftotext -bbox", 300, 0, seconds=(1.0, 1.0, 1.0), processor=(1.0, 1.0, 1.0))
    slow = Pace("plain pdfplumber", 300, 1, seconds=(20.0,), processor=(30.0,))
    assert "300 pages in 3 files" in next(iter(speed.report([ours, quick, slow], files=3)))
    beside = list(speed.figures([ours, quick, slow]))
    assert [figure.value for figure in beside] == [0.5, 15.0]
    assert [figure.basis for figure in beside] == [
        "middle of 3 rounds, 0.25 to 1.00",
        "middle of 3 rounds, 7.50 to 30.00",
    ]


def with_table() -> bytes:
    content = grid((60, 160, 260), (630, 660, 690)) + text("Bly", 65, 670) + text("12", 165, 640)
    return pdf(plain("en"), Sheet(content=content), Sheet(content=content, rotate=90))


def test_every_reader_reads_every_page_and_finds_the_same_tables(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(with_table())
    paces, theirs = speed.measure([path])
    assert [pace.pages for pace in paces] == [3] * len(paces)
    assert sorted(theirs) == [(str(path), 2), (str(path), 3)]
    # The page that is shown turned has its words turned with it: its cells are not compared.
    assert tables.compare(theirs) == Agreement(tables=2, found=2, cells=4, same=4)


def test_a_table_is_found_at_its_place_and_a_cell_by_its_words() -> None:
    theirs = {(0.0, 0.0, 10.0, 10.0): "två\nord", (10.0, 0.0, 20.0, 10.0): "\uf0a8 ja"}
    ours = {(1.0, 0.0, 11.0, 10.0): "två ord", (10.0, 0.0, 20.0, 10.0): "☐ nej"}
    assert agreement([ours], [theirs]) == Agreement(tables=1, found=1, cells=2, same=1)
    assert agreement([], [theirs]) == Agreement(tables=1, found=0, cells=2, same=0)
    far = {(x0 + 9, top, x1 + 9, bottom): words for (x0, top, x1, bottom), words in ours.items()}
    assert agreement([far], [theirs]).found == 0


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("fall", "fäll", 1), ("kitten", "sitting", 3)],
)
def test_misread_characters_are_counted(one: str, other: str, steps: int) -> None:
    assert scans.distance(one, other) == scans.distance(other, one) == steps


def test_two_bombs_cost_two_pages_and_every_reading_ends(tmp_path: Path) -> None:
    path = tmp_path / "torn.pdf"
    path.write_bytes(b"%PDF-1.7 torn")
    lost, endless, ended = harm.figures([path])
    assert (lost.value, endless.value, ended.value) == (2, 0, 0)


def test_worn_scans_are_read_with_few_faults() -> None:
    (misread,) = scans.figures()
    assert misread.reached, str(misread)


def test_files_are_made_where_no_folder_is_named() -> None:
    with files_in(None) as files:
        assert all(path.read_bytes().startswith(b"%PDF-") for path in files)
        assert len(files) > 1


def test_a_folder_without_documents_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", str(tmp_path)])
    assert main() == 2
    assert "no PDFs" in capsys.readouterr().err
