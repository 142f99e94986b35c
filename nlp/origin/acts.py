"""Whether something is made in a clause: a works with its town may do anything, or be looked at."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Passage
from nlp.verbs import has_predicate, has_verb

# "Shelling is carried out in Vietnam", "Rostningen sker i Kivik": making, by a noun.
PROCESS = re.compile(
    r"\b\w{3,}(?:ing|ning|ningen|ling|lingen|(?<=prod)uktion(?:en)?)"
    r" (?:is|are|was)? ?(?:all )?(?:carried out|done"
    r"|performed"
    r"|takes? place|sker|utförs|görs|äger rum|ligger|låg)\b"
)
_WORKS = re.compile(r"factor\w+|plants?|mills?|works|workshop.*|production|fabrik\w*|anläggning\w*"
                    r"|verkstad\w*|produktion\w*|väveri\w*|supply chain.*|co-packer|foundr\w+"
                    r"|packaging")  # fmt: skip
# "the packing section", "made up 17 per cent", "turned away", "made a further 37 visits"
_NO_ACT = re.compile(
    r"(?<=ing) (?:sections?|centres?|centers?|departments?|halls?|lines?|suppliers?|charges?"
    r"|fees?|schemes?|machines?|areas?)\b"
    r"|(?<=made) (?:up\b|(?:an? |further |another |more |\d+ ){0,3}(?:visits?|calls?|progress"
    r"|efforts?|complaints?|payments?|statements?|decisions?))"
    r"|(?<=turned) (?:away|down|out|to)\b"
)


def is_made(passage: Passage, start: int, end: int) -> bool:
    """Is something made in the clause? A factory with its town may do anything."""
    lower = passage.view.lower
    return any(
        hit.rule.name == "made"
        and not _WORKS.fullmatch(lower, hit.start, hit.end)
        and not _NO_ACT.match(lower, hit.end)
        and not lower.startswith("ready-", max(start, hit.start - 6))
        for hit in passage.within(start, end)
    )


def only_works(passage: Passage, start: int, end: int) -> bool:
    """Is it a works and its place, of which something else is told than where it stands?

    "Two factories in China were audited", "the mill in Tiruppur has paid the fees".
    """
    lower = passage.view.lower
    if is_made(passage, start, end) or PROCESS.search(lower, start, end):
        return False
    told = has_verb(lower, start, end) or has_predicate(lower, start, end)
    return told and not _STANDS.search(lower, start, end)


_STANDS = re.compile(
    r"\b(?:(?:is|are|was|were)(?! (?:\w+ly )?(?!located|based|situated)\w+ed\b| found\b)|lies?"
    r"|located|situated|based|found|stands?|opened|built|own(?:s|ed)?|operat\w+|runs?|have|has"
    r"|use[sd]?|buy|bought|suppl\w+|deliver\w*|come|comes|from|moved?|performed|carried|takes?"
    r"|ligger|låg|finns|är|var|har|hade|driver|äger|anlitar|använder|köp\w+|lever\w+|kommer|från"
    r"|utför\w*|sker|flytta\w*|öppna\w*|byggde\w*)\b"
    r"(?! (?:been|varit|bekost|betal|paid|hired|anst))"
)
# "was founded in Rijeka and manufactures centrifuges"
_SEATED = re.compile(
    r"\b(?:established|founded|headquartered|incorporated|grundad\w*|bildad\w*|etablerad\w*)"
    r"(?: \d{4})? (?:in|i) (?:the )?(?:\d{4} (?:in|i) )?$"
)


def is_seat(passage: Passage, start: int, place: Hit) -> bool:
    """Is the place where a firm was founded or has its seat?"""
    return bool(_SEATED.search(passage.view.lower, start, place.start))
