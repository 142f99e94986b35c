"""From a claim to a flag: pinned to its words, and keyed so that a decision finds it again."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol

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


@dataclass(frozen=True, slots=True)
class Flag:
    """A claim that is kept: pinned to its words, and keyed so that a decision finds it again."""

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


def flag_key(sha256: str, page: int, topic: str, quote: str, occurrence: str = "0") -> str:
    """What a decision is kept by: the document's bytes, the page, the topic and the words.

    Blanks in the quote count as one, so that another reading of the same page keeps the key.
    ``occurrence`` tells equal words on one page apart.
    """
    words = " ".join(quote.split())
    parts = json.dumps([sha256, page, topic, words, occurrence], ensure_ascii=False)
    return hashlib.sha256(parts.encode()).hexdigest()


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
    rule adds never inherits a decision on its neighbour. Exact repetitions give one flag.
    Raises Invalid where a claim points outside its page.
    """
    ordered = sorted(claims, key=lambda claim: (*_place(claim), subject(claim.value)))
    facts = {(_place(claim), subject(claim.value)) for claim in ordered}
    sharing = Counter(place for place, _ in facts)
    places: dict[tuple[int, str, str], list[tuple[int, int]]] = {}
    flags: dict[str, Flag] = {}
    for claim in ordered:
        quote = _quote(pages, claim)
        seen = places.setdefault((claim.page, claim.topic, " ".join(quote.split())), [])
        if (claim.start, claim.end) not in seen:
            seen.append((claim.start, claim.end))
        occurrence = str(seen.index((claim.start, claim.end)))
        if sharing[_place(claim)] > 1:
            occurrence += json.dumps(subject(claim.value), ensure_ascii=False)
        key = flag_key(sha256, claim.page, claim.topic, quote, occurrence)
        flags.setdefault(key, _flag(key, quote, claim))
    return tuple(flags.values())


def _place(claim: Claim) -> tuple[int, int, int, str]:
    return claim.page, claim.start, claim.end, claim.topic


def _quote(pages: Sequence[str], claim: Claim) -> str:
    if not 1 <= claim.page <= len(pages):
        raise Invalid({"page": N_("The document has no such page.")})
    text = pages[claim.page - 1]
    if not 0 <= claim.start < claim.end <= len(text):
        raise Invalid({"start": N_("The page has no such words.")})
    return text[claim.start : claim.end]


def _flag(key: str, quote: str, claim: Claim) -> Flag:
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
    )
