"""What the document says of the thing named: it is so, it is not, it shall be, or nobody knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.text import has_verb

DENY, HEDGE, HEDGE_FREE, REQUIRE = "deny", "hedge", "hedgefree", "require"


@dataclass(frozen=True, slots=True)
class Decision:
    """A stance and the words that decided it.

    `absent` tells that the thing is denied or its absence in doubt; `lacking` that it is missed.
    """

    stance: str
    cues: tuple[tuple[int, int], ...] = ()
    absent: bool = False
    lacking: bool = False


def decide(passage: Passage, draft: Draft) -> Decision:
    """The stance of a draft: doubt before duty before denial, within the draft's own clauses."""
    cues = scoped(passage, draft)
    denials = _denials(passage, cues, draft)
    absent = bool(denials) and not (_doubled(denials) or _least(passage, draft, denials))
    if not draft.stance and _forbids(passage, denials):
        return Decision("required", _spans(denials), absent=True)
    if draft.stance:
        return Decision(draft.stance, _spans(cues), absent=absent)
    absent = absent or draft.default == "denied" or _freed(passage, draft)
    doubts = [cue for cue in cues if cue.rule.name in (HEDGE, HEDGE_FREE)]
    doubts = [cue for cue in doubts if cue.rule.id != "cue.may" or _reaches(passage, cue, draft)]
    if not doubts and _asks(passage, draft):
        return Decision("hedged", _spans(cues))
    if doubts or _reported(passage, draft):
        doubted = bool(absent) and _absence_doubted(doubts, denials)
        return Decision("hedged", _spans(doubts), absent=doubted)
    duties = [cue for cue in cues if cue.rule.name == REQUIRE]
    if duties or _allowed(passage, draft):
        return Decision("required", _spans(duties), absent=absent)
    if draft.default:
        return Decision(draft.default, _spans(denials), absent=absent)
    if _prescribed(passage, draft):
        return Decision("required", _spans(denials), absent=absent)
    if absent:
        lacking = any(cue.rule.id in _LACKING for cue in denials)
        return Decision("denied", _spans(denials), absent=True, lacking=lacking)
    return Decision("affirmed", _spans(denials))


# What was seen or counted, and what we do ourselves, is a report in a code of conduct too.
_REPORTED = re.compile(
    r"\b(?:was|were|had|did|found|recorded|reported|received|we|our|us|during 20\d\d|in 20\d\d"
    r"|var|hade|blev|fick|hölls|togs|gjordes|fanns|saknades|vi|vår|våra|vårt|oss|under 20\d\d)\b"
)


def _prescribed(passage: Passage, draft: Draft) -> bool:
    """ "Normal working week: 48 hours" in a code of conduct is a rule without saying so."""
    if not passage.prescribes or not draft.topic.startswith("LAB."):
        return False
    return not _REPORTED.search(passage.view.lower, draft.start, draft.end)


# "Whether the committee is elected could not be told", "Om övertiden är frivillig framgår inte".
_ASKS = re.compile(r"(?:om|huruvida|whether|if|how|hur|vem|vilken|vilka|which|who)\b")
_UNTOLD = re.compile(
    r"\b(?:framgår|framgick|vet|visste|svar\w*|räkna\w*|besked|uppgift\w*|redovis\w*|klar\w*|säga"
    r"|known?|knew|told|tell|say|stated?|seen?|asked|answer\w*|checked|certain|evident|shown?"
    r"|established|recorded|documented|undersökt\w*|frågat|sett|dokumentera\w*|kontrollera\w*)\b"
)


def _asks(passage: Passage, draft: Draft) -> bool:
    """Does the sentence open as an indirect question that nobody answers?"""
    if not _ASKS.match(passage.lower) or draft.stance or draft.default:
        return False
    last = max((end for _, end in draft.anchors), default=draft.start)
    untold = [hit for hit in passage.of("cue") if hit.rule.name == DENY and hit.start >= last]
    return bool(untold) and bool(_UNTOLD.search(passage.view.lower, last, passage.end))


_SAID_TO_HAVE = re.compile(r"\bska ha \w{3,}(?:ats|its|at|it)\b")
_MAY = re.compile(
    r"\bfår\b.{0,60}\b(?:uppgå|anställas|anlitas|förekomma|användas|diskrimineras"
    r"|understiga|överstiga"
    r"|utföra|utföras|ske|tas ut|läggas ut|behandlas|straffas|tillämpas|hindras|sys|arbeta)\b"
)


