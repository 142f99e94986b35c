"""Words for an origin, a maker or a place that nobody tells, that changes, or that is not fixed."""

from __future__ import annotations

import re

_TELL_EN = (
    r"(?:name|named|disclos\w+|reveal\w*|say|said|tell|told|state|stated|share|shared|identif\w+"
    r"|trace\w*|verif\w+|record\w*|establish\w*|determin\w+|document\w*|specif\w+|confirm\w*"
    r"|known?|published?|part with|map|mapped|provided?|fixed|settled|given|listed"
    r"|find out|found out|hold)"
)
_TELL_SV = (
    r"(?:uppge|uppger|uppges|uppgett|uppgetts|uppgiv\w+|ange|anger|anges|angiv\w+|angett|säga"
    r"|säger|sagt|namnge\w*"
    r"|namngiv\w+|lämna\w*|sprida|dela|röja|röjer|avslöja\w*|redovisa\w*|spåra\w*|spårbar\w*"
    r"|härled\w*|klarlag\w*|klarlägg\w*|kartlag\w*|kartlägg\w*|bekräfta\w*|verifiera\w*"
    r"|dokumentera\w*|fastställ\w*|utred\w*|uppvisa\w*|fått fram|få fram|fått besked|ge"
    r"|känd\w*|känt|känner till|vet|veta|framgår|offentlig\w*|specificera\w*|publicera\w*)"
)
_NOT_EN = (
    r"(?:not|cannot|can't|won't|unable|never|nobody|no one|declin\w+|refus\w+|for none of"
    r"|none of|without)"
)
_NOT_SV = r"(?:inte|ej|icke|vägra\w*|ingen|inget|aldrig|varken)"
_CHANGING_EN = (
    r"(?:several|various|varying|different|differing|changing|many|multiple|mixed|unspecified"
    r"|unstated|undeclared|three or four)"
)
_CHANGING_SV = (
    r"(?:flera|olika|skiftande|växlande|varierande|diverse|blandat|blandade|ospecificera\w+)"
)
_SOURCE_EN = (
    r"(?:countr|origin|source|supplier|producer|factor(?:y|ies)|plant|mill|dealer|maker|farm|coast"
    r"|trader|importer|land)"
)
_SOURCE_SV = (
    r"(?:länder|land\b|ursprung|källor|leverantör|tillverkare|fabrik|gård|kust|odling|producent"
    r"|besked|importör)"
)
_WORLD = (
    r"(?:asia|asien|sydostasien|south-?east asia|southeast asia|far east|fjärran östern"
    r"|sydamerika|latinamerika|västafrika|östafrika|centralasien|south america|latin america"
    r"|west africa|east africa|central asia|baltic region|östeuropa|eastern europe|afrika"
    r"|africa|europe|europa|eu|baltikum|medelhavsområdet|norden)\b"
)
_ONLY = (
    r"(?:from|in|across|within|only|says|gives|i|från|inom|bara|endast|anger|uppger|anges|uppges)"
)
UNSURE = re.compile(
    rf"(?<!\w)(?:{_NOT_EN}(?: [\w-]+){{0,3}} {_TELL_EN}\b|{_NOT_SV}(?: [\w-]+){{0,3}} {_TELL_SV}\b"
    r"|(?:vet|känner|uppges|lämnas|lämnar|framgår|anges|redovisas) (?:vi |jag |de |till )?"
    r"(?:ej|inte)\b"
    r"|lämnar vi .{0,40}inte ut"
    r"|vet (?:ingen|inte|ej)|ingen vet"
    rf"|{_CHANGING_EN} (?:\w+ )?{_SOURCE_EN}|{_CHANGING_SV} (?:\w+ )?{_SOURCE_SV}"
    r"|okän\w*|okla\w*|obekant\w*|obestäm\w*|ospårbar\w*|varierande|varierar|växlar|växlande"
    r"|skiftar|skiftande|konfidentiell\w*|sekretess\w*|hemlig\w*|affärshemlig\w*|hemlighåll\w*"
    r"|anonym\w*"
    r"|beror på|uppgift saknas|uppgifter saknas|saknar (?:känt |säkert )?(?:ursprung|spårbarhet"
    r"|tillverkningsland)\w*|utan (?:känt )?(?:ursprung|spårbarhet|uppgift)\w*"
    r"|(?:ingen|inget|inga) (?:\w+ )?(?:uppgift\w*|information|kännedom|märkning|spårbarhet"
    r"|ursprung\w*|tillverkningsland|land)\b"
    r"|var (?:som|det) helst|lite varstans|spotmarknad\w*|öppna marknaden|börsen|blandat\b"
    r"|går inte att (?:säga|ange|svara|spåra)|annat ursprung"
    r"|unknown|undisclosed|undetermin\w*|untraced|untraceable|unnamed|unmapped|unstated|anonymous"
    r"|confidential\w*|trade secret|a secret|various|varies|varying|vary\b|differs?\b"
    r"|changes (?:with|by|from|between|depending)|depend(?:s|ing) on|by batch|from batch to batch"
    r"|mixed origins?|wherever|anywhere|here and there|as available|(?:bought|purchased) spot"
    r"|spot market|open market|on the market|local market|other sources possible"
    r"|no (?:\w+ )?(?:country|origin|source|marking|mark|information|data|record)\b"
    r"|nobody (?:asks|knows)|no one knows|is silent|with the agent|mixes sources|inte minns"
    r"|(?:of|from) any (?:origin|provenance|country|source)|(?:av|från) (?:vilket"
    r"|valfritt)? ?ursprung"
    r"|kände (?:\w+ )?(?:inte|ej) till|svävat på målet|imported\""
    r"|(?:seldom|rarely|hardly ever) (?:printed|stated|given|told|known)|sällan (?:anges|uppges"
    r"|känt)"
    r"|(?:no|not|limited|little|lack\w*|incomplete|partial)(?: [\w-]+){0,3}"
    r" (?:visibility|insight|traceability)\b|reduc\w+ (?:our )?visibility\b"
    r"|begränsad\w* (?:\w+ )?(?:insyn|spårbarhet|kunskap|kännedom)\b"
    r"|withheld|name reserved|undeterminable|uncertain|ovisst?|besked väntas"
    r"|not in a position to \w+"
    r"|declines? to|no match"
    r"|contradict"
    rf"|{_ONLY} (?:\w+ )?[\"']?{_WORLD}|[\"']{_WORLD})"
)
REGION = re.compile(rf"{_ONLY} (?:\w+ )?{_WORLD}")
"""A wider region told as a place, and no answer in quotes."""
ABROAD = re.compile(
    r"asia|asien|europ|afri[ck]|ameri[ck]a|norden|balti|\beu\b|countr|länder|anywhere|wherever"
    r"|imported"
)
"""In what makes an origin untold: an answer that can only be one to where something is from."""
"""What makes an origin untold where an origin is spoken of; it says nothing by itself."""
_TAKEN_EN = (
    r"(?:grown|farmed|harvested|picked|mined|extracted|sourced|obtained|bought|purchased|produced"
    r"|caught|from)"
)
_TAKEN_SV = r"(?:odla\w*|skörda\w*|plocka\w*|bryt\w*|bruten|köp\w*|fånga\w*|från)"
POSSIBLE = re.compile(
    r"\b(?:may|might|could)\s(?:(?:also|well|sometimes)\s)?"
    rf"(?:(?:be|have been)\s(?:\w+ly\s)?{_TAKEN_EN}"
    rf"|come|stem|originate|source|buy|purchase)\b[^.;:]{{0,60}}?\b(?:in|from"
    rf"|outside)\b[^.;:]{{0,30}}?"
    r"\b(?:countr|regions?\b|areas?\b|locations?\b|sources?\b|outside)"
    rf"|\bkan\s(?:(?:även|också)\s)?(?:(?:vara|ha)\s)?(?:{_TAKEN_SV}|komma)\b[^.;:]{{0,60}}?"
    r"\b(?:i|från|utanför)\b[^.;:]{0,30}?\b(?:land\b|länder|områden|regioner|källor)"
)
"""A material that may come from places that are not named: "may be grown in regions at risk"."""
