"""How good the flags are, measured on labelled documents: `python -m nlp.evaluate DIR`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nlp import gold
from nlp.claims import Claim
from nlp.pipeline import find_claims

_FLIPS = ({"affirmed", "denied"},)


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim that should be found and what was found for it; one of the two may be None."""

    document: gold.Document
    wanted: Claim | None
    found: Claim | None

    @property
    def one(self) -> Claim:
        """The claim the pair is about, wanted or found."""
        claim = self.wanted or self.found
        if claim is None:
            raise ValueError("a pair of nothing")
        return claim


@dataclass
class Tally:
    """Counts of pairs, and the figures made of them."""

    pairs: list[Pair] = field(default_factory=list)

    def count(self, test: Callable[[Pair], bool]) -> int:
        """How many pairs pass `test`."""
        return sum(1 for pair in self.pairs if test(pair))

    @property
    def matched(self) -> list[Pair]:
        """The pairs of a wanted claim and one found."""
        return [pair for pair in self.pairs if pair.wanted and pair.found]

    @property
    def misses(self) -> int:
        """Claims that were not found."""
        return self.count(lambda pair: pair.found is None)

    @property
    def alarms(self) -> int:
        """Claims that were found and not wanted."""
        return self.count(lambda pair: pair.wanted is None)

    @property
    def precision(self) -> float:
        """The share of what was found that was wanted."""
        return _share(len(self.matched), len(self.matched) + self.alarms)

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return _share(len(self.matched), len(self.matched) + self.misses)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * len(self.matched), 2 * len(self.matched) + self.misses + self.alarms)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def overlap(one: Claim, other: Claim) -> int:
    """Characters two claims share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def matches(wanted: Claim, found: Claim, *, strict: bool = False) -> bool:
    """Same topic, same page, half of the shorter span shared; strict: half of the union."""
    if wanted.topic != found.topic or wanted.page != found.page:
        return False
    shared = overlap(wanted, found)
    if strict:
        union = max(wanted.end, found.end) - min(wanted.start, found.start)
        return shared * 2 >= union
    shorter = min(wanted.end - wanted.start, found.end - found.start)
    return shared > 0 and shared * 2 >= shorter


def paired(document: gold.Document, found: Iterable[Claim], *, strict: bool = False) -> list[Pair]:
    """Each claim matched once, the closest pairs first, as many pairs as can be."""
    claims = [claim for claim in found if claim.page in document.labelled]
    options = {
        index: sorted(
            (other for other, claim in enumerate(claims) if matches(wanted, claim, strict=strict)),
            key=lambda other, wanted=wanted: _closeness(wanted, claims[other]),  # type: ignore[misc] # mypy cannot infer a lambda with a default
            reverse=True,
        )
        for index, wanted in enumerate(document.claims)
    }
    taken = _assigned(options)
    pairs = [
        Pair(document, document.claims[index], claims[other]) for other, index in taken.items()
    ]
    matched = set(taken.values())
    pairs += [
        Pair(document, claim, None) for i, claim in enumerate(document.claims) if i not in matched
    ]
    pairs += [Pair(document, None, claim) for i, claim in enumerate(claims) if i not in taken]
    return pairs


def _closeness(wanted: Claim, found: Claim) -> tuple[float, ...]:
    union = max(wanted.end, found.end) - min(wanted.start, found.start) or 1
    same = sum(
        1
        for key, value in wanted.value.items()
        if found.value.get(key, "").lower() == value.lower()
    )
    return same, overlap(wanted, found) / union, wanted.stance == found.stance


def _assigned(options: dict[int, list[int]]) -> dict[int, int]:
    """A greatest matching (augmenting paths), the better options tried first."""
    taken: dict[int, int] = {}

    def place(index: int, seen: set[int]) -> bool:
        for other in options[index]:
            if other in seen:
                continue
            seen.add(other)
            if other not in taken or place(taken[other], seen):
                taken[other] = index
                return True
        return False

    for index in options:
        place(index, set())
    return taken


def measured(documents: Iterable[gold.Document], *, strict: bool = False) -> Tally:
    """Run the library over documents and pair what it finds with what it should."""
    tally = Tally()
    for document in documents:
        found = find_claims(document.pages, today=document.today, kind=document.kind)
        tally.pairs.extend(paired(document, found, strict=strict))
    return tally


def report(documents: list[gold.Document]) -> Iterator[str]:
    """The figures, line by line."""
    tally = measured(documents)
    strict = measured(documents, strict=True)
    yield f"{len(documents)} documents, {sum(len(d.claims) for d in documents)} claims"
    yield ""
    yield f"{'':22}{'claims':>7}{'found':>7}{'P':>8}{'R':>8}{'F1':>8}{'stance':>8}"
    yield _line("all", tally)
    for name, key in (
        ("language", _language),
        ("topic", _topic),
        ("stance", _stance),
        ("kind", _kind),
    ):
        yield f"-- by {name}"
        groups: dict[str, Tally] = {}
        for pair in tally.pairs:
            groups.setdefault(key(pair), Tally()).pairs.append(pair)
        for group in sorted(groups):
            yield _line(group, groups[group])
    yield "--"
    yield f"strict F1 (half of the union)  {strict.f1:.3f}"
    yield from _qualities(tally)
    yield from _clean(documents, tally)


def _language(pair: Pair) -> str:
    return pair.document.language


def _topic(pair: Pair) -> str:
    return pair.one.topic


def _stance(pair: Pair) -> str:
    return pair.one.stance


def _kind(pair: Pair) -> str:
    return pair.document.kind


def _line(name: str, tally: Tally) -> str:
    wanted, found = len(tally.matched) + tally.misses, len(tally.matched) + tally.alarms
    right = sum(1 for pair in tally.matched if _same_stance(pair))
    return (
        f"{name:22}{wanted:7}{found:7}{tally.precision:8.3f}{tally.recall:8.3f}{tally.f1:8.3f}"
        f"{_share(right, len(tally.matched)):8.3f}"
    )


def _same_stance(pair: Pair) -> bool:
    return bool(pair.wanted and pair.found and pair.wanted.stance == pair.found.stance)


def _flipped(pair: Pair) -> bool:
    return bool(pair.wanted and pair.found and {pair.wanted.stance, pair.found.stance} in _FLIPS)


def wrong_values(pair: Pair) -> list[str]:
    """The keys of the wanted value that were found otherwise or not."""
    if not (pair.wanted and pair.found):
        return []
    found = pair.found.value
    return [
        key
        for key, value in pair.wanted.value.items()
        if not _same_value(value, found.get(key, ""))
    ]


def _same_value(wanted: str, found: str) -> bool:
    if wanted.casefold() == found.casefold():
        return True
    try:
        return float(wanted) == float(found)
    except ValueError:
        return False


def _qualities(tally: Tally) -> Iterator[str]:
    matched = tally.matched
    exact = sum(
        1
        for p in matched
        if p.wanted and p.found and (p.wanted.start, p.wanted.end) == (p.found.start, p.found.end)
    )
    stance = sum(1 for pair in matched if _same_stance(pair))
    flips = sum(1 for pair in matched if _flipped(pair))
    bearing = sum(
        1 for p in matched if p.wanted and p.found and p.wanted.bearing == p.found.bearing
    )
    keys = sum(len(p.wanted.value) for p in matched if p.wanted)
    wrong = sum(len(wrong_values(pair)) for pair in matched)
    yield f"exact spans                    {_share(exact, len(matched)):.3f}"
    yield f"stance accuracy                {_share(stance, len(matched)):.3f}"
    yield f"stance flips                   {_share(flips, len(matched)):.4f} ({flips})"
    yield f"bearing accuracy               {_share(bearing, len(matched)):.3f}"
    right = 1 - _share(wrong, keys) if keys else 1.0
    yield f"value accuracy                 {right:.3f} ({keys} keys)"


def _clean(documents: list[gold.Document], tally: Tally) -> Iterator[str]:
    clean = {
        (document.id, page)
        for document in documents
        for page in document.labelled
        if not any(claim.page == page for claim in document.claims)
    }
    flags = sum(1 for p in tally.pairs if p.found and (p.document.id, p.found.page) in clean)
    per_page = flags / len(clean) if clean else 0.0
    yield f"flags per page without claims  {per_page:.2f} ({len(clean)} pages)"


def errors(tally: Tally) -> Iterator[str]:
    """Every miss, false alarm, wrong stance, bearing and value, with its words."""
    for pair in sorted(tally.pairs, key=lambda p: (p.document.id, p.one.page, p.one.start)):
        claim = pair.one
        page = pair.document.pages[claim.page - 1]
        where = f"{pair.document.id} p{claim.page} {claim.topic}"
        around = " ".join(page[max(0, claim.start - 30) : claim.start].split())
        quote = f"{around} [[{' '.join(page[claim.start : claim.end].split())}]]"
        if pair.found is None:
            yield f"MISS   {where} {claim.stance}/{claim.bearing} {quote}"
        elif pair.wanted is None:
            yield f"ALARM  {where} {claim.stance} {claim.rule} {dict(claim.value)} {quote}"
        else:
            yield from _differences(pair, pair.wanted, pair.found, where, quote)


def _differences(pair: Pair, wanted: Claim, found: Claim, where: str, quote: str) -> Iterator[str]:
    if wanted.stance != found.stance:
        kind = "FLIP" if _flipped(pair) else "STANCE"
        yield f"{kind}   {where} {wanted.stance} found {found.stance} {found.rule} {quote}"
    elif wanted.bearing != found.bearing:
        was = f"{wanted.stance} {wanted.bearing} found {found.bearing} {found.rule}"
        yield f"BEAR   {where} {was} {quote}"
    if wrong_values(pair):
        yield f"VALUE  {where} {dict(wanted.value)} found {dict(found.value)} {quote}"


def main(arguments: list[str] | None = None) -> int:
    """Measure the labelled documents of a folder; 2 where it has none."""
    parser = argparse.ArgumentParser(prog="python -m nlp.evaluate", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every error in its context")
    parser.add_argument("--only", help="ids of documents, divided by commas")
    parser.add_argument("--without", help="ids of documents to leave out, divided by commas")
    options = parser.parse_args(arguments)
    documents = list(gold.read(options.folder))
    if options.only:
        documents = [d for d in documents if d.id in options.only.split(",")]
    if options.without:
        documents = [d for d in documents if d.id not in options.without.split(",")]
    if not documents:
        print(f"no labelled documents in {options.folder}", file=sys.stderr)
        return 2
    lines = errors(measured(documents)) if options.errors else report(documents)
    for line in lines:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
