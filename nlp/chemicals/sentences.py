"""Substances and groups named in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp import identifiers, values
from nlp.chemicals import limits
from nlp.chemicals.figures import figure_of
from nlp.chemicals.named import HOLDS, only_named
from nlp.chemicals.things import SUBSTANCE, Thing, things
from nlp.chemicals.verdicts import verdict
from nlp.denying import NOT_THERE
from nlp.layout.sections import COMPOSITION
from nlp.passages import Draft, Passage
from nlp.verbs import has_predicate

_MEASURED = re.compile(r"mg/kg|ppm|µg|ppb|\bloq|påvis|detect|\bprov\b|sample|uppmätt|measured")
_ANSWERED_NO = re.compile(
    r"(?::| -)\s*(?:nej|no|none|inga|ej|not used|används inte"
    r"|noll|zero|nil|0(?![\d.,]*\d| ?[-–%a-zµ]))\b(?! (?:to our|såvitt|enligt))"
)
# "ftalat- och PVC-fritt": the last word of the list says it of all.
_SHARED_FREE = re.compile(
    r"-?(?:[-,]? ?(?:\w+-)?,? (?:och|eller|and|or|samt) |-, )[^.;]{0,40}?(?:fri|fritt|fria|-free)\b"
)


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each substance and group of each clause."""
    alike: dict[tuple[str, int], list[Thing]] = {}
    for thing in things(passage, passage.start, passage.end):
        named = thing.value.get("cas") or str(sorted(thing.value.items()))
        alike.setdefault((named, passage.clause_of(thing.start)[0]), []).append(thing)
    for group in alike.values():
        told = (told_of(passage, thing) for thing in _joined(group))
        if draft := next((draft for draft in told if draft), None):
            yield draft


def _joined(group: list[Thing]) -> list[Thing]:
    """Names of one substance, the first with the number of a later: "lead (Pb), 7439-92-1"."""
    first, *others = group
    number = next((thing for thing in others if thing.number), None)
    if number is None or first.number:
        return group
    return [replace(first, end=number.end, number=True), *others]


def told_of(passage: Passage, thing: Thing) -> Draft | None:
    """What the clause of a thing says of it; None where it names it and tells no content."""
    start, end = passage.clause_of(thing.start)
    if only_named(passage, thing, start, end):
        return None
    if thing.topic != SUBSTANCE and (member := _exemplified(passage, thing, end)):
        if passage.view.text[thing.end : member.start].isspace():
            return None  # "preserved with the biocide BIT": told of the substance alone
        end = thing.end
    return _drafted(passage, thing, start, max(_answered(passage, end), thing.end))


def _exemplified(passage: Passage, group: Thing, end: int) -> Thing | None:
    """The substance named right behind its group: "a flame retardant, TCPP (13674-84-5)"."""
    following = next((one for one in things(passage, group.end, end) if one.number), None)
    if following is None or not _NAMING.fullmatch(passage.view.text, group.end, following.start):
        return None
    return following


_NAMING = re.compile(r"(?:,? (?:namely |nämligen |the |ett |av typen )?)?")


def _answered(passage: Passage, end: int) -> int:
    """The end of a clause; with the next where a colon or dash stands before its answer."""
    if not _PARTS.match(passage.view.text, end):
        return end
    following = next((clause for clause in passage.clauses if clause[0] >= end), None)
    if following is None or following[1] - following[0] > _SHORT:
        return end
    named = {hit.rule.kind for hit in passage.within(*following)} & {"substance", "group"}
    figures = any(one.unit for one in values.amounts(passage.view.text, *following))
    answers = figures or _SAYS_NO.match(passage.view.lower, following[0])
    return following[1] if answers and not named else end


_PARTS = re.compile(r":| - ")
_TAKEN_OUT = r"(?:removed|withdrawn|discontinued|utgått|borttag(?:en|et)|utfasad\w*)\b"
_GONE = re.compile(rf"\)?(?:[:,]| -)?\s*{_TAKEN_OUT}")  # "NMP (872-50-4): removed in 2023"
_SAYS_NO = re.compile(
    rf"\s*(?:{_TAKEN_OUT}|{NOT_THERE}|(?:nej|no|none|ja|yes)(?=[ .!]*(?:[\n\f]|$)))"
)


_SHORT = 60  # characters of an answer behind a colon


_UNQUANTIFIED = re.compile(r"[^,;.|]{0,40}[<≤] ?(?:lo[qd]|rl|mdl)\b")  # "PFOA: <LOQ"


