"""Lines of lists and of goods are checked as those of rules are."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.rules import PackError
from tests.nlp.packs.making import book, put

ENTRY = '{"id": "a", "entry": "svhc", "name": "DEHP", "cas": ["117-81-7"], "since": "2008-10-28"}'
GOOD = '{"id": "a", "good": "Cotton", "country": "CN", "by": ["forced"], "materials": ["cotton"]}'


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"id": "b", "entry": "golf", "name": "x"}', "entry"),
        ('{"id": "b", "entry": "svhc"}', "name"),
        ('{"id": "b", "entry": "svhc", "name": " "}', "name"),
        ('{"entry": "svhc", "name": "x"}', "id"),
        ('{"id": "b", "entry": "svhc", "name": "x", "colour": "red"}', "colour"),
        ('{"id": "b", "entry": "svhc", "name": "x", "cas": ["117-81-8"]}', "cas"),
        ('{"id": "b", "entry": "svhc", "name": "x", "cas": "117-81-7"}', "cas"),
        ('{"id": "b", "entry": "svhc", "name": "x", "ec": ["204-211-1"]}', "ec"),
        ('{"id": "b", "entry": "svhc", "name": "x", "since": "2008"}', "since"),
        ('{"id": "b", "entry": "svhc", "name": "x", "until": 3}', "until"),
        (ENTRY, "id"),
        ("[]", ""),
        ("{", ""),
    ],
)
def test_a_faulty_entry_is_named(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(PackError) as caught:
        book(put(tmp_path, ENTRY, line, changed={"holds": "entries"}))
    assert (caught.value.file, caught.value.line, caught.value.key) == ("one/1/lines.jsonl", 2, key)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"id": "b", "good": "x", "country": "China", "by": ["forced"]}', "country"),
        ('{"id": "b", "good": "x", "country": "CN", "by": ["night"]}', "by"),
        ('{"id": "b", "good": "x", "country": "CN"}', "by"),
        ('{"id": "b", "good": "x", "country": "CN", "by": ["child"], "words": "x"}', "words"),
        ('{"id": "b", "country": "CN", "by": ["child"]}', "good"),
        (GOOD, "id"),
    ],
)
def test_a_faulty_good_is_named(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(PackError) as caught:
        book(put(tmp_path, GOOD, line, changed={"holds": "goods"}))
    assert (caught.value.line, caught.value.key) == (2, key)


LIMIT = '{"id": "a", "limit": "RoHS, Annex II", "mg_per_kg": 100, "cas": ["7440-43-9"]}'


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"id": "b", "limit": "x", "mg_per_kg": 0}', "mg_per_kg"),
        ('{"id": "b", "limit": "x", "mg_per_kg": "100"}', "mg_per_kg"),
        ('{"id": "b", "limit": "x"}', "mg_per_kg"),
        ('{"id": "b", "limit": "x", "mg_per_kg": 1, "cas": ["7440-43-8"]}', "cas"),
        ('{"id": "b", "limit": "x", "mg_per_kg": 1, "since": "soon"}', "since"),
        ('{"id": "b", "limit": "x", "mg_per_kg": 1, "unit": "%"}', "unit"),
        ('{"id": "b", "mg_per_kg": 1}', "limit"),
        (LIMIT, "id"),
    ],
)
def test_a_faulty_limit_is_named(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(PackError) as caught:
        book(put(tmp_path, LIMIT, line, changed={"holds": "limits"}))
    assert (caught.value.line, caught.value.key) == (2, key)


NORM = (
    '{"id": "a", "norm": "adult_age", "figure": 18, "law": "ILO, No. 182", "since": "2000-11-19"}'
)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"id": "b", "norm": "holidays", "figure": 1, "law": "x", "since": "2000-01-01"}', "norm"),
        ('{"id": "b", "norm": "adult_age", "law": "x", "since": "2000-01-01"}', "figure"),
        (NORM.replace('"a"', '"b"').replace("18", "0"), "figure"),
        (NORM.replace('"a"', '"b"').replace("18", "18.5"), "figure"),
        (NORM.replace('"a"', '"b"').replace("18", "true"), "figure"),
        ('{"id": "b", "norm": "adult_age", "figure": 18, "since": "2000-01-01"}', "law"),
        ('{"id": "b", "norm": "adult_age", "figure": 18, "law": "x"}', "since"),
        ('{"id": "b", "norm": "adult_age", "figure": 18, "law": "x", "since": "2000"}', "since"),
        ('{"id": "b", "norm": "adult_age", "figure": 18, "law": "x", "unit": "h"}', "unit"),
        (NORM, "id"),
        (NORM.replace('"a"', '"b"'), "norm"),
    ],
)
def test_a_faulty_norm_is_named(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(PackError) as caught:
        book(put(tmp_path, NORM, line, changed={"holds": "norms"}))
    assert (caught.value.line, caught.value.key) == (2, key)
