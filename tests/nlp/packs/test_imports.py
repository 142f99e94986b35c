"""Publishers' exports become packs, however they are written; what differs is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from nlp.packs import shelf
from nlp.packs.__main__ import main
from nlp.packs.entries import Entry, Good
from nlp.rules import Rulebook, load
from tests.nlp.packs.sheets import Table, csv, xlsx

HEAD = ["Substance name", "Description", "EC number", "CAS number", "Date of inclusion", "Decision"]
DEHP = ["Bis(2-ethylhexyl) phthalate", "-", "204-211-0", "117-81-7", "28-Oct-2008", "one"]
HEXANE = ["n-hexane", "-", "203-777-6", "110-54-3", "04-Feb-2026", "two"]
Write = Callable[[Path, Table], Path]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A shelf without packs."""
    return tmp_path / "shelf"


def take(home: Path, kind: str, path: Path, *options: str) -> int:
    return main(["--shelf", str(home), "import", kind, str(path), *options])


def kept(home: Path, name: str) -> Rulebook:
    version = shelf.versions(home)[name][-1]
    return load([shelf.manifest(home, name, version)], home)


def entries(home: Path, name: str = "candidate_list") -> dict[str, Entry]:
    return {one.name: one for one in kept(home, name).entries}


def candidate(home: Path, tmp_path: Path, *rows: list[str]) -> dict[str, Entry]:
    assert take(home, "candidate", xlsx(tmp_path / "a.xlsx", [HEAD, *rows]), "--write") == 0
    return entries(home)


@pytest.mark.parametrize(
    "write",
    [
        lambda folder, table: xlsx(folder / "a.xlsx", table),
        lambda folder, table: csv(folder / "a.csv", table),
        lambda folder, table: csv(folder / "a.csv", table, divider="\t"),
        lambda folder, table: csv(folder / "a.csv", table, divider=";", encoding="utf-8-sig"),
        lambda folder, table: csv(folder / "a.csv", table, encoding="utf-16"),
    ],
    ids=["xlsx", "comma", "tab", "semicolon", "utf-16"],
)
def test_an_export_is_read_below_its_title_in_either_format(
    home: Path, tmp_path: Path, write: Write
) -> None:
    title = [["Candidate List, with a long, long, long title; of commas"],
             ["Export date: 01-apr-2026 23:44:30"], [], ["Datum van opname", ""]]  # fmt: skip
    path = write(tmp_path, [*title, HEAD, DEHP, HEXANE])
    assert take(home, "candidate", path, "--write") == 0
    found = entries(home)
    dehp = found["Bis(2-ethylhexyl) phthalate"]
    assert (dehp.list, dehp.cas, dehp.ec) == ("svhc", ("117-81-7",), ("204-211-0",))
    assert str(dehp.since) == "2008-10-28"
    pack = shelf.manifest(home, "candidate_list", "2026.2.4")
    assert (str(pack.effective), str(pack.retrieved)) == ("2026-02-04", "2026-04-01")
    assert "European Chemicals Agency" in pack.source


def test_columns_in_another_language_are_known(home: Path, tmp_path: Path) -> None:
    head = [
        "Naam van de stof ",
        "Description",
        "EG-nr. ",
        "CAS-nr. ",
        "Datum van opname ",
        "Besluit",
    ]
    row = ["n-hexane", "", "203-777-6", "110-54-3", "12-mrt-2026", "x"]
    assert take(home, "candidate", csv(tmp_path / "a.csv", [head, row]), "--write") == 0
    assert str(entries(home)["n-hexane"].since) == "2026-03-12"


def test_members_of_a_group_are_one_entry(home: Path, tmp_path: Path) -> None:
    group = ["PFHpA and its salts", "-", "-", "-", "17-Jan-2023", "three"]
    acid = ["Perfluoroheptanoic acid", "-", "206-798-9", "375-85-9", "17-Jan-2023", "three"]
    salt = ["Sodium perfluoroheptanoate", "-", "243-518-4", "20109-59-5", "17-Jan-2023", "three"]
    found = candidate(home, tmp_path, group, acid, salt, HEXANE)
    assert found.keys() == {"PFHpA and its salts", "n-hexane"}
    assert found["PFHpA and its salts"].cas == ("375-85-9", "20109-59-5")
    # An export without the members leaves those that are known.
    candidate(home, tmp_path, group, HEXANE)
    assert len(shelf.versions(home)["candidate_list"]) == 2
    assert entries(home)["PFHpA and its salts"].cas == ("375-85-9", "20109-59-5")


