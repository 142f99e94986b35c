"""The dates a document gives of itself, each told by the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp import values
from nlp.facts.face import Face, Line
from nlp.facts.fact import Fact
from nlp.facts.owning import Dated, is_of_another, speaks_of_itself
from nlp.matching import Hit
from nlp.values import Moment
from nlp.verbs import has_verb

_OWN = ("issued", "signed", "valid_from", "valid_to", "revised")
_LABELS = (*_OWN, "adopted", "audit", "valid", "other_date")
_REACH = 60  # characters between a label and its date
_DEEP = 22  # characters of a line before a weak label that still heads it
_HEAD_LINES = 14  # lines in which a date without a label is the document's own
_SHORT = 8  # words of a line that such a date ends
_CLOSING = 6  # last lines, in which a paper tells its date at its end
_AUDITED = 3  # lines of the head in which a paper without a kind says that it is of an audit
_OF_TIME = re.compile(
    r"\b(?:from|until|till|to|by|before|since|senast|från|sedan|efter|före)\s"
    r"(?:den\s|the\s)?$|\w-$"
)
_REVISION = re.compile(r"\brevision\w*\W+(?:\d{1,2}\W+)?$")  # and the first of its days
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANGE = re.compile(r"\s*(?:-{1,3}|/|to|until|till|till och med|t\.?o\.?m\.?|through|and|och)\s*")
_BETWEEN = re.compile(r"[\s:.|-]*(?:(?:den|the|on)\s)?")  # a label and its date
_SPAN = re.compile(_RANGE.pattern + r"\d")  # goes on to a second day
_VERSION = re.compile(r"[\s.:]*[\w.]{1,5},\s*")
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w.-]*(?:\s[^\W\d_]\w*){0,2}),?\s+(?:den\s|the\s)?\s*")
_RULES = ("label", "adopted", "place", "date", "alone", "audit")
_LABEL, _ADOPTED, _PLACED, _WEAK, _ALONE, _AUDIT = range(len(_RULES))  # the surest first


@dataclass(frozen=True, slots=True)
class _Told:
    """A date and what it is a date of; the lowest `rank` of a name is kept."""

    name: str
    rank: int
    fact: Fact


def dates(face: Face, kind: str) -> Iterator[Fact]:
    """At most one date of each name, the surest and then the first."""
    best: dict[str, _Told] = {}
    for told in _told(face, kind):
        if told.name not in best or told.rank < best[told.name].rank:
            best[told.name] = told
    return (best[name].fact for name in _OWN if name in best)


def _told(face: Face, kind: str) -> Iterator[_Told]:
    above: Line | None = None
    foot = {id(line) for line in face.foot}
    closing = {id(line) for line in face.foot[-_CLOSING:] if _begins_issued(line)}
    audited = _is_of_audit(face, kind)
    for row, line in enumerate(face.lines):
        earlier: tuple[str, Moment] | None = None
        for moment in _moments(line, above):
            name, rank = _named(line, above, moment, earlier)
            if name == "revised" and audited and _says_audit(line, moment):
                name, rank = "issued", _AUDIT
            if (rank == _WEAK and row >= _HEAD_LINES) or (rank == _AUDIT and not audited):
                name = "other_date"
            if rank == _WEAK and _is_span(line, moment):
                name = "other_date"  # the days of a visit or a period
            if not name and id(line) in foot and _signs(line, moment):
                name, rank = "signed", _PLACED
            elif not name and row < _HEAD_LINES and _stands_alone(line, moment):
                name, rank = "issued", _ALONE
            earlier = (name, moment)
            below = rank == _LABEL and row >= _HEAD_LINES
            later = line.page != face.lines[0].page
            dated = Dated(line, moment, below, later, id(line) in closing)
            if name in _OWN and not is_of_another(dated, name, kind):
                span = (moment.start, moment.end)
                yield _Told(name, rank, line.fact(name, moment.iso, span, f"date.{_RULES[rank]}"))
        above = line


def _says_audit(line: Line, moment: Moment) -> bool:
    """Is it told by the Swedish word that an audit and a revision have in common?"""
    return line.language != "en" and bool(_REVISION.search(line.lower, 0, moment.start))


def _begins_issued(line: Line) -> bool:
    return any(not hit.start for hit in line.of("label", "issued"))


def _is_of_audit(face: Face, kind: str) -> bool:
    if kind:
        return kind.startswith("audit_")
    return any(line.of("set", "audit") for line in face.head[:_AUDITED])


def _moments(line: Line, above: Line | None) -> Iterator[Moment]:
    """The dates of a line; most lines have no year, which is quicker to see."""
    if _YEAR.search(line.text):
        yield from values.moments(line.text, 0, len(line.text))
        return
    until = -1  # where a short date ended, which a second one of a range may follow
    for moment in values.short_moments(line.text, years_first=_is_swedish(line, above)):
        follows = until >= 0 and _RANGE.fullmatch(line.lower, until, moment.start)
        if follows or _is_labelled(line, above, moment):
            until = moment.end
            yield moment


def _is_swedish(line: Line, above: Line | None) -> bool:
    """Is the paper in Swedish, or at least what a date is told by?"""
    labels = [*line.of("label", *_LABELS), *(above.of("label", *_LABELS) if above else ())]
    return line.language == "sv" or any(hit.language == "sv" for hit in labels)


def _is_labelled(line: Line, above: Line | None, moment: Moment) -> bool:
    """Does a date stand right behind its label, with nothing between, or below one?"""
    before = line.of("label", *_LABELS)
    if any(_BETWEEN.fullmatch(line.lower, hit.end, moment.start) for hit in before):
        return True
    begins = not line.text[: moment.start].strip()
    return begins and above is not None and _label_above(line, above, moment) is not None


def _named(
    line: Line, above: Line | None, moment: Moment, earlier: tuple[str, Moment] | None
) -> tuple[str, int]:
    """What the words before a date say that it is: a name and its rank; "" where they do not."""
    if earlier and _RANGE.fullmatch(line.lower, earlier[1].end, moment.start):
        return "valid_to" if earlier[0] == "valid_from" else "other_date", _LABEL
    begin = earlier[1].end if earlier else 0
    for hit in reversed(line.of("label", *_LABELS)):
        if begin <= hit.start and hit.end <= moment.start <= hit.end + _REACH:
            return _valid(line, hit, moment) if hit.rule.name == "valid" else _ranked(line, hit)
    if any(
        _VERSION.fullmatch(line.lower, v.end, moment.start) for v in line.of("label", "version")
    ):
        return "issued", _WEAK
    if above and (label := _label_above(line, above, moment)):
        if label.rule.name == "valid":
            return ("valid_from" if _is_span(line, moment) else "other_date"), _LABEL
        return _ranked(above, label)
    return "", _ALONE


def _valid(line: Line, hit: Hit, moment: Moment) -> tuple[str, int]:
    """A bare "valid" right before two days tells the first and the last; else it tells none.

    It is said of the paper where nothing or the paper itself stands before it.
    """
    alone = not line.text[: hit.start].rpartition("\t")[2].strip() or speaks_of_itself(line)
    near = alone and _BETWEEN.fullmatch(line.lower, hit.end, moment.start)
    return ("valid_from" if near and _is_span(line, moment) else "other_date"), _LABEL


def _is_span(line: Line, moment: Moment) -> bool:
    return bool(_SPAN.match(line.lower, moment.end))


def _label_above(line: Line, above: Line, moment: Moment) -> Hit | None:
    """The label that alone ends the line above, over a date that begins or ends its own."""
    labels = above.of("label", *_LABELS)
    before, after = line.text[: moment.start].rstrip(" :|-"), line.text[moment.end :]
    if not labels or (before.strip() and not before.endswith("\t") and after.strip(" .")):
        return None
    label = labels[-1]
    ends = label.end >= len(above.text.rstrip(" :\t"))
    begins = not label.start or above.text[label.start - 1] == "\t"
    return label if ends and begins else None


def _ranked(line: Line, hit: Hit) -> tuple[str, int]:
    if hit.rule.name in ("adopted", "audit"):
        return "issued", _ADOPTED if hit.rule.name == "adopted" else _AUDIT
    if hit.rule.weight == "strong":
        return hit.rule.name, _LABEL
    begins = hit.start <= _DEEP or line.text[hit.start - 1] == "\t"
    return (hit.rule.name, _WEAK) if begins else ("other_date", _WEAK)


def _signs(line: Line, moment: Moment) -> bool:
    """A line at the foot that holds a place and a date, and nothing else."""
    if line.text[moment.end :].strip(" ."):
        return False
    if _OF_TIME.search(line.lower, 0, moment.start):
        return False
    return bool(_PLACE.fullmatch(line.text, 0, moment.start))


def _stands_alone(line: Line, moment: Moment) -> bool:
    """A date at the end of a short line at the head."""
    rest = line.text[moment.end :].strip(" .")
    words = line.text[: moment.start].split()
    if _OF_TIME.search(line.lower, 0, moment.start):
        return False
    return not rest and len(words) <= _SHORT and not has_verb(line.lower, 0, moment.start)
