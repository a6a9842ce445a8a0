"""A body's meetings as a calendar (RFC 5545) that other programs read: public facts only.

How this works: what is told is a ``CalendarEntry``, which holds nothing else. A meeting keeps its
UID for ever and its SEQUENCE counts its changes, so that a calendar that has it already moves it,
or strikes it out. Must stay in step: ``domain/planning/calendar``. Source: house-format 2.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kcsp_desktop.documents.writing import write_beside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from icalendar import Event

    from kcsp_desktop.domain.planning.calendar import CalendarEntry

LENGTH = timedelta(hours=2)  # kept free in calendars while nobody knows when it will end
_ZONE = "Europe/London"


def write_calendar(
    entries: Iterable[CalendarEntry], made: datetime, target: Path
) -> tuple[Path, str]:
    """Write a calendar; see ``writing.write_beside`` for what comes back."""
    return write_beside(target, calendar_bytes(tuple(entries), made))


def calendar_bytes(entries: tuple[CalendarEntry, ...], made: datetime) -> bytes:
    """Return the calendar of entries; ``made`` is when, with its zone."""
    # Loaded on the first export: it brings the rules of every time zone along.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//KCSP Desktop//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if entries:
        calendar.add("x-wr-calname", entries[0].body)
    calendar.add("x-wr-timezone", _ZONE)
    for entry in entries:
        calendar.add_component(_event(entry, made))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, made: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.uid}@kcsp-desktop")
    event.add("dtstamp", made.astimezone(UTC))
    event.add("sequence", entry.changes)
    event.add("summary", f"{entry.body}{' (provisional)' if entry.provisional else ''}")
    event.add("status", _status(entry))
    _add_times(event, entry)
    if entry.place:
        event.add("location", entry.place)
    if entry.contact:
        mail = f", {entry.contact_email}" if entry.contact_email else ""
        event.add("description", f"Ask for: {entry.contact}{mail}")
    return event


def _status(entry: CalendarEntry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if entry.provisional else "CONFIRMED"


def _add_times(event: Event, entry: CalendarEntry) -> None:
    """Give an event its time in the zone of the council, or the whole day where none is set."""
    if entry.start is None:
        event.add("dtstart", entry.day)
        return
    zone = ZoneInfo(_ZONE)
    start = datetime.combine(entry.day, entry.start, zone)
    later = entry.end is not None and entry.end > entry.start
    end = datetime.combine(entry.day, entry.end, zone) if entry.end and later else start + LENGTH
    event.add("dtstart", start)
    event.add("dtend", end)
