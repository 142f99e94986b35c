"""The glove maker's code in English, in two columns: minimum age 14, overtime at will."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import Contradiction, DemoDocument, Fact, Heading, Paper, Points, Signature, Text
from .firms import PERAKLIN
from .pages import render

_AGE: Final = "The minimum age for employment is 14 years"
_OVERTIME: Final = "Overtime is compulsory when orders require it, up to 30 hours per week"
_FEES: Final = "Workers bear the cost of their own recruitment, medical test and permit"

PAPER: Final = Paper(
    firm=PERAKLIN,
    language="en",
    title="Code of Conduct PG-HR-004",
    margin_notes=("Code of Conduct", "PG-HR-004, issue 7", "1 June 2024"),
    columns=2,
    blocks=(
        Heading("Code of Conduct"),
        Text(
            "This code applies to all employees, foreign workers and contractors of Peraklin "
            "Gloves Sdn Bhd. Managers make sure that it is known and followed. It is posted at "
            "the gate in English, Malay, Nepali and Bengali."
        ),
        Heading("1. Business integrity", 2),
        Text(
            "We keep honest books. Bribes are forbidden. Gifts above MYR 100 are reported to the "
            "compliance officer."
        ),
        Heading("2. Free choice of employment", 2),
        Text(
            "We do not use forced or bonded labour. Employees may resign with one month's notice. "
            "Passports are kept in personal lockers to which only the worker has the key."
        ),
        Text(f"{_FEES}. The company advances the money and recovers it over ten months."),
        Heading("3. Young persons", 2),
        Text(f"{_AGE}. Persons under 18 may work in packing under supervision."),
        Text("Copies of identity cards are checked by the personnel office before hiring."),
        Heading("4. Working hours", 2),
        Text("Normal hours are eight a day, six days a week."),
        Text(f"{_OVERTIME}. It is paid at one and a half times the basic rate."),
        Text("The weekly rest day may be moved by the plant manager in peak periods."),
        Heading("5. Pay", 2),
        Text(
            "Wages meet the national minimum wage and are paid by the seventh of each month. "
            "Deductions for lateness are made according to the table in PG-HR-011."
        ),
        Heading("6. Equal treatment", 2),
        Text(
            "There is no discrimination because of race, religion, sex or nationality. Female "
            "applicants take a pregnancy test before the contract is signed."
        ),
        Heading("7. Associations", 2),
        Text(
            "Peraklin is a union-free workplace. Employees may bring ideas to the welfare "
            "committee, whose members are named by the management."
        ),
        Heading("8. Safety", 2),
        Points(
            (
                "Protective equipment is provided free of charge.",
                "Exits must be kept clear and unlocked at all times.",
                "Accidents shall be reported within the same shift.",
            )
        ),
        Heading("9. Hostel", 2),
        Text(
            "The hostel closes at 22:00. Workers who wish to be out later ask the warden. Rooms "
            "are shared by at most ten persons."
        ),
        Heading("10. Complaints", 2),
        Text(
            "Complaints are made to the line leader in writing. Anonymous complaints are not "
            "considered. Those who complain in good faith are not punished."
        ),
        Heading("11. Chemicals and environment", 2),
        Text(
            "Gloves are made without natural rubber latex. Waste water is treated in our own plant "
            "and tested once a month."
        ),
        Heading("12. Contractors", 2),
        Text(
            "Stripping and packing may be put out to contractors when needed. Contractors sign a "
            "short form of this code."
        ),
        Signature("Kamunting, 1 June 2024", "Datin Norlisa Wen", "Managing director"),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="PG-HR-004_code_of_conduct.pdf",
    supplier="Ljungby Medicinteknik AB",
    kind=DocumentKind.CODE_OF_CONDUCT,
    language="en",
    title=PAPER.title,
    questions=("P1-01", "P4-01", "P4-02"),
    expected=(
        Fact("LAB.CHILD", "required", _AGE, 1),
        Fact("LAB.HOURS", "required", _OVERTIME, 1),
        Fact("LAB.FEES", "required", _FEES, 1),
        Fact("LAB.FORCED", "denied", "We do not use forced or bonded labour", 1),
        Fact("LAB.UNION", "denied", "Peraklin is a union-free workplace", 1),
        Fact(
            "LAB.DISCRIMINATION",
            "affirmed",
            "Female applicants take a pregnancy test before the contract is signed",
            1,
        ),
        Fact("LAB.GRIEVANCE", "denied", "Anonymous complaints are not considered", 1),
    ),
    contradictions=(
        Contradiction("P1-01", _AGE, 1),
        Contradiction("LAB-01", _FEES, 1),
        Contradiction("P6-02", "Anonymous complaints are not considered", 1),
    ),
    make=lambda: render(PAPER),
)
