"""Where a substance or group is named and no content of the product is told."""

from __future__ import annotations

import re

from nlp.chemicals.context import needs_context
from nlp.chemicals.figures import figure_of
from nlp.chemicals.things import SUBSTANCE, Thing, things
from nlp.layout.lines import SENTENCE
from nlp.layout.sections import COMPOSITION, FINDINGS
from nlp.passages import Passage
from nlp.verbs import has_predicate

# Words that tell of content, in whatever else a clause speaks of.
HOLDS = re.compile(
    r"innehåll\w*|contain\w*|ingår|(?:be|is|are) present|kan (?:finnas|förekomma)|(?:is"
    r"|are) added|tillsätts|up to|upp till|composition"
    r"|sammansättning|konserver\w*"
    r"|preserv\w*"
    # what has come where another was
    r"|(?:trätt|kommit) i (?:dess|deras) ställe|tagit (?:dess|deras) plats"
    r"|(?:taken|took|takes) (?:its|their) place"
)
# "entry 76, which concerns dimethylformamide": what a rule is about
_ABOUT = re.compile(
    r"(?:,\s*)?(?:som|vilken|which|that) (?:gäller|avser|rör|handlar om|concerns?|covers?"
    r"|relates? to|deals? with|is about)\s"
)


# "a green shade that we call arsenic", up to the name of the thing
_SHADE = re.compile(
    r"\b(?:nyans\w*|kulör\w*|shades?|hues?)\b[^.;:|]{0,20}"
    r"\b(?:called|named|(?:we|they) call|kallad|(?:vi|de) kallar|som heter)\W+$"
)


def only_named(passage: Passage, thing: Thing, start: int, end: int) -> bool:
    """Does the clause [start, end) name a thing and tell nothing of its content?"""
    lists = [(hit.start, hit.end) for hit in passage.of("list")]
    return (
        any(a <= thing.start < b for a, b in lists)
        or _mined(passage, thing)
        or needs_context(passage, thing)
        or _at_work(passage, thing)
        or _of_people(passage, thing, start, end)
        or _is_use(passage, thing)
        or _is_title(passage, thing)
        or _of_group(passage, thing)
        or is_material(passage, thing)
        or _without_content(passage, thing, start, end)
        or _is_label(passage, thing)
        or _is_scope(passage, start)
        or (passage.unit.section in FINDINGS and _heads(passage, thing))
        or repeats(passage, thing)
        or bool(_SHADE.search(passage.view.lower, passage.start, thing.start))
    )


def _is_scope(passage: Passage, start: int) -> bool:
    """Does the clause tell what the list or entry before it is about?"""
    if not _ABOUT.match(passage.view.lower, start):
        return False
    return any(hit.rule.kind == "list" for hit in passage.within(passage.start, start))


def _is_label(passage: Passage, thing: Thing) -> bool:
    """ "PFAS: the cloth is free of PFAS": a key, whose thing is told behind its colon again."""
    start, _ = passage.clause_of(thing.start)
    if start != thing.start or passage.view.text[thing.end : thing.end + 1] != ":":
        return False
    behind = things(passage, thing.end, passage.end)
    return any(one.value == thing.value or one.rule == thing.rule for one in behind)


def _heads(passage: Passage, thing: Thing) -> bool:
    """A substance alone on its line, over what was found in trials of it."""
    before, behind = (passage.start, thing.start), (thing.end, passage.end)
    return not any(_BARE.sub("", passage.view.lower[a:b]) for a, b in (before, behind))


_BARE = re.compile(r"\bcas\b(?:\W{1,2}(?:no|nr|number)\b)?|\W+")


def _without_content(passage: Passage, thing: Thing, start: int, end: int) -> bool:
    """A substance of which a hazard, a list's scope or an origin is told, and no content."""
    if thing.value.get("group") == "hazardous_chemicals":
        beside = {hit.rule.kind for hit in passage.within(start, end)}
        return "list" in beside or not _GENERAL.search(passage.view.lower, start, end)
    if passage.unit.kind == "item" or HOLDS.search(passage.view.lower, start, end):
        return False
    inside = passage.within(start, end)
    kinds = {hit.rule.kind for hit in inside}
    if thing.topic == SUBSTANCE and "hazard" in kinds and not thing.number:
        return True
    if _classed(passage, thing) or (thing.topic == SUBSTANCE and _sourced(passage, start, end)):
        return True
    if "list" in kinds and _SCOPE.search(passage.view.lower, start, end):
        return True
    raw = not thing.suffix and any(
        hit.rule.kind == "material" and hit.start <= thing.start < hit.end for hit in inside
    )
    return raw and any(hit.rule.id.startswith("country") for hit in inside)


