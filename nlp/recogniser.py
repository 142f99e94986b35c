"""A recogniser of chemical names from a folder of one's own: optional, and checked before use.

`python -m nlp.train chemicals` makes such a folder; its manifest tells what its files are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language

from nlp import looks

LABEL = "CHEMICAL"
MANIFEST = "recogniser.json"
_BY = "python -m nlp.train chemicals"
_SERIES = ".".join(spacy_version.split(".")[:2])
_PIPES = [looks.COMPONENT, "ner"]


class RecogniserError(Exception):
    """A folder holds no recogniser that can be used; told in a sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Recogniser:
    """A pipeline that finds names of chemicals in English words; `digest` tells which one."""

    pipeline: Language
    digest: str

    @property
    def label(self) -> str:
        """What a claim made by it names as its pack."""
        return f"recogniser {self.digest}"

    def names(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """For each text the names in it, as [start, end) characters."""
        # Words of strangers' papers are forgotten again: a worker reads for months.
        with self.pipeline.memory_zone():
            return [
                [(name.start_char, name.end_char) for name in doc.ents]
                for doc in self.pipeline.pipe(texts)
            ]


def seal(folder: Path) -> None:
    """Write the manifest of a pipeline that was just learnt."""
    told = {"by": _BY, "spacy": _SERIES, "sha256": _hash(folder)}
    (folder / MANIFEST).write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def read_recogniser(folder: Path) -> Recogniser:
    """The recogniser of a folder.

    Raises `RecogniserError` where there is none, its files are not those it was made with, or it
    was made by another series of spaCy.
    """
    told = _manifest(folder)
    if told.get("by") != _BY:
        raise RecogniserError(f"{folder} holds no recogniser made by `{_BY}`")
    if told.get("spacy") != _SERIES:
        raise RecogniserError(
            f"The recogniser in {folder} was made with spaCy {told.get('spacy')}, and this is"
            f" spaCy {_SERIES}: make it again by `{_BY}`"
        )
    try:
        digest = _hash(folder)
        if digest != told.get("sha256"):
            raise RecogniserError(f"The files in {folder} are not those its {MANIFEST} tells of")
        pipeline = spacy.load(folder)
    except (OSError, ValueError) as error:
        raise RecogniserError(f"The recogniser in {folder} cannot be read: {error}") from error
    if pipeline.pipe_names != _PIPES or pipeline.pipe_labels["ner"] != [LABEL]:
        raise RecogniserError(f"The pipeline in {folder} is of another make")
    return Recogniser(pipeline, digest[:8])


def _manifest(folder: Path) -> dict[str, object]:
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RecogniserError(
            f"{folder} holds no recogniser made by `{_BY}`: {MANIFEST}: {error}"
        ) from error
    return told if isinstance(told, dict) else {}


def _hash(folder: Path) -> str:
    """Of all files but the manifest, with their names."""
    whole = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        if name != MANIFEST:
            whole.update(f"{name}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
