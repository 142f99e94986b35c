"""The measure of labour sentences: the tried file is never learnt from."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from nlp import train
from nlp.training import labour

_SAID = {
    3: "Our group has a structure of {0} companies and {1} sites.",
    7: "We have a policy number {0} and train staff on it in week {1}.",
    None: "The weather was fine on day {0} of month {1}.",
}


def statements(path: Path, column: str, *, count: int = 9) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.DictWriter(file, [column, "statement_id", "targets"])
        rows.writeheader()
        for statement in range(count):
            for line in range(9):
                criterion = (3, 7, None)[(line + statement) % 3]
                labels = [int(place == criterion) for place in range(11)]
                said = _SAID[criterion].format(statement, line)
                row = {column: said, "statement_id": f"S{statement}", "targets": str(labels)}
                rows.writerow(row)


@pytest.fixture(name="data")
def two_files(tmp_path: Path) -> Path:
    statements(tmp_path / labour.CANADA, "sentence_text")
    statements(tmp_path / labour.BRITAIN, "sentence", count=4)
    return tmp_path


def test_plain_sentences_are_told_apart(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train.main(["labour", str(data)]) == 0
    printed = capsys.readouterr().out
    assert "tried on 36 sentences" in printed
    assert printed.count("micro-F1 1.000") == 2


def test_labels_of_the_tried_file_change_no_guess(data: Path) -> None:
    known, unseen = labour.read(data / labour.CANADA), labour.read(data / labour.BRITAIN)
    blank = labour.Statements(unseen.sentences, unseen.statements, unseen.labels * 0)
    for one, other in zip(labour.guessed(known, unseen), labour.guessed(known, blank), strict=True):
        assert np.array_equal(one, other)


def test_a_file_that_is_missing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train.main(["labour", str(tmp_path)]) == 2
    assert "ca_future.csv is not the file of AIMS" in capsys.readouterr().err
