"""Packs of a test's own, on a shelf of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from nlp.packs import shelf
from nlp.rules import Rulebook, load

GOOD = '{"id": "a", "set": "water", "en": ["water"]}'


def put(
    home: Path,
    *lines: str,
    name: str = "one",
    version: str = "1",
    changed: Mapping[str, object] | None = None,
) -> Path:
    """Put a pack of these lines on the shelf `home`; `changed` are keys of its manifest."""
    folder = home / name / version
    folder.mkdir(parents=True)
    (folder / "lines.jsonl").write_text("\n".join(lines), "utf-8", "surrogateescape")
    manifest: dict[str, object] = {
        "name": name,
        "version": version,
        "holds": "rules",
        "source": "own",
        "effective": "2025-01-01",
        "retrieved": "2025-01-02",
        "licence": "own",
        "files": {"lines.jsonl": ""},
    }
    shelf.write(folder, manifest)
    shelf.seal(home)
    if changed:
        sealed = shelf.manifest(home, name, version).files
        manifest["files"] = dict(sealed)
        shelf.write(folder, {k: v for k, v in (manifest | dict(changed)).items() if v is not None})
    return home


def book(home: Path) -> Rulebook:
    """The newest packs of the shelf."""
    return load(shelf.newest(home), home)
