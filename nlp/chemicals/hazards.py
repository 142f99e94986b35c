"""Hazard statements by their code, and hazard classes in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.chemicals import effects, elsewhere
from nlp.chemicals.classes import (
    bearing_of,
    category_of,
    code_of,
    in_short,
    short_class,
    ungiven,
)
from nlp.chemicals.codes import is_of_goods
from nlp.chemicals.fields import MAY_HARM, PACK, answered, boxed, tells_nothing, untried
from nlp.chemicals.things import spelt
from nlp.layout.lines import HEADING, ROW
from nlp.layout.sections import COMPOSITION, FINDINGS, HAZARDS
from nlp.matching import Hit
from nlp.passages import Draft, Passage

# Not EUH210 and EUH401, by which a sheet and instructions are announced and no hazard.
_CODE = re.compile(r"\b((?!EUH(?:210|401))EUH\d{3}|H[2-4]\d{2})[A-Za-z]{0,2}\b(?:\(\d[A-C]?\))?")
_PRECAUTION = re.compile(r"p\d{3}")
_OLD = re.compile(
    r"(?:xi|xn|t\+?|f\+?|[cneo])(?: ?[;,] ?r\d\d|\s+- [^\W\d]{4,})|r\d\d(?:/\d\d)*\b.{4}"
    r"|classification\b.*\br\d\d|indication of danger\b.{3}"
    r"|klassificering\b.*\br\d\d"
)
_CAUSE = re.compile(r"\bif\b|\bvid\b.*\bkontakta\b")


def read(passage: Passage) -> Iterator[Draft]:
    """Coded statements anywhere but in glossaries; words of hazard in running text."""
    if passage.taught or _PRECAUTION.match(passage.lower) or elsewhere.spells_out(passage):
        return
    if given := [*boxed(passage), *answered(passage)]:
        yield from given
        return
    if bare := list(_unclassed(passage)):
        yield from bare
    told = list(effects.told(passage))
    if not told and tells_nothing(passage):
        return
    found = _CODE.finditer(passage.view.text, passage.start, passage.end)
    asked = elsewhere.asked_to(passage)
    told_by = (code for code in found if code.start() >= asked)
    codes = [
        code
        for code in told_by
        if not is_of_goods(passage, *code.span()) and not elsewhere.unticked(passage, code.start())
    ]
    if codes:
        yield from _coded(passage, codes)
    elif passage.unit.section == HAZARDS and _OLD.match(passage.lower):
        tone = "plain" if re.search(r"flammable|brandfarlig|\br1\d\b", passage.lower) else "bad"
        yield Draft("CHEM.HAZARD", passage.start, passage.end, (), "hazard.old", PACK, tone=tone)
    elif short := list(_short(passage)):
        yield from short
    elif untested := list(untried(passage)):
        yield from untested
    elif not _CAUSE.match(passage.lower):
        yield from _in_words(passage, told)


def _short(passage: Passage) -> Iterator[Draft]:
    """Classes of a sheet that stand without the code of a statement: "Skin Irrit. 2"."""
    if passage.unit.section not in (HAZARDS, COMPOSITION):
        yield from _short_told(passage)
        return
    for start, end, code, bearing in in_short(passage.view.text, passage.start, passage.end):
        yield Draft(
            "CHEM.HAZARD", start, end, ((start, end),), "hazard.short", PACK,
            {"h_code": code} if code else {}, stance="affirmed", bearing=bearing,
        )  # fmt: skip


# "It is Carc. 1B", "classified as Repr. 1B": what leads in to a class in short in running text
_CLASSED = re.compile(
    r"\b(?:is|are|was|were|been|är|var|klass\w+|classif\w+|classed)(?: (?:as|som|in|i|also|även))*"
    r"\W*$|\b(?:and|och|,) $"
)
_BOUNDED = re.compile(
    r"concentration limit|koncentrationsgräns|\bno \w+ (?:is|are)\b|\bif\b|\bom\b"
)


def _short_told(passage: Passage) -> Iterator[Draft]:
    """Classes in short outside a sheet: a cell of its own, or what something is classed as."""
    if passage.asked or passage.prescribes or _BOUNDED.search(passage.lower):
        return
    cells = [a for a, _ in passage.unit.cells]
    done = False
    for start, end, code, bearing in in_short(passage.view.text, passage.start, passage.end):
        first, last = (start, end) if cells else passage.clause_of(start)
        led = _CLASSED.search(passage.view.lower, first, start)
        if start in cells or (not cells and led and (done or led.group()[0] not in ",ao")):
            done = True
            yield Draft(
                "CHEM.HAZARD", first, max(end, last) if not cells else end, ((start, end),),
                "hazard.short", PACK, {"h_code": code} if code else {}, tone="bad",
                stance="affirmed" if cells else "", bearing=bearing if cells else "",
            )  # fmt: skip


# A cell or item by itself that says that no class is given.
_UNCLASSED = re.compile(
    r"\s*(?:[-–—]\s*,?\s*)?(?:not|ej|inte|is not|är inte|är ej) (?:classified|klassa(?:d|t|de)"
    r"|klassificera(?:d|t|de)|märkningspliktig\w*|subject to labelling)"
    r"(?: (?:as hazardous|som farlig\w*|under clp|enligt clp))?[\s.]*"
)


def _unclassed(passage: Passage) -> Iterator[Draft]:
    if passage.unit.kind != ROW or passage.unit.section in FINDINGS:
        return
    for start, end in passage.unit.cells:
        lower = passage.view.lower
        first = max(start, lower.rfind(";", start, end) + 1, lower.rfind(":", start, end) + 1)
        if _UNCLASSED.fullmatch(lower, first, end):
            yield Draft(
                "CHEM.HAZARD", start if lower[first - 1] == ":" else first, end, (),
                "hazard.unclassed", PACK, stance="denied", bearing="support",
            )  # fmt: skip


def _in_words(passage: Passage, told: list[Draft]) -> Iterator[Draft]:
    """Harm told without a code: in words of the sheet's own, of a statement, or of a class."""
    yield from told
    if stated := None if told else effects.statement(passage):
        yield stated
    elif passage.unit.kind == ROW or _categorised(passage):
        yield from _rated(passage) if not told else ()
    elif not passage.asked or _stated(passage):
        yield from _beside(passage, told)


