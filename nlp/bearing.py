"""For a careful reviewer: does a claim speak against the requirement, for it, or neither?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from nlp.chemicals.classes import bearing_of
from nlp.labour import conditions
from nlp.labour.lacks import missed
from nlp.origin import standing
from nlp.passages import Draft, Passage
from nlp.rules import Rulebook, per_book
from nlp.stance import Decision

_WATCHED = frozenset(("CN-XJ", "RU", "BY", "KP", "TM", "UZ", "MM"))  # origins buyers ask about
_GRADES_BAD = frozenset(("D", "E", "F"))


def weigh(passage: Passage, draft: Draft, decision: Decision, value: Mapping[str, str]) -> str:
    """The bearing of a draft whose stance is decided."""
    room = draft.topic.partition(".")[0]
    if decision.turned and room == "LAB" and decision.stance != "hedged":
        return _turned(passage, draft, decision)
    if draft.bearing:
        return draft.bearing
    if decision.stance == "hedged":
        untested = room == "CHEM" and _UNTESTED.search(passage.view.lower, draft.start, draft.end)
        if draft.topic == "ORIGIN.MINERALS" and not decision.absent:
            return standing.doubt(passage.view.lower[draft.start : draft.end])
        return "neutral" if decision.absent or untested or room == "CERT" else "risk"
    if room == "LAB":
        return conditions.weigh(passage, draft, decision)
    if room == "CHEM":
        return _chemical(draft, decision, value)
    if draft.topic == "CERT":
        clause = passage.view.lower[draft.start : draft.end]
        return _certificate(clause, decision, value, passage.today)
    return _origin(passage, draft, decision, value)


def _turned(passage: Passage, draft: Draft, decision: Decision) -> str:
    """Of "Free from child labour: no": what is good of the thing's absence is not so."""
    absent = missed(draft.topic, passage.lower)
    return absent if decision.absent else {"risk": "support"}.get(absent, "risk")


# Nobody has looked, so that nothing is known for it or against it.
_LOOKED = (
    r"(?:tested|analy[sz]ed|measured|sought|looked|ordered|requested|investigated|examined|screened"
    r"|quantified|determined|checked|evaluated|reviewed|part of|on the order|in scope|covered)"
)
_SOUGHT = (
    r"(?:analys|test|mät|prov|unders|bestäm|beställ|sök|eftersök|utvärder|utred|gransk|kvantif)"
)
_UNTESTED = re.compile(
    rf"\b(?:not|never|nobody has|no one has|n't) (?:yet )?(?:been |be )?(?:yet )?{_LOOKED}\b"
    r"|\bno (?:test|analysis|measurement)s?\b|\buntested\b|\boutstanding\b"
    rf"|\b(?:inte|ej|aldrig|ingen|icke) (?:har )?(?:\w+ )?{_SOUGHT}\w*"
    r"|\b(?:ingick|ingår) (?:inte|ej) i (?:\w+ )?(?:prov|beställ|analys|unders|metod|order)\w*"
    r"|\butgick\b|\bräckte (?:inte|ej)\b|\b(?:inget|något) (?:prov|test)\b"
)


def _chemical(draft: Draft, decision: Decision, value: Mapping[str, str]) -> str:
    if draft.topic == "CHEM.LIST":
        good = (draft.tone == "good") == (decision.stance == "affirmed")
        return "support" if good or decision.stance == "required" else "risk"
    if decision.stance == "denied" and value.get("group") == "hazardous_chemicals":
        return "neutral"  # absolute words without proof
    if decision.stance in ("denied", "required"):
        return "support"
    if code := value.get("h_code"):
        return bearing_of(code)
    return "risk" if draft.tone == "bad" else "neutral"


_LAPSED = re.compile(
    r"\b(?:expired|ended on|ran out|lapsed|löpte ut|utgång\w*|gick ut|har gått ut|slutade gälla"
    r"|utlöpte"
    r"|came to an end"
    r"|critical|kritisk\w*|zero tolerance|nolltolerans)\b"
)
_NOBODYS = re.compile(
    r"different company|another (?:company|firm)|separate company|withdrawn|revoked|suspended"
    r"|annat (?:bolag|företag)|annan firma|återkalla|indragen|indraget|återtag"
)


_AREA_GRADE = re.compile(r"\| ?(?P<grade>[a-f])[+-]? ?$")  # "Fair remuneration | D"


def _certificate(clause: str, decision: Decision, value: Mapping[str, str], today: date) -> str:
    if decision.stance == "required":
        return "support"
    if decision.stance == "denied":
        return "risk" if _NOBODYS.search(clause) else "neutral"
    found = _AREA_GRADE.search(clause)
    grade = value.get("grade") or (found["grade"].upper() if found else "")
    if _LAPSED.search(clause) or grade in _GRADES_BAD:
        return "risk"
    if grade == "C":
        return "neutral"
    if "valid_to" in value:
        return "risk" if value["valid_to"] < today.isoformat() else "support"
    # A rank in metals is no verdict of an audit, and says nothing of how long it holds.
    return "support" if "valid_from" in value or grade.isupper() else "neutral"


def _origin(passage: Passage, draft: Draft, decision: Decision, value: Mapping[str, str]) -> str:
    clause = passage.view.lower[draft.start : draft.end]
    if draft.topic == "ORIGIN.MINERALS" and decision.stance == "denied" and _TRACED.search(clause):
        return "risk"
    if decision.stance == "denied" and draft.topic == "ORIGIN.COUNTRY":
        country = value.get("country", "")
        return "support" if country in _WATCHED or country[:2] in _at_risk() else "neutral"
    if decision.stance in ("denied", "required"):
        return "support"
    if draft.topic == "ORIGIN.MINERALS":
        return standing.weigh(clause)
    model = value.get("model", "")
    if model:
        return {"mass_balance": "neutral", "book_and_claim": "risk"}.get(model, "support")
    return (
        "risk"
        if draft.topic == "ORIGIN.MATERIAL" and value.get("country") in _WATCHED
        else "neutral"
    )


@per_book
def _at_risk(book: Rulebook) -> frozenset[str]:
    """Countries of which a pack names goods made by forced labour or by children."""
    return frozenset(one.country for one in book.goods)


_TRACED = re.compile(
    r"conflict-free|konfliktfri|trace|spår|conform|identif|granska|audited|mapped|kartlag|disclos|[ce]mrt"
)
