"""Nordhav's sustainability policy in Swedish: no date, no signature, and a place-holder left in."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import Contradiction, DemoDocument, Fact, Heading, Paper, Points, Text
from .firms import NORDHAV
from .pages import render

PAPER: Final = Paper(
    firm=NORDHAV,
    language="sv",
    title="Hållbarhetspolicy",
    look="plain",
    serif=True,
    blocks=(
        Heading("Hållbarhetspolicy"),
        Text(
            "Nordhav Kemi ska göra det lätt att hålla rent med så liten påverkan på människor och "
            "miljö som möjligt. Policyn gäller alla anställda och, i tillämpliga delar, våra "
            "leverantörer. Den följs upp av [befattning] och ses över vid behov."
        ),
        Heading("Miljö", 2),
        Points(
            (
                "Vi arbetar systematiskt med miljöfrågor och ständiga förbättringar.",
                "Vi ska byta ut ämnen som finns på kandidatförteckningen när det är möjligt.",
                "Våra produkter är 100 % fria från farliga kemikalier.",
                "Plasten i våra flaskor ska till hälften vara återvunnen 2027.",
            )
        ),
        Heading("Människor", 2),
        Text(
            "Vi följer svensk lag och kollektivavtal. Alla har rätt att vara med i facket. Vi "
            "accepterar inte kränkande särbehandling, trakasserier eller repressalier."
        ),
        Text(
            "Hos våra leverantörer ska barnarbete och tvångsarbete inte förekomma. Vi utgår från "
            "att leverantörer inom EU följer lagen och ställer inga särskilda krav på dem."
        ),
        Heading("Affärsetik", 2),
        Text("Vi tar inte emot gåvor som kan påverka ett beslut. Mutor är förbjudna."),
        Heading("Råvaror", 2),
        Text(
            "Palmolja ingår i tvål och kräm. Vi köper certifierad palmolja enligt modellen book "
            "and claim. Etanolen görs av spannmål i Sverige och Frankrike."
        ),
        Heading("Synpunkter", 2),
        Text(
            "Den som arbetar hos oss kan vända sig till sin chef. Någon kanal för personer utanför "
            "företaget finns inte."
        ),
        Heading("Uppföljning", 2),
        Text(
            "Målen följs upp i ledningens genomgång. Avvikelser tas om hand i företagets "
            "ledningssystem."
        ),
    ),
)

_CHANNEL: Final = "Någon kanal för personer utanför företaget finns inte"
_PALM: Final = "Vi köper certifierad palmolja enligt modellen book and claim"

DOCUMENT: Final = DemoDocument(
    name="hallbarhetspolicy.pdf",
    supplier="Nordhav Kemi AB",
    kind=DocumentKind.CODE_OF_CONDUCT,
    language="sv",
    title=PAPER.title,
    questions=("P1-01", "P1-02", "P1-04"),
    expected=(
        Fact("LAB.GRIEVANCE", "denied", _CHANNEL, 1),
        Fact("ORIGIN.MATERIAL", "affirmed", _PALM, 1),
        Fact(
            "CHEM.GROUP",
            "denied",
            "Våra produkter är 100 % fria från farliga kemikalier",
            1,
        ),
        Fact("LAB.UNION", "required", "Alla har rätt att vara med i facket", 1),
    ),
    contradictions=(
        # The answer says that the chief executive adopted it; no date and no name stand here.
        Contradiction("P1-02", "", 1),
        Contradiction("P1-04", "ställer inga särskilda krav på dem", 1),
        Contradiction("P6-01", _CHANNEL, 1),
        Contradiction("TR-04", _PALM, 1),
    ),
    make=lambda: render(PAPER),
)
