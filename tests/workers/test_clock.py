"""Reminders and mails over time: each goes once, whatever stops or runs twice."""

import datetime as dt
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import EmailMessage
from itertools import pairwise
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import delete, update

from portal.data import tables
from portal.domain.access import Actor, Role
from portal.services import campaigns, deadlines, following, notifications, sweeps
from portal.services.asking import Asked, NewCampaign
from portal.services.invitations import Sender
from portal.settings import DEMO_SECRET
from tests.conftest import Mailbox
from tests.workers.conftest import Workers
from tests.world import NOW, World, small_raw
from workers import jobs
from workers.clock import leading, tick
from workers.house import House, house

DUE = dt.date(2026, 12, 18)
BASE = "http://testserver"
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


@dataclass
class Asking:
    """A buyer whose planner asks suppliers."""

    world: World
    planner: Actor

    def send(self, *suppliers: Asked, now: dt.datetime = NOW, due_on: dt.date = DUE) -> UUID:
        """A campaign, with its mails of the request written."""
        new = NewCampaign(
            title="Arbetskläder",
            questionnaire_id=self.world.questionnaire(small_raw()),
            due_on=due_on,
            context={},
            suppliers=suppliers,
        )
        with self.world.as_(self.planner) as db:
            return campaigns.send(db, self.planner, new, Sender(DEMO_SECRET, BASE), now=now)

    def remind(self, now: dt.datetime) -> int:
        """One look of the clock for reminders."""
        with self.world.as_worker() as db:
            return deadlines.remind(db, base_url=BASE, now=now)

    def mails(self, kind: str) -> list[tables.Notification]:
        """The mails of a kind, in the order they were written."""
        rows = self.world.rows(tables.Notification, kind=kind)
        return sorted(rows, key=lambda row: row.id)

    def states(self) -> dict[int, str]:
        """What has become of the reminders, by their offset in days."""
        return {row.offset_days: row.state for row in self.world.rows(tables.Reminder)}


@pytest.fixture
def asking(world: World) -> Asking:
    """A planner at a buyer."""
    return Asking(world, world.person(world.buyer(), Role.PLANNER))


@pytest.fixture
def firm(world: World) -> Asked:
    """A supplier with one person who reads Swedish and one who reads English."""
    supplier = world.supplier()
    anna = world.person(supplier, Role.SUPPLIER_EDITOR, name="Anna", language="sv")
    world.person(supplier, Role.SUPPLIER_EDITOR, name="Owen", language="en")
    return Asked(organisation_id=supplier, name="", number="", email=world.email(anna))


@pytest.fixture
def stranger() -> Asked:
    """A supplier that nobody knows yet."""
    return Asked(organisation_id=None, name="Ny AB", number="559900-1111", email="info@ny.example")


@pytest.fixture
def mailing(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., None]]:
    """Does a mail job as a worker does, on this test's house; by SMTP where an address is given."""
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    house.cache_clear()

    def send(mail: tables.Notification, *, smtp: str = "") -> None:
        if house.cache_info().currsize == 0:
            monkeypatch.setenv("UNDERLAG_SMTP_URL", smtp)
        jobs.send_mail(str(mail.id))

    yield send
    house().engine.dispose()
    house.cache_clear()


def test_each_reminder_goes_once_to_each_person(asking: Asking, firm: Asked) -> None:
    asking.send(firm)
    now = NOW
    while now.date() < DUE + 10 * DAY:
        asking.remind(now)
        now += 5 * HOUR
    mails = asking.mails("reminder")
    assert len(mails) == 5 * 2
    days = [mail.created_at.date() for mail in mails if mail.language == "sv"]
    assert days == [DUE + offset * DAY for offset in (-14, -7, -2, 1, 7)]
    assert set(asking.states().values()) == {"sent"}


def test_after_an_outage_only_the_nearest_reminder_goes(asking: Asking, firm: Asked) -> None:
    asking.send(firm)
    back = dt.datetime(2026, 12, 17, 3, 0, tzinfo=dt.UTC)
    assert asking.remind(back) == 1
    assert asking.remind(back) == 0
    assert asking.remind(back + HOUR) == 0
    assert len(asking.mails("reminder")) == 2
    assert asking.states() == {
        -14: "skipped",
        -7: "skipped",
        -2: "sent",
        1: "waiting",
        7: "waiting",
    }


def test_two_clocks_at_the_same_moment_remind_once(
    asking: Asking, world: World, stranger: Asked
) -> None:
    firms = [
        Asked(
            organisation_id=None,
            name=f"Firma {number} AB",
            number=f"559900-2{number:03}",
            email=f"info@firma{number}.example",
        )
        for number in range(30)
    ]
    asking.send(stranger, *firms)
    start, due = Barrier(2), dt.datetime(2026, 12, 11, 9, 0, tzinfo=dt.UTC)

    def clock() -> int:
        start.wait()
        return sum(asking.remind(due) for _ in range(4))

    with ThreadPoolExecutor(2) as both:
        counts = [each.result() for each in [both.submit(clock), both.submit(clock)]]
    assert sum(counts) == 31
    assert len(asking.mails("reminder")) == 31


