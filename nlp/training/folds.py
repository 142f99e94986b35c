"""Documents parted into folds: what is measured on one was learnt from the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32


def folds(documents: Iterable[str], count: int) -> Iterator[frozenset[str]]:
    """`count` sets of documents, the same for the same names, as even as can be."""
    names = sorted(set(documents), key=lambda name: (crc32(name.encode()), name))
    for number in range(min(count, len(names))):
        yield frozenset(names[number::count])
