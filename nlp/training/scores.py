"""How a flag's score is learnt: records of rules, the classifier's word, a curve to calibrate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlp.claims import TOPICS
from nlp.scoring.flags import columns
from nlp.scoring.model import Model, calibrated, raised
from nlp.scoring.sentences import Heads, Numbers
from nlp.training import heads as linear
from nlp.training.folds import folds
from nlp.training.material import HEADS, Flag, Material, MaterialError

_BACKING = 4.0  # flags of the topic that a rule's own record is weighed against
_DOUBT = 2.0  # and of all flags, against a topic's record
_STRENGTH = 0.3  # inverse of the penalty on the weights of a score
_HOPELESS = -4.0  # a margin of a topic below which a sentence does not speak of it
_INNER = 5  # folds inside of what is learnt from


@dataclass(frozen=True, slots=True)
class Unseen:
    """What models of other documents say: the rows of all flags, and what they hear.

    `margins` are those of every sentence and topic that no rule claims, `held` whether it was so.
    """

    rows: Rows
    margins: Numbers
    held: Numbers


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


def fitted(material: Sequence[Material], wordings: Sequence[Material] = ()) -> Model:
    """A model of all the material; its curves were learnt on documents not seen.

    From `wordings` the heads alone learn: how often a flag is right on papers that were written to
    say things as nobody does tells nothing of other papers.
    """
    unseen = unseen_of(material, _INNER, wordings)
    rows = unseen.rows
    weights, bias = _weights(rows.features, rows.right)
    curve = _curve(_unseen_scores(rows, _INNER), rows.right)
    records = priors(flags_of(material))
    ear = _ear(unseen.margins, unseen.held)
    return Model(heads_of([*material, *wordings]), records, weights, bias, curve, ear)


def flags_of(material: Iterable[Material]) -> list[Flag]:
    """All flags of the material, in order."""
    return [flag for page in material for flag in page.flags]


def heads_of(material: Sequence[Material]) -> Heads:
    """The classifier's heads, learnt from all sentences, each with what rules found in it and bare.

    Where a rule has named the topic its words would teach little; and it is where no rule speaks
    that they are needed.
    """
    labels = np.concatenate([page.labels for page in material])
    pages = [*(page.heard for page in material), *(page.bare for page in material)]
    return linear.fitted(pages, np.concatenate([labels, labels]), HEADS)


def splits(
    material: Sequence[Material], count: int
) -> Iterator[tuple[list[Material], list[Material]]]:
    """The material parted by documents `count` times: what to learn from, what to try it on."""
    for fold in folds((page.document for page in material), count):
        yield (
            [page for page in material if page.document not in fold],
            [page for page in material if page.document in fold],
        )


def unseen_of(
    material: Sequence[Material], count: int, wordings: Sequence[Material] = ()
) -> Unseen:
    """The rows of all flags and all that is heard, by heads and records of other documents."""
    if len({page.document for page in material}) < count:
        raise MaterialError(f"too few documents: {count} folds of them need as many or more")
    found: list[Rows] = []
    margins, held = [], []
    for others, own in splits(material, count):
        heads = heads_of([*others, *wordings])
        found.append(rows_of(own, heads, priors(flags_of(others))))
        for page in own:
            margins.append(heads.margins(page.heard)[:, : len(TOPICS)][page.open])
            held.append(page.labels[:, : len(TOPICS)][page.open])
    rows = Rows(
        np.concatenate([one.features for one in found if one.documents]),
        np.concatenate([one.right for one in found]),
        tuple(name for one in found for name in one.documents),
    )
    return Unseen(rows, np.concatenate(margins), np.concatenate(held))


def _ear(margins: Numbers, held: Numbers) -> Numbers:
    """Slope and shift of the margins of what is heard alone, learnt where they are not hopeless."""
    near = margins > _HOPELESS
    if len(set(held[near])) < 2:
        return np.array([1.0, 0.0])
    return _curve(margins[near], held[near])


def rows_of(material: Sequence[Material], heads: Heads, records: Mapping[str, float]) -> Rows:
    """The rows of all flags of the material, in order."""
    pages = [page for page in material if page.flags]
    features = [
        columns([flag.ground for flag in page.flags], heads.margins(page.said), records)
        for page in pages
    ]
    return Rows(
        np.concatenate(features) if features else np.zeros((0, 0)),
        np.array([float(flag.right) for flag in flags_of(pages)]),
        tuple(page.document for page in pages for _ in page.flags),
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
