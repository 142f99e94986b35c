"""When a question is asked: conditions as data, over earlier answers and the contract's facts.

A condition in a definition is one of

``{"all": [condition, ...]}``, ``{"any": [condition, ...]}``, ``{"not": condition}``
``{"question": "P2-03", "part": "risk", "above": 0}``: an earlier question; without ``part`` its
first part; with ``column`` the values found in that column of a table
``{"part": "own", "is": "yes"}``: an earlier part of the same question
``{"context": "labour_risk", "is": "high"}``: a fact of the contract, see ``Context``

and a comparison is one of ``is`` (a value or a list of them; ``"any"`` means answered at all),
``is_not`` (answered, and with none of these), ``above`` (a number) and ``from`` (a date, ISO).
Where several things are chosen, ``is`` holds if one of them fits.
A question without an answer makes every comparison false. So does a hidden one, and one that was
answered with "cannot" or "not applicable": their earlier answers are kept but count for nothing.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Final

from portal.errors import Invalid
from portal.texts import N_

ANSWERED: Final = "any"
OPERATORS: Final = ("is", "is_not", "above", "from")
RISKS: Final = ("low", "medium", "high")
# What a test of the contract may look at, with the values that can occur.
CONTEXT_VALUES: Final[Mapping[str, tuple[object, ...]]] = {
    "goods": (True, False),
    "chemical_product": (True, False),
    "buyer_asks_sites": (True, False),
    "transparency_depth": (1, 2, 3, 4),
    "labour_risk": RISKS,
    "chem_req": (True, False),
    "env_req": (True, False),
    "today": (),
}


@dataclass(frozen=True, slots=True)
class Context:
    """Facts of the contract that decide which questions are asked.

    ``goods``: things are delivered, not only services. ``chemical_product``: mixtures such as
    detergents are among them. ``buyer_asks_sites``: the buyer uses the transparency clause.
    ``transparency_depth``: 1 final manufacture, 2 one tier beyond, 3 components, 4 raw material.
    ``chem_req`` and ``env_req``: the contract has such requirements.
    """

    today: dt.date
    goods: bool = True
    chemical_product: bool = False
    buyer_asks_sites: bool = False
    transparency_depth: int = 1
    labour_risk: str = "medium"
    chem_req: bool = False
    env_req: bool = False

    def facts(self) -> dict[str, object]:
        """The facts to store with the assessment: everything but the day."""
        return {name: value for name, value in asdict(self).items() if name != "today"}

    def fact(self, name: str) -> object:
        """One fact, the day as ISO text. Raises KeyError for a name that is none."""
        return self.today.isoformat() if name == "today" else self.facts()[name]


def read_context(raw: Mapping[str, object], *, today: dt.date) -> Context:
    """Stored facts as a context. Absent facts take their default; wrong ones raise Invalid."""
    faults = {
        name: N_("This fact of the contract is not known.")
        for name in raw
        if name not in CONTEXT_VALUES or name == "today"
    }
    for name in raw.keys() - faults.keys():
        allowed = CONTEXT_VALUES[name]
        if not any(raw[name] == value and type(raw[name]) is type(value) for value in allowed):
            faults[name] = N_("This fact of the contract has a value that it cannot have.")
    if faults:
        raise Invalid(faults)
    depth, risk = raw.get("transparency_depth", 1), raw.get("labour_risk", "medium")
    return Context(
        today=today,
        goods=raw.get("goods", True) is True,
        chemical_product=raw.get("chemical_product") is True,
        buyer_asks_sites=raw.get("buyer_asks_sites") is True,
        transparency_depth=depth if isinstance(depth, int) else 1,
        labour_risk=str(risk),
        chem_req=raw.get("chem_req") is True,
        env_req=raw.get("env_req") is True,
    )


@dataclass(frozen=True, slots=True)
class Source:
    """What a test looks at. ``kind`` is question, part or context; ``part`` and ``column`` narrow.

    For a question, ``name`` is its id and ``part`` one of its parts; for a part of the same
    question and for the context only ``name`` is used.
    """

    kind: str
    name: str
    part: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of a source with values."""

    source: Source
    operator: str
    operand: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Holds if every one of its conditions does."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Holds if one of its conditions does."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds if its condition does not."""

    of: "Condition"


Condition = All | Either | Not | Comparison


def holds(condition: Condition | None, values: Mapping[Source, tuple[object, ...]]) -> bool:
    """Whether a condition holds, given what each source says; no condition always holds."""
    match condition:
        case None:
            return True
        case All(of):
            return all(holds(each, values) for each in of)
        case Either(of):
            return any(holds(each, values) for each in of)
        case Not(of):
            return not holds(of, values)
        case Comparison(source, operator, operand):
            return _compares(operator, operand, values.get(source, ()))


def comparisons(condition: Condition | None) -> Iterator[Comparison]:
    """Every comparison inside a condition."""
    match condition:
        case All(of) | Either(of):
            for each in of:
                yield from comparisons(each)
        case Not(of):
            yield from comparisons(of)
        case Comparison():
            yield condition


def found(answer: Mapping[str, object], part: str, column: str = "") -> tuple[object, ...]:
    """What an answer says in a part, or in all rows of a column, as a tuple of single values."""
    value = answer.get(part)
    if not column:
        return _several(value)
    rows = value if isinstance(value, list) else []
    return tuple(
        each for row in rows if isinstance(row, Mapping) for each in _several(row.get(column))
    )


def _several(value: object) -> tuple[object, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, list):
        # Rows of a table only say that something was answered; they are not compared.
        return tuple(ANSWERED if isinstance(each, Mapping) else each for each in value)
    return (value,)


def _compares(operator: str, operand: tuple[object, ...], said: tuple[object, ...]) -> bool:
    if not said:
        return False
    if operator == "is":
        return ANSWERED in operand or any(value in operand for value in said)
    if operator == "is_not":
        return not any(value in operand for value in said)
    if operator == "above":
        return any(_above(value, operand[0]) for value in said)
    return any(isinstance(value, str) and value >= str(operand[0]) for value in said)


def _above(value: object, bound: object) -> bool:
    numbers = isinstance(value, int | float) and isinstance(bound, int | float)
    return numbers and float(str(value)) > float(str(bound))
