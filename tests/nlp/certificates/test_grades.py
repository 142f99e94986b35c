"""Grades of audits on lines of their own, audits and certificates that there are none of."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

CERT = "CERT"


def _grades(page: str) -> list[str]:
    return [claim.value.get("grade", "") for claim in claims(page, CERT)]


@pytest.mark.parametrize(
    ("page", "grades"),
    [
        ("amfori BSCI, rapport\n\nResultat\n\nSkälig lön : D\nArbetstid : C", ["D", "C"]),
        ("Betyg per område\n\nSkälig lön : D\nArbetstid : C", ["D", "C"]),
        ("BSCI\n\nPA 6 Decent working hours – rating B\n\nHours were recorded.", ["B"]),
        (
            "amfori BSCI\n\nArea | Rating\nFair remuneration | D → B\nWorking hours | E → C",
            ["B", "C"],
        ),
        ("amfori BSCI\n\nFabrik 1\n\nResultat B, 2025-03-02", ["B"]),
        ("amfori BSCI\n\nFactory 1\n\n2 March 2025, full, result C", ["C"]),
    ],
)
def test_a_grade_on_a_line_of_its_own_is_told(page: str, grades: list[str]) -> None:
    assert [grade for grade in _grades(page) if grade] == grades


@pytest.mark.parametrize(
    "page",
    [
        "Betyg per egenskap\n\nVattnets hårdhet : B\nLimmets klass : C",
        "BSCI\n\nPA 12 Protection of the environment – rating B\n\nWaste is sorted.",
        "Energimärkning : B",
        "Plan | A → B\nGata | C → D",
        "BSCI ger betyg A till E.",
        "SMETA, BSCI och SA8000 har olika omfattning.",
        "SMETA and SA8000 have different scopes.",
    ],
)
def test_other_letters_and_what_schemes_are_tell_no_grade(page: str) -> None:
    assert not any(_grades(page))


@pytest.mark.parametrize(
    "sentence",
    [
        "No SA8000 at the dyehouse.",
        "Ingen SMETA för gjuteriet.",
        "GOTS we do not possess.",
        "PEFC har vi avstått från.",
        "Fabriken i Hanoi har aldrig reviderats.",
        "The spinning mill has never been audited.",
        "Någon revision har inte gjorts hos underleverantören.",
        "Audits of subcontractors are not carried out.",
        "Väveriet har inget eget certifikat.",
    ],
)
def test_what_is_not_held_or_was_not_audited_is_denied(sentence: str) -> None:
    assert [claim.stance for claim in claims(sentence, CERT)] == ["denied"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Policyn har inte reviderats sedan 2021.",
        "Leverantören har inte granskat sin policy.",
        "The code has not been reviewed this year.",
        "Any audit that is not performed is charged.",
        "No member of the board was present.",
    ],
)
def test_papers_that_were_not_revised_tell_of_no_audit(sentence: str) -> None:
    assert claims(sentence, CERT) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill holds SA8000, valid until 3 May 2027.",
        "Väveriet är certifierat enligt SA8000.",
        "Fabriken fick BSCI-betyg B den 3 mars 2026.",
        "Our dyehouse has been GOTS certified since 2021.",
        "The plant underwent a SMETA audit on 4 February 2026.",
    ],
)
def test_what_is_held_is_still_affirmed(sentence: str) -> None:
    assert [claim.stance for claim in claims(sentence, CERT)] == ["affirmed"]
