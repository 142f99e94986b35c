"""What the document says of the thing named: it is so, it is not, it shall be, or nobody knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.agreements import agreed, is_done, planned
from nlp.stance.answers import answered, counted_none, scored, turned_about
from nlp.stance.asides import lies_aside
from nlp.stance.codes import held_by_code
from nlp.stance.denials import (
    LACKING,
    UNTRUE,
    affix,
    denials_of,
    doubled,
    freed,
    least,
    nameless,
    unfreed,
)
from nlp.stance.doubts import (
    dismisses,
    is_reported,
    of_another,
    possible,
    traced,
    unknowing,
    unmade,
    untraced,
)
from nlp.stance.duties import (
    allowed,
    asks,
    bars,
    burdens,
    comes_after,
    forbids,
    ordained,
    permits,
    reported,
    ruled_out,
    supposed,
    unneeded,
)
from nlp.stance.hearsay import evasive, patchy, unproved, unseen, vouched
from nlp.stance.limits import laid_down
from nlp.stance.plain_rules import prescribed, scheduled, timed
from nlp.stance.positions import stood_for
from nlp.stance.reach import reaches
from nlp.stance.risks import (
    at_risk,
    dealt_with,
    feared,
    is_creed,
    is_low,
    of_any_kind,
    provided_for,
    ruled_for,
    spared,
)
from nlp.stance.scope import DUTIES, HEDGE, HEDGE_FREE, REQUIRE, doubles, scoped


@dataclass(frozen=True, slots=True)
class Decision:
    """A stance and the words that decided it.

    `absent` tells that the thing is denied or its absence in doubt; `lacking` that it is missed;
    `untrue` where the words end by which the whole statement behind them is denied, else 0;
    `turned` that it answers a label that asks if the thing is not there.
    """

    stance: str
    cues: tuple[tuple[int, int], ...] = ()
    absent: bool = False
    lacking: bool = False
    untrue: int = 0
    turned: bool = False


def decide(passage: Passage, draft: Draft) -> Decision:
    """The stance of a draft: doubt before duty before denial, within the draft's own clauses."""
    cues = scoped(passage, draft)
    denials = denials_of(passage, cues, draft)
    absent = bool(denials) and not (
        doubled(passage, denials, cues, draft) or least(passage, draft, denials)
    )
    if settled := _settled(passage, draft, cues, denials, absent=absent):
        return settled
    if untrue := _untrue(passage, draft, cues, denials):
        return untrue
    if answer := answered(passage, draft):
        return Decision(answer.stance, _spans(denials), absent=answer.absent)
    if scored(passage, draft):
        return Decision("hedged")
    if counted_none(passage, draft):
        return Decision("denied", _spans(denials), absent=True)
    absent = absent or draft.default == "denied"
    absent = absent or any(told(passage, draft) for told in (freed, is_low, nameless))
    doubted = _doubted(passage, draft, cues, denials, absent=absent)
    if doubted or (doubted := _hearsay(passage, draft, denials, absent=absent)):
        return doubted
    duties = _duties(passage, cues, denials, draft)
    if duties or any(told(passage, draft) for told in _LAID_DOWN):
        return Decision("required", _spans(duties), absent=absent)
    if supposed(passage, draft):
        later = passage.named_cues(DUTIES)
        return Decision("required" if later else "hedged", _spans(later), absent=absent)
    if draft.topic in _BARRED_FROM and denials:
        denials = free(denials, [cue for cue in cues if bars(passage, cue, draft)])
        absent = absent and bool(denials)
    return _plainly(passage, denials, draft, absent=absent)


def _settled(
    passage: Passage, draft: Draft, cues: list[Hit], denials: list[Hit], *, absent: bool
) -> Decision | None:
    """What is told before its words are weighed: forbidden, answered, or read by its reader."""
    if laid_down(passage, draft):
        return Decision("required", _spans(denials), absent=True)
    if not draft.stance and forbids(passage, denials):
        return Decision("required", _spans(denials), absent=True)
    if turned := turned_about(passage):
        return Decision(turned.stance, _spans(denials), absent=turned.absent, turned=True)
    return Decision(draft.stance, _spans(cues), absent=absent) if draft.stance else None


def _untrue(passage: Passage, draft: Draft, cues: list[Hit], denials: list[Hit]) -> Decision | None:
    """ "It is not true that ...": the reverse of what follows; None where nothing is told so.

    Duties and doubts behind the words are part of what is denied; a doubt before them stays.
    """
    said = next((cue for cue in denials if cue.rule.id == UNTRUE), None)
    if said is None or any(cue.start < said.start for cue in _doubts(passage, cues, draft)):
        return None
    rest = [cue for cue in denials if cue.start >= said.end]
    inner = draft.default == "denied" or freed(passage, draft)
    inner = inner or (bool(rest) and not doubled(passage, rest, rest, draft))
    spans = _spans([said, *rest])
    if inner:
        lacking = any(cue.rule.id in LACKING for cue in rest)
        return Decision("affirmed", spans, lacking=lacking, untrue=said.end)
    if hearsay := _hearsay(passage, draft, denials, absent=True):
        return hearsay
    return Decision("denied", spans, absent=True, untrue=said.end)


_LAID_DOWN = (
    allowed, ordained, agreed, planned, held_by_code, ruled_for, stood_for, timed, scheduled
)  # fmt: skip
_IN_DOUBT = (reported, possible, unmade, feared, at_risk, patchy)
# What a group is kept from is there: a treatment that differs, a gate that is shut.
_BARRED_FROM = frozenset(("LAB.FORCED", "LAB.DISCRIMINATION"))


