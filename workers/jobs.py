"""The jobs: each takes one id, claims its row, may run twice, and commits as it goes."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from uuid import UUID

import structlog
from sqlalchemy.orm import Session

import nlp
from portal.data import mail
from portal.data.files import fetch, picture_key
from portal.domain.deadlines import day_in_sweden
from portal.domain.evidence import DocumentState, FailureCode, Limits
from portal.domain.flags import Flag, flags_from
from portal.errors import Unavailable
from portal.services import deadlines, findings, notifications, reading
from portal.services.reading import Claimed, PagesRead, PageToKeep
from workers.house import House, house, now
from workers.reading import document as paper
from workers.reading.events import Ended, Event, Inspected, Opened, PageLost, PageRead

log = structlog.get_logger()


def read_document(document_id: str) -> None:
    """Read a document page by page. What was read before a crash is not read again."""
    here = house()
    with here.step() as db:
        claimed = reading.claim(db, UUID(document_id), version=paper.READER_VERSION, now=now())
    if claimed is None:
        return
    try:
        with _local_copy(here, claimed.sha256) as file:
            _read(here, claimed, file)
    except Unavailable:
        with here.step() as db:
            reading.put_back(db, claimed.document_id, now=now())
        raise


def limits_of(here: House) -> Limits:
    """The limits of this installation."""
    return Limits(upload_bytes=here.settings.upload_megabytes * 2**20)


@contextmanager
def _local_copy(here: House, sha256: str) -> Iterator[BinaryIO]:
    """The bytes of an original in an unnamed file. Raises Unavailable where they are away."""
    with tempfile.TemporaryFile() as file:
        fetch(here.files, sha256, file)
        file.flush()
        yield file


def _read(here: House, claimed: Claimed, file: BinaryIO) -> None:
    events = paper.read_document(
        file.fileno(), limits=limits_of(here), start_page=claimed.start_page
    )
    for event in events:
        with here.step() as db:
            _keep(db, claimed, event)


def _keep(db: Session, claimed: Claimed, event: Event) -> None:
    match event:
        case Opened(page_count):
            reading.opened(db, claimed.document_id, page_count)
        case PageRead():
            reading.keep_page(db, claimed, _page(event), version=paper.READER_VERSION, now=now())
        case PageLost(number, code):
            reading.keep_page(
                db, claimed, _lost(number, code), version=paper.READER_VERSION, now=now()
            )
        case Inspected(inspection):
            reading.inspected(db, claimed.document_id, inspection)
        case Ended():
            _end(db, claimed, event)


def _page(read: PageRead) -> PageToKeep:
    return PageToKeep(
        number=read.number,
        method=read.method,
        quality=read.quality,
        text=read.text,
        words=read.words,
        width=read.width,
        height=read.height,
        notes=read.notes,
    )


def _lost(number: int, code: FailureCode) -> PageToKeep:
    return PageToKeep(
        number=number, method="lost", quality=0, text="", words=(), width=0, height=0, notes=(code,)
    )


def _end(db: Session, claimed: Claimed, ended: Ended) -> None:
    # This reading may have begun in the middle: the pages in the table decide.
    lost, kept = reading.lost_and_kept(db, claimed.document_id)
    failure = ended.code
    if not kept:
        state, failure = DocumentState.FAILED, failure or FailureCode.NO_PAGE_READ
    elif lost or failure:
        state = DocumentState.PARTIAL
    else:
        state = DocumentState.READ
    reading.finish(db, claimed.document_id, state=state, failure=failure, now=now())
    log.info("document_read", document=str(claimed.document_id), state=state, kept=kept, lost=lost)


def draw_document(document_id: str) -> None:
    """Draw the pages of a read document. What cannot be drawn keeps its text alone."""
    here = house()
    with here.step() as db:
        pages = reading.pages_to_flag(db, UUID(document_id))
    if pages is None:
        return
    limits = limits_of(here)
    with _local_copy(here, pages.sha256) as file:
        for number in range(1, len(pages.texts) + 1):
            key = picture_key(pages.sha256, number)
            drawn = here.files.open(key)
            if drawn is not None:
                drawn.close()
                continue
            picture = paper.draw_page(file.fileno(), number, limits=limits)
            if picture is not None:
                here.files.put_derived(key, picture)


def flag_document(document_id: str) -> None:
    """Find what the pages say, and put it in place of what was found before."""
    here = house()
    with here.step() as db:
        pages = reading.pages_to_flag(db, UUID(document_id))
    if pages is None:
        return
    flags = flags_of(pages)
    with here.step() as db:
        count = reading.replace_flags(
            db, UUID(document_id), pages, flags, version=nlp.VERSION, now=now()
        )
    log.info("document_flagged", document=document_id, flags=count)


def flags_of(pages: PagesRead) -> tuple[Flag, ...]:
    """The flags of a document as the newest rule packs have them today."""
    claims = nlp.find_claims(pages.texts, today=day_in_sweden(now()))
    return flags_from(pages.sha256, pages.texts, claims)


def find(assessment_id: str) -> None:
    """Hold an assessment's answers against what its documents say."""
    here = house()
    with here.step() as db:
        findings.refresh(db, UUID(assessment_id), now=now())


def tell_request(assessment_id: str) -> None:
    """Write the mails of a new request to the people at the supplier."""
    _tell(assessment_id, "request")


def tell_due_date(assessment_id: str) -> None:
    """Write the mails of a moved due date."""
    _tell(assessment_id, "due_changed")


def tell_returned(assessment_id: str) -> None:
    """Write the mails of a returned assessment."""
    _tell(assessment_id, "returned")


def _tell(assessment_id: str, kind: str) -> None:
    here = house()
    with here.step() as db:
        deadlines.tell_of(
            db, UUID(assessment_id), kind=kind, base_url=here.settings.base_url, now=now()
        )


def send_mail(notification_id: str) -> None:
    """Send one mail, or keep it in the table where no server is configured."""
    here = house()
    with here.step() as db:
        outgoing = notifications.claim(db, UUID(notification_id), now=now())
    if outgoing is None:
        return
    state, error = _sent(here, outgoing)
    with here.step() as db:
        notifications.mark(db, outgoing.notification_id, state, now=now(), error=error)
    log.info("mail", notification=notification_id, state=state)


def _sent(here: House, outgoing: notifications.Outgoing) -> tuple[str, str]:
    if here.settings.smtp_url is None:
        return "kept", ""
    message = mail.build(
        mail.Mail(
            sender=here.settings.mail_from,
            recipient=outgoing.address,
            subject=outgoing.subject,
            text=outgoing.text,
            html=outgoing.html,
            calendar=outgoing.calendar,
            language=outgoing.language,
            message_id=outgoing.message_id,
        ),
        now=now(),
    )
    try:
        mail.send(message, here.settings.smtp_url)
    except mail.Undelivered as undelivered:
        return ("bounced" if undelivered.permanent else "waiting"), undelivered.reason
    return "sent", ""
