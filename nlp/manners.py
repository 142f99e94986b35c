"""How a passage speaks: what asks, bids, explains or lays down says nothing of this supplier."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.genres import GUIDE, LESSON, is_old
from nlp.laws import act_speaks, land_speaks, law_speaks, sets_a_floor
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
# "Ackord är varje ...", "A complainant is whoever ..."
_WHOEVER = re.compile(
    r"(?!(?:för|for|in|i) )[^.:;,]{2,30} (?:är|is) (?:varje|den som|whoever|lön per) "
)
_OPENING = 14  # characters at the start of a sentence, in which a visitor is named
_CODES = frozenset(("policy", "code_of_conduct", "supplier_contract", "delivery_terms"))


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
    return any(
        _is_left(passage, hit) for hit in passage.mannered("addressed", "bid", "blank", "quiz")
    )


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
    return law and "lawverb" in names and not ours and law_speaks(passage)


def _speaks_at_large(passage: Passage) -> bool:
    """Is it of a word, of what an act is about, of a kind, or of a floor that the law sets?"""
    if _REGULATED.match(passage.lower) or _WORD.match(passage.lower):
        return True
    return _tells_a_kind(passage) or sets_a_floor(passage)


def _handles_papers(passage: Passage) -> bool:
    """ "The drop-down for phthalates is too long": is it the form that is spoken of?"""
    return {"paper", "handled"} <= passage.manners


def _speaks_of_others(passage: Passage) -> bool:
    """An act, a country's law, a visitor, another time or trade: nothing of this firm's own."""
    if passage.genre == GUIDE and not ("ours" in passage.names or "staff" in passage.manners):
        return True
    if _stands_elsewhere(passage):
        return True
    return act_speaks(passage) or land_speaks(passage) or _guest_is_told(passage)


def prescribes(kind: str | None, title: Sequence[Hit]) -> bool:
    """A code or policy, whose plain sentences are rules for others and not reports."""
    return kind in _CODES or _names(title, "code")


def _names(hits: Sequence[Hit], name: str) -> bool:
    return any(hit.rule.name == name for hit in hits)


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
    return any(_IS_A.fullmatch(lower, passage.start, hit.start) for hit in passage.mannered("kind"))


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


def _guest_is_told(passage: Passage) -> bool:
    """What a driver or visitor is to wear at the gate is no condition of work."""
    if "gear" not in passage.manners:
        return False
    ends = {hit.end for hit in passage.mannered("guest") if hit.start - passage.start < _OPENING}
    return any(hit.start - 1 in ends for hit in passage.mannered("wears"))
