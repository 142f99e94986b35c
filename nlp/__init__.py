"""What supplier evidence says about chemicals, labour and origin: text in, claims out."""

from nlp import scoring
from nlp.claims import Claim
from nlp.facts import Fact, find_facts
from nlp.hints import document_day, hints
from nlp.memberships import Membership, memberships
from nlp.packs.shelf import digest, newest
from nlp.pipeline import find_claims

ENGINE = "0.5.0"
VERSION: str = f"{ENGINE}+{digest(newest())}.{scoring.digest()}"
"""Engine, hash of the packs, hash of the model: what made a claim. It changes with each."""

__all__ = [
    "VERSION",
    "Claim",
    "Fact",
    "Membership",
    "document_day",
    "find_claims",
    "find_facts",
    "hints",
    "memberships",
]
