"""Rules: which statements an answer's evidence must speak of at all."""

from types import MappingProxyType
from typing import Final

from portal.domain.findings.conditions import Says, Speaks
from portal.domain.findings.rules.shape import AUDITORS, CHEM, LAB, ORIGIN, Support
from portal.domain.flags import Bearing, Topic
from portal.texts import N_

SUPPORTS: Final = (
    Support(
        "FG-01",
        "P1-01",
        Says("areas", any_of=("workers_rights", "human_rights")),
        Speaks(LAB),
        N_("A policy on workers' rights is claimed. The documents say nothing of working life."),
        AUDITORS,
    ),
    Support(
        "FG-02",
        "P6-01",
        Says("channel", any_of=("yes", "partly")),
        Speaks((Topic.LAB_GRIEVANCE,)),
        N_("A complaint channel is claimed. The documents say nothing of one."),
        AUDITORS,
    ),
    Support(
        "FG-03",
        "CH-01",
        Says("over_limit", any_of=("no",)),
        Speaks((Topic.CHEM_LIST, Topic.CHEM_SUBSTANCE)),
        N_("Freedom from Candidate List substances is claimed. The documents say nothing of it."),
        AUDITORS,
    ),
    Support(
        "FG-04",
        "CH-03",
        Says("meets", any_of=("yes", "partly")),
        Speaks(CHEM, bearings=(Bearing.SUPPORT, Bearing.NEUTRAL)),
        N_("The chemical requirements are said to be met. Nothing in the documents supports it."),
        AUDITORS,
    ),
    Support(
        "FG-05",
        "TR-01",
        Says("products"),
        Speaks(ORIGIN),
        N_("A country of manufacture is named. The documents say nothing of origin."),
        AUDITORS,
    ),
    Support(
        "FG-06",
        "EN-01",
        Says("system", any_of=("iso14001", "emas")),
        Speaks((Topic.CERT,), value=MappingProxyType({"standard": ("ISO 14001", "EMAS")})),
        N_("Certified environmental work is claimed. The documents show no such certificate."),
        AUDITORS,
    ),
    Support(
        "FG-07",
        "LAB-02",
        Says("methods", none_of=("none",)),
        Speaks((*LAB, Topic.CERT)),
        N_("Checks on site are described. The documents say nothing of working life there."),
        AUDITORS,
    ),
)
