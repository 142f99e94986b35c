"""Office packages and compound files for the tests, written part by part: each oddity is meant."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPES = {
    "word/document.xml": _TYPE + "wordprocessingml.document.main+xml",
    "xl/workbook.xml": _TYPE + "spreadsheetml.sheet.main+xml",
    "ppt/presentation.xml": _TYPE + "presentationml.presentation.main+xml",
}
_ENDINGS = {
    "xml": "application/xml",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "png": "image/png",
}
Parts = Mapping[str, str | bytes]


def packed(parts: Parts, *, stored: Sequence[str] = ()) -> bytes:
    """A ZIP of parts; those in ``stored`` are not squeezed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, compress_type=kind)
    return out.getvalue()


def relations(*targets: tuple[str, str, str], outside: Sequence[str] = ()) -> str:
    """A part of relations: id, kind, target."""
    listed = "".join(
        f'<Relationship Id="{id_}" Type="{_RELATIONS}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if id_ in outside else "/>")
        for id_, kind, target in targets
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{listed}</Relationships>'


def ooxml(main: str, parts: Parts, *, main_type: str | None = None, types: str = "") -> bytes:
    """An OOXML package with its list of types; ``types`` are those of further parts."""
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    known = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _ENDINGS.items()
    )
    listed = (
        f'<Types xmlns="{space}">{known}'
        f'<Override PartName="/{main}" ContentType="{main_type or MAIN_TYPES[main]}"/>'
        f"{types}</Types>"
    )
    root = relations(("r", "officeDocument", main))
    return packed({"[Content_Types].xml": listed, "_rels/.rels": root, **parts})


def docx(body: str, parts: Parts | None = None, *, main_type: str | None = None) -> bytes:
    """A Word file with this body."""
    main = "word/document.xml"
    spaces = (
        f'xmlns:w="{WORD}" xmlns:r="{_RELATIONS}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    document = f"<w:document {spaces}><w:body>{body}</w:body></w:document>"
    return ooxml(main, {main: document, **(parts or {})}, main_type=main_type)


def p(text: str, *, run: str = "", paragraph: str = "") -> str:
    """A paragraph of one run, with properties."""
    about = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p>{about}<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def shown_picture(relation: str, wide: float, high: float) -> str:
    """A paragraph with a picture of so many points; its bytes are what the relation leads to."""
    base = "http://schemas.openxmlformats.org/drawingml/2006"
    size = f'cx="{int(wide * 12_700)}" cy="{int(high * 12_700)}"'
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{base}/wordprocessingDrawing" '
        f'xmlns:a="{base}/main" xmlns:pic="{base}/picture"><wp:extent {size}/>'
        f'<wp:docPr id="1" name="one"/><a:graphic><a:graphicData uri="{base}/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="0" name="one"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"/>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def docx_with_picture(body: str, picture: bytes) -> bytes:
    """A Word file whose body may show a PNG by the relation ``scan``."""
    parts: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": relations(("scan", "image", "media/scan.png")),
        "word/media/scan.png": picture,
    }
    return docx(body, parts)


