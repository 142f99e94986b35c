"""What one document may cost, in bytes, pages, seconds and counts."""

from dataclasses import dataclass


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

    def values(self) -> dict[str, object]:
        """The places in the sentences of ``FailureCode``."""
        return {
            "megabytes": self.upload_bytes // (1024 * 1024),
            "pages": self.pages,
            "page_seconds": f"{self.page_seconds:g}",
            "minutes": f"{self.document_seconds / 60:g}",
            "losses": self.losses,
        }
