"""Demonstration documents: realistic papers of invented firms, made as PDF by this package."""

from pathlib import Path
from typing import Final

from . import (
    audit_vinhphuc,
    certificate_sa8000,
    code_lindmark,
    declaration_lindmark,
    sds_flexprint,
    sds_handsprit,
)
from .blocks import Contradiction, DemoDocument, Fact

__all__ = ["DOCUMENTS", "Contradiction", "DemoDocument", "Fact", "write_all"]

DOCUMENTS: Final[tuple[DemoDocument, ...]] = (
    audit_vinhphuc.DOCUMENT,
    declaration_lindmark.DOCUMENT,
    sds_flexprint.DOCUMENT,
    certificate_sa8000.DOCUMENT,
    code_lindmark.DOCUMENT,
    sds_handsprit.DOCUMENT,
)


def write_all(folder: Path) -> list[Path]:
    """Write every document into a folder, which is made if need be; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / document.name for document in DOCUMENTS]
    for path, document in zip(paths, DOCUMENTS, strict=True):
        path.write_bytes(document.make())
    return paths
