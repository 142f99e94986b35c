"""The page texts of a document's file, by poppler's pdftotext or by any reader that is named."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which


class ExtractionError(Exception):
    """A file gave no page texts; the sentence tells why and what can be done."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The texts of a file's pages in order; where it is told, how well each was read (0 to 1)."""

    texts: tuple[str, ...]
    qualities: tuple[float, ...] | None = None


Reader = Callable[[Path], Pages]


def pdftotext(path: Path) -> Pages:
    """The pages of a PDF as laid out; qualities are not told. Raises `ExtractionError`."""
    program = which("pdftotext")
    if program is None:
        raise ExtractionError(
            f"{path} is a PDF, and pdftotext is not installed. Install poppler-utils, or name a"
            " reader: --reader 'python -m workers read-file'"
        )
    written = _output([program, "-layout", "-enc", "UTF-8", str(path), "-"], path)
    return Pages(tuple(written.split("\f")))


def by_command(command: str) -> Reader:
    """A reader that runs `command FILE` and takes a JSON line from it for each page.

    Lines with `"event": "page"` carry `page` (from 1), `text` and `quality`; others are passed
    over, and a page that is not told of is an empty one. The reader raises `ExtractionError`.
    """
    words = shlex.split(command)

    def read(path: Path) -> Pages:
        found = dict(_told(_output([*words, str(path)], path), path))
        if not found:
            raise ExtractionError(f"the reader told of no page of {path}: {command}")
        rows = [found.get(number, ("", 0.0)) for number in range(1, max(found) + 1)]
        return Pages(tuple(text for text, _ in rows), tuple(quality for _, quality in rows))

    return read


def _told(written: str, path: Path) -> Iterator[tuple[int, tuple[str, float]]]:
    for number, line in enumerate(written.splitlines(), 1):
        try:
            row = json.loads(line)
            if row.get("event") == "page":
                yield int(row["page"]), (str(row["text"]), float(row["quality"]))
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise ExtractionError(
                f"line {number} of what the reader printed for {path} is no page: {error!r}"
            ) from error


def _output(command: list[str], path: Path) -> str:
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 # the command is the caller's own
    except OSError as error:
        raise ExtractionError(f"the reader cannot be started: {error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise ExtractionError(
            f"{path} was not read ({command[0]} ended with {done.returncode})"
            + (f": {said[-1]}" if said else "")
        )
    return done.stdout.decode("utf-8", errors="replace")
