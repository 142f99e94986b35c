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


def test_every_error_is_listed_the_most_certain_first(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unseen = labour.read(data / labour.BRITAIN)
    over = np.where(unseen.labels > 0, 0.5, -0.5)
    structure = labour.CRITERIA.index("c2 structure")
    right, plain = (int(np.where(unseen.labels[:, structure] == truth)[0][0]) for truth in (1, 0))
    over[right, structure], over[plain, structure] = -0.1, 0.3
    told = list(labour.wrong(over, unseen))
    assert (
        f"c2 structure: 1 missed of {unseen.labels[:, structure].sum():.0f}, 1 false alarms" in told
    )
    at = told.index(next(line for line in told if "c2 structure" in line))
    assert told[at + 1].startswith("  false alarm +0.30")
    assert told[at + 2].startswith("  missed      -0.10")
    assert sum(line.startswith("  ") for line in told) == 2
    assert train.main(["labour", str(data), "--errors"]) == 0
    assert "c4 measures: 0 missed of 12, 0 false alarms" in capsys.readouterr().out
