"""Storage: the same five functions, wherever the bytes lie."""

import hashlib
import io
import os
import stat
import threading
import tracemalloc
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.data.files import Files, Folder, derived_key, files_at, original_key, prepare
from portal.errors import Unavailable
from portal.settings import S3

HASH = hashlib.sha256(b"a paper").hexdigest()


# An S3 server to try as well: host:port,access key,secret key. It is emptied.
S3_SERVER = os.environ.get("UNDERLAG_TEST_S3")


@pytest.fixture(params=["folder", "bucket"] if S3_SERVER else ["folder"])
def store(request: pytest.FixtureRequest, files: Path) -> Files:
    place: Path | S3 = files
    if request.param == "bucket":
        assert S3_SERVER
        endpoint, access_key, secret_key = S3_SERVER.split(",")
        place = S3(
            endpoint=endpoint,
            bucket="underlag-tests",
            access_key=access_key,
            secret_key=secret_key,
            secure=False,
        )
    prepare(place)
    found = files_at(place)
    for key, _size in list(found.keys()):
        found.delete(key)
    return found


def read(store: Files, key: str) -> bytes | None:
    found = store.open(key)
    if found is None:
        return None
    with found:
        return found.read()


def test_what_is_put_is_found_by_its_hash(store: Files) -> None:
    stored = store.put(io.BytesIO(b"a paper"))
    assert (stored.sha256, stored.size) == (HASH, 7)
    assert read(store, original_key(stored.sha256)) == b"a paper"


def test_a_source_that_was_read_before_is_kept_from_its_start(store: Files) -> None:
    source = io.BytesIO(b"a paper")
    source.read(3)
    assert store.put(source).sha256 == HASH


def test_the_same_bytes_are_kept_once(store: Files) -> None:
    first, second = store.put(io.BytesIO(b"a paper")), store.put(io.BytesIO(b"a paper"))
    assert first == second
    assert list(store.keys()) == [(original_key(HASH), 7)]


def test_an_empty_file_is_a_file(store: Files) -> None:
    stored = store.put(io.BytesIO(b""))
    assert stored.size == 0
    assert read(store, original_key(stored.sha256)) == b""


def test_what_was_never_put_is_none(store: Files) -> None:
    assert store.open(original_key(HASH)) is None
    store.delete(original_key(HASH))


def test_what_is_deleted_is_gone_and_can_be_put_again(store: Files) -> None:
    store.put(io.BytesIO(b"a paper"))
    store.delete(original_key(HASH))
    assert store.open(original_key(HASH)) is None
    store.put(io.BytesIO(b"a paper"))
    assert read(store, original_key(HASH)) == b"a paper"


def test_a_derived_file_is_replaced_by_a_later_one(store: Files) -> None:
    key = derived_key(HASH, "reader-1", "p0001.webp")
    store.put_derived(key, b"old")
    store.put_derived(key, b"new")
    assert read(store, key) == b"new"


def test_keys_are_listed_by_prefix(store: Files) -> None:
    store.put(io.BytesIO(b"a paper"))
    one = derived_key(HASH, "reader-1", "p0001.webp")
    two = derived_key(HASH, "reader-2", "p0001.webp")
    store.put_derived(one, b"1")
    store.put_derived(two, b"22")
    assert list(store.keys(f"derived/{HASH}/")) == [(one, 1), (two, 2)]
    assert len(list(store.keys())) == 3


def test_many_hands_may_put_the_same_bytes_at_once(store: Files) -> None:
    content = b"0123456789" * 100_000
    threads = [threading.Thread(target=store.put, args=(io.BytesIO(content),)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read(store, original_key(hashlib.sha256(content).hexdigest())) == content


class Zeros(io.RawIOBase):
    """A file of zeros that never lies in memory."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.place = 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        assert whence == 0
        self.place = offset
        return offset

    def tell(self) -> int:
        return self.place

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        part = min(size, self.size - self.place)
        self.place += part
        return bytes(part)


def test_a_large_file_is_kept_with_little_memory(store: Files) -> None:
    size = 64 * 1024 * 1024
    source: BinaryIO = Zeros(size)  # type: ignore[assignment] # all that is asked of a source
    tracemalloc.start()
    try:
        assert store.put(source).size == size
        assert tracemalloc.get_traced_memory()[1] < size / 4
    finally:
        tracemalloc.stop()


@given(st.text())
def test_no_name_that_people_give_becomes_a_key(name: str) -> None:
    for words in ((name,), (name, "1", "a"), (HASH, name, "a"), (HASH, "1", name)):
        try:
            key = original_key(*words) if len(words) == 1 else derived_key(*words)
        except ValueError:
            continue
        assert ".." not in key.split("/")
        assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789/._-")


def test_only_we_may_read_the_folder(files: Path) -> None:
    store = Folder(files)
    store.put(io.BytesIO(b"a paper"))
    for path in files.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_source_that_breaks_leaves_nothing(files: Path) -> None:
    class Breaks(io.BytesIO):
        turn = 0

        def seek(self, offset: int, whence: int = 0) -> int:
            self.turn += 1
            return super().seek(offset, whence)

        def read(self, size: int | None = -1) -> bytes:
            if self.turn > 1:
                raise OSError("the disk is gone")
            return super().read(size)

    with pytest.raises(Unavailable):
        Folder(files).put(Breaks(b"a paper"))
    assert not [path for path in files.rglob("*") if path.is_file()]


def test_a_file_cut_short_by_a_full_disk_is_put_right(files: Path) -> None:
    store = Folder(files)
    store.put(io.BytesIO(b"a paper"))
    (files / original_key(HASH)).write_bytes(b"a p")
    store.put(io.BytesIO(b"a paper"))
    assert read(store, original_key(HASH)) == b"a paper"


def test_a_folder_that_is_not_there_is_trouble_and_not_absence(tmp_path: Path) -> None:
    store = Folder(tmp_path / "not-mounted")
    with pytest.raises(Unavailable):
        store.open(original_key(HASH))
    with pytest.raises(Unavailable):
        store.put(io.BytesIO(b"a paper"))


def test_an_s3_server_that_does_not_answer_is_trouble(unused_port: int) -> None:
    store = files_at(
        S3(
            endpoint=f"127.0.0.1:{unused_port}",
            bucket="papers",
            access_key="k",
            secret_key="s",
            secure=False,
        )
    )
    with pytest.raises(Unavailable):
        store.open(original_key(HASH))
