"""Regulated lists met or not as a whole, and the edition that was checked against."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp import values
from nlp.chemicals.things import spelt
from nlp.matching import outermost
from nlp.passages import Draft, Passage

PACK = "chemicals"
_MET = re.compile(
    r"uppfyll\w*|överensstäm\w*|följer|efterlev\w*|complie[sd]|comply|compliant|compliance|meets?\b"
    r"|\bmet\b|conform\w*|in accordance|i enlighet med|are respected"
)
_HELD = re.compile(
    r"innehåll\w*|ingår|contain\w*|present|exceed\w*|omfattas|finns|upptag\w*|listed|subject to"
    r"|controlled under|förekom\w*|över 0,1|above 0[.,]1|kontroll\w*|screen\w*|\brsl\b|utöver"
    r"|checked|förteckningen av|ämnen på|substances on|included in|upptagna|no svhc|any svhc"
)
_CHECKED = re.compile(
    r"kontroll\w*|checked|screened|verified|granskad|mot förteckning\w*|jämför\w*"
)
_CONTAINS = re.compile(r"innehåll\w*|contain\w*|ingår|förekom\w*|exceed\w*|omfattas|present")
_NOT_LISTED = re.compile(
    r"none of the components (?:are|is) listed|\bnot listed\b|\bnot regulated\b"
)


def read(passage: Passage) -> Iterator[Draft]:
    """Lists in a sentence: met, broken, held or checked against."""
    if _NOT_LISTED.search(passage.lower):
        yield from rows(passage)
        return
    done: set[tuple[str, int]] = set()
    if "list" not in passage.kinds and "CHEM.LIST" in passage.earlier:
        yield from _edition(passage)
    for hit in outermost(passage.of("list")):
        if not spelt(hit.rule, passage.view.text[hit.start : hit.end]):
            continue
        start, end = _span(passage, hit.start)
        words = passage.view.lower[start:end]
        met = bool(_MET.search(words))
        cued = any(cue.rule.name in ("deny", "hedge", "require") for cue in passage.of("cue"))
        if (hit.rule.name, start) in done or not (met or _HELD.search(words) or cued):
            continue
        done.add((hit.rule.name, start))
        held = _CONTAINS.search(words)
        checked = not (cued or met or held) and (
            _CHECKED.search(words) or "date" in _value(passage, "")
        )
        yield Draft(
            "CHEM.LIST", start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack,
            _value(passage, hit.rule.name), tone="good" if met else "bad",
            bearing="neutral" if checked else "",
        )  # fmt: skip


_EDITION = re.compile(r"\b(?:förteckningen|listan|the list|version|edition)\b")


def _edition(passage: Passage) -> Iterator[Draft]:
    """The edition of the list the sentence before spoke of."""
    value = _value(passage, "svhc")
    if "date" in value and (
        named := _EDITION.search(passage.view.lower, passage.start, passage.end)
    ):
        yield Draft(
            "CHEM.LIST", passage.start, passage.end, (named.span(),), "chem.list.edition", PACK,
            value, bearing="neutral",
        )  # fmt: skip


def _span(passage: Passage, at: int) -> tuple[int, int]:
    """The clause of the list; with the next where a colon gives the answer."""
    start, end = passage.clause_of(at)
    if passage.view.text[end : end + 1] == ":" and end - start < 60:
        following = [clause for clause in passage.clauses if clause[0] >= end]
        end = following[0][1] if following else end
    return start, end


def _value(passage: Passage, name: str) -> dict[str, str]:
    value = {} if name == "other" else {"list": name}
    days = list(values.days(passage.view.text, passage.start, passage.end, near=passage.today))
    if days:
        value["date"] = days[-1].day.isoformat()
    return value


_ENTERED = re.compile(
    r"innehåll\w*|contain\w*|listed|upptag\w*|omfattas|subject to|entry \d|post \d|included|ingår"
)


def _told(passage: Passage) -> Iterator[Draft]:
    """A rule in the first cell and how it stands to the product: "Annex XIV | DEHP is listed"."""
    cells = passage.clauses
    if len(cells) != 2 or not _ENTERED.search(passage.view.lower, *cells[1]):
        return
    for hit in outermost(passage.of("list")):
        if hit.end <= cells[0][1] and spelt(hit.rule, passage.view.text[hit.start : hit.end]):
            yield Draft(
                "CHEM.LIST", *cells[1], (), hit.rule.id, hit.rule.pack,
                _value(passage, hit.rule.name), tone="bad",
            )  # fmt: skip
            return


def rows(passage: Passage) -> Iterator[Draft]:
    """Rows of a sheet's section 15: "Montreal Protocol | None of the components are listed."."""
    if not _NOT_LISTED.search(passage.lower):
        yield from _told(passage)
        return
    named = [hit for hit in (*passage.of("list"), *passage.head_hits) if hit.rule.kind == "list"]
    name = named[0].rule.name if named else "other"
    yield Draft(
        "CHEM.LIST", passage.start, passage.end, (), "chem.list.row", PACK, _value(passage, name),
        tone="bad", stance="denied",
    )  # fmt: skip
