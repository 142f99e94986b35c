"""The measure itself: how labelled documents are read and claims are matched."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from nlp import evaluate, gold, pairing
from nlp.claims import Claim

WRITTEN = """id: t1
language: sv
kind: letter
today: 2025-01-01
=== page 1 ===
Om varan. {{CHEM.GROUP|denied|support|group=pvc}}{{CHEM.GROUP|denied|support|group=latex}}\
Slangen är fri från PVC och latex{{/}}{{/}}.
=== page 2 ===
{{ORIGIN.COUNTRY|affirmed|neutral|country=PT}}Sydd i Portugal{{/}}.
"""


def claim(start: int, end: int, **changes: str) -> Claim:
    labels = {"topic": "LAB.WAGE", "stance": "affirmed", "bearing": "risk"} | changes
    return Claim(1, start, end, labels["topic"], labels["stance"], labels["bearing"])


def test_inline_marks_are_taken_off_and_their_places_kept() -> None:
    document = gold.inline(WRITTEN)
    assert document.pages[0] == "Om varan. Slangen är fri från PVC och latex.\n"
    quotes = [document.pages[c.page - 1][c.start : c.end] for c in document.claims]
    assert quotes == ["Slangen är fri från PVC och latex"] * 2 + ["Sydd i Portugal"]
    assert [c.value for c in document.claims][2] == {"country": "PT"}


def test_standoff_quotes_are_found_with_folded_blanks_and_their_occurrence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one\ftwo  H317\nand H317\n", "utf-8")
    mark = {"page": 2, "quote": "H317", "occurrence": 2, "topic": "CHEM.HAZARD",
            "stance": "affirmed", "bearing": "risk", "value": {"h_code": "H317"}}  # fmt: skip
    loose = mark | {"quote": "two H317", "occurrence": 1}
    marks = {"id": "a", "language": "en", "kind": "sds", "today": "2025-01-01", "pages": [2],
             "source": {"copy": "a.txt"}, "claims": [mark, loose]}  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(marks), "utf-8")
    document = gold.standoff(marks, tmp_path)
    assert [(c.start, c.end) for c in document.claims] == [(14, 18), (0, 9)]


@pytest.mark.parametrize(
    ("wanted", "found", "loose", "strict"),
    [
        (claim(0, 10), claim(0, 10), True, True),
        (claim(0, 10), claim(0, 40), True, False),
        (claim(0, 10), claim(6, 30), False, False),
        (claim(0, 10), claim(4, 14), True, False),
        (claim(0, 10), claim(0, 10, topic="LAB.HOURS"), False, False),
    ],
)
def test_half_of_the_shorter_matches_and_half_of_the_union_strictly(
    wanted: Claim, found: Claim, loose: bool, strict: bool
) -> None:
    assert pairing.matches(wanted, found) is loose
    assert pairing.matches(wanted, found, strict=strict) is strict or not strict


def test_each_claim_is_matched_once() -> None:
    document = gold.Document("d", "en", "x", _day(), ("a" * 50,), (1,), (claim(0, 10),))
    pairs = pairing.paired(document, [claim(0, 10), claim(0, 10, stance="denied")])
    tally = pairing.Tally(pairs)
    assert (len(tally.matched), tally.alarms, tally.misses) == (1, 1, 0)


def test_pages_that_were_not_labelled_do_not_count() -> None:
    document = gold.Document("d", "en", "x", _day(), ("a" * 50, "b"), (2,), ())
    assert pairing.paired(document, [claim(0, 10)]) == []


def test_the_report_tells_every_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t1.txt").write_text(WRITTEN, "utf-8")
    assert evaluate.main([str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    for figure in ("strict F1", "exact spans", "stance accuracy", "stance flips", "value accuracy"):
        assert figure in printed
    assert "all                         3      3   1.000   1.000   1.000   1.000" in printed


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert evaluate.main([str(tmp_path)]) == 2


def _day() -> date:
    return date(2025, 1, 1)
