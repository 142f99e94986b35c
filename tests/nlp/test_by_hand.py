"""`python -m nlp find`: JSON lines, pages by form feeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.__main__ import main


def test_find_prints_one_line_for_each_claim(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Mattan är ftalatfri.\fNödutgången var blockerad.", "utf-8")
    assert main(["find", str(path), "--today", "2025-01-01"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["page"], one["topic"], one["quote"]) for one in found] == [
        (1, "CHEM.GROUP", "Mattan är ftalatfri"),
        (2, "LAB.SAFETY", "Nödutgången var blockerad"),
    ]


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "nowhere.txt"]) == 2
    assert capsys.readouterr().err == "nowhere.txt cannot be read: No such file or directory\n"
