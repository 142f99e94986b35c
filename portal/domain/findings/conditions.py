"""The few conditions that a finding rule is written with: on an answer, on a flag, on both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from portal.domain.days import last_day
from portal.domain.findings.facts import AnswerFact, FlagFact
from portal.domain.firms import same_name
from portal.domain.flags import Bearing, Stance, Topic, severe
from portal.domain.questionnaire.conditions import found

Answers = Mapping[str, AnswerFact]


@dataclass(frozen=True, slots=True)
class Says:
    """Holds if a part of the answer (or a column of its table) says one of ``any_of``, or
    says something and none of ``none_of``. With neither it holds for anything said.
    ``or_blank`` lets a blank pass as well.
    """

    part: str
    column: str = ""
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    or_blank: bool = False

    def holds(self, answer: AnswerFact) -> bool:
        """Whether the answer says it."""
        said = found(answer.value, self.part, self.column)
        if not said:
            return self.or_blank
        if self.any_of:
            return any(each in self.any_of for each in said)
        return not any(each in self.none_of for each in said)


@dataclass(frozen=True, slots=True)
class Blank:
    """Holds if a part of the answer says nothing."""

    part: str

    def holds(self, answer: AnswerFact) -> bool:
        """Whether nothing is said."""
        return not found(answer.value, self.part)


@dataclass(frozen=True, slots=True)
class Number:
    """Holds if a number in the flag's value lies below one bound or at least at the other."""

    key: str
    below: float | None = None
    at_least: float | None = None
    or_absent: bool = False

    def holds(self, flag: FlagFact, _answers: Answers, _today: date) -> bool:
        """Whether the number lies there. What is no number does not."""
        raw = flag.value.get(self.key, "")
        if not raw:
            return self.or_absent
        try:
            number = float(raw.replace(",", "."))
        except ValueError:
            return False
        if self.below is not None:
            return number < self.below
        return self.at_least is not None and number >= self.at_least


@dataclass(frozen=True, slots=True)
class Day:
    """Holds if a date in the flag's value lies between two distances from today, in days."""

    key: str
    since: int | None = None
    until: int | None = None

    def holds(self, flag: FlagFact, _answers: Answers, today: date) -> bool:
        """Whether the date lies there. What is no date does not."""
        day = last_day(flag.value.get(self.key, ""))
        if day is None:
            return False
        away = (day - today).days
        return (self.since is None or away >= self.since) and (
            self.until is None or away <= self.until
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the answers a thing may be named: a part, or a column of its table."""

    question_id: str
    part: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Holds if what the flag names is named in none of these places.

    ``by`` says how the two are compared: country codes without their regions, names without
    the forms of companies, or numbers and codes as they stand.
    """

    key: str
    places: tuple[Place, ...]
    by: Literal["country", "name", "code"] = "code"

    def holds(self, flag: FlagFact, answers: Answers, _today: date) -> bool:
        """Whether the flag names a thing and the answers do not."""
        named = flag.value.get(self.key, "")
        return bool(named) and not any(
            self._same(named, str(each))
            for place in self.places
            if place.question_id in answers
            for each in found(answers[place.question_id].value, place.part, place.column)
        )

    def _same(self, one: str, other: str) -> bool:
        if self.by == "country":
            return one[:2].upper() == other[:2].upper()
        if self.by == "name":
            return same_name(one, other)
        return one.strip().casefold() == other.strip().casefold()


Test = Number | Day | LeftOut


@dataclass(frozen=True, slots=True)
class Speaks:
    """Holds for a flag of these topics, stances, bearings and values, where every test does.

    An empty condition lets anything pass. ``severe``: only what a person must see at once.
    """

    topics: tuple[Topic, ...]
    stances: tuple[Stance, ...] = ()
    bearings: tuple[Bearing, ...] = ()
    value: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    tests: tuple[Test, ...] = ()
    severe: bool = False

    def holds(self, flag: FlagFact, answers: Answers, today: date) -> bool:
        """Whether the flag says it, beside these answers."""
        return (
            flag.topic in self.topics
            and (not self.stances or flag.stance in self.stances)
            and (not self.bearings or flag.bearing in self.bearings)
            and all(self._has(flag, key) for key in self.value)
            and (not self.severe or severe(flag))
            and all(test.holds(flag, answers, today) for test in self.tests)
        )

    def _has(self, flag: FlagFact, key: str) -> bool:
        allowed = {each.casefold() for each in self.value[key]}
        return flag.value.get(key, "").casefold() in allowed
