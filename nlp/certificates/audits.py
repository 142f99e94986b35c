"""Audits told by the firm that made them, by their score, or as a figure in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.certificates import details
from nlp.certificates.outsiders import is_of_books
from nlp.certificates.papers import PACK
from nlp.layout.lines import ROW
from nlp.passages import Draft, Passage

_HIGH, _LOW = 85, 50  # per cent: where the best and the worst band of scored assessments begin
_AUDIT = r"(?:audit|inspect|assess|revision|revider|gransk|inspekt|besikt)\w*"
_BY = r"(?:by|from|through|with|av|från|genom|via)"
_DID = (
    r"(?:carried out|conducted|completed|performed|made|did|has|have|utförde|genomförde|gjorde|har)"
)


def read(passage: Passage) -> Iterator[Draft]:
    """A draft of what an assessment scored, or of an audit made by a firm of auditors."""
    if score := scored(passage):
        yield _score(passage, score)
    elif _is_by_auditor(passage):
        span = (passage.start, passage.end)
        yield Draft("CERT", *span, (span,), "cert.auditor", PACK, details.read(passage))


def told(passage: Passage) -> bool:
    """Does a line tell an audit by its score, or by its grade and its day?"""
    return scored(passage) is not None or dated(passage)


def dated(passage: Passage) -> bool:
    """Is it a short line of an audit's paper that tells a grade and its day?"""
    if passage.unit.kind == ROW or len(passage.words.split()) > _SHORT:
        return False
    if "standard" in passage.kinds or not details.grade(passage):
        return False
    return bool(details.days(passage) and details.audit_near(passage))


_SHORT = 8  # words of such a line: "Result B, 11 July 2023"


def _score(passage: Passage, score: re.Match[str]) -> Draft:
    span = passage.start + score.start(), passage.start + score.end()
    standard, points = details.standard_near(passage), int(next(filter(None, score.groups())))
    value = details.read(passage, span) | {"grade": f"{points}%"}
    bearing = "support" if points >= _HIGH else "risk" if points <= _LOW else "neutral"
    if "valid_from" in value:
        bearing = "neutral"  # an audit before this one backs nothing today
    return Draft(
        "CERT", *span, (span,), "cert.score", PACK,
        value | ({"standard": standard} if standard else {}), stance="affirmed", bearing=bearing,
    )  # fmt: skip


def scored(passage: Passage) -> re.Match[str] | None:
    """The score in per cent of the whole or of an audited area, on a line of its own."""
    if passage.unit.kind == ROW or "%" not in passage.lower:
        return None
    if whole := _SCORE.match(passage.lower):
        return whole
    area = _AREA_SCORE.search(passage.lower)
    return area if area and _AUDITED_HERE.search(passage.view.lower) else None


_SCORE = re.compile(
    r"(?:(?:overall|total|facility|factory|site|audit|assessment|social|final) )+"
    r"(?:score|rating|result)\s*:\s*(1?\d\d)(?:[.,]\d+)? ?%"
    r"|(?:last|previous|initial) (?:\w+ )?audit\s*:[^.;|%]{6,24}\((1?\d\d) ?%\)"
)
# "Wages & Hours 86% - - 1 - -": an area, its score and how many findings of each weight.
_AREA_SCORE = re.compile(
    r"\b(?:overall|labou?r|wages(?: (?:&|and) (?:working )?hours)?|working hours"
    r"|health (?:&|and) safety|child labou?r|forced labou?r|freedom of association|discrimination"
    r"|working conditions)\s+(1?\d\d) ?%(?:[ \t]+(?:-|\d{1,3})(?!\S))+"
)
_AUDITED_HERE = re.compile(r"\b(?:audit|assessment)")


def _is_by_auditor(passage: Passage) -> bool:
    """ "audited by Bureau Veritas", "SGS carried out an audit", "a rating from Intertek"."""
    if "auditor" not in passage.manners or is_of_books(passage):
        return False
    lower = passage.view.lower
    return any(
        _MADE_BY.search(lower, passage.start, firm.start)
        or _MAKES.match(lower, firm.end, passage.end)
        for firm in passage.of("manner")
        if firm.rule.name == "auditor"
    )


_MADE_BY = re.compile(rf"\b(?:{_AUDIT}|rating|betyg)\b[^.;:]{{0,50}}\b{_BY} (?:the |firman )?$")
_MAKES = re.compile(rf",? (?:which |who |som )?{_DID} (?:\w+ ){{0,3}}{_AUDIT}")


def counted(passage: Passage) -> Iterator[Draft]:
    """A row that tells how many audits were made, or what share of the makers has one."""
    text, cells = passage.view.text, [cell for cell in passage.unit.cells if cell[1] > cell[0]]
    asked = next((i for i, cell in enumerate(cells) if _COUNT.match(text, *cell)), -1)
    if asked < 0 or is_of_books(passage):
        return
    figures = [cell for cell in cells[asked + 1 :] if _FIGURE.fullmatch(text, *cell)]
    if figures:
        start, end = cells[asked][0], figures[-1][1]
        valid = _VALID.search(text, *cells[asked])
        yield Draft(
            "CERT", start, end, ((start, end),), "cert.counted", PACK, {}, stance="affirmed",
            bearing="support" if valid else "",
        )  # fmt: skip


_COUNT = re.compile(
    r"(?i)(?!.*\b(?:training|trained|attended|workers|employees|auditors|hours|utbild\w*|anställda"
    r"|arbetare|timmar|carbon|climate|energy|financial)\b)"
    r"(?=.*(?:\b(?:number|share|percentage|proportion|total|antal|andel)\b|[#%]|audited))"
    r".*\b(?:audits?|audited|(?:fabriks)?revisioner|reviderade|granskningar|social revision)\b"
)
_VALID = re.compile(r"(?i)\b(?:valid|giltig)")
_FIGURE = re.compile(r"[\d\s.,]+ ?(?:%|per ?cent|procent)?")
