"""All rules by which answers and documents meet, as data: each with an id, a source, a date."""

from typing import Final

from portal.domain.findings.rules.certificates import CERTIFICATES
from portal.domain.findings.rules.chemicals import CHEMICALS
from portal.domain.findings.rules.labour import LABOUR
from portal.domain.findings.rules.origin import ORIGINS
from portal.domain.findings.rules.shape import ANY_QUESTION, Meeting, Support
from portal.domain.findings.rules.supports import SUPPORTS

MEETINGS: Final = (*CHEMICALS, *LABOUR, *ORIGINS, *CERTIFICATES)

__all__ = ["ANY_QUESTION", "MEETINGS", "SUPPORTS", "Meeting", "Support"]
