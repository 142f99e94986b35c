"""What is done against an ill, or was not; a risk that is small, spared, or told of at large."""

from __future__ import annotations

import pytest

from tests.nlp.asking import told

TOLD = [
    ("We provide training to buyers on the risks of forced labour.", "LAB.FORCED",
     ("affirmed", "support")),
    ("Training on modern slavery has not been established.", "LAB.FORCED", ("denied", "risk")),
    ("No assessment of the risk of child labour was made.", "LAB.CHILD", ("denied", "risk")),
    ("Vi har ännu inte utbildat personalen om tvångsarbete.", "LAB.FORCED", ("denied", "risk")),
    ("Our assessments found no cases of forced labour.", "LAB.FORCED", ("denied", "support")),
    ("While gaps were found in the files of some mills, no cases of child labour were seen.",
     "LAB.CHILD", ("denied", "support")),
    ("Our screening picks suppliers that do not use child labour.", "LAB.CHILD",
     ("affirmed", "support")),
    ("Staff are hired and promoted without discrimination.", "LAB.DISCRIMINATION",
     ("denied", "support")),
    ("Anställning sker utan diskriminering.", "LAB.DISCRIMINATION", ("denied", "support")),
    ("The likelihood of child labour in our own offices is low.", "LAB.CHILD",
     ("denied", "support")),
    ("Sannolikheten för barnarbete i egen verksamhet är låg.", "LAB.CHILD", ("denied", "support")),
    ("We consider the risk of modern slavery in our business to be low.", "LAB.FORCED",
     ("denied", "support")),
    ("Assessing risk: the risk of child labour varies between countries.", "LAB.CHILD",
     ("hedged", "risk")),
    ("Leverantören ska ha en kanal för klagomål utan risk för repressalier.", "LAB.GRIEVANCE",
     ("required", "support")),
    ("While no steps have been taken to train buyers on forced labour, the mill intends to.",
     "LAB.FORCED", ("denied", "risk")),
    ("Staff learn how to report and address cases of forced labour in their training.",
     "LAB.FORCED", ("affirmed", "support")),
    ("Wages were far below the legal minimum.", "LAB.WAGE", ("affirmed", "risk")),
    ("Lönerna låg långt under lagstadgad nivå.", "LAB.WAGE", ("affirmed", "risk")),
    ("The men were allegedly refused written contracts.", "LAB.CONTRACT", ("hedged", "risk")),
    ("The practices of the mill violated the right to freedom of association.", "LAB.UNION",
     ("affirmed", "risk")),
    ("All are taught how to report concerns they may have through the hotline.", "LAB.GRIEVANCE",
     ("affirmed", "support")),
    ("We check that no children work at the mill.", "LAB.CHILD",
     ("affirmed", "support")),
    ("Vi kontrollerar varje år att inga barn arbetar där.", "LAB.CHILD", ("affirmed", "support")),
    ("The auditor verified that no children work at the mill.", "LAB.CHILD",
     ("denied", "support")),
    ("Arbetarna visste inte vart de kunde vända sig med klagomål.", "LAB.GRIEVANCE",
     ("denied", "risk")),
    ("Workers told us that they did not know where to turn with complaints.", "LAB.GRIEVANCE",
     ("denied", "risk")),
    ("Tre hade inte fått skriftliga avtal.", "LAB.CONTRACT", ("denied", "risk")),
    ("Rapporter vittnar om barnarbete i gruvorna.", "LAB.CHILD", ("hedged", "risk")),
    ("Whoever becomes aware of violations of the code can call our hotline.", "LAB.GRIEVANCE",
     ("affirmed", "support")),
    ("Time records for August were incomplete.", "LAB.HOURS", ("hedged", "risk")),
    ("Tidrapporterna för augusti var ofullständiga.", "LAB.HOURS", ("hedged", "risk")),
]  # fmt: skip


@pytest.mark.parametrize(("page", "topic", "wanted"), TOLD)
def test_a_measure_a_risk_and_a_paper_are_told_as_they_are(
    page: str, topic: str, wanted: tuple[str, str]
) -> None:
    assert told(page, topic) == [wanted]


def test_what_is_alleged_is_alleged_of_each_that_a_sentence_joins() -> None:
    page = "Workers complained of alleged beatings, as well as the use of short-term contracts."
    assert told(page, "LAB.CONTRACT") == [("hedged", "risk")]


def test_what_a_firm_does_not_source_is_denied_and_not_unknown() -> None:
    assert told("We do not source cotton from Xinjiang.", "ORIGIN.MATERIAL") == [
        ("denied", "support")
    ]


def test_a_name_with_zero_in_it_denies_nothing() -> None:
    page = "Our dye houses follow the Zero Discharge of Hazardous Chemicals MRSL."
    assert "denied" not in [stance for stance, _ in told(page, "CHEM.LIST")]
