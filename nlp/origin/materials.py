"""Where a raw material comes from, and by which chain of custody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.layout.lines import ROW
from nlp.matching import Hit, outermost
from nlp.origin import regions, unnamed
from nlp.origin.custody import TOPIC, cell_of, modelled, models
from nlp.origin.keys import keyed
from nlp.origin.places import adjectives, is_demonym, nations, places, pointed_at
from nlp.origin.steps import SOURCED, is_of_making, of_sources
from nlp.origin.unnamed import MADE, WHERE
from nlp.origin.untold import ABROAD, POSSIBLE, UNSURE
from nlp.passages import Draft, Passage

_PACK = "origin"
_RAW_COLUMN = re.compile(
    r"råvara|material|ingredien|fib(?:er|re)|komponent|träslag|species|commodity"
)
_FROM_COLUMN = re.compile(
    r"ursprung|origin|land\b|country|källa|source|harvest|odlad|grown|region|var ?ifrån|where from"
    r"|härkomst|provenance"
)
MINERALS = frozenset(("tin", "tantalum", "tungsten", "gold", "cobalt", "mica"))
"""Materials whose origin, where no country is named, is a matter of smelters and mines."""


def read(passage: Passage) -> Iterator[Draft]:
    """Materials with a country, a model, or an origin that is not known."""
    hits = outermost([h for h in passage.of("material") if passage.in_language(h)])
    hits = [hit for hit in hits if not _of_name(passage, hit)]
    row = passage.unit.kind == ROW
    chains = models(passage)
    heads = " ".join(passage.columns)
    if row and _lists_parts(passage):
        return
    if row and not (_FROM_COLUMN.search(heads) or _asked_in(passage)):
        if chains and hits and _CHAIN_COLUMN.search(heads):
            yield modelled(passage, _nearest(hits, chains[0]), chains[0], row=row)
        return
    if not hits and not row:
        earlier = unnamed.spoken_of(passage) if chains else None
        yield from (modelled(passage, earlier, model, row=row) for model in chains)
        if not chains:
            yield from unnamed.read(passage)
        return
    if not hits:
        yield from _generic_row(passage)
        return
    for model in chains:
        yield modelled(passage, _nearest(hits, model), model, row=row)
    if (
        row
        or WHERE.search(passage.lower)
        or {"origin", "made"} & passage.names
        or adjectives(passage, passage.start, passage.end)
        or keyed(passage)
        or re.match(r"[^:.]{3,40}:\s", passage.words)
        or ((unsure := UNSURE.search(passage.lower)) and ABROAD.search(unsure.group()))
        or POSSIBLE.search(passage.lower)
    ):
        yield from _sourced(passage, hits, row=row)
        yield from () if row else _unplaced(passage, hits)


# "natural rubber: Vietnam, plantation not known": the country is told, and no more.
_CLOSER = re.compile(
    r"[,;:]\s(?:but |men )?(?:the |exact |exakt )?(?:farm|plantation|mine|gin|forest|quarry|vessel"
    r"|province"
    r"|estate|coast|plot|gård|plantage|gruv|odling|skog|fartyg|fångstfartyg|kooperativ|provins"
    r"|kust)\w*"
    r"(?: level| nivå)? [^,;.:]{3,30}$"
)


def _unplaced(passage: Passage, hits: list[Hit]) -> Iterator[Draft]:
    """The nearer place of a material that is placed, told to be unknown behind it."""
    closer = _CLOSER.search(passage.view.lower, hits[0].end, passage.end)
    if closer is None or not UNSURE.search(passage.view.lower, closer.start(), passage.end):
        return
    material = _nearest(hits, replace(hits[0], start=closer.start(), end=closer.start()))
    yield Draft(
        TOPIC, closer.start() + 2, passage.end, (), material.rule.id, material.rule.pack,
        {"material": material.rule.name}, stance="hedged", bearing="risk",
    )  # fmt: skip


_CHAIN_COLUMN = re.compile(r"modell?\b|spårbarhet|traceab|custody|kedja")


def _asked_in(passage: Passage) -> bool:
    """ "Varifrån kommer stålet? | Finland": a row of a form that asks where a material is from."""
    return bool(_FROM_WHERE.search(passage.lower))


_FROM_WHERE = re.compile(
    r"\b(?:varifrån|ursprung|origin|comes? from|kommer|mined|odlas|grown)\b[^|]*\?"
)


def _lists_parts(passage: Passage) -> bool:
    """Is it a table of parts, with no column of what they are made of?"""
    parts = passage.columns and _PART_COLUMN.search(passage.columns[0])
    return bool(parts) and not any(_SURELY_RAW.search(head) for head in passage.columns[1:])


_SURELY_RAW = re.compile(r"råvara|ingredien|\bfib(?:er|re)|träslag|species|commodity|raw material")
_PART_COLUMN = re.compile(r"component|komponent|\bparts?\b|\bdel(?:ar)?\b|detalj")


def _of_name(passage: Passage, hit: Hit) -> bool:
    """Is the word part of a firm's name: "Kandy Latex Works"?"""
    text = passage.view.text
    if hit.start == passage.start or not text[hit.start].isupper() or passage.unit.cells:
        return False
    return bool(
        re.match(r" [A-Z][a-z]", text[hit.end : hit.end + 3])
        or re.search(
            r"\b(?!Better)[A-Z]\w+ $", text[max(passage.start, hit.start - 20) : hit.start]
        )
    )


