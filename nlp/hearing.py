"""Topics heard in a sentence by the classifier, where no rule makes a claim of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.certificates.outsiders import is_of_books
from nlp.certificates.papers import is_apart
from nlp.chemicals.law import laid_on_all
from nlp.chemicals.lists import INVENTORY, leads_in
from nlp.claims import TOPICS
from nlp.genres import GUIDE, GUIDED, TRADE
from nlp.labour.ratings import is_grade
from nlp.layout.lines import ITEM, ROW, SENTENCE
from nlp.layout.sections import REGULATIONS
from nlp.origin.places import adjectives, counts_people, of_offices, places
from nlp.origin.shares import is_of_other
from nlp.origin.untold import UNSURE
from nlp.passages import Draft, Passage
from nlp.scoring.sentences import Numbers
from nlp.statements import states
from nlp.told import Values, told

PACK = "heard"
BEARINGS = ("risk", "support")  # heard too, behind the topics
BAR = 0.35  # below it a claim costs more, in false ones, than it finds
_SURE = 0.5  # the bar where rules have claimed every clause: it would be a second thing they tell
# A substance, a group, a hazard has a name that the rules know; without it nothing is said of it.
_NAMED = frozenset(("CHEM.SUBSTANCE", "CHEM.GROUP", "CHEM.HAZARD", "ORIGIN.MINERALS"))
# Kinds of rule of which something must stand in a passage: cues alone tell of nothing.
_TELLING = frozenset(
    (
        "set",
        "topic",
        "head",
        "material",
        "mineral",
        "standard",
        "country",
        "group",
        "list",
        "hazard",
    )
)
# Sets of words by which goods, processes and boards sound like the topic.
_OF_TRADE = {
    "LAB.CONTRACT": "goodsprocess",
    "LAB.GRIEVANCE": "goodscomplaint",
    "LAB.HOURS": "hoursother",
    "LAB.UNION": "ballotother",
}
_LABEL = 4  # words that are hardly ever more than a label
_UNHEARD = frozenset(
    (GUIDE, GUIDED, TRADE)
)  # their words of pay, fees and claims are of other things
_SPEAKING = frozenset((SENTENCE, ITEM, ROW))


def listens(passage: Passage) -> bool:
    """Is it a passage that can claim anything at all?"""
    if passage.unit.kind not in _SPEAKING or not (_TELLING & passage.kinds or passage.columns):
        return False
    if passage.asked or passage.taught or passage.genre in _UNHEARD or passage.priced:
        return False
    if is_grade(passage):
        return False
    if passage.unit.section == REGULATIONS and not _STOPS.intersection(passage.lower):
        return False
    if passage.unit.kind == ROW:
        return len(_WORD.findall(passage.lower)) >= _SPOKEN
    told = len(passage.words.split()) > _LABEL
    return told or states(passage, passage.start, passage.end)


_WORD = re.compile(r"[^\W\d_]{3,}")
_SPOKEN = 2  # words of a row of which more is told than numbers


# What an act has not that is named by itself, over what it says of the product.
_STOPS = frozenset(".:;\t|")


def drafts(
    passage: Passage, chances: Numbers, claimed: Sequence[Draft], *, bad: bool
) -> Iterator[tuple[Draft, float]]:
    """A draft, with how likely it is, for each topic that is heard and not claimed already.

    `chances` are those of `TOPICS`, in order; `bad` tells that the passage sounds like a thing
    not good to have.
    """
    taken = {draft.topic for draft in claimed}
    for topic, chance in zip(TOPICS, chances, strict=True):
        if chance < BAR or topic in taken or _known_better(passage, topic):
            continue
        if passage.unit.section and _is_no_matter_of_sheets(passage, topic):
            continue
        if topic.startswith("ORIGIN.") and (
            "LAB.DISCRIMINATION" in taken or _placed_already(passage, claimed)
        ):
            continue  # "social or ethnic origin" is that of people
        if chance < _SURE and claimed and not _left(passage, claimed):
            continue
        start, end = _rest(passage, claimed)
        for value in told(passage, topic, start, end):
            yield draft(passage, topic, (start, end), value, bad=bad), float(chance)


def draft(
    passage: Passage, topic: str, span: tuple[int, int], value: Values, *, bad: bool
) -> Draft:
    """A draft that rests on no rule; `bad` tells that it sounds like a thing not good to have."""
    return Draft(
        topic, *span, (), f"heard.{topic.lower()}", PACK, value,
        tone="bad" if bad else "good", weight="weak", stance=_untold(passage, topic, *span),
    )  # fmt: skip


def _known_better(passage: Passage, topic: str) -> bool:
    """Have the rules seen all that could be claimed, and made no claim of it ("See ISO 14001")?"""
    if topic == "ORIGIN.COUNTRY" and (
        counts_people(passage, passage.start, passage.end)
        or _is_blank(passage)
        or is_of_other(passage)
    ):
        return True
    if _OF_TRADE.get(topic) in passage.names:
        return True
    if topic == "CERT" and _COUNTED.search(passage.lower):
        return True
    if topic == "CHEM.LIST" and (laid_on_all(passage) or leads_in(passage)):
        return True
    certified = "standard" in passage.kinds or is_apart(passage) or is_of_books(passage)
    return topic in _NAMED or (topic == "CERT" and certified)


# "Number of workers covered by audits | 12000": who was met, and no audit.
_COUNTED = re.compile(r"(?:number|share) of (?:workers|employees)\b|(?:antal|andel)(?:et|en)? anst")


def _is_no_matter_of_sheets(passage: Passage, topic: str) -> bool:
    """A safety data sheet tells of a product, not of work; its rows are of no certificates, and
    what is traded in a country is on no list."""
    if topic == "CHEM.LIST":
        return bool(INVENTORY.search(passage.lower))
    return topic.startswith("LAB.") or (topic == "CERT" and passage.unit.kind == ROW)


def _is_blank(passage: Passage) -> bool:
    """ "Made in: it": a field, and behind its colon nothing that could be a place."""
    return bool(_BLANK.fullmatch(passage.words.strip()))


_BLANK = re.compile(r"[^:]{2,40}:\s*(?:[a-z]{1,2}|XX|-|–)?")


def _placed_already(passage: Passage, claimed: Sequence[Draft]) -> bool:
    """Has every place its claim, or is an office's? A factory's country is not also a product's."""
    whole = (passage.start, passage.end)
    found = places(passage, *whole, cities=True) or adjectives(passage, *whole)
    if found and all(of_offices(passage, passage.start, hit) for hit in found):
        return True
    spans = [(one.start, one.end) for one in claimed if one.topic.startswith("ORIGIN.")]
    return bool(found) and all(any(a <= hit.start < b for a, b in spans) for hit in found)


def _untold(passage: Passage, topic: str, start: int, end: int) -> str:
    """An origin that nobody tells is in doubt, whatever else is denied."""
    asked = topic.startswith("ORIGIN.") and UNSURE.search(passage.view.lower, start, end)
    return "hedged" if asked else ""


def _rest(passage: Passage, claimed: Sequence[Draft]) -> tuple[int, int]:
    """From the first to the last clause of which nothing is claimed; all, where none is left."""
    left = _left(passage, claimed)
    return (left[0][0], left[-1][1]) if left else (passage.start, passage.end)


def _left(passage: Passage, claimed: Sequence[Draft]) -> list[tuple[int, int]]:
    return [
        (start, end)
        for start, end in passage.clauses
        if not any(draft.start < end and start < draft.end for draft in claimed)
    ]
