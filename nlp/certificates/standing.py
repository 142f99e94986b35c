"""How a certificate stands by the words beside it: gone, refused, sought, needed, lapsed."""

from __future__ import annotations

import re

LAPSED = re.compile(
    r"gick ut|löpte ut|gällde (?:till|t)|was valid|slutade gälla|utlöpte|(?:came|come) to an end"
    r"|ceased"
    r"|har gått ut|expired|ran out|lapsed|expires|upphörde|förföll|förfall(?:et|en|na|it)\b"
    r"|no longer valid|inte längre gilt"
)
# Held by another, or no longer: the certificate backs nothing.
_GONE = re.compile(
    r"(?:another|different|separate|sister) (?:company|firm)|ett? annat (?:bolag|företag)"
    r"|tillhör annat"
    r"|(?:belongs?|issued|tillhör|avser|utfärda\w*) (?:to |for |till )?(?:an? |the |ett? )?"
    r"(?:another|annan|annat|different|other|sister|syster|landlord|neighbour|cooperative"
    r"|kooperativ)"
    r"|annan firma|systerbolag|withdrawn|revoked|suspended|\blost its\b|återkalla[dt]|återtag"
    r"|\btaken (?:[\w-]+ ){0,4}away\b|\bstripped of\b|\bstruck (?:[\w-]+ ){0,4}?(?:off|from)\b"
    r"|\b(?:mill|plant|factory|site|works|supplier|shop) lost\b|belongs? to a competitor"
    r"|\bdiss?associated\b"
    r"|drogs in|dragits in|\bfråntog\w*|\bfråntagits\b|\b(?:blev|blivit) av med\b"
    r"|tillhör (?:en )?konkurrent"
    r"|\braderad\b|indrage[nt]|uppsag[dt]|förlora(?:de|t)\b"
)
_REFUSED = re.compile(
    r"\b(?:declined|refused|refuses|turned down|vägra\w*|tackade nej|avböj\w*|avslog|nekade?)\b"
)
_NOT = re.compile(
    r"(?::| -)\s*(?:nej|no|none|inget|saknas)\b|\bocertifiera|\bheld by none\b|\bhar ingen av\b"
    r"|^(?:no|inget|ingen|inga) |\bavstå\w* från\b|\bdo(?:es)? not possess\b"
    r"|\bfick inte\b|\b(?:is|are) uncertified\b"
)
_SOUGHT = re.compile(
    r"\b(?:applied for|in preparation|in progress|being considered|promised|to be arranged|på gång"
    r"|begärt, ej|beräknas|application|ansök\w*|ansökt|sökt|available soon|uppges|påstås|väntas"
    r"|claimed"
    r"|said to|they say|booked|supposedly)\b"
)
_UNSEEN = re.compile(r"\b(?:not (?:been )?seen|ej mottag\w*|ej uppvis\w*|inte sett)\b")
# "certificates that require audits" need nothing themselves.
_NEEDED = re.compile(
    r"\b(?:needs?|encouraged|insist|(?<!which )(?<!that )requires?|ska begära|krävs)\b"
)
_PREFERRED = re.compile(r"\b(?:preference (?:for|to)|prefers?|preferred|föredra\w*)\b")


def standing(words: str) -> tuple[str, str]:
    """Stance and bearing where the words tell that it is gone, sought, or needed."""
    if _GONE.search(words) or _REFUSED.search(words):
        return "denied", "risk"
    if _UNSEEN.search(words):
        return "hedged", "neutral"
    if _NOT.search(words):
        return "denied", "neutral"
    if _SOUGHT.search(words) and not (
        LAPSED.search(words) or re.search(r"\b(?:not|inte)\b", words)
    ):
        return "hedged", "neutral"
    if _PREFERRED.search(words):
        return "required", "neutral"
    return ("required", "support") if _NEEDED.search(words) else ("", "")
