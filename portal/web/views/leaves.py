"""What people are told of how one page was read; the supplier and the reviewer alike."""

from collections.abc import Iterator
from typing import Final

from portal.domain.evidence import DOUBTED_BELOW, ReadingMethod
from portal.services.documents import Leaf
from portal.texts import N_
from portal.web.endpoint import Call

WAITING: Final = N_("This page is a picture and waits to be read.")
UNREAD: Final = N_("This page is a picture that could not be read. Nothing in it is flagged.")
RECOGNISED: Final = N_(
    "The words of this page were recognised in a picture, with a certainty of %(percent)s per cent."
)
DOUBTFUL: Final = N_(
    "The words of this page were recognised in a picture, with a certainty of only %(percent)s per"
    " cent. Compare them with the picture."
)
ATTACHED: Final = N_("This page is from the attachment %(part)s.")
LOST: Final = N_("This page could not be read.")


def told(call: Call, leaf: Leaf) -> list[str]:
    """Sentences on how a page was read, in the person's language; none where all is plain."""
    limits = call.house.settings.limits.values()
    values = limits | {"percent": round(leaf.quality * 100), "part": leaf.part}
    return [call.text(sentence, **values) for sentence in (*_by_method(leaf), *leaf.notes)]


def _by_method(leaf: Leaf) -> Iterator[str]:
    if leaf.part:
        yield ATTACHED
    if leaf.method == "lost":
        yield LOST
    if leaf.method == ReadingMethod.PICTURE:
        yield WAITING if leaf.waiting else UNREAD
    if leaf.method == ReadingMethod.OCR:
        yield DOUBTFUL if leaf.quality < DOUBTED_BELOW else RECOGNISED
