"""Words of a topic that mean another thing where they stand: a time limit, a place, a paper read.

"Within 48 hours", "a box by the time clock" and "a link on the pay slip" hold words of hours and
pay, and tell nothing of anybody's hours or pay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from nlp.labour.counts import COUNT
from nlp.matching import Hit
from nlp.passages import Passage


@dataclass(frozen=True, slots=True)
class _Use:
    """A use of words: the words, what stands before and behind them, what takes it back."""

    words: re.Pattern[str]
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    within: re.Pattern[str] | None = None  # anywhere in the sentence
    save: re.Pattern[str] | None = None  # anywhere in the sentence: then the word keeps its sense


def _use(
    words: str, *, before: str = "", behind: str = "", within: str = "", save: str = ""
) -> _Use:
    return _Use(
        re.compile(words),
        re.compile(rf"(?:{before})$") if before else None,
        re.compile(rf"\w*(?:{behind})") if behind else None,
        re.compile(within) if within else None,
        re.compile(save) if save else None,
    )


_AT_WORK = (
    r"\bwork|arbet|jobba|overtime|övertid|\bshifts?\b|skift|\bweek\b|weekly|veck(?:a|an|or)\b|vila"
    r"|vilo|\brest\b|\boff\b|ledig|consecutive|i rad\b|i följd|i sträck"
)
_WORKERS = (
    r"worker|employee|migrant|recruit|operator|\bjobs?\b|labou?r|\bstaff|arbetare|arbetstagare"
    r"|anställ|rekryter|plockare"
)
_SLIPS = r"löne(?:spec|besked|slip|list)|lönelist|pay ?slip|wage slip|payroll"
_RECORDS = rf"{_SLIPS}|tidrapport|tidkort|stämpelkort|time ?(?:sheet|card|record)|attendance"
_SAID = (
    r"\b(?:show(?:s|ed)?|visar|visade|var|är|was|were|is|are|saknas|saknade|had|has|hade|lack\w*"
    r"|found|fann|matche[sd]|stämde|stämmer|with|without|med|utan|not|inte)\b"
)

_HOURS: Final = (
    # "Report damage within seven days", "aired for 48 hours"
    _use(
        r"\d+ (?:hours|timmar)$|sju dagar$",
        before=r"\b(?:within|inom|senast|senare än|later than|for|after|efter|i) (?:the first )?",
        save=_AT_WORK,
    ),
    _use(
        r"hours?$|timmar$",
        before=rf"\b(?:within|inom|senast|later than|under|below) (?:\w+ )?{COUNT} ",
        within=(
            r"exchange|repair|respon|fault|lift|bytes|byts|åtgärd|reparer|svar|inställ|felanm"
            r"|deliver|leverans|report|anmäl|answer"
        ),
        save=_AT_WORK,
    ),
    # "A doctor is there two days a week": so few days are nobody's working week
    _use(
        r"days a week$|dagar i veckan$",
        before=r"\b(?:one|two|three|[123]|en|två|tre) ",
        save=r"\boff\b|\brest\b|\bfree\b|ledig|vila|\bfri\b|fria\b|extra|overtime|övertid|only get",
    ),
    # "Within four weeks of the order": weeks of so many hours are told with a number behind
    _use(r"weeks? of$", behind=r" (?!\d|over|long|night|more|up to|above|between|work|\w+ty\b)"),
    _use(
        r"consecutive$",
        behind=r" (?:quarter|year|month|audit|report|sample|test|batch|season|time|financial)",
    ),
    # A box or a notice is found by the clock.
    _use(
        r"stämpel(?:klock|ur)|time clock|clock card",
        before=r"\b(?:vid|bredvid|intill|ovanför|by|beside|above|near|next to) (?:the )?",
    ),
    # "The rota is run from our office": no word of how long anybody works
    _use(
        r"rotas?$|rosters?$",
        within=r"^(?!.*(?:\d|hours|\brest\b|\boff\b|break|overtime|capped|notice|sunday|night))",
    ),
    _use(
        r"(?:days a week|dagar i veckan|hours a day|timmar per dag|timmar om dagen|hours?|timmar)$",
        within=(
            r"leverans|leverer|deliver|garanti|warranty|\bguarantee|öppe[tn]|\bopen\b|på plats"
            r"|on site|bemanna|staffed|kundtjänst|support|hämta|collect"
        ),
        save=r"\bworks?\b|working|worked|arbeta|jobba|overtime|övertid|skift\b|shifts?\b",
    ),
    _use(
        r"working time$|arbetstid",
        behind=(
            r" (?:of|for) the (?:motor|pump|engine|device|actuator|adhesive|resin|mortar)"
            r"|[^.;|]{0,30}\d ?°"
        ),
    ),
)
_WAGE: Final = (
    # "The country has no statutory minimum wage"
    _use(
        r"minimum wage|minimilön|legal minimum|lagstadgad lön",
        before=r"\b(?:landet|the country|staten|the state|provinsen|the province)"
        r" (?:har|has|saknar|lacks|sets?) (?:ingen |inga |no |a |en )?"
        r"(?:lagstadgad\w* |statutory |legal |national |nationell )?",
    ),
    # "Finland has no statutory minimum wage", "there is no official living wage in Poland"
    _use(
        r"(?:statutory |legal |national |official )?(?:minimum|living) wages?$|statutory minimum$"
        r"|minimilön|lagstadgad lön",
        before=(
            r"\b(?:has|is|are|have|finns|har) (?:no|ingen) (?:statutory |official |legal |national"
            r" |lagstadgad |officiell |nationell )?"
        ),
        save=(
            r"\b(?:paid|pays?|pay is|earn|gets?|receive|our)\b|betala|\bfår\b|\bfick\b|\bvår"
            r"|\wlönen\b|\blönen"
        ),
    ),
    # What wages do to a price, and the variable pay of those who lead
    _use(r"wages?$|lön", behind=r"[- ]?(?:costs?|index|kostnad\w*|\w*index)\b"),
    _use(
        r"variable pay|remuneration$|salary|salaries|bonus",
        within=(
            r"\b(?:members of the board|board members|board directors|senior executives"
            r"|remuneration (?:report|committee)|ebitd?a?|styrelseledam\w*|ersättningsutskott\w*)\b"
        ),
        save=r"worker|arbetare|minimum|minimi|living|levnad",
    ),
    # "A link on the pay slip", "Bank-id behövs för att läsa lönebeskedet"
    _use(
        rf"{_SLIPS}",
        before=r"\b(?:på|i|on|with|via|läsa|read|open|öppna) "
        r"(?:the |each |every |your |their |varje |ditt |sitt )?",
        save=(
            r"avdrag|deduct|\blön(?:en)?\b|\bwages?\b|\bpay\b(?! ?slip)|overtime|övertid|\bfine"
            r"|böter|timmar|hours|tillägg|allowance|bonus|\brates?\b|piece|ackord|gross|\bnet\b"
            r"|insurance|försäkring|brutto|netto"
        ),
    ),
    # "Payroll records | 7 years": how long a paper is kept
    _use(r"lönelist|payroll records?", behind=r"[^|]*\|[^|]*\b\d+ (?:år|years?)\b"),
    # The pay of those who lead, and where the accounts tell of it
    _use(
        r"remuneration|wages$|salaries|löner$|lönerna",
        behind=(
            r" (?:of|to|for|till|för|paid to) (?:the |our )?(?:\w+ ){0,2}?(?:board|management"
            r"|directors?|executives?|ceo|chair\w*|auditors?|styrelse\w*|vd\b|ledande|\w*ledning\w*)"
            r"|(?: och \w+| and \w+)? (?:framgår|redovisas|(?:is|are) (?:disclosed|described"
            r"|explained|reported|set out)) (?:av|i|in|on) (?:not\b|note|page|sid|a separate"
            r"|en separat|the remuneration)"
        ),
        save=r"worker|arbetare|minimum|minimi|living|levnad",
    ),
)
_READ: Final = (
    # Papers that an auditor went through: what was in them is told elsewhere.
    _use(
        _RECORDS,
        before=(
            r"(?:gick igenom|genomgång av|granska\w*|läste|kopi\w+ av|kopierade|källa|source"
            r"|evidence|underlag|reviewed|examined|review of|examination of|copied|copies of"
            r"|sampled|collected)\b[^.;|]{0,60}"
        ),
        behind=rf"(?!.*{_SAID})",
        save=r"ska\b|shall|must|varje månad|each month|every month|regularly|regelbundet",
    ),
    _use(
        rf"{_RECORDS}|wages$|löner$|hours$",
        behind=(
            r"(?: [^\s.;|]+){0,4} (?:granskades|gicks igenom|lästes"
            r"|(?:were|was) (?:reviewed|examined|sampled|copied|collected))\b(?!.*\b(?:and|och)\b)"
        ),
    ),
)
_CONTRACT: Final = (
    # A collective agreement is the union's.
    _use(r"labou?r agreement|labou?r contract", before=r"\bcollective "),
    _use(r"labou?r contract$", behind=r"(?<=contractor)s?\b"),
    # Orders, answers and reports by word of mouth
    _use(
        r"muntlig|orally|verbal",
        within=(
            r"\border(?:s|n|na)?\b|beställning|tillägg|svara|besked|\breports?\b|anmäl|rapport"
            r"|klagomål|complaint|question|fråg|instru|utbild|informera|information|toxic"
            r"|återkoppl|uppge|\bsvar\b|promise|utlova|bekräft|confirm"
        ),
        save=r"anställ|arbet|anlita|hired|engaged|employ|worker|överenskommelse|kontrakt",
    ),
    _use(
        r"oanmäld",
        behind=(
            r" (?:\w+ )?(?:kontroll|inspektion|revision|besök|granskning|uppföljning|audit)"
            r"|, |\)|$|\."
        ),
        save=r"entreprenör|underleverantör|verkst|arbetskraft",
    ),
    _use(r"oanmäld", before=r"\b(?:var|är|skedde|gjordes|gjorts|kom|kommer) (?:helt )?"),
    _use(r"bytet av$", behind=r" (?!underlev|produktionsst|fabrik|sömn|verkst|entrepr)"),
    _use(
        r"läggs (?:aldrig|inte) ut$", behind=r" (?:i|på) (?:sociala|nätet|internet|webb|vår|hems)"
    ),
)
# "Norra Måleri AB (73 anställda)": how large a firm is
_STAFF: Final = _use(r"anställ|employe", before=r"\(\d[\d ]* ", behind=r"\)")
# Agreements with a union, an auditor or a landlord
_PAPERS: Final = (
    _use(
        r"",
        before=(
            r"\b(?:collective|company-level|union|access|leas(?:e|ing)|rental|purchase|supply"
            r"|framework|recognition) (?:labou?r )?"
        ),
    ),
)
_TRADE_FEE = (
    r"visitors?\b|besökare|\bguests?\b|gäster|warranty|garantitid|\bsamples?\b|reklamation"
    r"|(?<!och )\bretur|freight|frakt|\bgoods\b|\bvaror|kunden\b|customers?\b"
)
_FEES: Final = (_use(r"", within=_TRADE_FEE, save=_WORKERS),)
_FEE: Final = (
    _use(
        r"",
        before=r"\b(?:school|tuition|sample|membership|licen[cs]e|audit|annual|entry|certification"
        r"|handling|late|administration|skol|medlems|licens|prov|års) ",
        save=r"recruit|rekryter|\bagen(?:t|c)|förmedl|broker",
    ),
)  # fmt: skip
_STRAYS: Final[Mapping[str, tuple[_Use, ...]]] = {
    "LAB.HOURS": (*_HOURS, *_READ),
    "LAB.WAGE": (*_WAGE, *_READ),
    "LAB.CONTRACT": (*_CONTRACT, _STAFF),
    "LAB.FEES": _FEES,
    "feeword": _FEE,
    "contractw": _PAPERS,
    "hiringpaper": _PAPERS,
    "employed": (_STAFF,),
    "people": (_use(r"candidate", behind=r" list\b"),),
}


def is_stray(passage: Passage, hit: Hit, topic: str) -> bool:
    """Does a word of a topic, or of a set, mean another thing where it stands?"""
    if topic not in _STRAYS:
        return False
    uses = _uses(topic, passage.view.lower[hit.start : hit.end])
    return any(_is_used(passage, hit, use) for use in uses)


@lru_cache(maxsize=1 << 12)
def _uses(topic: str, words: str) -> tuple[_Use, ...]:
    """The uses that words of a topic may have: nearly all have none, and packs name them all."""
    return tuple(use for use in _STRAYS[topic] if use.words.match(words))


_NEAR = 160  # characters that the longest use has before its word


def _is_used(passage: Passage, hit: Hit, use: _Use) -> bool:
    lower = passage.view.lower
    first = max(passage.start, hit.start - _NEAR)
    if use.before and not use.before.search(lower, first, hit.start):
        return False
    if use.behind and not use.behind.match(lower, hit.end, passage.end):
        return False
    if use.within and not use.within.search(passage.lower):
        return False
    return not (use.save and use.save.search(passage.lower))
