"""Reading whole documents: what is kept, what is refused, what each hostile page costs."""

import os
import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from portal.domain.evidence import (
    DocumentState,
    FailureCode,
    FileType,
    Limits,
    PageNote,
    ReadingMethod,
)
from tests.workers.reading.conftest import Read
from tests.workers.reading.made import (
    Sheet,
    greedy_page,
    pdf,
    plain,
    slow_page,
    stream,
    text,
    whole,
)
from workers import nest
from workers.reading.document import draw_page, read_document
from workers.reading.events import Ended, Event, Opened, PageLost, PageRead

MIB = 1 << 20


def ended(state: DocumentState, code: FailureCode | None, kept: int, lost: int) -> Ended:
    return Ended(state=state, code=code, kept=kept, lost=lost)


def texts(events: list[Event]) -> dict[int, str]:
    return {event.number: event.text for event in events if isinstance(event, PageRead)}


def losses(events: list[Event]) -> dict[int, FailureCode]:
    return {event.number: event.code for event in events if isinstance(event, PageLost)}


def test_a_document_is_opened_read_page_by_page_and_ended(read: Read) -> None:
    events = read(pdf(plain("Första sidan", "andra raden"), plain("Second page")))
    assert events[0] == Opened(2, FileType.PDF)
    assert texts(events) == {1: "Första sidan\nandra raden", 2: "Second page"}
    assert events[-1] == ended(DocumentState.READ, None, 2, 0)


def test_an_open_file_is_read_without_its_path(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(plain("Innehåll")))
    with path.open("rb") as file:
        path.unlink()
        events = list(read_document(file.fileno(), limits=Limits()))
        assert texts(events) == {1: "Innehåll"}
        assert draw_page(file.fileno(), 1, limits=Limits()) is not None


def test_a_reading_resumes_where_it_was_told(read: Read) -> None:
    events = read(pdf(*(plain(f"sida {n}") for n in range(1, 6))), start_page=4)
    assert events[0] == Opened(5, FileType.PDF)
    assert texts(events) == {4: "sida 4", 5: "sida 5"}
    assert events[-1] == ended(DocumentState.READ, None, 2, 0)


def test_a_reading_resumed_after_its_last_page_is_over(read: Read) -> None:
    first, *_, last = read(pdf(plain("enda")), start_page=2)
    assert (first, last) == (Opened(1, FileType.PDF), ended(DocumentState.READ, None, 0, 0))


def test_an_empty_page_is_read_and_not_taken_for_a_picture(read: Read) -> None:
    (page,) = (e for e in read(pdf(Sheet())) if isinstance(e, PageRead))
    assert (page.method, page.quality, page.text) == (ReadingMethod.TEXT, 1.0, "")


def test_answers_typed_into_a_form_are_part_of_the_page(read: Read) -> None:
    drawn = b"/Tx BMC BT /F1 12 Tf 2 5 Td (Vietnam) Tj ET EMC"
    appearance = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R>>>>"
        b"/Length %d>>stream\n%s\nendstream" % (len(drawn), drawn)
    )
    field = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(country)/V(Vietnam)/F 4"
        b"/Rect[200 700 400 720]/AP<</N 4 0 R>>>>"
    )
    sheet = Sheet(content=text("Tillverkningsland:", 60, 705), extra="/Annots[5 0 R]")
    events = read(pdf(sheet, objects=[appearance, field]))
    assert texts(events)[1].split() == ["Tillverkningsland:", "Vietnam"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", FailureCode.EMPTY),
        (b"hello", FailureCode.NOT_TAKEN),
        (b"GIF89a" + bytes(20), FailureCode.OTHER_PICTURE),
        (b"%PDF-1.7\nnothing of a document", FailureCode.DAMAGED),
        (pdf(plain("x"))[:150], FailureCode.DAMAGED),
        (pdf(), FailureCode.NO_PAGES),
    ],
    ids=["empty", "text", "picture", "only a mark", "torn off", "no pages"],
)
def test_what_cannot_be_read_is_refused_with_its_reason(
    read: Read, data: bytes, code: FailureCode
) -> None:
    assert read(data) == [ended(DocumentState.FAILED, code, 0, 0)]


