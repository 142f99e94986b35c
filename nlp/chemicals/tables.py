"""Rows of tables that name a substance or group: name, number, figure, verdict, as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp import identifiers, values
from nlp.chemicals import cells, limits, titled
from nlp.chemicals.named import is_material, repeats
from nlp.chemicals.results import (
    NOT_DETECTED,
    NOT_TESTED,
    Table,
    column,
    is_result,
    numbers_only,
    result_cells,
    table_of,
    unit_of,
    unlabelled,
)
from nlp.chemicals.things import GROUP, SUBSTANCE, Thing, known, named_thing, spelt, things
from nlp.denying import denies
from nlp.layout.sections import COMPOSITION
from nlp.passages import Draft, Passage

_DOUBTED = re.compile(
    r"\b(?:may|might|kan) |\btraces?\b|\bspår\b|possible|möjlig|interferen|störning"
)
_UNSURE = re.compile(
    r"not that (?:we|i) |inte vad vi|vet (?:ej|inte)|not (?:reported|disclosed|confirmed)"
    r"|has not (?:confirmed|replied)|besked väntas|ej besked|väntar på"
)
_ABSENT = re.compile(
    r"(?:no(?! data| information)|nej|none|inga|ingen|inget|ej tillsatt|utgått(?! från)|removed"
    r"|not (?:used|added|present)|taken out|phased out|[^|:]{3,30}: (?:nil|noll|none|zero)$)\b"
)
_THERE = re.compile(r"(?:yes|ja)\b")
_FAILED = re.compile(r"underkän|\bfail|ej godkän|not ok|överskrid")
_PASSED = re.compile(
    r"(?<!ej )godkän|\bpass\b|passed|\bok\b|(?:inom|under) gräns|(?:within|below) (?:the )?limit"
)
_FIGURED = re.compile(r"[<>≤≥]?\s*\d+(?:[.,]\d+)?\s*(?:%|mg|µg|ppm|g|vikt)?(?:/\w+)?\s*")
_KINDS = frozenset(("substance", "group"))
# A limit in brackets behind a figure is none of what was found: "0.3 mg/kg (limit: not detected)".
_REQUIRED = re.compile(r"(?<=\d)[^()]{0,10}\((?:krav|gräns|limit|requirement|max)[^)]*\)")
# Behind a name in its cell: "42", ": 1 120", "< 5 mg/kg"; with a colon and a unit it is a key.
_WEIGHED = re.compile(r"[<>≤≥]?\s*\d+(?:\s\d{3})*(?:[.,]\d+)?\s*(?:%|[mµ]g/\w+|pp[mb])")
_COUNTED = re.compile(r":?\s*[<>≤≥]?\s*\d+(?:\s\d{3})*(?:[.,]\d+)?")
_HAZARD = re.compile(r"\bh\d{3}|\br\d\d")


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each thing of the row and each column of results."""
    table = table_of(passage)
    told = list(_together(passage, table)) or cells.keyed(passage) or cells.repeated(passage)
    if told := told or list(cells.questioned(passage)):
        yield from told
        return
    found = _things(passage)
    if not found:
        yield from list(_matrix(passage, table)) or _titled(passage, table)
        return
    for thing in found:
        if _is_label(passage, thing) or is_material(passage, thing) or repeats(passage, thing):
            continue
        columns = result_cells(passage, thing.start, thing.end, table)
        if not columns:
            yield _bare(passage, thing)
        for index in columns:
            yield _judged(passage, thing, table, index)


def _things(passage: Passage) -> list[Thing]:
    found = things(passage, passage.start, passage.end)
    if len(found) > 1:
        # A row is about its first thing, unless several have numbers of their own.
        substances = [thing for thing in found if thing.topic == SUBSTANCE]
        numbered = [thing for thing in found if thing.number]
        found = numbered or _listed(passage, substances) or found[:1]
    if found or not passage.columns:
        return found
    return list(_headed(passage))


