"""The first person of a new installation, and bringing it up to date twice."""

import subprocess
import sys
from pathlib import Path

from portal.data.tables import Invitation, Notification, Organisation, Questionnaire
from portal.services.installation import bring_up_to_date
from tests.database import Database
from tests.world import World

ROOT = Path(__file__).parents[2]


def _portal(
    environment: dict[str, str], module: str, *arguments: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment,
        cwd=ROOT,
        input=given,
        capture_output=True,
        check=False,
    )


def test_the_first_administrator_is_invited_from_the_command_line(
    world: World, environment: dict[str, str]
) -> None:
    arguments = ("invite", "Region Exempel", "region", "anna@example.se")
    for _ in range(2):
        done = _portal(environment, "portal", *arguments)
        assert done.returncode == 0, done.stderr
        assert b"http://testserver/invitation/" in done.stdout
    [buyer] = world.rows(Organisation)
    assert (buyer.name, buyer.kind) == ("Region Exempel", "region")
    assert len(world.rows(Invitation, organisation_id=buyer.id)) == 2


def test_a_supplier_is_not_invited_from_the_command_line(
    world: World, environment: dict[str, str]
) -> None:
    refused = _portal(environment, "portal", "invite", "Firma AB", "supplier", "a@example.se")
    assert refused.returncode == 1
    assert b"kind must be" in refused.stderr
    assert world.rows(Organisation) == []


def test_bringing_up_to_date_twice_keeps_one_questionnaire(
    world: World, database: Database
) -> None:
    for _ in range(2):
        bring_up_to_date(database.owner_url)
    assert len(world.rows(Questionnaire)) == 1


def test_the_audit_log_is_verified_from_the_command_line(
    world: World, environment: dict[str, str]
) -> None:
    _portal(environment, "portal", "invite", "Region Exempel", "region", "anna@example.se")
    holds = _portal(environment, "portal", "verify-audit")
    assert (holds.returncode, b"holds: 1 lines" in holds.stdout) == (0, True)


def test_a_returned_mail_marks_the_one_it_was(world: World, environment: dict[str, str]) -> None:
    with world.as_owner() as db:
        db.add(
            Notification(
                slot="s",
                kind="reminder",
                address="gone@example.se",
                language="sv",
                subject="s",
                text="t",
                html="h",
                message_id="<one@testserver>",
                state="sent",
            )
        )
    bounce = (
        b"From: mailer-daemon@example.se\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n"
        b"--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        b"Reporting-MTA: dns; example.se\r\n\r\n"
        b"Final-Recipient: rfc822; gone@example.se\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        b"--b\r\nContent-Type: message/rfc822\r\n\r\n"
        b"Message-ID: <one@testserver>\r\nSubject: s\r\n\r\nt\r\n--b--\r\n"
    )
    done = _portal(environment, "workers", "bounced", given=bounce)
    assert done.returncode == 0, done.stderr
    assert [row.state for row in world.rows(Notification)] == ["bounced"]
