"""What each supplier of the story answers, and which paper it lays to which question."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from portal.demo.documents import ANSWERS as AGAINST_THE_PAPERS
from portal.demo.documents import DOCUMENTS

from . import elektroniklagret, kaffegrossen, lindmark, ljungby, nordhav, stadsmobler

Answers = Mapping[str, Mapping[str, object]]

_OWN: Final = {
    "Lindmark Textil AB": lindmark,
    "Nordhav Kemi AB": nordhav,
    "Ljungby Medicinteknik AB": ljungby,
    "Elektroniklagret Norr AB": elektroniklagret,
    "Stadsmöbler i Tranås AB": stadsmobler,
    "Kaffegrossen Sigtuna AB": kaffegrossen,
}

ANSWERS: Final[Mapping[str, Answers]] = MappingProxyType(
    {name: own.ANSWERS | dict(AGAINST_THE_PAPERS[name]) for name, own in _OWN.items()}
)


def papers_of(supplier: str) -> dict[str, tuple[str, ...]]:
    """The names of a supplier's papers by the question they lie at."""
    laid = dict(_OWN[supplier].PAPERS)
    for document in DOCUMENTS:
        if document.supplier == supplier:
            for question in document.questions:
                laid[question] = (*laid.get(question, ()), document.name)
    return laid
