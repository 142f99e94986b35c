"""What charts and diagrams say: their titles, and their points as rows of a table."""

from collections.abc import Iterator
from typing import Final

from workers.reading.office.flow import Block, row, tidy
from workers.reading.office.package import Element, child, local, value
from workers.reading.office.sheets import spelt

_NAMES: Final = ("cat", "xVal")
_VALUES: Final = ("val", "yVal")
_POINTS: Final = 1_000  # of one series; more are no table that anyone reads
_PLACE_DIGITS: Final = 9


def chart_blocks(chart: Element | None, *, table: int) -> Iterator[Block]:
    """A chart's titles, then a row for each name on its axis with what each series has there."""
    if chart is None:
        return
    for title in chart.iter("{*}title"):
        if text := tidy("".join(each.text or "" for each in title.iter("{*}t", "{*}v"))):
            yield Block(text)
    series = list(chart.iter("{*}ser"))
    heads = ["", *(_name(each) for each in series)]
    if text := row(heads):
        yield Block(text, table=table)
    named = (_points(_part(each, _NAMES)) for each in series)
    names = next(filter(None, named), {})
    columns = [_points(_part(each, _VALUES)) for each in series]
    places = sorted(set(names).union(*columns))
    for place in places[:_POINTS]:
        cells = [names.get(place, ""), *(column.get(place, "") for column in columns)]
        if text := row(cells):
            yield Block(text, table=table)


def diagram_blocks(diagram: Element | None) -> Iterator[Block]:
    """The texts of a diagram's boxes, in the order they were made."""
    for paragraph in diagram.iter("{*}p") if diagram is not None else ():
        if text := tidy("".join(each.text or "" for each in paragraph.iter("{*}t"))):
            yield Block(text)


def _name(series: Element) -> str:
    named = child(series, "tx")
    return " ".join(each.text or "" for each in named.iter("{*}v")) if named is not None else ""


def _part(series: Element, kinds: tuple[str, ...]) -> Element | None:
    return next((each for each in series if local(each) in kinds), None)


def _points(part: Element | None) -> dict[int, str]:
    """What a chart shows at each place of an axis, numbers as their format shows them."""
    if part is None:
        return {}
    formats = (each.text or "" for each in part.iter("{*}formatCode"))
    percent = any(code.rstrip().endswith("%") for code in formats)
    found = {}
    for point in part.iter("{*}pt"):
        held, place = child(point, "v"), value(point, "idx") or ""
        if held is not None and place.isascii() and place.isdecimal():
            said = held.text or ""
            is_number = local(point.getparent()).startswith("num")
            shown = _number(said, percent=percent) if is_number else said
            found[int(place[:_PLACE_DIGITS])] = shown
    return found


def _number(text: str, *, percent: bool) -> str:
    try:
        return spelt(float(text), percent=percent)
    except ValueError:
        return text