def _drafted(passage: Passage, thing: Thing, start: int, end: int) -> Draft:
    value, bearing = dict(thing.value), ""
    figure = figure_of(passage, thing, start, end)
    stance = _told_stance(passage, thing, figure, (start, end))
    if figure and thing.topic == SUBSTANCE:
        value |= figure.values()
    if figure and (not figure.upper or figure.unit != "%"):
        bearing = _weighed(passage, thing, figure)
    elif _COMPLIES.search(passage.view.lower, start, end) and not passage.of("cue"):
        bearing = "support"  # "DEHP in the tube complies with RoHS": there is less than too much
    if thing.topic == SUBSTANCE:
        for first, last, number, valid in identifiers.ec_numbers(passage.view.text, start, end):
            if valid and first - thing.end < _BESIDE and thing.start - last < _BESIDE:
                value["ec"] = number
    shared = _SHARED_FREE.match(passage.view.lower, thing.end, end)
    default = "denied" if thing.suffix == "free" or shared else ""
    return replace(
        _draft_of(thing, (start, end), value), stance=stance, default=default,
        bearing="" if stance or default else bearing,
    )  # fmt: skip


_COMPLIES = re.compile(r"\b(?:compl(?:y|ies) with|conforms? to|meets?|uppfyller|klarar)\b")
_BESIDE = 12  # characters between a substance and its EC number


def _told_stance(
    passage: Passage, thing: Thing, figure: values.Amount | None, clause: tuple[int, int]
) -> str:
    """The stance that a "no" behind the thing, a bound or a verdict gives; "" for none."""
    start, end = clause
    lower = passage.view.lower
    if _in_recipe(passage, thing, figure):
        return "affirmed"
    if _ruled_out(passage, thing) or _DROPPED.match(lower, thing.end, passage.end):
        return "denied"
    if any(no.match(lower, thing.end, end) for no in (_GONE, _UNQUANTIFIED)):
        return "denied"
    if _ANSWERED_NO.search(lower, thing.end, end):
        return "denied"
    if figure and _is_bound(passage, figure, lower[start:end]):
        return "denied"
    found = verdict(lower[start : thing.start], lower[thing.end : end])
    return "" if found == "denied" and figure else found


def _in_recipe(passage: Passage, thing: Thing, figure: values.Amount | None) -> bool:
    """Is it a line of a sheet's composition, where "none" tells how the substance is classed?"""
    if passage.unit.section != COMPOSITION or not thing.number or figure is None:
        return False
    return not has_predicate(passage.view.lower, passage.start, passage.end)


# What a relative clause parts from its denial: "DBP, which was in older straps, is not used"
_DROPPED = re.compile(
    r"\)?, (?:som|vilke[nt]|which|that)\b[^.;:]{2,60}, (?:ingår|används|förekommer|finns"
    r"|tillsätts|is"
    r"|are) (?:inte|ej|aldrig|not|never|no longer)\b"
)
# "None of the substances below is employed: a. cadmium, b. lead": so is each behind the colon.
_RULED_OUT = re.compile(
    r"\b(?:below|following|listed|nedanstående|följande)\b[^:]*\b(?:not|never|inte|ej"
    r"|aldrig)\b[^:]*:"
    r"|\b(?:none|inget|inga|ingen) (?:of|av) [^:]*\b(?:below|following|nedanstående|följande)"
    r"\b[^:]*:"
)
_BUT_SO = re.compile(
    r"\b(?:can|kan|could|may|must|shall|should|will|får|ska|skall|bör|måste)\b"
    r"|\b(?:not|inte|ej) (?:only|bara|enbart|tested|analy[sz]ed|testade|analyserade)\b"
)


def _ruled_out(passage: Passage, thing: Thing) -> bool:
    """Do the words before a colon say that nothing of the list behind it is there?"""
    led = _RULED_OUT.search(passage.view.lower, passage.start, thing.start)
    return led is not None and not _BUT_SO.search(led.group())


def _draft_of(thing: Thing, span: tuple[int, int], value: dict[str, str]) -> Draft:
    return Draft(
        thing.topic, *span, ((thing.start, thing.end),), thing.rule, thing.pack, value,
        tone="bad" if thing.listed else "plain",
    )  # fmt: skip


def _is_bound(passage: Passage, figure: values.Amount, clause: str) -> bool:
    """Is the figure an upper bound of a measurement, and so an absence?"""
    if not figure.upper or figure.bound in ("up to", "upp till", "at most", "högst"):
        return False
    if passage.unit.section == COMPOSITION or HOLDS.search(clause):
        return False
    small = figure.unit == "%" and float(figure.high) <= _TRACE
    return figure.unit != "%" or small or bool(_MEASURED.search(passage.lower))


_TRACE = 0.1  # per cent: what is told to be below it is told to be absent, and no ingredient


def _weighed(passage: Passage, thing: Thing, figure: values.Amount) -> str:
    if passage.unit.section:
        return ""
    behind = passage.view.lower[figure.end : min(passage.end, figure.end + _NEAR)]
    if by_text := limits.stated(figure, behind, english=passage.language == "en"):
        return by_text
    if not thing.listed or thing.topic != SUBSTANCE:
        return limits.told(passage.lower)
    return limits.judged(figure, "", thing.value.get("cas", ""), passage.lower, on=passage.today)


_NEAR = 60  # characters behind a figure in which its limit stands
