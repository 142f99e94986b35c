"""What papers say of themselves: proposed, said, handed in, and seen by whom."""

import datetime as dt
from uuid import UUID

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError

from portal.data import tables
from portal.domain.access import Actor, Role
from portal.domain.evidence import FactName, NoticeKind, Source
from portal.errors import Invalid, NotFound
from portal.services import documents, findings
from portal.services.documents import About
from tests.desk import LATER, Says, Scene
from tests.world import NOW

SA8000 = Says(
    "SA8000 valid until 2026-12-01", "CERT", bearing="support",
    value={"standard": "SA8000", "valid_to": "2026-12-01"},
)  # fmt: skip
TODAY = NOW.date()


@pytest.fixture
def paper(scene: Scene) -> UUID:
    made = scene.paper("SA8000.pdf", [SA8000])
    scene.propose(made, holder="Minh Sao Co., Ltd", kind="cert_sa8000", valid_to="2026-12-01")
    return made


def seen(scene: Scene, actor: Actor, paper: UUID) -> About:
    with scene.world.as_(actor) as db:
        return documents.about(db, documents.paper(db, actor, paper), today=TODAY)


def say(scene: Scene, actor: Actor, paper: UUID, *, now: dt.datetime = NOW, **said: object) -> None:
    with scene.world.as_(actor) as db:
        documents.say(db, actor, paper, said, now=now)


def values(about: About) -> dict[str, tuple[str, str]]:
    return {name: (fact.value, fact.source) for name, fact in about.known.items()}


def test_proposals_are_seen_with_their_words_by_the_whole_organisation(
    scene: Scene, paper: UUID
) -> None:
    colleague = scene.world.person(scene.supplier, Role.SUPPLIER_EDITOR)
    about = seen(scene, colleague, paper)
    assert values(about)["holder"] == ("Minh Sao Co., Ltd", Source.PROPOSED)
    proposal = about.known[FactName.HOLDER].proposal
    assert proposal is not None
    assert (proposal.page, proposal.words) == (1, "Heading")
    assert [notice.kind for notice in about.notices] == [NoticeKind.OTHER_HOLDER]
    assert len(about.unsaid) == 3


def test_a_person_confirms_corrects_and_adds(scene: Scene, paper: UUID) -> None:
    say(scene, scene.anna, paper, kind="cert_sa8000", valid_to="2027-12-01", issuer="Alm AB")
    assert values(seen(scene, scene.anna, paper)) == {
        "kind": ("cert_sa8000", Source.CONFIRMED),
        "holder": ("Minh Sao Co., Ltd", Source.PROPOSED),
        "issuer": ("Alm AB", Source.ADDED),
        "valid_to": ("2027-12-01", Source.CORRECTED),
    }


def test_saying_the_same_again_or_nothing_writes_nothing(scene: Scene, paper: UUID) -> None:
    say(scene, scene.anna, paper, kind="cert_sa8000", title="")
    say(scene, scene.anna, paper, kind="cert_sa8000", title="", now=LATER)
    assert len(scene.world.rows(tables.FactStatement)) == 1


def test_an_emptied_field_says_that_the_paper_does_not_tell(scene: Scene, paper: UUID) -> None:
    say(scene, scene.anna, paper, holder="")
    about = seen(scene, scene.anna, paper)
    assert values(about)["holder"] == ("", Source.CORRECTED)
    assert about.notices == ()


def test_a_confirmation_survives_a_later_run(scene: Scene, paper: UUID) -> None:
    say(scene, scene.anna, paper, holder="Minh Sao Co., Ltd")
    scene.flag(paper, [SA8000], version="2.0", now=LATER)
    assert values(seen(scene, scene.anna, paper)) == {
        "holder": ("Minh Sao Co., Ltd", Source.CONFIRMED)
    }
    scene.propose(paper, holder="Heading Ltd")
    fact = seen(scene, scene.anna, paper).known[FactName.HOLDER]
    assert (fact.value, fact.source) == ("Minh Sao Co., Ltd", Source.CONFIRMED)
    assert fact.otherwise is not None
    assert fact.otherwise.value == "Heading Ltd"


