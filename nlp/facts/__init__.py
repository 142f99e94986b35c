"""What a document says of itself: kind, title, whose it is, dates, who signs, what is left empty.

Everything is a proposal with the words it rests on; where they do not tell, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nlp.facts import blanks, dates, kinds, marks, names, signers
from nlp.facts.face import Face, face
from nlp.facts.fact import NAMES, Fact
from nlp.facts.tongue import small_words

_SHOWN = 4  # small words of a line that show its language well

__all__ = ["NAMES", "Fact", "find_facts"]


def find_facts(pages: Sequence[str], *, properties: Mapping[str, str] | None = None) -> list[Fact]:
    """What a document says of itself, in the order of `NAMES`; a name that is missing is unsaid.

    `pages` are the page texts in order, as `find_claims` takes them; the first page with text
    and the end of the last are read, and all pages for places left to fill in. `properties` are
    what the file says of itself: a title there counts only where the page bears it. The same
    pages: the same facts. Nothing is raised for any text.
    """
    read = face(pages)
    if read is None:
        return []
    found = [*_found(read, properties or {}), *blanks.left(pages)]
    return sorted(found, key=lambda fact: (NAMES.index(fact.name), fact.page, fact.start))


def _found(read: Face, properties: Mapping[str, str]) -> Iterator[Fact]:
    kind = kinds.kind(read)
    code = kind.value if kind else ""
    holder = names.holder(read, code)
    every = (
        kind,
        _language(read),
        marks.title(read, code, properties),
        holder,
        names.issuer(read, holder),
        marks.number(read, code),
        marks.version(read),
        signers.signature(read),
    )
    yield from (fact for fact in every if fact)
    yield from dates.dates(read, code)


def _language(read: Face) -> Fact | None:
    """The language, resting on the first line that shows it well, or the one that does best."""
    if not read.language:
        return None
    shown = [small_words(line.lower, read.language) for line in read.lines]
    best = max(shown)
    line = next(
        line for line, count in zip(read.lines, shown, strict=True) if count >= min(best, _SHOWN)
    )
    text = line.text.strip()
    start = line.text.index(text)
    return line.fact("language", read.language, (start, start + len(text)), "language.words")
