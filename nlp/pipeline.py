"""Pages in, claims out: the readers in their order, on spaCy pipelines of our own components."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp import (
    answered,
    bearing,
    certificates,
    chemicals,
    edges,
    hearing,
    labour,
    origin,
    scoring,
    stance,
)
from nlp.chemicals import recognised
from nlp.claims import Claim
from nlp.labour.particulars import particulars
from nlp.layout.text import fold, language
from nlp.layout.units import Carried, cut
from nlp.matching import matcher
from nlp.pages import Page, about
from nlp.passages import Draft, Passage
from nlp.recogniser import Recogniser
from nlp.rules import rulebook, using

_PAGE = "underlag_page"
_READERS = (chemicals.read, labour.read, origin.read, certificates.read, answered.read)
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})+\.?|\[[xX]\]|[☒☑✓✔])\s+(?=[^\W\d])")


def find_claims(
    pages: Sequence[str],
    *,
    today: date,
    kind: str | None = None,
    packs: Sequence[str] = (),
    qualities: Sequence[float] | None = None,
    recogniser: Recogniser | None = None,
) -> list[Claim]:
    """What the pages of one document say about chemicals, labour and origin.

    `pages` are the page texts in order, rows of tables as lines with cells divided by " | ".
    Offsets of the claims are into these very strings, end exclusive. `today` is the day lapsed
    certificates are told by; `kind` the kind of document where it is known. `packs` are labels of
    rule packs ("stance 0.1.0"), for the newest of each; see `nlp.packs`. `qualities` tell for each
    page how well it was read (0 to 1), where that is known; they bear on scores alone. Same
    arguments: the same claims. Nothing is raised for any text, `PackError` for faulty packs.
    """
    if packs:
        with using(packs):
            return find_claims(
                pages, today=today, kind=kind, qualities=qualities, recogniser=recogniser
            )
    model = scoring.shipped()
    found: list[Claim] = []
    for page in read_pages(pages, today=today, kind=kind, qualities=qualities, model=model):
        if page.margins is not None:
            found.extend(scoring.believed(page.grounds, page.margins, page.spots, model))
        if recogniser:
            found.extend(_recognised(page, recogniser))
    return sorted(_once(found), key=_order)


def read_pages(
    pages: Sequence[str],
    *,
    today: date,
    kind: str | None = None,
    qualities: Sequence[float] | None = None,
    model: scoring.Model | None = None,
) -> Iterator[Page]:
    """Each page in order, with its units and its claims, not yet scored, on what they rest.

    Without a `model` the claims are those of the rules alone.
    """
    whole = about(pages, today=today, kind=kind)
    carried = Carried()
    for number, text in enumerate(pages, 1):
        view = fold(text)
        units, carried = cut(view, carried, whole.is_furniture)
        quality = qualities[number - 1] if qualities else 1.0
        page = Page(number, view, units, whole, quality=quality, model=model)
        engine = _engine(language(view.lower[:4000]))
        with engine.memory_zone():
            engine(_doc(engine, page, text))
        yield page


@lru_cache(maxsize=2)
def _engine(code: str) -> Language:
    """The pipeline of one language. Optional components may be added to it by their names."""
    # A vocabulary of its own: the shapes and flags of whole sentences are of no use, and slow.
    engine = spacy.blank(code, vocab=Vocab())
    engine.add_pipe("underlag_words")
    engine.add_pipe("underlag_claims")
    return engine


def _doc(engine: Language, page: Page, text: str) -> Doc:
    """A page as a `Doc` whose tokens are its units, so that its text is the page's own."""
    words: list[str] = []
    done = 0
    for unit in page.units:
        start, end = page.view.span(unit.start, unit.end)
        words.extend(part for part in (text[done:start], text[start:end]) if part)
        done = max(done, end)
    words.extend([text[done:]] if done < len(text) else [])
    doc = Doc(engine.vocab, words=words, spaces=[False] * len(words))
    doc.user_data[_PAGE] = page
    return doc


@Language.component("underlag_words")
def find_words(doc: Doc) -> Doc:
    """Find the words of all packs on the page."""
    page: Page = doc.user_data[_PAGE]
    page.hits = matcher().find(page.view.lower)
    page.take_title()
    return doc


@Language.component("underlag_claims")
def make_claims(doc: Doc) -> Doc:
    """Make claims of the words, passage by passage, and of what is heard in them."""
    page: Page = doc.user_data[_PAGE]
    said = list(_said(page))
    page.heard = scoring.heard(
        page.view,
        (scoring.Spoken(one.unit, page.before(one.unit), one.hits) for one, *_ in said),
    )
    if page.model:
        page.margins = page.model.heads.margins(page.heard)
    for number, ((passage, claimed, _), heard) in enumerate(
        zip(said, _heard(page, said), strict=True)
    ):
        found = [*((draft, None) for draft in claimed), *heard]
        page.grounds.extend(_grounds(page, passage, found, number))
    if page.model:
        page.grounds = list(_reconsidered(page.grounds, page.model))
    return doc


_Said = tuple[Passage, list[Draft], bool]


def _said(page: Page) -> Iterator[_Said]:
    """The passages that claim something by rule or are worth listening to, with their drafts."""
    earlier: tuple[str, ...] = ()
    for passage in page.passages():
        passage.earlier = earlier
        claimed = [draft for reader in _READERS for draft in reader(passage)]
        earlier = tuple(draft.topic for draft in claimed)
        listened = page.model is not None and hearing.listens(passage)
        if claimed or listened:
            yield passage, claimed, listened


