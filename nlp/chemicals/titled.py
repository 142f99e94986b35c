"""What stands under a title or a column that names it: a substance over figures, a list over yes.

"Table 1. Chromium(VI) in leather" over "P1 | palm | 6.4", "SVHC above 0.1 %?" over "A | no".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp import values
from nlp.chemicals.results import NOT_TESTED, Table
from nlp.chemicals.things import Thing, named_thing, spelt
from nlp.matching import Hit, outermost
from nlp.passages import Draft, Passage

_KIND = ("substance", "group")
_OVER = 160  # characters between a title and the heads of its table, in which units may be told
# What the substance is looked for in: "lead in PVC" is of lead.
_MEDIUM = re.compile(r"\b(?:in|from|i|ur|hos)\s")


def thing_of(passage: Passage) -> Thing | None:
    """The one substance or group that the title of a row's table names; None for none or many."""
    heading, header = passage.unit.heading, passage.unit.header
    if not header or heading not in _above(passage):
        return None
    named = [hit for hit in passage.head_hits if hit.end <= len(heading) and hit.rule.kind in _KIND]
    hits = [hit for hit in outermost(named) if spelt(hit.rule, heading[hit.start : hit.end])]
    medium = _MEDIUM.search(heading.lower(), hits[0].end) if hits else None
    told = [hit for hit in hits if not medium or hit.start < medium.start()]
    if len({hit.rule.name for hit in told}) != 1:
        return None
    written = heading[told[0].start : told[0].end]
    return named_thing(told[0].rule, passage.start, passage.start, written)


def _above(passage: Passage) -> str:
    first = passage.unit.header[0][0]
    return passage.view.text[max(0, first - _OVER - len(passage.unit.heading)) : first]


def result_of(table: Table, headed: list[int], is_result: list[int]) -> list[int]:
    """The cells of a row under such a title that tell results: those so headed, else the rest."""
    told = [index for index in headed if index in is_result]
    return told or [index for index in is_result if index and not _is_aside(table, index)]


def _is_aside(table: Table, index: int) -> bool:
    return index < len(table.heads) and bool(_ASIDE.search(table.heads[index]))


_ASIDE = re.compile(
    r"gräns|limit|krav|requirement|\blo[qd]\b|\brl\b|\bnr\b|\bno\b|datum|date|osäkerhet|uncert"
)


# What a column asks for by "SVHC over 0.1 %": a yes tells of presence; by "RoHS": of compliance.
_HELD = re.compile(
    r"över|above|over\b|exceed|[>≥]|innehåll|contain|ingår|förekom|present|finns|ämnen?\b|substances?"
)
_FREE = re.compile(r"\bfri(?:tt|a)?\b|\bfree|\butan\b|without")
_FULFILS = re.compile(r"uppfyll|compl|överens|conform|klara|meets?\b|ok\b")
_NO = re.compile(
    r"(?:nej|no|none|inga|ingen|inget|nothing|n\.?d\.?|ej påvisa\w*|not detected)\b.{0,30}"
)
_YES = re.compile(r"(?:ja|yes)\b.{0,30}")
_OPEN = re.compile(
    r"(?:inget |no |besked |svar |uppgift |reply |answer )?(?:besked|svar|saknas|inväntas|reply"
    r"|answer|awaited|missing|outstanding)\b.{0,40}"
    r"|(?:bedömning|utredning|granskning|assessment|review|evaluation|screening)\w*"
    r" (?:is |are |är )?(?:still |ännu )?(?:pågår|ongoing|pending|under way|in progress"
    r"|not (?:yet )?(?:done|complete\w*|finished)|(?:inte|ej) (?:klar|avslutad|gjord))\b.*"
    r"|(?:still |ännu )?(?:under (?:utredning|bedömning|investigation|review|assessment)|pending"
    r"|pågår|unknown|okän[dt]|oklart|awaiting|väntar|inväntar|vet (?:ej|inte)|not known"
    r"|(?:ännu )?(?:inte|ej) (?:klar|känt|utredd|bedömd|granska[dt]|kontrollera[dt])\w*"
    r"|not (?:yet )?(?:assessed|screened|reviewed|checked|confirmed|determined|known|decided))\b.*"
)  # fmt: skip
_BROKEN = re.compile(
    r"(?:överensstämmer|uppfyller|uppfylls|uppfyllt|klarar|godkän[dt]) (?:inte|ej)\b.{0,40}"
    r"|(?:inte|ej) (?:godkän[dt]|uppfyll[dt]\w*)\b.{0,40}"
    r"|(?:does|do) not (?:comply|conform|meet)\b.{0,40}"
    r"|(?:non-?|not )(?:compliant|conform\w*)\b.{0,40}"
    r"|not (?:fulfilled|met|ok)|fail(?:s|ed)?|underkän[dt]"
)  # fmt: skip
_MET = re.compile(
    r"(?:överensstämmer|uppfyll(?:er|s|t|d)|klara(?:r|s)|godkän[dt]|complies|compliant|conforms?"
    r"|conforming|in compliance|fulfilled|fulfils|meets|met|pass(?:es|ed)?|ok)(?: (?:kraven|krav"
    r"|utan undantag|helt|fullt ut|fully|in full|without exemptions?|with exemptions?|med undantag"
    r"|the requirements?|all requirements))?"
)  # fmt: skip
_NOT_FOR = re.compile(
    r"(?:gäller (?:inte|ej)|(?:ej|inte) listad|berörs (?:inte|ej)|does not apply)"
)


