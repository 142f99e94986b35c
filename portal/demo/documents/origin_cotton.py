"""A spinner's declaration in English of where its cotton comes from: mass balance."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Contradiction,
    DemoDocument,
    Fact,
    Fields,
    Grid,
    Heading,
    Paper,
    Points,
    Signature,
    Space,
    Text,
)
from .firms import TARANGO
from .pages import render

PAPER: Final = Paper(
    firm=TARANGO,
    language="en",
    title="Declaration of cotton origin 2026",
    margin_notes=("Declaration CO-26/019", "14 January 2026"),
    serif=True,
    blocks=(
        Text("To: Lindmark Textil AB, Borås, Sweden"),
        Text("Attention: Anna Lövgrund"),
        Space(6),
        Heading("Declaration of cotton origin and chain of custody"),
        Text(
            "We declare the following for the yarns Ne 20/1 and Ne 30/1 that we delivered in 2025 "
            "for the fabrics TW 245, TW 280 and TW 195."
        ),
        Fields(
            (
                ("Spinning", "Yarns are spun in Gazipur, Bangladesh"),
                ("Weaving and dyeing", "Fabrics are woven and dyed in Gazipur, Bangladesh"),
                ("Quantity", "412 tonnes of yarn, of which 171 tonnes of cotton"),
                ("Chain of custody", "Mass balance"),
            )
        ),
        Heading("1. Countries of the lint", 2),
        Grid(
            (
                ("Country of growth", "Share 2024", "Share 2025", "Evidence"),
                ("India (Gujarat)", "46 %", "38 %", "Bale lists, phytosanitary certificates"),
                ("Brazil", "31 %", "34 %", "Bale lists, HVI data"),
                ("Benin", "11 %", "9 %", "Bale lists"),
                ("Uzbekistan", "0 %", "12 %", "Invoice of the trader"),
                ("Not known, bought on the spot market", "12 %", "7 %", "None"),
            ),
            (2.6, 1, 1, 2.6),
            size=8.5,
        ),
        Text(
            "Under mass balance, lint of different origins is mixed in the blow room. The lint in "
            "a given fabric can therefore not be traced to a country."
        ),
        Heading("2. Xinjiang", 2),
        Text("Cotton is not sourced from Xinjiang. Our buyers are instructed accordingly."),
        Text(
            "For the lint bought on the spot market the country of growth is not known. Isotope "
            "tests have not been made."
        ),
        Heading("3. Labour in growing and ginning", 2),
        Points(
            (
                "Our traders must not use forced labour or child labour.",
                (
                    "We cannot exclude that children help with the harvest on small farms in "
                    "Gujarat."
                ),
                "We have not visited farms or gins during the year.",
            )
        ),
        Heading("4. Validity", 2),
        Text(
            "The declaration is valid for deliveries until 31 December 2026. Supporting documents "
            "are kept for five years and are shown on request."
        ),
        Signature("Gazipur, 14 January 2026", "Rezwan Talukder-Dey", "Export manager"),
    ),
)

_UNKNOWN: Final = "For the lint bought on the spot market the country of growth is not known"

DOCUMENT: Final = DemoDocument(
    name="cotton_origin_2026.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.SUPPLIER_DECLARATION,
    language="en",
    title=PAPER.title,
    questions=("TR-03", "TR-04"),
    expected=(
        Fact("ORIGIN.MATERIAL", "affirmed", "Chain of custody Mass balance", 1),
        Fact("ORIGIN.MATERIAL", "denied", "Cotton is not sourced from Xinjiang", 1),
        Fact("ORIGIN.MATERIAL", "hedged", _UNKNOWN, 1),
        Fact("ORIGIN.COUNTRY", "affirmed", "Yarns are spun in Gazipur, Bangladesh", 1),
        Fact(
            "LAB.CHILD",
            "hedged",
            "We cannot exclude that children help with the harvest on small farms in Gujarat",
            1,
        ),
    ),
    contradictions=(
        Contradiction("TR-04", "Chain of custody Mass balance", 1),
        Contradiction("TR-04", _UNKNOWN, 1),
        Contradiction("TR-04", "Uzbekistan | 0 % | 12 %", 1),
    ),
    make=lambda: render(PAPER),
)
