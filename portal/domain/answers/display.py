"""An answer in words, for checking before submitting, for the reviewer and for the receipt."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from portal.domain.answers.countries import country_name
from portal.domain.answers.standing import Answer, asked_parts
from portal.domain.questionnaire import Column, Part, Question
from portal.texts import N_, day, number, translate

YES_WORDS: Final = {
    "yes": N_("Yes"),
    "partly": N_("Partly"),
    "no": N_("No"),
    "unknown": N_("Do not know"),
}
INSTEAD_WORDS: Final = {
    "cannot": N_("We cannot answer, because"),
    "not_applicable": N_("Does not apply to us, because"),
}


def display(question: Question, value: Answer, language: str) -> list[tuple[str, str]]:
    """Pairs of label and text for what was answered and is asked; empty where nothing was.

    A part without a label carries the question's own text. Each row of a table is a pair.
    """
    instead = value.get("instead")
    if instead in question.instead and value.get("reason"):
        return [(translate(language, INSTEAD_WORDS[str(instead)]), str(value["reason"]))]
    lines: list[tuple[str, str]] = []
    for part in asked_parts(question, value):
        given = value.get(part.id)
        if given in (None, "", []):
            continue
        label = (part.label or question.text)[language]
        if part.type == "table":
            lines += _row_lines(part, given, label, language)
        else:
            lines.append((label, field_text(part.field, given, language)))
    return lines


def table_texts(part: Part, value: object, language: str) -> list[list[str]]:
    """The rows of a table as texts, one for each column; empty cells are empty texts."""
    rows = value if isinstance(value, list) else []
    return [
        [_cell(column, row.get(column.id), language) for column in part.columns]
        for row in rows
        if isinstance(row, Mapping)
    ]


def options(field: Column, language: str) -> list[tuple[str, str]]:
    """What can be chosen in a field, as pairs of value and label in the order to show them."""
    labels = {choice.id: choice.label[language] for choice in field.choices}
    return [
        (value, labels[value] if value in labels else translate(language, YES_WORDS[value]))
        for value in field.options
    ]


def field_text(field: Column, value: object, language: str) -> str:
    """One value in words. A value that no longer fits its field is shown as it stands."""
    if isinstance(value, list):
        return ", ".join(field_text(field, each, language) for each in value)
    if value in YES_WORDS and field.type.startswith("yes_"):
        return translate(language, YES_WORDS[str(value)])
    for choice in field.choices:
        if choice.id == value:
            return choice.label[language]
    if field.type == "countries":
        return country_name(str(value), language)
    if field.type == "date":
        return _day(str(value), language)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _amount(field, value, language)
    return str(value)


def is_stale(field: Column, value: object, today: dt.date) -> bool:
    """Whether a date lies further back than its field finds fit; a remark, not a fault."""
    if field.stale_months is None or not isinstance(value, str):
        return False
    months = today.year * 12 + today.month - 1 - field.stale_months
    # The first of the month does for an age counted in months.
    return value < dt.date(months // 12, months % 12 + 1, 1).isoformat()


def _row_lines(part: Part, value: object, label: str, language: str) -> list[tuple[str, str]]:
    headings = [column.label[language] if column.label else "" for column in part.columns]
    lines = []
    for row_number, row in enumerate(table_texts(part, value, language), start=1):
        cells = [f"{head}: {text}" for head, text in zip(headings, row, strict=True) if text]
        lines.append((f"{label} {row_number}", "; ".join(cells)))
    return lines


def _cell(column: Column, value: object, language: str) -> str:
    return "" if value is None else field_text(column, value, language)


def _day(value: str, language: str) -> str:
    try:
        return day(dt.date.fromisoformat(value), language)
    except ValueError:
        return value


def _amount(field: Column, value: float, language: str) -> str:
    unit = "%" if field.type == "percentage" else field.unit[language] if field.unit else ""
    return f"{number(value, language)}\N{NO-BREAK SPACE}{unit}" if unit else number(value, language)
