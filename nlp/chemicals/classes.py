"""Hazard classes and statements in words: the code each has, and how it bears, by the packs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from nlp.packs.hazards import HazardClass, HazardPart, HazardStatement
from nlp.rules import Rulebook, per_book

_CATEGORY = re.compile(r"\b(?:category|kategori|cat\.)[:\s]+([1-4])[a-c]?\b")


def category_of(words: str) -> str:
    """The code of a class told with its category ("Carcinogenicity Category 2"), or ""."""
    found = _CATEGORY.search(words)
    if not found:
        return ""
    named = (one for word, beside, one in _classes() if word in words and beside in words)
    return next((code for codes in named if (code := codes.get(found[1]))), "")


def code_of(words: str) -> str:
    """The code of a statement or class in words; "" where they are those of none."""
    return category_of(words) or next((code for word, code in _stated() if word in words), "")


def ungiven(words: str) -> str:
    """The code of the one class that words speak of; "" for several or none."""
    found = {code for word, code in _absent() if word in words}
    return found.pop() if len(found) == 1 else ""


def bearing_of(code: str) -> str:
    """How a statement that applies bears on the product; one that no pack has is a risk."""
    told = _bearings()
    return next((told[key] for key in (code, code[:2], code[:3]) if key in told), "risk")


@per_book
def short_class(book: Rulebook) -> re.Pattern[str]:
    """A class in short with what follows it, up to the end: "Skin Corr. 1B, "."""
    short = {re.split(r"\W", word)[0] for one in _every_class(book) for word in one.short}
    return re.compile(rf"(?:{'|'.join(sorted(short)) or '(?!)'})[\w.]*[^|;\n\t]{{0,34}}?$")


def in_short(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Start, end and code of the classes told in short: "Skin Irrit. 2"; how each one bears.

    The code is "" where the short name leaves it open: Acute Tox. is of three ways in.
    """
    for found in _abbreviated().finditer(text, start, end):
        codes = sorted(_codes()[_pressed(found["short"]), found["category"]])
        told = codes[0] if len(codes) == 1 else ""
        yield found.start(), found.end(), told, bearing_of(codes[0])


def _pressed(short: str) -> str:
    return re.sub(r"[\W_]", "", short)


@per_book
def _codes(book: Rulebook) -> dict[tuple[str, str], set[str]]:
    """The codes of a class in short, without blanks and points, by its category."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in _every_class(book):
        for short in one.short:
            for category, code in one.categories.items():
                found.setdefault((_pressed(short), category), set()).add(code)
    return found


@per_book
def _abbreviated(book: Rulebook) -> re.Pattern[str]:
    """A class in short with its category, as sheets write it: "Eye Irrit.2", "STOT SE 3"."""
    by_name: dict[str, set[str]] = {}
    for one in _every_class(book):
        for short in one.short:
            by_name.setdefault(short, set()).update(one.categories)
    names = (
        r"[.\s]*".join(re.escape(part.rstrip(".")) for part in re.split(r"\s", short))
        + rf"(?=[.\s]*(?:[Cc]at(?:egory)?[.\s]*)?[{''.join(sorted(categories))}])"
        for short, categories in sorted(by_name.items())
        if categories
    )
    return re.compile(
        rf"\b(?P<short>{'|'.join(names) or '(?!)'})[.\s]*(?:[Cc]at(?:egory)?[.\s]*)?"
        r"(?P<category>[1-4])[A-C]?\b(?![.,]\d)"
    )


@per_book
def _stated(book: Rulebook) -> list[tuple[str, str]]:
    """Words of a statement and its code. The longest come first: they tell it the narrowest."""
    told = [(word, one.code) for one in _statements(book) for word in (*one.wordings, *one.words)]
    return sorted(told, key=lambda pair: -len(pair[0]))


@per_book
def _classes(book: Rulebook) -> list[tuple[str, str, Mapping[str, str]]]:
    """Words of a class, a word that stands beside or "", and its codes; the longest come first."""
    told = [
        (word, beside, one.categories)
        for one in _every_class(book)
        for word in one.words
        for beside in one.beside or ("",)
    ]
    return sorted(told, key=lambda each: -len(each[0] + each[1]))


@per_book
def _absent(book: Rulebook) -> list[tuple[str, str]]:
    """Words of a class whose absence is told, and the code that it would be given."""
    return [(word, one.code) for one in _statements(book) for word in one.absent]


@per_book
def _bearings(book: Rulebook) -> dict[str, str]:
    """The bearing of each part by what its codes begin with, and of statements with their own."""
    parts = {one.prefix: one.bearing for one in book.hazards if isinstance(one, HazardPart)}
    return parts | {one.code: one.bearing for one in _statements(book) if one.bearing}


def _statements(book: Rulebook) -> Iterable[HazardStatement]:
    return (one for one in book.hazards if isinstance(one, HazardStatement))


def _every_class(book: Rulebook) -> Iterable[HazardClass]:
    return (one for one in book.hazards if isinstance(one, HazardClass))