def repeats(passage: Passage, thing: Thing) -> bool:
    """A number alone in its cell of a composition, under the name it is the number of."""
    if passage.unit.section != COMPOSITION or passage.page_hits is None or not thing.number:
        return False
    if _LETTERS.search(_BARE.sub("", passage.view.lower[passage.start : thing.end])):
        return False
    before = passage.page_hits.between(max(0, passage.start - _STACK), passage.start)
    cas = thing.value.get("cas")
    return any(hit.rule.kind == "substance" and hit.rule.name == cas for hit in before)


_STACK = 200  # characters in which a cell's lines stand over each other
_LETTERS = re.compile(r"[^\W\d_]")


# "Butadiene comes from Korea": where a substance is bought, and not where it is held.
_FROM = re.compile(
    r"\b(?:kommer|köps|comes?|sourced|bought|hämtas|importeras) (?:in )?(?:från|from)\b"
)


def _sourced(passage: Passage, start: int, end: int) -> bool:
    placed = any(hit.rule.kind == "country" for hit in passage.within(start, end))
    return placed and bool(_FROM.search(passage.view.lower, start, end))


# "Nickel: Skin Sens. 1, H317": how a substance is classed, and not where it is.
_CODED = re.compile(
    r"[^.;|\n]{0,24}[:,]? ?(?:[A-Z][a-z]+\.? )+[\w.]*\s?\d?[A-C]?[,;]? ?\(?H[2-4]\d\d"
)


def _classed(passage: Passage, thing: Thing) -> bool:
    if thing.topic != SUBSTANCE or thing.number or passage.unit.section:
        return False
    return (
        bool(_CODED.match(passage.view.text, thing.end))
        and figure_of(passage, thing, *passage.clause_of(thing.start)) is None
    )


_GENERAL = re.compile(r"\bfri\b|fria? från|fritt|utan|\bfree\b|without|innehåll\w*|contain\w*")
_SCOPE = re.compile(
    r"omfattas|subject to|regulated|reglera\w*|governed|restricted under|listed (?:in|on)|upptag\w*"
    r"|\b(?:is|are|står|är|finns) (?:also |även )?(?:on|på|an?|ett|in)\b|tillståndsplikt\w*"
    r"|appl(?:y|ies)|appears? in|lyder under|itself an?\b"
)


def _mined(passage: Passage, thing: Thing) -> bool:
    """A metal spoken of as a mineral, with its smelters and mines, is no chemical content."""
    if not any(hit.start == thing.start for hit in passage.of("mineral")):
        return False
    if thing.value.get("cas") == _COBALT and _CELLS.search(passage.lower):
        return True
    around = passage.names | {hit.rule.name for hit in passage.head_hits}
    return bool({"minecontext", "smelter", "3tg"} & around)


# Cobalt of batteries is asked for as a mineral.
_COBALT = "7440-48-4"
_CELLS = re.compile(
    r"\b\w*batteri\w*|\bbatter(?:y|ies)\b|\bcells?\b|\bcathodes?\b|\bkatod\w*|\bcell(?:en|er|erna)?\b"
    r"|\blfp\b|\blithium\b|\blitium\w*"
)


# Of what stands in a workshop, and of what happened there, nothing is told of the goods.
_AT_WORK = re.compile(
    r"\b(?:alarms?|leaks?|leaked|smell\w*|fumes|drums?|cylinders?|exposure|exponering|handled"
    r"|handling|grind"
    r"|weld|soldering|hanterade?s?|läck\w*|larm\w*|lukta\w*|hospital|sjukhus\w*|short-term limit"
    r"|emergency|response plan|masks?|readings|compound room|bath next|vårdades|dusting"
    r"|scarred|burns?|burnt|technician|brännskad\w*|tål|tåliga?|withstands?|resistant to|wip(?:e"
    r"|ed)"
    r"|disinfect(?:ed|ion) with|desinficeras|ytdesinfektion|avtorkning|avtorkas|stains?)\b"
)


def _at_work(passage: Passage, thing: Thing) -> bool:
    if thing.topic != SUBSTANCE or thing.number or passage.unit.section:
        return False
    start, end = passage.clause_of(thing.start)
    told = HOLDS.search(passage.view.lower, start, end)
    return bool(_AT_WORK.search(passage.view.lower, start, end)) and not told


