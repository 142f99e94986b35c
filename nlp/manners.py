"""How a passage speaks: what asks, bids, explains or lays down says nothing of this supplier."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.genres import GUIDE, LESSON, is_old
from nlp.layout.boxes import blank
from nlp.layout.lines import CAPTION, HEADING, QUESTION
from nlp.matching import Hit
from nlp.passages import Passage
from nlp.verbs import has_predicate

# Boxes that nobody ticked and lines that nobody wrote on.
_BLANK = re.compile(r"_{4,}|\((?:y/n|yes/no|ja/nej|j/n)\)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:[a-z]?\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z][.)]) ")
# "Bilaga 3 Mall för självskattning": a paper that is named
_ENCLOSED = re.compile(r"(?:bilaga|annex|appendix|attachment|enclosure) (?:\d+|[a-z])\b")
# "Grievance: see the staff handbook": where something else stands, and nothing of it
_POINTER = re.compile(
    r"[^.:;|]{2,40}(?::| [-–—]) (?:see|refer to|se|jfr) (?:the |vår |our |också |also )?\w"
)
# "Position paper on forced labour - page 2": what heads a page
_HEADS_PAGE = re.compile(
    r"[^.:;|?!]{3,90}?\s*[,(·–-]\s*(?:page|sida|sid\.) \d+(?: ?(?:/|of|av) ?\d+)?\)?"
)
_SILENT = frozenset((HEADING, QUESTION, CAPTION))
# The column of a list of people and how to reach them
_REACHED = re.compile(r"\b(?:telefon|telefonnummer|mobil|anknytning|phone|telephone|mobile|ext)\b")
_HOUSES = re.compile(
    r"factor|\bsite|\bplant|supplier|address|countr|compan|\bfirm|maker|manufactur|fabrik|anlägg"
    r"|leverantör|adress|\bland\b|tillverk|företag"
)
# "Do you employ children?" within what is told of it, and mail that was sent on: "Ämne: VB: ..."
_QUOTED = re.compile(
    r"""["“”«»'][^"“”«»]+\?["“”«»']|(?:ämne|subject|re|ang): (?:vb|fwd?|sv|re|aw):"""
)
# "Your question on PFAS has been passed on", "You asked for working hours."
_WANTED = re.compile(
    r"(?:din|er|your) (?:fråg(?:a|or)|questions?|query|enquiry) (?:om|on|about|kring|regarding) "
    r"[^.;:]+ (?:lagt|lagts|skickat|skickats|passed|forwarded|sent|handed) "
    r"|[^.;:]{0,30}\b(?:ni|du|you) (?:har |have |had )?(?:bett|bad|frågat|frågade|asked) "
    r"(?:om|efter|for|about) [^.,;:]{2,60}[.]?$"
)
# "Ordet hemarbete missförstås": a word that is spoken of as a word
_WORD = re.compile(
    r"\W*(?:\d+[.)] )?(?:ordet|begreppet|termen|uttrycket|the (?:word|term|expression)) "
)
# "Tvångsarbete är allt arbete som ...", up to the word that tells a kind
_IS_A = re.compile(r"[^.:;]{2,60}?(?:\b(?:är|is|are)|:)\s(?:\w+\s){0,2}")
# "A smelter is the point ...": one of a kind, and what all of the kind are
_ANY = re.compile(
    r"""(?:an?|en|ett|every|varje) ["']?\w+(?: \w+)?["']? (?:is|är) (?:an?|any|the|en|ett|varje) """
)
# "Pay meets the country's minimum wage": what stands in a land as a measure of what is done
_HELD_AGAINST = re.compile(
    r"\b(?:uppfyll\w*|motsvara\w*|följ\w*|överstig\w*|understig\w*|över|under|minst|enligt"
    r"|meets?|met|exceeds?|follow|follows|matches|above|below|compl(?:y|ies) with|in line with"
    r"|at least|according to) (?:minst |med |to )?$"
)
_BORNE = re.compile(
    r"står för (?:\w+ ){0,2}(?:\w*(?:kostnad|avgift|utgift)\w*|resan|resor|boende|visum)"
)
# “Living wage” is a wage that covers ...
# and "Overtime": hours worked beyond ...
_TERM = re.compile(
    r"""["“”«»'](?:[^\s"“”«»']+ ?){1,3}["“”«»'](?: [a-zåäö]+\b|:(?: [^\s|.:]+){6})"""
)
# "Minderårigas arbete regleras av AFS 2023:2": what an act is about
_REGULATED = re.compile(
    r"[^.;:]{3,60} (?:regleras|is regulated|are regulated) (?:\S+ ){0,2}?(?:av|i|by|in) "
)
# "Under ILO Convention 138 the minimum age is 15": a ground on which anything stands as laid down
_GROUND = re.compile(r"\W?(?:enligt|under|according to) (?:\S+ ){0,2}$")
_STANDS = re.compile(r"(?: [^\s.;:]+){0,5}? (?:is|are|är|ska|shall|must|may|have|has|får)\b")
# "Ackord är varje ...", "A complainant is whoever ..."
_WHOEVER = re.compile(
    r"(?!(?:för|for|in|i) )[^.:;,]{2,30} (?:är|is) (?:varje|den som|whoever|lön per) "
)
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
# A law's wage that is paid is the maker's own.
_WHERE = re.compile(r"(?:where|as|if|when|som|om|där|när|så långt) ")
_PAID = re.compile(r"betala|\bpaid\b|\bpays?\b|\bnår\b|reach|exceed|tjänar|\bfår\b|earn")
# "Regulation (EU) 2024/3015", "Convention No. 138": what tells an act apart
_WHICH = re.compile(r"(?:'s|:s|s\b| (?:no\.?|nr)\b| ?\([^)]*\)| [\divxl/:.]+\b(?:\(\w+\))?)+,?")
_NUMBER = re.compile(r" (?:\d+|[ivxl]+)\b")
_BEFORE_ACT, _BEFORE_VERB = 5, 5  # words
_LANDS = ("country.", "demonym.")
_IN_LAND = re.compile(r"(?:sedan \d+ |since \d+ )?(?:in|i) ")
_OF_LAND = re.compile(r"(?:'?s)? (?:\S+ ){0,2}?")
_CODES = frozenset(("policy", "code_of_conduct", "supplier_contract", "delivery_terms"))
_SUBJECT = 70  # characters from the start within which the subject of a sentence is named
_OPENING = 14  # characters: "Enligt FN:s ..." opens with its law
_REASON = re.compile(
    r"\b(?:enligt|where|as|som|if|under|when|where the|as the|local|med|by)\s+(?:\w+\s)?$"
)


