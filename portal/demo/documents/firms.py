"""The invented firms whose letterheads the demonstration papers carry.

Telephone numbers are from ranges kept for fiction; organisation numbers fail their check digit.
"""

from typing import Final

from .blocks import Firm

LINDMARK: Final = Firm(
    "Lindmark Textil AB",
    (
        "Lindmark Textil AB",
        "Spolgatan 14, 504 99 Borås",
        "Telefon 031-390 06 12",
        "info@lindmarktextil.example",
        "Org.nr 559900-1407",
        "Godkänd för F-skatt",
    ),
    "#1f4e5f",
    "bars",
)
NORDHAV: Final = Firm(
    "Nordhav Kemi AB",
    (
        "Nordhav Kemi AB",
        "Tångvägen 3, 432 99 Varberg",
        "Telefon 031-390 06 40",
        "kontakt@nordhavkemi.example",
        "Org.nr 559900-2223",
        "Bankgiro 0000-0000",
    ),
    "#17607a",
    "wave",
)
LJUNGBY: Final = Firm(
    "Ljungby Medicinteknik AB",
    (
        "Ljungby Medicinteknik AB",
        "Sterilgatan 8, 341 99 Ljungby",
        "Telefon 040-628 04 21",
        "kvalitet@ljungbymedicin.example",
        "Org.nr 559900-3344",
        "Godkänd för F-skatt",
    ),
    "#7a2e3a",
    "cross",
)
STADSMOBLER: Final = Firm(
    "Stadsmöbler i Tranås AB",
    (
        "Stadsmöbler i Tranås AB",
        "Snickarevägen 22, 573 99 Tranås",
        "Telefon 08-465 004 18",
        "order@stadsmobler.example",
        "Org.nr 559900-4457",
        "Godkänd för F-skatt",
    ),
    "#5b4a2f",
    "diamond",
)
KAFFEGROSSEN: Final = Firm(
    "Kaffegrossen Sigtuna AB",
    (
        "Kaffegrossen Sigtuna AB",
        "Rosterivägen 5, 193 99 Sigtuna",
        "Telefon 08-465 004 55",
        "inkop@kaffegrossen.example",
        "Org.nr 559900-5560",
        "Godkänd för F-skatt",
    ),
    "#4a2c22",
    "leaf",
)
ELEKTRONIKLAGRET: Final = Firm(
    "Elektroniklagret Norr AB",
    (
        "Elektroniklagret Norr AB",
        "Kretsvägen 31, 973 99 Luleå",
        "Telephone +46 980 319 204",
        "compliance@elektroniklagret.example",
        "Reg. no. 559900-6677",
        "VAT SE559900667701",
    ),
    "#2d3e78",
    "ring",
)
HARROWFEN: Final = Firm(
    "Harrowfen Coatings Ltd",
    ("Harrowfen Coatings Ltd", "Unit 9, Tarn Works, Harrowfen HF9 9ZZ, United Kingdom"),
    "#37474f",
    "diamond",
)
TESSMARK: Final = Firm(
    "Tessmark Audit Partners",
    ("Tessmark Audit Partners Pte", "Confidential: for the client and its customers"),
    "#274b36",
    "ring",
)
KVISTRUM: Final = Firm(
    "Kvistrum Certifiering",
    ("Kvistrum Certifiering AB", "Ackreditering 9999-C", "intyg@kvistrum.example"),
    "#6a5320",
    "leaf",
)
WALDAU: Final = Firm(
    "Textilinstitut Waldau",
    ("Textilinstitut Waldau gGmbH", "Testing institute", "info@waldau.example"),
    "#1d5c3f",
    "leaf",
)
TARANGO: Final = Firm(
    "Padma Tarango Spinning Ltd",
    (
        "Padma Tarango Spinning Ltd",
        "Plot 41, Kaliganj Road, Gazipur, Bangladesh",
        "Member of the group Tarango",
        "export@tarango.example",
        "BIN 000000000-0000",
        "IRC 000-0000",
    ),
    "#7b3f00",
    "ring",
)
VRETABERG: Final = Firm(
    "Provhuset Vretaberg AB",
    ("Provhuset Vretaberg AB", "Ackrediterat laboratorium 9990, SS-EN ISO/IEC 17025"),
    "#3d4f7c",
    "bars",
)
PERAKLIN: Final = Firm(
    "Peraklin Gloves Sdn Bhd",
    (
        "Peraklin Gloves Sdn Bhd",
        "Lot 88, Kamunting Baru, Perak, Malaysia",
        "Company no. 000000-X",
        "compliance@peraklin.example",
        "Document PG-HR-004",
        "Controlled copy",
    ),
    "#00616b",
    "cross",
)
HALDENE: Final = Firm(
    "Haldene Assurance",
    ("Haldene Assurance Ltd", "Issued to the client; may be shared with the producer's buyers"),
    "#5a2d6e",
    "diamond",
)
KAMOTEK: Final = Firm(
    "Kamotek Display Systems",
    (
        "Kamotek Display Systems Co., Ltd",
        "No. 600 Xinghe Road, Suzhou, China",
        "Product compliance",
        "rohs@kamotek.example",
        "Form QF-31-07",
        "Revision C",
    ),
    "#b0402a",
    "ring",
)