def test_the_latest_word_counts_and_none_is_lost(scene: Scene, paper: UUID) -> None:
    colleague = scene.world.person(scene.supplier, Role.SUPPLIER_EDITOR)
    say(scene, scene.anna, paper, holder="Alm AB")
    say(scene, colleague, paper, holder="Björk AB", now=LATER)
    assert values(seen(scene, scene.anna, paper))["holder"][0] == "Björk AB"
    assert {row.value for row in scene.world.rows(tables.FactStatement)} == {"Alm AB", "Björk AB"}


def test_what_is_wrong_keeps_nothing(scene: Scene, paper: UUID) -> None:
    with pytest.raises(Invalid) as caught:
        say(scene, scene.anna, paper, holder="Alm AB", valid_to="soon")
    assert set(caught.value.fields) == {"valid_to"}
    assert scene.world.rows(tables.FactStatement) == []


# Who sees what --------------------------------------------------------------------------------


def test_a_reviewer_sees_a_paper_and_its_facts_when_it_is_handed_in(
    scene: Scene, paper: UUID
) -> None:
    say(scene, scene.anna, paper, holder="Alm AB")
    for actor in (scene.karin, scene.planner, scene.stranger):
        with pytest.raises(NotFound):
            seen(scene, actor, paper)
        with scene.world.as_(actor) as db:
            assert not db.execute(select(tables.DocumentFact)).all()
            assert not db.execute(select(tables.FactStatement)).all()
    scene.submit()
    assert values(seen(scene, scene.karin, paper))["holder"] == ("Alm AB", Source.CORRECTED)
    for actor in (scene.planner, scene.administrator, scene.stranger):
        with scene.world.as_(actor) as db:
            assert not db.execute(select(tables.DocumentFact)).all()
            assert not db.execute(select(tables.FactStatement)).all()


def test_what_is_said_after_the_hand_in_waits_for_the_next_one(scene: Scene, paper: UUID) -> None:
    say(scene, scene.anna, paper, holder="Alm AB")
    scene.submit()
    say(scene, scene.anna, paper, holder="Björk AB", issuer="Ek AB", now=LATER)
    assert values(seen(scene, scene.karin, paper))["holder"][0] == "Alm AB"
    assert "issuer" not in values(seen(scene, scene.karin, paper))
    assert values(seen(scene, scene.anna, paper))["holder"][0] == "Björk AB"
    later = scene.new_assessment()
    with scene.world.as_owner() as db:
        scene._lay(db, paper, later, "T-01")
    scene.submit(later, now=LATER)
    assert values(seen(scene, scene.karin, paper))["issuer"][0] == "Ek AB"


def test_only_the_own_supplier_says(scene: Scene, paper: UUID) -> None:
    other = scene.world.person(scene.world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_EDITOR)
    scene.submit()
    for actor in (other, scene.stranger, scene.planner, scene.karin):
        with pytest.raises(NotFound):
            say(scene, actor, paper, holder="X")
    assert scene.world.rows(tables.FactStatement) == []


def test_the_database_refuses_words_in_anothers_name_and_any_change(
    scene: Scene, paper: UUID
) -> None:
    say(scene, scene.anna, paper, holder="Alm AB")
    row = {"document_id": paper, "supplier_id": scene.supplier, "name": "title", "value": "x"}
    row |= {"proposed": "", "said_at": NOW}
    with pytest.raises(DBAPIError), scene.world.as_(scene.anna) as db:
        db.execute(insert(tables.FactStatement).values(said_by=scene.karin.user_id, **row))
    with pytest.raises(DBAPIError), scene.world.as_(scene.anna) as db:
        db.execute(update(tables.FactStatement).values(value="y"))
    with pytest.raises(DBAPIError), scene.world.as_(scene.anna) as db:
        db.execute(text("delete from fact_statement"))


