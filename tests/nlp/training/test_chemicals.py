"""The optional recogniser of names of chemicals: learnt from one file, tried on another."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from nlp import train
from nlp.looks import listed
from nlp.training import chemicals

_WORDS = ("metoprolol", "diazepam", "ampicillin", "fentanil")


def tagged(path: Path, *, count: int) -> None:
    lines = []
    for number in range(count):
        name = _WORDS[number % len(_WORDS)]
        lines += ["Patients\tO", "took\tO", f"{name}\tB-Chemical", "acid\tI-Chemical", ".\tO", ""]
        lines += ["The\tO", "ward\tO", "was\tO", "closed\tO", ".\tO", ""]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def test_names_are_runs_of_tags(tmp_path: Path) -> None:
    tagged(tmp_path / "train.tsv", count=1)
    first, second = chemicals.read(tmp_path / "train.tsv")
    assert first.words[2:4] == ("metoprolol", "acid")
    assert sorted(first.names) == [(2, 4)]
    assert second.names == frozenset()


def test_names_of_the_packs_are_found_the_longest_first() -> None:
    words = ["contains", "Bisphenol", "A", "and", "cadmium"]
    assert listed(words) == ["O", "B", "I", "O", "B"]


def test_names_are_counted_with_exactly_their_tokens() -> None:
    true = [chemicals.Sentence(("a", "b", "c"), frozenset({(0, 2)}))]
    told = chemicals.strict([frozenset({(0, 2), (2, 3)})], true, name="x")
    assert told.split()[1:] == ["P", "0.500", "R", "1.000", "F1", "0.667"]
    assert "F1 0.000" in chemicals.strict([frozenset({(0, 1)})], true, name="x")


def test_the_command_learns_a_pipeline_that_loads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tagged(tmp_path / "train.tsv", count=60)
    tagged(tmp_path / "devel.tsv", count=4)
    out = tmp_path / "out"
    arguments = ["chemicals", str(tmp_path), "--out", str(out), "--epochs", "30"]
    assert train.main(arguments) == 0
    assert "with the component    P 1.000  R 1.000  F1 1.000" in capsys.readouterr().out
    doc = spacy.load(out)("Patients took diazepam acid.")
    assert [name.text for name in doc.ents] == ["diazepam acid"]


def test_a_file_of_other_things_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "train.tsv").write_text("no tags here\n", "utf-8")
    assert train.main(["chemicals", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "train.tsv is no file of tokens and tags" in capsys.readouterr().err
