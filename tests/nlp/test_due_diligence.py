"""What a statement on slavery in the chain says: of rules, of measures, of risks, of finds."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, claims, stances, told

BESIDE = """
We accept neither slavery nor human trafficking at any of our mills.
Our buyers attended a course on forced labour and human trafficking in March.
Suppliers must not take part in modern slavery, servitude or trafficking.
"""


@pytest.mark.parametrize("line", BESIDE.strip().splitlines())
def test_trafficking_named_beside_slavery_is_a_claim_of_its_own_on_the_same_words(
    line: str,
) -> None:
    whole, form = sorted(claims(line, "LAB.FORCED"), key=lambda claim: len(claim.value))
    assert (whole.start, whole.end) == (form.start, form.end)
    assert [one.value.get("indicator") for one in (whole, form)] == [None, "trafficking"]


def test_a_victim_of_trafficking_is_no_second_claim() -> None:
    (claim,) = claims("One night porter turned out to be a victim of trafficking.", "LAB.FORCED")
    assert claim.value == {"indicator": "trafficking"}


def test_a_form_of_forced_labour_alone_makes_its_claim_fuller() -> None:
    (claim,) = claims("The mill uses no prison labour.", "LAB.FORCED")
    assert claim.value == {"indicator": "prison_labour"}


def test_and_joins_two_things_where_the_verb_stands_behind_a_comma() -> None:
    page = "Our looms stop slavery and human trafficking, and we will go on with it."
    assert {page[claim.start : claim.end] for claim in claims(page, "LAB.FORCED")} == {
        "Our looms stop slavery and human trafficking"
    }


LOOKED_INTO = """
We assess and manage the risks of forced labour at our dye houses.
Each mill is visited to evaluate the risk of slavery among its migrant spinners.
We monitor suppliers of gloves for potential forced labour risks every quarter.
Leverantörerna granskas för att bedöma risken för tvångsarbete.
"""


@pytest.mark.parametrize("line", LOOKED_INTO.strip().splitlines())
def test_a_risk_that_is_looked_into_is_a_measure(line: str) -> None:
    assert set(told(line, "LAB.FORCED")) == {("affirmed", "support")}


FEARED = """
We identified a risk of forced labour at two of the dye houses.
Our review of the glove makers showed a risk of forced labour.
The assessed risk of forced labour in cotton is high.
We assess glove making in the delta as having a high risk of forced labour.
Vi bedömer risken för tvångsarbete i bomullen som hög.
"""


@pytest.mark.parametrize("line", FEARED.strip().splitlines())
def test_a_risk_that_was_found_is_feared(line: str) -> None:
    assert set(told(line, "LAB.FORCED")) == {("hedged", "risk")}


MEASURES = """
All buyers of workwear receive training on human trafficking and forced labour.
The laundry chain is a member of a task force that seeks to combat forced labour.
Our direct suppliers certify that their thread is made in compliance with the laws on slavery.
Alla inköpare har gått en utbildning om tvångsarbete.
"""


@pytest.mark.parametrize("line", MEASURES.strip().splitlines())
def test_what_is_done_against_slavery_speaks_for_the_firm(line: str) -> None:
    assert set(told(line, "LAB.FORCED")) == {("affirmed", "support")}


FOUND = """
The audit found forced labour at one of the spinning mills.
Training was held after two cases of forced labour at the hostel.
Vid granskningen upptäcktes tvångsarbete i färgeriet.
"""


@pytest.mark.parametrize("line", FOUND.strip().splitlines())
def test_what_a_measure_found_speaks_against_the_firm(line: str) -> None:
    assert {claim.bearing for claim in claims(line, "LAB.FORCED")} == {"risk"}


def test_a_missing_procedure_against_child_labour_is_a_risk() -> None:
    page = "The plant does not have a policy or procedure to see that forced and child labour end."
    (claim,) = claims(page, "LAB.CHILD")
    assert (claim.stance, claim.bearing, page[claim.start :]) == ("denied", "risk", page)


def test_the_last_of_a_list_has_the_verb_of_the_first() -> None:
    page = "We prohibit child labour, forced or bonded labour, and human trafficking."
    found = claims(page, "LAB.FORCED")
    assert {(claim.stance, page[claim.start : claim.end]) for claim in found} == {
        ("required", page[:-1])
    }


def test_a_sentence_that_mentions_a_code_in_the_first_lines_makes_no_code_of_the_paper() -> None:
    page = (
        "Our supplier code of conduct has been on the web since spring.\n"
        "We offer workers a hotline to report forced labour.\n"
    )
    assert set(stances(page, "LAB.GRIEVANCE")) == {"affirmed"}


JOINED = [
    ("In addition, we train our buyers on forced labour.", "we train"),
    ("Through our code for suppliers, we fight forced labour.", "we fight"),
    ("Nobody was hurt, and forced labour is audited.", "forced labour"),
    ("Dessutom, vi utbildar alla om tvångsarbete.", "vi utbildar"),
    ("In 2024 we trained our buyers on forced labour.", "In 2024"),
    ("By joining a union, forced labour is fought by our weavers.", "forced labour"),
    ("Through forced labour audits, our mills learn of it.", "Through"),
]


@pytest.mark.parametrize(("page", "opening"), JOINED)
def test_what_joins_a_sentence_to_another_stands_outside_the_claim(page: str, opening: str) -> None:
    found = claims(page, "LAB.FORCED")
    assert {page[claim.start :].startswith(opening) for claim in found} == {True}


RULES = """
We will stop buying from a spinner if we suspect that it uses forced labour.
Suppliers must not use forced labour, whether bonded, trafficked or in prisons.
"""


@pytest.mark.parametrize("line", RULES.strip().splitlines())
def test_a_rule_for_a_case_that_may_come_is_no_doubt(line: str) -> None:
    assert set(stances(line, "LAB.FORCED")) == {"required"}


def test_a_suspicion_without_a_rule_before_it_is_doubt() -> None:
    assert set(stances("We suspect forced labour at the spinner.", "LAB.FORCED")) == {"hedged"}


def test_what_is_laid_down_before_a_colon_holds_for_each_of_the_list_behind_it() -> None:
    page = (
        "We commit to see to it that: no one pays for the job; migrants keep their own passports; "
        "and workers have freedom of movement."
    )
    assert set(stances(page, "LAB.FORCED")) == {"required"}


CHANNELS = """
The hotline lets weavers report violations of our code in confidence.
We have set up a speak up line and a retaliation policy.
Our mills give access to a grievance mechanism without fear of retaliation.
"""


@pytest.mark.parametrize("line", CHANNELS.strip().splitlines())
def test_what_may_be_reported_speaks_not_against_the_channel(line: str) -> None:
    assert {claim.bearing for claim in claims(line, "LAB.GRIEVANCE")} == {"support"}


def test_retaliation_that_happened_speaks_against_the_channel() -> None:
    page = "Two callers to the hotline were punished and lost their bonus."
    assert {claim.bearing for claim in claims(page, "LAB.GRIEVANCE")} == {"risk"}


def test_a_right_to_organise_or_not_to_is_no_rule_that_falls_short() -> None:
    page = "Our code demands the right to organise or not to organise in a trade union."
    assert {claim.bearing for claim in claims(page, "LAB.UNION")} == {"support"}


ACTS = [
    ("The ward staff had training on the Modern Slavery Act.", "affirmed"),
    ("Slavery has no place here. Our buyers were trained on the Act in May.", "affirmed"),
    (
        "Slavery has no place here. A clause requiring that they comply with the Act is new.",
        "required",
    ),
]


@pytest.mark.parametrize(("page", "stance"), ACTS)
def test_work_on_the_act_against_slavery_is_a_claim(page: str, stance: str) -> None:
    assert claims(page, "LAB.FORCED")[-1].stance == stance


MENTIONED = """
This statement meets the requirements of the Modern Slavery Act 2015.
Our buyers were trained on the Act of 1998.
Modern slavery takes many forms.
We read the Trafficking in Persons Report of the year before.
"""


@pytest.mark.parametrize("line", MENTIONED.strip().splitlines())
def test_an_act_a_report_or_a_word_on_slavery_at_large_claims_nothing(line: str) -> None:
    assert claims(line, "LAB.FORCED") == []


OPEN = """
The channel is open to employees, guests and suppliers of our hotels.
Reports may be made anonymously at any hour.
Instructions for reporting hang in the locker rooms of the mill.
"""


@pytest.mark.parametrize("line", OPEN.strip().splitlines())
def test_a_channel_that_may_be_used_is_there(line: str) -> None:
    (claim,) = claims(line, "LAB.GRIEVANCE")
    assert (claim.stance, claim.bearing) == ("affirmed", "support")


def test_standards_that_hold_suppliers_to_something_are_a_rule() -> None:
    page = "We have issued standards that set forth our ways to hold suppliers to no forced labour."
    assert set(stances(page, "LAB.FORCED")) == {"required"}


def test_training_that_was_undertaken_is_done() -> None:
    page = "The farms have undertaken training of their foremen on forced labour."
    assert set(stances(page, "LAB.FORCED")) == {"affirmed"}


HELD = """
Our code of conduct covers forced labour and child labour.
The policies of the group address forced labour in hotels.
Uppförandekoden omfattar tvångsarbete.
"""


@pytest.mark.parametrize("line", HELD.strip().splitlines())
def test_what_a_code_covers_is_a_rule_that_speaks_for_the_firm(line: str) -> None:
    assert set(told(line, "LAB.FORCED")) == {("required", "support")}


def test_each_topic_of_a_long_list_is_a_claim() -> None:
    page = (
        "Each laundry follows our rules on child labour, forced labour, wages, working hours, "
        "discrimination and freedom of association."
    )
    assert {claim.topic for claim in nlp.find_claims([page], today=TODAY)} == {
        "LAB.CHILD",
        "LAB.FORCED",
        "LAB.WAGE",
        "LAB.HOURS",
        "LAB.DISCRIMINATION",
        "LAB.UNION",
    }


def test_pay_and_hours_beside_a_child_at_work_are_part_of_what_is_told_of_the_child() -> None:
    page = "A child of 13 worked nights in the mill, and its wage went to the foreman."
    assert "LAB.HOURS" not in {c.topic for c in nlp.find_claims([page], today=TODAY)}


LOW = """
The risk of forced labour at our own laundries is considered low.
We have looked at our chain and hold that the risk of slavery is very low.
Risken för tvångsarbete i de egna tvätterierna är låg.
"""


@pytest.mark.parametrize("line", LOW.strip().splitlines())
def test_a_risk_that_is_told_to_be_low_is_not_feared(line: str) -> None:
    assert set(told(line, "LAB.FORCED")) == {("denied", "support")}


def test_a_risk_that_a_firm_believes_to_be_low_is_in_doubt_and_bears_neither_way() -> None:
    (claim,) = claims("We believe the risk of slavery at our own laundries is low.", "LAB.FORCED")
    assert (claim.stance, claim.bearing) == ("hedged", "neutral")


def test_the_principle_that_forced_labour_be_abolished_is_a_commitment() -> None:
    page = "The group supports the elimination of all forms of forced labour."
    assert set(stances(page, "LAB.FORCED")) == {"required"}


def test_a_breach_that_can_be_reported_speaks_not_against_the_channel() -> None:
    page = "Any breach of these rules can be reported to the hotline."
    assert {claim.bearing for claim in claims(page, "LAB.GRIEVANCE")} == {"support"}


def test_a_case_that_has_its_rule_is_not_told_to_have_happened() -> None:
    page = "If a weaver is found to use child labour, we will end the contract with it."
    assert set(told(page, "LAB.CHILD")) == {("required", "support")}


def test_a_code_that_is_signed_and_holds_a_rule_is_a_rule() -> None:
    page = "All mills have signed our code, which includes provisions on child labour."
    assert set(told(page, "LAB.CHILD")) == {("required", "support")}


def test_what_is_named_as_a_risk_alone_is_feared() -> None:
    page = "Cotton from the valley carries modern slavery risks."
    assert set(told(page, "LAB.FORCED")) == {("hedged", "risk")}


def test_no_concern_that_came_by_the_line_bears_neither_way() -> None:
    page = "No concerns were raised through our whistleblowing line last year."
    assert {claim.bearing for claim in claims(page, "LAB.GRIEVANCE")} == {"neutral"}


def test_pay_by_the_agreement_with_a_union_is_told_of_the_pay() -> None:
    page = "The farms pay wages in accordance with the law and with trade union agreements."
    assert {c.topic for c in nlp.find_claims([page], today=TODAY)} == {"LAB.WAGE"}
