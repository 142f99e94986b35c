"""In which order flags and documents are read, and which flags bear on the same fact."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

from portal.domain.flags.flag import Flag, subject
from portal.domain.flags.vocabulary import Bearing, Family, Stance, Topic

_SHUT_SV = r"(?:låst|låsta|spärra\w*|blocker\w*|förregla\w*|igensatt\w*|saknas)"
_EXIT_SV = r"(?:nödutgång|utrymningsväg|utrymningsdörr|branddörr)\w*"
_EXIT_EN = r"(?:exits?|fire doors?|stairwells?|staircases?)"
_SHUT_EN = r"(?:locked|blocked|barred|obstructed|padlocked|chained)"
_DANGER_TO_LIFE: Final = re.compile(
    r"dödsfall|dödsolyck|\bomkom|\bavled\b|\bavlid|livsfar|livshotande|kollaps|\bexplosion|explod"
    r"|\bdie[sd]\b|\bdeaths?\b|\bfatal|\bkilled\b|life[- ]threatening|danger to life|collapse"
    rf"|{_SHUT_SV}\s+(?:\w+\s+){{0,3}}{_EXIT_SV}|{_EXIT_SV}\s+(?:\w+\s+){{0,4}}{_SHUT_SV}"
    rf"|(?:utan|saknar)\s+(?:\w+\s+){{0,2}}{_EXIT_SV}"
    rf"|{_SHUT_EN}\s+(?:\w+\s+){{0,3}}{_EXIT_EN}|{_EXIT_EN}\s+(?:\w+\s+){{0,5}}{_SHUT_EN}"
    r"|(?:no|without)\s+(?:\w+\s+){0,2}(?:fire|emergency)\s+exits?",
    re.IGNORECASE,
)


class Statement(Protocol):
    """What is needed of a flag to tell how grave it is."""

    @property
    def topic(self) -> Topic: ...
    @property
    def stance(self) -> Stance: ...
    @property
    def bearing(self) -> Bearing: ...
    @property
    def quote(self) -> str: ...


class Placed(Statement, Protocol):
    """What is needed of a flag to put it in the order of reading."""

    @property
    def score(self) -> float: ...
    @property
    def page(self) -> int: ...
    @property
    def start(self) -> int: ...


def severe(flag: Statement) -> bool:
    """Whether a person must see it at once: forced labour, child labour, danger to life.

    Those deviations start the two-week report. Only what the document says is so, or demands,
    counts; a "may" is a risk, not severe. Serious environmental harm, grand corruption and
    attacks on defenders are severe too, but no topic names them.
    Source: contract terms for sustainable supply chains of the Swedish regions, duty to report
    severe deviations (https://husr.se/en/guidance-on-due-diligence, read November 2026).
    """
    if flag.bearing != Bearing.RISK or flag.stance == Stance.HEDGED:
        return False
    if flag.topic in (Topic.LAB_FORCED, Topic.LAB_CHILD):
        return flag.stance in (Stance.AFFIRMED, Stance.REQUIRED)
    return flag.topic == Topic.LAB_SAFETY and bool(_DANGER_TO_LIFE.search(flag.quote))


def rank(flag: Placed, *, at_risk: bool = False) -> tuple[bool, bool, bool, bool, float, int, int]:
    """The order of reading, as a key to sort by: severe, then risk, then hedged, then score.

    Among flags that are alike in the first three, one ``at_risk`` (a good from a country that a
    list names for child or forced labour) comes first. Scores within a tenth of each other tell
    none apart: such flags are read as they stand in the document.
    """
    return (
        not severe(flag),
        flag.bearing != Bearing.RISK,
        flag.stance != Stance.HEDGED,
        not at_risk,
        -round(flag.score, 1),
        flag.page,
        flag.start,
    )


@dataclass(frozen=True, slots=True)
class Load:
    """What still lies open in a document; ``families`` counts its open flags."""

    severe: int
    risk: int
    hedged: int
    open: int
    families: Mapping[Family, int]

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """A key to sort documents by, the worst first."""
        return (-self.severe, -self.risk, -self.hedged, -self.open)


def load(open_flags: Iterable[Statement]) -> Load:
    """What the open flags of a document weigh in the reviewer's queue."""
    flags = tuple(open_flags)
    return Load(
        severe=sum(map(severe, flags)),
        risk=sum(flag.bearing == Bearing.RISK for flag in flags),
        hedged=sum(flag.stance == Stance.HEDGED for flag in flags),
        open=len(flags),
        families=MappingProxyType(dict(Counter(flag.topic.family for flag in flags))),
    )


NEAR: Final = 240
"""How many characters apart two statements may stand to be read together: some three lines."""


def same_fact(one: Flag, other: Flag) -> bool:
    """Whether two flags of one family name the same thing, such as one CAS number.

    The most telling name that both carry decides: two sites in one country are two things.
    """
    if one.topic.family != other.topic.family:
        return False
    mine, theirs = dict(subject(one.value)), dict(subject(other.value))
    return next((mine[name] == theirs[name] for name in mine if name in theirs), False)


def neighbours(flag: Flag, flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """The other flags of a document that bear on the same fact, in reading order.

    Those that name the same thing, wherever they stand, and those of the same topic a few
    lines away. They are shown together; none is decided by another's decision.
    """

    def bears_on(other: Flag) -> bool:
        close = other.page == flag.page and other.topic == flag.topic
        gap = max(other.start - flag.end, flag.start - other.end)
        return same_fact(flag, other) or (close and gap <= NEAR)

    others = (other for other in flags if other.key != flag.key and bears_on(other))
    return tuple(sorted(others, key=lambda other: (other.page, other.start)))
