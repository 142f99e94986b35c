"""Old packs can be used again, and one rule leaves the places of another alone."""

from __future__ import annotations

import gc
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nlp
from nlp.packs import shelf
from nlp.pipeline import read_pages
from nlp.rules import PackError, using
from tests.nlp.packs.making import book, put
from tests.nlp.test_any_text import PAGES, WORDS

TODAY = date(2025, 6, 1)
NEW = '{"id": "new.qvorn", "substance": "qvorn", "any": ["qvorn"]}'


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf with all our packs and one rule more."""
    home = tmp_path_factory.mktemp("shelf") / "rules"
    shutil.copytree(shelf.HOME, home)
    return put(home, NEW, name="zz_new")


def labels(home: Path) -> tuple[str, ...]:
    return tuple(pack.label for pack in shelf.newest(home))


@settings(max_examples=100, deadline=None)
@given(pages=PAGES)
def test_a_rule_whose_words_are_not_there_changes_nothing(pages: list[str], grown: Path) -> None:
    before = nlp.find_claims(pages, today=TODAY)
    with using(labels(grown), grown):
        assert nlp.find_claims(pages, today=TODAY) == before


def test_garbage_is_collected_again_behind_a_faulty_pack(tmp_path: Path) -> None:
    home = put(tmp_path, "[]")
    with pytest.raises(PackError):
        book(home)
    assert gc.isenabled()


def placed(text: str) -> set[tuple[str, int, str]]:
    """The claims of other rules, by what they quote and where, before they are weighed."""
    claims = [ground.claim for page in read_pages([text], today=TODAY) for ground in page.grounds]
    return {
        (claim.rule, claim.start, text[claim.start : claim.end])
        for claim in claims
        if claim.rule != "new.qvorn"
    }


@settings(max_examples=100, deadline=None)
@given(
    lines=st.lists(st.lists(WORDS, max_size=12).map(" ".join), min_size=1, max_size=6),
    at=st.integers(0, 5),
)
def test_a_rule_moves_no_claim_of_another(lines: list[str], grown: Path, at: int) -> None:
    lines.insert(min(at, len(lines)), "Produkten innehåller qvorn.")
    text = "\n\n".join(lines)
    before = placed(text)
    with using(labels(grown), grown):
        assert placed(text) == before


def test_old_packs_are_used_again_by_their_labels(tmp_path: Path) -> None:
    home = put(tmp_path, NEW, name="names", version="1")
    put(home, NEW.replace("qvorn", "tofu"), name="names", version="2")
    for name in ("stance", "substances"):
        shutil.copytree(shelf.HOME / name, home / name)
    pages = ["Produkten innehåller qvorn."]
    with using([*labels(home)[1:], "names 1"], home):
        (claim,) = nlp.find_claims(pages, today=TODAY)
    assert (claim.rule, claim.pack) == ("new.qvorn", "names 1")
    with using(labels(home), home):
        assert nlp.find_claims(pages, today=TODAY) == []


def test_naming_the_newest_packs_is_the_default() -> None:
    pages = ["Mattan är ftalatfri.", "SA8000 certificate no. 2231, valid until 2023-05-31."]
    default = nlp.find_claims(pages, today=TODAY)
    named = nlp.find_claims(pages, today=TODAY, packs=labels(shelf.HOME))
    assert named == default
    assert len(default) > 1


def test_a_pack_that_is_not_there_is_told() -> None:
    with pytest.raises(PackError):
        nlp.find_claims(["x"], today=TODAY, packs=["stance 99"])
