"""How long a paper still takes to be read, by what readers have measured lately."""

from dataclasses import dataclass
from typing import Final

_NEWEST: Final = 0.3  # what the latest measure weighs beside all before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds from one page to the next. None: not measured yet.

    A text is read by one worker; pictures are shared by all that recognise.
    """

    text: float | None = None
    picture: float | None = None


def seconds_left(*, texts: int, pictures: int, pace: Pace) -> float | None:
    """Seconds for so many pages; None where what is needed for it was never measured.

    ``pictures`` are this paper's and those that come before them.
    """
    if (texts and pace.text is None) or (pictures and pace.picture is None):
        return None
    return texts * (pace.text or 0.0) + pictures * (pace.picture or 0.0)


def minutes(seconds: float) -> int:
    """Whole minutes, as people say them: 0 is less than one."""
    return round(seconds / 60) if seconds >= 45 else 0


def newer_pace(before: float | None, measured: float, *, together: int = 1) -> float:
    """The pace after another measure, in seconds a page.

    ``together``: as many workers were at such pages meanwhile, the one that measured among them.
    """
    newest = measured / max(together, 1)
    return newest if before is None else before + _NEWEST * (newest - before)
