"""Claims found beside the claims that should be: matched one to one, counted, told in figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from nlp.claims import Claim
from nlp.measuring import gold


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

    @property
    def matched(self) -> bool:
        """Was the wanted claim found?"""
        return self.wanted is not None and self.found is not None

    @property
    def exact(self) -> bool:
        """Was it found in exactly its words?"""
        return self._agree(lambda claim: (claim.start, claim.end))

    @property
    def same_stance(self) -> bool:
        """Was it found with its stance?"""
        return self._agree(lambda claim: claim.stance)

    @property
    def same_bearing(self) -> bool:
        """Was it found with its bearing?"""
        return self._agree(lambda claim: claim.bearing)

    @property
    def flipped(self) -> bool:
        """Does the flag affirm what the words deny, or the reverse: the worst of errors."""
        return bool(self.wanted and self.found and {self.wanted.stance, self.found.stance} == _FLIP)

    @property
    def wrong_values(self) -> list[str]:
        """The keys of the wanted value that were found otherwise or not."""
        if not (self.wanted and self.found):
            return []
        found = self.found.value
        wanted = self.wanted.value.items()
        return [key for key, value in wanted if not _same_value(value, found.get(key, ""))]

    @property
    def idle_values(self) -> list[str]:
        """The keys of the found value that nobody wanted."""
        if not (self.wanted and self.found):
            return []
        return [key for key in self.found.value if key not in self.wanted.value]

    def _agree(self, label: Callable[[Claim], object]) -> bool:
        return bool(self.wanted and self.found and label(self.wanted) == label(self.found))


_FLIP = {"affirmed", "denied"}


def _same_value(wanted: str, found: str) -> bool:
    if wanted.casefold() == found.casefold():
        return True
    try:
        return float(wanted) == float(found)
    except ValueError:
        return False


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
        return [pair for pair in self.pairs if pair.matched]

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
    """`part` of `whole`; 1 where there is nothing to be a part of."""
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


def _closest_first(wanted: Claim, claims: Sequence[Claim], *, strict: bool) -> list[int]:
    """The numbers of the claims that match a wanted one."""
    fit = (number for number, claim in enumerate(claims) if matches(wanted, claim, strict=strict))
    return sorted(fit, key=lambda number: _closeness(wanted, claims[number]), reverse=True)


def paired(document: gold.Document, found: Iterable[Claim], *, strict: bool = False) -> list[Pair]:
    """Each claim matched once, the closest pairs first, as many pairs as can be."""
    claims = [claim for claim in found if claim.page in document.labelled]
    options = {
        index: _closest_first(wanted, claims, strict=strict)
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
