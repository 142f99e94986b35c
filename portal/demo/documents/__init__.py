"""Demonstration documents: realistic papers of invented firms, made as PDF by this package."""

from pathlib import Path
from typing import Final

from . import (
    action_plan,
    audit_bsci,
    audit_smeta,
    audit_vinhphuc,
    certificate_iso14001,
    certificate_sa8000,
    certificate_textile,
    code_lindmark,
    code_peraklin,
    declaration_lindmark,
    declaration_rohs,
    declaration_svhc,
    grievance,
    lab_report,
    minerals,
    origin_cocoa,
    origin_cotton,
    policy_nordhav,
    risk_analysis,
    sds_flexprint,
    sds_handsprit,
    sites_lindmark,
)
from .answers import ANSWERS
from .blocks import Contradiction, DemoDocument, Fact

__all__ = ["ANSWERS", "DOCUMENTS", "Contradiction", "DemoDocument", "Fact", "write_all"]

DOCUMENTS: Final[tuple[DemoDocument, ...]] = (
    audit_vinhphuc.DOCUMENT,
    sds_flexprint.DOCUMENT,
    declaration_lindmark.DOCUMENT,
    certificate_sa8000.DOCUMENT,
    certificate_textile.DOCUMENT,
    code_lindmark.DOCUMENT,
    origin_cotton.DOCUMENT,
    sites_lindmark.DOCUMENT,
    risk_analysis.DOCUMENT,
    sds_handsprit.DOCUMENT,
    policy_nordhav.DOCUMENT,
    certificate_iso14001.DOCUMENT,
    lab_report.DOCUMENT,
    code_peraklin.DOCUMENT,
    audit_bsci.DOCUMENT,
    declaration_rohs.DOCUMENT,
    minerals.DOCUMENT,
    grievance.DOCUMENT,
    declaration_svhc.DOCUMENT,
    action_plan.DOCUMENT,
    audit_smeta.DOCUMENT,
    origin_cocoa.DOCUMENT,
)


def write_all(folder: Path) -> list[Path]:
    """Write every document into a folder, which is made if need be; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / document.name for document in DOCUMENTS]
    for path, document in zip(paths, DOCUMENTS, strict=True):
        path.write_bytes(document.make())
    return paths
