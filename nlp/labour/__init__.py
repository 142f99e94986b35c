"""Claims about conditions of work: by words, by words together, by the heading they are under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.genres import TRADE
from nlp.labour import answers, parts, ratings, rows, series
from nlp.labour.counts import COUNT
from nlp.labour.evidence import frames
from nlp.layout.lines import ROW
from nlp.passages import Draft, Passage
from nlp.statements import states
from nlp.verbs import has_predicate

_FOLLOWS = re.compile(
    rf"(?:it|they|he|she|this|these|both|all but|{COUNT} of (?:them|these|those)|{COUNT} av (?:dem"
    r"|dessa)|two of|three of|of these|its|their"
    r"|then|one of them"
    r"|the others?|den|det|de|dessa|båda|hon|han|två av|tre av|av dessa|samtliga av"
    r"|tjugo av|ingen av"
    r" dem|alla är|the same|afterwards|since then)\b"
)


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each topic of each part that speaks of it."""
    if passage.unit.section or not (_about_work(passage) or _goes_with(passage)):
        return
    if passage.asked or passage.taught or passage.genre == TRADE or passage.priced:
        return
    if ratings.is_grade(passage):
        return
    if passage.unit.kind == ROW:
        yield from rows.read(passage)
        return
    if answered := list(answers.read(passage)):
        yield from answered
        return
    if not (passage.lead or _is_sentence(passage) or states(passage, passage.start, passage.end)):
        yield from answers.told(passage)
        return
    under = parts.under(passage)
    found = [
        draft
        for start, end in series.told_apart(passage)
        for draft in parts.read(passage, start, end, under)
    ]
    yield from (
        found or _doubted(passage, under) or list(answers.told(passage)) or _followed(passage)
    )


_TITLE = 3  # words with a stop behind them that may still be a title


def _is_sentence(passage: Passage) -> bool:
    return passage.words.endswith(".") and len(passage.words.split()) > _TITLE


def _about_work(passage: Passage) -> bool:
    """Could any rule hold: a topic's word, the first set of a frame, a doubt under a heading?"""
    return bool({"topic", "cue"} & passage.kinds or frames().keys() & passage.names)


def _goes_with(passage: Passage) -> bool:
    """Does it stand behind a claim, in a table, or behind a question?"""
    return bool(passage.earlier or passage.unit.header) or passage.unit.heading.endswith("?")


_UNKNOWN = frozenset(("cue.unknown", "cue.untested", "cue.exclude"))


def _doubted(passage: Passage, under: frozenset[str]) -> list[Draft]:
    """Under a heading: "How it is at the subcontractors has not been examined"."""
    heads = sorted({hit.rule.name for hit in passage.head_hits if hit.rule.kind == "head"} & under)
    if {"substance", "group", "material", "standard"} & passage.kinds:
        return []
    cued = any(cue.rule.id in _UNKNOWN and passage.in_language(cue) for cue in passage.of("cue"))
    if len(heads) != 1 or not cued:
        return []
    return [parts.goes_on(passage, heads[0], passage.start, passage.end)]


# "None has been formed", "Alla 30 är betalda": of those spoken of, without a noun.
_SHARE = re.compile(
    r"(?:all (?:\d[\d ]*|of (?:them|these))|none|neither|both|the others?)(?: of (?:them|these))?"
    r" (?:have|has|had|was|were|is|are|got|did|do|does|could|will)\b"
    r"|(?:alla (?:\d[\d ]*|av dem)|ingen av dem|båda(?: två)?|ingendera)"
    r" (?:har|hade|är|var|blev|fick|ska|kunde|saknar|saknade)\b"
)

# Words that hardly ever begin a sentence but to go on about the one before it.
_GOES_ON = re.compile(
    r"(?:it|he|both|neither|none(?: of (?:it|them|these|the (?:money|cases)))?|its|his|the two"
    r"|båda|ingendera|ingen av dem|inget av (?:det|dem|detta)|hans|hennes"
    r"|den (?:är|har|blev)|de (?:är|har|fick)|det (?:är|har) (?:nu|numera)) "
)


def _followed(passage: Passage) -> list[Draft]:
    """A sentence that goes on about what the one before it claimed ("Both are remedied")."""
    about = [topic for topic in passage.earlier if topic.startswith("LAB.")]
    if not about or not (_tells_on(passage) or _goes_on(passage)):
        return []
    return [parts.goes_on(passage, about[0], passage.start, passage.end)]


def _tells_on(passage: Passage) -> bool:
    shown = {"good", "bad", "measure"} & passage.names
    return bool(shown and _FOLLOWS.match(passage.lower))


def _goes_on(passage: Passage) -> bool:
    plain = set(passage.earlier) == {passage.earlier[0]}
    told = has_predicate(passage.lower, 0, len(passage.lower))
    begins = _GOES_ON.match(passage.lower) or _SHARE.match(passage.lower)
    return plain and told and bool(begins)
