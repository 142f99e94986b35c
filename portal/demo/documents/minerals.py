"""A statement in English on conflict minerals: undeterminable, cobalt not traced."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Box,
    Contradiction,
    DemoDocument,
    Fact,
    Grid,
    Heading,
    NewPage,
    Paper,
    Points,
    Signature,
    Text,
)
from .firms import ELEKTRONIKLAGRET
from .pages import render

_UNDETERMINABLE: Final = (
    "Our products are DRC conflict undeterminable with regard to tantalum and gold"
)
_COBALT: Final = "The cobalt in the batteries has not been traced beyond the cell maker"

PAPER: Final = Paper(
    firm=ELEKTRONIKLAGRET,
    language="en",
    title="Conflict minerals statement 2025",
    margin_notes=("Conflict minerals statement", "Reporting year 2025", "Issued 2026-03-02"),
    blocks=(
        Heading("Conflict minerals statement, reporting year 2025"),
        Text(
            "Elektroniklagret Norr AB sells computers, monitors and accessories under its own "
            "brand and those of others. This statement covers tin, tantalum, tungsten and gold "
            "(3TG) as well as cobalt and mica in products of the own brand."
        ),
        Heading("1. Result", 2),
        Points(
            (
                "We received reporting templates from 31 of 38 suppliers (82 %).",
                f"{_UNDETERMINABLE}.",
                "All tungsten smelters in our chain are RMAP conformant.",
                f"{_COBALT}.",
                "Mica is used in insulating foils. Its origin is not known.",
            )
        ),
        Heading("2. Smelters and refiners named by our suppliers", 2),
        Grid(
            (
                ("Metal", "Smelters named", "RMAP conformant", "Active", "Not in the programme"),
                ("Tin", "47", "41", "4", "2"),
                ("Tantalum", "22", "21", "0", "1"),
                ("Tungsten", "19", "19", "0", "0"),
                ("Gold", "88", "63", "6", "19"),
                ("Cobalt", "9", "4", "3", "2"),
            ),
            (1.4, 1.3, 1.5, 1, 1.6),
            size=8.5,
        ),
        Heading("3. Smelters that give cause for concern", 2),
        Grid(
            (
                ("Metal", "Smelter", "Country", "Remark"),
                ("Gold", "Qasr Bullion Refining", "United Arab Emirates", "Removed from RMAP 2024"),
                ("Gold", "Lake Ridge Gold Works", "Uganda", "Never audited"),
                ("Tin", "Tambang Raya Smelting", "Indonesia", "Audit refused"),
            ),
            (0.8, 2.2, 1.8, 2),
            size=8.5,
        ),
        NewPage(),
        Heading("4. What we ask of our suppliers", 2),
        Points(
            (
                "Suppliers shall source 3TG from conformant smelters only.",
                "Suppliers shall send a reporting template each year before 31 January.",
                "Suppliers shall have a policy on minerals from conflict areas.",
            )
        ),
        Heading("5. Next steps", 2),
        Text(
            "During 2026 we will ask the makers of monitors and docks to remove the three "
            "smelters. Seven suppliers that have not replied will be reminded. We aim at 95 % "
            "replies."
        ),
        Heading("6. Suppliers that have not replied", 2),
        Grid(
            (
                ("Supplier", "Product", "Reminded"),
                ("Maker of docks, Shenzhen", "Docking stations", "2026-01-12, 2026-02-10"),
                ("Maker of cables, Dongguan", "USB-C cables", "2026-01-12"),
                ("Five makers of accessories", "Mice, headsets, stands", "2026-02-10"),
            ),
            (2.4, 2, 2),
            size=8.5,
        ),
        Box(
            "A reporting template (CMRT 6.4, company level) and one for cobalt and mica (EMRT 2.0) "
            "are sent on request."
        ),
        Signature("Luleå, 2 March 2026", "Petronella Isakfjord", "Head of compliance"),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="conflict_minerals_2025.pdf",
    supplier="Elektroniklagret Norr AB",
    kind=DocumentKind.CMRT,
    language="en",
    title=PAPER.title,
    questions=("TR-03", "TR-04"),
    expected=(
        Fact("ORIGIN.MINERALS", "affirmed", _UNDETERMINABLE, 1),
        Fact("ORIGIN.MINERALS", "denied", _COBALT, 1),
        Fact(
            "ORIGIN.MINERALS",
            "affirmed",
            "All tungsten smelters in our chain are RMAP conformant",
            1,
        ),
        Fact("ORIGIN.MINERALS", "affirmed", "Tin | Tambang Raya Smelting | Indonesia", 1),
    ),
    contradictions=(
        Contradiction("TR-04", _UNDETERMINABLE, 1),
        Contradiction("TR-04", _COBALT, 1),
        Contradiction("TR-04", "Gold | 88 | 63", 1),
    ),
    make=lambda: render(PAPER),
)
