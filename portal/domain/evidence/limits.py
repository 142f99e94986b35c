"""What one document may cost, in bytes, pages, seconds and counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

# A job that takes longer is ended by its queue, and a reader that is silent for three minutes is
# held to be dead; pictures are kept under four figures.
_MOST: Final[Mapping[str, float]] = MappingProxyType(
    {
        "document_seconds": 1_000,
        "page_seconds": 60,
        "draw_seconds": 60,
        "ocr_seconds": 70,
        "opening_seconds": 120,
        "print_seconds": 30,
        "pages": 9_999,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may cost. The defaults are measured on real and hostile files."""

    upload_bytes: int = 50 * 1024 * 1024
    pages: int = 2_000
    page_seconds: float = 8.0
    draw_seconds: float = 8.0
    ocr_seconds: float = 30.0
    document_seconds: float = 300.0
    ocr_pages: int = 200
    memory_bytes: int = 1_536 * 1024 * 1024  # on top of what the warm parent maps itself
    pixels: int = 25_000_000
    chars: int = 60_000  # per page, as the three below
    objects: int = 20_000
    edges: int = 6_000
    crossings: int = 20_000
    losses: int = 5  # kills after which the rest of a document is left
    opening_seconds: float = 30.0
    picture_pixels: int = 40_000_000  # of a picture as it was uploaded
    parts: int = 5_000  # of an office package, as the three below
    unpacked_bytes: int = 300 * 1024 * 1024
    part_bytes: int = 100 * 1024 * 1024
    ratio: int = 200  # real packages unpack to at most some 25 times their size
    attachments: int = 100
    print_seconds: float = 20.0  # an office file laid out; 3.0 to 4.6 from cold, measured
    print_bytes: int = 50 * 1024 * 1024  # and what may come of it

    @property
    def longest_recognition(self) -> float:
        """Seconds one page may take to be recognised: drawn, read, lit, turned, read again."""
        return self.draw_seconds + 4 * self.ocr_seconds

    def faults(self) -> list[tuple[str, str]]:
        """Fields that the rest of the house cannot follow, each with why not."""
        found = [
            (name, f"must be at most {most:g}")
            for name, most in _MOST.items()
            if getattr(self, name) > most
        ]
        if self.page_seconds > self.document_seconds:
            found.append(("page_seconds", "must not be above that of the whole document"))
        return found

    def values(self) -> dict[str, object]:
        """The places in the sentences of ``FailureCode``."""
        return {
            "megabytes": self.upload_bytes // (1024 * 1024),
            "pages": self.pages,
            "page_seconds": f"{self.page_seconds:g}",
            "minutes": f"{self.document_seconds / 60:g}",
            "losses": self.losses,
            "opening_seconds": f"{self.opening_seconds:g}",
            "megapixels": self.picture_pixels // 1_000_000,
            "parts": self.parts,
        }
