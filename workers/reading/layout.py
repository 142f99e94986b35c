"""From words and tables to the page's text: lines, rows with cells, and each word's offsets."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby, pairwise
from operator import attrgetter, itemgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workers.reading.columns import Unruled, find_unruled
from workers.reading.tables import Cell, Grid
from workers.reading.token import Places, Token, places_of

CELL_MARK: Final = " | "
_SLOTS: Final = 200_000  # of one table's grid; more would be a pattern, not a table
_CELL_WORDS: Final = 150  # a cell with more is a frame around running text

_STACKED: Final = 3
_COLUMNS: Final = 3

_REGISTERED: Final = re.compile(r"\W*(?:\d{2,7}-\d\d|\d{3}-\d{3})-\d\W*")  # CAS, EC

# After a hyphen at a line's end these begin a new word: "in-" and then "och utförsel".
_JOINERS: Final = frozenset({"och", "eller", "samt", "resp", "and", "or", "to", "till"})


@dataclass(slots=True)
class Laid:
    """A page's words in the order of its text, how each is read, and what stands before it."""

    tokens: list[Token] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    pending: str = ""
    tables: int = 0

    @property
    def text(self) -> str:
        """The page's text. It never changes afterwards: offsets rest on it."""
        return "".join(chain.from_iterable(zip(self.gaps, self.shown, strict=True))) + self.pending

    @property
    def spans(self) -> NDArray[np.int64]:
        """Where each word starts and ends in the text."""
        both = np.empty((len(self.tokens), 2), np.int64)
        both[:, 0] = np.fromiter(map(len, self.gaps), np.int64, len(self.gaps))
        both[:, 1] = np.fromiter(map(len, self.shown), np.int64, len(self.shown))
        return both.cumsum().reshape(-1, 2)

    def add(self, text: str) -> None:
        """Text that is no word: a blank, a line end, a cell's mark."""
        self.pending += text

    def add_words(self, tokens: Sequence[Token], shown: Sequence[str], gaps: Sequence[str]) -> None:
        """Words as they shall be read, and the gaps between them: one fewer."""
        self.tokens += tokens
        self.shown += shown
        self.gaps.append(self.pending)
        self.gaps += gaps
        self.pending = ""


def lay_out(tokens: Sequence[Token], tables: Sequence[Grid]) -> Laid:
    """The text of a page. A table stands where its first word was written."""
    laid = Laid()
    places = places_of(tokens)
    ruled = [words_by_cell(tokens, places, table) for table in tables]
    owner = _owners([held.owned for held in ruled], len(tokens))
    unruled = find_unruled(tokens, places, [one < 0 for one in owner])
    for number, table in enumerate(unruled, start=len(ruled)):
        for index in chain.from_iterable(chain.from_iterable(table.rows)):
            owner[index] = number
    laid.tables = len(ruled) + len(unruled)
    written: set[int] = set()
    owned = zip(owner, map(attrgetter("line"), tokens), tokens, strict=True)
    for (number, _), run in groupby(owned, key=itemgetter(0, 1)):
        if number < 0:
            _line(laid, [token for *_, token in run])
        elif number in written:
            continue
        elif number < len(ruled):
            _table(laid, tables[number], ruled[number])
        else:
            _unruled(laid, unruled[number - len(ruled)], tokens)
        written.add(number)
    return laid


def _owners(owned: Sequence[Sequence[int]], count: int) -> list[int]:
    """The number of the table that holds each word, or -1."""
    owner = [-1] * count
    for number, words in enumerate(owned):
        for index in words:
            owner[index] = number
    return owner


def _unruled(laid: Laid, table: Unruled, tokens: Sequence[Token]) -> None:
    for row in table.rows:
        _row(laid, [[tokens[index] for index in cell] for cell in row])


@dataclass(slots=True)
class Held:
    """The words in each cell of one table, and which of the page's they are."""

    by_cell: dict[Cell, list[Token]] = field(default_factory=dict)
    owned: list[int] = field(default_factory=list)


def words_by_cell(tokens: Sequence[Token], places: Places, table: Grid) -> Held:
    """Which words stand in which cell, by their middle; none where the table has too many."""
    held = Held()
    cells = [cell for row in table.rows for cell in row if cell is not None]
    slots = _slots(cells)
    if slots is None:
        return held
    lefts, tops, owner = slots
    columns = np.searchsorted(lefts, (places[:, 0] + places[:, 2]) / 2, side="right")
    rows = np.searchsorted(tops, (places[:, 1] + places[:, 3]) / 2, side="right")
    of_word = owner[columns, rows]
    held.owned = np.flatnonzero(of_word).tolist()
    for index in held.owned:
        held.by_cell.setdefault(cells[of_word[index] - 1], []).append(tokens[index])
    return held


_Slots = tuple[list[float], list[float], NDArray[np.int32]]


def _slots(cells: Sequence[Cell]) -> _Slots | None:
    """Which cell (from 1) owns each slot of the finest grid, so that a point finds it at once."""
    lefts = sorted({x for cell in cells for x in (cell[0], cell[2])})
    tops = sorted({y for cell in cells for y in (cell[1], cell[3])})
    if len(lefts) * len(tops) > _SLOTS:
        return None
    column = {x: index for index, x in enumerate(lefts, start=1)}
    row = {y: index for index, y in enumerate(tops, start=1)}
    owner = np.zeros((len(lefts) + 1, len(tops) + 1), np.int32)
    for number, (x0, top, x1, bottom) in enumerate(cells, start=1):
        owner[column[x0] : column[x1], row[top] : row[bottom]] = number
    return lefts, tops, owner


