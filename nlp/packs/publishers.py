"""What each publisher exports, and how its rows become entries of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nlp.packs.entries import Entry, wrong_cas, wrong_ec
from nlp.packs.exports import Columns, ExportError, Row

_ECHA = "reproduction with the source acknowledged (ECHA legal notice)"
_CODE = re.compile(r"\b(?:H340|H350i?|H360[FDfd]*)\b")  # category 1A and 1B of CMR
_NAME: Sequence[str] = ("Substance name", "Naam van de stof")
_EC: Sequence[str] = ("EC number", "EG-nr.", "EC no.")
_CAS: Sequence[str] = ("CAS number", "CAS-nr.", "CAS no.")
_OUTCOME: Sequence[str] = ("Regulatory outcome date",)


@dataclass(frozen=True, slots=True)
class Kind:
    """A list as its publisher exports it. `group` is what the rows of one entry have in common."""

    pack: str
    source: str
    licence: str
    columns: Columns
    list: Callable[[Row], str]
    since: Callable[[Row], date | None]
    group: Callable[[Row], str]


def entries(kind: Kind, rows: Iterable[Row], *, effective: date | None) -> tuple[Entry, ...]:
    """The entries of an export, in the order of their ids.

    Rows that belong together are one entry, from the earliest of their days. Raises
    `ExportError` for a row with a wrong number or without a name.
    """
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(kind.group(row), []).append(row)
    made = [_entry(kind, group, effective) for group in grouped.values()]
    return _named_apart(made)


def _entry(kind: Kind, rows: Sequence[Row], effective: date | None) -> Entry:
    first = rows[0]
    name = first.name("name")
    if not name:
        raise ExportError(f"{first.file}, row {first.number}: no name")
    days = [day for row in rows if (day := kind.since(row))]
    cas = tuple(dict.fromkeys(number for row in rows for number in _checked(row, "cas")))
    ec = tuple(dict.fromkeys(number for row in rows for number in _checked(row, "ec")))
    found = kind.list(first)
    ends = [row.day("until") for row in rows]
    return Entry(
        id=f"{kind.pack}.{_slug(first, cas)}",
        list=found,
        name=name,
        cas=cas,
        ec=ec,
        since=min(days, default=None if "since" in kind.columns else effective),
        until=max((day for day in ends if day), default=None) if all(ends) else None,
    )


def _checked(row: Row, column: str) -> tuple[str, ...]:
    wrong = wrong_cas if column == "cas" else wrong_ec
    for number in row.numbers(column):
        if fault := wrong(number):
            raise ExportError(f"{row.file}, row {row.number}: {fault}")
    return row.numbers(column)


def _slug(row: Row, cas: Sequence[str]) -> str:
    """What an entry goes by: its own number where it has one, else its name."""
    if index := row.text("index"):
        return index
    if len(row.numbers("cas")) == 1:
        return row.numbers("cas")[0]
    words = re.sub(r"[^a-z0-9]+", "_", row.name("name").casefold()).strip("_")
    return words[:60].strip("_") or (cas[0] if cas else "unnamed")


def _named_apart(made: Sequence[Entry]) -> tuple[Entry, ...]:
    """Entries by id; of those that would share one all but the first get a number."""
    seen: dict[str, int] = {}
    apart = []
    for one in made:
        seen[one.id] = seen.get(one.id, 0) + 1
        number = seen[one.id]
        apart.append(one if number == 1 else _renamed(one, f"{one.id}.{number}"))
    return tuple(sorted(apart, key=lambda one: one.id))


def _renamed(one: Entry, name: str) -> Entry:
    return Entry(name, one.list, one.name, one.cas, one.ec, one.since, one.until, one.pack)


def _by_name(row: Row) -> str:
    return row.name("name").casefold()


def _by_decision(row: Row) -> str:
    """Members of a group stand in rows of their own, under the decision of the group."""
    decision = row.text("decision")
    return f"{row.text('since')} {decision}" if decision else _by_name(row)


def _first_listed(row: Row) -> date | None:
    """The day of the decision, unless it came after applications had to be in: then it changed
    an entry that was there before, from a day that the export does not tell.
    """
    decided, applied = row.day("since"), row.day("applied")
    return None if decided and applied and decided > applied else decided


def _always(name: str) -> Callable[[Row], str]:
    return lambda _row: name


def _classified(row: Row) -> str:
    return "cmr" if _CODE.search(row.text("codes")) else "clp"


KINDS: Mapping[str, Kind] = {
    "candidate": Kind(
        pack="candidate_list",
        source="Candidate List of substances of very high concern, European Chemicals Agency",
        licence=_ECHA,
        columns={
            "name": _NAME,
            "ec": _EC,
            "cas": _CAS,
            "since": ("Date of inclusion", "Datum van opname"),
            "decision": ("Decision", "Besluit", "?"),
        },
        list=_always("svhc"),
        since=lambda row: row.day("since"),
        group=_by_decision,
    ),
    "authorisation": Kind(
        pack="authorisation_list",
        source="Authorisation List (Annex XIV of REACH), European Chemicals Agency",
        licence=_ECHA,
        columns={
            "name": _NAME,
            "ec": _EC,
            "cas": _CAS,
            "applied": ("Latest application date",),
            "since": _OUTCOME,
        },
        list=_always("annex_xiv"),
        since=_first_listed,
        group=_by_name,
    ),
    "restriction": Kind(
        pack="restriction_list",
        source="Restriction List (Annex XVII of REACH), European Chemicals Agency",
        licence=_ECHA,
        columns={
            "name": _NAME,
            "ec": _EC,
            "cas": _CAS,
            "entry": ("Entry number", "Entry no."),
            "since": _OUTCOME,
        },
        list=_always("annex_xvii"),
        since=lambda row: row.day("since"),
        group=lambda row: f"{row.text('entry')} {_by_name(row)}",
    ),
    "pops": Kind(
        pack="pops_list",
        source="Substances of the EU POPs Regulation, European Chemicals Agency",
        licence=_ECHA,
        columns={"name": _NAME, "ec": _EC, "cas": _CAS, "since": ("Date of inclusion",)},
        list=_always("pops"),
        since=lambda row: row.day("since"),
        group=_by_name,
    ),
    "clp": Kind(
        pack="clp_annex_vi",
        source="Harmonised classifications (CLP Annex VI), European Chemicals Agency",
        licence=_ECHA,
        columns={
            "name": _NAME,
            "ec": _EC,
            "cas": _CAS,
            "index": ("Index number",),
            "codes": ("Hazard class, category and statement code(s)",),
            "since": ("From",),
            "until": ("To",),
        },
        list=_classified,
        since=lambda row: row.day("since"),
        group=lambda row: f"{row.text('index')} {row.text('since')} {_classified(row)}",
    ),
    "pfas": Kind(
        pack="oecd_pfas",
        source="Comprehensive global database of PFAS, OECD",
        licence="CC0, as found with the copy it was taken from",
        columns={"name": ("PREFERRED_NAME",), "cas": ("CASRN",)},
        list=_always("pfas"),
        since=lambda _row: None,
        group=lambda row: " ".join(row.numbers("cas")) or _by_name(row),
    ),
}
