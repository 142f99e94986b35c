"""Firms: names compared as people would, without forms, accents and case; numbers as registered."""

import re
import unicodedata
from typing import Final

_FORMS: Final = frozenset(
    (
        *("ab", "aktiebolag", "hb", "kb", "publ", "oy", "oyj", "as", "asa", "aps", "gmbh"),
        *("ggmbh", "ag", "kg", "ev", "bv", "nv", "sa", "sas", "sarl", "srl", "spa", "sl", "sro"),
        *("ltd", "limited", "llc", "llp", "plc", "pvt", "pte", "pty", "co", "company", "corp"),
        *("corporation", "inc", "incorporated", "jsc", "ooo", "sdn", "bhd", "tbk", "pt", "uab"),
        *("sia", "doo", "kft", "group", "holding", "koncernen", "gruppen", "the", "of"),
    )
)
# What other alphabets and typewriters make of our letters.
_LETTERS: Final = str.maketrans({"ø": "o", "æ": "a", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"})
_TWO_FOR_ONE: Final = re.compile(r"aa|ae|oe")


def same_name(one: str, other: str) -> bool:
    """Whether two names of firms or sites may mean the same.

    One's telling words are all in the other, as where one is a part of a group; or they differ
    only in where words are parted.
    """
    mine, theirs = _telling(one), _telling(other)
    if not mine or not theirs:
        return False
    return set(mine) <= set(theirs) or set(theirs) <= set(mine) or "".join(mine) == "".join(theirs)


def _telling(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.findall(r"[^\W_]+", bare.replace("a/s", " ").replace(".", ""))
    return [_TWO_FOR_ONE.sub(lambda found: found[0][0], w) for w in words if w not in _FORMS]


def organisation_number(typed: str) -> str | None:
    """A number as the register holds it: a Swedish one as 556000-0001, others as typed."""
    digits = re.sub(r"[\s-]", "", typed)
    if re.fullmatch(r"(16)?\d{10}", digits):
        return f"{digits[-10:-4]}-{digits[-4:]}"
    return typed.strip() or None
