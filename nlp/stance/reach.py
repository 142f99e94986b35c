"""How far a word of denial or doubt reaches: over which clauses, to which side."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.apart import nobody_else, tells_of_another, unhurt
from nlp.stance.doubts import NONE_FOUND
from nlp.stance.scope import DENY
from nlp.verbs import has_predicate

DENYING = frozenset((DENY, "denychem", "denycert"))
FAR = 30  # characters between the two words of "no worker went without"
_NOUNS = 4  # words before "utan" that can be a noun alone: "Tre inhyrda städare utan avtal"
# "Dyes that may release amines are not used": the denial at the end is of the first words.
_CLOSES = re.compile(
    r"\b(?:(?:används|förekommer|ingår|finns|tillsätts|anlitas|tillåts|köps) (?:inte|ej|aldrig)"
    r"(?: in)?|(?:is|are) (?:not|never) (?:used|present|added|allowed|found|bought|purchased"
    r"|accepted|contained))(?: (?:in|i|by|av|at|on|hos|till|for) [^.,;:|]{1,40})?\W*$"
)
_RUN = re.compile(
    r"(?<!inga )(?<!no )\b(?:\w*dagar|veckor|days|weeks|\w*days) (?:\w+ ){0,3}$"
    r"|(?<!inga )(?<!ingen )(?<!no )\b(?:övertid|\w*skift|overtime|\w*shifts?) $"
)
_WHO = re.compile(r"\b(?:who|som)\b")
_TURNS = re.compile(
    r"\b(?:som|där|vars|that|which|who|whose|if|unless|so that|so|så att)\b"
    # "Charged also on days when they do not eat": in which case, and not whether.
    r"|\b(?:when|whenever|när)\b(?! \w+ed\b)[^,;]*$"
)


def reaches(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does the cue bear on the anchors? One in a relative clause behind them does not."""
    if cue.rule.id == "cue.without" and draft.topic.startswith("LAB"):
        return _lacks(passage, cue, draft)
    if not draft.anchors:
        if cue.rule.name not in DENYING:
            return True
        return not (_aside(passage, cue, draft) or nobody_else(passage, cue, draft.start))
    last = max(end for _, end in draft.anchors)
    between = passage.view.lower[last : max(last, cue.start)]
    if _cut_off(passage, cue, draft, between):
        return False
    if cue.rule.id == "cue.freely":
        return between in _PLAINLY_FREE
    if cue.rule.id == "cue.no" and (turned := _turned(passage, cue, draft, between)) is not None:
        return turned
    if cue.rule.reach == "both":
        return True
    if cue.rule.reach == "right":
        return any(start >= cue.start for start, _ in draft.anchors)
    return any(end <= cue.end for _, end in draft.anchors)


def _cut_off(passage: Passage, cue: Hit, draft: Draft, between: str) -> bool:
    """Does a clause begin between the anchors and the cue behind them that tells of another?"""
    first, last = draft.anchors[0][0], max(end for _, end in draft.anchors)
    denies = cue.rule.name in DENYING
    if denies and (tells_of_another(passage, cue, last) or unhurt(passage, cue, first)):
        return True
    found_none = NONE_FOUND.match(passage.view.lower, cue.start)
    if re.search(r"\b(?:and|och)\s$", between) and not (found_none or _goes_on(cue, between)):
        return True  # "toxic and not degradable": the denial is of what follows
    closes = denies and _CLOSES.search(passage.view.lower, last, passage.end)
    if _TURNS.search(between) and not closes:
        return True
    # "deducted but not paid in": the denial is of the second
    return draft.topic.startswith("LAB.") and bool(_BUT.search(between))


# "Sought and not recovered", "was used once and is gone": what follows is told of the same thing.
_LOOKED_FOR = re.compile(
    r"\b(?:sought|(?:looked|searched|tested|screened) for|assessed|evaluated"
    r"|sök(?:t|ts|te|tes)|eftersökt\w*|bedöm(?:d|t|ts|des))\b"
)
_OUTRIGHT = frozenset(("cue.gone", "cue.sought"))


def _goes_on(cue: Hit, between: str) -> bool:
    """Does a denial behind "and" still tell of what stands before it?"""
    return cue.rule.id in _OUTRIGHT or bool(_LOOKED_FOR.search(between))


def _turned(passage: Passage, cue: Hit, draft: Draft, between: str) -> bool | None:
    """Does "no" deny what stands before it? None where it stands as it does elsewhere."""
    first = min(end for _, end in draft.anchors)
    last = all(start < cue.start for start, _ in draft.anchors)
    if last and _NONE_THERE.fullmatch(passage.view.lower, first, max(first, cue.start)):
        return not _names_another(passage, cue)
    alone = not passage.view.lower[cue.end : passage.end].strip(" .!")
    if draft.topic == "CHEM.LIST" and _holds_none(passage.view.lower, cue, between):
        return True
    if last and _AND.search(between) and NONE_FOUND.match(passage.view.lower, cue.start):
        return True
    if between.rstrip().endswith(":") or alone:
        return _is_bad(draft) or not _FAULTS.match(passage.view.lower, cue.start)
    return None


# "Kandidatlistan 2025-01-21, inga träffar"
_NO_HITS = re.compile(r"(?:no|inga) (?:hits?|match(?:es)?|entr(?:y|ies)|träff(?:ar)?)\b")
_AND = re.compile(r"\b(?:and|och)\s$")
# The list is the label of what is told: "Annex XIV - the mixture contains no listed substances".
_HOLDS = re.compile(r":\s*(?:[\w-]+ ){0,3}(?:contains?|includes?|innehåller|omfattar) $")
_NO_SUBSTANCE = re.compile(
    r"\w+(?: [\w-]+){0,3}? (?:substances?\b|constituents?\b|components?\b|ämne[n]?\b)"
)


