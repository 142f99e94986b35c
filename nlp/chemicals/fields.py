"""Fields of a safety data sheet that tell of hazards: empty, crossed, or of what nobody tried."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.chemicals.classes import code_of
from nlp.chemicals.lists import NOT_LISTED
from nlp.layout.lines import ROW
from nlp.layout.sections import COMPOSITION, FINDINGS, HAZARDS, REGULATIONS
from nlp.passages import Draft, Passage
from nlp.statements import states

PACK = "chemicals"
TOLD = FINDINGS | {HAZARDS, COMPOSITION, REGULATIONS}  # sections that tell of hazards
_HEADED = FINDINGS | {REGULATIONS}  # those in which a class by itself only heads what follows
# Such as "Carcinogenicity: no data available" and "Mutagenicity: (duration, species, dose)".
_EMPTY = re.compile(
    r"[^:|.\t]{3,60}?(?:[:|\s]+(?:(?:no|inga?|ingen) (?:further )?(?:relevant )?"
    r"(?:data|information|uppgift(?:er)?)\b(?: (?:is |are |är |finns )?(?:available|found|known"
    r"|tillgänglig\w*|att tillgå))?"
    r"|(?:not|ej|inte) (?:available|determined|applicable|established|tillgänglig\w*|fastställ\w*"
    r"|tillämplig\w*|bestäm\w*)|(?:data|uppgift(?:er)?|information) saknas|n\.?/?a\.?)|:\s*\(.*)\W*"
)
# Of trials on animals: "Embryo development | Rat | Oral | 6 mg/kg/day | NOAEL | Teratogenic"
_TRIAL = re.compile(r"\b(?:ld|lc|ec|ic)\W?50\b|\b(?:no|lo)[ae]{0,2}[ce]?l\b|mg/kg[ /](?:bw/)?d")
_NOTHING_UNKNOWN = re.compile(r"(?<![\d.,])0 ?% (?:of|av)\b")
_RESULTS = re.compile(r"(?:results? of|resultat(?:et)? av) [^:.]*$")
_TITLE = 7  # words that only head what follows
# Words of a statement, which say something without any verb.
_STATEMENT = re.compile(
    r"\b(?:causes?|may|toxic (?:to|if|for)|harmful|suspected|irritating|corrosive|orsakar?|kan"
    r"|giftig\w*|skadlig\w*|misstänks|irriter\w+|frätande|allergi\w*|cancerframkallande)\b"
)
# Harm to some that is none of the statements of Annex III of CLP.
MAY_HARM = re.compile(
    r"\bpossible\b|\bmöjlig\b|\bcontact [^.;:]+ (?:may|can"
    r"|could) cause (?:an )?allergic reactions?|\b(?:may|can|could|might|kan)\b[^.;:]*"
    r"\b(?:be (?:harmful|irritating|affected)|irritation|irritera\w*|vara (?:skadlig\w*"
    r"|irriterande)"
    r"|(?:cause|produce|result in|lead to|present|give|occur|orsaka|ge|leda till|medföra|uppstå)\b"
    r"[^.;:]*\b(?:headaches?|nausea|vomiting|dizziness|drowsiness|diarrh\w+|dermatitis|fever"
    r"|burns?|burning|adverse|discomfort|injur(?:y|ies)|hazard|redness"
    r"|huvudvärk|illamående|kräkning\w*|yrsel|dåsighet|diarré\w*|eksem|brännskad\w*|skador"
    r"|rodnad|obehag|sveda))\b"
    r"|\b(?:headaches?|nausea|dizziness|vomiting|huvudvärk|illamående|yrsel)\b[^.;:]*"
    r"\b(?:may|can|could|might|kan) (?:also |även |också )?(?:occur|uppstå|förekomma)\b"
)
# "The toxicological properties have not been investigated", "No sensitisation studies were made"
_UNTRIED = re.compile(
    r"(?:toxi\w+|health|hazard\w*|\w*ecolog\w+|environmental|sensiti[sz]ation|irritan\w+|mixture"
    r"|hälso\w*|faro\w*|\w*ekolog\w+|miljö\w*|sensibilisering\w*|irritation\w*|blandningen)\b.*"
    r"(?:(?:not|never|inte|ej|aldrig)\b(?: \w+){0,3} (?:tested|investigated|evaluated|studied"
    r"|testa\w*|undersök\w*|utvärder\w*|studera\w*|prova\w*))"
    r"|\b(?:no|inga)\b.*\b(?:stud(?:y|ies)|research|tests?|studier|undersökning\w*|försök)\b.*"
    r"\b(?:performed|conducted|made|done|carried out|gjorts|utförts|genomförts|gjorda)\b"
)
# The hazard categories of SARA 311 and 312 (40 CFR 370), each with a box.
_BOXED = re.compile(
    r"(?P<health>(?:acute|chronic|immediate|delayed)(?: \(\w+\))?(?: health)?)?(?:fire|reactiv\w+"
    r"|sudden release of pressure)?(?: hazard)?\s?\[ ?x ?\]"
)
# "Acute Health Hazard N", "Fire: No; Reactivity: Yes": the same categories, answered.
_ANSWERED = re.compile(
    r"(?:^|(?<=[;,|\n]))\s*(?P<told>(?:(?P<health>(?:acute|chronic|immediate|delayed)"
    r"(?: \(\w+\))? health)|fire|reactiv(?:e|ity)|sudden release of pressure)"
    r"(?: hazard| effects)?\s*[:;|]?\s*(?P<answer>yes|no|y|n))(?=\s*(?:[;,.|\n]|$))"
)


def tells_nothing(passage: Passage) -> bool:
    """A field without an answer, a trial on animals, or an entry of a list, which tells its own."""
    lower, section = passage.lower, passage.unit.section
    if _NOTHING_UNKNOWN.search(lower) or (passage.unit.kind == ROW and _TRIAL.search(lower)):
        return True
    if section in FINDINGS | {HAZARDS} and _EMPTY.fullmatch(lower):
        return True
    if section in _HEADED | {HAZARDS} and _is_label(passage):
        return section in _HEADED or lower.endswith(":")
    return section != COMPOSITION and bool(NOT_LISTED.search(lower))


def _is_label(passage: Passage) -> bool:
    """ "Primary irritant effect:", "Carcinogenic categories": it names a field and fills none."""
    words = passage.lower.rstrip(" :")
    if _RESULTS.match(words):
        return True
    if passage.unit.kind == ROW or words.endswith(".") or len(words.split()) > _TITLE:
        return False
    filled = re.search(r"[:\d\t]| - ", words) or _STATEMENT.search(words)
    return not filled and not states(passage, passage.start, passage.end)


def untried(passage: Passage) -> Iterator[Draft]:
    """A sheet's own words that nobody has tried whether its product does harm, or that it may."""
    if passage.unit.section not in TOLD:
        return
    clauses = [clause for clause in passage.clauses if _is_untried(passage, *clause)]
    whole = (passage.start, passage.end)
    for start, end in clauses or ([whole] if _is_untried(passage, *whole) else []):
        yield Draft(
            "CHEM.HAZARD", start, end, (), "hazard.untried", PACK, stance="hedged",
            bearing="risk" if _may_harm(passage, start, end) else "neutral",
        )  # fmt: skip


