"""Claims about certificates, licences, audits and test reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp import values
from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.units import ROW

PACK = "certificates 0.1.0"
_NUMBER = re.compile(
    r"(?:\b(?:nr|nummer|no|number|ackrediteringsnummer|certifikatnummer|certifikat"
    r"|certificate|licence|license|licens|rapport|provningsrapport|report"
    r"|reg)\.?:?\s*)?"
    r"(?<![\w.])(?P<number>(?=[\w./-]*\d)(?=[\w./-]*[A-Z./-]"
    r"|\d{4,})[A-Z0-9][A-Z0-9./-]*[A-Z0-9])(?![\w-])"
)
_NAMED_NUMBER = re.compile(
    r"\b(?:nr|nummer|no|number|ackrediteringsnummer|certifikatnummer|licence|license"
    r"|licens)\.?:?\s+(?P<number>[A-Z0-9][\w./-]*\d[\w./-]*)"
)
_GRADE = re.compile(
    r"\b(?:rating|betyg\w*|grade|resultat|result)\s*(?:är|is|av|:"
    r"|gav betyget)?\s*([A-F])\b|\boverall rating ([A-F])\b|betyget ([A-F])\b"
)
_LAPSED = re.compile(r"gick ut|löpte ut|har gått ut|expired|ran out|lapsed|expires|upphörde")


def read(passage: Passage) -> Iterator[Draft]:
    """Standards held or not, test reports with number and date, grades."""
    if passage.asked or passage.taught or passage.unit.section:
        return
    if passage.unit.kind == ROW:
        yield from _rows(passage)
        return
    standards = _distinct(passage.of("standard"))
    if standards and _held(passage):
        yield from (_draft(passage, hit) for hit in standards)
    elif not standards:
        yield from _unnamed(passage)


def _distinct(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not any(hit.rule.name == other.rule.name or hit.start < other.end for other in kept):
            kept.append(hit)
    return kept


def _held(passage: Passage) -> bool:
    """Does the sentence say that somebody has, had or seeks it, and not only name it?"""
    if "certverb" in passage.names:
        return True
    return bool(_number(passage, ()) and list(_days(passage)))


def _days(passage: Passage) -> list[values.Day]:
    return list(values.days(passage.view.text, passage.start, passage.end, near=passage.today))


def _draft(passage: Passage, hit: Hit) -> Draft:
    start, end = _span(passage, hit)
    value = {"standard": hit.rule.name} | _details(passage, hit)
    return Draft("CERT", start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack, value, tone="good",
                 stance="affirmed" if _LAPSED.search(passage.lower) else "")  # fmt: skip


def _span(passage: Passage, hit: Hit) -> tuple[int, int]:
    return passage.start, passage.end


def _details(passage: Passage, hit: Hit) -> dict[str, str]:
    value: dict[str, str] = {}
    number = _number(passage, (hit.start, hit.end))
    if number:
        value["number"] = number
    for day in _days(passage):
        before = passage.view.lower[max(passage.start, day.start - 40) : day.start]
        until = re.search(
            r"giltig\w* (?:till|t)|gäller (?:till|t)|gick ut|löpte ut|löper ut|till och med"
            r"|t\.o\.m|valid (?:until|to|through|till)|until|expire\w*|ran out|lapsed|expiry"
            r"|upphör\w*|out on",
            before,
        )
        value["valid_to" if until else "valid_from"] = day.day.isoformat()
    grade = _GRADE.search(passage.words)
    if grade:
        value["grade"] = next(filter(None, grade.groups()))
    return value


def _number(passage: Passage, standard: tuple[int, ...]) -> str:
    """The certificate's own number: after a word that says so, or the only thing like one."""
    text = passage.words
    named = _NAMED_NUMBER.search(text)
    if named:
        return named["number"].rstrip(".")
    for match in _NUMBER.finditer(text):
        number = match["number"]
        at = passage.start + match.start("number")
        if standard and standard[0] <= at < standard[1]:
            continue
        if re.fullmatch(
            r"(?:19|20)\d\d(?:-\d\d-\d\d)?|\d{4}/\d{2,4}|\d{4,5}|[A-Z]+-?\d{1,2}|ISO.*|IEC.*"
            r"|EN.*|\d+-\d\d-\d",
            number,
        ):
            continue
        return number.rstrip(".")
    return ""


_REPORT = re.compile(
    r"\b(?:provningsrapport|testrapport|analysrapport|test report|report reference"
    r"|report|rapport|certificate no|certifikat)\b",
    re.IGNORECASE,
)


def _unnamed(passage: Passage) -> Iterator[Draft]:
    """A report or certificate that is told by its number and date, without a standard."""
    if not {"testreport", "auditresult"} & passage.names:
        return
    days = _days(passage)
    number = _number(passage, ())
    if not _REPORT.search(passage.words) or not (number and days):
        return
    hit = (passage.start, passage.end)
    yield Draft(
        "CERT",
        *hit,
        (hit,),
        "cert.report",
        PACK,
        {"number": number, "valid_from": days[-1].day.isoformat()},
    )


def _rows(passage: Passage) -> Iterator[Draft]:
    header = [passage.view.lower[a:b] for a, b in passage.unit.header]
    if passage.unit.header == passage.unit.cells:
        return
    cells = [passage.view.text[a:b] for a, b in passage.unit.cells]
    rated = next(
        (i for i, column in enumerate(header) if re.search(r"rating|betyg|grade", column)), -1
    )
    if 0 < rated < len(cells) and re.fullmatch(r"[A-F]", cells[rated]):
        grade = cells[rated]
        title = [hit.rule.name for hit in passage.title_hits if hit.rule.kind == "standard"]
        yield Draft("CERT", passage.start, passage.unit.cells[rated][1], (), "cert.grade", PACK,
                    {"standard": title[0] if title else "BSCI", "grade": grade}, stance="affirmed")  # fmt: skip
        return
    standards = _distinct(passage.of("standard"))
    if not standards:
        return
    dated = _days(passage)
    numbered = _number(passage, (standards[0].start, standards[0].end))
    if dated or numbered or re.search(r"sökt|applied|certif|giltig|valid", passage.lower):
        value = {"standard": standards[0].rule.name} | _details(passage, standards[0])
        if dated and re.search(r"giltig|valid|expir|till\b|until", " ".join(header)):
            value.pop("valid_from", None)
            value["valid_to"] = dated[-1].day.isoformat()
        yield Draft("CERT", passage.start, passage.end, ((standards[0].start, standards[0].end),),
                    standards[0].rule.id, standards[0].rule.pack, value)  # fmt: skip
