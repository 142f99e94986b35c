"""Where the embedded servers keep their files and sockets, and who may enter."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from portal.children import Identity
from portal.errors import Misconfigured

# Where root keeps what `nobody` must reach when the wanted folder lies behind a closed door.
ROOTS_OTHER_PLACE: Final = Path("/var/lib/underlag-embedded")
# The kernel takes 107 bytes for a socket's path; the longest name in the folder is 14.
LONGEST_SOCKET_FOLDER: Final = 90


def _open_to_all(folder: Path) -> bool:
    """Whether anyone may pass through a folder and all above it."""
    return all(place.stat().st_mode & 0o001 for place in (folder, *folder.parents))


def _other_place(folder: Path) -> Path:
    return ROOTS_OTHER_PLACE / hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]


def home(folder: Path) -> Path:
    """The folder the servers' files really lie in.

    It is ``folder`` itself, unless we are root and ``nobody`` cannot get there (a checkout below
    ``/root``): then one below ``/var/lib/underlag-embedded``, named by a hash of ``folder``.
    """
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        return folder
    if not _open_to_all(folder.parent):
        folder = _other_place(folder)
        ROOTS_OTHER_PLACE.mkdir(exist_ok=True)
        ROOTS_OTHER_PLACE.chmod(0o711)
        folder.mkdir(exist_ok=True)
    folder.chmod(0o711)
    return folder


def erase(folder: Path) -> None:
    """Delete everything the servers keep for this folder, and the folder."""
    place = home(folder)
    with alone(place):
        for found in {place, folder.absolute()}:
            shutil.rmtree(found)


def private(folder: Path, identity: Identity) -> Path:
    """Make a folder that only the servers' identity, and root, may enter."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if identity:
        os.chown(folder, identity["user"], identity["group"])
    return folder


@contextlib.contextmanager
def sockets_folder(place: Path, identity: Identity) -> Iterator[Path]:
    """A folder for sockets: below ``place``, or where that is too long, a short one for now."""
    wanted = place / "run"
    if len(os.fsencode(wanted)) <= LONGEST_SOCKET_FOLDER:
        yield private(wanted, identity)
        return
    # Not tempfile's own choice: TMPDIR may be as long, or closed to `nobody`.
    with tempfile.TemporaryDirectory(prefix="underlag-", dir="/tmp") as name:
        yield private(Path(name), identity)


@contextlib.contextmanager
def alone(place: Path) -> Iterator[None]:
    """Hold the folder; two starters on one folder would ruin each other's servers.

    Raises Misconfigured where another holds it.
    """
    with (place / "lock").open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Misconfigured("It is running already, from %(place)s.", place=place) from error
        yield
