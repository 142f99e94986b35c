"""Rules, permissions, questions and hearsay that are heard by the shape of a sentence."""

from __future__ import annotations

import re

from nlp.layout.lines import ITEM
from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.stance.doubts import PERMISSION
from nlp.stance.scope import DENY
from nlp.verbs import has_verb

# "Whether the committee is elected could not be told", "Om övertiden är frivillig framgår inte".
_ASKS = re.compile(r"(?:om|huruvida|whether|if|how|hur|vem|vilken|vilka|which|who)\b")
_UNTOLD = re.compile(
    r"\b(?:framgår|framgick|vet|visste|svar\w*|räkna\w*|besked|uppgift\w*|redovis\w*|klar\w*|säga"
    r"|known?|knew|told|tell|say|stated?|seen?|asked|answer\w*|checked|certain|evident|shown?"
    r"|established|recorded|documented|undersökt\w*|frågat|sett|dokumentera\w*|kontrollera\w*)\b"
)


def asks(passage: Passage, draft: Draft) -> bool:
    """Does the sentence open as an indirect question that nobody answers?"""
    if not _ASKS.match(passage.lower) or draft.stance or draft.default:
        return False
    last = max((end for _, end in draft.anchors), default=draft.start)
    untold = [hit for hit in passage.of("cue") if hit.rule.name == DENY and hit.start >= last]
    return bool(untold) and bool(_UNTOLD.search(passage.view.lower, last, passage.end))


_IF = re.compile(r"(?:if|in case|in the event (?:that|of)|should|om|ifall|i händelse av)\b")


def supposed(passage: Passage, draft: Draft) -> bool:
    """ "If the product contains phthalates, ...": of what might be in it nothing is told."""
    if not draft.topic.startswith(("CHEM.", "ORIGIN.")) or not _IF.match(passage.lower):
        return False
    start, end = passage.clauses[0]
    inside = all(start <= first < end for first, _ in draft.anchors)
    return inside and end < passage.end and has_verb(passage.view.lower, start, end)


# "Arrears are to be paid", "list to be updated"; but "said to be held", "are to the left".
_ORDAINED = re.compile(
    r"\b(?:is|are) (?:not )?to (?!the\b|an?\b|our\b|their\b|its\b|this\b|that\b|some\b"
    r"|be found\b|be seen\b|date\b|be had\b)[a-z]{2,}"
    r"|(?:^|(?<=[ |:]))(?P<after>\w+ )?to be (?:\w+ly )?\w+(?:ed|wn|ght|pt|ld|ut|et|ted|en)\b"
    r"|\bneeds? (?:\w+ ){0,4}(?:approval|consent|signature|permission|agreement)\b"
)
# "Children be kept out of production": what is asked for is told without a word of duty.
_WISHED = re.compile(
    r"^(?!.*\b(?:to|will|would|can|cannot|could|may|might|must|shall|should|let|can't"
    r"|not) (?:\w+ ){0,3}be\b)"
    r".*\bbe (?:\w+ly )?\w{2,}(?:ed|en|pt|de|id|ld|nt)\b"
)
_TO_DO = re.compile(r"\W*to (?!date\b|the\b|our\b|a\b)[a-z]{3,} ")
_HEARSAY = re.compile(
    r"(?:said|told|found|known|believed|understood|reported|appears?|appeared|seems?|seemed|thought"
    r"|likely|assumed|allowed|asked|out|claimed|alleged|considered|shown|proved|continues?|not) $"
)


def ordained(passage: Passage, draft: Draft) -> bool:
    """ "Noise to be measured again": an infinitive alone is what was agreed on."""
    if not draft.topic.startswith("LAB.") or passage.language != "en":
        return False
    words = passage.view.lower[draft.start : draft.end]
    if " be " in words and _WISHED.search(words):
        return True
    if passage.unit.kind == ITEM and _TO_DO.match(words):
        return True
    if "to " not in words and "need" not in words:  # most have neither, and to search is slow
        return False
    found = _ORDAINED.finditer(passage.view.lower, draft.start, draft.end)
    return any(not _HEARSAY.match(match["after"] or "") for match in found)


_THEY = re.compile(
    r"\b(?:workers?|employees?|applicants?|candidates?|migrants?|women|they|he|she|operators?"
    r"|newcomers?|arbetar\w*|anställda|arbetstagar\w*|sökande|kvinnor\w*|de|hon"
    r"|han)\b[^.;:|]{0,40}$"
)
_BURDENS = frozenset(("LAB.FORCED", "LAB.FEES", "LAB.DISCRIMINATION"))
_KEPT_FROM = frozenset(("LAB.FORCED", "LAB.DISCRIMINATION", "LAB.UNION", "LAB.HOURS"))


