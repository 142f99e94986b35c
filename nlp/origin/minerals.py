"""Tin, tantalum, tungsten, gold, cobalt and mica: where used, and what is known of smelters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.layout.lines import ROW
from nlp.matching import Hit, outermost
from nlp.origin import counts, standing, templates
from nlp.origin.untold import UNSURE
from nlp.passages import Draft, Passage
from nlp.rules import Rulebook, per_book

PACK = "origin"
_USED = re.compile(
    r"(?:is|are|has|have|hold|holds) (?:\w+ )?(?:of )?(?:tin|gold|tungsten|tantalum|cobalt|mica)\b"
    r"|(?:är|har|av) (?:tenn|guld|volfram|tantal|kobolt|glimmer)\b|plated|plating|plätera"
    r"|used|använd\w*|innehåll\w*|contain\w*|present|occurs?|förekom\w*|ingår|finns"
    r"|source\w*|ursprung"
    r"|origin\w*|traced|spår\w*|redovisa\w*|finance|information|available|inquiry|buys?|köper"
)


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each mineral of each clause; smelters without a mineral stand for 3TG."""
    titled = _titled(passage)
    if not (
        titled
        or "mineral" in passage.kinds
        or "smelter" in passage.names
        or "ORIGIN.MINERALS" in passage.earlier
    ):
        return
    if _of_people(passage) or _is_law(passage) or templates.says_nothing(passage):
        return
    hits = [hit for hit in passage.of("mineral") if passage.in_language(hit)]
    hits = [hit for hit in outermost(hits) if not _named_otherwise(passage, hit)]
    if hits and _speaks_of_sources(passage, titled=titled):
        yield from (_standing(passage, draft) for draft in _minerals(passage, hits))
    elif hits:
        return
    elif "ORIGIN.MINERALS" in passage.earlier and _REMAINING.search(passage.lower):
        yield _standing(passage, _smelters(passage.start, passage.end))
    elif "smelter" in passage.names and passage.unit.kind != ROW and not _OIL.search(passage.lower):
        yield _standing(passage, _smelters(*_clause(passage)))
    elif titled and _ANSWERED.search(passage.lower) and _BY_WHOM.search(passage.lower):
        yield _standing(passage, _smelters(passage.start, passage.end))


# What is told of a smelter's standing is so, though it is told by "not" or "removed".
_OFF_LIST = re.compile(
    r"\b(?:not|inte|ej|icke)[ -](?:\w+ )?(?:conformant|granska\w+|godkän\w+|rmap)"
    r"|\b(?:delisted|sanctioned)\b|\b(?:removed|dropped|taken off|struck off|struken|strukna"
    r"|ströks|borttag\w+)"
    r" (?:from|off|från|ur|it|the|it)\b|\blost (?:its|their) "
)
_OUR_CHAIN = re.compile(
    r"\b(?:our|vår|våra|supply) (?:\w+ )?(?:chain|list|kedja|lista|leverantörskedja)\b"
)
_ONLY = re.compile(
    r"\bmay (?:only|be \w+ only)\b|^only [^.;]{3,60} may\b|\bfår (?:endast|bara)\b"
    r"|^(?:endast|bara) [^.;]{3,60} får\b"
)
_POLICY = re.compile(
    r"\b(?:have|has|had|adopted|har|antagit)\b[^.;]{0,40}\bpolic(?:y|ies)\b"
    r"|\bpolicyn? (?:is|är)\b"
)
# "We do not buy from smelters that are not audited": what is kept out, and is no fault.
_SHUNS = re.compile(
    r"\b(?:do|does|did) not (?:buy|source|purchase) [^.;]{0,30}(?:from|smelter)"
    r"|\bköper (?:inte|ej) [^.;]{0,30}från [^.;]{0,20}(?:smält|raff)"
)
_SAME = re.compile(r"(?:the )?same (?:applies|goes|holds)\b|detsamma gäller|samma sak gäller")


