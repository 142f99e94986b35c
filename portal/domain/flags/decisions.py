"""What a person decides of a flag, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.errors import Invalid
from portal.texts import N_


class DecisionKind(StrEnum):
    """What a reviewer can say to a flag."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


MAX_REASON: Final = 500


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of a flag, and why. Made by ``decide``."""

    kind: DecisionKind
    reason: str = ""


def decide(kind: str, reason: str = "") -> Decision:
    """A decision of what was chosen and typed.

    Raises Invalid, on ``kind``, ``reason``: a rejection needs a reason, since it hides a
    statement from those who read after.
    """
    try:
        chosen = DecisionKind(kind)
    except ValueError:
        raise Invalid({"kind": N_("Choose confirm, reject or unsure.")}) from None
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
    }
)