def asks(passage: Passage) -> bool:
    """A question, a heading, a head of columns, an address line, a bidding or an empty box."""
    words, lower = passage.words, passage.lower
    if passage.unit.kind in _SILENT or _is_blank(words) or blank(words):
        return True
    if passage.columns and _is_of_form(passage):
        return True
    if any(hit.rule.name == "examples" for hit in passage.lead_hits):
        return True
    if _POINTER.match(lower) or _QUOTED.match(lower) or _WANTED.match(lower):
        return True
    if ("page" in lower or "sid" in lower) and _HEADS_PAGE.fullmatch(lower):
        return True
    if _ENCLOSED.match(lower) and not has_predicate(lower, 0, len(lower)):
        return True
    return any(_is_left(passage, hit) for hit in _of(passage, "addressed", "bid", "blank", "quiz"))


def _is_blank(words: str) -> bool:
    return ("____" in words or "(" in words) and bool(_BLANK.search(words))


def _is_of_form(passage: Passage) -> bool:
    """Is it the head of a table, or a row of a list of people and how to reach them?"""
    if passage.unit.cells and passage.unit.cells == passage.unit.header:
        return True
    heads = " ".join(passage.columns)
    return bool(_REACHED.search(heads)) and not _HOUSES.search(heads)


def _is_left(passage: Passage, hit: Hit) -> bool:
    """ "Contact: ...", "State ...", "... - yes or no": words that leave the saying to another."""
    lower, name = passage.view.lower, hit.rule.name
    if name == "blank":
        return lower.endswith(" - ", 0, hit.start)
    numbered = _NUMBERED.match(lower, passage.start, hit.start)
    if hit.start != (numbered.end() if numbered else passage.start) or (
        name == "bid" and (passage.lead or passage.prescribes)
    ):
        return False
    if lower.startswith(" know", hit.end):
        return False  # "Don't know" is an answer, and no bidding
    return lower[hit.end : hit.end + 1] == (" " if name == "bid" else ":")


def teaches(passage: Passage) -> bool:
    """A definition, a law or a trade at large, which says nothing of this supplier."""
    names = passage.names
    ours = "ours" in names
    if passage.columns and "legend" in passage.head_names:
        return True
    if "general" in names and not ours and not _is_measured(passage):
        return True
    if _defines(passage) and (not ours or passage.words[:1] in "\"'"):
        return True
    if "definition" in passage.head_names or _names(passage.title_hits, "definition"):
        return True
    if _TERM.match(passage.lower) or _explains_words(passage):
        return True
    if not ours and _speaks_at_large(passage):
        return True
    if is_old(passage.lower) or "teaches" in passage.manners or _handles_papers(passage):
        return True
    if passage.genre == LESSON and "self" not in passage.manners:
        return True
    if "own" not in passage.manners and _speaks_of_others(passage):
        return True
    law = "law" in names or "list" in passage.kinds
    return law and "lawverb" in names and not ours and _law_speaks(passage)


def _speaks_at_large(passage: Passage) -> bool:
    """Is it of a word, of what an act is about, of a kind, or of a floor that the law sets?"""
    if _REGULATED.match(passage.lower) or _WORD.match(passage.lower):
        return True
    return _tells_a_kind(passage) or _tells_a_floor(passage)


def _handles_papers(passage: Passage) -> bool:
    """ "The drop-down for phthalates is too long": is it the form that is spoken of?"""
    return {"paper", "handled"} <= passage.manners


