"""The papers of the story: their bytes, made once, into storage and into a folder."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from portal.data.files import Files
from portal.demo.documents import DOCUMENTS
from portal.domain.evidence import Limits
from portal.services import documents
from portal.services.documents import Received, Refused

_MAKE: Final = {document.name: document.make for document in DOCUMENTS}


@cache
def content(name: str) -> bytes:
    """The bytes of one paper."""
    return _MAKE[name]()


def write_all(folder: Path) -> None:
    """Write every paper as a file, to be dropped on a question by whoever tries the portal."""
    folder.mkdir(exist_ok=True)
    for name in _MAKE:
        (folder / name).write_bytes(content(name))


def receive(files: Files, names: Iterable[str], *, limits: Limits) -> dict[str, Received]:
    """Put papers into storage, by name. Raises ValueError for one that is turned away."""
    taken = {}
    for name in names:
        match documents.receive(files, name, BytesIO(content(name)), limits=limits):
            case Refused(code=code):
                raise ValueError(f"{name}: {code}")
            case Received() as received:
                taken[name] = received
    return taken
