"""Papers of made-up firms, as their readers give them back, and a short way to ask for facts."""

from __future__ import annotations

from nlp import Fact, find_facts

CERTIFICATE = """Björkvik Certifiering AB
Certificate no. BC-SA-0417
Issue 3
Certificate
This is to certify that the social management system of
Song Lam Garments Co., Ltd
Plot 9, Hung Yen, Vietnam
meets the requirements of
SA8000:2014
Valid from 4 May 2024
Valid until 3 May 2027
Kalmar, 4 May 2024
BJÖRKVIK
Ebba Rydholm
Head of certification"""

DATA_SHEET = """Säkerhetsdatablad
enligt förordning (EG) nr 1907/2006
Utfärdat: 2021-02-03    Omarbetat: 2024-09-17    Version: 2.1
Ersätter version 2.0 av 2022-01-01
AVSNITT 1: Namnet på ämnet/blandningen och bolaget/företaget
1.1 Produktbeteckning: Granens Golvtvål
1.3 Leverantör: Granens Kemi AB, Storgatan 1, Växjö"""

AUDIT = """Almgren Assurance Ltd
amfori BSCI audit: summary
Producer Dhaleswari Knit Ltd, Savar, Bangladesh
Ordered by Västkustens Profil AB
Audit ID AA-25-118
Date of audit 3-4 June 2025
An ISO 45001 certificate valid until 1 May 2028 was shown.
Area | Rating | Date
Fair remuneration | D | 2025-06-03"""

POLICY = """Västkustens Profil AB
Uppförandekod för leverantörer
Version 4
Beslutad av styrelsen den 12 mars 2023
Koden gäller alla leverantörer och ska vara känd av dem. Vi följer upp att den hålls.
Göteborg den 12 mars 2023
Maj Lindqvist-Öberg
Verkställande direktör"""

REPORT = """PROVKAMMAREN VÄST AB
Provningsrapport PK-25-0093      Sida 1 av 2
Uppdragsgivare: Västkustens Profil AB, Göteborg
Ankomstdatum: 2025-02-20
Rapportdatum: 2025-03-11
Prov A: tröja, blå"""


def facts(*pages: str, **properties: str) -> dict[str, Fact]:
    """The facts of a document by their names; places left to fill in are left out."""
    found = find_facts(pages, properties=properties)
    return {fact.name: fact for fact in found if fact.name != "template_left"}


def said(*pages: str, **properties: str) -> dict[str, str]:
    """Their values."""
    return {name: fact.value for name, fact in facts(*pages, **properties).items()}
