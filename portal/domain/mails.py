"""Mails: what becomes of one."""

from enum import StrEnum


class MailState(StrEnum):
    """What has become of a mail.

    ``kept``: no server is set up, so it is to be read here. ``unknown``: its worker died while
    sending, twice, so that it may have left or not. ``bounced``: it came back.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    KEPT = "kept"
    UNKNOWN = "unknown"
    FAILED = "failed"
    BOUNCED = "bounced"
