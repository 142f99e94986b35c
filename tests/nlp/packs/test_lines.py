"""A faulty line refuses its pack whole, with file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.rules import PackError
from tests.nlp.packs.making import GOOD, book, put


def test_a_good_pack_is_read(tmp_path: Path) -> None:
    found = book(put(tmp_path, GOOD))
    assert [(rule.id, rule.kind, rule.name, rule.pack) for rule in found.rules] == [
        ("a", "set", "water", "one")
    ]
    assert found.labels == {"one": "one 1"}


def test_choices_of_a_term_are_spelt_out(tmp_path: Path) -> None:
    line = '{"id": "a", "set": "gone", "en": ["(is|was) out (of |)it", "chromium(VI)"]}'
    (rule,) = book(put(tmp_path, line)).rules
    assert rule.terms == (
        ("en", "is out of it"),
        ("en", "is out it"),
        ("en", "was out of it"),
        ("en", "was out it"),
        ("en", "chromium(VI)"),
    )


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"id": "b", "set": "x", "colour": "red"}', "colour"),
        ('{"id": "b", "en": ["x"]}', ""),
        ('{"id": "b", "set": "x", "cue": "y"}', ""),
        ('{"set": "x", "en": ["x"]}', "id"),
        ('{"id": "b", "set": ""}', "set"),
        ('{"id": "b", "set": 3}', "set"),
        ('{"id": "b", "set": "x", "en": "x"}', "en"),
        ('{"id": "b", "topic": "LAB.WAGE", "en": ["x"], "tone": "loud"}', "tone"),
        ('{"id": "b", "topic": "LAB.WAGE", "en": ["x"], "weight": "heavy"}', "weight"),
        ('{"id": "b", "cue": "deny", "en": ["x"], "reach": "up"}', "reach"),
        ('{"id": "b", "topic": "LAB.WAGE", "en": ["x"], "value": {"age": 15}}', "value"),
        ('{"id": "b", "topic": "LAB.WAGE", "all": [["nowhere"]]}', "all"),
        ('{"id": "b", "topic": "LAB.WAGE", "all": 3}', "all"),
        ('{"id": "b", "topic": "LAB.WAGE", "unless": ["nowhere"]}', "unless"),
        ('{"id": "b", "topic": "LAB.GOLF", "en": ["x"]}', "topic"),
        ('{"id": "b", "head": "GOLF", "en": ["x"]}', "head"),
        ('{"id": "b", "list": "golf", "en": ["x"]}', "list"),
        ('{"id": "b", "substance": "117-81-8"}', "substance"),
        ('{"id": "b", "substance": "1979-06-01"}', "substance"),
        ('{"id": "b", "substance": "117-81-7", "ec": "204-211-1"}', "ec"),
        ('{"id": "b", "substance": "117-81-7", "ec": 3}', "ec"),
        ('{"id": "b", "substance": "117-81-7", "lists": {"golf": "2008-10-28"}}', "lists"),
        ('{"id": "b", "substance": "117-81-7", "lists": {"svhc": "28/10/2008"}}', "lists"),
        ('{"id": "b", "substance": "117-81-7", "lists": {"svhc": "2008-13-28"}}', "lists"),
        ('{"id": "a", "set": "x", "en": ["x"]}', "id"),
        ("[]", ""),
        ("{", ""),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(PackError) as caught:
        book(put(tmp_path, GOOD, line))
    assert (caught.value.file, caught.value.line, caught.value.key) == ("one/1/lines.jsonl", 2, key)
    assert "one/1/lines.jsonl, line 2" in str(caught.value)


def test_an_id_of_another_pack_is_refused(tmp_path: Path) -> None:
    put(tmp_path, GOOD)
    with pytest.raises(PackError, match=r"a is already in one/1/lines\.jsonl, line 1") as caught:
        book(put(tmp_path, GOOD, name="two"))
    assert caught.value.file == "two/1/lines.jsonl"
