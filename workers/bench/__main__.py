"""Prints every figure of reading with what it shall reach."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from workers.bench import harm, scans, speed, tables
from workers.bench.figures import Figure
from workers.bench.made import files_in


def main() -> int:
    """Measure and print; folders of PDFs may be named, else a set is made."""
    parser = argparse.ArgumentParser(prog="python -m workers.bench")
    parser.add_argument("folder", nargs="?", type=Path, help="documents to measure on")
    parser.add_argument("--hostile", type=Path, help="files meant to break readers")
    chosen = parser.parse_args()
    with files_in(chosen.folder) as files:
        if not files:
            sys.stderr.write("There are no PDFs there.\n")
            return 2
        hostile = sorted(chosen.hostile.glob("*.pdf")) if chosen.hostile else []
        for line in measured(files, hostile=hostile):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


def measured(files: Sequence[Path], *, hostile: Sequence[Path]) -> Iterator[str | Figure]:
    """Lines and figures as they come."""
    paces, theirs = speed.measure(files)
    yield from speed.report(paces, len(files))
    yield from speed.figures(paces)
    yield Figure(
        name="memory of the parents, worker and nest, after that",
        value=speed.parents_megabytes(),
        reach=200,
        unit=" MB",
        at_most=True,
    )
    yield from tables.figures(tables.compare(theirs))
    yield from harm.figures([*files, *hostile])
    yield from scans.figures()


if __name__ == "__main__":
    raise SystemExit(main())
