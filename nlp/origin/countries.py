"""The country in which a product or a part of it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.layout.lines import ROW
from nlp.matching import Hit
from nlp.origin import regions, rows
from nlp.origin.acts import PROCESS, is_made, is_seat, only_works
from nlp.origin.codes import coded
from nlp.origin.firms import in_firm
from nlp.origin.keys import answers, keyed
from nlp.origin.listed import answers_for_works
from nlp.origin.places import (
    adjectives,
    is_left,
    is_pointed_at,
    named,
    nations,
    of_people,
    places,
)
from nlp.origin.rows import KEY, OTHERWISE, TOLD_OF
from nlp.origin.unmade import NO_MAKING, behind_design, is_serviced
from nlp.origin.untold import ABROAD, UNSURE
from nlp.passages import Draft, Passage
from nlp.verbs import has_verb

PACK = "origin"
_MADE = re.compile(
    r"tillverkas|tillverkad|tillverkat|monteras|monterad|\bsys\b|\bsydd|konfektioner"
    r"|blandas|made in"
    r"|manufactured|assembled|\bsewn|produced|rostas|spinns|vävs|stickas|färgas|gjuts|produceras"
    r"|made by|woven|knitted|dyed|moulded|roasted|formulated|packed|packas|fylls|filled|görs i"
    r"|ursprungsland|country of origin|country of manufacture|tillverkningsland|final assembly"
)
_ASKED_FOR = re.compile(
    r"ursprung|origin|\b(?:\w+s)?land(?:et)?\b|vilka länder|country of \w+"
    r"|(?:actual|exact|which|what) countr(?:y|ies)"
    r"|provenance|tillverkas"
    r"|\b(?:made|assembled|sewn|moulded|produced) (?:anywhere|wherever|somewhere|in any)"
)
_QUALITY = re.compile(
    r"(?:tillverk\w+|produkt\w*|vara\b|varan|råvar\w*|made|produced|manufactur\w+"
    r"|products?|quality)"
)


def read(passage: Passage) -> Iterator[Draft]:
    """Countries in clauses that speak of making; an origin that is told to be unknown."""
    if answers_for_works(passage):
        return
    if found := list(_named(passage)) or list(_coded(passage)):
        yield from found
    elif passage.unit.kind == ROW:
        yield from (_unsure(*span) for span in rows.untold(passage))
    elif (key := KEY.match(passage.lower)) and UNSURE.search(passage.lower, key.end()):
        yield _unsure(passage.start, passage.end)
    elif "smelter" not in passage.names and "mineral" not in passage.kinds:
        yield from _untold(passage)


def _untold(passage: Passage) -> Iterator[Draft]:
    """The first clause that tells that the origin it speaks of is unknown."""
    goes_on = _goes_on(passage)
    for clause in passage.clauses:
        words = passage.view.lower[slice(*clause)]
        asked = bool(_ASKED_FOR.search(words)) or _where(passage, clause) or keyed(passage)
        # Asked last: it takes longest to look for.
        if not (asked or goes_on) or not (unsure := UNSURE.search(words)):
            continue
        away = any(hit.rule.name == "notmade" for hit in passage.within(*clause))
        if asked or (not away and ABROAD.search(unsure.group())):
            yield _unsure(*clause)
            return


def _goes_on(passage: Passage) -> bool:
    """Was it an origin that the sentence before told of, and is it no material's?"""
    return "material" not in passage.kinds and any(
        topic.startswith("ORIGIN.") for topic in passage.earlier
    )


def _coded(passage: Passage) -> Iterator[Draft]:
    for start, end, code in coded(passage):
        yield Draft(
            "ORIGIN.COUNTRY", passage.start, max(end, passage.start), ((start, end),),
            "origin.country", PACK, {"country": code},
        )  # fmt: skip


def _unsure(start: int, end: int) -> Draft:
    return Draft(
        "ORIGIN.COUNTRY", start, end, (), "origin.unsure", PACK, {}, stance="hedged", bearing="risk"
    )


_WHERE = re.compile(r"(?:var|where|vem som|who)\b")


def _where(passage: Passage, clause: tuple[int, int]) -> bool:
    """ "Where the cages are welded", "Var syran tillverkas": asked, and perhaps not answered."""
    made = any(hit.rule.name == "made" for hit in passage.within(*clause))
    lower = passage.view.lower
    return made and bool(_WHERE.match(lower, clause[0]) or _WHERE_MADE.search(lower, *clause))


# "We cannot disclose where the jacket is made"
_WHERE_MADE = re.compile(
    r"\b(?:where|var) (?:\w+ ){1,5}(?:is|are|was|were|tillverk\w+|görs|sys) ?\b"
)


def _named(passage: Passage) -> Iterator[Draft]:
    if "country" not in passage.kinds:
        return
    for start, end in _parts(passage):
        found = places(passage, start, end)
        denied = any(hit.rule.name == "deny" for hit in passage.within(start, end))
        told = passage.unit.cells or keyed(passage) or (is_made(passage, start, end) and not denied)
        if not found and told:
            found = [
                hit
                for hit in places(passage, start, end, cities=True)
                if passage.unit.cells or is_pointed_at(passage, start, hit)
            ]
        if not found and _QUALITY.search(passage.view.lower, start, end):
            found = [hit for hit in adjectives(passage, start, end) if _made_so(passage, hit.end)]
        if not found:
            found = [hit for hit in adjectives(passage, start, end) if _of_origin(passage, hit.end)]
        if not found and told:
            found = [
                hit for hit in adjectives(passage, start, end) if regions.of_town(passage, hit.end)
            ]
        there = {hit.rule.name for hit in found}
        found += [hit for hit in nations(passage, start, end) if hit.rule.name not in there]
        if told and (share := regions.share(passage, start, end)):
            yield share
        for place in found:
            if _is_elsewhere(passage, start, end, place):
                continue
            yield Draft(
                "ORIGIN.COUNTRY", start, end, ((place.start, place.end),), "origin.country", PACK,
                {"country": place.rule.name},
                stance=rows.stance(passage, place) or _by_another(passage, place, end),
            )  # fmt: skip


