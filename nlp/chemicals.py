"""Claims about substances, groups, lists and hazards, in running text and in rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from nlp import identifiers, values
from nlp.passages import Draft, Passage
from nlp.rules import Rule, rulebook
from nlp.units import HEADING, ROW

PACK = "chemicals 0.1.0"
_SILENT = frozenset(
    (4, 5, 6, 7, 8, 9, 10, 13, 14, 16)
)  # sections of a sheet that claim nothing here


@dataclass(frozen=True, slots=True)
class Thing:
    """A substance or group found at [start, end), by name, number or both."""

    start: int
    end: int
    topic: str
    value: dict[str, str]
    rule: str
    pack: str
    listed: bool
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Substance:
    """What the packs know of one CAS number."""

    ec: str
    lists: frozenset[str]


@lru_cache(maxsize=1)
def substances() -> dict[str, Substance]:
    """All substances of the packs by CAS number."""
    found: dict[str, Substance] = {}
    for rule in rulebook().of("substance"):
        known = found.get(rule.name, Substance("", frozenset()))
        found[rule.name] = Substance(known.ec or rule.ec, known.lists | frozenset(rule.lists))
    return found


@lru_cache(maxsize=1)
def _by_ec() -> dict[str, str]:
    return {known.ec: cas for cas, known in substances().items() if known.ec}


def is_listed(cas: str) -> bool:
    """Is the substance on a list of the packs (candidate, authorised, restricted, POP, CMR, PFAS)?"""
    known = substances().get(cas)
    return bool(known and known.lists)


def read(passage: Passage) -> Iterator[Draft]:
    """The drafts of one passage, by topic."""
    if passage.unit.section in _SILENT:
        return
    yield from hazards(passage)
    if passage.asked or passage.unit.kind == HEADING:
        return
    if passage.unit.kind == ROW:
        yield from rows(passage)
    elif not passage.taught and not _aside(passage):
        yield from listed(passage)
        yield from named(passage)


def _aside(passage: Passage) -> bool:
    """A method, a limit or a duty of the reader, in which substances are no claim."""
    names = passage.names
    if passage.unit.section == 0 and re.match(r"p\d{3}", passage.lower):
        return True
    if "chem.method" in names and not re.search(r"påvisa|detected|content|halt", passage.lower):
        return True
    measured = any(
        a.unit and a.unit != "%"
        for a in values.amounts(passage.view.text, passage.start, passage.end)
    )
    said = re.search(
        r"\b(?:uppmät\w*|innehåll\w*|låg|avger|was|were|found|contain\w*|complies|is below)\b",
        passage.lower,
    )
    if (
        "chem.limit" in names
        and not said
        and not (measured and re.search(r":\s*[<\d]", passage.lower))
    ):
        return True
    return "chem.reader" in names and not said


# --- things ---------------------------------------------------------------------------------


def things(passage: Passage, start: int, end: int) -> list[Thing]:
    """Substances and groups in [start, end); a name with its number is one thing."""
    found = list(_named_things(passage, start, end))
    numbers = list(identifiers.cas_numbers(passage.view.text, start, end))
    merged = _joined(found, numbers, passage.view.lower)
    return sorted(merged, key=lambda thing: thing.start)


def _named_things(passage: Passage, start: int, end: int) -> Iterator[Thing]:
    text = passage.view.text
    done = start
    for hit in passage.hits:
        rule = hit.rule
        if rule.kind not in ("substance", "group") or hit.start < max(start, done) or hit.end > end:
            continue
        if not _spelt(hit.rule, text[hit.start : hit.end]) or hit.language not in (
            "any",
            passage.language,
        ):
            continue
        last = _word_end(passage.view.lower, hit.end)
        suffix = _suffix(passage.view.lower[hit.start : last])
        done = last
        if rule.kind == "group":
            yield Thing(
                hit.start,
                last,
                "CHEM.GROUP",
                {"group": rule.name},
                rule.id,
                rule.pack,
                rule.tone == "bad",
                suffix,
            )
        else:
            value = {"cas": rule.name} if rule.name[0].isdigit() else {"name": rule.name}
            listed = is_listed(rule.name) or bool(rule.lists)
            yield Thing(
                hit.start, last, "CHEM.SUBSTANCE", value, rule.id, rule.pack, listed, suffix
            )


def _spelt(rule: Rule, written: str) -> bool:
    """An abbreviation counts in capitals only: DEP, not dep."""
    if len(written) > 6 or not written.isascii():
        return True
    shouted = [
        term.strip("*") for _, term in rule.terms if term.strip("*").lower() == written.lower()
    ]
    if shouted and all(sum(c.isupper() for c in term) > 1 for term in shouted):
        return sum(c.isupper() for c in written) > 1
    return True


def _word_end(lower: str, at: int) -> int:
    while at < len(lower) and (
        lower[at].isalnum() or (lower[at] == "-" and lower[at + 1 : at + 2].isalpha())
    ):
        at += 1
    return at


_FREE = re.compile(r"(?:fri|fritt|fria|-free|free|obehandlad\w*)$")
_HOLDS = re.compile(r"(?:haltig\w*|behandlad\w*|baserad\w*|impregnerad\w*|förorenad\w*)$")


def _suffix(word: str) -> str:
    if _FREE.search(word):
        return "free"
    return "holds" if _HOLDS.search(word) else ""


def _joined(
    found: list[Thing], numbers: list[tuple[int, int, str, bool]], lower: str
) -> list[Thing]:
    """Names and numbers that stand side by side, made one."""
    result = list(found)
    for start, end, number, valid in numbers:
        before = [
            t
            for t in result
            if t.topic == "CHEM.SUBSTANCE" and t.end <= start and "cas_at" not in t.value
        ]
        near = before[-1] if before and start - before[-1].end <= 60 else None
        if near and ";" in lower[near.end : start]:
            near = None
        known = substances().get(number) if valid else None
        if near:
            value = dict(near.value)
            if valid and (value.get("cas") == number or near.suffix == ""):
                value = {"cas": number}
            elif not valid:
                value = {"name": lower[near.start : near.end]}
            listed = (
                near.listed
                if not valid
                else bool(known and known.lists)
                or (near.listed and value.get("cas") == near.value.get("cas"))
            )
            result[result.index(near)] = replace(
                near, end=end, value={**value, "cas_at": "1"}, listed=listed
            )
        elif not any(t.start <= start < t.end for t in result):
            value = {"cas": number} if valid else {"name": number}
            result.append(
                Thing(
                    start,
                    end,
                    "CHEM.SUBSTANCE",
                    {**value, "cas_at": "1"},
                    "chem.cas",
                    PACK,
                    bool(known and known.lists),
                )
            )
    return [replace(t, value={k: v for k, v in t.value.items() if k != "cas_at"}) for t in result]


# --- running text ---------------------------------------------------------------------------


def named(passage: Passage) -> Iterator[Draft]:
    """Substances and groups named in a sentence or list item."""
    listed_at = [(hit.start, hit.end) for hit in passage.of("list")]
    seen: set[tuple[str, int]] = set()
    for thing in things(passage, passage.start, passage.end):
        if any(a <= thing.start < b for a, b in listed_at):
            continue
        start, end = passage.clause_of(thing.start)
        end = max(end, thing.end)
        key = (str(sorted(thing.value.items())), start)
        if key in seen:
            continue
        seen.add(key)
        draft = _drafted(passage, thing, start, end)
        if draft:
            yield draft


def _drafted(passage: Passage, thing: Thing, start: int, end: int) -> Draft | None:
    text = passage.view.text
    value = dict(thing.value)
    stance = ""
    figure = _figure(passage, thing, start, end)
    if figure and thing.topic == "CHEM.SUBSTANCE":
        value |= figure.values()
    clause = passage.view.lower[start:end]
    if (
        figure
        and figure.upper
        and re.search(r"mg/kg|ppm|µg|loq|påvisa|detect", clause)
        and figure.unit != "%"
    ):
        stance = "denied"
    if thing.suffix == "free":
        stance = "denied"
        if re.search(r"\b(?:ska|skall|shall|must|will|should)\b", clause):
            stance = "required"
        elif re.search(r"believed|såvitt|knowledge|enligt uppgift|troligen", clause):
            stance = "hedged"
    if not re.search(r"[a-zåäö]{3}", text[start:end].lower()):
        return None
    return Draft(
        thing.topic, start, end, ((thing.start, thing.end),), thing.rule, thing.pack, value,
        tone="bad" if thing.listed else "plain", stance=stance,
    )  # fmt: skip


def _figure(passage: Passage, thing: Thing, start: int, end: int) -> values.Amount | None:
    """The figure that belongs to a thing: the nearest with a unit in its clause, not a limit."""
    best: values.Amount | None = None
    for amount in values.amounts(passage.view.text, start, end):
        if not amount.unit or thing.start <= amount.start < thing.end:
            continue
        before = passage.view.lower[max(start, amount.start - 24) : amount.start]
        if re.search(r"gräns\w*|limit\w*|loq|over|över|above|exceed\w*|överst\w*", before) and best:
            continue
        if best is None or _distance(amount, thing) < _distance(best, thing):
            best = amount
    return best


def _distance(amount: values.Amount, thing: Thing) -> int:
    return min(abs(amount.start - thing.end), abs(thing.start - amount.end))


_COMPLIES = re.compile(
    r"uppfyll\w*|överensstäm\w*|följer|complie[sd]|comply|compliant|meets?\b|\bmet\b"
    r"|conform\w*|in accordance|complied"
)
_HOLDING = re.compile(
    r"innehåll\w*|ingår|contain\w*|present|exceed\w*|omfattas|finns|upptag\w*|listed"
    r"|subject to|controlled under|förekom\w*|över 0,1|above 0\.1|kontroll\w*"
    r"|screen\w*|rsl|utöver"
)


def listed(passage: Passage) -> Iterator[Draft]:
    """Lists as a whole that are met, or not, and lists named with their date."""
    hits = passage.of("list")
    done: set[tuple[str, int]] = set()
    for hit in hits:
        start, end = passage.clause_of(hit.start)
        clause = passage.view.lower[start:end]
        met = bool(_COMPLIES.search(clause))
        if not met and not _HOLDING.search(passage.lower) and not passage.of("cue"):
            continue
        if (hit.rule.name, start) in done:
            continue
        done.add((hit.rule.name, start))
        value = {} if hit.rule.name == "other" else {"list": hit.rule.name}
        for day in values.days(passage.view.text, passage.start, passage.end, near=passage.today):
            value["date"] = day.day.isoformat()
        yield Draft(
            "CHEM.LIST", start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack, value,
            tone="good" if met else "bad",
        )  # fmt: skip


# --- rows -----------------------------------------------------------------------------------

_RESULT = re.compile(
    r"resultat|result\b|uppmätt|halt\b|halt,|koncentration|concentration|measured"
    r"|sample \d|prov \d|vikt-?%|viktprocent|w/w|conc|innehåll|content|mängd|andel"
    r"|weight|total fluorine|value|%$|fluor"
)
_LIMIT = re.compile(r"gräns|limit|loq|lod\b|rapporterings|max|krav|requirement")
_NOT_DETECTED = re.compile(
    r"\b(?:nd|n\.d\.?|e\.p\.?|u\.d\.?|ej påvis\w*|inte påvis\w*|ej detekt\w*"
    r"|not detected|ej det|< ?loq)(?:\b|\.|$)|^n\.?d\.?$"
)
_NOT_TESTED = re.compile(
    r"ej (?:analys|test|bestäm|undersök)\w*|inte (?:analys|test)\w*|not (?:tested"
    r"|analysed|determined)|inquiry open|pending|okänt|unknown|svar saknas"
    r"|has not answered|ej svar|confidential|konfidentiell"
)
_TESTED = re.compile(
    r"resultat|result|uppmätt|measured|loq|gräns|limit|analyte|parameter|sample|prov\b"
)


def rows(passage: Passage) -> Iterator[Draft]:
    """A row of a table that names a substance or group: name, number, figure, verdict."""
    text, lower = passage.view.text, passage.view.lower
    found = _row_things(passage)
    if not found or passage.unit.header == passage.unit.cells:
        return
    columns = [lower[a:b] for a, b in passage.unit.header]
    tested = bool(_TESTED.search(" ".join(columns)))
    for thing in found:
        results = _results(passage, thing, columns)
        for index in results or [-1]:
            yield _row(passage, thing, index, columns, tested=tested)
    del text


def _row_things(passage: Passage) -> list[Thing]:
    found = things(passage, passage.start, passage.end)
    found = [t for t in found if t.suffix != "free" or not passage.unit.header]
    if len(found) > 1:  # a row is about its first substance, unless each has a number of its own
        numbered = [
            t
            for t in found
            if any(True for _ in identifiers.cas_numbers(passage.view.text, t.start, t.end))
        ]
        found = numbered or found[:1]
    if found or not passage.unit.header:
        return found
    names = [hit for hit in passage.head_hits if hit.rule.kind == "group"]
    yes = re.search(r"\b(?:ja|nej|yes|no)\b", passage.lower)
    if names and yes:
        rule = names[0].rule
        return [
            Thing(
                passage.start,
                passage.start,
                "CHEM.GROUP",
                {"group": rule.name},
                rule.id,
                rule.pack,
                rule.tone == "bad",
            )
        ]
    return found


def _results(passage: Passage, thing: Thing, columns: list[str]) -> list[int]:
    """The columns that hold what was found."""
    cells = passage.unit.cells
    lower = passage.view.lower
    if len(columns) == len(cells):
        named_so = [
            index
            for index, column in enumerate(columns)
            if _RESULT.search(column)
            and not _LIMIT.search(column)
            and cells[index][1] > cells[index][0]
            and cells[index][0] >= thing.start
        ]
        if named_so:
            return named_so
    for index in range(len(cells) - 1, -1, -1):
        a, b = cells[index]
        if a > thing.start and (_NOT_DETECTED.search(lower[a:b]) or _NOT_TESTED.search(lower[a:b])):
            return [index]
    for index, (a, b) in enumerate(cells):
        if a > thing.start and b > a and not identifiers_only(lower[a:b]):
            if any(amount.unit for amount in values.amounts(lower, a, b)):
                return [index]
    return []


def identifiers_only(cell: str) -> bool:
    """Is the cell nothing but a CAS or EC number, or a hazard code?"""
    return bool(re.fullmatch(r"[\d\s-]{7,14}|polymer|-", cell.strip())) or bool(
        re.search(r"\bh\d{3}", cell)
    )


def _row(passage: Passage, thing: Thing, index: int, columns: list[str], *, tested: bool) -> Draft:
    cells, lower = passage.unit.cells, passage.view.lower
    value = dict(thing.value)
    for _, _, number, valid in identifiers.ec_numbers(
        passage.view.text, passage.start, passage.end
    ):
        if valid and thing.topic == "CHEM.SUBSTANCE":
            value["ec"] = number
    if "cas" not in value and "ec" in value and value["ec"] in _by_ec():
        value.setdefault("name", _by_ec()[value["ec"]])
    draft = Draft(
        thing.topic, passage.start, max(thing.end, cells[index][1] if index >= 0 else thing.end),
        ((thing.start, thing.end),), thing.rule, thing.pack, value, tone="bad" if thing.listed else "plain",
    )  # fmt: skip
    if index < 0:
        return replace(draft, end=_row_end(passage, thing))
    cell = lower[cells[index][0] : cells[index][1]]
    return _judged(passage, draft, cell, columns, index, tested=tested)


def _row_end(passage: Passage, thing: Thing) -> int:
    """The end of the last cell before the hazard codes, where a row has no figure."""
    last = thing.end
    for a, b in passage.unit.cells:
        if (
            a >= thing.end
            and identifiers_only(passage.view.lower[a:b])
            and not re.search(r"\bh\d{3}", passage.view.lower[a:b])
        ):
            last = b
    return last


def _judged(
    passage: Passage, draft: Draft, cell: str, columns: list[str], index: int, *, tested: bool
) -> Draft:
    """The stance and value a result cell gives."""
    value = dict(draft.value)
    row_words = passage.lower
    unit = _row_unit(passage, columns, index)
    figure = next((a for a in values.amounts(cell, 0, len(cell)) if a.low), None)
    stance = ""
    if _NOT_TESTED.search(cell):
        stance = "hedged"
    elif _NOT_DETECTED.search(cell):
        stance = "denied"
        value |= _bounded(
            figure.high if figure else _loq(passage, columns),
            (figure.unit if figure else "") or unit,
        )
    elif figure and figure.upper and (tested and figure.bound == "<"):
        stance = "denied"
        value |= _bounded(figure.high, figure.unit or unit)
    elif figure:
        stance = "affirmed"
        if draft.topic == "CHEM.SUBSTANCE":
            value |= figure.values(unit)
        limit = _limit(passage, columns)
        if limit is not None and _float(figure.high) is not None:
            over = (_float(figure.high) or 0) > limit
            return replace(draft, value=value, stance=stance, bearing="risk" if over else "support")
    if (
        re.search(r"\b(?:nej|no)\b", row_words)
        and draft.topic == "CHEM.GROUP"
        and draft.anchors[0][0] == draft.anchors[0][1]
    ):
        stance = "hedged" if stance == "hedged" else "denied"
    if re.search(r"underkän|fail|ej godk", row_words):
        return replace(draft, value=value, stance=stance or "affirmed", bearing="risk")
    if draft.topic == "CHEM.GROUP":
        value = {"group": value["group"]}
    if re.search(r"\b(?:godkän|pass)\w*", row_words) and stance == "affirmed":
        return replace(draft, value=value, stance=stance, bearing="support")
    return replace(draft, value=value, stance=stance)


def _bounded(figure: str, unit: str) -> dict[str, str]:
    if not figure:
        return {}
    if unit == "%":
        return {"pct_max": figure}
    return {"amount": figure, "unit": unit} if unit else {}


def _row_unit(passage: Passage, columns: list[str], index: int) -> str:
    if index < len(columns) and (unit := values.unit_in(columns[index])):
        return unit
    for a, b in passage.unit.cells:
        cell = passage.view.lower[a:b]
        if (
            len(cell) < 12
            and values.unit_in(cell)
            and not re.search(r"\d", cell.replace("m3", "").replace("cm2", ""))
        ):
            return values.unit_in(cell)
    return next((values.unit_in(column) for column in columns if values.unit_in(column)), "")


def _column(passage: Passage, columns: list[str], wanted: str) -> str:
    cells = passage.unit.cells
    for index, column in enumerate(columns):
        if re.search(wanted, column) and index < len(cells):
            return passage.view.lower[cells[index][0] : cells[index][1]]
    return ""


def _loq(passage: Passage, columns: list[str]) -> str:
    cell = _column(passage, columns, r"loq|lod\b|rapporterings|detektions")
    return next((a.high for a in values.amounts(cell, 0, len(cell))), "")


def _limit(passage: Passage, columns: list[str]) -> float | None:
    cell = _column(
        passage, columns, r"gräns(?!.*kvant)|limit(?! of (?:quant|det))|krav|requirement"
    )
    return next((_float(a.high) for a in values.amounts(cell, 0, len(cell))), None)


def _float(figure: str) -> float | None:
    try:
        return float(figure)
    except ValueError:
        return None


# --- hazards --------------------------------------------------------------------------------

_CODE = re.compile(r"\b(?:EUH\d{3}[A-Z]?|H[2-4]\d{2}[A-Za-z]{0,2})\b")
_CLASS = re.compile(
    r"(?:Met|Skin|Eye|Acute|Flam|Aquatic|Carc|Muta|Repr|STOT|Resp|Asp|Ox|Self|Water"
    r"|Expl|Press|Lact|Ozone|Org|Pyr|Unst)[\w.]*"
    r"[^|;\n]{0,34}?$"
)


def hazards(passage: Passage) -> Iterator[Draft]:
    """Hazard statements by code; classes and words of hazard in running text."""
    codes = list(_CODE.finditer(passage.view.text, passage.start, passage.end))
    if codes and not passage.taught:
        yield from _coded(passage, codes)
    elif not passage.asked and not passage.taught and passage.unit.kind != ROW:
        yield from _worded(passage)


def _coded(passage: Passage, codes: list[re.Match[str]]) -> Iterator[Draft]:
    text = passage.view.text
    done = passage.start
    for code in codes:
        start = code.start()
        named_class = _CLASS.search(text, done, start)
        if named_class:
            start = named_class.start()
        end = code.end()
        if code.start() - passage.start < 3 and len(codes) == 1:  # "H314 Causes severe burns"
            end = passage.end
        done = code.end()
        yield Draft(
            "CHEM.HAZARD", start, end, ((code.start(), code.end()),), "hazard.code", PACK,
            {"h_code": re.match(r"EUH\d+|H\d+", code.group()).group()}, stance="affirmed",  # type: ignore[union-attr] # the match is the code's own
        )  # fmt: skip


_STATED = {
    "carc": "H350", "sens": "H317", "corr": "H314", "muta": "H340", "repr": "H360",
}  # fmt: skip


def _worded(passage: Passage) -> Iterator[Draft]:
    seen: set[int] = set()
    for hit in passage.of("hazard"):
        if hit.language not in ("any", passage.language) or not _spelt(
            hit.rule, passage.view.text[hit.start : hit.end]
        ):
            continue
        start, end = passage.clause_of(hit.start)
        if start in seen:
            continue
        if any(group.start <= hit.start < group.end for group in passage.of("group")):
            continue
        seen.add(start)
        yield Draft(
            "CHEM.HAZARD",
            start,
            end,
            ((hit.start, hit.end),),
            hit.rule.id,
            hit.rule.pack,
            {},
            tone=hit.rule.tone,
        )
