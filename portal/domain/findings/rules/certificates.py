"""Rules: where certificates and audits lapse, fail or say more than the answer."""

from types import MappingProxyType
from typing import Final

from portal.domain.findings.conditions import Day, Says, Speaks
from portal.domain.findings.rules.shape import (
    ANY_QUESTION,
    AUDITORS,
    CONTRADICTION,
    DECLARATION,
    LAPSED,
    RISK,
    SHORTFALL,
    SO,
    TERMS,
    Meeting,
)
from portal.domain.flags import Bearing, Stance, Topic
from portal.texts import N_

CERTIFICATES: Final = (
    Meeting(
        "FK-01",
        LAPSED,
        ANY_QUESTION,
        None,
        Speaks((Topic.CERT,), tests=(Day("valid_to", until=-1),)),
        N_("The certificate that the answer rests on is no longer valid."),
        AUDITORS,
        each=True,
    ),
    Meeting(
        "FK-02",
        LAPSED,
        ANY_QUESTION,
        None,
        Speaks((Topic.CERT,), tests=(Day("valid_to", since=0, until=60),)),
        N_("The certificate that the answer rests on lapses within 60 days."),
        AUDITORS,
        each=True,
    ),
    Meeting(
        "FK-03",
        CONTRADICTION,
        "EN-01",
        Says("system", any_of=("iso14001", "emas")),
        Speaks(
            (Topic.CERT,),
            stances=(Stance.DENIED, Stance.HEDGED),
            value=MappingProxyType({"standard": ("ISO 14001", "EMAS")}),
        ),
        N_(
            "The answer says that the environmental work is certified. The document says that "
            "the certificate is withdrawn, uncertain or another firm's."
        ),
        AUDITORS,
    ),
    Meeting(
        "FK-04",
        DECLARATION,
        "EN-01",
        Says("system", none_of=("iso14001", "emas"), or_blank=True),
        Speaks(
            (Topic.CERT,),
            stances=SO,
            bearings=(Bearing.SUPPORT, Bearing.NEUTRAL),
            value=MappingProxyType({"standard": ("ISO 14001", "EMAS")}),
        ),
        N_("The answer names no certified environmental work. The document shows a certificate."),
        TERMS,
    ),
    Meeting(
        "FK-05",
        DECLARATION,
        "P4-07",
        Says("initiatives", none_of=("amfori",), or_blank=True),
        Speaks((Topic.CERT,), value=MappingProxyType({"standard": ("BSCI", "amfori BSCI")})),
        N_("The answer does not name amfori. The document is an audit by its method."),
        TERMS,
    ),
    Meeting(
        "FK-06",
        SHORTFALL,
        ANY_QUESTION,
        None,
        Speaks(
            (Topic.CERT,),
            bearings=RISK,
            value=MappingProxyType({"grade": ("D", "E", "zero tolerance", "zero_tolerance")}),
        ),
        N_("The audit that the answer rests on gives a failing grade."),
        AUDITORS,
    ),
)
