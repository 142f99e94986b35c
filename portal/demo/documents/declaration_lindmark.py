"""Lindmark's own declaration in Swedish: no phthalates, no PVC, nothing on the Candidate List."""

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
from .firms import LINDMARK
from .pages import render

_LIST: Final = (
    "Varorna innehåller inga ämnen på kandidatförteckningen (2023-01-17) över 0,1 viktprocent"
)

PAPER: Final = Paper(
    firm=LINDMARK,
    language="sv",
    title="Leverantörsintyg kemiskt innehåll, arbetskläder",
    margin_notes=("Leverantörsintyg", "Dnr RM 2025/0418", "2026-02-09"),
    blocks=(
        Text("Region Mälarbygden"),
        Text("Inköp och upphandling"),
        Space(8),
        Heading("Leverantörsintyg: kemiskt innehåll i arbetskläder"),
        Text(
            "Intyget lämnas enligt avtalets kemikaliekrav, punkt 4.2 till 4.6, och gäller de "
            "artiklar som räknas upp nedan. Det bygger på uppgifter från våra konfektionsfabriker "
            "och från väveriet."
        ),
        Fields(
            (
                ("Avtal", "Arbetskläder och personalkläder 2025, område A"),
                ("Leverantör", "Lindmark Textil AB"),
                ("Kontaktperson", "Anna Lövgrund, hållbarhetsansvarig"),
            )
        ),
        Heading("Artiklar som omfattas", 2),
        Grid(
            (
                ("Art.nr", "Benämning", "Material", "Tryck"),
                ("LT-2210", "Arbetsbyxa Varsel", "65 % polyester, 35 % bomull", "Reflex, transfer"),
                (
                    "LT-2215",
                    "Arbetsjacka Varsel",
                    "65 % polyester, 35 % bomull",
                    "Reflex, transfer",
                ),
                ("LT-1108", "Bussarong vård", "50 % bomull, 50 % polyester", "Inget"),
                ("LT-1140", "T-tröja service", "100 % bomull", "Logotyp, transfer"),
            ),
            (1, 2.2, 2.6, 1.8),
        ),
        Heading("Vi intygar följande", 2),
        Points(
            (
                "Varorna innehåller inga ftalater, varken i tyg, tryck eller tillbehör.",
                "Tryck och reflexer är fria från PVC.",
                f"{_LIST}.",
                "Azofärgämnen som kan avge cancerframkallande aminer används inte.",
                "Ytan är inte behandlad med PFAS.",
                "Formaldehyd: högst 75 mg/kg enligt fabrikens egen kontroll.",
            ),
            numbered=True,
        ),
        Text(
            "Såvitt vi vet innehåller dragkedjorna inte nickel som avges över gränsvärdet. "
            "Dragkedjorna har inte provats."
        ),
        Text("Ändras innehållet lämnar vi ett nytt intyg utan att köparen behöver fråga."),
        Signature(
            "Borås den 9 februari 2026", "Henrik Ståhlfors", "Inköpschef, Lindmark Textil AB"
        ),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="intyg_kemikalier_arbetsklader.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.SUPPLIER_DECLARATION,
    language="sv",
    title=PAPER.title,
    questions=("CH-01", "CH-03", "CH-04"),
    expected=(
        Fact("CHEM.GROUP", "denied", "Varorna innehåller inga ftalater", 1),
        Fact("CHEM.GROUP", "denied", "Tryck och reflexer är fria från PVC", 1),
        Fact(
            "CHEM.LIST",
            "denied",
            _LIST,
            1,
        ),
        Fact("CHEM.GROUP", "denied", "Ytan är inte behandlad med PFAS", 1),
        Fact(
            "CHEM.SUBSTANCE",
            "hedged",
            "Såvitt vi vet innehåller dragkedjorna inte nickel som avges över gränsvärdet",
            1,
        ),
    ),
    contradictions=(
        # The list has been updated since: the declaration is older than the newest list.
        Contradiction("CH-01", "kandidatförteckningen (2023-01-17)", 1),
    ),
    make=lambda: render(PAPER),
)
