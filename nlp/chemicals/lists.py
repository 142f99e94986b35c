"""Regulated lists met or not as a whole, and the edition that was checked against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp import values
from nlp.chemicals.things import spelt
from nlp.layout.sections import COMPOSITION
from nlp.matching import Found, Hit, outermost
from nlp.passages import Draft, Passage

PACK = "chemicals"
_MET = re.compile(
    r"uppfyll\w*|överensstäm\w*|följe?[rs]\b|efterlev\w*|klara(?:r|de|t|s)?\b|förenlig\w*"
    r"|fulfil\w*|lives? up to|in line with|i linje med|lever upp till|\bhonou?rs?\b|adheres? to"
    r"|complie[sd]|comply|compliant|compliance|meets?\b|\bmet\b|conform\w*|in accordance|satisf\w*"
    r"|i enlighet med|(?:is|are) (?:respected|observed)|godkän[dt]\w*|pass(?:es|ed)?\b"
    r"|within annex|stämmer med|innehålls\b|iakttas|respekteras"
    r"|(?:does|do|did) not (?:breach|violate|contravene|infringe)"
    r"|not in (?:breach|violation) of"
    r"|(?:bryter|strider) (?:inte|ej) mot|(?:inte|ej) (?:bryter|strider|i strid)"
)
_HELD = re.compile(
    r"innehåll\w*|ingår|contain\w*|present|exceed\w*|omfattas|finns|upptag\w*|listed|subject to"
    r"|controlled under|förekom\w*|över 0,1|above 0[.,]1|kontroll\w*|screen\w*|\brsl\b|utöver"
    r"|checked|förteckningen av|ämnen på|substances on|included in|upptagna|no svhc|any svhc"
    r"|\b(?:is|are|was|were|står|är|appears?) (?:also |även |itself )?"
    r"(?:an? |on |med |på |ett |en |in )"
    r"|\bappl(?:y|ies) to\b|\bappears? in\b|lyder under|berörs|ligger över"
    r"|\bhar (?:ett?|två|tre|\d) |requiring|kräver"
)
# Not met: a rule is broken, or a test of it is failed.
_BROKEN = re.compile(r"strider mot|bryter mot|violat\w*|breach\w*|infring\w*")
_FAILED = re.compile(r"\bfail(?:s|ed)?\b|underkän\w*|överskrid\w*")
_CHECKED = re.compile(
    r"kontroll\w*|checked|screened|verified|granskad|mot förteckning\w*|jämför\w*"
)
_CONTAINS = re.compile(r"innehåll\w*|contain\w*|ingår|förekom\w*|exceed\w*|omfattas|present")
_ENTERS = re.compile(
    r"\b(?:is|are|står|är|appears?) (?:also |även |itself )?"
    r"(?:an? |on |med |på |ett |en |upptag)"
    r"|\bhar ett?\b"
)
NOT_LISTED = re.compile(
    r"none of the components (?:are|is) listed"
    r"|(?<![\"“”'])\bnot listed\b(?! (?:herein|above|below|here|individually|either|separately))"
    r"|\bnot regulated\b"
)
# What is traded in a country, whatever its dangers; how goods are carried.
INVENTORY = re.compile(
    r"\b(?:tsca|dsl|ndsl|einecs|elincs|aics|aiic|iecsc|encs|kecl|keci|piccs|nzioc|inventor\w+"
    r"|controlled products? reg\w+|hazardous products? reg\w+|adr|dot|imdg|iata|model regulation"
    r"|transport)\b"
)


_KEY_NOT_LISTED = re.compile(r"\w\s?:\s?not (?:listed|regulated)\b")


def met(passage: Passage) -> bool:
    """Does a sentence say that a list is met, whatever law it names?"""
    return "list" in passage.kinds and bool(_MET.search(passage.lower))


def read(passage: Passage) -> Iterator[Draft]:
    """Lists in a sentence: met, broken, held or checked against."""
    lower = passage.lower
    about = passage.unit.section or "list" in passage.kinds or _KEY_NOT_LISTED.search(lower)
    if about and (NOT_LISTED.search(lower) or _untried(passage)):
        yield from rows(passage)
        return
    if leads_in(passage):
        return
    if "list" not in passage.kinds:
        yield from _entered(passage)
    done: set[tuple[str, int]] = set()
    if "list" not in passage.kinds and ("CHEM.LIST" in passage.earlier or _on_page(passage)):
        yield from _edition(passage)
    for hit in outermost(passage.of("list")):
        if not spelt(hit.rule, passage.view.text[hit.start : hit.end]) or _is_label(passage, hit):
            continue
        if hit.rule.name == "annex_xiv" and _PERMIT.search(passage.lower):
            continue
        start, end = _span(passage, hit.start)
        words = passage.view.lower[start:end]
        is_met, date = bool(_MET.search(words)), "date" in _value(passage, "")
        cued = any(cue.rule.name in ("deny", "hedge", "require") for cue in passage.of("cue"))
        lower = passage.view.lower
        free = _FREE.match(lower, hit.start) or _NO_BEHIND.match(lower, hit.end, passage.end)
        if (hit.rule.name, start) in done or not (
            free or is_met or date or cued or _HELD.search(words) or _NOT_MET.search(words)
        ):
            continue
        done.add((hit.rule.name, start))
        held = _CONTAINS.search(words) or _ENTERS.search(words)
        checked = not (cued or is_met or held) and (_CHECKED.search(words) or date)
        draft = Draft(
            "CHEM.LIST", start, end, ((hit.start, hit.end),), hit.rule.id, hit.rule.pack,
            _value(passage, hit.rule.name), tone="good" if is_met else "bad",
            bearing="neutral" if checked else "",
            default="denied" if free else "",
            stance="denied" if _none_there(passage, words) else "",
        )  # fmt: skip
        yield draft if cued or is_met else _unmet(draft, words)


# The permit of a plant, and not that of a substance.
_PERMIT = re.compile(r"miljöbalken|verksamhet|\bmiljötillstånd|environmental (?:code|permit|act)")


def _none_there(passage: Passage, words: str) -> bool:
    doubted = any(cue.rule.name.startswith("hedge") for cue in passage.of("cue"))
    if _NONE_PRESENT.search(words) and not doubted:
        return True
    return bool(_UNKNOWN_TO_STATE.search(words))


# "None of the SVHCs are present above what each condition sets": of it no duty is told.
_NONE_PRESENT = re.compile(
    r"\bnone of the [^.;:]*\b(?:is|are) (?:present|contained|found|used|included|intentionally)\b"
    r"|\b(?:inget|inga|ingen) av [^.;:]*\b(?:ingår|finns|förekommer|används)\b"
)
# "contains no chemicals known to the State of California to cause cancer": the list of its law,
# and no doubt of what is known
_UNKNOWN_TO_STATE = re.compile(r"\b(?:not|no|none)\b.*\bknown to the state\b")


def leads_in(passage: Passage) -> bool:
    """ "SVHC screening is performed according to:": what was asked for, whose list is told below.

    Nor is a reserve of a laboratory's any claim: its results may not be those of another article.
    """
    return bool(_LEADS_IN.search(passage.lower))


_LEADS_IN = re.compile(
    r"\b(?:perform\w*|request\w*|carried out|utför\w*|beställ\w*)\b[^.;]*:$"
    r"|\bresults?\b[^.;]{0,40}\b(?:may|do|does) not (?:represent|reflect)\b"
    r"|\bresultate[nt]\b[^.;]{0,40}\b(?:gäller|behöver|kan) (?:inte|ej)\b[^.;]*\b(?:motsvara"
    r"|spegla)"
)
_NO_BEHIND = re.compile(r"[^:|;.-]{0,24} -\s+(?:nej|no|none|inga|inget|ingen)\b")
_FREE = re.compile(r"[\w/]+[- ](?:free|fri|fritt|fria)\b")
_NOT_MET = re.compile(f"{_BROKEN.pattern}|{_FAILED.pattern}")


def _unmet(draft: Draft, words: str) -> Draft:
    """The draft of a list that is broken, or of which a test is failed."""
    if _FAILED.search(words):
        return replace(draft, stance="denied", bearing="risk")
    return replace(draft, stance="affirmed", bearing="risk") if _BROKEN.search(words) else draft


# An entry of Annex XVII by its number alone.
_ENTRY = re.compile(r"\b(?:entry|entries|post(?:en|erna)?) \d{1,2}\b(?! [a-zåäö]{3,9} \d{4})")


def _entered(passage: Passage) -> Iterator[Draft]:
    """Entries met or not, without the annex: "Item 3 complies with entry 66"."""
    found = _ENTRY.search(passage.view.lower, passage.start, passage.end)
    if not found:
        return
    start, end = passage.clause_of(found.start())
    words = passage.view.lower[start:end]
    met = _MET.search(words)
    if met or _NOT_MET.search(words):
        draft = Draft(
            "CHEM.LIST", start, end, (found.span(),), "chem.list.entry", PACK,
            {"list": "annex_xvii"}, tone="good",
        )  # fmt: skip
        yield draft if met else _unmet(draft, words)


_EDITION = re.compile(r"\b(?:förteckningen|listan|the list|version|edition|utgåva|utgåvan)\b")


def _on_page(passage: Passage) -> bool:
    """Is the Candidate List spoken of before, so that "the list" is that one?"""
    page = passage.page_hits or Found([])
    if "svhc" not in page.names("list"):
        return False
    before = page.between(max(0, passage.start - _BACK), passage.start)
    return any(hit.rule.name == "svhc" and hit.rule.kind == "list" for hit in before)


_BACK = 800  # characters before in which a list has been named


def _edition(passage: Passage) -> Iterator[Draft]:
    """The edition of the list the sentence before spoke of."""
    value = _value(passage, "svhc")
    if "date" in value and (
        named := _EDITION.search(passage.view.lower, passage.start, passage.end)
    ):
        yield Draft(
            "CHEM.LIST", passage.start, passage.end, (named.span(),), "chem.list.edition", PACK,
            value, bearing="neutral",
        )  # fmt: skip


def _span(passage: Passage, at: int) -> tuple[int, int]:
    """The clause of the list; with the next where a colon gives the answer."""
    start, end = passage.clause_of(at)
    if _KEYED.match(passage.view.text, end) and end - start < 60:
        following = [clause for clause in passage.clauses if clause[0] >= end]
        end = following[0][1] if following else end
    return start, end


_KEYED = re.compile(r":| - ")


def _is_label(passage: Passage, hit: Hit) -> bool:
    """ "Candidate List: holds nothing on the Candidate List": a key whose list is told behind."""
    clause, span = passage.clause_of(hit.start), _span(passage, hit.start)
    behind = passage.within(clause[1], span[1])
    return any(one.rule.kind == "list" and one.rule.name == hit.rule.name for one in behind)


def _value(passage: Passage, name: str) -> dict[str, str]:
    value = {} if name == "other" else {"list": name}
    days = list(values.days(passage.view.text, passage.start, passage.end, near=passage.today))
    if days:
        value["date"] = days[-1].day.isoformat()
    return value


_ENTERED = re.compile(
    r"innehåll\w*|contain\w*|listed|upptag\w*|omfattas|subject to|entry \d|post \d|included|ingår"
)


def _told(passage: Passage) -> Iterator[Draft]:
    """A rule in the first cell and how it stands to the product: "Annex XIV | DEHP is listed"."""
    cells = passage.clauses
    if len(cells) != 2 or not _ENTERED.search(passage.view.lower, *cells[1]):
        return
    for hit in outermost(passage.of("list")):
        if hit.end <= cells[0][1] and spelt(hit.rule, passage.view.text[hit.start : hit.end]):
            yield Draft(
                "CHEM.LIST", *cells[1], (), hit.rule.id, hit.rule.pack,
                _value(passage, hit.rule.name), tone="bad",
            )  # fmt: skip
            return


_VERDICT = re.compile(
    r"(?P<good>pass(?:ed)?|ok|godkänd?t?|uppfylls?|yes|ja|compl(?:ies|iant)|all .* comply|uppfyllt"
    r"|satisfied|fulfilled"
    r"|met|conform(?:s|ing|ity))"
    r"|(?P<bad>fail(?:ed)?|underkänd?t?|ej godkänd?t?|not ok|nej|no|not (?:satisfied|fulfilled|met)"
    r"|uppfylls? (?:ej|inte)|(?:ej|inte) uppfyllt|does not (?:comply|conform)|non-?compliant)"
    r"|(?P<none>(?:none|inga?|no svhc|no substances?|not detected|ej påvisa\w*)\b.*|n\.?d\.?)"
)


def _judged(passage: Passage) -> list[Draft]:
    """A list in one cell and the verdict in a later one: "Teether | Annex XVII | PASS"."""
    for hit in outermost(passage.of("list")):
        if not spelt(hit.rule, passage.view.text[hit.start : hit.end]):
            continue
        for a, b in passage.clauses:
            found = _VERDICT.fullmatch(passage.view.lower, a, b) if a >= hit.end else None
            if found is None:
                continue
            good = not found["bad"]
            return [
                Draft(
                    "CHEM.LIST", passage.start, b, (), hit.rule.id, hit.rule.pack,
                    _value(passage, hit.rule.name), bearing="support" if good else "risk",
                    stance="affirmed" if found["good"] else "denied",
                )
            ]  # fmt: skip
    return []


# "Chain | no candidate substance to report": a cell that answers by itself, in its own words.
_NONE_OF_IT = re.compile(r"(?:no|none|nothing|inga|inget|ingen)\b[^|;:?]{0,24}$")


def _held_none(passage: Passage) -> list[Draft]:
    for hit in outermost(passage.of("list")):
        start, end = passage.clause_of(hit.start)
        free = _NONE_OF_IT.fullmatch(passage.view.lower, start, hit.start)
        if (
            free
            and start > passage.start
            and spelt(hit.rule, passage.view.text[hit.start : hit.end])
        ):
            return [
                Draft(
                    "CHEM.LIST", passage.start, end, (), hit.rule.id, hit.rule.pack,
                    _value(passage, hit.rule.name), stance="denied", bearing="support",
                )
            ]  # fmt: skip
    return []


# Bodies that list what causes cancer, and have not tried the substance.
_UNTRIED = re.compile(
    r"\W*(?:iarc|ntp|osha|acgih)\b[^:|.]{0,40}[:|\s]+(?:not (?:tested|evaluated|assessed|reviewed)"
    r"|(?:inte|ej) (?:testa|utvärdera|bedöm)\w*)\W*"
)


def _untried(passage: Passage) -> Draft | None:
    if not _UNTRIED.fullmatch(f"{passage.lead} {passage.lower}"):
        return None
    return Draft(
        "CHEM.LIST", passage.start, passage.end, (), "chem.list.untried", PACK, {},
        stance="hedged", bearing="neutral",
    )  # fmt: skip


def rows(passage: Passage) -> Iterator[Draft]:
    """Rows of a sheet's section 15: "Montreal Protocol | None of the components are listed."."""
    if untold := _untried(passage):
        yield untold
        return
    if not NOT_LISTED.search(passage.lower):
        yield from _judged(passage) or _held_none(passage) or _told(passage)
        return
    if passage.unit.section == COMPOSITION or INVENTORY.search(passage.lower):
        return
    named = [hit for hit in (*passage.of("list"), *passage.head_hits) if hit.rule.kind == "list"]
    name = named[0].rule.name if named else "other"
    yield Draft(
        "CHEM.LIST", passage.start, passage.end, (), "chem.list.row", PACK, _value(passage, name),
        tone="bad", stance="denied",
    )  # fmt: skip