def test_a_locked_document_is_refused_as_locked(read: Read) -> None:
    key = b"<" + b"28" * 32 + b">"
    lock = b"<</Filter/Standard/V 1/R 2/P -44/O %s/U %s>>" % (key, key)
    data = pdf(plain("hemligt"), objects=[lock]).replace(
        b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]"
    )
    assert read(data) == [ended(DocumentState.FAILED, FailureCode.ENCRYPTED, 0, 0)]


def test_bytes_before_the_document_do_no_harm(read: Read) -> None:
    assert texts(read(b"From: post@example.com\n\n" + pdf(plain("brev")))) == {1: "brev"}


def test_too_large_a_file_is_not_tried(read: Read) -> None:
    events = read(pdf(plain("x")), limits=Limits(upload_bytes=100))
    assert events == [ended(DocumentState.FAILED, FailureCode.TOO_LARGE, 0, 0)]


def test_three_thousand_pages_are_refused_at_once(read: Read) -> None:
    kids = b"5 0 R " * 3000
    body = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 3000/Kids[%s]>>" % kids,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(text("sida", 60, 700)),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
    ]
    assert read(whole(body)) == [ended(DocumentState.FAILED, FailureCode.TOO_MANY_PAGES, 0, 0)]


def test_a_page_count_that_lies_costs_nothing(read: Read) -> None:
    data = pdf(plain("x")).replace(b"/Count 1/", b"/Count 1500/")
    events = read(data, limits=Limits(losses=3))
    assert texts(events) == {1: "x"}
    assert isinstance(events[-1], Ended)
    assert events[-1].state in (DocumentState.READ, DocumentState.PARTIAL)


def test_a_page_that_takes_too_long_is_lost_alone(read: Read) -> None:
    data = pdf(plain("före"), slow_page(), plain("efter"))
    events = read(data, limits=Limits(page_seconds=0.4))
    assert texts(events) == {1: "före", 3: "efter"}
    assert losses(events) == {2: FailureCode.PAGE_TIMEOUT}
    assert events[-1] == ended(DocumentState.PARTIAL, None, 2, 1)


def test_a_page_that_takes_too_much_memory_is_lost_alone(read: Read) -> None:
    data = pdf(plain("före"), greedy_page(), plain("efter"))
    events = read(data, limits=Limits(memory_bytes=60 * MIB))
    assert texts(events) == {1: "före", 3: "efter"}
    assert losses(events) == {2: FailureCode.PAGE_TOO_COMPLEX}


def test_after_so_many_deaths_the_rest_is_left(read: Read) -> None:
    data = pdf(plain("före"), *[greedy_page()] * 4, plain("efter"))
    events = read(data, limits=Limits(memory_bytes=60 * MIB, losses=3))
    assert texts(events) == {1: "före"}
    assert list(losses(events)) == [2, 3, 4]
    assert events[-1] == ended(DocumentState.PARTIAL, FailureCode.TOO_MANY_LOST, 1, 3)


def test_a_document_of_which_no_page_can_be_read_has_failed(read: Read) -> None:
    events = read(pdf(greedy_page()), limits=Limits(memory_bytes=60 * MIB))
    assert losses(events) == {1: FailureCode.PAGE_TOO_COMPLEX}
    assert events[-1] == ended(DocumentState.FAILED, FailureCode.NO_PAGE_READ, 0, 1)


def test_a_document_that_takes_too_long_keeps_what_was_read(read: Read) -> None:
    data = pdf(plain("före"), slow_page(), plain("efter"))
    events = read(data, limits=Limits(document_seconds=0.5))
    assert texts(events) == {1: "före"}
    assert events[-1] == ended(DocumentState.PARTIAL, FailureCode.DOCUMENT_TIMEOUT, 1, 0)


