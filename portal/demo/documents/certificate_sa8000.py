"""An SA8000 certificate in English for the factory in Vinh Phuc, soon to lapse."""

from typing import Final

from portal.domain.evidence import DocumentKind

from .blocks import (
    Contradiction,
    DemoDocument,
    Fact,
    Fields,
    Paper,
    Signature,
    Space,
    Text,
)
from .firms import KVISTRUM
from .pages import render

PAPER: Final = Paper(
    firm=KVISTRUM,
    language="en",
    title="SA8000 certificate KC-SA-2231",
    look="certificate",
    serif=True,
    margin_notes=("Certificate no. KC-SA-2231", "Issue 2"),
    blocks=(
        Space(36),
        Text("Certificate", "large"),
        Space(22),
        Text("This is to certify that the social management system of", "centre"),
        Space(4),
        Text("Minh Sao Workwear Co., Ltd", "name"),
        Text("Lot C7, Dong Lai Industrial Zone, Vinh Phuc, Vietnam", "centre"),
        Space(12),
        Text("meets the requirements of", "centre"),
        Text("SA8000:2014", "name"),
        Space(8),
        Text("for cutting, sewing, printing and packing of workwear.", "centre"),
        Space(30),
        Fields(
            (
                ("Certificate number", "KC-SA-2231"),
                ("Valid from", "2 March 2024"),
                ("Valid until", "1 March 2027"),
                ("Surveillance", "Every six months"),
                ("Number of workers", "588"),
                ("Sites covered", "One production building, one warehouse"),
                ("Not covered", "The dormitory and agency workers"),
            ),
            label=0.38,
        ),
        Space(16),
        Text(
            "The certificate rests on an agreement with the holder and stays the property of "
            "Kvistrum Certifiering AB. It is valid only together with passed surveillance.",
            "centre",
        ),
        Space(8),
        Signature(
            "Göteborg, 2 March 2024", "Vilgot Tranemark", "Head of certification", seal="KVISTRUM"
        ),
    ),
)

DOCUMENT: Final = DemoDocument(
    name="SA8000_minhsao.pdf",
    supplier="Lindmark Textil AB",
    kind=DocumentKind.CERT_SA8000,
    language="en",
    title=PAPER.title,
    questions=("LAB-02", "P4-02", "P4-07"),
    expected=(
        Fact("CERT", "affirmed", "SA8000:2014", 1),
        Fact("CERT", "affirmed", "Valid until 1 March 2027", 1),
        Fact("ORIGIN.SITE", "affirmed", "Lot C7, Dong Lai Industrial Zone, Vinh Phuc, Vietnam", 1),
    ),
    contradictions=(
        # The migrant workers, whom the audit is about, are outside the certificate.
        Contradiction("LAB-02", "The dormitory and agency workers", 1),
    ),
    make=lambda: render(PAPER),
)
