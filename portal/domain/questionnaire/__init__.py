"""What is asked: a questionnaire's definition, its conditions and the reader that checks it."""

from portal.domain.questionnaire.conditions import (
    All,
    Comparison,
    Condition,
    Context,
    Either,
    Not,
    Source,
    read_context,
)
from portal.domain.questionnaire.definition import (
    Choice,
    Column,
    EvidenceKind,
    EvidenceRule,
    Part,
    Question,
    Questionnaire,
    Requirement,
    Section,
    Text,
)
from portal.domain.questionnaire.faults import Fault, FaultyDefinition
from portal.domain.questionnaire.reading import definition_hash, read_definition

__all__ = [
    "All",
    "Choice",
    "Column",
    "Comparison",
    "Condition",
    "Context",
    "Either",
    "EvidenceKind",
    "EvidenceRule",
    "Fault",
    "FaultyDefinition",
    "Not",
    "Part",
    "Question",
    "Questionnaire",
    "Requirement",
    "Section",
    "Source",
    "Text",
    "definition_hash",
    "read_context",
    "read_definition",
]
