"""Questionnaires that come with the house, as data, and how to load them."""

import json
from functools import cache
from pathlib import Path
from typing import Final

from portal.domain.questionnaire import Questionnaire, read_definition

DEFAULT: Final = Path(__file__).parent / "sustainable-supply-chains-1.json"


def default_raw() -> object:
    """The default definition as parsed JSON, to be stored and hashed."""
    return json.loads(DEFAULT.read_text(encoding="utf-8"))


@cache
def default_questionnaire() -> Questionnaire:
    """The default definition, read and checked."""
    return read_definition(default_raw())