def _table(laid: Laid, table: Grid, held: Held) -> None:
    for row in table.rows:
        cells = [held.by_cell.get(cell, []) for cell in row if cell is not None]
        filled = [tokens for tokens in cells if tokens]
        if len(filled) > 1 and not any(_is_frame(tokens) for tokens in filled):
            for part in rows_within(cells):
                _row(laid, part)
            continue
        for tokens in filled:
            for _, line in groupby(tokens, key=attrgetter("line")):
                _line(laid, list(line))


def _is_frame(tokens: list[Token]) -> bool:
    return len(tokens) > _CELL_WORDS


def rows_within(cells: list[list[Token]]) -> list[list[list[Token]]]:
    """The rows that stand between two rules, for tables ruled only every few rows.

    Cells are taken for several rows only where all of them have the same lines, three or more,
    and one column holds a number on each: a wrapped text must stay one cell.
    """
    stacked = [_stack(tokens) for tokens in cells]
    filled = [lines for lines in stacked if lines]
    count = len(filled[0])
    if count < _STACKED or len(filled) < _COLUMNS or any(len(lines) != count for lines in filled):
        return [cells]
    if not any(all(_has_digit(line) for line in lines) for lines in filled):
        return [cells]
    if not all(_on_one_line(side_by_side) for side_by_side in zip(*filled, strict=True)):
        return [cells]
    return [[lines[index] if lines else [] for lines in stacked] for index in range(count)]


def _stack(tokens: list[Token]) -> list[list[Token]]:
    """A cell's words by the line they stand on, from the top."""
    lines: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: (token.top + token.bottom) / 2):
        if lines and (token.top + token.bottom) / 2 < lines[-1][0].bottom:
            lines[-1].append(token)
        else:
            lines.append([token])
    return [sorted(line, key=attrgetter("x0")) for line in lines]


def _has_digit(line: list[Token]) -> bool:
    return any(char.isdigit() for token in line for char in token.text)


def _on_one_line(lines: Iterable[list[Token]]) -> bool:
    """Whether lines of neighbouring cells share some height."""
    lines = list(lines)
    top = max(min(token.top for token in line) for line in lines)
    return top < min(max(token.bottom for token in line) for line in lines)


def _row(laid: Laid, cells: list[list[Token]]) -> None:
    _new_line(laid)
    for index, tokens in enumerate(cells):
        if index:
            laid.add(CELL_MARK)
        _words(laid, tokens)


def _line(laid: Laid, tokens: list[Token]) -> None:
    if not _number_goes_on(laid, tokens[0]):
        _new_line(laid)
    _words(laid, left_to_right(tokens))


def left_to_right(tokens: list[Token]) -> list[Token]:
    """A line's words as they stand, where a document wrote them in another order.

    pdfium keeps the order of writing within a line. Words on different heights keep it too: a
    word broken at a line's end goes on in the next.
    """
    lefts = [token.x0 for token in tokens]
    if lefts == sorted(lefts):
        return tokens
    runs = [[tokens[0]]]
    for before, token in pairwise(tokens):
        if not before.broken and _is_level(before, token):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [token for run in runs for token in sorted(run, key=attrgetter("x0"))]


def _is_level(one: Token, two: Token) -> bool:
    shared = min(one.bottom, two.bottom) - max(one.top, two.top)
    return shared > min(one.bottom - one.top, two.bottom - two.top) / 2


def _number_goes_on(laid: Laid, token: Token) -> bool:
    """Whether a line begins with the rest of a CAS or EC number: pdfium joins words, not these."""
    last = laid.tokens[-1].text if laid.tokens else ""
    return last.endswith("-") and _REGISTERED.fullmatch(last + token.text) is not None


def _new_line(laid: Laid) -> None:
    if laid.tokens or laid.pending:
        laid.add("\n")


def _words(laid: Laid, tokens: list[Token]) -> None:
    if not tokens:
        return
    shown = [token.text for token in tokens]
    gaps = [" "] * (len(tokens) - 1)
    for index, token in enumerate(tokens):
        if not token.broken and token.text[-1] != "-":
            continue
        if index < len(gaps):
            hyphen, gaps[index] = _joint(token, tokens[index + 1])
            shown[index] += hyphen
        elif token.broken:
            shown[index] += "-"
    laid.add_words(tokens, shown, gaps)


def _joint(token: Token, following: Token) -> tuple[str, str]:
    """What stands between two words: a hyphen or none, a blank or none.

    A word broken at a line's end is made whole. A hyphen of its own stays, as before a capital
    or in a CAS number that a narrow cell breaks.
    """
    if not token.broken:
        number = token.text.endswith("-") and token.text[-2:-1].isdigit()
        goes_on = token.line != following.line and following.text[:1].isdigit()
        return "", "" if number and goes_on else " "
    if following.text.lower() in _JOINERS:
        return "-", " "
    whole = token.text[-1:].isalpha() and following.text[:1].islower()
    return ("" if whole else "-"), ""
