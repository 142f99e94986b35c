"""What stops an upload, a document or a page: a closed list, a sentence for each."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.texts import N_


class FailureCode(StrEnum):
    """Why a file was not taken, a document not read, or a page lost. The list is closed."""

    # At upload: nothing is stored.
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    MACROS = "macros"  # also of a whole document, when only its parts tell
    OTHER_OFFICE = "other_office"
    OTHER_PICTURE = "other_picture"
    DRAWING = "drawing"
    ARCHIVE = "archive"
    PROGRAM = "program"
    NOT_TAKEN = "not_taken"
    NOT_STORED = "not_stored"
    # The whole document: the file is kept.
    TYPE_UNCLEAR = "type_unclear"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_MANY_PARTS = "too_many_parts"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    OPENING_TIMEOUT = "opening_timeout"
    NO_PAGES = "no_pages"
    TOO_MANY_PAGES = "too_many_pages"
    OUT_OF_MEMORY = "out_of_memory"
    DOCUMENT_TIMEOUT = "document_timeout"
    TOO_MANY_LOST = "too_many_lost"
    NO_PAGE_READ = "no_page_read"
    INFECTED = "infected"
    UNEXPECTED = "unexpected"
    # One page: the other pages are kept.
    PAGE_DAMAGED = "page_damaged"
    PAGE_TIMEOUT = "page_timeout"
    PAGE_TOO_COMPLEX = "page_too_complex"
    PAGE_UNEXPECTED = "page_unexpected"
    PICTURE_TOO_LARGE = "picture_too_large"

    @property
    def sentence(self) -> str:
        """What happened, what was kept, what to do; places are filled by ``Limits.values``."""
        return SENTENCES[self]


SENTENCES: Final[Mapping[FailureCode, str]] = MappingProxyType(
    {
        FailureCode.EMPTY: N_(
            "The file is empty, so it was not stored. Check that it opens on your computer, "
            "then upload it again."
        ),
        FailureCode.TOO_LARGE: N_(
            "The file is larger than %(megabytes)s MB, so it was not stored. Save it with "
            "smaller pictures or upload it in parts."
        ),
        FailureCode.MACROS: N_(
            "This file holds macros, which are small programs, so it is not read. Save it without "
            "macros, as DOCX, XLSX, PPTX or PDF, and upload that."
        ),
        FailureCode.OTHER_OFFICE: N_(
            "This is an office file of a kind that is not read, so it was not stored. Save it as "
            "DOCX, XLSX, PPTX or PDF and upload that."
        ),
        FailureCode.OTHER_PICTURE: N_(
            "This is a picture of a kind that is not read, so it was not stored. Save it as JPEG, "
            "PNG or PDF and upload that."
        ),
        FailureCode.DRAWING: N_(
            "This is an SVG drawing, which can hold programs, so it was not stored. Save it as PNG "
            "or PDF and upload that."
        ),
        FailureCode.ARCHIVE: N_(
            "This is a packed archive, so it was not stored. Unpack it and upload each file by "
            "itself."
        ),
        FailureCode.PROGRAM: N_(
            "This is a program, whatever its name says, so it was not stored. Upload the document "
            "itself."
        ),
        FailureCode.NOT_TAKEN: N_(
            "This is no PDF, Word, Excel, PowerPoint or OpenDocument file, picture or e-mail, or "
            "it is damaged, so it was not stored. Save it as a PDF and upload that."
        ),
        FailureCode.TYPE_UNCLEAR: N_(
            "What kind of file this is could not be told for certain, so it is not read. The file "
            "is kept. Open it on your computer, save it again as a PDF and upload that."
        ),
        FailureCode.TOO_MANY_PARTS: N_(
            "The file is packed from more than %(parts)s parts and is not read. The file is kept. "
            "Save it as a PDF and upload that."
        ),
        FailureCode.UNPACKS_TOO_LARGE: N_(
            "The file unpacks to far more than it seems to hold and is not read. The file is kept. "
            "Save it as a PDF and upload that."
        ),
        FailureCode.OPENING_TIMEOUT: N_(
            "The document took longer than %(opening_seconds)s seconds to open and is not read. "
            "The file is kept. Save it as a simpler PDF and upload that."
        ),
        FailureCode.PICTURE_TOO_LARGE: N_(
            "This picture has more than %(megapixels)s million pixels and was left out. The rest "
            "is kept. Save the picture smaller and upload it again."
        ),
        FailureCode.NOT_STORED: N_(
            "The file could not be stored: the store of files does not answer just now. All else "
            "that you saved is kept. Try again in a minute."
        ),
        FailureCode.ENCRYPTED: N_(
            "The document is locked with a password and cannot be read. The file is kept. Upload "
            "a copy without a password."
        ),
        FailureCode.DAMAGED: N_(
            "The document is damaged and cannot be opened. The file is kept. Open it on your "
            "computer, save it again as a PDF and upload that."
        ),
        FailureCode.NO_PAGES: N_(
            "The document has no pages. The file is kept. Check that it is the right file and "
            "upload it again."
        ),
        FailureCode.TOO_MANY_PAGES: N_(
            "The document has more than %(pages)s pages and is not read. The file is kept. "
            "Upload the parts that matter as files of their own."
        ),
        FailureCode.OUT_OF_MEMORY: N_(
            "The document needs more memory than one document may use. What was read before that "
            "is kept. Save it again as a simpler PDF and upload that."
        ),
        FailureCode.DOCUMENT_TIMEOUT: N_(
            "The reading took longer than %(minutes)s minutes and was ended. The pages read "
            "before that are kept. Upload the rest as a file of its own."
        ),
        FailureCode.TOO_MANY_LOST: N_(
            "The reading stopped at %(losses)s pages in this document and was ended. The pages "
            "read before that are kept. Save it again as a PDF and upload that."
        ),
        FailureCode.NO_PAGE_READ: N_(
            "No page of the document could be read. The file is kept. Save it again as a simpler "
            "PDF and upload that."
        ),
        FailureCode.INFECTED: N_(
            "The virus scanner has found something harmful in the file. It is locked in and nobody "
            "can open it. Check your computer, then upload a clean copy."
        ),
        FailureCode.UNEXPECTED: N_(
            "Something went wrong with us while the document was read. The file and the pages "
            "read so far are kept. You need to do nothing: it is looked into."
        ),
        FailureCode.PAGE_DAMAGED: N_(
            "This page is damaged and could not be read. The other pages are kept. If the page "
            "matters, upload it as a file of its own."
        ),
        FailureCode.PAGE_TIMEOUT: N_(
            "This page took longer than %(page_seconds)s seconds to read and was left out. The "
            "other pages are kept. If the page matters, save it as a simpler PDF and upload that."
        ),
        FailureCode.PAGE_TOO_COMPLEX: N_(
            "This page needs more memory than one page may use and was left out. The other pages "
            "are kept. If the page matters, save it as a simpler PDF and upload that."
        ),
        FailureCode.PAGE_UNEXPECTED: N_(
            "The reading broke off on this page and it was left out. The other pages are kept. "
            "If the page matters, upload it as a file of its own."
        ),
    }
)