def burdens(passage: Passage, duty: Hit, draft: Draft) -> bool:
    """ "Applicants must present a pregnancy test": what workers have to bear is there, no rule."""
    if passage.prescribes or draft.topic not in _BURDENS or draft.tone != "bad":
        return False
    lower = passage.view.lower
    word = lower[duty.start : duty.end]
    if word in _NEEDED and _TESTS.search(lower, draft.start, duty.start):
        return True
    if word in _DEMANDS and _DOERS.search(lower, draft.start, duty.start):
        return True
    if word not in _MUST or lower.startswith(_FOR_THEM, duty.end):
        return False
    return bool(_THEY.search(passage.view.lower, draft.start, duty.start))


def bars(passage: Passage, duty: Hit, draft: Draft) -> bool:
    """ "Migrants may not join", "de får inte lämna gården": of a group, what it is kept from.

    A passive protects ("may not be dismissed", "får inte sägas upp"), but for a vote that one is
    kept out of.
    """
    lower = passage.view.lower
    if lower[duty.start : duty.end] not in _BARRING or passage.prescribes:
        return False
    if draft.topic not in _KEPT_FROM:
        return False
    if duty.start - draft.start <= 1 or _OTHERS.search(lower, draft.start, duty.start):
        return False
    if draft.topic == "LAB.FORCED" and not _MOVING.search(lower, duty.end, draft.end):
        return False
    if draft.topic == "LAB.DISCRIMINATION" and _BANNED.match(lower, duty.start):
        return False  # "Trakasserier är förbjudna": the ill is, and nobody is kept from anything
    return not _PROTECTS.match(lower, duty.end)


_BANNED = re.compile(r"(?:är )?förbju\w+(?! (?:att|för|från)\b)")
_MOVING = re.compile(
    r"\b(?:leave|go|quit|resign|move|receive|use|keep|own|contact|call|lämna|gå|sluta|resa|flytta|ha"
    r"|äga|ta emot|använda|kontakta|ringa)\b"
)
_BARRING = frozenset(
    ("may not", "får inte", "inte får", "får ej", "ej får", "får aldrig", "are not allowed",
     "is not allowed", "is not permitted", "are not permitted", "är inte tillåtet",
     "inte tillåtet", "förbjuds", "är förbjudet", "är förbjudna")
)  # fmt: skip
# Those whom a rule of ours binds: what they may not do is a rule.
_OTHERS = re.compile(
    r"\b(?:suppliers?|employers?|agenc\w+|agents?|guards?|manag\w+|we|factor\w+|sites?|compan\w+"
    r"|leverantör\w*|arbetsgivar\w*|byrå\w*|förmedlar\w*|vakter\w*|chef\w*|vi|fabrik\w*|företag\w*"
    r"|man|ingen|nobody|no one|children|barn|minors?|under)\b"
)
_PROTECTS = re.compile(
    r" (?:be (?!elected|chosen|nominated|members?|promoted)|(?!väljas\b|finnas\b)\w{3,}s\b"
    r"|(?:anv\w+|påverka|styra|vara lägre|understiga)\b)"
)
# What is asked of workers themselves: "Pregnancy tests are required at hiring".
_TESTS = re.compile(r"(?:\btests?|test\w*|\bdeposit\w*|\bdeposition\w*|avgift\w*|\bfees?) $")
_DEMANDS = frozenset(("kräver", "krävde", "krävt", "har krävt", "demands"))
_DOERS = re.compile(
    r"\b(?:förm[aä]n\w*|chef\w*|agent\w*|förmedlar\w*|väktar\w*|mellanh\w+|arbetsledar\w*"
    r"|foreman|foremen|supervisors?|recruiters?|brokers?|guards?)\b"
)
_FOR_THEM = (" report", " be ", " know", " vara ", " anmäla")
_MUST = frozenset(("must", "have to", "has to", "måste", "are required to", "is required to"))
_SAID_TO_HAVE = re.compile(r"\bska ha \w{3,}(?:ats|its|at|it)\b")
_ONLY = re.compile(r"\bonly\b.{0,60}\bmay be\b|\bmay (?:only|no longer) be\b")
_NEEDED = frozenset(
    ("is required", "are required", "krävs", "kravet", "förväntas", "is compulsory")
)
_MAY = re.compile(
    r"\bfår\b.{0,60}\b(?:hjälpa|göras|hållas|uppgå|anställas|anlitas|förekomma|användas"
    r"|diskrimineras"
    r"|understiga|överstiga"
    r"|utföra|utföras|ske|tas ut|läggas ut|behandlas|straffas|tillämpas|hindras|sys|arbeta)\b"
)


