"""Number, dates and grade of a certificate, in its sentence and in the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from nlp import values
from nlp.matching import Found, Hit
from nlp.passages import Passage

_REACH = 500  # characters to either side in which the lines of one certificate stand
NUMBER = r"(?=[\w./-]*\d)[A-Z0-9][\w./-]*\w"
# A number may be set in groups: "PK 068 177", "3080 0999".
_GROUPED = rf"(?:[A-Z]{{2,6}} )?{NUMBER}(?: \d{{3,}}(?![-./]\d))*"
_NAMED = re.compile(
    rf"(?i:(?:\b(?:nr|nummer|no|number|ackrediteringsnummer|certifikatnummer|licen[cs]e|ref"
    rf"|certificate|registration|accreditation|ackreditering)|\w*(?:licens|certifikat|intyg)"
    rf"|\bklass I{{1,3}}V?,))\.?:?\s+(?P<number>{_GROUPED})"
)
_LETTERED = re.compile(
    r"(?:(?<=[,(] )|(?<=\()|\b(?=FLO))(?P<number>"
    r"(?!(?:ISO|IEC|EN|OHSAS|AFS|EU) )[A-Z]{2,6}(?:-ID)? \d{3,}(?: \d{3,})*)"
    r"(?!\d|[\w./-]\d)"
    # As textile institutes and the Nordic Swan set theirs: "SH022 118", "HH 21.0.8812"
    r"|(?<![\w.-])(?P<grouped>[A-Z]{2}\d{3} \d{3,6}|[A-Z]{2,3} \d\d\.\w{1,3}\.\d{4,5}"
    r"|[A-Z]{2} \d\d-\d{3,5})(?![\w-]|[./]\d)"
    r"|(?<=\t)(?P<cell>(?!(?:ISO|IEC|EN|OHSAS|AFS|EU) )[A-Z]{2,5} \d{4,7})(?=\s*(?:\t|$))"
)
_SWAN = re.compile(r"(?<![\d-])\d{4} \d{4}(?![\d-])")
_LIKE_ONE = re.compile(r"(?<![\w.])(?P<number>(?=[\w./-]*\d)[A-Z0-9][A-Z0-9./-]*[A-Z0-9])(?![\w-])")
_NO_NUMBER = re.compile(
    r"(?:19|20)\d\d(?:[-./]\d\d?[-./]\d\d?)?|\d{4}/\d{2,4}|\d{1,5}(?:/\d{1,4})?"
    r"|\d{1,2}-\d{1,2}|[A-Z]+-?\d{1,2}|ISO.*|IEC.*|EN.*"
    r"|\d+-\d\d-\d|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)|E\d{3}\w?|SA8000\S*|20\d{6}|\d{1,2}-[A-Z]{3,9}-\d{4}|\d-[A-Z]+"
    r"|[24]-?P"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}"
    r"|\d\d-\d\d-\d\d|\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d|.*-STD-.*"
)
_KEY = re.compile(
    r"(?:certificate|certifikat\w*|licen[cs]e|licens|registration|accreditation|ackreditering\w*)"
    r"[ -]?(?:no|nr|number|nummer|id|code)\b\.?\s*:?",
    re.IGNORECASE,
)
_AFTER_KEY = re.compile(rf"\s*(?:\|\s*)?(?P<number>{NUMBER})")
_BELOW_KEY = re.compile(rf"[^\n\f]*[\n\f][^\n\f]*?\t(?P<number>{NUMBER})\s*(?=[\n\f]|$)")
EARLIER = r"(?:[A-F] ?(?:→|->|=>) ?)?"
"""A pattern of the grade that was given before the one that is told: "D → C"."""
_GRADE = re.compile(
    r"^PA ?\d+ [^|:;]{6,60} ([A-E])$"
    r"|\b(?:gav|ger|blev|gave) (?:betyget |an? )?([A-E])(?=$|[ ,;(.])(?! [A-Z])"
    r"|\bBSCI\b[^.;|]{0,40}\d{2}[:,] ?([A-E])(?=$|[ ,;(.])(?! [A-Z])"
    r"|\b(?i:result|resultat\w*|rating|betyg\w*)\b[^.;|]{0,60}\d: ?([A-E])\.?$"
    r"|\bBSCI\b[^.;|]{0,20}\b(?:with|med) (?:an? |ett )?([A-E])(?=$|[,;(.])"
    r"|\b(?:ICTI|IETP)\b[^.;|]{0,50}\b(?:class|klass) ([A-E])\b"
    r"|\b(?:ended|closed|finished|slutade|landade)(?: with| in| på| med)(?: an?)?"
    r"(?: rating)? ([A-E])\b"
    r"|, ([A-E])(?=\s*(?:\||$))"
    r"|\b(?i:rating|betyg\w*|grade|resultat|result)\s*(?:är|is|av|of|:|gav betyget)?\s*([A-F])\b"
    r"|\b(?i:overall(?: rating| grade| result)?):? ([A-F])\b|betyget ([A-F])\b|\bBSCI,? ([A-E])\b"
    r"|\bBSCI\b[^.;|:]{0,20}: ?([A-E])(?= |\(|,|$)"
    r"|\b(?i:betyg)\w*\b[^.;|]{0,30}? (?:var|blev|är) ([A-F])\b"
    r"|\b(?:fick|got|received|scored|gave it) (?:an? |ett |betyget )?([A-E])(?= |$)(?! [A-Z])"
)
_UNTIL = re.compile(
    r"giltig\w* ?(?:till|t)|gäll(?:er|de) (?:till|t)"
    r"|gick ut|löpte ut|löper ut|till och med|t\.o\.m|t o m|slutade gälla|utlöpte|to an end|ceased"
    r"|valid (?:until|to|through|till?)|until|\btil $|\btom $|utgick|expir\w*|ran out|ended\b"
    r"|lapsed|expiry|upphör\w*|through"
    r"|förföll|förfall\w*|löpa ut|gått ut|utgått|slutdatum|sista dag\w*|giltighet slut|runs? out"
    r"|valid date|slutade (?:den )?$|ended (?:on )?$"
    r"|utgångsdatum|giltighetstid|valid:|utgår|utgånget|runs? to|running (?:to|until)|ended on"
    r"|(?<!from )(?<!due )\bto $|(?<!\w)till (?:den )?$"
)
_ISSUED = re.compile(
    r"issued?\b|date of issue|issue date|utfärd\w*|valid from|giltig\w* från|certified since"
    r"|certification date|audit date|revisionsdatum|datum för revision"
)


def days(passage: Passage) -> list[values.Day]:
    """The dates of the passage."""
    return list(values.days(passage.view.text, passage.start, passage.end, near=passage.today))


def read(passage: Passage, span: tuple[int, int] | None = None) -> dict[str, str]:
    """What the passage, or [span) of it, tells of a certificate."""
    first, last = span or (passage.start, passage.end)
    value: dict[str, str] = {}
    found = number(passage, span)
    if found:
        value["number"] = found
    value |= _dates(passage, first, last)
    if found := grade(passage, span):
        value["grade"] = found
    return value


def dates(passage: Passage) -> dict[str, str]:
    """From when to when, as the passage tells it."""
    return _dates(passage, passage.start, passage.end)


def _dates(passage: Passage, first: int, last: int) -> dict[str, str]:
    """From when to when, of the dates in [first, last): a term, an issue, a span of both."""
    value: dict[str, str] = {}
    before: values.Day | None = None
    spanned = False
    for day in values.days(passage.view.text, first, last, near=passage.today):
        words = passage.view.lower[max(first, day.start - 40) : day.start]
        spans = before is not None and _TO.fullmatch(passage.view.lower, before.end, day.start)
        ends = spans or _UNTIL.search(words) or day.day > passage.today
        key = "valid_to" if ends else "valid_from"
        if not spanned:
            value[key] = day.day.isoformat()
        if spans and before is not None and (day.day - before.day).days <= _VISIT:
            value = {"valid_from": day.day.isoformat()}  # an audit of some days, told by its last
        elif spans and before is not None:
            value["valid_from"], spanned = before.day.isoformat(), True
        before = day
    for period in values.period_ends(passage.view.text, first, last):
        before_it = passage.view.lower[max(first, period.start - 40) : period.start]
        words = before_it + passage.view.lower[period.start : period.end]
        if _UNTIL.search(words) or _UP_TO.search(before_it):
            value.setdefault("valid_to", period.day.isoformat())
        elif _MONTH_NAMED.match(passage.view.lower, period.start):
            value.setdefault("valid_from", period.day.isoformat()[:7])
    return value


_UP_TO = re.compile(
    r"(?:\btill|(?<!due )(?<!from )\bto|\btom|t\.o\.m\.?) (?:och med )?(?:den |the )?"
    r"(?:sista |slutet av |utgången av |end of )?$"
)
_TO = re.compile(r"\s?(?:-|to|till|until)\s?(?:den )?")
_MONTH_NAMED = re.compile(r"(?!the|end|last|slutet|utgången|sista|årsskiftet)[a-z]+\.?,? \d{4}")


_VISIT = 10  # days that an audit may last


def grade(passage: Passage, span: tuple[int, int] | None = None) -> str:
    """The grade of an audit the passage, or [span) of it, tells; "" where it tells none."""
    first, last = span or (passage.start, passage.end)
    if found := _GRADE.search(passage.view.text[first:last]):
        return str(next(filter(None, found.groups())))
    named = {hit.rule.name for hit in passage.of("standard") if first <= hit.start < last}
    if named and named <= _IN_METALS:
        metal = _METAL.search(passage.view.lower, first, last)
        return _METALS.get(metal.group(), metal.group()) if metal else ""
    return ""


# Schemes that rank in metals, and the metals in English.
_IN_METALS = frozenset(("RBA", "LWG", "WRAP", "EcoVadis", "EPEAT"))
_METAL = re.compile(r"\b(?:platinum|platina|gold|guld|silver|bronze|brons)\b")
_METALS = {"platina": "platinum", "guld": "gold", "brons": "bronze"}


def number(passage: Passage, span: tuple[int, int] | None = None) -> str:
    """The certificate's own number: after a word that says so, or the only thing like one."""
    first, last = span or (passage.start, passage.end)
    named = _NAMED.search(passage.view.text, first, last)
    if named and (is_number(named["number"]) or _PLAIN.fullmatch(named["number"])):
        return named["number"].rstrip(".")
    if lettered := _LETTERED.search(passage.view.text, first, last):
        return str(next(filter(None, lettered.groups())))
    swan = any(hit.rule.name == "Svanen" for hit in passage.of("standard"))
    if swan and (grouped := _SWAN.search(passage.view.text, first, last)):
        return grouped.group()
    others = [(hit.start, hit.end) for hit in passage.of("standard")]
    for match in _LIKE_ONE.finditer(passage.view.text, first, last):
        if not is_number(match["number"]) or _is_name(match, others):
            continue
        return match["number"].rstrip(".")
    return ""


