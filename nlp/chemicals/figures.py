"""The figure that belongs to a substance in running text: the nearest one that is no limit."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp import values
from nlp.chemicals.things import Thing
from nlp.denying import UNDETECTED
from nlp.layout.lines import ROW
from nlp.passages import Passage

_LIMIT_BEFORE = re.compile(r"gräns\w*|limit\w*|\bloq|över|above|exceed\w*|överst\w*|riktvärd\w*")


def figure_of(passage: Passage, thing: Thing, start: int, end: int) -> values.Amount | None:
    """The figure that belongs to a thing: the nearest with a unit in its clause, no limit."""
    best: values.Amount | None = None
    english = passage.language == "en"
    for amount in values.amounts(passage.view.text, start, end, english=english):
        if not amount.unit or _names(thing, amount):
            continue
        if _shared(passage, thing, amount):
            return amount
        if _limits(passage, start, amount, best) or _of_another(passage, thing, amount):
            continue
        if _RIGHT_AFTER.fullmatch(passage.view.text, thing.end, amount.start):
            return amount
        if best is None or _distance(amount, thing) < _distance(best, thing):
            best = amount
    return best or _bare(passage, thing, end)


def _names(thing: Thing, amount: values.Amount) -> bool:
    """Is the figure part of a name, and no share that stands between a name and its number?"""
    inside = thing.start <= amount.start < thing.end
    return inside and not (thing.number and amount.unit == "%")


# "< 0.1 % for Pb, Hg and Cr(VI)": what stands between a figure and the last thing it is of
_FOR = re.compile(r"\s*(?:for|för|of|av)\s[^;:|<>≤≥%\d]{0,80}")


def _shared(passage: Passage, thing: Thing, amount: values.Amount) -> bool:
    """Is it the figure of all things of the list that it stands before?"""
    return amount.end <= thing.start and bool(
        _FOR.fullmatch(passage.view.text, amount.end, thing.start)
    )


def _limits(
    passage: Passage, start: int, amount: values.Amount, best: values.Amount | None
) -> bool:
    """Is the figure a limit by the words before it, and not that of what was not found?"""
    before = passage.view.lower[max(start, amount.start - 24) : amount.start]
    before = _PARTED.split(before)[-1]
    if _QUANTIFIED.search(before):
        return best is not None
    limit = _LIMIT_BEFORE.search(before)
    return bool(limit) and (best is not None or bool(re.search(r"gräns|limit", before)))


# Smallest amounts that a laboratory can tell, which bound what it did not find.
_QUANTIFIED = re.compile(
    r"\blo[qd]\b|\brl\b|rapporteringsgräns|detektionsgräns|kvantifieringsgräns"
    r"|(?:detection|reporting|quantification) limit|limit of (?:detection|quantification)"
)
_PARTED = re.compile(r"[);,]")


def _of_another(passage: Passage, thing: Thing, amount: values.Amount) -> bool:
    """Is a figure before the thing that of a word between: "5 % soap, linalool"?"""
    between = passage.view.lower[amount.end : thing.start]
    if amount.end > thing.start or not between:
        return False
    named = (
        hit.rule.kind in ("substance", "group") for hit in passage.within(amount.end, thing.start)
    )
    return bool(_JOINED.search(between)) or any(named)


_JOINED = re.compile(r",|\b(?:och|and|samt|or|eller)\b")


def _bare(passage: Passage, thing: Thing, end: int) -> values.Amount | None:
    """A figure right behind the thing whose unit stands in the title: "Metals (mg/kg)"."""
    unit = values.unit_in(passage.unit.heading)
    if not unit or passage.unit.kind == ROW:
        return None
    found = _RIGHT_BEHIND.match(passage.view.lower, thing.end, end)
    amount = next(values.amounts(passage.view.text, found.end(), end), None) if found else None
    if amount is None or found is None or amount.start > found.end() + 1:
        return None
    return replace(amount, unit=amount.unit or unit)


_RIGHT_BEHIND = re.compile(
    r"(?: ?\([ivx]+\))?[\s:=]*"
    rf"(?:{UNDETECTED}[\s,]*)?\(?"
)


_RIGHT_AFTER = re.compile(r"\)?[ :=]*")  # from "BPA (80-05-7)" to its figure


def _distance(amount: values.Amount, thing: Thing) -> int:
    return min(abs(amount.start - thing.end), abs(thing.start - amount.end))
