"""The jobs that draw: all pages of a document, the first one first; larger ones that are asked for.

That a page cannot be drawn never touches its text, and is no reason to try again.
"""

from uuid import UUID

import structlog

from portal.data.files import PICTURES, picture_key
from portal.services import pictures
from workers.house import House
from workers.reading import document as paper

log = structlog.get_logger()

LARGER_DPI = 200


def draw(here: House, document_id: UUID) -> None:
    """Draw the pages that have no picture yet. Raises Unavailable where storage is away or full."""
    with here.step() as db:
        wanted = pictures.to_draw(db, document_id)
    if wanted is None:
        return
    missing = [n for n in range(1, wanted.pages + 1) if not _is_there(here, wanted.sha256, n)]
    left = here.settings.limits.losses
    if missing:
        with here.copy_of(wanted.sha256) as file:
            for number in missing:
                left -= not _draw_one(here, wanted.sha256, file.fileno(), number)
                if left <= 0:
                    log.warning("drawing_given_up", document=str(document_id), page=number)
                    break
    with here.step() as db:
        pictures.drawn(db, document_id, version=PICTURES)


def _is_there(here: House, sha256: str, number: int) -> bool:
    stored = here.files.open(picture_key(sha256, number))
    if stored is not None:
        stored.close()
    return stored is not None


def _draw_one(here: House, sha256: str, file: int, number: int, *, larger: bool = False) -> bool:
    dpi = LARGER_DPI if larger else paper.PAGE_DPI
    picture = paper.draw_page(file, number, limits=here.settings.limits, dpi=dpi)
    if picture is None:
        return False
    here.files.put_derived(picture_key(sha256, number, larger=larger), picture)
    return True


def draw_larger(here: House, document_id: UUID) -> None:
    """Draw the larger pictures of a document that are waited for, and tell of each."""
    with here.step() as db:
        wanted = pictures.wished(db, document_id)
    if wanted is None:
        return
    sha256, numbers = wanted
    with here.copy_of(sha256) as file:
        for number in numbers:
            well = _draw_one(here, sha256, file.fileno(), number, larger=True)
            with here.step() as db:
                pictures.answer_wish(db, document_id, number, well=well)
