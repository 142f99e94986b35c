"""Messages: what was written, then each attachment by its own reader, one level deep."""

import base64
import datetime as dt
import mmap
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest

from portal.domain.evidence import (
    ActiveContent,
    FailureCode,
    FileType,
    Limits,
    PageNote,
    ReadingMethod,
    Sniffed,
)
from tests.packages import compound, docx, p, packed, sheet_row, xlsx
from tests.workers.reading.conftest import Read
from tests.workers.reading.made import pdf, plain
from tests.workers.scans import photo
from workers.reading import document, openers
from workers.reading.begun import Begun
from workers.reading.child import Readable
from workers.reading.document import draw_page
from workers.reading.events import Ended, Event, Inspected, Opened, PageRead

PDF = pdf(plain("Sida ett"), plain("Sida två"))
WORD = docx(p("Intyg i Word"))


def message(text: str = "Hej!\nIntyg bifogas.", subject: str = "Intyg åäö") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Anna Berg <anna@example.org>"
    mail["To"] = "bo@example.org"
    mail["Date"] = "Mon, 02 Mar 2026 10:00:00 +0100"
    mail["Subject"] = subject
    mail.set_content(text)
    return mail


def attach(mail: EmailMessage, data: bytes, name: str) -> None:
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def pages(events: list[Event]) -> list[PageRead]:
    return [event for event in events if isinstance(event, PageRead)]


def notes(events: list[Event]) -> tuple[PageNote, ...]:
    return pages(events)[0].notes


def test_a_message_is_read_with_its_head(read: Read) -> None:
    events = read(message().as_bytes())
    (page,) = pages(events)
    assert page.text.split("\n") == [
        "From: Anna Berg <anna@example.org>",
        "To: bo@example.org",
        "Date: Mon, 02 Mar 2026 10:00:00 +0100",
        "Subject: Intyg åäö",
        "Hej!",
        "Intyg bifogas.",
    ]
    assert (page.method, page.part, page.notes) == (ReadingMethod.CELLS, "", ())
    (seen,) = (e for e in events if isinstance(e, Inspected))
    assert seen.inspection.properties["title"] == "Intyg åäö"


def test_each_attachment_is_read_by_its_own_reader_and_numbered_on(
    read: Read, tmp_path: Path
) -> None:
    mail = message()
    attach(mail, PDF, "../rapport.pdf")
    attach(mail, WORD, "intyg.docx")
    attach(mail, xlsx({"Blad": sheet_row(1, "DEHP")}), "lista.xlsx")
    events = read(mail.as_bytes())
    assert events[0] == Opened(5, FileType.EML)
    assert [(page.number, page.part, page.method.value) for page in pages(events)] == [
        (1, "", "cells"),
        (2, "rapport.pdf", "text"),
        (3, "rapport.pdf", "text"),
        (4, "intyg.docx", "cells"),
        (5, "lista.xlsx", "cells"),
    ]
    assert pages(events)[2].text == "Sida två"
    assert len(pages(events)[2].words) == 2
    assert "Attachment: rapport.pdf\nAttachment: intyg.docx" in pages(events)[0].text
    assert notes(events) == ()
    path = tmp_path / "made.pdf"
    assert draw_page(path, 1, limits=Limits()) == b""
    assert (draw_page(path, 3, limits=Limits()) or b"").startswith(b"RIFF")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (packed({"a.pdf": PDF}), "alla.zip"),
        (b"MZ" + bytes(100), "faktura.pdf"),
        (docx(p("x"), {"word/vbaProject.bin": b"x"}), "makron.docx"),
        (message().as_bytes(), "brev.eml"),
        (b"%PDF-1.7 and nothing more", "trasig.pdf"),
        (b"", "tom.pdf"),
    ],
)
def test_what_is_not_read_of_a_message_is_told_and_the_rest_is_read(
    read: Read, data: bytes, name: str
) -> None:
    mail = message()
    attach(mail, data, name)
    attach(mail, WORD, "intyg.docx")
    events = read(mail.as_bytes())
    assert [page.part for page in pages(events)] == ["", "intyg.docx"]
    assert notes(events) == (PageNote.ATTACHMENT_UNREAD,)
    assert f"Attachment: {name}" in pages(events)[0].text
    (seen,) = (e for e in events if isinstance(e, Inspected))
    assert ActiveContent.EMBEDDED_FILE in seen.inspection.active


def test_a_message_in_a_message_is_not_opened(read: Read) -> None:
    inner = message("Hemligt", subject="Inre")
    attach(inner, WORD, "intyg.docx")
    mail = message()
    mail.add_attachment(inner)
    events = read(mail.as_bytes())
    (page,) = pages(events)
    assert "Hemligt" not in page.text
    assert "Attachment: Inre.eml" in page.text
    assert page.notes == (PageNote.ATTACHMENT_UNREAD,)


