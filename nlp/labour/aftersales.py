"""Complaints about goods and services, which are no channel for those who work."""

from __future__ import annotations

import re

from nlp.labour.evidence import Evidence
from nlp.passages import Passage

_SETS = frozenset(("aftersales", "goodscomplaint"))
_NEAR = 160  # characters before the passage in which goods that are complained about are named
# Words of complaining that are said of goods as well as of work.
_EITHER = re.compile(r"complain\w*|klagomål\w*|klaga\w*|remedy")
# Whoever works, and ways to be heard that no customer has.
_OF_WORK = re.compile(
    r"work(?:er|force|place|men)|employe|staff|labour|migrant|picker|anställd|arbet|personal"
    r"|medarbetar|fack|union|anonym|whistle|vissel|hotline|helpline|grievance|retaliat|repressal"
    r"|punish|straff|dismiss|canteen|matsal"
)


def of_goods(passage: Passage, found: Evidence) -> bool:
    """Is it goods or a service that is complained about, here or in what was just said?

    Never where those who work are named, nor where more than the complaint itself is heard.
    """
    lower = passage.view.lower
    if not all(
        any(_EITHER.fullmatch(lower, hit.start, hit.end) for hit in hits)
        for rule, hits in found
        if rule.weight == "strong"
    ):
        return False
    before = max(0, passage.start - _NEAR)
    if _OF_WORK.search(passage.lower):
        return False
    if _SETS & passage.names:
        return True
    if _OF_WORK.search(lower, before, passage.start):
        return False
    return any(
        hit.rule.name in _SETS and hit.start >= before
        for hit in passage.hits_before
        if hit.rule.kind == "set"
    )
