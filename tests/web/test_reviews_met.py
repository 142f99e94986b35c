"""What the answers say of the same thing as a flag, told once."""

from uuid import UUID

from portal.domain.findings import FindingKind
from portal.questionnaires import default_questionnaire
from portal.services.reviews import Met
from portal.web.views.reviews.met import met_once

CAUSED = default_questionnaire().question("P3-01")
DIFFER = "The answer says no. The paper says yes."


def met(title: str, *, caused: str = "no", sentence: str = DIFFER) -> Met:
    return Met(
        assessment_id=UUID(int=len(title)),
        title=title,
        kind=FindingKind.CONTRADICTION,
        sentence=sentence,
        question=CAUSED,
        answer={"caused": caused},
    )


def address(one: Met) -> str:
    return f"/{one.assessment_id.int}#q-{one.question.id}"


def test_the_same_answer_in_two_assessments_is_told_once_with_both() -> None:
    (told,) = met_once([met("Beds"), met("Chairs")], "en", address)
    assert told.sentence == DIFFER
    (said,) = told.said
    assert said.id == "P3-01"
    assert said.places == (("Beds", "/4#q-P3-01"), ("Chairs", "/6#q-P3-01"))


def test_other_answers_are_told_each_with_its_assessment() -> None:
    (told,) = met_once([met("Beds"), met("Chairs", caused="partly")], "en", address)
    assert [[title for title, _ in said.places] for said in told.said] == [["Beds"], ["Chairs"]]


def test_each_way_to_go_together_has_its_own_sentence() -> None:
    told = met_once([met("Beds"), met("Beds", sentence="They agree.")], "en", address)
    assert [one.sentence for one in told] == [DIFFER, "They agree."]
