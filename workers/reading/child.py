"""A child's life: open a document, send its pages, then what it holds beside them."""

import json
import mmap
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Final, Protocol

import numpy as np
from PIL import Image

from portal.domain.evidence import FailureCode, Limits
from workers.reading import untrusted
from workers.reading.begun import Begun
from workers.sandbox import Send

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Message = dict[str, Any]  # Any: it becomes JSON, and the parent believes none of it


class Readable(Protocol):
    """A document that has been opened, whatever its type."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    def page(self, number: int) -> Message:
        """One page (from 1) as ``untrusted.parse_answer`` takes it."""

    def inspect(self) -> Message:
        """What it holds beside its pages: ``active`` and ``properties``."""

    def image(self, number: int, *, dpi: int, grey: bool) -> Image.Image | None:
        """One page as pixels, coloured or grey; None where it has no looks of its own.

        Raises Unopened where it has and they cannot be drawn.
        """


Opener = Callable[[mmap.mmap, Limits], AbstractContextManager[Readable]]
FileOpener = Callable[[mmap.mmap, Limits, Begun], AbstractContextManager[Readable]]


class Unopened(Exception):
    """The document cannot be opened."""

    def __init__(self, code: FailureCode) -> None:
        super().__init__(code)
        self.code = code


def read(
    send: Send, data: mmap.mmap, begun: Begun, *, opener: FileOpener, start: int, limits: Limits
) -> None:
    """Send one frame for the document, one for each page from ``start``, and one for the rest."""
    try:
        with opener(data, limits, begun) as document:
            _say(send, {"pages": document.pages})
            if document.pages <= limits.pages:
                for number in range(start, document.pages + 1):
                    _say(send, document.page(number))
                _say(send, document.inspect())
    except Unopened as refused:
        _say(send, {"failed": refused.code.value})
    except MemoryError:
        raise  # the document's doing, and told by how the child ends
    except Exception as fault:
        # The child's own output leads nowhere: without this a fault of ours would look like theirs.
        _say(send, {"fault": _place_of(fault)})
        raise


def _place_of(fault: Exception) -> str:
    frames = traceback.extract_tb(fault.__traceback__, limit=-1)
    where = frames[-1] if frames else None
    # Its kind and place only: a fault's words may quote the document.
    return f"{type(fault).__name__} at {where.name}:{where.lineno}" if where else "?"


def _say(send: Send, message: Message) -> None:
    """Send a message as JSON; a page's words follow it, packed, for there are very many."""
    words = np.asarray(message.pop("words", ()), untrusted.PACKED)
    send(_ENCODER.encode(message).encode() + untrusted.END_OF_JSON + words.tobytes())