def _raw(passage: Passage, hits: list[Hit]) -> list[Hit]:
    """The hits in the column of raw materials, where one is headed so and holds any."""
    for head, (start, end) in zip(passage.columns, passage.unit.cells, strict=False):
        inside = [hit for hit in hits if start <= hit.start < end]
        if inside and _RAW_COLUMN.search(head):
            return inside
    return hits


def _places_of(passage: Passage, *, row: bool) -> list[Hit]:
    """The places a material may be from: countries, their adjectives, and towns if told so."""
    span = passage.start, passage.end
    found = places(passage, *span)
    told = {name for hit in found for name in (hit.rule.name, hit.rule.name[:2])}
    adjacent = [hit for hit in adjectives(passage, *span) if _states(passage, hit)]
    adjacent = adjacent or nations(passage, *span)
    found += [hit for hit in adjacent if hit.rule.name not in told]
    if not found and keyed(passage):
        found = places(passage, *span, cities=True)
    if not found and not row and SOURCED.search(passage.lower) and not MADE.search(passage.lower):
        near = places(passage, *span, cities=True)
        found = [hit for hit in near if _FROM_THERE.search(passage.lower, 0, hit.start - span[0])]
    return found


def _sourced(passage: Passage, hits: list[Hit], *, row: bool) -> Iterator[Draft]:
    found = _places_of(passage, row=row)
    if row:
        hits = _raw(passage, hits)
    unsure = UNSURE.search(passage.lower) or POSSIBLE.search(passage.lower)
    for place in found if row else of_sources(passage, found):
        after = [hit for hit in hits if hit.start > place.end]
        described = bool(after) and _describes(passage, place)
        if after and after[0] is hits[0] and is_of_making(passage, place):
            continue  # "woven in Pakistan using cotton from India": of another thing
        if _OUTSIDE.search(passage.view.lower, passage.start, place.start):
            continue
        material = after[0] if described else _nearest(hits, place)
        if row:
            cell = cell_of(passage, material)
            material = next(hit for hit in hits if hit.start >= cell[0])
            material = _first_named(hits, material)
        start, end = _joined(passage, material, place, row=row)
        clause = passage.view.lower[start:end]
        direct = _DIRECT.fullmatch(passage.view.lower, material.end, place.start)
        if MADE.search(clause) and not (described or direct or SOURCED.search(clause)):
            continue
        yield Draft(
            TOPIC, start, end, ((place.start, place.end),), material.rule.id, material.rule.pack,
            {"material": material.rule.name, "country": place.rule.name},
            stance="hedged" if unsure and _unsettles(unsure, end - passage.start, row=row) else "",
        )  # fmt: skip
    told_of = [hit for hit in hits if hit.rule.name not in MINERALS]
    if not row and told_of and (region := regions.source(passage, told_of[0])):
        yield region
    elif not found and unsure and told_of:
        yield _untold(passage, told_of[0], unsure, row=row)


_OUTSIDE = re.compile(r"\b(?:outside|utanför)\s(?:of\s)?(?:the\s)?$")


_DIRECT = re.compile(r"\w*\s(?:från|from)\s(?:[\w-]+\s){0,2}")  # "pressed of nuts from Ghana"


def _unsettles(unsure: re.Match[str], end: int, *, row: bool) -> bool:
    """ "... from Ghana, but the origin changes": what is named is not what is promised."""
    if row and unsure.start() < end:
        return True
    return bool(re.match(r"växlar|skiftar|varierar|varies|vary|changes", unsure.group()))


_STATING = re.compile(r"\b(?:is|are|är)\s+(?:[\w-]+(?:,| och| and)\s+){0,4}$")


def _states(passage: Passage, hit: Hit) -> bool:
    """ "Rubberwood is Vietnamese", "bomullen är indisk och brasiliansk"."""
    stated = _STATING.search(passage.view.lower, max(passage.start, hit.start - 60), hit.start)
    return bool(stated) or _describes(passage, hit)


