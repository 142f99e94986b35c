"""Slides for the tests, written part by part; LibreOffice opens them too."""

from tests.packages import MAIN_TYPES, Parts, ooxml, relations

MAIN = "ppt/presentation.xml"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SHOWN = "http://schemas.openxmlformats.org/presentationml/2006/main"
SPACES = (
    f'xmlns:p="{_SHOWN}" xmlns:a="{_DRAWN}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SLIDE = MAIN_TYPES[MAIN].replace("presentation.main", "slide")
_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


def shape(*lines: str, kind: str = "", hidden: bool = False) -> str:
    """A box with a paragraph for each line; ``kind`` is what of its layout it fills."""
    paragraphs = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    holder = f'<p:ph type="{kind}"/>' if kind else ""
    named = f'<p:cNvPr id="2" name="box" hidden="{int(hidden)}"/>'
    return (
        f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr>{holder}</p:nvPr></p:nvSpPr>"
        '<p:spPr><a:xfrm><a:off x="500000" y="1000000"/><a:ext cx="6000000" cy="900000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"/></p:spPr><p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>'
    )


def pptx(*slides: str, parts: Parts | None = None, hidden: int = 0) -> bytes:
    """Slides with these shapes; that of number ``hidden`` is left out when they are shown."""
    numbered = list(enumerate(slides, start=1))
    made: dict[str, str | bytes] = {
        f"ppt/slides/slide{n}.xml": f"<p:sld {SPACES} show='{int(n != hidden)}'><p:cSld>"
        f"<p:spTree>{_GROUP}{slide}</p:spTree></p:cSld></p:sld>"
        for n, slide in numbered
    }
    ids = "".join(f'<p:sldId id="{256 + n}" r:id="s{n}"/>' for n, _ in numbered)
    links = [(f"s{n}", "slide", f"slides/slide{n}.xml") for n, _ in numbered]
    typed = "".join(
        f'<Override PartName="/ppt/slides/slide{n}.xml" ContentType="{_SLIDE}"/>'
        for n, _ in numbered
    )
    size = '<p:sldSz cx="9144000" cy="6858000"/>'
    return ooxml(
        MAIN,
        {
            MAIN: f"<p:presentation {SPACES}><p:sldIdLst>{ids}</p:sldIdLst>{size}</p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations(*reversed(links)),
            **made,
            **(parts or {}),
        },
        types=typed,
    )