def _is_untried(passage: Passage, start: int, end: int) -> bool:
    words = passage.view.lower[start:end]
    return bool(_UNTRIED.search(words)) or _may_harm(passage, start, end)


def _may_harm(passage: Passage, start: int, end: int) -> bool:
    """Do words that none of the packs' classes are known by say that harm may come?"""
    words = passage.view.lower[start:end]
    named = any(hit.rule.kind == "hazard" for hit in passage.within(start, end))
    return not named and bool(MAY_HARM.search(words)) and not code_of(words)


def boxed(passage: Passage) -> Iterator[Draft]:
    """Each category with a cross: "Fire [X] | Acute health [X]"."""
    for start, end in passage.unit.cells:
        found = _BOXED.fullmatch(passage.view.lower, start, end)
        # A cross by itself is an answer to any question, but where a sheet tells of these.
        if found and (found.group()[0] != "[" or passage.unit.section == REGULATIONS):
            yield Draft(
                "CHEM.HAZARD", start, end, (), "hazard.boxed", PACK, stance="affirmed",
                bearing="risk" if found["health"] else "neutral",
            )  # fmt: skip


def answered(passage: Passage) -> Iterator[Draft]:
    """Each of those categories with its answer in words: "Acute health: Yes; Fire: No"."""
    if passage.unit.section != REGULATIONS:
        return
    for found in _ANSWERED.finditer(passage.lower):
        first, last = (passage.start + at for at in found.span("told"))
        present = found["answer"][0] == "y"
        yield Draft(
            "CHEM.HAZARD", first, last, (), "hazard.answered", PACK,
            stance="affirmed" if present else "denied",
            bearing="support" if not present else "risk" if found["health"] else "neutral",
        )  # fmt: skip
