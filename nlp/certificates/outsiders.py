"""Audits told by who makes them, and what is or shall be certified, without a standard."""

from __future__ import annotations

import re

from nlp.certificates.papers import PACK
from nlp.passages import Draft, Passage

_OUTSIDE = r"(?:third[- ]part(?:y|ies)|independent|external)"
_MAKERS = r"(?:suppliers?|vendors?|factor(?:y|ies)|plants?|mills?|farms?|tier|manufacturers?)"
_NO_SCHEME = r"(?! (?:standards?|protocols?|schemes?|program(?:me)?s?|methodolog\w+|committee))"
_THIRD_PARTY = re.compile(
    rf"(?:audited|reviewed|assessed|verified|inspected) by (?:\w+ )?{_OUTSIDE}"
    r"|third[- ]party (?:audit|verif)\w*+"
    rf"{_NO_SCHEME}"
    r"|reviderad\w* av (?:en )?(?:tredje|oberoende)|tredjepartsrevi"
    r"|(?:granska|verifiera|revidera|kontrollera|inspektera)[dts]\w* (?:\w+ )?av (?:en )?"
    r"(?:tredje|oberoende|extern)"
)
# "External auditors visit our suppliers": whoever audits where goods are made.
_AUDITED_THERE = re.compile(
    rf"\b{_OUTSIDE} (?:[\w-]+ ){{0,2}}(?:audit|inspect|assess)\w*+"
    rf"{_NO_SCHEME}"
    rf"[^.;]*\b(?:{_MAKERS}|working conditions)\b"
    rf"|\b{_MAKERS}\b[^.;]*"
    rf"\b{_OUTSIDE} (?:[\w-]+ ){{0,2}}(?:audit|inspect)\w*+"
    rf"{_NO_SCHEME}"
)
# What is audited of a firm's books and systems says nothing of goods and work.
_OF_BOOKS = re.compile(
    r"financial|accounts\b|auditor'?s'? report|sustainability report|internal control|tax"
    r"|cyber|information security|emissions|carbon|climate"
)
# A goal without a standard: "our target is certified raw materials alone".
_PROMISED = re.compile(
    r"\b(?:goals?|aims?|targets?|ambition|commit(?:ted|ment)?|intend|mål\w*|åtar|avser)\b[^.;]{0,90}"
    r"\b(?:certified|certifiera\w+)\b"
)
_NOT_YET = re.compile(
    r"\b(?:not|never|inte|ej|aldrig) (?:\w+ ){0,2}(?:audited|reviewed|assessed|verified|inspected"
    r"|granska\w*|verifiera\w*|revidera\w*)"
)


def read(passage: Passage) -> Draft | None:
    """A promise of certified raw materials, what is certified by nobody named, an outside audit."""
    span = (passage.start, passage.end)
    promise = _PROMISED.search(passage.lower)
    if promise and "rawmaterial" in passage.names and "material" not in passage.kinds:
        clause = passage.clause_of(passage.start + promise.end() - 1)
        return Draft(
            "CERT", *clause, (span,), "cert.promised", PACK, {},
            stance="required", bearing="support",
        )  # fmt: skip
    stated = _IS_CERTIFIED.search(passage.lower)
    if stated and not (is_of_books(passage) or _OF_PAPER.search(passage.lower)):
        lacking = "denied" if _NONE_OF.search(passage.lower, 0, stated.end()) else ""
        return Draft("CERT", *span, (span,), "cert.unnamed", PACK, {}, stance=lacking)
    if not _is_by_outsiders(passage):
        return None
    denied = "denied" if _NOT_YET.search(passage.lower) else ""
    return Draft("CERT", *span, (span,), "cert.third_party", PACK, {}, stance=denied)


def _is_by_outsiders(passage: Passage) -> bool:
    found = _THIRD_PARTY.search(passage.lower)
    if not found and "outsider" in passage.manners:
        found = _AUDITED_THERE.search(passage.lower)
    return bool(found) and not is_of_books(passage)


def is_of_books(passage: Passage) -> bool:
    """Is it a firm's books and systems that are audited, and no making?"""
    return bool(_OF_BOOKS.search(passage.lower))


_WHAT = (
    r"(?:suppliers?|vendors?|factor(?:y|ies)|plants?|mills?|farms?|producers?|manufacturers?"
    r"|production(?: chain)?|cotton|wool|wood|timber|paper|raw materials?|products?|garments?"
    r"|\w*leverantör\w*|\w*fabrik(?:er)?\w*|anläggning\w*|producent\w*|tillverkare\w*|odlare\w*"
    r"|\w*produktion(?:en|skedja\w*)?|\w*råvar\w*|bomull\w*|materialet?|tyg\w*|virket?|plantage\w*"
    r"|gårdar\w*)"
)
_CERTIFIED = r"(?:certified|certifiera(?:d|de|t)|third-party verified)\b"
# "Alla våra fabriker är certifierade", "we only buy from certified farms": by nobody named.
_IS_CERTIFIED = re.compile(
    rf"\b{_WHAT}\b[^.;:]{{0,60}}?\b(?:is|are|was|were|be|been|är|var|blivit|vara)"
    r" (?:(?:[a-z]+ly|also|all|now|not|organic|nu|alla|redan|ekologiskt|inte|ej"
    r"|till \d+ ?%|\d+ ?%) )*"
    rf"{_CERTIFIED}"
    r"|\b(?:use|uses|buy|buys|source|sources|purchase|work|works|cooperate|använder|köper"
    r"|anlitar|arbetar|samarbetar)"
    rf" (?:\w+ ){{0,4}}?(?:certified|certifierade?) (?:[\w-]+ ){{0,2}}?{_WHAT}\b"
)
_OF_PAPER = re.compile(r"\bcertificate\b|\bcertifikatet?\b")
_NONE_OF = re.compile(r"\b(?:none|no|not|never|ingen|inga|inget|inte|ej|aldrig)\b")
