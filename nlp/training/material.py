"""Labelled documents as material to learn from: sentences with topics, flags that held or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    them, `said` those with flags.

    `labels` tell for each unit and each of `HEADS` whether it is claimed there; `open` for each
    unit and each of `TOPICS` whether only the classifier could claim it: the unit may claim, and
    no rule has claimed that topic in it. `sayings` are the claims that rules found rightly or that
    might have been heard.
    """

    document: str
    heard: Heard
    bare: Heard
    labels: Numbers
    open: NDArray[np.bool_]
    said: Heard
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
        units = page.units
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
            _open(page),
            page.heard,
            tuple(Flag(ground, id(ground.claim) in right) for ground in page.grounds),
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


def _open(page: Page) -> NDArray[np.bool_]:
    listening = {passage.start for passage in page.passages() if hearing.listens(passage)}
    claimed = {(ground.passage.start, ground.claim.topic) for ground in page.grounds}
    left = [
        [unit.start in listening and (unit.start, topic) not in claimed for topic in TOPICS]
        for unit in page.units
    ]
    return np.array(left, dtype=bool).reshape(-1, len(TOPICS))


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
