"""The story's campaigns: who asks whom for what, and how far each supplier has come.

Days are counted from today: below 0 they have been. They fall on the working day before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from portal.domain.assessment import AssessmentState, Grade

from .people import (
    ELEKTRONIKLAGRET,
    KAFFEGROSSEN,
    KUSTLANDET,
    LINDMARK,
    LJUNGBY,
    MALARBYGDEN,
    NORDHAV,
    NORRSUNDA,
    STADSMOBLER,
    VASTERO,
    Buyer,
    Supplier,
)


@dataclass(frozen=True, slots=True)
class Graded:
    """A requirement's grade and its motivation."""

    requirement: str
    grade: Grade
    motivation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What has become of a campaign at one supplier.

    ``until`` is the last question answered, None for all of them. ``returned``, ``accepted``,
    ``graded`` and ``concluded`` are the reviewer's, ``observation`` what is to be completed.
    """

    supplier: Supplier
    ends_as: AssessmentState
    opened: int | None = None
    worked: int | None = None
    until: str | None = None
    submitted: int | None = None
    returned: int | None = None
    observation: str = ""
    accepted: int | None = None
    graded: tuple[Graded, ...] = ()
    concluded: int | None = None
    withdrawn: int | None = None
    bounced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One questionnaire sent to several suppliers."""

    buyer: Buyer
    title: str
    context: Mapping[str, object]
    sent: int
    due: int
    asked: tuple[Asked, ...]


GOODS: Final[Mapping[str, object]] = {"goods": True}
TEXTILES: Final[Mapping[str, object]] = {
    "goods": True,
    "chem_req": True,
    "labour_risk": "high",
    "buyer_asks_sites": True,
    "transparency_depth": 3,
}
GLOVES: Final[Mapping[str, object]] = {"goods": True, "chem_req": True, "labour_risk": "high"}
CLEANING: Final[Mapping[str, object]] = {
    "goods": True,
    "chem_req": True,
    "chemical_product": True,
    "env_req": True,
}

_COFFEE_GRADES: Final = (
    Graded("PR1", Grade.NOT_MET, "Bolaget har ingen beslutad policy. Utkast utlovat till mötet."),
    Graded("PR2", Grade.PARTLY, "Riskerna är kända och rätt rangordnade, men samråd saknas."),
    Graded("PR3", Grade.PARTLY, "Åtgärdsplanen finns men är inte beslutad av ledningen."),
    Graded("PR4", Grade.PARTLY, "Två av sex åtgärder saknar ansvarig, avtalen kan inte sägas upp."),
    Graded("PR5", Grade.PARTLY, "En revision är gjord, uppföljningen av bristerna är försenad."),
    Graded("PR6", Grade.NOT_MET, "Det finns ingen kanal för klagomål."),
    Graded("PR7", Grade.NOT_MET, "Det finns ingen rutin för gottgörelse."),
    Graded("RD", Grade.NOT_MET, "Barn i arbete var känt sedan i november men inte rapporterat."),
    Graded("TR", Grade.PARTLY, "Kaffets ursprung är känt, kakaons och palmoljans inte."),
    Graded("LAB", Grade.NOT_MET, "Lön under minimilönen och arbete utan avtal är styrkta."),
    Graded("CHEM", Grade.NOT_ASSESSABLE, "Bolaget vet inte om varorna har kandidatämnen."),
    Graded("ENV", Grade.NOT_ASSESSABLE, "Avtalet har inga miljökrav att bedöma mot."),
    Graded("GEN", Grade.MET, "Uppgifterna om bolaget är fullständiga."),
)
_GLOVE_GRADES: Final = (
    Graded("PR1", Grade.PARTLY, "Koden hos fabriken tillåter arbete från 14 år."),
    Graded("PR2", Grade.MET, "Riskerna för migrantarbetare är väl beskrivna."),
)

