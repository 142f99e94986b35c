"""A long report for trying out reading: as many pages as asked for, with facts planted on some."""

from typing import Final

from .blocks import Block, Fact, Grid, Heading, NewPage, Paper, Points, Text
from .firms import TESSMARK
from .pages import render

EVERY: Final = 7
PLACES: Final = ("Gazipur", "Vinh Phuc", "Tiruppur", "Izmir", "Taiping", "Kaunas", "Braga")
WORK: Final = ("cutting", "sewing", "dyeing", "printing", "washing", "packing")


def long_report(pages: int) -> bytes:
    """A report of exactly ``pages`` pages, one site on each; at least one page."""
    if pages < 1:
        raise ValueError(f"a report has at least one page, not {pages}")
    blocks: list[Block] = []
    for number in range(1, pages + 1):
        blocks += [NewPage()] if blocks else []
        blocks += _site(number)
    return render(
        Paper(
            firm=TESSMARK,
            language="en",
            title=f"Site report, {pages} sites",
            blocks=tuple(blocks),
            look="report",
            margin_notes=(f"Report TL-{pages:04}", "All sites"),
        )
    )


def long_report_facts(pages: int) -> tuple[Fact, ...]:
    """The facts planted in the report of that length: one on every seventh page."""
    planted = range(EVERY, pages + 1, EVERY)
    return tuple(Fact("LAB.HOURS", "affirmed", _hours(number), number) for number in planted)


def _hours(number: int) -> str:
    return f"Time records at site {number} showed {61 + number % 20} hours per week in peak season"


def _site(number: int) -> list[Block]:
    place, work = PLACES[number % len(PLACES)], WORK[number % len(WORK)]
    workers = 80 + number * 37 % 900
    hours = f"{_hours(number)}. " if number % EVERY == 0 else ""
    return [
        Heading(f"Site {number}: {work} unit in {place}"),
        Text(
            f"The unit employs {workers} persons and does {work} for three customers. The visit "
            f"took {1 + number % 3} days. {hours}Records were shown on request and copied."
        ),
        Grid(
            (
                ("Item", "Seen", "Remark"),
                ("Workers interviewed", str(8 + number % 9), "Alone, off the line"),
                ("Personnel files", str(20 + number % 15), "Complete"),
                ("Exits checked", str(4 + number % 5), "Clear and unlocked"),
                ("Machines checked", str(30 + number % 40), "Guards in place"),
                ("Chemical store", "1", "Labels and data sheets present"),
            ),
            (2, 1, 3),
        ),
        Points(
            (
                "The site plan was compared with the building.",
                f"The canteen serves {workers // 2} meals a day.",
                f"The next visit is planned in {6 + number % 12} months.",
            )
        ),
        Text(
            "The manager walked the site together with the auditor. Photographs were taken with "
            "consent and are kept by the client. Notes of interviews are kept apart from names."
        ),
    ]
