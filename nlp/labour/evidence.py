"""What speaks for a topic: single words, words together, weak words under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nlp.labour.figures import figure_of
from nlp.labour.strays import is_stray
from nlp.matching import Hit
from nlp.passages import Passage
from nlp.rules import Rule, Rulebook, per_book
from nlp.verbs import has_verb

Evidence = list[tuple[Rule, list[Hit]]]
# Rules of words for calls, messages and complaining, whatever they are about.
_TELLING = frozenset(
    ("lab.grievance.complain", "lab.grievance.line", "lab.grievance.cases", "lab.grievance.called")
)


@per_book
def frames(book: Rulebook) -> Mapping[str, list[Rule]]:
    """Rules that need several sets, by the members of their first group."""
    found: dict[str, list[Rule]] = {}
    for rule in book.of("topic"):
        for name in rule.all[0] if rule.all else ():
            found.setdefault(name, []).append(rule)
    return found


# Rules of words for forced labour as a whole, which is a fact beside each of its indicators.
_WHOLE = frozenset(("lab.forced.1", "lab.forced.2", "lab.forced.76", "lab.forced.freed"))

# Who is threatened with the police or the border is told of by what makes it easy.
_STATUS, _THREATS = "abuse_of_vulnerability", "threats"


def kinds(topic: str, found: Evidence) -> list[Evidence]:
    """Forced labour by its indicators: "no forced or prison labour" is two facts."""
    if topic != "LAB.FORCED":
        return [found]
    kinds: dict[str, Evidence] = {}
    for rule, hits in found:
        kinds.setdefault(rule.value.get("indicator", ""), []).append((rule, hits))
    if _STATUS in kinds and _THREATS in kinds:
        kinds[_STATUS] += kinds.pop(_THREATS)
    whole = kinds.get("", [])
    formed = [hit for name, found in kinds.items() if name for _, hits in found for hit in hits]
    if whole and formed and not _is_named(whole, formed):
        del kinds[""]
        next(iter(kinds.values())).extend(whole)
    return list(kinds.values())


def _is_named(whole: Evidence, formed: list[Hit]) -> bool:
    """Is forced labour named as a whole, in words that stand apart from its forms?"""
    return any(
        rule.id in _WHOLE and not any(_overlap(hit, form) for hit in hits for form in formed)
        for rule, hits in whole
    )


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def speaks_of_slavery(passage: Passage) -> bool:
    """Does the page name forced labour as a whole, so that an act it speaks of is the one on it?"""
    page = passage.page_hits
    return page is not None and any(hit.rule.id in _WHOLE for hit in page.of("topic"))


def only_title(passage: Passage, found: Evidence) -> bool:
    """One weak word under nothing but the document's title is too little."""
    if any(rule.weight == "strong" for rule, _ in found):
        return False
    heads = {hit.rule.name for hit in passage.head_hits if hit.rule.kind == "head"}
    return not heads and len({hit.start for _, hits in found for hit in hits}) < 2


# A complaint that only tells why another matter was looked into.
_OCCASION = re.compile(
    r"\b(?:in response to|following|based on|raised in|efter|utifrån|med anledning av)"
    r" (?:[^\s.;:|]+ ){0,4}(?:complaints?|klagomål)\b"
    r"|\b(?:complaints?|klagomål) (?:[^\s.;:|]+ ){0,4}(?:alleg\w+|om att|att)\b"
)
# What is told of pay for overtime, and not of its length.
_PAID_LATE = re.compile(
    r"betalt för övertid|overtime[^.;\d]{0,24}(?:[^.;]{0,20})\b(?:was|were|is|are) (?:not )?paid\b"
    r"|övertid\w*[^.;]{0,30}\b(?:betala[ds]\w*|ersätts|ersättas|ersattes|kompenseras)"
)


# Words that name a party, a time or a sum in what is told of another topic: "a complaint was
# handed to the union", "women have lower wages", "the line answers six days a week".
_BESIDE = {
    "lab.union.50": frozenset(("LAB.GRIEVANCE",)),
    "lab.hours.44": frozenset(("LAB.WAGE",)),
    "lab.hours.83": frozenset(("LAB.GRIEVANCE",)),
    "lab.wage.38": frozenset(("LAB.DISCRIMINATION", "LAB.FORCED", "LAB.UNION")),
    "lab.safety.60": frozenset(("LAB.UNION",)),
    "lab.safety.62": frozenset(("LAB.FORCED",)),
    "lab.safety.guard": frozenset(("LAB.UNION",)),
    "lab.safety.means": frozenset(("LAB.UNION",)),
    "lab.contract.70": frozenset(("LAB.CHILD",)),
    "lab.contract.89": frozenset(("LAB.WAGE",)),
}


def beside(passage: Passage, topic: str, evidence: Mapping[str, Evidence]) -> bool:
    """Is a topic only mentioned, in each of its clauses, in what is told of another one?"""
    for rule, hits in evidence[topic]:
        told = _BESIDE.get(rule.id, frozenset()) & evidence.keys()
        others = {
            passage.clause_of(hit.start)
            for name in told
            for _, found in evidence[name]
            for hit in found
        }
        if not all(passage.clause_of(hit.start) in others for hit in hits):
            return False
    return True


