"""Linear heads learnt from labelled sentences, in the small whole numbers that are shipped."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from nlp.scoring.sentences import SIZE, Heads, Heard, Numbers

# Inverse of the penalty. More of it tells right from wrong better on documents not seen, and is
# too sure of those it has learnt from.
_STRENGTH = 1.0
_FEWEST = 3  # examples below which a head learns nothing but how rare its topic is


def matrix(sentences: Sequence[Heard]) -> csr_matrix:
    """The features of sentences, one row each."""
    ends = np.cumsum([0, *(len(one.places) for one in sentences)])
    places = np.concatenate([one.places for one in sentences] or [np.zeros(0, dtype=np.int64)])
    weights = np.concatenate([one.weights for one in sentences] or [np.zeros(0)])
    return csr_matrix((weights, places, ends), shape=(len(sentences), SIZE))


def fitted(
    sentences: Sequence[Heard],
    labels: Numbers,
    names: Sequence[str],
    *,
    strength: float = _STRENGTH,
) -> Heads:
    """One head for each column of `labels`, of shape (sentences, names), values 0 and 1."""
    rows = matrix(sentences)
    table = np.zeros((SIZE, len(names)), dtype=np.int8)
    scale, bias = np.ones(len(names), np.float32), np.zeros(len(names), np.float32)
    for column in range(len(names)):
        wanted = labels[:, column]
        if wanted.sum() < _FEWEST:
            share = (wanted.sum() + 0.5) / (len(wanted) + 1)
            bias[column] = np.log(share / (1 - share))
            continue
        learnt = LogisticRegression(
            C=strength, solver="liblinear", dual=True, tol=1e-3, random_state=0
        )
        learnt.fit(rows, wanted)
        table[:, column], scale[column] = _small(learnt.coef_[0])
        bias[column] = learnt.intercept_[0]
    return Heads(tuple(names), table, scale, bias)


def _small(weights: Numbers) -> tuple[NDArray[np.int8], float]:
    """Weights as whole numbers from -127 to 127, and what one of them is worth."""
    worth = float(np.abs(weights).max()) / 127 or 1.0
    return np.round(weights / worth).astype(np.int8), worth


def margins(heads: Heads, sentences: Sequence[Heard]) -> Numbers:
    """The margins of many sentences at once: shape (sentences, names)."""
    found: Numbers = (matrix(sentences) @ heads.table.astype(np.float64)) * heads.scale + heads.bias
    return found
