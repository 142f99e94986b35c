"""Bytes by their SHA-256, in a folder or on any S3 server; names given by people never get here.

Absent is None; any other trouble is :class:`portal.errors.Unavailable`.
"""

import hashlib
import io
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol

import structlog
import urllib3
from minio import Minio
from minio.error import MinioException, S3Error

from portal.errors import Unavailable
from portal.settings import S3

CHUNK: Final = 1024 * 1024
PART: Final = 5 * CHUNK  # the least an S3 server takes; two or three are held at a time
PICTURES: Final = "webp-110-1"  # how pages are drawn; another way needs another name
UNTYPED: Final = "application/octet-stream"

log = structlog.get_logger(__name__)


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
    """Where something made from an original lies: below its hash and the version of its maker."""
    for word in (version, name):
        if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,99}", word):
            raise ValueError(f"not a plain name: {word!r}")
    return f"derived/{original_key(sha256).rpartition('/')[2]}/{version}/{name}"


def picture_key(sha256: str, number: int) -> str:
    """Where the picture of a page (from 1) lies, once it has been drawn."""
    return derived_key(sha256, PICTURES, f"p{number:04d}.webp")


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
        """Every key below a prefix, with its size in bytes."""


def files_at(place: Path | S3) -> Files:
    """The storage that the settings name."""
    return Folder(place) if isinstance(place, Path) else Bucket(place)


def prepare(place: Path | S3) -> None:
    """Make the folder or the bucket where it is missing; part of an installation's set-up."""
    with _trouble("prepare"):
        if isinstance(place, Path):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        else:
            Bucket(place).make()


@contextmanager
def _trouble(deed: str) -> Iterator[None]:
    """Make one failure of many; what it was is told to the log."""
    try:
        yield
    except (OSError, MinioException, urllib3.exceptions.HTTPError) as error:
        log.warning("files_unavailable", deed=deed, error=str(error), kind=type(error).__name__)
        raise Unavailable from error


def _measure(source: BinaryIO) -> Stored:
    source.seek(0)
    digest = hashlib.sha256()
    while part := source.read(CHUNK):
        digest.update(part)
    size = source.tell()
    source.seek(0)
    return Stored(digest.hexdigest(), size)


class Folder:
    """Files below a folder that only we may read; each appears whole or not at all."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, source: BinaryIO) -> Stored:
        """See :class:`Files`."""
        with _trouble("put"):
            stored = _measure(source)
            target = self._root / original_key(stored.sha256)
            # A file of another size is what a full disk or a broken one left: put it right.
            if not target.exists() or target.stat().st_size != stored.size:
                self._write(target, source)
        return stored

    def put_derived(self, key: str, content: bytes) -> None:
        """See :class:`Files`."""
        with _trouble("put_derived"):
            self._write(self._root / key, io.BytesIO(content))

    def open(self, key: str) -> BinaryIO | None:
        """See :class:`Files`."""
        with _trouble("open"):
            try:
                return (self._root / key).open("rb")
            except FileNotFoundError:
                self._check_root()
                return None

    def delete(self, key: str) -> None:
        """See :class:`Files`."""
        with _trouble("delete"):
            (self._root / key).unlink(missing_ok=True)

    def keys(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """See :class:`Files`."""
        with _trouble("keys"):
            for kind in ("derived", "sha256"):
                for path in sorted((self._root / kind).rglob("*")):
                    key = path.relative_to(self._root).as_posix()
                    if key.startswith(prefix) and path.is_file():
                        yield key, path.stat().st_size

    def _check_root(self) -> None:
        """A missing file is an answer, a missing folder (a disk not mounted) is trouble."""
        if not self._root.is_dir():
            raise FileNotFoundError(self._root)

    def _write(self, target: Path, source: BinaryIO) -> None:
        self._check_root()
        incoming = self._root / "incoming"
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


class Bucket:
    """Objects in one bucket of an S3 server."""

    def __init__(self, place: S3) -> None:
        self._bucket = place.bucket
        self._client = Minio(
            place.endpoint,
            access_key=place.access_key,
            secret_key=place.secret_key,
            region=place.region,  # without it each client asks the server first
            secure=place.secure,
            http_client=urllib3.PoolManager(
                maxsize=10,
                cert_reqs="CERT_REQUIRED",
                timeout=urllib3.Timeout(connect=3, read=30),
                retries=urllib3.Retry(total=2, backoff_factor=0.2, status_forcelist=[500, 503]),
            ),
        )

    def put(self, source: BinaryIO) -> Stored:
        """See :class:`Files`."""
        with _trouble("put"):
            stored = _measure(source)
            key = original_key(stored.sha256)
            if self._size(key) != stored.size:
                self._write(key, source, stored.size)
        return stored

    def put_derived(self, key: str, content: bytes) -> None:
        """See :class:`Files`."""
        with _trouble("put_derived"):
            self._write(key, io.BytesIO(content), len(content))

    def open(self, key: str) -> BinaryIO | None:
        """See :class:`Files`."""
        with _trouble("open"):
            try:
                response = self._client.get_object(self._bucket, key)
            except S3Error as error:
                if error.code == "NoSuchKey":
                    return None
                raise
        return io.BufferedReader(_Body(response), CHUNK)

    def delete(self, key: str) -> None:
        """See :class:`Files`."""
        with _trouble("delete"):
            self._client.remove_object(self._bucket, key)

    def keys(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """See :class:`Files`."""
        with _trouble("keys"):
            for found in self._client.list_objects(self._bucket, prefix, recursive=True):
                if found.object_name is not None:
                    yield found.object_name, found.size or 0

    def make(self) -> None:
        """Make the bucket where it is missing."""
        if not self._client.bucket_exists(self._bucket):
            self._client.make_bucket(self._bucket)

    def _size(self, key: str) -> int | None:
        try:
            return self._client.stat_object(self._bucket, key).size
        except S3Error as error:
            if error.code == "NoSuchKey":
                return None
            raise

    def _write(self, key: str, source: BinaryIO, size: int) -> None:
        self._client.put_object(
            self._bucket,
            key,
            source,
            size,
            content_type=UNTYPED,
            part_size=PART,
            num_parallel_uploads=1,  # three parts at once hold four times the memory
        )


class _Body(io.RawIOBase):
    """An object's bytes as they come; a connection that breaks is trouble like any other."""

    def __init__(self, response: urllib3.BaseHTTPResponse) -> None:
        self._response = response

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # any buffer
        """The next bytes, 0 at the end."""
        with _trouble("read"):
            part = self._response.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        """Give the connection back."""
        self._response.close()
        self._response.release_conn()
        super().close()
