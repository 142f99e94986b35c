"""What is peculiar to a folder: who may enter it, and what its disk may do."""

import hashlib
import io
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from portal.data.files import Folder, derived_key, original_key
from portal.errors import Unavailable

HASH = hashlib.sha256(b"a paper").hexdigest()


@contextmanager
def short_of_disk(size: int) -> Iterator[None]:
    """As where the disk is full: the kernel lets no file of ours grow past a size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_only_we_may_read_the_folder(files: Path) -> None:
    store = Folder(files)
    store.put(io.BytesIO(b"a paper"))
    for path in files.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_full_disk_is_trouble_and_leaves_nothing(files: Path) -> None:
    content = bytes(3_000_000)
    key = derived_key(HASH, "reader-1", "p0001.webp")
    with short_of_disk(2_000_000):
        with pytest.raises(Unavailable):
            Folder(files).put(io.BytesIO(content))
        with pytest.raises(Unavailable):
            Folder(files).put_derived(key, content)
    assert files_below(files) == []
    Folder(files).put(io.BytesIO(content))


def test_a_write_that_was_killed_is_no_key(files: Path) -> None:
    (files / "incoming").mkdir()
    (files / "incoming" / "tmpabc").write_bytes(b"a pa")
    assert list(Folder(files).keys()) == []


def test_a_folder_that_is_not_there_is_trouble_and_not_absence(tmp_path: Path) -> None:
    store = Folder(tmp_path / "not-mounted")
    with pytest.raises(Unavailable):
        store.open(original_key(HASH))
    with pytest.raises(Unavailable):
        store.put(io.BytesIO(b"a paper"))
    with pytest.raises(Unavailable):
        list(store.keys())


def test_a_disk_that_fails_in_the_middle_of_a_file_is_trouble(files: Path) -> None:
    store = Folder(files)
    store.put(io.BytesIO(bytes(2_500_000)))
    (key, _size) = next(store.keys())
    found = store.open(key)
    assert found
    found.read(10)
    descriptor = next(
        int(link.name) for link in Path("/proc/self/fd").iterdir() if _is(link, files / key)
    )
    os.close(descriptor)
    with pytest.raises(Unavailable):
        found.read()
    with pytest.raises(OSError, match="descriptor"):
        found.close()


def _is(link: Path, path: Path) -> bool:
    try:
        return link.readlink() == path
    except OSError:
        return False
