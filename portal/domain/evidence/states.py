"""How far the reading of a document has come, and which moves there are.

Whether a document is flagged is not a state of its reading: flags are remade whenever the
rules change, while the pages stay as they were read.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.domain.evidence.failures import FailureCode
from portal.texts import N_


class DocumentState(StrEnum):
    """How far the reading of a document has come.

    Recognising: all text is read, and pages that are pictures wait for character recognition.
    Partial: some pages are kept, some lost.
    """

    RECEIVED = "received"
    READING = "reading"
    RECOGNISING = "recognising"
    READ = "read"
    PARTIAL = "partial"
    FAILED = "failed"

    @property
    def label(self) -> str:
        """The state in words, to translate."""
        return STATE_LABELS[self]

    @property
    def ended(self) -> bool:
        """Whether nothing more will come by itself."""
        return self in ENDED


ENDED: Final = frozenset({DocumentState.READ, DocumentState.PARTIAL, DocumentState.FAILED})

STATE_LABELS: Final[Mapping[DocumentState, str]] = MappingProxyType(
    {
        DocumentState.RECEIVED: N_("Received, waiting to be read"),
        DocumentState.READING: N_("Being read"),
        DocumentState.RECOGNISING: N_("Pictures being read"),
        DocumentState.READ: N_("All pages read"),
        DocumentState.PARTIAL: N_("Read in part"),
        DocumentState.FAILED: N_("Could not be read"),
    }
)

# Back to received: the sweep that finds a dead reader, and a newer reader's second reading.
MOVES: Final[Mapping[DocumentState, frozenset[DocumentState]]] = MappingProxyType(
    {
        DocumentState.RECEIVED: frozenset({DocumentState.READING}),
        DocumentState.READING: ENDED | {DocumentState.RECOGNISING, DocumentState.RECEIVED},
        DocumentState.RECOGNISING: ENDED | {DocumentState.RECEIVED},
        DocumentState.READ: frozenset({DocumentState.RECEIVED}),
        DocumentState.PARTIAL: frozenset({DocumentState.RECEIVED}),
        DocumentState.FAILED: frozenset({DocumentState.RECEIVED}),
    }
)


def may_move(before: DocumentState, after: DocumentState) -> bool:
    """Whether a document may go from one state to another."""
    return after in MOVES[before]


def outcome(
    *, kept: int, lost: int, waiting: int, failure: FailureCode | None
) -> tuple[DocumentState, FailureCode | None]:
    """Where a reading leaves a document, by its pages over all its readings.

    ``waiting`` counts the kept pages that are pictures and are still to be recognised.
    """
    if not kept:
        return DocumentState.FAILED, failure or FailureCode.NO_PAGE_READ
    if waiting:
        return DocumentState.RECOGNISING, failure
    whole = not lost and failure is None
    return (DocumentState.READ if whole else DocumentState.PARTIAL), failure
