"""One failure of many: whatever a disk, a server or the way to it does is Unavailable."""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO
from xml.etree.ElementTree import ParseError

import structlog
import urllib3
from minio.error import MinioException, S3Error

from portal.data.files.keys import CHUNK
from portal.errors import Unavailable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

log = structlog.get_logger(__name__)

# A ParseError is XML that is none. ValueError is how the client meets an answer that it did not
# foresee: a number that is none, bytes that are no text.
TROUBLES = (OSError, MinioException, urllib3.exceptions.HTTPError, ParseError, ValueError)


@contextmanager
def trouble(deed: str) -> Iterator[None]:
    """Make one failure of many: Unavailable. What kind it was is told to the log."""
    try:
        yield
    except TROUBLES as error:
        log.warning("files_unavailable", deed=deed, reason=reason(error))
        raise Unavailable from error


def reason(error: BaseException) -> str:
    """A fault in a word or two: never its whole text, which may hold an address or a name."""
    if isinstance(error, S3Error):
        return error.code or type(error).__name__
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    if isinstance(error, urllib3.exceptions.MaxRetryError) and error.reason:
        return reason(error.reason)
    return type(error).__name__


class _Body(io.RawIOBase):
    """Bytes as they come; a source that breaks in the middle is trouble like any other."""

    def __init__(self, read: Callable[[int], bytes], close: Callable[[], None]) -> None:
        self._read = read
        self._close = close

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """The next bytes, 0 at the end."""
        room = memoryview(buffer).cast("B")
        with trouble("read"):
            part = self._read(len(room))
        room[: len(part)] = part
        return len(part)

    def close(self) -> None:
        """Give the source back, once."""
        if not self.closed:
            self._close()
        super().close()


def body(read: Callable[[int], bytes], close: Callable[[], None]) -> BinaryIO:
    """A stream over a source: ``read(n)`` gives up to n bytes, none at the end."""
    return io.BufferedReader(_Body(read, close), CHUNK)
