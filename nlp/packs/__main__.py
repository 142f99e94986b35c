"""`python -m nlp.packs`: what stands on the shelf of rule packs, and new versions of it."""

from __future__ import annotations

import argparse
import shutil
import sys
from datetime import date
from pathlib import Path

from nlp.packs import importing, shelf
from nlp.packs.exports import ExportError
from nlp.packs.faults import PackError
from nlp.packs.importing import ALL
from nlp.rules import load
from nlp.today import today_here


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 2 where a pack or an export is faulty, with the sentence that says how."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except (PackError, ExportError) as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m nlp.packs", description=__doc__)
    parser.add_argument("--shelf", type=Path, default=shelf.HOME, help="another folder of packs")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="every pack and version; the labels that find --packs takes")
    commands.add_parser("check", help="read every version and name the first fault")
    commands.add_parser("seal", help="write the hashes of the newest versions after a change")
    new = commands.add_parser("new", help="copy the newest version of a pack to the next one")
    new.add_argument("name")
    new.add_argument("version")
    take = commands.add_parser("import", help="read a publisher's export, and tell what differs")
    take.add_argument("kind", choices=ALL)
    take.add_argument("file", type=Path)
    take.add_argument("--write", action="store_true", help="keep it as a new version of the pack")
    take.add_argument("--effective", type=date.fromisoformat, help="the day of the list")
    take.add_argument("--retrieved", type=date.fromisoformat, help="the day it was taken")
    take.add_argument(
        "--words", type=Path, action="append", default=[],
        help="a list of words and given names that no town is called as; may be given again",
    )  # fmt: skip
    return parser


def _run(options: argparse.Namespace) -> int:
    home: Path = options.shelf
    if options.command == "seal":
        shelf.seal(home)
    elif options.command == "list":
        for pack in _every(home):
            print(f"{pack.label}\t{pack.effective}\t{shelf.digest([pack])}\t{pack.source}")
    elif options.command == "check":
        _check(home)
    elif options.command == "import":
        _import(home, options)
    else:
        _copy(home, options.name, options.version)
    return 0


def _every(home: Path) -> list[shelf.Pack]:
    return [
        shelf.manifest(home, name, version)
        for name, every in shelf.versions(home).items()
        for version in every
    ]


def _check(home: Path) -> None:
    """Read the newest of every pack together, then each older version in the place of its own."""
    newest = shelf.newest(home)
    load(newest, home)
    for old in set(_every(home)) - set(newest):
        load([old if pack.name == old.name else pack for pack in newest], home)


def _import(home: Path, options: argparse.Namespace) -> None:
    retrieved = options.retrieved or today_here()
    made = importing.read(
        options.kind, options.file, home=home, retrieved=retrieved, effective=options.effective,
        words=options.words,
    )  # fmt: skip
    for line in importing.differences(made):
        print(line)
    if options.write:
        print(f"written as {importing.write(made, home=home)}")


def _copy(home: Path, name: str, version: str) -> None:
    """Copy the newest version of a pack; the copy is then edited and sealed."""
    every = shelf.versions(home).get(name)
    if every is None:
        raise PackError(name, 0, "name", f"no pack of that name on the shelf {home.name}")
    if shelf.numbers(version) <= shelf.numbers(every[-1]):
        raise PackError(name, 0, "version", f"{version} is not after {every[-1]}")
    shutil.copytree(home / name / every[-1], home / name / version)
    shelf.renamed(home / name / version, version)


if __name__ == "__main__":
    sys.exit(main())
