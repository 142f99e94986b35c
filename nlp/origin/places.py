"""Countries, regions and cities in a passage, and words for an origin nobody tells."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Passage

UNSURE = re.compile(
    r"okän\w*|okla\w*|varierande|varierar|växlar|skiftar|konfidentiell\w*"
    r"|unknown|various|varies|varying|vary\b"
    r"|mixed origins?|confidential|undisclosed|vet vi inte|inte säga|inte fått besked|uppges inte"
    r"|not (?:been )?stated|not (?:been )?disclosed|undetermin\w*|obestäm\w*|sydostasien|asien\b"
    r"|southeast asia|south-east asia|\basia\b|baltic region|ej angiv\w*|uppgift saknas|ej känt"
    r"|not traceable|inte spårbar\w*|cannot (?:be traced|say|tell)|ingen (?:säker )?uppgift"
    r"|no information|not known|inte känt|flera länder|olika länder|different countries"
    r"|several countries|lämnar vi .{0,40}inte ut|sekretess|trade secret"
    r"|not specified|annat ursprung|ej namngiven|not named|unnamed|blandat ursprung"
    r"|vägrat lämna ut|växlande|vet (?:ej|inte)\b|framgår inte|inte framgår|hemlig\w*|beror på"
    r"|känner (?:vi )?inte till|(?:ej|inte) (?:ens )?(?:klarlag|redovisa|uppge|uppgiv|ange|angiv"
    r"|spåra|härled|fått fram|få fram|uppvisa|bekräfta|lämna ut)\w*"
    r"|går inte att (?:säga|ange|svara)"
    r"|utan känt ursprung|inget ursprungsintyg|saknar ursprung\w*|spotmarknad\w*|öppna marknaden"
    r"|blandat\b|sydamerika|västafrika|uppges ej|lämnas (?:ej|inte)"
    r"|not (?:been )?(?:revealed|traced|verified|recorded|established|fixed|always recorded)"
    r"|(?:not|un)(?: been)? able to (?:find|say|tell)|no country|no origin\b|differs? (?:by|with)"
    r"|(?:will|would) not (?:name|say|tell)|not to name|nobody (?:asks|knows)"
    r"|do(?:es)? not (?:yet )?(?:know|hold|say|disclose)|other sources possible|by batch"
    r"|with the agent|south america|west africa|central asia"
)


def places(passage: Passage, start: int, end: int, *, cities: bool = False) -> list[Hit]:
    """Countries and regions in [start, end), each once; cities too where asked for.

    A region stands for its country: "Xinjiang, China" is CN-XJ.
    """
    kept: list[Hit] = []
    for hit in passage.of("country"):
        if hit.start < start or hit.end > end or not passage.view.text[hit.start].isupper():
            continue
        if hit.rule.weight == "weak" and not (cities and hit.rule.id.startswith("city")):
            continue
        if any(hit.start < other.end or hit.rule.name == other.rule.name for other in kept):
            continue
        kept.append(hit)
    regions = {hit.rule.name[:2] for hit in kept if "-" in hit.rule.name}
    return [hit for hit in kept if "-" in hit.rule.name or hit.rule.name not in regions]


# What is said of people's homes and languages is no origin of goods.
_PEOPLE = re.compile(
    r"\b(?:workers?|workforce|whom|recruits?|employees?|staff|migrants?|people|women|men|guards?"
    r"|agents?|laws?|language"
    r"|arbetare\w*|anställda|personal\w*|kvinnor\w*|män\b|vakter\w*|agent\w*|lag\w*|språk\w*)\b"
)
_IS = re.compile(
    r"\b(?:is|are|was|were|är|var)\s"
    r"(?:(?!not\b|no\b|inte\b|ej\b|in\b|på\b|by\b|i\b)[\w-]+(?:,| och| and)?\s){0,3}$"
)
_CLOSED = re.compile(r"\s*(?:$|[.,;]|\b(?:och|and|or|eller|origin|säger|says)\b)")


def nations(passage: Passage, start: int, end: int) -> list[Hit]:
    """Adjectives that are what the clause says of its goods: "the castors are Chinese"."""
    if _PEOPLE.search(passage.view.lower, start, end):
        return []
    return [
        hit
        for hit in adjectives(passage, start, end)
        if _IS.search(passage.view.lower, max(start, hit.start - 50), hit.start)
        and _CLOSED.match(passage.view.lower, hit.end, end)
    ]


def of_people(passage: Passage, start: int, place: Hit) -> bool:
    """ "workers from Nepal and Bangladesh": where somebody, and nothing, comes from."""
    before = passage.view.lower[max(start, place.start - 40) : place.start]
    return bool(re.search(r"\b(?:from|från)\s", before)) and bool(
        _PEOPLE.search(passage.view.lower, start, place.start)
    )


def adjectives(passage: Passage, start: int, end: int) -> list[Hit]:
    """Words like "kinesisk" and "Chinese" in [start, end)."""
    return [
        hit
        for hit in passage.of("country")
        if start <= hit.start < end and hit.rule.id.startswith("demonym")
        and hit.language in ("any", passage.language)
    ]  # fmt: skip