def _reported(passage: Passage, draft: Draft) -> bool:
    """ "Förskott ska ha dragits av": hearsay, no duty."""
    return bool(_SAID_TO_HAVE.search(passage.view.lower, draft.start, draft.end))


def _allowed(passage: Passage, draft: Draft) -> bool:
    """ "Övertiden får uppgå till": a permission is a rule."""
    return passage.language == "sv" and bool(
        _MAY.search(passage.view.lower, draft.start, draft.end)
    )


_PERMITS = re.compile(r"\b(?:får|may|should)\b(?! (?:de|vi|contain|be present|have|occur|carry))")


def _forbids(passage: Passage, denials: list[Hit]) -> bool:
    """ "Ingen får sägas upp", "nothing may be placed": a denial before a permission is a rule."""
    return any(
        denial.rule.id in ("cue.no", "cue.neither") or denial.end - denial.start > 6
        for denial in denials
        if _PERMITS.search(passage.view.lower, denial.end, min(passage.end, denial.end + 120))
        and denial.rule.id in ("cue.no", "cue.not", "cue.neither")
    )


def _absence_doubted(doubts: list[Hit], denials: list[Hit]) -> bool:
    """Is it an absence that is in doubt ("to our knowledge free of") and not a presence?"""
    spans = [(doubt.start, doubt.end) for doubt in doubts]
    outside = [cue for cue in denials if not any(a <= cue.start and cue.end <= b for a, b in spans)]
    return (bool(outside) or not denials) and any(
        doubt.rule.name == HEDGE_FREE or doubt.rule.id == "cue.may" for doubt in doubts
    )


_LACKING = frozenset(("cue.lack", "cue.lackl"))
_GRAMMATICAL = frozenset(("cue.not", "cue.no", "cue.nol", "cue.neither"))


def _doubled(denials: list[Hit]) -> bool:
    """Does a small word of denial stand right before a word of lack ("not missing")?"""
    for first, second in pairwise(denials):
        turned = first.rule.id in _GRAMMATICAL and second.rule.id not in _GRAMMATICAL
        if turned and second.start - first.end <= _NEAR:
            return True
    return False


_FREED = re.compile(r"\w{3,}(?:fri|fritt|fria|-free)\b")


def _freed(passage: Passage, draft: Draft) -> bool:
    """ "barnarbetsfri": the end of the word denies its beginning."""
    return draft.topic.startswith("LAB") and any(
        _FREED.fullmatch(passage.view.lower[start : end + 6].split(" ")[0].rstrip(".,"))
        for start, end in draft.anchors
    )


_LESS = re.compile(r"mindre än|lägre än|less than|lower than|\bunder\b|\bbelow\b")


def _least(passage: Passage, draft: Draft, denials: list[Hit]) -> bool:
    """ "Ingen fick mindre än minimilönen": nobody below it is all above it."""
    if draft.topic != "LAB.WAGE":
        return False
    last = max((end for _, end in draft.anchors), default=draft.end)
    return any(_LESS.search(passage.view.lower, denial.end, last) for denial in denials)


_NEAR = 14  # characters: room for one word between


def _denials(passage: Passage, cues: list[Hit], draft: Draft) -> list[Hit]:
    """The denials that bear on the draft, each word once."""
    found: list[Hit] = []
    for cue in cues:
        if cue.rule.name == "denycert" and draft.topic != "CERT":
            continue
        if cue.rule.name not in (DENY, "denycert") or not _reaches(passage, cue, draft):
            continue
        if found and cue.start < found[-1].end:
            continue
        inside = any(a <= cue.start and cue.end <= b for a, b in draft.anchors)
        if inside and draft.topic == "LAB.FORCED":
            continue  # the thing itself: "cannot leave"
        found.append(cue)
    return found


_NOUNS = 4  # words before "utan" that can be a noun alone: "Tre inhyrda städare utan avtal"
# "Dyes that may release amines are not used": the denial at the end is of the first words.
_CLOSES = re.compile(
    r"\b(?:(?:används|förekommer|ingår|finns|tillsätts|anlitas|tillåts) (?:inte|ej|aldrig)"
    r"|(?:is|are) (?:not|never) (?:used|present|added|allowed|found))\W*$"
)
_TURNS = re.compile(r"\b(?:som|där|vars|that|which|who|whose|if|unless|so that|so|så att)\b")


