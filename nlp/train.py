"""Learn what is shipped or optional: `python -m nlp.train score DIR …`. Needs the extra `train`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from nlp.measuring.extraction import ExtractionError
from nlp.measuring.gold import GoldError
from nlp.scoring.model import HOME
from nlp.training.material import MaterialError


def main(arguments: list[str] | None = None) -> int:
    """Run one of the commands; 2 where its data is missing or faulty."""
    options = _options(arguments)
    try:
        for line in _lines(options):
            print(line)
    except (GoldError, ExtractionError, MaterialError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m nlp.train", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    score = commands.add_parser("score", help="the score of flags, from labelled documents")
    score.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    score.add_argument(
        "--wordings",
        type=Path,
        nargs="*",
        default=(),
        metavar="DIR",
        help="documents written in unusual words: they teach what words tell, and no more",
    )
    score.add_argument(
        "--lines",
        type=Path,
        nargs="*",
        default=(),
        metavar="DIR",
        help="plain statements that stand by themselves: what they tell with nothing around them",
    )
    score.add_argument("--out", type=Path, default=HOME, help="where arrays and manifest go")
    score.add_argument(
        "--day", type=date.fromisoformat, required=True, help="the day the manifest tells"
    )
    labour = commands.add_parser("labour", help="measure sentences of modern slavery statements")
    labour.add_argument("folder", type=Path, metavar="DIR", help="holds the two files of AIMS")
    labour.add_argument("--errors", action="store_true", help="list every error, by criterion")
    chemicals = commands.add_parser("chemicals", help="an optional recogniser of chemical names")
    chemicals.add_argument("folder", type=Path, metavar="DIR", help="holds BC5CDR's two files")
    chemicals.add_argument("--out", type=Path, required=True, help="where the pipeline goes")
    chemicals.add_argument("--epochs", type=int, default=6)
    return parser.parse_args(arguments)


def _lines(options: argparse.Namespace) -> Iterator[str]:
    # Each is loaded with its command alone: each needs another large library.
    if options.command == "labour":
        from nlp.training import labour

        yield from labour.measured(options.folder, errors=options.errors)
    elif options.command == "chemicals":
        from nlp.training import chemicals

        yield from chemicals.learn(options.folder, options.out, epochs=options.epochs)
    else:
        from nlp.training import scoring

        yield from scoring.learn(
            options.folders,
            wordings=options.wordings,
            lines=options.lines,
            day=options.day,
            out=options.out,
        )


if __name__ == "__main__":
    sys.exit(main())
