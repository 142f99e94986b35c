"""Who signs a document."""

from __future__ import annotations

import pytest

from tests.nlp.facts.papers import said


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("Göteborg den 12 mars 2023\nMaj Lindqvist-Öberg\nVd", "Maj Lindqvist-Öberg"),
        ("London, 12 May 2025\nALM\nDr. Cedric van Pyke\nDirector", "Dr. Cedric van Pyke"),
        ("Yours sincerely,\n\nCedric Pyke\nDirector", "Cedric Pyke"),
        ("Med vänlig hälsning\nTyra Lindvass", "Tyra Lindvass"),
        ("Godkänd av: Gunvor Tellander, vd", "Gunvor Tellander"),
        ("Signed by Priya O'Neill", "Priya O'Neill"),
        ("Namnteckning: ________", None),
        ("Yours sincerely,\nALM HANDEL AB", None),
        ("Page 3 of 3", None),
        ("Ailsa Drever, Technical Director", "Ailsa Drever"),
        ("Mats-Olov Renström\nproduktutveckling", "Mats-Olov Renström"),
        ("Teknisk chef: Alva Mårdberg", "Alva Mårdberg"),
        ("p.p. Cordelia Blyth", "Cordelia Blyth"),
        ("i. A. Dr Henrike Sommer, Environment", "Dr Henrike Sommer"),
        ("Authorised: Dr. Anke Möhring", "Dr. Anke Möhring"),
        ("Undertecknat i Vansbro av Jöns Halvarsson", "Jöns Halvarsson"),
        ("It is signed by the export manager, Ms Le Ngoc Anh.", "Ms Le Ngoc Anh"),
        ("Signed for and on behalf of Nordvik Vitalis AS\nHorten\nTerje Haug", "Terje Haug"),
        ("Anna Berg, kvalitetschef, anna@alm.example", None),
        ("Anna Berg, kvalitetschef, tel. 0123", None),
        ("Valid until 31 August 2025\nGREENGUARD Gold", None),
        ("The contracts are in Urdu and signed by all.\nGanga Surgicals", None),
        ("Stora Ängen\nVår stora gård.", None),
        ("Salcia Confex\tkvalitet\t2", None),
    ],
)
def test_who_signs_is_told_by_place_greeting_or_label(foot: str, name: str | None) -> None:
    assert said("Code of Conduct\nThe code.\n" + foot).get("signature") == name