def test_mark_up_line_breaks_and_repeated_names_are_cleared(home: Path, tmp_path: Path) -> None:
    row = ["Cadmium<br/>sulphate &amp; <i>hydrates</i>\n", "-", "233-331-6\n233-331-6",
           "10124-36-4\n31119-53-6", "17-Dec-2014", "-"]  # fmt: skip
    twice = ["Hydrazine\nHydrazine", "–", "206-114-9", "302-01-2 / 7803-57-8", "20-Jun-2011", "—"]
    few = ["substance with <80% of the above", "n/a", "—", "", "20-Jun-2011", "-"]
    found = candidate(home, tmp_path, row, twice, few)
    assert found["Cadmium sulphate & hydrates"].cas == ("10124-36-4", "31119-53-6")
    assert found["Cadmium sulphate & hydrates"].ec == ("233-331-6",)
    assert found["Hydrazine"].cas == ("302-01-2", "7803-57-8")
    assert found["substance with <80% of the above"].cas == ()


@pytest.mark.parametrize(
    ("cell", "cas"),
    [
        ("#29007", "79-06-1"),  # a day of the spreadsheet's own: 1 June 1979
        ("1979-06-01", "79-06-1"),
        ("1979-06-01 00:00:00", "79-06-1"),
        ("8/07/2708", "2708-07-8"),
        ("7/02/5081", "5081-02-7"),
    ],
)
def test_numbers_that_a_spreadsheet_made_days_of_are_mended(
    home: Path, tmp_path: Path, cell: str, cas: str
) -> None:
    found = candidate(home, tmp_path, ["Acrylamide", "-", "-", cell, "30-Mar-2010", "-"])
    assert found["Acrylamide"].cas == (cas,)


@pytest.mark.parametrize(
    ("place", "cell", "told"),
    [
        (3, "117-81-8", "row 3: 117-81-8 is no CAS number: its check digit is wrong"),
        (3, "see below", "row 3: see is no CAS number"),
        (3, "1979-06-03", "row 3: 1979-06-03 was a number before a spreadsheet made a day of it"),
        (2, "204-211-1", "row 3: 204-211-1 is no EC number: its check digit is wrong"),
        (4, "last week", "row 3, since: 'last week' is no day"),
        (4, "31-Feb-2008", "row 3, since: '31-Feb-2008' is no day"),
        (0, "-", "row 3: no name"),
    ],
)
def test_a_faulty_cell_is_named_and_nothing_is_written(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: int, cell: str, told: str
) -> None:
    row = [*DEHP[:place], cell, *DEHP[place + 1 :]]
    path = xlsx(tmp_path / "a.xlsx", [HEAD, HEXANE, row])
    assert take(home, "candidate", path, "--write") == 2
    assert f"a.xlsx, {told}" in capsys.readouterr().err
    assert shelf.versions(home) == {}


@pytest.mark.parametrize("place", [0, 2, 3, 4])
def test_a_column_that_was_renamed_is_named(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: int
) -> None:
    head = [*HEAD[:place], "Something", *HEAD[place + 1 :]]
    assert take(home, "candidate", csv(tmp_path / "a.csv", [["Title"], head, DEHP])) == 2
    told = capsys.readouterr().err
    assert f"a.csv has no column {HEAD[place]!r}" in told
    assert "Something" in told


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", b"PK no book"), ("a.csv", b""), ("a.csv", b"\x00\xff\x00")]
)
def test_a_file_that_is_no_export_is_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert take(home, "candidate", tmp_path / name) == 2
    assert capsys.readouterr().err.startswith(name)


def test_a_file_that_is_not_there_is_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("b.csv", "b.xlsx"):
        assert take(home, "candidate", tmp_path / name) == 2
        assert capsys.readouterr().err.startswith(name)


