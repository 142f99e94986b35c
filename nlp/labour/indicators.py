"""Which indicator of forced labour a sentence is about, told by what it names."""

from __future__ import annotations

import re

# The order tells: papers and prisons are named plainly, threats and need in many words.
_INDICATORS = {
    "documents_kept": (
        r"pass(?:et|en|ets|ens)?\b|passports?|id-?(?:kort\w*|handling\w*|cards?|papers?)"
        r"|identity card"
        r"|identity (?:papers?|documents?)|(?:identitets|hukou-|legitimations|original)handling\w*"
        r"|legitimation\w*|aadhaar|residence cards?|uppehålls(?:kort|tillstånd)\w*|pink cards?"
        r"|(?:original )?(?:diplomas?|certificates of education)|examensbevis\w*|work permit cards?"
        r"|(?:in|hand over|hold|held|keeps?|kept|retain\w*) (?:\w+ )?(?:papers|documents)"
        r"|no papers|document retention|documents belong"
    ),
    "prison_labour": (
        r"prison\w*|fängels\w*|\w*fångar\b|inmates?|intagna|detention cent\w*|detention or"
        r"|rehabilitation cent\w*|convicts?|anstalt\w*|penal|labour camps?|arbetsläger"
    ),
    "state_imposed": (
        r"state[- ](?:imposed|labour|run|quota\w*|led)|state quotas|transferred (?:labour|workers?)"
        r"|labou?r transfer\w*|transfer (?:programme|scheme)\w*|government programmes?|xinjiang\w*"
        r"|u[iy]gh?ur\w*|statlig\w*|av staten|av myndighet\w*|överför\w+ arbet\w*"
        r"|överföring av arbet\w*"
        r"|förflyttning\w*|anvisad\w*|anvisats|militär\w*|the army|conscript\w*|värnplikt\w*"
        r"|studentpraktik\w*|praktikanter från|sent by (?:the |their )?school"
    ),
    "debt_bondage": (
        r"debts?\b|indebted|bonded|loans?\b|lån(?:et|en|ade?|at)?\b|\w*skuld(?:en|er|sat\w*"
        r"|sätt\w*)?\b"
        r"|advances?\b|\w*förskott\w*|peshgi|borrow\w*|interest of|på kredit|on credit"
        r"|skyldig\w* \w+ pengar"
        r"|repay\w*|work(?:ing|s)? off"
    ),
    "deposit": (
        r"deposits?\b|\w*deposition\w*|bonds?\b|security for|as security|surety|\bpant\b|kaution\w*"
        r"|cheques?|land deeds?|guarantees?\b|lodged money|som säkerhet för (?:nyckel|verktyg)"
    ),
    "wages_withheld": (
        r"(?:wages?|pay|salar(?:y|ies)|bonus)\b.{0,40}(?:held|kept|keeps|withh\w+|frozen"
        r"|controlled|stopped)"
        r"|(?:held|holds?|keeps?|kept|withh\w+) back .{0,40}(?:wages?|pay|salar)"
        r"|withh\w+ .{0,20}(?:wages?|pay|salar)"
        r"|(?:\w*lön\w*|bonus\w*)\b.{0,40}(?:hålls? inne|höll\w* inne|innehåll\w+|frys\w*"
        r"|undanhåll\w*|som säkerhet)"
        r"|(?:håller|höll|hålls|hölls) inne .{0,30}(?:lön|summa|bonus)|innehåll\w+ \w*lön\w*"
    ),
    "movement_restricted": (
        r"gates?\b|grind\w*|port(?:en|ar|arna)\b|lock(?:ed|s)? (?:in|at)|locked|låst\w*|låses"
        r"|inlåst\w*"
        r"|roll[- ]call|curfews?|utegång\w*|dormitor\w*|hostels?|boende\w*|sovhus\w*"
        r"|leave the (?:site|factory"
        r"|compound|premises)|go(?:es)? out|gå ut|stay out|come and go|kept in\b|kept here"
        r"|escort\w*"
        r"|fritt röra|röra sig|movement"
    ),
    "trafficking": r"traffick\w*|människohandel\w*|smuggl\w*|gang\b|at the border|liga\b",
    "abuse_of_vulnerability": (
        r"police|polis\w*|deport\w*|utvis\w*|immigration|migrationsverk\w*"
        r"|permits?\b|vulnerab\w*|utsatt\w*|object\b"
    ),
    "threats": r"threat\w*|intimidat\w*|hot(?:as|ade?s?|at|ats)?\b|hota\w*",
    "deception": r"deceiv\w*|decepti\w*|misled|tricked|false promise\w*|vilse\w*|lura[dst]\w*",
    "isolation": r"isolat\w*|isoler\w*|incommunicado|omvärlden|outside world",
}
_PATTERNS = {name: re.compile(rf"\b(?:{words})") for name, words in _INDICATORS.items()}


def indicator_of(*texts: str) -> str:
    """The indicator named in the first of `texts`, in lower case, that names any; "" if none."""
    for text in texts:
        for name, pattern in _PATTERNS.items():
            if pattern.search(text):
                return name
    return ""
