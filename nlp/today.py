"""The day of who asks by hand, where none is given."""

from __future__ import annotations

from datetime import date, datetime


def today_here() -> date:
    """The day it is where this runs."""
    return datetime.now().astimezone().date()
