"""What supplier evidence says about chemicals, labour and origin: text in, claims out."""

from nlp import scoring
from nlp.claims import Claim
from nlp.facts import Fact, find_facts
from nlp.hints import document_day, hints
from nlp.memberships import Membership, memberships
from nlp.packs.shelf import digest, newest
from nlp.pipeline import find_claims
from nlp.recogniser import Recogniser, RecogniserError, read_recogniser

ENGINE = "0.14.0"
VERSION: str = f"{ENGINE}+{digest(newest())}.{scoring.digest()}"
"""Engine, hash of the packs, hash of the model: what made a claim. It changes with each."""


def version(recogniser: Recogniser | None = None) -> str:
    """`VERSION`, with the hash of the recogniser where one is in use."""
    return f"{VERSION}.{recogniser.digest}" if recogniser else VERSION


__all__ = [
    "VERSION",
    "Claim",
    "Fact",
    "Membership",
    "Recogniser",
    "RecogniserError",
    "document_day",
    "find_claims",
    "find_facts",
    "hints",
    "memberships",
    "read_recogniser",
    "version",
]
