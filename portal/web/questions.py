"""A question as its page shows it: the fields with what was typed, its help, its state."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from portal.domain.answers import (
    asked_parts,
    country_names,
    display,
    evidence_required,
    from_form,
    options,
    to_form,
)
from portal.domain.answers.display import INSTEAD_WORDS
from portal.domain.deadlines import day_in_sweden
from portal.domain.questionnaire import Column, Part, Question
from portal.services.assessments import SavedAnswer, Sheet
from portal.texts import N_, day, time_of_day, translate
from portal.web.forms import DATE_PIECES

Fields = Mapping[str, Sequence[str]]
Option = tuple[str, str]

SAVED_TODAY: Final = N_("Saved %(time)s")
SAVED_BY: Final = N_("Saved %(day)s by %(name)s")
KINDS: Final = {"number": "number", "percentage": "percent", "date": "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """One column of a table to fill in, as the form macros take it."""

    key: str
    label: str
    kind: str
    options: Sequence[Option] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One part of a question. ``values`` is what stands in the field, as text."""

    id: str
    name: str
    type: str
    label: str
    hint: str
    asked: bool
    required: bool
    values: Sequence[str]
    options: Sequence[Option] = ()
    unit: str = ""
    limit: int = 0
    date: Mapping[str, str] = field(default_factory=dict)
    columns: Sequence[ColumnView] = ()
    rows: Sequence[Mapping[str, str]] = ()

    @property
    def value(self) -> str:
        """The first value, empty where nothing was written."""
        return self.values[0] if self.values else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question on its page."""

    id: str
    text: str
    why: str
    counts: str
    assessed: str
    shown: bool
    version: int
    saved: str
    fields: Sequence[FieldView]
    instead: Sequence[Option]
    instead_value: str
    instead_reason: str
    evidence: str
    evidence_required: bool
    evidence_kinds: Sequence[str]


@dataclass(frozen=True, slots=True)
class Clock:
    """When the page is made, and in which language."""

    now: dt.datetime
    language: str


def question_view(
    sheet: Sheet,
    question: Question,
    clock: Clock,
    *,
    shown: bool,
    typed: Fields | None = None,
    version: int | None = None,
) -> QuestionView:
    """A question with its saved answer, or with what was typed where that is given."""
    language, prefix = clock.language, f"{question.id}."
    answer = sheet.value(question.id)
    if typed is None:
        stands: Fields = to_form(question, answer, prefix=prefix, language=language)
    else:
        # What could not be saved decides its own parts: a fault is never on a hidden field.
        stands, answer = typed, from_form(question, typed, prefix=prefix)
    asked = {part.id for part in asked_parts(question, answer)}
    return QuestionView(
        id=question.id,
        text=question.text[language],
        why=question.why_asked[language],
        counts=question.what_counts[language],
        assessed="" if question.how_assessed is None else question.how_assessed[language],
        shown=shown,
        version=sheet.version(question.id) if version is None else version,
        saved=saved_words(sheet.answers.get(question.id), clock),
        fields=[
            field_view(part, stands, prefix + part.id, language, asked=part.id in asked)
            for part in question.parts
        ],
        instead=[(way, translate(language, INSTEAD_WORDS[way])) for way in question.instead],
        instead_value=_first(stands, f"{prefix}instead"),
        instead_reason=_first(stands, f"{prefix}instead-reason"),
        evidence=question.evidence.need,
        evidence_required=evidence_required(question, answer),
        evidence_kinds=[
            sheet.definition.evidence_title(code, language) for code in question.evidence.codes
        ],
    )


def field_view(part: Part, stands: Fields, name: str, language: str, *, asked: bool) -> FieldView:
    """One part as a field. ``stands`` holds form names and the texts in them."""
    return FieldView(
        id=part.id,
        name=name,
        type=part.type,
        label="" if part.label is None else part.label[language],
        hint="" if part.hint is None else part.hint[language],
        asked=asked,
        required=part.required,
        values=tuple(stands.get(name, ())),
        options=_options(part.field, language),
        unit="" if part.field.unit is None else part.field.unit[language],
        limit=part.field.max_length,
        date={piece: _first(stands, f"{name}-{piece}") for piece in DATE_PIECES},
        columns=[_column(column, language) for column in part.columns],
        rows=_rows(part, stands, name),
    )


def _first(stands: Fields, name: str) -> str:
    values = stands.get(name, ())
    return values[0] if values else ""


def _options(column: Column, language: str) -> Sequence[Option]:
    if column.type == "countries":
        return list(country_names(language).items())
    return options(column, language)


def _column(column: Column, language: str) -> ColumnView:
    kind = KINDS.get(column.type, "choice" if column.options else "text")
    if column.type == "countries" and column.high == 1:
        kind = "country"
    return ColumnView(
        key=column.id,
        label="" if column.label is None else column.label[language],
        kind=kind,
        options=_options(column, language) if kind in ("choice", "country") else (),
    )


def _rows(part: Part, stands: Fields, name: str) -> list[dict[str, str]]:
    """The rows that hold anything, and those above them."""
    rows: list[dict[str, str]] = []
    for number in range(part.max_rows if part.columns else 0):
        cells = {column.id: _cell(column, stands, f"{name}-{number}-{column.id}")
                 for column in part.columns}  # fmt: skip
        rows.append(cells)
    while rows and not any(rows[-1].values()):
        rows.pop()
    return rows


def _cell(column: Column, stands: Fields, name: str) -> str:
    pieces = [_first(stands, f"{name}-{piece}") for piece in reversed(DATE_PIECES)]
    if column.type == "date" and any(pieces):
        return "-".join(pieces)
    return ", ".join(value for value in stands.get(name, ()) if value)


def saved_words(saved: SavedAnswer | None, clock: Clock) -> str:
    """When an answer was saved: the time today, the day and by whom before that."""
    if saved is None:
        return ""
    if day_in_sweden(saved.saved_at) == day_in_sweden(clock.now):
        return translate(clock.language, SAVED_TODAY, {"time": time_of_day(saved.saved_at)})
    words = {"day": day(saved.saved_at, clock.language), "name": saved.saved_by}
    return translate(clock.language, SAVED_BY, words)


def words_of(question: Question, value: Mapping[str, object], language: str) -> str:
    """An answer as plain lines, to be set beside another's."""
    lines = display(question, value, language)
    if len(lines) == 1 and lines[0][0] == question.text[language]:
        return lines[0][1]
    return "\n".join(f"{label}: {text}" for label, text in lines)
