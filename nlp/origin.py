"""Claims about where a product, its parts and its raw materials come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.units import ROW

PACK = "origin 0.1.0"
_COMPANY = re.compile(
    r"(?P<name>(?:UAB |PT )?[A-ZÅÄÖ][\w&.'’ž-]*(?:\s+(?:&|och|and|of"
    r"|[A-ZÅÄÖ][\w&.'’-]*|sp\. z o\.o\.|sdn|bhd)){0,6}?"
    r"(?:\s+(?:AB|Ltd|Limited|Inc|GmbH|Sdn\.? Bhd\.?|Co\.?,? ?Ltd|Pvt\.? Ltd"
    r"|sp\. z o\.o\.|S\.A\.|SA|SRL|S\.r\.l\.|A/S|ApS|Oy|Oyj|BV|B\.V\.|LLC|JSC|PLC"
    r"|plc|Corp|Corporation)\b\.?"
    r"|\s+(?:Works|Forge|Mills?|Apparels?|Garments?|Textiles?|Products|Industries"
    r"|Manufacturing|Factory|Furniture|Knitwear|Fabrics|Plastics|Electronics|Foundry"
    r"|Weaving|Spinning)\b(?:\s+Ltd)?))"
)
_SITE_KEY = re.compile(
    r"^(?:site|auditee|covered site|factory|granskad anläggning|anläggning|fabrik"
    r"|tillverkare|produktionsställe|manufacturing site|production site"
    r"|facility)\s*:",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Draft]:
    """Drafts of country, site, material and mineral."""
    if passage.asked or passage.taught:
        return
    if passage.unit.section and passage.unit.section not in (1, 3, 15):
        return
    site = list(_sites(passage))
    yield from site
    materials = list(_materials(passage))
    yield from materials
    minerals = [] if any("country" in d.value for d in materials) else list(_minerals(passage))
    yield from minerals
    if not site and not any("country" in d.value for d in materials):
        yield from _countries(passage)


def _places(passage: Passage, start: int, end: int, *, cities: bool = False) -> list[Hit]:
    """Countries and regions in [start, end), each once; adjectives and cities where asked for."""
    kept: list[Hit] = []
    for hit in passage.of("country"):
        if (
            hit.start < start
            or hit.end > end
            or (not passage.view.text[hit.start].isupper()
            and hit.rule.id.startswith("country"))
        ):
            continue
        if hit.rule.weight == "weak" and not (cities and hit.rule.id.startswith("city")):
            continue
        if any(hit.start < other.end or hit.rule.name == other.rule.name for other in kept):
            continue
        kept.append(hit)
    regions = {hit.rule.name[:2] for hit in kept if "-" in hit.rule.name}
    return [hit for hit in kept if "-" in hit.rule.name or hit.rule.name not in regions]


def _sites(passage: Passage) -> Iterator[Draft]:
    """A named factory with its place."""
    words = passage.words
    key = _SITE_KEY.match(words)
    header = " ".join(passage.view.lower[a:b] for a, b in passage.unit.header)
    row = passage.unit.kind == ROW and bool(
        re.search(
            r"tillverkare|anläggning|fabrik|factory|site|facility|supplier|manufacturer", header
        )
    )
    if passage.unit.kind == ROW and passage.unit.header == passage.unit.cells:
        return
    if not key and not row and not ({"made", "site"} & passage.names):
        return
    if "notmade" in passage.names and "made" not in passage.names:
        return
    company = _COMPANY.search(words, key.end() if key else 0)
    places = _places(passage, passage.start, passage.end, cities=True)
    own = re.search(
        r"\b(?:i vår fabrik|vår egen fabrik|our own (?:plant|factory)|our factory|vi själva)\b",
        passage.lower,
    )
    if not places or not (
        company or (own and re.search(r"\b(?:vår fabrik|our own plant|our factory)\b", passage.lower))
    ):
        return
    if company is None and not key:
        return
    value = {"country": places[0].rule.name}
    if company:
        value["site"] = company["name"].strip(" .,")
    start = passage.start
    if key:
        start += key.end() + (len(words[key.end() :]) - len(words[key.end() :].lstrip()))
    end = passage.end
    if passage.unit.cells:
        end = next((b for a, b in passage.unit.cells if a <= places[0].start < b), end)
    yield Draft(
        "ORIGIN.SITE", start, end, ((places[0].start, places[0].end),), "origin.site", PACK, value
    )


def _countries(passage: Passage) -> Iterator[Draft]:
    """A country in a clause that speaks of making."""
    if passage.unit.kind == ROW and not re.search(
        r"land|country|ursprung|origin|tillverk",
        " ".join(passage.view.lower[a:b] for a, b in passage.unit.header),
    ):
        return
    for start, end in _spans_of_making(passage):
        places = _places(passage, start, end) or _places(passage, start, end, cities=True)
        for place in places:
            yield Draft("ORIGIN.COUNTRY", start, end, ((place.start, place.end),), "origin.country", PACK,
                        {"country": place.rule.name})  # fmt: skip


def _spans_of_making(passage: Passage) -> Iterator[tuple[int, int]]:
    sentence = passage.names
    for start, end in passage.clauses:
        names = {hit.rule.name for hit in passage.within(start, end) if hit.rule.kind == "set"}
        made = "made" in names or ("made" in sentence and passage.unit.kind == ROW)
        if "made" in sentence and not made and not ({"notmade"} & names) and start > passage.start:
            made = True
        if made and not ("notmade" in names and not _strong_making(passage.view.lower[start:end])):
            yield start, end


def _strong_making(clause: str) -> bool:
    return bool(
        re.search(
            r"tillverkas|tillverkad|monteras|sys |konfektioner|blandas|made in|manufactured"
            r"|assembled|sewn|produced|rostas|spinns|vävs",
            clause,
        )
    )


_UNSURE = re.compile(
    r"okän\w*|okla\w*|varierande|varierar|konfidentiell\w*|unknown|various|varies"
    r"|mixed origins?|confidential|undisclosed|vet vi inte|inte säga"
    r"|inte fått besked|not been stated|undetermin\w*|obestäm\w*|sydostasien"
    r"|baltic region|asia\b|ej angivet|not disclosed|uppgift saknas"
)


def _materials(passage: Passage) -> Iterator[Draft]:
    """A raw material with its country, its chain of custody, or its unknown origin."""
    hits = [hit for hit in passage.of("material") if hit.language in ("any", passage.language)]
    hits = _outermost(hits)
    if not hits:
        return
    names = passage.names
    row = passage.unit.kind == ROW
    header = " ".join(passage.view.lower[a:b] for a, b in passage.unit.header)
    if row and not re.search(r"ursprung|origin|råvara|material|land|country", header):
        return
    models = [hit for hit in passage.of("topic") if "model" in hit.rule.value]
    for model in models:
        material = _nearest(hits, model)
        start, end = (material.start, model.end) if row else passage.clause_of(model.start)
        yield Draft("ORIGIN.MATERIAL", min(start, material.start), max(end, model.end), ((model.start, model.end),), model.rule.id,
                    model.rule.pack, {"material": material.rule.name, **model.rule.value})  # fmt: skip
    sourced = "origin" in names or row or re.search(r":", passage.words)
    if not sourced:
        return
    yield from _sourced(passage, hits, row=row, models=bool(models))


def _sourced(passage: Passage, hits: list[Hit], *, row: bool, models: bool) -> Iterator[Draft]:
    places = _places(passage, passage.start, passage.end)
    for place in places:
        material = _nearest(hits, place)
        start, end = (passage.start, passage.end) if row else _joint(passage, material, place)
        if row:
            start, end = min(material.start, place.start), max(material.end, place.end)
        names = {hit.rule.name for hit in passage.within(start, end) if hit.rule.kind == "set"}
        made = "made" in names and _strong_making(passage.view.lower[start:end])
        if made and "kommer" not in passage.view.lower[start:end]:
            continue
        yield Draft("ORIGIN.MATERIAL", start, end, ((place.start, place.end),), material.rule.id, material.rule.pack,
                    {"material": material.rule.name, "country": place.rule.name},
                    stance="hedged" if row and _UNSURE.search(passage.lower) else "")  # fmt: skip
    if not places and _UNSURE.search(passage.lower):
        material = hits[0]
        start, end = passage.clause_of(material.start)
        if row:
            unsure = _UNSURE.search(passage.lower)
            end = passage.start + unsure.end() if unsure else end
        else:
            start, end = passage.start, passage.end
        yield Draft("ORIGIN.MATERIAL", start, max(end, material.end), ((material.start, material.end),), material.rule.id,
                    material.rule.pack, {"material": material.rule.name}, stance="hedged", bearing="risk")  # fmt: skip


def _joint(passage: Passage, material: Hit, place: Hit) -> tuple[int, int]:
    one, other = passage.clause_of(material.start), passage.clause_of(place.start)
    return min(one[0], other[0]), max(one[1], other[1])


def _nearest(hits: list[Hit], to: Hit) -> Hit:
    """The last material before, else the first after."""
    before = [hit for hit in hits if hit.end <= to.start]
    return before[-1] if before else hits[0]


def _outermost(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _minerals(passage: Passage) -> Iterator[Draft]:
    """Tin, tantalum, tungsten, gold, cobalt, mica: where used, and what is known of the smelters."""
    head = {hit.rule.name for hit in passage.head_hits if hit.rule.kind in ("set", "mineral")}
    hits = [hit for hit in passage.of("mineral") if hit.language in ("any", passage.language)]
    hits = [h for h in _outermost(hits) if not _product_name(passage, h)]
    context = {"minecontext", "smelter"} & (passage.names | head)
    if hits and context:
        done: set[tuple[str, int]] = set()
        for hit in hits:
            start, end = passage.clause_of(hit.start)
            if (hit.rule.name, start) not in done:
                done.add((hit.rule.name, start))
                yield Draft(
                    "ORIGIN.MINERALS",
                    start,
                    end,
                    ((hit.start, hit.end),),
                    hit.rule.id,
                    hit.rule.pack,
                    {"mineral": hit.rule.name},
                )
    elif "smelter" in passage.names and not hits:
        yield Draft(
            "ORIGIN.MINERALS",
            passage.start,
            passage.end,
            (),
            "origin.smelter",
            PACK,
            {"mineral": "3tg"},
        )


def _product_name(passage: Passage, hit: Hit) -> bool:
    return bool(
        re.match(r"\s*(?:medal|standard|status)", passage.view.lower[hit.end : hit.end + 10])
    )
