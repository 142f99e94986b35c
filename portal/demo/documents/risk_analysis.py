"""Lindmark's risk analysis in Swedish: Vietnam ranked low, unlike what the audit found."""

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
from .firms import LINDMARK
from .pages import render

_RED: Final = "#f3c9c4"
_AMBER: Final = "#f6e2b3"
_GREEN: Final = "#cfe6d2"

PAPER: Final = Paper(
    firm=LINDMARK,
    language="sv",
    title="Riskanalys arbetskläder 2026",
    margin_notes=("Riskanalys arbetskläder", "Version 3", "2026-01-15"),
    blocks=(
        Heading("Riskanalys för arbetskläder och personalkläder"),
        Text(
            "Analysen gäller de varor som levereras på avtalet Arbetskläder och personalkläder "
            "2025 till Region Mälarbygden och Norrsunda kommun. Den uppdateras en gång om året "
            "och när en ny fabrik eller ett nytt land tillkommer."
        ),
        Heading("1. Så har vi gjort", 2),
        Points(
            (
                "Land, bransch, råvara och arbetskraft har bedömts för varje led.",
                "Sannolikhet och allvarlighet sätts från 1 till 5.",
                "Källor: fabrikernas egna svar, revisionsrapporter före 2026, landrapporter.",
                "Arbetstagare eller fack har inte rådfrågats i år.",
            )
        ),
        Heading("2. Leveranskedjan", 2),
        Text(
            "Jackor och byxor sys i Vietnam. Bussaronger och t-tröjor sys i Bangladesh. Tygerna "
            "vävs i Bangladesh. Bomullen odlas i Indien, Brasilien och Benin."
        ),
        Heading("3. Bedömning", 2),
        Grid(
            (
                ("Område", "Led och land", "Sannolikhet", "Allvarlighet", "Värde", "Motivering"),
                (
                    "Tvångsarbete",
                    "Sömnad, Vietnam",
                    "1",
                    "5",
                    "5",
                    "Inga migrantarbetare i fabriken",
                ),
                (
                    "Tvångsarbete",
                    "Bomull, Centralasien",
                    "2",
                    "5",
                    "10",
                    "Ingen bomull köps därifrån",
                ),
                (
                    "Barnarbete",
                    "Bomull, Indien",
                    "3",
                    "5",
                    "15",
                    "Barn kan förekomma vid skörd på små gårdar",
                ),
                (
                    "Arbetstid",
                    "Sömnad, Bangladesh",
                    "4",
                    "3",
                    "12",
                    "Övertid upp till 66 timmar i veckan under högsäsong",
                ),
                (
                    "Hälsa och säkerhet",
                    "Sömnad, Bangladesh",
                    "2",
                    "5",
                    "10",
                    "Byggnaden är inspekterad 2024",
                ),
                ("Lön", "Alla led", "4", "3", "12", "Minimilön räcker inte till levnadslön"),
                (
                    "Kemikalier",
                    "Färgning, Bangladesh",
                    "3",
                    "3",
                    "9",
                    "Reningsverk finns och är i drift",
                ),
                ("Korruption", "Tull och tillstånd", "3", "2", "6", "Ombud används"),
            ),
            (1.4, 1.7, 1, 1, 0.7, 2.8),
            size=7.5,
            fills={
                (1, 4): _GREEN,
                (2, 4): _AMBER,
                (3, 4): _RED,
                (4, 4): _AMBER,
                (5, 4): _AMBER,
                (6, 4): _AMBER,
                (7, 4): _AMBER,
                (8, 4): _GREEN,
            },
        ),
        NewPage(),
        Heading("4. De tre mest betydande riskerna", 2),
        Points(
            (
                "Barnarbete vid bomullsskörd i Indien (15).",
                "För lång arbetstid vid sömnad i Bangladesh (12).",
                "Lön som inte går att leva på (12).",
            ),
            numbered=True,
        ),
        Heading("5. Särskilt utsatta", 2),
        Text(
            "Kvinnor är i majoritet i sömnaden. Frågor om trakasserier tas upp vid varje besök. "
            "Fabriken i Vietnam anlitar inte bemanningsföretag."
        ),
        Text(
            "Hemarbetare har vi inte hittat. Barn och ungdomar berörs framför allt i "
            "bomullsodlingen, där vi inte köper direkt."
        ),
        Heading("6. Det vi inte vet", 2),
        Points(
            (
                "Vem som väver och belägger reflexbandet är inte utrett.",
                "Ursprunget för en del av bomullen från 2025 är okänt.",
                "Lönerna i väveriet har inte kontrollerats.",
            )
        ),
        Heading("7. Åtgärder", 2),
        Grid(
            (
                ("Åtgärd", "Ansvarig", "Klart"),
                ("Spårbar bomull i t-tröjan LT-1140", "Inköp", "2026-12-31"),
                ("Planering av högsäsong med Gazipur", "Produktion", "2026-06-30"),
                ("Jämförelse med levnadslön i två fabriker", "Hållbarhet", "2026-10-31"),
            ),
            (4, 1.5, 1.2),
        ),
        Box("Beslutad i ledningsgruppen den 15 januari 2026, punkt 4."),
        Signature("Borås den 15 januari 2026", "Anna Lövgrund", "Hållbarhetsansvarig"),
    ),
)


DOCUMENT: Final = DemoDocument(
    name="riskanalys_arbetsklader_2026.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.OTHER,
    language="sv",
    title=PAPER.title,
    questions=("P2-01", "P2-05", "P2-06", "P2-07", "P2-08"),
    expected=(
        Fact("ORIGIN.COUNTRY", "affirmed", "Jackor och byxor sys i Vietnam", 1),
        Fact(
            "ORIGIN.MATERIAL",
            "affirmed",
            "Bomullen odlas i Indien, Brasilien och Benin",
            1,
        ),
        Fact("LAB.CHILD", "hedged", "Barn kan förekomma vid skörd på små gårdar", 1),
        Fact("LAB.HOURS", "affirmed", "Övertid upp till 66 timmar i veckan under högsäsong", 1),
        Fact("LAB.WAGE", "denied", "Minimilön räcker inte till levnadslön", 1),
    ),
    contradictions=(Contradiction("P2-08", "Arbetstagare eller fack har inte rådfrågats i år", 1),),
    make=lambda: render(PAPER),
)
