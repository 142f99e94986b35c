"""A flag in words, as the macros of the reviewer's page take it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from portal.domain.answers import country_name
from portal.domain.days import last_day
from portal.domain.evidence import Box
from portal.domain.flags import (
    BEARING_NAMES,
    CODE_NAMES,
    HOW_NAMES,
    REJECT_REASONS,
    STANCE_NAMES,
    TOPIC_NAMES,
    DecisionKind,
    code_name,
)
from portal.services.reviews import Altered, Anew, Marked, Met, Standing, Wording
from portal.texts import N_, duration, exact_number, moment, money, partial_day, translate
from portal.web.views.reviews.beside import sentence
from portal.web.views.reviews.met import MetOnce, met_once

_FIGURE: Final = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?")
AIR: Final = 0.003  # of the page, between words and the line around them

WHY_WORDS: Final = N_("“%(words)s” (rule %(rule)s)")
WHY_RULE: Final = N_("rule %(rule)s")
WHY_HEARD: Final = N_("it is like sentences that people have marked so; no rule says it")
WHY_RECOGNISED: Final = N_(
    "a recogniser took a word in it for the name of a chemical; no rule names it"
)
# A flag whose rule is so named was heard by the classifier alone.
HEARD: Final = "heard."
RECOGNISED: Final = "chem.recognised"

DECIDED: Final[Mapping[DecisionKind, str]] = {
    DecisionKind.CONFIRMED: N_("Confirmed by %(name)s, %(at)s."),
    DecisionKind.REJECTED: N_("Rejected by %(name)s, %(at)s: %(reason)s"),
    DecisionKind.UNSURE: N_("%(name)s was unsure, %(at)s."),
    DecisionKind.CORRECTED: N_("Corrected by %(name)s, %(at)s."),
}

DECIDED_ONCE: Final[Mapping[DecisionKind, str]] = {
    DecisionKind.CONFIRMED: N_(
        "Confirmed by %(name)s, %(at)s, when the words were taken to say something else."
    ),
    DecisionKind.REJECTED: N_(
        "Rejected by %(name)s, %(at)s, when the words were taken to say something else: %(reason)s"
    ),
    DecisionKind.UNSURE: N_(
        "%(name)s was unsure, %(at)s, when the words were taken to say something else."
    ),
    DecisionKind.CORRECTED: N_(
        "Corrected by %(name)s, %(at)s, when the words were taken to say something else."
    ),
}
READ: Final = N_("A program had read: %(words)s.")
READ_LESS: Final = N_("A program had read less.")

VALUE_NAMES: Final[Mapping[str, str]] = {
    "name": N_("Substance"),
    "cas": N_("CAS number"),
    "ec": N_("EC number"),
    "amount": N_("Amount"),
    "list": N_("List"),
    "group": N_("Substance group"),
    "h_code": N_("Hazard statement"),
    "indicator": N_("Sign of forced labour"),
    "age": N_("Age"),
    "hours_per_week": N_("Hours a week"),
    "hours_per_day": N_("Hours a day"),
    "hours_per_month": N_("Hours a month"),
    "hours_per_year": N_("Hours a year"),
    "days_per_week": N_("Working days a week"),
    "rest_days_per_week": N_("Rest days a week"),
    "days_in_a_row": N_("Days of work in a row"),
    "wage": N_("Pay"),
    "wage_floor": N_("Minimum or living wage"),
    "overdue": N_("Pay late or missing for"),
    "notice": N_("Notice"),
    "operations": N_("Whose operations"),
    "country": N_("Country"),
    "site": N_("Site"),
    "material": N_("Material"),
    "model": N_("Chain of custody"),
    "mineral": N_("Mineral"),
    "standard": N_("Standard"),
    "number": N_("Number"),
    "date": N_("Date"),
    "valid_from": N_("Valid from"),
    "valid_to": N_("Valid to"),
    "grade": N_("Grade"),
}


PER_NAMES: Final[Mapping[str, str]] = {
    "hour": N_("an hour"),
    "day": N_("a day"),
    "week": N_("a week"),
    "month": N_("a month"),
    "year": N_("a year"),
    "piece": N_("apiece"),
    "kg": N_("a kilogram"),
}
"""For how long, or for how much, a sum of pay is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagItem:
    """A flag for the list. ``facts`` are names and values; ``version`` is of its decision."""

    id: str
    topic: str
    topic_word: str
    stance: str
    bearing: str
    severe: bool
    quote: str
    page: int
    why: str
    facts: tuple[tuple[str, str], ...]
    state: str
    decided_words: str
    read_words: str
    former_words: str
    hints: tuple[str, ...]
    version: str
    met: tuple[MetOnce, ...]


def item(flag: Marked, language: str, assessment_url: Callable[[Met], str]) -> FlagItem:
    """The flag in the person's language."""
    topic_word = translate(language, TOPIC_NAMES[flag.topic])
    return FlagItem(
        id=str(flag.id),
        topic=flag.topic,
        topic_word=topic_word,
        stance=flag.stance,
        bearing=flag.bearing,
        severe=flag.severe,
        quote=flag.quote,
        page=flag.page,
        why=_why(flag, language),
        facts=facts(flag.value, language),
        state=flag.decision.kind if flag.decision else "open",
        decided_words=_decided(DECIDED, flag.decision, language),
        hints=tuple(filter(None, (sentence(each, language) for each in flag.hints))),
        read_words=_read(flag, language),
        former_words=_decided(DECIDED_ONCE, flag.former, language),
        version=str(standing.id) if (standing := flag.decision or flag.former) else "",
        met=met_once(flag.met, language, assessment_url),
    )


