"""The name printed beside a number, for the many substances that no pack has by name."""

from __future__ import annotations

import re

from nlp.passages import Passage

_LONGEST = 80  # characters of a name
_MOST = 6  # words of a name in running text
_HEAD = re.compile(
    r"\b(?:name|namn|substances?|ämne\w*|chemical|kemisk\w*|component|komponent|ingredien\w+"
    r"|innehåll|constituent|amine|amin|analyte?|parameter)\b"
)
# What only leads in to a number, at the end of the words before it.
_LABEL = re.compile(
    r"(?:[\s(\[,;:|–-]|\d{3}-\d{3}-\d)*(?:\b(?:casrn|cas|ec|eg|einecs|rn)\b[\s./-]*"
    r"(?:no|nr|number|num+er|rn)?\b[\s.:#-]*)?[\s(\[]*$",
    re.IGNORECASE,
)
# A word of a name: letters, with the numbers, hyphens, primes and brackets of chemists.
_WORD = re.compile(r"[\w,'′’()\[\]{}+./α-ωΑ-Ω-]*[^\W\d_]{2}[\w,'′’()\[\]{}+./α-ωΑ-Ω-]*")
# What ends a name that stands behind its number.
_FIGURE = re.compile(r"\t|\s[<>≤≥~]|\s\d[\d.,]*\s?(?:-|–|%|$)|\s\(|; ")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_OTHER = re.compile(
    r"\b(?:(?:eu)?h\d{3}|p\d{3}|cas|e[cg](?:-| )?n|cat(?:egory)?\.|kat\.|acute|aquatic|carc|muta"
    r"|repr|irrit|sens|not (?:listed|available|classified|applicable)|ej (?:klassificera\w+"
    r"|tillgänglig\w*)"
    r"|yes|no|none|ja|nej|inga|trade secret|confidential|konfidentiell\w*)\b|\d ?%",
)
# Words after which a name begins in running text.
_BEGINS = re.compile(
    r"an?|the|of|in|with|by|to|and|or|from|is|are|was|were|as|for|its|some|no|any|than|that|which"
    r"|contain(?:s|ing)?|holds?|includ(?:es|ing)|ha[ds]|have|called|named|found|traces|ingredients?"
    r"|substance|preservative|stabiliser|plasticiser|solvent|agent"
    r"|en|ett|den|det|de|av|i|med|till|och|eller|från|är|var|som|för|sin|vår|vårt|någon|inga|inget"
    r"|innehåller|innehålla|håller|ingår|har|hade|heter|kallas|fanns|spår|ämnet|ämnena"
    r"|(?:konserverings|lösnings)?medlet|mjukgöraren"
)


def name_beside(passage: Passage, start: int, end: int) -> str:
    """The name of the substance whose number stands at [start, end), as printed; "" for none."""
    if passage.unit.cells:
        return _in_row(passage, start)
    written = passage.view.text[passage.start : start]
    before = written[: _end_of_name(written)]
    if before:
        return _whole(before) or _last_words(before)
    behind = passage.view.text[end : passage.end].lstrip(" \t:-–")
    return _whole(_FIGURE.split(behind)[0])


def _end_of_name(before: str) -> int:
    label = _LABEL.search(before)
    return label.start() if label else len(before)


def _in_row(passage: Passage, at: int) -> str:
    """The cell under a head of names, else the nearest to the left, else to the right."""
    cells = passage.unit.cells
    own = next((n for n, (a, b) in enumerate(cells) if a <= at <= b), -1)
    heads = passage.columns if len(passage.columns) == len(cells) else []
    headed = [n for n, head in enumerate(heads) if n != own and _HEAD.search(head)]
    left, right = range(own - 1, -1, -1), range(own + 1, len(cells))
    within = passage.view.text[cells[own][0] : at] if own >= 0 else ""
    beside = (passage.view.text[slice(*cells[n])] for n in (*headed, *left, *right))
    candidates = (within[: _end_of_name(within)], *beside)
    return next((name for one in candidates if (name := _whole(one))), "")


def _whole(words: str) -> str:
    """Words that are a name and nothing else, with single blanks; "" where they are more."""
    name = " ".join(words.split()).strip(" ,;:|•*–")
    parts = name.split()
    if (
        not name
        or parts[0] == "A"
        or len(name) > _LONGEST
        or len(parts) > _MOST
        or not _LETTERS.search(name)
    ):
        return ""
    if _OTHER.search(name.lower()) or any(_begins(part) for part in parts if part != "A"):
        return ""
    return name


def _last_words(before: str) -> str:
    """The last words of running text that are a name: those behind a word it begins after."""
    parts = before.split()
    taken: list[str] = []
    for part in reversed(parts):
        if _begins(part) or part.endswith((":", ";", ",", ".")) or not _is_word(part):
            break
        taken.append(part)
    if len(taken) == len(parts) or len(taken) > _MOST:
        return ""
    return _whole(" ".join(reversed(taken)))


def _is_word(part: str) -> bool:
    return bool(_WORD.fullmatch(part))


def _begins(part: str) -> bool:
    return bool(_BEGINS.fullmatch(part.lower()))
