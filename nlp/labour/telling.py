"""Words that tell by themselves how an affirmed claim about work bears."""

from __future__ import annotations

import re

# By topic, the first that is found.
_TELLING: dict[str, tuple[tuple[str, str], ...]] = {
    "LAB.UNION": (
        ("support", r"reinstat|återanställ|fått tillbaka"),
        (
            "risk",
            (
                r"\b(?:dismiss\w*|sacked|fired|avskedad\w*|uppsagd\w*|fått sparken|sparkad\w*)\b"
                r"|uppsägning av|suspended|avstängd|tillika|samtidigt .{0,16}chef|also (?:head|hr"
                r"|manag)"
                r"|(?:personal|produktions)chef|chef närvarande|svåger|brother-in-law|only locals"
                r"|utan förlängning|left off|hand-?(?:picked|plocka\w*)"
                r"|(?:appointed|chosen|picked|named) by (?:the |its )?(?:\w+ )?(?:manag|owner"
                r"|employer"
                r"|factory|company|director)"
                r"|utse(?:dd|tt|dda|tts|ddes)\w* av (?:ledning|chef|ägar|arbetsgivar|bolag|fabrik"
                r"|direktör)|utsågs av (?:ledning|chef|ägar|arbetsgivar|bolag|fabrik|direktör)"
            ),
        ),
    ),
    "LAB.WAGE": (
        ("support", r"arrears .{0,24}(?:paid|settled)|back pay|i tid\b|on time"),
        ("support", r"(?:utan|without|inga|no) (?:\w+ )?(?:avdrag|deductions?)\b"),
        (
            "risk",
            r"\b(?:lies |is |are |was )?below (?:every|any|all|the|a) (?:\w+ ){0,2}living wage",
        ),
        ("support", r"not less than|ersätts med|betalats i efterhand|retroaktiv"),
        (
            "risk",
            (
                r"\bgap\b|understeg|kept back|held back|withheld|hålls .{0,30}inne|innehåll[se]"
                r"|arrears"
                r"|\blate\b|försen|undanh"
                r"|vänta\w* .{0,14}(?:vecka|veckor|månad)|\blevy\b|i stället för"
                r"|unpaid"
                r"|obetald|below the (?:legal |statutory )?minimum|under minimilön"
            ),
        ),
    ),
    "LAB.GRIEVANCE": (
        ("risk", r"\bthreaten(?:s|ed)?\b|\bhota(?:r|s|ts|de|des)\b"),
        (
            "risk",
            (
                r"\b(?:reported|suffered|experienced|met with|utsattes? för|utsatts för|mötte"
                r"|anmält"
                r"|anmälde) (?:\w+ )?(?:repris|retaliat|repressal|vedergäll|hämnd)"
            ),
        ),
        (
            "risk",
            (
                r"\b(?:only|solely|enbart|bara|endast) (?:\w+ )?(?:in|på) (?!confiden|emerg|anonym)"
                r"(?:\w{2,}(?:ese|ish|ian|ska|ali)|german|hindi|thai|urdu|bangla)\b"
            ),
        ),
    ),
    "LAB.CONTRACT": (
        ("risk", r"\b(?:from )?day to day\b|\bdag (?:till|för) dag\b"),
        (
            "neutral",
            (
                r"\b(?:come|came|supplied|hired|employed|engaged) (?:by|from|via|through) "
                r"(?:an? |the |two |three )?(?:\w+ )?agenc(?:y|ies)\b(?! without)"
                r"|(?:hyrs in|inhyrda|anställda|kommer) (?:från|via|av|genom) (?:ett )?bemanning"
            ),
        ),
        (
            "risk",
            (
                r"\b(?:replaced|swapped|changed|substituted) (?:on|upon|at|after|when they) arriv"
                r"|\b(?:byts|byttes|bytts) ut (?:vid|efter|när)\b"
            ),
        ),
    ),
    "LAB.SAFETY": (
        ("neutral", r"\b(?:trir|ltifr|ltir)\b|(?:accident|injury) (?:frequency|rate)|frekvens"),
        ("risk", r"\bwedged\b|\bpropped\b|\bkila(?:d|t|des|ts)\b|\b(?:upp|fast)kila"),
        (
            "support",
            r"\b(?:been|was|were|is|are) (?:serviced|inspected) (?:within|this|last|every|in)\b",
        ),
        (
            "risk",
            (
                r"ur funktion|out of order|bypass|bortkoppl|förbikoppl|\btejp|\btaped|brände sig"
                r"|\bburns?\b"
                r"|läckage|leak(?:ed|age)|bedbugs|vägglöss|mögel|mould|disabled|trasig|broken"
            ),
        ),
    ),
    "LAB.DISCRIMINATION": (
        (
            "support",
            (
                r"\b(?:supervisor|foreman|manager|line leader|chef\w*|förman\w*|arbetsledar\w*)\b"
                r".{0,30}"
                r"\b(?:disciplined|warned|suspended|dismissed|varna(?:d|t|ts|des)|avstäng\w*"
                r"|avsked\w*)"
                r" (?:for|after|för|efter)\b"
            ),
        ),
        (
            "risk",
            r"\bnot (?:hired|taken on|promoted)\b|\b(?:anställs|befordras) (?:inte|ej|aldrig)\b",
        ),
        (
            "risk",
            (
                r"\b(?:pregnan\w*|gravid\w*)\b[^.;|]{0,40}\b(?:dismissed|sacked|fired|let go"
                r"|sägs upp|sagts upp|avskeda\w*|uppsagda)\b"
            ),
        ),
        (
            "support",
            (
                r"(?:committee|training|trained|policy|kommitté|utbild\w*"
                r"|kurs) (?:\w+ )?(?:against|on"
                r"|mot|om)\b|is published|perpetrator"
            ),
        ),
    ),
    "LAB.FORCED": (
        (
            "support",
            r"due diligence|questionnaire|audit .{0,40}indicators|sina pass själva|hos sig",
        ),
        (
            "risk",
            (
                r"\bthreaten(?:s|ed)?\b|\bhota(?:r|s|ts|de|des)\b"
                r"|\b(?:hålls?|hölls?|hållas|hållits) inne\b|\binnehåll(?:s|as|its|en|na|et)\b"
                r"|labou?r transfer|transfer program|överföringsprogram|arbetsöverföring"
                r"|state[- ]imposed|omskolningsläger|rehabiliteringscent|arbetsprogram"
                r"|(?:passport|cards?|\bpass|passen|handlingar|böcker\w*"
                r"|certificates?)\b.{0,40}(?:custody"
                r"|\bsafe\b|kassaskåp|kontor|\boffice|inlåst|locked away|\bhr\b|were held|kept by)"
            ),
        ),
    ),
    "LAB.FEES": (
        ("support", r"paid back|reimbursed|refunded|återbetala[td]|ersatt|let go .{0,40}accept"),
        (
            "support",
            (
                r"^(?!.*(?:deduct|recover|avdrag|dras|drog)).*(?:"
                r"(?:paid|borne|covered|met|betalas|bekostas|bärs) (?:\w+ ){0,2}?(?:by|av) "
                r"(?:the |its |our |vårt |det )?(?:employer|company|factory|us\b|arbetsgivaren"
                r"|bolaget|företaget|fabriken|oss\b)"
                r"|(?:employer|company|we|arbetsgivaren|bolaget|företaget|vi) (?:pays?|bears?"
                r"|covers?|betalar|bekostar|bär|står för)\b)"
            ),
        ),
        (
            "risk",
            (
                r"\b(?:workers?|migrants?|callers?|arbetare|plockar\w*)\b.{0,30}\b(?:paid|betalat"
                r"|betalade)\b"
                r".{0,12}(?:\d|[a-z]{3} ?\d)|demanded for"
            ),
        ),
    ),
}
_TOLD = {
    topic: tuple((bearing, re.compile(words)) for bearing, words in known)
    for topic, known in _TELLING.items()
}


def told(topic: str, clause: str) -> str:
    """The bearing that the words of an affirmed clause give; "" where they leave it open."""
    known = _TOLD.get(topic, ())
    return next((bearing for bearing, words in known if words.search(clause)), "")
