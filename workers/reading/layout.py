"""From words and tables to the page's text: lines, rows with cells, and each word's offsets."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final

from workers.reading.tables import Cell, Grid
from workers.reading.text import Token

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
    """A page's text and the offsets of its words, in the order of ``tokens``."""

    tokens: list[Token] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """The page's text. It never changes afterwards: offsets rest on it."""
        return "".join(self.parts)

    def add(self, text: str) -> None:
        """Text that is no word: a blank, a line end, a cell's mark."""
        self.parts.append(text)
        self.length += len(text)

    def add_word(self, token: Token, shown: str) -> None:
        """A word, as it shall be read."""
        self.tokens.append(token)
        self.spans.append((self.length, self.length + len(shown)))
        self.add(shown)


def lay_out(tokens: Sequence[Token], tables: Sequence[Grid]) -> Laid:
    """The text of a page. A table stands where its first word was written."""
    laid = Laid()
    if not tables:
        for _, line in groupby(tokens, key=attrgetter("line")):
            _line(laid, list(line))
        return laid
    cells = [_words_by_cell(tokens, table) for table in tables]
    owner = {id(token): index for index, held in enumerate(cells) for token in held.owned}
    written: set[int] = set()
    for (table, _), run in groupby(tokens, key=lambda t: (owner.get(id(t), -1), t.line)):
        if table < 0:
            _line(laid, list(run))
        elif table not in written:
            written.add(table)
            _table(laid, tables[table], cells[table])
    return laid


@dataclass(slots=True)
class _Held:
    """The words in each cell of one table."""

    by_cell: dict[Cell, list[Token]] = field(default_factory=dict)
    owned: list[Token] = field(default_factory=list)


def _words_by_cell(tokens: Iterable[Token], table: Grid) -> _Held:
    held = _Held()
    slots = _slots(table)
    if slots is None:
        return held
    lefts, tops, owner = slots
    for token in tokens:
        x, y = (token.x0 + token.x1) / 2, (token.top + token.bottom) / 2
        cell = owner.get((bisect_right(lefts, x), bisect_right(tops, y)))
        if cell is not None:
            held.by_cell.setdefault(cell, []).append(token)
            held.owned.append(token)
    return held


_Slots = tuple[list[float], list[float], dict[tuple[int, int], Cell]]


def _slots(table: Grid) -> _Slots | None:
    """Which cell owns each slot of the finest grid, so that a point finds its cell at once."""
    cells = [cell for row in table.rows for cell in row if cell is not None]
    lefts = sorted({x for cell in cells for x in (cell[0], cell[2])})
    tops = sorted({y for cell in cells for y in (cell[1], cell[3])})
    if len(lefts) * len(tops) > _SLOTS:
        return None
    column = {x: index for index, x in enumerate(lefts, start=1)}
    row = {y: index for index, y in enumerate(tops, start=1)}
    owner = {
        (i, j): cell
        for cell in cells
        for i in range(column[cell[0]], column[cell[2]])
        for j in range(row[cell[1]], row[cell[3]])
    }
    return lefts, tops, owner


def _table(laid: Laid, table: Grid, held: _Held) -> None:
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
    if all(one.x0 <= two.x0 for one, two in pairwise(tokens)):
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
    if laid.length:
        laid.add("\n")


def _words(laid: Laid, tokens: list[Token]) -> None:
    if not tokens:
        return
    for token, following in pairwise(tokens):
        if token.broken or token.text[-1] == "-":
            hyphen, gap = _joint(token, following)
            laid.add_word(token, token.text + hyphen)
            laid.add(gap)
        else:
            laid.add_word(token, token.text)
            laid.add(" ")
    laid.add_word(tokens[-1], tokens[-1].text + "-" * tokens[-1].broken)


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
