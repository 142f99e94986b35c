"""Mail addresses: what could be one."""

import re
from typing import Final

from portal.errors import Invalid
from portal.texts import N_

# One plain address: no list, no brackets, no name around it, as a mail server would take it.
_ADDRESS: Final = re.compile(
    r"""[^\s@<>()\[\]\\,;:"]+@[^\s@<>()\[\]\\,;:".]+(\.[^\s@<>()\[\]\\,;:".]+)+"""
)


def checked_email(email: str) -> str:
    """A mail address that could be one. Raises Invalid on the field ``email``."""
    address = email.strip()
    if not _ADDRESS.fullmatch(address):
        raise Invalid({"email": N_("Write an e-mail address, like name@firm.se.")})
    return address
