"""`python -m nlp.facts DIR`: how good the facts are, measured on labelled documents."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from nlp.measuring import gold
from nlp.measuring.extraction import ExtractionError
from nlp.measuring.facts import measured


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the labelled documents of a folder; 2 where it has none or one of them is faulty."""
    parser = argparse.ArgumentParser(prog="python -m nlp.facts", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="every fact not as labelled")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    try:
        documents = list(gold.read(folder))
    except (gold.GoldError, ExtractionError) as error:
        print(error, file=sys.stderr)
        return 2
    if not documents:
        print(f"there are no labelled documents in {folder}", file=sys.stderr)
        return 2
    for line in measured(documents, errors=options.errors):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
