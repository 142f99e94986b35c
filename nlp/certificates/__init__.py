"""Claims about certificates, licences, audits and test reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.certificates import audits, details, outsiders, papers
from nlp.certificates.held import ANSWERED, is_held, standards_of
from nlp.certificates.papers import PACK
from nlp.certificates.standing import LAPSED, standing
from nlp.layout.lines import HEADING, ROW
from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.verbs import has_predicate

_REPORT = re.compile(
    r"\b(?:provningsrapport|testrapport|analysrapport|test report|report reference|report|rapport"
    r"|certificate no|certificate number|certifikat)\b",
    re.IGNORECASE,
)
_PENDING = re.compile(r"\bsökt\b|applied|ansökt|pending|certif|giltig|valid|licen[cs]")
_NO_AUDIT = re.compile(
    r"(?:ej|inte|inte ännu|aldrig) (?:reviderad|certifierad|granskad|gjord)|ingen(?: revision)?"
    r"|inga certifikat|not (?:yet )?audited|no audit|no certificate|not certified|never audited"
    r"|none(?: made| done| yet)?|saknas"
)
_AUDIT_COLUMN = re.compile(r"revision|audit|certifi|standard|granskning")


_BY_WHOM = frozenset(("outsider", "auditor"))


def read(passage: Passage) -> Iterator[Draft]:
    """Standards held or not, test reports with number and date, grades."""
    named = bool({"cert", "testreport", "auditresult"} & passage.names)
    named = named or "standard" in passage.kinds or bool(_BY_WHOM & passage.manners)
    graded = passage.unit.kind == ROW and _grades(passage)
    told = papers.headed(passage) or papers.graded(passage) or _stated(passage)
    told = told or audits.told(passage) or papers.is_lacking(passage)
    if not (named or passage.unit.header or graded or told):
        return
    lines = list(_lines(passage))
    yield from lines
    if lines or (passage.asked and not told) or passage.taught:
        return
    if passage.unit.kind == ROW:
        yield from _rows(passage)
        return
    standards = standards_of(passage)
    if passage.unit.section and not standards:
        return
    if standards and is_held(passage):
        yield from (_draft(passage, hit, standards) for hit in standards)
    elif not standards:
        yield from list(audits.read(passage)) or list(_unnamed(passage)) or papers.read(passage)


def _stated(passage: Passage) -> bool:
    """A line of a sheet without a full stop, "Skummet bär EU Ecolabel", is no title."""
    if passage.unit.kind != HEADING or "standard" not in passage.kinds:
        return False
    return bool(_STATED.search(passage.lower))


_STATED = re.compile(
    r"\b(?:bär|har|har inte|saknar|carries|bears|holds?|has|lacks|took place"
    r"|is (?:not )?(?:held|certified)|(?:är|are|is) (?:\w+ )?\S*(?:märkt\w*|certifi\w+))\b"
    rf"|{ANSWERED}"
    r"|, (?:\w+ )*(?:report|rapport|sammandrag|undated|odatera\w+|poäng)\b"
)
_YEAR = re.compile(r"[\s:()-]*(?:19|20)?\d{0,2}[\s)]*")
_TERM = re.compile(
    r"(?:valid (?:until|to|through)|expir\w+(?: on| date)?|(?:certifikatet )?gäller (?:till"
    r"|t\.?o\.?m)"
    r"|giltigt? (?:till|t\.?o\.?m)\w*|(?:this )?certificate is valid (?:until|to))\b"
)
_SHORT = 8  # words of a line that tells how long a certificate is valid


def _lines(passage: Passage) -> Iterator[Draft]:
    """Lines of a certificate's own face: the standard alone, and how long it is valid."""
    if not any(hit.rule.name == "cert" for hit in passage.title_hits) or passage.unit.cells:
        return
    standards = standards_of(passage)
    span = (passage.start, passage.end)
    if not _is_face(passage):
        return
    if len(standards) == 1 and standards[0].start == passage.start:
        hit = standards[0]
        if _YEAR.fullmatch(passage.view.lower, hit.end, passage.end):
            value = {"standard": hit.rule.name} | details.around(passage)
            yield Draft("CERT", *span, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack, value)
    elif not standards and len(passage.words.split()) <= _SHORT and _TERM.match(passage.lower):
        days, standard = details.days(passage), details.standard_near(passage)
        if days and standard:
            value = {"standard": standard, "valid_to": days[-1].day.isoformat()}
            yield Draft("CERT", *span, (span,), "cert.term", PACK, value, stance="affirmed")


