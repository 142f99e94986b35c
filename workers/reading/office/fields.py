"""Fields of a Word file: orders within its text, of which some fetch what lies outside."""

import re
from typing import Final

from workers.reading.office.package import Element, value

FIELD_MARKS: Final = frozenset({"fldSimple", "fldChar", "instrText"})

_FETCHING: Final = re.compile(
    r"\s*(?:DDE|DDEAUTO|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK|RD)\b", re.IGNORECASE
)
_ENOUGH: Final = 200  # signs of an order; its name stands first


class Fields:
    """The orders met so far; ``fetch`` tells whether one of them fetches."""

    def __init__(self) -> None:
        self.fetch = False
        self._order = ""

    def meet(self, mark: str, element: Element) -> None:
        """Take one of the marks. An order may be written in many pieces, between two marks."""
        if mark == "instrText":
            self._order = (self._order + (element.text or ""))[:_ENOUGH]
        else:
            self._order = (value(element, "instr") or "")[:_ENOUGH]
        self.fetch |= _FETCHING.match(self._order) is not None
