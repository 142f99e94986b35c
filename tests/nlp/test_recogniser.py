"""The optional recogniser adds claims of substances no pack names, and touches no other claim."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nlp
from nlp import __main__ as by_hand
from nlp import evaluate
from nlp.claims import Claim
from nlp.packs.shelf import newest
from nlp.recogniser import MANIFEST
from tests.naming import NAMES, learnt_in
from tests.nlp.test_any_text import HOSTILE, WORDS

TODAY = date(2026, 4, 1)


@pytest.fixture(name="folder", scope="module")
def learnt_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline as the command writes it, learnt in seconds."""
    return learnt_in(tmp_path_factory.mktemp("names"))


@pytest.fixture(name="recogniser", scope="module")
def learnt(folder: Path) -> nlp.Recogniser:
    return nlp.read_recogniser(folder)


def name_in(page: str) -> str:
    return "Zolantrine" if "Zolantrine" in page else "zolantrine"


def added(page: str, recogniser: nlp.Recogniser) -> list[Claim]:
    """The claims with the recogniser that are none without."""
    without = nlp.find_claims([page], today=TODAY)
    found = nlp.find_claims([page], today=TODAY, recogniser=recogniser)
    assert [claim for claim in found if claim in without] == without
    return [claim for claim in found if claim not in without]


def test_it_adds_the_same_with_packs_that_are_named(recogniser: nlp.Recogniser) -> None:
    page = "The outer coating contains zolantrine."
    labels = [pack.label for pack in newest()]
    found = nlp.find_claims([page], today=TODAY, recogniser=recogniser)
    named = nlp.find_claims([page], today=TODAY, packs=labels, recogniser=recogniser)
    assert named == found
    assert "recognised" in found[0].rule


@pytest.mark.parametrize(
    ("page", "stance", "bearing"),
    [
        ("The outer coating contains zolantrine.", "affirmed", "neutral"),
        ("The outer coating is free of zolantrine.", "denied", "support"),
        ("The inner coating contains no zolantrine.", "denied", "support"),
        ("Zolantrine has never been found in the coating.", "denied", "support"),
        ("The coating contains:\n- zolantrine in the lining\n", "affirmed", "neutral"),
    ],
)
def test_a_name_on_no_list_is_flagged_where_content_is_told(
    page: str, stance: str, bearing: str, recogniser: nlp.Recogniser
) -> None:
    (claim,) = added(page, recogniser)
    assert (claim.topic, claim.value) == ("CHEM.SUBSTANCE", {"name": name_in(page)})
    assert (claim.stance, claim.bearing) == (stance, bearing)
    assert claim.rule == "chem.recognised"
    assert claim.pack == f"recogniser {recogniser.digest}"
    assert name_in(page) in page[claim.start : claim.end]


@pytest.mark.parametrize(
    "page",
    [
        "The sample was extracted with zolantrine.",
        "Does the outer coating contain zolantrine?",
        "Suppliers shall use reference material that contains zolantrine.",
        "The coating contains lead and zolantrine.",  # its clause is claimed already
        "Beläggningen innehåller zolantrine och det är allt som vi vet om den.",
        "The outer coating contains no pockets.",
        "Reference film: the coating contains zolantrine, as supplied.",
    ],
)
def test_nothing_is_added_where_no_content_is_told_or_a_rule_has_claimed(
    page: str, recogniser: nlp.Recogniser
) -> None:
    assert added(page, recogniser) == []


PAGES = st.lists(
    st.lists(
        st.one_of(
            WORDS,
            st.sampled_from(
                [
                    *NAMES,
                    "The coating contains",
                    "is free of",
                    ". The",
                    "lining",
                    "not",
                    ".\n",
                    ":\n- ",
                ]
            ),
        ),
        max_size=30,
    ).map(" ".join),
    max_size=2,
)


@settings(max_examples=80, deadline=None)
@given(pages=PAGES)
def test_claims_without_it_are_all_there_with_it_to_the_letter(
    pages: list[str], recogniser: nlp.Recogniser
) -> None:
    without = nlp.find_claims(pages, today=TODAY)
    found = nlp.find_claims(pages, today=TODAY, recogniser=recogniser)
    assert [claim for claim in found if claim in without] == without
    for claim in found:
        quote = pages[claim.page - 1][claim.start : claim.end]
        assert quote
        if claim not in without:
            assert claim.rule == "chem.recognised"
            assert claim.value["name"] in " ".join(quote.split())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_come_back_with_it_too(text: str, recogniser: nlp.Recogniser) -> None:
    assert added("contains zolantrine " + text, recogniser) is not None


def test_the_version_tells_that_a_recogniser_is_in_use(recogniser: nlp.Recogniser) -> None:
    assert nlp.version() == nlp.VERSION
    assert nlp.version(recogniser) == f"{nlp.VERSION}.{recogniser.digest}"


def test_a_folder_that_is_missing_or_of_another_make_is_refused(tmp_path: Path) -> None:
    with pytest.raises(nlp.RecogniserError, match="holds no recogniser made by"):
        nlp.read_recogniser(tmp_path / "nowhere")
    (tmp_path / MANIFEST).write_text('{"by": "somebody else"}', "utf-8")
    with pytest.raises(nlp.RecogniserError, match="holds no recogniser made by"):
        nlp.read_recogniser(tmp_path)


def test_a_folder_whose_files_were_changed_is_refused(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    model = copy / "ner" / "model"
    model.write_bytes(model.read_bytes()[:-1])
    with pytest.raises(nlp.RecogniserError, match="are not those its recogniser"):
        nlp.read_recogniser(copy)


def test_a_recogniser_of_another_series_of_spacy_is_refused(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    told = json.loads((copy / MANIFEST).read_text("utf-8"))
    (copy / MANIFEST).write_text(json.dumps(told | {"spacy": "2.9"}), "utf-8")
    with pytest.raises(nlp.RecogniserError, match=r"was made with spaCy 2\.9"):
        nlp.read_recogniser(copy)


def test_by_hand_it_is_named_by_its_folder(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("The outer coating contains zolantrine.", "utf-8")
    assert by_hand.main(["find", str(paper), "--recogniser", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["value"] == {"name": "zolantrine"}
    assert by_hand.main(["find", str(paper), "--recogniser", str(tmp_path)]) == 2
    assert "holds no recogniser" in capsys.readouterr().err


def test_it_is_measured_like_the_rest(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text("The outer coating contains zolantrine.", "utf-8")
    assert evaluate.main([str(tmp_path), "--recogniser", str(folder), "--errors"]) == 0
    assert "CHEM.SUBSTANCE" in capsys.readouterr().out
    assert evaluate.main([str(tmp_path), "--recogniser", str(tmp_path)]) == 2
    assert "holds no recogniser" in capsys.readouterr().err
