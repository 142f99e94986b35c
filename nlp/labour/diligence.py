"""What is done against slavery and child labour: told apart from what was found of them."""

from __future__ import annotations

from nlp.passages import Draft, Passage

_DILIGENCE, _FINDING = "diligence", "finding"
_ILLS = frozenset(("LAB.FORCED", "LAB.CHILD"))
_NAMED = frozenset(("", "trafficking"))  # an indicator is seen, and not worked against


def is_measure(passage: Passage, draft: Draft) -> bool:
    """ "We train buyers on forced labour": is the ill named only as what is worked against?"""
    told = _told(passage, draft)
    return _DILIGENCE in told and _FINDING not in told


def is_found(passage: Passage, draft: Draft) -> bool:
    """ "The audit found forced labour": is the ill what a measure brought to light?"""
    return _FINDING in _told(passage, draft)


def _told(passage: Passage, draft: Draft) -> frozenset[str]:
    """The names of the manners in which a draft speaks of an ill as a whole."""
    if draft.topic not in _ILLS or passage.manners.isdisjoint((_DILIGENCE, _FINDING)):
        return frozenset()
    if draft.value.get("indicator", "") not in _NAMED or "age" in draft.value:
        return frozenset()
    return frozenset(
        hit.rule.name
        for hit in passage.within(draft.start, draft.end)
        if hit.rule.kind == "manner" and hit.language in ("any", passage.language)
    )
