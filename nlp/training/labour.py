"""Sentences of modern slavery statements by the criteria they answer: a measure of the method.

`python -m nlp.train labour DATA` learns from the Canadian statements of AIMS and is tried on the
British ones, of which nothing is used to learn, to choose or to set a threshold.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from nlp.scoring.sentences import Numbers
from nlp.training.folds import folds
from nlp.training.material import MaterialError

CRITERIA = (
    *("approval", "signature", "c1 reporting entity", "c2 structure", "c2 operations"),
    *("c2 supply chains", "c3 risks", "c4 measures", "c4 remediation", "c5 assessment"),
    "c6 consultation",
)
CANADA, BRITAIN = "ca_future.csv", "UK_context0_llama.csv"
_COLUMNS = {CANADA: ("sentence_text", "cp1252"), BRITAIN: ("sentence", "utf-8")}
_FOLDS = 8
_FEWEST = 8  # examples below which a criterion is not learnt
_STRENGTH = 8.0  # inverse of the penalty
# Sentences around one whose words are looked at, from and to before, and what they weigh.
_STRETCHES = ((-1, 0, 0.5), (1, 2, 0.5), (-4, 0, 0.4), (1, 5, 0.4))
_NEVER = -8.0  # log odds of a criterion that is not learnt


@dataclass(frozen=True, slots=True)
class Statements:
    """Sentences in the order of their statements, and the criteria each answers."""

    sentences: tuple[str, ...]
    statements: tuple[str, ...]
    labels: Numbers

    def spans(self) -> Iterator[tuple[str, list[int]]]:
        """Each statement with the places of its sentences."""
        places: dict[str, list[int]] = {}
        for place, name in enumerate(self.statements):
            places.setdefault(name, []).append(place)
        yield from places.items()


def read(path: Path) -> Statements:
    """The labelled sentences of one of the two files. Raises `MaterialError`."""
    column, encoding = _COLUMNS[path.name]
    found = []
    try:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            for row in csv.DictReader(file):
                labels = json.loads(row["targets"] or "[]")
                if len(labels) == len(CRITERIA):
                    found.append((row[column].strip(), row["statement_id"], labels))
    except (OSError, KeyError, ValueError) as error:
        raise MaterialError(f"{path.name} is not the file of AIMS: {error}") from error
    sentences, statements, labels = zip(*found, strict=True)
    return Statements(sentences, statements, np.array(labels, dtype=np.float64))


def measured(folder: Path, *, errors: bool = False) -> Iterator[str]:
    """Learn from Canada, try on Britain, and tell the figures, or every error, line by line."""
    known, unseen = read(folder / CANADA), read(folder / BRITAIN)
    guesses, tried = guessed(known, unseen)
    least = threshold(guesses, known.labels)
    if errors:
        yield from wrong(tried - least, unseen)
        return
    yield f"learnt from {len(known.sentences)} sentences of {CANADA}, by folds of statements:"
    yield f"  threshold {least:.2f}, micro-F1 {micro(guesses >= least, known.labels):.3f}"
    yield f"tried on {len(unseen.sentences)} sentences of {BRITAIN}:"
    yield f"  micro-F1 {micro(tried >= least, unseen.labels):.3f}"
    yield f"{'':22}{'true':>6}{'said':>6}{'right':>6}"
    for column, name in enumerate(CRITERIA):
        said, true = tried[:, column] >= least, unseen.labels[:, column] > 0
        yield f"  {name:20}{true.sum():6}{said.sum():6}{(said & true).sum():6}"


def wrong(over: Numbers, unseen: Statements) -> Iterator[str]:
    """Each sentence told wrongly, by criterion, the most certain first.

    `over` is by how much the share of each sentence and criterion is over the threshold.
    """
    for column, name in enumerate(CRITERIA):
        true = unseen.labels[:, column] > 0
        mistaken = np.flatnonzero((over[:, column] >= 0) != true)
        missed = int(true[mistaken].sum())
        yield f"{name}: {missed} missed of {true.sum()}, {len(mistaken) - missed} false alarms"
        farthest = np.argsort(-np.abs(over[mistaken, column]), kind="stable")
        for row in mistaken[farthest].tolist():
            how = "missed" if true[row] else "false alarm"
            sentence = " ".join(unseen.sentences[row].split())
            yield f"  {how:12}{over[row, column]:+.2f}  {unseen.statements[row]}: {sentence}"


def micro(said: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], true: Numbers) -> float:
    """The F1 over all sentences and criteria together."""
    whole = said.sum() + true.sum()
    return float(2 * (said & (true > 0)).sum() / whole) if whole else 1.0


def threshold(guesses: Numbers, true: Numbers) -> float:
    """The share above which a criterion is best said to be answered."""
    steps = [float(step) for step in np.arange(0.10, 0.70, 0.02)]
    return max(steps, key=lambda step: micro(guesses >= step, true))


def guessed(known: Statements, unseen: Statements) -> tuple[Numbers, Numbers]:
    """Shares for the known sentences, each by other statements, and for those not seen."""
    own, found = _learnt(known, *_features(known, unseen))
    return _share(own), _share(found)


def _share(odds: Numbers) -> Numbers:
    shares: Numbers = 1 / (1 + np.exp(-odds))
    return shares


def _features(known: Statements, unseen: Statements) -> tuple[csr_matrix, csr_matrix]:
    """Words and letters of each sentence and words around it; weights are learnt from `known`."""
    own = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    letters = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3, max_features=120_000
    )
    beside = TfidfVectorizer(sublinear_tf=True, min_df=3)
    for kind in (own, letters, beside):
        kind.fit(known.sentences)

    def rows(one: Statements) -> csr_matrix:
        parts = [own.transform(one.sentences), letters.transform(one.sentences)]
        for first, last, weight in _STRETCHES:
            parts.append(weight * beside.transform(_joined(one, first, last)))
        return hstack([*parts, csr_matrix(0.5 * _places(one))]).tocsr()

    return rows(known), rows(unseen)


def _joined(one: Statements, first: int, last: int) -> list[str]:
    """For each sentence those from `first` to before `last` of it, in its own statement."""
    found = [""] * len(one.sentences)
    for _, places in one.spans():
        for at, place in enumerate(places):
            near = places[max(0, at + first) : max(0, at + last)]
            found[place] = " ".join(one.sentences[other] for other in near)
    return found


def _places(one: Statements) -> Numbers:
    """Where in its statement each sentence stands, and how long it is."""
    found = np.zeros((len(one.sentences), 4))
    for _, places in one.spans():
        for at, place in enumerate(places):
            after = len(places) - 1 - at
            length = len(one.sentences[place]) / 200
            found[place] = at / len(places), min(at, 20) / 20, min(after, 20) / 20, length
    return found


def _learnt(known: Statements, rows: csr_matrix, others: csr_matrix) -> tuple[Numbers, Numbers]:
    """Log odds of the known rows, each by other statements, and of rows not seen by all."""
    own = np.full(known.labels.shape, _NEVER)
    found = np.full((others.shape[0], len(CRITERIA)), _NEVER)
    parts = [
        np.array([name in fold for name in known.statements])
        for fold in folds(known.statements, _FOLDS)
    ]
    for column in _often(known.labels):
        wanted = known.labels[:, column]

        for inside in parts:
            learnt = _head(rows[~inside], wanted[~inside])
            own[inside, column] = learnt.decision_function(rows[inside])
        found[:, column] = _head(rows, wanted).decision_function(others)
    return own, found


def _head(rows: csr_matrix, wanted: Numbers) -> LogisticRegression:
    head = LogisticRegression(C=_STRENGTH, solver="liblinear", dual=True, random_state=0)
    return head.fit(rows, wanted)


def _often(labels: Numbers) -> Sequence[int]:
    return [int(column) for column in np.where(labels.sum(axis=0) >= _FEWEST)[0]]
