"""Mails: what is in them, what a server's answers mean, and what a bounce says."""

import datetime as dt
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.data.mail import Bounce, Mail, Undelivered, build, read_bounce, send
from tests.conftest import Mailbox

NOW = dt.datetime(2026, 12, 18, 13, 2, tzinfo=dt.UTC)
MAIL = Mail(
    sender="Underlag <underlag@region.example>",
    recipient="Åsa Öberg <asa@firma.example>",
    subject="Självskattning: svar senast 18 december",
    text="Hej Åsa!\n\nSvara senast den 18 december.\n",
    html="<p>Hej Åsa!</p>",
    language="sv",
    message_id="<reminder-7@region.example>",
)


def part(message: EmailMessage, kind: str) -> EmailMessage:
    found = next(each for each in message.walk() if each.get_content_type() == kind)
    assert isinstance(found, EmailMessage)
    return found


def test_a_mail_arrives_as_text_and_html_in_the_persons_language(smtp: Mailbox) -> None:
    send(build(MAIL, now=NOW), smtp.url)
    (came,) = smtp.messages
    assert came["Subject"] == MAIL.subject
    assert came["Message-ID"] == MAIL.message_id
    assert came["Content-Language"] == "sv"
    assert came["Auto-Submitted"] == "auto-generated"
    assert came["Date"].datetime == NOW
    assert came.get_content_type() == "multipart/alternative"
    assert "Åsa" in part(came, "text/plain").get_content()
    assert "<p>Hej Åsa!</p>" in part(came, "text/html").get_content()


def test_a_calendar_entry_goes_beside_the_text(smtp: Mailbox) -> None:
    calendar = (
        "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nSUMMARY:Svara på självskattning\r\nEND:VCALENDAR\r\n"
    )
    send(build(replace(MAIL, calendar=calendar), now=NOW), smtp.url)
    (came,) = smtp.messages
    assert came.get_content_type() == "multipart/mixed"
    entry = part(came, "text/calendar")
    assert entry.get_param("method") == "PUBLISH"
    assert "självskattning" in entry.get_content()


def test_mails_of_one_matter_stand_in_one_thread() -> None:
    message = build(replace(MAIL, thread="<assessment.1@region.example>"), now=NOW)
    assert message["References"] == message["In-Reply-To"] == "<assessment.1@region.example>"


def test_unsubscribing_takes_one_click() -> None:
    message = build(replace(MAIL, unsubscribe="https://region.example/u/1"), now=NOW)
    assert message["List-Unsubscribe"] == "<https://region.example/u/1>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@given(st.text())
def test_no_firms_name_in_a_subject_becomes_a_header(name: str) -> None:
    try:
        raw = build(replace(MAIL, subject=f"Svar från {name}"), now=NOW).as_bytes()
    except UnicodeEncodeError:  # a lone surrogate, which no form or database lets through
        return
    names = [key for key, _ in message_from_bytes(raw, policy=policy.default).items()]
    assert names.count("Subject") == 1
    assert set(names) <= set(build(MAIL, now=NOW).keys())


def test_an_address_with_a_line_break_is_refused() -> None:
    with pytest.raises(ValueError, match="Header values"):
        build(replace(MAIL, recipient="a@b.example\r\nBcc: all@b.example"), now=NOW)


@pytest.mark.parametrize(
    ("reply", "permanent"),
    [("550 5.1.1 No such person", True), ("452 4.2.2 Mailbox full", False)],
)
def test_a_refused_address_is_dead_or_only_full(
    smtp: Mailbox, *, reply: str, permanent: bool
) -> None:
    smtp.replies["asa@firma.example"] = reply
    with pytest.raises(Undelivered, match=reply.partition(" ")[2]) as caught:
        send(build(MAIL, now=NOW), smtp.url)
    assert caught.value.permanent is permanent
    assert not smtp.messages


def test_a_server_that_is_away_says_nothing_about_the_address(unused_port: int) -> None:
    with pytest.raises(Undelivered) as caught:
        send(build(MAIL, now=NOW), f"smtp://127.0.0.1:{unused_port}")
    assert not caught.value.permanent


def test_where_tls_is_demanded_nothing_goes_without_it(smtp: Mailbox) -> None:
    with pytest.raises(Undelivered) as caught:
        send(build(MAIL, now=NOW), f"{smtp.url}?starttls=yes")
    assert not caught.value.permanent
    assert not smtp.messages


def test_a_wrong_password_is_our_fault_and_not_the_addresss(smtp: Mailbox) -> None:
    url = smtp.url.replace("smtp://", "smtp://anna:wrong@")
    with pytest.raises(Undelivered) as caught:
        send(build(MAIL, now=NOW), url)
    assert not caught.value.permanent
    assert not smtp.messages


BOUNCE = """\
From: MAILER-DAEMON@mx.example
To: underlag@region.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It did not work.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; asa@firma.example
Action: {action}
Status: {status}

--b
Content-Type: {kind}

From: underlag@region.example
Message-ID: <reminder-7@region.example>
Subject: hej

--b--
"""


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
@pytest.mark.parametrize(
    ("action", "status", "permanent"),
    [("failed", "5.1.1", True), ("failed", "4.4.7", False), ("delayed", "5.0.0", False)],
)
def test_a_bounce_names_the_mail_and_whether_the_address_is_dead(
    *, kind: str, action: str, status: str, permanent: bool
) -> None:
    bounce = read_bounce(BOUNCE.format(kind=kind, action=action, status=status).encode())
    assert bounce is not None
    assert bounce.message_id == MAIL.message_id
    assert bounce.permanent is permanent


def test_a_receipt_of_delivery_is_no_bounce() -> None:
    raw = BOUNCE.format(kind="message/rfc822", action="delivered", status="2.0.0")
    assert read_bounce(raw.encode()) is None


def test_an_ordinary_mail_is_no_bounce() -> None:
    assert read_bounce(build(MAIL, now=NOW).as_bytes()) is None


@given(st.binary(max_size=400))
@example(b";\x00*")
def test_a_broken_bounce_breaks_nothing(noise: bytes) -> None:
    head, middle, tail = BOUNCE.partition("--b\nContent-Type: message/delivery-status")
    found = read_bounce((head + middle).encode() + noise + tail.encode())
    assert found is None or isinstance(found, Bounce)
