"""The jobs that draw: all pages of a document, the first one first; larger ones that are asked for.

That a page cannot be drawn never touches its text, and is no reason to try again.
"""

from collections.abc import Sequence
from itertools import islice
from typing import Final
from uuid import UUID

import structlog

from portal.data.files import PICTURES, picture_key
from portal.services import pictures
from workers import prints
from workers.house import House
from workers.reading import document as paper

log = structlog.get_logger()

LARGER_DPI: Final = 200

# A document with hundreds of pages lets others in after so many.
BATCH: Final = 50


def draw(here: House, document_id: UUID) -> None:
    """Draw the next pages that have no picture yet, and ask for those after them.

    Raises Unavailable where storage is away or full.
    """
    with here.step() as db:
        wanted = pictures.to_draw(db, document_id)
    if wanted is None:
        return
    numbers = (n for n in range(1, wanted.pages + 1) if not _is_there(here, wanted.sha256, n))
    missing = list(islice(numbers, BATCH))
    drawn = _draw_some(here, document_id, wanted.sha256, missing) if missing else 0
    with here.step() as db:
        # Where not one of them could be drawn, none after them is tried.
        if drawn and len(missing) == BATCH:
            pictures.draw_on(db, document_id)
        else:
            pictures.drawn(db, document_id, version=PICTURES)


def _draw_some(here: House, document_id: UUID, sha256: str, numbers: Sequence[int]) -> int:
    """Draw pages until as many as may be lost have failed; how many could be drawn."""
    drawn = failed = 0
    with prints.to_draw(here, sha256) as file:
        for number in numbers:
            well = _draw_one(here, sha256, file.fileno(), number)
            drawn, failed = drawn + well, failed + (not well)
            if failed >= here.settings.limits.losses:
                log.warning("drawing_given_up", document=str(document_id), page=number)
                return 0
    return drawn


def _is_there(here: House, sha256: str, number: int) -> bool:
    stored = here.files.open(picture_key(sha256, number))
    if stored is not None:
        stored.close()
    return stored is not None


def _draw_one(here: House, sha256: str, file: int, number: int, *, larger: bool = False) -> bool:
    dpi = LARGER_DPI if larger else paper.PAGE_DPI
    picture = paper.draw_page(file, number, limits=here.settings.limits, dpi=dpi)
    if picture:
        here.files.put_derived(picture_key(sha256, number, larger=larger), picture)
    return picture is not None


def draw_larger(here: House, document_id: UUID) -> None:
    """Draw the larger pictures of a document that are waited for, and tell of each."""
    with here.step() as db:
        wanted = pictures.wished(db, document_id)
    if wanted is None:
        return
    sha256, numbers = wanted
    with prints.to_draw(here, sha256) as file:
        for number in numbers:
            well = _draw_one(here, sha256, file.fileno(), number, larger=True)
            with here.step() as db:
                pictures.answer_wish(db, document_id, number, well=well)
