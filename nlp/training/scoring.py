"""The command that learns the shipped score: `python -m nlp.train score DIR …`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from nlp.claims import Claim
from nlp.measuring import calibration, gold
from nlp.measuring.gold import Document
from nlp.measuring.pairing import Pair, Tally, paired
from nlp.pages import Page
from nlp.pipeline import read_pages
from nlp.scoring import believed
from nlp.scoring import model as files
from nlp.scoring.model import Model
from nlp.scoring.sentences import Numbers
from nlp.training import opinions, scores
from nlp.training.material import gathered


def learn(
    folders: Sequence[Path],
    *,
    wordings: Sequence[Path] = (),
    lines: Sequence[Path] = (),
    day: date,
    out: Path,
) -> Iterator[str]:
    """Learn from the labelled documents of folders; write arrays and manifest; tell figures.

    Those of `wordings` teach what words tell a topic, those of `lines` what a statement tells that
    stands by itself; neither is a measure of how often flags are right.
    """
    documents = {folder: list(gold.read(folder)) for folder in (*folders, *wordings, *lines)}
    every = [one for folder in folders for one in documents[folder]]
    material = gathered(every)
    beside = gathered(one for folder in wordings for one in documents[folder])
    lone = gathered(one for folder in lines for one in documents[folder])
    parts = scores.parts_of(material, beside, lone)
    told_of = [*material, *beside, *lone]
    sayings = opinions.parts_of(told_of)
    figures = {**dict(measured(parts, every)), **dict(opinions.measured(sayings))}
    opinion = opinions.fitted(told_of, sayings)
    manifest = {
        "made": day.isoformat(),
        "by": "python -m nlp.train score",
        "from": [_source(folder, found) for folder, found in documents.items()],
        "figures on documents not learnt from": figures,
    }
    files.write(scores.fitted(material, [*beside, *lone], parts, opinion), manifest, out)
    yield from (f"{name:52}{value:8.4f}" for name, value in figures.items())


def _source(folder: Path, documents: list[Document]) -> dict[str, object]:
    marks = sorted((*folder.glob("*.txt"), *folder.glob("*.json")))
    whole = hashlib.sha256(b"".join(path.read_bytes() for path in marks)).hexdigest()
    claims = sum(len(document.claims) for document in documents)
    return {"set": folder.name, "documents": len(documents), "claims": claims, "sha256": whole}


def measured(
    parts: Sequence[scores.Part], documents: Sequence[Document]
) -> Iterator[tuple[str, float]]:
    """Figures of flags and of sentences, each by a model that has not seen their documents."""
    found, right, heard, topics = [], [], [], []
    ruled, whole = Tally(), Tally()
    silent = opinions.silent()
    for number, part in enumerate(parts):
        others = scores.weighed([*parts[:number], *parts[number + 1 :]])
        model = Model(part.heads, dict(part.records), *others, silent)
        found.append(scores.scores_of(model, part.rows))
        right.append(part.rows.right)
        for page in part.own:
            heard.append((1 / (1 + np.exp(-model.heads.margins(page.heard)))).ravel())
            topics.append(page.labels.ravel())
        names = {page.document for page in part.own}
        for document in (one for one in documents if one.id in names):
            ruled.pairs.extend(_paired(document, None))
            whole.pairs.extend(_paired(document, model))
    flags = np.concatenate(found), np.concatenate(right)
    yield "flags", float(len(flags[0]))
    yield "flags that are right, share", float(flags[1].mean())
    yield from _errors("flags", *flags)
    yield "right flags scored above wrong ones, share (AUC)", _above(*flags)
    yield from _errors("sentences and topics", np.concatenate(heard), np.concatenate(topics))
    for name, tally in (("rules alone", ruled), ("rules and what is heard", whole)):
        yield f"F1 of claims, {name}", round(tally.f1, 4)


def _paired(document: Document, model: Model | None) -> list[Pair]:
    """A document's claims beside those of the rules alone, or of rules and a model."""
    read = read_pages(document.pages, today=document.today, kind=document.kind, model=model)
    return paired(document, [claim for page in read for claim in _claims(page, model)])


def _claims(page: Page, model: Model | None) -> Iterator[Claim]:
    if model is None or page.margins is None:
        return (ground.claim for ground in page.grounds)
    return believed(page.grounds, page.margins, page.spots, model)


def _errors(name: str, found: Numbers, right: Numbers) -> Iterator[tuple[str, float]]:
    even, apt = calibration.even_edges(), calibration.adaptive_edges(found)
    for kind, edges in (("even bins", even), ("bins of one size", apt)):
        error = calibration.error(calibration.binned(found, right, edges))
        yield f"calibration error of {name}, {kind}", round(float(error), 4)


def _above(found: Numbers, right: Numbers) -> float:
    """How often a right one is scored above a wrong one; ties count half."""
    order = np.sort(found[right == 0])
    below = np.searchsorted(order, found[right == 1], side="left")
    tied = np.searchsorted(order, found[right == 1], side="right") - below
    return round(float((below + tied / 2).mean() / max(1, len(order))), 4)
