"""Dates, grades and numbers of certificates as people write them beside the standard."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims


@pytest.mark.parametrize(
    ("page", "value"),
    [
        ("SA8000 nr IN-2210 hade slutdatum 2025-05-31.", {"valid_to": "2025-05-31"}),
        ("ISO 45001 förföll den 31 augusti 2025.", {"valid_to": "2025-08-31"}),
        ("ISO 14001 slutade 2025-03-01.", {"valid_to": "2025-03-01"}),
        ("Bolaget lät ISO 14001 löpa ut den 5 maj 2025.", {"valid_to": "2025-05-05"}),
        ("OEKO-TEX certificate, run out on 20 December 2025.", {"valid_to": "2025-12-20"}),
        ("GOTS är förnyat, SE-24-0999, till sista mars 2027.", {"valid_to": "2027-03-31"}),
        (
            "SMETA-revision 2025-11-13 - 2025-11-14 i fabriken.",
            {"valid_from": "2025-11-14"},
        ),
        ("BSCI-revisionen den 18 april 2025 gav D.", {"grade": "D", "valid_from": "2025-04-18"}),
        ("BSCI 2025-01-30: E.", {"grade": "E"}),
        ("Betyget blev C (BSCI, 2025-04-09).", {"grade": "C"}),
        ("There is a BSCI report with a B, good until 15 June 2026.", {"grade": "B"}),
        ("BSCI on the wall: 19 March 2025, B.", {"grade": "B"}),
        ("RBA VAP, guld, giltig till 20 maj 2027.", {"grade": "gold"}),
        ("ICTI Ethical Toy Program IETP-CN-30001, class B, to 31-03-2027.", {"grade": "B"}),
        ("Nordic Swan, 3090 0099, through 31 December 2026.", {"number": "3090 0099"}),
        ("Oeko-Tex SH021 118 gäller till 30 april 2027.", {"number": "SH021 118"}),
        (
            "Fabrik | Standard | Giltigt till\nNorra Stickeriet | SA8000 | 2026-05-11",
            {"valid_to": "2026-05-11"},
        ),
        (
            "Standard | Utfärdat | Giltigt t.o.m.\nSA8000 | 2023-08-01 | 2026-07-31",
            {"valid_from": "2023-08-01", "valid_to": "2026-07-31"},
        ),
        (
            "Site | Scheme | Date | Grade\nNorth Knitting | BSCI | 11 Feb 2026 | D",
            {"valid_from": "2026-02-11", "grade": "D"},
        ),
    ],
)
def test_what_stands_beside_the_standard_is_told(page: str, value: dict[str, str]) -> None:
    [claim] = claims(page, "CERT")
    assert value.items() <= claim.value.items()


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ("SA8000 certificate IN-2210, issued 31 May 2025.", "valid_to"),
        ("FSC certificate for gold coloured board, valid to 1 May 2027.", "grade"),
        ("BSCI-revisionen 18 april 2025 gjordes av A Karlsson.", "grade"),
        ("BSCI audit, 11 February 2025, D Hall Ltd.", "grade"),
    ],
)
def test_nothing_is_read_into_an_issue_a_colour_or_a_name(page: str, missing: str) -> None:
    assert all(missing not in claim.value for claim in claims(page, "CERT"))


def test_a_rank_in_metals_without_a_date_is_neutral() -> None:
    assert [claim.bearing for claim in claims("Garveriet har LWG Silver.", "CERT")] == ["neutral"]
