"""Rules that no word of duty tells: the plain sentences of a code or a policy."""

from __future__ import annotations

import re

from nlp.passages import Draft, Passage
from nlp.stance.scope import DENY

# What was seen or counted is a report in a code of conduct too.
_REPORTED = re.compile(
    r"\b(?:was|were|had|did|found|recorded|reported|received|(?:have|has) been"
    r"|(?:during|in|since|by) 20\d\d|lost|died|killed|injured|still|already|fortfarande|redan"
    r"|var|hade|blev|fick|hölls|togs|gjordes|fanns|saknades"
    r"|(?:under|sedan) 20\d\d|avled|\w{3,}(?:ades?|ddes?|ttes?)|har \w+(?:ts|at|it|tt))\b"
)
# What a buyer's code tells of the buyer is a report.
_OWN = re.compile(r"\b(?:we|our|us|own|vi|vår|våra|vårt|oss|egen|eget|egna)\b")
# What is told of a place is told of what is there: "at the mill in Penang".
_PLACE = re.compile(r"(?<=\w )(?:in|at|i|på|hos|vid) (?!I{2,3}\b|[A-Z]{2,}\b)[A-ZÅÄÖ][a-zåäöé]{2,}")


_OF_ALL = re.compile(
    r"\b(?:all|every|each|suppliers?|retaliation|reprisals?|outside|anyone who|alla|varje"
    r"|nobody|no one|no worker|no employee|ingen"
    r"|not|never|only|inte|ej|aldrig|bara|endast|leverantör\w*|repressali\w*|bestraffning)\b"
)


# What is taken from workers: no code of conduct makes that a rule.
_KEPT_BACK = re.compile(
    r"\b(?:keeps|holds|retains|withholds|behåller|förvarar|håller inne)\b[^.;|]{0,40}"
    r"(?:\bpassport|\bpass\b|\bpassen\b|identity (?:card|paper|doc)|id-handling|deposit|\bwages\b)"
)
_BY_THEM = re.compile(
    r"\b(?:own|sina|sitt|egna|eget|du)\b|(?:worker|employee|arbetare|arbetarna|anställda?) \w*\s?"
    r"(?:keeps|holds|retains|behåller|förvarar)"
)


def _is_harm(passage: Passage, draft: Draft) -> bool:
    """Is it told without a denial that somebody keeps what is the workers'?"""
    words = passage.view.lower[draft.start : draft.end]
    if draft.topic != "LAB.FORCED" or not _KEPT_BACK.search(words) or _BY_THEM.search(words):
        return False
    return not any(
        hit.rule.kind == "cue" and hit.rule.name == DENY
        for hit in passage.within(draft.start, draft.end)
    )


# "Harassment is examined within five working days", "olyckor anmäls samma dag"
_DEADLINE = re.compile(
    r"\b(?:within|inom|in) (?:\d+|an?|one|two|three|four|five|six|seven|eight|ten|fourteen|en|ett"
    r"|två|tre|fyra|fem|sex|sju|åtta|tio|fjorton) (?:\w+ )?"
    r"(?:hours?|days?|weeks?|months?|timmar?|timme|\w*dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?)\b"
    r"|\b(?:on )?the same (?:working )?day\b|\bsamma dag\b"
)
_DONE_THEN = {
    "en": re.compile(
        r"\b(?:are|is) (?:\w+ )?(?!allowed|permitted|paid\b|limited|managed|needed|required)"
        r"\w{3,}(?:ed|en|ld|ght|pt|paid)\b"
    ),
    "sv": re.compile(r"\b(?!(?:finns|hålls|betalas|\w*(?:des|tes|ts|ss|us))\b)\w{3,}s\b"),
}
_AVERAGE = re.compile(r"\b(?:average|snitt|genomsnitt|per ?cent|procent|most|many|of them)\b|%")
# A channel's own times are told of what is there as often as of what shall be.
_CASES = frozenset(("LAB.SAFETY", "LAB.DISCRIMINATION", "LAB.CHILD", "LAB.FEES"))


def timed(passage: Passage, draft: Draft) -> bool:
    """Is it told in the present by when a thing is done each time, which is a rule?"""
    if draft.topic not in _CASES or passage.unit.cells:
        return False
    lower, (start, end) = passage.view.lower, (draft.start, draft.end)
    done = _DONE_THEN[passage.language]
    if not _DEADLINE.search(lower, start, end) or not done.search(lower, start, end):
        return False
    told = any(words.search(lower, start, end) for words in (_REPORTED, _OWN, _AVERAGE))
    return not (told or _PLACE.search(passage.view.text, start, end))


# "Lacken ersätts av en isocyanatfri produkt 2027": what comes by a day to come is a plan.
_CHANGES = re.compile(
    r"\b(?:ersätts|byts|fasas ut|utgår|avvecklas|införs|introduceras|halveras|minskas|tas bort)\b"
    r"[^.;|]*?(?:\b(?:senast|före|till|hösten|våren|sommaren|under|kvartalet|från(?: och med)?)"
    r" (?:\w+ ){0,2}?)?(?P<year>20\d\d)\b"
    r"|\b(?:is|are) being (?:replaced|phased out|withdrawn|exchanged)\b[^.;|]*\b(?:by|before|until)"
    r" (?:\w+ ){0,2}?(?P<then>20\d\d)\b"
)


def scheduled(passage: Passage, draft: Draft) -> bool:
    """Is it a substance that is to go, or a product that is to come, by a year that is not past?"""
    if not draft.topic.startswith("CHEM."):
        return False
    found = _CHANGES.search(passage.view.lower, draft.start, passage.end)
    year = (found["year"] or found["then"]) if found else None
    return year is not None and int(year) >= passage.today.year


def prescribed(passage: Passage, draft: Draft) -> bool:
    """ "Normal working week: 48 hours" in a code of conduct is a rule without saying so."""
    if not passage.prescribes or not draft.topic.startswith("LAB."):
        return False
    if draft.topic == "LAB.GRIEVANCE" and not _OF_ALL.search(
        passage.view.lower, draft.start, draft.end
    ):
        return False  # a policy tells of its own channel, which is there
    if _is_harm(passage, draft):
        return False
    lower = passage.view.lower
    told = any(words.search(lower, draft.start, draft.end) for words in (_REPORTED, _OWN))
    return not (told or _PLACE.search(passage.view.text, draft.start, draft.end))
