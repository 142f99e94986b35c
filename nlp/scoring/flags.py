"""A calibrated number for each flag: how often one like it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nlp.claims import Claim
from nlp.scoring.grounds import FEATURES, Ground, measured
from nlp.scoring.model import Model, calibrated, raised
from nlp.scoring.sentences import Heads, heard

Numbers = NDArray[np.float64]
NAMES = ("prior", "margin", "rival", *FEATURES)
"""The columns of a flag's features: the rule's record, the classifier's word, and the rest."""
_BOUND = 6.0  # margins beyond it say nothing more


def scored(grounds: Sequence[Ground], model: Model) -> list[Claim]:
    """The claims of a page with their scores, in the same order."""
    if not grounds:
        return []
    rows = columns(grounds, model.heads, model.priors)
    scores = calibrated(model, raised(model, rows))
    return [
        replace(ground.claim, score=round(float(score), 4))
        for ground, score in zip(grounds, scores, strict=True)
    ]


def columns(grounds: Sequence[Ground], heads: Heads, priors: Mapping[str, float]) -> Numbers:
    """The features of claims of one page: shape (claims, `NAMES`)."""
    company = Counter(ground.passage.start for ground in grounds)
    margins = heads_of(grounds, heads)
    rows = [
        [logit(prior_of(ground.claim, priors)), *margin, *measured(ground, company[start])]
        for ground, margin in zip(grounds, margins, strict=True)
        for start in (ground.passage.start,)
    ]
    return np.array(rows, dtype=np.float64)


def heads_of(grounds: Sequence[Ground], heads: Heads) -> list[tuple[float, float]]:
    """For each claim the margin of its own topic, and that of the strongest other one."""
    kept: dict[int, Numbers] = {}
    found = []
    for ground in grounds:
        start = ground.passage.start
        if start not in kept:
            passage = ground.passage
            sentence = heard(passage.view, passage.unit, ground.before, passage.hits)
            kept[start] = np.clip(heads.margins(sentence), -_BOUND, _BOUND)
        own = heads.names.index(ground.claim.topic)
        others = np.delete(kept[start], own)
        found.append((float(kept[start][own]), float(others.max())))
    return found


def prior_of(claim: Claim, priors: Mapping[str, float]) -> float:
    """How often the claim's rule was right; for a rule not seen, how often its topic was."""
    return priors.get(claim.rule, priors.get(claim.topic, 0.5))


def logit(share: float) -> float:
    """The log odds of a share."""
    return float(np.log(share / (1 - share)))
