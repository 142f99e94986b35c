"""Where bytes lie: by their hash, and what is made from them below it."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

CHUNK: Final = 1024 * 1024
PICTURES: Final = "webp-110-3"  # how pages are drawn; another way needs another name
LARGER_PICTURES: Final = "webp-200-3"
PRINTS: Final = "print-2"  # how office files are laid out as pages
KINDS: Final = ("derived", "sha256")  # what the first part of a key may be, in order


@dataclass(frozen=True, slots=True)
class Stored:
    """What was put: the hash it is found by, and its size in bytes."""

    sha256: str
    size: int


def original_key(sha256: str) -> str:
    """Where an original lies. Raises ValueError for what is no hash."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError("not a SHA-256 in hex")
    return f"sha256/{sha256[:2]}/{sha256[2:4]}/{sha256}"


def derived_key(sha256: str, version: str, name: str) -> str:
    """Where something made from an original lies: below its hash and the version of its maker.

    Raises ValueError for a version or name that could lead elsewhere.
    """
    for word in (version, name):
        if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,99}", word):
            raise ValueError(f"not a plain name: {word!r}")
    return f"derived/{original_key(sha256).rpartition('/')[2]}/{version}/{name}"


def picture_key(sha256: str, number: int, *, larger: bool = False) -> str:
    """Where the picture of a page (from 1) lies, once it has been drawn."""
    version = LARGER_PICTURES if larger else PICTURES
    return derived_key(sha256, version, f"p{number:04d}.webp")


def print_key(sha256: str) -> str:
    """Where an office file laid out as a PDF lies; empty bytes where that could not be done."""
    return derived_key(sha256, PRINTS, "print.pdf")


def places(prefix: str) -> Iterator[str]:
    """The prefixes, one a kind, that all keys below a prefix begin with."""
    for kind in KINDS:
        if prefix.startswith(f"{kind}/"):
            yield prefix
        elif f"{kind}/".startswith(prefix):
            yield f"{kind}/"


def measured(source: BinaryIO) -> Stored:
    """Hash and size of a source from its start; afterwards it stands there again."""
    source.seek(0)
    stored = hashed(source)
    source.seek(0)
    return stored


def hashed(stream: BinaryIO, *, into: BinaryIO | None = None) -> Stored:
    """Hash and size of what is left of a stream, a piece at a time; written on where wanted."""
    digest, size = hashlib.sha256(), 0
    while part := stream.read(CHUNK):
        digest.update(part)
        size += len(part)
        if into is not None:
            into.write(part)
    return Stored(digest.hexdigest(), size)
