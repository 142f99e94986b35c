"""What a measure prints: the figures by language, topic, stance and kind, and every error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import isnan

from nlp.claims import Claim
from nlp.measuring.figures import Reading, figures
from nlp.measuring.pairing import Pair, Tally, share

_HEADS = (
    *("claims", "found", "P", "R", "F1", "strict", "exact", "stance", "flips", "bearing"),
    *("values", "keys"),
)
_GROUPS: tuple[tuple[str, Callable[[Pair], str]], ...] = (
    ("language", lambda pair: pair.document.language),
    ("topic", lambda pair: pair.one.topic),
    ("stance", lambda pair: pair.one.stance),
    ("kind", lambda pair: pair.document.kind),
)


def report(readings: list[Reading], *, resamples: int = 1000) -> Iterator[str]:
    """The figures, line by line."""
    documents = [one.document for one in readings]
    yield f"{len(documents)} documents, {sum(len(d.claims) for d in documents)} claims"
    if lost := sum(len(document.lost) for document in documents):
        yield f"{lost} of the claims have words that are not on the page as read: all missed"
    yield ""
    yield f"{'':28}" + "".join(f"{head:>8}" for head in _HEADS)
    pairs = [pair for one in readings for pair in one.pairs]
    strict = [pair for one in readings for pair in one.strict]
    yield _line("all", pairs, strict)
    for name, key in _GROUPS:
        yield f"-- by {name}"
        loose, tight = _grouped(pairs, key), _grouped(strict, key)
        for group in sorted(loose):
            yield _line(group, loose[group], tight.get(group, []))
    yield f"-- over all documents; 95 % of {resamples} resamples of whole documents in brackets"
    for one in figures(readings, resamples=resamples):
        told = f"{one.value:.3f} [{one.low:.3f}, {one.high:.3f}]" if one.of else "none"
        yield f"{one.name:34}{told:24} of {one.of}"
    idle = sum(len(pair.idle_values) for pair in pairs)
    yield f"{'values found that nobody wanted':34}{idle}"


def _grouped(pairs: list[Pair], key: Callable[[Pair], str]) -> dict[str, list[Pair]]:
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(key(pair), []).append(pair)
    return groups


def _line(name: str, pairs: list[Pair], strict: list[Pair]) -> str:
    tally, matched = Tally(pairs), Tally(pairs).matched
    keys = sum(len(pair.wanted.value) for pair in matched if pair.wanted)
    wrong = sum(len(pair.wrong_values) for pair in matched)
    shares = (
        tally.precision,
        tally.recall,
        tally.f1,
        Tally(strict).f1,
        _share(matched, lambda pair: pair.exact),
        _share(matched, lambda pair: pair.same_stance),
    )
    flips = sum(1 for pair in matched if pair.flipped)
    bearing = _share(matched, lambda pair: pair.same_bearing)
    return (
        f"{name:28}{len(matched) + tally.misses:8}{len(matched) + tally.alarms:8}"
        + "".join(f"{one:8.3f}" for one in shares)
        + f"{flips:8}{bearing:8.3f}{share(keys - wrong, keys):8.3f}{keys:8}"
    )


def _share(pairs: list[Pair], test: Callable[[Pair], bool]) -> float:
    return share(sum(1 for pair in pairs if test(pair)), len(pairs))


def unlabelled(name: str, pages: tuple[str, ...], claims: Iterable[Claim]) -> Iterator[str]:
    """What is flagged in a document that carries no labels: counts by topic and stance."""
    found = list(claims)
    words = sum(len(page.split()) for page in pages)
    per_page = len(found) / len(pages) if pages else float("nan")
    told = "none" if isnan(per_page) else f"{per_page:.2f}"
    yield f"{name}: {len(pages)} pages, {words} words, {len(found)} flags, {told} per page"
    counts: dict[tuple[str, str], int] = {}
    for claim in found:
        key = (claim.topic, claim.stance)
        counts[key] = counts.get(key, 0) + 1
    for (topic, stance), count in sorted(counts.items()):
        yield f"  {topic:20}{stance:10}{count:6}"


def flags(pages: tuple[str, ...], claims: Iterable[Claim]) -> Iterator[str]:
    """Every flag of an unlabelled document, in its context."""
    for claim in claims:
        where = f"p{claim.page} {claim.topic}"
        yield f"FLAG   {where} {claim.stance}/{claim.bearing} {_quoted(pages, claim)}"


def errors(readings: list[Reading]) -> Iterator[str]:
    """Every miss, false alarm, wrong stance, bearing and value, with its words."""
    for one in readings:
        for page, quote in one.document.lost:
            yield f"LOST   {one.document.id} p{page} not on the page as read: {quote}"
        for pair in sorted(one.pairs, key=lambda pair: (pair.one.page, pair.one.start)):
            yield from _error(pair)


def _error(pair: Pair) -> Iterator[str]:
    claim = pair.one
    where = f"{pair.document.id} p{claim.page} {claim.topic}"
    quote = _quoted(pair.document.pages, claim)
    if pair.found is None and claim.end:
        yield f"MISS   {where} {claim.stance}/{claim.bearing} {quote}"
    elif pair.wanted is None:
        value = dict(claim.value)
        yield f"ALARM  {where} {claim.stance} {claim.score:.2f} {claim.rule} {value} {quote}"
    elif pair.found is not None:
        yield from _differences(pair, pair.wanted, pair.found, f"{where} ", quote)


def _quoted(pages: tuple[str, ...], claim: Claim) -> str:
    page = pages[claim.page - 1] if claim.page <= len(pages) else ""
    before = " ".join(page[max(0, claim.start - 30) : claim.start].split())
    after = " ".join(page[claim.end : claim.end + 30].split())
    return f"{before} [[{' '.join(page[claim.start : claim.end].split())}]] {after}"


def _differences(pair: Pair, wanted: Claim, found: Claim, where: str, quote: str) -> Iterator[str]:
    if wanted.stance != found.stance:
        kind = "FLIP  " if pair.flipped else "STANCE"
        yield f"{kind} {where}{wanted.stance} found {found.stance} {found.rule} {quote}"
    elif wanted.bearing != found.bearing:
        was = f"{wanted.stance} {wanted.bearing} found {found.bearing} {found.rule}"
        yield f"BEAR   {where}{was} {quote}"
    if pair.wrong_values:
        yield f"VALUE  {where}{dict(wanted.value)} found {dict(found.value)} {quote}"
