"""How a flag's score is learnt: records of rules, the classifier's word, a curve to calibrate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlp.claims import TOPICS
from nlp.scoring.flags import columns
from nlp.scoring.model import Model, calibrated, raised
from nlp.scoring.sentences import Heads, Numbers
from nlp.training import heads as linear
from nlp.training.folds import folds
from nlp.training.material import Flag, Material, MaterialError

_BACKING = 4.0  # flags of the topic that a rule's own record is weighed against
_DOUBT = 2.0  # and of all flags, against a topic's record
_STRENGTH = 0.3  # inverse of the penalty on the weights of a score
_INNER = 5  # folds inside of what is learnt from


@dataclass(frozen=True, slots=True)
class Rows:
    """Features of flags, whether each was right, and the document it stands in."""

    features: Numbers
    right: Numbers
    documents: tuple[str, ...]


def priors(flags: Iterable[Flag]) -> dict[str, float]:
    """How often each rule was right, drawn towards its topic, and each topic towards all."""
    rules: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for flag in flags:
        rules[flag.ground.claim.topic, flag.ground.claim.rule].append(flag.right)
    every = [right for found in rules.values() for right in found]
    whole = _drawn(every, 2.0, 0.5)
    shares: dict[str, float] = {}
    for topic in TOPICS:
        found = [right for (of, _), rights in rules.items() if of == topic for right in rights]
        shares[topic] = _drawn(found, _DOUBT, whole)
    for (topic, rule), found in rules.items():
        shares[rule] = _drawn(found, _BACKING, shares[topic])
    return shares


def _drawn(found: list[bool], backing: float, towards: float) -> float:
    """The share that is true, drawn towards another where there are few."""
    return (sum(found) + backing * towards) / (len(found) + backing)


def fitted(material: Material) -> Model:
    """A model of all the material; its curve was learnt on scores of documents not seen."""
    rows = unseen_rows(material, _INNER)
    weights, bias = _weights(rows.features, rows.right)
    curve = _curve(_unseen_scores(rows, _INNER), rows.right)
    records = priors(flag for page in material.pages for flag in page)
    return Model(heads_of(material), records, weights, bias, curve)


def heads_of(material: Material) -> Heads:
    """The classifier's heads, learnt from all sentences."""
    labels = np.array([one.topics for one in material.sentences])
    return linear.fitted([one.heard for one in material.sentences], labels, TOPICS)


def parted(material: Material, documents: frozenset[str]) -> tuple[Material, Material]:
    """The material without some documents, and theirs alone."""

    def side(*, inside: bool) -> Material:
        return Material(
            tuple(s for s in material.sentences if (s.document in documents) is inside),
            tuple(p for p in material.pages if (p[0].document in documents) is inside),
        )

    return side(inside=False), side(inside=True)


def splits(material: Material, count: int) -> Iterator[tuple[Material, Material]]:
    """The material parted by documents `count` times: what to learn from, what to try it on."""
    for fold in folds((one.document for one in material.sentences), count):
        yield parted(material, fold)


def unseen_rows(material: Material, count: int) -> Rows:
    """The rows of all flags, each with heads and records of other documents."""
    if len({one.document for one in material.sentences}) < count:
        raise MaterialError(f"too few documents: {count} folds of them need as many or more")
    found = [
        rows_of(own, heads_of(others), priors(flag for page in others.pages for flag in page))
        for others, own in splits(material, count)
    ]
    return Rows(
        np.concatenate([one.features for one in found if one.documents]),
        np.concatenate([one.right for one in found]),
        tuple(name for one in found for name in one.documents),
    )


def rows_of(material: Material, heads: Heads, records: Mapping[str, float]) -> Rows:
    """The rows of all flags of the material, in order."""
    pages = [columns([flag.ground for flag in page], heads, records) for page in material.pages]
    flags = [flag for page in material.pages for flag in page]
    return Rows(
        np.concatenate(pages) if pages else np.zeros((0, 0)),
        np.array([float(flag.right) for flag in flags]),
        tuple(flag.document for flag in flags),
    )


def _weights(features: Numbers, right: Numbers) -> tuple[Numbers, float]:
    if len(set(right)) < 2:
        raise MaterialError(
            f"too few documents: of {len(right)} flags of one fold none is right, or none is wrong"
        )
    spread = features.std(axis=0)
    spread[spread == 0] = 1.0
    learnt = LogisticRegression(C=_STRENGTH, max_iter=1000).fit(features / spread, right)
    return learnt.coef_[0] / spread, float(learnt.intercept_[0])


def _unseen_scores(rows: Rows, count: int) -> Numbers:
    """Log odds of all flags, each by weights of other documents."""
    scores = np.zeros(len(rows.right))
    for fold in folds(rows.documents, count):
        inside = np.array([name in fold for name in rows.documents])
        weights, bias = _weights(rows.features[~inside], rows.right[~inside])
        scores[inside] = rows.features[inside] @ weights + bias
    return scores


def _curve(scores: Numbers, right: Numbers) -> Numbers:
    """Slope and shift of log odds that make them hold: Platt's way, with two numbers to learn.

    Weighed: an isotonic curve, which had no smaller error on documents not seen and makes ties.
    """
    learnt = LogisticRegression(C=1e4).fit(scores.reshape(-1, 1), right)
    return np.array([learnt.coef_[0, 0], learnt.intercept_[0]])


def scores_of(model: Model, rows: Rows) -> Numbers:
    """The scores that `model` gives rows made with its heads and records."""
    return calibrated(model, raised(model, rows.features)) if rows.documents else np.zeros(0)
