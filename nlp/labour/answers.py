"""Answers to a question about work that stands before them: "Do you keep passports? No."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.labour import parts
from nlp.labour.counts import COUNT
from nlp.labour.lacks import missed
from nlp.passages import Draft, Passage
from nlp.questions import question_of
from nlp.stance.answers import verdict
from nlp.verbs import has_predicate

_COUNTED = re.compile(rf"{COUNT}(?::| (?:\w+ ){{0,2}}(?:in|i|during|under|this|last)\b)")


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each topic of the question, where the passage opens with its answer."""
    question = question_of(passage)
    if question is None:
        return
    asked = passage.view.lower[question.start : question.end]
    answer = verdict(passage.lower.removeprefix("a: "), asked)
    if answer is None:
        return
    start, end = passage.clause_of(passage.start)
    drafts = list(parts.read(question, question.start, question.end, parts.under(passage)))
    topics = {draft.topic for draft in drafts}
    for draft in drafts:
        if draft.topic == "LAB.WAGE" and "LAB.FEES" in topics:
            continue  # "Do workers pay fees?" asks of the fees alone
        if answer.stance == "affirmed" and lays_down(asked):
            yield replace(
                draft, start=start, end=end, anchors=(), stance="required", bearing="support"
            )
            continue
        absent = missed(draft.topic, asked)
        bearing = absent if answer.absent else "support" if absent == "risk" else "risk"
        yield replace(
            draft, start=start, end=end, anchors=(), stance=answer.stance,
            bearing="risk" if answer.stance == "hedged" else bearing,
        )  # fmt: skip


_LAID_DOWN = re.compile(
    r"\b(?:polic(?:y|ies)|prohibit\w*|forbid\w*|banned|zero tolerance|must not|shall not|may not"
    r"|nolltolerans|förbj[ui]d\w*|förbud|får inte|ska inte)\b"
)


def lays_down(asked: str) -> bool:
    """Does a question or label in lower case name a rule, so that a yes tells that it holds?"""
    return bool(_LAID_DOWN.search(asked))


_LEAST_AGE = re.compile(r"minimum|lowest|youngest|lägsta|minsta|yngst")
_AGE = re.compile(r"(?:from |från |at least |minst )?\d{2}(?: years?(?: old)?| år)?\.?")


def told(passage: Passage) -> Iterator[Draft]:
    """What is told right behind a question on one topic, in words that name no topic."""
    question = question_of(passage)
    if question is None:
        return
    start, end = passage.start, passage.end
    drafts = list(parts.read(question, question.start, question.end, parts.under(passage)))
    if len({draft.topic for draft in drafts}) != 1:
        return
    asked, draft = drafts[0], parts.goes_on(passage, drafts[0].topic, start, end)
    aged = asked.topic == "LAB.CHILD" and _AGE.fullmatch(passage.lower.strip())
    if aged and _LEAST_AGE.search(question.lower):
        yield replace(draft, default="required")
    elif payer := asked.topic == "LAB.FEES" and _PAYER.fullmatch(passage.lower):
        bearing = "support" if payer["firm"] else "risk"
        yield replace(draft, stance="affirmed", bearing=bearing)
    elif (
        _OFTEN.fullmatch(passage.lower)
        or _COUNTED.match(passage.lower)
        or has_predicate(passage.view.lower, start, end)
    ):
        yield replace(draft, tone=asked.tone)


# "Who pays the fee? The employer."
_PAYER = re.compile(
    r"(?:(?:the|our|their|all by the|by the|paid by the|alltid) )?"
    r"(?:(?P<firm>employers?|company|factory|firm|mill|plant|we(?: do)?|arbetsgivaren|företaget"
    r"|fabriken|bolaget|vi(?: gör det)?)|(?:workers?|employees?|applicants?|migrants?"
    r"|arbetstagar(?:en|na)|arbetar(?:en|na)|de anställda|den anställde|sökanden))"
    r"(?: (?:itself|themselves|själva?|always|alltid|alone|ensam))?\W*"
)
# "Are fire drills held? Twice a year."
_OFTEN = re.compile(
    r"(?:(?:at least|minst|about|ungefär) )?(?:once|twice|(?:one|two|three|four|\d+) times"
    r"|(?:en|två|tre|fyra|\d+) gång(?:er)?|every|each|varje|varannan|vart? \w+|daily|weekly"
    r"|monthly|quarterly|yearly|annually|dagligen|månatligen|årligen|kvartalsvis)\b[^.;:]{0,30}\W*"
)
