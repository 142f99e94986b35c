"""Days as papers write them: ``2026-12-18``, or no more than ``2026-12`` or ``2026``."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def last_day(text: str) -> date | None:
    """The day a date means; where it names only a month or a year, the last day of it.

    None where the text is no date.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 12)
    try:
        return date(year, month, int(match[3] or monthrange(year, month)[1]))
    except ValueError:  # a thirteenth month, a 30 February
        return None


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
