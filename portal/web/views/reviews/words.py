"""A flag in words, as the macros of the reviewer's page take it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from portal.domain.evidence import Box
from portal.domain.flags import (
    BEARING_NAMES,
    HOW_NAMES,
    REJECT_REASONS,
    STANCE_NAMES,
    TOPIC_NAMES,
    DecisionKind,
)
from portal.services.reviews import Altered, Anew, Marked, Met, Standing, Wording
from portal.texts import N_, moment, translate
from portal.web.views.reviews.beside import sentence
from portal.web.views.reviews.met import MetOnce, met_once
from portal.web.views.reviews.values import Told, facts

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


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagItem:
    """A flag for the list. ``language`` is that of its quote, "" where it is not known; ``facts``
    are names and values; ``version`` is of its decision."""

    id: str
    topic: str
    topic_word: str
    stance: str
    bearing: str
    severe: bool
    quote: str
    language: str
    page: int
    why: str
    facts: tuple[Told, ...]
    state: str
    decided_words: str
    read_words: str
    former_words: str
    hints: tuple[str, ...]
    version: str
    met: tuple[MetOnce, ...]


def item(
    flag: Marked, written: str, language: str, assessment_url: Callable[[Met], str]
) -> FlagItem:
    """The flag in the person's language; ``written`` is the paper's."""
    topic_word = translate(language, TOPIC_NAMES[flag.topic])
    return FlagItem(
        id=str(flag.id),
        topic=flag.topic,
        topic_word=topic_word,
        stance=flag.stance,
        bearing=flag.bearing,
        severe=flag.severe,
        quote=flag.quote,
        language=written,
        page=flag.page,
        why=_why(flag, language),
        facts=facts(flag.value, language),
        state=flag.decision.kind if flag.decision else "open",
        decided_words=_decided(DECIDED, flag.decision, language),
        hints=tuple(filter(None, (sentence(each, language) for each in flag.hints))),
        read_words=_read(flag, language),
        former_words=_decided(DECIDED_ONCE, flag.former, language),
        version=str(flag.shown or ""),
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
    return told + [f"{each.name} {each.value}" for each in before if each not in after]


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