def test_a_page_of_the_web_is_read_as_it_looks_and_never_run(read: Read) -> None:
    mail = message()
    mail.clear_content()
    mail.set_content(
        "<html><head><title>nej</title><style>p{}</style></head><body><p>Hej &amp;\nhej</p>"
        "<script>alert(1)</script><table><tr><td>DEHP</td><td>0,25 %</td></tr></table></body>",
        subtype="html",
    )
    (page,) = pages(read(mail.as_bytes()))
    assert page.text.split("\n")[-2:] == ["Hej & hej", "DEHP | 0,25 %"]
    assert "alert" not in page.text


def test_of_two_ways_to_say_it_the_plain_one_is_read_and_the_logo_is_left(read: Read) -> None:
    mail = message("Ren text")
    mail.add_alternative("<p>Annan text</p>", subtype="html")
    html = mail.get_body(("html",))
    assert html is not None
    html.add_related(b"\x89PNG\r\n\x1a\n" + bytes(99), "image", "png", cid="<logo>")
    events = read(mail.as_bytes())
    (page,) = pages(events)
    assert page.text.endswith("Ren text")
    assert notes(events) == ()


def test_a_scan_shown_within_the_text_is_a_page_however_well_it_packs(read: Read) -> None:
    scan = photo()
    assert len(scan) < 30 * 1024
    mail = message("Se nedan")
    mail.add_alternative("<p>Se nedan</p><img src='cid:scan'>", subtype="html")
    html = mail.get_body(("html",))
    assert html is not None
    html.add_related(scan, "image", "png", cid="<scan>")
    first, second = pages(read(mail.as_bytes()))
    assert first.text.endswith("Se nedan")
    assert second.is_to_recognise


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-16", "gb18030", "made-up"])
def test_a_message_in_another_charset_is_read_without_files(read: Read, charset: str) -> None:
    known = charset if charset != "made-up" else "cp1252"
    body = base64.encodebytes("Återförsäljare".encode(known)).decode()
    data = (
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n{body}"
    ).encode()
    (page,) = pages(read(data))
    assert page.text.endswith("Återförsäljare")


def test_more_attachments_than_are_read_are_told(read: Read) -> None:
    mail = message()
    for number in range(12):
        attach(mail, WORD, f"{number}.docx")
    events = read(mail.as_bytes(), limits=Limits(attachments=5))
    assert len(pages(events)) == 6
    assert notes(events) == (PageNote.ATTACHMENT_UNREAD,)


def test_a_thousand_attachments_are_borne(read: Read) -> None:
    mail = message()
    mail.make_mixed()
    for number in range(1_000):
        attach(mail, b"%PDF-" + bytes(20), f"{number}.pdf")
    *_, ended = read(mail.as_bytes())
    assert isinstance(ended, Ended)
    assert (ended.code, ended.kept) == (None, 1)


def test_parts_nested_deeper_than_anyone_writes_do_not_end_the_reader(read: Read) -> None:
    depth = 3_000
    lines = ["From: a@example.org", "To: b@example.org"]
    for number in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{number}"', "", f"--b{number}"]
    *_, ended = read(("\n".join(lines) + "\n\nhej\n").encode())
    assert isinstance(ended, Ended)
    assert ended.code in (None, FailureCode.DAMAGED)


def test_a_page_of_the_web_of_many_megabytes_is_cut_and_told(read: Read) -> None:
    mail = message()
    mail.clear_content()
    mail.set_content("<p>" + "<b>ord</b> " * 2_000_000, subtype="html", cte="base64")
    events = read(mail.as_bytes())
    *_, ended = events
    assert isinstance(ended, Ended)
    assert ended.code is None
    assert PageNote.TEXT_CUT in {note for page in pages(events) for note in page.notes}


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def outlook(**more: object) -> bytes:
    since = dt.datetime(2025, 3, 3, 7, tzinfo=dt.UTC) - dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
    sent = since // dt.timedelta(microseconds=1) * 10
    entry = (0x40).to_bytes(2, "little") + (0x39).to_bytes(2, "little") + bytes(4)
    return compound(
        {
            "__properties_version1.0": bytes(32) + entry + sent.to_bytes(8, "little"),
            "__substg1.0_0037001F": wide("Intyg åäö"),
            "__substg1.0_1000001F": wide("Hej!\r\nIntyg bifogas."),
            "__substg1.0_0C1A001F": wide("Anna Berg"),
            "__substg1.0_5D01001F": wide("anna@example.org"),
            "__substg1.0_0E04001F": wide("Bo"),
            **more,
        }
    )


