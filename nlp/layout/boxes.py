"""Boxes on a form: what stands at those that nobody ticked is not said."""

from __future__ import annotations

import re

UNTICKED = re.compile(r"☐|\[ ?\]")
_TICKED = re.compile(r"[☒☑✓✔]|\[ ?[xX] ?\]|\( ?[xX] ?\)")


def blank(words: str) -> bool:
    """Has it boxes of which nobody ticked one?"""
    if "☐" not in words and "[" not in words:  # asked first: hardly any words have a box
        return False
    return bool(UNTICKED.search(words)) and not _TICKED.search(words)
