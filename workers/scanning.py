"""Before a document is read, a virus scanner has its word, where one is set up."""

from typing import BinaryIO
from uuid import UUID

from portal.domain.evidence import Malware
from portal.errors import Unavailable
from portal.services import scanning
from workers.house import House, now


def scan(here: House, document_id: UUID) -> None:
    """Let the scanner judge a document that was read before there was one."""
    with here.step() as db:
        sha256 = scanning.to_scan(db, document_id)
    if sha256 is None or here.scanner is None:
        return
    with here.copy_of(sha256) as file:
        passes(here, document_id, Malware.UNSCANNED, file)


def passes(here: House, document_id: UUID, malware: Malware, file: BinaryIO) -> bool:
    """Whether a document may be read. What a scanner once found clean is not asked for again.

    Raises Unavailable where the scanner gives no clear word: the document waits.
    """
    if here.scanner is None or malware is Malware.CLEAN:
        return True
    file.seek(0)
    try:
        verdict = here.scanner.scan(file)
    except Unavailable:
        with here.step() as db:
            scanning.wait(db, document_id)
        raise
    with here.step() as db:
        scanning.judged(db, document_id, verdict, now=now())
    return verdict is Malware.CLEAN
