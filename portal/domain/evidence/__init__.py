"""Evidence documents: kinds, facts, states and moves, limits, failures, pages with words."""

from portal.domain.evidence.active import (
    PROPERTIES,
    PROPERTY_CHARS,
    UNINSPECTED,
    ActiveContent,
    Inspection,
)
from portal.domain.evidence.containers import Bytes
from portal.domain.evidence.facts import (
    DATES,
    FACT_LABELS,
    LANGUAGE_LABELS,
    SAYABLE,
    FactName,
    Known,
    Proposal,
    Source,
    Statement,
    checked,
    proposals,
)
from portal.domain.evidence.failures import FailureCode
from portal.domain.evidence.kinds import KIND_LABELS, DocumentKind
from portal.domain.evidence.limits import Limits
from portal.domain.evidence.malware import Malware
from portal.domain.evidence.marking import Block, Piece, blocks_at
from portal.domain.evidence.notices import Notice, NoticeKind, notices
from portal.domain.evidence.pages import (
    DOUBTED_BELOW,
    Box,
    PageNote,
    ReadingMethod,
    WishState,
    Word,
    boxes_for,
)
from portal.domain.evidence.states import ENDED, DocumentState, may_move, outcome
from portal.domain.evidence.types import (
    MAILS,
    PICTURES,
    PRINTABLE,
    SNIFFED_BYTES,
    FileType,
    Sniffed,
    file_type,
    sniff,
)
from portal.domain.evidence.uploads import ENDINGS, REFUSALS, clean_name, refusal

__all__ = [
    "DATES",
    "DOUBTED_BELOW",
    "ENDED",
    "ENDINGS",
    "FACT_LABELS",
    "KIND_LABELS",
    "LANGUAGE_LABELS",
    "MAILS",
    "PICTURES",
    "PRINTABLE",
    "PROPERTIES",
    "PROPERTY_CHARS",
    "REFUSALS",
    "SAYABLE",
    "SNIFFED_BYTES",
    "UNINSPECTED",
    "ActiveContent",
    "Block",
    "Box",
    "Bytes",
    "DocumentKind",
    "DocumentState",
    "FactName",
    "FailureCode",
    "FileType",
    "Inspection",
    "Known",
    "Limits",
    "Malware",
    "Notice",
    "NoticeKind",
    "PageNote",
    "Piece",
    "Proposal",
    "ReadingMethod",
    "Sniffed",
    "Source",
    "Statement",
    "WishState",
    "Word",
    "blocks_at",
    "boxes_for",
    "checked",
    "clean_name",
    "file_type",
    "may_move",
    "notices",
    "outcome",
    "proposals",
    "refusal",
    "sniff",
]
