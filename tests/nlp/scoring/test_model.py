"""The model's files: plain arrays and a manifest, refused where they do not belong together."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from nlp.claims import TOPICS
from nlp.scoring import ear, flags
from nlp.scoring import model as files
from nlp.scoring.model import ModelError
from nlp.training.material import HEADS


def copied(folder: Path) -> Path:
    for path in (files.ARRAYS, files.MANIFEST):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_the_shipped_model_fits_the_code() -> None:
    model = files.shipped()
    assert model.heads.names == HEADS
    assert model.weights.shape == (flags.WIDTH,)
    assert model.ear.weights.shape == (ear.WIDTH,)
    assert set(TOPICS) <= model.priors.keys()
    assert all(0 < share < 1 for share in model.priors.values())
    assert files.ARRAYS.stat().st_size < 4_000_000


def test_the_manifest_tells_what_it_was_learnt_from_and_how_well() -> None:
    told = json.loads(files.MANIFEST.read_text("utf-8"))
    assert {one["set"] for one in told["from"]} >= {"dev", "real"}
    assert all(len(one["sha256"]) == 64 for one in told["from"])
    figures = told["figures on documents not learnt from"]
    assert figures["calibration error of flags, even bins"] <= 0.05
    assert figures["calibration error of sentences and topics, even bins"] <= 0.02


def test_a_model_is_written_and_read_back_the_same(tmp_path: Path) -> None:
    model = files.shipped()
    files.write(model, {"made": "2025-01-01"}, tmp_path)
    again = files.read(tmp_path)
    assert files.arrays(again) == files.arrays(model)
    assert np.array_equal(again.heads.table, model.heads.table)
    assert np.array_equal(again.ear.weights, model.ear.weights)


def test_arrays_that_were_changed_are_refused(tmp_path: Path) -> None:
    (copied(tmp_path) / "model.npz").write_bytes(b"PK")
    with pytest.raises(ModelError, match=r"model\.npz is not the file"):
        files.read(tmp_path)


def test_a_model_without_its_manifest_is_refused(tmp_path: Path) -> None:
    (copied(tmp_path) / "model.json").unlink()
    with pytest.raises(ModelError, match=r"model\.json"):
        files.read(tmp_path)
