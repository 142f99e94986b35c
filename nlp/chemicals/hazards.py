"""Hazard statements by their code, and hazard classes in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.chemicals.things import spelt
from nlp.lines import ROW
from nlp.matching import Hit
from nlp.passages import Draft, Passage

PACK = "chemicals"
_CODE = re.compile(r"\b(EUH\d{3}|H[2-4]\d{2})[A-Za-z]{0,2}\b(?:\(\d[A-C]?\))?")
_CLASS = re.compile(
    r"(?:Met|Skin|Eye|Acute|Flam|Aquatic|Carc|Muta|Repr|STOT|Resp|Asp|Ox|Self|Water|Expl|Press|Lact"
    r"|Ozone|Org|Pyr|Unst)[\w.]*[^|;\n\t]{0,34}?$"
)
# The code a statement has where its words are given without one (CLP, Annex III).
_WORDS = (
    (r"kan orsaka en allergisk reaktion|may produce an allergic reaction", "EUH208"),
    (r"misstänks (?:kunna )?orsaka cancer|suspected of causing cancer", "H351"),
    (r"kan orsaka cancer|may cause cancer", "H350"),
    (r"genetiska defekter|genetic defects", "H340"),
    (r"hudsensibiliser|allergisk hudreaktion|allergic skin reaction|skin sensiti", "H317"),
    (
        r"very toxic to aquatic life with long|mycket giftigt för vattenlevande organismer med",
        "H410",
    ),
    (r"very toxic to aquatic|mycket giftigt för vattenlevande", "H400"),
    (r"toxic to aquatic life with|giftigt för vattenlevande organismer med", "H411"),
    (r"harmful to aquatic|skadliga långtidseffekter", "H412"),
    (r"skin corros|severe skin burns|allvarliga frätskador", "H314"),
    (r"serious eye damage|allvarliga ögonskador", "H318"),
    (r"eye irritation|ögonirrit", "H319"),
    (r"skin irritation|irriterar huden|hudirrit", "H315"),
    (r"oral toxicant: category 4|harmful if swallowed|skadligt vid förtäring", "H302"),
    (r"inhalation toxicant: category 3|toxic if inhaled", "H331"),
    (r"flammable liquid: category 4|combustible liquid", "H227"),
)
_PRECAUTION = re.compile(r"p\d{3}")
_OLD = re.compile(
    r"r\d\d(?:/\d\d)*\b.{4}|classification\b.*\br\d\d|indication of danger\b.{3}"
    r"|klassificering\b.*\br\d\d"
)
_CAUSE = re.compile(r"\bif\b|\bvid\b.*\bkontakta\b")


def read(passage: Passage) -> Iterator[Draft]:
    """Coded statements anywhere but in glossaries; words of hazard in running text."""
    if passage.taught or _PRECAUTION.match(passage.lower):
        return
    codes = list(_CODE.finditer(passage.view.text, passage.start, passage.end))
    if codes:
        yield from _coded(passage, codes)
    elif passage.unit.section == 2 and _OLD.match(passage.lower):
        tone = "plain" if re.search(r"flammable|brandfarlig|\br1\d\b", passage.lower) else "bad"
        yield Draft("CHEM.HAZARD", passage.start, passage.end, (), "hazard.old", PACK, tone=tone)
    elif not passage.asked and passage.unit.kind != ROW and not _CAUSE.match(passage.lower):
        yield from _worded(passage)


def _coded(passage: Passage, codes: list[re.Match[str]]) -> Iterator[Draft]:
    text, done = passage.view.text, passage.start
    for code in codes:
        start, end = code.span()
        named = _CLASS.search(text, done, start)
        if named:
            start = named.start()
        if code.start() - passage.start < 3 and len(codes) == 1:  # "H314 Causes severe burns"
            end = passage.end
        done = code.end()
        yield Draft(
            "CHEM.HAZARD", start, end, (code.span(),), "hazard.code", PACK, {"h_code": code[1]},
            stance="affirmed",
        )  # fmt: skip


def _worded(passage: Passage) -> Iterator[Draft]:
    groups = [(hit.start, hit.end) for hit in passage.of("group")]
    seen: set[int] = set()
    for hit in passage.of("hazard"):
        start, end = passage.clause_of(hit.start)
        if start in seen or any(a <= hit.start < b for a, b in groups) or not _meant(passage, hit):
            continue
        seen.add(start)
        words = passage.view.lower[start:end]
        if passage.unit.section == 2:  # "Acute oral toxicant: Category 4"
            words = passage.view.lower[start : min(passage.end, end + 16)]
        value = {"h_code": code} if (code := _code_of(words)) else {}
        # "may cause" is a statement's own wording, no doubt of the writer's
        stance = "affirmed" if value and not passage.of("cue") else ""
        if value and re.search(r"misstänks|suspected of|may cause|kan orsaka|may produce", words):
            stance = "affirmed"
        if re.search(r"\bnon-toxic|giftfri", words):
            stance = "denied"
        yield Draft(
            "CHEM.HAZARD", start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack, value,
            tone=hit.rule.tone, stance=stance,
            bearing="neutral" if stance == "denied" else "",
        )  # fmt: skip


def _meant(passage: Passage, hit: Hit) -> bool:
    if hit.language not in ("any", passage.language):
        return False
    return spelt(hit.rule, passage.view.text[hit.start : hit.end])


def _code_of(words: str) -> str:
    return next((code for pattern, code in _WORDS if re.search(pattern, words)), "")
