"""The findings of the audit in Vinh Phuc, area by area."""

from typing import Final

from .blocks import Block, Box, Grid, Heading, NewPage, Photo, Text

RED: Final = "#f3c9c4"
AMBER: Final = "#f6e2b3"
GREEN: Final = "#cfe6d2"

PASSPORTS: Final = (
    "The agency keeps the passports of the 46 workers from Myanmar until the recruitment loan is "
    "repaid"
)
FEES: Final = "Workers from Myanmar had paid between USD 900 and 1,400 to the agency for the job"
HOURS: Final = "Time records showed up to 72 hours per week in October and November 2025"
EXIT: Final = (
    "The east emergency exit on the second floor was blocked by cartons and locked with a chain"
)
UNIT: Final = (
    "Reflective prints were sent to Phuc An Printing, Vinh Tuong, without the client's approval"
)

FINDINGS: Final[tuple[Block, ...]] = (
    Heading("4. Findings"),
    Heading("4.1 Forced labour", 2),
    Box("**Critical F1.** Identity documents.", RED),
    Text(
        f"{PASSPORTS}. Workers were given a photocopy. Eleven of the twelve workers asked had not "
        "seen their passport since they came to Vietnam."
    ),
    Text(
        "“We asked for them before the new year, to go home. The man from the agency said: "
        "when the loan is paid.” Worker from Myanmar, packing",
        "quote",
    ),
    Box("**Critical F2.** Recruitment fees and debt.", RED),
    Text(
        f"{FEES}. "
        "USD 60 a month is deducted from wages to repay the loan. The factory says that it paid "
        "the agency a service fee and did not know of the loans."
    ),
    Text(
        "“My father signed for the loan. I send home less than I pay the agency.” "
        "Worker from Myanmar, printing",
        "quote",
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
    Grid(
        (
            ("Grade", "Workers", "Basic wage, VND a month", "Regional minimum, VND", "Paid on"),
            ("Helper", "84", "4 480 000", "4 410 000", "10th"),
            ("Sewer 1", "211", "4 960 000", "4 410 000", "10th"),
            ("Sewer 2", "177", "5 420 000", "4 410 000", "10th"),
            ("Line leader", "22", "7 100 000", "4 410 000", "10th"),
        ),
        (1.4, 1, 1.8, 1.8, 1),
    ),
    Text(
        "**Major F4.** Overtime in November 2025 was paid 24 days late. "
        "No comparison with a living wage has been made."
    ),
    Heading("4.5 Working hours", 2),
    Text(
        f"**Major F5.** {HOURS} "
        "for 19 of 60 workers. Six workers had no day off in 21 days. Overtime in May did not "
        "exceed 12 hours per week."
    ),
    Grid(
        (
            ("Month", "Records read", "Average week", "Longest week", "Over 60 h", "No rest day"),
            ("May 2025", "60", "49 h", "58 h", "0", "0"),
            ("October 2025", "60", "61 h", "71 h", "17", "4"),
            ("November 2025", "60", "63 h", "72 h", "19", "6"),
        ),
        (1.5, 1.2, 1.2, 1.2, 1, 1.1),
        fills={(2, 4): RED, (3, 4): RED},
    ),
    Text(
        "The manager explained that two orders had been moved forward by customers. Workers said "
        "that they were asked and could say no, but that few do in the high season."
    ),
    Heading("4.6 Health and safety", 2),
    Box("**Critical F6.** Emergency exit.", RED),
    Text(
        f"{EXIT}. About 210 persons work on the floor. The chain was cut while the auditors were "
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
    Grid(
        (
            ("Point", "Seen", "Result"),
            ("Fire extinguishers, inspected", "74 of 74", "Good"),
            ("Emergency lights", "38 of 40", "Improve"),
            ("Exits open and clear", "11 of 12", "Critical"),
            ("First aid boxes", "9 of 9", "Good"),
            ("Accidents with absence, 2025", "3", "Recorded"),
        ),
        (3, 1.4, 1.4),
        fills={(3, 2): RED},
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
    Text(f"**Major F10.** {UNIT}. The unit was not visited."),
    Heading("4.10 Dormitory", 2),
    Text(
        "The dormitory houses 118 persons in rooms for six. Rooms are clean and have fans. Men and "
        "women live on separate floors. The rent of VND 150 000 a month is taken from wages by "
        "written agreement."
    ),
    Heading("4.11 Environment", 2),
    Text(
        "Waste water from the printing room is collected in drums and taken by a licensed hauler. "
        "The safety data sheet of the print coating FlexPrint 410 was at hand in English only. "
        "Workers in the printing room did not know what the coating contains."
    ),
    NewPage(),
)
