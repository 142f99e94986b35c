"""The reviewer's queue and desk, on the real database through its own role."""

import datetime as dt
from uuid import UUID

import pytest
from sqlalchemy import insert, text

from portal.data import tables
from portal.domain.access import Actor
from portal.domain.flags import Family
from portal.errors import Denied, NotFound
from portal.services import reviews
from portal.services.reviews import Choice, Due, Filters, Kind, Line, Order
from tests.desk import (
    HOURS,
    NOTHING_FOUND,
    PASSPORTS,
    TRACES,
    VIETNAM,
    Says,
    Scene,
    counted,
    decide,
)
from tests.world import NOW


def lines(scene: Scene, actor: Actor, filters: Filters | None = None) -> tuple[Line, ...]:
    with scene.world.as_(actor) as db:
        return reviews.queue(db, actor, filters or Filters(), now=NOW).lines


# The queue ------------------------------------------------------------------------------------


def test_the_worst_document_comes_first(scene: Scene) -> None:
    mild = scene.paper("mild.pdf", [VIETNAM])
    severe = scene.paper("severe.pdf", [PASSPORTS], at="T-02")
    risky = scene.paper("risky.pdf", [HOURS, TRACES], at="T-02")
    scene.submit()
    found = lines(scene, scene.karin)
    assert [line.id for line in found] == [severe, risky, mild]
    assert found[0].load.severe == 1
    assert (found[1].load.risk, found[1].load.open) == (2, 2)
    assert found[1].load.families == {Family.LAB: 1, Family.CHEM: 1}


