"""Pages per second beside native and plain Python readers, on the same files."""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from portal.domain.evidence import Limits
from workers import nest
from workers.bench.figures import Figure
from workers.bench.tables import Tables, parse_tables
from workers.reading.document import read_document
from workers.reading.events import Opened, PageLost, PageRead

_ROUNDS: Final = 7  # of the native readers; one alone scatters by a fifth
_REACH: Final = {"pdftotext -bbox": 0.65, "plain pdfplumber": 12.0}


@dataclass(frozen=True, slots=True)
class Pace:
    """What one reader did: pages read and lost, seconds by the wall and by the processors.

    The seconds are one of each round over all files, in the order of the rounds.
    """

    name: str
    pages: int
    lost: int
    seconds: tuple[float, ...]
    processor: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Pages in a second of the wall's clock, in the middle round."""
        return self.pages / statistics.median(self.seconds)

    @property
    def rate_per_core(self) -> float:
        """Pages in a second of a processor, in the middle round."""
        return self.pages / statistics.median(self.processor)

    def beside(self, peer: "Pace") -> list[float]:
        """Pages for each core beside a peer's, round by round, the least first.

        A peer of one round stands beside each of ours.
        """
        theirs = peer.processor * (len(self.processor) // len(peer.processor))
        share = self.pages / peer.pages
        return sorted(share * his / own for own, his in zip(self.processor, theirs, strict=True))


def measure(files: Sequence[Path]) -> tuple[list[Pace], Tables]:
    """Each reader over all files, the native ones by turns; ours first. And the peer's tables."""
    nest.stand_by()  # as a worker does before its first job
    native = {"this reader, sandboxed": _ours}
    if shutil.which("pdftotext"):
        native["pdftotext -bbox"] = _pdftotext
    rounds = [[_timed(name, files, read) for name, read in native.items()] for _ in range(_ROUNDS)]
    paces = [_together(one) for one in zip(*rounds, strict=True)]
    tables: Tables = {}

    def pdfplumber(chosen: Sequence[Path]) -> tuple[int, int]:
        pages, lost, found = _pdfplumber(chosen)
        tables.update(found)
        return pages, lost

    paces.append(_timed("plain pdfplumber", files, pdfplumber))
    return paces, tables


def _together(rounds: Sequence[Pace]) -> Pace:
    """The rounds of one reader as one; of pages, the fewest read and the most lost."""
    return Pace(
        rounds[0].name,
        pages=min(one.pages for one in rounds),
        lost=max(one.lost for one in rounds),
        seconds=tuple(seconds for one in rounds for seconds in one.seconds),
        processor=tuple(seconds for one in rounds for seconds in one.processor),
    )


def report(paces: Sequence[Pace], files: int) -> Iterator[str]:
    """The paces as lines."""
    yield f"Words, boxes and tables of {paces[0].pages} pages in {files} files"
    for pace in paces:
        yield (
            f"  {pace.name:<24}{pace.rate:8.1f} pages/s"
            f"{pace.rate_per_core:8.1f} pages/s and core"
            f"{statistics.median(pace.seconds):8.2f} s   {pace.lost} pages lost"
        )


def figures(paces: Sequence[Pace]) -> Iterator[Figure]:
    """What ours is beside each other one, for each core."""
    ours, *peers = paces
    for peer in peers:
        ratios = ours.beside(peer)
        yield Figure(
            name=f"pages for each core, beside {peer.name}",
            value=statistics.median(ratios),
            reach=_REACH[peer.name],
            unit=" x",
            basis=f"middle of {len(ratios)} rounds, {ratios[0]:.2f} to {ratios[-1]:.2f}",
        )


def parents_megabytes() -> float:
    """The most memory that this process and the nest, the parent of all children, have held."""
    status = Path(f"/proc/{nest.stand_by()}/status").read_text()
    (most,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + int(most)) / 1024


def _timed(
    name: str, files: Sequence[Path], read: Callable[[Sequence[Path]], tuple[int, int]]
) -> Pace:
    before, started = _processor(), time.perf_counter()
    pages, lost = read(files)
    seconds, processor = time.perf_counter() - started, _processor() - before
    return Pace(name, pages, lost, (seconds,), (processor,))


def _processor() -> float:
    """Seconds of processors so far, of this process, the nest, and those of both that ended.

    Of the nest and its children in hundredths, for it has not ended.
    """
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    stat = Path(f"/proc/{nest.stand_by()}/stat").read_text().rpartition(")")[2].split()
    ticks = sum(map(int, stat[11:15]))  # utime, stime, cutime, cstime
    return sum(one.ru_utime + one.ru_stime for one in used) + ticks / os.sysconf("SC_CLK_TCK")


def _ours(files: Sequence[Path]) -> tuple[int, int]:
    """All pages of all files. What lies beside the pages no peer looks at, so it is left out."""
    pages = lost = 0
    for path in files:
        told = 0
        with closing(read_document(path, limits=Limits(), recognise=False)) as events:
            for event in events:
                told = event.page_count if isinstance(event, Opened) else told
                pages += isinstance(event, PageRead)
                lost += isinstance(event, PageLost)
                # The next thing would be to look at what lies beside the pages.
                if isinstance(event, PageRead | PageLost) and event.number == told:
                    break
    return pages, lost


def _pdftotext(files: Sequence[Path]) -> tuple[int, int]:
    pages = 0
    for path in files:
        done = subprocess.run(  # noqa: S603 (a fixed program, our own files)
            ["/usr/bin/env", "pdftotext", "-bbox", str(path), "-"], capture_output=True, check=False
        )
        pages += done.stdout.count(b"<page ")
    return pages, 0


# What extract_tables() does, but for the places of the tables, which are wanted too.
_PLAIN: Final = """
import json, sys, pdfplumber
for path in sys.argv[1:]:
    try:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                page.extract_words()
                tables = [
                    [[row.cells, words] for row, words in zip(table.rows, table.extract())]
                    for table in page.find_tables()
                ]
                left, top = page.cropbox[0] - page.bbox[0], page.cropbox[1] - page.bbox[1]
                print(json.dumps([path, page.page_number, [left, top], tables]))
                page.close()
    except Exception:
        print(json.dumps([path, 0, [0, 0], []]))
"""


def _pdfplumber(files: Sequence[Path]) -> tuple[int, int, Tables]:
    """In a process of its own: it reads strangers' bytes without any wall."""
    done = subprocess.run(  # noqa: S603 (our own interpreter and text)
        [sys.executable, "-W", "ignore", "-c", _PLAIN, *map(str, files)],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    lost = sum(number == 0 for _, number, *_ in rows)
    return len(rows) - lost, lost, parse_tables(rows)