def _describes(passage: Passage, hit: Hit) -> bool:
    """ "Swedish and Brazilian pulp", "av rysk ved": the material stands behind its adjectives."""
    lower = passage.view.lower
    if not is_demonym(hit) and _FROM_THERE.search(lower, passage.start, hit.start):
        return False  # "granite from China and Portugal, sandstone from India"
    named = (other for other in passage.of("material") if other.start > hit.end)
    after = min((other.start for other in named), default=-1)
    adjoins = 0 <= after - hit.end < _BEHIND and _ADJOINING.fullmatch(lower, hit.end, after)
    return bool(adjoins or _OF_SOURCES.match(lower, hit.end, passage.end))


# Places behind a preposition, one or a list of them.
_FROM_THERE = re.compile(
    r"\b(?:from|in|near|around|of|i|från|vid|kring|runt|ur)\s(?:the )?"
    r"(?:[\w'’-]+(?: [\w'’-]+)?(?:, (?:and |och )?| and | or | och | eller )){0,4}$"
)
# "svensk och finsk skog", "Finnish and Congolese feed": where it grows or is dug, behind the same.
_OF_SOURCES = re.compile(
    r"\w*\s(?:(?:och|and|or|eller)\s[\w-]+\s)?(?:skog\w*|forests?|gruv\w*|mines?|farms?|gård\w*"
    r"|odling\w*|plantag\w*|plantations?|vatten|waters|fartyg|vessels|herds|feed|malm|ores?"
    r"|origin|ursprung|sources?)\b"
)
_BEHIND = 40  # characters from an adjective to its noun: room for another adjective or two
_ADJOINING = re.compile(r"\w*\s(?:(?:och|and|or|eller|samt)\s)?(?:[\w-]+,?\s){0,2}(?:och\s|and\s)?")


def _untold(passage: Passage, material: Hit, unsure: re.Match[str], *, row: bool) -> Draft:
    start, end = passage.start, passage.end
    if row:
        start, end = material.start, passage.start + unsure.end()
    else:
        inside = passage.clause_of(material.start)
        other = passage.clause_of(passage.start + unsure.start())
        start, end = min(inside[0], other[0]), max(inside[1], other[1])
    return Draft(
        TOPIC, start, max(end, material.end), ((material.start, material.end),), material.rule.id,
        material.rule.pack, {"material": material.rule.name, **_there(passage, start, end)},
        stance="hedged", bearing="risk",
    )  # fmt: skip


def _there(passage: Passage, start: int, end: int) -> dict[str, str]:
    """ "... whether it comes from there": the country in doubt is the one named before."""
    found = pointed_at(passage, start, end)
    return {"country": found[0].rule.name} if found else {}


def _joined(passage: Passage, material: Hit, place: Hit, *, row: bool) -> tuple[int, int]:
    if row:
        cell = cell_of(passage, place)
        return min(material.start, cell[0]), max(material.end, cell[1])
    one, other = passage.clause_of(material.start), passage.clause_of(place.start)
    return min(one[0], other[0]), max(one[1], other[1])


def _nearest(hits: list[Hit], to: Hit) -> Hit:
    """The last material before, else the first after; of "birch logs" the birch."""
    before = [hit for hit in hits if hit.end <= to.start]
    if not before:
        return hits[0]
    told = before[-1]
    kind = before[-2] if told.rule.name in _SHAPES and len(before) > 1 else told
    return kind if kind.end >= told.start - 1 else told


_SHAPES = frozenset(("wood", "fibre"))  # what a material is had as: "birch logs", "coir fibre"


def _first_named(hits: list[Hit], material: Hit) -> Hit:
    """The first word of a row for the same material: "Coffee, dark | Arabica"."""
    return next(hit for hit in hits if hit.rule.name == material.rule.name)


def _generic_row(passage: Passage) -> Iterator[Draft]:
    """A row of a table of materials whose material no pack names: it goes by its own words."""
    columns, cells = passage.columns, passage.unit.cells
    if re.search(r"tillverkningsland|made in|country of manufacture", " ".join(columns)):
        return
    raw = next((i for i, head in enumerate(columns) if _RAW_COLUMN.search(head)), -1)
    if raw < 0 or raw >= len(cells) or cells[raw][1] <= cells[raw][0]:
        return
    name = re.sub(r"\W+", "_", passage.view.lower[slice(*cells[raw])]).strip("_")
    anchor = cells[raw]
    for model in models(passage):
        draft = modelled(passage, None, model, row=True)
        yield replace(draft, value={"material": name, **draft.value})
    for place in places(passage, passage.start, passage.end):
        end = max(anchor[1], cell_of(passage, place)[1])
        yield Draft(
            TOPIC, min(anchor[0], place.start), end, (anchor,), "origin.material.row", _PACK,
            {"material": name, "country": place.rule.name},
        )  # fmt: skip
        return
    if unsure := UNSURE.search(passage.lower):
        yield Draft(
            TOPIC, anchor[0], passage.start + unsure.end(), (anchor,), "origin.material.row",
            _PACK, {"material": name}, stance="hedged", bearing="risk",
        )  # fmt: skip
