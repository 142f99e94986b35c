"""What a paper says of itself: proposed by a program with its words, said by a person.

A value is a text; a kind or a language is its code, a date ``2026-12-18``, or ``2026-12`` or
``2026`` where the paper tells no more. An empty value says that the paper does not tell.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from portal.domain.days import last_day
from portal.domain.evidence.kinds import KIND_LABELS, DocumentKind
from portal.domain.written import (
    BACKWARDS,
    CHOOSE,
    LONGEST,
    backwards,
    each_taken,
    partial_date,
    short_line,
)
from portal.errors import Invalid
from portal.texts import N_


class FactName(StrEnum):
    """What is told of a paper, in the order in which it is shown. The list is closed."""

    KIND = "kind"
    TITLE = "title"
    LANGUAGE = "language"
    HOLDER = "holder"
    ISSUER = "issuer"
    NUMBER = "number"
    VERSION = "version"
    ISSUED = "issued"
    REVISED = "revised"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    SIGNED = "signed"
    SIGNATURE = "signature"
    TEMPLATE_LEFT = "template_left"

    @property
    def label(self) -> str:
        """What it is called, to translate."""
        return FACT_LABELS[self]


SAYABLE: Final = tuple(name for name in FactName if name is not FactName.TEMPLATE_LEFT)
"""What a person can say of a paper, each once."""

DATES: Final = (
    FactName.ISSUED,
    FactName.REVISED,
    FactName.VALID_FROM,
    FactName.VALID_TO,
    FactName.SIGNED,
)

FACT_LABELS: Final[Mapping[FactName, str]] = MappingProxyType(
    {
        FactName.KIND: N_("Kind of paper"),
        FactName.TITLE: N_("Title"),
        FactName.LANGUAGE: N_("Language"),
        FactName.HOLDER: N_("Holder"),
        FactName.ISSUER: N_("Issuer"),
        FactName.NUMBER: N_("Number"),
        FactName.VERSION: N_("Version"),
        FactName.ISSUED: N_("Dated"),
        FactName.REVISED: N_("Revised"),
        FactName.VALID_FROM: N_("Valid from"),
        FactName.VALID_TO: N_("Valid until"),
        FactName.SIGNED: N_("Signed on"),
        FactName.SIGNATURE: N_("Signed by"),
        FactName.TEMPLATE_LEFT: N_("Left to fill in"),
    }
)

LANGUAGE_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {"sv": N_("Swedish"), "en": N_("English"), "other": N_("Another language")}
)


class Found(Protocol):
    """A fact as the language library gives it."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def page(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def rule(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a program takes a paper to say, with the words it rests on."""

    name: FactName
    value: str
    page: int
    start: int
    end: int
    words: str
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person says of a paper, and what had been proposed when they did."""

    value: str
    proposed: str
    said_at: datetime


class Source(StrEnum):
    """Who says it: a program alone, or a person who agreed, changed it or added it."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Known:
    """One fact of a paper: what a program proposes, what a person says, or both."""

    name: FactName
    proposal: Proposal | None = None
    statement: Statement | None = None

    @property
    def value(self) -> str:
        """What counts: a person's word before a program's."""
        if self.statement is not None:
            return self.statement.value
        return self.proposal.value if self.proposal else ""

    @property
    def source(self) -> Source:
        """Who says what counts."""
        if self.statement is None:
            return Source.PROPOSED
        if self.statement.value == self.statement.proposed:
            return Source.CONFIRMED
        return Source.CORRECTED if self.statement.proposed else Source.ADDED

    @property
    def otherwise(self) -> Proposal | None:
        """The proposal, where it is not what a person says."""
        if self.statement is None or self.proposal is None:
            return None
        return self.proposal if self.proposal.value != self.statement.value else None


def proposals(pages: Sequence[str], found: Iterable[Found]) -> tuple[Proposal, ...]:
    """Facts as proposals with their words. What the house has no word for is left out.

    Raises Invalid where a fact points outside its page.
    """
    return tuple(
        Proposal(
            FactName(fact.name),
            fact.value[:LONGEST],
            fact.page,
            fact.start,
            fact.end,
            _words(pages, fact),
            fact.rule,
        )
        for fact in found
        if _is_ours(fact)
    )


def _is_ours(fact: Found) -> bool:
    if fact.name not in set(FactName):
        return False
    known: Mapping[str, Callable[[str], object]] = {
        FactName.KIND: lambda value: value in set(DocumentKind),
        FactName.LANGUAGE: lambda value: value in LANGUAGE_LABELS,
        **dict.fromkeys(DATES, last_day),
    }
    return bool(known.get(fact.name, str.strip)(fact.value))


def _words(pages: Sequence[str], fact: Found) -> str:
    if not 1 <= fact.page <= len(pages):
        raise Invalid({"page": N_("The document has no such page.")})
    text = pages[fact.page - 1]
    if not 0 <= fact.start < fact.end <= len(text):
        raise Invalid({"start": N_("The page has no such words.")})
    return " ".join(text[fact.start : fact.end].split())[:LONGEST]


def checked(written: Mapping[str, object]) -> dict[FactName, str]:
    """What a person wrote, in its one form; fields that were not sent are not said.

    Dates come as ``2026-12-18`` or as a mapping of day, month and year, of which the last can
    be left out. Raises Invalid whose ``fields`` carry the names of facts.
    """
    sent: list[FactName] = [name for name in SAYABLE if name in written]
    said, faults = each_taken(sent, lambda name: _checked(name, written[name]))
    if backwards(said.get(FactName.VALID_FROM, ""), said.get(FactName.VALID_TO, "")):
        faults[FactName.VALID_TO] = BACKWARDS
    if faults:
        raise Invalid(faults)
    return said


def _checked(name: FactName, value: object) -> str:
    if name in DATES:
        return partial_date(name, value)
    text = short_line(name, value)
    choices: Mapping[FactName, Iterable[str]] = {
        FactName.KIND: KIND_LABELS,
        FactName.LANGUAGE: LANGUAGE_LABELS,
    }
    if text and name in choices and text not in choices[name]:
        raise Invalid({name: CHOOSE})
    return text
