"""Measures a paper's way through the real web, queue and workers, and the pages meanwhile.

``python -m workers.bench.latency [--rounds 5] [--uploads 100]``, on servers of its own.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from portal.bench.ground import servers_in_a_folder
from portal.data import tables
from workers.bench.made import make_pdf
from workers.bench.whole import PATIENCE, Place, serving

LOOK: Final = 0.002  # seconds between two looks at the rows
CLIENTS: Final = 10


@dataclass(frozen=True, slots=True)
class Way:
    """Seconds from the first byte of an upload until something stood."""

    answered: float
    first_text: float
    first_picture: float
    all_flags: float
    all_pictures: float


def way_of(place: Place, content: bytes, *, pages: int) -> Way:
    """Upload a paper, and watch it come. Raises RuntimeError where it does not in time."""
    started = time.perf_counter()
    place.upload(content, "bench.pdf")
    answered = time.perf_counter() - started
    row = place.newest()
    watched: dict[str, Callable[[], bool]] = {
        "first_text": lambda: place.has_page(row.id),
        "first_picture": lambda: place.has_picture(row.sha256, 1),
        "all_flags": lambda: bool(
            place.count(tables.Document.id == row.id, tables.Document.flagged_at.is_not(None))
        ),
        "all_pictures": lambda: place.has_picture(row.sha256, pages),
    }
    seen: dict[str, float] = {}
    while len(seen) < len(watched):
        for name, stands in watched.items():
            if name not in seen and stands():
                seen[name] = time.perf_counter() - started
        if time.perf_counter() - started > PATIENCE:
            raise RuntimeError(f"only {sorted(seen)} came")
        time.sleep(LOOK)
    return Way(answered=answered, **seen)


def under_load(place: Place, contents: Sequence[bytes]) -> tuple[float, float, float]:
    """Seconds of a page while idle and while many upload at once, and until all were flagged.

    Raises RuntimeError where that takes too long, or one is lost.
    """
    path = f"/assessments/{place.assessment}"
    idle = median(place.ask("GET", path) for _ in range(20))
    before, loaded = place.count(), []
    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        sent = [
            clients.submit(place.upload, content, f"{number}.pdf")
            for number, content in enumerate(contents)
        ]
        while not all(each.done() for each in sent) or place.count(
            tables.Document.flagged_at.is_(None), tables.Document.state != "failed"
        ):
            loaded.append(place.ask("GET", path))
            if time.perf_counter() - started > PATIENCE:
                raise RuntimeError("they are still being read")
            time.sleep(0.2)
        for each in sent:
            each.result()
    lost = before + len(contents) - place.count(tables.Document.flagged_at.is_not(None))
    if lost:
        raise RuntimeError(f"{lost} of {len(contents)} were lost")
    return idle, median(loaded), time.perf_counter() - started


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m workers.bench.latency", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--uploads", type=int, default=100)
    parser.add_argument("--port", type=int, default=8766)
    chosen = parser.parse_args()
    with (
        servers_in_a_folder(durable=True) as (servers, folder),
        serving(servers, folder, chosen.port) as place,
    ):
        _tell(place, folder, rounds=chosen.rounds, uploads=chosen.uploads)
    return 0


def _tell(place: Place, folder: Path, *, rounds: int, uploads: int) -> None:
    content = make_pdf(folder / "long.pdf", pages=20).read_bytes()
    # A comment behind the end makes other bytes of the same pages; the first round only warms.
    ways = [way_of(place, content + b"%%%d" % n, pages=20) for n in range(rounds + 1)][1:]
    sys.stdout.write(
        f"one paper of 20 pages, warm, median of {rounds}, seconds after the upload:\n"
    )
    for name in Way.__slots__:
        seconds = median(getattr(way, name) for way in ways)
        sys.stdout.write(f"  {name.replace('_', ' '):<16}{seconds:6.2f}\n")
    small = make_pdf(folder / "short.pdf", pages=2).read_bytes()
    idle, loaded, seconds = under_load(place, [small + b"%%%d" % n for n in range(uploads)])
    sys.stdout.write(
        f"{uploads} papers of 2 pages at once: all read and flagged after {seconds:.1f} s, 0 lost\n"
        f"  the supplier's page meanwhile {loaded * 1000:.0f} ms, idle {idle * 1000:.0f} ms:"
        f" {loaded / idle:.1f} x\n"
    )


if __name__ == "__main__":
    raise SystemExit(main())
