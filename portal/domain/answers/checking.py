"""Checks an answer as it was written, and brings it to one form.

An answer is a mapping from part to JSON value; parts without an answer are left out:

| type | value |
|---|---|
| ``yes_no``, ``yes_no_unknown``, ``yes_partly_no`` | ``"yes"``, ``"no"``, ``"unknown"``, |
| | ``"partly"`` |
| ``one`` | the id of a choice |
| ``many`` | a list of ids, in the order of the definition |
| ``text`` | a text, lines divided by ``\\n`` |
| ``number``, ``percentage`` | a number; whole numbers as int |
| ``date`` | ``"2026-12-18"`` |
| ``countries`` | a list of ISO 3166-1 alpha-2 codes |
| ``table`` | a list of rows, each a mapping from column to value |

Where the question allows it, ``{"instead": "cannot", "reason": "..."}`` (or ``not_applicable``)
stands in place of the parts. What was written in the parts is kept beside it, but not submitted.
"""

import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from portal.domain.answers.countries import country_codes, country_names
from portal.domain.answers.standing import Answer, asked_parts
from portal.domain.questionnaire import Column, Part, Question
from portal.domain.written import CHOOSE, YEARS, each_taken, figure
from portal.errors import Invalid
from portal.texts import N_

LARGEST: Final = 10**15
UNREADABLE: Final = N_("This could not be read. Fill in the field again.")


def check(question: Question, value: Mapping[str, object]) -> dict[str, object]:
    """The answer in its one form. Empty parts and empty rows are left out.

    Incomplete answers pass: a draft is saved as it grows, `missing` tells what is left. Raises
    Invalid whose ``fields`` carry form names: ``<part>`` or ``<part>-<row>-<column>``.
    """
    parts = {part.id: part for part in question.parts}
    said, faults = each_taken(parts, lambda name: _part(parts[name], value.get(name)))
    answer = {name: one for name, one in said.items() if one is not None}
    for stranger in value.keys() - parts.keys() - {"instead", "reason"}:
        faults[stranger] = N_("This field does not belong to the question.")
    faults |= _too_many(question, answer)
    if value.get("instead"):
        try:
            answer |= _instead(question, value)
        except Invalid as problem:
            faults |= problem.fields
    if faults:
        raise Invalid(faults)
    return answer


def _too_many(question: Question, answer: Answer) -> dict[str, str]:
    """Faults of numbers that exceed the number they are a share of."""
    faults = {}
    for part in asked_parts(question, answer):
        share, whole = answer.get(part.id), answer.get(part.at_most or "")
        if isinstance(share, int | float) and isinstance(whole, int | float) and share > whole:
            faults[part.id] = N_("This number is larger than the number it is a share of.")
    return faults


def _instead(question: Question, value: Mapping[str, object]) -> dict[str, object]:
    if value["instead"] not in question.instead:
        raise Invalid({"instead": N_("This question cannot be left aside in this way.")})
    try:
        reason = _text(Column("reason", "text", None), value.get("reason"))
    except Invalid as problem:
        raise Invalid({"instead-reason": problem.fields["reason"]}) from problem
    if reason is None:
        raise Invalid({"instead-reason": N_("Write why, in a sentence or two.")})
    return {"instead": value["instead"], "reason": reason}


def _part(part: Part, value: object) -> object:
    if part.type == "table":
        return _table(part, value)
    try:
        return _field(part.field, value)
    except Invalid as problem:
        raise Invalid({part.id: problem.fields[part.id]}) from problem


def _table(part: Part, value: object) -> list[dict[str, object]] | None:
    if value is None or value == "":
        return None
    if not isinstance(value, list | tuple):
        raise Invalid({part.id: UNREADABLE})
    faults: dict[str, str] = {}
    rows = []
    for number, row in enumerate(value):
        if not isinstance(row, Mapping):
            raise Invalid({part.id: UNREADABLE})
        checked = _row(part, number, row, faults)
        if checked:
            rows.append(checked)
    if len(rows) > part.max_rows:
        faults[part.id] = N_("There are more rows than this table takes. Attach a list instead.")
    if faults:
        raise Invalid(faults)
    return rows or None


def _row(
    part: Part, number: int, row: Mapping[str, object], faults: dict[str, str]
) -> dict[str, object]:
    columns = {column.id: column for column in part.columns}
    cells, wrong = each_taken(columns, lambda name: _field(columns[name], row.get(name)))
    for name, sentence in wrong.items():
        faults[f"{part.id}-{number}-{name}"] = sentence
    return {name: cell for name, cell in cells.items() if cell is not None}


