"""What is known of a paper, in words: for its supplier and for the reviewer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from portal.domain.evidence import (
    DATES,
    KIND_LABELS,
    LANGUAGE_LABELS,
    DocumentKind,
    FactName,
    Known,
    Notice,
    NoticeKind,
    Proposal,
    Source,
)
from portal.services.documents import About
from portal.texts import LANGUAGES, N_, partial_day
from portal.web.endpoint import Call

SOURCES: Final[Mapping[Source, str]] = {
    Source.PROPOSED: N_("proposed by a program"),
    Source.CONFIRMED: N_("confirmed by the supplier"),
    Source.CORRECTED: N_("corrected by the supplier"),
    Source.ADDED: N_("added by the supplier"),
}
OWN_SOURCES: Final[Mapping[Source, str]] = {
    Source.PROPOSED: N_("proposed by a program"),
    Source.CONFIRMED: N_("confirmed by you"),
    Source.CORRECTED: N_("corrected by you"),
    Source.ADDED: N_("added by you"),
}
NOTICES: Final[Mapping[NoticeKind, str]] = {
    NoticeKind.OTHER_HOLDER: N_(
        "The document names %(value)s as holder; the supplier is %(supplier)s."
    ),
    NoticeKind.LAPSED: N_("The document says that it was valid until %(value)s."),
    NoticeKind.OLD: N_(
        "The document says that it is from %(value)s. That is more than 24 months ago."
    ),
    NoticeKind.NO_DATE: N_("No words were found that say when the document was made."),
    NoticeKind.TEMPLATE_LEFT: N_("The document has places that are left to fill in: %(words)s"),
}
OWN_NOTICES: Final[Mapping[NoticeKind, str]] = {
    **NOTICES,
    NoticeKind.OTHER_HOLDER: N_("The document names %(value)s as holder; you are %(supplier)s."),
}
NOT_TOLD: Final = N_("The paper does not tell")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One fact as it is shown. ``words`` are the paper's, at ``url``; ``otherwise`` is what the
    program takes them to say, where a person says something else. ``own``: the text is the
    paper's, in its ``language``, which is empty where it is not known."""

    name: FactName
    label: str
    text: str
    own: bool
    language: str
    source: str
    words: str
    page: int | None
    url: str
    otherwise: str


def fact_lines(call: Call, about: About, url: Callable[[Proposal], str]) -> list[FactLine]:
    """The facts in their order; ``url`` is the address of a proposal's words."""
    sources = OWN_SOURCES if call.actor.side == "supplier" else SOURCES
    language = spoken(about.language)
    return [
        FactLine(
            name=name,
            label=call.text(name.label),
            text=fact_text(call, name, fact.value) or call.text(NOT_TOLD),
            own=bool(fact.value) and name not in (FactName.KIND, FactName.LANGUAGE, *DATES),
            language=language,
            source=call.text(sources[fact.source]),
            words=fact.proposal.words if fact.proposal else "",
            page=fact.proposal.page if fact.proposal else None,
            url=url(fact.proposal) if fact.proposal else "",
            otherwise=_otherwise(call, fact),
        )
        for name, fact in about.known.items()
    ]


def spoken(language: str) -> str:
    """A paper's language where a page can tell it of quoted words; "" else."""
    return language if language in LANGUAGES else ""


def _otherwise(call: Call, fact: Known) -> str:
    return fact_text(call, fact.name, fact.otherwise.value) if fact.otherwise else ""


def fact_text(call: Call, name: FactName, value: str) -> str:
    """A value in the person's language."""
    if name is FactName.KIND and value in set(DocumentKind):
        return call.text(KIND_LABELS[DocumentKind(value)])
    if name is FactName.LANGUAGE and value in LANGUAGE_LABELS:
        return call.text(LANGUAGE_LABELS[value])
    return partial_day(value, call.language) if name in DATES else value


def notice_sentences(call: Call, about: About) -> list[str]:
    """What is to be noticed, each in a sentence."""
    sentences = OWN_NOTICES if call.actor.side == "supplier" else NOTICES
    return [call.text(sentences[each.kind], **_values(call, about, each)) for each in about.notices]


def _values(call: Call, about: About, notice: Notice) -> dict[str, str]:
    dated = notice.kind in (NoticeKind.LAPSED, NoticeKind.OLD)
    return {
        "value": partial_day(notice.value, call.language) if dated else notice.value,
        "supplier": about.supplier,
        "words": " · ".join(notice.words),
    }
