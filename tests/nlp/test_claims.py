"""The public face: claims with exact offsets, the same each time."""

from __future__ import annotations

from datetime import date

import nlp

TODAY = date(2025, 6, 1)


def test_a_claim_quotes_the_page_at_its_offsets() -> None:
    page = "Om varan.\nFodret innehåller inga ftalater. Väskan sys i Portugal.\n"
    claims = nlp.find_claims(["", page], today=TODAY)
    quotes = [(claim.page, page[claim.start : claim.end], claim.stance) for claim in claims]
    assert quotes == [
        (2, "Fodret innehåller inga ftalater", "denied"),
        (2, "Väskan sys i Portugal", "affirmed"),
    ]


def test_version_names_engine_packs_and_model() -> None:
    engine, _, made_of = nlp.VERSION.partition("+")
    packs, _, model = made_of.partition(".")
    assert engine.count(".") == 2
    assert (len(packs), len(model)) == (12, 8)
