"""Chain-of-custody models, and the part of a passage that tells of each."""

from __future__ import annotations

import re

from nlp.matching import Hit
from nlp.passages import Draft, Passage

TOPIC = "ORIGIN.MATERIAL"


def models(passage: Passage) -> list[Hit]:
    """The chain-of-custody models named, each once in a clause."""
    kept: dict[tuple[str, int], Hit] = {}
    named = [hit for hit in passage.of("topic") if hit.rule.value.get("model")]
    if not named or _EXPLAINED.search(passage.lower):
        return []
    for hit in named:
        model = hit.rule.value["model"]
        if model == "segregated" and _REJECTS.search(passage.lower):
            continue
        kept.setdefault((model, passage.clause_of(hit.start)[0]), hit)
    return list(kept.values())


# "In the mass balance model the quantity sold may not exceed": what a model is.
_EXPLAINED = re.compile(
    r"\bin (?:the|a) [\w ]{4,20} model\b|\b(?:model|modell)\w* (?:means|innebär|betyder)\b"
    r"|\b(?:mass balance|massbalans|segregat\w+|book and claim|identity preserved) (?:means|innebär"
    r"|betyder|is defined|definieras)\b"
    r"|^(?:mass balance|segregat\w+|identity preserved|book and claim): (?:the |a |an )?"
    r"(?:certified|model|system|material|physical)"
)
# What is not as it should be is set apart, and is no chain of custody.
_REJECTS = re.compile(
    r"non-?conform|not conform|reject|quarantin|scrap|\bwaste\b|karantän|spärra|kasser|avvikande"
    r"|\bavfall"
)


def modelled(passage: Passage, material: Hit | None, model: Hit, *, row: bool) -> Draft:
    """The claim of a model in its clause, or in its cell of a row; RSPO's is of palm oil."""
    start, end = passage.clause_of(model.start)
    if row:
        start, end = cell_of(passage, model)
    name = material.rule.name if material else ""
    if "palm" not in name and "rspo" in passage.lower:
        name = "palm_oil"
    return Draft(
        TOPIC, start, end, ((model.start, model.end),), model.rule.id, model.rule.pack,
        {**({"material": name} if name else {}), **model.rule.value},
        stance="affirmed" if row else "",
    )  # fmt: skip


def cell_of(passage: Passage, hit: Hit) -> tuple[int, int]:
    """The cell of a row in which `hit` stands; itself where none is."""
    return next(
        (cell for cell in passage.unit.cells if cell[0] <= hit.start < cell[1]),
        (hit.start, hit.end),
    )
