"""What comes of a submitted assessment: grades, return, acceptance, conclusion."""

import datetime as dt
from uuid import UUID

import pytest
from sqlalchemy import select, text

from portal.data import tables
from portal.domain.access import Action, Actor
from portal.domain.assessment import AssessmentState, Grade
from portal.domain.deadlines import day_in_sweden
from portal.errors import Denied, Invalid, NotFound
from portal.services import deadlines, reviews
from tests.desk import BASE_URL, HOURS, LATER, PASSPORTS, Scene, decide
from tests.world import NOW, World


@pytest.fixture
def scene(world: World) -> Scene:
    """A submitted assessment with one paper."""
    scene = Scene(world)
    scene.paper("report.pdf", [PASSPORTS, HOURS])
    scene.submit()
    return scene


def last(scene: Scene) -> UUID:
    """The last submission."""
    return UUID(str(scene.world.rows(tables.Submission)[-1].id))


def grade(
    scene: Scene,
    chosen: str = "met",
    motivation: str = "The policy says so.",
    *,
    actor: Actor | None = None,
    now: dt.datetime = NOW,
) -> None:
    who = actor or scene.karin
    with scene.world.as_(who) as db:
        reviews.grade(
            db,
            who,
            scene.assessment,
            "PR1",
            submission_id=last(scene),
            chosen=chosen,
            motivation=motivation,
            now=now,
        )


def state(scene: Scene) -> str:
    (row,) = scene.world.rows(tables.Assessment, id=scene.assessment)
    return str(row.state)


def send_back(scene: Scene, observation: str = "Attach the audit report.") -> None:
    with scene.world.as_(scene.karin) as db:
        reviews.send_back(db, scene.karin, scene.assessment, observation=observation, now=LATER)


def test_questions_answers_and_papers_stand_side_by_side(scene: Scene) -> None:
    decide(scene, scene.karin, scene.flags(scene.world.rows(tables.Document)[0].id)[0], "confirmed")
    with scene.world.as_(scene.karin) as db:
        assessed = reviews.assessed(db, scene.karin, scene.assessment)
    asked = {each.question.id: each for _, section in assessed.sections for each in section}
    assert asked["T-01"].answer == {"adopted": "yes", "since": "2025-03-01"}
    (proof,) = asked["T-01"].proofs
    assert (proof.name, proof.flags, proof.open, proof.risk) == ("report.pdf", 2, 1, 1)
    assert asked["T-02"].proofs == ()
    (required,) = assessed.requirements
    assert required.proposal is not None
    assert (required.proposal.grade, required.proposal.because) == (Grade.MET, ("T-01",))
    assert required.grade is None
    assert Action.RETURN_ASSESSMENT in assessed.actions


def test_grades_are_kept_beside_each_other_and_the_newest_counts(scene: Scene) -> None:
    grade(scene, "partly", "The policy is a draft.")
    grade(scene, "partly", "The policy is a draft.", now=LATER)
    grade(scene, "met", "The board adopted it.", actor=scene.omar, now=LATER)
    with scene.world.as_(scene.karin) as db:
        (required,) = reviews.assessed(db, scene.karin, scene.assessment).requirements
    assert [one.motivation for one in required.grades] == [
        "The board adopted it.",
        "The policy is a draft.",
    ]
    assert required.grade is not None
    assert (required.grade.grade, required.grade.by) == (Grade.MET, "Omar Haddad")


@pytest.mark.parametrize(
    ("chosen", "motivation", "fields"),
    [
        ("", "Because.", {"grade"}),
        ("met", "  ", {"motivation"}),
        ("best", "", {"grade", "motivation"}),
        ("met", "x" * 4001, {"motivation"}),
    ],
)
def test_a_grade_needs_a_reason(
    scene: Scene, chosen: str, motivation: str, fields: set[str]
) -> None:
    with pytest.raises(Invalid) as refused:
        grade(scene, chosen, motivation)
    assert set(refused.value.fields) == fields
    assert scene.world.rows(tables.RequirementReview) == []


def test_only_known_requirements_are_graded(scene: Scene) -> None:
    with scene.world.as_(scene.karin) as db, pytest.raises(NotFound):
        reviews.grade(
            db, scene.karin, scene.assessment, "PR9", submission_id=last(scene),
            chosen="met", motivation="Because.", now=NOW,
        )  # fmt: skip


def test_a_returned_assessment_has_a_new_day_new_reminders_and_a_mail(scene: Scene) -> None:
    send_back(scene)
    (row,) = scene.world.rows(tables.Assessment, id=scene.assessment)
    assert (row.state, row.observation) == ("returned", "Attach the audit report.")
    due_on = day_in_sweden(row.due_at)
    assert due_on == dt.date(2026, 12, 8)
    waiting = scene.world.rows(tables.Reminder, state="waiting")
    assert {reminder.due_on for reminder in waiting} == {due_on}
    (bell,) = scene.world.rows(tables.Outbox, job="workers.jobs.tell_returned")
    assert bell.subject_id == scene.assessment

    def tell() -> None:
        with scene.world.as_worker() as db:
            deadlines.tell_of(db, scene.assessment, kind="returned", base_url=BASE_URL, now=LATER)

    tell()
    tell()
    (mail,) = scene.world.rows(tables.Notification, kind="returned")
    assert "Attach the audit report." in mail.text
    assert "Attach the audit report." in mail.html
    assert mail.user_id == scene.anna.user_id


