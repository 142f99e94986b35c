"""What a reader of a paper should notice in what it says of itself. It is told, never judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from portal.domain.days import last_day, months_before
from portal.domain.evidence.facts import FactName, Known
from portal.domain.evidence.kinds import DocumentKind
from portal.domain.firms import same_name

OLD_MONTHS: Final = 24
"""Months after which a governing document is taken to be too old, by the contract terms."""

_MADE: Final = (FactName.ISSUED, FactName.SIGNED, FactName.REVISED)
# A declaration of conformity has no end, and a certificate has one of its own.
_AGELESS: Final = frozenset(
    kind
    for kind in DocumentKind
    if kind in (DocumentKind.DOC, DocumentKind.EMAS)
    or kind.startswith(("cert_", "licence_", "iso"))
)


class NoticeKind(StrEnum):
    """What is to be noticed. The list is closed."""

    OTHER_HOLDER = "other_holder"
    LAPSED = "lapsed"
    OLD = "old"
    NO_DATE = "no_date"
    TEMPLATE_LEFT = "template_left"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to notice: a date or a name as the paper has it, or the words that were left."""

    kind: NoticeKind
    value: str = ""
    words: tuple[str, ...] = ()


def notices(
    known: Mapping[FactName, Known], left: Sequence[str], *, supplier: str, today: date
) -> tuple[Notice, ...]:
    """What is to be noticed in a paper of this supplier, as it stands today.

    ``left`` are the words of a template that were left.
    """
    value = {name: fact.value for name, fact in known.items()}
    until = last_day(value.get(FactName.VALID_TO, ""))
    found = []
    if (holder := value.get(FactName.HOLDER, "")) and not same_name(holder, supplier):
        found.append(Notice(NoticeKind.OTHER_HOLDER, holder))
    if until and until < today:
        found.append(Notice(NoticeKind.LAPSED, value[FactName.VALID_TO]))
    made = _made(value)
    if not made and not until:
        found.append(Notice(NoticeKind.NO_DATE))
    elif made and not until and _is_old(made, value.get(FactName.KIND, ""), today):
        found.append(Notice(NoticeKind.OLD, made))
    if left:
        found.append(Notice(NoticeKind.TEMPLATE_LEFT, words=tuple(left)))
    return tuple(found)


def _made(value: Mapping[FactName, str]) -> str:
    """The latest date at which the paper was made or changed; else that from which it holds."""
    dates = [value[name] for name in _MADE if value.get(name)]
    if not dates:
        return value.get(FactName.VALID_FROM, "")
    return max(dates, key=lambda written: last_day(written) or date.min)


def _is_old(made: str, kind: str, today: date) -> bool:
    day = last_day(made)
    return day is not None and kind not in _AGELESS and day < months_before(today, OLD_MONTHS)
