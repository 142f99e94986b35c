"""A social audit report in English of Lindmark's sewing factory in Vinh Phuc."""

from typing import Final

from portal.domain.evidence import DocumentKind

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
    Photo,
    Points,
    Signature,
    Space,
    Text,
)
from .firms import TESSMARK
from .pages import render

_RED: Final = "#f3c9c4"
_AMBER: Final = "#f6e2b3"
_GREEN: Final = "#cfe6d2"

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
        _RED,
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
            (1, 1): _RED,
            (2, 1): _GREEN,
            (3, 1): _GREEN,
            (4, 1): _AMBER,
            (5, 1): _AMBER,
            (6, 1): _RED,
            (7, 1): _GREEN,
            (8, 1): _AMBER,
            (9, 1): _AMBER,
        },
    ),
    Heading("3. Method"),
    Text(
        "The auditors toured the site, read payroll, time and personnel records for 60 workers "
        "and three months (May, October and November 2025), and talked with 34 workers alone and "
        "in groups, off the line and without managers. An interpreter for Burmese took part. "
        "Two members of the union committee were interviewed."
    ),
    Box(
        "Management was open during the visit. The agency Anh Duong Labour Supply did not let the "
        "auditors see its office.",
    ),
    NewPage(),
)

_FINDINGS: Final[tuple[Block, ...]] = (
    Heading("4. Findings"),
    Heading("4.1 Forced labour", 2),
    Box("**Critical F1.** Identity documents.", _RED),
    Text(
        "The agency keeps the passports of the 46 workers from Myanmar until the recruitment loan "
        "is repaid. Workers were given a photocopy. Eleven of the twelve workers asked had not "
        "seen their passport since they came to Vietnam."
    ),
    Box("**Critical F2.** Recruitment fees and debt.", _RED),
    Text(
        "Workers from Myanmar had paid between USD 900 and 1,400 to the agency for the job. "
        "USD 60 a month is deducted from wages to repay the loan. The factory says that it paid "
        "the agency a service fee and did not know of the loans."
    ),
    Text(
        "Workers are free to leave the dormitory after work. Guards do not keep a list of who "
        "goes out."
    ),
    Heading("4.2 Child labour and young workers", 2),
    Text(
        "No workers under 18 were found. Age records of all 60 workers in the sample were "
        "complete. The minimum age in the factory's rules is 16."
    ),
    Text("**Minor F3.** The procedure for age checks does not mention agency workers."),
    Heading("4.3 Freedom of association", 2),
    Text(
        "The union has been registered since 2014 and bargains every second year. Its committee "
        "is elected by secret ballot. Members of the committee may meet in working hours."
    ),
    Heading("4.4 Wages and benefits", 2),
    Text("Basic wages are at or above the regional minimum wage."),
    Text(
        "**Major F4.** Overtime in November 2025 was paid 24 days late. "
        "No comparison with a living wage has been made."
    ),
    Heading("4.5 Working hours", 2),
    Text(
        "**Major F5.** Time records showed up to 72 hours per week in October and November 2025 "
        "for 19 of 60 workers. Six workers had no day off in 21 days. Overtime in May did not "
        "exceed 12 hours per week."
    ),
    Text(
        "The manager explained that two orders had been moved forward by customers. Workers said "
        "that they were asked and could say no, but that few do in the high season."
    ),
    NewPage(),
    Heading("4.6 Health and safety", 2),
    Box("**Critical F6.** Emergency exit.", _RED),
    Text(
        "The east emergency exit on the second floor was blocked by cartons and locked with a "
        "chain. About 210 persons work on the floor. The chain was cut while the auditors were "
        "there."
    ),
    Photo("Photo 7. East exit, second floor, 12 March 2026, 10:40.", "exit"),
    Text(
        "**Minor F7.** Four of 31 button machines lacked a needle guard. "
        "**Minor F8.** The eye wash in the printing room had not been checked since 2024."
    ),
    Text(
        "Fire drills are held twice a year and are recorded. Protective equipment is free of "
        "charge. A nurse is on site during all working hours."
    ),
    Photo("Photo 9. Sewing line 4, first floor.", "line"),
    Heading("4.7 Discrimination", 2),
    Text(
        "Men and women receive equal pay for the same work. Pregnancy tests are not part of "
        "recruitment."
    ),
    Heading("4.8 Grievance channels", 2),
    Text(
        "**Major F9.** There are three complaint boxes, all within sight of the line leaders. "
        "No channel exists in Burmese. The last entry in the complaints log is from June 2024."
    ),
    Heading("4.9 Contracts and subcontracting", 2),
    Text(
        "All directly employed workers have a written contract. "
        "The contracts of the agency workers are in Vietnamese only."
    ),
    Text(
        "**Major F10.** Reflective prints were sent to Phuc An Printing, Vinh Tuong, without the "
        "client's approval. The unit was not visited."
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
        fills={(5, 5): _GREEN},
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
    blocks=_COVER + _SUMMARY + _FINDINGS + _PLAN,
    look="report",
    margin_notes=("Report TA-2026-0417", "Minh Sao Workwear, Vinh Phuc"),
)

_PASSPORTS: Final = (
    "The agency keeps the passports of the 46 workers from Myanmar until the recruitment loan is "
    "repaid"
)
_FEES: Final = "Workers from Myanmar had paid between USD 900 and 1,400 to the agency for the job"
_HOURS: Final = "Time records showed up to 72 hours per week in October and November 2025"
_EXIT: Final = (
    "The east emergency exit on the second floor was blocked by cartons and locked with a chain"
)
_UNIT: Final = (
    "Reflective prints were sent to Phuc An Printing, Vinh Tuong, without the client's approval"
)

DOCUMENT: Final = DemoDocument(
    name="auditrapport_vinhphuc.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.OTHER,
    language="en",
    title=PAPER.title,
    questions=("LAB-02", "P4-02", "P5-01", "P5-04"),
    expected=(
        Fact("LAB.FORCED", "affirmed", _PASSPORTS, 3),
        Fact("LAB.FEES", "affirmed", _FEES, 3),
        Fact("LAB.HOURS", "affirmed", _HOURS, 3),
        Fact("LAB.SAFETY", "affirmed", _EXIT, 4),
        Fact("LAB.GRIEVANCE", "denied", "No channel exists in Burmese", 4),
        Fact("LAB.CHILD", "denied", "No workers under 18 were found", 3),
        Fact("LAB.CONTRACT", "affirmed", _UNIT, 4),
        Fact("LAB.WAGE", "affirmed", "Basic wages are at or above the regional minimum wage", 3),
        Fact("LAB.UNION", "affirmed", "The union has been registered since 2014", 3),
    ),
    contradictions=(
        Contradiction("LAB-01", _FEES, 3),
        Contradiction("RD-01", _PASSPORTS, 3),
        Contradiction("P3-01", _HOURS, 3),
        Contradiction("P6-02", "No channel exists in Burmese", 4),
        Contradiction("TR-02", _UNIT, 4),
    ),
    make=lambda: render(PAPER),
)
