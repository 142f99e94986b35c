"""Words that tell by themselves how an affirmed claim about work bears."""

from __future__ import annotations

import re

# What is taken from pay with the worker's own word is told by itself, neither for nor against.
_CONSENTED = (
    r"(?:deduct\w*|avdrag\w*|\bdras\b)[^.;]{0,60}?\b(?:with|after|on|efter|med|mot) (?:\w+ )?"
    r"(?:written|signed|skriftlig\w*|undertecknat) "
)
_PAY = r"\b(?:\w*lön(?:en|er|erna)?|wages?|pay|salar(?:y|ies)|earnings|piece rates?|ackord\w*)"
# "Grundlönen överstiger minimilönen med 200 yuan", "piece rates were raised by a tenth"
_HIGH_PAY = (
    r"^(?!.*(?:deduct|avdrag|fine[sd]?\b|böter|inte höj|not (?:been )?(?:raised|increased)))"
    rf".*(?:{_PAY} (?:[^\s.;]+ ){{0,3}}?(?:överst(?:iger|eg)|ligger över|exceeds?|exceeded)\b"
    rf"|{_PAY} (?:[^\s.;]+ ){{0,3}}?(?:raised|increased|höj(?:des|ts|t)) (?:\w+ )?"
    r"(?:by|from|to|med|från|till)\b"
    rf"|\bhöjde {_PAY})"
)
_LOW_PAY = (
    r"\b(?:hamna\w*|låg|ligger)(?: \w+){0,4}? under (?:ny\w* |den |lagens )?(?:nivån|minimi|lagst"
    r"|levnads|kollektivavtal|avtal)|\bunderstig"
    r"|\bpaid (?:at|as|only)? ?(?:the )?(?:ordinary|normal|basic|plain|rate for unskilled)"
    r"|\bat the (?:ordinary|normal|basic|plain) (?:hourly )?rate\b"
    r"|\b(?:a quarter|a third|half|two thirds|hälften|en tredjedel|en fjärdedel) (?:of|av)"
    r" (?:\w+ ){0,2}?(?:basic needs|living|levnads|minimum|minimi)"
    r"|betal\w* under (?:\w+ )?(?:avtal|kollektivavtal|minimi|lägsta)"
)
_LATE_PAY = (
    r"\bför sent\b|\bin arrears?\b|\boutstanding\b|\bdays? after the (?:legal|due|agreed|pay)"
    r"|\b(?:paid|disbursed|betal\w+) (?:ut )?(?:först|not until|only (?:in|on|after)|on the \d+\w*"
    r" instead)"
)
_CUT_PAY = (
    r"\b(?:lose|loses|lost|forfeits?|förlorar|mister)\b (?:\S+ ){0,3}?(?:bonus|pay\b|wage|allowance"
    r"|supplement|premium|tillägg|lön)"
    r"|\b(?:is|are|was|were|been) fined\b|\bbötfäll"
    r"|\b(?:dras|drogs|dragits|drar|drog)\b[^.;]{0,30}?\b(?:lön|ersättning)|\blöneavdrag\b"
)
# A day of rest that was given up, two shifts in one
_NO_REST = (
    r"\b(?:missed|cancelled|ställ\w+ in|inställd\w*)\b|\bdubbl\w+ (?:arbets)?pass\b|\bdubbelpass"
    r"|\bdouble shifts?\b|\b(?:fjortonde dag|every fortnight|fortnightly)\b"
    r"|\b(?:saturdays|sundays|lördagar|söndagar) (?:in sequence|in a row|running|i rad|i följd)"
)
_LOOSE = (
    r"\b(?:by the day|on a daily basis|per dag|på dagsbasis|daganställ\w*)\b"
    r"|\b(?:only|bara|enbart|endast) (?:in|på) (?!(?:paper|english|swedish|svenska)?\b ?(?:form"
    r"|site))"
    r"(?:\w{2,}(?:ese|ish|ian|ska|ali)|german|hindi|thai|urdu|bangla)\b"
    r"|\brenewed (?:up to|every|each|monthly|for years|time)|\banew every\b"
    r"|\b(?:avtal|lön|contract|pay|terms)\w* [^.;]{0,60}?\b(?:lägre än|sämre än|lower than"
    r"|worse than|differed from|other than the one)\b"
    r"|\bself-employed\b|\begenföretagare\b|\bcivil law\b|\buppdragskontrakt\b|\bsole trader"
    r"|\b(?:legal|statutory) (?:cap|ceiling|limit|maximum)|\bthe law sets\b|\blagens högst\b"
    r"|\blagen säger\b"
    r"|\b(?:without|utan) (?:an? |any |någon |något )?(?:\w+ )?(?:registration|papers?|contracts?"
    r"|appointment|licen[cs]e|insurance|(?:work )?permits?|papper|kontrakt|avtal"
    r"|(?:arbets|upp?ehålls)?tillstånd|anställningsbevis)\b"
    r"|\bhemmafru\w*|\bhemsömmersk\w*|\bfemmånaderskontrakt"
)
_PAPERED = (
    r"\b(?:with|have|has|hold|holds|received|got|med|har|fått|får) (?:\w+ ){0,2}?(?:work permits?"
    r"|insurance|arbetstillstånd|skriftlig\w* (?:\w+ )?(?:avtal|kontrakt|anställn)"
    r"|written (?:\w+ )?(?:contract|term|agreement))"
    r"|\b(?:turned into|moved to|become|became|given|made) (?:\w+ ){0,2}?(?:permanent|direct)\b"
)
_HIRED_OUT = (
    r"\b(?:come|came|supplied|hired|employed|engaged|posted) (?:by|from|via|through) "
    r"(?:[^\s.;]+ ){0,2}?(?:agenc(?:y|ies)|staffing|contractor)\b(?! without)"
    r"|(?:hyrs in|inhyrd\w*|anställda|kommer) (?:från|via|av|genom) (?:[^\s.;]+ ){0,2}?"
    r"(?:bemanning|byrå|bolag|entreprenör)"
    r"|\b(?:är|var) inhyrd\w*\b|\binhyrda (?:personer|arbetare) (?:används|anlitas|utför)"
    r"|\bresten (?:är )?inhyrda\b|\bdirectly employed\b"
)
# A count of accidents is a figure; what befell somebody is a harm.
_COUNTED = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|en|två|tre|fyra|fem|sex"
    r"|sju|åtta|nio|tio|elva|tolv)"
)
_ACCIDENTS = (
    r"^(?!.*(?:fatal|\bdied|\bdead|death|dödsf|omkom|severe|serious|allvarlig|burn|bränn|hand"
    r"|finger"
    r"|\beye|\bögon|klämsk|skärsk|\bcuts?\b|\bfall\b|\bfell\b|föll|\bben|\barm\b|\bleg\b|crush"
    r"|caught|machine|maskin|press|slip|halk|cause|orsak|\bmore than|fler))"
    rf".*\b{_COUNTED} (?:\w+ ){{0,2}}?(?:accidents?|arbetsolyckor|olyckor|injuries|near misses"
    rf"|tillbud)"
    r"\b"
)
_FEWER = (
    r"\b(?:days|dagar) (?:since|without|sedan|utan)\b"
    r"|\b(?:injur(?:y|ies)|accidents?|incident|olycks?\w*|skade?\w*)[^.;]{0,30}\b(?:fell (?:from"
    r"|to|by)"
    r"|dropped|decreased|sjönk|minskade|lowest|lägsta)\b"
)
# An ill that is named for what was done about it
_SET_RIGHT = (
    r"^(?!.*(?:block|\block(?:ed)?\b|låst|missing|saknas|without|\butan\b|not\b|inte\b|still"
    r"|fortfarande))"
    r".*(?:\b(?:är|har|finns|står|används|sitter|skiljs) (?:nu|numera)\b"
    r"|\b(?:is|are|has|have|stands?) now\b|\bsedan dess\b|\bsince then\b"
    r"|\b(?:efter|after) (?:the |den |this )?(?:olyckan|accident|händelsen|branden)\b"
    r"|\b(?:exchanged for|replaced by|replaced with|bytts mot|bytts ut|byttes ut)\b)"
)
_OUT_OF_USE = (
    r"\b(?:avstäng[dt]a?|stängts av|stängdes av|(?:switched|turned|not switched) off|urkoppla\w*)\b"
    r"|\bskymd\w*|\bskymt\b|\bobscured\b|\bout of date\b|\bexpired\b|\bpasserat datum"
    r"|\bdefe(?:ctive|kt\w*)\b|\bfaulty\b|\bincomplete\b|\bofullständig\w*|\bunder repair\b"
    r"|\bunsafe\b|\bunderkän\w+|\bnot working\b|\bfungera\w* (?:inte|ej)\b"
    r"|\b(?:ventil\w*|valve) (?:var|was) (?:stängd|closed|shut)|\bsprinklerventil\w* var stängd"
    r"|\b(?:staplad\w*|stacked|piled) (?:framför|i|in|on|against|before|up)\b|\bslut\b"
    r"|\b(?:single|only one) (?:exit|stair\w*|way out)|\bbara en (?:utgång|trappa)"
    r"|\b(?:som|as) (?:lager|förråd|storage|a store)\b|\btjocka lager\b|\bthick layer"
    r"|\bexposed (?:conductor|wir|cable|live)|\bdust was (?:visible|thick|lying)"
)
_OVER_LIMIT = (
    r"\b(?:over|above) the (?:[\w-]+ ){0,3}?(?:limit|level|value)\b"
    r"|\böver (?:det )?(?:hygieniska )?(?:gränsvärd|riktvärd)|\böverskred"
)
_CROWDED = (
    r"\b(?:delar|sha(?:re|red|ring)) (?:\S+ ){0,3}?(?:toalett|toilet|säng|beds?\b|dusch|shower"
    r"|latrine)"
    r"|\b[1-9]\d (?:beds?|people|persons|men|women|workers|sängar|personer|man|arbetare)"
    r" (?:per|to a|in (?:a|one|each)|i (?:ett|varje)|på ett) (?:\w+ )?(?:room|dormitor|rum)"
    r"|\b(?:rum|sovsal\w*|room|dormitory) (?:för|for|meant for|built for) \d+\b.{0,20}\d"
    r"|\btrång\w*|\btrångt\b|\bcramped\b|\bcloser than \d"
)
_CHARGED = (
    r"\b(?:citations?|cited|prohibition notice|improvement notice|föreläggande|förela[dg]\w*"
    r"|förbjöd|vite)\b|\b(?:authority|inspectorate|inspector) (?:\w+ )?(?:prohibited|fined|ordered)"
    r"|\bn[cC]: |\b(?:minor|major) nc\b|\bmindre avvikelse\b|\bstörre avvikelse\b"
    r"|\b(?:vält|välte|overturned|rökskad\w*|frostnip|heatstroke|värmeslag)\b"
)
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
        ("neutral", _CONSENTED),
        ("support", r"arrears .{0,24}(?:paid|settled)|back (?:pay|wages)|i tid\b|on time"),
        ("support", _HIGH_PAY),
        ("risk", _LOW_PAY),
        ("risk", _LATE_PAY),
        ("risk", _CUT_PAY),
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
    "LAB.HOURS": (("risk", _NO_REST),),
    "LAB.CONTRACT": (
        ("risk", _LOOSE),
        ("risk", r"\b(?:from )?day to day\b|\bdag (?:till|för) dag\b"),
        ("support", _PAPERED),
        ("neutral", _HIRED_OUT),
        (
            "risk",
            (
                r"\b(?:replaced|swapped|changed|substituted) (?:on|upon|at|after|when they) arriv"
                r"|\b(?:byts|byttes|bytts) ut (?:vid|efter|när)\b"
            ),
        ),
    ),
    "LAB.SAFETY": (
        ("support", _FEWER),
        ("neutral", r"\b(?:trir|ltifr|ltir)\b|(?:accident|injury) (?:frequency|rate)|frekvens"),
        ("neutral", _ACCIDENTS),
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
        ("support", _SET_RIGHT),
        ("risk", _OUT_OF_USE),
        ("risk", _OVER_LIMIT),
        ("risk", _CROWDED),
        ("risk", _CHARGED),
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
