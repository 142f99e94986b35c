"""Due days, and the reminders' contract over any pattern of outages."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.assessment import WITH_SUPPLIER, AssessmentState
from portal.domain.deadlines import (
    REMINDER_OFFSETS,
    Distance,
    Reminder,
    ReminderState,
    Round,
    day_in_sweden,
    default_due_day,
    distance,
    end_of_day,
    is_working_day,
    next_working_day,
    plan_reminders,
    reminder_due,
    replan_reminders,
    settle_due_day,
)
from portal.errors import Invalid

DUE = date(2026, 12, 18)
SENT_AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
OPEN = AssessmentState.IN_PROGRESS


def moment(day: int, hour: int = 12, month: int = 12) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def stamp(rows: tuple[Reminder, ...], step: Round) -> tuple[Reminder, ...]:
    """What the service does with a round, before any mail is made."""

    def after(row: Reminder) -> Reminder:
        if row == step.send:
            return replace(row, state=ReminderState.SENT)
        return replace(row, state=ReminderState.SKIPPED) if row in step.skip else row

    return tuple(after(row) for row in rows)


@pytest.mark.parametrize(
    ("wanted", "settled"),
    [
        (date(2026, 12, 18), date(2026, 12, 18)),  # a Friday
        (date(2026, 12, 19), date(2026, 12, 21)),  # a Saturday
        (date(2026, 12, 24), date(2026, 12, 28)),  # Christmas Eve, a Thursday
        (date(2026, 12, 31), date(2027, 1, 4)),  # New Year's Eve, over the year
        (date(2026, 6, 19), date(2026, 6, 22)),  # Midsummer Eve
        (date(2027, 3, 26), date(2027, 3, 30)),  # Good Friday to Easter Monday
        (date(2028, 6, 6), date(2028, 6, 7)),  # the National Day, a Tuesday
    ],
)
def test_no_deadline_on_a_free_day(wanted: date, settled: date) -> None:
    assert next_working_day(wanted) == settled


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_the_next_working_day_is_one_and_the_first(day: date) -> None:
    found = next_working_day(day)
    assert is_working_day(found)
    assert not any(is_working_day(day + timedelta(n)) for n in range((found - day).days))


def test_a_wish_for_today_or_yesterday_is_refused() -> None:
    assert settle_due_day(date(2026, 12, 19), today=date(2026, 11, 22)) == date(2026, 12, 21)
    with pytest.raises(Invalid) as refused:
        settle_due_day(date(2026, 11, 22), today=date(2026, 11, 22))
    assert set(refused.value.fields) == {"due_on"}


def test_four_weeks_are_suggested() -> None:
    assert default_due_day(date(2026, 11, 20)) == DUE
    assert default_due_day(date(2026, 11, 26)) == date(2026, 12, 28)


def test_a_due_day_ends_at_midnight_in_sweden_in_winter_and_summer() -> None:
    assert end_of_day(date(2026, 12, 18)) == datetime(2026, 12, 18, 22, 59, 59, tzinfo=UTC)
    assert end_of_day(date(2026, 6, 17)) == datetime(2026, 6, 17, 21, 59, 59, tzinfo=UTC)


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_the_end_of_a_day_is_that_day_and_a_second_later_the_next(day: date) -> None:
    assert day_in_sweden(end_of_day(day)) == day
    assert day_in_sweden(end_of_day(day) + timedelta(seconds=1)) == day + timedelta(days=1)


def test_reminders_go_in_the_morning_as_in_sweden() -> None:
    rows = plan_reminders(DUE, SENT_AT)
    assert [row.offset for row in rows] == list(REMINDER_OFFSETS)
    assert rows[0].at == datetime(2026, 12, 4, 7, 0, tzinfo=UTC)
    assert plan_reminders(date(2026, 6, 17), SENT_AT - timedelta(days=300))[2].at == datetime(
        2026, 6, 15, 6, 0, tzinfo=UTC
    )


def test_what_was_asked_late_is_not_reminded_of_at_once() -> None:
    assert [row.offset for row in plan_reminders(DUE, moment(12))] == [-2, 1, 7]


def test_several_passed_send_only_the_nearest() -> None:
    step = reminder_due(plan_reminders(DUE, SENT_AT), OPEN, moment(17))
    assert step.send is not None
    assert step.send.offset == -2
    assert [row.offset for row in step.skip] == [-14, -7]


@pytest.mark.parametrize(
    "state",
    [
        AssessmentState.SUBMITTED,
        AssessmentState.ACCEPTED,
        AssessmentState.ASSESSED,
        AssessmentState.WITHDRAWN,
    ],
)
def test_nobody_is_reminded_of_what_is_done(state: AssessmentState) -> None:
    step = reminder_due(plan_reminders(DUE, SENT_AT), state, moment(31))
    assert step.send is None
    assert len(step.skip) == len(REMINDER_OFFSETS)


def test_a_later_due_day_keeps_what_was_sent_and_plans_the_rest_anew() -> None:
    cancelled = ReminderState.CANCELLED
    rows = plan_reminders(DUE, SENT_AT)
    rows = stamp(rows, reminder_due(rows, OPEN, moment(5)))
    moved = replan_reminders(rows, date(2027, 1, 15), moment(6))
    assert {row.offset for row in moved if row.state == cancelled} == {-7, -2, 1, 7}
    assert [(row.due_on, row.offset, row.state) for row in moved if row.state != cancelled] == [
        (DUE, -14, ReminderState.SENT),
        *((date(2027, 1, 15), offset, ReminderState.WAITING) for offset in REMINDER_OFFSETS),
    ]


def test_a_due_day_that_is_changed_back_sends_nothing_twice() -> None:
    rows = plan_reminders(DUE, SENT_AT)
    rows = stamp(rows, reminder_due(rows, OPEN, moment(5)))
    there = replan_reminders(rows, date(2027, 1, 15), moment(6))
    back = replan_reminders(there, DUE, moment(6, 13))
    assert [(row.offset, row.state) for row in back if row.due_on == DUE] == [
        (-14, ReminderState.SENT),
        *((offset, ReminderState.WAITING) for offset in (-7, -2, 1, 7)),
    ]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (moment(22, month=11), Distance(26, "left")),
        (moment(17, 23), Distance(0, "today")),  # past midnight in Sweden
        (moment(18, 22), Distance(0, "today")),
        (moment(18, 23), Distance(1, "late")),
        (moment(21), Distance(3, "late")),
    ],
)
def test_the_distance_counts_days_as_in_sweden(now: datetime, expected: Distance) -> None:
    assert distance(DUE, now) == expected


hours = st.integers(-24, 24 * 60).map(lambda n: SENT_AT + timedelta(hours=n))


@given(
    ticks=st.lists(hours, max_size=40).map(sorted),
    done=hours,
    offsets=st.sets(st.integers(-30, 30), max_size=8),
)
def test_over_any_outage_each_goes_at_most_once_and_one_at_least(
    ticks: list[datetime], done: datetime, offsets: set[int]
) -> None:
    rows = planned = plan_reminders(DUE, SENT_AT, offsets)
    sent: list[tuple[datetime, int]] = []
    for now in ticks:
        state = OPEN if now < done else AssessmentState.SUBMITTED
        step = reminder_due(rows, state, now)
        if step.send is not None:
            assert state in WITH_SUPPLIER
            assert step.send.at <= now
            assert all(row.at <= step.send.at for row in step.skip)
            sent.append((now, step.send.offset))
        rows = stamp(rows, step)
        assert reminder_due(rows, state, now) == Round(None, ())
    assert len({offset for _, offset in sent}) == len(sent)
    awake = [now for now in ticks if now < done]
    if awake and any(row.at <= awake[-1] for row in planned):
        assert sent


due_days = st.dates(date(2026, 11, 25), date(2027, 3, 1)).map(next_working_day)


@given(
    changes=st.lists(st.tuples(hours, st.none() | due_days), max_size=30).map(
        lambda found: sorted(found, key=lambda change: change[0])
    )
)
def test_no_change_of_the_due_day_sends_a_reminder_twice(
    changes: list[tuple[datetime, date | None]],
) -> None:
    rows = plan_reminders(DUE, SENT_AT)
    sent: list[tuple[date, int]] = []
    for now, due_on in changes:
        if due_on is not None:
            rows = replan_reminders(rows, due_on, now)
        step = reminder_due(rows, OPEN, now)
        if step.send is not None:
            sent.append((step.send.due_on, step.send.offset))
        rows = stamp(rows, step)
        names = [(row.due_on, row.offset) for row in rows]
        assert len(set(names)) == len(names)
        waiting = {row.due_on for row in rows if row.state == ReminderState.WAITING}
        assert len(waiting) <= 1
    assert len(set(sent)) == len(sent)
