"""Kaffegrossen's statement in Swedish on cocoa and sugar: the origin is bought as certificates."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Contradiction,
    DemoDocument,
    Fact,
    Grid,
    Heading,
    Paper,
    Points,
    Signature,
    Text,
)
from .firms import KAFFEGROSSEN
from .pages import render

_MODEL: Final = "Kakaon i automatchokladen köps enligt massbalans"
_COUNTRY: Final = "Bönorna kommer normalt från Elfenbenskusten och Ghana men ursprunget växlar"
_CLAIM: Final = "Palmoljan i gräddpulvret köps enligt modellen book and claim"

PAPER: Final = Paper(
    firm=KAFFEGROSSEN,
    language="sv",
    title="Ursprungsintyg kakao och automatprodukter",
    margin_notes=("Ursprungsintyg", "UK 2025/77", "2026-02-20"),
    serif=True,
    blocks=(
        Text("Upphandlingsbolaget Kustlandet"),
        Heading("Ursprungsintyg för kaffe, kakao och automatprodukter"),
        Text(
            "Intyget avser varor på ramavtalet Kaffe och varma drycker 2025. Rostning och packning "
            "sker i Sigtuna, Sverige."
        ),
        Heading("Råvaror", 2),
        Grid(
            (
                ("Vara", "Råvara", "Ursprung", "Spårbarhet", "Certifiering"),
                ("Kaffe Mellan", "Arabica", "Honduras, Brasilien", "Segregerad", "Fairtrade"),
                ("Kaffe Mörk", "Arabica, robusta", "Uganda, Vietnam", "Massbalans", "Ingen"),
                ("Automatchoklad", "Kakao", "Västafrika", "Massbalans", "Rainforest Alliance"),
                ("Gräddpulver", "Palmolja", "Okänt", "Book and claim", "RSPO"),
                ("Te svart", "Te", "Sri Lanka", "Segregerad", "Ingen"),
            ),
            (1.4, 1.3, 1.7, 1.3, 1.6),
            size=8.5,
        ),
        Heading("Kommentarer", 2),
        Points(
            (
                f"{_MODEL}.",
                f"{_COUNTRY}.",
                f"{_CLAIM}.",
                "Vi har inte uppgift om vilka odlare som levererat kakao.",
                "Certifikatet från Rainforest Alliance gällde till 2025-12-31 och ska förnyas.",
            )
        ),
        Heading("Barnarbete", 2),
        Text(
            "Våra leverantörer får inte använda barnarbete. Leverantören av kakao har ett program "
            "som söker upp barn i arbete; under 2025 hittade programmet 212 barn i riskarbete."
        ),
        Heading("Avskogning", 2),
        Text(
            "Referensnummer för aktsamhetsförklaring finns ännu inte för kaffe Mörk och kakao. "
            "Leverantören har lovat att lämna dem före årets slut."
        ),
        Signature("Sigtuna den 20 februari 2026", "Hedda Rosterman", "Inköpare"),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="ursprungsintyg_kakao.pdf",
    supplier="Kaffegrossen Sigtuna AB",
    kind=DocumentKind.SUPPLIER_DECLARATION,
    language="sv",
    title=PAPER.title,
    questions=("TR-01", "TR-04", "TR-05"),
    expected=(
        Fact("ORIGIN.MATERIAL", "affirmed", _MODEL, 1),
        Fact("ORIGIN.MATERIAL", "hedged", _COUNTRY, 1),
        Fact("ORIGIN.MATERIAL", "affirmed", _CLAIM, 1),
        Fact("LAB.CHILD", "affirmed", "hittade programmet 212 barn i riskarbete", 1),
        Fact("CERT", "affirmed", "Rainforest Alliance gällde till 2025-12-31", 1),
    ),
    contradictions=(
        Contradiction("TR-04", _MODEL, 1),
        Contradiction("TR-04", _CLAIM, 1),
        Contradiction("RD-01", "hittade programmet 212 barn i riskarbete", 1),
    ),
    make=lambda: render(PAPER),
)
