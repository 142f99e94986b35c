"""What is peculiar to an S3 server: it goes and comes, and need not be one at all."""

import hashlib
import io
import os
import signal
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from portal.data.files import Bucket, Files, files_at, original_key
from portal.errors import Unavailable
from portal.settings import S3
from tests.ceph import Gateway

KEY = original_key(hashlib.sha256(b"a paper").hexdigest())
LARGE = 24 * 1024 * 1024


def put(store: Files) -> None:
    store.put(io.BytesIO(b"a paper"))


def put_derived(store: Files) -> None:
    store.put_derived("derived/x", b"1")


def read(store: Files) -> bytes | None:
    found = store.open(KEY)
    if found is None:
        return None
    with found:
        return found.read()


def keys(store: Files) -> list[str]:
    return [key for key, _ in list(store.keys())]


def delete(store: Files) -> None:
    store.delete(KEY)


DEEDS: list[Callable[[Files], object]] = [put, put_derived, read, keys, delete]


def refuses(store: Files) -> None:
    for deed in DEEDS:
        with pytest.raises(Unavailable):
            deed(store)


def test_a_wrong_key_is_trouble(bucket: S3) -> None:
    refuses(files_at(replace(bucket, secret_key="wrong")))
    refuses(files_at(replace(bucket, access_key="nobody")))


def test_a_bucket_that_is_missing_is_trouble_and_not_absence(gateway: Gateway) -> None:
    refuses(files_at(gateway.bucket("never-made")))


def test_a_port_where_nobody_listens_is_trouble(bucket: S3, unused_port: int) -> None:
    refuses(files_at(replace(bucket, endpoint=f"127.0.0.1:{unused_port}")))


def test_a_server_that_goes_and_comes_is_trouble_only_meanwhile(
    bucket: S3, gateway: Gateway
) -> None:
    store = files_at(bucket)
    put(store)
    gateway.server.stop()
    try:
        refuses(store)
    finally:
        gateway.server.start()
    assert read(store) == b"a paper"
    put(store)


def test_a_server_that_dies_while_an_object_is_read_is_trouble(
    bucket: S3, gateway: Gateway
) -> None:
    store = files_at(bucket)
    store.put(io.BytesIO(os.urandom(LARGE)))
    (key,) = keys(store)
    found = store.open(key)
    assert found
    with found:
        found.read(1000)
        killed(gateway)
        try:
            with pytest.raises(Unavailable):
                found.read()
        finally:
            gateway.server.start()


def test_a_server_that_dies_while_an_object_is_put_leaves_nothing(
    bucket: S3, gateway: Gateway
) -> None:
    class Deadly(io.BytesIO):
        """Kills the server once half of it has been sent; the first reading only measures."""

        turns = 0

        def seek(self, offset: int, whence: int = 0) -> int:
            self.turns += whence == 0
            return super().seek(offset, whence)

        def read(self, size: int | None = -1) -> bytes:
            if self.turns > 1 and self.tell() > LARGE // 2 and gateway.server.pid:
                killed(gateway)
            return super().read(size)

    store = files_at(bucket)
    try:
        with pytest.raises(Unavailable):
            store.put(Deadly(bytes(LARGE)))
    finally:
        gateway.server.start()
    assert keys(store) == []
    assert uploads_under_way(store) == 0


def killed(gateway: Gateway) -> None:
    assert gateway.server.pid
    os.kill(gateway.server.pid, signal.SIGKILL)
    gateway.server.stop()


def uploads_under_way(store: Files) -> int:
    assert isinstance(store, Bucket)
    found = store.client._list_multipart_uploads(store.place.bucket)
    return len(found.uploads)


