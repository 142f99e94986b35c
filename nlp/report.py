"""What a measure prints: the figures by language, topic, stance and kind, and every error."""

from __future__ import annotations

from collections.abc import Iterator

from nlp import gold
from nlp.claims import Claim
from nlp.pairing import Pair, Tally, share

_FLIPS = ({"affirmed", "denied"},)


def report(documents: list[gold.Document], tally: Tally, strict: Tally) -> Iterator[str]:
    """The figures, line by line; `strict` counts the same claims by the strict measure."""
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
        f"{share(right, len(tally.matched)):8.3f}"
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
    yield f"exact spans                    {share(exact, len(matched)):.3f}"
    yield f"stance accuracy                {share(stance, len(matched)):.3f}"
    yield f"stance flips                   {share(flips, len(matched)):.4f} ({flips})"
    yield f"bearing accuracy               {share(bearing, len(matched)):.3f}"
    right = 1 - share(wrong, keys) if keys else 1.0
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
