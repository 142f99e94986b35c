"""Files to measure on where no folder is named: running text and composition tables."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_PAGES: Final = 40
_FILES: Final = 5

SENTENCES: Final = (
    "Leverantören intygar att produkten inte innehåller ämnen på kandidatförteckningen.",
    "The audit team found that eleven workers had paid recruitment fees to an agent.",
    "Sluttillverkning sker i Vietnam, och tyget vävs i Portugal av bomull från Turkiet.",
    "Working hours were at most sixty per week, with one day of rest in every seven.",
)


@contextmanager
def files_in(folder: Path | None) -> Iterator[list[Path]]:
    """The PDFs of a folder, or some made for the while."""
    if folder is not None:
        yield sorted(folder.glob("*.pdf"))
        return
    with tempfile.TemporaryDirectory(prefix="underlag-bench-") as made:
        yield [make_pdf(Path(made) / f"{number}.pdf") for number in range(_FILES)]


def make_pdf(path: Path, *, pages: int = _PAGES) -> Path:
    """A document of running text and composition tables, as suppliers send them."""
    # Part of the demonstration's dependencies; the workers themselves do without.
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4)
    for page in range(pages):
        canvas.setFont("Helvetica", 10)
        for line in range(24):
            canvas.drawString(60, 780 - 14 * line, SENTENCES[(page + line) % len(SENTENCES)])
        if page % 2:
            ys = [400 - 18 * row for row in range(12)]
            canvas.grid([60, 240, 340, 440, 530], ys)
            for row, y in enumerate(ys[1:]):
                for x, cell in zip((64, 244, 344, 444), _row(row), strict=True):
                    canvas.drawString(x, y + 5, cell)
        canvas.showPage()
    canvas.save()
    return path


def _row(number: int) -> tuple[str, str, str, str]:
    return f"Natriumsilikat {number}", "1344-09-8", f"{number} - {number + 5} %", "H315, H318"