_FACE = 3  # standards; a page that names more is no certificate but tells of several


def _is_face(passage: Passage) -> bool:
    """Is the page one certificate, and no sheet on which each has its section?"""
    return passage.page_hits is None or len(passage.page_hits.names("standard")) <= _FACE


def _draft(passage: Passage, hit: Hit, standards: list[Hit]) -> Draft:
    value = {"standard": hit.rule.name} | details.read(
        passage, _own_clause(passage, standards, hit)
    )
    if len(standards) == 1:
        value |= {k: v for k, v in details.around(passage).items() if k not in value}
    start, end = passage.start, passage.end
    if len(standards) > 1 and len(passage.clauses) > 1:
        start, end = passage.clause_of(hit.start)
        if not has_predicate(passage.view.lower, start, end):
            start = passage.clause_of(max(passage.start, start - 3))[0]
    stance, bearing = standing(passage.view.lower[start:end])
    if LAPSED.search(passage.lower):
        stance = stance or "affirmed"
    return Draft(
        "CERT", start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack, value,
        tone="good", stance=stance, bearing=bearing,
    )  # fmt: skip


def _own_clause(passage: Passage, standards: list[Hit], hit: Hit) -> tuple[int, int] | None:
    """The clause of one of several standards, where each has its own; None for the whole."""
    places = [passage.clause_of(one.start) for one in standards]
    apart = len(standards) > 1 and len(set(places)) == len(places)
    return passage.clause_of(hit.start) if apart else None


def _unnamed(passage: Passage) -> Iterator[Draft]:
    """A report or certificate that is told by its number and date, without a standard."""
    span = (passage.start, passage.end)
    found = details.keyed_number(passage)
    if found:
        start, end, number = found
        standard = details.standard_near(passage)
        value = {"number": number} | details.around(passage)
        yield Draft(
            "CERT", start, end, (span,), "cert.number", PACK,
            {**({"standard": standard} if standard else {}), **value},
        )  # fmt: skip
    elif (grade := details.grade(passage)) and (
        "auditresult" in passage.names or audits.dated(passage)
    ):
        standard = details.standard_near(passage)
        value = details.dates(passage) | {"grade": grade}
        value |= {"standard": standard} if standard else {}
        yield Draft("CERT", *span, (span,), "cert.grade", PACK, value, stance="affirmed")
    elif told := outsiders.read(passage):
        yield told
    elif {"testreport", "auditresult"} & passage.names and _REPORT.search(passage.words):
        days, number = details.days(passage), details.number(passage)
        if number and days:
            value = {"number": number, "valid_from": days[-1].day.isoformat()}
            yield Draft("CERT", *span, (span,), "cert.report", PACK, value)
        elif days and re.search(r"audit result|expires|gick ut", passage.lower):
            yield from _audit_result(passage, days[-1].day.isoformat())


def _audit_result(passage: Passage, day: str) -> Iterator[Draft]:
    named = [hit.rule.name for hit in passage.title_hits if hit.rule.kind == "standard"]
    value = {"valid_to": day} | ({"standard": named[0]} if named else {})
    span = (passage.start, passage.end)
    yield Draft("CERT", *span, (span,), "cert.audit", PACK, value, stance="affirmed")


# --- rows -----------------------------------------------------------------------------------


