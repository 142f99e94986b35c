"""What people write in a field, in its one form: a line of text, a day, a figure."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Final, TypeVar

from portal.domain.days import last_day
from portal.errors import Invalid
from portal.texts import N_

LONGEST: Final = 300  # characters of a line
YEARS: Final = range(1900, 2200)
_SPACES: Final = re.compile(r"[\s'’\u00a0\u2009\u202f]+")
_FIGURES: Final = re.compile(r"[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)")

CHOOSE: Final = N_("Choose one of the alternatives shown.")
BACKWARDS: Final = N_("The last day cannot come before the first.")

Name = TypeVar("Name")
Said = TypeVar("Said")


def each_taken(
    names: Iterable[Name], take: Callable[[Name], Said]
) -> tuple[dict[Name, Said], dict[str, str]]:
    """What ``take`` makes of each field, and by field what is wrong where it raises Invalid."""
    said: dict[Name, Said] = {}
    faults: dict[str, str] = {}
    for name in names:
        try:
            said[name] = take(name)
        except Invalid as problem:
            faults |= problem.fields
    return said, faults


def line(value: object) -> str:
    """One line of text without what cannot be stored or read."""
    kept = (sign for sign in str(value) if sign.isspace() or unicodedata.category(sign)[0] != "C")
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def short_line(name: str, value: object) -> str:
    """One line that a field has room for. Raises Invalid on the field ``name``."""
    text = line(value)
    if len(text) > LONGEST:
        raise Invalid({name: N_("At most 300 characters fit here. Write it shorter.")})
    return text


def partial_date(name: str, value: object) -> str:
    """A date as ``2026-12-18``, ``2026-12`` or ``2026``; empty where nothing was written.

    It comes as such a text or as a mapping of day, month and year, of which the last can be left
    out. Raises Invalid on the field ``name``.
    """
    if isinstance(value, Mapping):
        pieces = [line(value.get(key) or "") for key in ("year", "month", "day")]
    else:
        pieces = [*line(value).split("-"), "", ""][:3]
    if not any(pieces):
        return ""
    year, month, day = pieces
    if not year or (day and not month):
        raise Invalid({name: N_("The date needs its year, and for a day its month.")})
    if not (year.isdecimal() and len(year) == len("2026") and int(year) in YEARS):
        raise Invalid({name: N_("Write the year with four figures.")})
    iso = "-".join(piece.zfill(2) for piece in pieces if piece)
    if not iso.isascii() or last_day(iso) is None:
        raise Invalid({name: N_("This is no date in the calendar. Write it such as 2026-12-18.")})
    return iso


def backwards(first: str, last: str) -> bool:
    """Whether a last day comes before the first; not where either is no date."""
    begins, ends = last_day(first), last_day(last)
    return begins is not None and ends is not None and ends < begins


def figure(name: str, value: str) -> Decimal:
    """A number with decimal comma or point and any spaces between thousands.

    Raises Invalid on the field ``name``.
    """
    digits = _SPACES.sub("", value).replace("−", "-")
    if "," in digits and "." in digits:
        # Both are there: the last one is the decimal sign, the other divides thousands.
        thousands = "," if digits.rfind(".") > digits.rfind(",") else "."
        digits = digits.replace(thousands, "")
    digits = digits.replace(",", ".")
    if not _FIGURES.fullmatch(digits):
        raise Invalid({name: N_("Write a number in figures, such as 12 or 12.5.")})
    return Decimal(digits)
