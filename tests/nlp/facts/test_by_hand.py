"""`python -m nlp.facts DIR` tells for each name what is right, wrong, unsaid and made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.facts.__main__ import main

DOCUMENT = """id: {id}
language: sv
kind: {kind}
today: 2025-03-01
{labels}=== page 1 ===
{title}
Vi har inte och ska inte ha det som är av den eller för oss att se på till en del.
"""


HEAD = ("labelled", "right", "wrong", "unsaid", "none")
PAPERS = (
    ("sds", "Säkerhetsdatablad\nVersion 2", "title: Säkerhetsdatablad\nversion: 3\nissuer:\n"),
    ("policy", "Hej", "title: Hej\n"),
    ("minutes", "Leverantörsintyg", "title:\n"),
    ("email", "Hej", ""),
)


def lines(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    for number, (kind, title, labels) in enumerate(PAPERS):
        written = DOCUMENT.format(id=f"d{number}", kind=kind, title=title, labels=labels)
        (folder / f"d{number}.txt").write_text(written, "utf-8")
    assert main([str(folder), *options]) == 0
    return capsys.readouterr().out.splitlines()


def test_each_name_that_is_labelled_has_its_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, *rows, said = lines(tmp_path, capsys)
    assert head.split() == [*HEAD, "though", "none", "precision", "recall"]
    assert [row.split() for row in rows] == [
        ["kind", "4", "1", "0", "1", "1", "1", "0.50", "0.50"],
        ["language", "4", "4", "0", "0", "0", "0", "1.00", "1.00"],
        ["title", "3", "1", "0", "1", "0", "1", "0.50", "0.50"],
        ["issuer", "1", "0", "0", "0", "1", "0", "-", "-"],
        ["version", "1", "0", "1", "0", "0", "0", "0.00", "0.00"],
    ]
    assert said == "said: kind 2, language 4, title 2, version 1"


def test_each_error_is_listed_with_what_was_found_and_labelled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lines(tmp_path, capsys, "--errors")[7:] == [
        "d0: version wrong: '2', label ('3',)",
        "d1: kind unsaid: '', label ('code_of_conduct',)",
        "d1: title unsaid: '', label ('Hej',)",
        "d2: kind though none: 'supplier_declaration', label ('',)",
        "d2: title though none: 'Leverantörsintyg', label ('',)",
    ]


def test_a_folder_without_labelled_documents_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "no labelled documents" in capsys.readouterr().err


def test_a_faulty_document_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "d.txt").write_text("id: d\n=== page 1 ===\nText", "utf-8")
    assert main([str(tmp_path)]) == 2
    assert "d.txt" in capsys.readouterr().err
