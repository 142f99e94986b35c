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
    PICTURE = "picture"
    OFFICE = "office"
    ARCHIVE = "archive"
    NOT_PDF = "not_pdf"
    NOT_STORED = "not_stored"
    # The whole document: the file is kept.
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
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
        FailureCode.PICTURE: N_(
            "This is a picture. So far only PDF is read, so it was not stored. Save the picture "
            "as a PDF and upload that."
        ),
        FailureCode.OFFICE: N_(
            "This is a Word, Excel or other office file. So far only PDF is read, so it was not "
            "stored. Save the file as a PDF and upload that."
        ),
        FailureCode.ARCHIVE: N_(
            "This is a packed archive, so it was not stored. Unpack it and upload each PDF by "
            "itself."
        ),
        FailureCode.NOT_PDF: N_(
            "This is not a PDF, whatever its name says, so it was not stored. Save it as a PDF "
            "and upload that."
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
