"""The values of a topic heard in a passage: what its words tell, its heading, the lines before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from nlp import values
from nlp.certificates import details
from nlp.labour.figures import figure_of
from nlp.labour.indicators import indicator_of
from nlp.matching import Hit
from nlp.origin.firms import firms
from nlp.origin.places import adjectives, places, pointed_at
from nlp.passages import BEFORE, Passage

Values = dict[str, str]
_FROM_THERE = frozenset(("CN-XJ", "UZ", "TM"))  # places whose cotton is what is spoken of


def told(passage: Passage, topic: str, start: int, end: int) -> list[Values]:
    """The values of each claim to be made of [start, end): more than one where two places are."""
    read = _READERS.get(topic)
    found = list(read(passage, start, end)) if read else []
    return [{key: word for key, word in one.items() if word} for one in found] or [{}]


def _hours(passage: Passage, start: int, end: int) -> Iterator[Values]:
    yield figure_of("LAB.HOURS", passage.view.lower[start:end], bare=True)


def _age(passage: Passage, start: int, end: int) -> Iterator[Values]:
    yield figure_of("LAB.CHILD", passage.view.lower[start:end], bare=True)


def _indicator(passage: Passage, start: int, end: int) -> Iterator[Values]:
    lower = passage.view.lower
    before = lower[max(0, passage.start - BEFORE) : passage.start]
    near = before.rpartition(". ")
    yield {"indicator": indicator_of(lower[start:end], passage.lower, near[2] or near[0], before)}


def _list(passage: Passage, start: int, end: int) -> Iterator[Values]:
    named = _named(passage, "list", start, end)
    day = next(iter(values.days(passage.view.text, start, end, near=passage.today)), None)
    yield {
        "list": named.rule.name if named else "",
        "date": day.day.isoformat() if day and named else "",
    }


# Standards by a word of theirs within another: "Svanenlicens", "TCO-märkt", "14001-certifikat".
_MARKS = {
    "Svanen": r"svanen",
    "TCO Certified": r"\btco\b",
    "EU Ecolabel": r"ecolabel|eu-blomman",
    "Fairtrade": r"fairtrade|\bflo\b",
    "Rainforest Alliance": r"rainforest|\bra-\d",
    "ICTI": r"\bicti\b",
    "ISO 17025": r"17025|ackredit|accredit",
    "ISO 14001": r"14001",
    "ISO 45001": r"45001",
    "FSC": r"\bfsc|-coc-",
    "BSCI": r"\bbsci\b|^pa \d",
}
_AUDITS = {"audit_bsci": "BSCI", "audit_smeta": "SMETA"}
_LONE_GRADE = re.compile(r"(?:^|: ?|\b\w*betyg |\brating )([A-F])(?=\s|$)")


def _certificate(passage: Passage, start: int, end: int) -> Iterator[Values]:
    lower, text = passage.view.lower[start:end], passage.view.text[start:end]
    named = next((hit for hit in passage.of("standard") if start <= hit.start < end), None)
    marked = (name for name, words in _MARKS.items() if re.search(words, lower))
    standard = named.rule.name if named else next(marked, "")
    standard = standard or _AUDITS.get(passage.kind or "") or details.standard_near(passage)
    found = details.read(passage, (start, end))
    if "grade" not in found and (grade := _LONE_GRADE.search(text)):
        found["grade"] = grade[1]
    yield {**found, "standard": standard}


def _country(passage: Passage, start: int, end: int) -> Iterator[Values]:
    for hit in _places(passage, start, end):
        yield {"country": hit.rule.name}


def _site(passage: Passage, start: int, end: int) -> Iterator[Values]:
    found = list(firms(passage, start, end))
    for firm in found:
        yield {"site": firm.name, "country": firm.place.rule.name[:2]}
    if not found:
        there = places(passage, start, end, cities=True)
        strong = [hit for hit in there if hit.rule.weight == "strong"]
        yield {"country": (strong or there)[0].rule.name[:2] if there else ""}


def _material(passage: Passage, start: int, end: int) -> Iterator[Values]:
    named = _named(passage, "material", start, end)
    there = _places(passage, start, end)
    models = [hit.rule.value.get("model", "") for hit in passage.within(start, end)]
    model = next(filter(None, models), "")
    for country in [hit.rule.name for hit in there] or [""]:
        material = named.rule.name if named else "cotton" * (country in _FROM_THERE)
        yield {"material": material, "country": country, "model": model}


def _mineral(passage: Passage, start: int, end: int) -> Iterator[Values]:
    named = _named(passage, "mineral", start, end)
    yield {"mineral": named.rule.name if named else "3tg"}


def _places(passage: Passage, start: int, end: int) -> list[Hit]:
    """The places of a clause, and its adjectives of nations where it names none."""
    found = places(passage, start, end) or places(passage, start, end, cities=True)
    found = found or pointed_at(passage, start, end)
    return found or list({hit.rule.name: hit for hit in adjectives(passage, start, end)}.values())


def _named(passage: Passage, kind: str, start: int, end: int) -> Hit | None:
    """The first word of a kind in the clause, its sentence, its list's lead, heading or before."""
    for hits in (passage.within(start, end), passage.hits, passage.lead_hits, passage.head_hits):
        for hit in hits:
            if hit.rule.kind == kind and passage.in_language(hit):
                return hit
    return next((hit for hit in reversed(passage.hits_before) if hit.rule.kind == kind), None)


_READERS: Mapping[str, Callable[[Passage, int, int], Iterator[Values]]] = {
    "LAB.HOURS": _hours,
    "LAB.CHILD": _age,
    "LAB.FORCED": _indicator,
    "CHEM.LIST": _list,
    "CERT": _certificate,
    "ORIGIN.COUNTRY": _country,
    "ORIGIN.SITE": _site,
    "ORIGIN.MATERIAL": _material,
    "ORIGIN.MINERALS": _mineral,
}
