"""One file by hand: JSON lines through the same sandbox."""

import json
from pathlib import Path

import pytest

from portal.domain.evidence import FailureCode
from tests.workers.reading.made import pdf, plain
from workers.reading.byhand import as_line, main
from workers.reading.events import PageLost


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_file_is_printed_page_by_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(plain("Första sidan"), plain("Andra")))
    assert main(path) == 0
    sandbox, opened, first, second, inspected, ended = lines_of(capsys)
    assert sandbox["seccomp"] is True
    assert opened == {"event": "opened", "pages": 2}
    assert (first["page"], first["text"], first["method"]) == (1, "Första sidan", "text")
    assert second["words"] == [[0, 5, *second["words"][0][2:]]]  # type: ignore[index]  # JSON
    assert inspected == {"event": "inspected", "active": [], "properties": {}}
    assert ended == {"event": "ended", "state": "read", "code": None, "kept": 2, "lost": 0}


def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(b"hello")
    assert main(path) == 1
    assert lines_of(capsys)[-1]["code"] == "not_taken"


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path / "away.pdf") == 2
    assert "away.pdf" in capsys.readouterr().err


def test_a_lost_page_has_its_line() -> None:
    line = as_line(PageLost(7, FailureCode.PAGE_TIMEOUT))
    assert line == {"event": "lost", "page": 7, "code": "page_timeout"}
