"""What only names a thing is no claim; what rates, answers or tells it is, up to its result."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def told(page: str) -> list[tuple[str, str, str, str]]:
    """Topic, stance, bearing and words of every claim of a page."""
    return [
        (c.topic, c.stance, c.bearing, page[c.start : c.end])
        for c in nlp.find_claims([page], today=TODAY)
    ]


NAMES = """
3.4 Wages and benefits
Arbetstid och vila
Photo 12. Emergency exit in the packing hall, 3 May 2025, 09:15.
Bild 4. Nödutgång mot gården.
Major F4. Emergency lights.
Tvångsarbete
Meeting | Time | Present for the mill
Grade | Meaning | Time to remedy
"""


@pytest.mark.parametrize("line", NAMES.strip().splitlines())
def test_a_heading_a_caption_or_a_head_of_columns_claims_nothing(line: str) -> None:
    assert told(f"{line}\n") == []


TAUGHT = """
“Debt bondage” is work demanded as repayment of a debt.
Living wage: remuneration that covers a decent standard of living.
Arbetstidslagen tillåter 48 timmars övertid per fyra veckor.
Minderårigas arbete regleras i Sverige av AFS 2023:2.
The Forced Labour Regulation (EU) 2024/3015 applies from December 2027.
The POPs Regulation bans PFOS and PFOA.
Under ILO Convention 138 the general minimum age is 15.
Minimum age – number of years
RoHS (y/n)
Choose SA8000, BSCI, SMETA, FSC or other.
"""


@pytest.mark.parametrize("line", TAUGHT.strip().splitlines())
def test_a_definition_an_act_or_a_field_to_fill_in_claims_nothing(line: str) -> None:
    assert told(f"{line}\n") == []


def test_words_that_are_explained_under_a_heading_of_words_claim_nothing() -> None:
    page = (
        "1. Ordförklaringar\n"
        "Skuldbundenhet: när en persons arbete krävs som betalning för ett lån.\n"
        "Hemarbete: arbete som utförs i arbetstagarens bostad mot ackord.\n"
    )
    assert told(page) == []


def test_what_two_rules_tell_of_the_same_words_is_told_once_and_wholly() -> None:
    (claim,) = nlp.find_claims(["Workers keep their own passports.\n"], today=TODAY)
    assert (claim.topic, claim.value) == ("LAB.FORCED", {"indicator": "documents_kept"})


GRADED = """
Freedom of association | C
No discrimination, violence or harassment | A
PA 8 No child labour: A
Föreningsfrihet	C
Barnarbete | A
"""


@pytest.mark.parametrize("line", GRADED.strip().splitlines())
def test_a_letter_grades_an_area_and_says_nothing_of_it(line: str) -> None:
    page = f"amfori BSCI audit, ratings\n\n{line}\n"
    assert {topic for topic, *_ in told(page)} <= {"CERT"}


TELLING = [
    ("DEHP 117-81-7 0.25 %", "CHEM.SUBSTANCE", "affirmed"),
    ("Bly 12 mg/kg", "CHEM.SUBSTANCE", "affirmed"),
    ("Kadmium ej påvisat", "CHEM.SUBSTANCE", "denied"),
    ("Cadmium < 2 mg/kg", "CHEM.SUBSTANCE", "denied"),
    ("PFAS-fri", "CHEM.GROUP", "denied"),
    ("PFAS free", "CHEM.GROUP", "denied"),
    ("PVC 12 %", "CHEM.GROUP", "affirmed"),
    ("CONTAINS NO PHTHALATES", "CHEM.GROUP", "denied"),
    ("Uppfyller REACH bilaga XVII", "CHEM.LIST", "affirmed"),
    ("Vi använder inga konfliktmineraler", "ORIGIN.MINERALS", "denied"),
    ("Tillverkad i Kina", "ORIGIN.COUNTRY", "affirmed"),
    ("MADE IN VIETNAM", "ORIGIN.COUNTRY", "affirmed"),
]


@pytest.mark.parametrize(("line", "topic", "stance"), TELLING)
def test_a_line_of_a_product_sheet_tells_without_a_full_stop(
    line: str, topic: str, stance: str
) -> None:
    assert [claim[:2] for claim in told(f"{line}\n")] == [(topic, stance)]


def test_a_numbered_heading_below_a_full_line_stands_apart_from_it() -> None:
    page = (
        "The auditors walked through the mill, the yard and the offices on both days of it.\n"
        "2.3 Forced labour\n"
        "The canteen serves lunch to all three shifts and is open from eleven until half past.\n"
    )
    assert not any("2.3" in words or "Forced" in words for *_, words in told(page))


RATED = [
    ("Area | Rating | Critical | Major\nForced labour | Critical | 1 | 0", "LAB.FORCED",
     "affirmed", "risk", "Forced labour | Critical"),
    ("Area | Rating | Critical | Major\nForced labour | Good | 0 | 0", "LAB.FORCED",
     "denied", "support", "Forced labour | Good"),
    ("Code area | Critical | Major | Minor\nWorking hours | 0 | 2 | 1", "LAB.HOURS",
     "affirmed", "risk", "Working hours | 0 | 2 | 1"),
    ("Code area | Critical | Major | Minor\nLiving wages | 0 | 0 | 0", "LAB.WAGE",
     "affirmed", "support", "Living wages | 0 | 0 | 0"),
    ("Område | Betyg | Brister\nFöreningsfrihet | Godkänt | 0", "LAB.UNION",
     "affirmed", "support", "Föreningsfrihet | Godkänt"),
    ("Kontroll | Resultat\nSkriftliga anställningsavtal | Nej", "LAB.CONTRACT",
     "denied", "risk", "Skriftliga anställningsavtal | Nej"),
    ("Point | Seen | Result\nEmergency lights | 12 of 19 | Poor", "LAB.SAFETY",
     "affirmed", "risk", "Emergency lights | 12 of 19 | Poor"),
    ("Klagomålskanal | Ja, öppen dygnet runt", "LAB.GRIEVANCE",
     "affirmed", "support", "Klagomålskanal | Ja, öppen dygnet runt"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "topic", "stance", "bearing", "words"), RATED)
def test_a_rated_row_is_claimed_up_to_its_result(
    page: str, topic: str, stance: str, bearing: str, words: str
) -> None:
    assert told(page) == [(topic, stance, bearing, words)]


def test_who_was_there_and_what_a_grade_means_is_no_claim() -> None:
    met = "Meeting | Time | Present\nClosing | 4 June, 15:00 | HR manager, union chair, nurse\n"
    legend = "Grade | Meaning | Time\nMajor | A breach of the rules on working hours | 60 days\n"
    assert told(met) == told(legend) == []


def test_a_finding_needs_no_verb_and_its_owner_is_no_finding() -> None:
    page = "No | Finding | Owner | Due\n7 | Padlocked fire exit | Safety committee | 2026-05-01\n"
    assert told(page) == [("LAB.SAFETY", "affirmed", "risk", "Padlocked fire exit")]


def test_a_feared_thing_is_hedged_and_the_remark_on_it_stands_for_itself() -> None:
    page = (
        "Område | Led | Sannolikhet | Allvarlighet | Motivering\n"
        "Barnarbete | Skörd | 3 | 5 | Inga barn arbetar på gårdarna\n"
    )
    assert told(page) == [
        ("LAB.CHILD", "hedged", "risk", "Barnarbete | Skörd | 3 | 5"),
        ("LAB.CHILD", "denied", "support", "Inga barn arbetar på gårdarna"),
    ]


def test_each_sentence_of_a_cell_is_read_by_itself() -> None:
    page = (
        "Area | Finding\nHours | Weavers worked 70 hours per week in May. "
        "Nine of 40 had no rest day in two weeks.\n"
    )
    assert [(stance, bearing) for _, stance, bearing, _ in told(page)] == [
        ("affirmed", "risk"),
        ("denied", "risk"),
    ]


def test_lines_that_head_every_page_are_read_once() -> None:
    head = "Norrlab AB, ackrediterat enligt ISO 17025, sida {}\n"
    parts = ("Handtaget", "Skaftet", "Bladet")
    pages = [head.format(n) + f"{part} är fritt från bly.\n" for n, part in enumerate(parts, 1)]
    found = [(claim.page, claim.topic) for claim in nlp.find_claims(pages, today=TODAY)]
    assert [topic for _, topic in found].count("CHEM.SUBSTANCE") == len(parts)
    assert all(topic == "CHEM.SUBSTANCE" for page, topic in found if page > 1)


SAID = [
    ("Workers are free to leave the hostel on Sundays.", "LAB.FORCED", "affirmed", "support"),
    ("Workers are not free to leave the hostel.", "LAB.FORCED", "denied", "risk"),
    ("Overtime in June did not exceed 10 hours per week.", "LAB.HOURS", "affirmed", "support"),
    ("Overtime before 2024 was not examined.", "LAB.HOURS", "hedged", "risk"),
    ("Nobody may be punished for a complaint.", "LAB.GRIEVANCE", "required", "support"),
    ("Passports are kept in personal lockers.", "LAB.FORCED", "affirmed", "support"),
    ("Anställningen är frivillig.", "LAB.FORCED", "affirmed", "support"),
    ("The pay of nine packers was below the legal minimum wage.", "LAB.WAGE", "affirmed", "risk"),
    ("Hemarbete är inte tillåtet.", "LAB.CONTRACT", "required", "support"),
    ("No complaints were received last year.", "LAB.GRIEVANCE", "denied", "neutral"),
    ("Azofärgämnen som kan avge aminer används inte.", "CHEM.GROUP", "denied", "support"),
    ("Site: Yanli Works Ltd, No. 40 Canal Road, Suzhou", "ORIGIN.SITE", "affirmed", "neutral"),
    ("Sewing was given out to Nam Ltd without our approval.", "LAB.CONTRACT", "affirmed", "risk"),
    ("The resin is toxic to aquatic life and not degradable.", "CHEM.HAZARD", "affirmed", "risk"),
    ("Kadmium provades inte.", "CHEM.SUBSTANCE", "hedged", "risk"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "topic", "stance", "bearing"), SAID)
def test_what_is_free_within_bounds_or_unexamined_is_told_so(
    text: str, topic: str, stance: str, bearing: str
) -> None:
    assert (topic, stance, bearing) in [found[:3] for found in told(text)]


def test_a_rule_and_how_it_stands_to_the_product_are_one_row() -> None:
    page = (
        "SAFETY DATA SHEET\nSECTION 15: Regulatory information\nAct | Information\n"
        "REACH, Annex XIV | DBP is listed as entry 7\n"
    )
    found = [(c.topic, c.stance) for c in nlp.find_claims([page], today=TODAY)]
    assert ("CHEM.LIST", "affirmed") in found


def test_a_dose_given_to_an_animal_is_no_content() -> None:
    assert told("LD50 oral, rat (toluene): > 5 000 mg/kg.\n") == []


def test_the_face_of_a_certificate_is_read_line_by_line() -> None:
    page = (
        "Certificate\nCertificate no. QX-5531\nThis is to certify that the firm named below\n"
        "meets the requirements of\nSA8000:2014\nValid from 1 May 2025\nValid until 30 April 2028\n"
    )
    found = nlp.find_claims([page], today=TODAY)
    words = [page[c.start : c.end] for c in found]
    assert {"SA8000:2014", "Valid until 30 April 2028"} <= set(words)
    assert {(c.topic, c.stance) for c in found} == {("CERT", "affirmed")}
    ruled = {c.bearing for c in found if c.value.get("standard") or c.value.get("valid_to")}
    assert ruled == {"support"}


SAID_TWICE = "The agency keeps the passports of the workers."


def test_a_sentence_said_on_two_pages_is_claimed_on_both() -> None:
    pages = ["Policy of our house", SAID_TWICE, SAID_TWICE, "Signed by the board"]
    found = nlp.find_claims(pages, today=TODAY)
    assert [(c.page, c.topic) for c in found] == [(2, "LAB.FORCED"), (3, "LAB.FORCED")]


def test_a_line_that_foots_every_page_is_read_once() -> None:
    foot = "Lindhaga Group does not use child labour"
    pages = [
        f"Report, part {number}\n\nNothing more is said here.\n\n{foot}" for number in range(4)
    ]
    assert len(nlp.find_claims(pages, today=TODAY)) <= 1
