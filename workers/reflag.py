"""Flags one document anew by hand, and tells what comes out otherwise than it stands."""

import json
import sys
from uuid import UUID

from portal.domain.flags import Change
from portal.services import flagging, reflagging
from workers import jobs
from workers.house import House, now


def main(here: House, document_id: UUID, *, write: bool) -> int:
    """Print a line for each statement that is new, gone or changed, and put them in place.

    No words of the document are printed: it may be a draft. Returns 2 where there is nothing
    to flag. Without ``write`` everything stays as it stands.
    """
    with here.step() as db:
        pages = flagging.pages_to_flag(db, document_id)
    if pages is None:
        sys.stderr.write(f"No document {document_id} has been read\n")
        return 2
    flags, facts = jobs.flags_of(pages, here.recogniser), jobs.facts_of(pages)
    with here.step() as db:
        found = reflagging.compared(db, document_id, flags) or ()
        lines = [*map(_told, found), {"version": here.rules_version, "flags": len(flags)}]
        if write:
            flagging.replace_flags(
                db, document_id, pages, flags, facts, version=here.rules_version, now=now()
            )
    sys.stdout.writelines(json.dumps(line) + "\n" for line in lines)
    return 0


def _told(change: Change) -> dict[str, object]:
    stated = change.after or change.before
    return {
        "how": change.how,
        "topic": stated.topic if stated else "",
        "page": stated.page if stated else 0,
        "key": stated.key if stated else "",
    }
