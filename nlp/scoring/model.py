"""The shipped model: plain arrays and a manifest that tells what they were made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.claims import STANCES
from nlp.scoring.ear import Ear
from nlp.scoring.opinions import Opinion
from nlp.scoring.sentences import Heads

HOME = Path(__file__).parent
ARRAYS, MANIFEST = HOME / "model.npz", HOME / "model.json"
Numbers = NDArray[np.float64]


class ModelError(Exception):
    """The model's files are missing, were changed, or do not fit one another."""


@dataclass(frozen=True, slots=True)
class Model:
    """Heads of the classifier, and how a score is made of what they hear and of the rest.

    `priors` are how often a rule was right, by its id, and by topic for rules not seen;
    `weights` belong to the columns of `nlp.scoring.flags`; `curve` is the slope and the shift that
    make log odds hold; `ear` weighs what the classifier alone hears; `opinion` is the second one
    on stances.
    """

    heads: Heads
    priors: dict[str, float]
    weights: Numbers
    bias: float
    curve: Numbers
    ear: Ear
    opinion: Opinion


def raised(model: Model, features: Numbers) -> Numbers:
    """Log odds of rows of features, before they are calibrated."""
    odds: Numbers = features @ model.weights + model.bias
    return odds


def calibrated(model: Model, odds: Numbers) -> Numbers:
    """Scores from 0 to 1 of log odds."""
    scores: Numbers = 1 / (1 + np.exp(-(model.curve[0] * odds + model.curve[1])))
    return scores


def read(folder: Path) -> Model:
    """The model of a folder. Raises `ModelError`."""
    try:
        told = json.loads((folder / MANIFEST.name).read_text("utf-8"))
        raw = (folder / ARRAYS.name).read_bytes()
    except (OSError, ValueError) as error:
        raise ModelError(f"{MANIFEST.name}: {error}") from error
    if hashlib.sha256(raw).hexdigest() != told.get("sha256"):
        raise ModelError(f"{ARRAYS.name} is not the file that {MANIFEST.name} tells of")
    with np.load(BytesIO(raw), allow_pickle=False) as found:
        heads = _heads(found, tuple(str(name) for name in found["topics"]))
        opinion = Opinion(
            _heads(found, STANCES, "opinion_"), found["opinion_weights"], found["opinion_shifts"]
        )
        priors = dict(zip(map(str, found["rules"]), map(float, found["priors"]), strict=True))
        return Model(
            heads,
            priors,
            found["weights"],
            float(found["intercept"]),
            found["curve"],
            Ear(found["ear_weights"], float(found["ear_bias"])),
            opinion,
        )


def _heads(found: Mapping[str, NDArray[Any]], names: tuple[str, ...], room: str = "") -> Heads:
    return Heads(names, found[f"{room}table"], found[f"{room}scale"], found[f"{room}bias"])


def arrays(model: Model) -> bytes:
    """The model as the bytes of an archive of plain arrays; the same model, the same bytes."""
    rules = sorted(model.priors)
    kept = BytesIO()
    np.savez_compressed(
        kept,
        topics=np.array(model.heads.names),
        table=model.heads.table,
        scale=model.heads.scale,
        bias=model.heads.bias,
        rules=np.array(rules),
        priors=np.array([model.priors[rule] for rule in rules]),
        weights=model.weights,
        intercept=np.array(model.bias),
        curve=model.curve,
        ear_weights=model.ear.weights,
        ear_bias=np.array(model.ear.bias),
        opinion_table=model.opinion.heads.table,
        opinion_scale=model.opinion.heads.scale,
        opinion_bias=model.opinion.heads.bias,
        opinion_weights=model.opinion.weights,
        opinion_shifts=model.opinion.bias,
    )
    return kept.getvalue()


def write(model: Model, told: Mapping[str, object], folder: Path) -> None:
    """Write arrays and manifest; `told` is what the manifest says beside the arrays' hash."""
    raw = arrays(model)
    (folder / ARRAYS.name).write_bytes(raw)
    manifest = {**told, "sha256": hashlib.sha256(raw).hexdigest()}
    written = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST.name).write_text(written, "utf-8")


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model that comes with the library, read once."""
    return read(HOME)


def digest() -> str:
    """A short hash of the shipped model, by its manifest alone."""
    return hashlib.sha256(MANIFEST.read_bytes()).hexdigest()[:8]