def _standing(passage: Passage, draft: Draft) -> Draft:
    """The draft of smelters off a list, taken out by us, or that a rule is said to hold for."""
    clause = passage.view.lower[draft.start : draft.end]
    if _SAME.match(passage.lower) or _ONLY.search(clause) or _POLICY.search(clause):
        return replace(draft, stance="required")
    off = _OFF_LIST.search(clause)
    doubted = UNSURE.search(clause) or any(
        cue.rule.name in ("hedge", "hedgefree", "require")
        and not (off and off.start() <= cue.start - draft.start < off.end())
        for cue in passage.decisive
    )
    ruled = any(cue.rule.name == "require" for cue in passage.decisive)
    if standing.is_open(clause) and not (draft.stance or ruled):
        return replace(draft, stance="hedged", bearing="risk")
    if _SHUNS.search(clause) and not ruled:
        return replace(draft, stance="denied", bearing="support")
    if not off or doubted:
        return draft
    ours = _OUR_CHAIN.search(clause) or standing.is_mended(clause)
    return replace(draft, stance="affirmed", bearing="support" if ours else "risk")


def _titled(passage: Passage) -> bool:
    """Is the paper, or the heading, about minerals?"""
    around = (*passage.head_hits, *passage.title_hits)
    return any(hit.rule.kind == "mineral" or hit.rule.name == "minecontext" for hit in around)


_OIL = re.compile(r"\b(?:bitumen\w*|\w*olja\w*|oils?|crude|petrol\w*|sugar|\w*socker\w*)\b")


def _speaks_of_sources(passage: Passage, *, titled: bool) -> bool:
    """Is it use, origin or smelters that is spoken of, and no coin, medal or colour?"""
    head = {hit.rule.name for hit in passage.head_hits if hit.rule.kind == "set"}
    if {"minecontext", "smelter"} & (passage.names | head):
        return True
    if any(_METALS.search(column) for column in passage.columns):
        return True
    named = any(hit.rule.name == "3tg" for hit in passage.of("mineral"))
    if named and _TOLD.search(passage.lower):
        return True
    lower = passage.lower
    ruled = any(hit.rule.name == "require" for hit in passage.of("cue"))
    return bool(
        (titled and _USED.search(lower))
        or (_SOURCE.search(lower) and UNSURE.search(lower))
        or (ruled and _DILIGENCE.search(lower))
    )


def _of_people(passage: Passage) -> bool:
    """Children at a pit and deaths in a tunnel are of labour, whatever is dug there."""
    return bool(_PEOPLE.search(passage.lower)) and not _SUPPLY.search(passage.lower)


def _smelters(start: int, end: int) -> Draft:
    return Draft("ORIGIN.MINERALS", start, end, (), "origin.smelter", PACK, {"mineral": "3tg"})


def _is_law(passage: Passage) -> bool:
    """ "Section 1502 obliges listed companies to report", "The new rules require manufacturers"."""
    ours = "ours" in passage.names
    if _DEFINED.search(passage.lower):
        return True
    return bool(_ACT.match(passage.lower) or (not ours and _RULED.match(passage.lower)))


_DEFINED = re.compile(r"\b(?:is|are) defined (?:in|as|by)\b|\bdefinieras (?:i|som)\b|\bavses\b")


_ACT = re.compile(r"(?:section 1502|(?:the )?dodd-frank)\b")
_RULED = re.compile(
    r"(?:in (?:\w+ )?\d{4}, )?(?:the|these|this) (?:[\w.&-]+ ){0,5}?"
    r"(?:rules?|requirements?|law|act|regulation|sec|commission|section 1502)\b"
)
_PEOPLE = re.compile(
    r"\b(?:child(?:ren)?|barn\w*|killed|deaths?|dödade|omkom\w*"
    r"|collaps\w*|tunnel\w*|accidents?"
    r"|olyck\w*"
    r"|grievance\w*|klagomål\w*|forced labou?r|tvångsarbet\w*)\b"
)
_METALS = re.compile(r"\bmetall?\b|\bmineral")
_SOURCE = re.compile(
    r"ursprung|origin|source|traced?|spåra|mined|bryts|where|varifrån|refine|smelt"
)
_DILIGENCE = re.compile(
    r"due diligence|tillbörlig aktsamhet|same (?:applies|goes)|detsamma|omfattas|trace|spår|\bmap"
    r"|redovisa|kartlägg"
)
_SUPPLY = re.compile(
    r"conformant|cmrt|emrt|rmap|conflict[- ]free|konfliktfri\w*|delisted|armed groups|väpnade"
    r"|comes? from|kommer från|source[sd]\b|refined in|traceability|spårbarhet"
)
_ANSWERED = re.compile(
    r"\b(?:repl(?:y|ied|ies)|responses?|responded|answer(?:s|ed)?|reminders?|delisted|taken off"
    r"|removed from|dropped|could not be identified|cannot be identified|were named|no longer buys?"
    r"|svar|svarat|svarade|besvarat|påminnels\w*|strukna|ströks|granskade|godkända"
    r"|inte identifiera)\b"
)
_BY_WHOM = re.compile(
    r"\b(?:suppliers?|leverantör\w*|underleverantör\w*|spend|facilities|smelters?|\d+ (?:of|av) \d+"
    r"|the list|our list|listan|per ?cent|procent|two|three|four|nine|två|tre|fyra|åtta)\b|%"
)
_REMAINING = re.compile(
    r"\b(?:remaining|of these|of them|the rest|resten|övriga|av dessa|av dem)\b"
)


