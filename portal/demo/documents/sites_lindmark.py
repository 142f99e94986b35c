"""Lindmark's list of factories in Swedish, on its side: one country more than the answer names."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import Contradiction, DemoDocument, Fact, Grid, Heading, Paper, Text
from .firms import LINDMARK
from .pages import render

_YANGON: Final = (
    "Shwe Kanar Garment Co., Ltd",
    "Block 6, Hlaing Kyun Zone, Yangon",
    "Myanmar",
    "Sömnad, jackor",
    "LT-2215",
    "520 (430/90)",
    "BSCI C, 2024-05-02",
)

PAPER: Final = Paper(
    firm=LINDMARK,
    language="sv",
    title="Fabrikslista 2026, arbetskläder",
    landscape=True,
    margin_notes=("Fabrikslista 2026", "Uppdaterad 2026-01-30", "Sekretess begärs för led 2"),
    blocks=(
        Heading("Fabrikslista för avtalet Arbetskläder och personalkläder 2025"),
        Text(
            "Listan omfattar de anläggningar som sydde, vävde, färgade eller tryckte varor för "
            "avtalet under 2025. Antal anställda anges med kvinnor och män inom parentes."
        ),
        Heading("Led 1: sluttillverkning", 2),
        Grid(
            (
                (
                    "Juridiskt namn",
                    "Adress",
                    "Land",
                    "Verksamhet",
                    "Artiklar",
                    "Anställda",
                    "Granskning",
                ),
                (
                    "Minh Sao Workwear Co., Ltd",
                    "Lot C7, Dong Lai Industrial Zone, Vinh Phuc",
                    "Vietnam",
                    "Tillskärning, sömnad, packning",
                    "LT-2210, LT-2215",
                    "642 (451/191)",
                    "SA8000 till 2027-03-01",
                ),
                (
                    "Padma Tarango Apparels Ltd",
                    "Plot 45, Kaliganj Road, Gazipur",
                    "Bangladesh",
                    "Sömnad, packning",
                    "LT-1108, LT-1140",
                    "1 310 (905/405)",
                    "SMETA 4 pelare, 2025-03-18",
                ),
                _YANGON,
            ),
            (2.2, 2.8, 1.1, 1.9, 1.4, 1.3, 1.8),
            size=7.5,
        ),
        Heading("Led 2: tyg, färgning och tillbehör", 2),
        Grid(
            (
                ("Juridiskt namn", "Ort", "Land", "Verksamhet", "Granskning"),
                (
                    "Padma Tarango Weaving Mills Ltd",
                    "Gazipur",
                    "Bangladesh",
                    "Vävning, färgning",
                    "OEKO-TEX Standard 100",
                ),
                (
                    "Padma Tarango Spinning Ltd",
                    "Gazipur",
                    "Bangladesh",
                    "Spinning",
                    "Egen besiktning 2024",
                ),
                ("Konfidentiellt", "Konfidentiellt", "Kina", "Reflexband", "Ingen"),
                ("Harrowfen Coatings Ltd", "Harrowfen", "Storbritannien", "Tryckfärg", "Ingen"),
            ),
            (2.6, 1.5, 1.3, 2, 2),
            size=7.5,
        ),
        Heading("Ändringar sedan 2025", 2),
        Text(
            "Shwe Kanar tog över en del av LT-2215 från augusti 2025 när Minh Sao inte hann med. "
            "Ursprunget för blixtlåsen är okänt. Bomullen i tygerna kommer från flera länder, se "
            "spinneriets intyg."
        ),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="fabrikslista_2026.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.OTHER,
    language="sv",
    title=PAPER.title,
    questions=("TR-01", "TR-02", "TR-03", "P2-04"),
    expected=(
        Fact("ORIGIN.SITE", "affirmed", "Minh Sao Workwear Co., Ltd | Lot C7", 1),
        Fact("ORIGIN.SITE", "affirmed", " | ".join(_YANGON[:3]), 1),
        Fact("ORIGIN.COUNTRY", "hedged", "Ursprunget för blixtlåsen är okänt", 1),
    ),
    contradictions=(
        Contradiction("TR-01", " | ".join(_YANGON[:3]), 1),
        Contradiction("TR-02", "Shwe Kanar tog över en del", 1),
        # The audit found a printing unit that the list does not name.
        Contradiction("TR-03", "", 1),
    ),
    make=lambda: render(PAPER),
)
