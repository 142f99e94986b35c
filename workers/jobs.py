"""The jobs: each takes one id, claims its row, may run twice, and commits as it goes."""

import datetime as dt
import time
from dataclasses import replace
from typing import BinaryIO
from uuid import UUID

import structlog
from sqlalchemy.orm import Session

import nlp
from portal.data import mail
from portal.domain.deadlines import day_in_sweden
from portal.domain.evidence import Proposal, proposals
from portal.domain.flags import Flag, Hint, Stance, flags_from, hint
from portal.domain.mails import MailState
from portal.errors import Unavailable
from portal.services import deadlines, findings, flagging, notifications, pace, reading
from portal.services.flagging import PagesRead
from portal.services.reading import Claimed, PageToKeep
from workers import drawing, kept, prints, recognising, scanning
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
        with here.copy_of(claimed.sha256) as file:
            if scanning.passes(here, claimed.document_id, claimed.malware, file):
                _read(here, claimed, file)
    except Unavailable:
        with here.step() as db:
            reading.put_back(db, claimed.document_id, now=now())
        raise


def _read(here: House, claimed: Claimed, file: BinaryIO) -> None:
    limits = here.settings.limits
    with prints.print_of(here, claimed.sha256, file) as printed:
        events = paper.read_document(
            file.fileno(),
            limits=limits,
            start_page=claimed.start_page,
            recognise=False,
            printed=printed.fileno() if printed else None,
        )
        started, pages = time.monotonic(), 0
        for event in paper.bounded(events, pictures=limits.ocr_pages - claimed.pictured):
            if isinstance(event, Opened) and printed and not event.printed:
                prints.forget(here, claimed.sha256)  # before the pictures are asked for
            pages += isinstance(event, PageRead)
            with here.step() as db:
                _keep(db, claimed, event)
                if isinstance(event, Ended) and pages:
                    pace.measured(db, "text", (time.monotonic() - started) / pages, now=now())


def _keep(db: Session, claimed: Claimed, event: Event) -> None:
    match event:
        case Opened(page_count, kind):
            reading.opened(db, claimed.document_id, page_count, kind=kind)
        case PageRead():
            _keep_page(db, claimed, kept.read_page(event))
        case PageLost():
            _keep_page(db, claimed, kept.lost_page(event))
        case Inspected(inspection):
            reading.inspected(db, claimed.document_id, inspection)
        case Ended(code=failure):
            state = reading.finish(db, claimed.document_id, failure=failure, now=now())
            log.info("document_read", document=str(claimed.document_id), state=state)


def _keep_page(db: Session, claimed: Claimed, page: PageToKeep) -> None:
    reading.keep_page(db, claimed, page, version=paper.READER_VERSION, now=now())


def scan_document(document_id: str) -> None:
    """Let the virus scanner judge a document that was read before there was one."""
    scanning.scan(house(), UUID(document_id))


def recognise_document(document_id: str) -> None:
    """Recognise the characters of a document's next pages that are pictures."""
    recognising.recognise(house(), UUID(document_id))


def draw_document(document_id: str) -> None:
    """Draw the pages of a document."""
    drawing.draw(house(), UUID(document_id))


def draw_larger(document_id: str) -> None:
    """Draw the larger pictures that someone waits for."""
    drawing.draw_larger(house(), UUID(document_id))


def flag_document(document_id: str) -> None:
    """Find what the pages say, and put it in place of what was found before."""
    here = house()
    with here.step() as db:
        pages = flagging.pages_to_flag(db, UUID(document_id))
    if pages is None:
        return
    flags, facts = flags_of(pages, here.recogniser), facts_of(pages)
    with here.step() as db:
        count = flagging.replace_flags(
            db, UUID(document_id), pages, flags, facts, version=here.rules_version, now=now()
        )
    log.info("document_flagged", document=document_id, flags=count)


def flags_of(pages: PagesRead, recogniser: nlp.Recogniser | None) -> tuple[Flag, ...]:
    """The flags of a document as the newest rule packs have them today."""
    today = day_in_sweden(now())
    claims = nlp.find_claims(
        pages.texts, today=today, qualities=pages.qualities, recogniser=recogniser
    )
    of = nlp.document_day(pages.texts, today=today)
    return tuple(
        replace(flag, hints=_hints(flag, today, of))
        for flag in flags_from(pages.sha256, pages.texts, claims)
    )


def _hints(flag: Flag, today: dt.date, of: dt.date | None) -> tuple[Hint, ...]:
    """What the rule packs know beside a flag's words; ``of`` is the day of its document."""
    denied = flag.stance == Stance.DENIED
    known = nlp.hints(flag.topic, flag.value, flag.quote, denied=denied, today=today, of=of)
    return tuple(hint(each) for each in known)


def facts_of(pages: PagesRead) -> tuple[Proposal, ...]:
    """What a document says of itself, to be confirmed by a person."""
    return proposals(pages.texts, nlp.find_facts(pages.texts, properties=pages.properties))


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


def _sent(here: House, outgoing: notifications.Outgoing) -> tuple[MailState, str]:
    """What became of a mail, and what the server said where it did not take it."""
    if here.settings.smtp_url is None:
        return MailState.KEPT, ""
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
        state = MailState.BOUNCED if undelivered.permanent else MailState.WAITING
        return state, undelivered.reason
    return MailState.SENT, ""