def test_only_one_clock_leads_at_a_time(here: House, world: World) -> None:
    with leading(here.engine) as first, leading(world.worker) as second:
        assert (first, second) == (True, False)
    with leading(world.worker) as again:
        assert again


def test_clocks_and_mail_worker_as_they_run_keep_each_mail_once(
    asking: Asking, firm: Asked, world: World, workers: Workers
) -> None:
    now = dt.datetime.now(dt.UTC)
    asking.send(firm, now=now, due_on=now.date() + 21 * DAY)
    with world.as_owner() as db:
        late = update(tables.Reminder).where(tables.Reminder.offset_days == -14)
        db.execute(late.values(at=now - HOUR))
    workers.start("clock", "mail")
    workers.start("clock")
    workers.until(lambda: len(asking.mails("reminder")) == 2)
    workers.until(lambda: all(mail.state == "kept" for mail in world.rows(tables.Notification)))
    workers.until(lambda: all(bell.rung_at for bell in world.rows(tables.Outbox)))
    assert len(asking.mails("request")) == 2
    assert len(asking.mails("reminder")) == 2
    assert {mail.attempts for mail in world.rows(tables.Notification)} == {1}


def test_a_tick_rings_once_for_what_waits(
    asking: Asking, firm: Asked, here: House, world: World
) -> None:
    asking.send(firm, now=dt.datetime.now(dt.UTC))
    tick(here)
    rung = [bell.rung_at for bell in world.rows(tables.Outbox)]
    assert all(rung)
    tick(here)
    assert [bell.rung_at for bell in world.rows(tables.Outbox)] == rung


def reminded(asking: Asking, firm: Asked) -> list[tables.Notification]:
    """The two mails of one reminder."""
    asking.send(firm)
    asking.remind(dt.datetime(2026, 12, 4, 9, 0, tzinfo=dt.UTC))
    return asking.mails("reminder")


def test_without_a_mail_server_a_mail_is_kept_to_be_read_in_the_portal(
    asking: Asking, firm: Asked, mailing: Callable[..., None]
) -> None:
    for mail in reminded(asking, firm):
        mailing(mail)
    for mail in asking.mails("reminder"):
        assert mail.state == "kept"
        assert mail.sent_at is not None


def part(message: EmailMessage, kind: str) -> str:
    found = next(each for each in message.walk() if each.get_content_type() == kind)
    assert isinstance(found, EmailMessage)
    return str(found.get_content())


def test_a_reminder_arrives_as_text_html_and_calendar_in_each_persons_language(
    asking: Asking, firm: Asked, mailing: Callable[..., None], smtp: Mailbox
) -> None:
    for mail in reminded(asking, firm):
        mailing(mail, smtp=smtp.url)
    by_language = {message["Content-Language"]: message for message in smtp.messages}
    assert by_language.keys() == {"sv", "en"}
    for language, days in (("sv", "14 dagar"), ("en", "14 days")):
        message = by_language[language]
        assert days in part(message, "text/plain")
        assert days in part(message, "text/html")
        assert f'lang="{language}"' in part(message, "text/html")
        entry = part(message, "text/calendar")
        assert "BEGIN:VEVENT" in entry
        assert "20261218" in entry
    assert by_language["sv"]["Subject"] != by_language["en"]["Subject"]
    assert {mail.state for mail in asking.mails("reminder")} == {"sent"}


def test_an_invitations_link_leaves_with_the_mail_and_is_forgotten(
    asking: Asking, stranger: Asked, mailing: Callable[..., None], smtp: Mailbox
) -> None:
    asking.send(stranger)
    (before,) = asking.mails("invitation")
    assert before.secret is not None
    mailing(before, smtp=smtp.url)
    (message,) = smtp.messages
    assert before.secret in part(message, "text/plain")
    assert before.secret in part(message, "text/html")
    (after,) = asking.mails("invitation")
    assert after.secret is None
    assert before.secret not in after.text + after.html


def test_a_mail_goes_once_however_often_its_bell_rings(
    asking: Asking, firm: Asked, mailing: Callable[..., None], smtp: Mailbox
) -> None:
    mail, _ = reminded(asking, firm)
    for _ in range(3):
        mailing(mail, smtp=smtp.url)
    assert len(smtp.messages) == 1


