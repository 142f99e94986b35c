"""What an answer asks of a person: a deviation to decide on, a thing to follow up."""

from portal.domain.answers.standing import EMPTY, Answer, asked_parts, is_set_aside
from portal.domain.questionnaire import Part, Question


def proposes_deviation(question: Question, answer: Answer | None) -> bool:
    """Whether a starred question was answered with no, nothing, 0 per cent or "cannot".

    It is a proposal: only a person decides on a deviation.
    """
    given = answer or EMPTY
    if not question.star:
        return False
    if is_set_aside(question, given):
        return given.get("instead") == "cannot"
    return any(_says_no(part, given.get(part.id)) for part in asked_parts(question, given))


def needs_follow_up(question: Question, answer: Answer | None) -> bool:
    """Whether a question with a diamond was answered with yes or unknown."""
    given = answer or EMPTY
    return question.diamond and given.get(question.parts[0].id) in ("yes", "unknown")


def _says_no(part: Part, value: object) -> bool:
    if part.type == "percentage":
        return value == 0 and value is not None
    said = value if isinstance(value, list) else [value]
    return "no" in said or any(choice.none and choice.id in said for choice in part.choices)
