"""What is claimed of a page of made-up text, as tests of stances and bearings ask for it."""

from __future__ import annotations

from datetime import date

import nlp
from nlp.claims import Claim

TODAY = date(2026, 4, 1)


def claims(page: str, topic: str) -> list[Claim]:
    """A page's claims on one topic, in order."""
    return [claim for claim in nlp.find_claims([page], today=TODAY) if claim.topic == topic]


def stances(page: str, topic: str) -> list[str]:
    """The stances of a page's claims on one topic, in order."""
    return [claim.stance for claim in claims(page, topic)]


def told(page: str, topic: str) -> list[tuple[str, str]]:
    """Stance and bearing of a page's claims on one topic, in order."""
    return [(claim.stance, claim.bearing) for claim in claims(page, topic)]


def all_told(page: str) -> list[tuple[str, str, str]]:
    """Topic, stance and bearing of all of a page's claims, in order."""
    found = nlp.find_claims([page], today=TODAY)
    return [(claim.topic, claim.stance, claim.bearing) for claim in found]


def all_spans(page: str) -> list[str]:
    """The words of all of a page's claims, in order."""
    return [page[claim.start : claim.end] for claim in nlp.find_claims([page], today=TODAY)]


def topics(page: str) -> set[str]:
    """The topics claimed on a page."""
    return {claim.topic for claim in nlp.find_claims([page], today=TODAY)}
