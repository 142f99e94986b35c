"""A maker's declaration of conformity in English: the directive without its phthalates."""

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
    Text,
)
from .firms import KAMOTEK
from .pages import render

_LEAD: Final = "Lead in copper alloy of the hinge: up to 3.5 %, exemption 6(c)"
_PHTHALATES: Final = "DEHP, BBP, DBP and DIBP were not tested in the cable jacket"

PAPER: Final = Paper(
    firm=KAMOTEK,
    language="en",
    title="EU declaration of conformity KD-27U4",
    margin_notes=("EU declaration of conformity", "No. DoC-27U4-C", "18 May 2025"),
    blocks=(
        Heading("EU Declaration of Conformity"),
        Text("1. Apparatus"),
        Fields(
            (
                ("Product", "Monitor with docking station, 27 inch"),
                ("Model", "KD-27U4, KD-27U4-S"),
                ("Brand and importer", "Elektroniklagret Norr AB, Luleå, Sweden"),
                ("Serial numbers", "From 25E00001"),
            )
        ),
        Text("2. Manufacturer: Kamotek Display Systems Co., Ltd, No. 600 Xinghe Road, Suzhou"),
        Text("3. This declaration is issued under the sole responsibility of the manufacturer."),
        Text("4. The apparatus conforms to the relevant Union legislation:"),
        Grid(
            (
                ("Act", "Harmonised standard"),
                ("2014/30/EU, electromagnetic compatibility", "EN 55032, EN 55035"),
                ("2014/35/EU, low voltage", "EN IEC 62368-1"),
                ("2011/65/EU, hazardous substances (RoHS)", "EN IEC 63000:2018"),
                ("2009/125/EC, ecodesign", "Regulation (EU) 2019/2021"),
            ),
            (3.4, 2.6),
            size=8.5,
        ),
        Heading("5. Hazardous substances in homogeneous materials", 2),
        Grid(
            (
                ("Substance", "Limit", "Result", "Basis"),
                ("Lead (Pb)", "0.1 %", "Below limit, see exemptions", "XRF and supplier data"),
                ("Cadmium (Cd)", "0.01 %", "Below limit", "XRF"),
                ("Mercury (Hg)", "0.1 %", "Below limit", "XRF"),
                ("Hexavalent chromium", "0.1 %", "Below limit", "Supplier data"),
                ("PBB", "0.1 %", "Below limit", "Supplier data"),
                ("PBDE", "0.1 %", "Below limit", "Supplier data"),
            ),
            (2.2, 1, 2.4, 2),
            size=8.5,
        ),
        Heading("6. Exemptions and remarks", 2),
        Points(
            (
                f"{_LEAD}.",
                f"{_PHTHALATES}.",
                "The housing contains no brominated flame retardants.",
                "The apparatus is assembled in Suzhou, China.",
            )
        ),
        Text("7. Year in which the CE mark was affixed: 2025."),
        Signature("Suzhou, 18 May 2025", "Lin Haoran-West", "Product compliance manager"),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="DoC_KD-27U4.pdf",
    supplier="Elektroniklagret Norr AB",
    kind=DocumentKind.DOC,
    language="en",
    title=PAPER.title,
    questions=("CH-05", "CH-01"),
    expected=(
        Fact("CHEM.SUBSTANCE", "affirmed", _LEAD, 1),
        Fact("CHEM.SUBSTANCE", "hedged", _PHTHALATES, 1),
        Fact("CHEM.GROUP", "denied", "The housing contains no brominated flame retardants", 1),
        Fact("ORIGIN.COUNTRY", "affirmed", "The apparatus is assembled in Suzhou, China", 1),
        Fact("CHEM.SUBSTANCE", "denied", "Cadmium (Cd) | 0.01 % | Below limit", 1),
    ),
    contradictions=(
        # Lead is on the Candidate List since 2018; the hinge is an article of its own.
        Contradiction("CH-01", _LEAD, 1),
        Contradiction("CH-05", _PHTHALATES, 1),
        Contradiction("TR-01", "The apparatus is assembled in Suzhou, China", 1),
    ),
    make=lambda: render(PAPER),
)