def _holds_none(lower: str, cue: Hit, between: str) -> bool:
    """Is nothing of a list in what is told of, the list being the label before the colon?"""
    if _NO_HITS.match(lower, cue.start):
        return True
    return bool(_HOLDS.search(between) and _NO_SUBSTANCE.match(lower, cue.start))


_PLAINLY_FREE = frozenset((" ", " is ", " are ", " was ", " were ", " and "))
# "SA8000 har ingen av dem", "några minderåriga såg jag inga": Swedish names the thing first.
_NONE_THERE = re.compile(
    r"[^.,;:|]{0,40} (?:har|hade|såg|sett|fick|får|gav|ger|finns|fanns|ingår|ingick|förekommer"
    r"|känner|hittade|fann)(?: [^\s.,;:|]+){0,3} "
)
_THINGS = frozenset(("substance", "group", "list", "topic", "standard"))


def _names_another(passage: Passage, cue: Hit) -> bool:
    """ "Utöver bly finns inga kandidatämnen": is another thing what there is none of?"""
    behind = passage.within(cue.end, min(passage.end, cue.end + FAR))
    return any(hit.rule.kind in _THINGS for hit in behind)


_WHICH = re.compile(
    r"(?<!,) (?:that (?=could|can|had|has|did|do|does|was|were|is|are|nobody|no one|others|some)"
    r"|which\b|who\b|som\b)"
    r"[^,.;:|]*$"
)


def _aside(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """ "Signed with two agents who could not show a licence": of those, in a clause of its own."""
    if not draft.topic.startswith("LAB.") or cue.start <= draft.start:
        return False
    lower = passage.view.lower
    found = _WHICH.search(lower, draft.start, cue.start)
    return found is not None and has_predicate(lower, draft.start, found.start())


_COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|stands?|stood|left|running|runs?|operated|gone|är|var|varit|står"
    r"|stod|gått|lämnats|börjat|började|arbetar|arbetade|observed|seen|found|noted|spotted|sågs|setts|iakttogs|iakttagits|påträffades"
    r"|påträffats) $"
)


_WORKED = re.compile(
    r"\b(?:work(?:s|ed|ing)?|employed|hired|arbeta\w*|jobba\w*|anställ\w*) (?:\w+ )?$"
)


# "Hired without discrimination": the ill itself, which is not there
_UNEQUAL = re.compile(
    r" (?:any |någon |all )?(?:form of |slags )?"
    r"(?:discriminat|diskriminer|harass|trakasseri|särbehandl)"
)


def _lacks(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does "without" tell what lacks ("städare utan avtal"), and not how a thing was done?"""
    lower, first = passage.view.lower, passage.clause_of(cue.start)[0]
    if draft.topic == "LAB.FEES" or _UNEQUAL.match(lower, cue.end):
        return True
    if draft.topic in _ILL_TOPICS and _NO_ILL.match(lower, cue.end):
        return True
    if draft.topic == "LAB.HOURS" and _RUN.search(lower, first, cue.start):
        return False  # "femton dagar utan vila", "övertid utan förvarning": what was worked
    if _WHO.search(lower, first, cue.start):
        return False  # "workers who resign without notice lose": of those who do
    if _COPULA.search(lower, first, cue.start):
        return True
    if draft.topic == "LAB.CONTRACT" and _WORKED.search(lower, first, cue.start):
        return True
    if draft.topic == "LAB.WAGE" and has_predicate(lower, cue.end, draft.end):
        return False  # "the wage without overtime covers": of which wage it is told
    short = len(lower[first : cue.start].split()) <= _NOUNS
    return short and not has_predicate(lower, first, cue.start)


_ILL_TOPICS = frozenset(("LAB.FORCED", "LAB.CHILD"))
# "Woven without child labour", "audited without findings on forced labour": the ill itself
_NO_ILL = re.compile(
    r" (?:(?:any|some|the|use|employment|help|involvement|exploitation|form|kind|findings?|signs?"
    r"|indications?|cases?|evidence|incidents?|instances?|suspicion|remarks?|children|child|forced"
    r"|of|on|about|or|någo[nt]|några|inslag|tecken|indikation(?:er)?|fall|användning|fynd|hjälp|av"
    r"|om|på) ){0,6}?"
    r"(?:(?:forced|child|bonded|prison|slave|compulsory|involuntary|trafficked|convict)[ -]labou?r"
    r"|slavery|human trafficking|prisoners|children(?!'s)|child work|convicts"
    r"|tvångsarbet\w*|barnarbet\w*|slav\w+|fångarbet\w*|fängelsearbet\w*|människohandel)\b"
)
_BUT = re.compile(r"\b(?:but|men)\b")
_FAULTS = re.compile(
    r"(?:no|inga) (?:findings?|issues?|remarks?|deviations?|avvikelser|brister|anmärkningar)"
)
_BAD_TOPICS = frozenset(("LAB.FORCED", "LAB.CHILD", "LAB.DISCRIMINATION"))


def _is_bad(draft: Draft) -> bool:
    """Is the thing one whose faults are the thing itself ("forced labour: no findings")?"""
    return draft.tone == "bad" or draft.topic in _BAD_TOPICS
