"""A BSCI report in English on the glove factory: grade D, by performance area."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Box,
    Contradiction,
    DemoDocument,
    Fact,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Points,
    Signature,
    Space,
    Text,
)
from .firms import HALDENE
from .pages import render

_RED: Final = "#f3c9c4"
_AMBER: Final = "#f6e2b3"
_GREEN: Final = "#cfe6d2"
_SHADE: Final = {"A": _GREEN, "B": _GREEN, "C": _AMBER, "D": _RED}
_AREAS: Final = (
    ("PA 1", "Social management system", "D"),
    ("PA 2", "Workers involvement and protection", "C"),
    ("PA 3", "Freedom of association and collective bargaining", "C"),
    ("PA 4", "No discrimination", "D"),
    ("PA 5", "Fair remuneration", "B"),
    ("PA 6", "Decent working hours", "D"),
    ("PA 7", "Occupational health and safety", "B"),
    ("PA 8", "No child labour", "B"),
    ("PA 9", "Special protection for young workers", "C"),
    ("PA 10", "No precarious employment", "C"),
    ("PA 11", "No bonded labour", "D"),
    ("PA 12", "Protection of the environment", "A"),
    ("PA 13", "Ethical business behaviour", "B"),
)

PAPER: Final = Paper(
    firm=HALDENE,
    language="en",
    title="amfori BSCI audit report, Peraklin Gloves",
    look="report",
    margin_notes=("amfori BSCI audit HA-25-3390", "Peraklin Gloves Sdn Bhd"),
    blocks=(
        Heading("amfori BSCI audit: summary for buyers"),
        Fields(
            (
                ("Producer", "Peraklin Gloves Sdn Bhd, Kamunting Baru, Perak, Malaysia"),
                ("Audit ID", "HA-25-3390"),
                ("Type", "Full audit, fully announced"),
                ("Date of audit", "20-22 October 2025"),
                ("Lead auditor", "Marius Okonjo-Reed"),
                ("Products", "Examination gloves of nitrile, Ljungby LM-2002 among others"),
                ("Workers", "1,184, of whom 702 from Nepal and Bangladesh"),
                ("Zero tolerance", "No zero tolerance alert was raised"),
            )
        ),
        Box("**Overall rating: D.** A follow-up audit is due within 12 months.", _RED),
        Heading("Rating by performance area", 2),
        Grid(
            (("Area", "Name", "Rating"), *_AREAS),
            (0.8, 4, 0.8),
            size=8.5,
            fills={(row, 2): _SHADE[area[2]] for row, area in enumerate(_AREAS, start=1)},
        ),
        NewPage(),
        Heading("Findings", 2),
        Grid(
            (
                ("Area", "Finding", "Due"),
                (
                    "PA 4",
                    "Women are tested for pregnancy before they are hired.",
                    "2025-12-31",
                ),
                (
                    "PA 6",
                    (
                        "Workers in dipping worked 74 hours per week on average in August 2025. "
                        "41 of 80 workers had no rest day in two weeks."
                    ),
                    "2026-04-30",
                ),
                (
                    "PA 9",
                    "Two workers aged 16 were found on the night shift.",
                    "2025-11-15",
                ),
                (
                    "PA 10",
                    "Contracts are not given in Bengali.",
                    "2026-01-31",
                ),
                (
                    "PA 11",
                    (
                        "Workers from Bangladesh paid on average MYR 9,800 in recruitment fees. "
                        "The company deducts MYR 250 a month to recover permit costs."
                    ),
                    "2026-06-30",
                ),
            ),
            (0.7, 4.6, 1),
            size=8.5,
        ),
        Heading("Good practice", 2),
        Points(
            (
                "Wages are paid by bank transfer and on time.",
                "Passports are in the hands of the workers; lockers were checked.",
                "The waste water plant met its permit in all twelve months.",
            )
        ),
        Heading("Remediation", 2),
        Text(
            "The producer has accepted the findings. A plan for repayment of recruitment fees is "
            "under discussion with two buyers; no amount has been paid yet."
        ),
        Text(
            "A BSCI audit is not a certificate. The rating describes the situation at the time of "
            "the audit.",
            "small",
        ),
        Space(10),
        Signature("London, 12 November 2025", "Marius Okonjo-Reed", "Lead auditor"),
    ),
)

_HOURS: Final = "Workers in dipping worked 74 hours per week on average in August 2025"
_FEES: Final = "Workers from Bangladesh paid on average MYR 9,800 in recruitment fees"

DOCUMENT: Final = DemoDocument(
    name="BSCI_HA-25-3390.pdf",
    supplier="Ljungby Medicinteknik AB",
    kind=DocumentKind.AUDIT_BSCI,
    language="en",
    title=PAPER.title,
    questions=("P4-02", "P4-03", "P5-02", "P5-03", "LAB-02"),
    expected=(
        Fact("CERT", "affirmed", "Overall rating: D", 1),
        Fact("LAB.HOURS", "affirmed", _HOURS, 2),
        Fact("LAB.FEES", "affirmed", _FEES, 2),
        Fact("LAB.CHILD", "affirmed", "Two workers aged 16 were found on the night shift", 2),
        Fact("LAB.WAGE", "affirmed", "Wages are paid by bank transfer and on time", 2),
    ),
    contradictions=(
        Contradiction("LAB-01", _FEES, 2),
        Contradiction("P3-01", _HOURS, 2),
        Contradiction("P5-03", "no amount has been paid yet", 2),
    ),
    make=lambda: render(PAPER),
)
