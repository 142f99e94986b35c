"""How good the flags are, measured on labelled documents: `python -m nlp.evaluate DIR`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from nlp import gold
from nlp.pairing import Tally, paired
from nlp.pipeline import find_claims
from nlp.report import errors, report


def measured(documents: Iterable[gold.Document], *, strict: bool = False) -> Tally:
    """Run the library over documents and pair what it finds with what it should."""
    tally = Tally()
    for document in documents:
        found = find_claims(document.pages, today=document.today, kind=document.kind)
        tally.pairs.extend(paired(document, found, strict=strict))
    return tally


def main(arguments: list[str] | None = None) -> int:
    """Measure the labelled documents of a folder; 2 where it has none."""
    parser = argparse.ArgumentParser(prog="python -m nlp.evaluate", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every error in its context")
    parser.add_argument("--only", help="ids of documents, divided by commas")
    parser.add_argument("--without", help="ids of documents to leave out, divided by commas")
    options = parser.parse_args(arguments)
    documents = list(gold.read(options.folder))
    if options.only:
        documents = [d for d in documents if d.id in options.only.split(",")]
    if options.without:
        documents = [d for d in documents if d.id not in options.without.split(",")]
    if not documents:
        print(f"no labelled documents in {options.folder}", file=sys.stderr)
        return 2
    tally = measured(documents)
    lines = (
        errors(tally)
        if options.errors
        else report(documents, tally, measured(documents, strict=True))
    )
    for line in lines:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
