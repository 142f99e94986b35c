"""The main figures of a measure, each with an interval by resampling whole documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from nlp.claims import Claim
from nlp.measuring import calibration
from nlp.measuring.calibration import Numbers
from nlp.measuring.gold import Document
from nlp.measuring.pairing import Pair, Tally, paired

SEED = 20260101
KEY_GROUPS = {
    "cas": ("cas",),
    "country": ("country",),
    "percentages": ("pct_min", "pct_max"),
    "dates": ("date", "valid_from", "valid_to"),
}
"""The values a target is set for; all other keys are told together as "other"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one document, paired by the measure and by the strict one."""

    document: Document
    pairs: tuple[Pair, ...]
    strict: tuple[Pair, ...]


def reading(document: Document, found: Iterable[Claim]) -> Reading:
    """Pair the claims found in a document with those that should be, by both measures."""
    claims = list(found)
    return Reading(
        document, tuple(paired(document, claims)), tuple(paired(document, claims, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and the interval in which 95 of 100 resamples of the documents have it."""

    name: str
    value: float
    low: float
    high: float
    of: int
    """How many of the things it is a share of."""


_Sums = Mapping[str, Numbers]
_SHARES: tuple[tuple[str, Callable[[_Sums], tuple[Numbers, Numbers]]], ...] = (
    ("F1", lambda n: (2 * n["matched"], n["wanted"] + n["found"])),
    ("precision", lambda n: (n["matched"], n["found"])),
    ("recall", lambda n: (n["matched"], n["wanted"])),
    ("strict F1 (half of the union)", lambda n: (2 * n["strict"], n["wanted"] + n["found"])),
    ("exact spans", lambda n: (n["exact"], n["matched"])),
    ("stance accuracy", lambda n: (n["stance"], n["matched"])),
    ("stance flips", lambda n: (n["flips"], n["matched"])),
    ("bearing accuracy", lambda n: (n["bearing"], n["matched"])),
    *(
        (f"value accuracy, {group}", lambda n, g=group: (n[f"right {g}"], n[f"keys {g}"]))
        for group in ("all", "those four", *KEY_GROUPS, "other")
    ),
    ("flags per page without claims", lambda n: (n["clean flags"], n["clean pages"])),
)


def figures(readings: list[Reading], *, resamples: int = 1000) -> Iterator[Figure]:
    """Each main figure over all documents. The resampling is seeded: same readings, same lines."""
    tables = [_counts(one) for one in readings]
    table = {name: np.array([counts[name] for counts in tables]) for name in tables[0]}
    weights = _weights(len(readings), resamples)
    whole = {name: column.sum() for name, column in table.items()}
    drawn = {name: weights @ column for name, column in table.items()}
    for name, share in _SHARES:
        part, of = share(whole)
        yield _figure(name, _ratio(part, of), _ratio(*share(drawn)), of=int(of))
    yield from _errors(readings, weights)


def _weights(documents: int, resamples: int) -> Numbers:
    draws = np.random.default_rng(SEED).multinomial(
        documents, np.full(documents, 1 / documents), size=resamples
    )
    return draws.astype(np.float64)


def _ratio(part: Numbers, whole: Numbers) -> Numbers:
    part, whole = np.asarray(part, float), np.asarray(whole, float)
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)


def _figure(name: str, value: Numbers, drawn: Numbers, *, of: int) -> Figure:
    known = drawn[~np.isnan(drawn)]
    low, high = np.quantile(known, [0.025, 0.975]) if len(known) else (np.nan, np.nan)
    return Figure(name, float(value), float(low), float(high), of)


def _errors(readings: list[Reading], weights: Numbers) -> Iterator[Figure]:
    """The calibration error among flags: is a flag right where its score says so?"""
    scores = [np.array([p.found.score for p in one.pairs if p.found]) for one in readings]
    right = [np.array([float(p.matched) for p in one.pairs if p.found]) for one in readings]
    every = np.concatenate(scores)
    for name, edges in (
        ("calibration error among flags", calibration.even_edges()),
        ("the same, in bins of one size", calibration.adaptive_edges(every)),
    ):
        rows = np.stack(
            [calibration.binned(s, r, edges) for s, r in zip(scores, right, strict=True)]
        )
        drawn = calibration.error(np.einsum("rd,dbk->rbk", weights, rows))
        yield _figure(name, calibration.error(rows.sum(axis=0)), drawn, of=len(every))


def _counts(one: Reading) -> dict[str, float]:
    tally, document = Tally(list(one.pairs)), one.document
    matched = tally.matched
    clean = set(document.labelled) - {claim.page for claim in document.claims}
    counts = {
        "wanted": len(matched) + tally.misses,
        "found": len(matched) + tally.alarms,
        "matched": len(matched),
        "strict": sum(1 for pair in one.strict if pair.matched),
        "exact": sum(1 for pair in matched if pair.exact),
        "stance": sum(1 for pair in matched if pair.same_stance),
        "flips": sum(1 for pair in matched if pair.flipped),
        "bearing": sum(1 for pair in matched if pair.same_bearing),
        "clean pages": len(clean),
        "clean flags": sum(1 for pair in one.pairs if pair.found and pair.found.page in clean),
    }
    return {name: float(count) for name, count in counts.items()} | _value_counts(matched)


def _value_counts(matched: list[Pair]) -> dict[str, float]:
    groups = ("all", "those four", *KEY_GROUPS, "other")
    counts = {f"{what} {group}": 0.0 for group in groups for what in ("keys", "right")}
    for pair in matched:
        wrong = pair.wrong_values
        for key in pair.wanted.value if pair.wanted else ():
            for group in _groups(key):
                counts[f"keys {group}"] += 1
                counts[f"right {group}"] += key not in wrong
    return counts


def _groups(key: str) -> tuple[str, ...]:
    for group, keys in KEY_GROUPS.items():
        if key in keys:
            return "all", "those four", group
    return "all", "other"
