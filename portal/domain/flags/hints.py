"""What public lists tell beside a flag's words: for the order of reading, never a claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class HintKind(StrEnum):
    """What a hint tells of."""

    LISTED = "listed"
    OLDER_LIST = "older_list"
    GOODS = "goods"


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that a public list says of what a flag names.

    ``told`` holds, by kind: ``list``, ``since`` and, where the substance came there after the
    day of the paper, that day as ``of``; ``list``, ``date``, ``added``, ``until``; ``good``,
    ``country``, ``by``, ``year``. Days are ISO dates; ``pack`` names the version of the list.
    """

    kind: HintKind
    told: Mapping[str, str]

    def kept(self) -> dict[str, str]:
        """As it is kept with the flag."""
        return {"kind": self.kind, **self.told}


def hint(kept: Mapping[str, str]) -> Hint:
    """A hint as it was kept, or as the language library gives it."""
    told = {name: word for name, word in kept.items() if name != "kind"}
    return Hint(HintKind(kept["kind"]), MappingProxyType(told))


def at_risk(hints: Iterable[Hint]) -> bool:
    """Whether a good of that country is on a list of goods made by children or by force."""
    return any(each.kind == HintKind.GOODS for each in hints)
