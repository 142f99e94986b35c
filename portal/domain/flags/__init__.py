"""Flags: what a page says, in which order to read it, and what a person decided of it."""

from portal.domain.flags.changes import HOW_NAMES, Change, How, Stated, changes, to_look_at_again
from portal.domain.flags.corrections import (
    Correction,
    Written,
    correct,
    correction,
)
from portal.domain.flags.decisions import (
    DECISION_NAMES,
    MAX_REASON,
    REJECT_REASONS,
    Decision,
    DecisionKind,
    decide,
    standing,
)
from portal.domain.flags.flag import Claim, Flag, flag_place, flags_from, subject
from portal.domain.flags.hints import Hint, HintKind, at_risk, hint
from portal.domain.flags.keys import DATE_KEYS, FIGURE_KEYS, KEYS, UNITS, Key
from portal.domain.flags.order import NEAR, Load, load, neighbours, rank, same_fact, severe
from portal.domain.flags.spans import Move, Span, around, moved, shifted
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
    "DATE_KEYS",
    "DECISION_NAMES",
    "FAMILY_NAMES",
    "FIGURE_KEYS",
    "HOW_NAMES",
    "KEYS",
    "MAX_REASON",
    "NEAR",
    "REJECT_REASONS",
    "STANCE_MEANINGS",
    "STANCE_NAMES",
    "TOPIC_NAMES",
    "UNITS",
    "Bearing",
    "Change",
    "Claim",
    "Correction",
    "Decision",
    "DecisionKind",
    "Family",
    "Flag",
    "Hint",
    "HintKind",
    "How",
    "Key",
    "Load",
    "Move",
    "Span",
    "Stance",
    "Stated",
    "Topic",
    "Written",
    "around",
    "at_risk",
    "changes",
    "code_name",
    "correct",
    "correction",
    "decide",
    "flag_place",
    "flags_from",
    "hint",
    "load",
    "moved",
    "neighbours",
    "rank",
    "same_fact",
    "severe",
    "shifted",
    "standing",
    "subject",
    "to_look_at_again",
]
