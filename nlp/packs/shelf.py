"""The shelf of packs: `NAME/VERSION/pack.json` beside the files it seals; old versions stay."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nlp.packs.faults import PackError

HOME = Path(__file__).parent.parent / "rules"
MANIFEST = "pack.json"
HOLDS = frozenset({"rules", "facts", "entries", "limits", "hazards", "norms", "goods"})
_TEXTS = ("name", "version", "holds", "source", "effective", "retrieved", "licence")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_VERSION = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Pack:
    """One version of one pack. `effective` is the day from which its source held, `retrieved`
    the day it was taken; `files` are names and SHA-256 in the order they are read.
    """

    name: str
    version: str
    holds: str
    source: str
    effective: date
    retrieved: date
    licence: str
    files: tuple[tuple[str, str], ...]

    @property
    def label(self) -> str:
        """Name and version, as a claim carries them."""
        return f"{self.name} {self.version}"

    @property
    def place(self) -> str:
        """Its folder on the shelf."""
        return f"{self.name}/{self.version}"


def versions(home: Path = HOME) -> dict[str, tuple[str, ...]]:
    """The versions of every pack on the shelf, by name, each from the oldest to the newest."""
    found: dict[str, list[str]] = {}
    for manifest in home.glob(f"*/*/{MANIFEST}"):
        found.setdefault(manifest.parent.parent.name, []).append(manifest.parent.name)
    return {name: tuple(sorted(found[name], key=numbers)) for name in sorted(found)}


def newest(home: Path = HOME) -> tuple[Pack, ...]:
    """The newest version of every pack, by name. Raises `PackError`."""
    return tuple(manifest(home, name, every[-1]) for name, every in versions(home).items())


def chosen(labels: Iterable[str], home: Path = HOME) -> tuple[Pack, ...]:
    """The packs of `labels` ("stance 0.1.0"), in that order. Raises `PackError`."""
    return tuple(manifest(home, *_parted(label)) for label in labels)


def manifest(home: Path, name: str, version: str) -> Pack:
    """Read and check one manifest. Raises `PackError`, by file and key."""
    file = f"{name}/{version}/{MANIFEST}"
    found = _read(home / name / version / MANIFEST, file)
    for key in sorted(found.keys() ^ {*_TEXTS, "files"}):
        raise PackError(file, 1, key, "unknown key" if key in found else "missing")
    texts = {key: _text(file, key, found[key]) for key in _TEXTS}
    for key, place in (("name", name), ("version", version)):
        if texts[key] != place:
            raise PackError(file, 1, key, f"{texts[key]} stands in the folder {place}")
    if not _NAME.fullmatch(name):
        raise PackError(file, 1, "name", "small letters, digits and low lines")
    if not _VERSION.fullmatch(version):
        raise PackError(file, 1, "version", "numbers divided by full stops")
    if texts["holds"] not in HOLDS:
        raise PackError(file, 1, "holds", f"one of {', '.join(sorted(HOLDS))}")
    return Pack(
        name=name,
        version=version,
        holds=texts["holds"],
        source=texts["source"],
        effective=_day(file, "effective", texts["effective"]),
        retrieved=_day(file, "retrieved", texts["retrieved"]),
        licence=texts["licence"],
        files=_files(file, found["files"]),
    )


def lines(home: Path, pack: Pack) -> Iterable[tuple[str, int, str]]:
    """File, number and text of every line of a pack that is not blank.

    Raises `PackError` where a file is missing or is not the one that was sealed.
    """
    for name, sealed in pack.files:
        file = f"{pack.place}/{name}"
        try:
            raw = (home / pack.place / name).read_bytes()
        except OSError as error:
            raise PackError(file, 0, "files", str(error)) from error
        if hashlib.sha256(raw).hexdigest() != sealed:
            raise PackError(file, 0, "files", "is not the file that was sealed")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise PackError(file, 0, "files", "is not written in UTF-8") from error
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield file, number, line


def digest(packs: Sequence[Pack]) -> str:
    """A short hash of packs, by their labels and the hashes of their files."""
    told = [[pack.label, *(sealed for _, sealed in pack.files)] for pack in packs]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]


def seal(home: Path = HOME) -> None:
    """Write the hashes of the newest versions' files into their manifests, after a change.

    An older version is closed: a change in it stays an error.
    """
    for name, every in versions(home).items():
        folder = home / name / every[-1]
        found = _read(folder / MANIFEST, f"{name}/{every[-1]}/{MANIFEST}")
        files = _files(f"{name}/{every[-1]}/{MANIFEST}", found.get("files"))
        sealed = {
            file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file, _ in files
        }
        write(folder, found | {"files": sealed})


def renamed(folder: Path, version: str) -> None:
    """Write another version into the manifest of a folder that was copied."""
    found = _read(folder / MANIFEST, f"{folder.parent.name}/{version}/{MANIFEST}")
    write(folder, found | {"version": version})


def write(folder: Path, manifest: dict[str, object]) -> None:
    """Write a manifest into its folder."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text + "\n", "utf-8")


def _read(path: Path, file: str) -> dict[str, object]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise PackError(file, 1, "", str(error)) from error
    if not isinstance(found, dict):
        raise PackError(file, 1, "", "not an object")
    return found


def _files(file: str, found: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(found, dict) or not found:
        raise PackError(file, 1, "files", "a table of files and their SHA-256")
    for name in found:
        if Path(name).name != name:
            raise PackError(file, 1, "files", f"{name} is no name of a file beside it")
    return tuple((name, str(sealed)) for name, sealed in found.items())


def _text(file: str, key: str, told: object) -> str:
    if not isinstance(told, str) or not told.strip():
        raise PackError(file, 1, key, "a text")
    return told


def _day(file: str, key: str, told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise PackError(file, 1, key, f"{told} is no day") from error


def _parted(label: str) -> tuple[str, str]:
    name, _, version = label.strip().partition(" ")
    if not _NAME.fullmatch(name) or not _VERSION.fullmatch(version):
        raise PackError(label, 0, "", "a pack is named as in 'stance 0.1.0'")
    return name, version


def numbers(version: str) -> tuple[int, ...]:
    """A version to compare by: 0.10 comes after 0.9."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())
