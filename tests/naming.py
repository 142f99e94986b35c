"""A small recogniser of made-up chemical names, learnt in seconds as the command does it."""

from __future__ import annotations

from pathlib import Path

from nlp import train

NAMES = ("zolantrine", "kevoprazole", "tumerazine", "quilloxamide")
FRAMES = (
    "The {0} coating contains {1} .",
    "The {0} lining is free of {1} .",
    "No {1} was detected in the {0} fabric .",
    "The {0} sample was tested for {1} .",
)
PLAIN = "The {0} coating contains no pockets ."


def tagged(path: Path) -> None:
    """Made-up names in made-up sentences, as tokens and tags."""
    colours = ("red", "blue", "green", "outer", "inner")
    told = [
        (frame.format(colour, name), name)
        for frame in FRAMES
        for name in NAMES
        for colour in colours
    ]
    told += [(PLAIN.format(colour), "") for colour in colours] * 4
    blocks = [
        "\n".join(f"{word}\t{'B' if word == name else 'O'}" for word in words.split())
        for words, name in told
    ]
    path.write_text("\n\n".join(blocks) + "\n", "utf-8")


def learnt_in(home: Path) -> Path:
    """The folder of a recogniser that knows `NAMES`."""
    for name in ("train.tsv", "devel.tsv"):
        tagged(home / name)
    out = home / "out"
    assert train.main(["chemicals", str(home), "--out", str(out), "--epochs", "8"]) == 0
    return out