def _heard(page: Page, said: Sequence[_Said]) -> Iterator[Sequence[tuple[Draft, float]]]:
    """What the classifier hears in each of the passages, beside what the rules claim there."""
    if page.model is None or page.margins is None:
        yield from ([] for _ in said)
        return
    page.spots = [
        scoring.spot(passage, [draft.topic for draft in claimed], listened=listened)
        for passage, claimed, listened in said
    ]
    chances = page.model.ear.chances(page.margins, page.spots)
    risk, support = page.margins[:, -len(hearing.BEARINGS) :].T
    for number, (passage, claimed, _) in enumerate(said):
        loud = chances[number].max() >= hearing.BAR
        bad = bool(risk[number] > support[number])
        drafts = hearing.drafts(passage, chances[number], claimed, bad=bad) if loud else ()
        yield list(drafts)


def _grounds(
    page: Page, passage: Passage, found: Sequence[tuple[Draft, float | None]], number: int
) -> Iterator[scoring.Ground]:
    for draft, chance in found:
        claim = claim_of(passage, draft, page.number)
        yield scoring.Ground(claim, passage, draft, number, page.quality, chance)


def _reconsidered(grounds: list[scoring.Ground], model: scoring.Model) -> Iterator[scoring.Ground]:
    """The grounds, each claim with the stance that a surer second opinion gives it."""
    for ground, objection in zip(grounds, scoring.objections(model.opinion, grounds), strict=True):
        if objection is None:
            yield ground
            continue
        passage, draft = ground.passage, ground.draft
        sure = objection.stance in ("affirmed", "denied")
        absent = objection.stance == "denied" if sure else stance.decide(passage, draft).absent
        decision = stance.Decision(objection.stance, objection.cues, absent=absent)
        claim = replace(
            ground.claim,
            stance=decision.stance,
            bearing=bearing.weigh(passage, draft, decision, draft.value),
            cues=tuple(passage.view.span(a, b) for a, b in decision.cues),
        )
        yield replace(ground, claim=claim)


def _recognised(page: Page, recogniser: Recogniser) -> Iterator[Claim]:
    """The claims a recogniser adds, apart from the others so that none of their scores moves."""
    drafts = [one.draft for one in page.grounds if one.draft.topic.startswith("CHEM.")]
    taken = [(draft.start, draft.end) for draft in drafts]
    for passage, draft in recognised.drafts(page.passages(every=True), recogniser, taken):
        yield replace(claim_of(passage, draft, page.number), score=recognised.CHANCE)


def claim_of(passage: Passage, draft: Draft, page: int) -> Claim:
    """The claim that a draft becomes, its stance and bearing told by the rules; not yet scored."""
    decision = stance.decide(passage, draft)
    start, end = edges.inner(passage, draft, decision.cues)
    if start == passage.start and (number := _NUMBERED.match(passage.view.text, start, end)):
        start = number.end()
    first, last = passage.view.span(start, end)
    # Not part of the draft, so that what is told beside the contract's values moves no score.
    value = {**particulars(passage, draft), **draft.value}
    return Claim(
        page=page,
        start=first,
        end=last,
        topic=draft.topic,
        stance=decision.stance,
        bearing=bearing.weigh(passage, draft, decision, draft.value),
        value=MappingProxyType(dict(sorted(value.items()))),
        rule=draft.rule,
        pack=_label(draft.pack),
        cues=tuple(passage.view.span(a, b) for a, b in decision.cues),
    )


def _label(pack: str) -> str:
    """Name and version of what made a claim: a pack, the classifier, or a recogniser's own."""
    if pack == hearing.PACK:
        return f"{pack} {scoring.digest()}"
    return rulebook().labels.get(pack, pack)


def _once(claims: list[Claim]) -> Iterator[Claim]:
    """The claims, each once; none without words, and none that another tells more wholly.

    "Slavery and human trafficking" names two things.
    """
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.end > claim.start:
            place = (claim.page, claim.start, claim.end, claim.topic, claim.stance)
            alike.setdefault(place, []).append(claim)
    for group in alike.values():
        group.sort(key=lambda claim: -len(claim.value.get("name", "")))
        for number, claim in enumerate(group):
            first = not any(_told(claim) == _told(one) for one in group[:number])
            if first and not any(_is_fuller(one, claim) for one in group):
                yield claim


def _told(claim: Claim) -> dict[str, str]:
    """What a claim tells; of a substance with its number whatever it is called: "Lead (Pb)"."""
    named = "cas" in claim.value
    return {key: value for key, value in claim.value.items() if key != "name" or not named}


# Trafficking stands beside slavery as a thing of its own; a form of forced labour is that labour.
_BESIDE = {("indicator", "trafficking")}


def _is_fuller(claim: Claim, other: Claim) -> bool:
    """Does a claim tell all that another one does, and more?

    What one rule tells of the same words is meant apart: "in Turkey and elsewhere in Asia".
    """
    if claim.rule == other.rule:
        return False
    more = claim.value.items() - other.value.items()
    return claim.value.items() > other.value.items() and not more <= _BESIDE


def _order(claim: Claim) -> tuple[object, ...]:
    return claim.page, claim.start, claim.end, claim.topic, tuple(sorted(claim.value.items()))