def _is_elsewhere(passage: Passage, start: int, end: int, place: Hit) -> bool:
    """Is the place one of people, one that was left, or part of who a firm is?"""
    return (
        of_people(passage, start, place)
        or is_left(passage, start, place)
        or is_seat(passage, start, place)
        or (not is_made(passage, start, end) and in_firm(passage, place))
    )


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


def _made_so(passage: Passage, at: int) -> bool:
    """ "kinesisk tillverkning", "Swedish-made", "Italian production"."""
    return bool(
        re.match(
            r"\w*[- ](?:tillverk|produktion|made|manufactur|production)",
            passage.view.lower[at : at + 18],
        )
    )


def _of_origin(passage: Passage, at: int) -> bool:
    """ "goods of Vietnamese origin", "av tyskt ursprung", "of Turkish make"."""
    return bool(_ORIGIN_BEHIND.match(passage.view.lower, at))


_ORIGIN_BEHIND = re.compile(
    r"\w*[- ](?:origin|make|manufacture|fabrication|provenance|ursprung|fabrikat|tillverkning"
    r"|härkomst)\b"
)


# "sewn in Morocco by a firm whom we do not name": the place is told, whoever it is.
_ANOTHER = re.compile(
    r",? (?:by|av|hos|at) (?:an?|en|ett|some|någon) [^,;.:]{3,40}?"
    r"\b(?:whom|that|which|who|whose|som|vars|vilken)\b"
)


def _by_another(passage: Passage, place: Hit, end: int) -> str:
    return "affirmed" if _ANOTHER.match(passage.view.lower, place.end, end) else ""


def _of_work(passage: Passage, start: int, end: int) -> bool:
    """A clause about those who work there: "the factory in Vietnam hires no agencies".

    Words that are of work only among others of their kind are no sign: people have an origin too.
    """
    return any(
        hit.rule.kind == "topic" and hit.rule.name.startswith("LAB.") and hit.rule.pack != "spoken"
        for hit in passage.within(start, end)
    )


# Gear for safety is goods too: "Helmets: Italy".
_OF_WORKERS = re.compile(r"LAB\.(?!SAFETY)")


def _is_of_workers(passage: Passage) -> bool:
    """Is a line with a key about those who work there: "Union: Galway, none in Penang"?"""
    return any(
        hit.rule.kind == "topic"
        and _OF_WORKERS.match(hit.rule.name)
        and hit.rule.pack != "spoken"
        and passage.in_language(hit)
        for hit in passage.within(passage.start, passage.end)
    )


_ROLES = frozenset(("made", "notmade"))


def _spans(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where a country would be an origin."""
    if passage.unit.kind == ROW:
        yield from rows.spans(passage)
    elif key := KEY.match(passage.lower):
        if not OTHERWISE.search(key.group()):
            yield passage.start, passage.end
    elif keyed(passage):
        if not _is_of_workers(passage) or is_made(passage, passage.start, passage.end):
            yield from answers(passage)
    elif not (is_serviced(passage) or _IF.match(passage.lower)):
        clauses = (behind_design(passage, *span) for span in passage.clauses)
        yield from (span for span in clauses if _tells(passage, *span))


def _tells(passage: Passage, start: int, end: int) -> bool:
    """Does the clause say that something is made, comes from or is of somewhere?"""
    lower, hits = passage.view.lower, passage.within(start, end)
    if all(hit.rule.kind != "country" for hit in hits) or NO_MAKING.match(lower, start, end):
        return False
    if _of_work(passage, start, end) and not is_made(passage, start, end):
        return False
    names = {hit.rule.name for hit in hits if hit.rule.kind == "set"}
    if "made" in names and only_works(passage, start, end):
        return False
    goes_on = start > passage.start and "made" in passage.names and not names & _ROLES
    goes_on = goes_on and not has_verb(lower, start, end)
    if "made" in names or goes_on or PROCESS.search(lower, start, end):
        return "notmade" not in names or bool(_MADE.search(lower, start, end))
    return "notmade" not in names and bool(
        nations(passage, start, end)
        or _brought(passage, start, end)
        or any(_of_origin(passage, hit.end) for hit in adjectives(passage, start, end))
    )


_BROUGHT = re.compile(
    r"\b(?:are|is|was|were|been|är|köps|köpt\w*|hämtas|importeras|levereras|comes?|kommer|buy"
    r"|köper)\b"
    r"(?: [\w-]+){0,3} (?:from|från)\s(?:the )?$"
)


def _brought(passage: Passage, start: int, end: int) -> bool:
    """ "Buckles are bought from Taiwan": a part, where parts and their making are spoken of."""
    if "material" in passage.kinds:
        return False
    about = any(hit.rule.name in TOLD_OF for hit in passage.head_hits)
    about = about or any(topic.startswith("ORIGIN.") for topic in passage.earlier)
    return about and any(
        _BROUGHT.search(passage.view.lower, start, hit.start) for hit in named(passage, start, end)
    )


# "If the chair is made in China, name the works": what holds in a case tells of none.
_IF = re.compile(r"(?:if|unless|in case|om|ifall|såvida)\s(?!not\b|inte\b)")
