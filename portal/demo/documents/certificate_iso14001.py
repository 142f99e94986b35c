"""A scanned ISO 14001 certificate in Swedish that lapsed in June 2026."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import Contradiction, DemoDocument, Fact
from .pages import INVENTED
from .scan import Line, as_pdf, scanned_page

TITLE: Final = "Certifikat ISO 14001 nr KC-M-5107"
_LINES: Final = (
    Line("Kvistrum Certifiering", 13, 0.065, bold=True, left=0.1),
    Line("Certifikat nr KC-M-5107", 9, 0.068, left=0.68),
    Line("CERTIFIKAT", 30, 0.15, bold=True),
    Line("Härmed intygas att miljöledningssystemet hos", 12, 0.235),
    Line("Nordhav Kemi AB", 20, 0.275, bold=True),
    Line("Tångvägen 3, 432 99 Varberg", 12, 0.315),
    Line("uppfyller kraven i", 12, 0.36),
    Line("ISO 14001:2015", 22, 0.395, bold=True),
    Line("och omfattar", 12, 0.455),
    Line("utveckling, blandning, tappning och försäljning", 12, 0.485),
    Line("av rengörings- och desinfektionsmedel.", 12, 0.51),
    Line("Certifikatet gäller från 2023-07-01", 12, 0.585, left=0.18),
    Line("Certifikatet gäller till 2026-06-30", 12, 0.615, left=0.18),
    Line("Omfattar inte lagret i Falkenberg", 12, 0.645, left=0.18),
    Line("Göteborg den 28 juni 2023", 11, 0.71, left=0.13),
    Line("Vilgot Tranemark", 11, 0.87, left=0.13),
    Line("Certifieringschef", 11, 0.89, left=0.13),
    Line(INVENTED["sv"], 7, 0.945),
)


def make() -> bytes:
    """The scan as PDF."""
    return as_pdf([scanned_page(_LINES)], title=TITLE, author="Kvistrum Certifiering AB")


DOCUMENT: Final = DemoDocument(
    name="iso14001_skannat.pdf",
    supplier="Nordhav Kemi AB",
    kind=DocumentKind.ISO14001,
    language="sv",
    title=TITLE,
    questions=("EN-01",),
    scanned=True,
    expected=(
        Fact("CERT", "affirmed", "ISO 14001:2015", 1),
        Fact("CERT", "affirmed", "Certifikatet gäller till 2026-06-30", 1),
    ),
    contradictions=(Contradiction("EN-01", "Certifikatet gäller till 2026-06-30", 1),),
    make=make,
)
