"""What is wrong with a pack, and where."""

from __future__ import annotations


class PackError(Exception):
    """A rule pack is faulty; the sentence names the file, the line and the key."""

    def __init__(self, file: str, line: int, key: str, why: str) -> None:
        super().__init__(f"{file}, line {line}, key {key!r}: {why}")
        self.file, self.line, self.key = file, line, key


class Faulty(Exception):
    """One key of a line is wrong; who reads the file adds the place."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(why)
        self.key, self.why = key, why