def _minerals(passage: Passage, hits: list[Hit]) -> Iterator[Draft]:
    told, conflict = {hit.rule.name for hit in hits}, _conflict()
    if conflict and told >= conflict:
        start, end = passage.clause_of(hits[0].start)
        anchor = (hits[0].start, hits[0].end)
        yield Draft(
            "ORIGIN.MINERALS", start, end, (anchor,), "mineral.3tg", PACK, {"mineral": "3tg"}
        )
        return
    done: set[tuple[str, int]] = set()
    for hit in hits:
        start, end = passage.clause_of(hit.start)
        start, end = _answered(passage, start, end)
        if (hit.rule.name, start) not in done:
            done.add((hit.rule.name, start))
            stance, bearing = counts.told(passage) if passage.unit.kind == ROW else ("", "")
            free = hit.rule.name != "3tg" and _FREE.match(passage.view.lower, hit.end)
            yield Draft(
                "ORIGIN.MINERALS", start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack,
                {"mineral": hit.rule.name}, stance="denied" if free else stance, bearing=bearing,
            )  # fmt: skip


def _answered(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The whole row; or a mineral that a line begins with, and what stands behind its colon."""
    if passage.unit.cells:
        return passage.start, passage.end
    if start == passage.start and passage.view.lower[end : end + 1] == ":":
        return start, passage.clause_of(end + 2)[1]
    return start, end


_TOLD = re.compile(
    r"^3 ?tg\W+(?:no|none|not|nej|inga|ingår|yes|ja|ej)\b"
    r"|contain|\buse[sd]?\b|\banvänd|innehåll|\bingår|förekom|aktsamhet|diligence|polic|status"
    r"|inquiry|utredning|kartlägg|[- ]free\b|\bfria? |konfliktfri"
)
_FREE = re.compile(
    r"(?:-|\s)?(?:free|fri|fritt|fria|less|lös|löst|lösa)\b"
)  # "cobalt-free", "koboltfritt"


@per_book
def _conflict(book: Rulebook) -> frozenset[str]:
    """The minerals of the conflict minerals regulation, which named together are 3TG."""
    return frozenset(rule.name for rule in book.of("mineral") if "3tg" in rule.groups)


def _clause(passage: Passage) -> tuple[int, int]:
    """The clause that names the smelters, with the answer behind its colon: "Smelters: audited"."""
    at = next(hit.start for hit in passage.hits if hit.rule.name == "smelter")
    start, end = passage.clause_of(at)
    if start == passage.start and passage.view.lower[end : end + 1] == ":":
        end = passage.clause_of(end + 2)[1]
    return start, end


def _named_otherwise(passage: Passage, hit: Hit) -> bool:
    return bool(
        _OTHERWISE.match(passage.view.lower, hit.end)
        or _GRADE.search(passage.view.text, max(passage.start, hit.start - 30), hit.end)
    )


# A gold medal, a salt of cobalt, the Gold grade of a label for indoor air.
_OTHERWISE = re.compile(
    r"\s*(?:medal|standard|status|level|rating|member|award|certif|colou?r|tone|bis\(|compound"
    r"|förening|salts?\b|salter|acetat|sulphate|sulfate|sulfat|octoate|chloride|klorid|\(ii\))"
)
_GRADE = re.compile(r"(?:certified|certifierad\w*|LEED|BREEAM|Comfort|rated) (?:[A-Z]\w+ )*Gold$")
