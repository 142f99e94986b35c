"""How good the flags are, measured on documents: `python -m nlp.evaluate DIR`.

Labelled documents give figures; texts and PDFs without labels are told by what is flagged in them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from nlp.claims import Claim
from nlp.measuring import gold
from nlp.measuring.extraction import ExtractionError, Pages, Reader, by_command, pdftotext
from nlp.measuring.figures import Reading, reading
from nlp.measuring.report import errors, flags, report, unlabelled
from nlp.pipeline import find_claims
from nlp.recogniser import Recogniser, RecogniserError, read_recogniser
from nlp.today import today_here


def measured(
    documents: Iterable[gold.Document], recogniser: Recogniser | None = None
) -> list[Reading]:
    """Run the library over documents and pair what it finds with what it should."""
    return [reading(document, _found(document, recogniser)) for document in documents]


def _found(document: gold.Document, recogniser: Recogniser | None) -> list[Claim]:
    return find_claims(
        document.pages,
        today=document.today,
        kind=document.kind,
        qualities=document.qualities,
        recogniser=recogniser,
    )


def main(arguments: list[str] | None = None) -> int:
    """Measure the documents of a folder; 2 where it has none or one of them is faulty."""
    options = _options(arguments)
    reader = by_command(options.reader) if options.reader else pdftotext
    try:
        for line in _lines(options, reader):
            print(line)
    except (gold.GoldError, ExtractionError, RecogniserError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m nlp.evaluate", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every error in its context")
    parser.add_argument("--only", help="ids of documents, divided by commas")
    parser.add_argument("--without", help="ids of documents to leave out, divided by commas")
    parser.add_argument(
        "--reader", metavar="COMMAND", help="read PDFs by COMMAND FILE, which prints pages as JSON"
    )
    parser.add_argument("--recogniser", type=Path, help="folder of `nlp.train chemicals`")
    parser.add_argument("--resamples", type=int, default=1000, help="draws of whole documents")
    parser.add_argument(
        "--today", type=date.fromisoformat, help="the day lapsed is told by in unlabelled files"
    )
    options = parser.parse_args(arguments)
    if options.resamples < 1:
        parser.error("--resamples takes a number from 1")
    return options


def _lines(options: argparse.Namespace, reader: Reader) -> Iterator[str]:
    folder: Path = options.folder
    if not folder.is_dir():
        raise gold.GoldError(str(folder), 0, "there is no such folder")
    recogniser = read_recogniser(options.recogniser) if options.recogniser else None
    readings = measured(_chosen(gold.read(folder, reader=reader), options), recogniser)
    plain = [] if readings else list(_plain(folder, reader))
    if not readings and not plain:
        raise gold.GoldError(str(folder), 0, "no document in it is labelled, a text or a PDF")
    if readings:
        yield from (
            errors(readings) if options.errors else report(readings, resamples=options.resamples)
        )
    today = options.today or today_here()
    for name, pages in plain:
        claims = find_claims(
            pages.texts, today=today, qualities=pages.qualities, recogniser=recogniser
        )
        yield from unlabelled(name, pages.texts, claims)
        if options.errors:
            yield from flags(pages.texts, claims)


def _chosen(
    documents: Iterable[gold.Document], options: argparse.Namespace
) -> Iterator[gold.Document]:
    only = options.only.split(",") if options.only else None
    without = options.without.split(",") if options.without else ()
    for document in documents:
        if (only is None or document.id in only) and document.id not in without:
            yield document


def _plain(folder: Path, reader: Reader) -> Iterator[tuple[str, Pages]]:
    """The texts and PDFs of a folder that carries no labels."""
    for path in sorted(folder.glob("*.txt")):
        yield path.name, Pages(tuple(gold.text_pages(path)))
    for path in sorted(folder.glob("*.pdf")):
        yield path.name, reader(path)


if __name__ == "__main__":
    sys.exit(main())
