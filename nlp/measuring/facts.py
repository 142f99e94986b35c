"""Facts measured on labelled documents: what is told of each name rightly, wrongly, not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from nlp.facts import NAMES, find_facts
from nlp.measuring import gold

_DECLARATIONS = (
    *("reach_rohs_declaration", "rohs_declaration", "certificate_of_origin", "chain_of_custody"),
    *("origin_statement", "supplier_declaration", "reach_declaration", "material_declaration"),
)
_VERDICTS = ("right", "wrong", "unsaid", "none", "though none")
_MISTAKES = ("wrong", "though none", "unsaid")
_ALIKE = str.maketrans({"1": "i", "l": "i", "|": "i", "0": "o", "–": "-", "—": "-"})
# Kinds of labelled documents and the kind of the field each is; one that is missing is none.
WANTED = {
    **{name: name for name in ("sds", "svhc_declaration", "test_report", "audit_bsci")},
    **dict.fromkeys(_DECLARATIONS, "supplier_declaration"),
    "audit_smeta": "audit_smeta",
    "code_of_conduct": "code_of_conduct",
    "eu_declaration_of_conformity": "doc",
    "policy": "code_of_conduct",
}


def measured(documents: Iterable[gold.Document], *, errors: bool = False) -> Iterator[str]:
    """Lines that tell for each name how many documents label it and how its facts are.

    `right` and `wrong` are told facts, `unsaid` is a fact of the paper that was not told, `none`
    one that is neither in the paper nor told, `though none` one told of a paper that has none.
    Precision is over what was told, recall over what the papers tell. Then how often each name is
    told in all documents and, with `errors`, every fact that is not as labelled.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    said: Counter[str] = Counter()
    amiss: list[str] = []
    for document in documents:
        facts = {fact.name: fact.value for fact in find_facts(document.pages)}
        said.update(facts.keys())
        for name, wanted in _labels(document).items():
            found = facts.get(name, "")
            verdict = told(found, wanted)
            counts[name][verdict] += 1
            if verdict in _MISTAKES:
                amiss.append(f"{document.id}: {name} {verdict}: {found!r}, label {wanted!r}")
    yield (
        f"{'':10}{'labelled':>10}"
        + "".join(f"{verdict:>13}" for verdict in _VERDICTS)
        + (f"{'precision':>11}{'recall':>8}")
    )
    yield from (_row(name, count) for name, count in counts.items() if count)
    yield "said: " + ", ".join(f"{name} {said[name]}" for name in NAMES if said[name])
    yield from amiss if errors else ()


def told(found: str, wanted: Collection[str]) -> str:
    """The verdict on what was found, "" where nothing was.

    Capitals, blanks, dashes and the letters that scans take for figures do not count.
    """
    folded = {_folded(value) for value in wanted}
    if not found:
        return "none" if "" in folded else "unsaid"
    if _folded(found) in folded:
        return "right"
    return "though none" if "" in folded else "wrong"


def _labels(document: gold.Document) -> dict[str, tuple[str, ...]]:
    kind, language = (WANTED.get(document.kind, ""),), (document.language,)
    return {"kind": kind, "language": language, **document.facts}


def _row(name: str, count: Counter[str]) -> str:
    told_at_all = count["right"] + count["wrong"] + count["though none"]
    in_papers = count["right"] + count["wrong"] + count["unsaid"]
    return (
        f"{name:10}{count.total():>10}"
        + "".join(f"{count[verdict]:>13}" for verdict in _VERDICTS)
        + f"{_share(count['right'], told_at_all):>11}{_share(count['right'], in_papers):>8}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _folded(value: str) -> str:
    return " ".join(value.split()).casefold().translate(_ALIKE)
