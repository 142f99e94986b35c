"""What kind of page it is by its title: a lesson, a guide for the reader, a paper of trade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.layout.lines import HEADING, ROW
from nlp.layout.text import View
from nlp.layout.units import Unit
from nlp.matching import Found, Hit
from nlp.verbs import has_predicate

LESSON = "lesson"  # it explains words, laws and the trade at large, or tells of other times
GUIDE = "guide"  # it tells the reader how to fill in, to deliver, to visit
GUIDED = "guided"  # a page further on in a guide, which may hold other things too
TRADE = "trade"  # orders, invoices, lists of what is in the boxes
_FORM = "form"  # a guide as long as nobody has filled it in
_GENRES = (LESSON, GUIDE, TRADE, _FORM)
_TITLES = 3  # units at the head of a page among which its title stands
_SHOUTED = 12  # characters in capitals that begin a title
_LONGEST = 14  # words; a title is no longer
# "SMETA best practice guidance": what an audit went by, in the title of its report
_GONE_BY = re.compile(r"\bbest practice $")
_NEAR = 20  # characters before the word in which that stands
# "Action plan – Museum Textiles Ltd": a word of a firm's name
_OF_A_FIRM = re.compile(
    r"[A-ZÅÄÖ][^\W\d_]*[a-zåäö](?: (?:&|[A-ZÅÄÖ][\w-]*)){1,4}"
    r" (?:AB|HB|KB|Ltd|Limited|Inc|LLC|GmbH|AS|A/S|Oy)\b"
)
_BLANK = re.compile(r"_{4,}|\.{6,}|…{2,}")
_MOST_BLANKS = 2  # a form that is filled in may still wait for a name or a date
# A box that is ticked, or who answers: "Leverantör: Norda AB", "Filled in by: Ms Lin"
_FILLED = re.compile(
    r"[☒☑✓✔]|\[x\]"
    r"|^\W*(?:leverantör(?:en)?|anbudsgivare|från|företag|bolag|ifylld av|besvara[dt] av|svar från"
    r"|uppgiftslämnare|company|supplier|bidder|tenderer|from"
    r"|(?:filled in|completed|answered) by)(?: name|s namn|ens namn)?:"
    r"[ \t]*(?!\w+(?: \w+)?:)[^\W\d_]{2}",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"\W*(?:\d+(?:\.\d+)+|\d+[.)])\s")
# "In 1874 the mill had 412 looms": a year in which nobody told of today was at work.
_OLD = re.compile(r"\b(?:in|since|from|by|år|i|sedan|från) (?:1[5-8]\d\d|19[0-4]\d)\b(?![/:-])")


def genre(view: View, units: Sequence[Unit], hits: Found, before: str | None) -> str:
    """The genre of a page, "" where its title tells none.

    `before` is that of the page before, None on the first: it holds where a page goes on with a
    numbered section or in the middle of one.
    """
    for unit in units[: _TITLES if before is None else 1]:
        leads = _leads if _is_title(view, unit) else _heads_row
        for hit in hits.between(unit.start, _end_of_title(view, unit)):
            names_one = hit.rule.kind == "manner" and hit.rule.name in _GENRES
            if names_one and leads(unit, hit) and (told := _told(view, unit, hit)):
                return told
    if before and units and not _begins_anew(view, units[0]):
        return GUIDED if before == GUIDE else before
    return LESSON if len(_OLD.findall(view.lower)) > 1 else ""


def is_old(lower: str) -> bool:
    """Does it tell of a year in which nobody told of today was at work?"""
    return "1" in lower and bool(_OLD.search(lower))


def _told(view: View, unit: Unit, hit: Hit) -> str:
    """The genre that a word of a title tells; "" for a form that somebody has filled in."""
    if _GONE_BY.search(view.lower, max(0, hit.start - _NEAR), hit.start):
        return ""
    if hit.start > unit.start and _OF_A_FIRM.match(view.text, hit.start, unit.end):
        return ""
    if hit.rule.name != _FORM:
        return hit.rule.name
    blanks = sum(1 for _ in _BLANK.finditer(view.text))
    filled = blanks <= _MOST_BLANKS and _FILLED.search(view.lower)
    return "" if filled else GUIDE


def _is_title(view: View, unit: Unit) -> bool:
    words = view.lower[unit.start : _end_of_title(view, unit)]
    if unit.kind == ROW or unit.section or _NUMBERED.match(words):
        return False
    if len(words.split()) > _LONGEST or words.endswith("."):
        return False
    if unit.kind == HEADING or _is_shouted(view, unit):
        return True
    named = words.split(", ")[0]  # "Price list 9, valid from 1 March"
    return not has_predicate(named, 0, len(named))


def _is_shouted(view: View, unit: Unit) -> bool:
    return view.text[unit.start : unit.end][:_SHOUTED].isupper()


def _end_of_title(view: View, unit: Unit) -> int:
    """Where a title ends: one in capitals with its line."""
    line = view.text.find("\n", unit.start, unit.end)
    return line if line > unit.start and _is_shouted(view, unit) else unit.end


def _leads(unit: Unit, hit: Hit) -> bool:
    """Does a title begin or end with the word, or is it a heading of few words?"""
    if hit.rule.name == LESSON or unit.kind == HEADING:
        return True
    return hit.start <= unit.start + 3 or hit.end >= unit.end - 1


def _heads_row(unit: Unit, hit: Hit) -> bool:
    """ "INVOICE 4410    Date 2 May": does the paper of trade name itself before its numbers?"""
    return unit.kind == ROW and hit.rule.name == TRADE and hit.start == unit.cells[0][0]


def _begins_anew(view: View, unit: Unit) -> bool:
    """Is it a title of its own, and no section that goes on counting?"""
    return unit.kind == HEADING and not _NUMBERED.match(view.lower, unit.start)
