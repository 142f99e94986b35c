"""Hours and ages are weighed by the norms of the packs, at the figure and beyond it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nlp.labour.norms import grown, lax, long_hours, norm, peak
from nlp.packs import shelf
from nlp.rules import rulebook, using
from tests.nlp.asking import told

HOURS = {
    "The working week is 48 hours.": "support",
    "The working week is 49 hours.": "risk",
    "Arbetsveckan är 48 timmar.": "support",
    "Arbetsveckan är 49 timmar.": "risk",
}
AGES = {
    "Workers aged 13 were found at the looms.": "risk",
    "The youngest worker is 18 years old.": "support",
    "Arbetare på 13 år fanns vid vävstolarna.": "risk",
    "Den yngsta arbetaren är 18 år.": "support",
}


@pytest.mark.parametrize(("sentence", "bearing"), HOURS.items())
def test_a_week_is_weighed_by_the_working_week(sentence: str, bearing: str) -> None:
    assert told(f"{sentence}\n", "LAB.HOURS") == [("affirmed", bearing)]


@pytest.mark.parametrize(("sentence", "bearing"), AGES.items())
def test_an_age_is_weighed_by_the_ages_of_work(sentence: str, bearing: str) -> None:
    assert told(f"{sentence}\n", "LAB.CHILD") == [("affirmed", bearing)]


def test_another_pack_of_norms_weighs_the_same_sentence_otherwise(tmp_path: Path) -> None:
    home = tmp_path / "shelf"
    shutil.copytree(shelf.HOME, home)
    (lines,) = home.glob("norms/*/norms.jsonl")
    lines.write_text(lines.read_text("utf-8").replace('"figure": 48', '"figure": 40'), "utf-8")
    shelf.seal(home)
    page = "The working week is 48 hours.\n"
    with using([pack.label for pack in rulebook().packs], home):
        assert told(page, "LAB.HOURS") == [("affirmed", "risk")]
    assert told(page, "LAB.HOURS") == [("affirmed", "support")]


def test_figures_are_found_from_the_norm_on() -> None:
    assert peak().search("peak of 61 in may")
    assert not peak().search("peak of 60 in may")
    assert long_hours().search("60 hours")
    assert not long_hours().search("59 hours")
    assert grown().search("all are 18 or older")
    assert not grown().search("all are 17 or older")
    assert lax().search("från 13 år")
    assert not lax().search("från 14 år")


def test_without_the_pack_no_figure_is_beyond_a_norm() -> None:
    with using(["stance 0.1.0"]):
        assert not norm("working_week") < 100
        assert not norm("working_age") > 1
        assert not any(
            pattern.search("peak 99 hours, over 18, från 13 år")
            for pattern in (peak(), long_hours(), grown(), lax())
        )
