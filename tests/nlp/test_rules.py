"""Rule packs: what is faulty is refused whole, with file, line and key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.rules import PackError, digest, load, rulebook, seal

GOOD = '{"id": "a", "set": "water", "en": ["water"]}'


def pack(folder: Path, *lines: str) -> Path:
    (folder / "one.jsonl").write_text("\n".join(lines), "utf-8")
    entry = {
        "file": "one.jsonl",
        "name": "one",
        "version": "1",
        "source": "own",
        "date": "2025-01-01",
    }
    (folder / "pack.json").write_text(json.dumps([entry | {"sha256": ""}]), "utf-8")
    seal(folder)
    return folder


def test_a_good_pack_is_read(tmp_path: Path) -> None:
    book = load(pack(tmp_path, GOOD))
    assert [(rule.id, rule.kind, rule.name, rule.pack) for rule in book.rules] == [
        ("a", "set", "water", "one 1")
    ]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"id": "b", "set": "x", "colour": "red"}', "colour"),
        ('{"id": "b", "en": ["x"]}', ""),
        ('{"set": "x", "en": ["x"]}', "id"),
        ('{"id": "b", "set": "x", "en": "x"}', "en"),
        ('{"id": "b", "topic": "LAB.WAGE", "en": ["x"], "tone": "loud"}', "tone"),
        ('{"id": "b", "topic": "LAB.WAGE", "en": ["x"], "weight": "heavy"}', "weight"),
        ('{"id": "b", "topic": "LAB.WAGE", "en": ["x"], "value": {"age": 15}}', "value"),
        ('{"id": "b", "topic": "LAB.WAGE", "all": [["nowhere"]]}', "all"),
        ('{"id": "a", "set": "x", "en": ["x"]}', "id"),
        ("[]", ""),
        ("{", ""),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(PackError) as caught:
        load(pack(tmp_path, GOOD, line))
    assert (caught.value.file, caught.value.line, caught.value.key) == ("one.jsonl", 2, key)
    assert "one.jsonl, line 2" in str(caught.value)


def test_a_pack_that_was_changed_after_sealing_is_refused(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    (tmp_path / "one.jsonl").write_text(GOOD + "\n" + GOOD.replace('"a"', '"b"'), "utf-8")
    with pytest.raises(PackError, match="sealed"):
        load(tmp_path)


def test_a_manifest_without_a_date_is_refused(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    entries = json.loads((tmp_path / "pack.json").read_text("utf-8"))
    del entries[0]["date"]
    (tmp_path / "pack.json").write_text(json.dumps(entries), "utf-8")
    with pytest.raises(PackError) as caught:
        load(tmp_path)
    assert caught.value.key == "date"


def test_the_shipped_packs_name_source_and_date() -> None:
    assert all(one.source and one.date for one in rulebook().packs)


def test_the_digest_changes_with_the_packs(tmp_path: Path) -> None:
    before = digest(pack(tmp_path, GOOD))
    assert before != digest(pack(tmp_path, GOOD.replace("water", "fire")))
