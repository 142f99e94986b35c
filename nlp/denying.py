"""Bare answers that deny what their label names: "Tvångsarbete - förekommer inte"."""

from __future__ import annotations

import re
from typing import Final

NO_AT_ALL: Final = (
    r"(?:no|none|nil|nej|inga|inget|ingen|inte|ej|nd|n\.d\.|absent|saknas|never(?: used)?|aldrig"
    r"|(?:is |are |has been )?not (?:used|present|found|detected|added|there|known|contained)"
    r"|(?:does|do) not (?:occur|exist)"
    r"|(?:finns|används|förekommer|ingår|tillsätts) (?:inte|ej|aldrig)"
    r"|(?:ej|inte) (?:påvisa(?:t|d|de)|använ(?:t|d|da)|tillsa(?:tt|tta)))"
)
"""A pattern of such an answer in lower case; what follows it is the caller's to bound."""

_WHOLE: Final = re.compile(rf"{NO_AT_ALL}[.!]?")


def denies(answer: str) -> bool:
    """Does an answer in lower case deny what its label names, and tell nothing more?"""
    return bool(_WHOLE.fullmatch(answer.strip()))
