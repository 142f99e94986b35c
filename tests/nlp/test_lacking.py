"""What workers lack, what stands empty, whose job was not renewed."""

from __future__ import annotations

import pytest

from tests.nlp.asking import told


@pytest.mark.parametrize(
    ("page", "topic"),
    [
        ("The pickers lack written contracts.", "LAB.CONTRACT"),
        ("Half of the looms lack machine guards.", "LAB.SAFETY"),
        ("The fire extinguishers on floor two were empty.", "LAB.SAFETY"),
        ("Brandsläckarna i lagret var tomma.", "LAB.SAFETY"),
    ],
)
def test_what_workers_lack_or_find_empty_is_denied(page: str, topic: str) -> None:
    assert told(page, topic) == [("denied", "risk")]


@pytest.mark.parametrize(
    "page",
    [
        "The shop steward's job was not renewed after she joined the union.",
        "Fackordförandens anställning har inte förnyats sedan strejken.",
    ],
)
def test_a_job_that_is_not_renewed_is_a_sanction_that_there_was(page: str) -> None:
    assert told(page, "LAB.UNION") == [("affirmed", "risk")]


def test_a_certificate_that_is_not_renewed_is_denied() -> None:
    assert [stance for stance, _ in told("The SA8000 certificate was not renewed.", "CERT")] == [
        "denied"
    ]
