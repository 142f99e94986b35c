"""Bytes by their SHA-256, in a folder or on any S3 server; names given by people never get here.

Absent is None; any other trouble is :class:`portal.errors.Unavailable`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

import structlog

from portal.data.files.bucket import Bucket
from portal.data.files.folder import Folder
from portal.data.files.keys import (
    PICTURES,
    Stored,
    derived_key,
    hashed,
    original_key,
    picture_key,
    print_key,
)
from portal.data.files.trouble import trouble
from portal.errors import Unavailable
from portal.settings import S3

__all__ = [
    "PICTURES",
    "Bucket",
    "Files",
    "Folder",
    "Stored",
    "derived_key",
    "fetch",
    "fetch_derived",
    "files_at",
    "hashed",
    "original_key",
    "picture_key",
    "prepare",
    "print_key",
]


log = structlog.get_logger(__name__)


class Files(Protocol):
    """The five things that are done with stored bytes."""

    def put(self, source: BinaryIO) -> Stored:
        """Keep a seekable source from its start to its end; the same bytes are kept once."""

    def put_derived(self, key: str, content: bytes) -> None:
        """Keep something small that was made from an original; a later one takes its place."""

    def open(self, key: str) -> BinaryIO | None:
        """The bytes to read, to be closed by the caller; None when there are none."""

    def delete(self, key: str) -> None:
        """Forget the bytes; nothing happens when there are none."""

    def keys(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Every key below a prefix, in the order of its characters, with its size in bytes."""


def files_at(place: Path | S3) -> Files:
    """The storage that the settings name."""
    return Folder(place) if isinstance(place, Path) else Bucket(place)


def prepare(place: Path | S3) -> None:
    """Make the folder or the bucket where it is missing; part of an installation's set-up."""
    with trouble("prepare"):
        if isinstance(place, Path):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        else:
            Bucket(place).make()


def fetch(files: Files, sha256: str, target: BinaryIO) -> None:
    """Write an original into a file of ours, and hold it against its hash.

    Raises Unavailable where it is away, cut short or changed: none of that is the document's
    fault, and it may be put right.
    """
    stored = files.open(original_key(sha256))
    if stored is None:
        log.error("original_absent", sha256=sha256)
        raise Unavailable
    with stored, trouble("fetch"):
        found = hashed(stored, into=target)
    if found.sha256 != sha256:
        log.error("original_changed", sha256=sha256)
        raise Unavailable


def fetch_derived(files: Files, key: str, target: BinaryIO) -> int | None:
    """Write what was made from an original into a file of ours; its size, None without it.

    Raises Unavailable where it is away.
    """
    stored = files.open(key)
    if stored is None:
        return None
    with stored, trouble("fetch"):
        return hashed(stored, into=target).size
