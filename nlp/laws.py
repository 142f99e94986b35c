"""A law at large speaks, or what it sets: an act, a country, a floor of pay; and no supplier."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Passage
from nlp.verbs import has_predicate

# "Under ILO Convention 138 the minimum age is 15": a ground on which anything stands as laid down
_GROUND = re.compile(r"\W?(?:enligt|under|according to) (?:\S+ ){0,2}$")
_STANDS = re.compile(r"(?: [^\s.;:]+){0,5}? (?:is|are|är|ska|shall|must|may|have|has|får)\b")
# "The minimum wage is set by the state", "Minimilönen höjdes två gånger": the law's own doings
_LAID_DOWN = re.compile(
    r"(?:\W|\d+\W+)*(?:the |a |en |nivån för |riktvärden för )?"
    r"(?:legal |statutory |national |local |regional |lagstadgade? )?"
    r"(?:minimum wages?|living wages?|minimilön\w*|levnadslön\w*|legal minimum)"
    r"(?: levels?| rates?)?(?: \([^)]{1,20}\))?"
    r"(?: (?:for|in|i|för|inom|per) (?:[^\s.;:|]+ ){0,3}?[^\s.;:|]+)?"
    r"(?: (?:(?:is|are|was|were|has been|have been|will be) (?:not )?(?:set|decided|fixed|changed"
    r"|raised|increased|reviewed|adjusted|laid down|announced|defined|revised|updated)"
    r"|(?:is|are) (?:not )?(?:calculated|estimated|built up)|differs?|varies|vary"
    r"|(?:inte )?(?:beslutas|bestäms|bestämdes|fastställs|fastställdes|sätts av|sattes av|höjs"
    r"|höjdes|ändras|ändrades|räknas upp|justeras|justerades|beräknas|definieras|skiljer|varierar))"
    r"\b(?! (?:as|som) )"
    r"|(?:, [^,;.]{3,40},)? (?:is|are|är|means) (?:the|a|den|en|det)\b"
    r"(?! (?:same|part|requirement|condition|goal|aim|target|samma|del|krav|mål)))"
)
_OWN_WAGE = re.compile(
    r"\bpaid\b|\bpays?\b|betala|\bour\b|\bvår|\bwe\b|\bvi\b|\bus\b|\boss\b|fabriken|factory"
    r"|leverantör|supplier|\bgap\b|arbetare|\bworkers\b"
)
_WHERE = re.compile(r"(?:where|as|if|when|som|om|där|när|så långt) ")
# A law's wage that is paid is the maker's own.
_PAID = re.compile(r"betala|\bpaid\b|\bpays?\b|\bnår\b|reach|exceed|tjänar|\bfår\b|earn")
# "Regulation (EU) 2024/3015", "Convention No. 138": what tells an act apart
_WHICH = re.compile(r"(?:'s|:s|s\b| (?:no\.?|nr)\b| ?\([^)]*\)| [\divxl/:.]+\b(?:\(\w+\))?)+,?")
_NUMBER = re.compile(r" (?:\d+|[ivxl]+)\b")
_BEFORE_ACT, _BEFORE_VERB = 5, 5  # words
_LANDS = ("country.", "demonym.")
_IN_LAND = re.compile(r"(?:sedan \d+ |since \d+ )?(?:in|i) ")
_OF_LAND = re.compile(r"(?:'?s)? (?:\S+ ){0,2}?")
_SUBJECT = 70  # characters from the start within which the subject of a sentence is named
_OPENING = 14  # characters: "Enligt FN:s ..." opens with its law
_REASON = re.compile(
    r"\b(?:enligt|where|as|som|if|under|when|where the|as the|local|med|by)\s+(?:\w+\s)?$"
)


def sets_a_floor(passage: Passage) -> bool:
    """ "The minimum wage was raised in May": what the law does, and no pay of anybody."""
    return bool(_LAID_DOWN.match(passage.lower)) and not _OWN_WAGE.search(passage.lower)


def act_speaks(passage: Passage) -> bool:
    """Is an act the subject or the ground of the sentence: "Convention No. 182 lists"?"""
    lower, verbs = passage.view.lower, passage.mannered("enacts")
    for act in passage.mannered("act", "numbered"):
        if act.rule.name == "numbered" and not _NUMBER.match(lower, act.end):
            continue
        opening = lower[passage.start : act.start]
        if ":" in opening or len(opening.split()) > _BEFORE_ACT:
            return False
        if has_predicate(opening, 0, len(opening)) or _WHERE.match(opening):
            return False
        which = _WHICH.match(lower, act.end)
        end = which.end() if which else act.end
        if _GROUND.match(opening) and _STANDS.match(lower, end):
            return True
        for verb in verbs:
            if verb.start >= act.end and len(lower[end : verb.start].split()) <= _BEFORE_VERB:
                return True
    return False


def land_speaks(passage: Passage) -> bool:
    """Is it a country's law: "Kinas lägsta ålder", "In Denmark PFAS is banned"?"""
    told = passage.mannered("statute", "lawful")
    if not told or passage.unit.cells or _PAID.search(passage.lower):
        return False
    lands = [hit for hit in passage.of("country") if hit.rule.id.startswith(_LANDS)]
    return any(_lays_down(passage, lands[0], hit) for hit in told) if lands else False


def _lays_down(passage: Passage, land: Hit, law: Hit) -> bool:
    """Is the law the land's own, or does the land that opens the sentence lay it down?"""
    lower = passage.view.lower
    before, between = lower[passage.start : land.start], lower[land.end : law.start]
    if law.start <= land.end or len(between.split()) > _BEFORE_VERB or ":" in between:
        return False
    if law.rule.name == "statute":
        return len(before.split()) <= 1 and bool(_OF_LAND.fullmatch(between))
    return not before or bool(_IN_LAND.fullmatch(before))


# "Where the law restricts unions, parallel means shall be facilitated"
_DESPITE_LAW = re.compile(
    r"(?:where|when|if|in countries where|där|om|i länder där)\b[^.;,]{0,60}?\b(?:law|laws|lagen)\b"
    r"[^.;,]{0,60}, [^.;]*\b(?:shall|must|should|ha(?:s|ve) to|facilitates?|allows?|ska|måste|bör"
    r"|tillåter|underlättar)\b"
)


def law_speaks(passage: Passage) -> bool:
    """Is the law what the sentence is about ("Article 33 obliges"), and no mere reason?"""
    if _DESPITE_LAW.match(passage.lower):
        return False
    laws = [hit for hit in passage.hits if hit.rule.name == "law" or hit.rule.kind == "list"]
    verbs = [hit for hit in passage.hits if hit.rule.name == "lawverb"]
    return any(
        law.end <= verb.start
        and law.start - passage.start < _SUBJECT
        and not _is_reason(passage, law)
        for law in laws
        for verb in verbs
    )


def _is_reason(passage: Passage, law: Hit) -> bool:
    """ "as the law allows", "where the law so requires": but not at the head of a sentence."""
    before = max(passage.start, law.start - 16)
    found = _REASON.search(passage.view.lower, before, law.start)
    return bool(found) and law.start - passage.start > _OPENING
