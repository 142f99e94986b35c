"""Nobody knows, nobody looked, it may be so: doubt that no single word tells."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, stances, told

UNKNOWN = [
    ("Nobody could tell us if overtime in the dye house is voluntary.", "LAB.HOURS"),
    ("The agency would not confirm that no recruitment fees had been taken.", "LAB.FEES"),
    ("I am not certain that forced labour can be kept out of the cotton.", "LAB.FORCED"),
    ("None of the managers knew what the piece rate workers earn in wages.", "LAB.WAGE"),
    ("We did not ask about union members at the second plant.", "LAB.UNION"),
    ("We cannot swear that no children work at the ginning mill.", "LAB.CHILD"),
    ("Ingen kunde svara på om övertiden är frivillig.", "LAB.HOURS"),
    ("Lönerna på plantagen känner vi inte till.", "LAB.WAGE"),
    ("Det går inte att avgöra om arbetstiden överskrider 60 timmar.", "LAB.HOURS"),
    ("Ingen vet hur många timmar övertid de arbetar.", "LAB.HOURS"),
    ("Byrån ville inte bekräfta att rekryteringsavgifter inte tas ut.", "LAB.FEES"),
]


@pytest.mark.parametrize(("page", "topic"), UNKNOWN)
def test_what_nobody_knows_or_asked_is_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


UNMADE = [
    ("No study of living wages has been made for the region.", "LAB.WAGE"),
    ("En kartläggning av tvångsarbete hos färgeriet har inte gjorts.", "LAB.FORCED"),
]


@pytest.mark.parametrize(("page", "topic"), UNMADE)
def test_a_study_that_was_never_made_leaves_its_thing_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


ABSENT = [
    ("No case of forced labour was established during the audit.", "LAB.FORCED"),
    ("The interviews did not reveal any harassment.", "LAB.DISCRIMINATION"),
    ("Child labour was not found by the auditors we asked.", "LAB.CHILD"),
    ("No recruitment fees had been charged, the workers confirmed.", "LAB.FEES"),
    ("Inga rekryteringsavgifter tas ut, bekräftade arbetarna.", "LAB.FEES"),
    ("Pregnancy testing is not carried out.", "LAB.DISCRIMINATION"),
]


@pytest.mark.parametrize(("page", "topic"), ABSENT)
def test_what_was_looked_for_and_not_found_is_denied(page: str, topic: str) -> None:
    assert stances(page, topic) == ["denied"]


OWN_WORK = [
    ("Workers' ages are not checked at hiring.", "LAB.CHILD"),
    ("Åldern kontrolleras inte vid anställning.", "LAB.CHILD"),
    ("Complaints are not investigated.", "LAB.GRIEVANCE"),
    ("Klagomål utreds inte.", "LAB.GRIEVANCE"),
    ("Arbetstiden registreras inte.", "LAB.HOURS"),
]


@pytest.mark.parametrize(("page", "topic"), OWN_WORK)
def test_a_check_that_is_the_thing_itself_is_denied_and_not_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["denied"]


POSSIBLE = [
    ("Children may take part in the harvest.", "LAB.CHILD"),
    ("Workers might have paid recruitment fees to sub-agents.", "LAB.FEES"),
    ("Barn kan hjälpa till vid plockningen.", "LAB.CHILD"),
    ("Migrantarbetare kan ha betalat rekryteringsavgifter i hemlandet.", "LAB.FEES"),
]


@pytest.mark.parametrize(("page", "topic"), POSSIBLE)
def test_what_may_be_so_is_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


ABLE = [
    ("Workers may leave the premises freely.", "LAB.FORCED"),
    ("Arbetarna kan lämna klagomål anonymt.", "LAB.GRIEVANCE"),
    ("Two workers were injured in May.", "LAB.SAFETY"),
]


@pytest.mark.parametrize(("page", "topic"), ABLE)
def test_what_workers_are_free_to_do_and_a_month_are_no_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["affirmed"]


HIDDEN = [
    ("Buttonholes are sewn at a subcontractor without our knowledge.", "LAB.CONTRACT"),
    ("Sömnaden lades ut på en underleverantör utan vår vetskap.", "LAB.CONTRACT"),
]


@pytest.mark.parametrize(("page", "topic"), HIDDEN)
def test_work_that_was_sent_out_without_a_word_was_sent_out(page: str, topic: str) -> None:
    assert stances(page, topic) == ["affirmed"]


def test_words_of_duty_are_heard_before_words_of_knowing() -> None:
    page = "Leverantören får inte kontrollera vilka som är med i facket."
    assert stances(page, "LAB.UNION") == ["required"]


UNTOLD = [
    ("For the cotton lining the trader gives no country of origin.", "ORIGIN.MATERIAL"),
    ("Bomullens ursprung saknas i leveranssedeln.", "ORIGIN.MATERIAL"),
    ("The cotton is bought in several countries, depending on price.", "ORIGIN.MATERIAL"),
]


@pytest.mark.parametrize(("page", "topic"), UNTOLD)
def test_an_origin_that_is_not_told_is_in_doubt_and_not_denied(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


UNSETTLED = [
    ("Agency fees are under dispute with the recruiter.", "LAB.FEES"),
    ("Managers hope to have all workers on written contracts.", "LAB.CONTRACT"),
    ("The union organiser appeared to have been dismissed.", "LAB.UNION"),
    ("En lönerevision till levnadslön övervägs.", "LAB.WAGE"),
    ("Fabriken anklagas för barnarbete.", "LAB.CHILD"),
    ("Vi tvivlar på att övertiden är frivillig.", "LAB.HOURS"),
    ("Returfibern kan föra med sig bisfenol A.", "CHEM.SUBSTANCE"),
    ("Bly i lödningen: besked väntas i oktober.", "CHEM.SUBSTANCE"),
]


@pytest.mark.parametrize(("page", "topic"), UNSETTLED)
def test_what_is_disputed_hoped_alleged_or_awaited_is_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


def test_a_thing_that_is_named_by_what_it_may_do_is_not_in_doubt() -> None:
    page = "The dyes are free from azo dyes that may release amines."
    assert stances(page, "CHEM.GROUP") == ["denied"]


def test_an_item_of_a_list_of_risks_is_feared() -> None:
    page = "Our most salient risks are:\n- Forced labour in cotton farming\n"
    assert stances(page, "LAB.FORCED") == ["hedged"]


def test_a_row_with_its_likelihood_and_severity_is_feared() -> None:
    page = "Issue | Severity | Likelihood\nChild labour, mica | 5 | 3\n"
    assert stances(page, "LAB.CHILD") == ["hedged"]


def test_the_words_that_tell_of_doubt_are_kept() -> None:
    page = "The broker would not confirm that no recruitment fees had been taken."
    (claim,) = nlp.find_claims([page], today=TODAY)
    assert [page[a:b] for a, b in claim.cues] == ["not", "confirm"]


DEALT_WITH = [
    ("We conduct regular reviews to safeguard against any risk of forced labour.", "LAB.FORCED"),
    ("Risks of child labour are identified through audits and interviews.", "LAB.CHILD"),
    ("Vi förebygger risken för barnarbete genom ålderskontroller.", "LAB.CHILD"),
]


@pytest.mark.parametrize(("page", "topic"), DEALT_WITH)
def test_a_risk_that_something_is_done_about_is_a_measure_and_no_doubt(
    page: str, topic: str
) -> None:
    assert told(page, topic) == [("affirmed", "support")]


@pytest.mark.parametrize(
    "page",
    [
        "Guards can report suspected breaches to the hotline.",
        "Anonymity is possible when a complaint is made through the hotline.",
        "Väktarna kan anmäla misstänkta överträdelser i visselblåsarkanalen.",
    ],
)
def test_what_a_channel_takes_in_is_suspected_and_the_channel_is_there(page: str) -> None:
    assert set(stances(page, "LAB.GRIEVANCE")) == {"affirmed"}


def test_a_risk_that_was_found_is_in_doubt() -> None:
    assert stances("We identified a risk of forced labour in tier 3.", "LAB.FORCED") == ["hedged"]


@pytest.mark.parametrize(
    "said",
    [
        "We do not believe that the product contains PFAS.",
        "We have no reason to believe that phthalates are used.",
        "Vi tror inte att locket innehåller ftalater.",
    ],
)
def test_what_is_not_believed_is_in_doubt(said: str) -> None:
    assert {claim.stance for claim in nlp.find_claims([said], today=TODAY)} == {"hedged"}
