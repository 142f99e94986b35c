"""A laboratory report in Swedish on Ljungby's catheters and gloves: DEHP above its limit."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Block,
    Box,
    Contradiction,
    DemoDocument,
    Fact,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Points,
    Signature,
    Text,
)
from .firms import VRETABERG
from .pages import render

_RED: Final = "#f3c9c4"
_DEHP: Final = ("DEHP", "117-81-7", "0,31", "0,01", "0,1", "Överskrider")
_LEAD: Final = ("Bly (Pb)", "7439-92-1", "< 2", "2", "100", "Klarar")

_FIRST: Final[tuple[Block, ...]] = (
    Heading("Provningsrapport VP-26-00817"),
    Fields(
        (
            ("Uppdragsgivare", "Ljungby Medicinteknik AB, Sterilgatan 8, 341 99 Ljungby"),
            ("Beställare", "Tove Sandelius, kvalitetschef"),
            ("Ankomst", "2026-04-07, tre prover i obruten förpackning"),
            ("Provning", "2026-04-09 till 2026-04-22"),
            ("Rapportdatum", "2026-04-24"),
            ("Antal sidor", "3"),
        )
    ),
    Heading("1. Prover", 2),
    Grid(
        (
            ("Prov", "Artikel", "Beskrivning", "Batch"),
            ("A", "LM-4410", "Tappningskateter CH 12, slang, PVC", "2601-118"),
            ("B", "LM-4410", "Tappningskateter CH 12, tratt, PVC", "2601-118"),
            ("C", "LM-2002", "Undersökningshandske nitril, storlek M", "NX-25-4471"),
        ),
        (0.6, 1, 4, 1.5),
    ),
    Heading("2. Ftalater", 2),
    Text("Extraktion med tetrahydrofuran och GC-MS enligt VB-M 112. Halt i viktprocent. Prov A."),
    Grid(
        (
            ("Ämne", "CAS-nr", "Resultat", "LOQ", "Gränsvärde", "Bedömning"),
            _DEHP,
            ("DBP", "84-74-2", "< 0,01", "0,01", "0,1", "Klarar"),
            ("BBP", "85-68-7", "< 0,01", "0,01", "0,1", "Klarar"),
            ("DIBP", "84-69-5", "< 0,01", "0,01", "0,1", "Klarar"),
            ("DINP", "28553-12-0", "0,04", "0,02", "0,1", "Klarar"),
            ("DEHT", "6422-86-2", "27,4", "0,05", "-", "Inget krav"),
        ),
        (1.4, 1.4, 1, 0.8, 1.1, 1.4),
        size=8.5,
        fills={(1, 2): _RED, (1, 5): _RED},
    ),
    Text(
        "Prov B: DEHP 0,02 viktprocent. Övriga ftalater påvisades inte i prov B. Mätosäkerheten är "
        "15 procent av värdet med täckningsfaktor 2."
    ),
    Box(
        "**Anmärkning.** DEHP i slangen beror sannolikt på returmaterial i granulatet. "
        "Laboratoriet har inte undersökt orsaken.",
    ),
    NewPage(),
)

_SECOND: Final[tuple[Block, ...]] = (
    Heading("3. Metaller", 2),
    Text("Uppslutning i mikrovågsugn och ICP-MS enligt VB-M 087. Halt i mg/kg. Prov A."),
    Grid(
        (
            ("Ämne", "CAS-nr", "Resultat", "LOQ", "Gränsvärde", "Bedömning"),
            _LEAD,
            ("Kadmium (Cd)", "7440-43-9", "< 1", "1", "100", "Klarar"),
            ("Kvicksilver (Hg)", "7439-97-6", "< 0,5", "0,5", "1000", "Klarar"),
            ("Tenn (Sn), totalt", "7440-31-5", "61", "5", "-", "Inget krav"),
        ),
        (1.6, 1.4, 1, 0.8, 1.1, 1.4),
        size=8.5,
    ),
    Heading("4. Acceleratorer och proteiner i handsken", 2),
    Text("Extraktion i vatten, HPLC-UV enligt VB-M 140. Halt i mg/kg. Prov C."),
    Grid(
        (
            ("Ämne", "CAS-nr", "Resultat", "LOQ"),
            ("Zinkdietylditiokarbamat (ZDEC)", "14324-55-1", "112", "10"),
            ("Zinkdibutylditiokarbamat (ZDBC)", "136-23-2", "< 10", "10"),
            ("2-Merkaptobensotiazol (MBT)", "149-30-4", "< 5", "5"),
            ("Tetrametyltiuramdisulfid (TMTD)", "137-26-8", "Ej påvisat", "5"),
        ),
        (3.2, 1.5, 1.1, 0.8),
        size=8.5,
    ),
    Text("Handsken innehåller inte naturgummilatex. Puder påvisades inte."),
    Heading("5. Bisfenol A", 2),
    Text("Bisfenol A (80-05-7) provades inte. Beställaren avstod från analysen."),
    Heading("6. Sammanfattning", 2),
    Points(
        (
            "Prov A klarar inte gränsvärdet för DEHP.",
            "Prov B och C klarar de gränsvärden som beställaren har angett.",
            "Resultaten gäller endast de provade exemplaren.",
        )
    ),
    NewPage(),
    Heading("Bilaga: metoder och ackreditering", 2),
    Grid(
        (
            ("Metod", "Teknik", "Ackrediterad"),
            ("VB-M 112", "GC-MS, ftalater i polymera material", "Ja"),
            ("VB-M 087", "ICP-MS, metaller efter uppslutning", "Ja"),
            ("VB-M 140", "HPLC-UV, acceleratorer", "Nej"),
        ),
        (1.2, 4, 1.2),
    ),
    Text(
        "Rapporten får bara återges i sin helhet om inte laboratoriet skriftligen godkänt annat.",
        "small",
    ),
    Signature("Vretaberg den 24 april 2026", "Ragnhild Ekströmer", "Analysansvarig"),
)

PAPER: Final = Paper(
    firm=VRETABERG,
    language="sv",
    title="Provningsrapport VP-26-00817",
    blocks=_FIRST + _SECOND,
    look="report",
    margin_notes=("Provningsrapport VP-26-00817", "2026-04-24"),
)

DOCUMENT: Final = DemoDocument(
    name="provningsrapport_VP-26-00817.pdf",
    supplier="Ljungby Medicinteknik AB",
    kind=DocumentKind.TEST_REPORT,
    language="sv",
    title=PAPER.title,
    questions=("CH-01", "CH-03", "CH-04"),
    expected=(
        Fact("CHEM.SUBSTANCE", "affirmed", " | ".join(_DEHP), 1),
        Fact("CHEM.SUBSTANCE", "denied", " | ".join(_LEAD), 2),
        Fact("CHEM.SUBSTANCE", "affirmed", "(ZDEC) | 14324-55-1 | 112", 2),
        Fact("CHEM.SUBSTANCE", "denied", "(TMTD) | 137-26-8 | Ej påvisat", 2),
        Fact("CHEM.SUBSTANCE", "hedged", "Bisfenol A (80-05-7) provades inte", 2),
        Fact("CHEM.GROUP", "denied", "Handsken innehåller inte naturgummilatex", 2),
    ),
    contradictions=(
        Contradiction("CH-01", " | ".join(_DEHP), 1),
        Contradiction("CH-03", "Prov A klarar inte gränsvärdet för DEHP", 2),
    ),
    make=lambda: render(PAPER),
)
