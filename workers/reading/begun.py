"""Which parts of a message a child has begun to open, where the next child sees it.

A part that ends its reader while it is opened is left out by the child that follows.
"""

import mmap
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_PARTS: Final = 4_096
_BEGUN: Final = 1
_ENDED: Final = 2


class Begun:
    """Marks in memory that a parent and its children share; a child may write what it likes."""

    def __init__(self, file: int) -> None:
        self.file = file
        self._marks = mmap.mmap(file, _PARTS)

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


@contextmanager
def shared() -> Iterator[Begun]:
    """Marks that no part has yet, in a file without a name."""
    file = os.memfd_create("begun")
    try:
        os.ftruncate(file, _PARTS)
        yield Begun(file)
    finally:
        os.close(file)