def table(*rows: Sequence[str]) -> str:
    """A table whose cells hold a paragraph each."""
    lines = (
        "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def chart(title: str, rows: Mapping[str, float], *, series: str, code: str = "General") -> str:
    """A part with a bar chart of one series."""
    names = "".join(f'<c:pt idx="{n}"><c:v>{name}</c:v></c:pt>' for n, name in enumerate(rows))
    values = "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in enumerate(rows.values()))
    return (
        '<c:chartSpace xmlns:c="urn:c" xmlns:a="urn:a"><c:chart><c:title><c:tx><c:rich><a:p><a:r>'
        f"<a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser>"
        f'<c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>{series}</c:v></c:pt></c:strCache>'
        f"</c:strRef></c:tx><c:cat><c:strRef><c:strCache>{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache><c:formatCode>{code}</c:formatCode>{values}</c:numCache>"
        "</c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )


def diagram(*texts: str) -> str:
    """A part with the data of a diagram."""
    points = "".join(
        f"<d:pt><d:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d:t></d:pt>" for text in texts
    )
    return f'<d:dataModel xmlns:d="urn:d" xmlns:a="urn:a"><d:ptLst>{points}</d:ptLst></d:dataModel>'


_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def xlsx(
    sheets: Mapping[str, str],
    parts: Parts | None = None,
    *,
    formats: Sequence[str] = (),
    hidden: Sequence[str] = (),
) -> bytes:
    """A workbook: rows by the sheet's name; style n (from 1) shows by ``formats[n - 1]``."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"'
        + (' state="hidden"/>' if name in hidden else "/>")
        for n, name in enumerate(sheets, start=1)
    )
    book = f'<workbook xmlns="{_SHEET}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>'
    own = "".join(
        f'<numFmt numFmtId="{163 + n}" formatCode="{code}"/>' for n, code in enumerate(formats, 1)
    )
    used = "".join(f'<xf numFmtId="{163 + n}"/>' for n in range(1, len(formats) + 1))
    styles = (
        f'<styleSheet xmlns="{_SHEET}"><numFmts count="{len(formats)}">{own}</numFmts>'
        f'<cellXfs count="{len(formats) + 1}"><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    )
    links = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    pages = {
        f"xl/worksheets/sheet{n}.xml": (
            f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>'
        )
        for n, rows in enumerate(sheets.values(), start=1)
    }
    main = "xl/workbook.xml"
    own_parts = {
        main: book,
        "xl/_rels/workbook.xml.rels": relations(*links, ("st", "styles", "styles.xml")),
        "xl/styles.xml": styles,
    }
    return ooxml(main, {**own_parts, **pages, **(parts or {})})


def sheet_row(number: int, *cells: str | float, style: int = 0) -> str:
    """A row of a sheet: texts and numbers from column A on."""
    out = []
    for column, cell in enumerate(cells):
        at = f"{chr(ord('A') + column)}{number}"
        if isinstance(cell, str):
            out.append(f'<c r="{at}" t="inlineStr"><is><t>{cell}</t></is></c>' if cell else "")
        else:
            out.append(f'<c r="{at}" s="{style}"><v>{cell}</v></c>')
    return f'<row r="{number}">{"".join(out)}</row>'


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{short}="{_OFFICE}{short}:1.0"' for short in ("office", "text", "table", "style")
) + (
    f' xmlns:draw="{_OFFICE}drawing:1.0" xmlns:fo="{_OFFICE}xsl-fo-compatible:1.0"'
    f' xmlns:meta="{_OFFICE}meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    f' xmlns:manifest="{_OFFICE}manifest:1.0"'
)


def odf(kind: str, body: str, parts: Parts | None = None, *, styles: str = "") -> bytes:
    """An OpenDocument of a kind (``text``, ``spreadsheet``) with this body."""
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )
    mime = f"application/vnd.oasis.opendocument.{kind}"
    spaced = {
        name: data.replace("SPACES", _SPACES) if isinstance(data, str) else data
        for name, data in (parts or {}).items()
    }
    return packed({"mimetype": mime, "content.xml": content, **spaced}, stored=("mimetype",))


_SECTOR = 512
_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_NONE = 0xFFFFFFFF


def compound(tree: Mapping[str, object]) -> bytes:
    """A compound file (OLE2): bytes are streams, mappings are storages. No short streams."""
    slots: list[tuple[str, int, int, bytes]] = [("Root Entry", 5, _NONE, b"")]
    sides: dict[int, tuple[int, int]] = {}

    def lay(inside: Mapping[str, object], parent: int) -> None:
        numbers = []
        for name, held in inside.items():
            number = len(slots)
            numbers.append(number)
            if isinstance(held, Mapping):
                slots.append((name, 1, _NONE, b""))
                lay(held, number)
            else:
                assert isinstance(held, bytes)
                slots.append((name, 2, _NONE, held))
        for here, after in zip(numbers, [*numbers[1:], _NONE], strict=True):
            sides[here] = (_NONE, after)
        kept = slots[parent]
        slots[parent] = (kept[0], kept[1], numbers[0] if numbers else _NONE, kept[3])

    lay(tree, 0)
    return _sectors(slots, sides)


def _sectors(slots: list[tuple[str, int, int, bytes]], sides: dict[int, tuple[int, int]]) -> bytes:
    body: list[bytes] = []
    follows: list[int] = []
    starts: dict[int, int] = {}

    def put(data: bytes) -> int:
        parts = [data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR)]
        first = len(body)
        for number, part in enumerate(parts):
            body.append(part.ljust(_SECTOR, b"\x00"))
            follows.append(first + number + 1 if number + 1 < len(parts) else _END)
        return first if parts else _END

    for number, (_, kind, _, data) in enumerate(slots):
        # A stream below 4096 bytes would be a short one: it is padded with what no reader shows.
        starts[number] = put(data.ljust(4096, b"\x00")) if kind == 2 else _END
    listing = b"".join(_slot(slots, sides, starts, number) for number in range(len(slots)))
    listing = listing.ljust(-(-len(listing) // _SECTOR) * _SECTOR, b"\x00")
    directory = put(listing)
    count = -(-(len(follows) + 8) // (_SECTOR // 4))
    table = follows + [0xFFFFFFFD] * count
    table += [_FREE] * (count * (_SECTOR // 4) - len(table))
    first_table = len(body)
    packed_table = struct.pack(f"<{len(table)}I", *table)
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory, 0, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    places = [first_table + n for n in range(count)] + [_FREE] * (109 - count)
    return header + struct.pack("<109I", *places) + b"".join(body) + packed_table


def _slot(
    slots: list[tuple[str, int, int, bytes]],
    sides: dict[int, tuple[int, int]],
    starts: dict[int, int],
    number: int,
) -> bytes:
    name, kind, first_child, data = slots[number]
    wide = name.encode("utf-16-le") + b"\x00\x00"
    left, right = sides.get(number, (_NONE, _NONE))
    size = max(len(data), 4096) if kind == 2 else 0
    return struct.pack(
        "<64sHBBIII16sI8s8sIQ", wide, len(wide), kind, 1, left, right, first_child,
        bytes(16), 0, bytes(8), bytes(8), starts[number], size,
    )  # fmt: skip
