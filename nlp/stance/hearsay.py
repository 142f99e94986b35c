"""What others say and nobody has proved: told by a maker, read in the press, said without proof."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Draft, Passage

SAYING, TELLER, UNPROVED = "saying", "teller", "unproved"
_SAID = frozenset((SAYING,))
_WITHOUT_PROOF = frozenset((UNPROVED,))
_TELLERS = frozenset((TELLER,))
# Who says it is no firm but a paper that can be read, or a look at the thing.
_PAPERS = re.compile(
    r"\b(?:report|rapport|certificate|certifikat|analys|analysis|test|prov|lab|laborator|results?"
    r"|resultat|invoices?|faktur|cmrt|audit|revision|measurement|mätning|spectr|spektr|(?:we|vi|i|jag)\b)"
)
_NEAR = 40  # characters before a verb of saying in which its subject stands
_ACCORDING = re.compile(
    r"\b(?:enligt|enl\.?|according to|on the word of|as per)(?: \w+(?:'s)?){0,3} $"
)
_CONTENT = ("CHEM.", "ORIGIN.MATERIAL")


def vouched(passage: Passage, draft: Draft) -> list[Hit]:
    """The words of another that vouch for what is not in a product ("the dyer says it has none").

    What a firm says of its own goods is no proof that a thing is absent; that it is there may be
    believed.
    """
    if not draft.topic.startswith(_CONTENT):
        return []
    lower = passage.view.lower
    said = [
        cue
        for cue in passage.named_cues(_SAID)
        if not _PAPERS.search(lower, max(passage.start, cue.start - _NEAR), cue.start)
    ]
    told = [
        cue
        for cue in passage.named_cues(_TELLERS)
        if _ACCORDING.search(lower, max(passage.start, cue.start - _NEAR), cue.start)
    ]
    return [cue for cue in said + told if _bears(passage, cue, draft)]


def _bears(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """Does it stand in the draft's sentence, with no other thing nor a contrast between the two?"""
    first, last = (cue.end, draft.start) if cue.end <= draft.start else (draft.end, cue.start)
    return _joined(passage, first, last) and not _TURNS.search(passage.view.lower, first, last)


_STOP = re.compile(r"[.;\n\f]\s|:\s")
_TURNS = re.compile(r"\b(?:men|medan|but|while|whereas)\b")


def _joined(passage: Passage, first: int, last: int) -> bool:
    """Do [first, last) and what stands around it belong to one sentence about one thing?"""
    if _STOP.search(passage.view.lower, first, last):
        return False
    between = (hit for hit in passage.hits if first <= hit.start and hit.end <= last)
    return not any(hit.rule.kind in _THINGS for hit in between)


_THINGS = frozenset(("substance", "group", "list", "hazard", "mineral"))


def unproved(passage: Passage, draft: Draft) -> list[Hit]:
    """The words behind a draft that take its proof away ("no PFAS, but this was not tested")."""
    if passage.unit.cells:
        return []
    found = passage.named_cues(_WITHOUT_PROOF)
    if draft.topic.startswith(_CONTENT):
        found += [hit for hit in passage.decisive if hit.rule.id == "cue.untested"]
    behind = (hit for hit in found if hit.start >= draft.end)
    return [hit for hit in behind if _joined(passage, draft.end, hit.start)]


_PAPER, _SEEING = frozenset(("paper",)), frozenset(("seeing",))


# Where it was looked for, or what was counted: "in the records", "no reports were received".
_LOOKED_IN = re.compile(r"\b(?:in|from|by|i|ur|av|no|inga|any)(?: \w+){0,2} $")


def unseen(passage: Passage, draft: Draft, denials: list[Hit]) -> list[Hit]:
    """The words by which nobody was shown the papers that would tell: time cards, receipts."""
    if not denials or not draft.topic.startswith("LAB.") or draft.topic == "LAB.CONTRACT":
        return []
    lower = passage.view.lower
    papers = [
        hit
        for hit in passage.named_cues(_PAPER)
        if draft.start <= hit.start < draft.end
        and not _LOOKED_IN.search(lower, max(draft.start, hit.start - _NEAR), hit.start)
    ]
    seen = [hit for hit in passage.named_cues(_SEEING) if draft.start <= hit.start < draft.end]
    near = [
        cue
        for cue in seen
        if any(
            min(abs(cue.start - no.end), abs(no.start - cue.end)) <= _NEAR // 2 for no in denials
        )
    ]
    return papers + near if papers and near else []


# "Time records for August were incomplete": what they would tell, nobody knows.
_PATCHY = re.compile(
    r"\b(?:records?|time ?sheets?|time ?cards?|payrolls?|registers?|pay ?slips"
    r"|\w*(?:rapport|register|list|kort|journal|underlag|bokföring)\w*)\b[^.;|]{0,50}"
    r"\b(?:incomplete|ofullständig[at]?|partly missing|delvis saknad\w*)\b"
    r"|\b(?:incomplete|ofullständiga?)\b (?:\w+ ){0,2}(?:records|time ?sheets|payroll|registers"
    r"|tid\w+|löne\w+|register)"
)


def patchy(passage: Passage, draft: Draft) -> bool:
    """Are the papers that would tell of hours or pay incomplete?"""
    if draft.topic not in ("LAB.HOURS", "LAB.WAGE"):
        return False
    return bool(_PATCHY.search(passage.view.lower, draft.start, draft.end))


_QUOTED = re.compile(r"""["'][^"']{3,40}["']""")


def evasive(passage: Passage, draft: Draft) -> list[Hit]:
    """The verb by which a source is only quoted: 'for the wool the mill writes "imported"'."""
    if not draft.topic.startswith("ORIGIN.") or {"country", "model", "site"} & draft.value.keys():
        return []
    lower = passage.view.lower
    return [
        cue
        for cue in passage.named_cues(_SAID)
        if draft.start <= cue.start < draft.end and _QUOTED.search(lower, cue.end, cue.end + 60)
    ]