def _doubted(
    passage: Passage, draft: Draft, cues: list[Hit], denials: list[Hit], *, absent: bool
) -> Decision | None:
    """Doubt that the document has itself; None where it has none."""
    doubts = _doubts(passage, cues, draft)
    if not doubts and asks(passage, draft):
        return Decision("hedged", _spans(cues))
    known = free(denials, _named(cues, REQUIRE)) or untraced(passage, draft)
    doubts = doubts or unknowing(passage, known, draft)
    if doubts or any(told(passage, draft) for told in _IN_DOUBT):
        lacking = absent and _absence_doubted(doubts, denials) and not _missed(draft, denials)
        return Decision("hedged", _spans(doubts), absent=lacking or _unfound(passage, doubts))
    return None


def _hearsay(
    passage: Passage, draft: Draft, denials: list[Hit], *, absent: bool
) -> Decision | None:
    """Doubt since others vouch for it, no paper proves it, or a source is only quoted."""
    if quoted := evasive(passage, draft) or unseen(passage, draft, denials):
        return Decision("hedged", _spans(quoted))
    if absent and (told := vouched(passage, draft) + unproved(passage, draft)):
        return Decision("hedged", _spans(told), absent=True)
    return None


def _named(cues: list[Hit], name: str) -> list[Hit]:
    return [cue for cue in cues if cue.rule.name == name]


def _doubts(passage: Passage, cues: list[Hit], draft: Draft) -> list[Hit]:
    """The words of doubt that bear on the draft and permit nothing."""
    doubts = [cue for cue in cues if cue.rule.name in (HEDGE, HEDGE_FREE)]
    doubts = [cue for cue in doubts if cue.rule.id != "cue.may" or reaches(passage, cue, draft)]
    doubts = [cue for cue in doubts if not (dismisses(passage, cue) or traced(passage, cue))]
    doubts = [cue for cue in doubts if not is_reported(passage, cue, draft)]
    doubts = [cue for cue in doubts if not of_another(passage, cue, draft)]
    doubts = [cue for cue in doubts if not dealt_with(passage, cue, draft)]
    doubts = [cue for cue in doubts if not provided_for(passage, cue, draft)]
    doubts = [cue for cue in doubts if not of_any_kind(passage, cue)]
    doubts = [cue for cue in doubts if not (spared(passage, cue, draft) or is_creed(passage, cue))]
    doubts = [cue for cue in doubts if cue.rule.id != "cue.traces" or not is_low(passage, draft)]
    return [cue for cue in doubts if not permits(passage, cue, draft)]


def _duties(passage: Passage, cues: list[Hit], denials: list[Hit], draft: Draft) -> list[Hit]:
    """The words of duty that are meant: none that is denied, is of a later clause, or is borne."""
    duties = _named(cues, REQUIRE)
    duties = [duty for duty in duties if not unneeded(passage, duty, denials, draft)]
    duties = [duty for duty in duties if not comes_after(passage, duty, draft)]
    duties = [duty for duty in duties if not bars(passage, duty, draft)]
    duties = [duty for duty in duties if not lies_aside(passage, duty, draft)]
    own = free(denials, duties)
    return [duty for duty in duties if own or not burdens(passage, duty, draft)]


def _plainly(passage: Passage, denials: list[Hit], draft: Draft, *, absent: bool) -> Decision:
    """The stance where neither doubt nor a word of duty is heard."""
    if draft.default == "denied" and unfreed(passage, draft, denials):
        return Decision("affirmed", _spans(denials))
    if draft.default == "required" and is_done(passage, draft):
        return Decision("affirmed", _spans(denials))
    if draft.default:
        spans = _spans(denials) or affix(passage, draft)
        return Decision(draft.default, spans, absent=absent)
    if prescribed(passage, draft) or ruled_out(passage, draft, denials):
        return Decision("required", _spans(denials), absent=absent)
    if absent:
        lacking = any(cue.rule.id in LACKING for cue in denials)
        return Decision("denied", _spans(denials), absent=True, lacking=lacking)
    return Decision("affirmed", _spans(denials + doubles(passage, draft)))


def free(denials: list[Hit], duties: list[Hit]) -> list[Hit]:
    """The denials that are no part of a word of duty ("must not")."""
    return [
        denial
        for denial in denials
        if not any(duty.start < denial.end and denial.start < duty.end for duty in duties)
    ]


def _absence_doubted(doubts: list[Hit], denials: list[Hit]) -> bool:
    """Is it an absence that is in doubt ("to our knowledge free of") and not a presence?"""
    spans = [(doubt.start, doubt.end) for doubt in doubts]
    outside = [cue for cue in denials if not any(a <= cue.start and cue.end <= b for a, b in spans)]
    return (bool(outside) or not denials) and any(
        doubt.rule.name == HEDGE_FREE or doubt.rule.id == "cue.may" for doubt in doubts
    )


def _missed(draft: Draft, denials: list[Hit]) -> bool:
    """Is it the want of a good at work that is in doubt ("allegedly refused a contract")?"""
    return draft.topic.startswith("LAB.") and any(cue.rule.id in LACKING for cue in denials)


_NONE = re.compile(r"\b(?:none|no reason|not aware|know of no|inget|ingen|inga|inte|nothing)\b")


def _unfound(passage: Passage, doubts: list[Hit]) -> bool:
    """ "None to our knowledge": an absence in doubt, though no denial stands apart."""
    lower = passage.view.lower
    return any(
        cue.rule.name == HEDGE_FREE and _NONE.search(lower, cue.start, cue.end) for cue in doubts
    )


def _spans(cues: list[Hit]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(cue.start, cue.end) for cue in cues}))
