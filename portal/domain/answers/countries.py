"""Countries as ISO 3166-1 alpha-2 codes, and their names in both languages."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from babel import Locale

# Babel (from CLDR) names these two-letter codes too, but they are no countries: unions, the
# world, test locales, and parts of countries that ISO 3166-1 only reserves. XK (Kosovo) is not
# in ISO either, yet it is what customs in the EU use, and goods come from there.
NOT_COUNTRIES: Final = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ")
)
CODE: Final = re.compile(r"[A-Z]{2}")
# What people write that the tables of names do not have.
ALIASES: Final[Mapping[str, str]] = {
    "burma": "MM", "czech republic": "CZ", "england": "GB", "great britain": "GB", "holland": "NL",
    "hong kong": "HK", "hongkong": "HK", "macao": "MO", "macau": "MO", "pr china": "CN",
    "prc": "CN", "republic of korea": "KR", "korea": "KR", "sydkorea": "KR", "turkey": "TR",
    "turkiet": "TR", "uk": "GB", "usa": "US", "viet nam": "VN", "vitryssland": "BY",
}  # fmt: skip
DIVIDERS: Final = re.compile(r"[,;/\n]+")


@cache
def country_names(language: str) -> Mapping[str, str]:
    """Name by code, in a language, sorted as that language sorts."""
    territories: Mapping[str, str] = Locale(language).territories
    named = [
        (code, name)
        for code, name in territories.items()
        if CODE.fullmatch(code) and code not in NOT_COUNTRIES
    ]
    return dict(sorted(named, key=lambda pair: _sorted(pair[1], language)))


def country_name(code: str, language: str) -> str:
    """The country's name, with the code where it is of a part of one: China (CN-XJ).

    A code of no country comes out as it is.
    """
    country, _, part = code.partition("-")
    name = country_names(language).get(country)
    if not name:
        return code
    return f"{name} ({code})" if part else name


def country_codes(written: str) -> Iterator[str]:
    """The codes for what somebody wrote: codes or names in Swedish or English, divided by commas.

    What is not understood comes out as it was written.
    """
    whole = _code(written)
    if whole:
        yield whole
        return
    for piece in DIVIDERS.split(written):
        if piece.strip():
            yield _code(piece) or piece.strip()


def _code(written: str) -> str:
    return _known().get(" ".join(written.split()).casefold(), "")


@cache
def _known() -> Mapping[str, str]:
    names = {
        name.casefold(): code
        for language in ("en", "sv")
        for code, name in country_names(language).items()
    }
    codes = {code.casefold(): code for code in country_names("en")}
    return {**ALIASES, **names, **codes}


def _sorted(name: str, language: str) -> str:
    folded = name.casefold()
    if language == "sv":
        # In Swedish å, ä and ö come after z in this order; their code points do not.
        return folded.replace("å", "{").replace("ä", "|").replace("ö", "}")
    return folded.replace("å", "a").replace("ö", "o").replace("ç", "c").replace("é", "e")
