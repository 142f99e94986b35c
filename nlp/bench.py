"""Speed, start and memory of finding claims, each with its target.

Words per second stand beside those of spaCy's own blank tokenizer on the same text; start and
memory are those of a process of its own that finds its first flag and then reads the same text.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import spacy

from nlp.layout.text import language
from nlp.pipeline import find_claims

_TODAY = date(2025, 1, 1)
# One sentence in eight speaks of something a reader of evidence looks for; the rest is filled with
# words no dictionary has, so that no cache of either side has seen them.
_TELLING = {
    "sv": (
        "Tyget innehåller inga ftalater enligt provningen.",
        "Nödutgången i den norra hallen var blockerad.",
        "Stommen tillverkas i Portugal av en partner.",
        "Lönen betalas ut i tid till alla anställda.",
    ),
    "en": (
        "The fabric contains no phthalates according to the test.",
        "The emergency exit of the north hall was blocked.",
        "The frame is made in Portugal by a partner.",
        "The wages are paid on time to all employees.",
    ),
}
_SMALL = {"sv": "och av på som till är den med", "en": "and of on that to is the with"}
_SYLLABLES = [first + last for first in "bdfgklmnprstv" for last in "ao"]
_SENTENCES = 3000
_RATIO, _START, _MEMORY = 0.8, 2.0, 400
_ALONE = """
import json, resource, sys, time
from datetime import date
import nlp
day = date(2025, 1, 1)
assert nlp.find_claims(["Tyget innehåller inga ftalater."], today=day)
print(time.process_time(), flush=True)
nlp.find_claims(json.load(sys.stdin), today=day)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def _own(code: str) -> str:
    small = _SMALL[code].split()
    lines = []
    for number in range(_SENTENCES):
        if number % 8 == 0:
            lines.append(_TELLING[code][number // 8 % len(_TELLING[code])])
            continue
        words = []
        for place in range(12):
            if place % 3 == 1:
                words.append(small[(number + place) % len(small)])
                continue
            seed = number * 31 + place * 7
            words.append("".join(_SYLLABLES[seed // 26**k % 26] for k in range(4)))
        lines.append(" ".join(words).capitalize() + ".")
    return "\n".join(lines)


def texts(folder: Path | None) -> list[str]:
    """The texts of a folder's `.txt` files; without one, text of our own making."""
    if folder is None:
        return [_own(code) for code in _TELLING]
    return [path.read_text("utf-8", errors="replace") for path in sorted(folder.glob("*.txt"))]


def measured(code: str, pages: Sequence[str]) -> tuple[int, float, float]:
    """Words, processor seconds of `find_claims` and of the tokenizer, each on text not yet seen."""
    words = sum(len(page.split()) for page in pages)
    # The packs are loaded and the language made ready before the clock starts.
    find_claims(list(_TELLING[code]), today=_TODAY)
    tokenizer = spacy.blank(code).tokenizer
    gc.collect()
    gc.freeze()  # as a worker does with what it has loaded
    started = process_time()
    for page in pages:
        tokenizer(page)
    between = process_time()
    for page in pages:
        find_claims([page], today=_TODAY)
    return words, process_time() - between, between - started


def main(arguments: list[str] | None = None) -> int:
    """Print words per second by language, for a folder of texts or for our own."""
    parser = argparse.ArgumentParser(prog="python -m nlp.bench", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of .txt files")
    options = parser.parse_args(arguments)
    found = texts(options.folder)
    if not found:
        sys.stderr.write(f"no .txt files in {options.folder}\n")
        return 2
    sys.stdout.write(
        f"{'':4}{'words':>9}{'find_claims w/s':>18}{'tokenizer w/s':>16}{'ratio':>8}\n"
    )
    for code in ("sv", "en"):
        pages = [page for page in found if language(page[:4000].lower()) == code]
        if not pages:
            continue
        words, ours, theirs = measured(code, pages)
        sys.stdout.write(
            f"{code:4}{words:9}{words / ours:18.0f}{words / theirs:16.0f}{theirs / ours:8.2f}\n"
        )
    sys.stdout.write(f"target of the ratio: at least {_RATIO}\n")
    start, work, memory = alone(found)
    sys.stdout.write(
        f"start to first flag {start:6.2f} s   target: at most {_START:.0f} s"
        f" ({work:.2f} s of them work of the processor)\n"
    )
    sys.stdout.write(f"memory, the most    {memory:6.0f} MB  target: at most {_MEMORY} MB\n")
    return 0


def alone(pages: Sequence[str]) -> tuple[float, float, float]:
    """Of a new process: seconds to its first flag, those it worked, and its most memory in MB."""
    started = perf_counter()
    with subprocess.Popen(  # noqa: S603 # our own program and words
        [sys.executable, "-c", _ALONE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("a process without its pipes")
        work = float(process.stdout.readline())
        taken = perf_counter() - started
        told, _ = process.communicate(json.dumps(list(pages)).encode())
    return taken, work, int(told) / 1024


if __name__ == "__main__":
    sys.exit(main())