def _beside(passage: Passage, told: list[Draft]) -> Iterator[Draft]:
    """Harm in the clauses that say it in other words than those `told`, whose "not" is theirs."""
    for draft in _worded(passage):
        start, end = draft.start, draft.end
        if any(start < one.end and one.start < end for one in told):
            continue
        own = any(hit.rule.kind == "cue" for hit in passage.within(start, end))
        plain = told and not own and not draft.stance
        yield replace(draft, stance="affirmed") if plain else draft


def _stated(passage: Passage) -> bool:
    """A line without a verb of ours that is the wording of a statement all the same."""
    heads = passage.unit.kind == HEADING and _WORDING.match(passage.lower)
    return bool(heads or _TOUCHED.match(passage.lower))


def _categorised(passage: Passage) -> bool:
    """A line without a verb that gives a class its category: "Eye irritation, category 2"."""
    heads = passage.unit.kind == HEADING and passage.unit.section == HAZARDS
    return heads and bool(category_of(passage.lower))


# "Contact with skin may cause ...": what it does, where "Contact the maker" bids.
_TOUCHED = re.compile(r"contact with [^.;:]{3,40} (?:may|can|could|causes?) ")
_WORDING = re.compile(
    r"(?:causes|may (?:cause|damage|be corr)|suspected of|(?:very )?toxic to|harmful (?:to|if)"
    r"|fatal|orsakar|kan (?:orsaka|skada)|misstänks|(?:mycket )?giftigt|skadligt|dödligt) "
)


def _coded(passage: Passage, codes: list[re.Match[str]]) -> Iterator[Draft]:
    text, done = passage.view.text, passage.start
    for code in codes:
        start, end = code.span()
        named = short_class().search(text, done, start)
        if named:
            start = named.start()
        if code.start() - passage.start < 3 and len(codes) == 1:  # "H314 Causes severe burns"
            end = passage.end
        done = code.end()
        yield Draft(
            "CHEM.HAZARD", start, end, (code.span(),), "hazard.code", PACK, {"h_code": code[1]},
            stance="affirmed", bearing=bearing_of(code[1]),
        )  # fmt: skip


