"""Numbers of goods, papers and rooms are no substances and no hazards."""

from __future__ import annotations

import pytest

from tests.nlp.asking import topics


def table(head: str, row: str) -> str:
    """A page with a table of two rows."""
    return f"Autumn range\n\n{head}\n{row}\n{row}\n"


OF_GOODS = [
    ("Art.nr | Benämning | Pris", "117-81-7 | Pärm med fyra ringar | 34,00"),
    ("Artikelnummer | Benämning | Antal", "412-60-3 | Vattenkanna, tio liter | 8"),
    ("Item no. | Description | Qty", "305-22-8 | Garden hose, twenty metres | 12"),
    ("Code | Description | Price", "50-00-0 | Towel rail, grey | 18.50"),
    ("Kod | Benämning | Pris", "H350 | Skrivbord med två lådor | 1 290,00"),
    ("Article | Description | Unit price", "H360 | Hinge, brushed, pair | 7.10"),
]


@pytest.mark.parametrize(("head", "row"), OF_GOODS)
def test_what_stands_in_the_column_of_article_numbers_is_no_substance(head: str, row: str) -> None:
    assert topics(table(head, row)) == set()


OF_SUBSTANCES = [
    ("CAS-nr | Ämne | Halt", "117-81-7 | Bis(2-etylhexyl)ftalat | 0,2 %", "CHEM.SUBSTANCE"),
    ("CAS no. | Substance | Content", "50-00-0 | Formaldehyde | 0.3 %", "CHEM.SUBSTANCE"),
    ("Code | Substance | Content", "50-00-0 | Formaldehyde | 0.3 %", "CHEM.SUBSTANCE"),
    ("Art.nr | Färg | CAS | Halt", "22-7 | Blå | 117-81-7 | 0,2 %", "CHEM.SUBSTANCE"),
    ("Component | Hazard | Content", "Formaldehyde | H350 | 0.3 %", "CHEM.HAZARD"),
    ("Ämne | Faroangivelse | Halt", "Formaldehyd | H350 | 0,3 %", "CHEM.HAZARD"),
]


@pytest.mark.parametrize(("head", "row", "topic"), OF_SUBSTANCES)
def test_what_stands_in_a_column_of_substances_is_claimed(head: str, row: str, topic: str) -> None:
    assert topic in topics(table(head, row))


TOLD_OF = [
    "The credit for invoice 80-05-7 has not arrived.",
    "Krediteringen av faktura 80-05-7 har inte kommit.",
    "Bifogar kopia av fraktsedel 663-20-1.",
    "Error 107-06-2 means that the line is locked.",
    "Försäkringsnummer: 881-40-6",
    "The meeting is in room H317.",
    "Mötet hålls i lokal H317 på tredje våningen.",
    "MODEL H302 is taller than the rest.",
]


@pytest.mark.parametrize("line", TOLD_OF)
def test_a_number_that_is_told_to_be_a_papers_or_a_rooms_is_no_substance(line: str) -> None:
    assert topics(f"{line}\n") == set()


CONTAINED = [
    "The film contains 80-05-7 as a trace.",
    "Filmen innehåller 80-05-7 i spår.",
    "It holds CAS 107-06-2 at 0.4 %.",
    "Limmet innehåller CAS 107-06-2 till 0,4 %.",
    "The mixture is classified as H317.",
    "Blandningen är klassificerad som H317.",
    "The product with invoice 4411 contains 117-81-7.",
    "Varan på faktura 4411 innehåller 117-81-7.",
]


@pytest.mark.parametrize("line", CONTAINED)
def test_a_number_that_a_product_is_said_to_hold_is_claimed(line: str) -> None:
    assert topics(f"{line}\n") & {"CHEM.SUBSTANCE", "CHEM.HAZARD"}
