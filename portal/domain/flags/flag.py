"""From a claim to a flag: pinned to its words, and keyed so that a decision finds it again."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol

from portal.domain.flags.hints import Hint
from portal.domain.flags.vocabulary import Bearing, Stance, Topic
from portal.errors import Invalid
from portal.texts import N_


class Claim(Protocol):
    """What the language library gives for one fact; ``start`` and ``end`` are offsets in the
    page's text, the end exclusive, and pages count from 1.
    """

    @property
    def page(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def topic(self) -> str: ...
    @property
    def stance(self) -> str: ...
    @property
    def bearing(self) -> str: ...
    @property
    def value(self) -> Mapping[str, str]: ...
    @property
    def score(self) -> float: ...
    @property
    def rule(self) -> str: ...
    @property
    def pack(self) -> str: ...
    @property
    def cues(self) -> tuple[tuple[int, int], ...]: ...


# Told of the very words that were decided on, beside the fact: read anew, or for the first time,
# they make no other statement of it, and open no decision again.
_ASIDES: Final = frozenset(
    (
        *("operations", "wage", "wage_max", "wage_floor", "currency", "per", "overdue", "notice"),
        *("hours_per_day", "hours_per_month", "hours_per_year"),
        *("days_per_week", "rest_days_per_week", "days_in_a_row"),
    )
)


@dataclass(frozen=True, slots=True)
class Flag:
    """A claim that is kept: pinned to its words, and keyed so that a decision finds it again.

    ``place`` names its words; ``key`` also what it is about, and is a document's only one.
    """

    key: str
    page: int
    start: int
    end: int
    quote: str
    topic: Topic
    stance: Stance
    bearing: Bearing
    value: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    score: float = 0.5
    rule: str = ""
    pack: str = ""
    cues: tuple[tuple[int, int], ...] = ()
    place: str = ""
    hints: tuple[Hint, ...] = ()

    @property
    def said(self) -> str:
        """A hash of what the words are taken to say: stance and value, without its asides.

        A decision stands for a flag of the same place that says the same.
        """
        return said_of(self.stance, self.value)


def asides(value: Mapping[str, str]) -> dict[str, str]:
    """The parts of a value that are told beside the fact."""
    return {name: word for name, word in value.items() if name in _ASIDES}


def words_mark(words: str) -> str:
    """A hash of words, by which they are known again; blanks count as one."""
    return _hash(" ".join(words.split()))


def said_of(stance: str, value: Mapping[str, str]) -> str:
    """A hash of a stance and a value without its asides: what words are taken to say."""
    return _hash(stance, sorted(pair for pair in value.items() if pair[0] not in _ASIDES))


def flag_place(sha256: str, page: int, topic: str, quote: str, occurrence: str = "0") -> str:
    """A hash of the words a flag is pinned to: the document's bytes, page, topic and words.

    Blanks in the quote count as one, so that another reading of the same page keeps it.
    ``occurrence`` tells equal words on one page apart.
    """
    return _hash(sha256, page, topic, " ".join(quote.split()), occurrence)


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


# The values that say which thing a flag is about; the others say how much, when or how well.
_SUBJECTS: Final = (
    *("cas", "ec", "name", "list", "group", "h_code", "indicator"),
    *("site", "material", "mineral", "standard", "number", "country"),
)


def subject(value: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The part of a value that names a thing, folded, to compare things by."""
    return tuple((name, value[name].casefold()) for name in _SUBJECTS if value.get(name))


def flags_from(sha256: str, pages: Sequence[str], claims: Iterable[Claim]) -> tuple[Flag, ...]:
    """The flags of a document's claims, in reading order.

    Equal words on a page are numbered. Several facts of one topic in the same words (a row
    that names three substances) are told apart by what they name, so that a fact a later
    rule adds never inherits a decision on its neighbour. Of several claims of one fact the
    first by stance and value is kept. Raises Invalid where a claim points outside its page.
    """
    ordered = sorted(claims, key=_order)
    places: dict[tuple[int, str, str], list[tuple[int, int]]] = {}
    flags: dict[str, Flag] = {}
    for claim in ordered:
        quote = _quote(pages, claim)
        seen = places.setdefault((claim.page, claim.topic, " ".join(quote.split())), [])
        if (claim.start, claim.end) not in seen:
            seen.append((claim.start, claim.end))
        occurrence = str(seen.index((claim.start, claim.end)))
        place = flag_place(sha256, claim.page, claim.topic, quote, occurrence)
        key = _hash(place, subject(claim.value))
        flags.setdefault(key, _flag(key, place, quote, claim))
    return tuple(flags.values())


def _order(claim: Claim) -> tuple[object, ...]:
    """Of one order whatever the claims came in, so that a run is like another."""
    place = (claim.page, claim.start, claim.end, claim.topic)
    said = (subject(claim.value), claim.stance, sorted(claim.value.items()), claim.bearing)
    return (*place, *said, -claim.score, claim.rule, claim.pack, claim.cues)


def _quote(pages: Sequence[str], claim: Claim) -> str:
    if not 1 <= claim.page <= len(pages):
        raise Invalid({"page": N_("The document has no such page.")})
    text = pages[claim.page - 1]
    if not 0 <= claim.start < claim.end <= len(text):
        raise Invalid({"start": N_("The page has no such words.")})
    return text[claim.start : claim.end]


def _flag(key: str, place: str, quote: str, claim: Claim) -> Flag:
    return Flag(
        key=key,
        page=claim.page,
        start=claim.start,
        end=claim.end,
        quote=quote,
        topic=Topic(claim.topic),
        stance=Stance(claim.stance),
        bearing=Bearing(claim.bearing),
        value=MappingProxyType(dict(claim.value)),
        score=claim.score,
        rule=claim.rule,
        pack=claim.pack,
        cues=tuple(claim.cues),
        place=place,
    )
