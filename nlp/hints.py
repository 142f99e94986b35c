"""What the packs know beside a claim's words: lists, their growth, goods at risk. Never a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from nlp.facts import find_facts
from nlp.memberships import growth, memberships
from nlp.packs.entries import Good
from nlp.rules import Rulebook, per_book

Hint = Mapping[str, str]
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
# Lists whose day is that on which the substance was first put there; a classification in force
# may have taken the place of another, and a list of names has but one day.
_DATED = frozenset({"svhc", "annex_xiv", "annex_xvii", "rohs", "pops"})
_OWN = frozenset({"issued", "signed", "revised"})  # the facts that date a document


def document_day(pages: Sequence[str], *, today: date) -> date | None:
    """The last day on which a document says that it was issued, signed or revised.

    None where it tells no such day in full, or only days to come.
    """
    told = (fact.value for fact in find_facts(pages) if fact.name in _OWN)
    days = (date.fromisoformat(day) for day in told if _FULL.fullmatch(day))
    return max((day for day in days if day <= today), default=None)


def hints(
    topic: str,
    value: Mapping[str, str],
    quote: str,
    *,
    denied: bool,
    today: date,
    of: date | None = None,
) -> tuple[Hint, ...]:
    """What the packs in use know beside a claim with these words.

    `of` is the day of the document. Each hint has a `kind`: `listed` (`list`, `since`, and `of`
    where the document is older), `older_list` (`list`, `date`, `added`, `until`) or `goods`
    (`good`, `country`, `by`, `year`), and the `pack` that tells it.
    """
    if topic == "CHEM.SUBSTANCE" and "cas" in value:
        return tuple(_listed(value["cas"], today, of))
    if topic == "CHEM.LIST" and {"list", "date"} <= value.keys():
        return tuple(_older(value["list"], value["date"], today))
    if topic in ("ORIGIN.MATERIAL", "ORIGIN.COUNTRY", "ORIGIN.SITE") and not denied:
        return tuple(_goods(value, quote))
    return ()


def _listed(cas: str, today: date, of: date | None) -> Iterator[Hint]:
    for found in memberships(cas, on=today):
        hint = {"kind": "listed", "list": found.list, "pack": found.pack}
        if found.since is not None:
            hint["since"] = found.since.isoformat()
            if found.list in _DATED and of is not None and of < found.since:
                hint["of"] = of.isoformat()
        yield hint


def _older(name: str, told: str, today: date) -> Iterator[Hint]:
    try:
        day = date.fromisoformat(told)
    except ValueError:
        return
    grown = growth(name, after=day, on=today)
    if grown is not None and grown.added:
        yield {
            "kind": "older_list",
            "list": name,
            "date": told,
            "added": str(grown.added),
            "until": grown.until.isoformat(),
            "pack": grown.pack,
        }


@per_book
def _at_risk(book: Rulebook) -> dict[str, list[tuple[Good, str, str]]]:
    """Goods by country, each with the year and the label of its pack."""
    packs = {pack.name: (str(pack.effective.year), pack.label) for pack in book.packs}
    found: dict[str, list[tuple[Good, str, str]]] = {}
    for one in book.goods:
        found.setdefault(one.country, []).append((one, *packs[one.pack]))
    return found


def _goods(value: Mapping[str, str], quote: str) -> Iterator[Hint]:
    country = value.get("country", "")[:2]
    lower = quote.lower()
    for one, year, label in _at_risk().get(country, ()):
        named = any(re.search(rf"\b{re.escape(word)}", lower) for word in one.words)
        if named or value.get("material", "") in one.materials:
            yield {
                "kind": "goods",
                "good": one.name,
                "country": country,
                "by": " ".join(one.by),
                "year": year,
                "pack": label,
            }
