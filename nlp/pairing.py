"""Claims found beside the claims that should be: matched one to one, counted, told in figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from nlp import gold
from nlp.claims import Claim


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim that should be found and what was found for it; one of the two may be None."""

    document: gold.Document
    wanted: Claim | None
    found: Claim | None

    @property
    def one(self) -> Claim:
        """The claim the pair is about, wanted or found."""
        claim = self.wanted or self.found
        if claim is None:
            raise ValueError("a pair of nothing")
        return claim


@dataclass
class Tally:
    """Counts of pairs, and the figures made of them."""

    pairs: list[Pair] = field(default_factory=list)

    def count(self, test: Callable[[Pair], bool]) -> int:
        """How many pairs pass `test`."""
        return sum(1 for pair in self.pairs if test(pair))

    @property
    def matched(self) -> list[Pair]:
        """The pairs of a wanted claim and one found."""
        return [pair for pair in self.pairs if pair.wanted and pair.found]

    @property
    def misses(self) -> int:
        """Claims that were not found."""
        return self.count(lambda pair: pair.found is None)

    @property
    def alarms(self) -> int:
        """Claims that were found and not wanted."""
        return self.count(lambda pair: pair.wanted is None)

    @property
    def precision(self) -> float:
        """The share of what was found that was wanted."""
        return share(len(self.matched), len(self.matched) + self.alarms)

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return share(len(self.matched), len(self.matched) + self.misses)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return share(2 * len(self.matched), 2 * len(self.matched) + self.misses + self.alarms)


def share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def overlap(one: Claim, other: Claim) -> int:
    """Characters two claims share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def matches(wanted: Claim, found: Claim, *, strict: bool = False) -> bool:
    """Same topic, same page, half of the shorter span shared; strict: half of the union."""
    if wanted.topic != found.topic or wanted.page != found.page:
        return False
    shared = overlap(wanted, found)
    if strict:
        union = max(wanted.end, found.end) - min(wanted.start, found.start)
        return shared * 2 >= union
    shorter = min(wanted.end - wanted.start, found.end - found.start)
    return shared > 0 and shared * 2 >= shorter


def paired(document: gold.Document, found: Iterable[Claim], *, strict: bool = False) -> list[Pair]:
    """Each claim matched once, the closest pairs first, as many pairs as can be."""
    claims = [claim for claim in found if claim.page in document.labelled]
    options = {
        index: sorted(
            (other for other, claim in enumerate(claims) if matches(wanted, claim, strict=strict)),
            key=lambda other, wanted=wanted: _closeness(wanted, claims[other]),  # type: ignore[misc] # mypy cannot infer a lambda with a default
            reverse=True,
        )
        for index, wanted in enumerate(document.claims)
    }
    taken = _assigned(options)
    pairs = [
        Pair(document, document.claims[index], claims[other]) for other, index in taken.items()
    ]
    matched = set(taken.values())
    pairs += [
        Pair(document, claim, None) for i, claim in enumerate(document.claims) if i not in matched
    ]
    pairs += [Pair(document, None, claim) for i, claim in enumerate(claims) if i not in taken]
    return pairs


def _closeness(wanted: Claim, found: Claim) -> tuple[float, ...]:
    union = max(wanted.end, found.end) - min(wanted.start, found.start) or 1
    same = sum(
        1
        for key, value in wanted.value.items()
        if found.value.get(key, "").lower() == value.lower()
    )
    return same, overlap(wanted, found) / union, wanted.stance == found.stance


def _assigned(options: dict[int, list[int]]) -> dict[int, int]:
    """A greatest matching (augmenting paths), the better options tried first."""
    taken: dict[int, int] = {}

    def place(index: int, seen: set[int]) -> bool:
        for other in options[index]:
            if other in seen:
                continue
            seen.add(other)
            if other not in taken or place(taken[other], seen):
                taken[other] = index
                return True
        return False

    for index in options:
        place(index, set())
    return taken
