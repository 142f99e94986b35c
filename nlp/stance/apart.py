"""A denial in a clause with a subject of its own: "The mill is audited, the farms are not"."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Passage
from nlp.verbs import has_predicate

# What parts two statements.
_PARTS = re.compile(r"[,;] (?:(?:and|but|while|och|men|medan) )?| (?:and|but|och|men) ")
# What opens a clause that goes on about the thing before it.
_BACK = re.compile(
    r"(?:it|its|they|them|their|he|she|we|i|you|this|that|these|those|such|there|here|which|who"
    r"|whose|where|when|as|if|unless|until|since|because|so|or|nor|none|neither|some|any|both|all"
    r"|each|one|however|though|although|yet|still|now|today|currently|in|on|at|by|for|from|to|of"
    r"|with|without|under|over|after|before|during"
    r"|den|det|de|dem|han|hon|vi|ni|man|jag|detta|denna|dessa|sådan\w*|där|här|som|vilk\w+|vars|när|då"
    r"|om|att|eftersom|så|eller|inga|ingen av|inget av|någo[nt]|några|båda|alla|var|varje|en av"
    r"|dock|numera|nu|idag|i|på|vid|av|för|från|till|med|utan|under|över|efter|före)\b"
)
# Nobody and nothing as a subject of their own; what nobody found or saw is the thing before.
_NOBODY = re.compile(
    r"(?:nobody|nothing|no one|no \w+|ingen|inget|ingenting|ingen \w+|inget \w+)"
    r" (?!of\b|av\b)(?!(?:\w+ ){0,2}(?:found|seen|detected|measured|left|remains?|recovered|listed"
    r"|hitta\w*|påvisa\w*|sågs|fanns|finns|återst\w+|kvar)\b)"
)
# "51 hours in May, not a minute over in June"
_NOT_ONE = re.compile(
    r"(?:not an?|not one|inte e(?:n|tt)(?: enda)?|inte) (?:minute|hour|day|cent|krona|minut|timme"
    r"|dag|öre)\b|(?:not|inte) (?:with|in|by|from|to|at|on|i|på|med|av|från|till|vid|hos) "
)
# What the clause says of the thing before it by a word that stands for it.
_IT = re.compile(
    r"\b(?:it|them|any|one|ones|this|that|these|those|such|so|either|den|det|dem|detta|dessa|någo[nt]"
    r"|några|sådan\w*)\b"
)
_TAIL = 60  # characters behind a word of denial in which its clause ends
_NEAR = 300  # characters before the parting, and behind it: a bound on work


def tells_of_another(passage: Passage, cue: Hit, last: int) -> bool:
    """Is the denial of a clause behind the thing, which ends at `last`, on a subject of its own?

    The thing's own clause must be whole before it, with a verb: else it is part of a list.
    """
    parted = _parted(passage, cue, last)
    if parted is None:
        return False
    lower, end = passage.view.lower, _end(passage, cue)
    opening = lower[parted : cue.start]
    if not opening:
        return _is_nobody(lower, cue.start, end)
    if _BACK.match(opening) or _IT.search(lower, cue.end, end):
        return False
    return _has_subject(opening) and has_predicate(lower, parted, end)


def nobody_else(passage: Passage, cue: Hit, first: int) -> bool:
    """ "The pine is from Podlasie, nothing is felled across the border": a clause on nobody."""
    parted = _parted(passage, cue, first)
    return parted == cue.start and _is_nobody(passage.view.lower, cue.start, _end(passage, cue))


def unhurt(passage: Passage, cue: Hit, first: int) -> bool:
    """ "A fire broke out in March, nobody was hurt": there was a fire."""
    parted = _parted(passage, cue, first)
    return parted == cue.start and bool(_UNHURT.match(passage.view.lower, cue.start))


_UNHURT = re.compile(
    r"(?:nobody|no one|no \w+|none|ingen|inga) (?:\w+ ){0,2}?(?:hurt|injured|killed|harmed"
    r"|skada(?:des|ts|de)|till skada|omkom|dog)\b"
)


def _parted(passage: Passage, cue: Hit, last: int) -> int | None:
    """Where the clause of the denial begins, where a whole one stands before it."""
    if cue.start - last > _NEAR:
        return None
    lower = passage.view.lower
    all_parts = list(_PARTS.finditer(lower, last, cue.start))
    if not all_parts:
        return None
    parted = all_parts[-1]
    first = max(passage.clause_of(max(last - 1, 0))[0], last - _NEAR)
    return parted.end() if has_predicate(lower, first, parted.start()) else None


def _is_nobody(lower: str, start: int, end: int) -> bool:
    if _NOT_ONE.match(lower, start, end):
        return True
    told = has_predicate(lower, start, end) or _PASSIVE.match(lower, start, end)
    return bool(told and _NOBODY.match(lower, start, end))


_PASSIVE = re.compile(r"\w+ \w{4,}[ae]s\b")


def _end(passage: Passage, cue: Hit) -> int:
    """Where the clause ends in which the denial stands."""
    end = min(passage.end, cue.end + _TAIL)
    found = _PARTS.search(passage.view.lower, cue.end, end)
    return found.start() if found else end


def _has_subject(opening: str) -> bool:
    """Does what stands before the denial begin with a name of something, and with no verb?"""
    words = opening.split()
    first = words[1] if len(words) > 1 and words[0] in _ARTICLES else words[0]
    return len(first) > 2 and not has_predicate("x " + first, 0, len(first) + 2)


_ARTICLES = frozenset(("the", "a", "an", "our", "en", "ett", "vår", "våra", "vårt"))
