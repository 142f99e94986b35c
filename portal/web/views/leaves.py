"""What people are told of how one page was read; the supplier and the reviewer alike."""

from collections.abc import Iterator
from typing import Final

from portal.domain.evidence import DOUBTED_BELOW, PageNote, ReadingMethod
from portal.services.documents import Leaf
from portal.texts import N_
from portal.web.endpoint import Call

WAITING: Final = N_("This page is a picture and waits to be read.")
SHOWN_WAITING: Final = N_("The text of this page was read; a picture on it waits to be read.")
UNREAD: Final = N_("This page is a picture that could not be read. Nothing in it is flagged.")
RECOGNISED: Final = N_(
    "The words of this page were recognised in a picture, with a certainty of %(percent)s per cent."
)
DOUBTFUL: Final = N_(
    "The words of this page were recognised in a picture, with a certainty of only %(percent)s per"
    " cent. Compare them with the picture."
)
BESIDE: Final = N_(
    "Words were recognised in a picture on this page, with a certainty of %(percent)s per cent."
)
BESIDE_DOUBTFUL: Final = N_(
    "Words were recognised in a picture on this page, with a certainty of only %(percent)s per"
    " cent. Compare them with the picture."
)
ATTACHED: Final = N_("This page is from the attachment %(part)s.")
LOST: Final = N_("This page could not be read.")


# Notes that tell by themselves that a page could not be read.
_WHY_UNREAD: Final = {
    note.sentence for note in (PageNote.OCR_FAILED, PageNote.OCR_LIMIT, PageNote.WITHOUT_OCR)
}


def told(call: Call, leaf: Leaf) -> list[str]:
    """Sentences on how a page was read, in the person's language; none where all is plain."""
    limits = call.house.settings.limits.values()
    values = limits | {"percent": round(leaf.quality * 100), "part": leaf.part}
    return [call.text(sentence, **values) for sentence in (*_by_method(leaf), *leaf.notes)]


def _by_method(leaf: Leaf) -> Iterator[str]:
    if leaf.part:
        yield ATTACHED
    if leaf.method == ReadingMethod.LOST:
        yield LOST
    if leaf.method == ReadingMethod.PICTURE:
        waiting = SHOWN_WAITING if leaf.quality else WAITING  # the quality of a text of its own
        if leaf.waiting:
            yield waiting
        elif not _WHY_UNREAD & set(leaf.notes):
            yield UNREAD
    if leaf.method == ReadingMethod.OCR and PageNote.BLANK.sentence not in leaf.notes:
        sure, doubted = (RECOGNISED, DOUBTFUL)
        if PageNote.RECOGNISED_BEHIND.sentence in leaf.notes:
            sure, doubted = (BESIDE, BESIDE_DOUBTFUL)
        yield doubted if leaf.quality < DOUBTED_BELOW else sure
