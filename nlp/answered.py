"""Yes or no to a question of origin or of papers: "Does the cotton come from Xinjiang? No"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlp import certificates, origin
from nlp.passages import Draft, Passage
from nlp.questions import question_of
from nlp.stance.answers import verdict

_TOPICS = frozenset(("ORIGIN.COUNTRY", "ORIGIN.MATERIAL", "ORIGIN.SITE", "CERT"))


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each topic of the question, where the passage opens with its answer."""
    question = question_of(passage)
    if question is None or _names_its_own(passage):
        return
    answer = verdict(passage.lower, question.lower)
    if answer is None:
        return
    start, end = passage.clause_of(passage.start)
    for reader in (origin.read, certificates.read):
        for draft in reader(replace(question, asked=False)):
            if draft.topic in _TOPICS:
                yield replace(draft, start=start, end=end, anchors=(), stance=answer.stance)


def _names_its_own(passage: Passage) -> bool:
    """Does it name a place, a matter or a standard itself, so that it is read by itself?"""
    return bool(passage.kinds & {"country", "material", "mineral", "standard"})
