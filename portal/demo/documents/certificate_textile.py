"""An expired Oeko-Tex certificate in English: held by the weaver, prints left out."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
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
from .firms import WALDAU
from .pages import render

PAPER: Final = Paper(
    firm=WALDAU,
    language="en",
    title="Certificate 24.WTI.90417 OEKO-TEX Standard 100",
    look="certificate",
    serif=True,
    margin_notes=("Certificate 24.WTI.90417", "Test report 2409-1188"),
    blocks=(
        Space(34),
        Text("Certificate", "large"),
        Space(14),
        Text("The company", "centre"),
        Text("Padma Tarango Weaving Mills Ltd", "name"),
        Text("Plot 43, Kaliganj Road, Gazipur, Bangladesh", "centre"),
        Space(8),
        Text("is granted authorisation to use the mark", "centre"),
        Text("OEKO-TEX Standard 100", "name"),
        Text("for the articles", "centre"),
        Space(4),
        Text(
            "Woven fabrics of cotton and polyester/cotton blends, dyed with reactive, disperse and "
            "vat dyestuffs, soft finished.",
            "centre",
        ),
        Space(18),
        Fields(
            (
                ("Product class", "II, articles with direct contact to skin"),
                ("Based on", "Test report 2409-1188 of 12 September 2024"),
                ("Valid from", "1 October 2024"),
                ("Valid until", "30 September 2025"),
                ("Holder of the certificate", "Padma Tarango Weaving Mills Ltd"),
            ),
            label=0.38,
        ),
        Space(12),
        Text(
            "The tests comprise the requirements of REACH Annex XVII and of the Candidate List as "
            "far as they are relevant for fabrics. The holder has signed a declaration of "
            "conformity.",
            "centre",
        ),
        Signature("Waldau, 1 October 2024", "Dr. Friederike Ohnsorg", "Head of testing", "WALDAU"),
        NewPage(),
        Heading("Annex to certificate 24.WTI.90417"),
        Grid(
            (
                ("Article", "Composition", "Weight", "Colour"),
                ("TW 245", "65 % polyester, 35 % cotton", "245 g/m²", "All, incl. hi-vis yellow"),
                ("TW 280", "65 % polyester, 35 % cotton", "280 g/m²", "Navy, black, grey"),
                ("TW 195", "50 % cotton, 50 % polyester", "195 g/m²", "White, light blue"),
            ),
            (1, 2.6, 1, 2),
        ),
        Heading("Not covered", 2),
        Points(
            (
                "Prints, transfers and reflective tapes",
                "Accessories such as zips, buttons and labels",
                "Ready-made garments",
            )
        ),
        Heading("Extract of the test results", 2),
        Grid(
            (
                ("Parameter", "Result", "LOQ", "Limit class II", "Verdict"),
                ("Formaldehyde", "< 16 mg/kg", "16 mg/kg", "75 mg/kg", "Pass"),
                ("pH value", "6.1", "-", "4.0 - 7.5", "Pass"),
                ("Arylamines, each", "< 5 mg/kg", "5 mg/kg", "20 mg/kg", "Pass"),
                ("Cadmium, extractable", "< 0.02 mg/kg", "0.02 mg/kg", "0.1 mg/kg", "Pass"),
                ("Nonylphenol ethoxylates, sum", "38 mg/kg", "10 mg/kg", "100 mg/kg", "Pass"),
            ),
            (2.6, 1.4, 1.2, 1.4, 0.9),
        ),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="oekotex_tyg_24WTI90417.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.CERT_OEKOTEX,
    language="en",
    title=PAPER.title,
    questions=("CH-04", "CH-03"),
    expected=(
        Fact("CERT", "affirmed", "Valid until 30 September 2025", 1),
        Fact("CHEM.SUBSTANCE", "denied", "Formaldehyde | < 16 mg/kg", 2),
        Fact("CHEM.GROUP", "affirmed", "Nonylphenol ethoxylates, sum | 38 mg/kg", 2),
    ),
    contradictions=(
        Contradiction("CH-04", "Valid until 30 September 2025", 1),
        Contradiction("CH-03", "Prints, transfers and reflective tapes", 2),
    ),
    make=lambda: render(PAPER),
)
