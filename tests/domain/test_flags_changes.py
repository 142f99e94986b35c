"""What differs between two runs, and which decisions are to be looked at again."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from portal.domain.flags import Flag, How, changes, flags_from, to_look_at_again
from tests.claims import SHA, TEXT, Said

spans = st.tuples(st.integers(0, 10), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1]))
said = st.builds(
    lambda span, stance, bearing, name, amount, topic: Said(
        span[0],
        span[1],
        topic,
        {"name": name, "amount": amount},
        stance=stance,
        bearing=bearing,
    ),
    spans,
    st.sampled_from(["affirmed", "denied"]),
    st.sampled_from(["risk", "support"]),
    st.sampled_from(["bly", "krom"]),
    st.sampled_from(["1", "2"]),
    st.sampled_from(["CHEM.SUBSTANCE", "CERT"]),
)
runs = st.lists(said, max_size=8).map(lambda claims: flags_from(SHA, [TEXT], claims))


def told(flags: Sequence[Flag]) -> set[tuple[str, str, str]]:
    return {(flag.place, flag.said, flag.bearing) for flag in flags}


@given(before=runs, after=runs)
def test_every_statement_is_the_same_or_is_told_of_once(
    before: tuple[Flag, ...], after: tuple[Flag, ...]
) -> None:
    found = changes(before, after)
    gone = [change.before for change in found if change.before is not None]
    come = [change.after for change in found if change.after is not None]
    same = told(before) & told(after)
    assert {flag.key for flag in before if (flag.place, flag.said, flag.bearing) not in same} == {
        flag.key for flag in gone
    }
    assert {flag.key for flag in after if (flag.place, flag.said, flag.bearing) not in same} == {
        flag.key for flag in come
    }
    assert len(gone) == len({flag.key for flag in gone})
    assert len(come) == len({flag.key for flag in come})
    for change in found:
        assert (change.before is None, change.after is None) == {
            How.NEW: (True, False),
            How.GONE: (False, True),
            How.CHANGED: (False, False),
        }[change.how]


@given(run=runs)
def test_a_run_differs_in_nothing_from_itself(run: tuple[Flag, ...]) -> None:
    assert changes(run, tuple(reversed(run))) == ()


@given(decided=runs, flags=runs)
def test_a_decision_is_looked_at_again_once_and_only_without_its_own_flag(
    decided: tuple[Flag, ...], flags: tuple[Flag, ...]
) -> None:
    again = to_look_at_again(flags, decided)
    standing = {(each.place, each.said) for each in decided}
    words = {(flag.place, flag.said) for flag in flags}
    by_key = {flag.key: flag for flag in flags}
    for key, decision in again.items():
        assert (by_key[key].place, by_key[key].said) not in standing
        assert (decision.place, decision.said) not in words
        assert by_key[key].topic == decision.topic
    assert len({id(decision) for decision in again.values()}) == len(again)


def test_words_that_overlap_are_one_statement_that_has_changed() -> None:
    before = flags_from(SHA, [TEXT], [Said(0, 15, value={"name": "bly"})])
    after = flags_from(SHA, [TEXT], [Said(8, 15, value={"name": "kadmium"})])
    (change,) = changes(before, after)
    assert change.how == How.CHANGED


def test_a_new_bearing_is_a_change_and_no_reason_to_decide_again() -> None:
    (before,) = flags_from(SHA, [TEXT], [Said(0, 3, bearing="support")])
    (after,) = flags_from(SHA, [TEXT], [Said(0, 3)])
    assert [change.how for change in changes([before], [after])] == [How.CHANGED]
    assert to_look_at_again([after], [before]) == {}
