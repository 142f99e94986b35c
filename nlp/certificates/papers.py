"""Papers told by what they are and their number: reports, audits, licences without a standard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.certificates import details
from nlp.layout.lines import HEADING, ROW
from nlp.passages import Draft, Passage

PACK = "certificates"
_LONGEST = 24  # words of a line or sentence that identifies a paper
_PAPER_NUMBER = r"(?=[A-Z0-9._/-]*\d)[A-Z0-9](?:[A-Z0-9._/-]*[A-Z0-9])(?![\w-])"
_PAPER = re.compile(
    r"\b(?P<kind>(?:test|lab(?:oratory)?|chamber|isotope|toy safety|safety|emission\w*|inspection"
    r"|provnings?|analys|besiktnings)?[ -]?(?:report|rapport)(?:en)?|(?:chamber|lab) test"
    r"|certifi(?:cate|kat)(?:et)?|licen[cs]e|licens|tillstånd|authorisation|accreditation"
    r"|ackreditering|ackred\.|(?:audit|revisions?|granskning)(?: ?(?:reference|ref))?"
    r"|(?:sedex|report|audit)[ -]referen[cs]e?|monitoring id)"
    r"\.?[ ]?(?:no|nr|number|nummer|ref(?:erence|erens)?|id)?\b(?: (?=:))?[.:]*\s+"
    rf"(?-i:(?P<number>{_PAPER_NUMBER}))",
    re.IGNORECASE,
)
_LABORATORIES = "ISO 17025"  # what a laboratory holds is not what its report is of
_PAGE = re.compile(r"\b(?:page|pages|sida|sid)\b[ ]*\d|\bcopy of\b|\bkopia\b")
_AUDITED = re.compile(
    r"\b(?:(?:date of audit|audit date|assessment date|revisionsdatum|datum för revision)\b"
    r"|(?:surveillance|follow-up|full|initial|periodic|announced|unannounced|social) audit"
    r"|(?:most recent|latest|last|previous|senaste|förra|föregående) (?:\w+ )?(?:audit|revision\w*)"
    r"|revision\w* (?:gjordes|genomfördes|utfördes)"
    r"|uppföljande (?:granskning|revision)|(?:full|fullständig|förnyad) revision)\b"
)
_PLANNED = re.compile(
    r"\b(?:next|planned|due|will|shall|must|nästa|planera\w*|ska|ska ske|senast den|by)\b"
)


# "This result is valid until 27 February 2026"
_RESULT = re.compile(
    r"\b(?:result|resultat\w*|rating|betyg\w*|certifi(?:cate|kat)\w*|intyg\w*|licen[cs]e"
    r"|licens\w*)\b"
    r"|^(?:giltigt?|valid)\b"
)
_GRADED = re.compile(r"result|rating|betyg|^giltig|^valid")
_SHORT = 12  # words of a sentence that tells a term and nothing more
# Audits told by how many there were, or by who made them.
_COUNTED = re.compile(
    r"\b\d+ (?:[\w-]+ ){0,4}audits? (?:were|was|have been)\b"
    r"|\b\d+ (?:[\w-]+ ){0,3}(?:sites|factories|plants|mills|facilities|suppliers|producers)"
    r" (?:were|have been) (?:visited and )?(?:audited|inspected|assessed)"
    r"|\b(?:reviderat|granskat|reviderade|granskade) \d+ (?:\w+ ){0,2}"
    r"(?:leverantör|\w*fabrik|anläggning)"
    r"|\b(?:gjort|gjorde|utfört|utförde)\b[^.;]{0,40}\b\d+ (?:\w+ ){0,2}\w*revisioner"
    r"|\b\d+ (?:[\w-]+ ){0,3}(?:audits|assessments) (?:and (?:audits|assessments|inspections) )?"
    r"(?:at|of|in|across) (?:[\w-]+ ){0,5}(?:factor|supplier|site|facilit|plant|mill|farm)"
    r"|, \d+ have been audited\b|(?:firm|consultant|auditor)s? (?:of \w+ )?(?:audited|checked) "
    r"|\b\d+ (?:\w+ ){0,3}(?:revisioner|granskningar) (?:har |är )?(?:genomför|utför|gjor)\w+"
    r"|\b\d+ (?:\w+ ){0,3}(?:fabriker|anläggningar) (?:har )?(?:revidera|granska)\w+"
    r"|\bgenomför\w* (?:\w+ ){0,2}\d+ (?:\w+ ){0,3}(?:\w*revisioner|granskningar|inspektioner)"
    r"|(?:\d ?%|\bper ?cent|\bprocent|\ball|\balla|\bsamtliga) (?:of |av )?(?:[\w'-]+ ){0,5}?"
    r"(?:suppliers?|factories|vendors|sites|facilities|plants|mills|farms|makers|leverantör\w*"
    r"|\w*fabriker\w*|anläggningar\w*|producenter\w*) (?:[\w'()-]+ ){0,6}?"
    r"(?:(?:were|are|have been|had been|är|blev|har blivit|har) (?:\w+ ){0,2}"
    r"(?:audited|inspected|reviderade|granskade|reviderats|granskats)"
    r"|(?:have|has|had|har|hade) (?:an? |en )?(?:\w+ ){0,2}(?:audit|revision|granskning)\b)"
)
_NONE = re.compile(
    r"\b(?:har|finns|saknar) (?:\w+ )?(?:inga?|inget|ingen)? ?(?:\w+ )?"
    r"(?:certifiering|certifikat|intyg)\b"
    r"|\b(?:not certified|no certificates?|no certification|ingen revision|inga revisioner"
    r"|not (?:been )?(?:audited|reviewed by a third)|inte miljömärkt|inte certifierad\w*)\b"
)
# "The mill has never been audited", "Någon revision har inte gjorts": of papers that are
# revised, "policyn har inte reviderats", nothing is told.
_UNAUDITED = re.compile(
    r"\b(?:\w*fabrik\w*|leverantör\w*|anläggning\w*|producent\w*|\w*tillverkare\w*|gruvan?"
    r"|(?:\w+ ){0,2}(?:factor(?:y|ies)|sites?|suppliers?|plants?|mills?|makers?|producers?"
    r"|vendors?))"
    r" [^.;:|]{0,24}?(?:(?:har |är )?(?:inte|ej|aldrig|ännu inte) (?:blivit |ännu )?(?:social\w* )?"
    r"(?:reviderats|granskats|reviderade?|granskade?)|(?:has|have|had|was|were) (?:not|never)"
    r" (?:yet )?(?:been )?(?:socially )?(?:audited|inspected|assessed))\b"
    r"|\b(?:audits?|assessments?)\b (?:(?!that\b|which\b)[^.;:|]){0,30}?\b"
    r"(?:are|is|were|was|have|has) not (?:yet )?(?:been )?"
    r"(?:performed|carried out|made|done|conducted)\b"
    r"|\b(?:någon|en) (?:social )?revision (?:har|är) (?:inte|ej|aldrig) (?:gjor\w+|utför\w+"
    r"|genomför\w+)"
    r"|\b(?:no|any) such certificates?\b|\b(?:inget|inga|ingen) (?:ege[tn]|egna|giltig\w*)"
    r" (?:certifikat|certifiering\w*|intyg)\b"
)
_DENIED = re.compile(r"\b(?:inga?|inget|ingen|saknar|not?|inte|ej|aldrig|never)\b")


def is_lacking(passage: Passage) -> bool:
    """Is it told of a works that nobody has audited it, or that it has no certificate?"""
    found = _UNAUDITED.search(passage.lower)
    return bool(found and not _PLANNED.search(passage.lower))


_AREA = re.compile(
    r"(?:PA ?\d+\.? )?(?P<area>[A-ZÅÄÖ][\w ,-]{3,60}?) ?(?::| -) (?:(?:rating|grade|betyg):? )?"
    rf"{details.EARLIER}(?P<grade>[A-F])$"
)


_APART = re.compile(r"\biso ?(?:9001|13485|22000|27001|50001)\b(?!.*\b(?:14001|45001)\b)")


# The yearly report of a firm itself.
_OWN_REPORT = re.compile(
    r"\b(?:sustainability|annual|esg|financial|integrated|csr|progress) reports?\b"
    r"|\b(?:hållbarhets|års)(?:rapport|redovisning)"
)


def is_apart(passage: Passage) -> bool:
    """Is it about a standard that has nothing to do with the topics, or a firm's yearly report?"""
    return bool(_APART.search(passage.lower) or _OWN_REPORT.search(passage.lower))


