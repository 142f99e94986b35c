"""Correcting a flag, and which decision stands for which flag."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.flags import (
    KEYS,
    Bearing,
    Correction,
    Decision,
    DecisionKind,
    Flag,
    Stance,
    Topic,
    Written,
    correct,
    correction,
    decide,
    flag_place,
    flags_from,
    standing,
)
from portal.errors import Invalid
from tests.claims import SHA, TEXT, Said


def flag(**said: Any) -> Flag:
    (made,) = flags_from(SHA, [TEXT], [Said(0, 15, **said)])
    return made


LEAD = flag(value={"name": "bly"})


def written(one: Flag = LEAD, **otherwise: Any) -> Written:
    """The form as it is filled in for a flag, with what a person changes."""
    given: dict[str, Any] = {"topic": one.topic, "stance": one.stance, "bearing": one.bearing}
    given |= {"value": one.value} | otherwise
    return Written(**({"fields_of": given["topic"]} | given))


def test_a_correction_is_what_the_person_says() -> None:
    made = correct(
        LEAD, SHA, TEXT, written(stance="denied", bearing="support", value={"name": "krom"})
    )
    assert (made.topic, made.stance, made.bearing) == (
        Topic.CHEM_SUBSTANCE,
        Stance.DENIED,
        Bearing.SUPPORT,
    )
    assert made.value == {"name": "krom"}
    assert made.place == LEAD.place
    assert not made.names(LEAD.topic, LEAD.value)


def test_another_topic_has_another_place() -> None:
    made = correct(LEAD, SHA, TEXT, written(topic="CHEM.GROUP", value={"group": "heavy_metals"}))
    assert made.place == flag_place(SHA, 1, "CHEM.GROUP", LEAD.quote)
    read_so = flag(topic="CHEM.GROUP", value={"group": "heavy_metals"})
    assert (made.place, made.said) == (read_so.place, read_so.said)


def test_a_flag_that_is_right_is_confirmed_and_not_corrected() -> None:
    with pytest.raises(Invalid) as refused:
        correct(LEAD, SHA, TEXT, written())
    assert "confirm the flag" in refused.value.sentence
    # Written otherwise, but the same.
    share = flag(value={"pct_max": "0.5"})
    with pytest.raises(Invalid):
        correct(share, SHA, TEXT, written(share, value={"pct_max": " 0,5 % "}))


def test_what_the_program_could_not_have_written_is_corrected_by_saving() -> None:
    wrong = flag(value={"cas": "1-2-3", "name": "bly"})
    assert correct(wrong, SHA, TEXT, written(wrong, value={"name": "bly"})).value == {"name": "bly"}


def test_what_is_told_beside_the_fact_stays_beside_it() -> None:
    paid = flag(topic="LAB.HOURS", value={"hours_per_week": "60", "days_per_week": "6"})
    made = correct(paid, SHA, TEXT, written(paid, value={"hours_per_week": "48"}))
    assert made.value == {"hours_per_week": "48", "days_per_week": "6"}
    assert correct(paid, SHA, TEXT, written(paid, topic="LAB.WAGE", value={})).value == {}
    with pytest.raises(Invalid):
        correct(paid, SHA, TEXT, written(paid))


def test_other_words_are_found_again_from_the_flag_s_own() -> None:
    made = correct(LEAD, SHA, TEXT, written(shift=(8, 7)))
    assert made.words is not None
    assert made.words.span(TEXT, (0, 15)) == (8, 22)
    assert made.place == flag_place(SHA, 1, "CHEM.SUBSTANCE", TEXT[8:22])
    # Another reading has more before them, or other words there.
    assert made.words.span("och " + TEXT, (4, 19)) == (12, 26)
    assert made.words.span(TEXT.upper(), (0, 15)) is None
    assert made.words.span("bly", (0, 3)) is None
    # None of the paper's words are kept.
    assert "kadmium" not in str(made.kept())
    assert correction(made.kept()) == made


@pytest.mark.parametrize("shift", [(16, 4), (0, 1), (0, 84), (9, -6), (-3, 0)])
def test_words_elsewhere_or_none_are_told(shift: tuple[int, int]) -> None:
    with pytest.raises(Invalid) as refused:
        correct(LEAD, SHA, TEXT, written(shift=shift, stance="denied"))
    assert set(refused.value.fields) == {"words"}


def test_the_flag_s_own_words_are_no_change() -> None:
    with pytest.raises(Invalid):
        correct(LEAD, SHA, TEXT, written(shift=(0, 0)))


def test_what_is_not_chosen_is_told() -> None:
    for name in ("topic", "stance", "bearing"):
        nonsense: dict[str, Any] = {name: "nonsense"}
        with pytest.raises(Invalid) as refused:
            correct(LEAD, SHA, TEXT, written(**nonsense))
        assert set(refused.value.fields) == {name}
    with pytest.raises(Invalid) as refused:
        correct(LEAD, SHA, TEXT, written(stance="", bearing="", value={"cas": "x"}))
    assert set(refused.value.fields) == {"stance", "bearing", "cas"}


def test_fields_that_nobody_was_shown_are_shown_first() -> None:
    with pytest.raises(Invalid) as refused:
        correct(LEAD, SHA, TEXT, written(topic="LAB.HOURS", fields_of="CHEM.SUBSTANCE"))
    assert set(refused.value.fields) == {"topic"}
    # A topic without fields has nothing to show.
    made = correct(LEAD, SHA, TEXT, written(topic="LAB.WAGE", fields_of="CHEM.SUBSTANCE"))
    assert made.value == {}


def test_a_correction_is_not_among_what_can_be_pressed() -> None:
    with pytest.raises(Invalid):
        decide("corrected")
    made = correct(LEAD, SHA, TEXT, written(stance="denied"))
    assert Decision.corrected(made) == Decision(DecisionKind.CORRECTED, "", made)


corrections = st.builds(
    lambda topic, stance, bearing, value: Correction(
        topic,
        stance,
        bearing,
        {key: word for key, word in value.items() if key in KEYS[topic]},
        "p",
    ),
    st.sampled_from(Topic),
    st.sampled_from(Stance),
    st.sampled_from(Bearing),
    st.dictionaries(st.sampled_from(["cas", "country", "age"]), st.text(min_size=1)),
)


@given(corrections)
def test_a_correction_is_read_as_it_was_kept(made: Correction) -> None:
    assert correction(made.kept()) == made
    assert made.kept()["said"] == made.said


@dataclass(frozen=True)
class Made:
    """A decision on a flag."""

    key: str
    place: str
    said: str
    topic: str
    page: int
    start: int
    end: int
    correction: dict[str, Any] | None = None


def on(one: Flag, **otherwise: Any) -> Made:
    """A decision on a flag; a correction, where something is said otherwise."""
    says = correct(one, SHA, TEXT, written(one, **otherwise)).kept() if otherwise else None
    at = (one.topic, one.page, one.start, one.end)
    return Made(one.key, one.place, one.said, *at, says)


def test_a_correction_stands_however_the_thing_is_read_anew() -> None:
    made = on(LEAD, stance="denied")
    for again in (
        LEAD,
        flag(value={"name": "bly", "amount": "2", "unit": "ppm"}),
        flag(value={"name": "bly"}, stance="hedged"),
    ):
        assert standing([again], [made]) == {again.key: made}


def test_a_correction_stands_for_a_flag_that_comes_to_say_the_same() -> None:
    thing = on(LEAD, value={"name": "kadmium"})
    agreed = flag(value={"name": "kadmium"})
    assert standing([agreed], [thing]) == {agreed.key: thing}
    topic = on(LEAD, topic="CHEM.GROUP", value={"group": "heavy_metals"})
    agreed = flag(topic="CHEM.GROUP", value={"group": "heavy_metals"})
    assert standing([agreed], [topic]) == {agreed.key: topic}


def test_a_correction_does_not_stand_for_another_thing() -> None:
    made = on(LEAD, value={"name": "kadmium"})
    other = flag(value={"name": "krom"})
    assert standing([other], [made]) == {}


def test_a_decision_of_its_own_goes_before_a_correction_that_agrees() -> None:
    agreed = flag(value={"name": "kadmium"})
    corrected, own = on(LEAD, value={"name": "kadmium"}), on(agreed)
    for made in ([corrected, own], [own, corrected]):
        assert standing([LEAD, agreed], made) == {LEAD.key: corrected, agreed.key: own}


spans = st.tuples(st.integers(0, 10), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1]))
runs = st.lists(
    st.builds(
        lambda span, stance, name, topic: Said(
            span[0], span[1], topic=topic, stance=stance, value={"name": name}
        ),
        spans,
        st.sampled_from(["affirmed", "denied"]),
        st.sampled_from(["bly", "krom"]),
        st.sampled_from(["CHEM.SUBSTANCE", "CERT"]),
    ),
    max_size=8,
).map(lambda claims: flags_from(SHA, [TEXT], claims))


@given(before=runs, after=runs, corrected=st.booleans())
def test_what_was_decided_stands_for_the_same_again_and_once_for_each(
    before: Sequence[Flag], after: Sequence[Flag], *, corrected: bool
) -> None:
    made = [on(one, bearing="neutral") if corrected else on(one) for one in before]
    assert standing(before, made) == {one.key: each for one, each in zip(before, made, strict=True)}
    stands = standing(after, made)
    by_key = {one.key: one for one in after}
    assert stands.keys() <= by_key.keys()
    for key, each in stands.items():
        one = by_key[key]
        same = (each.place, each.said) == (one.place, one.said)
        assert same or (corrected and each.key == one.key)


def test_an_old_decision_stands_for_whatever_its_words_say() -> None:
    made = replace(on(LEAD), said="")
    again = flag(value={"name": "krom"}, stance="denied")
    assert standing([again], [made]) == {again.key: made}
