"""Gear, air at work, injuries and health checks, by the words in which plain papers tell them."""

from __future__ import annotations

import pytest

from tests.nlp.asking import topics

_TOLD = [
    ("Trädammet vid putsen ligger över gränsvärdet.", "SAFETY"),
    ("Svetsröken i hall 3 har inte mätts.", "SAFETY"),
    ("Bullret vid stansen uppgick till 91 dB.", "SAFETY"),
    ("Flour dust at the mixer lies above the limit value.", "SAFETY"),
    ("Welding fume has never been measured in the new hall: wood dust, 3 mg/m³.", "SAFETY"),
    ("Gasvarnaren i kylmaskinrummet har bytts.", "SAFETY"),
    ("Limbänkarna är försedda med sidoutsug.", "SAFETY"),
    ("Lackerarna bär halvmask med filter.", "SAFETY"),
    ("The painters wear half-masks and lifelines on the roof.", "SAFETY"),
    ("Knivskador i styckningen: fyra under året.", "SAFETY"),
    ("Our recordable rate was 3.1 last year.", "SAFETY"),
    ("The sorters undergo a health check every year.", "SAFETY"),
    ("Hälsokontroller görs vartannat år på alla i blästringen.", "SAFETY"),
    ("Safety reps were chosen in both halls.", "SAFETY"),
    ("EHS training is held for all new operators.", "SAFETY"),
    ("En svår personskada inträffade vid pressen.", "SAFETY"),
    ("Vi följer Måleribranschavtalet.", "UNION"),
    ("Deltagarkommittén valdes i februari.", "UNION"),
    ("Weavers complain that they are made fun of by the overseer.", "DISCRIMINATION"),
    ("Foul language was used against Nepalese workers.", "DISCRIMINATION"),
]


@pytest.mark.parametrize(("page", "topic"), _TOLD)
def test_gear_air_and_injuries_at_work_are_claimed(page: str, topic: str) -> None:
    assert f"LAB.{topic}" in topics(page)


_INNOCENT = [
    ("Hälsokontroll av kycklingarna görs vid leverans.", "SAFETY"),
    ("Workers pay a fee for the medical check before hiring.", "SAFETY"),
    ("Ansvaret för sakskada och personskada är begränsat till priset.", "SAFETY"),
    ("This guide is meant for buyers, designers and EHS staff.", "SAFETY"),
    ("Vi säljer slangar och hjälmar till kommuner.", "SAFETY"),
    ("Emission of vapours from the product is below the limit value.", "SAFETY"),
    ("Utsläppen av ångor ligger under gränsen i tillståndet.", "SAFETY"),
    ("Hyresavtalet följer branschavtalet för lokaler hos leverantören.", "UNION"),
    ("The recorder shows the rate of delivery.", "SAFETY"),
]


@pytest.mark.parametrize(("page", "topic"), _INNOCENT)
def test_goods_animals_and_liability_are_no_safety_at_work(page: str, topic: str) -> None:
    assert f"LAB.{topic}" not in topics(page)