def read(passage: Passage) -> Iterator[Draft]:
    """At most one draft: a number with its dates, the date of an audit, a term, a lack."""
    if is_apart(passage):
        return
    if len(passage.words.split()) > _LONGEST:
        yield from _counted(passage)
        return
    found = _PAPER.search(passage.words)
    if found and details.is_number(found["number"]) and _is_first(passage, found["number"]):
        yield _numbered(passage, found)
    elif passage.unit.kind == ROW:
        return
    elif _AUDITED.search(passage.lower) and not _PLANNED.search(passage.lower):
        dated = details.days(passage) or "valid_from" in details.read(passage)
        yield from [_draft(passage, "cert.audited", {})] if dated else []
    elif (area := _AREA.match(passage.words)) and graded(passage):
        value = {"standard": "BSCI", "grade": area["grade"]}
        span = (passage.start, passage.end)
        yield Draft("CERT", *span, (span,), "cert.grade", PACK, value, stance="affirmed")
    else:
        yield from _told(passage)


def _told(passage: Passage) -> Iterator[Draft]:
    """A term, audits that were counted, or that there is no paper."""
    span = (passage.start, passage.end)
    lacking = is_lacking(passage)
    if _RESULT.search(passage.lower) and len(passage.words.split()) <= _SHORT and not lacking:
        value = details.read(passage)
        if "valid_to" in value:
            result = _GRADED.search(passage.lower)
            near = details.audit_near(passage) if result else details.standard_near(passage)
            value |= {"standard": near} if near else {}
            yield Draft("CERT", *span, (span,), "cert.term", PACK, value, stance="affirmed")
    elif (lacking or _NONE.search(passage.lower)) and _DENIED.search(passage.lower):
        yield Draft("CERT", *span, (span,), "cert.none", PACK, {}, default="denied")
    else:
        yield from _counted(passage)


