"""Doubt that no single word tells: nobody knows, nobody looked, it may be so."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Draft, Passage

KNOWING, LOOKING, LEARNT, SOURCE = "knowing", "looking", "learnt", "source"
_KNOWN = frozenset((KNOWING, LOOKING, LEARNT, SOURCE))
_NOUNS = frozenset((LEARNT, SOURCE))
_NEGATIONS = frozenset(("cue.not", "cue.no", "cue.nol", "cue.neither"))
_NOUNLESS = frozenset(("cue.lack", "cue.lackl", "cue.without"))  # "saknar insyn", "without data"
NONE_FOUND = re.compile(
    r"(?:nothing|none|inget|ingenting|inga|ingen) (?:\w+ ){0,2}?"
    r"(?:found|detected|seen|hitta\w*|påvisa\w*|upptäck\w*|uppmät\w*|återf[au]nn\w*)\b"
)
"""That nothing was found, in the clause behind what was looked for."""
_AHEAD = 44  # characters from a word of denial to the word of knowing behind it
_BEHIND = 14  # the same where Swedish turns them round: "känner jag inte till"
# What stands between is another clause, or what is known: "says that it is not so".
_APART = re.compile(r"[,.;:|]|\b(?:att|that|but|men|any|found|seen)\b|påträff|hitta")
# A thing between the two is what is denied: "no retaliation was established".
_DETERMINERS = frozenset(("no", "inga", "inget", "ingen", "zero", "noll"))
_NOBODY = re.compile(
    r"(?:no one|nobody|none|neither|ingen)(?: (?:of|av) \w+(?: \w+)?)? (?:\w+ )?(?:could|can|has"
    r"|had|is|was|knows?|knew|kan|kunde|har|hade|vet|visste|vågade|ville)\b"
)


# "Dammet har ingen mätt": Swedish puts the verb before its subject.
_TURNED = re.compile(r"\b(?:har|hade|kan|kunde|vill|ville|vågar|vågade) $")


def unknowing(passage: Passage, denials: list[Hit], draft: Draft) -> list[Hit]:
    """The words that say that nobody knows or has looked; none where that is the thing itself."""
    known = passage.named_cues(_KNOWN) if denials else []
    if not known:
        return []
    kinds = _kinds(passage, draft)
    found: list[Hit] = []
    for cue in known:
        if cue.rule.name not in kinds:
            continue
        for denial in denials:
            if _joined(passage, denial, cue) and not set_up(passage, cue):
                found += [denial, cue]
                break
    return [] if any(of_another(passage, cue, draft) for cue in found) else found


_UNTOLD = frozenset(("ORIGIN.MATERIAL", "ORIGIN.MINERALS"))


def untraced(passage: Passage, draft: Draft) -> list[Hit]:
    """The denials behind a raw material, be it in a clause on it: "cobalt that nobody traced"."""
    if draft.topic not in _UNTOLD or "country" in draft.value or passage.unit.cells:
        return []
    last = max((end for _, end in draft.anchors), default=draft.start)
    denials = (hit for hit in passage.decisive if hit.rule.id in _NEGATIONS)
    return [hit for hit in denials if last <= hit.start < draft.end]


def _kinds(passage: Passage, draft: Draft) -> tuple[str, ...]:
    """The kinds of word that tell of doubt: looking into it is what some topics are about.

    "Complaints are not investigated", "workers do not know the line" are faults of a channel,
    "none is known to cause cancer" tells that it does not.
    """
    if draft.topic == "LAB.GRIEVANCE":
        if _THEY_KNOW.search(passage.view.lower, draft.start, draft.end):
            return ()  # a channel its users know nothing of
        ours = _OURS.search(passage.view.lower, draft.start, draft.end)
        return (KNOWING,) if ours else ()
    if draft.topic == "CHEM.HAZARD":
        return (LOOKING,)
    if draft.topic == "LAB.CHILD" and _AGE_CHECK.search(passage.view.lower, draft.start, draft.end):
        return (LEARNT,)
    if draft.topic == "CERT":
        return (KNOWING, LEARNT)
    if draft.topic == "LAB.SAFETY":
        fitted = _FITTED.search(passage.view.lower, draft.start, draft.end)
        return (KNOWING, LEARNT) if fitted else (KNOWING, LOOKING, LEARNT)
    if draft.topic.startswith("ORIGIN."):
        return (KNOWING, LOOKING, LEARNT, SOURCE)
    return (KNOWING, LOOKING, LEARNT)


# What is looked at to keep people safe: not to do so is the fault itself, and no doubt.
_FITTED = re.compile(
    r"extinguish|brandsläck|machine|maskin|boiler|\bpann|lift|hiss|truck|crane|kran|equipment"
    r"|utrustning|accident|olyck|\bcases?\b|drill|övning|health check|hälsokontroll|läkar"
    r"|medical|hearing|hörsel"
)
_AGE_CHECK = re.compile(r"\b(?:ages?|ålder\w*)\b[^.;]{0,30}(?:check|verif|kontroll)")
_THEY_KNOW = re.compile(
    r"\b(?:workers?|employees?|operators?|they|\w*arbetar(?:e|na)|anställda|de|av dem|of them)"
    r" (?:[\w-]+ ){0,2}(?:(?:(?:did|do|does) not|didn't|don't) know|visste inte|vet inte|visste ej)"
)
_OURS = re.compile(r"\b(?:we|i|vi|jag|auditors?|revisorn|could|kunde|cannot|can|nobody could)\b")


def _joined(passage: Passage, denial: Hit, cue: Hit) -> bool:
    lower = passage.view.lower
    if NONE_FOUND.match(lower, denial.start):
        return False  # "analysed and nothing was found": one looked, and knows
    if denial.rule.id in _NOUNLESS:
        near = max(cue.start - denial.end, denial.start - cue.end)
        return cue.rule.name in _NOUNS and 0 <= near <= _BEHIND
    if denial.rule.id not in _NEGATIONS:
        return False
    if cue.rule.name == SOURCE and lower[denial.end : cue.end] == " source":
        return False  # "we do not source": what we do not do
    if cue.start >= denial.end:
        between = lower[denial.end : cue.start].removeprefix(" att")  # "går inte att avgöra"
        if len(between) > _AHEAD or _APART.search(between):
            return False
        determiner = lower[denial.start : denial.end] in _DETERMINERS
        nobody = _NOBODY.match(lower, denial.start) or _TURNED.search(
            lower, max(0, denial.start - _BEHIND), denial.start
        )
        if determiner and not nobody:
            return cue.rule.name in _NOUNS and len(between) <= _BEHIND
        return True
    between = lower[cue.end : denial.start]
    if cue.rule.name == SOURCE and _SUBJECT.search(lower, 0, cue.start):
        return False  # "we source no cotton": what we do, and no place
    turned = passage.language == "sv" or lower[denial.start : denial.end] in ("nothing", "no")
    return turned and len(between) <= _BEHIND and not _APART.search(between)


# "Training has not been established": what one sets up is not there, and nothing is unknown.
_SET_UP = re.compile(
    r"\b(?:training|polic(?:y|ies)|procedures?|systems?|programmes?|programs?|committees?|councils?"
    r"|channels?|mechanisms?|process(?:es)?|unions?|routines?|bod(?:y|ies)|functions?)\b[^.;|]*$"
)


# "De hade inte fått betalt": what they went without, and no news that is awaited.
_GOT = re.compile(
    r" (?:betalt|betald|lön|ersättning|(?:\w+ )?(?:avtal|kontrakt)|rast|vila|ledigt|semester)\b"
)


def goes_without(passage: Passage, cue: Hit) -> bool:
    """Does "inte fått" tell of pay, rest or a contract that was not given?"""
    lower = passage.view.lower
    got = lower[cue.start : cue.end].endswith("inte fått")
    return got and bool(_GOT.match(lower, cue.end))


def is_their_want(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """ "They did not know where to complain": a fault of the channel, and no doubt."""
    if draft.topic != "LAB.GRIEVANCE" or cue.rule.id != "cue.unknown":
        return False
    known = _THEY_KNOW.search(passage.view.lower, draft.start, draft.end)
    return known is not None and known.start() < cue.end <= known.end()


def set_up(passage: Passage, cue: Hit) -> bool:
    """Does "established" tell of a thing that is set up, and not of what is known?"""
    lower = passage.view.lower
    said = "established" in lower[cue.start : cue.end]
    return said and bool(_SET_UP.search(lower, passage.start, cue.start))


_SUBJECT = re.compile(r"\b(?:we|they|and|to|suppliers?|company) $")
# "A study of wages has not been made", "ingen kartläggning av löner har gjorts"
_STUDY = (
    r"\b(?:analysis|study|survey|measurements?|mapping|assessment|inquiry|sampling"
    r"|analys|undersökning|kartläggning|mätning|studie|kontroll|utredning|provtagning)\b"
)
_MADE = (
    r"\b(?:made|done|performed|conducted|carried out|undertaken|gjorts?|gjord|genomför\w+"
    r"|utför\w+)\b"
)
_UNMADE = re.compile(
    rf"\b(?:no|ingen) (?:\w+ )?{_STUDY}[^.;:]{{0,60}}?{_MADE}"
    rf"|{_STUDY}[^.;:]{{0,60}}?\b(?:not|never|inte|ej|aldrig) (?:\w+ ){{0,2}}{_MADE}"
)


_DENYING = frozenset(("deny",))
_MAYBE = frozenset(("hedgeweak",))


_OF_RISKS = re.compile(r"\brisk(?:s|er|erna|en)?\b|riskbedömning|riskanalys|riskkartlägg")


def unmade(passage: Passage, draft: Draft) -> bool:
    """Was the study that would tell never made? One of risks is a measure, and what is missed."""
    if _OF_RISKS.search(passage.view.lower, draft.start, draft.end):
        return False
    if not draft.topic.startswith("LAB.") or not passage.named_cues(_DENYING):
        return False
    if draft.topic == "LAB.SAFETY" or LOOKING not in _kinds(passage, draft):
        return False  # a survey of noise that nobody made is the fault itself
    return bool(_UNMADE.search(passage.view.lower, draft.start, draft.end))


# To look is the thing itself: of an age that is checked, of a complaint that is examined.
_OWN_WORK = {
    "LAB.CHILD": (
        re.compile(r"check|verif|kontroll"),
        re.compile(r"\bages?\b|\bålder|date of birth"),
    ),
    "LAB.GRIEVANCE": (
        re.compile(r"investigat|examin|utred|review|looked|followed|följts"),
        re.compile(r"complain|grievance|cases?\b|report|klagomål|ärende|anmäl"),
    ),
}


def is_own_work(passage: Passage, cue: Hit, draft: Draft) -> bool:
    """ "Ages are not checked", "klagomål utreds inte": a fault, and no want of knowledge."""
    if cue.rule.id != "cue.untested" or draft.topic not in _OWN_WORK:
        return False
    lower = passage.view.lower
    looking, thing = _OWN_WORK[draft.topic]
    words = lower[cue.start : cue.end]
    if words.startswith(("under ", "still ", "being ")) or _US.search(
        lower, draft.start, draft.end
    ):
        return False
    return bool(looking.search(words) and thing.search(lower, draft.start, draft.end))


_US = re.compile(r"\b(?:we|i|vi|jag|auditors?|revisorn|granskaren)\b")
_MAY = {
    "en": re.compile(
        r"(?<!\d )(?<!\bin )(?<!since )(?<!until )(?<!for )(?<!from )(?<!that )(?<!which )"
        r"\b(?:may|might)\b"
        r"(?! (?:not|only|no longer|never|do so|leave|join|resign|refuse|choose|stay|return"
        r"|cause|irritate|damage|harm|impair|intensify|be (?:used|fatal|harmful|washed|recycled"
        r"|corrosive|absorbed|toxic|disposed|sold|stored)|\d))"
    ),
    "sv": re.compile(
        r"(?<!som )\bkan\b(?! vi\b| jag\b)(?!(?: \w+){0,2} (?:inte|ej|aldrig|bara|endast|fritt"
        r"|själv\w*|säga|sluta|lämna|gå|avsluta|välja|vägra|organisera|leva|orsaka|ge|irritera"
        r"|skada|påverka|användas|tvättas|framkalla|återvinnas|lämnas|beställas|köpas|levereras"
        r"|förvärra|upptas|lagras|följas?(?! med)|spåras)\b)"
    ),
}
_HELD = frozenset(
    ("CHEM.SUBSTANCE", "CHEM.GROUP", "CHEM.LIST", "ORIGIN.MATERIAL", "ORIGIN.COUNTRY")
)
_OTHER = re.compile(r",|\b(?:by|at|from|av|hos|vid|ur)\b")
_EITHER = re.compile(r"\b(?:or|eller)\b")
_OF_SOURCES = frozenset(("cue.unknown", "cue.kept", "cue.unnamed"))


def of_another(passage: Passage, doubt: Hit, draft: Draft) -> bool:
    """ "Made in China, by a firm that will not be named": the country is told."""
    if "country" not in draft.value or not draft.anchors:
        return False
    if doubt.rule.id not in _OF_SOURCES and doubt.rule.name not in _KNOWN:
        return False
    last = max(end for _, end in draft.anchors)
    if _EITHER.search(passage.view.lower, draft.start, last):
        return False
    return bool(_OTHER.search(passage.view.lower, last, max(last, doubt.start)))


_UP = re.compile(r" upp\b")


def dismisses(passage: Passage, doubt: Hit) -> bool:
    """ "Gravida sägs upp": they are dismissed, and nobody is said to be anything."""
    said = passage.view.lower[doubt.start : doubt.end] in ("sägs", "sades")
    return said and bool(_UP.match(passage.view.lower, doubt.end))


_NONE_OF = re.compile(r"\b(?:no|without|zero|inga|inget|utan) $")
_TRACED = re.compile(
    r"[^.;:|]{0,60}\b(?:found|detected|measured|identified|påvisa(?:ts|des|de|t)|hitta(?:des|ts|de)"
    r"|upptäck(?:tes|ts)|uppmät(?:tes|ts))\b"
)


def traced(passage: Passage, doubt: Hit) -> bool:
    """ "Spår av bly hittades", "no traces of PFAS": they were there, or none were."""
    lower = passage.view.lower
    if not lower.startswith(("trace", "spår"), doubt.start):
        return False
    none = _NONE_OF.search(lower, passage.start, doubt.start)
    return bool(none or _TRACED.match(lower, doubt.end))


_RIGHTS = frozenset(("LAB.GRIEVANCE", "LAB.UNION"))  # where one may, one is free to


# What a channel is for, and what can be done by it.
_REPORTED = re.compile(
    r"misstänk\w*|misstank\w*|suspect(?:ed)?|suspicions?|potential|alleg\w*|concerns? that"
    r"|(?:är|is|are) (?:möjlig\w*|possible)"
)

# "How to report any suspicions they may have"
_HELD_BY = re.compile(
    r"\b(?:concerns?|suspicions?|complaints?|questions?|issues?|grievances?)"
    r" (?:that )?(?:they|you|he or she|workers|employees|staff|anyone) $"
)

# "Reports may be made anonymously": what one is free to do.
_RECEIVED = re.compile(
    r" (?:\w+ly )?"
    r"(?:made|raised|reported|submitted|lodged|filed|sent|left|used|contacted|reached)\b"
)


def is_reported(passage: Passage, doubt: Hit, draft: Draft) -> bool:
    """ "Suspected breaches can be reported", "anonymity is possible": what a channel takes in."""
    if draft.topic != "LAB.GRIEVANCE" or doubt.rule.id != "cue.may":
        return False
    lower = passage.view.lower
    if _REPORTED.fullmatch(lower, doubt.start, doubt.end):
        return True
    if lower.startswith("may have", doubt.start) and _HELD_BY.search(lower, 0, doubt.start):
        return True
    return lower.startswith("may be ", doubt.start) and bool(_RECEIVED.match(lower, doubt.end))


PERMISSION = re.compile(
    r"(?:may|can|could) (?:only )?be (?:approved|accepted|allowed|granted|permitted|authori[sz]ed"
    r"|waived|exceeded (?:only|in))\b|(?:may|can) be \w+ed only\b"
    r"|kan (?:endast |bara )?(?:godkännas|medges|beviljas|tillåtas|accepteras|godtas)\b"
)
"""What one may do by a rule, "up to 66 hours may be approved": no doubt."""


def possible(passage: Passage, draft: Draft) -> bool:
    """ "Children may help with the picking": of people at work a possibility, and no ability."""
    if not draft.topic.startswith("LAB.") and draft.topic not in _HELD:
        return False
    if not passage.named_cues(_MAYBE) or draft.topic in _RIGHTS or passage.prescribes:
        return False
    if PERMISSION.search(passage.view.lower, draft.start, draft.end):
        return False
    for match in _MAY[passage.language].finditer(passage.view.lower, draft.start, draft.end):
        if passage.view.text[match.start()] != "M" or match.start() == passage.start:
            return True
    return False
