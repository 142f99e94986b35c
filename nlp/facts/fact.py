"""The fact: what a document says of itself, pinned to its words."""

from __future__ import annotations

from dataclasses import dataclass

NAMES = (
    "kind",
    "language",
    "title",
    "issuer",
    "holder",
    "number",
    "version",
    "issued",
    "signed",
    "valid_from",
    "valid_to",
    "revised",
    "signature",
    "template_left",
)
"""What facts are about, each at most once but for `template_left`: a place left to fill in."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a document says of itself. A proposal: only a person knows.

    `page` counts from 1; `start` and `end` are offsets in the page's own text, end exclusive.
    Dates are as exact as their words: "2025-04-30", "2025-04" or "2025". A `kind` is a code of
    the field ("sds", "cert_fsc"), a `language` one of "sv" and "en", a `signature` the name of
    who signs. `rule` names what found it.
    """

    name: str
    value: str
    page: int
    start: int
    end: int
    rule: str
