"""Kaffegrossen's action plan in Swedish: overdue, partly without owners, one measure unproven."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Box,
    Contradiction,
    DemoDocument,
    Fact,
    Grid,
    Heading,
    Paper,
    Points,
    Text,
)
from .firms import KAFFEGROSSEN
from .pages import render

_LATE: Final = "#f3c9c4"
_DONE: Final = "#cfe6d2"

PAPER: Final = Paper(
    firm=KAFFEGROSSEN,
    language="sv",
    title="Åtgärdsplan leveranskedjor kaffe och kakao",
    landscape=True,
    margin_notes=("Åtgärdsplan kaffe och kakao", "Uppdaterad 2026-05-19", "Arbetsmaterial"),
    blocks=(
        Heading("Åtgärdsplan: leveranskedjor för kaffe och kakao"),
        Text(
            "Planen bygger på granskningen hos kooperativet Cerro Alto i Honduras i november 2025 "
            "och på frågor från Upphandlingsbolaget Kustlandet."
        ),
        Grid(
            (
                ("Nr", "Brist", "Åtgärd", "Ansvarig", "Klart senast", "Läge"),
                (
                    "1",
                    "Barn under 15 år plockade kaffebär på tre av tolv gårdar",
                    "Skolbuss under skörden, ålderskontroll av plockare",
                    "Kooperativet",
                    "2026-03-31",
                    "Försenad",
                ),
                (
                    "2",
                    "Skriftliga avtal saknas för säsongsarbetare",
                    "Avtalsmall på spanska och miskito",
                    "Kooperativet",
                    "2026-06-30",
                    "Pågår",
                ),
                (
                    "3",
                    "Plockare får betalt per korg och når inte minimilönen",
                    "Nytt pris per korg, kontroll av lönelistor",
                    "Ej utsedd",
                    "2026-02-28",
                    "Försenad",
                ),
                (
                    "4",
                    "Bekämpningsmedlet klorpyrifos finns i lagret på två gårdar",
                    "Medlet lämnas in, utbildning",
                    "Agronom",
                    "2026-01-31",
                    "Klar",
                ),
                (
                    "5",
                    "Sovsalen saknar brandsläckare",
                    "Brandsläckare och utrymningsplan",
                    "Ej utsedd",
                    "Ej satt",
                    "Ej påbörjad",
                ),
                (
                    "6",
                    "Kakaons ursprung är inte spårbart",
                    "Byte till segregerad kakao",
                    "Inköp",
                    "2027-12-31",
                    "Pågår",
                ),
            ),
            (0.4, 3, 2.8, 1.2, 1.1, 1.1),
            size=8,
            fills={(1, 5): _LATE, (3, 5): _LATE, (4, 5): _DONE, (5, 5): _LATE},
        ),
        Heading("Uppföljning", 2),
        Points(
            (
                "Bevis för åtgärd 4 har inte kommit in.",
                "Arbetstagarna eller deras företrädare har inte rådfrågats om planen.",
                "Nästa besök: ej bestämt.",
            )
        ),
        Box("Planen är inte beslutad av ledningen."),
    ),
)

_CHILDREN: Final = "Barn under 15 år plockade kaffebär på tre av tolv gårdar"
_CONSULTED: Final = "Arbetstagarna eller deras företrädare har inte rådfrågats om planen"

DOCUMENT: Final = DemoDocument(
    name="atgardsplan_kaffe_kakao.pdf",
    supplier="Kaffegrossen Sigtuna AB",
    kind=DocumentKind.OTHER,
    language="sv",
    title=PAPER.title,
    questions=("P3-03", "P3-04", "P4-04", "P5-01", "RD-02"),
    expected=(
        Fact("LAB.CHILD", "affirmed", _CHILDREN, 1),
        Fact("LAB.CONTRACT", "denied", "Skriftliga avtal saknas för säsongsarbetare", 1),
        Fact("LAB.WAGE", "denied", "Plockare får betalt per korg och når inte minimilönen", 1),
        Fact("LAB.SAFETY", "denied", "Sovsalen saknar brandsläckare", 1),
        Fact(
            "CHEM.SUBSTANCE",
            "affirmed",
            "Bekämpningsmedlet klorpyrifos finns i lagret på två gårdar",
            1,
        ),
    ),
    contradictions=(
        Contradiction("RD-01", _CHILDREN, 1),
        Contradiction("P3-04", _CONSULTED, 1),
        Contradiction("P4-04", "Ej utsedd", 1),
    ),
    make=lambda: render(PAPER),
)
