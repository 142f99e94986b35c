"""Stadsmöbler's declaration in Swedish on the Candidate List: an old list, one substance over."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
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
from .firms import STADSMOBLER
from .pages import render

_LIST: Final = (
    "Ingen artikel innehåller ämnen på kandidatförteckningen (2022-06-10) över 0,1 viktprocent"
)
_MCCP: Final = ("Armstödets skumplast", "Klorparaffiner, C14-17 (MCCP)", "85535-85-9", "0,6")
_OAK: Final = "Eken köps av sågverk i Småland"

PAPER: Final = Paper(
    firm=STADSMOBLER,
    language="sv",
    title="Intyg om kandidatämnen, sittmöbler",
    margin_notes=("Intyg om kandidatämnen", "Ref. NK 2024-331", "2025-04-28"),
    blocks=(
        Text("Norrsunda kommun, Upphandlingsenheten"),
        Heading("Intyg om ämnen på kandidatförteckningen"),
        Text(
            "Intyget gäller sittmöbler och bord på avtalet Inredning till skola och förskola. Det "
            "bygger på intyg från våra leverantörer av skumplast, lack, tyg och beslag."
        ),
        Fields(
            (
                ("Serier", "Tuva, Fyrkant, Storm"),
                ("Antal artikelnummer", "64"),
                ("Intyg saknas från", "Två leverantörer av beslag"),
            )
        ),
        Heading("1. Intygande", 2),
        Text(f"{_LIST}."),
        Points(
            (
                "Skumplasten är fri från bromerade flamskyddsmedel.",
                "Lacken innehåller inga tungmetaller.",
                "Tyget Alster är inte behandlat med PFAS.",
                "Krom på stålben är trevärt krom; sexvärt krom används inte.",
            )
        ),
        Heading("2. Material", 2),
        Grid(
            (
                ("Del", "Material", "Leverantör, land", "Intyg daterat"),
                ("Sits och rygg", "Björkfaner, formpressat", "Faneria, Lettland", "2025-02-11"),
                ("Stomme", "Ek, massiv", "Hjortsågen, Sverige", "2025-01-20"),
                ("Stoppning", "Polyuretanskum 35 kg/m³", "Skumpol, Polen", "2024-11-05"),
                ("Klädsel Alster", "Ull 85 %, polyamid 15 %", "Väv i Kinna, Sverige", "2025-03-03"),
                ("Ben", "Stålrör, pulverlack", "Metalur, Rumänien", "Saknas"),
            ),
            (1.3, 2.1, 2.1, 1.2),
            size=8.5,
        ),
        Text(f"{_OAK}. Björkfaneret har FSC-märkning enligt leverantören; certifikat saknas."),
        Text("Limmet i faneret avger formaldehyd under gränsvärdet i klass E1."),
        NewPage(),
        Heading("Bilaga 1. Utdrag ur skumleverantörens intyg"),
        Text("Skumpol, 5 november 2024. Översatt av Stadsmöbler i Tranås AB."),
        Grid(
            (
                ("Artikel", "Ämne", "CAS-nr", "Halt, vikt-%"),
                ("Sitsdyna 35 kg/m³", "Inga kandidatämnen", "-", "-"),
                _MCCP,
                ("Ryggdyna 25 kg/m³", "Inga kandidatämnen", "-", "-"),
            ),
            (1.8, 2.4, 1.2, 1.2),
            size=8.5,
        ),
        Text(
            "Klorparaffinet är mjukgörare och flamskydd i armstödet till serien Storm. Det togs "
            "upp på kandidatförteckningen 2021-07-08."
        ),
        Signature("Tranås den 28 april 2025", "Göran Fallström", "Produktionschef"),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="intyg_kandidatamnen_mobler.pdf",
    supplier="Stadsmöbler i Tranås AB",
    kind=DocumentKind.SVHC_DECLARATION,
    language="sv",
    title=PAPER.title,
    questions=("CH-01", "CH-02", "CH-03", "TR-04"),
    expected=(
        Fact("CHEM.LIST", "denied", _LIST, 1),
        Fact("CHEM.SUBSTANCE", "affirmed", " | ".join(_MCCP), 2),
        Fact("CHEM.GROUP", "denied", "Skumplasten är fri från bromerade flamskyddsmedel", 1),
        Fact("CHEM.GROUP", "denied", "Tyget Alster är inte behandlat med PFAS", 1),
        Fact("ORIGIN.MATERIAL", "affirmed", _OAK, 1),
    ),
    contradictions=(
        Contradiction("CH-01", " | ".join(_MCCP), 2),
        Contradiction("CH-01", "kandidatförteckningen (2022-06-10)", 1),
        Contradiction("TR-04", "certifikat saknas", 1),
    ),
    make=lambda: render(PAPER),
)
