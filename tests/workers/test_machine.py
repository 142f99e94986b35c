"""What a machine lacks is told at the start, and the start can be made to demand it."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from portal.data import tables
from portal.errors import Misconfigured
from tests.world import World
from workers import machine, sandbox
from workers.house import House
from workers.reading import ocr
from workers.walls import Walls


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose kernel has no landlock, and where tesseract is not installed."""
    monkeypatch.setattr(sandbox, "available", lambda: Walls(landlock=0, seccomp=True))
    monkeypatch.setattr(ocr, "languages", lambda: None)


@pytest.mark.usefixtures("bare")
def test_what_is_missing_is_told_for_the_health_page(here: House, world: World) -> None:
    machine.tell(here, "ocr")
    machine.tell(here, "ocr")
    machine.tell(here, "mail")
    (report,) = world.rows(tables.WorkerReport)
    assert report.walls_missing == ["landlock"]
    assert report.programs_missing == ["Tesseract (swe, eng)"]


@pytest.mark.usefixtures("bare")
def test_a_start_that_demands_the_sandbox_is_refused_without_it(here: House) -> None:
    demanding = replace(here, settings=replace(here.settings, sandbox="demand"))
    with pytest.raises(Misconfigured, match="landlock"):
        machine.tell(demanding, "read")
    machine.tell(demanding, "mail")


def test_a_whole_machine_satisfies_the_demand(here: House, world: World) -> None:
    demanding = replace(here, settings=replace(here.settings, sandbox="demand"))
    machine.tell(demanding, "read")
    (report,) = world.rows(tables.WorkerReport)
    assert report.walls_missing == []


def test_a_refused_start_ends_with_a_sentence(environment: dict[str, str]) -> None:
    """As a process: nothing but the sentence is said."""
    lacking = (
        "import sys; from workers import sandbox, walls, __main__ as command;"
        "sandbox.available = lambda: walls.Walls(landlock=0, seccomp=False);"
        "sys.argv = ['workers', 'read']; sys.exit(command.main())"
    )
    ended = subprocess.run(
        [sys.executable, "-c", lacking],
        env=environment | {"UNDERLAG_SANDBOX": "demand"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "it lacks landlock, seccomp" in ended.stderr
    assert "Traceback" not in ended.stderr