def test_a_page_that_is_missing_in_the_file_is_lost_alone(read: Read) -> None:
    data = pdf(plain("ett"), plain("två"), plain("tre")).replace(b"6 0 R", b"99 0 R")
    events = read(data)
    assert texts(events) == {1: "ett", 3: "tre"}
    assert losses(events) == {2: FailureCode.PAGE_DAMAGED}


def test_a_killed_child_costs_one_page(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    # More than a pipe holds, so that the child cannot be through before it is killed.
    lines = ["alla sidor har samma ord på varje rad och inget annat"] * 35
    path.write_bytes(pdf(*[plain(*lines)] * 200))
    before = _children()
    reading = read_document(path, limits=Limits(), recognise=False)
    events = [next(reading), next(reading)]
    for child in _children() - before:
        os.kill(child, signal.SIGKILL)
    events += list(reading)
    assert len(losses(events)) == 1
    assert sorted([*texts(events), *losses(events)]) == list(range(1, 201))


def test_a_reading_closed_early_leaves_no_child(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(*(plain(f"sida {n}") for n in range(1, 100))))
    before = _children()
    with closing(read_document(path, limits=Limits())) as reading:
        next(reading)
        assert len(_children() - before) == 1
    assert _children() == before


def _children() -> set[int]:
    tasks = Path(f"/proc/{nest.stand_by()}/task").iterdir()
    return {int(pid) for task in tasks for pid in (task / "children").read_text().split()}


NESTED = [
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N %d 0 R>>>>"
    b"/Length 80>>stream\n%s\nendstream" % (number, b"/N Do  " * 10 + b" " * 10)
    for number in range(5, 13)
]


@pytest.mark.parametrize(
    "hostile",
    [
        pdf(Sheet(content=b"/X0 Do"), objects=[*NESTED, stream(text("botten", 1, 1))]),
        pdf(Sheet(content=b"q " * 500_000)),
        pdf(Sheet(content=text("djup", 60, 700), media=(0, 0, 1e6, 1e6))),
        pdf(Sheet(content=text("platt", 60, 700), media=(0, 0, 0, 0))),
        pdf(Sheet(content=b"BI /W 10 /H 10 /BPC 8 /CS /G ID no end")),
        pdf(Sheet(content=b"[" * 200_000)),
        pdf(plain("slinga")).replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"),
        pdf(plain("vid")).replace(b"/BaseFont", b"/FirstChar -2147483648/Widths[1e38]/BaseFont"),
    ],
    ids=[
        "nested forms", "unended states", "huge page", "page without extent",
        "picture without end", "deep brackets", "pages in a ring", "odd font",
    ],
)  # fmt: skip
def test_a_hostile_document_ends_in_a_state(read: Read, hostile: bytes) -> None:
    events = read(hostile, limits=Limits(page_seconds=2, memory_bytes=300 * MIB))
    assert isinstance(events[-1], Ended)
    assert not any(isinstance(event, Ended) for event in events[:-1])


def test_more_text_than_a_page_can_hold_is_cut_and_told(
    read_page: Callable[..., PageRead],
) -> None:
    page = read_page(pdf(plain(*["ordet är fritt"] * 30)), limits=Limits(chars=100))
    assert PageNote.TEXT_CUT in page.notes
    assert page.text.startswith("ordet är fritt\nordet")
    assert len(page.text) <= 100


def test_text_that_is_not_shown_is_told(read_page: Callable[..., PageRead]) -> None:
    shown = text("Produkten innehåller inga ftalater", 60, 700)
    page = read_page(pdf(Sheet(content=shown + text("dolt", 60, 600, mode=3))))
    assert PageNote.HIDDEN_TEXT in page.notes
    page = read_page(pdf(Sheet(content=shown + text("litet", 60, 600, size=0.5))))
    assert PageNote.HIDDEN_TEXT in page.notes
    page = read_page(pdf(Sheet(content=shown + text("bort", 60, 5000))))
    assert PageNote.TEXT_OFF_PAGE in page.notes
    assert "bort" not in page.text
    dots = text(". . .", 60, 600, size=5)
    assert read_page(pdf(Sheet(content=shown + dots))).notes == ()
