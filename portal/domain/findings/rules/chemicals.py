"""Rules: where answers on chemicals meet what documents say."""

from typing import Final

from portal.domain.findings.conditions import Day, LeftOut, Number, Place, Says, Speaks
from portal.domain.findings.rules.shape import (
    CONTRADICTION,
    DECLARATION,
    LAPSED,
    LEFT_OUT,
    REACH_33,
    RISK,
    SO,
    SO_OR_PERHAPS,
    SUPPORT,
    SVHC,
    TERMS,
    Meeting,
)
from portal.domain.flags import Stance, Topic
from portal.texts import N_

CHEMICALS: Final = (
    Meeting(
        "FC-01",
        CONTRADICTION,
        "CH-01",
        Says("over_limit", any_of=("no",)),
        Speaks((Topic.CHEM_LIST,), bearings=RISK, value=SVHC),
        N_(
            "The answer says that no article contains Candidate List substances "
            "above 0.1 per cent. The document says otherwise, or leaves it open."
        ),
        REACH_33,
    ),
    Meeting(
        "FC-02",
        CONTRADICTION,
        "CH-01",
        Says("over_limit", any_of=("no",)),
        Speaks(
            (Topic.CHEM_SUBSTANCE,),
            stances=SO_OR_PERHAPS,
            bearings=RISK,
            tests=(Number("pct_max", at_least=0.1, or_absent=True),),
        ),
        N_(
            "The answer says that no article contains Candidate List substances "
            "above 0.1 per cent. The document names a harmful substance that is or may be "
            "there: check it against the list."
        ),
        REACH_33,
    ),
    Meeting(
        "FC-03",
        CONTRADICTION,
        "CH-01",
        Says("over_limit", any_of=("yes",)),
        Speaks((Topic.CHEM_LIST,), stances=(Stance.DENIED,), bearings=SUPPORT, value=SVHC),
        N_(
            "The answer says that an article contains Candidate List substances. "
            "The document says that none does."
        ),
        REACH_33,
    ),
    Meeting(
        "FC-04",
        LEFT_OUT,
        "CH-02",
        Says("substances"),
        Speaks(
            (Topic.CHEM_SUBSTANCE,),
            stances=SO,
            bearings=RISK,
            tests=(
                Number("pct_max", at_least=0.1, or_absent=True),
                LeftOut("cas", (Place("CH-02", "substances", "cas"),)),
            ),
        ),
        N_("The document names a harmful substance that the list of substances does not."),
        REACH_33,
        each=True,
    ),
    Meeting(
        "FC-05",
        CONTRADICTION,
        "CH-03",
        Says("meets", any_of=("yes",)),
        Speaks((Topic.CHEM_LIST, Topic.CHEM_GROUP), stances=SO_OR_PERHAPS, bearings=RISK),
        N_(
            "The answer says that the products meet the chemical requirements. "
            "The document says that a restricted group or listed substance is or may be there."
        ),
        TERMS,
    ),
    Meeting(
        "FC-06",
        CONTRADICTION,
        "CH-03",
        Says("meets", any_of=("yes",)),
        Speaks((Topic.CHEM_HAZARD, Topic.CHEM_SUBSTANCE), stances=SO, bearings=RISK),
        N_(
            "The answer says that the products meet the chemical requirements. "
            "The document names a harmful substance or hazard: check it against the requirements."
        ),
        TERMS,
    ),
    Meeting(
        "FC-07",
        LAPSED,
        "CH-01",
        Says("over_limit"),
        # The list grows in January and June as a rule: seven months on, a newer one is in force.
        Speaks((Topic.CHEM_LIST,), value=SVHC, tests=(Day("date", until=-216),)),
        N_("The document goes by an older Candidate List. Substances have been added since."),
        REACH_33,
    ),
    Meeting(
        "FC-08",
        DECLARATION,
        "CH-01",
        Says("over_limit", any_of=("unknown",), or_blank=True),
        Speaks((Topic.CHEM_LIST,), stances=(Stance.DENIED,), bearings=SUPPORT, value=SVHC),
        N_(
            "The answer does not say whether Candidate List substances are there. "
            "The document says that they are not."
        ),
        REACH_33,
    ),
)
