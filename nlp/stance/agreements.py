"""What was agreed on, aimed at or done about it, by where it stands: actions, plans and goals."""

from __future__ import annotations

import re

from nlp.passages import Draft, Passage
from nlp.verbs import has_predicate

_LABELLED = re.compile(
    r"\W*(?:(?:corrective|agreed|required|planned) )?"
    r"(?:actions?|åtgärd(?:er)?|measures?|krav|requirements?|remedy|mål|targets?|goals?) ?:"
)
_ACTIONS = re.compile(
    r"\bmeasures?\b|\bagreed\b|agreement|to be done|corrective|remed|\baction|åtgärd|överenskom"
)
_GOALS = re.compile(r"\b(?:mål|målet|goals?|targets?|aims?|åtagande|commitment)\b")
_RESULTS = re.compile(r"result|outcome|utfall|actual|achieved|uppnått|status|\bläge")
# "Depositions repaid in full": what the cell of an action tells as done is no duty any more.
_DONE = re.compile(
    r"\b(?!limited|needed|required|based|fixed)\w{3,}ed\b|\b(?:built|put|sent|given|paid|repaid"
    r"|now|nu|har|är|går|togs"
    r"|fick|\w{3,}(?:ats|its|tts|dde|ade|bart)|återbetal[dt]|omplacera(?:d|t|de)|monterad\w*"
    r"|installera(?:d|t|de)|införda?|utfärdade|tecknade|utdela(?:d|t|de)"
    r"|utbetal(?:d|t|da))\b"
)
_CLOSED = re.compile(
    r"\b(?:closed|completed?|done|verified|implemented|resolved|klart?|åtgärda[dt]|avslutad|stängd"
    r"|genomförd\w*|verifiera[dt])\b"
)
_YET = re.compile(r"\bto be\b|\bto\b \w|\bska\b|\bshall\b|\bmust\b|\bwill\b")


def agreed(passage: Passage, draft: Draft) -> bool:
    """Is it an action that was agreed on, and not told as done, or a goal?"""
    if not draft.topic.startswith("LAB."):
        return False
    if _LABELLED.match(passage.lower):
        return not is_done(passage, draft)
    head = _head(passage, draft.start)
    if head and _ACTIONS.search(head):
        if _CLOSED.search(passage.lower):
            return bidden(passage, draft)
        return not is_done(passage, draft)
    return _aimed(passage)


# What stands under "Our plans for 2026", "Next steps", "Våra mål"
_PLANS = re.compile(
    r"(?:(?:our|future|planned|further|next|våra?|kommande|framtida|planerade|nästa) ){0,2}"
    r"(?:plans?|steps|goals?|targets?|ambitions?|actions|planer(?:na)?|mål(?:et|en)?|steg"
    r"|åtgärder)(?: (?:for|för|till|until|by|inför) (?:the )?[\w /-]{2,20})?"
)
_BIDS = re.compile(
    r"(?:to )?(?:establish|introduce|train|review|develop|implement|create|conduct|provide|continue"
    r"|improve|extend|strengthen|engage|update|roll out|carry out|publish|adopt|map|assess|increase"
    r"|expand|launch|complete|set up|build|reach|achieve|ensure|införa|utbilda|kartlägga|ta fram"
    r"|utveckla|genomföra|stärka|utöka|förbättra|uppdatera|följa upp|säkerställa|nå) "
)
# The verb with which the cell of an action bids; other words than infinitives end in -a too.
_BIDDING = {
    "en": re.compile(
        r"(?:to )?(?:pay|repay|reimburse|refund|return|remove|stop|cease|end|sign|issue|clear|keep"
        r"|give|hire|appoint|inform|instruct|abolish|limit|reduce|cap|install|fit|replace|repair"
        r"|mark|unlock|hold|make|write|revise|verify|draw up|put|move|amend|allow|enable|prohibit"
        r"|ban|display|translate|register|elect|form|recalculate|correct|compensate|reinstate|open"
        r"|arrange|employ|enforce) \w"
    ),
    "sv": re.compile(
        r"(?!\w*(?:iga|ska|[aeo]rna)\b|(?:alla|nya|flera|inga|samma|extra|egna|vissa|båda|andra"
        r"|rena|fria|bra|deras|sina|våra|era) )[a-zåäö]{3,}a (?!är\b|har\b|hade\b|var\b|blev\b)\w"
        r"|(?:röj|inför|se|ta|gör|ge|byt|sätt|skriv|håll|stäng|köp|anställ|följ|bygg|lås|gå) \w"
    ),
}


def bidden(passage: Passage, draft: Draft) -> bool:
    """ "Return all passports": what a cell of actions bids was asked for, done or not."""
    lower = passage.view.lower
    cell = next((a for a, b in passage.unit.cells if a <= draft.start < b), draft.start)
    return bool(_BIDDING[passage.language].match(lower, cell) or _BIDS.match(lower, cell))


_BY_THEN = re.compile(r"\b(?:by|until|before|senast|till|före|år)\b[^.;]*\b20\d\d\b")


def planned(passage: Passage, draft: Draft) -> bool:
    """ "Next steps: introduce training": is it what a heading of plans bids, or names alone?"""
    title = passage.unit.heading.lstrip(" 0123456789.)").rstrip(" .:").lower()
    if not draft.topic.startswith("LAB.") or passage.unit.cells or not _PLANS.fullmatch(title):
        return False
    named = not has_predicate(passage.lower, 0, len(passage.lower))
    return bool(_BIDS.match(passage.lower)) or (named and bool(_BY_THEN.search(passage.lower)))


def is_done(passage: Passage, draft: Draft) -> bool:
    """ "Återbetald i sin helhet": does the cell of an action tell that it is done?"""
    words = passage.view.lower[draft.start : draft.end]
    return bool(_DONE.search(words)) and not _YET.search(words)


def _aimed(passage: Passage) -> bool:
    """A row of goals: of their year alone, or with the goal itself in its first column."""
    heads = passage.columns
    if not heads or not any(_GOALS.search(head) for head in heads):
        return False
    return bool(_GOALS.search(heads[0])) or not any(_RESULTS.search(head) for head in heads)


def _head(passage: Passage, at: int) -> str:
    """The head of the column in which the character at `at` stands; "" for the first or none."""
    columns = zip(passage.columns, passage.unit.cells, strict=False)
    return next((head for head, (start, end) in columns if start <= at < end), "")
