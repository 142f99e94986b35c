"""Settings: each is described, nonsense stops the start, and a limit follows its setting."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from portal.domain.evidence import Limits
from portal.errors import Misconfigured
from portal.settings import DEMO_SECRET, PREFIX, read_settings, setting_of

ROOT = Path(__file__).parents[2]
TABLE = re.compile(rf"^\| `{PREFIX}(LIMIT_\w+)` \| (\S+) \|", re.MULTILINE)


def limits(**changed: str) -> Limits:
    named = {
        "MODE": "demo",
        "DATABASE_URL": "postgresql://app@localhost/underlag",
        "REDIS_URL": "redis://localhost",
        "FILES": "files",
        "SECRET_KEY": DEMO_SECRET,
        "BASE_URL": "http://localhost",
    } | changed
    return read_settings({f"{PREFIX}{name}": value for name, value in named.items()}).limits


def test_every_limit_is_described_with_its_default() -> None:
    described = dict(TABLE.findall((ROOT / "docs" / "settings.md").read_text()))
    assert set(described) == {setting_of(field.name) for field in fields(Limits)}
    assert limits() == limits(**described) == Limits()


def test_every_setting_that_is_read_is_described() -> None:
    source = (ROOT / "portal" / "settings.py").read_text()
    read = set(re.findall(r'\.(?:text|number|flag)\("(\w+)"', source))
    described = (ROOT / "README.md").read_text()
    short = {name for name in read if f"`_{name}`" in described}
    assert {name for name in read - short if f"`{PREFIX}{name}`" not in described} == set()


@pytest.mark.parametrize("field", fields(Limits), ids=lambda field: field.name)
def test_a_limit_follows_its_setting(field: object) -> None:
    name = getattr(field, "name", "")
    changed = limits(**{setting_of(name): "9"})
    unit = 2**20 if name.endswith("_bytes") else 1
    assert getattr(changed, name) == 9 * unit
    assert isinstance(getattr(changed, name), type(getattr(Limits(), name)))


@pytest.mark.parametrize("nonsense", ["0", "-1", "many", "", "nan", "inf", "1e999"])
@pytest.mark.parametrize("name", ["LIMIT_PAGES", "LIMIT_PAGE_SECONDS", "LIMIT_MEMORY_MEGABYTES"])
def test_a_limit_that_is_nonsense_stops_the_start(name: str, nonsense: str) -> None:
    with pytest.raises(Misconfigured, match=name):
        limits(**{name: nonsense})


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("LIMIT_PAGES", "2.5", "whole number"),
        ("LIMIT_PAGES", "2²", "whole number"),
        ("LIMIT_PAGES", "10000", "at most 9999"),
        ("LIMIT_DOCUMENT_SECONDS", "1200", "at most 1000"),
        ("LIMIT_PAGE_SECONDS", "61", "at most 60"),
        ("LIMIT_DOCUMENT_SECONDS", "5", "above that of the whole document"),
    ],
)
def test_a_limit_that_the_house_cannot_follow_stops_the_start(
    name: str, value: str, why: str
) -> None:
    with pytest.raises(Misconfigured) as problem:
        limits(**{name: value})
    assert why in str(problem.value)


def test_half_a_megabyte_can_be_set() -> None:
    assert limits(LIMIT_UPLOAD_MEGABYTES="0.5").upload_bytes == 2**19
