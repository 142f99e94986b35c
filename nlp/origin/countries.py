"""The country in which a product or a part of it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.lines import ROW
from nlp.origin.keys import keyed
from nlp.origin.places import adjectives, named, nations, of_people, places
from nlp.origin.untold import UNSURE
from nlp.passages import Draft, Passage
from nlp.text import has_verb

PACK = "origin"
_MADE = re.compile(
    r"tillverkas|tillverkad|tillverkat|monteras|monterad|\bsys\b|\bsydd|konfektioner"
    r"|blandas|made in"
    r"|manufactured|assembled|\bsewn|produced|rostas|spinns|vävs|stickas|färgas|gjuts|produceras"
    r"|made by|woven|knitted|dyed|moulded|roasted|formulated|packed|packas|fylls|filled|görs i"
    r"|ursprungsland|country of origin|country of manufacture|tillverkningsland|final assembly"
)
_KEY = re.compile(
    r"[^:|]*(?:tillverkningsland|ursprungsland|\bursprung\b|\bcountry|\borigin|made in|tillverkas i"
    r"|producerad i|\bland)\b[^:|]{0,40}:"
)
_COLUMN = re.compile(r"land\b|country|ursprung|origin|tillverkad|made in|tillverkningsort|plats")
_NOT_COLUMN = re.compile(r"marknad|market|kontor|office|kund|customer|leverans|delivery|lag\b")
_ASKED_FOR = re.compile(r"ursprung|origin|tillverkningsland|country of manufacture|tillverkas")
_QUALITY = re.compile(
    r"(?:tillverk\w+|produkt\w*|vara\b|varan|råvar\w*|made|produced|manufactur\w+"
    r"|products?|quality)"
)


def read(passage: Passage) -> Iterator[Draft]:
    """Countries in clauses that speak of making; an origin that is told to be unknown."""
    found = list(_named(passage))
    yield from found
    if found:
        return
    if passage.unit.kind == ROW:
        yield from _untold_row(passage)
        return
    for clause in passage.clauses:
        words = passage.view.lower[slice(*clause)]
        asked = _ASKED_FOR.search(words) or _where(passage, clause) or keyed(passage)
        if asked and UNSURE.search(words) and not _listed(passage):
            yield Draft(
                "ORIGIN.COUNTRY", *clause, (), "origin.unsure", PACK, {}, stance="hedged",
                bearing="risk",
            )  # fmt: skip
            return


_WHERE = re.compile(r"(?:var|where|vem som|who)\b")


def _where(passage: Passage, clause: tuple[int, int]) -> bool:
    """ "Where the cages are welded", "Var syran tillverkas": asked, and perhaps not answered."""
    made = any(hit.rule.name == "made" for hit in passage.within(*clause))
    return made and bool(_WHERE.match(passage.view.lower, clause[0]))


def _untold_row(passage: Passage) -> Iterator[Draft]:
    """A part whose country's column says that it is not known."""
    for index, head in enumerate(passage.columns):
        if _MADE_COLUMN.search(head) and index < len(passage.unit.cells):
            a, b = passage.unit.cells[index]
            if UNSURE.search(passage.view.lower, a, b):
                yield Draft(
                    "ORIGIN.COUNTRY", passage.start, b, (), "origin.unsure", PACK, {},
                    stance="hedged", bearing="risk",
                )  # fmt: skip


_MADE_COLUMN = re.compile(
    r"tillverkningsland|country of (?:manufacture|origin)|made in|produced in|ursprungsland"
)


def _listed(passage: Passage) -> bool:
    return "smelter" in passage.names or "mineral" in passage.kinds


def _named(passage: Passage) -> Iterator[Draft]:
    for start, end in _parts(passage):
        found = places(passage, start, end)
        if not found and (passage.unit.cells or keyed(passage) or _made(passage, start, end)):
            found = places(passage, start, end, cities=True)
        if not found and _QUALITY.search(passage.view.lower, start, end):
            found = [hit for hit in adjectives(passage, start, end) if _made_so(passage, hit.end)]
        found = found or nations(passage, start, end)
        for place in found:
            if of_people(passage, start, place):
                continue
            yield Draft(
                "ORIGIN.COUNTRY", start, end, ((place.start, place.end),), "origin.country", PACK,
                {"country": place.rule.name},
            )  # fmt: skip