def test_no_upload_is_left_half_way_by_a_source_that_breaks(bucket: S3) -> None:
    class Gone(io.BytesIO):
        sent = 0

        def read(self, size: int | None = -1) -> bytes:
            part = super().read(size)
            self.sent += len(part)
            if self.sent > LARGE + LARGE // 2:
                raise OSError("gone")
            return part

    store = files_at(bucket)
    with pytest.raises(Unavailable):
        store.put(Gone(bytes(LARGE)))
    assert keys(store) == []
    assert uploads_under_way(store) == 0


def test_the_server_itself_refuses_bytes_that_do_not_fit_their_hash(bucket: S3) -> None:
    class Changes(io.BytesIO):
        """Another file at each reading."""

        turns = 0

        def seek(self, offset: int, whence: int = 0) -> int:
            self.turns += whence == 0
            return super().seek(offset, whence)

        def read(self, size: int | None = -1) -> bytes:
            part = super().read(size)
            return part.swapcase() if self.turns > 1 else part

    store = files_at(bucket)
    with pytest.raises(Unavailable):
        store.put(Changes(b"a paper"))
    assert keys(store) == []


def test_what_another_hand_has_put_meanwhile_is_not_put_again(bucket: S3) -> None:
    class Quicker(Bucket):
        """One who looks before the other hand has put it."""

        def _size(self, key: str) -> int | None:
            if not self.looked:
                self.looked = True
                return None
            return super()._size(key)

        looked = False

    first = Bucket(bucket)
    put(first)
    before = first.client.stat_object(bucket.bucket, KEY)
    store = Quicker(bucket)
    put(store)
    assert store.looked
    after = store.client.stat_object(bucket.bucket, KEY)
    assert after.last_modified == before.last_modified


def reply(status: str, kind: str, content: bytes, *, length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\n"
    return head.encode() + b"Connection: close\r\n\r\n" + content


XML = "application/xml"
STRANGE = {
    "no HTTP": b"SSH-2.0-OpenSSH_9.2\r\n",
    "nothing": b"",
    "a page of a proxy": reply("502 Bad Gateway", "text/html", b"<h1>Bad gateway</h1>"),
    "XML that is none": reply("400 Bad Request", XML, b"<Error><Code>"),
    "bytes that are no text": reply("400 Bad Request", XML, b"\xff\xfe\xfa"),
    "an error without words": reply("409 Conflict", XML, b""),
    "a server that rests": reply("503 Slow Down", XML, b"<Error><Code>SlowDown</Code></Error>"),
    "a full server": reply("403 No", XML, b"<Error><Code>QuotaExceeded</Code></Error>"),
    "an error of a kind of its own": reply("404 Not Found", "text/xml", b"<Error/>"),
    "a way elsewhere": reply("301 Moved", XML, b"<Error><Code>Moved</Code></Error>"),
}


@contextmanager
def answering(content: bytes) -> Iterator[str]:
    """A server of another kind on this machine, which answers everything alike; its address."""

    class Answer(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(65536)
            self.request.sendall(content)

    socketserver.ThreadingTCPServer.allow_reuse_address = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def elsewhere(endpoint: str) -> Files:
    return files_at(
        S3(endpoint=endpoint, bucket="papers", access_key="k", secret_key="s", secure=False)
    )


@pytest.mark.parametrize("strange", STRANGE)
def test_a_server_that_is_no_s3_server_is_trouble(strange: str) -> None:
    with answering(STRANGE[strange]) as endpoint:
        for deed in (put, put_derived, read, keys):
            with pytest.raises(Unavailable):
                deed(elsewhere(endpoint))


def test_a_server_that_takes_everything_has_taken_nothing() -> None:
    with answering(reply("200 OK", "text/html", b"Welcome")) as endpoint:
        for deed in (put, put_derived, keys):
            with pytest.raises(Unavailable):
                deed(elsewhere(endpoint))


def test_an_object_that_ends_too_early_is_trouble() -> None:
    with (
        answering(reply("200 OK", "application/pdf", b"%PDF-1.7", length=1000)) as endpoint,
        pytest.raises(Unavailable),
    ):
        read(elsewhere(endpoint))
