"""Words that name a substance only among words of chemistry: "lead", "tin", "DEHP", "selen"."""

from __future__ import annotations

import re

from nlp.chemicals.things import Thing
from nlp.layout.lines import ITEM, ROW
from nlp.passages import Passage

# What is said of a substance: where it is or is not, what it is part of, that it was looked for.
_CHEMICAL = re.compile(
    r"\b(?:contain\w*|innehåll\w*|content|free (?:of|from)|without|absence|presence"
    r"|förekomst|compounds?|alloys?"
    r"|solder\w*|paint\w*|pigments?|coat(?:ed|ing)s?|plastics?|glass|brass|migrat\w*|releas\w*"
    r"|leach\w*|detect\w*|measured|traces?|stabili[sz]\w*|substances?|chemicals?|metals?|halt\w*"
    r"|fri(?:a|tt)? från"
    r"|befria\w*|rensa\w*|utan|ämnen?|påvis\w*|utfas\w*|phas\w+ out|batter(?:y|ies)"
    r"|replaced|restricted"
    r"|(?:tested|analy[sz]ed|screened|checked) for|not? (?:\w+ )?(?:used|added|present|found)"
    r"|(?:no|any|inga|inget|ingen|neither|nor|som) (?:added )?(?:lead|tin|bpa|dehp)"
    r"|(?:med|with|av|so|så) (?:bpa|dehp))\b"
    r"|\d ?(?:%|mg/|µg/|pp[mb])|\d-\d\d-\d\b|(?:directive|direktiv\w*|regulation|förordning) [(\d]"
    r"|\b(?:cadmium|kadmium|mercury|kvicksilver|chromium|krom\w*|arseni\w+|nickel|antimon\w*"
    r"|\w*(?:phthalate|ftalat)\w*|bisphenol\w*|bisfenol\w*|pvc|pfas|svhc|rohs|reach|dinp|dbp|bbp"
    r"|samples?|prov\w*|kemik\w*|chemical\w*|kandidat\w*|candidate list)\b"
    r"|\b(?:lead|tin|bpa|dehp)(?: (?:is|are|was|were|används|ingår|finns))? ?"
    r"(?:: ?(?:[<>≤≥\d]|no\b|none|nej|ja\b|yes|not|ej|inte)|[<>≤≥\d|]"
    r"|(?:not|never|inte|ej|used|added|present|found|in the (?!market|lead|industry))\b)"
)


# What only a substance has: a figure with its unit, a result, a content, metals beside it.
_MEASURED = re.compile(
    r"\d ?(?:%|mg\b|mg/|µg/|pp[mb])|\d-\d\d-\d\b|\bmg/kg|\bppm\b|\bn\.?d\b|påvis\w*|detect\w*"
    r"|\b(?:contain\w*|innehåll\w*|content|\w*halt\w*|free (?:of|from)|fria? från|fritt från)\b"
    r"|\b(?:lead|cadmium|mercury|chromium|arsenic|antimony|barium|nickel|bly|kadmium|kvicksilver"
    r"|krom|arsenik|antimon)\b"
    r"|anti(?:bacteri|microbi|bakteri|mikrobi)|biocid|\bions?\b|\bjoner\b|nano|alloy|legering|solder"
    r"|kontakt|contacts?\b|batter|plated|plätera|försilvra"
)


# "SB showed that ...": initials, where a symbol of an element would have its figure beside it
_SHOUTED = re.compile(r"SB|CD|PB|NI|CO|CR|AS|CU|ZN|HG|SN")
_RESULT = re.compile(r"[\s:|(=]{1,3}(?:[<>≤≥\d|]|n\.?d\b)")


def needs_context(passage: Passage, thing: Thing) -> bool:
    """A word that means other things as well ("lead", "BPA"), and nothing chemical beside it.

    What other rules find is not asked for, so that no rule moves the claims of another.
    """
    if thing.number or thing.suffix:
        return False
    if _SHOUTED.fullmatch(thing.value.get("name", "")) and "cas" in thing.value:
        return not _RESULT.match(passage.view.lower, thing.end)
    span = (thing.start, thing.end)
    names = {h.rule.name for h in passage.of("set") if (h.start, h.end) == span}
    around = (passage.lower, passage.lead, passage.unit.heading.lower())
    if "homonym" in names:  # "Selen är provad": of a harness; in a row its table tells too
        return not any(map(_MEASURED.search, (*around, *passage.columns)))
    if passage.unit.kind in (ROW, ITEM) or "ambiguous" not in names:
        return False
    return not any(map(_CHEMICAL.search, around))