def columned(passage: Passage) -> Iterator[Draft]:
    """A row that answers a column of a list: "SVHC above 0.1 %" over "no", "RoHS" over "yes"."""
    unit = passage.unit
    if len(unit.header) != len(unit.cells) or "list" in passage.kinds:
        return
    for (start, end), (first, last) in zip(unit.header, unit.cells, strict=True):
        named = [hit for hit in passage.head_hits if start <= hit.start and hit.end <= end]
        hit = _list_of(named, passage.view.text)
        if hit is None or unit.cells[0] == (first, last):
            continue
        head, cell = passage.view.lower[start:end], passage.view.lower[first:last]
        asks = "free" if _FREE.search(head) else "held" if _holds(head, hit.rule.name) else "met"
        if stance := _answer(cell, asks):
            day = values.days(passage.view.text, start, end, near=passage.today)
            yield _drafted(hit, (passage.start, last), stance, next(day, None))


def _list_of(hits: list[Hit], text: str) -> Hit | None:
    lists = [hit for hit in hits if hit.rule.kind == "list" and hit.rule.name != "other"]
    spelled = [hit for hit in lists if spelt(hit.rule, text[hit.start : hit.end])]
    return spelled[0] if len({hit.rule.name for hit in spelled}) == 1 else None


def _holds(head: str, name: str) -> bool:
    if _FULFILS.search(head):
        return False
    return name == "svhc" or bool(_HELD.search(head))


def _answer(cell: str, asks: str) -> tuple[str, str] | None:
    """Stance and bearing of a bare answer to what is there ("held"), not ("free") or met."""
    cell = cell.rstrip(" .!")
    if _OPEN.fullmatch(cell) or NOT_TESTED.fullmatch(cell):
        return "hedged", "risk"
    if _BROKEN.fullmatch(cell):
        return "denied", "risk"
    if _MET.fullmatch(cell):
        return "affirmed", "support"
    no, yes = _NO.fullmatch(cell), _YES.fullmatch(cell)
    return _ANSWERED[asks][0 if no else 1] if no or yes else None


_ANSWERED = {  # what a no and what a yes say
    "held": (("denied", "support"), ("affirmed", "risk")),
    "free": (("affirmed", "risk"), ("denied", "support")),
    "met": (("denied", "risk"), ("affirmed", "support")),
}


_KEY = re.compile(r"[^:;.|?!]{1,40}(?::| [-–])\s+")


def listed(passage: Passage) -> Iterator[Draft]:
    """A line that judges a product under a title that names a list: "Lamp 600: complies"."""
    heading = passage.unit.heading
    if passage.unit.cells or not heading or _KINDS & passage.kinds:
        return
    hit = _list_of([one for one in passage.head_hits if one.end <= len(heading)], heading)
    if hit is None:
        return
    key = _KEY.match(passage.lower)
    told = passage.lower[key.end() if key else 0 :].rstrip(" .!")
    stance = ("denied", "support") if _NOT_FOR.fullmatch(told) else _verdict(told)
    if stance:
        day = values.days(heading, 0, len(heading), near=passage.today)
        yield _drafted(hit, (passage.start, passage.end), stance, next(day, None))


_KINDS = frozenset(("list", "substance", "group"))


def _verdict(told: str) -> tuple[str, str] | None:
    return None if _NO.fullmatch(told) or _YES.fullmatch(told) else _answer(told, "met")


def _drafted(
    hit: Hit, span: tuple[int, int], told: tuple[str, str], day: values.Day | None
) -> Draft:
    value = {"list": hit.rule.name} | ({"date": day.day.isoformat()} if day else {})
    return Draft(
        "CHEM.LIST", *span, (), hit.rule.id, hit.rule.pack, value, stance=told[0], bearing=told[1]
    )
