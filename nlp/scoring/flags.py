"""A calibrated number for each flag: how often one like it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

import numpy as np

from nlp.claims import TOPICS, Claim
from nlp.scoring.grounds import FEATURES, Ground, measured
from nlp.scoring.model import Model, calibrated, raised
from nlp.scoring.sentences import Numbers
from nlp.scoring.spots import AROUND, Spot, around, crossed, width

NAMES = ("prior", *FEATURES)
"""What a claim rests on: the rule's record, and the rest; what is heard is put behind them."""
WIDTH = width(len(NAMES) + AROUND)
"""How many numbers `columns` tells of a claim."""
# Low: a plain statement among lines on other matters is doubted more than it should be.
_BAR = 0.12


def scored(
    grounds: Sequence[Ground], margins: Numbers, spots: Sequence[Spot], model: Model
) -> list[Claim]:
    """The claims of a page with their scores, in the same order.

    `margins` are those of `model` for the page's `spots`, of shape (spots, heads).
    """
    if not grounds:
        return []
    scores = calibrated(model, raised(model, columns(grounds, margins, spots, model.priors)))
    return [
        replace(ground.claim, score=round(float(ground.chance or score), 4))
        for ground, score in zip(grounds, scores, strict=True)
    ]


def believed(
    grounds: Sequence[Ground], margins: Numbers, spots: Sequence[Spot], model: Model
) -> Iterator[Claim]:
    """The claims of a page with their scores, without those of rules that are hardly ever right.

    What is heard alone has a bar of its own behind it.
    """
    claims = scored(grounds, margins, spots, model)
    for ground, claim in zip(grounds, claims, strict=True):
        if ground.chance is not None or claim.score >= _BAR:
            yield claim


def columns(
    grounds: Sequence[Ground],
    margins: Numbers,
    spots: Sequence[Spot],
    priors: Mapping[str, float],
) -> Numbers:
    """What the scores of claims of one page are made of: shape (claims, `WIDTH`).

    The rule's record, what the claim rests on, what is heard there and around it, and each of
    these by each.
    """
    at = [ground.spot for ground in grounds]
    company = Counter(at)
    rested = [
        [logit(prior_of(ground.claim, priors)), *measured(ground, company[ground.spot])]
        for ground in grounds
    ]
    topics = np.array([TOPICS.index(ground.claim.topic) for ground in grounds])
    heard = around(margins, spots, (np.array(at), topics))
    return crossed(np.hstack([np.array(rested, dtype=np.float64), heard]), topics)


def prior_of(claim: Claim, priors: Mapping[str, float]) -> float:
    """How often the claim's rule was right; for a rule not seen, how often its topic was."""
    return priors.get(claim.rule, priors.get(claim.topic, 0.5))


def logit(share: float) -> float:
    """The log odds of a share."""
    return log(share / (1 - share))