def test_a_mail_left_in_doubt_is_tried_once_more_under_the_same_id(
    asking: Asking, firm: Asked, world: World, mailing: Callable[..., None], smtp: Mailbox
) -> None:
    mail, _ = reminded(asking, firm)
    claimed_at = dt.datetime(2026, 12, 4, 9, 1, tzinfo=dt.UTC)
    with world.as_worker() as db:
        assert notifications.claim(db, mail.id, now=claimed_at) is not None
    # The worker died here: nobody knows whether the mail has left.
    mailing(mail, smtp=smtp.url)
    assert smtp.messages == []
    sweep(world, claimed_at + sweeps.DOUBT - HOUR / 60)
    assert state_of(asking, mail) == "sending"
    sweep(world, claimed_at + sweeps.DOUBT + HOUR / 60)
    mailing(mail, smtp=smtp.url)
    (message,) = smtp.messages
    assert message["Message-ID"] == mail.message_id
    assert state_of(asking, mail) == "sent"


def test_a_mail_left_in_doubt_twice_is_not_sent_again(
    asking: Asking, firm: Asked, world: World, mailing: Callable[..., None], smtp: Mailbox
) -> None:
    mail, _ = reminded(asking, firm)
    now = dt.datetime(2026, 12, 4, 9, 1, tzinfo=dt.UTC)
    for _ in range(2):
        with world.as_worker() as db:
            assert notifications.claim(db, mail.id, now=now) is not None
        now += 2 * sweeps.DOUBT
        sweep(world, now)
    assert state_of(asking, mail) == "unknown"
    mailing(mail, smtp=smtp.url)
    assert smtp.messages == []


def test_a_server_that_is_busy_is_asked_again_after_longer_and_longer(
    asking: Asking, firm: Asked, world: World, mailing: Callable[..., None], smtp: Mailbox
) -> None:
    mail, _ = reminded(asking, firm)
    smtp.replies[mail.address] = "451 try again later"
    now, pauses = mail.created_at, []
    rung(world, mail)
    for _ in range(4):
        at = now
        while not rung(world, mail):
            now += sweeps.SILENCE / 3
            sweep(world, now)
        pauses.append(now - at)
        mailing(mail, smtp=smtp.url)
        claimed_at(world, mail, now)
        assert state_of(asking, mail) == "waiting"
    assert all(earlier < later for earlier, later in pairwise(pauses))
    smtp.replies.clear()
    sweep(world, now + DAY)
    mailing(mail, smtp=smtp.url)
    (message,) = smtp.messages
    assert message["Message-ID"] == mail.message_id
    assert state_of(asking, mail) == "sent"


def test_a_mail_that_no_server_takes_is_given_up_in_the_end(
    asking: Asking, firm: Asked, world: World
) -> None:
    mail, other = reminded(asking, firm)
    with world.as_owner() as db:
        tried = update(tables.Notification).where(tables.Notification.id == mail.id)
        db.execute(tried.values(attempts=sweeps.MAIL_TRIES, claimed_at=NOW))
    sweep(world, mail.created_at + DAY)
    assert state_of(asking, mail) == "failed"
    assert state_of(asking, other) == "waiting"


def test_a_supplier_whose_mail_comes_back_is_shown_as_not_reached(
    asking: Asking, stranger: Asked, world: World, mailing: Callable[..., None], smtp: Mailbox
) -> None:
    campaign_id = asking.send(stranger)
    smtp.replies[stranger.email] = "550 5.1.1 no such user"
    (mail,) = asking.mails("invitation")
    assert reached(asking, campaign_id)
    mailing(mail, smtp=smtp.url)
    (after,) = asking.mails("invitation")
    assert after.state == "bounced"
    assert "550" in after.error
    assert not reached(asking, campaign_id)


def test_a_bounce_that_comes_later_marks_the_mail_it_names(
    asking: Asking, stranger: Asked, world: World, mailing: Callable[..., None]
) -> None:
    campaign_id = asking.send(stranger)
    (mail,) = asking.mails("invitation")
    mailing(mail)
    with world.as_worker() as db:
        assert notifications.mark_bounced(db, mail.message_id, error="550 unknown")
        assert not notifications.mark_bounced(db, "<of-another-house@example>", error="550")
    assert not reached(asking, campaign_id)


def reached(asking: Asking, campaign_id: UUID) -> bool:
    with asking.world.as_(asking.planner) as db:
        (line,) = following.followed(db, campaign_id, now=NOW)
    return line.reached


def rung(world: World, mail: tables.Notification) -> bool:
    """Whether a bell for a mail waits; it is taken down."""
    with world.as_owner() as db:
        bells = delete(tables.Outbox).where(tables.Outbox.subject_id == mail.id)
        return bool(db.execute(bells.returning(tables.Outbox.id)).all())


def claimed_at(world: World, mail: tables.Notification, now: dt.datetime) -> None:
    """Let a mail have been tried at a moment: jobs read the clock themselves."""
    with world.as_owner() as db:
        row = update(tables.Notification).where(tables.Notification.id == mail.id)
        db.execute(row.values(claimed_at=now))


def sweep(world: World, now: dt.datetime) -> None:
    with world.as_worker() as db:
        sweeps.ring_for_mail(db, now=now)


def state_of(asking: Asking, mail: tables.Notification) -> str:
    (row,) = asking.world.rows(tables.Notification, id=mail.id)
    return str(row.state)
