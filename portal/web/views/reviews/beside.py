"""What is known beside a flag's words, in plain sentences: lists, their growth, goods at risk."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from portal.domain.answers import country_name
from portal.domain.flags import Hint, HintKind
from portal.texts import N_, day, translate

LISTED: Final[Mapping[str, str]] = {
    "svhc": N_("On the Candidate List since %(since)s."),
    "annex_xiv": N_("On the Authorisation List (REACH, Annex XIV) since %(since)s."),
    "annex_xvii": N_("On the Restriction List (REACH, Annex XVII) since %(since)s."),
    "rohs": N_("Restricted in electrical equipment (RoHS) since %(since)s."),
    "pops": N_("A persistent organic pollutant by the POPs Regulation since %(since)s."),
    "cmr": N_(
        "Classified as carcinogenic, mutagenic or toxic for reproduction, category 1A or 1B (CLP,"
        " Annex VI). The classification is of %(since)s."
    ),
    "pfas": N_("On the OECD's list of PFAS, of %(since)s."),
}
UNDATED: Final[Mapping[str, str]] = {
    "svhc": N_("On the Candidate List."),
    "annex_xiv": N_("On the Authorisation List (REACH, Annex XIV)."),
    "annex_xvii": N_("On the Restriction List (REACH, Annex XVII)."),
    "rohs": N_("Restricted in electrical equipment (RoHS)."),
    "pops": N_("A persistent organic pollutant by the POPs Regulation."),
    "cmr": N_(
        "Classified as carcinogenic, mutagenic or toxic for reproduction, category 1A or 1B (CLP,"
        " Annex VI)."
    ),
    "pfas": N_("On the OECD's list of PFAS."),
}
NOT_THEN: Final = N_("It was not there on the day of this paper, %(of)s.")
GROWN: Final = N_(
    "The list named here is of %(date)s; up to %(until)s, %(added)s entries have been added to it."
)
GROWN_BY_ONE: Final = N_(
    "The list named here is of %(date)s; up to %(until)s, one entry has been added to it."
)
GOODS: Final[Mapping[str, str]] = {
    "child": N_(
        "“%(good)s” from %(country)s is on the US Department of Labor's list of goods produced with"
        " child labour, %(year)s. This says nothing of this supplier."
    ),
    "forced": N_(
        "“%(good)s” from %(country)s is on the US Department of Labor's list of goods produced with"
        " forced labour, %(year)s. This says nothing of this supplier."
    ),
    "child forced": N_(
        "“%(good)s” from %(country)s is on the US Department of Labor's list of goods produced with"
        " child labour and with forced labour, %(year)s. This says nothing of this supplier."
    ),
}


def sentence(hint: Hint, language: str) -> str:
    """A hint in the person's language; "" for one of a kind or list that is not known here."""
    told = {name: _shown(name, word, language) for name, word in hint.told.items()}
    match hint.kind:
        case HintKind.LISTED:
            words = (LISTED if "since" in told else UNDATED).get(hint.told["list"], "")
            after = [NOT_THEN] if "of" in told else []
        case HintKind.OLDER_LIST:
            words, after = GROWN_BY_ONE if told["added"] == "1" else GROWN, []
        case HintKind.GOODS:
            words, after = GOODS.get(hint.told["by"], ""), []
    sentences = [words, *after] if words else []
    return " ".join(translate(language, each, told) for each in sentences)


def _shown(name: str, word: str, language: str) -> str:
    if name == "country":
        return country_name(word, language)
    if name in ("since", "date", "until", "of"):
        return day(dt.date.fromisoformat(word), language)
    return word