def _why(flag: Marked, language: str) -> str:
    if flag.rule.startswith(HEARD):
        return translate(language, WHY_HEARD)
    if flag.rule == RECOGNISED:
        return translate(language, WHY_RECOGNISED)
    if not flag.cues:
        return translate(language, WHY_RULE, {"rule": flag.rule})
    return translate(language, WHY_WORDS, {"words": " … ".join(flag.cues), "rule": flag.rule})


def facts(value: Mapping[str, str], language: str) -> tuple[tuple[str, str], ...]:
    """The normalised fact as names and values, such as CAS number and 117-81-7."""
    given = [(name, value[name]) for name in VALUE_NAMES if value.get(name)]
    if "name" in value and value["name"] == value.get("cas"):
        given = [pair for pair in given if pair[0] != "name"]
    lines = [
        (translate(language, VALUE_NAMES[name]), _value(name, word, value, language))
        for name, word in given
    ]
    share = _share(value, language)
    return (*lines, (translate(language, N_("Share")), share)) if share else tuple(lines)


def _value(name: str, word: str, value: Mapping[str, str], language: str) -> str:
    if name == "country":
        return country_name(word, language)
    if name == "amount":
        return f"{_figure(word, language)} {value.get('unit', '')}".strip()
    if name in ("wage", "wage_floor"):
        return _pay(name, value, language)
    if name in ("overdue", "notice"):
        return duration(word, language)
    if name in ("date", "valid_from", "valid_to") and last_day(word):
        return partial_day(word, language)
    if name in CODE_NAMES:
        return translate(language, code_name(name, word))
    return word


def _pay(name: str, value: Mapping[str, str], language: str) -> str:
    """A sum of money, or from which to which, with its currency and for how long it is paid."""
    ends = [value[name], value.get("wage_max", "") if name == "wage" else ""]
    figures = "–".join(
        money(Decimal(end), language) if _FIGURE.fullmatch(end) else end for end in ends if end
    )
    told = [figures, value.get("currency", "")]
    if per := PER_NAMES.get(value.get("per", "")):
        told.append(translate(language, per))
    return " ".join(filter(None, told))


def _share(value: Mapping[str, str], language: str) -> str:
    """The share by weight: one number, a range, or an upper bound."""
    ends = [_figure(value[name], language) for name in ("pct_min", "pct_max") if value.get(name)]
    if not ends:
        return ""
    if "pct_min" not in value:
        return f"≤ {ends[0]}\N{NO-BREAK SPACE}%"
    if "pct_max" not in value:
        return f"≥ {ends[0]}\N{NO-BREAK SPACE}%"
    return "–".join(dict.fromkeys(ends)) + "\N{NO-BREAK SPACE}%"


def _figure(value: str, language: str) -> str:
    """A figure with every decimal it was read with, and the language's own separators."""
    return exact_number(Decimal(value), language) if _FIGURE.fullmatch(value) else value


def _decided(words: Mapping[DecisionKind, str], standing: Standing | None, language: str) -> str:
    if standing is None:
        return ""
    return translate(
        language,
        words[standing.kind],
        {
            "name": standing.by,
            "at": moment(standing.at, language),
            "reason": reason_words(standing.reason, language),
        },
    )


def _read(flag: Marked, language: str) -> str:
    """What a program had made of the words, as far as a person says otherwise."""
    if flag.read is None:
        return ""
    told = _told_otherwise(flag.read, flag, language)
    if not told:
        return translate(language, READ_LESS)
    return translate(language, READ, {"words": ", ".join(told)})


def anew(run: Anew, language: str) -> dict[str, object]:
    """A run that came out otherwise, for the page to tell of."""
    return {
        "at": moment(run.at, language),
        "new": run.new,
        "gone": run.gone,
        "changed": run.changed,
        "changes": [_altered(each, language) for each in run.changes],
        "left": run.new + run.gone + run.changed - len(run.changes),
    }


def _altered(altered: Altered, language: str) -> dict[str, object]:
    now = altered.after or altered.before
    was = altered.before if altered.after else None
    if now is None:
        return {}
    return {
        "how": translate(language, HOW_NAMES[altered.how]),
        "topic": translate(language, TOPIC_NAMES[now.topic]),
        "page": now.page,
        "quote": now.quote,
        "was": _difference(was, now, language) if was else "",
    }


def _difference(was: Wording, now: Wording, language: str) -> str:
    """What the statement said before, as far as it was otherwise."""
    told = _told_otherwise(was, now, language)
    return ", ".join(told) or translate(language, N_("less was told"))


def _told_otherwise(was: Wording, now: Wording | Marked, language: str) -> list[str]:
    """Words, topic, stance, bearing and facts of the former statement that the later has not."""
    told = [f"“{was.quote}”"] if was.quote != now.quote else []
    if was.topic != now.topic:
        told.append(translate(language, TOPIC_NAMES[was.topic]))
    if was.stance != now.stance:
        told.append(translate(language, STANCE_NAMES[was.stance]))
    if was.bearing != now.bearing:
        told.append(translate(language, BEARING_NAMES[was.bearing]))
    before, after = facts(was.value, language), facts(now.value, language)
    return told + [f"{name} {value}" for name, value in before if (name, value) not in after]


def reason_words(reason: str, language: str) -> str:
    """An offered reason in the person's language; one that someone wrote, as it stands."""
    return translate(language, reason) if reason in REJECT_REASONS else reason


def rect(box: Box) -> tuple[float, float, float, float]:
    """A box as corner and size, for drawing; a little wider than the words, to leave them clear."""
    return (
        round(box.x0 - AIR, 5),
        round(box.y0 - AIR, 5),
        round(box.x1 - box.x0 + 2 * AIR, 5),
        round(box.y1 - box.y0 + 2 * AIR, 5),
    )
