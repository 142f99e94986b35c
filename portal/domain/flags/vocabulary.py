"""The words a flag is labelled with: topic, stance, bearing, and what people call them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.texts import N_


class Family(StrEnum):
    """What a reviewer looks for, at the coarsest."""

    CHEM = "CHEM"
    LAB = "LAB"
    ORIGIN = "ORIGIN"
    CERT = "CERT"


class Topic(StrEnum):
    """What a flag is about."""

    CHEM_SUBSTANCE = "CHEM.SUBSTANCE"
    CHEM_LIST = "CHEM.LIST"
    CHEM_GROUP = "CHEM.GROUP"
    CHEM_HAZARD = "CHEM.HAZARD"
    LAB_FORCED = "LAB.FORCED"
    LAB_FEES = "LAB.FEES"
    LAB_CHILD = "LAB.CHILD"
    LAB_WAGE = "LAB.WAGE"
    LAB_HOURS = "LAB.HOURS"
    LAB_UNION = "LAB.UNION"
    LAB_DISCRIMINATION = "LAB.DISCRIMINATION"
    LAB_SAFETY = "LAB.SAFETY"
    LAB_GRIEVANCE = "LAB.GRIEVANCE"
    LAB_CONTRACT = "LAB.CONTRACT"
    ORIGIN_COUNTRY = "ORIGIN.COUNTRY"
    ORIGIN_SITE = "ORIGIN.SITE"
    ORIGIN_MATERIAL = "ORIGIN.MATERIAL"
    ORIGIN_MINERALS = "ORIGIN.MINERALS"
    CERT = "CERT"

    @property
    def family(self) -> Family:
        """The family that the topic's code begins with."""
        return Family(self.value.split(".")[0])


class Stance(StrEnum):
    """What the document says of the thing named."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    REQUIRED = "required"
    HEDGED = "hedged"


class Bearing(StrEnum):
    """Which way it speaks, read by a careful reviewer."""

    RISK = "risk"
    SUPPORT = "support"
    NEUTRAL = "neutral"


FAMILY_NAMES: Final[Mapping[Family, str]] = MappingProxyType(
    {
        Family.CHEM: N_("Chemicals"),
        Family.LAB: N_("Labour"),
        Family.ORIGIN: N_("Origin"),
        Family.CERT: N_("Certificates"),
    }
)

TOPIC_NAMES: Final[Mapping[Topic, str]] = MappingProxyType(
    {
        Topic.CHEM_SUBSTANCE: N_("Substance"),
        Topic.CHEM_LIST: N_("Substance list"),
        Topic.CHEM_GROUP: N_("Substance group"),
        Topic.CHEM_HAZARD: N_("Hazard"),
        Topic.LAB_FORCED: N_("Forced labour"),
        Topic.LAB_FEES: N_("Recruitment fees"),
        Topic.LAB_CHILD: N_("Child labour"),
        Topic.LAB_WAGE: N_("Wages"),
        Topic.LAB_HOURS: N_("Working hours"),
        Topic.LAB_UNION: N_("Freedom of association"),
        Topic.LAB_DISCRIMINATION: N_("Discrimination and harassment"),
        Topic.LAB_SAFETY: N_("Health and safety"),
        Topic.LAB_GRIEVANCE: N_("Complaints and remedy"),
        Topic.LAB_CONTRACT: N_("Employment contracts and subcontracting"),
        Topic.ORIGIN_COUNTRY: N_("Country of manufacture"),
        Topic.ORIGIN_SITE: N_("Factory or site"),
        Topic.ORIGIN_MATERIAL: N_("Raw material"),
        Topic.ORIGIN_MINERALS: N_("Minerals"),
        Topic.CERT: N_("Certificate or audit"),
    }
)

STANCE_NAMES: Final[Mapping[Stance, str]] = MappingProxyType(
    {
        Stance.AFFIRMED: N_("It is so"),
        Stance.DENIED: N_("It is not so"),
        Stance.REQUIRED: N_("A rule"),
        Stance.HEDGED: N_("Uncertain"),
    }
)

STANCE_MEANINGS: Final[Mapping[Stance, str]] = MappingProxyType(
    {
        Stance.AFFIRMED: N_("The document says that it is so."),
        Stance.DENIED: N_("The document says that it is not so."),
        Stance.REQUIRED: N_("The document says how it shall be: a rule, a promise or a goal."),
        Stance.HEDGED: N_("The document leaves it uncertain."),
    }
)

BEARING_NAMES: Final[Mapping[Bearing, str]] = MappingProxyType(
    {
        Bearing.RISK: N_("Risk"),
        Bearing.SUPPORT: N_("Support"),
        Bearing.NEUTRAL: N_("Neutral"),
    }
)
