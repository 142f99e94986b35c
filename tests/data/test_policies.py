"""Random histories of drafts and submissions, looked at through the database role itself.

Promise 2: before submission no buyer role reads an answer, a document or a flag of it. Here no
view and no service stands between: each look is a plain ``select *`` as ``app``.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError

from portal.data import tables
from portal.domain.access import Actor, Role
from tests.database import Database
from tests.world import NOW, World, small_raw

# Tables of drafts: no buyer role sees a row of them, ever.
DRAFTS: Final = (tables.Answer, tables.AnswerVersion, tables.Evidence)
WRITERS: Final = st.sampled_from([0, 1])
ASKERS: Final = st.sampled_from([0, 1])
WORDS: Final = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=20)


class Histories(RuleBasedStateMachine):
    """Two buyers, two suppliers, an assessment between each; anything may happen in any order."""

    database: Database

    @initialize()
    def begin(self) -> None:
        """A fresh pair of buyers and suppliers in the one database of the run."""
        self.world = World(self.database)
        self.buyers = [self.world.buyer(), self.world.buyer("Norrsunda kommun")]
        self.suppliers = [self.world.supplier(), self.world.supplier("Nordhav Kemi AB")]
        self.writers = [
            self.world.person(each, Role.SUPPLIER_EDITOR, Role.SUPPLIER_ADMINISTRATOR)
            for each in self.suppliers
        ]
        self.staff = [
            self.world.person(buyer, *roles)
            for buyer in self.buyers
            for roles in (
                (Role.REVIEWER,),
                (Role.PLANNER,),
                (Role.ADMINISTRATOR,),
                (Role.REVIEWER, Role.PLANNER, Role.ADMINISTRATOR),
            )
        ]
        self.assessments = {
            (s, b): self.world.assessment(self.buyers[b], self.suppliers[s], raw=small_raw())
            for s in range(2)
            for b in range(2)
        }
        self.documents: dict[int, list[UUID]] = {0: [], 1: []}
        self.laid: dict[tuple[int, int], list[UUID]] = {}
        self.handed_in: dict[UUID, set[UUID]] = {}

    def _parties(self, s: int, b: int) -> dict[str, UUID]:
        return {
            "assessment_id": self.assessments[s, b],
            "supplier_id": self.suppliers[s],
            "buyer_id": self.buyers[b],
        }

    @rule(s=WRITERS, b=ASKERS, words=WORDS, question=st.sampled_from(["T-03", "T-05", "T-09"]))
    def write_an_answer(self, s: int, b: int, words: str, question: str) -> None:
        """A draft answer, again and again."""
        values = {"question_id": question, "value": {"how": words}, **self._parties(s, b)}
        with self.world.as_(self.writers[s]) as db:
            changed = db.execute(
                update(tables.Answer)
                .where(
                    tables.Answer.assessment_id == self.assessments[s, b],
                    tables.Answer.question_id == question,
                )
                .values(value={"how": words}, version=tables.Answer.version + 1)
                .returning(tables.Answer.version)
            ).scalar_one_or_none()
            if changed is None:
                db.execute(insert(tables.Answer).values(saved_by=uuid4(), **values))
            db.execute(
                insert(tables.AnswerVersion).values(
                    version=changed or 1, saved_by=uuid4(), **values
                )
            )

    @rule(s=WRITERS, words=WORDS)
    def upload_and_read(self, s: int, words: str) -> None:
        """A document with a page and a flag."""
        with self.world.as_(self.writers[s]) as db:
            document_id = db.execute(
                insert(tables.Document)
                .values(
                    supplier_id=self.suppliers[s],
                    sha256=uuid4().hex * 2,
                    name="papper.pdf",
                    size=1,
                    uploaded_by=self.writers[s].user_id,
                )
                .returning(tables.Document.id)
            ).scalar_one()
        self._read(s, document_id, words)
        self.documents[s].append(document_id)

    def _read(self, s: int, document_id: UUID, words: str) -> None:
        of = {"document_id": document_id, "supplier_id": self.suppliers[s]}
        page = {"number": 1, "method": "text", "quality": 1, "text": words, "words": []}
        flag = {"key": "k", "page": 1, "start": 0, "end": 1, "quote": words, "topic": "CERT"}
        labels = {"stance": "affirmed", "bearing": "risk", "value": {}, "score": 1, "rule": "r"}
        rest = {"pack": "p", "cues": [], "boxes": [], "rules_version": "v", "place": "k"}
        with self.world.as_worker() as db:
            db.execute(
                insert(tables.Page).values(**of, **page, width=1, height=1, reader_version="v")
            )
            db.execute(insert(tables.Flag).values(id=uuid4(), **of, **flag, **labels, **rest))

    @rule(s=WRITERS, b=ASKERS, data=st.data())
    def lay_to_a_question(self, s: int, b: int, data: st.DataObject) -> None:
        """A document becomes evidence of a draft."""
        free = [d for d in self.documents[s] if d not in self.laid.get((s, b), [])]
        if not free:
            return
        document_id = data.draw(st.sampled_from(free))
        with self.world.as_(self.writers[s]) as db:
            db.execute(
                insert(tables.Evidence).values(
                    question_id="T-01",
                    document_id=document_id,
                    attached_by=self.writers[s].user_id,
                    **self._parties(s, b),
                )
            )
        self.laid.setdefault((s, b), []).append(document_id)

    @rule(s=WRITERS, b=ASKERS)
    def find_in_the_draft(self, s: int, b: int) -> None:
        """The worker writes a draft's finding."""
        with self.world.as_worker() as db:
            db.execute(
                insert(tables.Finding).values(
                    rule="r", kind="gap", question_id="T-01", **self._parties(s, b)
                )
            )

    @rule(s=WRITERS, b=ASKERS)
    def hand_in(self, s: int, b: int) -> None:
        """A submission: what lies there now is open to that buyer's reviewers, and no more."""
        parties = self._parties(s, b)
        with self.world.as_(self.writers[s]) as db:
            number = 1 + len(
                db.execute(
                    select(tables.Submission.id).where(
                        tables.Submission.assessment_id == self.assessments[s, b]
                    )
                ).all()
            )
            submission_id = db.execute(
                insert(tables.Submission)
                .values(
                    number=number,
                    answers={},
                    content_hash="h",
                    submitted_by=uuid4(),
                    submitted_by_name="Anna",
                    submitted_at=NOW,
                    late=False,
                    **parties,
                )
                .returning(tables.Submission.id)
            ).scalar_one()
            for document_id in self.laid.get((s, b), []):
                db.execute(
                    insert(tables.SubmissionEvidence).values(
                        submission_id=submission_id,
                        question_id="T-01",
                        document_id=document_id,
                        supplier_id=self.suppliers[s],
                        buyer_id=self.buyers[b],
                    )
                )
        self.handed_in.setdefault(self.buyers[b], set()).update(self.laid.get((s, b), []))

    def _seen(self, actor: Actor, table: type[tables.Base]) -> list[Any]:
        with self.world.as_(actor) as db:
            return list(db.execute(select(table)).scalars())

    @invariant()
    def no_buyer_role_reads_a_draft(self) -> None:
        """Every row of every table that tells of a draft, looked for by every buyer role."""
        if not hasattr(self, "staff"):
            return
        for actor in self.staff:
            for table in DRAFTS:
                assert self._seen(actor, table) == [], (actor.roles, table)
            open_to = (
                self.handed_in.get(actor.organisation_id, set())
                if Role.REVIEWER in actor.roles
                else set()
            )
            assert {row.id for row in self._seen(actor, tables.Document)} == open_to
            for part in (tables.Page, tables.Flag):
                assert {row.document_id for row in self._seen(actor, part)} == open_to
            assert self._seen(actor, tables.Finding) == []
            for row in self._seen(actor, tables.Submission):
                assert (row.buyer_id, Role.REVIEWER in actor.roles) == (
                    actor.organisation_id,
                    True,
                )

    @invariant()
    def no_supplier_reads_another_s_rows(self) -> None:
        """The other axis."""
        if not hasattr(self, "writers"):
            return
        for actor in self.writers:
            for table in (*DRAFTS, tables.Document, tables.Page, tables.Flag, tables.Submission):
                owners = {row.supplier_id for row in self._seen(actor, table)}
                assert owners <= {actor.organisation_id}

    def teardown(self) -> None:
        """Give back the connections."""
        if hasattr(self, "world"):
            self.world.close()


