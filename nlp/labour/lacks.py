"""How what is denied bears: none of an ill is a support, none of a good a risk."""

from __future__ import annotations

import re

# What is done against an ill, and was not: "no assessment of the risk", "utbildning saknas".
_TAKEN = r"(?:assessments?|training|trainings|\w*utbildning\w*|\w*bedömning\w*|kartläggning\w*)"
_MEASURE = (
    rf"\b(?:no|without|lacks?|lack of|ingen|inga|utan|saknar|någon) (?:\w+ ){{0,2}}"
    rf"(?:{_TAKEN}|steps|actions?|measures|åtgärder)\b"
    rf"|\b{_TAKEN}\b[^.;]*\b(?:not|never|inte|ej|aldrig|saknas|missing|lacking)\b"
    r"|\b(?:not|never|inte|aldrig|nobody|no one|none of) (?:\S+ ){0,5}?"
    r"(?:train|assess|utbilda|bedöm|(?:any )?(?:steps|actions?|measures) to|åtgärder för)"
)
# Of some topics what is denied is an ill, unless a good is named; of the others the reverse.
_ILL_UNLESS = {
    "LAB.CHILD": r"policy|\blists?\b|\brecords?\b|procedur|routine|rutin|register|remed|proof"
    r"|document"
    r"|(?<!under )\bages?\b (?:is|are|was|were|check)|checked|verif|kontroller|certificate"
    rf"|intyg\b|ålders|\bcop(?:y|ies)\b|kopi|{_MEASURE}",
    "LAB.FEES": r"written|policy|paid back|refund|repaid|reimburs|återbetal|ersatt|rutin|procedur"
    r"|kvitto|kvitton|receipt",
    "LAB.FORCED": r"policy|access to|rutin|procedur|own passport|returned"
    rf"|{_MEASURE}"
    r"|(?:may not|cannot|could not|not allowed to|(?:får|kan|fick) inte)"
    r" (?:leave|go out|lämna|gå ut)"
    r"|free to|freely|fritt|(?:seen|got|sett|fått) (?:back )?(?:their|sina|sitt) (?:pass|id)",
    "LAB.DISCRIMINATION": r"^(?!.*\b(?:without|utan) (?:\w+ )?(?:discriminat|diskriminer|harass"
    r"|trakass|särbehand))"
    r".*(?:policy|track|procedur|committee|kommitt|rutin|training|utbild|\bplan\b"
    r"|prayer|leave\b|ledig|lika lön|\bequal pay|\bsame\b|befordra|promoted)",
    "LAB.HOURS": r"\brest\b|days? (?:off|free)|ledig|vila|vilodag|vilotid|record|agreed|voluntar"
    r"|consent|tillstånd|frivillig|registr|\blogg|clock|stäml|evidence that|holiday (?:was "
    r"|is )?not"
    r"|\bbreaks?\b|\braster?\b",
}
_GOOD_UNLESS = {
    "LAB.SAFETY": r"accident|injur|\bhurt\b|fatal|incident|olyck|skad|tillbud|died|omkom|dödsfall"
    r"|blocked|locked|obstruct|blocker|låst|belamr|silicosis|silikos|poison|förgift|sandblast"
    r"|sandbläst"
    r"|\bburns?\b|\b(?:no|inga) (?:\w+ )?findings?\b|avvikelse|anmärkning|\bdeaths?\b|killed"
    r"|fell ill|heat ?stroke"
    r"|\bfires?\b(?! (?:ext|alarm|door|drill|exit|hose|esc|safe|cert|plan|det|blank|pro|fight"
    r"|insp))",
    "LAB.GRIEVANCE": r"repris|reveng|retaliat|punish|dismiss|repressal|bestraff|hämnd|blacklist"
    r"|svartlist|lost work|sent home|skicka\w* hem|suffer",
    "LAB.UNION": r"interfer|hinder|hindr|prevent|obstruct|discourag|forbid|punish|dismiss|uppsagd"
    r"|motarbeta|straff",
    "LAB.CONTRACT": r"^(?!.*(?:written|contract\b(?! substitution)|contracts|avtal|copy|kopi"
    r"|licen))"
    r".*(?:subcontract|home|outsourc|underlever|underentrep|hemarbet|lego"
    r"|bemanning|agenc|casual|day labour"
    r"|daily|dag\w*(?:arbet|avlön)|läggs ut|läggas ut|lagts ut|passed on|sent out|given out|inhyr"
    r"|substitut|byts|unregister|undeclar|oregistr|odeklar|svart|off the books|hemsöm|intermediar"
    r"|mellanh|timanställ|anlitar i sin tur)|second contract"
    r"|\b(?:no|none|nobody|inga|ingen)\b.*\b(?:without|utan) (?:\w+ )?(?:contract|papers|kontrakt"
    r"|avtal|papper)",
    "LAB.WAGE": r"\bfine[sd]?\b|deduct|withh|böter|bötes|avdrag|undanh|innehåll|cash|kontant|delay"
    r"|\bkuponger|\bi varor\b|in natura|\bin kind\b|voucher|\bin goods\b"
    r"|\blate\b|försen|arrears|\bdras\b|innestående|unpaid|obetal|\bless than|mindre än"
    r"|under minimi|below the (?:legal |statutory )?minimum",
}
_SPARED = {topic: re.compile(words) for topic, words in _GOOD_UNLESS.items()}
_WANTED = {topic: re.compile(words) for topic, words in _ILL_UNLESS.items()}


def missed(topic: str, clause: str) -> str:
    """The bearing of what is denied: none of an ill is a support, none of a good a risk."""
    if topic in _WANTED:
        return "risk" if _WANTED[topic].search(clause) else "support"
    return "support" if _SPARED[topic].search(clause) else "risk"
