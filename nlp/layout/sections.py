"""The sections of a safety data sheet that are told apart, by their numbers in REACH, Annex II."""

from __future__ import annotations

HAZARDS, COMPOSITION, REGULATIONS, OTHER = 2, 3, 15, 16
FINDINGS = frozenset((11, 12))
"""What is known of a product's effects on health and on nature."""
