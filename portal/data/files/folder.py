"""Stored bytes in a folder."""

import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from portal.data.files.keys import CHUNK, Stored, hashed, measured, original_key, places
from portal.data.files.trouble import body, trouble

INCOMING: Final = "incoming"


class Folder:
    """Files below a folder that only we may read; each appears whole or not at all."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, source: BinaryIO) -> Stored:
        """See :class:`portal.data.files.Files`."""
        with trouble("put"):
            stored = measured(source)
            target = self._root / original_key(stored.sha256)
            # What a full disk or a broken one left is put right.
            if not _holds(target, stored):
                self._write(target, source)
        return stored

    def put_derived(self, key: str, content: bytes) -> None:
        """See :class:`portal.data.files.Files`."""
        with trouble("put_derived"):
            self._write(self._root / key, io.BytesIO(content))

    def open(self, key: str) -> BinaryIO | None:
        """See :class:`portal.data.files.Files`."""
        with trouble("open"):
            try:
                file = (self._root / key).open("rb", buffering=0)
            except FileNotFoundError:
                self._check_root()
                return None
        return body(file.read, file.close)

    def delete(self, key: str) -> None:
        """See :class:`portal.data.files.Files`."""
        with trouble("delete"):
            (self._root / key).unlink(missing_ok=True)

    def keys(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """See :class:`portal.data.files.Files`."""
        with trouble("keys"):
            self._check_root()
            for place in places(prefix):
                for key, size in _below(self._root, place.rpartition("/")[0]):
                    if key.startswith(place):
                        yield key, size

    def _check_root(self) -> None:
        """A missing file is an answer, a missing folder (a disk not mounted) is trouble."""
        if not self._root.is_dir():
            raise FileNotFoundError(self._root)

    def _write(self, target: Path, source: BinaryIO) -> None:
        self._check_root()
        incoming = self._root / INCOMING
        for folder in (incoming, target.parent):
            _make_private(folder, self._root)
        descriptor, name = tempfile.mkstemp(dir=incoming)
        try:
            with os.fdopen(descriptor, "wb") as file:
                shutil.copyfileobj(source, file, CHUNK)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
        _sync(target.parent)


def _holds(target: Path, stored: Stored) -> bool:
    """Whether these very bytes lie there; they are read only where the size is right."""
    try:
        if target.stat().st_size != stored.size:
            return False
        with target.open("rb") as file:
            return hashed(file) == stored
    except FileNotFoundError:
        return False


def _below(root: Path, place: str) -> Iterator[tuple[str, int]]:
    """The files below a folder, by name; what is held meanwhile is the names of one folder."""
    try:
        with os.scandir(root / place) as entries:
            # A folder is put where its files' keys come: "a-1/x" before "a/x".
            found = sorted(f"{each.name}/" if each.is_dir() else each.name for each in entries)
    except FileNotFoundError:
        return
    for name in found:
        if name.endswith("/"):
            yield from _below(root, f"{place}/{name[:-1]}")
        else:
            yield f"{place}/{name}", (root / place / name).stat().st_size


def _make_private(folder: Path, root: Path) -> None:
    """Make a folder and those above it up to the root, each flushed into the one above."""
    if folder == root or folder.is_dir():
        return
    _make_private(folder.parent, root)
    folder.mkdir(mode=0o700, exist_ok=True)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    """Flush a folder's names: without it a new file's name may be lost in a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