def test_no_buyer_role_ever_reads_a_draft(database: Database) -> None:
    machine = type("OnThisDatabase", (Histories,), {"database": database})
    run = settings(
        max_examples=12,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    run_state_machine_as_test(machine, settings=run)


@contextmanager
def _refused() -> Iterator[None]:
    with pytest.raises(DBAPIError):
        yield


def test_nobody_sees_anything_where_nobody_is_told(database: Database) -> None:
    world = World(database)
    world.assessment(world.buyer(), world.supplier())
    with world.app.connect() as connection:
        for table in tables.Base.metadata.sorted_tables:
            if table.name in ("questionnaire", "outbox", "audit_entry", "notification"):
                continue
            assert connection.execute(select(table)).all() == [], table.name
    world.close()


def test_every_table_with_somebody_s_data_has_policies(database: Database) -> None:
    world = World(database)
    with world.as_owner() as db:
        without = set(
            db.execute(
                text(
                    "select relname from pg_class where relkind = 'r' and not relrowsecurity"
                    " and relnamespace = 'public'::regnamespace"
                )
            ).scalars()
        )
    # A bell holds ids only; a questionnaire is everybody's; the audit log is the owner's alone;
    # what workers tell of their machines is of no one's papers.
    assert without == {
        *("outbox", "questionnaire", "audit_entry", "alembic_version"),
        *("worker_report", "reading_pace"),
    }
    world.close()


def test_what_was_handed_in_and_what_was_logged_is_never_changed(database: Database) -> None:
    world = World(database)
    world.questionnaire()
    with _refused(), world.as_owner() as db:
        db.execute(text("update questionnaire set version = '2'"))
    with _refused(), world.as_owner() as db:
        db.execute(text("delete from submission"))
    with _refused(), world.as_owner() as db:
        db.execute(text("truncate audit_entry"))
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR)
    with _refused(), world.as_(anna) as db:
        db.execute(text("select * from audit_entry"))
    world.close()


def test_a_buyer_cannot_write_a_submission_or_read_a_secret_link(database: Database) -> None:
    world = World(database)
    buyer, supplier = world.buyer(), world.supplier()
    assessment = world.assessment(buyer, supplier)
    reviewer = world.person(buyer, Role.REVIEWER, Role.PLANNER)
    forged = {
        "assessment_id": assessment,
        "supplier_id": supplier,
        "buyer_id": buyer,
        "number": 1,
        "answers": {},
        "content_hash": "h",
        "submitted_by": uuid4(),
        "submitted_by_name": "Forger",
        "submitted_at": dt.datetime.now(dt.UTC),
        "late": False,
    }
    with _refused(), world.as_(reviewer) as db:
        db.execute(insert(tables.Submission).values(**forged))
    with _refused(), world.as_(reviewer) as db:
        db.execute(select(tables.Notification.secret))
    world.close()
