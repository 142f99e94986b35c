"""What codes, reports and suppliers' pages write of work in general words, in both languages."""

from __future__ import annotations

import pytest

from tests.nlp.asking import all_told

# text | topic
_TOLD = """
Working conditions shall be safe and hygienic. | LAB.SAFETY
Suppliers must offer a work environment that is safe for everyone. | LAB.SAFETY
The work environment at the mill has improved. | LAB.SAFETY
We are committed to protecting the health of everyone who works for us. | LAB.SAFETY
We promote the well-being of our colleagues. | LAB.SAFETY
The sewing rooms and the rest of the factory are bright and well ventilated. | LAB.SAFETY
Health & safety issues were raised with the owner. | LAB.SAFETY
Arbetsplatsen ska vara trygg och säker för alla. | LAB.SAFETY
Arbetsförhållandena i fabriken är trygga. | LAB.SAFETY
Den fysiska miljön i fabriken har förbättrats. | LAB.SAFETY
Ingen anställd ska utsättas för fysiska risker. | LAB.SAFETY
Lokalerna är ljusa och välventilerade. | LAB.SAFETY
Vi värnar om personalens välmående på arbetsplatsen. | LAB.SAFETY
We treat everyone with dignity and respect. | LAB.DISCRIMINATION
Hiring decisions are based on merit. | LAB.DISCRIMINATION
Diversity and inclusion matter to us at work. | LAB.DISCRIMINATION
We do not accept any form of abuse. | LAB.DISCRIMINATION
We foster a respectful and inclusive workplace. | LAB.DISCRIMINATION
Alla anställda ska behandlas med respekt och värdighet. | LAB.DISCRIMINATION
Fysisk bestraffning och hot är förbjudet. | LAB.DISCRIMINATION
Anställning ska ske utifrån kompetens. | LAB.DISCRIMINATION
Vi arbetar för mångfald och inkludering. | LAB.DISCRIMINATION
The mill failed to provide legally mandated benefits. | LAB.WAGE
We work with suppliers to improve wages. | LAB.WAGE
Everyone in the factory gets a fair salary. | LAB.WAGE
Lönerna ska minst motsvara landets minimumlön. | LAB.WAGE
Lönerna ligger över landets minimilön. | LAB.WAGE
Rimliga löner är ett krav hos oss. | LAB.WAGE
Wages at the mill meet the country's minimum wage. | LAB.WAGE
The workers are owed two months of unpaid compensation. | LAB.WAGE
The closure left 40 workers without the severance they are owed. | LAB.WAGE
Social dialogue between managers and workers is encouraged. | LAB.UNION
The employer shall allow parallel means of representation. | LAB.UNION
Vi stöder en social dialog på arbetsplatsen. | LAB.UNION
Forty workers took part in a peaceful strike. | LAB.UNION
No one shall work against their will. | LAB.FORCED
Inget arbete får utföras mot någons vilja. | LAB.FORCED
Leverantören får inte utnyttja sina arbetare. | LAB.FORCED
De anställda har minst en dag ledigt i veckan. | LAB.HOURS
Högst 48h/vecka i fabriken. | LAB.HOURS
Övertid ska ersättas enligt lag. | LAB.WAGE
Problems raised by workers have been resolved. | LAB.GRIEVANCE
Workers were hired through a labour-only contractor. | LAB.CONTRACT
Otrygga anställningar är vanliga i fabriken. | LAB.CONTRACT
Bemanningsföretaget står för avgiften till arbetaren. | LAB.FEES
The bathrooms at the workers' hostel were filthy. | LAB.SAFETY
"""


def _rows() -> list[tuple[str, str]]:
    parts = (line.partition(" | ") for line in _TOLD.strip().splitlines())
    return [(text, topic) for text, _, topic in parts]


@pytest.mark.parametrize(("text", "topic"), _rows())
def test_general_words_of_work_are_flagged(text: str, topic: str) -> None:
    assert [found for found, _, _ in all_told(text)] == [topic]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The visit was made in response to complaints of unpaid wages.", ["LAB.WAGE"]),
        ("Besöket gjordes med anledning av klagomål om obetald lön.", ["LAB.WAGE"]),
    ],
)
def test_a_complaint_that_led_to_a_visit_is_no_channel(text: str, topics: list[str]) -> None:
    assert [found for found, _, _ in all_told(text)] == topics


@pytest.mark.parametrize(
    "text",
    [
        "Avgivningen är 0,2 µg/cm2 och vecka.",
        "The factory has LED lighting and saves energy.",
        "Fabriken har bytt till energisnål belysning.",
        "Animal well-being is important to the people who work on the farms.",
        "Biologisk mångfald är viktig i bomullsodlingen.",
        "The workplace canteen sells safe food to consumers.",
        "Minimilönen i landet är 240 euro i månaden.",
    ],
)
def test_words_of_goods_of_nature_and_of_the_law_are_not(text: str) -> None:
    assert not [topic for topic, _, _ in all_told(text) if topic.startswith("LAB.")]
