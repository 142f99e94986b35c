"""A SMETA summary in English of a coffee cooperative: children at work, and good examples."""

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
    Photo,
    Points,
    Signature,
    Text,
)
from .firms import HALDENE
from .pages import render

_RED: Final = "#f3c9c4"
_CHILDREN: Final = "Five children aged 11 to 14 were picking coffee on three of the twelve farms"
_CONTRACTS: Final = "Seasonal pickers have no written contracts"
_PAY: Final = "In week 46 the pay of 22 pickers was below the legal minimum wage"

PAPER: Final = Paper(
    firm=HALDENE,
    language="en",
    title="SMETA summary, Cooperativa Cerro Alto",
    look="report",
    margin_notes=("SMETA 4-pillar, HA-25-4102", "Cooperativa Cerro Alto"),
    blocks=(
        Heading("SMETA audit summary and corrective action plan"),
        Fields(
            (
                ("Site", "Cooperativa Cerro Alto, Marcala, Honduras"),
                ("Activity", "Growing, washing and drying of arabica coffee"),
                ("Scope", "Washing station and 12 of 148 member farms"),
                ("Audit", "4-pillar, semi-announced, 17-20 November 2025"),
                ("Ordered by", "Kaffegrossen Sigtuna AB"),
                ("Workers", "61 permanent; about 900 pickers in the harvest"),
            )
        ),
        Box("**Critical non-conformity.** Child labour on member farms.", _RED),
        Grid(
            (
                ("Code area", "Critical", "Major", "Minor", "Good examples"),
                ("Employment is freely chosen", "0", "0", "0", "0"),
                ("Freedom of association", "0", "0", "0", "1"),
                ("Safe and hygienic conditions", "0", "1", "2", "1"),
                ("Child labour", "1", "0", "0", "0"),
                ("Living wages", "0", "1", "0", "0"),
                ("Working hours", "0", "0", "1", "0"),
                ("Discrimination", "0", "0", "0", "1"),
                ("Regular employment", "0", "1", "0", "0"),
                ("Environment", "0", "1", "0", "1"),
            ),
            (3, 1, 1, 1, 1.2),
            size=8.5,
            fills={(4, 1): _RED},
        ),
        Heading("Non-conformities", 2),
        Points(
            (
                f"{_CHILDREN}. They were there with their parents. None was enrolled in school.",
                f"{_PAY}, because baskets were not weighed.",
                f"{_CONTRACTS}.",
                "The dormitory for pickers has no fire extinguisher.",
                "Chlorpyrifos (2921-88-2) was stored on two farms.",
            ),
            numbered=True,
        ),
        NewPage(),
        Heading("Good examples", 2),
        Points(
            (
                "A nurse visits the washing station every week.",
                "Members elect their representatives by secret ballot.",
                "Men and women are paid the same price per basket.",
                "Pulp is composted and waste water is treated in ponds.",
            )
        ),
        Photo("Photo 3. Drying store at the washing station.", "store"),
        Heading("Workers' views", 2),
        Text(
            "Forty-one pickers were interviewed. Nobody reported that papers or pay were held "
            "back. Pickers from the Miskito coast did not know of the complaint box, which is "
            "labelled in Spanish only."
        ),
        Heading("Traceability", 2),
        Text(
            "All coffee is grown in the municipality of Marcala, Honduras. Lots for Kaffegrossen "
            "are kept apart from the washing station to the port."
        ),
        Signature("London, 9 December 2025", "Priya Lindqvist-Rowe", "Lead auditor"),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="SMETA_cerro_alto.pdf",
    supplier="Kaffegrossen Sigtuna AB",
    kind=DocumentKind.AUDIT_SMETA,
    language="en",
    title=PAPER.title,
    questions=("LAB-02", "P4-02", "P5-02", "TR-04"),
    expected=(
        Fact("LAB.CHILD", "affirmed", _CHILDREN, 1),
        Fact("LAB.WAGE", "affirmed", _PAY, 1),
        Fact("LAB.CONTRACT", "denied", _CONTRACTS, 1),
        Fact("LAB.SAFETY", "denied", "The dormitory for pickers has no fire extinguisher", 1),
        Fact("CHEM.SUBSTANCE", "affirmed", "Chlorpyrifos (2921-88-2) was stored on two farms", 1),
        Fact("ORIGIN.SITE", "affirmed", "Cooperativa Cerro Alto, Marcala, Honduras", 1),
        Fact(
            "ORIGIN.MATERIAL",
            "affirmed",
            "All coffee is grown in the municipality of Marcala, Honduras",
            2,
        ),
    ),
    contradictions=(
        Contradiction("RD-01", _CHILDREN, 1),
        Contradiction("P3-01", _PAY, 1),
    ),
    make=lambda: render(PAPER),
)
