"""Which parts of a message a child has begun to open, where the next child sees it.

A part that ends its reader while it is opened is left out by the child that follows.
"""

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_PARTS: Final = 4_096
_BEGUN: Final = 1
_ENDED: Final = 2


class Begun:
    """Marks in memory that a parent and its children share; a child may write what it likes."""

    def __init__(self) -> None:
        self._marks = mmap.mmap(-1, _PARTS)

    def count(self) -> int:
        """How many parts were begun and never ended."""
        return self._marks[:].count(_BEGUN)

    def is_left(self, part: int) -> bool:
        """Whether a part is not to be opened: a child died of it, or there are too many."""
        return part >= _PARTS or self._marks[part] == _BEGUN

    @contextmanager
    def opening(self, part: int) -> Iterator[None]:
        """Mark a part while it is opened."""
        self._marks[part] = _BEGUN
        yield
        self._marks[part] = _ENDED
