"""`python -m nlp.facts DIR` tells kinds and languages right, unsaid and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.facts.__main__ import main

DOCUMENT = """id: {id}
language: sv
kind: {kind}
today: 2025-03-01
=== page 1 ===
{title}
Vi har inte och ska inte ha det som är av den eller för oss att se på till en del.
"""


def test_the_figures_count_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, (kind, title) in enumerate(
        [
            ("sds", "Säkerhetsdatablad"),
            ("policy", "Hej"),
            ("minutes", "Leverantörsintyg"),
            ("email", "Hej"),
        ]
    ):
        written = DOCUMENT.format(id=f"d{number}", kind=kind, title=title)
        (tmp_path / f"d{number}.txt").write_text(written, "utf-8")
    assert main([str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["kind", "right", "2", "unsaid", "1", "wrong", "1"]
    assert lines[1].split() == ["language", "right", "4", "unsaid", "0", "wrong", "0"]
    assert lines[2].startswith("said: kind 2, language 4, title 2")
    assert lines[3:] == ["d2: kind supplier_declaration, should be unsaid"]


def test_a_folder_without_labelled_documents_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "no labelled documents" in capsys.readouterr().err


def test_a_faulty_document_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "d.txt").write_text("id: d\n=== page 1 ===\nText", "utf-8")
    assert main([str(tmp_path)]) == 2
    assert "d.txt" in capsys.readouterr().err