def _parts(passage: Passage) -> Iterator[tuple[int, int]]:
    """The clauses, cut where the verb is left out: "... made in Italy, the lids in Spain"."""
    for start, end in _spans(passage):
        first = start
        if not passage.unit.cells:
            for gap in _GAPPED.finditer(passage.view.text, start, end):
                before = named(passage, first, gap.start(), cities=True)
                if before and not has_verb(passage.view.lower, gap.end(), end):
                    yield first, gap.start()
                    first = gap.end()
        yield first, end


_GAPPED = re.compile(
    r"(?:, (?:and |och )?| and | och )(?=(?:[\w/-]+ ){1,4}(?:in|i|from|från) [A-ZÅÄÖ])"
)
_WORKS = re.compile(r"factor\w+|plants?|mills?|works|workshop.*|production|fabrik\w*|anläggning\w*"
                    r"|verkstad\w*|produktion\w*|väveri\w*|supply chain.*|co-packer")  # fmt: skip


def _made(passage: Passage, start: int, end: int) -> bool:
    """Is something made in the clause? A factory with its town may do anything."""
    lower = passage.view.lower
    return any(
        hit.rule.name == "made" and not _WORKS.fullmatch(lower, hit.start, hit.end)
        for hit in passage.within(start, end)
    )


def _made_so(passage: Passage, at: int) -> bool:
    """ "kinesisk tillverkning", "Swedish-made", "Italian production"."""
    return bool(
        re.match(
            r"\w*[- ](?:tillverk|produktion|made|manufactur|production)",
            passage.view.lower[at : at + 18],
        )
    )


_RISKS = re.compile(
    r"sannolikhet|likelihood|probability|allvarlighet|severity|\bwages?\b|lön|\bpaid\b"
)


def _of_work(passage: Passage, start: int, end: int) -> bool:
    """A clause about those who work there: "the factory in Vietnam hires no agencies"."""
    hits = passage.within(start, end)
    cued = any(hit.rule.kind == "cue" for hit in hits)
    return cued and any(
        hit.rule.kind == "topic" and hit.rule.name.startswith("LAB.") for hit in hits
    )


_ROLES = frozenset(("made", "notmade"))


def _spans(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where a country would be an origin."""
    if passage.unit.kind == ROW:
        heads = " ".join(passage.columns)
        if _RISKS.search(heads):
            return
        key = _KEY.match(passage.lower) or (
            len(passage.unit.cells) == 2
            and _COLUMN.search(passage.view.lower[slice(*passage.unit.cells[0])])
        )
        if key or (_COLUMN.search(heads) and not _NOT_COLUMN.search(heads)):
            yield passage.start, passage.end
        return
    if _KEY.match(passage.lower):
        yield passage.start, passage.end
        return
    if keyed(passage):
        yield passage.start, _first_end(passage)
        return
    for start, end in passage.clauses:
        names = {hit.rule.name for hit in passage.within(start, end) if hit.rule.kind == "set"}
        clause = passage.view.lower[start:end]
        goes_on = start > passage.start and "made" in passage.names and not names & _ROLES
        goes_on = goes_on and not has_verb(passage.view.lower, start, end)
        if _of_work(passage, start, end) and not _MADE.search(clause):
            continue
        if (("made" in names or goes_on) and ("notmade" not in names or _MADE.search(clause))) or (
            "notmade" not in names and nations(passage, start, end)
        ):
            yield start, end


def _first_end(passage: Passage) -> int:
    """Where the answer to a key ends: the first clause that has a place, else all."""
    for _, end in passage.clauses:
        if places(passage, passage.start, end, cities=True):
            return end
    return passage.end
