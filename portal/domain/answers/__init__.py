"""What is answered: checking values, forms, what is asked and missing, and answers in words."""

from portal.domain.answers.checking import Answer, check
from portal.domain.answers.countries import country_name, country_names
from portal.domain.answers.display import display, field_text, is_stale, options, table_texts
from portal.domain.answers.forms import from_form, to_form
from portal.domain.answers.standing import (
    Answers,
    Missing,
    Progress,
    SectionProgress,
    asked_parts,
    evidence_required,
    is_answered,
    minutes_left,
    missing,
    needs_follow_up,
    progress,
    proposes_deviation,
    section_state,
    shown,
    to_submit,
)

__all__ = [
    "Answer",
    "Answers",
    "Missing",
    "Progress",
    "SectionProgress",
    "asked_parts",
    "check",
    "country_name",
    "country_names",
    "display",
    "evidence_required",
    "field_text",
    "from_form",
    "is_answered",
    "is_stale",
    "minutes_left",
    "missing",
    "needs_follow_up",
    "options",
    "progress",
    "proposes_deviation",
    "section_state",
    "shown",
    "table_texts",
    "to_form",
    "to_submit",
]
