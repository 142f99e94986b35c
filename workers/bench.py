"""Measures reading: pages per second beside native and plain Python readers, on the same files."""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from portal.domain.evidence import Limits
from workers.reading.document import read_document
from workers.reading.events import PageLost, PageRead

_PAGES: Final = 40
_FILES: Final = 5

_SENTENCES: Final = (
    "Leverantören intygar att produkten inte innehåller ämnen på kandidatförteckningen.",
    "The audit team found that eleven workers had paid recruitment fees to an agent.",
    "Sluttillverkning sker i Vietnam, och tyget vävs i Portugal av bomull från Turkiet.",
    "Working hours were at most sixty per week, with one day of rest in every seven.",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """What one reader did: pages read, seconds by the wall and by the processors."""

    name: str
    pages: int
    lost: int
    seconds: float
    processor: float

    @property
    def rate(self) -> float:
        """Pages in a second of the wall's clock."""
        return self.pages / self.seconds

    @property
    def rate_per_core(self) -> float:
        """Pages in a second of a processor."""
        return self.pages / self.processor


def main() -> int:
    """Measure and print; a folder of PDFs may be named, else a set is made."""
    parser = argparse.ArgumentParser(prog="python -m workers.bench")
    parser.add_argument("folder", nargs="?", type=Path)
    chosen = parser.parse_args()
    with _files(chosen.folder) as files:
        if not files:
            sys.stderr.write("There are no PDFs there.\n")
            return 2
        figures = measure(files)
    for line in report(figures, len(files)):
        sys.stdout.write(line + "\n")
    return 0


def measure(files: Sequence[Path]) -> list[Figure]:
    """Each reader over all files, one after the other; ours comes first."""
    figures = [_timed("this reader, sandboxed", files, _ours)]
    if shutil.which("pdftotext"):
        figures.append(_timed("pdftotext -bbox", files, _pdftotext))
    figures.append(_timed("plain pdfplumber", files, _pdfplumber))
    return figures


def report(figures: Sequence[Figure], files: int) -> Iterator[str]:
    """The figures as lines, with what ours is beside each other one."""
    ours, *peers = figures
    yield f"Words, boxes and tables of {ours.pages} pages in {files} files"
    for figure in figures:
        yield (
            f"  {figure.name:<24}{figure.rate:8.1f} pages/s"
            f"{figure.rate_per_core:8.1f} pages/s and core"
            f"{figure.seconds:8.2f} s   {figure.lost} pages lost"
        )
    for peer in peers:
        yield (
            f"  {ours.rate / peer.rate:.2f} x {peer.name}"
            f" ({ours.rate_per_core / peer.rate_per_core:.2f} x per core)"
        )
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"  memory of the parent: {megabytes:.0f} MB at most"


def _timed(
    name: str, files: Sequence[Path], read: Callable[[Sequence[Path]], tuple[int, int]]
) -> Figure:
    before, started = _processor(), time.perf_counter()
    pages, lost = read(files)
    return Figure(name, pages, lost, time.perf_counter() - started, _processor() - before)


def _processor() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _ours(files: Sequence[Path]) -> tuple[int, int]:
    pages = lost = 0
    for path in files:
        for event in read_document(path, limits=Limits(), recognise=False):
            pages += isinstance(event, PageRead)
            lost += isinstance(event, PageLost)
    return pages, lost


def _pdftotext(files: Sequence[Path]) -> tuple[int, int]:
    pages = 0
    for path in files:
        done = subprocess.run(  # noqa: S603 (a fixed program, our own files)
            ["/usr/bin/env", "pdftotext", "-bbox", str(path), "-"], capture_output=True, check=False
        )
        pages += done.stdout.count(b"<page ")
    return pages, 0


_PLAIN: Final = """
import sys, pdfplumber
pages = lost = 0
for path in sys.argv[1:]:
    try:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                page.extract_words()
                page.extract_tables()
                page.close()
                pages += 1
    except Exception:
        lost += 1
print(pages, lost)
"""


def _pdfplumber(files: Sequence[Path]) -> tuple[int, int]:
    """In a process of its own: it reads strangers' bytes without any wall."""
    done = subprocess.run(  # noqa: S603 (our own interpreter and text)
        [sys.executable, "-W", "ignore", "-c", _PLAIN, *map(str, files)],
        capture_output=True,
        check=True,
        text=True,
    )
    pages, lost = done.stdout.split()
    return int(pages), int(lost)


@contextmanager
def _files(folder: Path | None) -> Iterator[list[Path]]:
    if folder is not None:
        yield sorted(folder.glob("*.pdf"))
        return
    with tempfile.TemporaryDirectory(prefix="underlag-bench-") as made:
        yield [_made(Path(made) / f"{number}.pdf") for number in range(_FILES)]


def _made(path: Path) -> Path:
    """A document of running text and composition tables, as suppliers send them."""
    # Part of the demonstration's dependencies; the workers themselves do without.
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4)
    for page in range(_PAGES):
        canvas.setFont("Helvetica", 10)
        for line in range(24):
            canvas.drawString(60, 780 - 14 * line, _SENTENCES[(page + line) % len(_SENTENCES)])
        if page % 2:
            ys = [400 - 18 * row for row in range(12)]
            canvas.grid([60, 240, 340, 440, 530], ys)
            for row, y in enumerate(ys[1:]):
                for x, cell in zip((64, 244, 344, 444), _row(row), strict=True):
                    canvas.drawString(x, y + 5, cell)
        canvas.showPage()
    canvas.save()
    return path


def _row(number: int) -> tuple[str, str, str, str]:
    return f"Natriumsilikat {number}", "1344-09-8", f"{number} - {number + 5} %", "H315, H318"


if __name__ == "__main__":
    raise SystemExit(main())
