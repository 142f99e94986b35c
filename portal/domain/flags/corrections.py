"""What a person says that a flag's words say, where the program took them otherwise."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Any, Final

from portal.domain.flags.changes import Stated
from portal.domain.flags.flag import asides, flag_place, said_of, subject, words_mark
from portal.domain.flags.keys import KEYS, checked
from portal.domain.flags.spans import Span, holds, shifted
from portal.domain.flags.vocabulary import Bearing, Stance, Topic
from portal.errors import Invalid
from portal.texts import N_

CHOOSE_TOPIC: Final = N_("Choose what the words are about.")
CHOOSE_STANCE: Final = N_("Choose what the document says of it.")
CHOOSE_BEARING: Final = N_("Choose which way it speaks.")
CHOOSE_WORDS: Final = N_(
    "The words have to stand together on the page, and take in some of those that were flagged."
)
OTHER_FIELDS: Final = N_("Another topic has other fields. Look at them, then save.")
NOTHING_CHANGED: Final = N_(
    "Nothing here differs from what the program read. If that is right, confirm the flag."
)

_UNMOVED: Final = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A correction as a person filled it in. ``fields_of`` is the topic whose fields were shown.

    Texts by key; a date may be a mapping of day, month and year. ``shift`` is by how many
    characters the words begin and end later than the flag's.
    """

    topic: str
    stance: str
    bearing: str
    fields_of: str
    value: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    shift: tuple[int, int] = _UNMOVED


@dataclass(frozen=True, slots=True)
class Words:
    """Other words than the flag's, found again from there: shifted by so many characters at their
    start and end. ``mark`` is a hash of the words, of which none are kept."""

    start: int
    end: int
    mark: str

    def span(self, text: str, flagged: Span) -> Span | None:
        """Where they stand in the page's text; None where they do so no more."""
        span = shifted(flagged, (self.start, self.end))
        found = holds(text, span, flagged) and words_mark(text[slice(*span)]) == self.mark
        return span if found else None


@dataclass(frozen=True, slots=True)
class Correction:
    """What the words say, said by a person; made by ``correct``. ``place`` is where a flag that
    says so would stand, ``words`` are others than the flag's."""

    topic: Topic
    stance: Stance
    bearing: Bearing
    value: Mapping[str, str]
    place: str
    words: Words | None = None

    @property
    def said(self) -> str:
        """A hash of stance and value, as a flag has."""
        return said_of(self.stance, self.value)

    def names(self, topic: str, value: Mapping[str, str]) -> bool:
        """Whether a statement of that topic and value is of the same thing."""
        return self.topic == topic and subject(self.value) == subject(value)

    def kept(self) -> dict[str, object]:
        """As it is kept with the decision."""
        return {
            "topic": self.topic,
            "stance": self.stance,
            "bearing": self.bearing,
            "value": dict(self.value),
            "place": self.place,
            "said": self.said,
            "words": asdict(self.words) if self.words else None,
        }


def correction(kept: Mapping[str, Any]) -> Correction:
    """A correction as it was kept."""
    return Correction(
        Topic(kept["topic"]),
        Stance(kept["stance"]),
        Bearing(kept["bearing"]),
        MappingProxyType(dict(kept["value"])),
        kept["place"],
        Words(**kept["words"]) if kept.get("words") else None,
    )


def correct(flag: Stated, sha256: str, text: str, written: Written) -> Correction:
    """What a person wrote, as a correction of a flag on a page of the document of those bytes.

    Raises Invalid on ``topic``, ``stance``, ``bearing``, ``words`` and the keys of the value;
    without a field where nothing differs from what the program read.
    """
    if written.topic not in set(Topic):
        raise Invalid({"topic": CHOOSE_TOPIC})
    topic = Topic(written.topic)
    flagged = (flag.start, flag.end)
    faults = _faults(topic, written) | _words_faults(text, flagged, written.shift)
    try:
        value = checked(topic, written.value)
    except Invalid as problem:
        raise Invalid(faults | problem.fields) from None
    if faults:
        raise Invalid(faults)
    says = (topic, Stance(written.stance), Bearing(written.bearing))
    words = _words(text, flagged, written.shift)
    if words is None and (*says, value) == _read(flag):
        raise Invalid(sentence=NOTHING_CHANGED)
    # What is told beside the fact, and has no field, stays beside it.
    beside = asides(flag.value) if topic == flag.topic else {}
    quote = text[slice(*shifted(flagged, written.shift))] if words else flag.quote
    place = _place(flag, sha256, topic, quote)
    return Correction(*says, MappingProxyType(beside | value), place, words)


def _faults(topic: Topic, written: Written) -> dict[str, str]:
    """What is wrong with what was chosen."""
    faults: dict[str, str] = {}
    if written.fields_of != topic and KEYS[topic]:
        faults["topic"] = OTHER_FIELDS
    if written.stance not in set(Stance):
        faults["stance"] = CHOOSE_STANCE
    if written.bearing not in set(Bearing):
        faults["bearing"] = CHOOSE_BEARING
    return faults


def _words_faults(text: str, flagged: Span, shift: tuple[int, int]) -> dict[str, str]:
    right = shift == _UNMOVED or holds(text, shifted(flagged, shift), flagged)
    return {} if right else {"words": CHOOSE_WORDS}


def _read(flag: Stated) -> tuple[str, str, str, dict[str, str]]:
    """What the program read, its value in the form in which a person's is kept."""
    topic = Topic(flag.topic)
    try:
        value = checked(topic, flag.value)
    except Invalid:  # what cannot be written so is another than anything that can
        value = dict(flag.value)
    return flag.topic, flag.stance, flag.bearing, value


def _words(text: str, flagged: Span, shift: tuple[int, int]) -> Words | None:
    """The words, where they are others than the flag's."""
    if shift == _UNMOVED:
        return None
    return Words(*shift, words_mark(text[slice(*shifted(flagged, shift))]))


def _place(flag: Stated, sha256: str, topic: Topic, quote: str) -> str:
    """Where a flag of that topic on those words would stand; the first, if a page repeats them."""
    if (topic, quote) == (flag.topic, flag.quote):
        return flag.place
    return flag_place(sha256, flag.page, topic, quote)
