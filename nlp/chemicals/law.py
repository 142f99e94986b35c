"""Sentences of law, which tell what all goods may hold and nothing of these."""

from __future__ import annotations

import re

from nlp.chemicals import lists
from nlp.passages import Passage

# What a law says of everybody's goods: "PFOS är förbjudna enligt POPs-förordningen".
_LAW_SAYS = re.compile(
    r"\b(?:är|is|are) (?:förbju\w+|banned)\b|\brestricts\b|\blimits \w+|\bbegränsar\b|\breglerar\b"
    r"|^enligt (?:bilaga|artikel|förordning|\w+förordningen|eu)\b.*\b(?:får|ska)\b"
    r"|^(?:under|according to) (?:eu|european) .*\b(?:may|must|shall)\b"
    r"|\b(?:får|may|must)\b[^.;]{0,30}\b(?:enligt|inom|under|according to|within) (?:the )?(?:eu"
    r"|unionen|european)\b[^.;]{0,40}\b(?:högst|mer än|överstiga|at most|no more|more than|exceed)"
    r"|^(?:inom |in the )?eu(?::s [a-zåäö]+|'s \w+)? (?:tillåter|medger|godtar|allows"
    r"|permits|accepts)"
    r"|\b(?:begränsas|regleras|förbjuds|förbjudet|förbjöds) (?:i|inom|av) (?:eu|hela eu|unionen"
    r"|\w+lag)"
    r"|\b(?:is|are|will be|were) (?:restricted|limited|banned|regulated) (?:in|by|under) (?:the "
    r"|eu)"
    r"|\bsätts (?:i|av) (?:förordning|bilaga)|\b(?:is|are) set (?:in|by|out in) (?:the )?(?:annex"
    r"|reg|eu)"
    r"|\bordet \w+ används"
    r"|\b(?:is|are|was|were|has been|have been) (?:already )?(?:restricted|banned)"
    r" (?:since|at|from)\b"
    r"|\b(?:är|har) (?:\w+ ){0,4}?(?:redan )?(?:begränsa(?:de|t|ts)|förbju(?:dna|den|dits))"
    r" (?:redan )?(?:till|i|sedan)\b"
    r"|\b(?:har|has) [^.;:]{0,30}\b(?:beslutat att|decided to) (?:förbjuda|begränsa|ban|restrict)"
    r"|\b(?:ska|måste|shall|must) (?:enligt|by) (?:lag|law)\b"
    r"|\b(?:stipulates?|föreskriver|lays? down|imposes?) (?:\w+ )?"
    r"(?:restrictions?|limits?|begränsning\w*|gränser)"
    r"|\bwere adopted (?:in order )?to\b|\bantogs för att\b"
)
# What is proposed or on its way: "The universal restriction of PFAS is being prepared".
_ON_ITS_WAY = re.compile(
    r"\b(?:universal|universell\w*|broad|breda?|proposed|föreslag\w*|planned|planerad\w*)"
    r" (?:\S+ ){0,2}?(?:restriction|ban|\w*begränsning(?:en|ar)?|\w*förbud(?:et)?)\b"
    r"|\b(?:restriction|ban|begränsning(?:en)?|förbud(?:et)?) (?:of|on|av|mot|för) [^.;:]{2,60}"
    r" (?:is being|would|will|behandlas|bereds|förbereds|utreds|väntas|träder)\b"
    r"|\b(?:states|countries|länder|delstater) have (?:enacted|adopted|passed|banned)\b"
    r"|\b(?:länder|delstater) har (?:antagit|infört|förbjudit)\b"
)
_HELD = re.compile(
    r"\b(?:innehåll\w*|contain\w*|fria? från|fritt|free|utan|without|ingår|används|replac\w*"
    r"|ersätt\w*|ersatt\w*|phas\w+ out|fasa\w*|vår\w*|våra|our|ours|we|vi)\b"
)


_LAW_OPENS = re.compile(
    r"(?:reach|rohs|article|artikel|bilaga|annex|entry|post|the directive|direktivet|förordningen"
    r"|the (?:entry|regulation|restriction)|it)\b[^.;:]{0,40}"
    r"\b(?:restricts|limits|begränsar|reglerar|concerns|covers|avser|rör)\b"
)


# What an article asks of every maker: "Article 33 of REACH requires suppliers of articles to ..."
_OF_ALL = re.compile(
    r"\b(?:article|articles|artikel) \d+(?: ?\(\d\))?(?:,? (?:of|i|in) (?:the )?[^.;]{1,50}?)?"
    r" (?:states?|requires?|obliges?|stipulates?|provides?|imposes?|anger|kräver|föreskriver"
    r"|innebär|säger)\b"
    r"|\b(?:any|every|all) (?:eu )?(?:producers?|importers?|manufacturers?|suppliers?)\b[^.;]*"
    r"\bshall (?:notify|inform|provide|communicate)\b"
    r"|\b(?:tillverkare|importörer|producenter|leverantörer)\b[^.;]{0,40}\b(?:är skyldiga|måste"
    r"|ska)"
    r" (?:att )?(?:anmäla|informera|lämna)\b[^.;]*\becha\b"
    r"|^enligt artikel \d+\b[^.;]*\b(?:ska|måste) (?:en |varje |alla )?(?:leverantör|tillverkare"
    r"|importör|producent)"
    r"|\b(?:echa|european chemicals? agency|kemikaliemyndigheten)\b[^.;:]{0,12} (?:publishes"
    r"|maintains|updates|adds|publicerar|uppdaterar|lägger till)\b"
    r"|\breach (?:also )?(?:imposes|places|lays down|ställer|inför)\b"
)


def laid_on_all(passage: Passage) -> bool:
    """Does the passage tell what an act asks of every maker, which is nothing of these goods?"""
    return bool(_OF_ALL.search(passage.lower))


def speaks_law(passage: Passage) -> bool:
    """Does the sentence tell what an act, an entry or a union bans, limits or rules?"""
    if _LAW_OPENS.match(passage.lower) or laid_on_all(passage):
        return True
    if _ON_ITS_WAY.search(passage.lower):
        return not _HELD.search(passage.lower)
    lawful = "law" in passage.names or "list" in passage.kinds or _UNION.search(passage.lower)
    if not lawful or "ours" in passage.names:
        return False
    return bool(_LAW_SAYS.search(passage.lower)) and not lists.met(passage)


_UNION = re.compile(
    r"\b(?:eu|european union|europeiska unionen|denmark|danmark|sweden|sverige|the union)\b"
)
