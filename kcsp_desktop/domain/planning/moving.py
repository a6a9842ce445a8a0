"""A meeting that is moved, and the agendas that name its day.

How this works: the meeting keeps the day it had (``moved_from``); agendas that list the old day
and may still be changed are given the new one in the same step. Must stay in step: ``checks``
(which asks ``dates_that_differ``), ``edits.Reschedule``. Source: house-format 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.dates import printed_time, spoken
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.life import FutureDate, MovedDate
from kcsp_desktop.domain.lifecycle import Lock, MeetingState, locks
from kcsp_desktop.domain.planning.calendar import day_of
from kcsp_desktop.domain.planning.pattern import planned_after
from kcsp_desktop.domain.record import by_date

if TYPE_CHECKING:
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Details, Meeting
    from kcsp_desktop.domain.record import Record


def listed_as(details: Details) -> FutureDate:
    """Return a meeting's day as another agenda lists it."""
    return FutureDate(
        day=details.date.isoformat(),
        start=details.start.isoformat() if details.start else "",
        provisional=details.provisional,
    )


def that_list(record: Record, meeting: Meeting) -> tuple[Meeting, ...]:
    """Return the meetings of the body whose agenda names the day of ``meeting``, earliest first."""
    day = meeting.details.date.isoformat()
    return tuple(
        one
        for one in by_date(record.meetings)
        if one.body_id == meeting.body_id
        and one.id != meeting.id
        and any(listed.day == day for listed in one.future_dates)
    )


def may_change(meeting: Meeting) -> bool:
    """Whether the dates that an agenda lists may still be changed."""
    return Lock.AGENDA not in locks(meeting.state)


def moving(
    record: Record, meeting: Meeting, details: Details, why: str, today: date, *, lists: bool
) -> tuple[Edit, ...]:
    """Return the edits that move a meeting; with ``lists`` the agendas that name its day too."""
    old = listed_as(meeting.details)
    moved = MovedDate(day=old.day, start=old.start, moved_on=today.isoformat(), reason=why)
    edits: list[e.Edit] = [e.Reschedule(meeting_id=meeting.id, details=details, moved=moved)]
    for one in that_list(record, meeting) if lists else ():
        if may_change(one):
            dates = tuple(
                listed_as(details) if listed.day == old.day else listed
                for listed in one.future_dates
            )
            edits.append(e.SetFutureDates(meeting_id=one.id, dates=dates))
    return tuple(edits)


def moved_words(meeting: Meeting) -> tuple[str, ...]:
    """Say of each day the meeting had before: which, when that was changed, and why."""
    return tuple(_moved(one) for one in meeting.moved_from)


def _moved(one: MovedDate) -> str:
    when = f" on {spoken(date.fromisoformat(one.moved_on))}" if one.moved_on else ""
    return f"Moved from {_spoken(FutureDate(day=one.day, start=one.start))}{when}: {one.reason}"


def _spoken(one: FutureDate) -> str:
    at = f" at {printed_time(time.fromisoformat(one.start))}" if one.start else ""
    return f"{spoken(day_of(one))}{at}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateThatDiffers:
    """A date that an agenda lists and no meeting has: what is the matter, and with which one."""

    listed: FutureDate
    sentence: str
    meeting_id: MeetingId | None = None


def dates_that_differ(record: Record, meeting: Meeting) -> tuple[DateThatDiffers, ...]:
    """Return the future dates of an agenda that are not those of the body's meetings."""
    others = [
        one for one in by_date(record.meetings)
        if one.body_id == meeting.body_id and one.id != meeting.id
    ]  # fmt: skip
    found = (_difference(others, listed) for listed in meeting.future_dates)
    return tuple(one for one in found if one is not None)


def _difference(others: list[Meeting], listed: FutureDate) -> DateThatDiffers | None:
    there = [one for one in others if one.details.date.isoformat() == listed.day]
    meets = [one for one in there if one.state is not MeetingState.CANCELLED]
    times = {listed_as(one.details).start for one in meets}
    if meets and (not listed.start or listed.start in times or "" in times):
        return None
    said = f"{_spoken(listed)} is listed, but "
    if meets:
        one = meets[0]
        said += f"that meeting is {_at(one)}."
    elif gone := [one for one in others if any(m.day == listed.day for m in one.moved_from)]:
        one = gone[0]
        said += f"that meeting was moved to {_spoken(listed_as(one.details))}."
    elif there:
        one = there[0]
        said += "that meeting is cancelled."
    else:
        return DateThatDiffers(listed=listed, sentence=f"{said}no meeting is planned that day.")
    return DateThatDiffers(listed=listed, sentence=said, meeting_id=one.id)


def _at(meeting: Meeting) -> str:
    start = meeting.details.start
    return f"at {printed_time(start)}" if start else "without a time"


def taking_planned(record: Record, meeting: Meeting) -> e.SetFutureDates:
    """Return the edit that lists the meetings planned after this one."""
    dates = planned_after(record, meeting.body_id, meeting.details.date)
    return e.SetFutureDates(meeting_id=meeting.id, dates=dates)
