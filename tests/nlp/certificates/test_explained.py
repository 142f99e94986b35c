"""What all of a kind are, and what heads a page or a section, is no certificate of anybody."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims, topics


@pytest.mark.parametrize(
    "page",
    [
        "SA8000 is a certifiable standard.",
        "amfori BSCI is not a certification scheme.",
        "Fairtrade is a voluntary label for goods of small farmers.",
        "FSC and PEFC have three systems, namely transfer, percentage and credit.",
        "SMETA has no overall grade.",
        "The MSC label may only be used on approved products.",
        "GRASP är en frivillig modul och utgör ingen certifiering.",
        "SMETA är en metod och ger inget certifikat.",
        "Svanen visar att en vara har granskats.",
        "amfori BSCI - follow-up audit - page 2",
    ],
)
def test_a_standard_that_is_explained_backs_nothing(page: str) -> None:
    assert "CERT" not in topics(page)


@pytest.mark.parametrize(
    "page",
    [
        "SA8000 is held by the plant in Cavite.",
        "BSCI is the standard our factories are audited against.",
        "Our mill is a certified SA8000 site.",
        "The mill is FSC certified, FSC-C012345.",
        "The factory has a SMETA report of 3 May 2025.",
        "Fabriken är SA8000-certifierad till 2027-05-01.",
        "Möblerna har EU Ecolabel.",
        "ISO 45001 saknas.",
    ],
)
def test_a_standard_that_is_held_or_not_still_claims(page: str) -> None:
    assert "CERT" in topics(page)


def test_a_standard_over_a_section_of_a_sheet_of_many_is_a_title() -> None:
    page = (
        "Certificates\n\nFSC\n\nThe board is FSC certified.\n\nPEFC\n\nEnvelopes carry PEFC.\n\n"
        "SA8000\n\nThe plant in Cavite holds SA8000.\n\nGOTS\n\nThe bags have GOTS."
    )
    found = [page[one.start : one.end] for one in claims(page, "CERT")]
    assert not {"FSC", "PEFC", "SA8000", "GOTS"} & set(found)
    assert len(found) == 4
