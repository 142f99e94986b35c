"""Raw materials that a sentence does not name: the one it goes on about, or by its own word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.layout.lines import ROW
from nlp.matching import Hit
from nlp.origin.places import nations, places
from nlp.origin.untold import POSSIBLE, UNSURE
from nlp.passages import Draft, Passage

_PACK = "origin"
_TOPIC = "ORIGIN.MATERIAL"
MADE = re.compile(
    r"tillverkas|monteras|\bprodu(?:ct|ce) of\b|\bsys\b|konfektioner|manufactur(?:ed|es?)\b"
    r"|crafts?\b|assembled|sewn|produced|rostas|spinns"
    r"|vävs|packa[sd]|packed|made in|slaktas|konserveras|woven|spun|roasted|canned"
    r"|\b\w{3,}as (?:i|hos|av|på|vid|och)\b|\b(?:pressas|spinns|sys|görs|mals|fryses|bleks)\b"
    r"|\b(?:filéa|filea|panera|skala|rosta|garva|stycka|grilla|fryst|torka|kluv|såga|spunn)"
    r"\w* (?:i|hos)\b|\bdras i\b"
    r"|\b(?:breaded|peeled|tanned|shelled|sawn|hand-cut|split|carved) (?:in|at)\b"
    r"|\b(?:is|are|was|were) (?:\w+ )?\w{3,}ed (?:here |there )?(?:in|by|at|and)\b"
)
WHERE = re.compile(
    r"\b(?:från|from|countr(?:y|ies)|land|landet|länder|varifrån|where|var|accounts? for|står för"
    r"|svarar för|farms?|gård\w*|plantations?|plantage\w*|mines?|gruv\w*|mills?|smelt\w*|smält\w*"
    r"|provenance|härkomst)\b"
)


def read(passage: Passage) -> Iterator[Draft]:
    """What is said of where it comes from, by the first of three ways that tells anything."""
    yield from list(_gone_on(passage)) or _raw_alone(passage) or _as_such(passage)


def spoken_of(passage: Passage) -> Hit | None:
    """The one material of the sentences before, for one that goes on about it."""
    named = [
        hit
        for hit in passage.hits_before
        if hit.rule.kind == "material" and passage.in_language(hit)
    ]
    return named[-1] if len({hit.rule.name for hit in named}) == 1 else None


_GOES_ON = re.compile(
    r"(?:and |och )?(?:it|they|these|this|some|a (?:share|part)|part"
    r"|the (?:rest|remainder|balance|remaining|others?)|den|det|de"
    r"|(?:about |roughly |around |nearly |some )?(?:half|a (?:quarter|third|fifth)|two thirds)"
    r"|a (?:smaller|minor|small) (?:part|share)|before that|since (?:then|\w+)|until \w+"
    r"|(?:ungefär |omkring |knappt |drygt )?(?:hälften|en (?:fjärdedel|tredjedel|femtedel))"
    r"|en (?:mindre|liten) del|övrig\w*|den andra|dessförinnan|sedan dess"
    r"|dessa|en del|resten|återstoden|numera|nowadays|tidigare|previously)\b"
)


def _gone_on(passage: Passage) -> Iterator[Draft]:
    """ "A share is Burmese", "Numera bryts den i Turkiet": of the material of the line before."""
    if _TOPIC not in passage.earlier or not _GOES_ON.match(passage.lower):
        return
    material = spoken_of(passage)
    if material is None or MADE.search(passage.lower):
        return
    found = places(passage, passage.start, passage.end) or nations(
        passage, passage.start, passage.end
    )
    for place in found:
        yield Draft(
            _TOPIC, *passage.clause_of(place.start), ((place.start, place.end),), material.rule.id,
            material.rule.pack, {"material": material.rule.name, "country": place.rule.name},
        )  # fmt: skip
    if not found and UNSURE.search(passage.lower) and WHERE.search(passage.lower):
        yield Draft(
            _TOPIC, passage.start, passage.end, (), material.rule.id, material.rule.pack,
            {"material": material.rule.name}, stance="hedged", bearing="risk",
        )  # fmt: skip


# What is done to raw materials alone, whatever their name.
_DUG = re.compile(
    r"\b(?:(?:is|are|was|were)(?: \w+)? (?:mined|quarried|grown|harvested|picked|felled|landed"
    r"|caught"
    r"|reared|farmed|sheared)|bryts|odlas|skördas|plockas|avverkas|fiskas|fångas"
    r"|föds upp|utvinns|växer)\b"
)


def _raw_alone(passage: Passage) -> list[Draft]:
    """A raw material no pack names, where it is dug, grown or caught: by its own first word."""
    if not _DUG.search(passage.lower) or passage.unit.kind == ROW:
        return []
    subject = _SUBJECT.match(passage.lower)
    if not subject:
        return []
    span = passage.clause_of(passage.start + subject.start(1))
    return [
        Draft(
            _TOPIC, *span, ((place.start, place.end),), "origin.material.raw", _PACK,
            {"material": subject[1], "country": place.rule.name},
        )
        for place in places(passage, *span)
    ]  # fmt: skip


_SUBJECT = re.compile(
    r"(?:(?:the|our|all|most|vår|våra|alla|den|det)\s)?(?!it\b|they\b|produkt|product|vara"
    r"|den\b|det\b|de\b|vi\b|we\b)"
    r"([\w-]{3,}) "
)


def _as_such(passage: Passage) -> Iterator[Draft]:
    """Raw material as such, its origin promised or not known."""
    hit = next(
        (h for h in passage.hits if h.rule.kind == "set" and h.rule.name == "rawmaterial"), None
    )
    if hit is None:
        return
    if _KNOWN.search(passage.lower) and not _doubted(passage):
        span = passage.clause_of(hit.start)
        yield Draft(
            _TOPIC, *span, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack, {},
            stance="affirmed", bearing="support",
        )  # fmt: skip
        return
    if not POSSIBLE.search(passage.lower) and not re.search(
        r"ursprung|origin|redovisa|trace|spår|countr(?:y|ies)|land\b|\bcomes? from\b|visibility"
        r"|kommer (?:i?från)|insyn",
        passage.lower,
    ):
        return
    start, end = passage.clause_of(hit.start)
    if _doubted(passage) or any(c.rule.name == "require" for c in passage.of("cue")):
        yield Draft(
            _TOPIC, start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack, {},
            stance="hedged" if _UNSEEN.search(passage.lower) else "",
            bearing="risk" if _UNSEEN.search(passage.lower) else "",
        )  # fmt: skip


# "We know where all our raw materials come from", "Vi känner till våra råvarors ursprung".
_KNOWN = re.compile(
    r"\b(?:we|vi) (?:\w+ ){0,3}?(?:know|knows|can trace|have traced|vet|känner till|kan spåra"
    r"|har spårat)\b[^.;]*\b(?:origins?|where|suppliers?|source|from|ursprung|var|varifrån"
    r"|leverantör\w*|från)\b"
)


_UNSEEN = re.compile(r"\b(?:visibility|insight|insyn|kännedom|kunskap)\b")


def _doubted(passage: Passage) -> bool:
    return bool(UNSURE.search(passage.lower) or POSSIBLE.search(passage.lower))