def test_a_decided_document_leaves_and_its_assessment_comes(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    assert [line.kind for line in lines(scene, scene.karin)] == [Kind.DOCUMENT]
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed")
    (line,) = lines(scene, scene.karin)
    assert (line.kind, line.id) == (Kind.ASSESSMENT, scene.assessment)
    assert line.supplier == "Lindmark Textil AB"


def test_nothing_is_in_the_queue_before_submission(scene: Scene) -> None:
    scene.paper("report.pdf", [PASSPORTS])
    assert lines(scene, scene.karin) == ()


def test_the_queue_can_be_narrowed(scene: Scene) -> None:
    labour = scene.paper("labour.pdf", [PASSPORTS, TRACES])
    scene.paper("origin.pdf", [VIETNAM], at="T-02")
    scene.submit()
    (line,) = lines(scene, scene.karin, Filters(family=Family.LAB))
    assert (line.id, line.load.open) == (labour, 1)
    assert lines(scene, scene.karin, Filters(supplier=scene.buyer)) == ()
    assert len(lines(scene, scene.karin, Filters(supplier=scene.supplier))) == 2
    assert lines(scene, scene.karin, Filters(due=Due.PASSED)) == ()
    assert len(lines(scene, scene.karin, Filters(due=Due.MONTH))) == 2


def test_what_has_waited_longest_can_come_first(scene: Scene) -> None:
    severe = scene.paper("severe.pdf", [PASSPORTS])
    long = scene.new_assessment()
    mild = scene.paper("mild.pdf", [VIETNAM], assessment=long)
    scene.submit()
    scene.submit(long)
    with scene.world.as_owner() as db:
        db.get_one(tables.Assessment, long).submitted_at = NOW - dt.timedelta(days=20)
    assert [line.id for line in lines(scene, scene.karin)] == [severe, mild]
    by_due = lines(scene, scene.karin, Filters(order=Order.DUE))
    assert [line.id for line in by_due] == [mild, severe]


def test_a_paper_of_two_assessments_stands_once(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [HOURS])
    second = scene.new_assessment()
    with scene.world.as_owner() as db:
        scene._lay(db, paper, second, "T-01")
    scene.submit()
    scene.submit(second)
    assert [line.id for line in lines(scene, scene.karin)] == [paper]


@pytest.mark.parametrize("order", Order)
def test_every_line_stands_on_one_page_of_the_queue(scene: Scene, order: Order) -> None:
    for number in range(7):
        scene.paper(f"{number}.pdf", [HOURS] if number % 2 else [VIETNAM], at="T-02")
    scene.paper("needed.pdf", [PASSPORTS])
    scene.submit()
    whole = [line.id for line in lines(scene, scene.karin, Filters(order=order))]
    seen: list[UUID] = []
    after: str | None = None
    while True:
        with scene.world.as_(scene.karin) as db:
            page = reviews.queue(
                db, scene.karin, Filters(order=order), now=NOW, after=after, most=3
            )
        assert page.open == 8
        seen += [line.id for line in page.lines]
        after = page.next
        if after is None:
            break
    assert seen == whole
    assert len(set(seen)) == 8


def test_a_page_that_was_made_up_begins_at_the_top(scene: Scene) -> None:
    scene.paper("report.pdf", [HOURS])
    scene.submit()
    with scene.world.as_(scene.karin) as db:
        for made_up in ("", "1", "1_2_3_4_5_6", "a_b_c_d_e_f"):
            page = reviews.queue(db, scene.karin, Filters(), now=NOW, after=made_up)
            assert len(page.lines) == 1


def test_the_queue_takes_one_statement_however_long_it_is(scene: Scene) -> None:
    for number in range(12):
        scene.paper(f"{number}.pdf", [HOURS, VIETNAM, TRACES], at="T-02")
    scene.paper("needed.pdf", [PASSPORTS])
    scene.submit()
    with counted(scene.world.app) as statements, scene.world.as_(scene.karin) as db:
        reviews.queue(db, scene.karin, Filters(), now=NOW)
    assert len(statements) == 1


def test_the_queue_counts_ten_thousand_flags(scene: Scene) -> None:
    papers = [scene.paper(f"{n}.pdf", [HOURS], at="T-02") for n in range(20)]
    scene.paper("needed.pdf", [PASSPORTS])
    scene.submit()
    with scene.world.as_owner() as db:
        db.execute(
            text(
                "insert into flag select uuidv7(), document_id, supplier_id, key || n, page, start,"
                ' "end", quote, topic, stance, bearing, severe, value, score, rule, pack, cues,'
                " boxes, rules_version, flagged_at, key || n from flag, generate_series(1, 499) n"
                " where document_id = any(:papers)"
            ),
            {"papers": papers},
        )
    with scene.world.as_(scene.karin) as db:
        page = reviews.queue(db, scene.karin, Filters(), now=NOW)
    assert page.open == 10_001
    assert len(page.lines) == 21


# A document on the desk ------------------------------------------------------------------------


def test_flags_come_gravest_first_or_by_page(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [NOTHING_FOUND, HOURS, VIETNAM, PASSPORTS])
    scene.submit()
    with scene.world.as_(scene.karin) as db:
        worst = reviews.marked(db, scene.karin, paper).flags
        by_page = reviews.marked(db, scene.karin, paper, by_page=True).flags
    assert [flag.quote for flag in worst[:2]] == [PASSPORTS.words, HOURS.words]
    assert [flag.quote for flag in by_page] == [
        NOTHING_FOUND.words, HOURS.words, PASSPORTS.words, VIETNAM.words,
    ]  # fmt: skip


def test_a_flag_tells_which_words_decided_it(scene: Scene) -> None:
    lead_in = Says("Heading", "LAB.CHILD", stance="required", cue="Heading")
    paper = scene.paper("report.pdf", [PASSPORTS, lead_in])
    # A cue outside the quote, as the lead-in of a list is, is read from the page.
    with scene.world.as_owner() as db:
        db.execute(text("update flag set cues = '[[0, 7]]' where topic = 'LAB.FORCED'"))
    scene.submit()
    with scene.world.as_(scene.karin) as db:
        flags = reviews.marked(db, scene.karin, paper).flags
    assert {flag.topic: flag.cues for flag in flags} == {
        "LAB.FORCED": ("Heading",),
        "LAB.CHILD": ("Heading",),
    }


def test_a_flag_brings_the_answer_it_was_held_against(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    with scene.world.as_owner() as db:
        submission = db.execute(text("select id from submission")).scalar_one()
        db.execute(
            insert(tables.Finding).values(
                assessment_id=scene.assessment,
                supplier_id=scene.supplier,
                buyer_id=scene.buyer,
                submission_id=submission,
                rule="X",
                kind="contradiction",
                question_id="T-01",
                document_id=paper,
                flag_id=flag.id,
                page=1,
                quote=flag.quote,
                values={"sentence": "They differ.", "said": {}, "value": {}, "more": 0},
            )
        )
    with scene.world.as_(scene.karin) as db:
        (marked,) = reviews.marked(db, scene.karin, paper).flags
        assessed = reviews.assessed(db, scene.karin, scene.assessment)
    (met,) = marked.met
    assert (met.question.id, met.answer["adopted"]) == ("T-01", "yes")
    assert [found.sentence for found in assessed.found] == ["They differ."]


def test_the_desk_opens_at_the_first_open_flag(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, VIETNAM])
    scene.submit()
    decide(scene, scene.karin, scene.flags(paper)[0], "confirmed")
    with scene.world.as_(scene.karin) as db:
        desk = reviews.desk(db, scene.karin, paper)
        assert desk.chosen is not None
        assert desk.leaf is not None
        assert (desk.chosen.quote, desk.leaf.number) == (VIETNAM.words, 2)
        assert reviews.desk(db, scene.karin, paper, page=1).chosen is None
        with pytest.raises(NotFound):
            reviews.desk(db, scene.karin, paper, page=9)


def test_a_document_takes_as_many_statements_for_two_flags_as_for_forty(scene: Scene) -> None:
    few = scene.paper("few.pdf", [PASSPORTS, HOURS])
    many = [
        Says(f"{n} hours a week", "LAB.HOURS", value={"hours_per_week": f"{n}"}, page=n % 3 + 1)
        for n in range(41, 81)
    ]
    full = scene.paper("full.pdf", many, at="T-02")
    scene.submit()
    taken = []
    for paper in (few, full):
        with counted(scene.world.app) as statements, scene.world.as_(scene.karin) as db:
            reviews.desk(db, scene.karin, paper)
        taken.append(len(statements))
    assert taken[0] == taken[1]


# Who may --------------------------------------------------------------------------------------


def test_only_reviewers_of_the_buyer_read_and_decide(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    choice = Choice(kind="confirmed")
    for other in scene.others():
        with scene.world.as_(other) as db:
            with pytest.raises((NotFound, Denied)):
                reviews.desk(db, other, paper)
            with pytest.raises((NotFound, Denied)):
                reviews.assessed(db, other, scene.assessment)
            with pytest.raises((NotFound, Denied)):
                reviews.decide_flag(db, other, paper, flag.id, choice, now=NOW)
    with scene.world.as_(scene.stranger) as db:
        assert reviews.queue(db, scene.stranger, Filters(), now=NOW).lines == ()
        assert reviews.suppliers(db, scene.stranger) == []
    assert scene.world.rows(tables.FlagDecision) == []


def test_a_draft_is_closed_to_its_reviewer(scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    (flag,) = scene.flags(paper)
    with scene.world.as_(scene.karin) as db:
        with pytest.raises(Denied):
            reviews.assessed(db, scene.karin, scene.assessment)
        with pytest.raises(NotFound):
            reviews.desk(db, scene.karin, paper)
        with pytest.raises(NotFound):
            reviews.decide_flag(db, scene.karin, paper, flag.id, Choice(kind="confirmed"), now=NOW)
        # The role itself is shown nothing, whatever the services do.
        for table in ("flag", "page", "document", "answer", "evidence", "submission", "finding"):
            assert db.execute(text(f"select count(*) from {table}")).scalar_one() == 0
