"""Works named on lines of their own: in a list of makers, or above the line of their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.matching import Found, Hit
from nlp.origin.firms import HAS_LEGAL, NAME, clean, firms, is_name, is_works
from nlp.origin.makers import country_of, draft
from nlp.origin.places import named
from nlp.passages import Draft, Passage

_SITE = "ORIGIN.SITE"
_CAPITALS = re.compile(r" [A-ZÅÄÖ]")
_REACH = 900  # characters of a form in which the name and the place of one works stand
_PLACE_KEY = re.compile(
    r"(?:(?<=[\n\f])|\A)(?:country|location|place|city|plats|land|ort) ?: (?P<answer>[^\n\f]+)",
    re.IGNORECASE,
)
_NAME_KEY = re.compile(
    r"(?:(?<=[\n\f])|\A)(?:(?:factory|facility|site|plant|mill|supplier|vendor|fabriks?|fabrikens"
    r"|anläggningens) (?:name|namn)|factory|facility|plant|mill|fabrik|anläggning) ?:",
    re.IGNORECASE,
)
# What is told of works and of no office: "Number of workers: 450", "Issues: overtime".
_OF_WORKS = re.compile(
    r"\b(?:workers?|employees|issues?|products?|processes|audit\w*|factor(?:y|ies)|anställda"
    r"|arbetare|produkter|fabrik\w*|certifikat)\b"
)
_NEAR = 120  # characters in which it stands whose address a line is
_ROLE = re.compile(
    r"(?:(?:(?:tier|led|nivå) ?\d|(?:main |garment |fabric )?(?:supplier|factory|producer"
    r"|manufacturer|mill|spinner|weaver|dyehouse)|leverantör|fabrik|producent|tillverkare|väveri"
    r"|spinneri|färgeri): )?",
    re.IGNORECASE,
)
_REST = re.compile(r"[ .;,)]*(?: ?(?:[–—;,(]|- )[^\n]{1,60})?")  # how many work there, and on what
_ADDRESS = re.compile(r"\d|\bBox\b")
_SIGNED = re.compile(
    r"@|\b(?:phone|tel|manager|contact|complaints|regards|signed|kontakt|hälsning)"
)
_MAKERS = frozenset(("maker", "made", "site", "siteword"))


def above(passage: Passage) -> Iterator[Draft]:
    """ "Rivertex Garments", and on the line below it "Country: Cambodia"."""
    text = passage.view.text
    for key in _PLACE_KEY.finditer(text, passage.start, passage.end):
        found = named(passage, *key.span("answer"), cities=True)
        line = _line_before(text, key.start())
        if not found or not line or not _is_works_line(passage, *line):
            continue
        place = country_of(found)
        end = max(hit.end for hit in found)
        told = draft(line[0], end, place, clean(text[slice(*line)]))
        yield replace(told, stance="affirmed")


def _line_before(text: str, at: int) -> tuple[int, int] | None:
    end = len(text[:at].rstrip())
    return (max(text.rfind("\n", 0, end), text.rfind("\f", 0, end)) + 1, end) if end else None


def _is_works_line(passage: Passage, start: int, end: int) -> bool:
    """Is the line the name of a works, and not of the firm whose paper it is?"""
    written = passage.view.text[start:end].strip()
    if not NAME.fullmatch(written) or not is_name(clean(written)) or not is_works(written):
        return False
    if not _CAPITALS.search(written):
        return False  # "Skjortornas fabrik" tells what is made there, and no name
    if passage.issuer and written.startswith(passage.issuer):
        return bool(_OF_WORKS.search(passage.view.lower, end, end + 200))
    return True


def in_list(passage: Passage) -> Iterator[Draft]:
    """A line that is a works and its place and nothing more, where makers are listed."""
    text, found = passage.view.text, list(firms(passage, passage.start, passage.end))
    if not found or found[0].place.rule.weight != "strong" or not is_works(found[0].name):
        return
    firm = found[0]
    key, rest = text[passage.start : firm.start], text[firm.last : passage.end]
    before = passage.view.lower[max(0, passage.start - _NEAR) : passage.start]
    if not _ROLE.fullmatch(key) or not _REST.fullmatch(rest):
        return
    if _ADDRESS.search(text, firm.start, firm.last) or _SIGNED.search(before):
        return
    around = (*passage.head_hits, *passage.hits_before)
    if key or _SITE in passage.earlier or any(hit.rule.name in _MAKERS for hit in around):
        yield draft(firm.start, firm.last, firm.place, firm.name)


def below(passage: Passage, at: int) -> tuple[int, int, str]:
    """Where the name at `at` ends, where the claim does, and the country told on a line below.

    The claim takes in the line right below that tells the place; "" where no line tells it.
    """
    text = passage.view.text
    legal = HAS_LEGAL.search(text, at, passage.end)
    name = NAME.match(text, at, passage.end)
    end = last = legal.end() if legal else name.end() if name else at
    country = ""
    for key in _PLACE_KEY.finditer(text, end, min(len(text), end + _REACH)):
        told = _countries(passage, *key.span("answer"))
        strong = [hit for hit in told if hit.rule.weight == "strong"]
        if told and not country and not text[end : key.start()].strip():
            last = max(hit.end for hit in told)
        if strong or (told and not country):
            country = (strong or told)[0].rule.name[:2]
        if strong:
            break
    return end, last, country


def _countries(passage: Passage, start: int, end: int) -> list[Hit]:
    page = passage.page_hits or Found([])
    return [hit for hit in page.between(start, end) if hit.rule.kind == "country"]


def names_works(passage: Passage) -> bool:
    """Is it the line of a form that names a works: "Factory: ...", "Facility name: ..."?"""
    return bool(_NAME_KEY.match(passage.view.text, passage.start, passage.end))


def answers_for_works(passage: Passage) -> bool:
    """Is it the line of a form that tells where the works is that the form has named?"""
    key = _PLACE_KEY.match(passage.view.text, passage.start, passage.end)
    before = max(0, passage.start - _REACH)
    return bool(key and _NAME_KEY.search(passage.view.text, before, passage.start))
