"""Mails as they go over the wire: building one, handing it to SMTP, and reading a bounce."""

import datetime as dt
import smtplib
import ssl
from dataclasses import dataclass
from email import message_from_bytes, message_from_string, policy
from email.message import EmailMessage, Message
from email.utils import format_datetime, parseaddr
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

PATIENCE: Final = 30  # seconds for each answer of the server
PORTS: Final = {"smtp": 25, "smtps": 465}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail to one person. ``message_id`` is the same on every try, so that a second copy
    of an ambiguous first one can be dropped on the way."""

    sender: str
    recipient: str
    subject: str
    text: str
    html: str
    language: str
    message_id: str
    calendar: str | None = None
    thread: str | None = None
    unsubscribe: str | None = None


class Undelivered(Exception):
    """The server did not take a mail. ``permanent`` says that this address never will."""

    def __init__(self, reason: str, *, permanent: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a returned mail says: which one it was, and whether the address is dead."""

    message_id: str
    permanent: bool
    status: str


def build(mail: Mail, *, now: dt.datetime) -> EmailMessage:
    """The message: text and HTML as alternatives, a calendar entry beside them.

    Raises ValueError when an address holds a line break.
    """
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = mail.sender
    message["To"] = mail.recipient
    # Names of firms stand in subjects; a line break in one would be a second header.
    message["Subject"] = " ".join(mail.subject.split())
    message["Date"] = format_datetime(now)
    message["Message-ID"] = mail.message_id
    # RFC 3834: no holiday reply comes back; the other name is Exchange's for the same.
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if mail.thread:
        message["References"] = message["In-Reply-To"] = mail.thread
    if mail.unsubscribe:
        message["List-Unsubscribe"] = f"<{mail.unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    if mail.calendar:
        message.add_attachment(
            mail.calendar,
            subtype="calendar",
            params={"method": "PUBLISH"},
            filename="underlag.ics",
        )
    # Last, for what is set before a part is added goes down into that part.
    message["Content-Language"] = mail.language
    return message


def send(message: EmailMessage, smtp_url: str) -> None:
    """Hand a message to ``smtp://user:password@host:587?starttls=yes`` or ``smtps://host``.

    Raises :class:`Undelivered`. It is not permanent when our own account, sender or server is at
    fault, for the address may be well. A connection that breaks at the very end leaves open
    whether the server took it: try again with the same Message-ID.
    """
    try:
        with _connection(smtp_url, helo=_domain(message["From"])) as smtp:
            smtp.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        code, reason = next(iter(error.recipients.values()))
        raise Undelivered(_words(code, reason), permanent=code >= 500) from error
    except smtplib.SMTPDataError as error:
        permanent = error.smtp_code >= 500
        raise Undelivered(_words(error.smtp_code, error.smtp_error), permanent=permanent) from error
    except smtplib.SMTPNotSupportedError as error:
        raise Undelivered(str(error), permanent="SMTPUTF8" in str(error)) from error
    except OSError as error:  # all of smtplib's other errors are of this kind too
        raise Undelivered(f"{type(error).__name__}: {error}", permanent=False) from error


def _domain(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "localhost"


def _words(code: int, reason: bytes | str) -> str:
    text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else reason
    return f"{code} {' '.join(text.split())}"[:500]


def _connection(smtp_url: str, *, helo: str) -> smtplib.SMTP:
    """An open connection, over TLS where the address says so, signed in where it has a user."""
    url = urlsplit(smtp_url)
    host, port = url.hostname or "localhost", url.port or PORTS[url.scheme]
    if url.scheme == "smtps":
        context = ssl.create_default_context()
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            host, port, local_hostname=helo, timeout=PATIENCE, context=context
        )
    else:
        smtp = smtplib.SMTP(host, port, local_hostname=helo, timeout=PATIENCE)
    try:
        if parse_qs(url.query).get("starttls") == ["yes"]:
            smtp.starttls(context=ssl.create_default_context())
        if url.username:
            smtp.login(unquote(url.username), unquote(url.password or ""))
    except OSError:
        smtp.close()
        raise
    return smtp


def read_bounce(raw: bytes) -> Bounce | None:
    """What a delivery status notification (RFC 3464) says; None for any other mail."""
    # The older policy: the newer one's header parser falls over some broken headers.
    message = message_from_bytes(raw, policy=policy.compat32)
    status, message_id = None, None
    for part in message.walk():
        match part.get_content_type():
            case "message/delivery-status":
                status = status or _failure(part)
            case "message/rfc822" | "text/rfc822-headers":
                message_id = message_id or _returned_id(part)
    if status is None or message_id is None:
        return None
    return Bounce(message_id, permanent=status.startswith("5"), status=status)


def _failure(part: Message) -> str | None:
    """The status of the first recipient that failed or waits."""
    blocks = part.get_payload()
    for block in blocks if isinstance(blocks, list) else []:
        if not isinstance(block, Message):
            continue
        action = str(block.get("Action", "")).strip().lower()
        if action in ("failed", "delayed"):
            status = str(block.get("Status", "")).strip()
            # "Delayed" is no verdict yet, whatever number stands beside it.
            return status if action == "failed" else f"4{status[1:]}"
    return None


def _returned_id(part: Message) -> str | None:
    """The Message-ID of the mail that came back, whole or by its headers."""
    payload = part.get_payload()
    inner: object = None
    if isinstance(payload, list):
        inner = payload[0] if payload else None
    elif isinstance(payload, str):
        inner = message_from_string(payload, policy=policy.compat32)
    found = inner.get("Message-ID") if isinstance(inner, Message) else None
    return str(found).strip() if found else None
