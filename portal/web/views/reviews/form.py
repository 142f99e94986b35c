"""The form in which a reviewer corrects a flag: what it shows, and what it sends."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from portal.domain.answers import country_name
from portal.domain.flags import (
    BEARING_NAMES,
    CODE_NAMES,
    DATE_KEYS,
    FIGURE_KEYS,
    KEYS,
    STANCE_NAMES,
    TOPIC_NAMES,
    UNITS,
    Key,
    Move,
    Topic,
    Written,
    around,
    code_name,
    moved,
    shifted,
)
from portal.services.reviews import Marked
from portal.texts import N_, translate
from portal.web.forms import DATE_PIECES, Form
from portal.web.views.reviews.values import VALUE_NAMES

TOPIC_LABEL: Final = N_("What the words are about")
STANCE_LABEL: Final = N_("What the document says of it")
BEARING_LABEL: Final = N_("Which way it speaks")
KEY_LABELS: Final[Mapping[str, str]] = {
    **VALUE_NAMES,
    Key.PCT_MIN: N_("Share, at least"),
    Key.PCT_MAX: N_("Share, at most"),
    Key.UNIT: N_("Unit"),
}
WORDS_LABEL: Final = N_("The words")
MOVE_NAMES: Final[Mapping[Move, str]] = {
    Move.START_EARLIER: N_("Begin one word earlier"),
    Move.START_LATER: N_("Begin one word later"),
    Move.END_EARLIER: N_("End one word earlier"),
    Move.END_LATER: N_("End one word later"),
}
HINTS: Final[Mapping[str, str]] = {
    Key.CAS: N_("For example 117-81-7"),
    Key.EC: N_("For example 204-211-0"),
    Key.H_CODE: N_("For example H350 or EUH208"),
    Key.COUNTRY: N_("Its name or two letters; for a region its code, such as CN-XJ"),
    Key.MATERIAL: N_("For example cotton or palm oil"),
}
LABELS: Final[Mapping[str, str]] = {
    "words": WORDS_LABEL,
    "topic": TOPIC_LABEL,
    "stance": STANCE_LABEL,
    "bearing": BEARING_LABEL,
    **KEY_LABELS,
}
_SHIFT: Final = re.compile("-?[0-9]{1,6}")

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a value. ``kind`` is text, number, share, date or choice."""

    name: str
    label: str
    kind: str
    value: object
    hint: str
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionForm:
    """The form at a flag, in the person's language. ``around`` is what stands before the words,
    they themselves and what stands after; ``others`` are what was typed for topics that are not
    shown, to travel along; ``version`` is of the decision that was shown."""

    flag: str
    url: str
    cancel: str
    version: str
    written: Written
    topics: Options
    stances: Options
    bearings: Options
    around: tuple[str, str, str]
    moves: Options
    fields: tuple[Field, ...]
    others: tuple[tuple[str, str], ...]
    labels: Mapping[str, str]
    errors: Mapping[str, str]


def as_it_stands(flag: Marked, language: str) -> Written:
    """The form filled in with what the flag says now."""
    return Written(
        topic=flag.topic,
        stance=flag.stance,
        bearing=flag.bearing,
        fields_of=flag.topic,
        value={key: _shown(key, word, language) for key, word in flag.value.items()},
        shift=(flag.start - flag.flagged[0], flag.end - flag.flagged[1]),
    )


def as_sent(form: Form) -> Written:
    """What a person filled in."""
    return Written(
        topic=form.text("topic"),
        stance=form.text("stance"),
        bearing=form.text("bearing"),
        fields_of=form.text("fields_of"),
        value={
            key: form.pieces(key) if key in DATE_KEYS else form.text(key)
            for key in Key
            if form.has(key) or form.has(f"{key}-year")
        },
        shift=(_shift(form.text("start")), _shift(form.text("end"))),
    )


def _shift(typed: str) -> int:
    """By how many characters an end is moved; by none where that was not sent."""
    return int(typed) if _SHIFT.fullmatch(typed) else 0


def with_move(written: Written, move: str, flag: Marked, text: str) -> Written:
    """The form with the words moved; as it was where the move is none."""
    if move not in set(Move):
        return written
    start, end = flag.flagged
    span = shifted(flag.flagged, written.shift)
    now = moved(text, span, Move(move), flagged=flag.flagged)
    return replace(written, shift=(now[0] - start, now[1] - end))


def correction_form(
    flag: Marked,
    written: Written,
    language: str,
    *,
    text: str,
    url: str,
    cancel: str,
    errors: Mapping[str, str] | None = None,
) -> CorrectionForm:
    """The form with what was written, and what is wrong with it, in the person's language.

    ``text`` is of the flag's page.
    """
    topic = Topic(written.topic) if written.topic in set(Topic) else flag.topic
    return CorrectionForm(
        flag=str(flag.id),
        url=url,
        cancel=cancel,
        version=str(flag.shown or ""),
        written=written,
        topics=_named(TOPIC_NAMES.items(), language),
        stances=_named(STANCE_NAMES.items(), language),
        bearings=_named(BEARING_NAMES.items(), language),
        around=around(text, shifted(flag.flagged, written.shift)),
        moves=_named(MOVE_NAMES.items(), language),
        fields=tuple(_field(key, written.value.get(key, ""), language) for key in KEYS[topic]),
        others=_others(written, topic),
        labels={name: translate(language, label) for name, label in LABELS.items()},
        errors=errors or {},
    )


def _named(names: Iterable[tuple[str, str]], language: str) -> Options:
    return tuple((code, translate(language, name)) for code, name in names)


def _field(key: Key, value: object, language: str) -> Field:
    return Field(
        name=key,
        label=translate(language, KEY_LABELS[key]),
        kind=_kind(key),
        value=value,
        hint=translate(language, HINTS[key]) if key in HINTS else "",
        options=_options(key, language),
    )


def _kind(key: Key) -> str:
    if key in DATE_KEYS:
        return "date"
    if key in (Key.PCT_MIN, Key.PCT_MAX):
        return "share"
    if key in FIGURE_KEYS:
        return "number"
    return "choice" if _options(key, "en") else "text"


def _options(key: Key, language: str) -> Options:
    if key is Key.UNIT:
        return tuple((unit, unit) for unit in UNITS)
    if key is Key.MATERIAL:
        return ()  # another than those that have a name may be written
    return _named(CODE_NAMES.get(key, {}).items(), language)


def _others(written: Written, topic: Topic) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for key, value in written.value.items():
        if key in KEYS[topic] or key not in set(Key):
            continue
        if isinstance(value, Mapping):
            pairs += [(f"{key}-{piece}", str(value.get(piece, ""))) for piece in DATE_PIECES]
        else:
            pairs.append((key, str(value)))
    return tuple(pairs)


def _shown(key: str, word: str, language: str) -> object:
    """A part of a value as its field takes it: a date in three pieces, a country by its name."""
    if key in DATE_KEYS:
        year, month, day = [*word.split("-"), "", ""][:3]
        return {"day": day, "month": month, "year": year}
    if key in FIGURE_KEYS and language == "sv":
        return word.replace(".", ",")
    if key == Key.MATERIAL:
        return translate(language, code_name(key, word))
    if key == Key.COUNTRY and "-" not in word:
        return country_name(word, language)
    return word
