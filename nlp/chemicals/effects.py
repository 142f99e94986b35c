"""What a sheet says of harm in words of its own: none is known, it is no hazard, it may hurt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.chemicals.classes import bearing_of, code_of
from nlp.layout.lines import ROW
from nlp.layout.sections import FINDINGS, HAZARDS, REGULATIONS
from nlp.passages import Draft, Passage

PACK = "chemicals"
_TOLD = FINDINGS | {HAZARDS, REGULATIONS}
_HAZARD = (
    r"(?:(?:other|further|physical|health|environmental|reactivity|flammability|fire|explosion"
    r"|special|andra|övriga|fysikaliska|särskilda) )?(?:hazards?|dangers?|risks?|faror|risker)"
)
_NOTHING = (
    r"(?:none|nil|no|inga|ingen|nej)(?: (?:other|further|special|specific|significant|andra"
    r"|övriga|ytterligare|särskilda))?(?: (?:hazards?|dangers?|risks?|faror|risker))?"
    r"(?: (?:are|is|är|have been|har))?(?: (?:known|identified|reported|expected|kända"
    r"|identifiera\w+|rapporterats))?"
)
# "Other hazards: none known", "Andra faror | Inga kända"; the field may stand as a title above.
_NONE_KNOWN = re.compile(rf"(?:(?P<field>{_HAZARD})[\s:;|–-]+)?{_NOTHING}")
_FIELD = re.compile(rf"(?:\d+\.?\d*\.? )?{_HAZARD}:?")
_NAMED = re.compile(r"\b(?:hazards?|dangers?|risks?|faror|risker)\b")
_HARMLESS = re.compile(
    r"\b(?:not|inte|ej) (?:an? |ett? |en )?(?:health )?(?:hazard\b|hazardous"
    r"|dangerous (?:substance|good)"
    r"|controlled product|hälsofara|farligt? (?:ämne|blandning))"
    r"|\b(?:does|do) not (?:\w+ )?(?:irritate|sensiti[sz]e|pose an? \w+ ?(?:hazard|risk)"
    r"|(?:meet|fulfil) the (?:classification )?criteri(?:a|on))"
    r"|\buppfyller (?:inte|ej) (?:\w+ )?kriteri\w+ för klassificering"
    r"|\bno (?:known|adverse|harmful|significant)(?: \w+){0,3} effects?\b"
    r"|\binga (?:kända|skadliga|negativa)(?: \w+)? ?(?:hälso|miljö)?effekter\b"
    r"|\b(?:damages?|effects?|hazards?|skador|miljöskador|effekter) (?:is|are|är) (?:not|inte|ej)"
    r" (?:known|expected|anticipated|kända|att vänta|väntade)"
    r"|^(?:non-?|not )controlled$|^(?:is )?non-?hazardous\b|\b(?:are|is) non-?hazardous\b"
)
_HARMFUL = re.compile(
    r"\b(?:meets?|fulfils?) the (?:definition|criteria) (?:of|for) (?:an? )?(?:\w+ ){0,3}"
    r"(?:hazardous|dangerous)|\bis (?:considered |regarded as )?an? (?:hazardous|dangerous)"
    r" (?:substance|mixture|preparation|chemical|product)"
    r"|\bis (?:whmis )?class [a-f]\d?[ab]?\b"
)


def told(passage: Passage) -> Iterator[Draft]:
    """What the passage's clauses say of harm without any word that a class is known by."""
    if passage.unit.section not in _TOLD:
        return
    if _none_known(passage):
        yield _denied(passage.start, passage.end)
        return
    if passage.unit.kind == ROW and passage.of("hazard"):
        return
    for start, end in passage.clauses:
        words = passage.view.lower[start:end].strip(" .")
        if _HARMLESS.search(words) and not _DUTY.match(words):
            yield _denied(start, end)
        elif _HARMFUL.search(words):
            yield Draft(
                "CHEM.HAZARD", start, end, (), "hazard.defined", PACK, tone="bad",
                stance="affirmed", bearing="risk",
            )  # fmt: skip


_DUTY = re.compile(r"(?:if|when|om|när|vid)\b")


def _none_known(passage: Passage) -> bool:
    found = _NONE_KNOWN.fullmatch(passage.lower.strip(" ."))
    if found is None:
        return False
    field = found["field"] or _FIELD.fullmatch(passage.unit.heading.lower().strip(" ."))
    return bool(field or _NAMED.search(passage.lower))


def _denied(start: int, end: int) -> Draft:
    return Draft(
        "CHEM.HAZARD", start, end, (), "hazard.none", PACK, stance="denied", bearing="support"
    )


def statement(passage: Passage) -> Draft | None:
    """A statement of Annex III of CLP in its own words, of which no pack has a word by itself."""
    if passage.unit.section not in FINDINGS | {HAZARDS} or passage.of("hazard"):
        return None
    code = code_of(passage.lower)
    if not code:
        return None
    return Draft(
        "CHEM.HAZARD", passage.start, passage.end, (), "hazard.statement", PACK,
        {"h_code": code}, stance="affirmed", bearing=bearing_of(code),
    )  # fmt: skip
