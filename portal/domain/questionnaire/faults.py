"""Faults of a definition, each with its place, gathered so that all are told at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from portal.errors import Invalid
from portal.texts import N_, translate


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and where; ``place`` is a path such as ``sections[0].questions[2].id``."""

    place: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said(self, language: str) -> str:
        """The fault as a sentence with its place, in a language."""
        return f"{self.place}: {translate(language, self.sentence, self.values)}"


class FaultyDefinition(Invalid):
    """A definition that cannot be used; ``faults`` names every fault with its place."""

    sentence = N_("The questionnaire cannot be used. Faults found: %(count)s.")

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        fields: dict[str, str] = {}
        for fault in faults:
            said = fault.sentence % dict(fault.values)
            fields[fault.place] = f"{fields[fault.place]} {said}" if fault.place in fields else said
        super().__init__(fields, None, count=len(faults))

    def said(self, language: str) -> list[str]:
        """Every fault as a sentence with its place, in a language."""
        return [fault.said(language) for fault in self.faults]


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the raw definition, read with checks; faults go to the shared list.

    Each reading returns a harmless stand-in where it finds a fault, so that reading goes on.
    """

    raw: object
    place: str
    faults: list[Fault]

    def fault(self, key: str, sentence: str, **values: object) -> None:
        """Note a fault at a key of this place; an empty key means the place itself."""
        at = f"{self.place}.{key}" if self.place and key else key or self.place or "$"
        self.faults.append(Fault(at, sentence, values))

    def get(self, key: str) -> object:
        """The raw value at a key, or None."""
        return self.raw.get(key) if isinstance(self.raw, Mapping) else None

    def only(self, *keys: str) -> None:
        """Refuse keys outside the closed list, so that a typing slip is never passed over."""
        if not isinstance(self.raw, Mapping):
            self.fault("", N_("An object with named values is expected here."))
            return
        for key in self.raw:
            if key not in keys:
                self.fault(str(key), N_("This name is not known here."))

    def string(self, key: str) -> str:
        """A text that must be there."""
        value = self.get(key)
        if isinstance(value, str) and value.strip():
            return value
        self.fault(key, N_("A text is missing here."))
        return ""

    def word(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """One of a closed list of words."""
        value = self.get(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and value in allowed:
            return value
        self.fault(
            key,
            N_("“%(found)s” is not known here. Allowed: %(allowed)s."),
            found="" if value is None else value,
            allowed=", ".join(allowed),
        )
        return ""

    def words(self, key: str, *, default: Sequence[str] = ()) -> tuple[str, ...]:
        """A list of texts; absent means the default."""
        value = self.get(key)
        if value is None:
            return tuple(default)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        self.fault(key, N_("A list of texts is expected here."))
        return ()

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false; absent means the default."""
        value = self.get(key)
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        self.fault(key, N_("True or false is expected here."))
        return default

    def whole(self, key: str, default: int | None = None) -> int | None:
        """A whole number above zero; absent means the default."""
        value = self.get(key)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        self.fault(key, N_("A whole number above zero is expected here."))
        return default

    def bound(self, key: str) -> float | None:
        """A number, or None where there is none."""
        value = self.get(key)
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        self.fault(key, N_("A number is expected here."))
        return None

    def child(self, key: str) -> "Node":
        """The place below a key."""
        return Node(self.get(key), f"{self.place}.{key}" if self.place else key, self.faults)

    def items(self, key: str, *, needed: bool = True) -> list["Node"]:
        """The places in a list; a missing or empty one is a fault where it is needed."""
        value, path = self.get(key), f"{self.place}.{key}" if self.place else key
        if value is None and not needed:
            return []
        if not isinstance(value, list) or (needed and not value):
            self.fault(key, N_("A list with at least one entry is expected here."))
            return []
        return [Node(each, f"{path}[{at}]", self.faults) for at, each in enumerate(value)]
