"""Flags: what a page says, in which order to read it, and what a person decided of it."""

from portal.domain.flags.changes import HOW_NAMES, Change, How, Stated, changes, to_look_at_again
from portal.domain.flags.decisions import (
    DECISION_NAMES,
    MAX_REASON,
    REJECT_REASONS,
    Decision,
    DecisionKind,
    decide,
)
from portal.domain.flags.flag import Claim, Flag, flag_place, flags_from, subject
from portal.domain.flags.hints import Hint, HintKind, at_risk, hint
from portal.domain.flags.order import NEAR, Load, load, neighbours, rank, same_fact, severe
from portal.domain.flags.values import CODE_NAMES, code_name
from portal.domain.flags.vocabulary import (
    BEARING_NAMES,
    FAMILY_NAMES,
    STANCE_MEANINGS,
    STANCE_NAMES,
    TOPIC_NAMES,
    Bearing,
    Family,
    Stance,
    Topic,
)

__all__ = [
    "BEARING_NAMES",
    "CODE_NAMES",
    "DECISION_NAMES",
    "FAMILY_NAMES",
    "HOW_NAMES",
    "MAX_REASON",
    "NEAR",
    "REJECT_REASONS",
    "STANCE_MEANINGS",
    "STANCE_NAMES",
    "TOPIC_NAMES",
    "Bearing",
    "Change",
    "Claim",
    "Decision",
    "DecisionKind",
    "Family",
    "Flag",
    "Hint",
    "HintKind",
    "How",
    "Load",
    "Stance",
    "Stated",
    "Topic",
    "at_risk",
    "changes",
    "code_name",
    "decide",
    "flag_place",
    "flags_from",
    "hint",
    "load",
    "neighbours",
    "rank",
    "same_fact",
    "severe",
    "subject",
    "to_look_at_again",
]
