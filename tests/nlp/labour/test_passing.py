"""Unions and safety representatives named in passing, and where they are what is told."""

from __future__ import annotations

import pytest

from tests.nlp.asking import topics

_PASSING = [
    ("Vid öppningsmötet deltog fabrikschefen, lönechefen och en facklig företrädare.", "UNION"),
    ("The closing meeting was attended by the plant manager and one union officer.", "UNION"),
    ("The exit meeting at 16.00 was attended by two managers and the shop steward.", "UNION"),
    ("Lönekartläggning gjordes i mars tillsammans med facket.", "UNION"),
    ("An equal pay audit was carried out together with the union in April.", "UNION"),
    ("Du kan vända dig till personalchefen, ett skyddsombud eller brevlådan.", "SAFETY"),
    ("Prata med din chef, HR eller ditt skyddsombud.", "SAFETY"),
    ("You can talk to your supervisor, to HR or to the safety representative.", "SAFETY"),
    ("Lönen är 14 500 kronor i månaden enligt kollektivavtalet för branschen.", "UNION"),
    ("Wages are paid on the 25th according to the collective agreement for laundries.", "UNION"),
    ("Arbetstiden är 38 timmar i veckan enligt kollektivavtalet.", "UNION"),
    ("The working week is 40 hours according to the collective agreement.", "UNION"),
]


@pytest.mark.parametrize(("page", "topic"), _PASSING)
def test_who_sat_there_whom_to_turn_to_and_what_pay_goes_by_are_no_claims(
    page: str, topic: str
) -> None:
    assert f"LAB.{topic}" not in topics(page)


_TOLD = [
    ("Kollektivavtal finns med IF Metall sedan 2011.", "UNION"),
    ("All workers are covered by a collective agreement.", "UNION"),
    ("Fackklubben fick inte delta i öppningsmötet.", "UNION"),
    ("The union was not allowed to attend the opening meeting.", "UNION"),
    ("The union meeting was attended by sixty workers.", "UNION"),
    ("Facket förhandlar om lönen varje vår.", "UNION"),
    ("The wage scale was negotiated with the union in June.", "UNION"),
    ("Lönen är låg och kollektivavtal saknas.", "UNION"),
    ("Skyddsombudet får stoppa farligt arbete.", "SAFETY"),
    ("Safety representatives are elected for each hall.", "SAFETY"),
    ("Vänd dig till din chef om du saknar skyddsglasögon eller hörselskydd.", "SAFETY"),
    ("The shop steward was dismissed after the strike.", "UNION"),
    ("Wages follow the law, and no collective agreement has been concluded.", "UNION"),
]


@pytest.mark.parametrize(("page", "topic"), _TOLD)
def test_what_is_told_of_them_themselves_is_claimed(page: str, topic: str) -> None:
    assert f"LAB.{topic}" in topics(page)
