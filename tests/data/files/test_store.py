"""Storage: the same five functions, wherever the bytes lie."""

import hashlib
import io
import threading
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.data.files import (
    Files,
    derived_key,
    fetch,
    files_at,
    original_key,
    prepare,
)
from portal.errors import Unavailable
from portal.settings import S3

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HASH = hashlib.sha256(b"a paper").hexdigest()
LARGE = 24 * 1024 * 1024


@pytest.fixture(params=["files", "bucket"])
def place(request: pytest.FixtureRequest) -> Path | S3:
    """Where the bytes lie: an empty folder, then an empty bucket on a real server."""
    found: Path | S3 = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def store(place: Path | S3) -> Files:
    """The storage under test."""
    return files_at(place)


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


def test_keys_come_in_the_order_of_their_characters(store: Files) -> None:
    keys = [
        derived_key(digest, version, "p1.webp")
        for digest in ("0" * 64, HASH, "f" * 64)
        for version in ("webp", "webp-1", "webp.1", "webp1")
    ]
    for key in keys:
        store.put_derived(key, b"1")
    assert [key for key, _ in list(store.keys())] == sorted(keys)


def test_what_is_prepared_twice_keeps_what_lies_there(store: Files, place: Path | S3) -> None:
    store.put(io.BytesIO(b"a paper"))
    prepare(place)
    assert read(store, original_key(HASH)) == b"a paper"


@pytest.mark.parametrize("left", [b"a p", b"", b"A PAPER"])
def test_what_a_broken_disk_has_left_is_noticed_and_put_right(store: Files, left: bytes) -> None:
    store.put_derived(original_key(HASH), left)
    with pytest.raises(Unavailable):
        fetch(store, HASH, io.BytesIO())
    store.put(io.BytesIO(b"a paper"))
    target = io.BytesIO()
    fetch(store, HASH, target)
    assert target.getvalue() == b"a paper"


def test_an_original_that_is_not_there_cannot_be_fetched(store: Files) -> None:
    with pytest.raises(Unavailable):
        fetch(store, HASH, io.BytesIO())


class Gone(io.BytesIO):
    """A source whose reader goes away at the second reading: the first one measures it."""

    turns = 0

    def seek(self, offset: int, whence: int = 0) -> int:
        self.turns += whence == 0
        return super().seek(offset, whence)

    def read(self, size: int | None = -1) -> bytes:
        if self.turns > 1 and self.tell() > len(self.getbuffer()) // 2:
            raise OSError("gone")
        return super().read(size)


def test_a_source_that_breaks_leaves_nothing(store: Files) -> None:
    content = bytes(LARGE)
    with pytest.raises(Unavailable):
        store.put(Gone(content))
    assert list(store.keys()) == []
    stored = store.put(io.BytesIO(content))
    assert list(store.keys()) == [(original_key(stored.sha256), LARGE)]


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

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        room = memoryview(buffer).cast("B")
        part = min(len(room), self.size - self.place)
        room[:part] = bytes(part)
        self.place += part
        return part


def test_a_large_file_is_kept_with_little_memory(store: Files) -> None:
    source = io.BufferedReader(Zeros(LARGE))
    tracemalloc.start()
    try:
        stored = store.put(source)
        assert stored.size == LARGE
        found = store.open(original_key(stored.sha256))
        assert found
        with found:
            while found.read(256 * 1024):
                pass
        assert tracemalloc.get_traced_memory()[1] < LARGE / 4
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