def reported(passage: Passage, draft: Draft) -> bool:
    """ "Förskott ska ha dragits av": hearsay, no duty."""
    return bool(_SAID_TO_HAVE.search(passage.view.lower, draft.start, draft.end))


def allowed(passage: Passage, draft: Draft) -> bool:
    """ "Övertiden får uppgå till": a permission is a rule."""
    words = _MAY if passage.language == "sv" else _ONLY
    found = words.search(passage.view.lower, draft.start, draft.end)
    lawful = draft.topic.startswith("LAB.") and PERMISSION.search(
        passage.view.lower, draft.start, draft.end
    )
    return bool(found or lawful)


_TAKEN = re.compile(r"accept|tillåt|godta")
_OUT = frozenset(("cue.gone", "cue.avoids"))


def ruled_out(passage: Passage, draft: Draft, denials: list[Hit]) -> bool:
    """ "Tea from Myanmar is excluded": what a policy keeps out of what is bought is a rule."""
    if not draft.topic.startswith(("ORIGIN.", "CHEM.")) or not passage.prescribes:
        return False
    if any(_NOT_BOUGHT.search(passage.view.lower, draft.start, cue.end + 12) for cue in denials):
        return True
    return draft.topic.startswith("ORIGIN.") and any(cue.rule.id in _OUT for cue in denials)


# "We do not buy lamps with mercury", "lim med n-hexan köps inte in"
_NOT_BOUGHT = re.compile(
    r"\b(?:köps|köper vi|beställs|upphandlas|godtas|accepteras) (?:inte|ej|aldrig)\b"
    r"|\b(?:do|does) not (?:buy|purchase|order|accept|source)\b|\bköper (?:inte|ej|aldrig)\b"
    r"|\b(?:is|are) not (?:bought|purchased|ordered|accepted|permitted|allowed)\b"
)


def unneeded(passage: Passage, duty: Hit, denials: list[Hit], draft: Draft) -> bool:
    """ "No deposits are required", "they are not required to": there is no such duty.

    Outside a policy "we accept no such cotton" tells what is bought, and binds nobody.
    """
    bought = draft.topic.startswith("ORIGIN.") and not passage.prescribes
    if bought and _TAKEN.search(passage.view.lower, duty.start, duty.end):
        return True
    word = passage.view.lower[duty.start : duty.end]
    if word == "required to":
        return any(0 <= duty.start - denial.end <= 2 for denial in denials)
    if word.startswith("policy"):
        return any(denial.rule.id in ("cue.no", "cue.lack", "cue.lackl") for denial in denials)
    if word not in _NEEDED:
        return False
    return any(
        denial.end <= duty.start
        if denial.rule.id == "cue.no"
        else 0 <= denial.start - duty.end <= 2
        for denial in denials
    )


_PERMITS = re.compile(
    r"\b(?:får|may|should)\b(?! (?:de|vi|contain|be present|have|occur|carry))"
    r"|\bis (?:allowed|permitted) to\b(?! (?:leave|go|resign|quit|join))"
)


def forbids(passage: Passage, denials: list[Hit]) -> bool:
    """ "Ingen får sägas upp", "nothing may be placed": a denial before a permission is a rule."""
    return any(
        denial.rule.id in ("cue.no", "cue.neither") or denial.end - denial.start > 6
        for denial in denials
        if _PERMITS.search(passage.view.lower, denial.end, min(passage.end, denial.end + 120))
        and denial.rule.id in ("cue.no", "cue.not", "cue.neither")
    )


def comes_after(passage: Passage, duty: Hit, draft: Draft) -> bool:
    """Is the duty of a later clause than what was heard ("Fees were paid, which must end")?"""
    if draft.anchors or passage.unit.cells:
        return False
    told = [c for c in passage.clauses if c[0] < draft.end and c[1] > draft.start]
    first = next((c for c in told if has_verb(passage.view.lower, *c)), None)
    return first is not None and duty.start >= first[1]


_POSSIBLY = (" have", " occur", " contain", " exist", " arise")


def permits(passage: Passage, doubt: Hit, draft: Draft) -> bool:
    """Does "may" permit, as in a code, and not doubt?"""
    if draft.topic.startswith("LAB.") and PERMISSION.match(passage.view.lower, doubt.start):
        return True
    if not passage.prescribes or doubt.rule.id != "cue.may" or not draft.topic.startswith("LAB."):
        return False
    lower = passage.view.lower
    may = lower.startswith(("may ", "kan "), doubt.start)
    return may and not lower.startswith(_POSSIBLY, doubt.start + 3)