# Who may or may not handle a thing; where latex is tapped, and who cannot bear it.
_HANDLERS = re.compile(
    r"\b(?:persons?|people|everybody|everyone|anyone|workers?|employees|operators?|personer"
    r"|arbetstagare|anställda|medarbetare|personal(?:en)?|alla|den)\b[^.;:]{0,40}"
    r"\b(?:handles?|handling|works? with|working with|hanterar|arbetar? med|suffering|lider)\b"
    r"|\bhälsokontroll\w*|\bhealth (?:checks?|surveillance)\b"
)
_TAPPED = re.compile(
    r"\b(?:tapp(?:ed|ing|ers?)|(?:latex|gummi)?tapp(?:as|are|arna|ning)|smallholders?|småbrukare"
    r"|plantager?|plantations?|allergi\w* (?:to|mot)|(?:a|have|har) latexallergi|latex"
    r" (?:allerg\w+|(?:printing )?inks?|paints?))\b"
)


def _of_people(passage: Passage, thing: Thing, start: int, end: int) -> bool:
    """Is it told of those who handle, tap or cannot bear a thing, and not of what holds it?"""
    if thing.topic == SUBSTANCE or thing.suffix or HOLDS.search(passage.view.lower, start, end):
        return False
    if thing.value.get("group") == "latex" and _TAPPED.search(passage.view.lower, start, end):
        return True
    return bool(_HANDLERS.search(passage.view.lower, start, end))


# What something named serves as: "CMIT is dosed as a slimicide".
_SERVES = re.compile(r"\b(?:as|som) (?:an? |the |ett |en )?(?:[^\W\d]+ )?$")
_USES = re.compile(r"preserv|slimicid|fungicid|konserver|slembek|svampmed")


def _is_use(passage: Passage, thing: Thing) -> bool:
    """Is a group only what another thing of the sentence, told by itself, serves as?"""
    lower = passage.view.lower
    if thing.topic == SUBSTANCE or thing.suffix or not _USES.match(lower, thing.start):
        return False
    if not _SERVES.search(lower, max(passage.start, thing.start - 30), thing.start):
        return False
    return any(
        hit.rule.kind in ("substance", "group")
        and hit.rule.name != thing.value["group"]
        and not thing.start <= hit.start < thing.end
        for hit in passage.hits
    )


_VERBLESS = re.compile(r"(?:\d[\d.]* )?[^\d:%<>|?☒☐]{2,40}")
_TELLS = re.compile(
    r"\b(?:no|zero|noll|none|inga|inget|ingen|utan|without|fria?|fritt|free|ej|inte|not)\b"
)
_BELOW = 160  # characters in which what a title names is told


def _is_title(passage: Passage, thing: Thing) -> bool:
    """ "PFAS." before "The mugs hold no PFAS.": a title on the line of what it heads."""
    if passage.unit.kind != SENTENCE or passage.lead or passage.page_hits is None or thing.suffix:
        return False
    if not _VERBLESS.fullmatch(passage.lower) or _TELLS.search(passage.lower):
        return False
    if has_predicate(passage.view.lower, passage.start, passage.end):
        return False
    named = {hit.rule.name for hit in passage.within(thing.start, thing.end)}
    below = passage.page_hits.between(passage.end, passage.end + _BELOW)
    return any(hit.rule.kind in ("substance", "group") and hit.rule.name in named for hit in below)


def _of_group(passage: Passage, thing: Thing) -> bool:
    """One of the members that brackets name behind their group: "organotins (DBT, TBT)"."""
    text = passage.view.lower
    opened = text.rfind("(", passage.start, thing.start)
    if thing.topic != SUBSTANCE or thing.number or opened < 0 or ")" in text[opened : thing.start]:
        return False
    return any(
        hit.rule.kind == "group" and 0 <= opened - hit.end <= _BRACKET
        for hit in passage.within(passage.start, opened)
    )


_BRACKET = 14  # characters between a group and the bracket of its members: "compounds"
_METALS = frozenset(("7440-48-4", "7429-90-5", "7440-50-8", "14808-60-7", "7440-31-5", "7440-57-5"))
_CONTENT = re.compile(
    r"\b(?:release\w*|compounds?|förening\w*|migrat\w*|halt\w*|avg[ei]v\w*|svhc|cas|detect\w*"
    r"|påvis\w*|fri(?:a|tt)? från|free (?:of|from)"
    r"|(?:no|inget|inga|ingen|without|utan) (?:\w+ )?(?:cobalt|kobolt|copper|koppar|aluminium))\b"
)


def is_material(passage: Passage, thing: Thing) -> bool:
    """A metal that goods are made of, unless its content or release is told."""
    if thing.number or thing.suffix or thing.value.get("cas") not in _METALS:
        return False
    start, end = passage.clause_of(thing.start)
    return not (
        _CONTENT.search(passage.view.lower, start, end) or figure_of(passage, thing, start, end)
    )
