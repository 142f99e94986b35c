"""From claim to flag and its key, the order of reading, and decisions."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.flags import (
    BEARING_NAMES,
    DECISION_NAMES,
    FAMILY_NAMES,
    MAX_REASON,
    REJECT_REASONS,
    STANCE_MEANINGS,
    STANCE_NAMES,
    TOPIC_NAMES,
    Bearing,
    DecisionKind,
    Family,
    Flag,
    Stance,
    Topic,
    decide,
    flag_place,
    flags_from,
    load,
    neighbours,
    rank,
    severe,
)
from portal.errors import Invalid
from tests.claims import SHA, Said


def flag(
    topic: Topic,
    stance: Stance,
    bearing: Bearing,
    quote: str = "words",
    **more: Any,  # any field of a flag
) -> Flag:
    made = Flag("k", 1, 0, len(quote), quote, topic, stance, bearing)
    return replace(made, key=str(more.get("start", quote)), **more)


def test_a_flag_carries_the_exact_words_of_its_place() -> None:
    text = "Ytan är fluorkarbonfri."
    (made,) = flags_from(SHA, ["", text], [Said(page=2, start=0, end=22)])
    assert made.quote == "Ytan är fluorkarbonfri"
    assert (made.page, made.topic, made.rule) == (2, Topic.CHEM_SUBSTANCE, "CS-1")


@pytest.mark.parametrize(
    "claim", [Said(page=0), Said(page=2), Said(start=4), Said(start=-1), Said(end=99)]
)
def test_a_claim_outside_its_page_is_refused(claim: Said) -> None:
    with pytest.raises(Invalid):
        flags_from(SHA, ["bly och bly"], [claim])


def test_equal_words_on_a_page_are_told_apart_and_repetitions_are_not() -> None:
    text = "DEHP 12 %\nDEHP 12 %\n"
    first, second = Said(0, 9), Said(10, 19)
    made = flags_from(SHA, [text], [second, first, first])
    assert [each.start for each in made] == [0, 10]
    assert made[0].key != made[1].key
    assert made == flags_from(SHA, [text], [first, second])


def test_another_reading_of_the_blanks_keeps_the_key() -> None:
    assert flag_place(SHA, 1, "CERT", "SA8000  no.\n2231") == flag_place(
        SHA, 1, "CERT", "SA8000 no. 2231"
    )


def test_the_key_tells_documents_pages_topics_and_words_apart() -> None:
    keys = {
        flag_place(SHA, 1, "CERT", "x"),
        flag_place("b" * 64, 1, "CERT", "x"),
        flag_place(SHA, 2, "CERT", "x"),
        flag_place(SHA, 1, "LAB.WAGE", "x"),
        flag_place(SHA, 1, "CERT", "y"),
        flag_place(SHA, 1, "CERT", "x", "1"),
    }
    assert len(keys) == 6


def test_a_fact_that_a_later_rule_adds_never_inherits_a_decision() -> None:
    row = "DEHP, DBP och BBP: ej påvisat"
    named = {name: Said(0, len(row), value={"name": name}) for name in ("dehp", "dbp", "bbp")}
    before = {each.key: each for each in flags_from(SHA, [row], [named["dehp"], named["dbp"]])}
    for each in flags_from(SHA, [row], [named["bbp"], named["dehp"], named["dbp"]]):
        assert each.key not in before or before[each.key].value == each.value


def test_a_fact_that_a_later_rule_adds_leaves_the_others_their_keys() -> None:
    row = "DEHP, DBP och BBP: ej påvisat"
    named = [Said(0, len(row), value={"name": name}) for name in ("dehp", "dbp", "bbp")]
    alone, all_three = flags_from(SHA, [row], named[:1]), flags_from(SHA, [row], named)
    assert alone[0] in all_three


def test_a_better_value_for_the_same_words_says_something_else_at_the_same_place() -> None:
    text = "Bly: < 2 mg/kg"
    (before,) = flags_from(SHA, [text], [Said(0, 14, value={"name": "bly"})])
    (after,) = flags_from(SHA, [text], [Said(0, 14, value={"cas": "7439-92-1"})])
    assert before.place == after.place
    assert before.said != after.said


def test_what_is_said_is_stance_and_value_alone() -> None:
    text = "Bly: < 2 mg/kg"
    claim = Said(0, 14, value={"name": "bly", "amount": "2"})
    (made,) = flags_from(SHA, [text], [claim])
    for other, same in (
        (replace(claim, value={"amount": "2", "name": "bly"}), True),
        (replace(claim, score=0.1, rule="CS-2", pack="chemicals-2", bearing="neutral"), True),
        (replace(claim, stance="denied"), False),
        (replace(claim, value={"name": "bly", "amount": "3"}), False),
    ):
        assert (flags_from(SHA, [text], [other])[0].said == made.said) is same


def test_what_is_told_beside_the_fact_opens_no_decision_again() -> None:
    text = "Sewers earn 250 taka a day"
    claim = Said(0, 26, topic="LAB.WAGE")
    (before,) = flags_from(SHA, [text], [claim])
    paid = {"wage": "250", "currency": "BDT", "per": "day"}
    (after,) = flags_from(SHA, [text], [replace(claim, value=paid)])
    assert (before.key, before.said) == (after.key, after.said)
    assert after.value == paid


def test_hours_that_were_told_of_a_week_and_are_of_a_month_are_looked_at_again() -> None:
    text = "100 hours of overtime a month"
    weekly = Said(0, 29, topic="LAB.HOURS", value={"hours_per_week": "100"})
    monthly = replace(weekly, value={"hours_per_month": "100"})
    (before,), (after,) = (flags_from(SHA, [text], [each]) for each in (weekly, monthly))
    assert before.place == after.place
    assert before.said != after.said


words = st.text("ab \n", min_size=1, max_size=30)


@given(text=words, data=st.data())
def test_the_same_claims_give_the_same_flags_in_any_order(text: str, data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(
        lambda span: span[0] < span[1]
    )
    topics = st.sampled_from(["CERT", "LAB.WAGE"])
    claims = data.draw(
        st.lists(
            st.builds(lambda span, topic: Said(span[0], span[1], topic), spans, topics), max_size=12
        )
    )
    shuffled = data.draw(st.permutations(claims))
    one, other = flags_from(SHA, [text], claims), flags_from(SHA, [text], shuffled)
    assert [each.key for each in one] == [each.key for each in other]
    assert len({each.key for each in one}) == len(one) == len(set(claims_of(claims)))


def claims_of(claims: list[Said]) -> list[tuple[int, int, str]]:
    return [(claim.start, claim.end, claim.topic) for claim in claims]


AFFIRMED, RISK = Stance.AFFIRMED, Bearing.RISK


@pytest.mark.parametrize(
    ("topic", "stance", "bearing", "quote", "expected"),
    [
        (Topic.LAB_FORCED, AFFIRMED, RISK, "the agency keeps the passports", True),
        (Topic.LAB_FORCED, Stance.REQUIRED, RISK, "pass lämnas till kontoret", True),
        (Topic.LAB_FORCED, Stance.HEDGED, RISK, "risk of forced labour", False),
        (Topic.LAB_FORCED, Stance.REQUIRED, Bearing.SUPPORT, "forced labour is forbidden", False),
        (Topic.LAB_CHILD, AFFIRMED, RISK, "two workers were 13", True),
        (Topic.LAB_CHILD, Stance.DENIED, RISK, "age records missing", False),
        (Topic.LAB_SAFETY, AFFIRMED, RISK, "Two of five emergency exits were locked", True),
        (Topic.LAB_SAFETY, AFFIRMED, RISK, "Nödutgången på plan 2 var låst", True),
        (Topic.LAB_SAFETY, AFFIRMED, RISK, "Ett dödsfall 2024", True),
        (Topic.LAB_SAFETY, AFFIRMED, RISK, "fire doors in hostel B are locked at night", True),
        (Topic.LAB_SAFETY, AFFIRMED, RISK, "the collapsible chair broke", False),
        (Topic.LAB_SAFETY, Stance.DENIED, RISK, "Lokalen saknar nödutgång", True),
        (Topic.LAB_SAFETY, AFFIRMED, RISK, "The first aid kit was empty", False),
        (Topic.LAB_SAFETY, Stance.DENIED, Bearing.SUPPORT, "no fatalities in 2024", False),
        (Topic.LAB_HOURS, AFFIRMED, RISK, "72 hours per week", False),
    ],
)
def test_what_is_severe(
    topic: Topic, stance: Stance, bearing: Bearing, quote: str, expected: object
) -> None:
    assert severe(flag(topic, stance, bearing, quote)) is expected


def test_flags_whose_scores_are_all_but_the_same_are_read_as_they_stand() -> None:
    above = replace(flag(Topic.CERT, AFFIRMED, RISK, "SA8000", score=0.991), start=10)
    below = replace(flag(Topic.CERT, AFFIRMED, RISK, "BSCI", score=0.993), start=90)
    assert sorted((below, above), key=rank) == [above, below]


def test_reading_goes_from_severe_to_risk_to_hedged_to_score() -> None:
    kept = flag(Topic.LAB_FORCED, AFFIRMED, RISK, "passports kept", score=0.2)
    over = flag(Topic.LAB_HOURS, AFFIRMED, RISK, "72 hours", score=0.9)
    perhaps = flag(Topic.CHEM_GROUP, Stance.HEDGED, Bearing.NEUTRAL, "may", score=0.1)
    sure = flag(Topic.CERT, AFFIRMED, Bearing.SUPPORT, "SA8000", score=0.9)
    faint = flag(Topic.CERT, AFFIRMED, Bearing.SUPPORT, "GOTS", score=0.4)
    order = [kept, over, perhaps, sure, faint]
    assert sorted([faint, over, sure, kept, perhaps], key=rank) == order


def test_one_severe_flag_outweighs_any_number_of_others() -> None:
    kept = flag(Topic.LAB_FORCED, AFFIRMED, RISK, "passports kept")
    over = flag(Topic.LAB_HOURS, AFFIRMED, RISK, "72 hours")
    heavy, light = load([kept]), load([over] * 50)
    assert sorted([light, heavy], key=lambda each: each.rank) == [heavy, light]
    assert (heavy.severe, heavy.risk, heavy.open) == (1, 1, 1)
    assert light.families == {Family.LAB: 50}
    assert load([]).open == 0


def test_neighbours_name_the_same_thing_or_stand_close() -> None:
    lead = {"cas": "7439-92-1"}
    here = flag(Topic.CHEM_SUBSTANCE, AFFIRMED, RISK, start=0, end=20, value=lead)
    far = replace(here, key="far", page=9, stance=Stance.DENIED)
    close = replace(here, key="close", start=60, end=80, value={"name": "x"})
    distant = replace(close, key="distant", start=900, end=950)
    other = replace(here, key="other", topic=Topic.LAB_WAGE, start=25, end=40)
    assert [each.key for each in neighbours(here, [far, here, close, distant, other])] == [
        "close",
        "far",
    ]


def test_two_sites_in_one_country_are_two_facts() -> None:
    one = flag(
        Topic.ORIGIN_SITE, AFFIRMED, RISK, "A", start=0, value={"site": "A", "country": "VN"}
    )
    two = replace(one, key="two", page=3, value={"site": "B", "country": "VN"})
    country = replace(one, key="c", page=4, topic=Topic.ORIGIN_COUNTRY, value={"country": "VN"})
    assert neighbours(one, [two, country]) == (country,)


def test_a_rejection_says_why() -> None:
    assert decide("confirmed").kind == DecisionKind.CONFIRMED
    assert decide("rejected", "  Not  ours ").reason == "Not ours"
    for kind, reason in (("rejected", " \n"), ("sure", "x"), ("unsure", "x" * (MAX_REASON + 1))):
        with pytest.raises(Invalid):
            decide(kind, reason)


def test_everything_shown_has_a_name() -> None:
    assert set(TOPIC_NAMES) == set(Topic)
    assert set(STANCE_NAMES) == set(STANCE_MEANINGS) == set(Stance)
    assert set(BEARING_NAMES) == set(Bearing)
    assert set(FAMILY_NAMES) == set(Family) == {topic.family for topic in Topic}
    assert set(DECISION_NAMES) == set(DecisionKind)
    assert all(decide("rejected", reason) for reason in REJECT_REASONS)
