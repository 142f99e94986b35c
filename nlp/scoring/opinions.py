"""A second opinion on the stance of a claim: what its words tell, beside what the rules told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from nlp.claims import STANCES
from nlp.layout.lines import ROW
from nlp.scoring.grounds import Ground
from nlp.scoring.hashing import LONGEST, WORD, number, numbers_of, places
from nlp.scoring.sentences import SIZE, Heads, Heard, Numbers, made, name_of

_AROUND = 0.5  # how much what stands around a claim weighs beside its own words
_BOUND = 6.0  # margins beyond it say nothing more
_FRONT, _BEHIND, _LEAD, _HEADING = (
    number(room) for room in ("front ", "behind ", "lead ", "heading ")
)  # what keeps the words around a claim apart from its own
_SURER = 0.2  # by how much a stance must be likelier than the one that the rules told
_FEWEST = 3  # words of a claim that tell a stance by themselves: a bare answer does not
# Cues of a stance which rules, where they tell that a thing is so, have found to mean another.
_WEIGHED = {
    "denied": frozenset(("deny", "denychem", "denycert")),
    "required": frozenset(("require",)),
}
_NEAR = 80  # characters in front of a claim and behind it that bear on it
KINDS = ("cued", "heard", "known", "row", "sheet")
NAMES = (
    *(f"margin of {stance}" for stance in STANCES),
    *(f"{kind} {stance}" for kind in ("told", *KINDS) for stance in STANCES),
)
"""The columns that an opinion weighs: what the words tell, what the rules told, and how."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """One head for each stance, and how what they hear is weighed against the rules' word.

    `weights` is of shape (`NAMES`, stances), `bias` has one number for each stance.
    """

    heads: Heads
    weights: Numbers
    bias: Numbers

    def chances(self, grounds: Sequence[Ground]) -> Numbers:
        """How likely each stance is for each claim: shape (claims, stances)."""
        margins = self.heads.margins(worded(grounds))
        return chances_of(columns(margins, told_of(grounds)) @ self.weights + self.bias)


@dataclass(frozen=True, slots=True)
class Objection:
    """Another stance than the rules told, and the word of the claim that speaks most for it."""

    stance: str
    cues: tuple[tuple[int, int], ...]


def objections(opinion: Opinion, grounds: Sequence[Ground]) -> Iterator[Objection | None]:
    """For each claim of a page what is clearly likelier than the stance it has; None: nothing."""
    if not grounds:
        return
    chances = opinion.chances(grounds)
    told = [STANCES.index(ground.claim.stance) for ground in grounds]
    likeliest = chances.argmax(axis=1)
    lead = chances.max(axis=1) - chances[np.arange(len(grounds)), told]
    for ground, old, new, by in zip(grounds, told, likeliest.tolist(), lead.tolist(), strict=True):
        objection = None
        if by > _SURER and not _is_known_better(ground, STANCES[new]):
            # That a thing is so needs no word of its own to tell it.
            told_so = STANCES[new] == "affirmed"
            cues = () if told_so else _telling(opinion.heads, ground, new, old)
            objection = Objection(STANCES[new], cues)
        yield None if objection and _doubts_by_its_name(ground, objection) else objection


def _is_known_better(ground: Ground, stance: str) -> bool:
    """Do rules know what the words of a claim alone do not tell?

    What a bare answer answers; that a paper lays down; that a word of denial denies nothing here
    ("halogen-free it is not"); that what must be done is an ill ("workers must hand in their
    passports") and no rule to be glad of.
    """
    passage, draft, told = ground.passage, ground.draft, ground.claim.stance
    if len(passage.view.lower[draft.start : draft.end].split()) < _FEWEST:
        return True
    if told == "required" and stance == "affirmed":
        return passage.prescribes
    weighed = _WEIGHED.get(stance, frozenset()) if told == "affirmed" else frozenset()
    return any(
        hit.rule.kind == "cue" and hit.rule.name in weighed
        for hit in passage.within(draft.start, draft.end)
    )


def _doubts_by_its_name(ground: Ground, objection: Objection) -> bool:
    """Is a rule's cue doubted for a word that only names the topic ("slavery ... has not been")?"""
    if objection.stance != "hedged" or not ground.claim.cues:
        return False
    anchors = ground.draft.anchors
    return any(first <= at < last for at, _ in objection.cues for first, last in anchors)


def _telling(heads: Heads, ground: Ground, new: int, old: int) -> tuple[tuple[int, int], ...]:
    """Where the word stands that speaks most for one stance and against another, if one does."""
    start, lower = ground.draft.start, ground.passage.view.lower
    words = list(WORD.finditer(lower[start : ground.draft.end][:LONGEST]))
    numbers = np.array([number(word.group()) for word in words], dtype=np.uint32)
    if not words:
        return ()
    rows = heads.table[places(numbers, SIZE)] * heads.scale
    gains = rows[:, new] - rows[:, old]
    most = int(gains.argmax())
    first, last = words[most].span()
    return ((start + first, start + last),) if gains[most] > 0 else ()


def chances_of(odds: Numbers) -> Numbers:
    """Shares that sum to one in each row of log odds."""
    raised = np.exp(odds - odds.max(axis=1, keepdims=True))
    shares: Numbers = raised / raised.sum(axis=1, keepdims=True)
    return shares


def told_of(grounds: Sequence[Ground]) -> Numbers:
    """What the rules told of each claim, and how: `NAMES` without the margins."""
    told = np.array([[one.claim.stance == stance for stance in STANCES] for one in grounds], float)
    told = told.reshape(-1, len(STANCES))
    kinds = np.array([[*_kinds(one)] for one in grounds], float).reshape(-1, len(KINDS))
    return np.hstack([told, *(told * kinds[:, [column]] for column in range(len(KINDS)))])


def columns(margins: Numbers, told: Numbers) -> Numbers:
    """What is weighed of each claim: shape (claims, `NAMES`)."""
    return np.hstack([np.clip(margins, -_BOUND, _BOUND), told])


def _kinds(ground: Ground) -> Iterator[bool]:
    """For each of `KINDS` whether a claim is of it: rules are not as often right in all."""
    draft, unit = ground.draft, ground.passage.unit
    yield bool(ground.claim.cues)
    yield ground.chance is not None
    yield bool(draft.stance)
    yield unit.kind == ROW
    yield unit.section > 0


def worded(grounds: Iterable[Ground]) -> Heard:
    """The features of claims, in order."""
    return made(_parts(ground) for ground in grounds)


def _parts(ground: Ground) -> Iterator[tuple[float, Sequence[int]]]:
    passage, draft = ground.passage, ground.draft
    unit, lower = passage.unit, passage.view.lower
    yield _AROUND, (number(f"kind {unit.kind}"), number(f"topic {draft.topic}"))
    if own := numbers_of(lower[draft.start : draft.end]):
        yield 1.0, own
    if names := {name_of(hit) for hit in passage.within(draft.start, draft.end)}:
        yield 1.0, sorted(number(name) for name in names)
    around = [
        (_FRONT, lower[max(unit.start, draft.start - _NEAR) : draft.start]),
        (_BEHIND, lower[draft.end : min(unit.end, draft.end + _NEAR)]),
        (_LEAD, passage.lead),
        (_HEADING, unit.heading.lower()),
    ]
    for room, words in around:
        if found := numbers_of(words):
            yield _AROUND, [word ^ room for word in found]
