"""How likely a topic is that no rule claims: what the classifier hears there and around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nlp.claims import TOPICS
from nlp.scoring.sentences import Numbers
from nlp.scoring.spots import AROUND, Places, Spot, around, crossed, width

_HOPELESS = -4.0  # a margin of a topic below which a sentence does not speak of it
WIDTH = width(AROUND)
"""How many numbers `heard_at` tells of a place."""


def near(margins: Numbers, spots: Sequence[Spot]) -> Places:
    """Where which topics might be heard: where it is listened, and no rule claims the topic."""
    there = margins[:, : len(TOPICS)] > _HOPELESS
    for number, one in enumerate(spots):
        there[number, list(one.claimed) if one.open else slice(None)] = False
    at, topics = np.nonzero(there)
    return at, topics


def heard_at(margins: Numbers, spots: Sequence[Spot], places: Places) -> Numbers:
    """What the chance of topics at spots of one page is made of: shape (places, `WIDTH`)."""
    return crossed(around(margins, spots, places), places[1])


@dataclass(frozen=True, slots=True)
class Ear:
    """A logistic sum of what `heard_at` tells."""

    weights: Numbers
    bias: float

    def chances(self, margins: Numbers, spots: Sequence[Spot]) -> Numbers:
        """How likely each topic is at each spot of a page: shape (spots, topics).

        0 where a rule claims it already, where nobody listens, and where it is far from likely.
        """
        found = np.zeros((len(spots), len(TOPICS)))
        places = near(margins, spots)
        if len(places[0]):
            odds = heard_at(margins, spots, places) @ self.weights + self.bias
            found[places] = 1 / (1 + np.exp(-odds))
        return found
