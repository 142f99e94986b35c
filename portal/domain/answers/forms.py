"""How an answer travels in a form: the names of fields, both ways.

Every name below may carry a prefix, such as ``P1-02.``, so that many questions share one page.
Parts and columns have names of small letters, digits and ``_``; hyphens divide.

| what | names and values |
|---|---|
| yes/no types, ``one``, ``text``, ``number``, ``percentage`` | ``<part>`` |
| ``many`` | ``<part>``, once for each ticked choice |
| ``countries`` | ``<part>``, once or more; each a code, a name, or several divided by commas |
| ``date`` | ``<part>-day``, ``<part>-month``, ``<part>-year``; or ``<part>`` with an ISO date |
| ``table`` | ``<part>-<row>-<column>``, rows from 0; a cell follows the rules of its type, |
| | a date cell is ``<part>-<row>-<column>`` or that name with ``-day``, ``-month``, ``-year`` |
| in place of an answer | ``instead`` (``cannot``, ``not_applicable`` or empty) and |
| | ``instead-reason`` |

An unticked box sends nothing: so a form sends all fields of a question, and what it does not
send is empty. Errors of `check` carry these names without prefix; an error of a date has
``<part>``.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from portal.domain.questionnaire import Column, Part, Question

Fields = Mapping[str, Sequence[str]]
ROW: Final = re.compile(r"(?P<part>[a-z0-9_]+)-(?P<row>[0-9]{1,3})-(?P<column>[a-z0-9_]+)(-.*)?")
DATE_PIECES: Final = ("day", "month", "year")
LISTS: Final = ("many", "countries")


def from_form(question: Question, fields: Fields, *, prefix: str = "") -> dict[str, object]:
    """What was written, shaped for `check` but not yet judged."""
    raw: dict[str, object] = {}
    instead = _first(fields, f"{prefix}instead")
    if instead:
        raw["instead"] = instead
        raw["reason"] = _first(fields, f"{prefix}instead-reason")
    for part in question.parts:
        if part.type == "table":
            raw[part.id] = _rows(part, fields, prefix)
        else:
            raw[part.id] = _cell(part.field, fields, f"{prefix}{part.id}")
    return raw


def to_form(
    question: Question,
    answer: Mapping[str, object],
    *,
    prefix: str = "",
    language: str = "en",
) -> dict[str, list[str]]:
    """An answer's fields with their values as a form shows them; dates in three fields.

    Numbers are written with the language's decimal sign. `check` takes them back in any language.
    """
    fields: dict[str, list[str]] = {}
    if answer.get("instead"):
        fields[f"{prefix}instead"] = [str(answer["instead"])]
        fields[f"{prefix}instead-reason"] = [str(answer.get("reason") or "")]
    for part in question.parts:
        value = answer.get(part.id)
        name = f"{prefix}{part.id}"
        if part.type != "table":
            fields |= _written(part.field, value, name, language)
            continue
        for number, row in enumerate(value if isinstance(value, list) else []):
            for column in part.columns:
                cell = row.get(column.id) if isinstance(row, Mapping) else None
                fields |= _written(column, cell, f"{name}-{number}-{column.id}", language)
    return fields


def _first(fields: Fields, name: str) -> str:
    values = fields.get(name) or ("",)
    return values[0]


def _cell(field: Column, fields: Fields, name: str) -> object:
    if field.type in LISTS:
        return list(fields.get(name) or ())
    if field.type == "date":
        pieces = {piece: _first(fields, f"{name}-{piece}") for piece in DATE_PIECES}
        if any(piece.strip() for piece in pieces.values()):
            return pieces
    return _first(fields, name)


def _rows(part: Part, fields: Fields, prefix: str) -> list[dict[str, object]]:
    numbers = [
        int(found["row"])
        for name in fields
        if name.startswith(prefix)
        and (found := ROW.fullmatch(name, len(prefix)))
        and found["part"] == part.id
    ]
    return [
        {
            column.id: _cell(column, fields, f"{prefix}{part.id}-{number}-{column.id}")
            for column in part.columns
        }
        for number in range(max(numbers, default=-1) + 1)
    ]


def _written(field: Column, value: object, name: str, language: str) -> dict[str, list[str]]:
    if value is None:
        return {}
    if field.type == "date" and str(value).count("-") == 2:
        year, month, day = str(value).split("-")
        return {f"{name}-day": [day], f"{name}-month": [month], f"{name}-year": [year]}
    if isinstance(value, list):
        return {name: [str(each) for each in value]}
    if isinstance(value, float):
        figures = format(Decimal(str(value)), "f")
        return {name: [figures.replace(".", ",") if language == "sv" else figures]}
    return {name: [str(value)]}
