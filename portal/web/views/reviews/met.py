"""What the answers say of the same thing as a flag: each sentence once, each answer once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from portal.domain.answers import display
from portal.domain.findings import FindingKind
from portal.services.reviews import Met
from portal.texts import translate


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOnce:
    """An answer as it was given in one or more assessments; ``places`` are titles and addresses."""

    id: str
    question: str
    answers: tuple[str, ...]
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetOnce:
    """How a flag and some answers go together, and those answers."""

    sentence: str
    kind: FindingKind
    said: tuple[SaidOnce, ...]


def met_once(met: Sequence[Met], language: str, url: Callable[[Met], str]) -> tuple[MetOnce, ...]:
    """The answers that a flag was held against, in the person's language.

    A supplier that is asked the same by several campaigns answers the same: told once, with the
    assessments it stands in.
    """
    alike: dict[tuple[FindingKind, str], list[Met]] = {}
    for one in met:
        alike.setdefault((one.kind, one.sentence), []).append(one)
    return tuple(
        MetOnce(sentence=translate(language, sentence), kind=kind, said=_said(group, language, url))
        for (kind, sentence), group in alike.items()
    )


def _said(met: Sequence[Met], language: str, url: Callable[[Met], str]) -> tuple[SaidOnce, ...]:
    places: dict[tuple[str, str, tuple[str, ...]], list[tuple[str, str]]] = {}
    for one in met:
        answer = tuple(text for _, text in display(one.question, one.answer, language))
        said = (one.question.id, one.question.text[language], answer)
        places.setdefault(said, []).append((one.title, url(one)))
    return tuple(
        SaidOnce(id=number, question=question, answers=answers, places=tuple(where))
        for (number, question, answers), where in places.items()
    )
