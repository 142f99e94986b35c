"""What a recogniser of chemical names sees of a word beside the word: lists, endings, capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from nlp.rules import Rulebook, per_book

COMPONENT = "underlag_looks"
_PIECE = re.compile(r"\w+|[^\w\s]")
# Endings of names of substances: those of few other words, and those of many.
_TELLING = re.compile(
    r".{2,}(?:azole|olol|pril|statin|mycin|cillin|azepam|barbital|caine|phylline|oxacin|idine|amine"
    r"|oxide|amide|zine|pine|phine|platin|rubicin|sartan|triptan|setron|profen|cycline|curonium"
    r"|sterone|olone|sone|azine|toin|thiazide|semide)s?"
)
_LIKELY = re.compile(
    r".{3,}(?:ine|ide|ate|one|ole|ium|ol|acid|ane|ene|yl|ic|an|in|il|am|ite|ose)s?"
)
_ELEMENT = re.compile(
    r"(?:H|He|Li|Be|B|C|N|O|F|Na|Mg|Al|Si|P|S|Cl|K|Ca|Fe|Cu|Zn|Br|I|Pb|Hg|Cd|As|Se|Au|Ag|Pt)\d*"
)
_SHORT = re.compile(r"[A-Z0-9]{2,6}")


@per_book
def _gazetteer(book: Rulebook) -> dict[str, list[tuple[str, ...]]]:
    """The names of substances in the packs as tokens, by their first, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for rule in book.of("substance"):
        for language, term in rule.terms:
            pieces = tuple(_PIECE.findall(term.rstrip("*").lower()))
            if language != "sv" and len(term) > 2 and pieces:
                found.setdefault(pieces[0], set()).add(pieces)
    return {first: sorted(names, key=lambda n: (-len(n), n)) for first, names in found.items()}


def listed(words: Sequence[str]) -> list[str]:
    """For each token B or I where it stands in a name of the packs, O elsewhere."""
    lower = [word.lower() for word in words]
    found, at = ["O"] * len(words), 0
    while at < len(lower):
        names = _gazetteer().get(lower[at], ())
        name = next((one for one in names if tuple(lower[at : at + len(one)]) == one), None)
        if name:
            found[at : at + len(name)] = ["B", *["I"] * (len(name) - 1)]
        at += len(name) if name else 1
    return found


def _look(word: str) -> str:
    """How much a word looks like a name of a substance, by its ending or its capitals."""
    if _TELLING.fullmatch(word.lower()):
        return "2"
    if _LIKELY.fullmatch(word.lower()):
        return "1"
    if _ELEMENT.fullmatch(word):
        return "E"
    return "A" if _SHORT.fullmatch(word) else "0"


@Language.component(COMPONENT)
def look(doc: Doc) -> Doc:
    """Write on each token what the recogniser is to see beside the word itself."""
    words = [token.text for token in doc]
    for token, place in zip(doc, listed(words), strict=True):
        token.tag_ = place + _look(token.text)
        token.lemma_, token.dep_ = token.lower_[-5:], token.lower_[:4]
    return doc
