"""The dates of a year: read from what is typed, made into planned meetings, told to calendars.

How this works: a line is a day, perhaps a time, perhaps "provisional". Must stay in step:
``documents/calendar_file`` (writes the entries), ``usual`` (how a body meets).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.dates import printed_time, printed_with_weekday, understood_date
from kcsp_desktop.domain.dates import understood_time as read_time
from kcsp_desktop.domain.ids import MeetingId, SectionId
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import NOT_HELD, Event, MeetingState
from kcsp_desktop.domain.meeting import Meeting, Section
from kcsp_desktop.domain.planning.usual import usual_details
from kcsp_desktop.domain.record import by_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.meeting import Details
    from kcsp_desktop.domain.record import Record

_PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDates:
    """The days that were understood, in their order, and the lines that were not."""

    dates: tuple[FutureDate, ...]
    unread: tuple[str, ...]


def read_dates(text: str) -> ReadDates:
    """Read a date a line: "4 July 2024", "Thursday, 4 July 2024 at 10am", "4/7/24 provisional".

    Bullets before a line are passed over; a day and time named twice counts once.
    """
    dates: dict[tuple[str, str], FutureDate] = {}
    unread: list[str] = []
    for line in text.splitlines():
        words = " ".join(line.strip().lstrip("-•*").split())
        found = _read_line(words) if words else None
        if found is not None:
            dates[found.day, found.start] = found
        elif words:
            unread.append(words)
    return ReadDates(dates=tuple(dates[key] for key in sorted(dates)), unread=tuple(unread))


def _read_line(words: str) -> FutureDate | None:
    bare = words.lower().replace("(provisional)", _PROVISIONAL).strip(" ,.;")
    provisional = bare.endswith(_PROVISIONAL)
    bare = bare.removesuffix(_PROVISIONAL).strip(" ,.;-")
    parts = bare.split()
    for count in range(min(4, len(parts))):
        at = len(parts) - count
        day = understood_date(_trimmed(parts[:at]))
        start = read_time(" ".join(parts[at:])) if count else None
        if day is not None and (start is not None or not count):
            return FutureDate(
                day=day.isoformat(),
                start=start.isoformat() if start else "",
                provisional=provisional,
            )
    return None


def _trimmed(parts: list[str]) -> str:
    """Return the words of a day without the "at" before its time."""
    while parts and parts[-1] in ("at", "-", ","):
        parts = parts[:-1]
    return " ".join(parts).rstrip(",")


def day_of(one: FutureDate) -> date:
    """Return the day of a listed date."""
    return date.fromisoformat(one.day)


def start_of(one: FutureDate) -> time | None:
    """Return the time of a listed date, if it has one."""
    return time.fromisoformat(one.start) if one.start else None


def written_date(one: FutureDate) -> str:
    """Return "Thursday, 4 July 2024 at 10.00 am (provisional)", which ``read_dates`` reads."""
    start = start_of(one)
    at = f" at {printed_time(start)}" if start else ""
    return f"{printed_with_weekday(day_of(one))}{at}{' (provisional)' if one.provisional else ''}"


def planning(
    record: Record, body: Body, dates: Iterable[FutureDate], new_id: Callable[[], str]
) -> tuple[Edit, ...]:
    """Return the edits that plan a meeting on each day on which the body has none yet."""
    taken = {
        one.details.date
        for one in record.meetings
        if one.body_id == body.id and one.state is not MeetingState.CANCELLED
    }
    return tuple(
        e.AddMeeting(meeting=_planned(record, body, one, new_id))
        for one in dates
        if day_of(one) not in taken
    )


def _planned(record: Record, body: Body, one: FutureDate, new_id: Callable[[], str]) -> Meeting:
    """Return a meeting of which nothing is known but when and, as usual, where."""
    details = usual_details(record, body, day_of(one))
    return Meeting(
        id=MeetingId(new_id()),
        body_id=body.id,
        details=replace(details, start=start_of(one) or details.start, provisional=one.provisional),
        sections=tuple(
            Section(
                id=SectionId(new_id()),
                letter=pattern.letter,
                title=pattern.title,
                restricted=pattern.restricted,
            )
            for pattern in body.sections
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """What a calendar is told of a meeting: public facts, and how often it was changed.

    ``uid`` stays the same however often the meeting moves, so that calendars move it too.
    """

    uid: str
    body: str
    short_name: str
    day: date
    start: time | None
    end: time | None
    place: str
    contact: str
    contact_email: str
    changes: int
    cancelled: bool
    provisional: bool


def calendar_entries(record: Record, body: Body, since: date) -> tuple[CalendarEntry, ...]:
    """Return the body's meetings from a day on, cancelled ones too, held ones not, in order."""
    return tuple(
        _entry(body, one)
        for one in by_date(record.meetings)
        if one.body_id == body.id and one.state in NOT_HELD and one.details.date >= since
    )


def _entry(body: Body, meeting: Meeting) -> CalendarEntry:
    details = meeting.details
    told = sum(one.event in (Event.CANCEL, Event.REINSTATE) for one in meeting.log)
    return CalendarEntry(
        uid=str(meeting.id),
        body=body.name,
        short_name=body.short_name,
        day=details.date,
        start=details.start,
        end=details.end,
        place=place_of(details),
        contact=details.contact,
        contact_email=details.contact_email,
        changes=len(meeting.moved_from) + told,
        cancelled=meeting.state is MeetingState.CANCELLED,
        provisional=details.provisional,
    )


def place_of(details: Details) -> str:
    """Return where people meet, for the public: "Council Chamber and online", "" if not known."""
    if details.mode is Mode.ONLINE:
        return "Online"
    if details.mode is Mode.HYBRID:
        return f"{details.venue} and online" if details.venue else "Online and in person"
    return details.venue


def upcoming(record: Record, body_id: BodyId, since: date = date.min) -> tuple[Meeting, ...]:
    """Return the body's meetings from a day on that were neither held nor cancelled, in order."""
    return tuple(
        one
        for one in by_date(record.meetings)
        if one.body_id == body_id
        and one.state in NOT_HELD
        and one.state is not MeetingState.CANCELLED
        and one.details.date >= since
    )
