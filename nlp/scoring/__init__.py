"""The score of a flag: for the order of reading, calibrated, no verdict."""

from nlp.scoring.flags import believed
from nlp.scoring.grounds import Ground
from nlp.scoring.model import Model, digest, shipped
from nlp.scoring.opinions import objections
from nlp.scoring.sentences import Spoken, heard
from nlp.scoring.spots import spot

__all__ = [
    "Ground",
    "Model",
    "Spoken",
    "believed",
    "digest",
    "heard",
    "objections",
    "shipped",
    "spot",
]
