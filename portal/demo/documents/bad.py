"""Files that need a clear sentence: locked, broken, empty, endless, disguised."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

import pikepdf
from reportlab.lib.pagesizes import A6
from reportlab.pdfgen.canvas import Canvas

from .long import long_report

PASSWORD: Final = "öppna-mig-inte"  # noqa: S105  the password of a test file, no secret
CHUNK: Final = 1 << 20


def encrypted() -> bytes:
    """A PDF that does not open without its password."""
    return _saved(pikepdf.Encryption(owner=PASSWORD, user=PASSWORD))


def encrypted_for_printing_only() -> bytes:
    """A PDF that everyone may read but not change: encrypted with an empty user password."""
    return _saved(pikepdf.Encryption(owner=PASSWORD, user=""))


def damaged() -> bytes:
    """A PDF cut in the middle of its pages: it begins as it should and leads nowhere."""
    whole = long_report(3)
    return whole[: whole.index(b"endstream")]


def empty() -> bytes:
    """No bytes at all."""
    return b""


def no_pages() -> bytes:
    """A PDF whose page tree is empty."""
    with pikepdf.new() as pdf:
        return _bytes(pdf)


def many_pages(count: int = 3000) -> bytes:
    """A PDF of many tiny pages with one line each."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A6, invariant=1)
    for number in range(1, count + 1):
        canvas.drawString(20, 30, f"Page {number} of {count}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def not_a_pdf() -> bytes:
    """A web page that somebody saved as ``rapport.pdf``."""
    return b"<!doctype html><title>Session expired</title><p>Sign in to download the report.</p>\n"


def same_twice() -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    """The same bytes under two names."""
    report = long_report(1)
    return ("rapport.pdf", report), ("rapport (1).pdf", report)


def with_script() -> bytes:
    """A readable PDF that asks its reader to run a script when it is opened."""
    with pikepdf.open(BytesIO(long_report(1))) as pdf:
        action = {"/S": pikepdf.Name.JavaScript, "/JS": "app.alert('hej')"}
        pdf.Root.OpenAction = pdf.make_indirect(pikepdf.Dictionary(action))
        return _bytes(pdf)


def endless(size: int) -> Iterator[bytes]:
    """A file of ``size`` bytes that begins as a PDF, in pieces, so 2 GB need no memory."""
    start = b"%PDF-1.7\n"[:size]
    if start:
        yield start
    rest = size - len(start)
    block = b"\n" * min(CHUNK, max(rest, 0))
    for _ in range(rest // CHUNK):
        yield block
    if rest % CHUNK:
        yield block[: rest % CHUNK]


def _saved(lock: pikepdf.Encryption) -> bytes:
    with pikepdf.open(BytesIO(long_report(1))) as pdf:
        return _bytes(pdf, lock)


def _bytes(pdf: pikepdf.Pdf, lock: pikepdf.Encryption | None = None) -> bytes:
    out = BytesIO()
    pdf.save(out, encryption=lock or False)
    return out.getvalue()
