"""A calibrated number for each flag: how often one like it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log

import numpy as np

from nlp.claims import TOPICS, Claim
from nlp.scoring.grounds import FEATURES, Ground, measured
from nlp.scoring.model import Model, calibrated, raised
from nlp.scoring.sentences import Numbers

NAMES = ("prior", "margin", "rival", *FEATURES)
"""The columns of a flag's features: the rule's record, the classifier's word, and the rest."""
_BOUND = 6.0  # margins beyond it say nothing more


def scored(grounds: Sequence[Ground], margins: Numbers, model: Model) -> list[Claim]:
    """The claims of a page with their scores, in the same order.

    `margins` are those of `model` for the page's sentences, of shape (sentences, heads).
    """
    if not grounds:
        return []
    scores = calibrated(model, raised(model, columns(grounds, margins, model.priors)))
    return [
        replace(ground.claim, score=round(float(ground.chance or score), 4))
        for ground, score in zip(grounds, scores, strict=True)
    ]


def columns(grounds: Sequence[Ground], margins: Numbers, priors: Mapping[str, float]) -> Numbers:
    """The features of claims of one page: shape (claims, `NAMES`)."""
    company = Counter(ground.sentence for ground in grounds)
    rows = [
        [
            logit(prior_of(ground.claim, priors)),
            *pair,
            *measured(ground, company[ground.sentence]),
        ]
        for ground, pair in zip(grounds, _own_and_rival(grounds, margins), strict=True)
    ]
    return np.array(rows, dtype=np.float64)


def _own_and_rival(grounds: Sequence[Ground], margins: Numbers) -> list[list[float]]:
    """For each claim the margin of its own topic, and that of the strongest other one."""
    bounded = np.clip(margins[:, : len(TOPICS)], -_BOUND, _BOUND)
    rows = bounded[[ground.sentence for ground in grounds]]
    own = (np.arange(len(grounds)), [TOPICS.index(ground.claim.topic) for ground in grounds])
    margin = rows[own]
    rows[own] = -np.inf
    found: list[list[float]] = np.column_stack((margin, rows.max(axis=1))).tolist()
    return found


def prior_of(claim: Claim, priors: Mapping[str, float]) -> float:
    """How often the claim's rule was right; for a rule not seen, how often its topic was."""
    return priors.get(claim.rule, priors.get(claim.topic, 0.5))


def logit(share: float) -> float:
    """The log odds of a share."""
    return log(share / (1 - share))
