"""Evidence documents: kinds, states and moves, limits, what stops a reading, pages with words."""

from portal.domain.evidence.active import (
    PROPERTIES,
    PROPERTY_CHARS,
    UNINSPECTED,
    ActiveContent,
    Inspection,
)
from portal.domain.evidence.failures import FailureCode
from portal.domain.evidence.kinds import DocumentKind
from portal.domain.evidence.limits import Limits
from portal.domain.evidence.malware import Malware
from portal.domain.evidence.pages import (
    DOUBTED_BELOW,
    Box,
    PageNote,
    ReadingMethod,
    Word,
    boxes_for,
)
from portal.domain.evidence.states import ENDED, DocumentState, may_move, outcome
from portal.domain.evidence.uploads import SNIFFED_BYTES, FileType, clean_name, file_type, refusal

__all__ = [
    "DOUBTED_BELOW",
    "ENDED",
    "PROPERTIES",
    "PROPERTY_CHARS",
    "SNIFFED_BYTES",
    "UNINSPECTED",
    "ActiveContent",
    "Box",
    "DocumentKind",
    "DocumentState",
    "FailureCode",
    "FileType",
    "Inspection",
    "Limits",
    "Malware",
    "PageNote",
    "ReadingMethod",
    "Word",
    "boxes_for",
    "clean_name",
    "file_type",
    "may_move",
    "outcome",
    "refusal",
]
