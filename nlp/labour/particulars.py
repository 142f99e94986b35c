"""What else a claim about work tells, beside the values of the contract: whose work, pay, days."""

from __future__ import annotations

from nlp.labour.lengths import days_of_work, hours_by_period, notice, overdue
from nlp.labour.operations import operations
from nlp.labour.pay import wages
from nlp.passages import Draft, Passage

_NOTICED = frozenset(("LAB.FORCED", "LAB.CONTRACT"))


def particulars(passage: Passage, draft: Draft) -> dict[str, str]:
    """The further values of a draft about work; none for any other."""
    if not draft.topic.startswith("LAB."):
        return {}
    clause = passage.view.lower[draft.start : draft.end]
    if draft.topic == "LAB.WAGE":
        found = {**wages(passage, draft.start, draft.end), "overdue": overdue(clause)}
    elif draft.topic == "LAB.HOURS":
        found = {**hours_by_period(clause), **days_of_work(clause)}
    else:
        found = {"notice": notice(clause) if draft.topic in _NOTICED else ""}
    found["operations"] = operations(passage, draft)
    return {key: word for key, word in found.items() if word}