def _field(field: Column, value: object) -> object:
    """One checked value, or None where nothing was written. Raises Invalid at the field's id."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if field.type == "many":
        return _many(field, value)
    if field.options:
        return _one(field, value)
    return TYPED[field.type](field, value)


def _wrong(field: Column, sentence: str) -> Invalid:
    return Invalid({field.id: sentence})


def _one(field: Column, value: object) -> str:
    if isinstance(value, str) and value.strip() in field.options:
        return value.strip()
    raise _wrong(field, CHOOSE)


def _many(field: Column, value: object) -> list[str] | None:
    several = [value] if isinstance(value, str) else value
    if not isinstance(several, list | tuple):
        raise _wrong(field, UNREADABLE)
    wanted = [each for each in several if each != ""]
    if not all(each in field.options for each in wanted):
        raise _wrong(field, N_("Choose among the alternatives shown."))
    chosen = [choice for choice in field.choices if choice.id in wanted]
    if len(chosen) > 1 and any(choice.none for choice in chosen):
        raise _wrong(
            field, N_("You chose a “no” together with other alternatives. Keep one or the other.")
        )
    return [choice.id for choice in chosen] or None


def _text(field: Column, value: object) -> str | None:
    if not isinstance(value, str):
        if value is None:
            return None
        raise _wrong(field, UNREADABLE)
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    # Control characters cannot be stored or read; half surrogates cannot even be written out.
    kept = "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    text = unicodedata.normalize("NFC", kept).strip()
    if len(text) > field.max_length:
        raise _wrong(
            field, N_("The text is longer than this field takes. Shorten it, or attach a document.")
        )
    return text or None


def _number(field: Column, value: object) -> float:
    number = _decimal(field, value)
    if not number.is_finite() or abs(number) >= LARGEST:
        raise _wrong(field, N_("The number is too large."))
    if field.whole and number != number.to_integral_value():
        raise _wrong(field, N_("Write a whole number, without decimals."))
    if field.low is not None and number < Decimal(str(field.low)):
        below = N_("Write 0 or more.") if field.low == 0 else N_("The number is too small here.")
        raise _wrong(field, below)
    if field.high is not None and number > Decimal(str(field.high)):
        raise _wrong(field, N_("The number is too large."))
    return int(number) if number == number.to_integral_value() else float(number)


def _percentage(field: Column, value: object) -> float:
    written = value.replace("%", "") if isinstance(value, str) else value
    number = _decimal(field, written)
    if not number.is_finite() or not 0 <= number <= 100:
        raise _wrong(field, N_("Write a share from 0 to 100 per cent."))
    return int(number) if number == number.to_integral_value() else float(number)


def _decimal(field: Column, value: object) -> Decimal:
    """A number as written, with decimal comma or point and any spaces between thousands."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise _wrong(field, UNREADABLE)
    if not isinstance(value, str):
        # A float by way of its shortest figures, so that 0.1 stays 0.1.
        return Decimal(value) if isinstance(value, int) else Decimal(repr(value))
    return figure(field.id, value)


def _date(field: Column, value: object) -> str | None:
    if isinstance(value, Mapping):
        pieces = [str(value.get(key) or "").strip() for key in ("year", "month", "day")]
        if not any(pieces):
            return None
        if not all(pieces):
            raise _wrong(field, N_("The date needs a day, a month and a year."))
    elif isinstance(value, str):
        pieces = value.strip().split("-")
    else:
        raise _wrong(field, UNREADABLE)
    wrong = _wrong(field, N_("This is no date in the calendar. Write it such as 2026-12-18."))
    if len(pieces) != 3 or not all(piece.isdecimal() and len(piece) <= 4 for piece in pieces):
        raise wrong
    year, month, day = map(int, pieces)
    if year not in YEARS:
        raise _wrong(field, N_("Write the year with four figures."))
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        raise wrong from None


def _countries(field: Column, value: object) -> list[str] | None:
    several = [value] if isinstance(value, str) else value
    if not isinstance(several, list | tuple) or not all(isinstance(each, str) for each in several):
        raise _wrong(field, UNREADABLE)
    codes = list(dict.fromkeys(code for each in several for code in country_codes(each)))
    if any(code not in country_names("en") for code in codes):
        raise _wrong(
            field, N_("A country was not recognised. Write its name in full, or its two letters.")
        )
    if field.high is not None and len(codes) > field.high:
        raise _wrong(field, N_("There are more countries than fit here. Use a row for each."))
    return codes or None


TYPED: Final[Mapping[str, Callable[[Column, object], object]]] = {
    "text": _text,
    "number": _number,
    "percentage": _percentage,
    "date": _date,
    "countries": _countries,
}
