"""Texts in the person's language: catalogues, dates and numbers."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from babel import dates, numbers, units
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

LANGUAGES: Final = ("sv", "en")
SWEDEN: Final = ZoneInfo("Europe/Stockholm")
CATALOGUES: Final = Path(__file__).parent / "locale"

# Babel names the English locale by country so that dates come day first.
LOCALES: Final = {"sv": "sv_SE", "en": "en_GB"}


def N_(message: str) -> str:
    """Mark a text for the catalogues; it is translated where it is shown."""
    return message


@cache
def translations(language: str) -> NullTranslations:
    """All catalogues of a language as one; the sources are English, so English has none."""
    merged = Translations()
    for path in sorted((CATALOGUES / language).glob("*.po")):
        with path.open("rb") as po:
            catalogue = read_po(po, locale=language, abort_invalid=True)
        mo = BytesIO()
        write_mo(mo, catalogue)
        mo.seek(0)
        merged.merge(Translations(mo))
    return merged


def translate(language: str, message: str, values: Mapping[str, object] | None = None) -> str:
    """A marked text in a language, with its ``%(name)s`` places filled; whole numbers as there."""
    text = translations(language).ugettext(message)
    if not values:
        return text
    return text % {
        name: number(value, language) if type(value) is int else value
        for name, value in values.items()
    }


def day(value: dt.date | dt.datetime, language: str) -> str:
    """A date as people write it: ``fre 18 dec 2026``. Times are shown as in Sweden."""
    if isinstance(value, dt.datetime):
        value = value.astimezone(SWEDEN).date()
    return dates.format_date(value, "EEE d MMM y", locale=LOCALES[language]).replace(".", "")


def partial_day(value: str, language: str) -> str:
    """A date as a paper has it, ``2026-12-18``, ``2026-12`` or ``2026``, as people write it."""
    pieces = [int(piece) for piece in value.split("-") if piece]
    if len(pieces) < 2:
        return value
    year, month, *rest = pieces
    if rest:
        return day(dt.date(year, month, rest[0]), language)
    return dates.format_skeleton("yMMMM", dt.date(year, month, 1), locale=LOCALES[language])


_DURATION: Final = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[DWM])")
_UNITS: Final = {"D": "day", "W": "week", "M": "month"}


def duration(value: str, language: str) -> str:
    """A length of time as ISO 8601 has it, ``P30D``, as people write it; another as it stands."""
    if not (found := _DURATION.fullmatch(value)):
        return value
    return units.format_unit(
        int(found["count"]), f"duration-{_UNITS[found['unit']]}", locale=LOCALES[language]
    )


def time_of_day(value: dt.datetime) -> str:
    """The time of day, as in Sweden: ``14:02``."""
    return f"{value.astimezone(SWEDEN):%H:%M}"


def moment(value: dt.datetime, language: str) -> str:
    """A date with its time, as in Sweden: ``fre 18 dec 2026 14:02``."""
    return f"{day(value, language)} {time_of_day(value)}"


def number(value: float, language: str) -> str:
    """A number with the language's own separators."""
    return numbers.format_decimal(value, locale=LOCALES[language])


def exact_number(value: Decimal, language: str) -> str:
    """A number with all its decimals: of a limit value none is rounded away."""
    return numbers.format_decimal(value, locale=LOCALES[language], decimal_quantization=False)


def money(value: Decimal, language: str) -> str:
    """A sum of money without its currency: whole, or with both decimals."""
    whole = value == value.to_integral_value()
    return numbers.format_decimal(
        value, format="#,##0" if whole else "#,##0.00", locale=LOCALES[language]
    )


def spans(numbers: Sequence[int]) -> str:
    """Ascending numbers with their stretches drawn together: ``2–3, 7``."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    return ", ".join(
        f"{each[0]}–{each[-1]}" if len(each) > 1 else str(each[0]) for each in stretches
    )