def test_what_is_returned_twice_in_a_day_is_told_twice(scene: Scene) -> None:
    for minute in range(2):
        send_back(scene)
        with scene.world.as_worker() as db:
            deadlines.tell_of(db, scene.assessment, kind="returned", base_url=BASE_URL, now=LATER)
        scene.submit(now=LATER + dt.timedelta(minutes=minute))
    assert len(scene.world.rows(tables.Notification, kind="returned")) == 2


def test_a_return_needs_words(scene: Scene) -> None:
    for words in ("", " \n", "x" * 4001):
        with pytest.raises(Invalid) as refused:
            send_back(scene, words)
        assert "observation" in refused.value.fields
    assert state(scene) == "submitted"


def test_an_earlier_submission_can_be_read_and_not_graded(scene: Scene) -> None:
    first = last(scene)
    grade(scene, "partly", "The policy is a draft.")
    send_back(scene)
    with scene.world.as_(scene.karin) as db:
        waiting = reviews.assessed(db, scene.karin, scene.assessment)
        assert waiting.state == AssessmentState.RETURNED
        assert waiting.actions.isdisjoint({Action.ASSESS_REQUIREMENT, Action.ACCEPT_ASSESSMENT})
    with scene.world.as_owner() as db:
        db.execute(text("""update answer set value = '{"share": 90}' where question_id = 'T-06'"""))
    scene.submit(now=LATER)
    with scene.world.as_(scene.karin) as db:
        newest = reviews.assessed(db, scene.karin, scene.assessment)
        earlier = reviews.assessed(db, scene.karin, scene.assessment, number=1)
        with pytest.raises(NotFound):
            reviews.assessed(db, scene.karin, scene.assessment, number=3)
        with pytest.raises(Denied):
            reviews.grade(
                db, scene.karin, scene.assessment, "PR1", submission_id=first,
                chosen="met", motivation="Because.", now=LATER,
            )  # fmt: skip
    assert [each.number for each in newest.submissions] == [2, 1]
    assert newest.last
    assert not earlier.last
    assert not earlier.actions
    shares = [
        each.answer
        for assessed in (newest, earlier)
        for _, section in assessed.sections
        for each in section
        if each.question.id == "T-06"
    ]
    assert shares == [{"share": 90}, {"share": 80}]
    # The grade of what was handed in first does not count for what was handed in later.
    assert newest.requirements[0].grade is None
    assert newest.requirements[0].grades[0].number == 1
    assert earlier.requirements[0].grade is not None


def test_an_assessment_ends_when_every_requirement_is_graded(scene: Scene) -> None:
    with scene.world.as_(scene.karin) as db:
        with pytest.raises(Denied):
            reviews.conclude(db, scene.karin, scene.assessment, now=NOW)
        reviews.accept(db, scene.karin, scene.assessment, now=NOW)
    with scene.world.as_(scene.karin) as db, pytest.raises(Invalid) as refused:
        reviews.conclude(db, scene.karin, scene.assessment, now=NOW)
    assert refused.value.values == {"codes": "PR1"}
    grade(scene)
    with scene.world.as_(scene.karin) as db:
        reviews.conclude(db, scene.karin, scene.assessment, now=LATER)
    assert state(scene) == "assessed"
    with pytest.raises(Denied):
        grade(scene, "not_met", "After all not.")
    with pytest.raises(Denied):
        send_back(scene)


def test_an_accepted_assessment_is_not_returned(scene: Scene) -> None:
    with scene.world.as_(scene.karin) as db:
        reviews.accept(db, scene.karin, scene.assessment, now=NOW)
    with pytest.raises(Denied):
        send_back(scene)
    assert state(scene) == "accepted"


def test_nobody_else_grades_or_moves_it(scene: Scene) -> None:
    for other in scene.others():
        with pytest.raises((NotFound, Denied)):
            grade(scene, actor=other)
        for act in (reviews.accept, reviews.conclude):
            with scene.world.as_(other) as db, pytest.raises((NotFound, Denied)):
                act(db, other, scene.assessment, now=NOW)
        with scene.world.as_(other) as db, pytest.raises((NotFound, Denied)):
            reviews.send_back(db, other, scene.assessment, observation="More.", now=NOW)
    assert state(scene) == "submitted"
    assert scene.world.rows(tables.RequirementReview) == []


def test_the_audit_log_tells_each_step_without_its_words(scene: Scene) -> None:
    grade(scene, "partly", "Hemligt skäl")
    send_back(scene, "Hemlig begäran")
    with scene.world.as_owner() as db:
        lines = db.execute(select(tables.AuditEntry.entry)).scalars().all()
    told = " ".join(lines)
    assert '"assess_requirement"' in told
    assert '"return"' in told
    assert "Hemlig" not in told
