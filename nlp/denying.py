"""Bare answers that deny what their label names: "Tvångsarbete - förekommer inte", "Lead ND"."""

from __future__ import annotations

import re
from typing import Final

NOT_THERE: Final = (
    r"(?:(?:is |are |has been )?not (?:used|present|found|detected|added|there|known|contained)"
    r"|never (?:used|added)|(?:does|do) not (?:occur|exist)"
    r"|(?:finns|används|förekommer|ingår|tillsätts) (?:inte|ej|aldrig)"
    r"|(?:ej|inte) (?:påvisa(?:t|d|de)|använ(?:t|d|da)|tillsa(?:tt|tta)))"
)
"""A pattern, in lower case, of words that what a label names is not there."""

NO_AT_ALL: Final = (
    r"(?:no|none|nil|nej|inga|inget|ingen|inte|ej|nd|n\.d\.|absent|saknas|never|aldrig|negativ[et]?"
    rf"|{NOT_THERE})"
)
"""A pattern of any such answer; what follows it is the caller's to bound."""

UNDETECTED: Final = (
    r"(?:n\.?d\.?|e\.?p\.?|u\.?d\.?|bdl|blq|(?:not|none) detected|ej (?:påvisa|detektera)[dt])"
)
"""The same of what a laboratory did not find."""

_WHOLE: Final = re.compile(rf"{NO_AT_ALL}[.!]?")


def denies(answer: str) -> bool:
    """Does an answer in lower case deny what its label names, and tell nothing more?"""
    return bool(_WHOLE.fullmatch(answer.strip()))


# What is free of conflict, charge or duty lacks nothing that is asked for.
_RID_OF: Final = re.compile(
    r"\bfri(?:a|tt)? från\b|\bfree (?:of|from) (?!charge|cost|conflict)"
    r"|(?<=[a-zåäö\d]-)(?<!toll-)(?<!conflict-)(?:fri(?:a|tt)?|free)\b"
    r"|\b(?!kostnads|avgifts|konflikt)\w{3,}fri(?:a|tt)?\b"
    r"|(?<=\w )(?<!conflict )(?<!is )(?<!are )free(?=\W*$)"
)


_DENIES: Final = re.compile(
    r"\b(?:not|never|nobody|without|cannot|inte|ej|inga|ingen|inget|aldrig|utan|saknas|lacking|missing"
    r"|no (?!\d))\b|n't\b"
)


_RULES: Final = re.compile(
    r"\b(?:must|shall|should|may|can) (?:not|never)\b|\b(?:får|ska|skall|bör) (?:inte|ej|aldrig)\b"
)


_TWICE: Final = re.compile(
    r"\b(?:no|not|never|nobody|ingen|inga|inget|inte|aldrig)\b.*\b(?:without|utan)\b"
)


def asks_absence(label: str) -> bool:
    """Does a label in lower case ask or state that something is not there?

    "PFAS-free?", "The product contains no phthalates"; of a question that denies ("Do you not
    use it?") nobody knows what a no means; a rule stays one, and what is denied twice
    is no absence.
    """
    if _RID_OF.search(label):
        return True
    stated = not (label.rstrip().endswith("?") or _RULES.search(label) or _TWICE.search(label))
    return stated and bool(_DENIES.search(label))


def turned(stance: str, question: str) -> str:
    """What an answer says of the thing asked for: a no to "PFAS-free?" says that it is there."""
    return _REVERSE.get(stance, stance) if asks_absence(question) else stance


_REVERSE: Final = {"affirmed": "denied", "denied": "affirmed"}
