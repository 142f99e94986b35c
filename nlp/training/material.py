"""Labelled documents as material to learn from: sentences with topics, flags that held or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from nlp.claims import TOPICS, Claim
from nlp.measuring.gold import Document
from nlp.measuring.pairing import paired
from nlp.pages import Page
from nlp.pipeline import read_pages
from nlp.scoring.grounds import Ground
from nlp.scoring.sentences import Heard, Numbers, heard


class MaterialError(Exception):
    """There is too little to learn from; the sentence tells of what."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The features of one unit and, for each of `TOPICS`, whether it is claimed there."""

    document: str
    heard: Heard
    topics: Numbers


@dataclass(frozen=True, slots=True)
class Flag:
    """What was found on one page of a document, and for each claim whether it was wanted."""

    document: str
    ground: Ground
    right: bool


@dataclass(frozen=True, slots=True)
class Material:
    """All that is learnt from. Flags stand page by page, as they are scored."""

    sentences: tuple[Sentence, ...]
    pages: tuple[tuple[Flag, ...], ...]


def gathered(documents: Iterable[Document]) -> Material:
    """Read documents with the rules in use and compare with their labels."""
    sentences: list[Sentence] = []
    pages: list[tuple[Flag, ...]] = []
    for document in documents:
        read = read_pages(document.pages, today=document.today, kind=document.kind)
        labelled = [page for page in read if page.number in document.labelled]
        right = _right(document, labelled)
        for page in labelled:
            sentences.extend(_sentences(document, page))
            flags = (Flag(document.id, one, id(one.claim) in right) for one in page.grounds)
            pages.append(tuple(flags))
    return Material(tuple(sentences), tuple(page for page in pages if page))


def _right(document: Document, pages: list[Page]) -> set[int]:
    found = [ground.claim for page in pages for ground in page.grounds]
    return {id(pair.found) for pair in paired(document, found) if pair.matched}


def _sentences(document: Document, page: Page) -> Iterator[Sentence]:
    claims = [claim for claim in document.claims if claim.page == page.number]
    for index, unit in enumerate(page.units):
        start, end = page.view.span(unit.start, unit.end)
        before = page.units[index - 1] if index else None
        hits = page.hits.between(unit.start, unit.end)
        features = heard(page.view, unit, before, hits)
        yield Sentence(document.id, features, _topics(claims, start, end))


def _topics(claims: list[Claim], start: int, end: int) -> Numbers:
    """The topics of which a claim has half of its words, or of the unit's, in [start, end)."""
    found = np.zeros(len(TOPICS))
    for claim in claims:
        shared = min(claim.end, end) - max(claim.start, start)
        if shared * 2 >= min(claim.end - claim.start, end - start) > 0:
            found[TOPICS.index(claim.topic)] = 1
    return found