def _counted(passage: Passage) -> Iterator[Draft]:
    span = (passage.start, passage.end)
    if _COUNTED.search(passage.lower) and not _PLANNED.search(passage.lower):
        yield Draft("CERT", *span, (span,), "cert.counted", PACK, {})


def _numbered(passage: Passage, found: re.Match[str]) -> Draft:
    """A paper by its number; in a row the cell in which it stands."""
    draft = _draft(passage, "cert.paper", {"number": found["number"]})
    if passage.unit.kind == ROW:
        start, end = passage.clause_of(passage.start + found.start())
        return replace(draft, start=start, end=end)
    return draft


def _draft(passage: Passage, rule: str, value: dict[str, str]) -> Draft:
    span = (passage.start, _first_end(passage))
    standard = details.standard_near(passage)
    if standard and standard != _LABORATORIES:
        value = {"standard": standard} | value
    return Draft("CERT", *span, (span,), rule, PACK, details.read(passage, span) | value)


def _first_end(passage: Passage) -> int:
    """Where the first answer ends, where a form of two columns sets another key behind it."""
    first = _FIRST_KEY.match(passage.words)
    other = first and _OTHER_KEY.search(passage.words, first.end())
    return passage.start + other.start() if other else passage.end


_FIRST_KEY = re.compile(r"[^:|.]{3,40}:\s\S")
_OTHER_KEY = re.compile(
    r"\s(?=(?:City|Country|Auditors?|Service Provider|Schedule|Site|Factory|Facility|Supplier"
    r"|Client|Buyer|Location|Ort|Land|Revisor|Fabrik|Kund)\b[^:]{0,20}:\s)"
)


def _is_first(passage: Passage, number: str) -> bool:
    """A report's own number is claimed once, and not in what heads each page."""
    if _PAGE.search(passage.lower):
        return False
    earlier = _PAPER.finditer(passage.view.text, 0, passage.start)
    return all(one["number"] != number for one in earlier)


def graded(passage: Passage) -> bool:
    """Is it a line of the grades of a social audit: "PA 2 Workers involvement: C"?"""
    area = _AREA.match(passage.words)
    if area is None or not (AREA.search(area["area"].lower()) or _DATED.search(area["area"])):
        return False
    over = _RATED_BELOW.search(passage.unit.heading.lower())
    return details.audit_near(passage) == "BSCI" or bool(over)


_DATED = re.compile(r"\b20\d\d\b")  # "Before, August 2023: D"
_RATED_BELOW = re.compile(r"\b(?:rating|grade|betyg)|\b(?:per|by) (?:område|area)")
AREA = re.compile(
    r"labour|labor|work|wage|remuneration|hours|safety|association|discrimination|bonded|child"
    r"|employment|arbets|lön|barn|fack|diskrim|tvång|anställ|hälsa|overall|helhet|total"
    r"|social management|socialt lednings|delaktig|involvement|ersättning|förening"
)
"""Words for what an area of a social audit is about, in lower case."""


def headed(passage: Passage) -> bool:
    """A line without a verb that names a paper with its number or its date is no title."""
    if passage.unit.kind != HEADING:
        return False
    if "standard" in passage.kinds:
        return bool(details.days(passage) or details.number(passage) or details.grade(passage))
    return any(True for _ in read(passage))
