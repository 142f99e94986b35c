"""A grievance procedure in English that is open to the firm's own people only."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Contradiction,
    DemoDocument,
    Fact,
    Grid,
    Heading,
    Paper,
    Points,
    Signature,
    Text,
)
from .firms import ELEKTRONIKLAGRET
from .pages import render

_SCOPE: Final = "The channel is open to employees of Elektroniklagret in Sweden and Norway only"
_CHAIN: Final = "Workers in the supply chain cannot use the channel"
_NONE: Final = "No complaints were received in 2025"
_REMEDY: Final = "There is no procedure for remedy outside the company"

PAPER: Final = Paper(
    firm=ELEKTRONIKLAGRET,
    language="en",
    title="Grievance procedure",
    margin_notes=("Grievance procedure", "HR-12, version 2", "2025-09-01"),
    blocks=(
        Heading("Grievance procedure"),
        Heading("1. Purpose and scope", 2),
        Text(
            "This procedure says how complaints about working conditions, safety, harassment and "
            "misconduct are made and handled. It fulfils the Swedish act on the protection of "
            "persons who report misconduct."
        ),
        Text(f"{_SCOPE}. {_CHAIN}; they are referred to their own employer."),
        Heading("2. How to complain", 2),
        Points(
            (
                "Complaints can be made by web form, by letter or to a safety representative.",
                "Complaints can be made without giving a name.",
                "The form is available in Swedish and English.",
                "The form is run by an outside law firm and is encrypted.",
            )
        ),
        Heading("3. Protection", 2),
        Text(
            "Nobody may be punished for a complaint made in good faith. Managers who retaliate "
            "shall be removed from their duties. Only two named persons can read a complaint."
        ),
        Heading("4. Handling", 2),
        Grid(
            (
                ("Step", "Who", "Time"),
                ("Receipt is confirmed", "Law firm", "7 days"),
                ("Facts are gathered; both sides are heard", "HR and compliance", "30 days"),
                ("Decision and measures", "Chief executive", "60 days"),
                ("Answer to the one who complained", "HR", "90 days"),
                ("Check that the measure works", "Compliance", "6 months"),
            ),
            (3.4, 2, 1),
            size=8.5,
        ),
        Heading("5. Complaints against the management", 2),
        Text("Complaints about the chief executive go to the chair of the board."),
        Heading("6. Remedy", 2),
        Text(
            "An employee who has been harmed shall be compensated and may bring a representative "
            f"of the union to every meeting. {_REMEDY}."
        ),
        Heading("7. Statistics", 2),
        Text(f"{_NONE}. In 2024 one complaint was received, about noise in the warehouse."),
        Heading("8. Review", 2),
        Text("The procedure is reviewed every second year together with the local union."),
        Signature("Luleå, 1 September 2025", "Sixten Kallioniemi-Berg", "Chief executive"),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="grievance_procedure.pdf",
    supplier="Elektroniklagret Norr AB",
    kind=DocumentKind.OTHER,
    language="en",
    title=PAPER.title,
    questions=("P6-01", "P6-02", "P6-03", "P7-01"),
    expected=(
        Fact("LAB.GRIEVANCE", "affirmed", _SCOPE, 1),
        Fact("LAB.GRIEVANCE", "denied", _CHAIN, 1),
        Fact("LAB.GRIEVANCE", "affirmed", "Complaints can be made without giving a name", 1),
        Fact(
            "LAB.GRIEVANCE",
            "required",
            "Nobody may be punished for a complaint made in good faith",
            1,
        ),
        Fact("LAB.GRIEVANCE", "denied", _REMEDY, 1),
    ),
    contradictions=(
        Contradiction("P6-01", _SCOPE, 1),
        Contradiction("P6-02", "in Swedish and English", 1),
        Contradiction("P6-03", _NONE, 1),
        Contradiction("P7-01", _REMEDY, 1),
    ),
    make=lambda: render(PAPER),
)
