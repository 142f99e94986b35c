"""Claims on pages as the language library gives them, made by tests themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

SHA: Final = "a" * 64
# Few words, so that two runs over them often meet.
TEXT: Final = "bly och kadmium och bly och krom"


@dataclass(frozen=True, slots=True)
class Said:
    """A claim; unless told otherwise, at the start of the first page."""

    start: int = 0
    end: int = 4
    topic: str = "CHEM.SUBSTANCE"
    value: Mapping[str, str] = field(default_factory=dict)
    stance: str = "affirmed"
    bearing: str = "risk"
    page: int = 1
    score: float = 0.8
    rule: str = "CS-1"
    pack: str = "chemicals-1"
    cues: tuple[tuple[int, int], ...] = ()
