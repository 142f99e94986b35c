"""Plain facts of work, how they bear, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.nlp.asking import all_told

Told = list[tuple[str, str, str]]


FACTS = [
    ("Sleeves up to the shoulder and gloves have been issued.\n", "LAB.SAFETY affirmed support"),
    ("Ärmskydd och handskar har delats ut i maj.\n", "LAB.SAFETY affirmed support"),
    ("Extraction is missing at three of the polishing benches.\n", "LAB.SAFETY denied risk"),
    ("Utsugning saknas vid tre limbord.\n", "LAB.SAFETY denied risk"),
    ("No risk assessment of the ironing has been made.\n", "LAB.SAFETY denied risk"),
    ("Riskbedömning av svetsningen har inte gjorts.\n", "LAB.SAFETY denied risk"),
    ("The fire door was propped open with a bin.\n", "LAB.SAFETY affirmed risk"),
    ("An election is to be held in October.\n", "LAB.UNION required support"),
    ("Ett val ska hållas i oktober.\n", "LAB.UNION required support"),
    ("The committee was hand-picked by the owner.\n", "LAB.UNION affirmed risk"),
    ("Kommittén är utsedd av ägaren.\n", "LAB.UNION affirmed risk"),
    ("Usdaw is recognised at the laundry in Leeds.\n", "LAB.UNION affirmed support"),
    ("Personalen går på tvätteriavtalet.\n", "LAB.UNION affirmed support"),
    ("The helpers are not registered for social insurance.\n", "LAB.CONTRACT denied risk"),
    ("Hjälparna är inte anmälda till socialförsäkringen.\n", "LAB.CONTRACT denied risk"),
    ("Twenty packers were supplied by a labour agency.\n", "LAB.CONTRACT affirmed neutral"),
    ("Tjugo packare är anställda via bemanningsföretag.\n", "LAB.CONTRACT affirmed neutral"),
    ("Fees for employment are not charged.\n", "LAB.FEES denied support"),
    ("Avgifter för jobbet tas inte ut.\n", "LAB.FEES denied support"),
    (
        "How to complain\nSixteen messages were received in 2025.\n",
        "LAB.GRIEVANCE affirmed neutral",
    ),
    ("Klagomål\nSexton meddelanden kom in under 2025.\n", "LAB.GRIEVANCE affirmed neutral"),
    ("The youngest person in the shed was 12.\n", "LAB.CHILD affirmed risk"),
    ("Den yngsta i verkstaden var 13 år.\n", "LAB.CHILD affirmed risk"),
    ("Two callers reported reprisals.\n", "LAB.GRIEVANCE affirmed risk"),
    ("Klagomålskanalen finns bara på tyska.\n", "LAB.GRIEVANCE affirmed risk"),
    ("A supervisor was warned for shouting at a helper.\n", "LAB.DISCRIMINATION affirmed support"),
]


@pytest.mark.parametrize(("page", "wanted"), FACTS)
def test_a_plain_fact_of_work_is_told(page: str, wanted: str) -> None:
    assert all_told(page) == [tuple(wanted.split())]


NO_FACTS = [
    "Complaints about late deliveries go to the sales desk.\n",
    "Klagomål på produkten tas emot av butiken.\n",
    "Undeclared allergens are reported to the customer.\n",
    "Homeworkers are defined by an annex to the code.\n",
    "A grievance is any wrong, however small.\n",
    "Ett klagomål är varje upplevd orättvisa.\n",
    "Whistleblowing: see the staff handbook, not part of this manual.\n",
    "Visselblåsning: se personalhandboken, ingår inte i denna manual.\n",
    "The analysis compares wages in four mills.\n",
    "Analysen jämför löner i fyra fabriker.\n",
    "The board of directors was elected at the general meeting.\n",
    "Gloves are issued in boxes of 100, examination grade.\n",
    "Styrelsen valdes på årsstämman; nästa val hålls i maj.\n",
]


@pytest.mark.parametrize("page", NO_FACTS)
def test_words_of_trade_and_method_are_no_fact_of_work(page: str) -> None:
    assert [one for one in all_told(page) if one[0].startswith("LAB.")] == []


FOLLOWED = [
    (
        "The wages of 40 packers were late.\nAll 40 have had their money.\n",
        ["LAB.WAGE", "LAB.WAGE"],
    ),
    ("Lönerna för 40 packare var sena.\nAlla 40 har fått pengar.\n", ["LAB.WAGE", "LAB.WAGE"]),
]


@pytest.mark.parametrize(("page", "topics"), FOLLOWED)
def test_all_of_those_spoken_of_go_on_about_the_topic(page: str, topics: list[str]) -> None:
    assert [topic for topic, _, _ in all_told(page.replace("\n", " "))] == topics
