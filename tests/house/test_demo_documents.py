"""The demonstration documents open, hold what they promise and come out the same each time."""

import hashlib
import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from portal.demo.documents import ANSWERS, DOCUMENTS, DemoDocument, bad, write_all
from portal.demo.documents.long import long_report, long_report_facts
from portal.domain.answers import check
from portal.domain.questionnaire import read_definition

ORGANISATION_NUMBER = re.compile(r"\b(\d{6})-(\d{4})\b")
CAS_NUMBER = re.compile(r"(?<![\d-])(\d{2,7})-(\d\d)-(\d)(?![\d-])")
ROOT = Path(__file__).parents[2]
DEFINITION = ROOT / "portal/questionnaires/sustainable-supply-chains-1.json"
ASKED = {
    question.id: question
    for section in read_definition(json.loads(DEFINITION.read_text("utf-8"))).sections
    for question in section.questions
}
PRINTED = [document for document in DOCUMENTS if not document.scanned]


def by_name(document: DemoDocument) -> str:
    return document.name


def squeezed(text: str) -> str:
    return " ".join(text.split())


def text_of(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [squeezed(page.get_textpage().get_text_range()) for page in pdf]


def pages_of(document: DemoDocument) -> list[str]:
    return text_of(document.make())


def stands(words: str, page: str) -> bool:
    """Whether the words stand on the page; cells of a row stand one after another."""
    cells = [re.escape(cell) for cell in words.split(" | ")]
    return re.search(r".{0,3}?".join(cells), page) is not None


def check_digit(digits: str) -> int:
    """The last digit of an organisation number, from the nine before it."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return -sum(value // 10 + value % 10 for value in doubled) % 10


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_a_document_opens_with_one_to_twelve_pages(document: DemoDocument) -> None:
    with pypdfium2.PdfDocument(document.make()) as pdf:
        assert 1 <= len(pdf) <= 12


@pytest.mark.parametrize("document", PRINTED, ids=by_name)
def test_the_expected_words_stand_on_their_page(document: DemoDocument) -> None:
    pages = pages_of(document)
    missing = [fact for fact in document.expected if not stands(fact.words, pages[fact.page - 1])]
    assert missing == []


@pytest.mark.parametrize("document", PRINTED, ids=by_name)
def test_the_contradicting_words_stand_on_their_page(document: DemoDocument) -> None:
    pages = pages_of(document)
    said = [each for each in document.contradictions if each.words]
    assert [each for each in said if not stands(each.words, pages[each.page - 1])] == []


@pytest.mark.parametrize("document", PRINTED, ids=by_name)
def test_every_page_is_numbered_and_owns_up_to_being_invented(document: DemoDocument) -> None:
    pages = pages_of(document)
    for number, page in enumerate(pages, start=1):
        assert re.search(rf"\b{number} (av|of) {len(pages)}\b|\b{number} \({len(pages)}\)", page)
        assert re.search(r"påhittade|invented", page)


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_a_document_is_offered_for_questions_that_are_asked(document: DemoDocument) -> None:
    named = [*document.questions, *(each.question for each in document.contradictions)]
    assert document.questions
    assert [question for question in named if question not in ASKED] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_what_a_document_contradicts_is_answered(document: DemoDocument) -> None:
    answered = ANSWERS[document.supplier]
    assert [
        each.question for each in document.contradictions if each.question not in answered
    ] == []


@pytest.mark.parametrize("supplier", ANSWERS)
def test_the_answers_are_such_as_the_questionnaire_takes(supplier: str) -> None:
    for question, answer in ANSWERS[supplier].items():
        assert check(ASKED[question], answer) == answer


@pytest.mark.parametrize("document", PRINTED, ids=by_name)
def test_substance_numbers_are_right_and_organisation_numbers_are_not(
    document: DemoDocument,
) -> None:
    text = " ".join(pages_of(document))
    for first, second, last in CAS_NUMBER.findall(text):
        digits = reversed(first + second)
        assert sum(n * int(d) for n, d in enumerate(digits, start=1)) % 10 == int(last)
    for first, second in ORGANISATION_NUMBER.findall(text):
        assert check_digit(first + second[:3]) != int(second[3])


@pytest.mark.parametrize("document", PRINTED, ids=by_name)
def test_no_letter_is_lost_in_the_built_in_faces(document: DemoDocument) -> None:
    assert not re.search("[\x00-\x08\ufffd\u25a0]", " ".join(pages_of(document)))


def test_names_and_bytes_are_one_to_one() -> None:
    assert len({document.name for document in DOCUMENTS}) == len(DOCUMENTS)
    assert len({document.make() for document in DOCUMENTS}) == len(DOCUMENTS)


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    here = write_all(tmp_path / "here")
    there = tmp_path / "there"
    subprocess.run(
        [sys.executable, "-m", "portal.demo.documents", str(there)],
        check=True,
        capture_output=True,
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7"},
    )
    for path in here:
        ours, theirs = path.read_bytes(), (there / path.name).read_bytes()
        assert hashlib.sha256(ours).digest() == hashlib.sha256(theirs).digest()


@pytest.mark.parametrize("pages", [1, 50, 200])
def test_a_long_report_has_the_pages_asked_for_with_its_facts(pages: int) -> None:
    texts = text_of(long_report(pages))
    assert len(texts) == pages
    facts = long_report_facts(pages)
    assert len(facts) == pages // 7
    assert all(fact.words in texts[fact.page - 1] for fact in facts)


def test_a_report_of_no_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        long_report(0)


@pytest.mark.parametrize(
    "data",
    [bad.encrypted(), bad.damaged(), bad.empty(), bad.not_a_pdf()],
    ids=["encrypted", "damaged", "empty", "not a PDF"],
)
def test_a_bad_file_does_not_open(data: bytes) -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(data)


def test_an_encrypted_file_opens_with_its_password_and_another_without() -> None:
    with pypdfium2.PdfDocument(bad.encrypted(), password=bad.PASSWORD) as pdf:
        assert len(pdf) == 1
    assert len(text_of(bad.encrypted_for_printing_only())) == 1


def test_a_file_with_an_empty_page_tree_is_sound_but_pdfium_refuses_it() -> None:
    with pikepdf.open(BytesIO(bad.no_pages())) as pdf:
        assert len(pdf.pages) == 0
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(bad.no_pages())


def test_a_file_of_many_pages_has_that_many() -> None:
    with pypdfium2.PdfDocument(bad.many_pages()) as pdf:
        assert len(pdf) == 3000
    assert text_of(bad.many_pages(2)) == ["Page 1 of 2", "Page 2 of 2"]


def test_the_same_bytes_come_under_two_names() -> None:
    (first, ours), (second, theirs) = bad.same_twice()
    assert first != second
    assert ours == theirs


def test_the_file_with_a_script_is_readable_and_carries_it() -> None:
    assert len(text_of(bad.with_script())) == 1
    assert b"JavaScript" in bad.with_script()


@pytest.mark.parametrize("size", [0, 5, 9, 10, bad.CHUNK, bad.CHUNK * 3 + 17])
def test_an_endless_file_ends_at_its_size(size: int) -> None:
    assert sum(len(piece) for piece in bad.endless(size)) == size


def test_a_scan_has_a_picture_and_no_text() -> None:
    scans = [document for document in DOCUMENTS if document.scanned]
    assert scans
    for document in scans:
        assert text_of(document.make()) == [""]
