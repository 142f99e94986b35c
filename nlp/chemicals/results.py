"""Which cells of a row tell what was found: by the heads of their columns, else by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp import identifiers, values
from nlp.layout.sections import COMPOSITION
from nlp.passages import Passage

_RESULT = re.compile(
    r"resultat|result\b|result |uppmätt|mätvärde|halt\b|halt,|koncentration|concentration|measured"
    r"|sample \d|prov \d|vikt-?%|viktprocent|w/w|conc|innehåll|content|mängd|weight"
    r"|total fluorine|value|fluor|\bfound\b|\bfinding|\blevel\b|\bnivå"
    r"|^%|, %|amount|range|proportion|added|tillsatt"
)
LIMIT = re.compile(
    r"gräns|limit|\bloq|\blod\b|\brl\b|\bmdl\b|\bmax|krav|requirement|detektions|riktvärd|tillåt"
    r"|permitted|allowed|threshold|\bspec\b|specification|specifikation"
    r"|\b(?:pel|tlv|stel|twa|oel|wel|mak|[hnk][gt]v)\b|exposure|exponering"  # in the air at work
)
# Heads of columns that say of what, how and in which unit it was measured, or judge it.
_NO_RESULT = re.compile(
    r"ämne|substan|\bcas|\bec\b|\beg\b|einecs|\bnamn|\bname|component|komponent|analyt|parameter"
    r"|meto|enhet|\bunits?\b|bedömning|verdict|assess|omdöme|status|kommentar|comment|remark|anm"
    r"|\bnot(?:e|es|ering)?\b|klass|class|hazard|faro|\bpart\b|\bdel\b|artikel|article|materi"
    r"|produ[ck]t|datum|\bdate|standard|utlåtande|conclusion|funktion|function|\buse\b|användning"
    r"|\breg|\bno\b|\bnr\b|test|item|group|grupp|risk|åtgärd|action|document|handling"
)
NOT_DETECTED = re.compile(
    r"(?<![\w.])(?:nd|n\.d\.?|e\.p\.?|u\.d\.?|ej påvis\w*|inte påvis\w*|ej detekt\w*|ej det"
    r"|not detected|< ?lo[qd]|< ?rl|below lo[qd]|under lo[qd]|none detected|absent|negativ\w*"
    r"|not (?:found|recovered)|ej (?:funn|spår|återfunn)\w*|n/d|nolla|blank rad"
    r"|bl|bdl|b\.d\.l\.?|bql|blq|n\.n\.?|< ?mdl|below mdl"
    r"|(?:below|under) (?:the )?(?:limit|gräns|detekt|detect|rapport|report|kvantif|quantif)\w*"
    r")(?!\w)"
)
NOT_TESTED = re.compile(
    r"(?:ej|inte) (?:analys|test|bestäm|undersök|mätt|prov|kvantif)\w*|analys utgick"
    r"|not (?:tested|analysed|analyzed|determined|measured|quantified|evaluated|assessed)"
    r"|inquiry open|pending|okänt|okänd|unknown|svar saknas|has not answered|no answer|ej svar"
    r"|confidential|konfidentiell|to be confirmed|tbc|inväntas|awaited|awaiting"
)
# A cell that answers in words whether the substance is there.
_WORD = re.compile(
    r"(?:none|no(?! data| information)|nej|inga|ingen|yes|ja|possible|used|används?"
    r"|true|false|(?:dis)?agreed?|confirmed|correct|(?:in)?stämmer|korrekt|bekräftas"
    r"|tillsatt|utgått(?! från)|removed|taken out|phased out)\b"
    r"|(?:in)?går |ej tillsatt|inte tillsatt|not (?:used|added|present"
    r"|contained)|may |might |kan |trace|spår|negativ"
    r"|not that |inte vad vi|vet (?:ej|inte)|not (?:reported|disclosed|confirmed)|.{0,12}has not "
    r"|besked|ej besked|väntar"
)
_FIGURE = re.compile(r"[<>=≤≥\d.,\s-]*\d[<>=≤≥\d.,\s-]*")
_NUMBERS_ONLY = re.compile(
    r"(?:(?:\d{2,7}\s?-\s?\d\d\s?-\s?\d|\d{3}\s?-\s?\d{3}\s?-\s?\d"
    r"|\d{3}-\d{3}-\d\d-[\dx])[\s/,;()]*)+"
    r"|polymer|-|rrn.*"
)
_HAZARD = re.compile(r"\bh\d{3}|\br\d\d")
# The head of the column that names what was looked for.
_OF_THING = re.compile(
    r"substan|ämne|analyt|amin|tested for|component|komponent|chemical|kemikalie"
)
# Columns of what was tested, by letter or number: "Item A", "Prov 2", "Part B".
_NUMBERED = re.compile(
    r"(?:item|sample|specimen|part|article|product|model|test|prov|objekt|artikel|produkt|del"
    r"|detalj"
    r"|modell|lot|parti|batch|colour|kulör)s? ?(?:no\.? ?|nr\.? ?)?(?:[a-h]|[a-z]?-?\d{1,4}\w?)"
    r"\b(?! ?(?:name|namn|no|nr)\b).{0,24}"
)
_TESTED = re.compile(
    r"resultat|result|uppmätt|mätvärde|measured|\bloq|gräns|limit|analyte|parameter|sample|\brl\b"
)


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of the row's columns, one for each cell or none, and whether they tell of tests."""

    columns: list[str]
    heads: list[str]
    tested: bool


