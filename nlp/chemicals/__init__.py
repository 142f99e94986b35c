"""Claims about substances, groups, lists and hazards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp import values
from nlp.chemicals import answers, fields, hazards, lists, samples, sentences, tables, titled
from nlp.chemicals.codes import is_offered
from nlp.chemicals.explaining import explains
from nlp.chemicals.law import laid_on_all, speaks_law
from nlp.layout.lines import HEADING, ROW
from nlp.layout.sections import OTHER
from nlp.passages import Draft, Passage

# Sections of a safety data sheet in which nothing is claimed of the product's content.
_SILENT = frozenset((4, 5, 6, 7, 8, 9, 10, 13, 14, OTHER))
_JUSTIFIED = re.compile(r"justification|motivering|grund för|classification procedure")
_KINDS = frozenset(("substance", "group", "hazard", "list"))
_NUMBERS = re.compile(
    r"\be?u?h\d{3}|\d-\d{2,3}-\d|\br\d\d|not listed|none of the comp"
    r"|\b(?:category|kategori)[ :]\s?\d|\bhazard\b"
    r"|\b(?:carc|muta|repr|(?:skin|resp)\.? sens|stot [rs]e)\.? ?[1-3]"
    r"|\b(?:entry|entries|post(?:en|erna)?) \d"
    r"|\b(?:listan|förteckningen|the list|version|edition)\b.{0,40}\b20\d\d"
)
_DIGIT = re.compile(r"\d")
_WORDED = ("not listed", "none of the comp", "hazard")
# A figure with its limit behind it: "1.1 mg/kg (limit 2.0)".
_COMPARED = re.compile(
    r"[\d%](?: ?[µmg]+/(?:k?g|l|m[23³²])| ?ppm| ?%)?[,;]? \(?(?:against |mot |above |below |over "
    r"|under |within |över |inom )?(?:the |our |a |kundens |eget "
    r"|vår )?"
    r"(?:\w+['’]s |\w+s )?(?:own |egen )?(?:limit|gräns|riktvärde|max|ceiling|requirement|krav)"
)
_DOSE = re.compile(r"\b(?:ld|lc|ec|ic)\W?50\b|\bno[ae][ce]l?\b")  # of tests on animals and algae
_OPENING = 30  # characters: where a duty of the reader is heard first
_SAID = re.compile(
    r"\b(?:uppmät\w*|innehåll\w*|låg|avger|påvis\w*|förekom\w*|found|contain\w*|complies"
    r"|(?:is|are|was|were)(?: (?:all|each|both))? (?:below|above|under|over)"
    r"|(?:ligger|låg|är|var)(?: \w+)? (?:under|över)"
    r"|detected|content|halten|measured|reached|amount(?:s|ed) to|uppgick|nådde|makes? up|made up"
    r"|(?:was|were|is|är|var|gav|hade|had|showed|visade) [<\d])"
)
# Words of a laboratory's own means, whatever else the sentence says; goods in transport.
_MEANS = re.compile(
    r"(?:positive|negative) control|reference (?:film|material)|internal standard|intern standard"
    r"|deuterated|calibrat|quantified against|reference solutions?|\bsolvents?:|uppslutning"
    r"|bestämdes med|digestion|kalibrering|\bstandard: \d|surrogate"
    r"|\bkontrollprov|referensmaterial|\bun ?\d{4}\b|misprint|feltryck"
    r"|\bsimulan[td]s?:|\bsimulator:|lösningsmedel (?:vid|för|var|i analysen)|rinsed (?:in|with)"
    r"|retention (?:marker|time)|\bextraher\w+ (?:med|i)\b|extraktion\w* (?:med|i)\b"
    r"|\b(?:served|used|användes?|användas|tjänade) (?:as|som) (?:\w+ )?(?:a |an |en |ett )?"
    r"(?:\w+ )?(?:solvent|lösningsmedel|marker|blank|reference|standard|eluent|extractant|reagens)"
    r"|used in the laboratory|provberedning|testmetoden|\bmetoden använder|method uses"
    r"|\bsimulant [a-e]\d? (?:is|was|may)\b|\bsimulator? [a-e]\d? (?:är|var|får)\b"
    # what comes of fire, and not of the goods
    r"|\b(?:vid (?:brand|förbränning|upphettning|sönderdelning)"
    r"|in (?:case|the event) of (?:a )?fire"
    r"|when (?:burnt|burned|heated)|on (?:combustion|burning|heating))\b[^.;]{0,80}"
    r"\b(?:bildas|frigörs|avges|utvecklas|uppstå\w*|form\w*|releas\w+|generat\w+|evolv\w+)\b"
)
# Under what conditions something was tried: "3 % acetic acid, 70 °C, 2 h".
_CONDITIONS = re.compile(r"\d ?°c,? (?:for |i |under )?\d+ ?(?:h|hours?|min\w*|tim\w*|d|days?)\b")
_RESULT = re.compile(r"mg/|µg/|\bppm\b|[<>≤]|\bn\.?d\b|\bpass|\bgodkän|påvis|detect|:\s*\d")
# "You ask whether the cream contains D4": what somebody wants to know
_WONDERS = re.compile(
    r"\b(?:fråga[rs]?|frågade|undrar|undrade|ber|bett|bad|veta|besked|asks?|asked|wonder(?:s|ed)?"
    r"|to know|enquire[sd]?|enquiry|inquire[sd]?)\b"
    r"(?P<what>[^.;:]*?\b(?:huruvida|om|whether|if)\b[^.;:]*)$"
)
_ANSWERS = re.compile(
    r", (?:och|men|vilke[nt]|svaret|and|but|which|the answer|yes|no|ja|nej|so|så)\b"
)


def _numbered(lower: str) -> bool:
    """Is there a number of a substance, hazard or list? Most passages have no sign of one."""
    signs = _DIGIT.search(lower) or any(words in lower for words in _WORDED)
    return bool(signs and _NUMBERS.search(lower))


def read(passage: Passage) -> Iterator[Draft]:
    """The drafts of one passage."""
    if not (
        _KINDS & passage.kinds
        or passage.unit.section in fields.TOLD
        or any(topic.startswith("CHEM.") for topic in passage.earlier)
        or any(hit.rule.kind in _KINDS for hit in passage.head_hits)
        or _numbered(passage.lower)
    ):
        return
    if passage.unit.section == OTHER and _JUSTIFIED.search(" ".join(passage.columns)):
        yield from hazards.read(passage)
    if passage.unit.section in _SILENT or explains(passage):
        return
    yield from hazards.read(passage)
    yield from answers.ticked(passage) or _told(passage)


def _told(passage: Passage) -> Iterator[Draft]:
    """Lists, groups and substances of a row, an answer, a declaration or running text."""
    unlisted = passage.unit.kind == ROW and lists.NOT_LISTED.search(passage.lower)
    if (passage.asked or passage.unit.kind == HEADING) and not (unlisted or _declares(passage)):
        return
    if passage.unit.kind == ROW:
        if _DOSE.search(" ".join(passage.columns)) or _THROUGH.search(passage.lower):
            return
        if laid_on_all(passage) or is_offered(passage):
            return
        yield from list(lists.rows(passage)) or titled.columned(passage)
        yield from tables.read(passage)
    elif speaks_law(passage) or _wonders(passage):
        return
    elif (not passage.taught or lists.met(passage)) and not _DOSE.search(passage.lower):
        answered = list(answers.read(passage)) or list(titled.listed(passage))
        yield from answered or lists.read(passage)
        if not _aside(passage):
            yield from sentences.read(passage)
            yield from samples.read(passage)


# What goes through a glove, and is in none: "Permeation isopropanol 70 % | 12 min".
_THROUGH = re.compile(r"\b(?:genomträngning|genombrott\w*|permeation|breakthrough)\b")
# Limits that are told by themselves: "Limit: 0.1 % for the sum of DEHP and DBP".
_LIMITS = re.compile(
    r"(?:the |kundens |tillåten |our |migration )?"
    r"(?:detection |reporting |quantification |detektions|bestämnings"
    r"|rapporterings|kvantifierings)?"
    r"(?:limits?|gräns(?:en|er|erna|värdet?)?|riktvärdet?|krav(?:et)?|ceiling|maximum"
    r"|lo[qd]|limits? of (?:detection|quantification))\b"
)
_AGAINST = re.compile(
    r"påvis|detected|found|hittad|överskrid|överskred|exceed|underskrid|klara|\bmet\b|uppfyll"
)


# Lines of a sheet that declare without a verb: "No SVHC", "Oparfymerad", "RoHS: uppfyllt".
_DECLARED = re.compile(
    r"(?:inga?|inget|utan|helt utan|fria? från|fritt från|helt fri\w* från|no|free (?:of|from)"
    r"|without"
    r"|contains? no|ej|none of)\s.{3,80}"
    r"|(?:complies|compliant|conforms?|in (?:conformity|accordance|compliance)|meets|fulfil\w*"
    r"|uppfyller"
    r"|överensstämmer|följer|klarar) (?:\w+ )?.{3,60}"
    r"|.{2,48}(?::| -) (?:no|none|nej|inga|ingen|inget|not (?:used|present|added|contained)"
    r"|fulfilled"
    r"|compliant|yes|ja|uppfyll[ts]\w*|ingår (?:ej|inte)|används (?:ej|inte)|förekommer (?:ej"
    r"|inte)|(?:used|present|contained|added|används|ingår|tillsätts)\b.{0,60})"
    r"|(?:\w+-?(?:fri|fritt|fria|free)|o(?:parfymera|behandla|blek)\w+|un(?:scented|perfumed"
    r"|treated))"
)


def _declares(passage: Passage) -> bool:
    """Is a line without a verb an answer or an absence, and no heading?"""
    if passage.unit.kind != HEADING or not passage.hits:
        return False
    return bool(_DECLARED.fullmatch(passage.lower.rstrip(" .!")))


def _wonders(passage: Passage) -> bool:
    """Does it tell what somebody asks, and no answer?"""
    wanted = _WONDERS.search(passage.lower.rstrip(" .?!"))
    return wanted is not None and not _ANSWERS.search(wanted["what"])


def running(passage: Passage) -> bool:
    """Running text in which a substance that is named may be told of as content."""
    if passage.unit.section in _SILENT or passage.unit.kind in (HEADING, ROW):
        return False
    return not (passage.asked or passage.taught or _DOSE.search(passage.lower) or _aside(passage))


# "We do not use phthalates": somebody does it, and the reader is told to do nothing.
# Nor is "The surfactants do not include ..." any bidding: what does it stands right before.
_DOER = re.compile(
    r"\b(?:we|they|i|vi|de|our \w+|our suppliers?) $"
    r"|(?<![\w:;,.])(?!(?:please|and|or|but|also|then|always|therefore)\b)[^\W\d][\w-]* $(?<=\w )"
)


def _aside(passage: Passage) -> bool:
    """A method, a limit or a duty of the reader, in which a substance is no claim."""
    names = passage.names
    if re.match(r"p\d{3}|euh\d{3}", passage.lower) or _MEANS.search(passage.lower):
        return True
    if _CONDITIONS.search(passage.lower) and not _RESULT.search(passage.lower):
        return True
    if _LIMITS.match(passage.lower) and not _AGAINST.search(passage.lower):
        return True
    said = bool(_SAID.search(passage.lower))
    if "chem.method" in names and not said:
        return True
    if "chem.limit" in names and not said and not _COMPARED.search(passage.lower):
        figures = values.amounts(passage.view.text, passage.start, passage.end)
        stated = re.search(r":\s*(?:[<\d]|below|under|mindre)", passage.lower)
        return not (stated and any(figure.unit for figure in figures))
    opening = any(
        hit.rule.name == "chem.reader"
        and hit.start - passage.start < _OPENING
        and not _DOER.search(passage.view.lower, passage.start, hit.start)
        for hit in passage.hits
    )
    return opening and not said
