"""Do flags with a score of 0.8 hold in eight cases of ten? The calibration error, in bins."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BINS = 15
Numbers = NDArray[np.float64]


def even_edges(bins: int = BINS) -> Numbers:
    """The inner edges of bins of one width."""
    return np.linspace(0.0, 1.0, bins + 1)[1:-1]


def adaptive_edges(scores: Numbers, bins: int = BINS) -> Numbers:
    """The inner edges of bins that hold as many of `scores` each, as far as ties allow."""
    if not len(scores):
        return even_edges(bins)
    return np.unique(np.quantile(scores, np.linspace(0.0, 1.0, bins + 1)[1:-1]))


def binned(scores: Numbers, right: Numbers, edges: Numbers) -> Numbers:
    """For each bin its items, the sum of their scores and how many were right: shape (bins, 3)."""
    place = np.searchsorted(edges, scores, side="left")
    rows = np.zeros((len(edges) + 1, 3))
    np.add.at(rows, place, np.stack([np.ones_like(scores), scores, right], axis=1))
    return rows


def error(rows: Numbers) -> Numbers:
    """The expected calibration error of bins as `binned` gives them.

    `rows` may have axes before the last two, one set of bins each; 0 where nothing is in them.
    """
    items = rows[..., 0].sum(axis=-1)
    apart = np.abs(rows[..., 1] - rows[..., 2]).sum(axis=-1)
    shares: Numbers = np.divide(apart, items, out=np.zeros_like(apart), where=items > 0)
    return shares