_PLAIN = re.compile(
    r"(?!(?:19\d|20[0-3])\d$)\d{3,5}|\d{1,4}/(?:19|20)\d\d"
)  # after its key: no year
_OWN = 4  # characters that a number has beside the name of its standard: "FSC-C021409"


def _is_name(match: re.Match[str], standards: list[tuple[int, int]]) -> bool:
    """Is it the name of a standard itself, and not a number that begins with it?"""
    start, end = match.span("number")
    return any(a <= start < b and end - b < _OWN for a, b in standards)


def is_number(written: str) -> bool:
    """Is it like a number of a certificate, and no year, date, fraction or standard?"""
    return not _NO_NUMBER.fullmatch(written)


def keyed_number(passage: Passage) -> tuple[int, int, str] | None:
    """Start, end and number of a line like "Certificate no: 12-345"; also one line below."""
    key = _KEY.search(passage.view.text, passage.start, passage.end)
    if not key:
        return None
    after = _AFTER_KEY.match(passage.view.text, key.end(), passage.end)
    if after:
        return passage.start, passage.end, after["number"].rstrip(".")
    below = _BELOW_KEY.match(passage.view.text, key.end(), key.end() + 200)
    if below:
        return below.start("number"), below.end("number"), below["number"].rstrip(".")
    return None


