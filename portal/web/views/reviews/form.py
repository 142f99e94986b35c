"""The form in which a reviewer corrects a flag: what it shows, and what it sends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    Topic,
    Written,
    code_name,
)
from portal.services.reviews import Marked
from portal.texts import N_, translate
from portal.web.forms import DATE_PIECES, Form
from portal.web.views.reviews.words import VALUE_NAMES

TOPIC_LABEL: Final = N_("What the words are about")
STANCE_LABEL: Final = N_("What the document says of it")
BEARING_LABEL: Final = N_("Which way it speaks")
KEY_LABELS: Final[Mapping[str, str]] = {
    **VALUE_NAMES,
    Key.PCT_MIN: N_("Share, at least"),
    Key.PCT_MAX: N_("Share, at most"),
    Key.UNIT: N_("Unit"),
}
HINTS: Final[Mapping[str, str]] = {
    Key.CAS: N_("For example 117-81-7"),
    Key.EC: N_("For example 204-211-0"),
    Key.H_CODE: N_("For example H350 or EUH208"),
    Key.COUNTRY: N_("Its name or two letters; for a region its code, such as CN-XJ"),
    Key.MATERIAL: N_("For example cotton or palm oil"),
}

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
    """The form at a flag, in the person's language. ``others`` are what was typed for topics that
    are not shown, to travel along; ``version`` is of the decision that was shown."""

    flag: str
    url: str
    cancel: str
    version: str
    written: Written
    topics: Options
    stances: Options
    bearings: Options
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
    )


def correction_form(
    flag: Marked,
    written: Written,
    language: str,
    *,
    url: str,
    cancel: str,
    errors: Mapping[str, str] | None = None,
) -> CorrectionForm:
    """The form with what was written, and what is wrong with it, in the person's language."""
    topic = Topic(written.topic) if written.topic in set(Topic) else flag.topic
    standing = flag.decision or flag.former
    labels = {"topic": TOPIC_LABEL, "stance": STANCE_LABEL, "bearing": BEARING_LABEL, **KEY_LABELS}
    return CorrectionForm(
        flag=str(flag.id),
        url=url,
        cancel=cancel,
        version=str(standing.id) if standing else "",
        written=written,
        topics=_named(TOPIC_NAMES.items(), language),
        stances=_named(STANCE_NAMES.items(), language),
        bearings=_named(BEARING_NAMES.items(), language),
        fields=tuple(_field(key, written.value.get(key, ""), language) for key in KEYS[topic]),
        others=_others(written, topic),
        labels={name: translate(language, label) for name, label in labels.items()},
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