def _speaks_of_others(passage: Passage) -> bool:
    """An act, a country's law, a visitor, another time or trade: nothing of this firm's own."""
    if passage.genre == GUIDE and not ("ours" in passage.names or "staff" in passage.manners):
        return True
    if _stands_elsewhere(passage):
        return True
    return _act_speaks(passage) or _land_speaks(passage) or _guest_is_told(passage)


def prescribes(kind: str | None, title: Sequence[Hit]) -> bool:
    """A code or policy, whose plain sentences are rules for others and not reports."""
    return kind in _CODES or _names(title, "code")


def _names(hits: Sequence[Hit], name: str) -> bool:
    return any(hit.rule.name == name for hit in hits)


def _of(passage: Passage, *names: str) -> list[Hit]:
    if passage.manners.isdisjoint(names):
        return []
    return [hit for hit in passage.of("manner") if hit.rule.name in names]


def _explains_words(passage: Passage) -> bool:
    """Does it stand under "Words" or "3. Ord och begrepp", and nothing more?"""
    return "words" in passage.head_names and _is_headed(passage, "words")


def _is_headed(passage: Passage, name: str) -> bool:
    """Is the heading, but for its number, a word of that name and nothing more?"""
    title = passage.unit.heading.strip(" 0123456789.:)").lower()
    return any(
        hit.rule.name == name and hit.end - hit.start == len(title) for hit in passage.head_hits
    )


def _tells_a_kind(passage: Passage) -> bool:
    """ "PFAS är ett samlingsnamn", "A smelter is the point where ore becomes metal"."""
    lower = passage.view.lower
    if _ANY.match(passage.lower) or _WHOEVER.match(passage.lower):
        return True
    return any(_IS_A.fullmatch(lower, passage.start, hit.start) for hit in _of(passage, "kind"))


def _tells_a_floor(passage: Passage) -> bool:
    """ "The minimum wage was raised in May": what the law does, and no pay of anybody."""
    return bool(_LAID_DOWN.match(passage.lower)) and not _OWN_WAGE.search(passage.lower)


def _defines(passage: Passage) -> bool:
    """Does a word tell a meaning? "Arbetsgivaren står för avgiften" tells who pays."""
    if "definition" not in passage.names:
        return False
    lower = passage.view.lower
    return any(
        not _BORNE.match(lower, hit.start) and not _refers(passage, hit)
        for hit in passage.of("set")
        if hit.rule.name == "definition"
    )


def _refers(passage: Passage, hit: Hit) -> bool:
    """ "The alloys are free from nickel as defined in ISO 22674": by which measure it is told."""
    lower = passage.view.lower
    by = lower[hit.start : hit.end].startswith("definition") and _BY.search(
        lower, passage.start, hit.start
    )
    if not by and lower[hit.start : hit.end] != "as defined in":
        return False
    told = has_predicate(lower, passage.start, hit.start)
    return told and not _SPELLS.search(lower, passage.start, hit.start)


# By which measure a thing is told: "free of halogens by the definition of IEC 61249".
_BY = re.compile(r"\b(?:by|per|under|according to|enligt) (?:[\w:'-]+ ){0,4}$")
# "Child labour includes its worst forms as defined in ...": what a word takes in.
_SPELLS = re.compile(
    r"\b(?:includes?|comprises?|covers?|means|refers|encompass\w+|innefattar|omfattar|avser)\b"
)


def _is_measured(passage: Passage) -> bool:
    """ "Pay meets the country's minimum wage": is what is general only what it is held against?"""
    lower = passage.view.lower
    return all(
        _HELD_AGAINST.search(lower, passage.start, hit.start)
        for hit in passage.of("set")
        if hit.rule.name == "general"
    )


def _stands_elsewhere(passage: Passage) -> bool:
    """Does it stand under "Background", "Care", "What the law says"?"""
    return "elsewhere" in passage.head_names and _is_headed(passage, "elsewhere")


def _act_speaks(passage: Passage) -> bool:
    """Is an act the subject or the ground of the sentence: "Convention No. 182 lists"?"""
    lower, verbs = passage.view.lower, _of(passage, "enacts")
    for act in _of(passage, "act", "numbered"):
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


def _land_speaks(passage: Passage) -> bool:
    """Is it a country's law: "Kinas lägsta ålder", "In Denmark PFAS is banned"?"""
    told = _of(passage, "statute", "lawful")
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


def _guest_is_told(passage: Passage) -> bool:
    """What a driver or visitor is to wear at the gate is no condition of work."""
    if "gear" not in passage.manners:
        return False
    ends = {hit.end for hit in _of(passage, "guest") if _near(passage.start, hit.start)}
    return any(hit.start - 1 in ends for hit in _of(passage, "wears"))


def _near(start: int, at: int) -> bool:
    return at - start < _OPENING


# "Where the law restricts unions, parallel means shall be facilitated"
_DESPITE_LAW = re.compile(
    r"(?:where|when|if|in countries where|där|om|i länder där)\b[^.;,]{0,60}?\b(?:law|laws|lagen)\b"
    r"[^.;,]{0,60}, [^.;]*\b(?:shall|must|should|ha(?:s|ve) to|facilitates?|allows?|ska|måste|bör"
    r"|tillåter|underlättar)\b"
)


def _law_speaks(passage: Passage) -> bool:
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
