"""Manifests are checked, files are those that were sealed, and old versions stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.packs import shelf
from nlp.packs.__main__ import main
from nlp.rules import PackError, load, rulebook, using
from tests.nlp.packs.making import GOOD, book, put

OTHER = GOOD.replace('"a"', '"b"')


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"effective": None}, "effective"),
        ({"licence": None}, "licence"),
        ({"colour": "red"}, "colour"),
        ({"effective": "2025-02-30"}, "effective"),
        ({"retrieved": "yesterday"}, "retrieved"),
        ({"source": " "}, "source"),
        ({"source": 3}, "source"),
        ({"holds": "water"}, "holds"),
        ({"name": "two"}, "name"),
        ({"version": "2"}, "version"),
        ({"files": {}}, "files"),
        ({"files": ["lines.jsonl"]}, "files"),
        ({"files": {"../one.jsonl": ""}}, "files"),
    ],
)
def test_a_faulty_manifest_is_named(tmp_path: Path, changed: dict[str, object], key: str) -> None:
    with pytest.raises(PackError) as caught:
        book(put(tmp_path, GOOD, changed=changed))
    assert (caught.value.file, caught.value.key) == ("one/1/pack.json", key)


@pytest.mark.parametrize("text", ["{", "[]", "\ufeff{}"])
def test_a_manifest_that_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    (put(tmp_path, GOOD) / "one" / "1" / "pack.json").write_text(text, "utf-8")
    with pytest.raises(PackError, match=r"one/1/pack\.json"):
        book(tmp_path)


def test_a_pack_that_was_changed_after_sealing_is_refused(tmp_path: Path) -> None:
    put(tmp_path, GOOD)
    (tmp_path / "one" / "1" / "lines.jsonl").write_text(GOOD + "\n" + OTHER, "utf-8")
    with pytest.raises(PackError, match="sealed"):
        book(tmp_path)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    (put(tmp_path, GOOD) / "one" / "1" / "lines.jsonl").unlink()
    with pytest.raises(PackError, match=r"one/1/lines\.jsonl"):
        book(tmp_path)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="UTF-8") as caught:
        book(put(tmp_path, GOOD.replace("water", "v\udce5t")))
    assert caught.value.file == "one/1/lines.jsonl"


def test_an_old_version_is_closed_to_the_seal(tmp_path: Path) -> None:
    put(put(tmp_path, GOOD), OTHER, version="2")
    (tmp_path / "one" / "1" / "lines.jsonl").write_text(OTHER, "utf-8")
    shelf.seal(tmp_path)
    assert [rule.id for rule in book(tmp_path).rules] == ["b"]
    with pytest.raises(PackError, match="sealed"):
        load(shelf.chosen(["one 1"], tmp_path), tmp_path)


def test_the_newest_version_is_the_highest_number(tmp_path: Path) -> None:
    put(put(put(tmp_path, GOOD, version="0.9"), OTHER, version="0.10"), GOOD, version="0.2")
    assert [pack.label for pack in shelf.newest(tmp_path)] == ["one 0.10"]
    assert shelf.versions(tmp_path) == {"one": ("0.2", "0.9", "0.10")}


@pytest.mark.parametrize("label", ["", "one", "one x", "one 3", "../one 1", "nobody 1"])
def test_a_pack_that_is_not_there_is_named(tmp_path: Path, label: str) -> None:
    put(tmp_path, GOOD)
    with pytest.raises(PackError):
        shelf.chosen([label], tmp_path)


def test_the_digest_changes_with_the_packs(tmp_path: Path) -> None:
    first = shelf.newest(put(tmp_path, GOOD))
    second = shelf.newest(put(tmp_path, GOOD, version="2"))
    third = shelf.newest(put(tmp_path, OTHER, version="3"))
    assert len({shelf.digest(packs) for packs in (first, second, third)}) == 3


def test_the_rules_in_use_are_the_newest_but_inside_using() -> None:
    newest = rulebook()
    with using(["stance 0.1.0"]):
        assert {rule.pack for rule in rulebook().rules} == {"stance"}
    assert rulebook() is newest


def test_every_shipped_version_is_read_and_is_what_was_sealed() -> None:
    assert main(["check"]) == 0


def test_a_check_reads_an_old_version_among_the_newest_of_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(put(tmp_path, GOOD), GOOD, version="2")
    needs = '{"id": "c", "topic": "LAB.WAGE", "all": [["water"]]}'
    put(tmp_path, needs, name="two")
    assert main(["--shelf", str(tmp_path), "check"]) == 0
    (tmp_path / "one" / "1" / "lines.jsonl").write_text(OTHER, "utf-8")
    assert main(["--shelf", str(tmp_path), "check"]) == 2
    assert "one/1/lines.jsonl" in capsys.readouterr().err


def test_a_new_version_is_a_copy_that_can_be_sealed(tmp_path: Path) -> None:
    put(tmp_path, GOOD)
    assert main(["--shelf", str(tmp_path), "new", "one", "1.1"]) == 0
    (tmp_path / "one" / "1.1" / "lines.jsonl").write_text(OTHER, "utf-8")
    assert main(["--shelf", str(tmp_path), "seal"]) == 0
    assert [rule.id for rule in book(tmp_path).rules] == ["b"]
    assert [rule.id for rule in load(shelf.chosen(["one 1"], tmp_path), tmp_path).rules] == ["a"]


@pytest.mark.parametrize(("name", "version"), [("one", "1"), ("one", "0.9"), ("two", "2")])
def test_a_version_that_is_not_the_next_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, version: str
) -> None:
    put(tmp_path, GOOD)
    assert main(["--shelf", str(tmp_path), "new", name, version]) == 2
    assert name in capsys.readouterr().err
    assert shelf.versions(tmp_path) == {"one": ("1",)}


def test_the_list_tells_label_date_and_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--shelf", str(put(tmp_path, GOOD)), "list"]) == 0
    label, day, _, source = capsys.readouterr().out.strip().split("\t")
    assert (label, day, source) == ("one 1", "2025-01-01", "own")
