"""Papers on the real database and a real folder: taken in, laid to questions, listed, opened."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, update

from portal.data import tables
from portal.data.files import Folder
from portal.domain.access import Actor, Role
from portal.domain.evidence import DocumentState, FailureCode, Limits
from portal.domain.flags import Family
from portal.errors import Denied, NotFound
from portal.services import documents
from portal.services.documents import Laid, Received, Refused
from portal.texts import spans
from tests.world import NOW, World

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def anna(world: World) -> Actor:
    return world.person(world.supplier(), Role.SUPPLIER_EDITOR)


@pytest.fixture
def asked(world: World, anna: Actor) -> UUID:
    return world.assessment(world.buyer(), anna.organisation_id, state="opened")


def received(files: Path, name: str = "policy.pdf", content: bytes = PDF) -> Received:
    found = documents.receive(Folder(files), name, BytesIO(content), limits=Limits())
    assert isinstance(found, Received)
    return found


def attach(
    world: World, actor: Actor, asked: UUID, paper: Received, question: str = "T-01"
) -> Laid:
    with world.as_(actor) as db:
        return documents.attach(db, actor, asked, question, paper, now=NOW)


def jobs(world: World) -> list[str]:
    return [row.job.rpartition(".")[2] for row in world.rows(tables.Outbox)]


def flag(world: World, document: UUID, topic: str, **value: str) -> None:
    with world.as_owner() as db:
        row = db.get_one(tables.Document, document)
        values: dict[str, Any] = {
            "id": uuid4(),
            "document_id": document,
            "supplier_id": row.supplier_id,
            "key": str(uuid4()),
            "page": 1,
            "start": 0,
            "end": 4,
            "quote": "ord ",
            "topic": topic,
            "stance": "affirmed",
            "bearing": "neutral",
            "value": value,
            "score": 0.9,
            "rule": "X-1",
            "pack": "en",
            "cues": [],
            "boxes": [[0.1, 0.1, 0.2, 0.2]],
            "rules_version": "1",
            "place": str(uuid4()),
        }
        db.execute(insert(tables.Flag).values(**values))


def page(world: World, document: UUID, number: int, method: str = "text") -> None:
    with world.as_owner() as db:
        row = db.get_one(tables.Document, document)
        db.execute(
            insert(tables.Page).values(
                document_id=document,
                supplier_id=row.supplier_id,
                number=number,
                method=method,
                quality=1.0,
                text=f"Text of page {number}",
                words=[],
                width=595.0,
                height=842.0,
                notes=["hidden_text"] if method == "text" else ["page_damaged"],
                reader_version="1",
            )
        )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", FailureCode.EMPTY),
        (b"GIF89a" + b"0" * 20, FailureCode.OTHER_PICTURE),
        (b"MZ" + b"\x00" * 60, FailureCode.PROGRAM),
        (b"hello", FailureCode.NOT_TAKEN),
        (PDF + b" " * 200, FailureCode.TOO_LARGE),
    ],
)
def test_what_cannot_be_taken_is_refused_and_not_stored(
    files: Path, content: bytes, code: FailureCode
) -> None:
    limits = Limits(upload_bytes=len(PDF) + 100)
    refused = documents.receive(
        Folder(files), "../../etc/x\x00.pdf", BytesIO(content), limits=limits
    )
    assert refused == Refused("x.pdf", code)
    assert list(Folder(files).keys()) == []


def test_a_paper_is_laid_to_its_question_and_asked_to_be_read(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    laid = attach(world, anna, asked, received(files, "C:\\Policy\\policy 2026.pdf"))
    with world.as_(anna) as db:
        (paper,) = documents.attached(db, anna, asked)["T-01"]
    assert (paper.id, paper.name, paper.state) == (
        laid.document_id,
        "policy 2026.pdf",
        DocumentState.RECEIVED,
    )
    assert not paper.done
    assert jobs(world) == ["read_document", "find"]
    assert world.rows(tables.Assessment)[0].state == "in_progress"


def test_the_same_bytes_twice_are_one_document(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    first = attach(world, anna, asked, received(files))
    again = attach(world, anna, asked, received(files, "copy.pdf"))
    other = attach(world, anna, asked, received(files), "T-02")
    assert again == other == Laid(first.document_id, before=True)
    assert len(world.rows(tables.Document)) == 1
    assert sorted(row.question_id for row in world.rows(tables.Evidence)) == ["T-01", "T-02"]
    assert jobs(world).count("read_document") == 1


def test_the_same_bytes_of_two_suppliers_are_two_documents(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    other = world.person(world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_EDITOR)
    theirs = world.assessment(world.buyer("Ekby"), other.organisation_id, state="opened")
    attach(world, anna, asked, received(files))
    assert not attach(world, other, theirs, received(files)).before


def test_a_removed_paper_is_kept_among_the_papers(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    laid = attach(world, anna, asked, received(files))
    for _ in range(2):
        with world.as_(anna) as db:
            documents.remove(db, anna, asked, "T-01", laid.document_id, now=NOW)
    with world.as_(anna) as db:
        assert documents.attached(db, anna, asked) == {}
        assert [paper.id for paper in documents.papers(db, anna)] == [laid.document_id]
        documents.choose(db, anna, asked, "T-02", laid.document_id, now=NOW)
        assert list(documents.attached(db, anna, asked)) == ["T-02"]


def test_nothing_is_laid_where_no_evidence_is_asked_or_all_is_locked(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    paper = received(files)
    for question in ("T-03", "T-99"):
        with pytest.raises(NotFound):
            attach(world, anna, asked, paper, question)
    with world.as_owner() as db:
        db.execute(update(tables.Assessment).values(state="submitted"))
    with pytest.raises(Denied):
        attach(world, anna, asked, paper)
    assert world.rows(tables.Document) == []


def test_a_stranger_meets_no_paper(world: World, anna: Actor, asked: UUID, files: Path) -> None:
    laid = attach(world, anna, asked, received(files))
    strangers = [
        world.person(world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_EDITOR),
        world.person(world.rows(tables.Assessment)[0].buyer_id, Role.REVIEWER),
        world.person(world.rows(tables.Assessment)[0].buyer_id, Role.PLANNER),
    ]
    for stranger in strangers:
        with world.as_(stranger) as db, pytest.raises(NotFound):
            documents.paper(db, stranger, laid.document_id)
        with world.as_(stranger) as db, pytest.raises(NotFound):
            documents.choose(db, stranger, asked, "T-02", laid.document_id, now=NOW)
        with pytest.raises(NotFound):
            attach(world, stranger, asked, received(files))
    colleague = world.person(anna.organisation_id, Role.SUPPLIER_ADMINISTRATOR)
    with world.as_(colleague) as db:
        assert documents.paper(db, colleague, laid.document_id).name == "policy.pdf"


def test_another_suppliers_paper_cannot_be_chosen(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    laid = attach(world, anna, asked, received(files))
    other = world.person(world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_EDITOR)
    theirs = world.assessment(world.buyer("Ekby"), other.organisation_id, state="opened")
    with world.as_(other) as db, pytest.raises(NotFound):
        documents.choose(db, other, theirs, "T-01", laid.document_id, now=NOW)


def test_a_reviewer_opens_a_paper_once_it_was_handed_in(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    laid = attach(world, anna, asked, received(files))
    (assessment,) = world.rows(tables.Assessment)
    parties = {"supplier_id": assessment.supplier_id, "buyer_id": assessment.buyer_id}
    with world.as_owner() as db:
        submission = db.execute(
            insert(tables.Submission)
            .values(
                assessment_id=asked,
                number=1,
                answers={},
                content_hash="",
                submitted_by=anna.user_id,
                submitted_by_name=anna.name,
                submitted_at=NOW,
                late=False,
                **parties,
            )
            .returning(tables.Submission.id)
        ).scalar_one()
        db.execute(
            insert(tables.SubmissionEvidence).values(
                submission_id=submission,
                question_id="T-01",
                document_id=laid.document_id,
                **parties,
            )
        )
    reviewer = world.person(assessment.buyer_id, Role.REVIEWER)
    with world.as_(reviewer) as db:
        assert documents.paper(db, reviewer, laid.document_id).id == laid.document_id


def test_what_was_found_and_which_pages_are_doubtful_is_told(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    document = attach(world, anna, asked, received(files)).document_id
    for number, method in enumerate(("text", "ocr", "picture", "lost"), start=1):
        page(world, document, number, method)
    for topic in ("CHEM.SUBSTANCE", "CHEM.LIST", "CERT"):
        flag(world, document, topic)
    with world.as_owner() as db:
        values = {"state": "partial", "failure": "too_many_lost", "pages": 6, "flagged_at": NOW}
        db.execute(update(tables.Document).values(**values))
    with world.as_(anna) as db:
        paper = documents.paper(db, anna, document)
        opened = documents.opened(db, anna, document, page=4)
    assert paper.found == {Family.CERT: 1, Family.CHEM: 2}
    assert (list(paper.recognised), list(paper.unread), list(paper.lost)) == ([2], [3], [4])
    assert (paper.failure, paper.done) == (FailureCode.TOO_MANY_LOST, True)
    assert len(opened.statements) == 3
    assert opened.numbers == (1, 2, 3, 4)
    assert opened.leaf is not None
    assert opened.leaf.notes == (FailureCode.PAGE_DAMAGED.sentence,)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([], ""), ([3], "3"), ([2, 3, 7], "2–3, 7"), ([1, 3, 4, 5], "1, 3–5")],
)
def test_pages_are_told_in_short(numbers: list[int], words: str) -> None:
    assert spans(numbers) == words


def test_a_page_that_is_none_is_not_there(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    document = attach(world, anna, asked, received(files)).document_id
    with world.as_(anna) as db:
        assert documents.opened(db, anna, document).leaf is None
        assert documents.opened(db, anna, document, page=1).leaf is None
    page(world, document, 1)
    with world.as_(anna) as db, pytest.raises(NotFound):
        documents.opened(db, anna, document, page=2)


def test_proofs_that_lapse_are_listed_with_the_answers_on_them(
    world: World, anna: Actor, asked: UUID, files: Path
) -> None:
    soon = attach(world, anna, asked, received(files)).document_id
    attach(world, anna, asked, received(files), "T-02")
    later = attach(world, anna, asked, received(files, "b.pdf", PDF + b"b")).document_id
    flag(world, soon, "CERT", standard="SA8000", valid_to="2027-01-31")
    flag(world, soon, "CERT", standard="GOTS", valid_to="someday")
    flag(world, later, "CERT", standard="ISO 14001", valid_to="2028-01-31")
    with world.as_(anna) as db:
        (found,) = documents.lapsing(db, anna, today=NOW.date())
    assert (found.name, found.standard, found.answers) == ("policy.pdf", "SA8000", 2)
    assert found.valid_to == dt.date(2027, 1, 31)
