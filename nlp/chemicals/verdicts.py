"""What a test's verdict tells of the thing it was for: passed, it is not there; failed, it is."""

from __future__ import annotations

import re

_LISTED = r"(?: the)? (?:[^.;:]{0,60}(?:,| and| och| or| eller| samt) )?$"
# "Sample A passes for azo colourants", "uppfyller kravet för azofärger"
_PASSED_FOR = re.compile(
    r"\b(?:pass(?:es|ed)?|meets?|met|complie[sd]|uppfyller|uppfyllde|klarar|klarade)"
    r" (?:(?:with )?(?:the |our |all |sitt |alla )?(?:limits?|requirements?|kraven|kravet|gränsen"
    r"|gränserna|gränsvärdena|gränsvärdet) )?"
    r"(?:for|on|as regards|with (?:regard|respect) to|för|avseende|vad gäller|i fråga om)" + _LISTED
)
# "does not comply with regard to DEHP", "är inte godkänd avseende PAH"
_FAILED_FOR = re.compile(
    r"\b(?:(?:does|do|did|is|are|was|were|är|var) (?:\w+ )?(?:not|inte|ej) (?:comply|conform\w*"
    r"|compliant|meet|approved|pass|godkän\w+)"
    r"|(?:uppfyller|klarar|klarade|uppfyllde) (?:\w+ )?(?:inte|ej)|fails?|failed|underkän\w+)\b"
    r"[^.;]{0,90}\b(?:with (?:regard|respect) to|as regards|because of|due to|owing to|avseende"
    r"|med avseende på|vad gäller|i fråga om|på grund av|för|for) (?:the |sin |its )?$"
)
# "Item 1 does not meet the phthalate requirement", "klarar inte PAH-kravet"
_REQUIRED = re.compile(r"[-\w]{0,12} ?(?:requirements?|limits?|criteri\w+|kravet|kraven|krav)\b")
_FAILING = re.compile(
    r"\b(?:(?:does|do|did) not (?:meet|comply with|pass)|fails?|failed"
    r"|(?:uppfyller|klarar|klarade|uppfyllde) (?:inte|ej)) (?:the |our |sitt )?$"
)
_NONE = re.compile(r"\b(?:not|never|neither|no|none|inte|ej|aldrig|varken|inget|ingen|inga)\b")


def verdict(before: str, behind: str) -> str:
    """The stance of a thing by the words of its clause before and behind it; "" without verdict."""
    if _FAILED_FOR.search(before):
        return "affirmed"
    if _REQUIRED.match(behind) and _FAILING.search(before):
        return "affirmed"
    passed = _PASSED_FOR.search(before)
    if passed is None:
        return ""
    return "affirmed" if _NONE.search(before, 0, passed.start()) else "denied"
