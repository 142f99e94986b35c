"""Answers to what a form asks: "SVHC?" over "None above 0.1 %", a box ticked for yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp import values
from nlp.chemicals.things import GROUP, SUBSTANCE, named_thing, spelt, things
from nlp.denying import turned
from nlp.layout.boxes import blank
from nlp.layout.lines import ROW
from nlp.matching import Hit, outermost
from nlp.passages import Draft, Passage
from nlp.questions import question_before
from nlp.stance.answers import asked_before

_KINDS = ("list", "group", "substance")
_ANSWER = re.compile(
    r"(?:(?P<no>no|nej|none|inga|ingen|inget|nothing|aldrig|not (?:used|present|contained|added)"
    r"|används inte|ingår inte|förekommer inte)|(?P<yes>yes|ja|jo)"
    r"|(?P<doubt>troligen|sannolikt|probably|supplier says|såvitt|så vitt|to our knowledge|unknown"
    r"|vet ej|okänt|not (?:known|tested)|(?:ej|inte) (?:testa|undersök|analysera|prova)\w*))\b"
)


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each thing of the question, where the sentence names none itself."""
    answer, mark = _ANSWER.match(passage.lower), _mark(passage)
    if passage.unit.kind == ROW or question_before(passage) is None:
        return
    if mark is None and (answer is None or blank(passage.words)):
        return
    if any(hit.rule.kind in _KINDS for hit in passage.hits):
        return
    given = mark[2] if mark else _given(answer)
    told = _told(given, passage.unit.heading.lower())
    if told is None:
        return
    for hit in _asked(passage):
        topic, value = _value(passage, hit)
        start, end = passage.clause_of(passage.start)
        yield Draft(
            topic, start, end, (), hit.rule.id, hit.rule.pack, value, tone="bad",
            default="" if mark else told, stance=told if mark else "",
        )  # fmt: skip


def _given(answer: re.Match[str] | None) -> str:
    """The stance of a yes or no; "" of what is in doubt, whose own words tell it."""
    if answer is None:
        return ""
    return "affirmed" if answer["yes"] else "denied" if answer["no"] else ""


def _told(given: str, question: str) -> str | None:
    """What an answer says of the thing asked for; None where "Tested for PFAS?" is answered yes."""
    if _TEST.search(question):
        return {"affirmed": None, "denied": "hedged"}.get(given, given)
    return turned(given, question)


_TEST = re.compile(
    r"\b(?:testa[dt]|prova[dt]|analysera[dt]|undersök[td]|kontrollera[dt])\w*"
    r"|\b(?:tested|analy[sz]ed|screened|examined)\b"
)


def _value(passage: Passage, hit: Hit) -> tuple[str, dict[str, str]]:
    """Topic and value of what is asked for, with the day or the figure of the answer."""
    if hit.rule.kind == "group":
        return GROUP, {"group": hit.rule.name}
    if hit.rule.kind == "list":
        days = _days(passage)
        date = {"date": days[-1].day.isoformat()} if days else {}
        return "CHEM.LIST", {"list": hit.rule.name} | date
    written = passage.unit.heading[hit.start : hit.end]
    figures = values.amounts(passage.view.text, passage.start, passage.end)
    figure = next((one for one in figures if one.unit), None)
    named = named_thing(hit.rule, hit.start, hit.end, written).value
    return SUBSTANCE, named | (figure.values() if figure else {})


# "Latex: ☒ Nej ☐ Ja", "PFAS in cover [ ] yes [x] no": what was ticked, up to its word.
_TICKED = re.compile(
    r"(?:[☒☑✓✔]|\[x\]|\(x\)) ?(?:(?P<no>nej|no|inga|none|ingår inte|används inte|not used)"
    r"|(?P<yes>ja|yes|ingår|används|used)"
    r"|(?P<doubt>vet ej|vet inte|okänt|unknown|do not know|don't know|not known"
    r"|(?:ej|inte) testa\w*|not tested|oklart|unsure))\b"
)


# "Ja ☐ Nej ☒": each box behind its word
_BOX = r"(?P<{}>[☐☒☑✓✔]|\[[ x]?\]|\([ x]?\))"
_BEHIND = re.compile(
    rf"(?<![☐☒☑✓✔\])] )(?<![☐☒☑✓✔\])])\b(?P<first>ja|yes|nej|no) ?{_BOX.format('one')}[\s|]*"
    rf"(?:ja|yes|nej|no) ?{_BOX.format('other')}"
)
_EMPTY = re.compile(r"☐|[\[(] ?[\])]")


def _mark(passage: Passage) -> tuple[int, int, str] | None:
    """Start, end and stance of the box that is ticked, with its word; None where none is."""
    lower = passage.view.lower
    if behind := _BEHIND.search(lower, passage.start, passage.end):
        empty = [bool(_EMPTY.match(behind[box])) for box in ("one", "other")]
        if empty[0] == empty[1]:
            return None
        present = (behind["first"] in ("ja", "yes")) != empty[0]
        return *behind.span(), "affirmed" if present else "denied"
    found = _TICKED.search(lower, passage.start, passage.end)
    if found is None:
        return None
    stance = "denied" if found["no"] else "affirmed" if found["yes"] else "hedged"
    return *found.span(), stance


def ticked(passage: Passage) -> list[Draft]:
    """One draft for each thing or list before a ticked box that answers yes, no or unknown."""
    mark = _mark(passage)
    if mark is None:
        return []
    first, last, told = mark
    before = passage.start, first
    stance = turned(told, asked_before(passage.view.lower[passage.start : first]))
    named = [
        Draft(
            thing.topic, thing.start, last, ((thing.start, thing.end),), thing.rule,
            thing.pack, thing.value, tone="bad" if thing.listed else "plain", stance=stance,
        )
        for thing in things(passage, *before)
    ]  # fmt: skip
    days = {"date": _days(passage)[-1].day.isoformat()} if _days(passage) else {}
    return named or [
        Draft(
            "CHEM.LIST", hit.start, last, ((hit.start, hit.end),), hit.rule.id,
            hit.rule.pack, {"list": hit.rule.name} | days, tone="bad", stance=stance,
        )
        for hit in outermost(passage.of("list"))
        if hit.end <= first and hit.rule.name != "other"
    ]  # fmt: skip


def _days(passage: Passage) -> list[values.Day]:
    return list(values.days(passage.view.text, passage.start, passage.end, near=passage.today))


def _asked(passage: Passage) -> list[Hit]:
    """The things of the question, each once; a list's other names are passed over."""
    found: dict[tuple[str, str], Hit] = {}
    for hit in passage.head_hits:
        written = passage.unit.heading[hit.start : hit.end]
        if hit.rule.kind in _KINDS and hit.rule.name != "other" and spelt(hit.rule, written):
            found.setdefault((hit.rule.kind, hit.rule.name), hit)
    return list(found.values())
