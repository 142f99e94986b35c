"""Towns of GeoNames' export: which names are kept, and what a faulty export is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.packs import shelf
from nlp.packs.__main__ import main
from nlp.rules import load

PLACES = [
    ("Mjölbacka", "SE", 6_000),  # small, but here
    ("Mjölvik", "SE", 4_000),
    ("Żarnowiec Wielki", "PL", 16_000),
    ("Xinganshi", "CN", 29_000),
    ("Puyangzhen", "CN", 31_000),
    ("Grusvik", "SE", 9_000),  # a word of the list
    ("Ingegerd", "SE", 9_000),  # a given name of the list
    ("Rosamunda", "BR", 400_000),  # another, of a great town
    ("Twillingham", "GB", 7_000),
    ("Twillingham", "US", 150_000),  # called as a British place
    ("Santa Brunilda", "MX", 90_000),
    ("Santa Brunilda", "PH", 20_000),  # not much smaller
    ("Santa Perpetua", "MX", 90_000),
    ("Santa Perpetua", "PH", 17_000),
    ("Sverige", "SE", 9_000),  # a term of another pack
    ("Porinkallio (Björnklippan)", "FI", 80_000),
]


def row(name: str, country: str, people: int, changed: str = "2026-05-04") -> str:
    """A row of the export, of which four columns are read."""
    cells = [""] * 19
    cells[1], cells[8], cells[14], cells[18] = name, country, str(people), changed
    return "\t".join(cells)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "cities500.txt"
    rows = [row(*place) for place in PLACES] + [row("Kråkmåla", "SE", 900, "2026-06-30")]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_bytes("grusvik\nöken\nIngegerd\nRosamunda\n".encode("latin-1"))
    return path


def take(home: Path, export: Path, *options: str) -> int:
    return main(["--shelf", str(home), "import", "towns", str(export), *options])


def test_a_town_is_kept_where_its_name_stands_for_one_country(
    tmp_path: Path, export: Path, words: Path
) -> None:
    home = tmp_path / "shelf"
    assert take(home, export, "--words", str(words), "--write") == 0
    pack = shelf.manifest(home, "towns", "2026.6.30")
    assert (pack.holds, pack.licence) == ("rules", "CC BY 4.0")
    kept = {rule.name: [term for _, term in rule.terms] for rule in load([pack], home).rules}
    assert kept == {
        "BR": ["Rosamunda"],
        "CN": ["Puyangzhen"],
        "FI": ["Porinkallio"],
        "MX": ["Santa Perpetua"],
        "PL": ["Zarnowiec Wielki", "Żarnowiec Wielki"],
        "SE": ["Mjolbacka", "Mjölbacka"],
    }


def test_what_differs_is_told_name_by_name(
    tmp_path: Path, export: Path, words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "shelf"
    take(home, export, "--words", str(words), "--write")
    export.write_text(row("Mjölbacka", "SE", 6_000) + "\n" + row("Mjölvik", "SE", 6_000), "utf-8")
    capsys.readouterr()
    assert take(home, export) == 0
    told = capsys.readouterr().out
    assert "+ town.SE.Mjölvik\tMjölvik; country SE" in told
    assert "- town.CN.Puyangzhen" in told
    assert "Mjölbacka" not in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mjölbacka\tSE\t6000\n", "cities500.txt, row 1: 3 columns where GeoNames' cities have 19"),
        ("\n" + row("Mjölbacka", "SE", 6_000).replace("6000", "many"), "row 2: invalid literal"),
        (row("Mjölbacka", "SE", 6_000, "soon"), "row 1: Invalid isoformat"),
        ("\n", "has no rows"),
    ],
)
def test_a_faulty_export_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    path = tmp_path / "cities500.txt"
    path.write_text(text, "utf-8")
    assert take(tmp_path / "shelf", path) == 2
    assert told in capsys.readouterr().err


def test_a_list_of_words_that_is_not_there_is_told(
    tmp_path: Path, export: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take(tmp_path / "shelf", export, "--words", str(tmp_path / "none.txt")) == 2
    assert "none.txt cannot be read" in capsys.readouterr().err
