"""Labelled documents in both formats; what is faulty is told with file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nlp.measuring import gold

WRITTEN = """id: t1
language: sv
kind: letter
today: 2025-01-01
=== page 1 ===
Om varan. {{CHEM.GROUP|denied|support|group=pvc}}{{CHEM.GROUP|denied|support|group=latex}}\
Slangen är fri från PVC och latex{{/}}{{/}}.
=== page 2 ===
{{ORIGIN.COUNTRY|affirmed|neutral|country=PT}}Sydd i Portugal{{/}}.
"""
MARKS: dict[str, Any] = {
    "id": "a",
    "language": "en",
    "kind": "sds",
    "today": "2025-01-01",
    "pages": [2],
    "source": {"copy": "a.txt"},
    "claims": [],
}
MARK: dict[str, Any] = {
    "page": 2,
    "quote": "H317",
    "occurrence": 2,
    "topic": "CHEM.HAZARD",
    "stance": "affirmed",
    "bearing": "risk",
    "value": {"h_code": "H317"},
}


def standoff(folder: Path, *marks: dict[str, Any], **changes: object) -> gold.Document:
    (folder / "a.txt").write_text("one\ftwo  H317\nand H317\n", "utf-8")
    path = folder / "a.json"
    path.write_text(json.dumps(MARKS | {"claims": list(marks)} | changes), "utf-8")
    return gold.standoff(path)


def test_inline_marks_are_taken_off_and_their_places_kept() -> None:
    document = gold.inline(WRITTEN, name="t1.txt")
    assert document.pages[0] == "Om varan. Slangen är fri från PVC och latex.\n"
    quotes = [document.pages[c.page - 1][c.start : c.end] for c in document.claims]
    assert quotes == ["Slangen är fri från PVC och latex"] * 2 + ["Sydd i Portugal"]
    assert [c.value for c in document.claims][2] == {"country": "PT"}


def test_standoff_quotes_are_found_with_folded_blanks_and_their_occurrence(tmp_path: Path) -> None:
    document = standoff(tmp_path, MARK, MARK | {"quote": "two H317", "occurrence": 1})
    assert [(c.start, c.end) for c in document.claims] == [(14, 18), (0, 9)]
    assert document.lost == ()


def test_a_quote_that_is_not_on_the_page_is_kept_as_lost(tmp_path: Path) -> None:
    document = standoff(tmp_path, MARK | {"quote": "H319"}, MARK | {"page": 7})
    assert document.lost == ((2, "H319"), (7, "H317"))
    assert len(document.claims) == 2


def test_facts_of_the_head_are_every_value_that_is_right() -> None:
    head = "number:\nissued: | 2025-01-31\ntitle: Om varan | Om: varan\nnote: no fact\n"
    document = gold.inline(WRITTEN.replace("=== page 1", head + "=== page 1"), name="t1.txt")
    assert document.facts == {
        "title": ("Om varan", "Om: varan"),
        "number": ("",),
        "issued": ("", "2025-01-31"),
    }


def test_a_document_without_labels_of_facts_has_none() -> None:
    assert gold.inline(WRITTEN, name="t1.txt").facts == {}


@pytest.mark.parametrize(
    ("fault", "mended", "line", "why"),
    [
        ("2025-01-01\n", "2025-01-01\nsigned: soon\n", 1, "'signed' is no day"),
        ("today: 2025-01-01\n", "", 1, "'today'"),
        ("2025-01-01", "2025-13-01", 1, "2025-13-01"),
        ("latex{{/}}{{/}}", "latex{{/}}", 6, "not closed"),
        ("Portugal{{/}}", "Portugal{{/}}{{/}}", 8, "closes nothing"),
        ("ORIGIN.COUNTRY|", "ORIGIN.LAND|", 8, "ORIGIN.LAND"),
        ("affirmed|neutral", "asserted|neutral", 8, "asserted"),
        ("affirmed|neutral", "affirmed|good", 8, "good"),
        ("|country=PT", "", 8, "TOPIC|stance|bearing|values"),
        ("country=PT", "PT", 8, "key=value"),
        ("Sydd i Portugal{{/}}", "{{/}}", 8, "no words"),
        ("PT}}", "PT}", 8, "has no end"),
    ],
)
def test_a_faulty_inline_mark_is_told_with_its_line(
    fault: str, mended: str, line: int, why: str
) -> None:
    assert fault in WRITTEN
    with pytest.raises(gold.GoldError, match=rf"t1\.txt, line {line}: ") as caught:
        gold.inline(WRITTEN.replace(fault, mended), name="t1.txt")
    assert why in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"pages": None}, "missing or faulty"),
        ({"source": {}}, "copy"),
        ({"source": {"copy": "gone.txt"}}, "not there"),
        ({"today": "soon"}, "soon"),
        ({"claims": [{"page": 1}]}, "quote"),
        ({"claims": [MARK | {"topic": "CHEM"}]}, "CHEM"),
    ],
)
def test_a_faulty_standoff_file_is_told(
    tmp_path: Path, changes: dict[str, object], why: str
) -> None:
    with pytest.raises(gold.GoldError, match=r"a\.json") as caught:
        standoff(tmp_path, **changes)
    assert why in str(caught.value)


def test_json_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{\n "id": }', "utf-8")
    with pytest.raises(gold.GoldError, match=r"a\.json, line 2"):
        gold.standoff(tmp_path / "a.json")
