"""What a person says that a flag's words say, where the program took them otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from portal.domain.flags.changes import Stated
from portal.domain.flags.flag import asides, flag_place, said_of, subject
from portal.domain.flags.keys import KEYS, checked
from portal.domain.flags.vocabulary import Bearing, Stance, Topic
from portal.errors import Invalid
from portal.texts import N_

CHOOSE_TOPIC: Final = N_("Choose what the words are about.")
CHOOSE_STANCE: Final = N_("Choose what the document says of it.")
CHOOSE_BEARING: Final = N_("Choose which way it speaks.")
OTHER_FIELDS: Final = N_("Another topic has other fields. Look at them, then save.")
NOTHING_CHANGED: Final = N_(
    "Nothing here differs from what the program read. If that is right, confirm the flag."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A correction as a person filled it in. ``fields_of`` is the topic whose fields were shown.

    Texts by key; a date may be a mapping of day, month and year.
    """

    topic: str
    stance: str
    bearing: str
    fields_of: str
    value: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Correction:
    """What the words say, said by a person; made by ``correct``. ``place`` is where a flag that
    says so would stand."""

    topic: Topic
    stance: Stance
    bearing: Bearing
    value: Mapping[str, str]
    place: str

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
        }


def correction(kept: Mapping[str, Any]) -> Correction:
    """A correction as it was kept."""
    return Correction(
        Topic(kept["topic"]),
        Stance(kept["stance"]),
        Bearing(kept["bearing"]),
        MappingProxyType(dict(kept["value"])),
        kept["place"],
    )


def correct(flag: Stated, sha256: str, written: Written) -> Correction:
    """What a person wrote, as a correction of a flag in the document of those bytes.

    Raises Invalid on ``topic``, ``stance``, ``bearing`` and the keys of the value; without a
    field where nothing differs from what the program read.
    """
    faults: dict[str, str] = {}
    if written.topic not in set(Topic):
        raise Invalid({"topic": CHOOSE_TOPIC})
    topic = Topic(written.topic)
    if written.fields_of != topic and KEYS[topic]:
        faults["topic"] = OTHER_FIELDS
    if written.stance not in set(Stance):
        faults["stance"] = CHOOSE_STANCE
    if written.bearing not in set(Bearing):
        faults["bearing"] = CHOOSE_BEARING
    try:
        value = checked(topic, written.value)
    except Invalid as problem:
        raise Invalid(faults | problem.fields) from None
    if faults:
        raise Invalid(faults)
    stance, bearing = Stance(written.stance), Bearing(written.bearing)
    if (topic, stance, bearing, value) == _read(flag):
        raise Invalid(sentence=NOTHING_CHANGED)
    # What is told beside the fact, and has no field, stays beside it.
    beside = asides(flag.value) if topic == flag.topic else {}
    told = MappingProxyType(beside | value)
    return Correction(topic, stance, bearing, told, _place(flag, sha256, topic))


def _read(flag: Stated) -> tuple[str, str, str, dict[str, str]]:
    """What the program read, its value in the form in which a person's is kept."""
    topic = Topic(flag.topic)
    try:
        value = checked(topic, flag.value)
    except Invalid:  # what cannot be written so is another than anything that can
        value = dict(flag.value)
    return flag.topic, flag.stance, flag.bearing, value


def _place(flag: Stated, sha256: str, topic: Topic) -> str:
    """Where a flag of that topic on these words would stand; the first, if a page repeats them."""
    if topic == flag.topic:
        return flag.place
    return flag_place(sha256, flag.page, topic, flag.quote)
