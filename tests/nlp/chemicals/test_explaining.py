"""What a kind of substance is, how it is listed, measured or limited: nothing of these goods."""

from __future__ import annotations

import pytest

from tests.nlp.asking import all_told

SILENT = [
    "DINP är en mjukgörare utan den klassificeringen.",
    "DEHP, BBP och DBP är tre ftalater som kräver tillstånd enligt bilaga XIV.",
    "SVHC är en förkortning av Substances of Very High Concern.",
    "DEHP is a plasticiser.",
    "BPA and BPS are two bisphenols.",
    "Ett ämne förs upp på kandidatförteckningen om det är cancerframkallande.",
    "A substance is added to the Candidate List if it is carcinogenic.",
    "Vid bestämning av sexvärt krom enligt EN ISO 17075-1 extraheras provet i buffert.",
    "For the determination of lead the sample is digested in acid.",
    "En kromgarvad hud innehåller normalt trevärt krom.",
    "A PVC cable normally contains phthalates.",
    "Kadmium i kakao får enligt EU uppgå till högst 0,6 mg/kg.",
    "Mercury in tuna may under EU law be no more than 1.0 mg/kg.",
]


@pytest.mark.parametrize("page", SILENT)
def test_an_explanation_claims_nothing(page: str) -> None:
    """Kinds, grounds, methods, trades and laws are of all goods."""
    assert all_told(page) == []


TOLD = [
    ("DINP is a plasticiser used in the hose.", "affirmed"),
    ("BIT är ett konserveringsmedel i limmet.", "affirmed"),
    ("Lead is a constituent of the solder.", "affirmed"),
    ("Vid bestämning av sexvärt krom påvisades 4 mg/kg.", "affirmed"),
    ("Vår hud innehåller trevärt krom.", "affirmed"),
    ("Torkmedlet är bytt; mangan har trätt i dess ställe, max 0,05 %.", "affirmed"),
    ("DINP has taken its place, at most 20 %.", "affirmed"),
]


@pytest.mark.parametrize(("page", "stance"), TOLD)
def test_what_the_goods_hold_is_told_in_like_words(page: str, stance: str) -> None:
    """A kind that stands in the goods, a result and a replacement are claims."""
    assert ("CHEM.SUBSTANCE", stance) in {(topic, told) for topic, told, _ in all_told(page)}


@pytest.mark.parametrize(
    "page",
    [
        "Skum valde vi bort just för att slippa isocyanater på bygget.",
        "Ftalaterna tog vi bort 2019.",
        "We chose wool to be spared flame retardants.",
        "A new glue lets us get away from isocyanates.",
    ],
)
def test_what_was_given_up_or_counted_as_none_is_denied(page: str) -> None:
    """To be rid of a thing is to be without it."""
    assert [(topic, told) for topic, told, _ in all_told(page)] == [("CHEM.GROUP", "denied")]
