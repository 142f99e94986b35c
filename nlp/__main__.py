"""`python -m nlp find FILE`: the claims of a text as JSON lines; form feeds divide its pages."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from nlp.claims import Claim
from nlp.packs.shelf import seal
from nlp.pipeline import find_claims
from nlp.recogniser import RecogniserError, read_recogniser
from nlp.today import today_here


def main(arguments: list[str] | None = None) -> int:
    """Find claims in a file, or seal the rule packs; 2 where a file or recogniser is no good."""
    parser = argparse.ArgumentParser(prog="python -m nlp", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    find = commands.add_parser("find", help="print the claims of a text file")
    find.add_argument("file", type=Path)
    find.add_argument(
        "--today", type=date.fromisoformat, default=None, help="the day lapsed is told by"
    )
    find.add_argument("--packs", default="", help='labels divided by commas, "stance 0.1.0,…"')
    find.add_argument("--recogniser", type=Path, help="folder of `nlp.train chemicals`")
    commands.add_parser("seal", help="write the hashes of the rule packs after a change")
    options = parser.parse_args(arguments)
    if options.command == "seal":
        seal()
        return 0
    try:
        recogniser = read_recogniser(options.recogniser) if options.recogniser else None
    except RecogniserError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        pages = options.file.read_text("utf-8", errors="replace").split("\f")
    except OSError as error:
        print(f"{options.file} cannot be read: {error.strerror}", file=sys.stderr)
        return 2
    today = options.today or today_here()
    packs = _labels(options.packs)
    for claim in find_claims(pages, today=today, packs=packs, recogniser=recogniser):
        print(line(claim, pages[claim.page - 1]))
    return 0


def _labels(told: str) -> list[str]:
    return [label.strip() for label in told.split(",") if label.strip()]


def line(claim: Claim, page: str) -> str:
    """One claim as JSON, with its words."""
    found = {name: getattr(claim, name) for name in claim.__dataclass_fields__}
    return json.dumps(
        found | {"value": dict(claim.value), "quote": page[claim.start : claim.end]},
        ensure_ascii=False,
    )


if __name__ == "__main__":
    sys.exit(main())
