"""Messages as Outlook saves them ([MS-OXMSG]): properties as streams of a compound file."""

import datetime as dt
import io
import mmap
import struct
from contextlib import suppress
from typing import Final

import olefile

from portal.domain.evidence import FailureCode, Limits
from workers.reading.child import Unopened
from workers.reading.mail.letter import MOST_CHARS, Attachment, Letter
from workers.reading.mail.rtf import text_of_rtf, unpacked

# Property ids of [MS-OXPROPS], as they stand in the names of streams.
_SUBJECT: Final = "0037"
_BODY: Final = "1000"
_HTML: Final = "1013"
_RTF: Final = "1009"
_SENDER_NAME: Final = "0C1A"
_SENDER_ADDRESS: Final = ("5D01", "0C1F")
_TO: Final = "0E04"
_CC: Final = "0E03"
_LONG_NAME: Final = "3707"
_SHORT_NAME: Final = "3704"
_DATA: Final = "3701"
_SENT: Final = (0x0039, 0x0E06)  # submitted by the sender, else delivered

_RTF_BYTES: Final = 2 * MOST_CHARS  # its orders take about as much room as its words

_UNICODE: Final = "001F"
_ANSI: Final = "001E"
_BINARY: Final = "0102"

_STREAM: Final = "__substg1.0_"
_ATTACHED: Final = "__attach_version1.0_"
_FIXED: Final = "__properties_version1.0"
_FIXED_HEADER: Final = 32
_ENTRY: Final = struct.Struct("<HHI8s")  # type, id, flags, value
_TIME: Final = 0x0040
_EPOCH: Final = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)


def parse_msg(data: mmap.mmap, limits: Limits) -> Letter:
    """A message taken apart. Raises Unopened."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _letter(_Message(ole), limits)
    except (OSError, ValueError, IndexError, struct.error, RecursionError) as error:
        raise Unopened(FailureCode.DAMAGED) from error


def _letter(message: "_Message", limits: Limits) -> Letter:
    address = next(filter(None, (message.text("", each) for each in _SENDER_ADDRESS)), "")
    name = message.text("", _SENDER_NAME)
    packed = message.stream("", _HTML, _BINARY)
    html = packed.decode("utf-8", "replace") if packed else message.text("", _HTML)
    text = message.text("", _BODY)
    return Letter(
        headers={
            "From": f"{name} <{address}>" if address and name != address else name,
            "To": message.text("", _TO),
            "Cc": message.text("", _CC),
            "Date": message.sent(),
            "Subject": message.text("", _SUBJECT),
        },
        text=text if text.strip() or html.strip() else message.rich_text(),
        html=html,
        attachments=tuple(message.attachment(each) for each in message.attached(limits)),
    )


class _Message:
    """A compound file with the streams of one message."""

    def __init__(self, ole: olefile.OleFileIO) -> None:
        self._ole = ole
        self._storages = ole.listdir(streams=False, storages=True)
        self._streams = {"/".join(path).upper(): path for path in ole.listdir()}

    def stream(self, folder: str, prop: str, kind: str) -> bytes | None:
        """A property's bytes; None where it is not there."""
        path = self._streams.get(f"{folder}{_STREAM}{prop}{kind}".upper())
        if path is None:
            return None
        with self._ole.openstream(path) as stream:
            data: bytes = stream.read()
        return data

    def text(self, folder: str, prop: str) -> str:
        """A property's text; empty where it is not there."""
        wide = self.stream(folder, prop, _UNICODE)
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        narrow = self.stream(folder, prop, _ANSI)
        return (narrow or b"").decode("cp1252", "replace").rstrip("\x00")

    def rich_text(self) -> str:
        """What its rich text says; empty where there is none, or none that can be unpacked."""
        packed = self.stream("", _RTF, _BINARY)
        if packed is None:
            return ""
        with suppress(ValueError):
            return text_of_rtf(unpacked(packed, most=_RTF_BYTES))
        return ""

    def sent(self) -> str:
        """When the message was sent, as 2026-03-01 14:02 UTC; empty where it does not say."""
        path = self._streams.get(_FIXED.upper())
        if path is None:
            return ""
        with self._ole.openstream(path) as stream:
            table = stream.read()[_FIXED_HEADER:]
        whole = len(table) // _ENTRY.size * _ENTRY.size
        told = {
            prop: int.from_bytes(value, "little")
            for kind, prop, _, value in _ENTRY.iter_unpack(table[:whole])
            if kind == _TIME
        }
        ticks = next((told[prop] for prop in _SENT if told.get(prop)), 0)
        return _moment(ticks)

    def attached(self, limits: Limits) -> list[str]:
        """The folders of what is attached."""
        found = [path[0] for path in self._storages if len(path) == 1]
        folders = sorted(name for name in found if name.startswith(_ATTACHED))
        return folders[: limits.attachments + 1]

    def attachment(self, folder: str) -> Attachment:
        """What is attached; another message is one whose data is a storage."""
        at = f"{folder}/"
        name = self.text(at, _LONG_NAME) or self.text(at, _SHORT_NAME) or "attachment"
        return Attachment(name, self.stream(at, _DATA, _BINARY))


def _moment(ticks: int) -> str:
    """A count of tenths of microseconds since 1601 as a moment."""
    try:
        moment = _EPOCH + dt.timedelta(microseconds=ticks // 10)
    except OverflowError:
        return ""
    return f"{moment:%Y-%m-%d %H:%M} UTC" if ticks else ""