def test_what_is_added_removed_and_changed_is_told_before_it_is_written(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    candidate(home, tmp_path, DEHP, ["Hydrazine", "-", "-", "302-01-2", "20-Jun-2011", "x"])
    capsys.readouterr()
    changed = ["Bis(2-ethylhexyl) phthalate (DEHP)", *DEHP[1:]]
    path = xlsx(tmp_path / "b.xlsx", [HEAD, changed, HEXANE])
    assert take(home, "candidate", path) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    told = {line[0]: line for line in lines}
    assert "candidate_list.110-54-3" in told["+"]
    assert "n-hexane" in told["+"]
    assert "candidate_list.302-01-2" in told["-"]
    assert "Bis(2-ethylhexyl) phthalate → Bis(2-ethylhexyl) phthalate (DEHP)" in told["~"]
    assert last == "1 added, 1 removed, 1 changed, 0 as before"
    assert shelf.versions(home) == {"candidate_list": ("2011.6.20",)}
    assert take(home, "candidate", path, "--write") == 0
    assert shelf.versions(home) == {"candidate_list": ("2011.6.20", "2026.2.4")}
    assert take(home, "candidate", path) == 0
    assert capsys.readouterr().out.endswith("0 added, 0 removed, 0 changed, 2 as before\n")


def test_the_same_export_gives_the_same_pack_in_either_format(tmp_path: Path) -> None:
    table = [HEAD, HEXANE, DEHP]
    made = []
    for name, path in (
        ("x", xlsx(tmp_path / "a.xlsx", table)),
        ("c", csv(tmp_path / "a.csv", table)),
    ):
        assert take(tmp_path / name, "candidate", path, "--retrieved", "2026-04-01", "--write") == 0
        folder = tmp_path / name / "candidate_list" / "2026.2.4"
        made.append(sorted((file.name, file.read_bytes()) for file in folder.iterdir()))
    assert made[0] == made[1]


def test_an_entry_of_annex_xiv_that_was_changed_later_has_no_day(
    home: Path, tmp_path: Path
) -> None:
    head = [*HEAD[:4], "Latest application date", "Sunset date", "Regulatory outcome date"]
    musk = ["Musk xylene", "-", "201-329-4", "81-15-2", "21-Feb-2013", "21-Aug-2014", "17-Feb-2011"]
    dehp = [*DEHP[:4], "21-Aug-2013", "21-Feb-2015", "23-Nov-2021"]
    path = xlsx(tmp_path / "a.xlsx", [head, musk, dehp])
    assert take(home, "authorisation", path, "--write") == 0
    found = entries(home, "authorisation_list")
    assert str(found["Musk xylene"].since) == "2011-02-17"
    assert found["Bis(2-ethylhexyl) phthalate"].since is None


def test_a_restriction_stands_since_its_first_decision(home: Path, tmp_path: Path) -> None:
    head = [*HEAD[:4], "Entry number", "Regulatory outcome date"]
    rows = [[*DEHP[:4], "51", day] for day in ("22-Jun-2009", "17-Dec-2018", "14-Dec-2005")]
    path = xlsx(tmp_path / "a.xlsx", [head, *rows])
    assert take(home, "restriction", path, "--write", "--effective", "2025-10-02") == 0
    (found,) = entries(home, "restriction_list").values()
    assert (found.list, str(found.since)) == ("annex_xvii", "2005-12-14")


def test_pops_stand_since_their_inclusion(home: Path, tmp_path: Path) -> None:
    head = [*HEAD[:5], "POPs Regulation Annex"]
    row = ["Dicofol", "-", "204-082-0", "115-32-2", "18-Aug-2020", "Annex I, part A"]
    assert take(home, "pops", csv(tmp_path / "a.csv", [head, row]), "--write") == 0
    (found,) = entries(home, "pops_list").values()
    assert (found.list, str(found.since)) == ("pops", "2020-08-18")


def test_harmonised_classifications_are_cmr_in_category_1_alone(home: Path, tmp_path: Path) -> None:
    head = [*HEAD[:1], *HEAD[2:4], "Index number", "Hazard class, category and statement code(s)",
            "ATP", "From", "To"]  # fmt: skip
    rows = [
        ["boric acid", "233-139-2", "10043-35-3", "005-007-00-2", "Repr. 1B, H360FD", "ATP01",
         "01-Dec-2010", "30-Apr-2026"],
        ["lithium", "231-102-5", "7439-93-2", "003-001-00-4", "Carc. 2, H351", "CLP00",
         "01-Dec-2010", "-"],
    ]  # fmt: skip
    assert take(home, "clp", xlsx(tmp_path / "a.xlsx", [head, *rows]), "--write") == 0
    found = entries(home, "clp_annex_vi")
    assert (found["boric acid"].list, str(found["boric acid"].until)) == ("cmr", "2026-04-30")
    assert (found["lithium"].list, found["lithium"].until) == ("clp", None)


def test_pfas_need_the_day_of_their_list(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = [["DTXSID", "PREFERRED_NAME", "CASRN"], ["D1", "PFOA", "335-67-1"],
             ["D2", "No number", "NOCAS_871521"]]  # fmt: skip
    path = csv(tmp_path / "a.csv", table, encoding="cp1252")
    assert take(home, "pfas", path, "--write") == 2
    assert "--effective" in capsys.readouterr().err
    assert take(home, "pfas", path, "--write", "--effective", "2019-01-22") == 0
    found = entries(home, "oecd_pfas")
    assert (found["PFOA"].cas, str(found["PFOA"].since)) == (("335-67-1",), "2019-01-22")
    assert found["No number"].cas == ()


GOODS = [
    ["Country", "Good", "Child Labor", "Forced Labor", "Sector"],
    ["China", "Cotton", "1", "1", "agri"],
    ["Congo, Democratic Republic of the (DRC)", "Cobalt ore (heterogenite)", "1", "", "mine"],
    ["Indonesia", "Oil (Palm)", "1.0", "", "agri"],
    ["Chad", "Cattle", "", "1", "agri"],
    ["Nepal", "Nothing", "", "", "agri"],
]


def test_goods_are_kept_by_country_and_material(home: Path, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", GOODS, sheet="goods_list")
    assert take(home, "goods", path, "--write", "--effective", "2019-12-31") == 0
    found: dict[str, Good] = {one.id: one for one in kept(home, "goods").goods}
    told = {name: (one.country, one.by, one.materials) for name, one in found.items()}
    assert told == {
        "goods.CN.cotton": ("CN", ("child", "forced"), ("cotton",)),
        "goods.CD.cobalt_ore_heterogenite": ("CD", ("child",), ("cobalt",)),
        "goods.ID.oil_palm": ("ID", ("child",), ("palm_oil",)),
        "goods.TD.cattle": ("TD", ("forced",), ("beef", "leather", "milk")),
    }


@pytest.mark.parametrize(
    ("sheet", "row", "told"),
    [
        ("List", GOODS[1], "no sheet 'goods_list'; it has List"),
        ("goods_list", ["Atlantis", "Fish", "1", "", ""], "no country is known as 'Atlantis'"),
    ],
)
def test_faulty_goods_are_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], sheet: str,
    row: list[str], told: str,
) -> None:  # fmt: skip
    path = xlsx(tmp_path / "a.xlsx", [GOODS[0], row], sheet=sheet)
    assert take(home, "goods", path, "--effective", "2019-12-31") == 2
    assert told in capsys.readouterr().err


def test_lines_are_sorted_and_in_our_own_form(home: Path, tmp_path: Path) -> None:
    candidate(home, tmp_path, HEXANE, DEHP)
    text = (home / "candidate_list" / "2026.2.4" / "entries.jsonl").read_text("utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["id"] for line in lines] == [
        "candidate_list.110-54-3",
        "candidate_list.117-81-7",
    ]
    assert lines[0] == {
        "id": "candidate_list.110-54-3",
        "entry": "svhc",
        "name": "n-hexane",
        "cas": ["110-54-3"],
        "ec": ["203-777-6"],
        "since": "2026-02-04",
    }
