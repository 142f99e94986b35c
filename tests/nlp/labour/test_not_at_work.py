"""Words of safety, strikes and unequal treatment that are told of goods, trade and papers."""

from __future__ import annotations

import pytest

from tests.nlp.asking import topics

_ELSEWHERE = [
    ("Lagret räcker till mitten av mars.", "SAFETY"),
    ("En muntlig överenskommelse räcker för mindre odlare.", "SAFETY"),
    ("The colour shade differs slightly between batches.", "SAFETY"),
    ("The line is run in two production shifts and one sanitation shift.", "SAFETY"),
    ("Stolar och bord sys och monteras i Estland.", "SAFETY"),
    ("The article is blocked for sale until the supplier has answered.", "SAFETY"),
    ("The hardener is a blocked isocyanate.", "SAFETY"),
    ("Payments to the agent are blocked in the payroll system.", "SAFETY"),
    ("The cartridge should not be exposed to light for long.", "SAFETY"),
    ("Our turnover fell from 40 to 31 million euros.", "SAFETY"),
    ("Vi säljer hjälmar och strålkastare till räddningstjänster.", "SAFETY"),
    ("The seals are approved for contact with drinking water.", "SAFETY"),
    ("Fallskyddsytan provas enligt EN 1177.", "SAFETY"),
    ("Mattan har halkskydd på undersidan.", "SAFETY"),
    ("Safety data sheets are available for download on our website.", "SAFETY"),
    ("Säkerhetsdatablad finns på begäran.", "SAFETY"),
    ("Arbetsmiljöcertifikatet gäller till den 30 juni.", "SAFETY"),
    ("The declaration under the PPE Regulation is available.", "SAFETY"),
    ("Force majeure is war, flood, strike, lock-out and embargo.", "UNION"),
    ("Force majeure is war, flood, strike, lock-out and embargo.", "SAFETY"),
    ("Parterna svarar inte för krig, strejk, lockout eller pandemi.", "UNION"),
    ("We are a Union importer of gold and tungsten.", "UNION"),
    ("The interlocks were reinstated in May.", "UNION"),
    ("Återinträde i besprutade fält tillåts efter två dygn.", "UNION"),
    ("Uncured resin is treated as hazardous waste.", "DISCRIMINATION"),
    ("A change of supplier is treated as a breach of the agreement.", "DISCRIMINATION"),
    ("Preferential treatment at customs requires a declaration.", "DISCRIMINATION"),
    ("Test reports must not be older than two years.", "DISCRIMINATION"),
    ("Äldre lager kan endast säljas i Norden.", "DISCRIMINATION"),
    ("Minerals of Congolese origin are excluded from the alloy.", "DISCRIMINATION"),
]


@pytest.mark.parametrize(("page", "topic"), _ELSEWHERE)
def test_goods_trade_and_papers_claim_nothing_of_work(page: str, topic: str) -> None:
    assert f"LAB.{topic}" not in topics(page)


_AT_WORK = [
    ("Räcket på lastkajen saknas.", "SAFETY"),
    ("Trappan saknar räcke.", "SAFETY"),
    ("Halkskydd har monterats i trappan.", "SAFETY"),
    ("Breaks are taken in the shade and water is given out.", "SAFETY"),
    ("Sanitation in the camp is poor.", "SAFETY"),
    ("The aisle between the looms was blocked.", "SAFETY"),
    ("Two exits in the warehouse were blocked by cartons.", "SAFETY"),
    ("Sprayers are exposed to pesticides without masks.", "SAFETY"),
    ("Grinders are exposed to dust and heat.", "SAFETY"),
    ("A roofer fell from the scaffold in June.", "SAFETY"),
    ("Arbetarna bär hjälm och varselkläder.", "SAFETY"),
    ("All riggers wear helmets on the yard.", "SAFETY"),
    ("Drinking water is free in the production hall.", "SAFETY"),
    ("Dricksvatten finns på varje våning.", "SAFETY"),
    ("Montörerna använder fallskydd på taket.", "SAFETY"),
    ("Safety data sheets are available to the workers in Tamil.", "SAFETY"),
    ("Lock-out and tag-out is practised on all presses.", "SAFETY"),
    ("Arbetsmiljön följs upp av en kommitté med anställda.", "SAFETY"),
    ("The workers went on strike for two days in May.", "UNION"),
    ("Efter en strejk i mars höjdes lönerna.", "UNION"),
    ("The owner answered the strike with a lock-out.", "UNION"),
    ("Two union leaders were reinstated after a ruling.", "UNION"),
    ("Migrant workers are treated as second-class.", "DISCRIMINATION"),
    ("Men get preferential treatment when line leaders are chosen.", "DISCRIMINATION"),
    ("Older workers are not hired.", "DISCRIMINATION"),
    ("Äldre sökande sorteras bort.", "DISCRIMINATION"),
    ("Nobody older than 35 is hired at the line.", "DISCRIMINATION"),
    ("The foreman was dismissed for hitting a sewer.", "DISCRIMINATION"),
]


@pytest.mark.parametrize(("page", "topic"), _AT_WORK)
def test_the_same_words_told_of_people_at_work_are_claimed(page: str, topic: str) -> None:
    assert f"LAB.{topic}" in topics(page)