# What parts the names of one cell: "DEHP, BBP and DBP".
_PARTED = re.compile(r"[\s,/]*(?:and|och|&|samt)?\s*")


def _listed(passage: Passage, found: list[Thing]) -> list[Thing]:
    """The first substance of a row, and those that its cell names right behind it."""
    told = found[:1]
    for thing in found[1:]:
        if not _PARTED.fullmatch(passage.view.lower, told[-1].end, thing.start):
            break
        if all(thing.value.get("cas") != one.value.get("cas") for one in told):
            told.append(thing)
    return told


def _headed(passage: Passage) -> Iterator[Thing]:
    """A row answered yes or no under a column that names a group ("PFAS added?")."""
    if not re.search(r"\b(?:ja|nej|yes|no)\b|not tested|ej test", passage.lower):
        return
    for hit in passage.head_hits:
        if hit.rule.kind == "group":
            at = passage.start
            yield Thing(
                at, at, GROUP, {"group": hit.rule.name}, hit.rule.id, hit.rule.pack,
                hit.rule.tone == "bad",
            )  # fmt: skip
            return


def _is_label(passage: Passage, thing: Thing) -> bool:
    """A cell such as "D4" that numbers a row, and names no substance."""
    first = passage.unit.cells[0]
    if first != (thing.start, thing.end):
        return False
    return bool(_LABEL.fullmatch(passage.view.text, *first))


_LABEL = re.compile(r"[A-Z]\d")


def _matrix(passage: Passage, table: Table) -> Iterator[Draft]:
    """A row whose columns are the substances: "Part | Pb | Cd" over "Plug | 22 mg/kg | ND"."""
    for index, (start, end) in enumerate(passage.unit.header):
        if index >= len(table.heads) or len(table.heads) != len(passage.unit.header):
            return
        a, b = passage.unit.cells[index]
        named = [hit for hit in passage.head_hits if start <= hit.start and hit.end <= end]
        substance = next((hit for hit in named if hit.rule.kind == "substance"), None)
        if substance is None or not is_result(passage.view.lower[a:b]):
            continue
        written = passage.view.text[substance.start : substance.end]
        if not spelt(substance.rule, written):
            continue
        thing = named_thing(substance.rule, passage.start, passage.start, written)
        yield replace(_judged(passage, thing, table, index), end=passage.end)


def _together(passage: Passage, table: Table) -> Iterator[Draft]:
    """Names with their figures in one cell each, under no heads: "Plug | Pb 42 | Cd < 5"."""
    if passage.unit.header or passage.unit.section or not _KINDS & passage.kinds:
        return
    tested, first = replace(table, tested=True), True
    for index, (a, b) in enumerate(passage.unit.cells):
        thing = next(iter(things(passage, a, b)), None)
        if thing is None or thing.start != a or thing.number or _is_label(passage, thing):
            continue
        told = passage.view.lower[thing.end : b].strip(" =")
        counted = _COUNTED.fullmatch(told) and unit_of(passage, table, index)
        if counted or _WEIGHED.fullmatch(told) or NOT_DETECTED.fullmatch(told.strip(" :")):
            draft = _judged(passage, thing, tested, index)
            yield replace(draft, start=passage.start if first else a)
            first = False


def _titled(passage: Passage, table: Table) -> Iterator[Draft]:
    """A row of results under a title that names what was looked for."""
    thing = titled.thing_of(passage)
    if thing is None:
        return
    cells = [passage.view.lower[a:b] for a, b in passage.unit.cells]
    told = [index for index, cell in enumerate(cells) if is_result(cell)]
    headed = result_cells(passage, thing.start, thing.end, table)
    for index in titled.result_of(table, headed, told):
        if unit_of(passage, table, index) or NOT_DETECTED.search(cells[index]):
            yield _judged(passage, thing, table, index)


