"""Linear heads learnt from labelled sentences, in the small whole numbers that are shipped."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from nlp.scoring.sentences import SIZE, Heads, Heard, Numbers

# Inverse of the penalty. More of it tells right from wrong better on documents not seen, and is
# too sure of those it has learnt from.
_STRENGTH = 24.0
_FEWEST = 3  # examples below which a head learns nothing but how rare its topic is


def matrix(pages: Sequence[Heard]) -> csr_matrix:
    """The features of the sentences of pages, one row each; a place heard twice counts twice."""
    rows = sum(len(page) for page in pages)
    lengths = [np.diff(page.starts, append=len(page.places)) for page in pages]
    ends = np.concatenate([[0], *lengths]).cumsum()
    places = np.concatenate([np.zeros(0, np.int64), *(page.places for page in pages)])
    weights = np.concatenate([np.zeros(0, np.float32), *(page.weights for page in pages)])
    found = csr_matrix((weights.astype(np.float64), places, ends), shape=(rows, SIZE))
    found.sum_duplicates()
    return found


def fitted(
    pages: Sequence[Heard],
    labels: Numbers,
    names: Sequence[str],
    *,
    strength: float = _STRENGTH,
) -> Heads:
    """One head for each column of `labels`, of shape (sentences, names), values 0 and 1."""
    rows = matrix(pages)
    heard = np.unique(rows.indices)  # most places, or few: a small set shall be learnt quickly
    rows = rows[:, heard]
    table = np.zeros((SIZE, len(names)), dtype=np.int8)
    scale, bias = np.ones(len(names), np.float32), np.zeros(len(names), np.float32)
    # The solver lets go of Python, so that threads are enough; each copies the rows for itself.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        learnt = threads.map(partial(_head, rows, strength=strength), labels.T)
        for column, (weights, worth, shift) in enumerate(learnt):
            table[heard, column], scale[column], bias[column] = weights, worth, shift
    return Heads(tuple(names), table, scale, bias)


def _head(
    rows: csr_matrix, wanted: Numbers, *, strength: float
) -> tuple[NDArray[np.int8], float, float]:
    """Weights as whole numbers, what one of them is worth, and the shift."""
    if wanted.sum() < _FEWEST:
        share = (wanted.sum() + 0.5) / (len(wanted) + 1)
        return np.zeros(rows.shape[1], dtype=np.int8), 1.0, float(np.log(share / (1 - share)))
    learnt = LogisticRegression(C=strength, solver="liblinear", tol=1e-2, max_iter=4000)
    learnt.fit(rows, wanted)
    return *_small(learnt.coef_[0]), float(learnt.intercept_[0])


def _small(weights: Numbers) -> tuple[NDArray[np.int8], float]:
    """Weights as whole numbers from -127 to 127, and what one of them is worth."""
    worth = float(np.abs(weights).max()) / 127 or 1.0
    return np.round(weights / worth).astype(np.int8), worth
