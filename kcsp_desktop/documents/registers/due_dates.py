"""The days on which actions are due, as a calendar that other programs open (``.ics``).

How this works: an action is an event of a whole day that leaves the day free; it keeps its id, so
that a calendar that takes the file in again has each one once. To-dos would say it better, but
many calendars leave them out.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kcsp_desktop.documents.plain.clean import clean, one_line
from kcsp_desktop.documents.registers.rows import open_first
from kcsp_desktop.documents.registers.telling import agreed, day_of, due

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icalendar import Event

    from kcsp_desktop.documents.registers.rows import ActionLine

_LONGEST_SUMMARY = 200


def due_dates(lines: Sequence[ActionLine], title: str, today: date) -> bytes:
    """Return the calendar of what is open and has a day; ``today`` is the day it is made on."""
    # Not before a calendar is asked for: it is slow to import.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//KCSP Desktop//actions//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(title))
    for line in open_first(lines)[0]:
        day = day_of(line.due_day)
        if day is not None:
            calendar.add_component(_event(line, day, today))
    return bytes(calendar.to_ical())


def _event(line: ActionLine, day: date, today: date) -> Event:
    from icalendar import Event

    action = line.action
    words = one_line(action.text)
    short = words if len(words) <= _LONGEST_SUMMARY else f"{words[: _LONGEST_SUMMARY - 1]}…"
    owner = one_line(action.owner) or "nobody yet"
    event = Event()
    event.add("uid", f"action-{one_line(action.id)}@kcsp-desktop")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"{one_line(line.place.body)}, due from {owner}: {short}")
    event.add(
        "description",
        f"{clean(action.text)}\nOwner: {owner}\nAgreed: {agreed(line.place)}\n"
        f"Due: {one_line(due(line))}",
    )
    return event
