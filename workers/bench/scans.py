"""How many characters are misread on worn scans, of texts that are known to the letter."""

import io
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image, ImageFilter

from portal.domain.evidence import Limits
from workers.bench.figures import Figure
from workers.reading import ocr
from workers.reading.document import draw_page, read_document
from workers.reading.events import PageRead

_DPI: Final = 200
_WIDTH: Final = 78  # characters of a line

_SWEDISH: Final = (
    "Leverantören intygar att produkten inte innehåller något av de ämnen som står på "
    "kandidatförteckningen i halter över 0,1 viktprocent. Bis(2-etylhexyl)ftalat med "
    "CAS-nummer 117-81-7 har inte påvisats i något prov. Sluttillverkning sker i Vietnam, "
    "tyget vävs i Portugal av bomull från Turkiet, och garnet färgas i Österrike. Vid besöket "
    "förvarade arbetsgivaren elva arbetstagares pass i ett låst skåp; de återlämnades samma dag. "
    "Åldersbevis saknades för sex av fyrtio personer. Övertid förekom högst åtta timmar i veckan."
)
_ENGLISH: Final = (
    "The audit team found that eleven workers had paid recruitment fees of about 1,200 USD to an "
    "agent before they left their home villages. Working hours were at most sixty per week, with "
    "one day of rest in every seven. The certificate is valid until 31 March 2027 and covers the "
    "sites named in annex B. No substance of very high concern is present above 0.1 % by weight; "
    "lead was measured at 12 mg/kg and cadmium below 2 mg/kg. The agency keeps no passports, and "
    "every worker signed a contract in a language that she or he understands."
)
_PAGES: Final = (_SWEDISH, _ENGLISH, f"{_ENGLISH} {_SWEDISH}")


def figures() -> Iterator[Figure]:
    """The share of characters misread on worn pages; none where nothing can recognise them."""
    if ocr.languages() is None:
        return
    wrong = total = 0
    for seed, text in enumerate(_PAGES):
        lines = _wrapped(text)
        wrong += distance("\n".join(lines), _read(_scan(lines, seed=seed)))
        total += len("\n".join(lines))
    yield Figure(
        name="characters misread on worn scans",
        value=100 * wrong / total,
        reach=1.5,
        unit=" %",
        at_most=True,
        basis=f"{wrong} of {total}, {ocr.languages()}",
    )


def distance(one: str, other: str) -> int:
    """How many characters must be put in, taken out or changed to make one text the other."""
    row = np.arange(len(other) + 1)
    codes = np.array([ord(char) for char in other], np.int64)
    steps = np.arange(len(other) + 1)
    for number, char in enumerate(one, start=1):
        changed = row[:-1] + (codes != ord(char))
        best = np.minimum(changed, row[1:] + 1)
        # Putting in runs along the row: the least of what lies before, plus its way.
        row = np.minimum.accumulate(np.concatenate([[number], best]) - steps) + steps
    return int(row[-1])


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= _WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _scan(lines: Sequence[str], *, seed: int) -> bytes:
    """A PDF of one picture: the lines printed, then laid askew, blurred, speckled and packed."""
    with tempfile.TemporaryDirectory(prefix="underlag-bench-") as folder:
        path = Path(folder) / "printed.pdf"
        _print(lines, path)
        drawn = draw_page(path, 1, limits=Limits(), dpi=_DPI)
    if drawn is None:
        raise ValueError("a page of our own could not be drawn")
    page = Image.open(io.BytesIO(drawn)).convert("L")
    page = page.rotate(0.8, resample=Image.Resampling.BICUBIC, fillcolor=255)
    page = page.filter(ImageFilter.GaussianBlur(0.8))
    packed = io.BytesIO()
    Image.fromarray(_speckled(np.asarray(page), seed)).save(packed, "JPEG", quality=60)
    out = io.BytesIO()
    Image.open(packed).save(out, "PDF", resolution=_DPI)
    return out.getvalue()


def _speckled(
    page: np.ndarray[tuple[int, int], np.dtype[np.uint8]], seed: int
) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Noise all over, and a shadow that grows towards one side, as near a book's back."""
    noise = np.random.default_rng(seed).normal(0, 12, page.shape)
    shadow = np.linspace(0, 45, page.shape[1])
    return np.clip(page - shadow + noise, 0, 255).astype(np.uint8)


def _print(lines: Sequence[str], path: Path) -> None:
    # Part of the demonstration's dependencies; the workers themselves do without.
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Times-Roman", 12)
    for number, line in enumerate(lines):
        canvas.drawString(70, 770 - 20 * number, line)
    canvas.save()


def _read(data: bytes) -> str:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        events = list(read_document(Path(file.name), limits=Limits()))
    return "\n".join(event.text for event in events if isinstance(event, PageRead))
