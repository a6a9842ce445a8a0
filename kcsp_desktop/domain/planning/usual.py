"""When and how a body usually meets: what a new meeting is offered with, before anybody types.

Must stay in step: ``ui/dialogs/new_meeting`` (shows it). Source: house-format 11.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import Details
from kcsp_desktop.domain.record import by_date

if TYPE_CHECKING:
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record

_YEAR = timedelta(weeks=52)  # the same weekday a year later
_APART = timedelta(weeks=3)  # what is nearer to the last meeting is that meeting again
_HOLE = 1.5  # times as long as the body ever went without meeting


def is_to_fill(meeting: Meeting) -> bool:
    """Whether a meeting was planned and not made from the pattern yet.

    Items that the secretary has put there early do not make it; the list of members does.
    """
    made = bool(meeting.attendance) or any(one.standing for one in meeting.items)
    return meeting.state is MeetingState.PLANNED and not made


def of_body(record: Record, body_id: BodyId) -> tuple[Meeting, ...]:
    """Return the body's meetings that were not cancelled, earliest first."""
    return by_date(
        one
        for one in record.meetings
        if one.body_id == body_id and one.state is not MeetingState.CANCELLED
    )


def next_day(record: Record, body_id: BodyId) -> date | None:
    """Return the day of the next meeting to be made: the next one planned, or by the rhythm.

    ``None``: nothing can be known.
    """
    meetings = of_body(record, body_id)
    made = [one for one in meetings if not is_to_fill(one)]
    for one in meetings:
        if is_to_fill(one) and (not made or one.details.date > made[-1].details.date):
            return one.details.date
    days = sorted({one.details.date for one in meetings})
    return by_rhythm(days)


def by_rhythm(days: list[date]) -> date | None:
    """Return the day after ``days``, which are in order, that keeps their rhythm and weekday.

    The body meets when it met a year ago. Where that would leave a hole in its year, as long as
    the store knows less than a year of it, the same weeks go by again. One day has no rhythm.
    """
    if len(days) < 2:
        return None
    last = days[-1]
    longest = max(after - before for before, after in pairwise(days))
    again = next((day + _YEAR for day in days if day + _YEAR > last + _APART), None)
    if again is not None and again - last <= longest * _HOLE:
        return again
    weeks = max(1, round((last - days[-2]).days / 7))
    return last + timedelta(weeks=weeks)


def next_days(record: Record, body_id: BodyId, count: int) -> tuple[date, ...]:
    """Return the days that would come next, behind all that are planned."""
    days = sorted({one.details.date for one in of_body(record, body_id)})
    found: list[date] = []
    while len(found) < count and (day := by_rhythm(days)) is not None:
        days.append(day)
        found.append(day)
    return tuple(found)


def usual_details(record: Record, body: Body, day: date) -> Details:
    """Return the details of a meeting on ``day``: as planned, else as the body usually meets.

    What the body does not say is as it was at its last meeting.
    """
    meetings = of_body(record, body.id)
    planned = next((one for one in meetings if one.details.date == day and is_to_fill(one)), None)
    former = [one.details for one in meetings if one.details.date < day]
    last = former[-1] if former else Details(date=day)
    details = planned.details if planned else Details(date=day, start=body.usual_start)
    if details.start is None:
        details = replace(details, start=body.usual_start or last.start)
    return _with_contact(_with_place(details, body, last, planned=planned is not None), body, last)


def _with_place(details: Details, body: Body, last: Details, *, planned: bool) -> Details:
    if planned and (details.venue or details.mode is not Mode.IN_PERSON):
        return details
    if body.usual_venue or body.usual_mode is Mode.ONLINE:
        return replace(details, mode=body.usual_mode, venue=body.usual_venue)
    return replace(details, mode=last.mode, venue=last.venue)


def _with_contact(details: Details, body: Body, last: Details) -> Details:
    if details.contact:
        return details
    whose = body if body.contact else last
    return replace(
        details,
        contact=whose.contact,
        contact_phone=whose.contact_phone,
        contact_email=whose.contact_email,
    )
