"""What is wrong with a pack, and where."""

from __future__ import annotations

import json
from typing import Any


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


def json_object(line: str) -> dict[str, Any]:
    """The object of a line; `Any`: JSON whose types are not yet checked. Raises `Faulty`."""
    try:
        found = json.loads(line)
    except ValueError as error:
        raise Faulty("", str(error)) from error
    if not isinstance(found, dict):
        raise Faulty("", "not an object")
    return found
