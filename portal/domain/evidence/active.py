"""What a file holds besides its pages: told to the reviewer, never a reason to refuse it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.texts import N_


class ActiveContent(StrEnum):
    """Things in a file that can act, hide or have been sealed. The list is closed."""

    SCRIPT = "script"
    LAUNCH = "launch"
    OPEN_ACTION = "open_action"
    EMBEDDED_FILE = "embedded_file"
    FORM = "form"
    XFA = "xfa"
    EXTERNAL_LINK = "external_link"
    ENCRYPTION = "encryption"
    SIGNATURE = "signature"
    UNCOUNTED_PAGES = "uncounted_pages"
    SECOND_TYPE = "second_type"
    UNCHECKED = "unchecked"

    @property
    def sentence(self) -> str:
        """What it is, in words to translate."""
        return ACTIVE_SENTENCES[self]


ACTIVE_SENTENCES: Final[Mapping[ActiveContent, str]] = MappingProxyType(
    {
        ActiveContent.SCRIPT: N_("The file holds a script. It was not run."),
        ActiveContent.LAUNCH: N_(
            "The file holds an order to start a program. It was not followed."
        ),
        ActiveContent.OPEN_ACTION: N_("The file holds something to be done when it is opened."),
        ActiveContent.EMBEDDED_FILE: N_("The file holds other files inside it."),
        ActiveContent.FORM: N_("The file holds a form to fill in."),
        ActiveContent.XFA: N_(
            "The file holds an XFA form, which other programs may show otherwise."
        ),
        ActiveContent.EXTERNAL_LINK: N_(
            "The file points to something outside it, such as a web page. Nothing was fetched."
        ),
        ActiveContent.ENCRYPTION: N_("The file is encrypted, and opens without a password."),
        ActiveContent.SIGNATURE: N_(
            "The file holds an electronic signature. Whether it is valid was not checked."
        ),
        ActiveContent.UNCOUNTED_PAGES: N_(
            "The file holds more pages than it says. The others were not read."
        ),
        ActiveContent.SECOND_TYPE: N_("The file can also be read as another type of file."),
        ActiveContent.UNCHECKED: N_(
            "Whether the file holds scripts or other files could not be told."
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found beside the pages. ``properties`` are what the file says of itself.

    Their keys are among ``PROPERTIES``; a stranger wrote the words, which prove nothing.
    """

    active: tuple[ActiveContent, ...] = ()
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


PROPERTIES: Final = ("title", "author", "producer", "created", "modified")
PROPERTY_CHARS: Final = 300

UNINSPECTED: Final = Inspection((ActiveContent.UNCHECKED,))
