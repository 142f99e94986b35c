"""The score of a flag: for the order of reading, calibrated, no verdict."""

from nlp.scoring.flags import scored
from nlp.scoring.grounds import Ground
from nlp.scoring.model import digest, shipped

__all__ = ["Ground", "digest", "scored", "shipped"]