def around(passage: Passage) -> dict[str, str]:
    """Dates told in the lines that follow, each after a word that says which it is."""
    if not _KEY.search(passage.view.text, max(0, passage.start - 120), passage.end + _REACH):
        return {}
    text, lower = passage.view.text, passage.view.lower
    first, last = max(0, passage.start - _REACH), min(len(text), passage.end + _REACH)
    value: dict[str, str] = {}
    for day in values.days(text, first, last, near=passage.today):
        before = lower[max(first, day.start - 140) : day.start]
        until, issued = _last(_UNTIL, before), _last(_ISSUED, before)
        if max(until, issued) < 0:
            continue
        value.setdefault("valid_to" if until > issued else "valid_from", day.day.isoformat())
    return value


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def standard_near(passage: Passage) -> str:
    """The standard named nearest to the passage, before it first; "" where none is."""
    page = passage.page_hits or Found([])
    before = _standards(page.between(passage.start - _REACH, passage.end))
    after = _standards(page.between(passage.end, passage.end + _REACH))
    titled = [hit for hit in passage.title_hits if hit.rule.kind == "standard"]
    nearest = before[-1:] or after[:1] or titled[:1]
    return nearest[0].rule.name if nearest else ""


_AUDITS = frozenset(("BSCI", "SMETA", "SA8000", "ICS", "WRAP", "RBA"))


def audit_near(passage: Passage) -> str:
    """The scheme of the audit that the paper is of, by its title or by what its page names."""
    page = passage.page_hits or Found([])
    before = takewhile(lambda hit: hit.start < passage.end, page.of("standard"))
    named = (*_standards(passage.title_hits), *before)
    return next((hit.rule.name for hit in named if hit.rule.name in _AUDITS), "")


def _standards(hits: Sequence[Hit]) -> list[Hit]:
    return [hit for hit in hits if hit.rule.kind == "standard"]


def column_of(passage: Passage, hit: Hit) -> str:
    """The head of the column in which `hit` stands."""
    for index, (a, b) in enumerate(passage.unit.cells):
        if a <= hit.start < b and index < len(passage.columns):
            return passage.columns[index]
    return ""
