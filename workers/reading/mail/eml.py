"""Messages as they go over the net (RFC 5322), by Python's own reader."""

import mmap
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from typing import Final

from portal.domain.evidence import FailureCode, Limits
from workers.reading.child import Unopened
from workers.reading.mail.letter import Attachment, Letter
from workers.reading.picture import pixels_of

_HEADERS: Final = ("From", "To", "Cc", "Date", "Subject")
_DECORATION_BYTES: Final = 30 * 1024  # a picture of less within the text is a logo,
_DECORATION_PIXELS: Final = 250_000  # unless it has more than these: a scan may pack well


def parse_eml(data: mmap.mmap, limits: Limits) -> Letter:
    """A message taken apart. Raises Unopened."""
    try:
        message = message_from_bytes(data[:], policy=policy.default)
    except RecursionError as error:  # nested deeper than anyone writes
        raise Unopened(FailureCode.DAMAGED) from error
    parts = list(_leaves(message, most=limits.attachments * 2))
    text = next((part for part in parts if _is_body(part, "plain")), None)
    html = next((part for part in parts if _is_body(part, "html")), None)
    brought = [
        part for part in parts if part not in (text, html) and not _is_decoration(part, limits)
    ]
    return Letter(
        headers={name: _header(message, name) for name in _HEADERS},
        text=_text(text),
        html=_text(html),
        attachments=tuple(map(_attachment, brought)),
    )


def _leaves(message: Message, *, most: int) -> Iterator[Message]:
    """The parts that hold something, in order; what another message holds stays in it."""
    waiting: list[Message] = [message]
    found = 0
    while waiting and found < most:
        part = waiting.pop()
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list) and not _is_message(part):
            waiting += reversed([each for each in inner if isinstance(each, Message)])
        else:
            found += 1
            yield part


def _is_message(part: Message) -> bool:
    return part.get_content_maintype() == "message"


def _is_body(part: Message, kind: str) -> bool:
    return (
        part.get_content_type() == f"text/{kind}"
        and part.get_content_disposition() != "attachment"
        and part.get_filename() is None
    )


def _is_decoration(part: Message, limits: Limits) -> bool:
    inside = part.get("Content-ID") is not None and part.get_content_disposition() != "attachment"
    if not inside or part.get_content_maintype() != "image":
        return False
    data = _bytes(part)
    return len(data) < _DECORATION_BYTES and pixels_of(data, limits) < _DECORATION_PIXELS


def _attachment(part: Message) -> Attachment:
    if _is_message(part):
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        subject = _header(first, "Subject") if isinstance(first, Message) else ""
        return Attachment(part.get_filename() or f"{subject or 'message'}.eml", None)
    named = part.get_filename()
    return Attachment(named or f"attachment.{part.get_content_subtype()}", _bytes(part))


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Message | None) -> str:
    if part is None:
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return _bytes(part).decode(charset, "replace")
    except (LookupError, PermissionError):  # a charset that is none, or one not loaded
        return _bytes(part).decode("cp1252", "replace")


def _header(message: Message, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except (ValueError, IndexError, AttributeError):  # of the library, on headers made to break it
        return ""