def table_of(passage: Passage) -> Table:
    """The heads of a row's table.

    Heads of fewer columns than cells stand over the last ones, unless the first names the thing.
    """
    columns, cells = passage.columns, passage.unit.cells
    aside = len(cells) - len(columns)
    spare = [""] * aside
    named = bool(columns) and _OF_THING.match(columns[0])
    heads = (columns + spare if named else spare + columns) if columns and aside >= 0 else []
    return Table(columns, heads, bool(_TESTED.search(" ".join(columns))))


def result_cells(passage: Passage, start: int, end: int, table: Table) -> list[int]:
    """The cells that hold what was found of the thing at [start, end)."""
    cells, lower = passage.unit.cells, passage.view.lower
    headed = [
        index
        for index, head in enumerate(table.heads)
        if _RESULT.search(head) and not LIMIT.search(head)
        and cells[index][1] > cells[index][0] >= start
    ]  # fmt: skip
    if headed:
        return headed[-1:] if start == end else headed
    after = [(i, lower[a:b]) for i, (a, b) in enumerate(cells) if a >= end > start and b > a]
    samples = _samples(after, table.heads)
    if samples and _measures(passage, table, [lower[slice(*cells[index])] for index in samples]):
        return samples
    return _told(passage, after, table)


def _samples(after: Sequence[tuple[int, str]], heads: Sequence[str]) -> list[int]:
    """Columns headed by what was tested ("Jacket | Boot"), of which each has its result."""
    open_heads = [
        (index, cell)
        for index, cell in after
        if index < len(heads) and heads[index] and not LIMIT.search(heads[index])
        and (_NUMBERED.fullmatch(heads[index]) or not _NO_RESULT.search(heads[index]))
    ]  # fmt: skip
    found = [index for index, cell in open_heads if is_result(cell)]
    several = len(open_heads) > 1 or any(LIMIT.search(head) for head in heads)
    return found if several else []


def _measures(passage: Passage, table: Table, found: Sequence[str]) -> bool:
    """Is it weight that stands in the cells, and no count of cases or smelters?"""
    if unit_of(passage, table, len(passage.unit.cells)):
        return True
    numbered = any(identifiers.cas_numbers(passage.view.text, passage.start, passage.end))
    return numbered or any(NOT_DETECTED.match(cell) or _BOUNDED.match(cell) for cell in found)


_BOUNDED = re.compile(r"[<≤>≥]|\d[\d.,]* ?(?:%|mg|µg|ppm|ppb)")


_FLAGGED = re.compile(r"(?:x|ol|in|f|p) ?\([<>≤≥ ]?\d")  # of XRF: "X (2400)", over the limit


def unlabelled(cell: str) -> str:
    """A cell of a result without the sample it begins with: "P1 < 0.01"."""
    return _SAMPLE.sub("", cell, count=1)


