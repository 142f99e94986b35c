"""What somebody else says of a substance: the paper passes it on, and does not answer for it."""

from __future__ import annotations

import re

from nlp.passages import Passage

_WHO_EN = (
    r"(?:suppliers?|mill|dyers?|dyehouse|tannery|factory|makers?|manufacturers?|producers?"
    r"|importers?"
    r"|spinners?|weavers?|agents?|vendors?|traders?|wholesalers?|finishers?|moulders?|printers?"
    r"|converters?|foundry|refiners?|growers?|farm|plant|label|leaflet|brochure|people"
    r"|\w+[- ]maker)"
)
_WHO_SV = (
    r"(?:leverantör\w*|underleverantör\w*|tillverkare\w*|importör\w*|producent\w*|agent\w*"
    r"|grossist\w*|\w+eri(?:et|ets|erna)|fabrik(?:en|ens|erna)|väveriet|odlaren|agronomen"
    r"|verkstaden"
    r"|etiketten|broschyren|bladet|säljaren|handlaren|formsprutaren|\w+makaren|\w+gjutaren)"
)
_SAYS = (
    r"(?:says?|said|claims?|claimed|asserts?|asserted|maintains?|believes?|thinks?|assures?|assured"
    r"|tells? (?:us|me)|told (?:us|me)|states?|stated|writes?|wrote|reports?|promises?|swears?"
    r"|säger|sade|sa|uppger|uppgav|påstår|hävdar|menar|försäkrar|intygar|skriver|lovar|anger|tror)"
)
_PASSED_ON = re.compile(
    rf"\b{_WHO_EN}(?:'s|’s)? (?:\w+ ){{0,2}}{_SAYS}\b|\b{_WHO_SV} (?:\w+ ){{0,1}}{_SAYS}\b"
    rf"|\b{_SAYS} {_WHO_SV}\b|, {_SAYS} (?:the |our |its |den |vår )?(?:{_WHO_EN}|{_WHO_SV})\b"
    rf"|\b(?:according to|going by|on the word of|in the words of) (?:\w+ ){{0,3}}(?:{_WHO_EN})\b"
    rf"|\b(?:enligt|på) (?:\w+ )?{_WHO_SV}\b|\bas far as (?:\w+ ){{1,4}}tells? (?:us|me)\b"
    r"|\bletter (?:says?|states?)\b|\bso we are told\b|\bwe are told\b|\bsägs det\b"
)
# A paper of the supplier's own tells for itself; a report that was made tells what was found.
_PROVEN = re.compile(
    r"\b(?:test(?:ed|s)?|analy[sz]\w+|report|certificate|measured|provad\w*|analysera\w*|rapport\w*"
    r"|certifikat\w*|uppmät\w*)\b"
)


def passed_on(passage: Passage) -> bool:
    """Is it what a maker, a mill or a label says, with no test to show for it?"""
    if not _PASSED_ON.search(passage.lower):
        return False
    return not _PROVEN.search(passage.lower) or bool(_NO_PROOF.search(passage.lower))


_NO_PROOF = re.compile(r"\b(?:no|not|without|inget|ingen|inte|ej|utan|saknas|saknar)\b")