def test_the_same_bytes_are_told_to_the_reviewer_who_may_read_both_and_to_no_one_else(
    scene: Scene, paper: UUID
) -> None:
    other = Scene(scene.world, supplier="Nordhav Kemi AB")
    asked = scene.world.assessment(scene.buyer, other.supplier, state="in_progress")
    twin = other.paper("kopia.pdf", [SA8000], assessment=other.assessment)
    with scene.world.as_owner() as db:
        same = db.get_one(tables.Document, paper).sha256
        db.execute(update(tables.Document).where(tables.Document.id == twin).values(sha256=same))
    scene.submit()
    other.submit()  # to another buyer

    def twins(actor: Actor, document: UUID) -> list[str]:
        with scene.world.as_(actor) as db:
            opened = documents.paper(db, actor, document)
            return [each.supplier for each in documents.twins(db, actor, opened)]

    assert twins(scene.karin, paper) == []
    assert twins(other.karin, twin) == []
    with scene.world.as_owner() as db:
        db.execute(
            insert(tables.Evidence).values(
                assessment_id=asked,
                supplier_id=other.supplier,
                buyer_id=scene.buyer,
                question_id="T-01",
                document_id=twin,
                attached_by=other.anna.user_id,
                attached_at=NOW,
            )
        )
    assert twins(scene.karin, paper) == []  # a draft is the supplier's own
    answer_all(other, asked, scene.buyer)
    other.submit(asked)
    assert twins(scene.karin, paper) == ["Nordhav Kemi AB"]
    assert twins(scene.karin, twin) == ["Lindmark Textil AB"]
    assert twins(scene.anna, paper) == twins(other.anna, twin) == twins(other.karin, twin) == []


def answer_all(scene: Scene, assessment: UUID, buyer: UUID) -> None:
    with scene.world.as_owner() as db:
        for row in scene.world.rows(tables.Answer, assessment_id=scene.assessment):
            db.execute(
                insert(tables.Answer).values(
                    assessment_id=assessment,
                    supplier_id=scene.supplier,
                    buyer_id=buyer,
                    question_id=row.question_id,
                    value=row.value,
                    saved_by=scene.anna.user_id,
                )
            )


# What follows from it -------------------------------------------------------------------------


def lapsing(scene: Scene) -> list[tuple[str, str]]:
    with scene.world.as_(scene.anna) as db:
        found = documents.lapsing(db, scene.anna, today=TODAY)
    return [(proof.standard, proof.valid_to.isoformat()) for proof in found]


def test_papers_that_lapse_do_so_on_the_day_that_a_person_says(scene: Scene, paper: UUID) -> None:
    assert lapsing(scene) == [("SA8000", "2026-12-01")]
    say(scene, scene.anna, paper, valid_to="2026-12-15")
    assert lapsing(scene) == [("SA8000", "2026-12-15")]
    say(scene, scene.anna, paper, valid_to="2029-12-01", now=LATER)
    assert lapsing(scene) == []


def test_a_paper_that_no_program_could_date_lapses_when_a_person_says_so(scene: Scene) -> None:
    scan = scene.paper("skannat.pdf", [])
    say(scene, scene.anna, scan, valid_to="2026-12")
    assert lapsing(scene) == [("", "2026-12-31")]


def rules(scene: Scene, submission: bool) -> list[str]:
    with scene.world.as_worker() as db:
        findings.refresh(db, scene.assessment, now=NOW)
    rows = scene.world.rows(tables.Finding, assessment_id=scene.assessment)
    return sorted(row.rule for row in rows if (row.submission_id is not None) is submission)


def test_a_draft_heeds_the_last_day_that_a_person_says(scene: Scene, paper: UUID) -> None:
    assert "FK-02" in rules(scene, submission=False)
    say(scene, scene.anna, paper, valid_to="2029-12-01")
    assert "FK-02" not in rules(scene, submission=False)
    scene.submit()
    assert "FK-02" in rules(scene, submission=True)  # the reviewer is shown the paper's own words
