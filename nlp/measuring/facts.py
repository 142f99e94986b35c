"""Facts measured on labelled documents: how often the kind and the language are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from nlp.facts import NAMES, find_facts
from nlp.measuring import gold

_DECLARATIONS = (
    *("reach_rohs_declaration", "rohs_declaration", "certificate_of_origin", "chain_of_custody"),
    *("origin_statement", "supplier_declaration"),
)
_VERDICTS = ("right", "unsaid", "wrong")
# Kinds of labelled documents and the kind of the field each is; one that is missing is none.
WANTED = {
    **{name: name for name in ("sds", "svhc_declaration", "test_report", "audit_bsci")},
    **dict.fromkeys(_DECLARATIONS, "supplier_declaration"),
    "audit_smeta": "audit_smeta",
    "policy": "code_of_conduct",
}


def measured(documents: Iterable[gold.Document]) -> Iterator[str]:
    """Lines that tell kinds and languages right, unsaid and wrong, and how often each is said."""
    counts: dict[str, Counter[str]] = {"kind": Counter(), "language": Counter()}
    said: Counter[str] = Counter()
    wrong: list[str] = []
    for document in documents:
        facts = {fact.name: fact.value for fact in find_facts(document.pages)}
        said.update(facts.keys())
        wanted = {"kind": WANTED.get(document.kind, ""), "language": document.language}
        for name, value in wanted.items():
            found = facts.get(name, "")
            counts[name][_verdict(value, found)] += 1
            if _verdict(value, found) == "wrong":
                wrong.append(f"{document.id}: {name} {found}, should be {value or 'unsaid'}")
    for name, count in counts.items():
        yield f"{name:10}" + "".join(f"{verdict:>8} {count[verdict]}" for verdict in _VERDICTS)
    yield "said: " + ", ".join(f"{name} {said[name]}" for name in NAMES if said[name])
    yield from wrong


def _verdict(wanted: str, found: str) -> str:
    if wanted == found:
        return "right"
    return "wrong" if found else "unsaid"