def test_a_message_as_outlook_saves_it_is_read_with_its_attachments(read: Read) -> None:
    rapport = {
        "__substg1.0_3707001F": wide("rapport.pdf"),
        "__substg1.0_37010102": PDF + bytes(4096),
    }
    inner = {"__substg1.0_3704001F": wide("brev"), "__substg1.0_3701000D": {"x": b"y"}}
    events = read(
        outlook(
            **{
                "__attach_version1.0_#00000000": rapport,
                "__attach_version1.0_#00000001": inner,
            }
        )
    )
    assert events[0] == Opened(3, FileType.MSG)
    assert [page.part for page in pages(events)] == ["", "rapport.pdf", "rapport.pdf"]
    assert pages(events)[0].text.split("\n") == [
        "From: Anna Berg <anna@example.org>",
        "To: Bo",
        "Date: 2025-03-03 07:00 UTC",
        "Subject: Intyg åäö",
        "Attachment: rapport.pdf",
        "Attachment: brev",
        "Hej!",
        "Intyg bifogas.",
    ]
    assert notes(events) == (PageNote.ATTACHMENT_UNREAD,)


def test_an_outlook_message_with_a_page_of_the_web_alone_is_read(read: Read) -> None:
    html = "<p>Bara så</p>".encode()
    data = outlook(**{"__substg1.0_1000001F": b"", "__substg1.0_10130102": html})
    assert pages(read(data))[0].text.endswith("Bara så")


def rich(text: bytes) -> bytes:
    """Rich text packed as Outlook does it ([MS-OXRTFCP]): its beginning is copied, not written."""
    beginning = rb"{\rtf1\ansi"  # where the window begins: ten signs from place 0 are copied
    assert text.startswith(beginning)
    steps = [
        (1, bytes([0, len(beginning) - 2])),
        *((0, text[n : n + 1]) for n in range(11, len(text))),
    ]
    place = (207 + len(text)) % 4096
    steps.append((1, (place << 4).to_bytes(2, "big")))
    packed = b""
    for at in range(0, len(steps), 8):
        eight = steps[at : at + 8]
        packed += bytes([sum(copied << bit for bit, (copied, _) in enumerate(eight))])
        packed += b"".join(held for _, held in eight)
    return struct.pack("<IIII", len(packed) + 12, len(text), 0x75465A4C, 0) + packed


def test_an_outlook_message_in_rich_text_alone_is_read(read: Read) -> None:
    body = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1{\fonttbl{\f0 Arial;}}{\*\htmltag4 <p>}"
        rb"\htmlrtf {\htmlrtf0 F\'f6r DEHP \u8805?0,1\~%\par \htmlrtf }\htmlrtf0 "
        rb"Golv\cell 0,25\cell\row\{slut\}}"
    )
    data = outlook(**{"__substg1.0_1000001F": b"", "__substg1.0_10090102": rich(body)})
    page = pages(read(data))[0]
    assert page.text.split("\n")[-3:] == ["För DEHP ≥0,1 %", "Golv | 0,25 |", "{slut}"]


@pytest.mark.parametrize("body", [b"", b"x" * 40, rich(rb"{\rtf1\ansi}")[:20], b"{" * 5_000])
def test_rich_text_that_is_broken_leaves_the_head(read: Read, body: bytes) -> None:
    data = outlook(**{"__substg1.0_1000001F": b"", "__substg1.0_10090102": body})
    assert pages(read(data))[0].text.endswith("Subject: Intyg åäö")


def killing(_data: object, _limits: Limits) -> NoReturn:
    os.abort()


@contextmanager
def deadly(
    data: mmap.mmap, limits: Limits, begun: Begun, *, sniffed: Sniffed
) -> Iterator[Readable]:
    """In the child: a message as ever, but that a PDF in it ends the child."""
    attached = {**openers._ATTACHED, FileType.PDF: killing}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(openers, "_ATTACHED", attached)
        with openers.opener_of(sniffed)(data, limits, begun) as opened:
            yield opened


def test_an_attachment_that_kills_its_reader_is_lost_alone(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "opener_of", lambda sniffed: partial(deadly, sniffed=sniffed))
    mail = message()
    attach(mail, WORD, "intyg.docx")
    attach(mail, PDF, "ond.pdf")
    attach(mail, WORD, "bilaga.docx")
    events = read(mail.as_bytes())
    assert [page.part for page in pages(events)] == ["", "intyg.docx", "bilaga.docx"]
    assert notes(events) == (PageNote.ATTACHMENT_UNREAD,)
    assert draw_page(tmp_path / "made.pdf", 3, limits=Limits()) == b""
    for number in range(6):
        attach(mail, PDF, f"{number}.pdf")
    (ended,) = read(mail.as_bytes())
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.OUT_OF_MEMORY