MALARBYGDENS: Final = (
    Campaign(
        buyer=MALARBYGDEN,
        title="Textil och personalkläder till vården",
        context=TEXTILES,
        sent=-62,
        due=-20,
        asked=(
            Asked(
                supplier=LINDMARK,
                ends_as=AssessmentState.SUBMITTED,
                opened=-59,
                worked=-24,
                submitted=-21,
            ),
        ),
    ),
    Campaign(
        buyer=MALARBYGDEN,
        title="Undersökningshandskar",
        context=GLOVES,
        sent=-60,
        due=-19,
        asked=(
            Asked(
                supplier=LJUNGBY,
                ends_as=AssessmentState.ACCEPTED,
                opened=-58,
                worked=-30,
                submitted=-27,
                accepted=-10,
                graded=_GLOVE_GRADES,
            ),
        ),
    ),
    Campaign(
        buyer=MALARBYGDEN,
        title="Arbetskläder och skyddsskor",
        context=TEXTILES,
        sent=-16,
        due=17,
        asked=(
            Asked(
                supplier=LINDMARK,
                ends_as=AssessmentState.IN_PROGRESS,
                opened=-13,
                worked=-3,
                until="P3-05",
            ),
            Asked(supplier=LJUNGBY, ends_as=AssessmentState.OPENED, opened=-9),
            Asked(supplier=VASTERO, ends_as=AssessmentState.SENT, bounced=True),
        ),
    ),
    Campaign(
        buyer=MALARBYGDEN,
        title="Rengöring och desinfektion",
        context=CLEANING,
        sent=-7,
        due=24,
        asked=(
            Asked(
                supplier=NORDHAV,
                ends_as=AssessmentState.IN_PROGRESS,
                opened=-5,
                worked=-4,
                until="GEN-02",
            ),
        ),
    ),
)
NORRSUNDAS: Final = (
    Campaign(
        buyer=NORRSUNDA,
        title="Inredning till skola och förskola",
        context=GOODS,
        sent=-50,
        due=-15,
        asked=(
            Asked(
                supplier=STADSMOBLER,
                ends_as=AssessmentState.RETURNED,
                opened=-44,
                worked=-19,
                submitted=-18,
                returned=-4,
                observation="Beskriv hur ni ska få en policy på plats, och bifoga de intyg som "
                "saknas.",
            ),
            Asked(
                supplier=ELEKTRONIKLAGRET,
                ends_as=AssessmentState.IN_PROGRESS,
                opened=-36,
                worked=-20,
                until="P1-11",
            ),
        ),
    ),
    Campaign(
        buyer=NORRSUNDA,
        title="Personalkläder till äldreomsorgen",
        context=TEXTILES,
        sent=-30,
        due=6,
        asked=(
            Asked(
                supplier=LINDMARK,
                ends_as=AssessmentState.WITHDRAWN,
                opened=-26,
                worked=-25,
                until="GEN-07",
                withdrawn=-12,
            ),
        ),
    ),
    Campaign(
        buyer=NORRSUNDA,
        title="Städ och hygien till skolkök",
        context=CLEANING,
        sent=-2,
        due=27,
        asked=(
            Asked(supplier=NORDHAV, ends_as=AssessmentState.SENT),
            Asked(supplier=LJUNGBY, ends_as=AssessmentState.SENT),
        ),
    ),
)
KUSTLANDETS: Final = (
    Campaign(
        buyer=KUSTLANDET,
        title="Kaffe och varma drycker",
        context=GOODS,
        sent=-140,
        due=-98,
        asked=(
            Asked(
                supplier=KAFFEGROSSEN,
                ends_as=AssessmentState.ASSESSED,
                opened=-131,
                worked=-97,
                submitted=-95,
                accepted=-80,
                graded=_COFFEE_GRADES,
                concluded=-66,
            ),
        ),
    ),
    Campaign(
        buyer=KUSTLANDET,
        title="Kemtekniska produkter",
        context=CLEANING,
        sent=-55,
        due=-14,
        asked=(
            Asked(
                supplier=NORDHAV,
                ends_as=AssessmentState.SUBMITTED,
                opened=-52,
                worked=-18,
                submitted=-16,
            ),
        ),
    ),
    Campaign(
        buyer=KUSTLANDET,
        title="Bildskärmar och tillbehör",
        context=GOODS,
        sent=-42,
        due=-6,
        asked=(
            Asked(
                supplier=ELEKTRONIKLAGRET,
                ends_as=AssessmentState.SUBMITTED,
                opened=-40,
                worked=-8,
                submitted=-7,
            ),
        ),
    ),
    Campaign(
        buyer=KUSTLANDET,
        title="Fika, möbler och automater",
        context=GOODS,
        sent=-35,
        due=-5,
        asked=(
            Asked(
                supplier=KAFFEGROSSEN,
                ends_as=AssessmentState.IN_PROGRESS,
                opened=-28,
                worked=-11,
                until="P2-11",
            ),
            Asked(supplier=STADSMOBLER, ends_as=AssessmentState.SENT),
        ),
    ),
)
CAMPAIGNS: Final = (*MALARBYGDENS, *NORRSUNDAS, *KUSTLANDETS)
