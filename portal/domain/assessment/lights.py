"""The status light of a follow-up, as its deviations give it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.texts import N_


class DeviationState(StrEnum):
    """Where a deviation stands, as far as its light goes."""

    PROPOSED = "proposed"
    HANDLED = "handled"
    PROOF_NOT_ENOUGH = "proof_not_enough"
    CLOSED = "closed"


class Light(StrEnum):
    """The status colour of an assessment. It follows the deviations, never a sum of points."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


LIGHT_NAMES: Final[Mapping[Light, str]] = MappingProxyType(
    {
        Light.GREEN: N_("Green: no deviations"),
        Light.YELLOW: N_("Yellow: deviations are being handled"),
        Light.RED: N_("Red: deviations not remedied, or not in time"),
    }
)


@dataclass(frozen=True, slots=True)
class Deviation:
    """A shortcoming that a person has found, and the last day for its remedy."""

    state: DeviationState
    due_on: date


def light(deviations: Iterable[Deviation], today: date) -> Light:
    """The light of a follow-up: red, yellow, green as Hållbarhetskollen publishes them.

    A deviation that is only proposed lights nothing: until a person has notified the
    supplier of it, it does not exist. (Adda, Hållbarhetskollen, how deviations are handled)
    """
    standing = [
        deviation
        for deviation in deviations
        if deviation.state in (DeviationState.HANDLED, DeviationState.PROOF_NOT_ENOUGH)
    ]
    if any(
        deviation.state == DeviationState.PROOF_NOT_ENOUGH or today > deviation.due_on
        for deviation in standing
    ):
        return Light.RED
    return Light.YELLOW if standing else Light.GREEN
