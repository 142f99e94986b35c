"""Use cases: the right is checked first, nothing is committed here."""
