"""How the second opinion on stances is learnt: words of all claims, and where rules go wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from nlp.claims import STANCES
from nlp.scoring.opinions import NAMES, Opinion, chances_of, columns
from nlp.scoring.sentences import SIZE, Heads, Numbers
from nlp.training import heads as linear
from nlp.training.folds import folds
from nlp.training.material import Material

_FOLDS = 5
_TRUST = 20.0  # log odds of what rules told, where there is too little to doubt it by


class Unseen(NamedTuple):
    """Claims of one fold of documents, their columns made by heads of the others."""

    columns: Numbers
    stances: NDArray[np.int64]


def parts_of(material: Sequence[Material]) -> list[Unseen]:
    """The claims of all documents in folds, of which it is learnt how words and rules are weighed.

    Of all: rules were made with many of these papers at hand, and alone those would teach to trust
    them too much; those in unusual words alone, too little.
    """
    return list(_unseen(material))


def fitted(material: Sequence[Material], parts: Sequence[Unseen]) -> Opinion:
    """An opinion of all the material; one that never objects where there is too little of it."""
    if not _are_all_told(parts):
        return silent()
    return Opinion(_heads(material), *_weighed(parts))


def silent() -> Opinion:
    """An opinion that hears nothing and never objects to the rules."""
    four = len(STANCES)
    table = np.zeros((SIZE, four), np.int8)
    deaf = Heads(STANCES, table, np.ones(four, np.float32), np.zeros(four, np.float32))
    trust = np.zeros((len(NAMES), four))
    trust[four : 2 * four] = _TRUST * np.eye(four)
    return Opinion(deaf, trust, np.zeros(four))


def measured(parts: Sequence[Unseen]) -> Iterator[tuple[str, float]]:
    """How often rules tell a stance rightly, and an opinion that has not seen the document."""
    told, weighed, flipped = [], [], []
    for number, (own, stances) in enumerate(parts):
        others = [*parts[:number], *parts[number + 1 :]]
        if not _are_all_told(others):
            return
        weights, shifts = _weighed(others)
        rules = own[:, len(STANCES) : 2 * len(STANCES)].argmax(axis=1)
        opinion = chances_of(own @ weights + shifts).argmax(axis=1)
        told.append(rules == stances)
        weighed.append(opinion == stances)
        flipped.append([_flips(rules, stances), _flips(opinion, stances)])
    yield "claims of which a stance is told", float(sum(map(len, told)))
    yield "stances that rules tell rightly, share", float(np.concatenate(told).mean())
    yield "stances that an opinion tells rightly, share", float(np.concatenate(weighed).mean())
    by_rules, by_opinion = np.sum(flipped, axis=0)
    yield "flips by rules", float(by_rules)
    yield "flips by opinion", float(by_opinion)


def _flips(told: NDArray[np.int64], stances: NDArray[np.int64]) -> int:
    pair = STANCES.index("affirmed"), STANCES.index("denied")
    both = np.isin(told, pair) & np.isin(stances, pair)
    return int((both & (told != stances)).sum())


def _unseen(material: Sequence[Material]) -> Iterator[Unseen]:
    for fold in folds((page.document for page in material), _FOLDS):
        heads = _heads([page for page in material if page.document not in fold])
        own = [page.sayings for page in material if page.document in fold]
        found = [columns(heads.margins(one.words), one.told) for one in own]
        yield Unseen(np.concatenate(found), np.concatenate([one.stances for one in own]))


def _are_all_told(parts: Sequence[Unseen]) -> bool:
    return len({stance for part in parts for stance in part.stances.tolist()}) == len(STANCES)


def _weighed(parts: Sequence[Unseen]) -> tuple[Numbers, Numbers]:
    found = np.concatenate([part.columns for part in parts])
    learnt = LogisticRegression(max_iter=2000)
    learnt.fit(found, np.concatenate([part.stances for part in parts]))
    return learnt.coef_.T.copy(), learnt.intercept_


def _heads(material: Sequence[Material]) -> Heads:
    none = np.zeros(0, np.int64)
    stances = np.concatenate([none, *(page.sayings.stances for page in material)])
    labels = np.eye(len(STANCES))[stances]
    return linear.fitted([page.sayings.words for page in material], labels, STANCES)
