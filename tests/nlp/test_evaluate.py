"""`python -m nlp.evaluate`: figures of labelled documents, counts of plain ones, clear faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from nlp import evaluate
from tests.nlp.measuring.test_gold import WRITTEN


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = evaluate.main([str(one) for one in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_the_report_tells_every_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t1.txt").write_text(WRITTEN, "utf-8")
    code, out, _ = run(capsys, tmp_path, "--resamples", 50)
    assert code == 0
    rows = {line.split()[0]: line.split() for line in out.splitlines() if line.strip()}
    assert rows["all"][1:6] == ["3", "3", "1.000", "1.000", "1.000"]
    assert rows["CHEM.GROUP"][1:3] == ["2", "2"]
    for figure in (
        *("strict F1", "exact spans", "stance accuracy", "stance flips", "bearing accuracy"),
        *("value accuracy, country", "value accuracy, dates", "flags per page without claims"),
        *("calibration error among flags", "values found that nobody wanted"),
    ):
        assert figure in out


def test_every_error_is_listed_in_its_context(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = WRITTEN.replace("country=PT", "country=ES").replace("denied|support", "affirmed|risk")
    missed = "{{LAB.WAGE|affirmed|risk|}}Om varan{{/}}"
    (tmp_path / "t1.txt").write_text(wrong.replace("Om varan", missed), "utf-8")
    lines = run(capsys, tmp_path, "--errors")[1].splitlines()
    assert [line.split()[0] for line in lines] == ["MISS", "FLIP", "FLIP", "VALUE"]
    assert (
        lines[0]
        == "MISS   t1 p1 LAB.WAGE affirmed/risk  [[Om varan]] . Slangen är fri från PVC och"
    )


def test_texts_and_pdfs_without_labels_are_told_by_what_is_flagged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Mattan är ftalatfri.\fInget alls.", "utf-8")
    canvas = Canvas(str(tmp_path / "b.pdf"))
    canvas.drawString(72, 720, "The emergency exit was blocked.")
    canvas.save()
    code, out, _ = run(capsys, tmp_path, "--errors", "--today", "2025-01-01")
    assert code == 0
    assert "a.txt: 2 pages, 5 words, 1 flags, 0.50 per page" in out
    assert "FLAG   p1 CHEM.GROUP denied/support  [[Mattan är ftalatfri]] ." in out
    assert "FLAG   p1 LAB.SAFETY affirmed/risk  [[The emergency exit was blocked]] ." in out


def test_documents_are_chosen_by_their_ids(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t1.txt").write_text(WRITTEN, "utf-8")
    (tmp_path / "t2.txt").write_text(WRITTEN.replace("id: t1", "id: t2"), "utf-8")
    assert "1 documents, 3 claims" in run(capsys, tmp_path, "--only", "t2")[1]
    assert "1 documents, 3 claims" in run(capsys, tmp_path, "--without", "t1")[1]


def test_what_cannot_be_measured_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, tmp_path)[::2] == (
        2,
        f"{tmp_path}: no document in it is labelled, a text or a PDF\n",
    )
    assert "there is no such folder" in run(capsys, tmp_path / "gone")[2]
    (tmp_path / "t1.txt").write_text(WRITTEN.replace("affirmed", "asserted"), "utf-8")
    code, out, err = run(capsys, tmp_path)
    assert (code, out) == (2, "")
    assert err.startswith("t1.txt, line 8: 'asserted' is none of")
