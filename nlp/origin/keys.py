"""Lines of a list of parts or materials, each with the place it comes from: "Castors: China"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.layout.lines import ITEM, SENTENCE
from nlp.origin.places import places
from nlp.origin.untold import UNSURE
from nlp.passages import Passage
from nlp.verbs import has_verb

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})+\.? )?"  # "2.2 Screen: South Korea"
_KEY = re.compile(rf"{_NUMBER}(?P<key>[^:|.;]{{2,48}}):\s+(?=\S)")
# Behind a comma, or on the next line of a list that was read as one.
_NEXT_KEY = re.compile(rf"(?:[,;]\s|\n{_NUMBER})(?=(?P<key>[^\W\d][\w -]{{2,30}}):\s)")
_LEAD = 24  # characters of an answer within which its place begins
# Keys whose place is that of a firm, a person or a journey, and of no goods.
_NO_GOODS = re.compile(
    r"office|destination|deliver|leveransl|address|phone"
    r"|contact|bank|court|law|customer|market|buyer|client|applicant|holder"
    r"|added|removed|photo|terms|fob|review|site|factory|plant\b|manufacturer|producer|test|works\b"
    r"|tillkom|utgå|foto|villkor|granska|fabrik|anläggning|tillverkare|produktions|prov\b|isotop"
    r"|visit|audit|author|auditor|signed|place|date|\bports?\b|shipp|stores?|warehouse|depot"
    r"|freight"
    r"|laborator|interview|workers|registered|service|repair|country of|sales|language|importer"
    r"|export"
    r"|kontor|adress|telefon|kontakt|tvist|\blag\b|kund|marknad|beställare|sökande|innehavare"
    r"|deltagare|närvarande|participant|present\b|seller|säljare|showroom|supplier|leverantör"
    r"|regist|payment|paid\b|account|insur|betal|konto|försäkr|assisted|comments"
    r"|people|workers?|staff|person|besök|revision|revisor|undertecknat|\bort(?:en)?\b|garanti"
    r"|bilaga|ärende|distribut|papper:|datum|hamn|frakt"
    r"|köpare|mottag|anbud|behalf|\bcompany|företag|bolag|\bfirma|branch|filial|\bstock\b"
    r"|respondent|mätplats|\bplats\b|ansvarig|responsible|agency|ombud|completed|ifyll|filled"
    r"|avsänd|sender|lämna|headcount|koncern|representati|editor|redakt|frågor|questions?\b"
    r"|^on \d|\biso\b|accident|olyck|hours|timmar"
    r"|lager|laboratori|intervju"
    r"|arbetare|säte|service|reparation|importör|försäljning|språk|certifi|report|rapport|uppdrag"
)


def keyed(passage: Passage) -> bool:
    """Does the line name goods and, behind a colon, their place or that none is known?"""
    if passage.unit.kind not in (SENTENCE, ITEM):
        return False
    key = _KEY.match(passage.lower)
    if not key or _NO_GOODS.search(key["key"]) or _speaks(passage, key):
        return False
    first = passage.start + key.end()
    found = places(passage, first, passage.end, cities=True)
    if found and found[0].start - first <= _LEAD:
        between = passage.view.lower[first : found[0].start]
        return "," not in between and not re.search(r"\b(?:not?|inte|ej|utom|except)\b", between)
    unsure = UNSURE.search(passage.view.lower, first, passage.end)
    return bool(unsure and unsure.start() - first <= _LEAD and _among_origins(passage))


# "SR: Zoran was in Maribor": whose words they are in minutes and mails.
_INITIALS = re.compile(r"[A-ZÅÄÖ]{1,3}")


def _speaks(passage: Passage, key: re.Match[str]) -> bool:
    start = passage.start
    return bool(_INITIALS.fullmatch(passage.view.text, start, start + key.end("key"))) and has_verb(
        passage.view.lower, start + key.end(), passage.end
    )


def _among_origins(passage: Passage) -> bool:
    """Does the heading, or the line before, speak of origin? "Unknown" answers much else."""
    headed = any(hit.rule.name in ("made", "origin") for hit in passage.head_hits)
    return headed or any(topic.startswith("ORIGIN.") for topic in passage.earlier)


def answers(passage: Passage) -> Iterator[tuple[int, int]]:
    """ "Spinning: Turkey, sewing: Portugal": each key with its answer."""
    start, nexts = passage.start, list(_NEXT_KEY.finditer(passage.lower))
    of_goods = True
    for key in nexts:
        if of_goods:
            yield start, passage.start + key.start()
        start, of_goods = passage.start + key.end(), not _NO_GOODS.search(key["key"])
    if of_goods:
        yield start, passage.end if nexts else _first_end(passage)


def _first_end(passage: Passage) -> int:
    """Where the answer to a key ends: the first clause that has a place, else all."""
    for _, end in passage.clauses:
        if places(passage, passage.start, end, cities=True):
            return end
    return passage.end
