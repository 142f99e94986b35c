"""What a person decides of a flag, and why; which decision stands for which flag."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Protocol, TypeVar

from portal.domain.flags.changes import Pinned
from portal.domain.flags.corrections import Correction
from portal.errors import Invalid
from portal.texts import N_


class DecisionKind(StrEnum):
    """What a reviewer can say to a flag."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"
    CORRECTED = "corrected"


MAX_REASON: Final = 500

_PRESSED: Final = frozenset({DecisionKind.CONFIRMED, DecisionKind.REJECTED, DecisionKind.UNSURE})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of a flag, and why; made by ``decide``. A correction is what the words
    say instead."""

    kind: DecisionKind
    reason: str = ""
    correction: Correction | None = None

    @classmethod
    def corrected(cls, correction: Correction) -> "Decision":
        """The flag holds, once it says this."""
        return cls(DecisionKind.CORRECTED, correction=correction)


def decide(kind: str, reason: str = "") -> Decision:
    """A decision of what was chosen and typed.

    Raises Invalid, on ``kind``, ``reason``: a rejection needs a reason, since it hides a
    statement from those who read after.
    """
    if kind not in _PRESSED:
        raise Invalid({"kind": N_("Choose confirm, reject or unsure.")})
    chosen = DecisionKind(kind)
    words = " ".join(reason.split())
    if chosen == DecisionKind.REJECTED and not words:
        raise Invalid({"reason": N_("Say why the flag is rejected.")})
    if len(words) > MAX_REASON:
        raise Invalid(
            {"reason": N_("The reason is too long: at most %(most)s characters.")}, most=MAX_REASON
        )
    return Decision(chosen, words)


REJECT_REASONS: Final = (
    N_("It is not about this supplier or product."),
    N_("The words mean something else."),
    N_("The page was read wrongly."),
    N_("It is no longer so."),
)
"""Reasons offered with one press; a person may write another."""

DECISION_NAMES: Final[Mapping[DecisionKind, str]] = MappingProxyType(
    {
        DecisionKind.CONFIRMED: N_("Confirmed"),
        DecisionKind.REJECTED: N_("Rejected"),
        DecisionKind.UNSURE: N_("Unsure"),
        DecisionKind.CORRECTED: N_("Corrected"),
    }
)


class Decided(Pinned, Protocol):
    """A decision that stands. Without ``said`` it is of the words, whatever they say."""

    @property
    def correction(self) -> Mapping[str, Any] | None: ...


One = TypeVar("One", bound=Pinned)
Made = TypeVar("Made", bound=Decided)


def standing(flags: Sequence[One], decisions: Iterable[Made]) -> dict[str, Made]:
    """By the key of a flag the decision that stands for it.

    A decision stands for words that are taken to say the same. A correction says itself what
    they say: it stands for its flag however the thing is read anew, and for a flag that comes to
    say what the person says. One that was made on a flag itself goes before.
    """
    own: dict[tuple[str, str], Made] = {}
    corrected: dict[str, Made] = {}
    agreed: dict[tuple[str, str], Made] = {}
    for each in decisions:
        own[each.place, each.said] = each
        if each.correction is not None:
            corrected[each.key] = each
            agreed[each.correction["place"], each.correction["said"]] = each
    found = {}
    for flag in flags:
        says = (flag.place, flag.said)
        made = own.get(says) or own.get((flag.place, "")) or corrected.get(flag.key)
        if made := made or agreed.get(says):
            found[flag.key] = made
    return found