def another(topic: str, evidence: Mapping[str, Evidence], words: str) -> bool:
    """Is what is said of a topic only part of what is said of another one?

    Pay for overtime is a wage, night work of the young is child labour.
    """
    if topic == "LAB.HOURS" and "LAB.CHILD" in evidence:
        return True
    if topic == "LAB.GRIEVANCE" and (
        _is_only_told(evidence) or (len(evidence) > 1 and _OCCASION.search(words))
    ):
        return True
    if topic == "LAB.WAGE" and _is_only_insured(evidence):
        return True
    if topic != "LAB.HOURS" or "LAB.WAGE" not in evidence:
        return False
    if tells_overtime(words):
        return False
    if _PAID_LATE.search(words):
        return True
    theirs = [hit for _, hits in evidence["LAB.WAGE"] for hit in hits]
    return all(
        any(other.start <= hit.start and hit.end <= other.end for other in theirs)
        for _, hits in evidence[topic]
        for hit in hits
    )


# "Övertiden var 60 timmar i veckan och betalades": its length is told beside what is paid for it.
_OVERTIME = re.compile(r"overtime|övertid")
_PAID_FROM = re.compile(r"\b(?:beyond|utöver|after|efter|above|över|exceeding|over) \d")


def tells_overtime(words: str) -> bool:
    """Do words tell how long overtime lasts, whatever else they say of it?"""
    return any(
        bool(_OVERTIME.search(part) and figure_of("LAB.HOURS", part))
        and not _PAID_FROM.search(part)
        for part in re.split(r"[,;:]", words)
    )


def _is_only_insured(evidence: Mapping[str, Evidence]) -> bool:
    """Is pay named by no more than the insurance with which workers are registered, or not?"""
    insured = [
        hit
        for rule, hits in evidence.get("LAB.CONTRACT", ())
        if rule.id == "lab.contract.insured"
        for hit in hits
    ]
    return all(
        any(_overlap(hit, other) for other in insured)
        for _, hits in evidence["LAB.WAGE"]
        for hit in hits
    )


def _is_only_told(evidence: Mapping[str, Evidence]) -> bool:
    """Do words of calling and complaining only tell how another matter came to be known?"""
    others = [one for topic, found in evidence.items() if topic != "LAB.GRIEVANCE" for one in found]
    told = {rule.id for rule, _ in evidence["LAB.GRIEVANCE"]} <= _TELLING
    return told and any(rule.weight == "strong" for rule, _ in others)


def apart(passage: Passage, start: int, end: int, found: Evidence) -> list[Evidence]:
    """The evidence by clause, where at least two clauses have strong evidence and a verb."""
    inside = [c for c in passage.clauses if c[0] >= start and c[1] <= end]
    own: list[Evidence] = []
    rest: Evidence = []
    whole = list(found)
    for a, b in inside:
        mine = [one for one in whole if all(a <= hit.start < b for hit in one[1])]
        if any(rule.weight == "strong" for rule, _ in mine) and has_verb(passage.view.lower, a, b):
            own.append(mine)
        else:
            rest.extend(mine)
    taken = [id(one) for mine in own for one in mine]
    rest = [one for one in whole if id(one) not in taken]
    if len(own) < 2:
        return [whole]
    own[0].extend(one for one in rest if one[1][0].start < own[1][0][1][0].start)
    return own


def holding(
    passage: Passage, start: int, end: int, under: frozenset[str]
) -> Iterator[tuple[Rule, list[Hit]]]:
    """Each rule that holds in [start, end), with the words it rests on."""
    hits = _kept(passage, [hit for hit in passage.within(start, end) if passage.in_language(hit)])
    sets: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.rule.kind == "set":
            sets.setdefault(hit.rule.name, []).append(hit)
    for hit in hits:
        rule = hit.rule
        if (
            rule.kind == "topic"
            and (rule.weight == "strong" or rule.name in under)
            and rule.name.startswith("LAB.")
            and sets.keys().isdisjoint(rule.unless)
        ):
            yield rule, [hit]
    for name in sets:
        for rule in frames().get(name, ()):
            if any(map(sets.keys().isdisjoint, rule.all)):
                continue  # as for nearly all: no word at all of one of its sets
            groups = [
                [
                    hit
                    for member in group
                    for hit in sets.get(member, ())
                    if not is_stray(passage, hit, rule.name)
                ]
                for group in rule.all
            ]
            if all(groups) and sets.keys().isdisjoint(rule.unless) and _different(groups):
                yield rule, [group[0] for group in groups]


def _kept(passage: Passage, hits: list[Hit]) -> list[Hit]:
    """The words without those that mean another thing here, and without parts of such words."""
    strays = [hit for hit in hits if is_stray(passage, hit, hit.rule.name)]
    if not strays:
        return hits
    return [
        hit
        for hit in hits
        if not any(one.rule.name == hit.rule.name and _overlap(one, hit) for one in strays)
    ]


def _different(groups: list[list[Hit]]) -> bool:
    """Do the groups of a frame rest on different words?"""
    return len({(hit.start, hit.end) for group in groups for hit in group}) >= len(groups)
