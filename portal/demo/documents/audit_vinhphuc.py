"""A social audit report in English of Lindmark's sewing factory in Vinh Phuc."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .audit_vinhphuc_findings import (
    AMBER,
    EXIT,
    FEES,
    FINDINGS,
    GREEN,
    HOURS,
    PASSPORTS,
    RED,
    UNIT,
)
from .blocks import (
    Block,
    Box,
    Contradiction,
    DemoDocument,
    Fact,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Points,
    Signature,
    Space,
    Text,
)
from .firms import TESSMARK
from .pages import render

_COVER: Final[tuple[Block, ...]] = (
    Space(70),
    Text("Social Audit Report", "large"),
    Space(20),
    Text("Minh Sao Workwear Co., Ltd", "name"),
    Text("Lot C7, Dong Lai Industrial Zone, Vinh Phuc, Vietnam", "centre"),
    Space(40),
    Fields(
        (
            ("Report number", "TA-2026-0417"),
            ("Client", "Lindmark Textil AB, Borås"),
            ("Type of audit", "Initial, semi-announced, two auditors, three days"),
            ("Audit dates", "11-13 March 2026"),
            ("Lead auditor", "Ines Calloway-Pham"),
            ("Report issued", "27 March 2026"),
            ("Next audit due", "Within six months"),
        )
    ),
    Space(30),
    Box(
        "**Overall result: not acceptable.** Three critical and four major findings. "
        "The client was told of the critical findings by telephone on 13 March 2026.",
        RED,
    ),
    NewPage(),
)

_SUMMARY: Final[tuple[Block, ...]] = (
    Heading("1. The factory"),
    Text(
        "Minh Sao Workwear sews trousers and jackets for workwear brands in northern Europe. The "
        "site has one production building of three floors, a warehouse and a dormitory. Fabric "
        "is bought by the client; cutting, sewing, printing and packing take place on site."
    ),
    Grid(
        (
            ("Item", "Value"),
            ("Workers at the time of audit", "642, of whom 451 women"),
            ("Workers from other countries", "46, all from Myanmar"),
            ("Agency workers", "46"),
            ("Shifts", "One, 07:30-16:30, with a break of one hour"),
            ("Main products for the client", "LT-2210 trousers, LT-2215 jacket"),
            ("Collective agreement", "Yes, valid to 31 December 2026"),
        ),
        (2, 3),
    ),
    Heading("2. Result by area"),
    Grid(
        (
            ("Area", "Rating", "Critical", "Major", "Minor"),
            ("Forced labour", "Critical", "2", "0", "0"),
            ("Child labour and young workers", "Good", "0", "0", "1"),
            ("Freedom of association", "Good", "0", "0", "0"),
            ("Wages and benefits", "Improve", "0", "1", "0"),
            ("Working hours", "Poor", "0", "1", "0"),
            ("Health and safety", "Critical", "1", "0", "2"),
            ("Discrimination", "Good", "0", "0", "0"),
            ("Grievance channels", "Improve", "0", "1", "0"),
            ("Subcontracting", "Poor", "0", "1", "0"),
        ),
        (3.2, 1.4, 1, 1, 1),
        size=8.5,
        fills={
            (1, 1): RED,
            (2, 1): GREEN,
            (3, 1): GREEN,
            (4, 1): AMBER,
            (5, 1): AMBER,
            (6, 1): RED,
            (7, 1): GREEN,
            (8, 1): AMBER,
            (9, 1): AMBER,
        },
    ),
    NewPage(),
    Heading("3. Method"),
    Text(
        "The auditors toured the site, read payroll, time and personnel records for 60 workers "
        "and three months (May, October and November 2025), and talked with 34 workers alone and "
        "in groups, off the line and without managers. An interpreter for Burmese took part. "
        "Two members of the union committee were interviewed."
    ),
    Grid(
        (
            ("Group", "Employed", "Interviewed alone", "Interviewed in groups", "Files read"),
            ("Sewing", "388", "8", "10", "32"),
            ("Cutting", "61", "2", "0", "6"),
            ("Printing", "24", "2", "0", "6"),
            ("Packing and warehouse", "123", "0", "0", "4"),
            ("Agency workers, all departments", "46", "6", "6", "12"),
        ),
        (3, 1, 1.4, 1.6, 1),
    ),
    Heading("3.1 Meetings", 2),
    Grid(
        (
            ("Meeting", "Time", "Present for the factory"),
            ("Opening", "11 March, 08:15", "Managing director, HR manager, safety officer"),
            ("Daily wrap-up", "11 and 12 March, 16:40", "HR manager, union chair"),
            ("Closing", "13 March, 14:00", "Managing director, HR manager, union chair"),
        ),
        (1.2, 1.6, 3),
    ),
    Heading("3.2 Limits of the audit", 2),
    Text(
        "The agency Anh Duong Labour Supply did not let the auditors see its office. Its contracts "
        "were read at the factory. Overtime before May 2025 was not examined."
    ),
    Heading("3.3 Grades of findings", 2),
    Grid(
        (
            ("Grade", "Meaning", "Time to remedy"),
            ("Critical", "Danger to life or a breach of a fundamental right", "At once"),
            ("Major", "A breach of law or of the client's code", "60 days"),
            ("Minor", "A gap in procedure or records", "120 days"),
        ),
        (1, 4, 1.2),
    ),
    Box(
        "Management was open during the visit and gave access to all buildings, the dormitory "
        "included.",
    ),
    NewPage(),
)

_PLAN: Final[tuple[Block, ...]] = (
    Heading("5. Corrective action plan"),
    Text("Agreed with the management at the closing meeting on 13 March 2026."),
    Grid(
        (
            ("No.", "Finding", "Action", "Owner", "Due", "Status"),
            (
                "F1",
                "Passports kept by the agency",
                "Passports to be handed back; lockers with own key",
                "HR manager",
                "2026-03-31",
                "Open",
            ),
            (
                "F2",
                "Recruitment fees and loans",
                "Fees to be repaid to 46 workers; contract with the agency to be ended",
                "Managing director",
                "2026-06-30",
                "Open",
            ),
            (
                "F4",
                "Late overtime pay",
                "Overtime to be paid with the monthly wage",
                "Payroll",
                "2026-04-30",
                "Open",
            ),
            (
                "F5",
                "Weeks of 72 hours",
                "Capacity plan; at most 60 hours per week, one day off in seven",
                "Production",
                "2026-05-31",
                "Open",
            ),
            (
                "F6",
                "Blocked emergency exit",
                "Exit cleared, chain removed; daily check by floor leader",
                "Safety officer",
                "2026-03-13",
                "Closed",
            ),
            (
                "F9",
                "No channel in Burmese",
                "Independent hotline in Vietnamese and Burmese",
                "HR manager",
                "2026-07-31",
                "Open",
            ),
            (
                "F10",
                "Subcontractor not approved",
                "Printing unit to be declared and audited",
                "Managing director",
                "2026-05-31",
                "Open",
            ),
        ),
        (0.6, 2, 3, 1.5, 1.3, 0.9),
        size=7.5,
        fills={(5, 5): GREEN},
    ),
    Heading("6. Documents seen"),
    Points(
        (
            "Business licence and land use certificate",
            "Payroll and time records, May, October and November 2025",
            "Collective agreement 2025-2026",
            "SA8000 certificate KC-SA-2231, valid until 1 March 2027",
            "Contract between the factory and Anh Duong Labour Supply, 4 July 2024",
        )
    ),
    Text(
        "The report describes what was seen on the days of the audit. It is no certificate. "
        "Names of workers are not given.",
        "small",
    ),
    Signature("Singapore, 27 March 2026", "Ines Calloway-Pham", "Lead auditor, Tessmark"),
)

PAPER: Final = Paper(
    firm=TESSMARK,
    language="en",
    title="Social Audit Report, Minh Sao Workwear",
    blocks=_COVER + _SUMMARY + FINDINGS + _PLAN,
    look="report",
    margin_notes=("Report TA-2026-0417", "Minh Sao Workwear, Vinh Phuc"),
)

DOCUMENT: Final = DemoDocument(
    name="auditrapport_vinhphuc.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.OTHER,
    language="en",
    title=PAPER.title,
    questions=("LAB-02", "P4-02", "P5-01", "P5-04"),
    expected=(
        Fact("LAB.FORCED", "affirmed", PASSPORTS, 4),
        Fact("LAB.FEES", "affirmed", FEES, 4),
        Fact("LAB.HOURS", "affirmed", HOURS, 4),
        Fact("LAB.SAFETY", "affirmed", EXIT, 5),
        Fact("LAB.GRIEVANCE", "denied", "No channel exists in Burmese", 5),
        Fact("LAB.CHILD", "denied", "No workers under 18 were found", 4),
        Fact("LAB.CONTRACT", "affirmed", UNIT, 5),
        Fact("LAB.WAGE", "affirmed", "Basic wages are at or above the regional minimum wage", 4),
        Fact("LAB.UNION", "affirmed", "The union has been registered since 2014", 4),
    ),
    contradictions=(
        Contradiction("LAB-01", FEES, 4),
        Contradiction("RD-01", PASSPORTS, 4),
        Contradiction("P3-01", HOURS, 4),
        Contradiction("P6-02", "No channel exists in Burmese", 5),
        Contradiction("TR-02", UNIT, 5),
    ),
    make=lambda: render(PAPER),
)
