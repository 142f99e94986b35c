"""What supplier evidence says about chemicals, labour and origin: text in, claims out."""

from nlp.claims import Claim
from nlp.facts import Fact, find_facts
from nlp.packs.shelf import digest, newest
from nlp.pipeline import find_claims

ENGINE = "0.4.0"
VERSION: str = f"{ENGINE}+{digest(newest())}"
"""Engine and hash of the packs: what made a claim. It changes when either changes."""

__all__ = ["VERSION", "Claim", "Fact", "find_claims", "find_facts"]