_SAMPLE = re.compile(r"^(?:[a-h]|[a-z]\d{1,2}):? (?=[<≤>≥\d]|n\.?d|u\.?d|not |ej )")


def is_result(cell: str) -> bool:
    """Does a cell begin with a figure, or tell that nothing was found or looked for?"""
    if numbers_only(cell):
        return False
    cell = unlabelled(cell)
    figure = next(values.amounts(cell, 0, len(cell)), None)
    return bool(
        (figure and figure.start <= 1)
        or _FLAGGED.match(cell)
        or NOT_DETECTED.match(cell)
        or NOT_TESTED.match(cell)
    )  # fmt: skip


def _told(passage: Passage, after: Sequence[tuple[int, str]], table: Table) -> list[int]:
    """The cell that tells a result by its own words or unit; none of a column of limits."""
    free = [
        (index, cell)
        for index, cell in after
        if not (index < len(table.heads) and LIMIT.search(table.heads[index]))
    ]
    for index, cell in reversed(free):
        if NOT_DETECTED.search(cell) or NOT_TESTED.search(cell):
            return [index]
    for index, cell in free:
        if _WORD.match(cell):
            return [index]
    for index, cell in free:
        if not numbers_only(cell) and any(a.unit for a in values.amounts(cell, 0, len(cell))):
            return [index]
    bare = [index for index, cell in free if _FIGURE.fullmatch(cell) and not numbers_only(cell)]
    if passage.unit.section == COMPOSITION:
        return bare[-1:]
    # A unit elsewhere: the first figure is the result, the next one its limit.
    return bare[:1] if unit_of(passage, table, len(passage.unit.cells)) else []


def numbers_only(cell: str) -> bool:
    """A cell that names the substance by number, or its class of hazard."""
    return bool(_NUMBERS_ONLY.fullmatch(cell.strip())) or bool(_HAZARD.search(cell))


def unit_of(passage: Passage, table: Table, index: int) -> str:
    """The unit of a column: in the cell behind, its head, another cell or head, in the title.

    A cell that is a unit outweighs a head of shares: "Content, %" over "< 25 | ppm".
    """
    if index + 1 < len(passage.unit.cells):
        behind = passage.view.lower[slice(*passage.unit.cells[index + 1])]
        if behind and (own := values.unit_in(behind)) and _UNIT_ALONE.fullmatch(behind):
            return own
    if index < len(table.heads) and (unit := values.unit_in(table.heads[index])):
        return unit
    for a, b in passage.unit.cells:
        cell = passage.view.lower[a:b]
        if (
            len(cell) < 12
            and (unit := values.unit_in(cell))
            and not re.search(r"\d(?![²³23/])", cell)
        ):
            return unit
    over = (*table.columns, _above(passage), passage.unit.heading)
    return next((unit for head in over if (unit := values.unit_in(head))), "")


def _above(passage: Passage) -> str:
    """What stands over the table of a unit: "Phthalates, part (d), % by weight"."""
    first = passage.unit.header[0][0] if passage.unit.header else passage.start
    words = passage.view.lower[max(0, first - _OVER) : first]
    found = [one[1] for one in _TITLED.finditer(words)]
    return found[-1] if found else ""


_UNIT_ALONE = re.compile(r"%|pp[mb]|[mµ]g/k?g")
_OVER = 200  # characters before a table in which its title stands
_TITLED = re.compile(
    r"(?:\(|, |\bi |\bin |\b(?:enhet(?:en)?|units?)(?: är| is)?:? )"
    r"((?:%|vikt-?%|viktprocent|mg/kg|µg/kg|µg/g|ppm|ppb|mg/m3|mg/m³))"
    r"(?: by weight| \(?w/w\)?)?\s*(?:[):]|\(|[\n\f]|\.\s|$)"
)


def column(passage: Passage, table: Table, wanted: str) -> str:
    """What the row has in the first column whose head is `wanted`."""
    for index, head in enumerate(table.heads):
        if re.search(wanted, head):
            return passage.view.lower[slice(*passage.unit.cells[index])]
    return ""
