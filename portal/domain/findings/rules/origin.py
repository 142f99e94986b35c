"""Rules: where answers on origin meet what documents say."""

from types import MappingProxyType
from typing import Final

from portal.domain.findings.conditions import Blank, LeftOut, Place, Says, Speaks
from portal.domain.findings.rules.shape import (
    CONTRADICTION,
    DECLARATION,
    LEFT_OUT,
    SO,
    SO_OR_PERHAPS,
    TRANSPARENCY,
    Meeting,
)
from portal.domain.flags import Stance, Topic
from portal.texts import N_

_COUNTRIES = (
    Place("TR-01", "products", "countries"),
    Place("TR-02", "sites", "country"),
    Place("TR-03", "sites", "country"),
    Place("TR-04", "materials", "countries"),
)
_SITES = (Place("TR-02", "sites", "name"), Place("TR-03", "sites", "name"))

ORIGINS: Final = (
    Meeting(
        "FO-01",
        LEFT_OUT,
        "TR-01",
        Says("products"),
        Speaks(
            (Topic.ORIGIN_COUNTRY, Topic.ORIGIN_SITE),
            stances=SO,
            tests=(LeftOut("country", _COUNTRIES, by="country"),),
        ),
        N_("The document names a country of manufacture that the answers on origin do not."),
        TRANSPARENCY,
        each=True,
    ),
    Meeting(
        "FO-02",
        LEFT_OUT,
        "TR-02",
        Says("sites"),
        Speaks((Topic.ORIGIN_SITE,), stances=SO, tests=(LeftOut("site", _SITES, by="name"),)),
        N_("The document names a site that the answers do not."),
        TRANSPARENCY,
        each=True,
    ),
    Meeting(
        "FO-03",
        CONTRADICTION,
        "TR-01",
        Says("products"),
        Speaks((Topic.ORIGIN_COUNTRY, Topic.ORIGIN_SITE), stances=(Stance.HEDGED,)),
        N_("The answer names the country of manufacture. The document leaves it uncertain."),
        TRANSPARENCY,
    ),
    Meeting(
        "FO-04",
        CONTRADICTION,
        "TR-04",
        Says("contains", any_of=("no",)),
        Speaks((Topic.ORIGIN_MATERIAL, Topic.ORIGIN_MINERALS), stances=SO_OR_PERHAPS),
        N_(
            "The answer says that none of the named raw materials is contained. "
            "The document speaks of the origin of a raw material."
        ),
        TRANSPARENCY,
    ),
    Meeting(
        "FO-05",
        CONTRADICTION,
        "TR-04",
        Says("materials", "model", any_of=("identity_preserved", "segregated")),
        Speaks(
            (Topic.ORIGIN_MATERIAL,),
            stances=SO_OR_PERHAPS,
            value=MappingProxyType({"model": ("mass_balance", "book_and_claim")}),
        ),
        N_(
            "The answer says that the raw material is kept apart through the chain. "
            "The document says that it is mixed, or bought as certificates."
        ),
        TRANSPARENCY,
    ),
    Meeting(
        "FO-06",
        DECLARATION,
        "TR-01",
        Blank("products"),
        Speaks((Topic.ORIGIN_COUNTRY, Topic.ORIGIN_SITE), stances=SO),
        N_("The answer names no country of manufacture. The document does."),
        TRANSPARENCY,
    ),
)