def _rows(passage: Passage) -> Iterator[Draft]:
    graded = _graded(passage)
    if graded:
        yield graded
        return
    standards = standards_of(passage)
    if standards:
        yield from _standard_row(passage, standards[0])
        return
    if found := details.keyed_number(passage):
        start, end, number = found
        standard = details.standard_near(passage)
        value = {"number": number} | details.around(passage)
        value |= {"standard": standard} if standard else {}
        yield Draft("CERT", start, end, (), "cert.number", PACK, value)
        return
    if not passage.unit.header and (paper := list(papers.read(passage))):
        yield from paper
        return
    if numbers := list(audits.counted(passage)):
        yield from numbers
        return
    for index, head in enumerate(passage.columns):
        if index < len(passage.unit.cells) and _AUDIT_COLUMN.search(head):
            a, b = passage.unit.cells[index]
            if _NO_AUDIT.fullmatch(passage.view.lower, a, b):
                yield Draft("CERT", a, b, ((a, b),), "cert.none", PACK, {}, stance="denied")


def _grades(passage: Passage) -> bool:
    """Is the row of a sheet of grades, by what stands over it?"""
    over = f"{passage.unit.heading} {' '.join(passage.columns)}".lower()
    if details.audit_near(passage) == "BSCI":
        return True
    return bool(re.search(r"rating|betyg|grade", over))


def _graded(passage: Passage) -> Draft | None:
    """A grade for an area of a social audit: "Fair remuneration | D"."""
    cells = [passage.view.text[a:b] for a, b in passage.unit.cells]
    rated = (i for i, head in enumerate(passage.columns) if re.search(r"rating|betyg|grade", head))
    index = next(rated, -1)
    if index < 0 and _grades(passage):
        index = len(cells) - 1
    if not 0 < index < len(cells):
        return None
    grade = _GRADE.fullmatch(cells[index])
    if grade is None or not papers.AREA.search(" ".join(cells[:index]).lower()):
        return None
    near = details.standard_near(passage)
    return Draft(
        "CERT", passage.start, passage.unit.cells[index][1], (), "cert.grade", PACK,
        {"standard": near or "BSCI", "grade": grade["grade"]}, stance="affirmed",
    )  # fmt: skip


_GRADE = re.compile(rf"{details.EARLIER}(?P<grade>[A-F])")


_RATED = re.compile(r"[a-e]")
_NOT_HELD = re.compile(r"none|no|nej|saknas|inget|ej certifierad|not certified|innehas inte")


def _standard_row(passage: Passage, hit: Hit) -> Iterator[Draft]:
    days = details.days(passage)
    number = details.number(passage)
    answers = [passage.view.lower[a:b] for a, b in passage.unit.cells if a >= hit.end]
    if not (days or number) and any(map(_NOT_HELD.fullmatch, answers)):
        span = (passage.start, passage.end)
        yield Draft(
            "CERT", *span, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack,
            {"standard": hit.rule.name}, stance="denied",
        )  # fmt: skip
        return
    in_audits = _AUDIT_COLUMN.search(details.column_of(passage, hit))
    stance, bearing = standing(passage.lower)
    if not (days or number or stance or in_audits or _PENDING.search(passage.lower)):
        return
    value = {"standard": hit.rule.name} | details.read(passage)
    heads = " ".join(passage.columns)
    if days and re.search(r"giltig|gäller|valid|expir|till\b|until|utgår|t\.?\s?o\.?\s?m", heads):
        value.pop("valid_from", None)
        if len(days) > 1:
            value["valid_from"] = days[0].day.isoformat()
        value["valid_to"] = days[-1].day.isoformat()
    start, end = passage.start, passage.end
    if rated := next(filter(_RATED.fullmatch, answers), ""):
        value.setdefault("grade", rated.upper())
    if in_audits and re.search(r"tillverk|anlägg|fabrik|factory|site|supplier", heads):
        cell = next(c for c in passage.unit.cells if c[0] <= hit.start < c[1])
        own = {"standard": hit.rule.name} | details.read(passage, cell)
        if not {"number", "valid_from", "valid_to"} & (value.keys() - own.keys()):
            start, end, value = *cell, own
    yield Draft(
        "CERT", start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack, value,
        stance="affirmed" if LAPSED.search(passage.lower) else stance, bearing=bearing,
    )  # fmt: skip
