"""Learning the score: by folds of documents, deterministic, told in a manifest."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import train
from nlp.scoring import ear
from nlp.scoring import model as files
from nlp.scoring.model import Model, arrays
from nlp.scoring.sentences import Heads
from nlp.training import heads as linear
from nlp.training import opinions, scores
from nlp.training.folds import folds
from nlp.training.material import HEADS, Material, gathered
from tests.nlp.training import documents as made


@pytest.fixture(scope="module", name="material")
def of_eight_documents() -> list[Material]:
    return gathered(made.documents(8))


def learnt(material: list[Material], wordings: list[Material]) -> Model:
    parts = scores.parts_of(material, wordings)
    return scores.fitted(material, wordings, parts, opinions.silent())


def test_sentences_carry_the_topics_claimed_in_them(material: list[Material]) -> None:
    found = np.concatenate([page.labels for page in material]).sum(axis=0)
    counts = {name: int(count) for name, count in zip(HEADS, found, strict=True) if count}
    topics = {"CHEM.GROUP": 32, "LAB.CHILD": 32, "LAB.SAFETY": 32}
    assert counts == topics | {"risk": 32, "support": 64}


def test_only_what_no_rule_has_claimed_is_left_to_the_ear(material: list[Material]) -> None:
    heads = scores.heads_of(material)
    for page in material:
        places = ear.near(heads.margins(page.heard)[page.places], page.spots)
        # The rules find all that these documents claim.
        assert not page.labels[page.places][places].any()
    assert any(one.open for page in material for one in page.spots)


def test_flags_are_right_where_they_were_wanted(material: list[Material]) -> None:
    flags = scores.flags_of(material)
    assert sum(flag.right for flag in flags) == 96
    wrong = [flag.ground.passage.words for flag in flags if not flag.right]
    assert wrong
    assert all("saga" in words for words in wrong)


def test_the_same_material_gives_the_same_bytes(material: list[Material]) -> None:
    again = gathered(made.documents(8))
    assert arrays(learnt(material, [])) == arrays(learnt(again, []))


def test_words_tell_their_topic_where_no_rule_speaks(material: list[Material]) -> None:
    """In these documents a rule stands beside every word that tells."""
    bare = [page.bare for page in material]
    labels = np.concatenate([page.labels for page in material])
    by_rules = linear.fitted([page.heard for page in material], labels, HEADS)
    both = scores.heads_of(material)

    def told(heads: Heads) -> float:
        margins = np.concatenate([heads.margins(page) for page in bare])
        return float(margins[labels == 1].min())

    assert told(both) > max(0, told(by_rules))


def test_lines_by_themselves_teach_what_nothing_around_is_worth_and_move_no_record(
    material: list[Material],
) -> None:
    lines = gathered(made.documents(10)[8:])
    without, parts = learnt(material, []), scores.parts_of(material, [], lines)
    taught = scores.fitted(material, lines, parts, opinions.silent())
    assert taught.priors == without.priors
    assert not np.array_equal(taught.weights, without.weights)
    assert sum(len(part.lines.right) for part in parts) == len(scores.flags_of(lines))


def test_unusual_wordings_teach_words_and_move_no_record(material: list[Material]) -> None:
    wordings = gathered([made.unusual()])
    plain, taught = learnt(material, []), learnt(material, wordings)
    assert taught.priors == plain.priors
    topic = HEADS.index("LAB.GRIEVANCE")
    page = wordings[0]
    held = page.labels[:, topic] == 1
    for model, hears in ((plain, False), (taught, True)):
        assert (model.heads.margins(page.bare)[held, topic] > 0).any() == hears


def test_a_rule_with_a_bad_record_has_a_lower_prior(material: list[Material]) -> None:
    flags = scores.flags_of(material)
    records = scores.priors(flags)
    wrong = {flag.ground.claim.rule for flag in flags if not flag.right}
    right = {flag.ground.claim.rule for flag in flags if flag.right} - wrong
    assert max(records[rule] for rule in wrong) < min(records[rule] for rule in right)


def test_no_document_is_learnt_from_and_tried_on(material: list[Material]) -> None:
    parts = scores.parts_of(material)
    owned = [{page.document for page in part.own} for part in parts]
    assert sorted(name for names in owned for name in names) == [f"d{n}" for n in range(8)]
    for part, names in zip(parts, owned, strict=True):
        rest = [page for page in material if page.document not in names]
        assert part.records == scores.priors(scores.flags_of(rest))
        assert np.array_equal(part.heads.table, scores.heads_of(rest).table)


@given(st.sets(st.text(min_size=1), min_size=1, max_size=30), st.integers(1, 9))
def test_folds_hold_each_document_once(names: set[str], count: int) -> None:
    found = list(folds(names, count))
    assert sorted(name for fold in found for name in fold) == sorted(names)
    assert max(map(len, found)) - min(map(len, found)) <= 1


def test_the_command_writes_a_model_and_tells_its_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, out = tmp_path / "small", tmp_path / "out"
    gold.mkdir()
    out.mkdir()
    made.folder(gold, 8)
    assert train.main(["score", str(gold), "--out", str(out), "--day", "2025-01-01"]) == 0
    assert "calibration error of flags, even bins" in capsys.readouterr().out
    told = json.loads((out / "model.json").read_text("utf-8"))
    assert told["made"] == date(2025, 1, 1).isoformat()
    assert [(one["set"], one["documents"], one["claims"]) for one in told["from"]] == [
        ("small", 8, 96)
    ]
    assert files.read(out).heads.names == HEADS


def test_documents_without_a_wrong_flag_are_too_few(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made.folder(tmp_path, 1)
    arguments = ["score", str(tmp_path), "--out", str(tmp_path), "--day", "2025-01-01"]
    assert train.main(arguments) == 2
    assert "too few documents" in capsys.readouterr().err


def test_a_faulty_document_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "d.txt").write_text(made.written(0).replace("|denied|", "|no|"), "utf-8")
    assert train.main(["score", str(tmp_path), "--day", "2025-01-01"]) == 2
    assert "'no' is none of" in capsys.readouterr().err
