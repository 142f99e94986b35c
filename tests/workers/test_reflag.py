"""A document flagged again: the same flags to the letter, and what has changed is told."""

import json
import subprocess
import sys
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from portal.data import tables
from portal.services import documents
from tests.desk import LATER, Says, Scene
from tests.world import World

ROOT = Path(__file__).parents[2]

# Words that every reader of the language library finds something in.
PAPER = [
    Says(words, "LAB.WAGE")
    for words in (
        "Bis(2-etylhexyl)ftalat (DEHP) 117-81-7, DBP 84-74-2 och BBP 85-68-7: 0,25 %.",
        "Produkten innehåller inga ämnen på kandidatförteckningen (2021-01-19) över 0,1 %.",
        "No forced or child labour occurs; employees must be at least 15 years old.",
        "Cotton is not sourced from Xinjiang and the garment is sewn in Vietnam.",
        "SA8000 certificate no. 2231, valid until 2023-05-31.",
    )
]


def reflag(environment: dict[str, str], document: UUID, *options: str, seed: str = "0") -> str:
    told = subprocess.run(
        [sys.executable, "-m", "workers", "reflag", str(document), *options],
        env=environment | {"PYTHONHASHSEED": seed},
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stdout


def rows(world: World) -> str:
    """All flags as the database has them, but for the moment they were made."""
    with world.as_owner() as db:
        found = db.execute(
            text("select to_jsonb(flag) - 'flagged_at' from flag order by page, start, key")
        ).scalars()
        return json.dumps(list(found), sort_keys=True)


def test_the_same_pages_give_the_same_flags_whatever_the_order_of_hashes(
    scene: Scene, environment: dict[str, str]
) -> None:
    paper = scene.paper("report.pdf", PAPER)
    made = []
    for seed in ("0", "1", "4711"):
        reflag(environment, paper, seed=seed)
        made.append(rows(scene.world))
    assert made[0] == made[1] == made[2]
    topics = {flag.topic for flag in scene.flags(paper)}
    told = [hint for flag in scene.flags(paper) for hint in flag.hints]
    assert {hint["kind"] for hint in told} == {"listed", "older_list", "goods"}
    assert {"CHEM.SUBSTANCE", "CHEM.LIST", "LAB.FORCED", "LAB.CHILD", "CERT"} <= topics
    # The first run replaced flags of other rules; the others changed nothing.
    assert len(scene.world.rows(tables.Reflagging)) == 1


def test_a_diff_tells_without_words_and_changes_nothing(
    scene: Scene, environment: dict[str, str]
) -> None:
    paper = scene.paper("report.pdf", PAPER)
    before = rows(scene.world)
    told = reflag(environment, paper, "--diff")
    assert rows(scene.world) == before
    *changes, summary = map(json.loads, told.splitlines())
    assert {change["how"] for change in changes} >= {"new", "gone"}
    assert summary["flags"] > 0
    assert "Xinjiang" not in told


def test_a_document_that_is_none_is_told(environment: dict[str, str], world: World) -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        reflag(environment, uuid4())
    assert failed.value.returncode == 2
    assert "has been read" in failed.value.stderr


def test_a_run_proposes_what_the_paper_is_and_leaves_what_a_person_said(
    scene: Scene, environment: dict[str, str]
) -> None:
    words = "Leverantörsintyg\nNordhav Kemi AB\nUtfärdat: 2026-02-09"
    paper = scene.paper("intyg.pdf", [Says(words, "LAB.WAGE")])
    with scene.world.as_(scene.anna) as db:
        documents.say(db, scene.anna, paper, {"title": "Intyg om städning"}, now=LATER)
    for _ in range(2):
        reflag(environment, paper)
        facts = scene.world.rows(tables.DocumentFact, document_id=paper)
        assert {fact.name: fact.value for fact in facts} == {
            "kind": "supplier_declaration",
            "title": "Leverantörsintyg",
            "issuer": "Nordhav Kemi AB",
            "issued": "2026-02-09",
        }
        (issued,) = (fact for fact in facts if fact.name == "issued")
        assert (issued.page, issued.words) == (1, "2026-02-09")
        assert issued.boxes
    assert [row.value for row in scene.world.rows(tables.FactStatement)] == ["Intyg om städning"]
