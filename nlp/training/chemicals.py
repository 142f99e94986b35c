"""Names of chemicals in running text, learnt by a spaCy pipeline: optional and not shipped.

`python -m nlp.train chemicals DIR --out FOLDER` learns from `train.tsv` of BC5CDR and is tried on
`devel.tsv`, of which nothing is learnt. The pipeline in FOLDER is used where it is named; see
`nlp.recogniser`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from nlp.looks import COMPONENT, listed, look
from nlp.recogniser import LABEL, seal
from nlp.training.material import MaterialError

LEARNT, TRIED = "train.tsv", "devel.tsv"
_BATCH, _DROP, _RATE = 16, 0.2, 0.001
_WARM = 200  # steps over which the rate rises, or a tenth of all where those are few
_ATTRIBUTES = {
    "NORM": 5000, "PREFIX": 500, "SUFFIX": 2000, "SHAPE": 1000, "TAG": 100, "LEMMA": 5000,
    "DEP": 4000,
}  # fmt: skip
_WIDTH, _DEPTH = 96, 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens and the names among them, as [first, last) tokens."""

    words: tuple[str, ...]
    names: frozenset[tuple[int, int]]


def read(path: Path) -> list[Sentence]:
    """Sentences of a file of tokens and tags, a blank line between. Raises `MaterialError`."""
    try:
        blocks = path.read_text("utf-8").split("\n\n")
        rows = [[line.split("\t") for line in one.splitlines() if line] for one in blocks]
        return [
            Sentence(tuple(word for word, _ in one), frozenset(_names([tag for _, tag in one])))
            for one in rows
            if one
        ]
    except (OSError, ValueError) as error:
        raise MaterialError(f"{path.name} is no file of tokens and tags: {error}") from error


def _names(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I"):
            yield start, at
            start = None
        if tag.startswith("B"):
            start = at


def learn(folder: Path, out: Path, *, epochs: int, seed: int = 0) -> Iterator[str]:
    """Learn, write the pipeline, and tell how the names of the other file were found."""
    known, unseen = read(folder / LEARNT), read(folder / TRIED)
    pipeline = _fitted(known, epochs=epochs, seed=seed)
    pipeline.to_disk(out)
    seal(out)
    docs = [look(Doc(pipeline.vocab, words=list(one.words))) for one in unseen]
    said = [
        frozenset((name.start, name.end) for name in doc.ents)
        for doc in _recogniser(pipeline).pipe(docs, batch_size=256)
    ]
    yield f"learnt from {len(known)} sentences, written to {out}; tried on {len(unseen)} others:"
    yield strict(said, unseen, name="with the component")
    default = [frozenset(_names(listed(one.words))) for one in unseen]
    yield strict(default, unseen, name="by the packs alone")


def strict(
    said: Sequence[frozenset[tuple[int, int]]], true: Sequence[Sentence], *, name: str
) -> str:
    """Precision, recall and F1 of names found with exactly their tokens."""
    right = sum(len(a & b.names) for a, b in zip(said, true, strict=True))
    found, wanted = sum(map(len, said)), sum(len(one.names) for one in true)
    precision, recall = right / max(1, found), right / max(1, wanted)
    f1 = 2 * right / max(1, found + wanted)
    return f"  {name:22}P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def _fitted(known: Sequence[Sentence], *, epochs: int, seed: int) -> Language:
    fix_random_seed(seed)
    order = random.Random(seed)  # noqa: S311 # an order of sentences, no secret
    pipeline = _blank()
    examples = [_example(pipeline, one) for one in known]
    pipeline.initialize(lambda: examples[:200])
    optimizer = Adam(_RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    steps = epochs * (len(examples) // _BATCH + 1)
    step, warm = 0, min(_WARM, steps // 10 + 1)
    for _ in range(epochs):
        order.shuffle(examples)
        for first in range(0, len(examples), _BATCH):
            batch = examples[first : first + _BATCH]
            step += 1
            optimizer.learn_rate = _RATE * min(1, step / warm) * max(0.05, 1 - step / steps)
            pipeline.update(batch, sgd=optimizer, drop=_DROP)
    with pipeline.use_params(optimizer.averages):
        return pipeline.from_bytes(pipeline.to_bytes())


def _blank() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe(COMPONENT)
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner",
        "extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2, "use_upper": True,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2", "width": _WIDTH,
                "attrs": list(_ATTRIBUTES), "rows": list(_ATTRIBUTES.values()),
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": _WIDTH,
                "depth": _DEPTH, "window_size": 1, "maxout_pieces": 3,
            },
        },
    }  # fmt: skip
    pipeline.add_pipe("ner", config={"model": model})
    _recogniser(pipeline).add_label(LABEL)
    return pipeline


def _recogniser(pipeline: Language) -> TrainablePipe:
    found = pipeline.get_pipe("ner")
    if not isinstance(found, TrainablePipe):
        raise TypeError("the pipeline's ner cannot be trained")
    return found


def _example(pipeline: Language, sentence: Sentence) -> Example:
    words = list(sentence.words)
    told = Doc(pipeline.vocab, words=words)
    told.set_ents([Span(told, first, last, LABEL) for first, last in sorted(sentence.names)])
    return Example(look(Doc(pipeline.vocab, words=words)), told)
