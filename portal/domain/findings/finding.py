"""Where answers and documents meet: goes through the rules and quotes both sides."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from portal.domain.findings.conditions import Answers
from portal.domain.findings.facts import AnswerFact, Finding, FindingKind, FlagFact
from portal.domain.findings.rules import ANY_QUESTION, MEETINGS, SUPPORTS, Meeting, Support
from portal.domain.flags import rank, subject

_ORDER: Final = tuple(FindingKind)


def find(
    questionnaire_answers: Iterable[AnswerFact], flags: Iterable[FlagFact], today: date
) -> tuple[Finding, ...]:
    """All findings of an assessment, the gravest kind first, then in the order of the questions.

    ``questionnaire_answers`` holds one fact for each question that is asked, blank ones too;
    ``flags`` those of every document that is evidence in it. The same facts and day give the
    same findings. A finding decides nothing.
    """
    answers = {answer.question_id: answer for answer in questionnaire_answers}
    read = sorted(flags, key=lambda flag: (rank(flag), str(flag.id)))
    place = {question_id: number for number, question_id in enumerate(answers)}
    findings = [
        *(each for rule in MEETINGS for each in _meet(rule, answers, read, today)),
        *(each for rule in SUPPORTS for each in _unsupported(rule, answers, read, today)),
    ]
    return tuple(
        sorted(
            findings,
            key=lambda each: (
                _ORDER.index(each.kind),
                place[each.question_id],
                each.rule,
                str(each.document_id),
                each.page or 0,
            ),
        )
    )


def _meet(
    rule: Meeting, answers: Answers, read: Iterable[FlagFact], today: date
) -> Iterator[Finding]:
    for answer in _answers_of(rule, answers):
        together: dict[object, list[FlagFact]] = {}
        for flag in read:
            own = rule.question_id != ANY_QUESTION or flag.document_id in answer.documents
            if own and rule.flag.holds(flag, answers, today):
                named = (subject(flag.value) or flag.quote) if rule.each else ()
                together.setdefault((flag.document_id, named), []).append(flag)
        for gravest, *others in together.values():
            yield Finding(
                rule=rule.id,
                kind=rule.kind,
                sentence=rule.sentence,
                question_id=answer.question_id,
                said=_said(rule, answer),
                flag_id=gravest.id,
                document_id=gravest.document_id,
                page=gravest.page,
                quote=gravest.quote,
                value=gravest.value,
                more=len(others),
            )


def _answers_of(rule: Meeting, answers: Answers) -> list[AnswerFact]:
    if rule.question_id == ANY_QUESTION:
        asked = list(answers.values())
    else:
        asked = [answers[rule.question_id]] if rule.question_id in answers else []
    return [each for each in asked if rule.answer is None or rule.answer.holds(each)]


def _said(rule: Meeting | Support, answer: AnswerFact) -> Mapping[str, object]:
    if rule.answer is None:
        return dict(answer.value)
    part = rule.answer.part
    return {part: answer.value[part]} if part in answer.value else {}


def _unsupported(
    rule: Support, answers: Answers, read: Iterable[FlagFact], today: date
) -> Iterator[Finding]:
    answer = answers.get(rule.question_id)
    if answer is None or not answer.documents or not rule.answer.holds(answer):
        return
    own = (flag for flag in read if flag.document_id in answer.documents)
    if not any(rule.flag.holds(flag, answers, today) for flag in own):
        yield Finding(
            rule=rule.id,
            kind=FindingKind.GAP,
            sentence=rule.sentence,
            question_id=answer.question_id,
            said=_said(rule, answer),
        )
