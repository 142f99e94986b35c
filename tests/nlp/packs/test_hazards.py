"""Lines of a pack of hazards are checked as those of rules are, and the pack refused whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.packs.hazards import HazardClass, HazardPart, HazardStatement
from nlp.rules import PackError
from tests.nlp.packs.making import book, put

HOLDS = {"holds": "hazards"}
PART = '{"id": "p", "part": "H3", "law": "CLP, Annex III", "bearing": "risk"}'
STATEMENT = (
    '{"id": "a", "statement": "H315", "law": "CLP, Annex III", "en": "Causes skin irritation"}'
)
CLASS = (
    '{"id": "c", "class": "Skin corrosion/irritation", "law": "CLP, Annex I, 3.2",'
    ' "short": ["Skin Irrit."], "categories": {"2": "H315"}, "words": ["skin"]}'
)


def test_parts_statements_and_classes_are_read(tmp_path: Path) -> None:
    part, statement, one = book(put(tmp_path, PART, STATEMENT, CLASS, changed=HOLDS)).hazards
    assert part == HazardPart("p", "H3", "risk", "CLP, Annex III", "one")
    assert isinstance(statement, HazardStatement)
    assert (statement.code, statement.wordings) == ("H315", ("causes skin irritation",))
    assert isinstance(one, HazardClass)
    assert (one.short, dict(one.categories)) == (("Skin Irrit.",), {"2": "H315"})


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"id": "b", "part": "H5", "law": "x", "bearing": "risk"}', "part"),
        ('{"id": "b", "part": "H3", "law": "x"}', "bearing"),
        ('{"id": "b", "part": "H3", "law": "x", "bearing": "mild"}', "bearing"),
        ('{"id": "b", "part": "H3", "bearing": "risk"}', "law"),
        ('{"id": "b", "part": "H3", "law": "x", "bearing": "risk", "en": "x"}', "en"),
        ('{"id": "b", "statement": "H31", "law": "x", "en": "x"}', "statement"),
        ('{"id": "b", "statement": "R36", "law": "x", "en": "x"}', "statement"),
        ('{"id": "b", "statement": "H317", "en": "x"}', "law"),
        ('{"id": "b", "statement": "H317", "law": "x"}', "en"),
        ('{"id": "b", "statement": "H317", "law": "x", "en": "x", "sv": ""}', "sv"),
        ('{"id": "b", "statement": "H317", "law": "x", "en": "x", "sv": 3}', "sv"),
        ('{"id": "b", "statement": "H317", "law": "x", "en": "x", "bearing": "good"}', "bearing"),
        ('{"id": "b", "statement": "H317", "law": "x", "en": "x", "bearing": ["risk"]}', "bearing"),
        ('{"id": "b", "statement": "H317", "law": "x", "en": "x", "words": "skin"}', "words"),
        ('{"id": "b", "statement": "H317", "law": "x", "en": "x", "words": ["Skin"]}', "words"),
        ('{"id": "b", "statement": "H317", "law": "x", "en": "x", "absent": [""]}', "absent"),
        ('{"id": "b", "statement": "H317", "law": "x", "en": "x", "category": 1}', "category"),
        ('{"id": "b", "class": "x", "law": "x", "short": ["skin"]}', "short"),
        ('{"id": "b", "class": "x", "law": "x", "words": ["skin"]}', "categories"),
        ('{"id": "b", "class": "x", "law": "x", "categories": {"1": "H315"}}', "words"),
        ('{"id": "b", "class": "x", "law": "x", "categories": ["H315"]}', "categories"),
        ('{"id": "b", "class": "x", "law": "x", "categories": {"5": "H315"}}', "categories"),
        ('{"id": "b", "class": "x", "law": "x", "categories": {"1": "315"}}', "categories"),
        ('{"id": "b", "class": "x", "law": "x", "beside": 1}', "beside"),
        (STATEMENT, "id"),
        (STATEMENT.replace('"a"', '"b"'), "statement"),
        ("[]", ""),
        ("{", ""),
    ],
)
def test_a_faulty_hazard_is_named(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(PackError) as caught:
        book(put(tmp_path, STATEMENT, line, changed=HOLDS))
    assert (caught.value.file, caught.value.line, caught.value.key) == ("one/1/lines.jsonl", 2, key)
