"""The calendar entry that goes with a request or a reminder."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from icalendar import Alarm, Calendar, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """One due date. ``sequence`` grows with each change, so that calendars move the old entry."""

    assessment_id: UUID
    title: str
    text: str
    url: str
    due_at: dt.datetime
    sequence: int


def entry(due: DueDate, *, host: str, now: dt.datetime) -> str:
    """The entry as text. Times are UTC: a VTIMEZONE for Stockholm is longer than all the rest."""
    calendar = Calendar()
    calendar.add("prodid", "-//Underlag//Underlag//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    event = Event()
    event.add("uid", f"assessment-{due.assessment_id}@{host}")
    event.add("sequence", due.sequence)
    event.add("dtstamp", now.astimezone(dt.UTC))
    event.add("dtstart", due.due_at.astimezone(dt.UTC))
    event.add("dtend", due.due_at.astimezone(dt.UTC))
    event.add("summary", due.title)
    event.add("description", due.text)
    event.add("url", due.url)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", due.title)
    alarm.add("trigger", dt.timedelta(days=-2))
    event.add_component(alarm)
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")
