"""What a firm stands for and asks of others, told in the present tense without a word of duty."""

from __future__ import annotations

import re

from nlp.passages import Draft, Passage

# "We support freedom of association", "vi står bakom rätten att organisera sig"
_STANDS_FOR = re.compile(
    r"\b(?:supports?|respects?|upholds?|defends?|recogni[sz]es?|honou?rs?|endorses?|acknowledges?"
    r"|stöd(?:jer|er)|respekterar|erkänner|värnar|försvarar|står (?:bakom|upp för))"
    r" (?:(?!union|trade|fack)[\w'-]+ ){0,5}?"
    r"(?:freedom|rights?|representation|collective bargaining|rätt(?:en|igheter(?:na)?)?"
    r"|\w*frihet(?:en)?)\b"
)
# "We acknowledge our responsibility to ...", "vi erkänner vårt ansvar att ..."
_OWNS_UP = re.compile(
    r"\b(?:acknowledges?|recogni[sz]es?|accepts?|takes?|erkänner|tar) (?:[\w'-]+ ){0,3}?"
    r"(?:responsibility|responsibilities|duty|obligations?|ansvar|skyldighet) (?:to|for|att|för)\b"
)
_OPPOSES = re.compile(
    r"\b(?:oppos|condemn|reject|denounc|abhor)(?:e|es|s)?\b"
    r"|\bmotsätter (?:vi )?(?:oss|sig)\b|\bfördömer\b"
)
_ILLS = frozenset(("LAB.FORCED", "LAB.CHILD", "LAB.DISCRIMINATION"))
# Those who are bound by what a buyer asks.
_BOUND = (
    r"(?:suppliers?|vendors?|(?:sub-?)?contractors?|factor(?:y|ies)|mills?|manufacturers?"
    r"|(?:supply chain |business )?partners?|agenc(?:y|ies)|agents?|recruiters?|producers?|sites"
    r"|employers?)"
)
# "The group requires its vendors to ...", "we ask that factories ...", "expects partners to ..."
_ASKS = re.compile(
    rf"\b(?:requir|ask|expect)(?:e|es|s|ing)? (?:[\w'-]+ ){{0,4}}?{_BOUND}(?: [\w'-]+){{0,2}}? to\b"
    rf"|\b(?:ask|expect)s? that (?:[\w'-]+ ){{0,3}}?{_BOUND}\b"
    r"|\b(?:vi )?(?:ber|begär av) (?:[\w'-]+ ){0,3}?"
    r"(?:leverantör|partner|fabrik|underleverantör)\w* att\b"
)
# "Suppliers cannot charge": what they may not; but what one cannot show, one does not know.
_CANNOT = re.compile(
    r"\b(?:suppliers|vendors|contractors|factories|agencies|agents|recruiters|employers"
    r"|leverantör(?:en|er|erna)|arbetsgivare[n]?|underleverantörer(?:na)?|bemanningsföretag(?:en)?)"
    r" (?:cannot|can not|can never|kan inte|kan aldrig|kan ej)"
    r" (?:require|charge|demand|use|employ|hire|force|retain|keep|withhold|impose|discriminate"
    r"|deduct|dismiss|punish|engage|tolerate|kräva|ta ut|anställa|använda|tvinga|behålla|hålla inne"
    r"|diskriminera|dra av|säga upp|straffa|anlita)\b"
)
# "Enligt vår kod är barnarbete förbjudet": a word stands between the two.
_FORBIDDEN = re.compile(
    r"\bär (?:[\w-]+ ){1,5}(?:strängt |strikt |absolut )?"
    r"(?:förbju|otillåt)(?:den|det|dna|en|et|na)\b"
)

# "It is our policy to ...", "vi accepterar under inga omständigheter ..."
_OUR_POLICY = re.compile(
    r"\b(?:it is (?:our|its|the \w+'?s?) policy|our policy is) (?:to|that|not to)\b"
    r"|\b(?:accept|toler|tillåt|godta)\w* (?:vi )?(?:under|i) (?:inga|inget|ingen)\b"
    r"|\b(?:is|are) (?:\w+ )?(?:first|top|highest|main|number one) priority\b"
    r"|\bär (?:\w+ )?(?:högsta|främsta|första) prioritet\b"
    r"|\bunder no circumstances (?:do|does|will|would|is|are|may|can|shall|must)\b"
)


def stood_for(passage: Passage, draft: Draft) -> bool:
    """Is it what the firm stands for, or asks of those it buys from?"""
    if not draft.topic.startswith("LAB.") or passage.unit.cells:
        return False
    lower, (start, end) = passage.view.lower, (draft.start, draft.end)
    if _ASKS.search(lower, start, end) or _CANNOT.search(lower, start, end):
        return True
    if _OWNS_UP.search(lower, start, end) or _FORBIDDEN.search(lower, start, end):
        return True
    if _OUR_POLICY.search(lower, start, end):
        return True
    if draft.topic == "LAB.UNION" and _STANDS_FOR.search(lower, start, end):
        return True
    first = min((at for at, _ in draft.anchors), default=draft.start)
    return draft.topic in _ILLS and bool(_OPPOSES.search(lower, start, first))
