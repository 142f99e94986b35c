"""What is answered: checking values, forms, what is asked and missing, and answers in words."""

from portal.domain.answers.checking import check
from portal.domain.answers.counting import (
    Progress,
    SectionProgress,
    minutes_left,
    progress,
    section_state,
)
from portal.domain.answers.countries import country_codes, country_name, country_names
from portal.domain.answers.display import display, field_text, is_stale, options, table_texts
from portal.domain.answers.forms import from_form, to_form
from portal.domain.answers.standing import (
    Answer,
    Answers,
    Missing,
    asked_parts,
    evidence_required,
    is_answered,
    is_set_aside,
    missing,
    shown,
    to_submit,
)
from portal.domain.answers.stars import needs_follow_up, proposes_deviation

__all__ = [
    "Answer",
    "Answers",
    "Missing",
    "Progress",
    "SectionProgress",
    "asked_parts",
    "check",
    "country_codes",
    "country_name",
    "country_names",
    "display",
    "evidence_required",
    "field_text",
    "from_form",
    "is_answered",
    "is_set_aside",
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
