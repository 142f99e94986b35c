"""Where the words stand that persons chose in place of a flag's."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from portal.data.tables import Flag, FlagDecision, Page
from portal.domain.evidence import Box, Word, boxes_for
from portal.domain.flags import correction


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words of a page with their boxes; ``start`` and ``end`` are offsets in its text."""

    start: int
    end: int
    quote: str
    boxes: tuple[Box, ...]


def chosen_words(db: Session, decided: Iterable[tuple[Flag, FlagDecision]]) -> dict[UUID, Chosen]:
    """By a flag's id the words that a person chose, where the page still has them: one query."""
    corrected = [
        (flag, words)
        for flag, decision in decided
        if decision.correction and (words := correction(decision.correction).words)
    ]
    if not corrected:
        return {}
    places = {(flag.document_id, flag.page) for flag, _ in corrected}
    rows = db.execute(
        select(Page).where(tuple_(Page.document_id, Page.number).in_(sorted(places)))
    ).scalars()
    pages = {(page.document_id, page.number): page for page in rows}
    chosen = {}
    for flag, words in corrected:
        page = pages.get((flag.document_id, flag.page))
        if page and (span := words.span(page.text, (flag.start, flag.end))):
            chosen[flag.id] = _chosen(page, *span)
    return chosen


def _chosen(page: Page, start: int, end: int) -> Chosen:
    ratio = page.width / page.height if page.height else 1.0
    words = (Word(*word) for word in page.words)
    return Chosen(start, end, page.text[start:end], boxes_for(words, start, end, ratio=ratio))