def _reaches(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does the cue bear on the anchors? One in a relative clause behind them does not."""
    if not draft.anchors:
        return True
    if cue.rule.id == "cue.without" and draft.topic.startswith("LAB"):
        # "hade arbetat 14 dagar utan vilodag" tells what was done; "städare utan avtal" what lacks
        first = passage.clause_of(cue.start)[0]
        short = len(passage.view.lower[first : cue.start].split()) <= _NOUNS
        return short and not has_verb(passage.view.lower, first, cue.start)
    last = max(end for _, end in draft.anchors)
    between = passage.view.lower[last : max(last, cue.start)]
    if re.search(r"\b(?:and|och)\s$", between):
        return False  # "toxic and not degradable": the denial is of what follows
    if _TURNS.search(between) and not _CLOSES.search(passage.view.lower, last, passage.end):
        return False
    if cue.rule.reach == "both":
        return True
    if cue.rule.reach == "right":
        return any(start >= cue.start for start, _ in draft.anchors)
    return any(end <= cue.end for _, end in draft.anchors)


def scoped(passage: Passage, draft: Draft) -> list[Hit]:
    """The cues whose words stand where they can bear on the draft, false friends left out."""
    first, last = _scope(passage, draft)
    cues = [hit for hit in passage.of("cue") if first <= hit.start and hit.end <= last]
    cues += [hit for hit in passage.lead_hits if hit.rule.kind == "cue"]
    cues = [cue for cue in cues if cue.language in ("any", passage.language)]
    masks = [(cue.start, cue.end) for cue in cues if cue.rule.name in ("pseudo", "double")]
    strong = [cue for cue in cues if cue.rule.name in (HEDGE, HEDGE_FREE)]
    masks += [(cue.start, cue.end) for cue in strong if cue.end - cue.start > 3]
    if draft.topic in ("CHEM.SUBSTANCE", "CHEM.GROUP"):  # "ej klassificerad" is the hazard's
        masks += [(hit.start, hit.end) for hit in passage.of("hazard")]
    kept = []
    for cue in cues:
        inside = any(a <= cue.start and cue.end <= b for a, b in masks)
        if cue.rule.name in ("pseudo", "double", "end", "past") or _numbers(passage, cue):
            continue
        if inside and cue.rule.name not in (HEDGE, HEDGE_FREE):
            continue
        kept.append(cue)
    kept.sort(key=lambda cue: (cue.start, -cue.end))
    return kept


def _numbers(passage: Passage, cue: Hit) -> bool:
    """ "No. 600": a number, no denial."""
    return cue.rule.id == "cue.no" and bool(_NUMBER.match(passage.view.text, cue.start))


_NUMBER = re.compile(r"[Nn]o\. ?\d")


def _scope(passage: Passage, draft: Draft) -> tuple[int, int]:
    """The draft's clauses, and what leads in to them without a thing of its own."""
    clauses = passage.clauses
    inside = [c for c in clauses if c[1] > draft.start and c[0] < draft.end]
    if not inside:
        return draft.start, draft.end
    first, last = min(inside[0][0], draft.start), max(inside[-1][1], draft.end)
    if passage.unit.cells:
        return first, last
    ends = {hit.start for hit in passage.of("cue") if hit.rule.name == "end"}
    for start, end in reversed([c for c in clauses if c[1] <= first]):
        own = any(start <= hit.start < end and _is_thing(hit, draft) for hit in passage.hits)
        broken = any(first - 2 <= at <= first + 1 for at in ends)
        broken = broken or any(mark in passage.view.text[end:first] for mark in ":;")
        if own or broken:
            break
        first = start
    return first, last


def _is_thing(hit: Hit, draft: Draft) -> bool:
    if hit.rule.kind == "topic" and hit.rule.weight == "weak":
        return False
    if (hit.start, hit.end) in draft.anchors:
        return False
    return hit.rule.kind in _THINGS


_THINGS = frozenset(("topic", "substance", "group", "hazard", "list", "mineral", "standard"))


def _spans(cues: list[Hit]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(cue.start, cue.end) for cue in cues}))