def _bare(passage: Passage, thing: Thing) -> Draft:
    """A row without a figure ends with its last number, before the hazard codes."""
    lower, end = passage.view.lower, thing.end
    for a, b in passage.unit.cells:
        if a >= thing.end and numbers_only(lower[a:b]) and not _HAZARD.search(lower[a:b]):
            end = b
    figure = _beside(passage, thing)
    if figure is None:
        return _draft(passage, thing, end)
    draft = _draft(passage, thing, max(end, _with_limit(passage, figure.end)))
    shares = figure.values() if thing.topic == SUBSTANCE else {}
    return replace(draft, value={**draft.value, **shares})


_LIMITED = re.compile(
    r"[^|;.]{0,40}\b(?:limit|gräns(?:en|värdet?)?|krav(?:et)?|requirement|max\.?|mot)\b[^|;]{0,60}"
)


def _with_limit(passage: Passage, end: int) -> int:
    """The end of a figure's cell where its limit stands there: "DINP 22 %, limit 0.1 %"."""
    last = next((b for a, b in passage.unit.cells if a < end <= b), end)
    return last if _LIMITED.fullmatch(passage.view.lower, end, last) else end


# From a name to its figure, over the other number that its bracket gives: ", 231-100-4), 0.4 %".
_RIGHT_BEHIND = re.compile(r"(?:[\s,;/]+(?:e[cg]\W{0,2})?\d{3}-\d{3}-\d)?\)?[\s,:]*")


def _beside(passage: Passage, thing: Thing) -> values.Amount | None:
    """The figure right behind a name in its own cell: "hydrochloric acid 10-15 %"."""
    for a, b in passage.unit.cells:
        if not a <= thing.start < b:
            continue
        english = passage.language == "en"
        found = values.amounts(passage.view.text, thing.end, b, english=english)
        figure = next(found, None)
        if figure and figure.unit:
            behind = _RIGHT_BEHIND.fullmatch(passage.view.lower, thing.end, figure.start)
            return figure if behind else None
    return None


def _draft(passage: Passage, thing: Thing, end: int) -> Draft:
    value = dict(thing.value)
    if thing.topic == SUBSTANCE:
        for _, _, number, valid in identifiers.ec_numbers(
            passage.view.text, passage.start, passage.end
        ):
            if valid:
                value["ec"] = number
    cas = value.get("cas", "")
    if cas in known() and not value.get("ec") and passage.unit.section == COMPOSITION:
        value.pop("ec", None)
    return Draft(
        thing.topic, passage.start, end, ((thing.start, thing.end),), thing.rule, thing.pack, value,
        tone="bad" if thing.listed else "plain", default="denied" if thing.suffix == "free" else "",
    )  # fmt: skip


def _judged(passage: Passage, thing: Thing, table: Table, index: int) -> Draft:
    """The stance, value and bearing that a cell of results gives."""
    a, b = passage.unit.cells[index]
    own = thing.end if a <= thing.start < thing.end <= b else a
    cell = unlabelled(passage.view.lower[own:b].lstrip(" :="))
    draft = _draft(passage, thing, max(thing.end, b))
    unit = unit_of(passage, table, index)
    figure = _figure(passage, cell)
    stance, found = _read(passage, table, cell, figure, unit)
    if thing.start == thing.end:
        stance = _answered(passage, stance)
    value = dict(draft.value)
    if thing.topic == SUBSTANCE:
        value |= found
    bearing = _verdict(passage, thing, table, figure, unit) if stance == "affirmed" else ""
    if stance == "hedged" and re.search(r"\b(?:no|nej)\b", passage.lower):
        bearing = "neutral"
    return replace(draft, value=value, stance=stance, bearing=bearing)


