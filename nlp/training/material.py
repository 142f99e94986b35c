"""Labelled documents as material to learn from: sentences with topics, flags that held or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nlp import hearing
from nlp.claims import STANCES, TOPICS, Claim
from nlp.measuring.gold import Document
from nlp.measuring.pairing import paired
from nlp.pages import Page
from nlp.pipeline import claim_of, read_pages
from nlp.scoring import opinions
from nlp.scoring.grounds import Ground
from nlp.scoring.sentences import Heard, Numbers, Spoken, heard
from nlp.scoring.spots import Spot, spot

HEADS = (*TOPICS, *hearing.BEARINGS)
"""What is listened for."""


class MaterialError(Exception):
    """There is too little to learn from; the sentence tells of what."""


@dataclass(frozen=True, slots=True)
class Flag:
    """What a rule found, and whether it was wanted."""

    ground: Ground
    right: bool


@dataclass(frozen=True, slots=True)
class Sayings:
    """Claims whose stance is labelled: their words, what rules tell of it, and what it is.

    `told` are the columns of `nlp.scoring.opinions.told_of`, `stances` numbers in `STANCES`.
    """

    words: Heard
    told: Numbers
    stances: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Material:
    """One labelled page. `heard` are all its units, `bare` the same without what rules found in
    them.

    `labels` tell for each unit and each of `HEADS` whether it is claimed there. `spots` are the
    units that rules claim something in or that are listened to, and `places` their numbers among
    the units. `sayings` are the claims that rules found rightly or that might have been heard.
    """

    document: str
    heard: Heard
    bare: Heard
    labels: Numbers
    spots: tuple[Spot, ...]
    places: NDArray[np.int64]
    flags: tuple[Flag, ...]
    sayings: Sayings


def gathered(documents: Iterable[Document]) -> list[Material]:
    """Read documents by the rules alone and compare with their labels, page by page."""
    return [page for document in documents for page in _pages(document)]


def _pages(document: Document) -> Iterator[Material]:
    read = read_pages(document.pages, today=document.today, kind=document.kind)
    pages = [page for page in read if page.number in document.labelled]
    found = [ground.claim for page in pages for ground in page.grounds]
    pairs = paired(document, found)
    right = {id(pair.found): pair.wanted for pair in pairs if pair.matched}
    missed = [pair.wanted for pair in pairs if pair.wanted and not pair.found]
    for page in pages:
        units, spots = page.units, _spots(page)
        spoken = [
            Spoken(unit, units[at - 1] if at else None, page.hits.between(unit.start, unit.end))
            for at, unit in enumerate(units)
        ]
        claims = [claim for claim in document.claims if claim.page == page.number]
        spans = [page.view.span(unit.start, unit.end) for unit in units]
        yield Material(
            document.id,
            heard(page.view, spoken),
            heard(page.view, [replace(one, hits=()) for one in spoken]),
            np.array([_labels(claims, *span) for span in spans]).reshape(-1, len(HEADS)),
            tuple(spots.values()),
            np.array(list(spots), dtype=np.int64),
            _flags(page, list(spots), right),
            _sayings(page, right, [claim for claim in missed if claim.page == page.number]),
        )


def _sayings(page: Page, right: Mapping[int, Claim | None], missed: Iterable[Claim]) -> Sayings:
    told = [(ground, right.get(id(ground.claim))) for ground in page.grounds]
    told += [(ground, claim) for claim in missed if (ground := _as_heard(page, claim))]
    grounds = [ground for ground, claim in told if claim]
    return Sayings(
        opinions.worded(grounds),
        opinions.told_of(grounds),
        np.array([STANCES.index(claim.stance) for _, claim in told if claim], dtype=np.int64),
    )


def _as_heard(page: Page, claim: Claim) -> Ground | None:
    """A claim that no rule found as it is if the classifier hears it; None where it cannot."""
    start, end = page.view.at(claim.start), page.view.at(claim.end)
    for passage in page.passages():
        if passage.start <= start < passage.end and hearing.listens(passage):
            span, bad = (start, min(end, passage.end)), claim.bearing == "risk"
            draft = hearing.draft(passage, claim.topic, span, {}, bad=bad)
            heard_so = claim_of(passage, draft, page.number)
            return Ground(heard_so, passage, draft, 0, chance=hearing.BAR)
    return None


def _flags(page: Page, spots: Sequence[int], right: Mapping[int, Claim | None]) -> tuple[Flag, ...]:
    """The flags of a page that rules alone have read, at their spots among those listened to.

    `spots` are the numbers of the spots' units.
    """
    at = {page.units[number].start: place for place, number in enumerate(spots)}
    return tuple(
        Flag(replace(ground, spot=at[ground.passage.start]), id(ground.claim) in right)
        for ground in page.grounds
    )


def _spots(page: Page) -> dict[int, Spot]:
    """The spots of a page that rules alone have read, by the numbers of their units."""
    claimed: dict[int, list[str]] = defaultdict(list)
    for ground in page.grounds:
        claimed[ground.passage.start].append(ground.claim.topic)
    numbers = {id(unit): number for number, unit in enumerate(page.units)}
    return {
        numbers[id(passage.unit)]: spot(passage, claimed.get(passage.start, ()), listened=listened)
        for passage in page.passages()
        if (listened := hearing.listens(passage)) or passage.start in claimed
    }


def _labels(claims: list[Claim], start: int, end: int) -> Numbers:
    """Topic and bearing of claims with half of their words, or of the unit's, in [start, end)."""
    found = np.zeros(len(HEADS))
    for claim in claims:
        shared = min(claim.end, end) - max(claim.start, start)
        if shared * 2 >= min(claim.end - claim.start, end - start) > 0:
            found[HEADS.index(claim.topic)] = 1
            if claim.bearing in hearing.BEARINGS:
                found[HEADS.index(claim.bearing)] = 1
    return found