def _worded(passage: Passage) -> Iterator[Draft]:
    groups = [(hit.start, hit.end) for hit in passage.of("group")]
    done = -1
    for hit in passage.of("hazard"):
        start, end = _span(passage, hit)
        if start < done or any(a <= hit.start < b for a, b in groups) or not _meant(passage, hit):
            continue
        done = end
        words = passage.view.lower[start:end]
        if passage.unit.section == HAZARDS:  # "Acute oral toxicant: Category 4"
            words = passage.view.lower[start : min(passage.end, end + 16)]
        if not (_SUPPLEMENT.match(words) and _after_code(passage)):
            yield _drafted(passage, _telling(passage, hit, end), (start, end), words)


def _telling(passage: Passage, hit: Hit, end: int) -> Hit:
    """The word by which the stance is heard: behind a label, the last that its answer has."""
    _, label = passage.clause_of(hit.start)
    behind = [one for one in passage.of("hazard") if label <= one.start and one.end <= end]
    return behind[-1] if behind else hit


# What follows "EUH208 Contains ..." belongs to it.
_SUPPLEMENT = re.compile(r"may produce an allergic|kan (?:orsaka|ge) en allergisk")


def _after_code(passage: Passage) -> bool:
    return "euh" in passage.view.lower[max(0, passage.start - 80) : passage.start]


# "dyes that may cleave into carcinogenic amines": of what might come of what is told about
_SPLIT = re.compile(r"\b(?:cleav\w*|avspjälk\w*|spjälka\w*|split\w*|bilda\w*)\b[^.;:]{0,40}$")


def _span(passage: Passage, hit: Hit) -> tuple[int, int]:
    """The clause of a hazard; with the next where a label's colon divides the two."""
    start, end = passage.clause_of(hit.start)
    if passage.view.text[end : end + 1] == ":" and end - start < _LABEL:
        following = (clause for clause in passage.clauses if clause[0] >= end)
        end = next(following, (start, end))[1]
    return start, end


_LABEL = 40  # characters of a label: "Germ cell mutagenicity"


def _drafted(passage: Passage, hit: Hit, span: tuple[int, int], words: str) -> Draft:
    code, stance, bearing = code_of(words), "", ""
    # "may cause" is a statement's own wording, no doubt of the writer's
    if code and (not passage.of("cue") or _STATEMENT.search(words)):
        stance = "affirmed"
    if _ABSOLUTE.search(words):
        stance, bearing = "denied", "neutral"
    elif _NONE_NAMED.search(words) or _UNMET.search(words):
        stance, bearing, code = "denied", "support", ungiven(words)
    elif _UNSTUDIED.search(words) or (passage.unit.section and _UNKNOWN.search(words)):
        stance, bearing, code = "hedged", "neutral", ""
    elif MAY_HARM.search(words) and not (code and _OPENS.search(words)):
        stance, bearing, code = "hedged", "risk", ""
    if stance != "affirmed" and not bearing:
        code = ungiven(words)
    if stance == "affirmed":
        bearing = bearing_of(code)
    return Draft(
        "CHEM.HAZARD", *span, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack,
        {"h_code": code} if code else {}, tone=hit.rule.tone, stance=stance, bearing=bearing,
    )  # fmt: skip


