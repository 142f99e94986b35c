"""Answers right under a question that names a list or a group: "SVHC?" over "None above 0.1 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp import values
from nlp.chemicals.things import GROUP
from nlp.lines import ROW
from nlp.matching import Hit
from nlp.passages import Draft, Passage

_KINDS = ("list", "group")
_GAP = 4  # characters between a question and its answer
_ANSWER = re.compile(
    r"(?:(?P<no>no|nej|none|inga|ingen|inget|nothing|aldrig|not (?:used|present|contained|added)"
    r"|används inte|ingår inte|förekommer inte)|(?P<yes>yes|ja|jo)"
    r"|(?P<doubt>troligen|sannolikt|probably|supplier says|såvitt|så vitt|to our knowledge|unknown"
    r"|vet ej|okänt|not (?:known|tested)|(?:ej|inte) (?:testa|undersök|analysera|prova)\w*))\b"
)


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each list and group of the question, where the sentence names none itself."""
    answer = _ANSWER.match(passage.lower)
    if answer is None or passage.unit.kind == ROW or not _is_first(passage):
        return
    if any(hit.rule.kind in (*_KINDS, "substance") for hit in passage.hits):
        return
    for hit in _asked(passage):
        topic = GROUP if hit.rule.kind == "group" else "CHEM.LIST"
        value = {"group" if topic == GROUP else "list": hit.rule.name}
        if topic != GROUP and (days := _days(passage)):
            value["date"] = days[-1].day.isoformat()
        start, end = passage.clause_of(passage.start)
        yield Draft(
            topic, start, end, (), hit.rule.id, hit.rule.pack, value, tone="bad",
            default="affirmed" if answer["yes"] else "denied" if answer["no"] else "",
        )  # fmt: skip


def _days(passage: Passage) -> list[values.Day]:
    return list(values.days(passage.view.text, passage.start, passage.end, near=passage.today))


def _is_first(passage: Passage) -> bool:
    heading, text = passage.unit.heading, passage.view.text
    before = text[max(0, passage.start - len(heading) - _GAP) : passage.start].rstrip()
    return heading.endswith("?") and before.endswith(heading)


def _asked(passage: Passage) -> list[Hit]:
    """The lists and groups of the question, each once; a list's other names are passed over."""
    found: dict[tuple[str, str], Hit] = {}
    for hit in passage.head_hits:
        if hit.rule.kind in _KINDS and hit.rule.name != "other":
            found.setdefault((hit.rule.kind, hit.rule.name), hit)
    return list(found.values())