def _read(
    passage: Passage, table: Table, cell: str, figure: values.Amount | None, unit: str
) -> tuple[str, dict[str, str]]:
    if NOT_TESTED.search(cell) or _DOUBTED.search(cell) or _UNSURE.search(cell):
        return "hedged", {}
    if NOT_DETECTED.search(_REQUIRED.sub("", cell)):
        bound = figure.high if figure else _bound(passage, table)
        return "denied", _bounded(bound, (figure.unit if figure else "") or unit)
    if _ABSENT.match(cell):
        return "denied", {}
    if figure is None:
        return "affirmed" if _THERE.match(cell) else "", {}
    bounded = figure.upper and figure.bound not in ("up to", "upp till")
    if bounded and (table.tested or _measured(passage, figure.unit or unit)):
        return "denied", _bounded(figure.high, figure.unit or unit)
    if passage.unit.section == COMPOSITION:
        unit = unit or "%"
    return "affirmed", figure.values(unit)


def _measured(passage: Passage, unit: str) -> bool:
    """Is a bound under no heads that of a measurement, and no share of a recipe?

    Recipes are told in per cent, in a safety data sheet, and with one figure a row.
    """
    if passage.unit.section:
        return False
    if unit != "%" and any(values.unit_in(head) == "%" for head in passage.columns):
        return False  # a recipe's column of shares, in which one is told in a smaller unit
    told = (unlabelled(passage.view.lower[a:b]) for a, b in passage.unit.cells)
    figures = [cell for cell in told if _FIGURED.fullmatch(cell)]
    return (unit != "" and unit != "%") or len(figures) > 1


def _answered(passage: Passage, stance: str) -> str:
    """The stance of a row answered by yes or no; a doubt in the row outweighs the answer."""
    if stance == "hedged" or NOT_TESTED.search(passage.lower):
        return "hedged"
    if re.search(r"\b(?:ja|yes)\b", passage.lower):
        return "affirmed"
    _, *cells = passage.unit.cells
    told = len(cells) == 1 and denies(passage.view.lower[slice(*cells[0])])
    return "denied" if told or re.search(r"\b(?:nej|no)\b", passage.lower) else stance


def _verdict(
    passage: Passage, thing: Thing, table: Table, figure: values.Amount | None, unit: str
) -> str:
    """The bearing of a figure: by the verdict in the row, by its limit, by a common limit."""
    if _FAILED.search(passage.lower):
        return "risk"
    if _PASSED.search(passage.lower):
        return "support"
    if figure is None:
        return ""
    if allowed := _figure(passage, column(passage, table, _LIMIT)):
        heads = (values.unit_in(head) for head in table.heads if re.search(_LIMIT, head))
        return limits.against(figure, unit, allowed, next(heads, ""))
    if over := _limit_over(passage, figure, unit):
        return over
    if table.tested and thing.listed and thing.topic == SUBSTANCE:
        return limits.judged(figure, unit, thing.value.get("cas", ""), "", on=passage.today)
    return ""


def _limit_over(passage: Passage, figure: values.Amount, unit: str) -> str:
    """The bearing by the limit that the title of a table gives: "Chromium(VI), limit 3 mg/kg"."""
    heading = passage.unit.heading.lower()
    if not any(map(str.isdigit, heading)):
        return ""
    own = replace(figure, unit=figure.unit or unit)
    return limits.stated(own, heading, english=passage.language == "en")


_LIMIT = r"gräns(?!.*kvant)|limit(?! of (?:quant|det))|krav|requirement"


def _bounded(figure: str, unit: str) -> dict[str, str]:
    if not figure:
        return {}
    if unit == "%":
        return {"pct_max": figure}
    return {"amount": figure, "unit": unit} if unit else {}


def _bound(passage: Passage, table: Table) -> str:
    cell = column(
        passage, table, r"\bloq|\blod\b|\brl\b|\bmdl\b|rapp|report|detekt|detect|kvant|quant"
    )
    found = _figure(passage, cell)
    return found.high if found else ""


def _figure(passage: Passage, cell: str) -> values.Amount | None:
    """The first figure of a cell."""
    english = passage.language == "en"
    return next(values.amounts(cell, 0, len(cell), english=english), None)