_STATEMENT = re.compile(
    r"misstänks|suspected of|(?:may|can) (?:cause|produce|sensiti[sz]e|be corrosive)"
    r"|kan (?:orsaka|ge|framkalla|utlösa)"
)
_ABSOLUTE = re.compile(
    r"\bnon-?toxic|non-hazardous|giftfri|\bofarlig|harmlös|harmless|zero toxins|free of toxins"
    r"|(?:entirely|completely|totally) safe|safe for every|kind to|clean chemistry|chemical-free"
    r"|kemikaliefri|snälla? mot|skonsam mot"
    r"|utan hälsofarliga|fri från (?:skadliga|farliga) kemikalier"
)
# "No component is identified as a possible carcinogen by IARC": the doubt is what IARC sorts by.
_NONE_NAMED = re.compile(
    r"\b(?:no|none of the|inga|inget|ingen av)\b[^.;:]*\b(?:components?|ingredients?|substances?"
    r"|chemicals?|constituents?|\w*ämnen?|komponenter\w*|beståndsdel\w*)\b[^.;:]*"
    r"\b(?:listed|identified|classified|considered|regarded|recogni[sz]ed|klassa\w*|identifiera\w*"
    r"|klassificera\w*|upptagna|betraktas|anses)\b[^.;:]*\b(?:as|som|by|av|in|i)\b"
)
_UNMET = re.compile(
    r"criteria (?:are|is|were) not met|kriterie\w* (?:är|uppfylls) (?:inte|ej)"
    r"|too (?:small|low) to class|når inte upp till|(?:not|ej|inte) (?:klassificera\w*|classified)$"
    r"|\b(?:unclassified|oklassificera\w+)\b"
)
_UNSTUDIED = re.compile(
    r"\bno data\b|\bdata (?:are |is )?(?:not available|missing|lacking)"
    r"|(?:uppgift\w*|data)\b.*\bsaknas"
    r"|(?:not|inte|ej) (?:been )?(?:evaluated|assessed|studied|investigated|undersök\w*|utred\w*"
    r"|utrett\w*|bedömts?|studerat\w*)|of unknown toxicity"
)


_OPENS = re.compile(r"(?:^|: )(?:may|kan) ")  # as the statements of Annex III of CLP do
# Of harm that nobody knows of.
_UNKNOWN = re.compile(r"\bno\b[^.;]* known\b(?! to)|\bno known\b|\binga\b [^.;:]+ kända\b")


def _rated(passage: Passage) -> Iterator[Draft]:
    """Rows of a sheet that rate a hazard: "Carcinogenicity | Category 2", "Fire Hazard | No"."""
    words, span = passage.lower, (passage.start, passage.end)
    named = bool(passage.of("hazard")) and passage.unit.section in FINDINGS | {HAZARDS}
    answered = _ANSWERED.fullmatch(words)
    if code := category_of(words):
        yield Draft(
            "CHEM.HAZARD", *span, (), "hazard.category", PACK, {"h_code": code},
            stance="affirmed", bearing=bearing_of(code),
        )  # fmt: skip
    elif answered:
        present = answered[1] in ("yes", "ja")
        yield Draft(
            "CHEM.HAZARD", *span, (), "hazard.answered", PACK, {}, tone="bad",
            stance="affirmed" if present else "denied", bearing="risk" if present else "support",
        )  # fmt: skip
    elif named and _meant(passage, passage.of("hazard")[-1]):
        # The last word stands in the cell that fills the field, where there are two.
        yield _drafted(passage, passage.of("hazard")[-1], span, words)


def _known_to_state(passage: Passage, hit: Hit) -> bool:
    """Is it what a list of a state is of, when nothing on that list is there?"""
    start, end = passage.clause_of(hit.start)
    words = passage.view.lower[start:end]
    return "state of california" in words and bool(_NONE_OF.search(words))


_NONE_OF = re.compile(r"\b(?:not|no|none|free of)\b")
_ANSWERED = re.compile(r"[a-zåäö ]*\bhazard[\s|]+(yes|no)\W*")


# Acts that are called after what they are against.
_ACT = re.compile(r"[^.;:]{0,24}\b(?:act|release inventory|inventory)\b")


def _meant(passage: Passage, hit: Hit) -> bool:
    if _ACT.match(passage.view.lower, hit.end) or _known_to_state(passage, hit):
        return False
    if elsewhere.of_others(passage, hit):
        return False
    if _SPLIT.search(passage.view.lower[passage.start : hit.start]):
        return False
    if hit.language not in ("any", passage.language):
        return False
    return spelt(hit.rule, passage.view.text[hit.start : hit.end])
