"""What public lists tell beside a flag, in sentences of either language."""

import pytest

from portal.domain.flags import hint
from portal.web.views.reviews.beside import LISTED, UNDATED, sentence

SINCE = {"kind": "listed", "list": "svhc", "since": "2018-06-27", "pack": "candidate_list 1"}


@pytest.mark.parametrize(
    ("kept", "language", "told"),
    [
        (SINCE, "en", "On the Candidate List since Wed 27 Jun 2018."),
        (SINCE, "sv", "På kandidatförteckningen sedan ons 27 juni 2018."),
        (
            SINCE | {"of": "2017-01-12"},
            "en",
            ("On the Candidate List since Wed 27 Jun 2018."
            " It was not there on the day of this paper, Thu 12 Jan 2017."),
        ),
        ({"kind": "listed", "list": "annex_xiv", "pack": "x 1"}, "en",
         "On the Authorisation List (REACH, Annex XIV)."),
        (
            {"kind": "older_list", "list": "svhc", "date": "2021-01-19", "added": "42",
             "until": "2026-02-04", "pack": "x 1"},
            "en",
            ("The list named here is of Tue 19 Jan 2021; up to Wed 4 Feb 2026, 42 entries have been"
            " added to it."),
        ),
        (
            {"kind": "goods", "good": "Cotton", "country": "CN", "by": "child forced",
             "year": "2019", "pack": "x 1"},
            "sv",
            ("”Cotton” från Kina står på det amerikanska arbetsmarknadsdepartementets lista över"
            " varor som framställs med barnarbete och med tvångsarbete, 2019."
            " Det säger inget om den här leverantören."),
        ),
        ({"kind": "listed", "list": "a later list", "pack": "x 1"}, "en", ""),
    ],
)  # fmt: skip
def test_a_hint_is_a_plain_sentence(kept: dict[str, str], language: str, told: str) -> None:
    assert sentence(hint(kept), language) == told


def test_a_hint_is_kept_as_it_came() -> None:
    assert hint(SINCE).kept() == SINCE


def test_every_list_has_a_sentence_with_a_day_and_without() -> None:
    assert LISTED.keys() == UNDATED.keys()
