"""Rows of findings, actions, risks and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.labour import parts, ratings, weeks
from nlp.layout.phrases import sentences
from nlp.passages import Draft, Passage
from nlp.stance.agreements import bidden
from nlp.statements import states
from nlp.verbs import has_predicate

# A cell that only tells the state or the date of an action says nothing of the conditions.
_STATE = re.compile(
    r"(?:klar|closed|open|öppen|stängd|pågår|ongoing|done|försenad|ej (?:påbörjad|utsedd|satt)"
    r"|in progress|omgående|not (?:started|appointed|set)"
    r"|immediate|major|minor|critical|hög|låg|medel|high|low|medium|yes|no|ja|nej|n/a|-|pending"
    r"|true|false|agreed?|confirmed|(?:in)?stämmer)\b"
    r"[^|]{0,24}|[\d\s.,:/%-]+(?:days?|dagar)?|\d{1,2} \w{3,9}(?: \d{4})?"
)
_LIKELIHOOD = re.compile(r"sannolikhet|likelihood|probability")
_RATED = re.compile(r"\brating\b|betyg|\bgrade\b(?!.*finding)")
# Columns that tell who, when and where: nothing in them is said of the conditions.
_ASIDE = re.compile(
    r"owner|ansvarig|responsible|\bwho\b|\bvem\b|present|närvarande|attend|deltagare|\btime\b|\btid\b"
    r"|date|datum|\bdue\b|deadline|klart|step|steg\b|function|funktion|role\b|roll\b|source|källa"
)
_TELLING = re.compile(
    r"finding|observation|brist|avvikelse|iakttagelse|action|åtgärd|issue|risk|concern|problem"
    r"|deviation|conformit|remark|summary|sammanfattning|description|beskrivning|ärende|case|incident|händelse|complaint|klagomål|comment|kommentar|motivering|anmärkning|condition|förhållande"
)


def read(passage: Passage) -> Iterator[Draft]:
    """Findings and actions: each cell a part; what one cell is about, the next ones go on about."""
    heads = " ".join(passage.columns)
    if _RATED.search(heads) and len(passage.unit.cells) == 2:
        return
    if _LIKELIHOOD.search(heads) or _scores_risks(passage):
        yield from _risks(passage)
        return
    if known := list(ratings.read(passage)) or list(weeks.read(passage)):
        yield from known
        return
    found = list(_findings(passage))
    yield from found or _measured(passage)


def _findings(passage: Passage) -> Iterator[Draft]:
    about = frozenset[str]()
    told = _told(passage)
    for a, b in passage.clauses:
        if _STATE.fullmatch(passage.view.lower, a, b) or b - a < 6:
            continue
        head = _head(passage, a)
        if _ASIDE.search(head):
            continue
        caused = bool(_CAUSE.search(head))
        said = states(passage, a, b)
        acted = bool(_ACTION.search(head))
        found: list[Draft] = []
        if said or _TELLING.search(told or head or passage.unit.heading.lower()):
            under = frozenset[str]() if caused else about or parts.under(passage)
            spans = sentences(passage.view.text, a, b)
            found = [draft for span in spans for draft in parts.read(passage, *span, under)]
            found = _most_likely(found, about)
            if _asks_on(passage, a, b):
                about, found = about or frozenset(draft.topic for draft in found), []
                continue
        said = said or bool(_DONE.search(passage.view.lower, a, b))
        if said and not (found or caused) and about and len(passage.view.lower[a:b].split()) > 1:
            found = [parts.goes_on(passage, topic, a, b) for topic in sorted(about)[:1]]
        if acted:
            found = [_agreed(passage, draft) for draft in found]
        yield from found
        about = about or frozenset(draft.topic for draft in found)


def _asks_on(passage: Passage, start: int, end: int) -> bool:
    """Does a cell ask what a later one answers in more than a word?"""
    lower = passage.view.lower
    if not lower.endswith("?", start, end):
        return False
    return any(a >= end and len(lower[a:b].split()) > 1 for a, b in passage.clauses)


# What was done, as a cell tells it without a verb that is bent: "Trappan tömd", "Passen tillbaka".
_DONE = re.compile(
    r"\b\w{3,}(?:ed|ade?|at|ats|ades|[lnr]da?|[kpst]ta?|dda?|[vgt]na)\b(?<!\bsamt)"
    r"|\b(?:tillbaka|klart?|back|given|put up|gone|borta?|nya?|nytt|new|built|bought|sent|held)\b"
)
# Why it came so: "No procedure", "Cash flow" tell of the conditions only where they name them.
_CAUSE = re.compile(r"\bcauses?\b|\breasons?\b|orsak")
# What is agreed on is a duty until the row tells that it is done.
_ACTION = re.compile(r"corrective|\bactions?\b(?! owner)|åtgärd|to be done|remedy")
_CLOSED = re.compile(
    r"\b(?:closed|completed?|done|verified|implemented|resolved|klart?|åtgärda[dt]|avslutad|stängd"
    r"|genomförd\w*|verifiera[dt])\b"
)


def _agreed(passage: Passage, draft: Draft) -> Draft:
    """What a cell of actions tells: a duty where the row is open, or where the cell bids."""
    if draft.default or (_CLOSED.search(passage.lower) and not bidden(passage, draft)):
        return draft
    return replace(draft, default="required")


def _scores_risks(passage: Passage) -> bool:
    """Is the row one of a table of risks with two scores or more ("Risk | S | K | Sum")?"""
    scores = [cell for cell in passage.clauses if passage.view.lower[slice(*cell)].isdigit()]
    named = any(re.fullmatch(r"risks?(?:område|area)?", head.strip()) for head in passage.columns)
    return named and len(scores) > 1


def _told(passage: Passage) -> str:
    """The heads of the columns, where the one of findings holds no more than numbers."""
    for head, (a, b) in zip(passage.columns, passage.unit.cells, strict=False):
        if _TELLING.search(head) and re.search(r"[^\W\d]{3}", passage.view.lower[a:b]):
            return ""
    return " ".join(passage.columns)


def _head(passage: Passage, at: int) -> str:
    """The head of the column in which the cell at `at` stands; "" without one."""
    for head, cell in zip(passage.columns, passage.unit.cells, strict=False):
        if cell[0] == at:
            return head
    return ""


def _risks(passage: Passage) -> Iterator[Draft]:
    """A row of a risk table: what it names is feared, up to its scores; remarks stand for it."""
    scores = [cell for cell in passage.clauses if _STATE.fullmatch(passage.view.lower, *cell)]
    end = scores[-1][1] if scores else passage.clauses[0][1]
    named = frozenset[str]()
    for a, b in passage.clauses:
        if (a, b) in scores or b - a < 6:
            continue
        if has_predicate(passage.view.lower, a, b) or (named and states(passage, a, b)):
            yield from parts.read(passage, a, b, named or parts.under(passage))
        elif not named:
            found = ratings.named(passage, (a, b))
            named = frozenset(draft.topic for draft in found)
            for draft in found:
                yield replace(draft, end=max(end, b), stance="hedged", bearing="risk")


def _most_likely(found: list[Draft], about: frozenset[str]) -> list[Draft]:
    """In a row about one topic, a cell's other topics count only where the row's own is absent."""
    same = [draft for draft in found if draft.topic in about]
    return same or found


def _measured(passage: Passage) -> Iterator[Draft]:
    """A row of figures under heads that name a topic: "Line | Net pay | Living wage"."""
    header = passage.unit.header
    if not header or len(passage.unit.cells) != len(header) or not re.search(r"\d", passage.lower):
        return
    hits = [h for h in passage.head_hits if header[0][0] <= h.start and h.end <= header[-1][1]]
    for hit in hits:
        if (
            hit.rule.kind == "topic"
            and hit.rule.weight == "strong"
            and hit.rule.name.startswith("LAB.")
        ):
            low = re.findall(r"(\d{2,3})\s*%", passage.lower)
            bad = bool(low) and int(low[-1]) < 100
            yield Draft(
                hit.rule.name, passage.start, passage.end, (), hit.rule.id, hit.rule.pack,
                tone="bad" if bad else "good", stance="affirmed", weight="weak",
            )  # fmt: skip
            return
