"""How a flag's score is learnt: records of rules, the classifier's word, a curve to calibrate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlp.claims import TOPICS
from nlp.scoring import ear
from nlp.scoring.ear import Ear
from nlp.scoring.flags import WIDTH, columns
from nlp.scoring.model import Model, calibrated, raised
from nlp.scoring.opinions import Opinion
from nlp.scoring.sentences import Heads, Numbers
from nlp.training import heads as linear
from nlp.training.folds import folds
from nlp.training.material import HEADS, Flag, Material, MaterialError

_BACKING = 4.0  # flags of the topic that a rule's own record is weighed against
_DOUBT = 2.0  # and of all flags, against a topic's record
_STRENGTH = 0.01  # inverse of the penalty on the weights of a score
_EARS_STRENGTH = 0.03  # the same for what is heard
_SILENT = -99.0  # log odds of what is never heard
_FOLDS = 5


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


@dataclass(frozen=True, slots=True)
class Part:
    """One fold of documents, with heads and records that were learnt of the others.

    `rows` are those of its flags; `listened` what `nlp.scoring.ear` tells of each topic that might
    be heard where no rule claims it, `held` whether it was so. `lines` are the rows of pages of a
    line or two.
    """

    own: tuple[Material, ...]
    heads: Heads
    records: Mapping[str, float]
    rows: Rows
    listened: Numbers
    held: Numbers
    lines: Rows


class Weighed(NamedTuple):
    """How a score is made of features, and made to hold; how what is heard is weighed."""

    weights: Numbers
    bias: float
    curve: Numbers
    ear: Ear


def fitted(
    material: Sequence[Material],
    wordings: Sequence[Material],
    parts: Sequence[Part],
    opinion: Opinion,
) -> Model:
    """A model of all the material; its curves were learnt on documents not seen, its `parts`.

    From `wordings`, those of lines by themselves too, the heads learn, and no record or curve: how
    often a flag is right there tells nothing of other papers.
    """
    heads, records = heads_of([*material, *wordings]), priors(flags_of(material))
    return Model(heads, records, *weighed(parts), opinion)


def weighed(parts: Sequence[Part]) -> Weighed:
    """What is learnt of the rows of parts, each made by what had not seen its documents."""
    listened = np.concatenate([part.listened for part in parts])
    held = np.concatenate([part.held for part in parts])
    right = np.concatenate([part.rows.right for part in parts])
    curve = _curve(_unseen_scores(parts), right)
    return Weighed(*_weights(parts), curve, _ear(listened, held))


def parts_of(
    material: Sequence[Material],
    wordings: Sequence[Material] = (),
    lines: Sequence[Material] = (),
) -> list[Part]:
    """The material in folds of documents. Raises MaterialError for fewer documents than folds.

    Of `lines`, plain statements with nothing around them, the heads learn, and the weights, which
    else had seen whole papers alone and would doubt what stands by itself.
    """
    if len({page.document for page in material}) < _FOLDS:
        raise MaterialError(f"too few documents: {_FOLDS} folds of them need as many or more")
    return list(_parts(material, wordings, lines))


def _parts(
    material: Sequence[Material], wordings: Sequence[Material], lines: Sequence[Material]
) -> Iterator[Part]:
    apart = chain(folds((page.document for page in lines), _FOLDS), repeat(frozenset[str]()))
    for fold, lone in zip(folds((page.document for page in material), _FOLDS), apart, strict=False):
        others = [page for page in material if page.document not in fold]
        own = tuple(page for page in material if page.document in fold)
        told = [page for page in lines if page.document in lone]
        taught = [*others, *wordings, *(page for page in lines if page.document not in lone)]
        heads, records = heads_of(taught), priors(flags_of(others))
        listened = [_listened(page, heads) for page in (*own, *told) if page.spots]
        yield Part(
            own,
            heads,
            records,
            rows_of(own, heads, records),
            np.concatenate([np.zeros((0, ear.WIDTH)), *(features for features, _ in listened)]),
            np.concatenate([np.zeros(0), *(right for _, right in listened)]),
            rows_of(told, heads, records),
        )


def _listened(page: Material, heads: Heads) -> tuple[Numbers, Numbers]:
    """Of what might be heard on a page the features, and whether it is so."""
    margins = heads.margins(page.heard)[page.places]
    places = ear.near(margins, page.spots)
    return ear.heard_at(margins, page.spots, places), page.labels[page.places][places]


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


def _ear(features: Numbers, held: Numbers) -> Ear:
    """What weighs what is heard alone; where there is too little to learn from, nothing is."""
    if len(set(held)) < 2:
        return Ear(np.zeros(ear.WIDTH), _SILENT)
    return Ear(*_summed(features, held, strength=_EARS_STRENGTH))


def rows_of(material: Sequence[Material], heads: Heads, records: Mapping[str, float]) -> Rows:
    """The rows of all flags of the material, in order."""
    pages = [page for page in material if page.flags]
    features = [
        columns(
            [flag.ground for flag in page.flags],
            heads.margins(page.heard)[page.places],
            page.spots,
            records,
        )
        for page in pages
    ]
    return Rows(
        np.concatenate(features) if features else np.zeros((0, WIDTH)),
        np.array([float(flag.right) for flag in flags_of(pages)]),
        tuple(page.document for page in pages for _ in page.flags),
    )


def _weights(parts: Sequence[Part]) -> tuple[Numbers, float]:
    rows = [rows for part in parts for rows in (part.rows, part.lines) if rows.documents]
    features = np.concatenate([one.features for one in rows])
    right = np.concatenate([one.right for one in rows])
    if len(set(right)) < 2:
        raise MaterialError(
            f"too few documents: of {len(right)} flags of one fold none is right, or none is wrong"
        )
    return _summed(features, right, strength=_STRENGTH)


def _summed(features: Numbers, right: Numbers, *, strength: float) -> tuple[Numbers, float]:
    """Weights and shift of a logistic sum; each feature is drawn to nothing as strongly."""
    middle, spread = features.mean(axis=0), features.std(axis=0)
    spread[spread == 0] = 1.0
    learnt = LogisticRegression(C=strength, max_iter=3000)
    learnt.fit((features - middle) / spread, right)
    weights = learnt.coef_[0] / spread
    return weights, float(learnt.intercept_[0] - middle @ weights)


def _unseen_scores(parts: Sequence[Part]) -> Numbers:
    """Log odds of all flags, each by weights of other documents."""
    scores = [np.zeros(0)]
    for number, part in enumerate(parts):
        if part.rows.documents:
            weights, bias = _weights([*parts[:number], *parts[number + 1 :]])
            scores.append(part.rows.features @ weights + bias)
    return np.concatenate(scores)


def _curve(scores: Numbers, right: Numbers) -> Numbers:
    """Slope and shift of log odds that make them hold: Platt's way, with two numbers to learn.

    Weighed: an isotonic curve, which had no smaller error on documents not seen and makes ties.
    """
    learnt = LogisticRegression(C=1e4).fit(scores.reshape(-1, 1), right)
    return np.array([learnt.coef_[0, 0], learnt.intercept_[0]])


def scores_of(model: Model, rows: Rows) -> Numbers:
    """The scores that `model` gives rows made with its heads and records."""
    return calibrated(model, raised(model, rows.features)) if rows.documents else np.zeros(0)
