"""The values a questionnaire is made of: sections, questions, parts, choices, evidence rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.domain.questionnaire.conditions import Condition

YES_TYPES: Final = {
    "yes_no": ("yes", "no"),
    "yes_no_unknown": ("yes", "no", "unknown"),
    "yes_partly_no": ("yes", "partly", "no"),
}
CHOICE_TYPES: Final = ("one", "many")
SIMPLE_TYPES: Final = ("text", "number", "percentage", "date", "countries")
COLUMN_TYPES: Final = (*YES_TYPES, *CHOICE_TYPES, *SIMPLE_TYPES)
PART_TYPES: Final = (*COLUMN_TYPES, "table")
NEEDS: Final = ("none", "optional", "required")
INSTEAD: Final = ("cannot", "not_applicable")
MAX_LENGTH: Final = 2000
MAX_ROWS: Final = 50


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages: ``text["sv"]``, ``text["en"]``."""

    sv: str
    en: str

    def __getitem__(self, language: str) -> str:
        return self.sv if language == "sv" else self.en


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose. ``none`` says no to the question and stands alone."""

    id: str
    label: Text
    none: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A field: one column of a table, or the typed half of a part.

    ``low`` and ``high`` bound a number, both included; ``high`` bounds how many countries.
    ``whole`` allows only whole numbers. ``stale_months`` is the age at which a date deserves
    a second look; it is a remark, never a refusal.
    """

    id: str
    type: str
    label: Text | None
    choices: tuple[Choice, ...] = ()
    required: bool = True
    max_length: int = MAX_LENGTH
    low: float | None = None
    high: float | None = None
    whole: bool = False
    unit: Text | None = None
    stale_months: int | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The values that may be chosen, by their ids; empty where something is typed."""
        return YES_TYPES.get(self.type, tuple(choice.id for choice in self.choices))


@dataclass(frozen=True, slots=True)
class Part:
    """One answer of one type within a question; a question has one or several.

    ``condition`` looks at earlier parts of the same question only. Where it does not hold the
    part is not asked: what was typed there is kept but neither required nor submitted.
    ``at_most`` names another part, a number that this number is a share of and cannot exceed.
    """

    field: Column
    hint: Text | None = None
    condition: Condition | None = None
    columns: tuple[Column, ...] = ()
    max_rows: int = MAX_ROWS
    at_most: str | None = None

    @property
    def id(self) -> str:
        """The part's name within its question, and its field's name in a form."""
        return self.field.id

    @property
    def type(self) -> str:
        """One of ``PART_TYPES``."""
        return self.field.type

    @property
    def label(self) -> Text | None:
        """What this part asks; none where the question's own text says it all."""
        return self.field.label

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen, for the types ``one`` and ``many``."""
        return self.field.choices

    @property
    def required(self) -> bool:
        """Whether the question is unfinished without this part, when it is asked."""
        return self.field.required


@dataclass(frozen=True, slots=True)
class EvidenceRule:
    """Which evidence a question takes. ``required`` may hold only under ``condition``.

    The condition looks at the question's own parts: a firm that answers no is not asked to
    prove it.
    """

    need: str = "none"
    codes: tuple[str, ...] = ()
    condition: Condition | None = None

    @property
    def wanted(self) -> bool:
        """Whether papers can be laid to the question at all."""
        return self.need != "none"


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A sort of evidence by its code, such as POL for a policy."""

    code: str
    title: Text


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement of the contract terms, such as PR1, that questions belong to."""

    code: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its parts, help and rules.

    ``star``: an answer of no proposes a deviation, which a person decides. ``diamond``: yes or
    unknown needs a person's follow-up. ``instead``: answers allowed in place of the parts,
    each with a reason: ``cannot`` ("we cannot answer") and ``not_applicable``.
    """

    id: str
    section_id: str
    text: Text
    parts: tuple[Part, ...]
    requirements: tuple[str, ...]
    evidence: EvidenceRule
    why_asked: Text
    what_counts: Text
    how_assessed: Text | None = None
    condition: Condition | None = None
    star: bool = False
    diamond: bool = False
    secret_default: bool = False
    instead: tuple[str, ...] = ()

    @property
    def may_be_not_applicable(self) -> bool:
        """Whether the supplier may say, with a reason, that the question does not apply."""
        return "not_applicable" in self.instead

    def part(self, part_id: str) -> Part:
        """The part of that id. Raises KeyError where there is none."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)


@dataclass(frozen=True, slots=True)
class Section:
    """A page of questions on one theme."""

    id: str
    title: Text
    why: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A whole definition in one version; never changed once sent."""

    id: str
    version: int
    title: Text
    requirements: tuple[Requirement, ...]
    evidence_kinds: tuple[EvidenceKind, ...]
    sections: tuple[Section, ...]

    def questions(self) -> Iterator[Question]:
        """All questions in the order they are asked."""
        for section in self.sections:
            yield from section.questions

    def question(self, question_id: str) -> Question:
        """The question of that id. Raises KeyError where there is none."""
        for question in self.questions():
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def section(self, section_id: str) -> Section:
        """The section of that id. Raises KeyError where there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def requirement(self, code: str) -> Requirement:
        """The requirement of that code. Raises KeyError where there is none."""
        for requirement in self.requirements:
            if requirement.code == code:
                return requirement
        raise KeyError(code)

    def evidence_title(self, code: str, language: str) -> str:
        """What a code of evidence is called, or the code itself where it is unknown."""
        titles = {kind.code: kind.title[language] for kind in self.evidence_kinds}
        return titles.get(code, code)
