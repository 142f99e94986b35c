"""Rules: where answers on working life meet what documents say."""

from typing import Final

from portal.domain.findings.conditions import Number, Says, Speaks
from portal.domain.findings.rules.shape import (
    CONTRADICTION,
    DECLARATION,
    ILO_1,
    ILO_138,
    LAB,
    REPORTING,
    RISK,
    SHORTFALL,
    SO,
    SO_OR_RULE,
    SUPPORT,
    TERMS,
    Meeting,
)
from portal.domain.flags import Stance, Topic
from portal.texts import N_

LABOUR: Final = (
    Meeting(
        "FL-01",
        CONTRADICTION,
        "RD-01",
        Says("known", any_of=("no",)),
        Speaks(LAB, severe=True),
        N_(
            "The answer says that no severe deviation is known or suspected. "
            "The document says something that may be one."
        ),
        REPORTING,
        each=True,
    ),
    Meeting(
        "FL-02",
        CONTRADICTION,
        "P3-01",
        Says("caused", any_of=("no",)),
        Speaks(LAB, stances=SO, bearings=RISK),
        N_(
            "The answer says that no adverse impact was caused or contributed to. "
            "The document tells of poor working conditions."
        ),
        TERMS,
    ),
    Meeting(
        "FL-03",
        CONTRADICTION,
        "LAB-01",
        Says("who_pays", any_of=("employer",)),
        Speaks((Topic.LAB_FEES,), bearings=RISK),
        N_(
            "The answer says that the employer pays for recruitment. "
            "The document says that workers pay, or may pay."
        ),
        TERMS,
    ),
    Meeting(
        "FL-04",
        CONTRADICTION,
        "LAB-01",
        Says("used", any_of=("no",)),
        Speaks((Topic.LAB_FEES,), stances=SO),
        N_(
            "The answer says that no migrant or agency workers are used. "
            "The document speaks of recruitment fees."
        ),
        TERMS,
    ),
    Meeting(
        "FL-05",
        CONTRADICTION,
        "P6-01",
        Says("channel", any_of=("yes", "partly")),
        Speaks((Topic.LAB_GRIEVANCE,), bearings=RISK),
        N_(
            "The answer says that there is a complaint channel. "
            "The document says that there is none, or that it falls short."
        ),
        TERMS,
    ),
    Meeting(
        "FL-06",
        DECLARATION,
        "P6-01",
        Says("channel", any_of=("no",), or_blank=True),
        Speaks((Topic.LAB_GRIEVANCE,), stances=SO_OR_RULE, bearings=SUPPORT),
        N_("The answer names no complaint channel. The document describes one."),
        TERMS,
    ),
    Meeting(
        "FL-07",
        CONTRADICTION,
        "LAB-03",
        Says("compared", any_of=("yes",)),
        Speaks((Topic.LAB_WAGE,), stances=(Stance.AFFIRMED, Stance.DENIED), bearings=RISK),
        N_(
            "The answer says that wages are compared with a living wage. "
            "The document tells of low, late or withheld pay."
        ),
        TERMS,
    ),
    Meeting(
        "FL-08",
        SHORTFALL,
        "P1-01",
        Says("areas", any_of=("workers_rights",)),
        Speaks((Topic.LAB_CHILD,), stances=SO_OR_RULE, tests=(Number("age", below=15),)),
        N_("The document states an age below 15 years, the lowest that ILO 138 sets as a rule."),
        ILO_138,
    ),
    Meeting(
        "FL-09",
        SHORTFALL,
        "P1-01",
        Says("areas", any_of=("workers_rights",)),
        Speaks(
            (Topic.LAB_HOURS,),
            stances=SO_OR_RULE,
            bearings=RISK,
            tests=(Number("hours_per_week", at_least=60.1),),
        ),
        N_("The document states more than 60 hours of work a week, overtime included."),
        ILO_1,
    ),
    Meeting(
        "FL-10",
        DECLARATION,
        "P1-01",
        Says("areas", none_of=("workers_rights",), or_blank=True),
        Speaks(LAB, stances=(Stance.REQUIRED,), bearings=SUPPORT),
        N_("The answer names no policy on workers' rights. The document sets rules for them."),
        TERMS,
    ),
    Meeting(
        "FL-11",
        CONTRADICTION,
        "P6-02",
        Says("qualities", any_of=("no_retaliation", "anonymous")),
        Speaks((Topic.LAB_GRIEVANCE,), stances=(Stance.AFFIRMED, Stance.DENIED), bearings=RISK),
        N_(
            "The answer says that complaints are safe to make. "
            "The document says otherwise of a complaint or its channel."
        ),
        TERMS,
    ),
)
