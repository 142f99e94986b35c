"""The optional recogniser of chemicals: named by a setting, refused at the start, told by flags."""

import subprocess
import sys
from pathlib import Path

import pytest

import nlp
from portal.data import tables
from tests.desk import Says, Scene
from tests.naming import learnt_in
from tests.world import World

ROOT = Path(__file__).parents[2]
PAPER = [Says("The outer coating is free of zolantrine.", "LAB.WAGE")]


def run(environment: dict[str, str], *part: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "workers", *part],
        env=environment,
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("part", ["flag", "clock"])
def test_a_folder_without_a_recogniser_stops_the_start(
    part: str, environment: dict[str, str], tmp_path: Path
) -> None:
    ended = run(environment | {"UNDERLAG_CHEMICAL_MODEL": str(tmp_path)}, part)
    assert ended.returncode == 1
    assert f"UNDERLAG_CHEMICAL_MODEL cannot be used: {tmp_path} holds no recogniser" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_paper_is_flagged_with_it_and_its_version_says_so(
    world: World, environment: dict[str, str], tmp_path: Path
) -> None:
    scene = Scene(world)
    paper = scene.paper("report.pdf", PAPER)
    assert run(environment, "reflag", str(paper)).returncode == 0
    assert scene.flags(paper) == []
    folder = learnt_in(tmp_path)
    named = environment | {"UNDERLAG_CHEMICAL_MODEL": str(folder)}
    assert run(named, "reflag", str(paper)).returncode == 0
    (flag,) = scene.flags(paper)
    assert (flag.topic, flag.stance, flag.value) == (
        "CHEM.SUBSTANCE",
        "denied",
        {"name": "zolantrine"},
    )
    (document,) = world.rows(tables.Document)
    assert document.rules_version == nlp.version(nlp.read_recogniser(folder))
    assert document.rules_version != nlp.VERSION
