"""Rows of tables that name a substance or group: name, number, figure, verdict, as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp import identifiers, values
from nlp.chemicals import limits
from nlp.chemicals.things import GROUP, SUBSTANCE, Thing, known, things
from nlp.passages import Draft, Passage

_RESULT = re.compile(
    r"resultat|result\b|result |uppmätt|halt\b|halt,|koncentration|concentration|measured|sample \d"
    r"|prov \d|vikt-?%|viktprocent|w/w|conc|innehåll|content|mängd|weight"
    r"|total fluorine|value|fluor"
    r"|^%|, %|amount|range|proportion|added|tillsatt"
)
_LIMIT = re.compile(r"gräns|limit|\bloq|\blod\b|rapporterings|\bmax|krav|requirement|detektions")
_NOT_DETECTED = re.compile(
    r"(?<![\w.])(?:nd|n\.d\.?|e\.p\.?|u\.d\.?|ej påvis\w*|inte påvis\w*|ej detekt\w*|ej det"
    r"|not detected|< ?loq|below loq|under loq|none detected"
    r"|(?:below|under) (?:the )?(?:limit|gräns)\w*)(?!\w)"
)
_NOT_TESTED = re.compile(
    r"(?:ej|inte) (?:analys|test|bestäm|undersök|mätt)\w*"
    r"|not (?:tested|analysed|analyzed|determined|measured)"
    r"|inquiry open|pending|okänt|okänd|unknown|svar saknas|has not answered|no answer|ej svar"
    r"|confidential|konfidentiell|to be confirmed|tbc|inväntas|awaited|awaiting"
)
_TESTED = re.compile(r"resultat|result|uppmätt|measured|\bloq|gräns|limit|analyte|parameter|sample")
_FAILED = re.compile(r"underkän|\bfail|ej godkän|not ok|överskrid")
_PASSED = re.compile(r"(?<!ej )godkän|\bpass\b|passed|\bok\b")
_NUMBERS_ONLY = re.compile(r"[\d\s-]{7,14}|polymer|-|rrn.*")
_FIGURED = re.compile(r"[<>≤≥]?\s*\d+(?:[.,]\d+)?\s*(?:%|mg|µg|ppm|g|vikt)?(?:/\w+)?\s*")
_HAZARD = re.compile(r"\bh\d{3}|\br\d\d")
_FIGURE = re.compile(r"[<>=≤≥\d.,\s-]*\d[<>=≤≥\d.,\s-]*")


@dataclass(frozen=True, slots=True)
class Table:
    """The row's columns as they are headed, and whether it is a table of measurements."""

    columns: list[str]
    tested: bool


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each thing of the row and each column of results."""
    found = _things(passage)
    if not found:
        return
    table = Table(passage.columns, bool(_TESTED.search(" ".join(passage.columns))))
    for thing in found:
        columns = _result_columns(passage, thing, table)
        if not columns:
            yield _bare(passage, thing)
        for index in columns:
            yield _judged(passage, thing, table, index)


def _things(passage: Passage) -> list[Thing]:
    found = things(passage, passage.start, passage.end)
    if len(found) > 1:
        # A row is about its first thing, unless several have numbers of their own.
        substances = [thing for thing in found if thing.topic == SUBSTANCE]
        found = [thing for thing in found if thing.number] or (substances or found)[:1]
    if found or not passage.columns:
        return found
    return list(_headed(passage))


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


def _result_columns(passage: Passage, thing: Thing, table: Table) -> list[int]:
    """The columns that hold what was found, by their heads, else by what stands in them."""
    cells, lower = passage.unit.cells, passage.view.lower
    if len(table.columns) == len(cells):
        headed = [
            index
            for index, column in enumerate(table.columns)
            if _RESULT.search(column) and not _LIMIT.search(column)
            and cells[index][1] > cells[index][0] >= thing.start
        ]  # fmt: skip
        if headed:
            return headed[-1:] if thing.start == thing.end else headed
    after = [
        (i, lower[a:b]) for i, (a, b) in enumerate(cells) if a >= thing.end > thing.start and b > a
    ]
    for index, cell in reversed(after):
        if _NOT_DETECTED.search(cell) or _NOT_TESTED.search(cell):
            return [index]
    for index, cell in after:
        if not _numbers_only(cell) and any(a.unit for a in values.amounts(cell, 0, len(cell))):
            return [index]
    bare = [index for index, cell in after if _FIGURE.fullmatch(cell)]
    if passage.unit.section == 3:
        return bare[-1:]
    # A unit in a cell of its own: the first figure is the result, the next one its limit.
    return bare[:1] if _unit(passage, table, len(cells)) else []


def _numbers_only(cell: str) -> bool:
    return bool(_NUMBERS_ONLY.fullmatch(cell.strip())) or bool(_HAZARD.search(cell))


def _bare(passage: Passage, thing: Thing) -> Draft:
    """A row without a figure ends with its last number, before the hazard codes."""
    lower, end = passage.view.lower, thing.end
    for a, b in passage.unit.cells:
        if a >= thing.end and _numbers_only(lower[a:b]) and not _HAZARD.search(lower[a:b]):
            end = b
    return _draft(passage, thing, end)


def _draft(passage: Passage, thing: Thing, end: int) -> Draft:
    value = dict(thing.value)
    if thing.topic == SUBSTANCE:
        for _, _, number, valid in identifiers.ec_numbers(
            passage.view.text, passage.start, passage.end
        ):
            if valid:
                value["ec"] = number
    cas = value.get("cas", "")
    if cas in known() and not value.get("ec") and passage.unit.section == 3:
        value.pop("ec", None)
    return Draft(
        thing.topic, passage.start, end, ((thing.start, thing.end),), thing.rule, thing.pack, value,
        tone="bad" if thing.listed else "plain",
    )  # fmt: skip


def _judged(passage: Passage, thing: Thing, table: Table, index: int) -> Draft:
    """The stance, value and bearing that a cell of results gives."""
    a, b = passage.unit.cells[index]
    cell = passage.view.lower[a:b]
    draft = _draft(passage, thing, max(thing.end, b))
    unit = _unit(passage, table, index)
    figure = next(values.amounts(cell, 0, len(cell)), None)
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
    if _NOT_TESTED.search(cell):
        return "hedged", {}
    if _NOT_DETECTED.search(cell):
        bound = figure.high if figure else _bound(passage, table)
        return "denied", _bounded(bound, (figure.unit if figure else "") or unit)
    if figure is None:
        return "", {}
    bounded = figure.upper and figure.bound not in ("up to", "upp till")
    if bounded and (table.tested or _measured(passage, figure.unit or unit)):
        return "denied", _bounded(figure.high, figure.unit or unit)
    if passage.unit.section == 3:
        unit = unit or "%"
    return "affirmed", figure.values(unit)


def _measured(passage: Passage, unit: str) -> bool:
    """Is a bound under no heads that of a measurement, and no share of a recipe?

    Recipes are told in per cent, in a safety data sheet, and with one figure a row.
    """
    if passage.unit.section:
        return False
    figures = [c for c in passage.unit.cells if _FIGURED.fullmatch(passage.view.lower, *c)]
    return (unit != "" and unit != "%") or len(figures) > 1


def _answered(passage: Passage, stance: str) -> str:
    """The stance of a row answered by yes or no; a doubt in the row outweighs the answer."""
    if stance == "hedged" or _NOT_TESTED.search(passage.lower):
        return "hedged"
    if re.search(r"\b(?:ja|yes)\b", passage.lower):
        return "affirmed"
    return "denied" if re.search(r"\b(?:nej|no)\b", passage.lower) else stance


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
    limit = _column(passage, table, r"gräns(?!.*kvant)|limit(?! of (?:quant|det))|krav|requirement")
    allowed = next(values.amounts(limit, 0, len(limit)), None)
    if allowed:
        return "risk" if _float(figure.high) > _float(allowed.high) else "support"
    if table.tested and thing.listed and thing.topic == SUBSTANCE:
        return limits.judged(figure, unit, thing.value.get("cas", ""), "")
    return ""


def _float(figure: str) -> float:
    try:
        return float(figure)
    except ValueError:
        return 0.0


def _bounded(figure: str, unit: str) -> dict[str, str]:
    if not figure:
        return {}
    if unit == "%":
        return {"pct_max": figure}
    return {"amount": figure, "unit": unit} if unit else {}


def _unit(passage: Passage, table: Table, index: int) -> str:
    """The unit of a column: in its head, in a cell of its own, in another head."""
    if index < len(table.columns) and (unit := values.unit_in(table.columns[index])):
        return unit
    for a, b in passage.unit.cells:
        cell = passage.view.lower[a:b]
        if (
            len(cell) < 12
            and (unit := values.unit_in(cell))
            and not re.search(r"\d(?![²³23/])", cell)
        ):
            return unit
    return next((unit for head in table.columns if (unit := values.unit_in(head))), "")


def _bound(passage: Passage, table: Table) -> str:
    cell = _column(passage, table, r"\bloq|\blod\b|rapporterings|detektions|kvantifierings")
    return next((amount.high for amount in values.amounts(cell, 0, len(cell))), "")


def _column(passage: Passage, table: Table, wanted: str) -> str:
    """What the row has in the first column whose head is `wanted`."""
    for index, head in enumerate(table.columns):
        if re.search(wanted, head) and index < len(passage.unit.cells):
            return passage.view.lower[slice(*passage.unit.cells[index])]
    return ""
