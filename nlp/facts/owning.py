"""Whether a date is the document's own, or one of another paper that it speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.facts.face import Line
from nlp.facts.kinds import is_certificate
from nlp.values import Moment
from nlp.verbs import has_verb

_LATE = 45  # characters of a line behind which "valid until" is said of something in it
# The paper itself as the subject of a sentence.
_ITSELF = re.compile(
    r"[\W\d]*(?:(?:this|the)\s(?:\w+\s)?"
    r"(?:declaration|statement|certificate|report|policy|code|standard|document|result)"
    r"|(?:denna\s|detta\s)?\w*(?:deklarationen|försäkran|intyget|certifikatet|rapporten|policyn|koden|dokumentet"
    r"|redovisningen|planen))\b"
    r"|[\W\d]*(?:it|den|det)\s(?:is|was|has|är|har|antogs|beslutades)\b"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in its line: `below` the head, on a page `later` than the first, or at the `close`."""

    line: Line
    moment: Moment
    below: bool
    later: bool
    close: bool

    def sentence(self) -> int:
        """Where its sentence begins in the line."""
        text, end = self.line.text, self.moment.start
        return max(text.rfind(". ", 0, end), text.rfind("\t", 0, end)) + 1

    def is_of_itself(self) -> bool:
        """Does its sentence speak of the paper itself?"""
        return speaks_of_itself(self.line, self.sentence())


def speaks_of_itself(line: Line, begin: int = 0) -> bool:
    """Is the paper itself the subject of the words from `begin` on?"""
    return bool(_ITSELF.match(line.lower, begin))


def is_of_another(dated: Dated, name: str, kind: str) -> bool:
    """Is the date, told as one of this name, that of another paper or of a row in a table?"""
    if dated.line.text.count(" | ") > 1:
        return True
    if dated.is_of_itself():
        return False
    if name.startswith("valid"):
        return _is_valid_for_another(dated, name, kind)
    if name == "issued" and dated.below and not dated.close:
        return True
    return _is_told_of(dated, name)


def _is_told_of(dated: Dated, name: str) -> bool:
    """Does a verb come before what says its name, so that it is said of something?"""
    labels = [hit for hit in dated.line.of("label", name) if hit.start < dated.moment.start]
    return bool(labels) and has_verb(dated.line.lower, dated.sentence(), labels[-1].start)


def _is_valid_for_another(dated: Dated, name: str, kind: str) -> bool:
    certifies = is_certificate(kind)
    if certifies and dated.later:
        return True  # the next certificate of a bundle
    if dated.below and not certifies:
        return True  # one of the certificates that a declaration or an audit tells of
    if any(hit.rule.name != kind for hit in dated.line.of("scheme")):
        return True
    labels = dated.line.of("label", name)
    return bool(labels) and labels[0].start > _LATE
